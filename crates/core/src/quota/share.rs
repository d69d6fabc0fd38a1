//! A client's share of a quota, with a fallback while the store is unreachable.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::local::LocalQuota;
use super::{
    Lease, Quota, QuotaError, QuotaHeaders, QuotaKey, QuotaRule, QuotaScope, Quotas, Settlement, Window,
};
use crate::transport::{BoxError, TransportError};

/// The quota of a vendor that states none: the pause that a 429 asks of one call applies to the others too.
static UNSTATED: QuotaRule = QuotaRule::new("default", QuotaScope::Credential, &[]);

/// A client's share of a quota.
#[derive(Debug)]
pub(crate) struct Share {
    rule: &'static QuotaRule,
    quotas: Arc<dyn Quotas>,
    quota: Arc<dyn Quota>,
    /// Counts while the store is unreachable.
    fallback: OnceLock<LocalQuota>,
    reached: AtomicBool,
    failing: AtomicBool,
}

/// A lease, and whether the fallback counts it.
#[derive(Debug)]
pub(crate) struct Admission {
    lease: Lease,
    by_fallback: bool,
}

/// The quotas of these rules. `key` identifies the requests that share each.
pub(crate) fn shares(
    rules: &'static [QuotaRule],
    quotas: &Arc<dyn Quotas>,
    key: impl Fn(QuotaScope) -> QuotaKey,
) -> Vec<Arc<Share>> {
    let unstated = rules.iter().all(|rule| rule.name != UNSTATED.name).then_some(&UNSTATED);
    let share = |rule: &'static QuotaRule| {
        Arc::new(Share {
            rule,
            quota: quotas.quota(rule, &key(rule.scope)),
            quotas: Arc::clone(quotas),
            fallback: OnceLock::new(),
            reached: AtomicBool::new(false),
            failing: AtomicBool::new(false),
        })
    };
    rules.iter().chain(unstated).map(share).collect()
}

impl Share {
    pub(crate) fn name(&self) -> &'static str {
        self.rule.name
    }

    pub(crate) fn headers(&self) -> Option<QuotaHeaders> {
        self.rule.headers
    }

    /// The longest window: a vendor cannot reasonably ask for a longer wait.
    pub(crate) fn longest_window(&self) -> Duration {
        let per = |window: &Window| match window {
            Window::Trailing { per, .. } | Window::Fixed { per, .. } => *per,
        };
        self.rule.windows.iter().map(per).max().unwrap_or_default()
    }

    /// Waits for room.
    pub(crate) async fn acquire(
        &self,
        within: Duration,
        lease: Duration,
    ) -> Result<Admission, TransportError> {
        let (result, by_fallback) = match self.store(self.quota.acquire(within, lease).await) {
            Ok(result) => (result, false),
            Err(fallback) => (fallback.acquire(within, lease).await, true),
        };
        match result {
            Ok(lease) => Ok(Admission { lease, by_fallback }),
            Err(QuotaError::HeldBack { wait, paused }) => Err(TransportError::HeldBack { wait, paused }),
            // The fallback is in this process and always reachable.
            Err(QuotaError::Unreachable(error)) => Err(TransportError::NotSent(error)),
        }
    }

    pub(crate) async fn settle(&self, admission: Admission, settlement: Settlement) {
        // A lease that cannot be settled ends by itself.
        let _ = match admission.by_fallback {
            true => self.fallback().settle(admission.lease, settlement).await,
            false => {
                let settled = self.quota.settle(admission.lease, settlement).await;
                self.store(settled).unwrap_or(Ok(()))
            }
        };
    }

    /// The result of the store, or the fallback if the store is unreachable.
    fn store<T>(&self, result: Result<T, QuotaError>) -> Result<Result<T, QuotaError>, &LocalQuota> {
        match result {
            Err(QuotaError::Unreachable(error)) => {
                self.fail(&error);
                Err(self.fallback())
            }
            result => {
                self.reached.store(true, Ordering::Relaxed);
                self.failing.store(false, Ordering::Relaxed);
                Ok(result)
            }
        }
    }

    fn fail(&self, error: &BoxError) {
        if self.failing.swap(true, Ordering::Relaxed) {
            return;
        }
        self.quotas.unreachable(error);
        if self.reached.load(Ordering::Relaxed) {
            // The fallback did not count the requests that the store counted.
            self.fallback().use_up();
        }
    }

    fn fallback(&self) -> &LocalQuota {
        let parts = self.quotas.share_while_unreachable().max(1);
        self.fallback.get_or_init(|| {
            let part = |window: &Window| match *window {
                Window::Trailing { limit, per } => Window::Trailing { limit: (limit / parts).max(1), per },
                Window::Fixed { limit, per, then_every } => Window::Fixed {
                    limit: (limit / parts).max(1),
                    per,
                    then_every: then_every.map(|every| every * parts),
                },
            };
            LocalQuota::new(&self.rule.windows.iter().map(part).collect::<Vec<_>>())
        })
    }
}

/// The use of a quota, by our own count and the corrections in the vendor's answers. Without a quota there is always
/// room.
#[derive(Debug, Clone)]
pub struct QuotaStanding(Option<Arc<Share>>);

impl QuotaStanding {
    pub(crate) fn new(share: Option<Arc<Share>>) -> Self {
        Self(share)
    }

    /// The number of requests that can be sent at once.
    pub async fn left(&self) -> usize {
        let Some(share) = &self.0 else { return usize::MAX };
        let left = match share.store(share.quota.left().await) {
            Ok(left) => left,
            Err(fallback) => fallback.left().await,
        };
        left.unwrap_or(0)
    }

    /// The time until that many requests can be sent, after those that are waiting already.
    pub async fn time_for(&self, requests: usize) -> Duration {
        let Some(share) = &self.0 else { return Duration::ZERO };
        let time = match share.store(share.quota.time_for(requests).await) {
            Ok(time) => time,
            Err(fallback) => fallback.time_for(requests).await,
        };
        time.unwrap_or(Duration::MAX)
    }

    /// Clears the count and any pause that an answer asked for. For use after a vendor's mistake, such as a wait of a
    /// year.
    pub async fn reset(&self) {
        let Some(share) = &self.0 else { return };
        let _ = share.store(share.quota.reset().await);
        if let Some(fallback) = share.fallback.get() {
            let _ = fallback.reset().await;
        }
    }
}
