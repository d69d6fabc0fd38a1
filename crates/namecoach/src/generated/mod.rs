//! What the contract says, as code.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

mod enums;
pub mod exports;
mod ids;
mod models;
pub mod moodle;
mod operation_id;
pub mod operations;
pub mod participants;

/// The vendor's objects, enums and ids.
pub mod model {
    pub use super::enums::*;
    pub use super::ids::*;
    pub use super::models::*;
}

use model::*;
#[doc(hidden)]
pub use operation_id::OperationId;

/// The resources.
impl crate::Client {
    /// Participants of name pages, and their recordings.
    #[must_use]
    pub fn participants(&self) -> participants::Participants {
        participants::Participants::new(self)
    }

    /// Asynchronous exports of participants.
    #[must_use]
    pub fn exports(&self) -> exports::Exports {
        exports::Exports::new(self)
    }

    /// Courses of a Moodle installation that is connected to the account.
    #[must_use]
    pub fn moodle(&self) -> moodle::Moodle {
        moodle::Moodle::new(self)
    }
}
