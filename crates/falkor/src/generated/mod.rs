//! What the contract says, as code.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

pub mod analytics;
pub mod data;
mod enums;
pub mod events;
pub mod groups;
mod ids;
pub mod logs;
mod models;
mod operation_id;
pub mod operations;
pub mod pathways;
pub mod rewards;
pub mod web_tracking;
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

    /// Pathways, which users are enrolled in.
    #[must_use]
    pub fn pathways(&self) -> pathways::Pathways {
        pathways::Pathways::new(self)
    }

    /// Web activities of pathways.
    #[must_use]
    pub fn web_tracking(&self) -> web_tracking::WebTracking {
        web_tracking::WebTracking::new(self)
    }

    /// Classrooms and events of pathways, and their attendees.
    #[must_use]
    pub fn events(&self) -> events::Events {
        events::Events::new(self)
    }

    /// Rewards of pathways, and their vouchers.
    #[must_use]
    pub fn rewards(&self) -> rewards::Rewards {
        rewards::Rewards::new(self)
    }

    /// Users' activity in stories, pathways and streams, and their certificates.
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
