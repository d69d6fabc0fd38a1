//! Departments.

use std::collections::BTreeMap;

use super::Accredible;

/// The department of a group that names no other.
pub(super) const DEFAULT: u64 = 123;

/// A department.
#[derive(Debug, Clone)]
pub(super) struct Department {
    pub(super) name: String,
}

/// The departments of a new sandbox.
pub(super) fn initial() -> BTreeMap<u64, Department> {
    let department = |name: &str| Department { name: name.to_owned() };
    [(DEFAULT, department("Harbour Academy")), (124, department("Crane School"))].into()
}

impl Accredible {
    /// The department of a group.
    pub(super) fn department_of(&self, group: u64) -> u64 {
        let id = self.groups.get(&group).and_then(|group| group.written.get("department_id"));
        let id = id.and_then(|id| id.as_u64().or_else(|| id.as_str()?.parse().ok()));
        id.unwrap_or(DEFAULT)
    }
}
