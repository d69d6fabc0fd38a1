//! The switches: what a vendor's contract leaves open, and what a test wants to be otherwise.

use serde::{Deserialize, Serialize};

/// All settings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// Those of Accredible.
    #[cfg(feature = "accredible")]
    pub accredible: crate::accredible::Settings,
}

/// So many requests in any span of so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrailingQuota {
    /// How many requests.
    pub limit: usize,
    /// In how many seconds.
    pub seconds: u64,
}
