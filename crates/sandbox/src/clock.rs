//! The sandbox's clock: a fixed start, plus the elapsed time, plus the time it was advanced by.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use tokio::time::Instant;

/// The start of every sandbox: 2026-09-01T08:00:00Z.
const START: i64 = 1_788_249_600;

/// The sandbox's clock.
#[derive(Debug)]
pub(crate) struct Clock {
    origin: Instant,
    advanced: Duration,
    frozen: Option<Duration>,
    /// The time that a late request is acted on at.
    held: Option<Duration>,
}

impl Clock {
    /// A clock that is frozen at its start.
    pub(crate) fn new() -> Self {
        Self { origin: Instant::now(), advanced: Duration::ZERO, frozen: Some(Duration::ZERO), held: None }
    }

    /// The time since the start.
    pub(crate) fn elapsed(&self) -> Duration {
        let running = || self.frozen.unwrap_or_else(|| self.origin.elapsed()).saturating_add(self.advanced);
        self.held.unwrap_or_else(running)
    }

    /// Holds the clock at a time since the start, or lets it go on as if it had not been held.
    pub(crate) fn hold(&mut self, at: Option<Duration>) {
        self.held = at;
    }

    pub(crate) fn now(&self) -> Timestamp {
        // The start is a valid constant; a time out of range is clamped.
        Timestamp::from_second(START)
            .unwrap_or_default()
            .saturating_add(self.elapsed())
            .unwrap_or(Timestamp::MAX)
    }

    pub(crate) fn today(&self) -> Date {
        self.now().to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        self.advanced = self.advanced.saturating_add(by);
    }

    pub(crate) fn is_frozen(&self) -> bool {
        self.frozen.is_some()
    }

    pub(crate) fn freeze(&mut self, frozen: bool) {
        if frozen == self.is_frozen() {
            return;
        }
        if let Some(at) = self.frozen.take() {
            // Resumes at the time it was frozen at.
            self.origin = Instant::now();
            self.advance(at);
        } else {
            self.frozen = Some(self.origin.elapsed());
        }
    }
}
