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
    /// The status of a user's invitation: `Pending` until it is sent, then `Notified`; `Active` once the
    /// account is activated; `Nudged` after a reminder, 1 to 2 days before it expires; `Expired` 28 days
    /// after it was sent. The case may vary; see `in_any_case`.
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
    /// The kind of a story. The case varies between the vendor's pages; see `in_any_case`.
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
    /// The state of a certificate. The case may vary; see `in_any_case`.
    CertificateState {
        /// `pending`.
        Pending = "pending",
        /// `delivered`.
        Delivered = "delivered",
    }
}

open_enum! {
    /// The kind of a stream or an episode. The case may vary; see `in_any_case`.
    StreamType {
        /// `audio`.
        Audio = "audio",
        /// `podcast`.
        Podcast = "podcast",
        /// `video`.
        Video = "video",
        /// `youtube`.
        Youtube = "youtube",
    }
}

open_enum! {
    /// A user's state in a pathway. The case may vary; see `in_any_case`.
    EnrolmentState {
        /// `In Progress`.
        InProgress = "In Progress",
        /// `Complete`.
        Complete = "Complete",
    }
}

open_enum! {
    /// Whether a user attended. The case may vary; see `in_any_case`.
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
    /// The state of a voucher: `pending` until the user is notified, then `notified`; `verify` once the
    /// device is asked to confirm; `redeemed`, or `expired`. The case may vary; see `in_any_case`.
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

open_enum! {
    /// The length of a step.
    AnalyticsInterval {
        /// `hour`.
        Hour = "hour",
        /// `day`.
        Day = "day",
        /// `month`.
        Month = "month",
        /// `year`.
        Year = "year",
    }
}
