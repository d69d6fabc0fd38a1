//! The switches: what a vendor's contract leaves open, and what a test wants to be otherwise.

use std::collections::VecDeque;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::names::unknown;

/// All settings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// Those of Accredible.
    #[cfg(feature = "accredible")]
    pub accredible: crate::accredible::Settings,
    /// Those of Coursepath.
    #[cfg(feature = "coursepath")]
    pub coursepath: crate::coursepath::Settings,
    /// Those of Damstra.
    #[cfg(feature = "damstra")]
    pub damstra: crate::damstra::Settings,
    /// Those of Falkor.
    #[cfg(feature = "falkor")]
    pub falkor: crate::falkor::Settings,
    /// Those of NameCoach.
    #[cfg(feature = "namecoach")]
    pub namecoach: crate::namecoach::Settings,
}

impl Settings {
    /// The sentence on an operation that a setting names and does not exist, if there is one.
    pub(crate) fn unknown_operation(&self) -> Option<String> {
        #[cfg(feature = "falkor")]
        {
            let known: Vec<_> = tassel_falkor::OPERATIONS.iter().map(|operation| operation.id).collect();
            let mut endpoints = self.falkor.endpoints.iter().flatten();
            endpoints.find_map(|name| unknown("falkor", "operation", name, &known))
        }
        #[cfg(not(feature = "falkor"))]
        None
    }
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

impl TrailingQuota {
    /// Lets a request through and remembers when, or tells after how many seconds to try again.
    pub(crate) fn wait(self, let_through: &mut VecDeque<Duration>, now: Duration) -> Option<u64> {
        let span = Duration::from_secs(self.seconds);
        while let_through.front().is_some_and(|at| at.saturating_add(span) <= now) {
            let_through.pop_front();
        }
        if let_through.len() < self.limit {
            let_through.push_back(now);
            return None;
        }
        let wait = let_through.front().map_or(span, |at| at.saturating_add(span) - now);
        Some(wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0)))
    }
}
