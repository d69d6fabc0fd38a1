//! What the settings of vendors share: the switches for what a vendor's contract leaves open, and what a test wants to be otherwise.

use std::collections::VecDeque;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The settings of a vendor.
pub(crate) trait VendorSettings {
    /// The sentence on what makes no sense in them, if something does not.
    fn problem(&self) -> Option<String> {
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
        let window = Duration::from_secs(self.seconds);
        while let_through.front().is_some_and(|at| at.saturating_add(window) <= now) {
            let_through.pop_front();
        }
        if let_through.len() < self.limit {
            let_through.push_back(now);
            return None;
        }
        let wait = let_through.front().map_or(window, |at| at.saturating_add(window) - now);
        Some(wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0)))
    }
}
