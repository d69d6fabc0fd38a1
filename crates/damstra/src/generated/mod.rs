//! What the contract says, as code.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

mod enums;
pub mod groups;
mod ids;
pub mod ilt_sessions;
pub mod lesson_schedules;
pub mod lessons;
mod models;
mod operation_id;
pub mod operations;
pub mod player;
pub mod users;
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
    /// Users: trainees, supervisors and administrators.
    #[must_use]
    pub fn users(&self) -> users::Users {
        users::Users::new(self)
    }

    /// Groups of users, which form a tree.
    #[must_use]
    pub fn groups(&self) -> groups::Groups {
        groups::Groups::new(self)
    }

    /// Lessons. The API only reads them.
    #[must_use]
    pub fn lessons(&self) -> lessons::Lessons {
        lessons::Lessons::new(self)
    }

    /// Lessons scheduled for users, and their results.
    #[must_use]
    pub fn lesson_schedules(&self) -> lesson_schedules::LessonSchedules {
        lesson_schedules::LessonSchedules::new(self)
    }

    /// Instructor-led sessions.
    #[must_use]
    pub fn ilt_sessions(&self) -> ilt_sessions::IltSessions {
        ilt_sessions::IltSessions::new(self)
    }

    /// The player for a scheduled lesson, for embedding in a page.
    #[must_use]
    pub fn player(&self) -> player::Player {
        player::Player::new(self)
    }
}
