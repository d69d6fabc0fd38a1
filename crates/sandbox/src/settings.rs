//! What the settings of vendors share. Settings choose between behaviours that a contract leaves open.

use std::collections::VecDeque;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The settings of a vendor.
pub(crate) trait VendorSettings {
    /// What is wrong with the settings, if anything.
    fn problem(&self) -> Option<String> {
        None
    }
}

/// A number of requests in a trailing window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrailingQuota {
    /// The number of requests.
    pub limit: usize,
    /// The window in seconds.
    pub seconds: u64,
}

impl TrailingQuota {
    /// Counts a request, or returns the seconds to wait if the quota is used up.
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
