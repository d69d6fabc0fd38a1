//! The quota of a token: a number of requests in each window of 15 minutes, then one per second.

use std::time::Duration;

use crate::exchange::Answer;

const WINDOW: Duration = Duration::from_secs(900);

/// The used quota of a token.
#[derive(Debug, Default)]
pub(super) struct Quota {
    /// When the window ends, once it has begun.
    ends: Option<Duration>,
    used: usize,
    /// When the last request was allowed.
    last: Duration,
}

/// The state of a quota, as in the headers.
#[derive(Debug)]
pub(super) struct QuotaState {
    limit: usize,
    remaining: usize,
    reset: u64,
}

impl Quota {
    /// Counts a request. Returns whether it is allowed. A limit of 0 allows none.
    pub(super) fn take(&mut self, limit: usize, now: Duration) -> bool {
        if self.ends.is_none_or(|ends| ends <= now) {
            (self.ends, self.used) = (Some(now.saturating_add(WINDOW)), 0);
        }
        if limit == 0 || self.used >= limit && now < self.last.saturating_add(Duration::from_secs(1)) {
            return false;
        }
        self.used += 1;
        self.last = now;
        true
    }

    pub(super) fn state(&self, limit: usize, now: Duration) -> QuotaState {
        let left = self.ends.unwrap_or_default().saturating_sub(now);
        QuotaState {
            limit,
            remaining: limit.saturating_sub(self.used),
            reset: left.as_secs() + u64::from(left.subsec_nanos() > 0),
        }
    }
}

impl QuotaState {
    /// Adds the headers to an answer.
    pub(super) fn add_to(&self, answer: Answer) -> Answer {
        answer
            .header("nc-rate-limit-limit", self.limit.to_string())
            .header("nc-rate-limit-remaining", self.remaining.to_string())
            .header("nc-rate-limit-reset", self.reset.to_string())
    }
}
