//! Quotas counted in this process.

use std::collections::HashMap;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::future::select;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::window::Requests;
use super::{Correction, HeldBack, Quota, QuotaRule, Quotas};

/// Quotas counted in this process.
///
/// Clients over the network share [`LocalQuotas::process`]; clients over a transport of the caller's own, or to this
/// machine, count by themselves unless they are given one to share.
#[derive(Debug, Default)]
pub struct LocalQuotas(Mutex<HashMap<String, Arc<LocalQuota>>>);

impl LocalQuotas {
    /// The quotas that the whole process shares.
    #[must_use]
    pub fn process() -> Arc<Self> {
        static PROCESS: OnceLock<Arc<LocalQuotas>> = OnceLock::new();
        Arc::clone(PROCESS.get_or_init(Arc::default))
    }
}

impl Quotas for LocalQuotas {
    fn quota(&self, rule: &'static QuotaRule, key: &str) -> Arc<dyn Quota> {
        let mut quotas = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let quota = quotas.entry(format!("{} {key}", rule.name)).or_insert_with(|| {
            Arc::new(LocalQuota {
                requests: Mutex::new(Requests::new(rule.windows)),
                turn: tokio::sync::Mutex::default(),
                waiting: AtomicUsize::new(0),
                changed: Notify::new(),
            })
        });
        Arc::clone(quota) as Arc<dyn Quota>
    }
}

/// One quota. Those who wait for it take turns: the first in the line watches the windows, the others the line.
#[derive(Debug)]
struct LocalQuota {
    requests: Mutex<Requests>,
    turn: tokio::sync::Mutex<()>,
    waiting: AtomicUsize,
    changed: Notify,
}

impl LocalQuota {
    fn requests(&self) -> MutexGuard<'_, Requests> {
        // Nothing panics while it is held in the middle of a change.
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the room there is, or says when there may be some.
    fn try_take(&self, before: usize) -> Result<(), Instant> {
        let now = Instant::now();
        let mut requests = self.requests();
        let at = requests.room_at(before, now);
        if at > now || before > 0 {
            return Err(at);
        }
        requests.take(now);
        Ok(())
    }
}

/// One more in the line, for as long as it lives.
struct Waiting<'a>(&'a AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[async_trait]
impl Quota for LocalQuota {
    async fn acquire(&self, deadline: Instant) -> Result<(), HeldBack> {
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _waiting = Waiting(&self.waiting);
        let refuse_after_deadline = |at: Instant| {
            if at > deadline { Err(HeldBack { wait: at - Instant::now() }) } else { Ok(at) }
        };
        match self.try_take(before) {
            Ok(()) => return Ok(()),
            Err(at) => refuse_after_deadline(at)?,
        };
        let _turn = self.turn.lock().await;
        loop {
            let changed = self.changed.notified();
            let at = match self.try_take(0) {
                Ok(()) => return Ok(()),
                Err(at) => refuse_after_deadline(at)?,
            };
            select(pin!(tokio::time::sleep_until(at)), pin!(changed)).await;
        }
    }

    fn settle(&self, reached: bool) {
        self.requests().settle(reached, Instant::now());
        self.changed.notify_waiters();
    }

    fn correct(&self, correction: Correction) {
        self.requests().correct(correction, Instant::now());
        self.changed.notify_waiters();
    }

    fn left(&self) -> usize {
        self.requests().left(Instant::now())
    }

    fn time_for(&self, requests: usize) -> Duration {
        let Some(last) = requests.checked_sub(1) else { return Duration::ZERO };
        let now = Instant::now();
        self.requests().room_at(self.waiting.load(Ordering::Relaxed) + last, now) - now
    }
}
