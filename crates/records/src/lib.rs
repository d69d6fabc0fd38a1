#![doc = include_str!("../README.md")]
// By default all vendors are there.
#![cfg_attr(
    not(feature = "default"),
    allow(dead_code, unused_imports, reason = "each vendor needs some of what they share")
)]

mod mapped;
mod people;
mod questions;
pub mod roll;
mod types;
mod untold;
mod vendors;

pub use mapped::{Lost, Mapped, Source};
pub use people::{Doubt, Why, normalise};
pub use questions::{About, Completions, Credentials, Plan, Pronunciations, Reading};
pub use roll::Roll;
pub use tassel_core::Error;
pub use tassel_core::kit::{BoxStream, TryStreamExt};
pub use tassel_core::values::Id;
pub use types::{
    Award, Completion, Course, Credential, Enrollment, Kind, Learner, Pronunciation, Recording, Stage,
    Standing, Stated, Verdict, When,
};
