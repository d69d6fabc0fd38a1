//! How often a token may ask: so many requests in each span of 15 minutes, and then one per second.

use std::time::Duration;

use crate::exchange::Answer;

const WINDOW: Duration = Duration::from_secs(900);

/// What a token has used.
#[derive(Debug, Default)]
pub(super) struct Quota {
    /// When the span ends, once it has begun.
    ends: Option<Duration>,
    used: usize,
    /// When the last request was let through.
    last: Duration,
}

/// How a quota stands, as headers say it.
#[derive(Debug)]
pub(super) struct QuotaState {
    limit: usize,
    remaining: usize,
    reset: u64,
}

impl Quota {
    /// Counts a request, and tells whether it is let through. Without any quota none is, however slowly one asks.
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
    /// An answer with it.
    pub(super) fn add_to(&self, answer: Answer) -> Answer {
        answer
            .header("nc-rate-limit-limit", self.limit.to_string())
            .header("nc-rate-limit-remaining", self.remaining.to_string())
            .header("nc-rate-limit-reset", self.reset.to_string())
    }
}
