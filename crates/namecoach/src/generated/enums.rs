//! The vendor's enums, open to values it adds.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

open_enum! {
    /// What can be included with each participant.
    Include {
        /// `custom_attributes`.
        CustomAttributes = "custom_attributes",
        /// `embeddables`.
        Embeddables = "embeddables",
    }
}

number_enum! {
    /// An icon in `embed_image`. The names are those of an older version of the API.
    IconCode {
        /// `0`.
        PlayButton = 0,
        /// `1`.
        Loudspeaker = 1,
        /// `2`.
        OtherLoudspeaker = 2,
    }
}

open_enum! {
    /// The state of an export.
    ExportState {
        /// `initial`.
        Initial = "initial",
        /// `in_progress`.
        InProgress = "in_progress",
        /// `completed`.
        Completed = "completed",
        /// `expired`.
        Expired = "expired",
        /// `failed`.
        Failed = "failed",
    }
}
