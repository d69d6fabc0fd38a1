#![doc = include_str!("../README.md")]

#[cfg(feature = "accredible")]
mod accredible;
mod apply;
pub mod fields;
pub mod issuer;
pub mod journal;
pub mod own_id;
pub mod plan;
pub mod report;
pub mod sheet;
mod state;
mod status;
mod undo;

#[cfg(feature = "accredible")]
pub use accredible::AccredibleIssuer;
pub use apply::{ApplyError, ApplyOptions, NoWatch, Progress, Watch, apply};
pub use journal::Journal;
pub use plan::{Plan, PlanOptions};
pub use state::{RowState, Stage, Standing, State};
pub use status::Status;
pub use tassel_core::Error;
pub use undo::{UndoError, Undone, undo};
