//! Repeats failed attempts.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode};
use tokio::time::Instant;

use super::{Attempt, Gather, head, retry_after};
use crate::operation::Safety;
use crate::outcome::Outcome;
use crate::transport::{BodyError, CallContext, Clock, TransportError};

/// The number of attempts of a call, and the waits between them.
///
/// A `Retry-After` is followed exactly, up to the longest wait. Without one, the wait is random between zero and
/// `base`, which doubles with each attempt up to `top`. After a 429 without one, the wait is that of the vendor's
/// contract, unless [`after_429`](Self::after_429) sets another.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    attempts: u32,
    base: Duration,
    top: Duration,
    pub(crate) after_429: Option<(Duration, Duration)>,
    pub(crate) longest_wait: Option<Duration>,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 4,
            base: Duration::from_millis(250),
            top: Duration::from_secs(30),
            after_429: None,
            longest_wait: None,
        }
    }
}

impl RetryPolicy {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The maximum number of attempts of a call, including the first. Default: 4. With 1, nothing is repeated.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The upper limits of the first wait and of every wait, if the vendor names none. Default: 250 ms and 30 s.
    pub fn backoff(mut self, base: Duration, top: Duration) -> Self {
        (self.base, self.top) = (base, top);
        self
    }

    /// The first and the longest wait after a 429 that names none. Up to a quarter is added at random. Default: those
    /// of the vendor's contract, else the backoff.
    pub fn after_429(mut self, first: Duration, longest: Duration) -> Self {
        self.after_429 = Some((first, longest));
        self
    }

    /// The longest wait that an answer may ask for, for one call and for all that share its quota. A call that is asked
    /// to wait longer ends with the rejection. Default: the longest window of the vendor's quotas, at least 15 minutes.
    pub fn longest_wait(mut self, longest: Duration) -> Self {
        self.longest_wait = Some(longest);
        self
    }

    pub(crate) fn first_after_429(&self) -> Duration {
        self.after_429.map_or(self.base, |(first, _)| first)
    }
}

/// The layer that repeats failed attempts.
///
/// An operation that is [`Safety::Once`] is repeated only if its request certainly did not reach the vendor, or was
/// rejected unprocessed (429). Any other operation is also repeated after 500, 502, 503 and 504, and if no whole answer
/// arrived. A budget limits the load of repeats during an outage: ten repeats, and one more for every ten calls that
/// succeed. A wait that would end after the call's deadline is not begun.
#[derive(Debug)]
pub(crate) struct Retry {
    inner: Gather,
    policy: RetryPolicy,
    /// The longest wait that an answer may ask for.
    ceiling: Duration,
    clock: Arc<dyn Clock>,
    random: Mutex<fastrand::Rng>,
    budget: Budget,
    renews: bool,
}

impl Retry {
    /// Wraps a layer. `random` gives the jitter. If each attempt `renews` its credentials, a call is repeated once
    /// after a 401.
    pub(crate) fn new(
        inner: Gather,
        policy: RetryPolicy,
        ceiling: Duration,
        clock: Arc<dyn Clock>,
        random: fastrand::Rng,
        renews: bool,
    ) -> Self {
        Self { inner, policy, ceiling, clock, random: Mutex::new(random), budget: Budget::default(), renews }
    }

    /// Sends a request, and repeats it where allowed.
    pub(crate) async fn send(&self, call: &Arc<CallContext>, request: Request<Bytes>) -> Attempt {
        let attempts = if call.limits.retry { self.policy.attempts.max(1) } else { 1 };
        let mut request = request;
        for attempt in 1..attempts {
            call.begin();
            let copy = without_extensions(&request);
            let mut sent = std::mem::replace(&mut request, copy);
            sent.extensions_mut().insert(Arc::clone(call));
            let result = self.inner.send(call, sent).await;
            let Some(wait) = self.wait(call.safety(), attempt, &result) else {
                return result;
            };
            let at = Instant::now().checked_add(wait);
            let Some(at) = at.filter(|at| wait <= self.ceiling && *at < call.limits.deadline) else {
                return result;
            };
            call.repeat(outcome(&result));
            drop(result);
            tokio::time::sleep_until(at).await;
        }
        call.begin();
        request.extensions_mut().insert(Arc::clone(call));
        self.inner.send(call, request).await
    }

    /// The wait before the next attempt, if there is one.
    fn wait(&self, safety: Safety, attempt: u32, result: &Attempt) -> Option<Duration> {
        let requested = match (head(result), result) {
            (Some((StatusCode::UNAUTHORIZED, _)), _) if self.renews && attempt == 1 => {
                return Some(Duration::ZERO);
            }
            (Some((StatusCode::TOO_MANY_REQUESTS, headers)), _) => {
                let requested = retry_after(headers, self.clock.as_ref());
                return Some(requested.unwrap_or_else(|| self.after_429(attempt)));
            }
            (_, Err(TransportError::NotSent(_))) => {
                return self.budget.spend().then(|| self.backoff(attempt));
            }
            (_, Err(TransportError::HeldBack { .. } | TransportError::Untrusted(_))) => return None,
            (_, Err(TransportError::Body { error, .. })) if !matches!(error, BodyError::CutShort(_)) => {
                return None;
            }
            (Some((status, _)), Ok(_)) if !matches!(status.as_u16(), 500 | 502 | 503 | 504) => {
                self.budget.earn();
                return None;
            }
            (head, _) => head.and_then(|(_, headers)| retry_after(headers, self.clock.as_ref())),
        };
        let may_repeat = safety != Safety::Once && self.budget.spend();
        may_repeat.then(|| requested.unwrap_or_else(|| self.backoff(attempt)))
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
        let wait = doubled(first, attempt).min(longest);
        wait.saturating_add(wait.mul_f64(self.random() / 4.0)).min(longest)
    }

    fn random(&self) -> f64 {
        self.random.lock().unwrap_or_else(PoisonError::into_inner).f64()
    }
}

fn doubled(wait: Duration, attempt: u32) -> Duration {
    wait.saturating_mul(1_u32.checked_shl(attempt - 1).unwrap_or(u32::MAX))
}

/// The outcome of an attempt.
fn outcome(result: &Attempt) -> Outcome {
    match result {
        Ok(answer) => Outcome::of_status(answer.status()),
        Err(error) => error.outcome(),
    }
}

/// A copy for the next attempt. The extensions are set anew for each attempt, and cloning them is expensive.
fn without_extensions(request: &Request<Bytes>) -> Request<Bytes> {
    let mut copy = Request::new(request.body().clone());
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.headers_mut() = request.headers().clone();
    copy
}

/// The repeats that are left, in tenths.
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
