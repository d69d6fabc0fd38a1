//! What the contract says, as code.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

pub mod analytics;
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

    /// Users' activity in stories, and their certificates.
    #[must_use]
    pub fn logs(&self) -> logs::Logs {
        logs::Logs::new(self)
    }

    /// Figures on the use of apps, pathways, streams and stories: without a filter, of the latest 10.
    #[must_use]
    pub fn analytics(&self) -> analytics::Analytics {
        analytics::Analytics::new(self)
    }
}
