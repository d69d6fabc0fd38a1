//! The vendor's enums, open to values it adds.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::{number_enum, open_enum};

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
    /// How far a user's invitation has come. In which case it is written varies; see `in_any_case`.
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
    /// What kind of story it is. In which case it is written varies; see `in_any_case`.
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
    /// How far a certificate has come. In which case it is written varies; see `in_any_case`.
    CertificateState {
        /// `pending`.
        Pending = "pending",
        /// `delivered`.
        Delivered = "delivered",
    }
}
