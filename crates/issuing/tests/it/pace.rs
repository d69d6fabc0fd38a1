//! The pace of an apply against the vendor's quota, by the sandbox's clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tassel_accredible::{Client, ClientOptions};
use tassel_core::transport::{Body, Bytes, Request, Response, Transport, TransportError, async_trait};
use tassel_issuing::issuer::BATCH;
use tassel_issuing::plan::{PlanOptions, Publish};
use tassel_issuing::{AccredibleIssuer, ApplyOptions};
use tassel_sandbox::accredible::API_KEY;

use crate::support::{Desk, cohort};

const ROWS: usize = if cfg!(debug_assertions) { 6_600 } else { 20_000 };

/// A connection on which calls and refusals for the quota are counted.
#[derive(Debug)]
struct Counted<T> {
    vendor: T,
    counts: Arc<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    calls: AtomicU64,
    throttled: AtomicU64,
}

#[async_trait]
impl<T: Transport> Transport for Counted<T> {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let answer = self.vendor.send(request).await?;
        self.counts.calls.fetch_add(1, Ordering::Relaxed);
        self.counts.throttled.fetch_add(u64::from(answer.status() == 429), Ordering::Relaxed);
        Ok(answer)
    }
}

#[tokio::test(start_paused = true)]
async fn the_quota_alone_sets_the_pace() {
    let mut desk = Desk::new(false).await;
    let counts = Arc::new(Counts::default());
    let wire = Counted { vendor: desk.sandbox.accredible(), counts: Arc::clone(&counts) };
    let options = ClientOptions::new().transport(wire).clock(desk.sandbox.clock()).seed(7);
    desk.client = Client::builder(API_KEY).with(options).build().unwrap();
    desk.issuer = AccredibleIssuer::new(desk.client.clone());
    desk.sandbox.set(|settings| settings.accredible.credits = 1_000_000);
    let quota = desk.sandbox.settings().accredible.quota.unwrap();
    let publish = PlanOptions { publish: Publish::AtOnce, ..PlanOptions::default() };
    let plan = desk.plan(&cohort(ROWS), publish).await;
    // The quota is whole again.
    tokio::time::sleep(Duration::from_secs(quota.seconds)).await;

    let (began, before) = (desk.sandbox.now(), counts.calls.load(Ordering::Relaxed));
    let status = desk.apply(&plan, &ApplyOptions::default()).await.unwrap();
    let took = desk.sandbox.now().duration_since(began).as_secs_f64();
    let calls = counts.calls.load(Ordering::Relaxed) - before;
    assert_eq!((status.published, status.complete), (ROWS as u64, true));

    let needed = ROWS.div_ceil(BATCH) as u64;
    // The first calls go at once, and as many as the quota allows after each of its periods.
    let best = ((needed - 1) / quota.limit as u64 * quota.seconds) as f64;
    println!("{ROWS} rows: {took} s, at best {best} s; {calls} calls, at least {needed}");
    assert!(took <= best * 1.03, "{took} s, at best {best} s");
    assert!(
        calls <= needed + 2,
        "{calls} calls for {needed} batches: the account and the empty group are read"
    );
    assert_eq!(counts.throttled.load(Ordering::Relaxed), 0);
    assert_eq!(plan.calls, calls, "as the plan says");
}
