//! What the list and the searches show while they lag behind.

use std::collections::VecDeque;
use std::time::Duration;

use super::index::Credentials;
use super::store::Credential;

/// Earlier credentials, and the changes that they lack.
#[derive(Debug, Clone)]
pub(super) struct Lagging {
    pub(super) shown: Credentials,
    /// In the order of their times.
    changes: VecDeque<(Duration, Change)>,
    /// The time of the current request.
    now: Duration,
}

#[derive(Debug, Clone)]
enum Change {
    Stored(Box<Credential>),
    Removed(u64),
}

impl Lagging {
    pub(super) fn stored(&mut self, credential: &Credential) {
        self.changes.push_back((self.now, Change::Stored(Box::new(credential.clone()))));
    }

    pub(super) fn removed(&mut self, number: u64) {
        self.changes.push_back((self.now, Change::Removed(number)));
    }

    fn catch_up(&mut self, lag: Duration, now: Duration) {
        self.now = now;
        while self.changes.front().is_some_and(|(at, _)| at.saturating_add(lag) <= now) {
            match self.changes.pop_front() {
                Some((_, Change::Stored(credential))) => drop(self.shown.insert(*credential)),
                Some((_, Change::Removed(number))) => drop(self.shown.remove(number)),
                None => {}
            }
        }
    }
}

impl Credentials {
    /// Brings what is listed up to the time that the lag allows. Without a lag nothing is kept.
    pub(super) fn settle(&mut self, lag: Duration, now: Duration) {
        if lag.is_zero() {
            self.lagging = None;
            return;
        }
        let mut lagging = self
            .lagging
            .take()
            .unwrap_or_else(|| Box::new(Lagging { shown: self.clone(), changes: VecDeque::new(), now }));
        lagging.catch_up(lag, now);
        self.lagging = Some(lagging);
    }

    /// The credentials that the list and the searches show.
    pub(super) fn listed(&self) -> &Self {
        self.lagging.as_ref().map_or(self, |lagging| &lagging.shown)
    }
}
