//! Quotas in a store that becomes unreachable.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use tassel_core::ClientOptions;
use tassel_core::kit::Api;
use tassel_core::quota::{
    Lease, LocalQuotas, Quota, QuotaError, QuotaKey, QuotaRule, QuotaScope, Quotas, Settlement, Window,
};
use tassel_core::transport::BoxError;
use tokio::time::Instant;

use crate::quota::{FIXED, READ, SlowTransport};
use crate::support::{call, client_with};

/// A store that can be made unreachable. Counts the reports about it.
#[derive(Debug, Clone, Default)]
struct Store {
    quotas: Arc<LocalQuotas>,
    is_unreachable: Arc<AtomicBool>,
    reports: Arc<AtomicU32>,
}

impl Quotas for Store {
    fn quota(&self, rule: &'static QuotaRule, key: &QuotaKey) -> Arc<dyn Quota> {
        let quota = self.quotas.quota(rule, key);
        Arc::new(StoredQuota { quota, is_unreachable: Arc::clone(&self.is_unreachable) })
    }
    fn unreachable(&self, _: &BoxError) {
        self.reports.fetch_add(1, Ordering::Relaxed);
    }
}

#[derive(Debug)]
struct StoredQuota {
    quota: Arc<dyn Quota>,
    is_unreachable: Arc<AtomicBool>,
}

impl StoredQuota {
    fn reach(&self) -> Result<&dyn Quota, QuotaError> {
        let is_unreachable = self.is_unreachable.load(Ordering::Relaxed);
        if is_unreachable { Err(QuotaError::Unreachable("down".into())) } else { Ok(&*self.quota) }
    }
}

#[async_trait]
impl Quota for StoredQuota {
    async fn acquire(&self, within: Duration, lease: Duration) -> Result<Lease, QuotaError> {
        self.reach()?.acquire(within, lease).await
    }
    async fn settle(&self, lease: Lease, settlement: Settlement) -> Result<(), QuotaError> {
        self.reach()?.settle(lease, settlement).await
    }
    async fn left(&self) -> Result<usize, QuotaError> {
        self.reach()?.left().await
    }
    async fn time_for(&self, requests: usize) -> Result<Duration, QuotaError> {
        self.reach()?.time_for(requests).await
    }
    async fn reset(&self) -> Result<(), QuotaError> {
        self.reach()?.reset().await
    }
}

#[tokio::test(start_paused = true)]
async fn a_quarter_of_the_quota_is_used_while_the_store_is_unreachable() {
    const UP: bool = false;
    const DOWN: bool = true;
    static PER_HALF_MINUTE: Api = {
        let mut api = Api::new("acme", &[&READ]);
        api.quotas = &[QuotaRule::new(
            "default",
            QuotaScope::Address,
            &[Window::Trailing { limit: 8, per: Duration::from_secs(30) }],
        )];
        api
    };
    // Each call: the state of the store, and the second at which the call is sent.
    for (label, api, calls, reports) in [
        ("never reached", &PER_HALF_MINUTE, vec![(DOWN, 0), (DOWN, 0), (DOWN, 30)], 1),
        // The fallback does not know how much is used, and begins with nothing left.
        ("reached, then lost", &PER_HALF_MINUTE, vec![(UP, 0), (DOWN, 30), (DOWN, 30), (DOWN, 60)], 1),
        ("lost twice", &PER_HALF_MINUTE, vec![(UP, 0), (DOWN, 30), (UP, 30), (DOWN, 60)], 2),
        ("fixed, never reached", &FIXED, vec![(DOWN, 0), (DOWN, 0), (DOWN, 4)], 1),
        ("fixed, reached, then lost", &FIXED, vec![(UP, 0), (DOWN, 4), (DOWN, 8)], 1),
    ] {
        let store = Store::default();
        let options = ClientOptions::new().quotas(Arc::new(store.clone()));
        let client = client_with(api, SlowTransport(Duration::ZERO), options);
        let start = Instant::now();
        for (number, (is_unreachable, want)) in calls.into_iter().enumerate() {
            store.is_unreachable.store(is_unreachable, Ordering::Relaxed);
            call(&client, &READ).await.unwrap();
            assert_eq!(start.elapsed().as_secs(), want, "{label}, call {number}");
        }
        assert_eq!(store.reports.load(Ordering::Relaxed), reports, "{label}");
    }
}
