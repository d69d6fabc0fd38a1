//! The arithmetic of windows: how many requests have room now, and when the next one does.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

use super::{Correction, Window};

/// The requests of one quota.
///
/// A request counts from the moment it is let through until a whole span after it was answered: the vendor counted it
/// at some time in between, and no later.
#[derive(Debug)]
pub(super) struct Requests {
    trailing: Vec<(usize, Duration)>,
    fixed: Vec<Span>,
    in_flight: usize,
    /// When the requests that are done with were, oldest first; as far back as the longest trailing window.
    settled: VecDeque<Instant>,
    paused_until: Option<Instant>,
}

/// A fixed window as it stands.
#[derive(Debug)]
struct Span {
    limit: usize,
    per: Duration,
    then_every: Option<Duration>,
    ends: Option<Instant>,
    used: usize,
    last: Option<Instant>,
}

impl Requests {
    pub(super) fn new(windows: &[Window]) -> Self {
        let mut requests = Self {
            trailing: Vec::new(),
            fixed: Vec::new(),
            in_flight: 0,
            settled: VecDeque::new(),
            paused_until: None,
        };
        for window in windows {
            match *window {
                Window::Trailing { limit, per } => requests.trailing.push((limit as usize, per)),
                Window::Fixed { limit, per, then_every } => requests.fixed.push(Span {
                    limit: limit as usize,
                    per,
                    then_every,
                    ends: None,
                    used: 0,
                    last: None,
                }),
            }
        }
        requests
    }

    /// The earliest time at which there can be room for a request with so many others before it.
    pub(super) fn room_at(&mut self, before: usize, now: Instant) -> Instant {
        self.forget(now);
        let paused = self.paused_until.map_or(now, |until| until.max(now));
        let trailing = self.trailing.iter().map(|&(limit, per)| self.trailing_room(limit, per, before, now));
        let fixed = self.fixed.iter().map(|span| span.room_at(before, now));
        trailing.chain(fixed).fold(paused, Instant::max)
    }

    fn trailing_room(&self, limit: usize, per: Duration, before: usize, now: Instant) -> Instant {
        let first = self.settled.partition_point(|settled| *settled + per <= now);
        let counted = self.settled.len() - first;
        let Some(to_expire) = (self.in_flight + counted + before + 1).checked_sub(limit).filter(|&n| n > 0)
        else {
            return now;
        };
        match self.settled.get(first + to_expire - 1) {
            Some(settled) => *settled + per,
            // These are not even answered yet: no earlier than a span from now, for each `limit` of them.
            None => {
                now + per * u32::try_from((to_expire - counted).div_ceil(limit.max(1))).unwrap_or(u32::MAX)
            }
        }
    }

    pub(super) fn take(&mut self, now: Instant) {
        self.in_flight += 1;
        for span in &mut self.fixed {
            span.take(now);
        }
    }

    pub(super) fn settle(&mut self, reached: bool, now: Instant) {
        self.in_flight -= 1;
        if reached {
            if !self.trailing.is_empty() {
                self.settled.push_back(now);
            }
        } else {
            for span in &mut self.fixed {
                span.used = span.used.saturating_sub(1);
            }
        }
        for span in &mut self.fixed {
            span.last = Some(now);
        }
    }

    pub(super) fn correct(&mut self, correction: Correction, now: Instant) {
        match correction {
            Correction::Pause(pause) => {
                // A pause of more than thirty years is for ever, and no instant is that far.
                let until = now + pause.min(Duration::from_secs(1_000_000_000));
                self.paused_until = Some(self.paused_until.map_or(until, |paused| paused.max(until)));
            }
            Correction::Standing { limit, remaining, reset } => {
                // The request that brought this answer is still in flight here, and counted there.
                let others = self.in_flight.saturating_sub(1);
                for span in &mut self.fixed {
                    span.correct(limit as usize, remaining as usize, now + reset, others);
                }
            }
        }
    }

    /// Drops what no window counts any more, and begins new spans.
    fn forget(&mut self, now: Instant) {
        if self.paused_until.is_some_and(|until| until <= now) {
            self.paused_until = None;
        }
        let longest = self.trailing.iter().map(|(_, per)| *per).max().unwrap_or_default();
        while self.settled.front().is_some_and(|settled| *settled + longest <= now) {
            self.settled.pop_front();
        }
        for span in &mut self.fixed {
            if span.ends.is_some_and(|ends| ends <= now) {
                // Those in flight may be counted in the new span.
                (span.ends, span.used) = (None, self.in_flight);
            }
        }
    }
}

impl Span {
    fn room_at(&self, before: usize, now: Instant) -> Instant {
        let Some(beyond) = (self.used + before + 1).checked_sub(self.limit).filter(|&n| n > 0) else {
            return now;
        };
        let next_span = self.ends.unwrap_or(now + self.per);
        let Some(every) = self.then_every else {
            return next_span;
        };
        // Only those beyond the limit keep the pace; the first of them follows the last request there was.
        let paced = beyond.min(before + 1);
        let first = self.last.map_or(now, |last| (last + every).max(now));
        let at = first + every * u32::try_from(paced - 1).unwrap_or(u32::MAX);
        at.min(next_span)
    }

    fn take(&mut self, now: Instant) {
        self.ends.get_or_insert(now + self.per);
        self.used += 1;
        self.last = Some(now);
    }

    fn correct(&mut self, limit: usize, remaining: usize, ends: Instant, others: usize) {
        // Seconds are rounded: an end that is off by more than one belongs to another span.
        let same = self.ends.is_some_and(|known| known.max(ends) - known.min(ends) < Duration::from_secs(2));
        let used = limit.saturating_sub(remaining);
        self.used = if same { self.used.max(used) } else { used + others };
        self.limit = limit;
        if !same {
            self.ends = Some(ends);
        }
    }
}
