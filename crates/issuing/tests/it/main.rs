//! Sheets, plans and journals.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

#[cfg(feature = "accredible")]
mod apply;
#[cfg(feature = "accredible")]
mod failures;
#[cfg(feature = "accredible")]
mod forecast;
#[cfg(feature = "accredible")]
mod journal;
#[cfg(feature = "accredible")]
mod pace;
#[cfg(feature = "accredible")]
mod plan;
#[cfg(feature = "accredible")]
mod replies;
#[cfg(feature = "accredible")]
mod report;
#[cfg(feature = "accredible")]
mod reread;
mod sheet;
#[cfg(feature = "accredible")]
mod support;
#[cfg(feature = "accredible")]
mod undo;
#[cfg(feature = "accredible")]
mod updates;
#[cfg(feature = "accredible")]
mod versions;
