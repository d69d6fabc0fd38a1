#![doc = include_str!("../README.md")]
// By default all vendors are there.
#![cfg_attr(
    not(feature = "default"),
    allow(dead_code, unused_imports, reason = "each vendor uses some of the shared code")
)]

mod gaps;
mod mapping;
mod matching;
mod reading;
mod records;
pub mod roll;
mod vendors;

pub use mapping::{MappedRecord, MappingLoss, Source};
pub use matching::{Doubt, MatchReason, normalise};
pub use reading::{Completions, Credentials, Plan, Pronunciations, Reading, Scope};
pub use records::{
    AwardState, Completion, Course, Credential, CredentialKind, DateOrTime, Enrollment, Identity,
    Pronunciation, Recording, Stage, Standing, Statement, Verdict,
};
pub use roll::Roll;
pub use tassel_core::Error;
pub use tassel_core::kit::{BoxStream, TryStreamExt};
pub use tassel_core::values::Id;
