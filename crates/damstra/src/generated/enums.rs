//! The vendor's enums, open to values it adds.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

number_enum! {
    /// What a user may do; a user may have several. 1 is in every sample and explained nowhere.
    Role {
        /// `1`.
        Unexplained = 1,
        /// `3`.
        Admin = 3,
        /// `4`.
        Editor = 4,
        /// `5`.
        Supervisor = 5,
        /// `6`.
        Trainee = 6,
        /// `7`.
        Owner = 7,
        /// `8`.
        Instructor = 8,
    }
}

number_enum! {
    /// Whether a user is with the organisation. The learning records of one who is not stay.
    ClientStatus {
        /// `56`.
        Active = 56,
        /// `57`.
        NotCurrent = 57,
    }
}

open_enum! {
    /// Which users are searched.
    ActiveValue {
        /// `active`.
        Active = "active",
        /// `inactive`.
        Inactive = "inactive",
        /// `all`.
        All = "all",
    }
}

open_enum! {
    /// How long a login link works. What `disabled` does is not known.
    ExpiresIn {
        /// `disabled`.
        Disabled = "disabled",
        /// `never`.
        Never = "never",
        /// `day`.
        Day = "day",
        /// `week`.
        Week = "week",
        /// `month`.
        Month = "month",
        /// `year`.
        Year = "year",
    }
}

open_enum! {
    /// By what an imported user is the same as one that is there. `userName` is in the vendor's prose only.
    MergeType {
        /// `none`.
        None = "none",
        /// `email`.
        Email = "email",
        /// `empNo`.
        EmployeeNumber = "empNo",
        /// `userName`.
        UserName = "userName",
    }
}

open_enum! {
    /// How far a lesson is. Only those that are `active` can be scheduled; `never` is still being edited,
    /// `rendering` and `error` are on the way to it.
    LessonStatus {
        /// `active`.
        Active = "active",
        /// `inactive`.
        Inactive = "inactive",
        /// `never`.
        Never = "never",
        /// `rendering`.
        Rendering = "rendering",
        /// `error`.
        Error = "error",
    }
}

open_enum! {
    /// How a lesson schedule stands.
    ScheduleStatus {
        /// `scheduled`.
        Scheduled = "scheduled",
        /// `due`.
        Due = "due",
        /// `overdue`.
        Overdue = "overdue",
        /// `completed`.
        Completed = "completed",
        /// `cancelled`.
        Cancelled = "cancelled",
    }
}

open_enum! {
    /// Which lesson schedules are listed.
    ScheduleFilter {
        /// `all`.
        All = "all",
        /// `scheduled`.
        Scheduled = "scheduled",
        /// `due`.
        Due = "due",
        /// `overdue`.
        Overdue = "overdue",
        /// `completed`.
        Completed = "completed",
        /// `cancelled`.
        Cancelled = "cancelled",
    }
}

open_enum! {
    /// How a lesson came to be scheduled.
    ScheduleType {
        /// `automatic`.
        Automatic = "automatic",
    }
}

open_enum! {
    /// What a grace period is counted in.
    GracePeriodUnit {
        /// `days`.
        Days = "days",
        /// `months`.
        Months = "months",
    }
}

open_enum! {
    /// Where a session is in time, as answers have it.
    IltState {
        /// `upcoming`.
        Upcoming = "upcoming",
        /// `inprogress`.
        InProgress = "inprogress",
        /// `past`.
        Past = "past",
    }
}

number_enum! {
    /// Where a session is in time, as the filter has it.
    IltStateNumber {
        /// `1`.
        Upcoming = 1,
        /// `2`.
        InProgress = 2,
        /// `3`.
        Past = 3,
    }
}

number_enum! {
    /// What became of a session.
    IltStatus {
        /// `1`.
        Active = 1,
        /// `2`.
        Completed = 2,
        /// `3`.
        Cancelled = 3,
    }
}

number_enum! {
    /// The vendor's own code for what went wrong. It stands whatever the HTTP status: 500 comes with 503.
    InternalCode {
        /// `500`.
        InternalServerError = 500,
        /// `806`.
        InvalidAccessKey = 806,
        /// `831`.
        NotAuthorised = 831,
        /// `836`.
        ScheduleCancelled = 836,
        /// `837`.
        ScheduleCompleted = 837,
        /// `840`.
        ScheduleNotFound = 840,
        /// `842`.
        GroupNotFound = 842,
    }
}

open_enum! {
    /// Why a schedule was cancelled. Which other values there are is not known.
    CancellationReason {
        /// `SCHEDULE_CANCELLED_MANUALLY`.
        ScheduleCancelledManually = "SCHEDULE_CANCELLED_MANUALLY",
    }
}
