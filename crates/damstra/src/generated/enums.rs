//! The vendor's enums, open to values it adds.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

number_enum! {
    /// A role. A user may have several. The vendor does not explain 1, which is in every example.
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
    /// Whether a user belongs to the organisation. The learning records of former users are kept.
    ClientStatus {
        /// `56`.
        Active = 56,
        /// `57`.
        NotCurrent = 57,
    }
}

open_enum! {
    /// A filter for active and inactive users.
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
    /// How long a login link is valid. What `disabled` does is not known.
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
    /// The field that matches an imported user with an existing one. `userName` is only in the vendor's
    /// prose.
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
    /// The status of a lesson. Only `active` lessons can be scheduled. `never` means that the lesson is being
    /// edited; `rendering` and `error` occur before it is published.
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
    /// The status of a lesson schedule.
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
    /// A filter by the status of a lesson schedule.
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
    /// How a lesson was scheduled.
    ScheduleType {
        /// `automatic`.
        Automatic = "automatic",
    }
}

open_enum! {
    /// The unit of a grace period.
    GracePeriodUnit {
        /// `days`.
        Days = "days",
        /// `months`.
        Months = "months",
    }
}

open_enum! {
    /// The time state of a session, as in replies.
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
    /// The time state of a session, as in the filter.
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
    /// The status of a session.
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
    /// The vendor's error code. It does not depend on the HTTP status: code 500 has status 503.
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
    /// The reason why a lesson schedule was cancelled. Other values are not known.
    CancellationReason {
        /// `SCHEDULE_CANCELLED_MANUALLY`.
        ScheduleCancelledManually = "SCHEDULE_CANCELLED_MANUALLY",
    }
}
