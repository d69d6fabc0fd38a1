//! Sends again what may be sent again.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use tokio::time::Instant;

use super::retry_after;
use crate::clock::Clock;
use crate::context::Context;
use crate::error::Outcome;
use crate::operation::Safety;
use crate::transport::{BodyFault, Transport, TransportError, head};

/// How often a call is sent again, and what is waited in between.
///
/// `Retry-After` is honoured exactly. Without it the wait is drawn between nothing and `base`, doubled with each
/// attempt up to `top`; after a 429 it is `after_429`, where the vendor's contract names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    /// How often a call is sent at most, the first time included. Default 4.
    pub attempts: u32,
    /// The longest first wait. Default 250 ms.
    pub base: Duration,
    /// The longest wait. Default 30 s.
    pub top: Duration,
    /// The first and the longest wait after a 429 that names none; up to a quarter is added at random.
    pub after_429: Option<(Duration, Duration)>,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self { attempts: 4, base: Duration::from_millis(250), top: Duration::from_secs(30), after_429: None }
    }
}

/// The layer that sends again what may be sent again.
///
/// An operation that is [`Safety::Once`] is repeated only when its request certainly did not reach the vendor or was
/// refused unprocessed (429); any other one also after 500, 502, 503, 504, and when no whole answer arrived. A budget
/// keeps an outage from being doubled: ten repeats, and one more for every ten calls that go well. A wait that cannot
/// end before the call's deadline is not begun.
#[derive(Debug)]
pub struct Retry {
    inner: Arc<dyn Transport>,
    policy: RetryPolicy,
    clock: Arc<dyn Clock>,
    random: Mutex<fastrand::Rng>,
    budget: Budget,
    renews: bool,
}

impl Retry {
    /// Wraps a transport. The waits are drawn from `random`.
    #[must_use]
    pub fn new(
        inner: Arc<dyn Transport>,
        policy: RetryPolicy,
        clock: Arc<dyn Clock>,
        random: fastrand::Rng,
    ) -> Self {
        Self { inner, policy, clock, random: Mutex::new(random), budget: Budget::default(), renews: false }
    }

    /// Also repeats a call, once, that was answered with 401, where each attempt proves anew who is asking.
    #[must_use]
    pub fn renewing(mut self, renews: bool) -> Self {
        self.renews = renews;
        self
    }

    /// How long to wait before the next attempt, if there is to be one.
    fn wait(&self, safety: Safety, attempt: u32, result: &Attempt) -> Option<Duration> {
        let asked = match (head(result), result) {
            (Some((StatusCode::UNAUTHORIZED, _)), _) if self.renews && attempt == 1 => {
                return Some(Duration::ZERO);
            }
            (Some((StatusCode::TOO_MANY_REQUESTS, headers)), _) => {
                let asked = retry_after(headers, self.clock.as_ref());
                return Some(asked.unwrap_or_else(|| self.after_429(attempt)));
            }
            (_, Err(TransportError::NotSent(_))) => {
                return self.budget.spend().then(|| self.backoff(attempt));
            }
            (
                _,
                Err(
                    TransportError::HeldBack { .. }
                    | TransportError::Body { fault: BodyFault::TooLarge { .. }, .. },
                ),
            ) => return None,
            (Some((status, _)), Ok(_)) if !matches!(status.as_u16(), 500 | 502 | 503 | 504) => {
                self.budget.earn();
                return None;
            }
            (head, _) => head.and_then(|(_, headers)| retry_after(headers, self.clock.as_ref())),
        };
        let may_repeat = safety != Safety::Once && self.budget.spend();
        may_repeat.then(|| asked.unwrap_or_else(|| self.backoff(attempt)))
    }

    /// Exponential, with full jitter.
    fn backoff(&self, attempt: u32) -> Duration {
        let longest = doubled(self.policy.base, attempt).min(self.policy.top);
        longest.mul_f64(self.random())
    }

    fn after_429(&self, attempt: u32) -> Duration {
        let Some((first, longest)) = self.policy.after_429 else {
            return self.backoff(attempt);
        };
        doubled(first, attempt).mul_f64(1.0 + self.random() / 4.0).min(longest)
    }

    fn random(&self) -> f64 {
        self.random.lock().unwrap_or_else(PoisonError::into_inner).f64()
    }
}

type Attempt = Result<Response<Bytes>, TransportError>;

fn doubled(wait: Duration, attempt: u32) -> Duration {
    wait.saturating_mul(1_u32.checked_shl(attempt - 1).unwrap_or(u32::MAX))
}

/// What is known of an attempt that ended so.
fn outcome(result: &Attempt) -> Outcome {
    match result {
        Ok(answer) => Outcome::of_status(answer.status()),
        Err(error) => error.outcome(),
    }
}

#[async_trait]
impl Transport for Retry {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let Some(context) = Context::of(request.extensions()).cloned() else {
            return self.inner.send(request).await;
        };
        let attempts = if context.retry { self.policy.attempts.max(1) } else { 1 };
        let mut request = request;
        for attempt in 1..attempts {
            context.begin();
            let mut again = without_extensions(&request);
            let result = self.inner.send(request).await;
            let Some(wait) = self.wait(context.safety, attempt, &result) else {
                return result;
            };
            let at = Instant::now().checked_add(wait);
            let Some(at) = at.filter(|at| *at < context.deadline) else {
                return result;
            };
            context.note(outcome(&result));
            drop(result);
            tokio::time::sleep_until(at).await;
            again.extensions_mut().insert(Arc::clone(&context));
            request = again;
        }
        context.begin();
        self.inner.send(request).await
    }
}

/// A copy for the next attempt. Its extensions would be the dearest part of it, and hold nothing but the context.
fn without_extensions(request: &Request<Bytes>) -> Request<Bytes> {
    let mut copy = Request::new(request.body().clone());
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.headers_mut() = request.headers().clone();
    copy
}

/// What may be spent on repeats, in tenths of one.
#[derive(Debug)]
struct Budget(AtomicU32);

impl Budget {
    const FULL: u32 = 100;
    const REPEAT: u32 = 10;

    fn earn(&self) {
        let _ = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| (left < Self::FULL).then(|| left + 1));
    }

    fn spend(&self) -> bool {
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(Self::REPEAT))
            .is_ok()
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }
}
