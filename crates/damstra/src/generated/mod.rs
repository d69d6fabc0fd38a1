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
    /// Who learns, and who manages.
    #[must_use]
    pub fn users(&self) -> users::Users {
        users::Users::new(self)
    }

    /// Groups of users, in a tree.
    #[must_use]
    pub fn groups(&self) -> groups::Groups {
        groups::Groups::new(self)
    }

    /// What is taught. Lessons are only read.
    #[must_use]
    pub fn lessons(&self) -> lessons::Lessons {
        lessons::Lessons::new(self)
    }

    /// A lesson that a user is to take, and what came of it.
    #[must_use]
    pub fn lesson_schedules(&self) -> lesson_schedules::LessonSchedules {
        lesson_schedules::LessonSchedules::new(self)
    }

    /// Instructor-led sessions.
    #[must_use]
    pub fn ilt_sessions(&self) -> ilt_sessions::IltSessions {
        ilt_sessions::IltSessions::new(self)
    }

    /// The player for a scheduled lesson, to be embedded in a page.
    #[must_use]
    pub fn player(&self) -> player::Player {
        player::Player::new(self)
    }
}
