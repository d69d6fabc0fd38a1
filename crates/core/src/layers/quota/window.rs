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
#[derive(Debug, Clone)]
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
    ///
    /// Those before it are sent as soon as the windows let them, and those in flight are taken to be answered now: it
    /// may become later than this, and not earlier.
    pub(super) fn room_at(&mut self, before: usize, now: Instant) -> Instant {
        self.forget(now);
        let mut at = self.paused_until.map_or(now, |until| until.max(now));
        let mut ahead: Vec<Instant> = Vec::with_capacity(before);
        let mut fixed = self.fixed.clone();
        if self.in_flight > 0 {
            fixed.iter_mut().for_each(|span| span.last = Some(now));
        }
        loop {
            let counted = self.settled.len() + self.in_flight + ahead.len();
            for (limit, per) in &self.trailing {
                // The one whose place in the window this one takes.
                let Some(place) = counted.checked_sub((*limit).max(1)) else { continue };
                let sent = self.settled.get(place).copied();
                let sent = sent
                    .or_else(|| ahead.get(place.checked_sub(self.settled.len() + self.in_flight)?).copied());
                at = at.max(sent.unwrap_or(now) + *per);
            }
            for span in &fixed {
                at = span.room_at(at);
            }
            if ahead.len() == before {
                return at;
            }
            ahead.push(at);
            for span in &mut fixed {
                span.roll(at, 0);
                span.take(at);
            }
        }
    }

    /// How many requests could be let through now.
    pub(super) fn left(&mut self, now: Instant) -> usize {
        if self.room_at(0, now) > now {
            return 0;
        }
        let trailing = self.trailing.iter().map(|(limit, per)| {
            let first = self.settled.partition_point(|settled| *settled + *per <= now);
            limit.saturating_sub(self.settled.len() - first + self.in_flight)
        });
        let fixed = self.fixed.iter().map(|span| span.limit.saturating_sub(span.used).max(1));
        trailing.chain(fixed).min().unwrap_or(usize::MAX)
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
            Correction::Standing { limit, remaining, reset, took } => {
                // The request that brought this answer is still in flight here, and counted there.
                let others = self.in_flight.saturating_sub(1);
                for span in &mut self.fixed {
                    span.correct(limit as usize, remaining as usize, now + reset, took, others);
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
            // Those in flight may be counted in the new span.
            span.roll(now, self.in_flight);
        }
    }
}

impl Span {
    /// The earliest time from `at` on at which there is room for one.
    fn room_at(&self, at: Instant) -> Instant {
        match (self.ends, self.then_every) {
            (Some(ends), every) if self.used >= self.limit && at < ends => {
                let paced = every.zip(self.last).map(|(every, last)| (last + every).max(at));
                paced.map_or(ends, |paced| paced.min(ends))
            }
            _ => at,
        }
    }

    /// Begins a new span where the old one has ended.
    fn roll(&mut self, now: Instant, used: usize) {
        if self.ends.is_some_and(|ends| ends <= now) {
            (self.ends, self.used) = (None, used);
        }
    }

    fn take(&mut self, now: Instant) {
        self.ends.get_or_insert(now + self.per);
        self.used += 1;
        self.last = Some(now);
    }

    /// The span ends at `ends`, or up to `took` before.
    fn correct(&mut self, limit: usize, remaining: usize, ends: Instant, took: Duration, others: usize) {
        // Seconds are rounded: an end that is off by more than one belongs to another span.
        let off = Duration::from_secs(2);
        let same = self.ends.is_some_and(|known| known < ends + off && ends < known + took + off);
        let used = limit.saturating_sub(remaining);
        self.used = if same { self.used.max(used) } else { used + others };
        self.limit = limit;
        if !same {
            self.ends = Some(ends);
        }
    }
}
