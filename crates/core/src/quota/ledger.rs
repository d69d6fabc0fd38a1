//! The arithmetic of windows: how many requests have room now, and when the next one does.

use std::collections::VecDeque;
use std::time::Duration;

use super::{Correction, Lease, Settlement, Window};

/// The requests of one quota, as far back as its windows reach.
///
/// Times are spans since a moment that all who share the ledger agree on, such as the Unix epoch. A request counts
/// from the moment it is let through until a whole window after it ended: the vendor counted it at some time in
/// between.
///
/// ```
/// use std::time::Duration;
/// use tassel_core::quota::{Ledger, Settlement, Window};
///
/// let windows = [Window::Trailing { limit: 2, per: Duration::from_secs(30) }];
/// let at = Duration::from_secs;
/// let mut ledger = Ledger::new(&windows);
/// for _ in 0..2 {
///     let lease = ledger.take(at(100), at(160));
///     ledger.settle(lease, Settlement::Sent(None), at(101));
/// }
/// assert_eq!(ledger.room_at(0, at(102)), at(131));
/// assert_eq!(Ledger::load(&windows, &ledger.save()).unwrap().left(at(131)), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Ledger {
    trailing: Vec<(usize, Duration)>,
    fixed: Vec<Span>,
    /// The requests under way, and when each stops counting as such.
    leases: Vec<(u64, Duration)>,
    next_lease: u64,
    /// When the requests that ended did, oldest first; as far back as the longest trailing window.
    settled: VecDeque<Duration>,
    paused_until: Option<Duration>,
}

/// A fixed window as it stands.
#[derive(Debug, Clone)]
struct Span {
    limit: usize,
    per: Duration,
    then_every: Option<Duration>,
    ends: Option<Duration>,
    used: usize,
    last: Option<Duration>,
}

/// The form that [`Ledger::save`] writes: its version, the next lease, the leases, the settled requests, the pause, and
/// of each fixed window the limit, the use, the end and the last request. Times are in microseconds.
type Saved = (u32, u64, Vec<(u64, u64)>, Vec<u64>, Option<u64>, Vec<SavedSpan>);
type SavedSpan = (usize, usize, Option<u64>, Option<u64>);

const VERSION: u32 = 1;

impl Ledger {
    /// A ledger without requests.
    #[must_use]
    pub fn new(windows: &[Window]) -> Self {
        let mut ledger = Self {
            trailing: Vec::new(),
            fixed: Vec::new(),
            leases: Vec::new(),
            next_lease: 0,
            settled: VecDeque::new(),
            paused_until: None,
        };
        for window in windows {
            match *window {
                Window::Trailing { limit, per } => ledger.trailing.push((limit as usize, per)),
                Window::Fixed { limit, per, then_every } => ledger.fixed.push(Span {
                    limit: limit as usize,
                    per,
                    then_every,
                    ends: None,
                    used: 0,
                    last: None,
                }),
            }
        }
        ledger
    }

    /// The earliest time at which there can be room for a request with so many others before it.
    ///
    /// Those before it are sent as soon as the windows let them, and those under way are taken to end now: it may become
    /// later than this, and not earlier.
    pub fn room_at(&mut self, before: usize, now: Duration) -> Duration {
        self.forget(now);
        let mut at = self.paused_until.map_or(now, |until| until.max(now));
        let mut ahead: Vec<Duration> = Vec::with_capacity(before);
        let mut fixed = self.fixed.clone();
        if !self.leases.is_empty() {
            fixed.iter_mut().for_each(|span| span.last = Some(now));
        }
        let known = self.settled.len() + self.leases.len();
        loop {
            for (limit, per) in &self.trailing {
                // The request whose place in the window this one takes.
                let Some(place) = (known + ahead.len()).checked_sub((*limit).max(1)) else { continue };
                let ended = match self.settled.get(place) {
                    Some(settled) => *settled,
                    None => place.checked_sub(known).and_then(|it| ahead.get(it)).copied().unwrap_or(now),
                };
                at = at.max(ended + *per);
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

    /// The number of requests that could be let through now.
    pub fn left(&mut self, now: Duration) -> usize {
        if self.room_at(0, now) > now {
            return 0;
        }
        let trailing = self.trailing.iter().map(|(limit, per)| {
            let first = self.settled.partition_point(|settled| *settled + *per <= now);
            limit.saturating_sub(self.settled.len() - first + self.leases.len())
        });
        let fixed = self.fixed.iter().map(|span| span.limit.saturating_sub(span.used).max(1));
        trailing.chain(fixed).min().unwrap_or(usize::MAX)
    }

    /// Whether an answer asked for a pause that has not ended.
    #[must_use]
    pub fn is_paused(&self, now: Duration) -> bool {
        self.paused_until.is_some_and(|until| until > now)
    }

    /// Lets a request through. It counts as under way until it is settled, or until `ends`.
    pub fn take(&mut self, now: Duration, ends: Duration) -> Lease {
        let lease = self.next_lease;
        self.next_lease += 1;
        self.leases.push((lease, ends));
        for span in &mut self.fixed {
            span.take(now);
        }
        Lease(lease)
    }

    /// A request ended. One whose lease has ended already is left alone.
    pub fn settle(&mut self, lease: Lease, settlement: Settlement, now: Duration) {
        self.end_leases(now);
        if let Settlement::Sent(Some(correction)) = settlement {
            self.correct(correction, now);
        }
        let Some(place) = self.leases.iter().position(|(known, _)| *known == lease.0) else { return };
        self.leases.swap_remove(place);
        match settlement {
            Settlement::Sent(_) => self.end(now),
            Settlement::NotSent => {
                for span in &mut self.fixed {
                    span.used = span.used.saturating_sub(1);
                    span.last = Some(now);
                }
            }
        }
    }

    /// Forgets every request and every pause.
    pub fn reset(&mut self) {
        self.leases.clear();
        self.settled.clear();
        self.paused_until = None;
        for span in &mut self.fixed {
            (span.ends, span.used, span.last) = (None, 0, None);
        }
    }

    /// Counts a window's worth of requests that ended now: for a store that has lost what it knew.
    pub fn use_up(&mut self, now: Duration) {
        let most = self.trailing.iter().map(|(limit, _)| *limit).max().unwrap_or(0);
        self.settled.extend(std::iter::repeat_n(now, most));
        for span in &mut self.fixed {
            (span.ends, span.used, span.last) = (Some(now + span.per), span.limit, Some(now));
        }
    }

    /// Moves every time back by so much: for a store whose clock was set back.
    pub fn move_back(&mut self, by: Duration) {
        let back = |time: &mut Duration| *time = time.saturating_sub(by);
        self.leases.iter_mut().for_each(|(_, ends)| back(ends));
        self.settled.iter_mut().for_each(back);
        self.paused_until.iter_mut().for_each(back);
        for span in &mut self.fixed {
            span.ends.iter_mut().chain(&mut span.last).for_each(back);
        }
    }

    /// The ledger as a text that another process can [`load`](Self::load).
    #[must_use]
    pub fn save(&self) -> String {
        let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let saved: Saved = (
            VERSION,
            self.next_lease,
            self.leases.iter().map(|(lease, ends)| (*lease, micros(*ends))).collect(),
            self.settled.iter().copied().map(micros).collect(),
            self.paused_until.map(micros),
            self.fixed
                .iter()
                .map(|it| (it.limit, it.used, it.ends.map(micros), it.last.map(micros)))
                .collect(),
        );
        // Numbers in lists can always be written.
        serde_json::to_string(&saved).unwrap_or_default()
    }

    /// Reads what [`save`](Self::save) wrote; `None` where the text is none of that, or was saved for other windows.
    #[must_use]
    pub fn load(windows: &[Window], text: &str) -> Option<Self> {
        let (version, next_lease, leases, settled, paused_until, spans): Saved =
            serde_json::from_str(text).ok()?;
        let mut ledger = Self::new(windows);
        if version != VERSION || spans.len() != ledger.fixed.len() {
            return None;
        }
        let time = Duration::from_micros;
        ledger.next_lease = next_lease;
        ledger.leases = leases.into_iter().map(|(lease, ends)| (lease, time(ends))).collect();
        ledger.settled = settled.into_iter().map(time).collect();
        ledger.paused_until = paused_until.map(time);
        for (span, (limit, used, ends, last)) in ledger.fixed.iter_mut().zip(spans) {
            (span.limit, span.used) = (limit, used);
            (span.ends, span.last) = (ends.map(time), last.map(time));
        }
        Some(ledger)
    }

    fn correct(&mut self, correction: Correction, now: Duration) {
        match correction {
            Correction::Pause(pause) => {
                let until = now.saturating_add(pause);
                self.paused_until = Some(self.paused_until.map_or(until, |paused| paused.max(until)));
            }
            Correction::Standing { limit, remaining, reset, took } => {
                // The request that brought this answer is still under way here, and counted there.
                let others = self.leases.len().saturating_sub(1);
                for span in &mut self.fixed {
                    span.correct(limit as usize, remaining as usize, now + reset, took, others);
                }
            }
        }
    }

    /// A request ended.
    fn end(&mut self, at: Duration) {
        if !self.trailing.is_empty() {
            let place = self.settled.partition_point(|settled| *settled <= at);
            self.settled.insert(place, at);
        }
        for span in &mut self.fixed {
            span.last = span.last.max(Some(at));
        }
    }

    fn end_leases(&mut self, now: Duration) {
        let mut ended: Vec<_> =
            self.leases.iter().map(|(_, ends)| *ends).filter(|ends| *ends <= now).collect();
        if !ended.is_empty() {
            ended.sort_unstable();
            self.leases.retain(|(_, ends)| *ends > now);
            ended.into_iter().for_each(|at| self.end(at));
        }
    }

    /// Drops what no window counts any more, and begins new spans.
    fn forget(&mut self, now: Duration) {
        if self.paused_until.is_some_and(|until| until <= now) {
            self.paused_until = None;
        }
        for span in &mut self.fixed {
            let Some(ended) = span.ends else { continue };
            // The requests that were under way when it ended may be counted in the new span.
            let over = |ends: Duration| ends <= ended || ends.saturating_add(span.per) <= now;
            let carried = self.leases.iter().filter(|(_, ends)| !over(*ends)).count();
            span.roll(now, carried);
        }
        self.end_leases(now);
        let longest = self.trailing.iter().map(|(_, per)| *per).max().unwrap_or_default();
        while self.settled.front().is_some_and(|settled| *settled + longest <= now) {
            self.settled.pop_front();
        }
    }
}

impl Span {
    /// The earliest time from `at` on at which there is room for one.
    fn room_at(&self, at: Duration) -> Duration {
        match (self.ends, self.then_every) {
            (Some(ends), every) if self.used >= self.limit && at < ends => {
                let paced = every.zip(self.last).map(|(every, last)| (last + every).max(at));
                paced.map_or(ends, |paced| paced.min(ends))
            }
            _ => at,
        }
    }

    /// Begins a new span where the old one has ended.
    fn roll(&mut self, now: Duration, used: usize) {
        if self.ends.is_some_and(|ends| ends <= now) {
            (self.ends, self.used) = (None, used);
        }
    }

    fn take(&mut self, now: Duration) {
        self.ends.get_or_insert(now + self.per);
        self.used += 1;
        self.last = Some(now);
    }

    /// The span ends at `ends`, or up to `took` before.
    fn correct(&mut self, limit: usize, remaining: usize, ends: Duration, took: Duration, others: usize) {
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
