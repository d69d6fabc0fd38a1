//! Quotas counted in this process.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::future::select;
use secrecy::ExposeSecret;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::{Lease, Ledger, Quota, QuotaError, QuotaKey, QuotaRule, Quotas, Settlement, Window};

/// Quotas counted in this process.
///
/// Clients over the network share [`LocalQuotas::process`]. A client over a transport of the caller's own, or to
/// this machine, counts by itself unless it is given quotas to share.
#[derive(Debug, Default)]
pub struct LocalQuotas {
    quotas: Mutex<HashMap<Key, Arc<LocalQuota>>>,
    hashing: RandomState,
}

type Key = (&'static str, &'static str, String, Option<u64>);

impl LocalQuotas {
    /// The quotas that the whole process shares.
    #[must_use]
    pub fn process() -> Arc<Self> {
        static PROCESS: OnceLock<Arc<LocalQuotas>> = OnceLock::new();
        Arc::clone(PROCESS.get_or_init(Arc::default))
    }
}

impl Quotas for LocalQuotas {
    fn quota(&self, rule: &'static QuotaRule, key: &QuotaKey) -> Arc<dyn Quota> {
        let credential = key.credential.as_ref().map(|it| self.hashing.hash_one(it.expose_secret()));
        let key = (rule.name, key.vendor, key.host.clone(), credential);
        let mut quotas = self.quotas.lock().unwrap_or_else(PoisonError::into_inner);
        let quota = quotas.entry(key).or_insert_with(|| Arc::new(LocalQuota::new(rule.windows)));
        Arc::clone(quota) as Arc<dyn Quota>
    }
}

/// One quota. Waiting tasks form a queue: the first one waits for the windows, the others for their turn.
#[derive(Debug)]
pub(super) struct LocalQuota {
    ledger: Mutex<Ledger>,
    start: Instant,
    turn: tokio::sync::Mutex<()>,
    waiting: AtomicUsize,
    changed: Notify,
}

impl LocalQuota {
    pub(super) fn new(windows: &[Window]) -> Self {
        Self {
            ledger: Mutex::new(Ledger::new(windows)),
            start: Instant::now(),
            turn: tokio::sync::Mutex::default(),
            waiting: AtomicUsize::new(0),
            changed: Notify::new(),
        }
    }

    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    /// Fills every window.
    pub(super) fn use_up(&self) {
        let now = self.now();
        self.ledger().use_up(now);
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        // Nothing panics in the middle of a change.
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes room, or returns the time until there may be some.
    fn try_take(&self, before: usize, lease: Duration) -> Result<Lease, Duration> {
        let now = self.now();
        let mut ledger = self.ledger();
        let at = ledger.room_at(before, now);
        if at > now || before > 0 {
            return Err(at.saturating_sub(now));
        }
        Ok(ledger.take(now, now.saturating_add(lease)))
    }
}

/// Counts one waiting task, until it is dropped.
struct QueueGuard<'a>(&'a AtomicUsize);

impl Drop for QueueGuard<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[async_trait]
impl Quota for LocalQuota {
    async fn acquire(&self, within: Duration, lease: Duration) -> Result<Lease, QuotaError> {
        let deadline = self.now().saturating_add(within);
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _guard = QueueGuard(&self.waiting);
        let check_deadline = |wait: Duration| {
            let late = self.now().saturating_add(wait) > deadline;
            let held_back = || QuotaError::HeldBack { wait, paused: self.ledger().is_paused(self.now()) };
            if late { Err(held_back()) } else { Ok(wait) }
        };
        match self.try_take(before, lease) {
            Ok(lease) => return Ok(lease),
            Err(wait) => check_deadline(wait)?,
        };
        let _turn = self.turn.lock().await;
        loop {
            let changed = self.changed.notified();
            let wait = match self.try_take(0, lease) {
                Ok(lease) => return Ok(lease),
                Err(wait) => check_deadline(wait)?,
            };
            select(pin!(tokio::time::sleep(wait)), pin!(changed)).await;
        }
    }

    async fn settle(&self, lease: Lease, settlement: Settlement) -> Result<(), QuotaError> {
        let now = self.now();
        self.ledger().settle(lease, settlement, now);
        self.changed.notify_waiters();
        Ok(())
    }

    async fn left(&self) -> Result<usize, QuotaError> {
        let now = self.now();
        Ok(self.ledger().left(now))
    }

    async fn time_for(&self, requests: usize) -> Result<Duration, QuotaError> {
        let Some(last) = requests.checked_sub(1) else { return Ok(Duration::ZERO) };
        let now = self.now();
        Ok(self.ledger().room_at(self.waiting.load(Ordering::Relaxed) + last, now).saturating_sub(now))
    }

    async fn reset(&self) -> Result<(), QuotaError> {
        self.ledger().reset();
        self.changed.notify_waiters();
        Ok(())
    }
}
