//! What the contract says, as code.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

pub mod data;
mod enums;
pub mod groups;
mod ids;
pub mod logs;
mod models;
mod operation_id;
pub mod operations;
pub mod webhooks;

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
    /// Groups of users. A user is created by being added to a group.
    #[must_use]
    pub fn groups(&self) -> groups::Groups {
        groups::Groups::new(self)
    }

    /// Tables of the account's own figures, in uploads of collections.
    #[must_use]
    pub fn data(&self) -> data::Data {
        data::Data::new(self)
    }

    /// Users' activity in stories, and their certificates.
    #[must_use]
    pub fn logs(&self) -> logs::Logs {
        logs::Logs::new(self)
    }
}
