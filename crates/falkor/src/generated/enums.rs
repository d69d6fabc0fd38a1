//! The vendor's enums, open to values it adds.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

number_enum! {
    /// Whether new users are invited.
    Invite {
        /// `0`.
        Never = 0,
        /// `1`.
        Automatically = 1,
    }
}

open_enum! {
    /// How far a user's invitation has come: `Pending` until it is sent and `Notified` then, `Active` once
    /// the account is activated, `Nudged` after a reminder 1 to 2 days before it expires, `Expired` 28 days
    /// after it was sent. Capital letters may vary; see `in_any_case`.
    InviteStatus {
        /// `Pending`.
        Pending = "Pending",
        /// `Notified`.
        Notified = "Notified",
        /// `Active`.
        Active = "Active",
        /// `Nudged`.
        Nudged = "Nudged",
        /// `Expired`.
        Expired = "Expired",
    }
}

open_enum! {
    /// What kind of story it is. Capital letters vary between the vendor's pages; see `in_any_case`.
    StoryType {
        /// `story`.
        Story = "story",
        /// `assessment`.
        Assessment = "assessment",
        /// `survey`.
        Survey = "survey",
        /// `scorm`.
        Scorm = "scorm",
        /// `Story`.
        StoryCapitalised = "Story",
    }
}

open_enum! {
    /// How far a certificate has come. Capital letters may vary; see `in_any_case`.
    CertificateState {
        /// `pending`.
        Pending = "pending",
        /// `delivered`.
        Delivered = "delivered",
    }
}

open_enum! {
    /// How far a user has come with a pathway. Capital letters may vary; see `in_any_case`.
    EnrolmentState {
        /// `In Progress`.
        InProgress = "In Progress",
        /// `Complete`.
        Complete = "Complete",
    }
}

open_enum! {
    /// Whether a user came. Capital letters may vary; see `in_any_case`.
    AttendeeState {
        /// `booked`.
        Booked = "booked",
        /// `absent`.
        Absent = "absent",
        /// `attended`.
        Attended = "attended",
    }
}

open_enum! {
    /// How far a voucher has come: `pending` until its user is told, `notified` then, `verify` once the
    /// device is asked to confirm, `redeemed`, or `expired`. Capital letters may vary; see `in_any_case`.
    VoucherState {
        /// `pending`.
        Pending = "pending",
        /// `notified`.
        Notified = "notified",
        /// `verify`.
        Verify = "verify",
        /// `redeemed`.
        Redeemed = "redeemed",
        /// `expired`.
        Expired = "expired",
    }
}
