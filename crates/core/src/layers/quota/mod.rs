//! Waits before the vendor has to refuse.

mod local;
mod window;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use tokio::time::Instant;

pub use self::local::LocalQuotas;
use super::retry_after;
use crate::clock::Clock;
use crate::context::Context;
use crate::transport::{Transport, TransportError, head};

/// A quota, as a vendor states it.
#[derive(Debug)]
pub struct QuotaRule {
    /// Its name, such as `default`.
    pub name: &'static str,
    /// Whose requests are counted together.
    pub scope: QuotaScope,
    /// The windows it is counted in; all of them hold.
    pub windows: &'static [Window],
    /// The headers in which answers say how it stands.
    pub headers: Option<QuotaHeaders>,
}

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotaScope {
    /// All that this address sends to the host, whatever the key.
    Address,
    /// All that is sent with one credential.
    Credential,
}

/// A span of time in which requests are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// At most `limit` requests in any span of length `per`.
    Trailing {
        /// How many requests.
        limit: u32,
        /// The length of the span.
        per: Duration,
    },
    /// At most `limit` requests in each span of length `per`, one span following the other.
    Fixed {
        /// How many requests.
        limit: u32,
        /// The length of a span.
        per: Duration,
        /// The pace after the limit, until the span ends: one request in this time. `None` where there is none.
        then_every: Option<Duration>,
    },
}

/// The headers in which answers say how a quota stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotaHeaders {
    /// Carries how many requests a span allows.
    pub limit: &'static str,
    /// Carries how many are left in this one.
    pub remaining: &'static str,
    /// Carries the seconds until the next one begins.
    pub reset: &'static str,
}

/// Counts the requests of one quota, for all who share it.
///
/// The quotas of this process are [`LocalQuotas`]; a fleet of processes behind one address may share theirs behind
/// this trait.
#[async_trait]
pub trait Quota: fmt::Debug + Send + Sync + 'static {
    /// Waits until a request may be sent, and counts it. Each `Ok` is followed by one call of [`Quota::settle`].
    ///
    /// # Errors
    ///
    /// There will be no room before the deadline. Nothing was counted, and nothing was waited for.
    async fn acquire(&self, deadline: Instant) -> Result<(), HeldBack>;

    /// Says that a request is done with, and whether it may have reached the vendor.
    fn settle(&self, reached: bool);

    /// Says how an answer, or its `Retry-After`, tells that the quota stands.
    fn correct(&self, correction: Correction);

    /// How many requests could be sent now.
    fn left(&self) -> usize;

    /// How long it takes until so many more requests can have been sent.
    fn time_for(&self, requests: usize) -> Duration;
}

/// What an answer tells of a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// Nothing is to be sent for so long.
    Pause(Duration),
    /// How the span stands.
    Standing {
        /// How many requests the span allows.
        limit: u32,
        /// How many are left in it.
        remaining: u32,
        /// When the next one begins.
        reset: Duration,
        /// How long the answer took: it stood so at some time in that.
        took: Duration,
    },
}

/// There is no room in a quota before the deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldBack {
    /// How long until there may be.
    pub wait: Duration,
}

/// Where quotas are counted.
pub trait Quotas: fmt::Debug + Send + Sync + 'static {
    /// The quota of a rule for those who share `key`: a host, or a host and a credential.
    fn quota(&self, rule: &'static QuotaRule, key: &str) -> Arc<dyn Quota>;
}

/// A client's share of a quota.
#[derive(Debug, Clone)]
pub(crate) struct Share {
    pub(crate) name: &'static str,
    pub(crate) quota: Arc<dyn Quota>,
    headers: Option<QuotaHeaders>,
}

/// The layer that waits before the vendor has to refuse.
#[derive(Debug)]
pub struct Throttle {
    inner: Arc<dyn Transport>,
    shares: Vec<Share>,
    /// The pause after a 429 that names none.
    after_429: Duration,
    clock: Arc<dyn Clock>,
}

/// Where a vendor states no quota, what a 429 asks of one call still holds for the others.
static UNSTATED: QuotaRule =
    QuotaRule { name: "default", scope: QuotaScope::Credential, windows: &[], headers: None };

/// The quotas of these rules; `key` names who shares them.
pub(crate) fn shares(
    rules: &'static [QuotaRule],
    quotas: &dyn Quotas,
    key: impl Fn(QuotaScope) -> String,
) -> Vec<Share> {
    let share = |rule: &'static QuotaRule| Share {
        name: rule.name,
        quota: quotas.quota(rule, &key(rule.scope)),
        headers: rule.headers,
    };
    let unstated = rules.iter().all(|rule| rule.name != UNSTATED.name).then_some(&UNSTATED);
    rules.iter().chain(unstated).map(share).collect()
}

impl Throttle {
    /// Wraps a transport.
    pub(crate) fn new(
        inner: Arc<dyn Transport>,
        shares: Vec<Share>,
        after_429: Duration,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { inner, shares, after_429, clock }
    }

    fn correction(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        names: Option<QuotaHeaders>,
        took: Duration,
    ) -> Option<Correction> {
        let asked = retry_after(headers, self.clock.as_ref());
        match (status, asked) {
            (StatusCode::TOO_MANY_REQUESTS, asked) => {
                Some(Correction::Pause(asked.unwrap_or(self.after_429)))
            }
            (StatusCode::SERVICE_UNAVAILABLE, Some(asked)) => Some(Correction::Pause(asked)),
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

#[async_trait]
impl Transport for Throttle {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let Some((context, share)) = Context::of(request.extensions()).cloned().and_then(|context| {
            let share = self.shares.iter().find(|share| share.name == context.operation.quota)?;
            Some((context, share))
        }) else {
            return self.inner.send(request).await;
        };
        let held_back = |HeldBack { wait }| TransportError::HeldBack { wait };
        share.quota.acquire(context.deadline).await.map_err(held_back)?;
        let mut under_way =
            UnderWay { throttle: self, share, context, sent: Instant::now(), reached: true, ended: false };
        let result = self.inner.send(request).await;
        under_way.ended = true;
        under_way.reached = !matches!(result, Err(TransportError::NotSent(_)));
        if let Some((status, headers)) = head(&result) {
            under_way.learn(status, headers);
        }
        result
    }
}

/// A request that was let through. It is settled however its sending ends, cancelled included.
struct UnderWay<'a> {
    throttle: &'a Throttle,
    share: &'a Share,
    context: Arc<Context>,
    sent: Instant,
    reached: bool,
    ended: bool,
}

impl UnderWay<'_> {
    /// Hears what an answer says of the quota.
    fn learn(&self, status: StatusCode, headers: &HeaderMap) {
        let correction = self.throttle.correction(status, headers, self.share.headers, self.sent.elapsed());
        if let Some(correction) = correction {
            self.share.quota.correct(correction);
        }
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        // Nobody waits for the rest of a refusal; what it said still holds.
        if !self.ended
            && let Some((status, headers)) = self.context.head()
        {
            self.learn(status, &headers);
        }
        self.share.quota.settle(self.reached);
    }
}
