//! What the contract says, as code.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

pub mod analytics;
pub mod attribute_keys;
pub mod collections;
pub mod credentials;
pub mod departments;
pub mod designers;
pub mod designs;
mod enums;
pub mod evidence_items;
pub mod exports;
pub mod groups;
mod ids;
pub mod issuer;
mod models;
mod operation_id;
pub mod operations;
pub mod references;
pub mod skill_categories;
pub mod skill_frameworks;
pub mod sso;
pub mod team_members;

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
    /// Certificates and badges, one for each recipient and achievement.
    #[must_use]
    pub fn credentials(&self) -> credentials::Credentials {
        credentials::Credentials::new(self)
    }

    /// Evidence on a credential, such as files, grades and transcripts.
    #[must_use]
    pub fn evidence_items(&self) -> evidence_items::EvidenceItems {
        evidence_items::EvidenceItems::new(self)
    }

    /// Statements on a credential by people who know the recipient.
    #[must_use]
    pub fn references(&self) -> references::References {
        references::References::new(self)
    }

    /// Links that log recipients in.
    #[must_use]
    pub fn sso(&self) -> sso::Sso {
        sso::Sso::new(self)
    }

    /// Courses and achievements that credentials are issued for.
    #[must_use]
    pub fn groups(&self) -> groups::Groups {
        groups::Groups::new(self)
    }

    /// Sets of groups.
    #[must_use]
    pub fn collections(&self) -> collections::Collections {
        collections::Collections::new(self)
    }

    /// Categories of skills, of which a group can have one.
    #[must_use]
    pub fn skill_categories(&self) -> skill_categories::SkillCategories {
        skill_categories::SkillCategories::new(self)
    }

    /// Frameworks of skills, which groups take their skills from.
    #[must_use]
    pub fn skill_frameworks(&self) -> skill_frameworks::SkillFrameworks {
        skill_frameworks::SkillFrameworks::new(self)
    }

    /// Custom attributes that credentials can have.
    #[must_use]
    pub fn attribute_keys(&self) -> attribute_keys::AttributeKeys {
        attribute_keys::AttributeKeys::new(self)
    }

    /// Asynchronous data exports of a department.
    #[must_use]
    pub fn exports(&self) -> exports::Exports {
        exports::Exports::new(self)
    }

    /// What has happened to credentials.
    #[must_use]
    pub fn analytics(&self) -> analytics::Analytics {
        analytics::Analytics::new(self)
    }

    /// How certificates and badges look.
    #[must_use]
    pub fn designs(&self) -> designs::Designs {
        designs::Designs::new(self)
    }

    /// The embedded editors of designs.
    #[must_use]
    pub fn designers(&self) -> designers::Designers {
        designers::Designers::new(self)
    }

    /// Departments of the account. A group belongs to one.
    #[must_use]
    pub fn departments(&self) -> departments::Departments {
        departments::Departments::new(self)
    }

    /// People who work with the account.
    #[must_use]
    pub fn team_members(&self) -> team_members::TeamMembers {
        team_members::TeamMembers::new(self)
    }

    /// The account itself.
    #[must_use]
    pub fn issuer(&self) -> issuer::Issuer {
        issuer::Issuer::new(self)
    }
}
