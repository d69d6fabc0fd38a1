//! The code that the tests that cross crates share.

pub mod hostile;
#[cfg(feature = "http")]
pub mod live;
mod loss;
mod vendor;

pub use loss::loss;
pub use vendor::Vendor;

/// The programs of the README, compiled and, where they need no account, run.
#[cfg(all(doctest, feature = "http"))]
#[doc = include_str!("../../README.md")]
pub struct Readme;
