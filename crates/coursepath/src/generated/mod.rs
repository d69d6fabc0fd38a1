//! What the contract says, as code.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

pub mod course_members;
pub mod courses;
pub mod groups;
mod ids;
pub mod members;
mod models;
mod operation_id;
pub mod operations;
pub mod program_members;
pub mod webhooks;

/// The vendor's objects, enums and ids.
pub mod model {
    pub use super::ids::*;
    pub use super::models::*;
}

use model::*;
#[doc(hidden)]
pub use operation_id::OperationId;

/// The resources.
impl crate::Client {
    /// Courses of the academy.
    #[must_use]
    pub fn courses(&self) -> courses::Courses {
        courses::Courses::new(self)
    }

    /// Members of the academy.
    #[must_use]
    pub fn members(&self) -> members::Members {
        members::Members::new(self)
    }

    /// Members of courses, and their results.
    #[must_use]
    pub fn course_members(&self) -> course_members::CourseMembers {
        course_members::CourseMembers::new(self)
    }

    /// Members of programs. No operation reads the programs themselves.
    #[must_use]
    pub fn program_members(&self) -> program_members::ProgramMembers {
        program_members::ProgramMembers::new(self)
    }

    /// Groups of members.
    #[must_use]
    pub fn groups(&self) -> groups::Groups {
        groups::Groups::new(self)
    }
}
