//! Delays requests so that they stay within the quota.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};
use tokio::time::Instant;

use super::{Attempt, Authenticate, head, retry_after};
use crate::quota::{Correction, QuotaHeaders, Settlement, Share};
use crate::transport::{CallContext, Clock, TransportError};

/// The layer that delays requests so that they stay within the quota.
#[derive(Debug)]
pub(crate) struct Throttle {
    inner: Authenticate,
    shares: Vec<Arc<Share>>,
    /// The pause after a 429 that names none.
    after_429: Duration,
    /// The longest pause.
    ceiling: Duration,
    clock: Arc<dyn Clock>,
}

impl Throttle {
    pub(crate) fn new(
        inner: Authenticate,
        shares: Vec<Arc<Share>>,
        after_429: Duration,
        ceiling: Duration,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { inner, shares, after_429, ceiling, clock }
    }

    /// Sends a request once its quota has room. A request that is cancelled before its answer keeps its lease, as it
    /// may still reach the vendor.
    pub(super) async fn send(&self, call: &Arc<CallContext>, request: Request<Bytes>) -> Attempt {
        let share = self.shares.iter().find(|share| share.name() == call.operation().quota);
        let Some(share) = share else { return self.inner.send(call, request).await };
        let within = call.limits.deadline.saturating_duration_since(Instant::now());
        let admission = share.acquire(within, call.limits.attempt_timeout).await?;
        let sent = Instant::now();
        let attempt = self.inner.send(call, request).await;
        let settlement = match (&attempt, head(&attempt)) {
            (Err(TransportError::NotSent(_) | TransportError::Untrusted(_)), _) => Settlement::NotSent,
            (_, None) => Settlement::Sent(None),
            (_, Some((status, headers))) => {
                Settlement::Sent(self.correction(status, headers, share.headers(), sent.elapsed()))
            }
        };
        share.settle(admission, settlement).await;
        attempt
    }

    fn correction(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        names: Option<QuotaHeaders>,
        took: Duration,
    ) -> Option<Correction> {
        let pause = |wait: Duration| Some(Correction::Pause(wait.min(self.ceiling)));
        match (status, retry_after(headers, self.clock.as_ref())) {
            (StatusCode::TOO_MANY_REQUESTS, wait) => pause(wait.unwrap_or(self.after_429)),
            (StatusCode::SERVICE_UNAVAILABLE, Some(wait)) => pause(wait),
            _ => standing(headers, names?, took),
        }
    }
}

fn standing(headers: &HeaderMap, names: QuotaHeaders, took: Duration) -> Option<Correction> {
    let number = |name| headers.get(name)?.to_str().ok()?.trim().parse().ok();
    Some(Correction::Standing {
        limit: number(names.limit)?,
        remaining: number(names.remaining)?,
        reset: Duration::from_secs(number(names.reset)?.into()),
        took,
    })
}
