//! The arithmetic of windows: the number of requests that have room now, and the time at which the next one has.

use std::collections::VecDeque;
use std::time::Duration;

use super::{Correction, Lease, Settlement, Window};

/// The requests of one quota, as far back as its windows reach.
///
/// Times are durations since one instant that all users of the ledger agree on, such as the Unix epoch. A request
/// counts from the time it is admitted until one window after it ended, because the vendor counted it at some time in
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
    fixed: Vec<FixedWindow>,
    /// The requests in flight, and the time at which each lease ends.
    leases: Vec<(u64, Duration)>,
    next_lease: u64,
    /// The times at which requests ended, oldest first, as far back as the longest trailing window.
    settled: VecDeque<Duration>,
    paused_until: Option<Duration>,
}

/// The state of a fixed window.
#[derive(Debug, Clone)]
struct FixedWindow {
    limit: usize,
    per: Duration,
    then_every: Option<Duration>,
    ends: Option<Duration>,
    used: usize,
    last: Option<Duration>,
}

/// The form that [`Ledger::save`] writes: version, next lease, leases, settled requests, pause, and for each fixed
/// window its limit, use, end and last request. Times are in microseconds.
type SavedLedger = (u32, u64, Vec<(u64, u64)>, Vec<u64>, Option<u64>, Vec<SavedWindow>);
type SavedWindow = (usize, usize, Option<u64>, Option<u64>);

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
                Window::Fixed { limit, per, then_every } => ledger.fixed.push(FixedWindow {
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

    /// The earliest time at which there can be room for a request that has `before` others before it.
    ///
    /// This assumes that the others are sent as soon as the windows allow, and that those in flight end now. The actual
    /// time may be later, never earlier.
    pub fn room_at(&mut self, before: usize, now: Duration) -> Duration {
        self.forget(now);
        let mut at = self.paused_until.map_or(now, |until| until.max(now));
        let mut ahead: Vec<Duration> = Vec::with_capacity(before);
        let mut fixed = self.fixed.clone();
        if !self.leases.is_empty() {
            fixed.iter_mut().for_each(|window| window.last = Some(now));
        }
        let known = self.settled.len() + self.leases.len();
        loop {
            for (limit, per) in &self.trailing {
                // This request takes the place of an earlier one in the window.
                let Some(place) = (known + ahead.len()).checked_sub((*limit).max(1)) else { continue };
                let ended = match self.settled.get(place) {
                    Some(settled) => *settled,
                    None => place.checked_sub(known).and_then(|it| ahead.get(it)).copied().unwrap_or(now),
                };
                at = at.max(ended + *per);
            }
            for window in &fixed {
                at = window.room_at(at);
            }
            if ahead.len() == before {
                return at;
            }
            ahead.push(at);
            for window in &mut fixed {
                window.roll(at, 0);
                window.take(at);
            }
        }
    }

    /// The number of requests that can be admitted now.
    pub fn left(&mut self, now: Duration) -> usize {
        if self.room_at(0, now) > now {
            return 0;
        }
        let trailing = self.trailing.iter().map(|(limit, per)| {
            let first = self.settled.partition_point(|settled| *settled + *per <= now);
            limit.saturating_sub(self.settled.len() - first + self.leases.len())
        });
        let fixed = self.fixed.iter().map(|window| window.limit.saturating_sub(window.used).max(1));
        trailing.chain(fixed).min().unwrap_or(usize::MAX)
    }

    /// Whether a pause is still in effect.
    #[must_use]
    pub fn is_paused(&self, now: Duration) -> bool {
        self.paused_until.is_some_and(|until| until > now)
    }

    /// Admits a request. It counts as in flight until it is settled, or until `ends`.
    pub fn take(&mut self, now: Duration, ends: Duration) -> Lease {
        let lease = self.next_lease;
        self.next_lease += 1;
        self.leases.push((lease, ends));
        for window in &mut self.fixed {
            window.take(now);
        }
        Lease(lease)
    }

    /// Settles a request. Does nothing if its lease has ended.
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
                for window in &mut self.fixed {
                    window.used = window.used.saturating_sub(1);
                    window.last = Some(now);
                }
            }
        }
    }

    /// Forgets every request and every pause.
    pub fn reset(&mut self) {
        self.leases.clear();
        self.settled.clear();
        self.paused_until = None;
        for window in &mut self.fixed {
            (window.ends, window.used, window.last) = (None, 0, None);
        }
    }

    /// Fills every window with requests that ended now: for a store that lost its count.
    pub fn use_up(&mut self, now: Duration) {
        let most = self.trailing.iter().map(|(limit, _)| *limit).max().unwrap_or(0);
        self.settled.extend(std::iter::repeat_n(now, most));
        for window in &mut self.fixed {
            (window.ends, window.used, window.last) = (Some(now + window.per), window.limit, Some(now));
        }
    }

    /// Moves every time back by `by`: for a store whose clock was set back.
    pub fn move_back(&mut self, by: Duration) {
        let back = |time: &mut Duration| *time = time.saturating_sub(by);
        self.leases.iter_mut().for_each(|(_, ends)| back(ends));
        self.settled.iter_mut().for_each(back);
        self.paused_until.iter_mut().for_each(back);
        for window in &mut self.fixed {
            window.ends.iter_mut().chain(&mut window.last).for_each(back);
        }
    }

    /// The ledger as a text that another process can [`load`](Self::load).
    #[must_use]
    pub fn save(&self) -> String {
        let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let saved: SavedLedger = (
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
        // Lists of numbers can always be serialized.
        serde_json::to_string(&saved).unwrap_or_default()
    }

    /// Reads the text that [`save`](Self::save) wrote. `None` for any other text, and for one saved with another number
    /// of fixed windows.
    #[must_use]
    pub fn load(windows: &[Window], text: &str) -> Option<Self> {
        let (version, next_lease, leases, settled, paused_until, fixed): SavedLedger =
            serde_json::from_str(text).ok()?;
        let mut ledger = Self::new(windows);
        if version != VERSION || fixed.len() != ledger.fixed.len() {
            return None;
        }
        let time = Duration::from_micros;
        ledger.next_lease = next_lease;
        ledger.leases = leases.into_iter().map(|(lease, ends)| (lease, time(ends))).collect();
        ledger.settled = settled.into_iter().map(time).collect();
        ledger.paused_until = paused_until.map(time);
        for (window, (limit, used, ends, last)) in ledger.fixed.iter_mut().zip(fixed) {
            (window.limit, window.used) = (limit, used);
            (window.ends, window.last) = (ends.map(time), last.map(time));
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
                // The vendor has counted the request of this answer, and here it is still in flight.
                let others = self.leases.len().saturating_sub(1);
                for window in &mut self.fixed {
                    window.correct(limit as usize, remaining as usize, now + reset, took, others);
                }
            }
        }
    }

    /// Counts a request as ended.
    fn end(&mut self, at: Duration) {
        if !self.trailing.is_empty() {
            let place = self.settled.partition_point(|settled| *settled <= at);
            self.settled.insert(place, at);
        }
        for window in &mut self.fixed {
            window.last = window.last.max(Some(at));
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

    /// Drops requests that no window counts any more, and begins new windows.
    fn forget(&mut self, now: Duration) {
        if self.paused_until.is_some_and(|until| until <= now) {
            self.paused_until = None;
        }
        for window in &mut self.fixed {
            let Some(ended) = window.ends else { continue };
            // A request that was in flight when the window ended may count in the next one.
            let over = |ends: Duration| ends <= ended || ends.saturating_add(window.per) <= now;
            let carried = self.leases.iter().filter(|(_, ends)| !over(*ends)).count();
            window.roll(now, carried);
        }
        self.end_leases(now);
        let longest = self.trailing.iter().map(|(_, per)| *per).max().unwrap_or_default();
        while self.settled.front().is_some_and(|settled| *settled + longest <= now) {
            self.settled.pop_front();
        }
    }
}

impl FixedWindow {
    /// The earliest time, not before `at`, at which there is room for a request.
    fn room_at(&self, at: Duration) -> Duration {
        match (self.ends, self.then_every) {
            (Some(ends), every) if self.used >= self.limit && at < ends => {
                let paced = every.zip(self.last).map(|(every, last)| (last + every).max(at));
                paced.map_or(ends, |paced| paced.min(ends))
            }
            _ => at,
        }
    }

    /// Begins a new window if this one has ended.
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

    /// Corrects the window. It ends at `ends`, or up to `took` before.
    fn correct(&mut self, limit: usize, remaining: usize, ends: Duration, took: Duration, others: usize) {
        // Seconds are rounded: an end that differs by 2 s or more belongs to another window.
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
