//! What every vendor's client is made of.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, StatusCode};
use serde_json::Value;
use tokio::time::Instant;
use tracing::Instrument;
use tracing::field::Empty;

use crate::base_url::BaseUrl;
use crate::call::Call;
use crate::context::Context;
use crate::decode::{self, DecodeError};
use crate::error::{Error, Problem, Rejection, Unread};
use crate::layers::{
    AttemptTimeout, Authenticate, Authentication, LocalQuotas, Quota, QuotaRule, QuotaScope, Quotas, Retry,
    RetryPolicy, Share, Throttle, retry_after, shares,
};
use crate::operation::{Operation, Safety};
use crate::options::{CallOptions, ClientOptions, MAX_BODY};
use crate::reply::Reply;
use crate::transport::Transport;

/// A vendor's API, as data: what is generated from its `openapi.yaml`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Api {
    /// The vendor's name in lower case.
    pub vendor: &'static str,
    /// The path that every base URL ends with, such as `/api/v2`, and that is added where it is missing; empty where
    /// there is none.
    pub base_path: &'static str,
    /// The header that carries the key, in lower case.
    pub key_header: &'static str,
    /// Its operations.
    pub operations: &'static [&'static Operation],
    /// Its quotas.
    pub quotas: &'static [QuotaRule],
    /// The first and the longest wait after a 429 that names none.
    pub after_429: Option<(Duration, Duration)>,
    /// Whether an answer whose status is a success may carry an error.
    pub errors_in_success: bool,
    /// Whether every request names a content type, those without a body too.
    pub content_type_always: bool,
    /// The time one attempt may take.
    pub timeout: Duration,
    /// The largest body that is read.
    pub max_body: usize,
}

impl Api {
    /// An API without quotas and with the usual limits: 60 s for an attempt, 64 MiB for a body.
    #[must_use]
    pub const fn new(vendor: &'static str, operations: &'static [&'static Operation]) -> Self {
        Self {
            vendor,
            base_path: "",
            key_header: "authorization",
            operations,
            quotas: &[],
            after_429: None,
            errors_in_success: false,
            content_type_always: false,
            timeout: Duration::from_secs(60),
            max_body: MAX_BODY,
        }
    }
}

/// Reads a vendor's error body under a status; `None` where the body is not one. Under a success, where the vendor may
/// put errors there, it is first shown an outline of the body: its fields, with nothing in those that are lists or
/// objects.
pub type ReadProblem = fn(StatusCode, &Value) -> Option<Problem>;

/// The part of a vendor's client that is the same for all of them. A clone is the same client.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    api: &'static Api,
    read_problem: ReadProblem,
    base: BaseUrl,
    stack: Arc<dyn Transport>,
    shares: Vec<Share>,
    user_agent: HeaderValue,
    options: ClientOptions,
}

/// How a quota stands, by our own count and by what the vendor's answers say of it. Where there is none, there is always
/// room.
#[derive(Debug, Clone)]
pub struct QuotaStanding(Option<Arc<dyn Quota>>);

impl QuotaStanding {
    /// How many calls could be sent at once.
    #[must_use]
    pub fn left(&self) -> usize {
        self.0.as_ref().map_or(usize::MAX, |quota| quota.left())
    }

    /// How long it takes until so many calls can have been sent, those that wait already before them.
    #[must_use]
    pub fn time_for(&self, calls: usize) -> Duration {
        self.0.as_ref().map_or(Duration::ZERO, |quota| quota.time_for(calls))
    }
}

static UNLISTED: Operation = Operation::new("call", Method::POST, "");

impl Client {
    /// Builds the layers over a transport.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the base URL is not `https` (or `http` to this machine), or no HTTP client can be set up.
    pub fn new(
        api: &'static Api,
        read_problem: ReadProblem,
        base_url: &str,
        authentication: impl Authentication,
        options: ClientOptions,
    ) -> Result<Self, Error> {
        let base = BaseUrl::parse(base_url, api.base_path)?;
        let user_agent = HeaderValue::from_str(&options.user_agent).map_err(|_| {
            Error::Config("the user agent holds a character that no header can carry".to_owned())
        })?;
        let quotas: Arc<dyn Quotas> = match &options.quotas {
            Some(quotas) => Arc::clone(quotas),
            // What stands in for a vendor is not one that the process shares.
            None if options.transport.is_some() || base.is_loopback() => Arc::new(LocalQuotas::default()),
            None => LocalQuotas::process(),
        };
        let transport = match &options.transport {
            Some(transport) => Arc::clone(transport),
            None => default_transport(&base)?,
        };
        let (fingerprint, renews) = (authentication.fingerprint(), authentication.renews());
        let after_429 = api.after_429.map_or(RetryPolicy::default().base, |(first, _)| first);
        let retry = options
            .retry
            .clone()
            .unwrap_or_else(|| RetryPolicy { after_429: api.after_429, ..RetryPolicy::default() });
        let key = |scope| match scope {
            QuotaScope::Address => format!("{} {}", api.vendor, base.authority()),
            QuotaScope::Credential => format!("{} {} {fingerprint:016x}", api.vendor, base.authority()),
        };
        let clock = &options.clock;
        let stack = Arc::new(AttemptTimeout::new(transport));
        let stack = Arc::new(Authenticate::new(stack, Arc::new(authentication), Arc::clone(clock)));
        let shares = shares(api.quotas, quotas.as_ref(), key);
        let stack = Arc::new(Throttle::new(stack, shares.clone(), after_429, Arc::clone(clock)));
        let random = options.seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
        let stack = Arc::new(Retry::new(stack, retry, Arc::clone(clock), random).renewing(renews));
        Ok(Self { inner: Arc::new(Inner { api, read_problem, base, stack, shares, user_agent, options }) })
    }

    /// The vendor's API.
    #[must_use]
    pub fn api(&self) -> &'static Api {
        self.inner.api
    }

    /// The URL that every path is appended to, without a slash at its end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.base.as_str()
    }

    /// How the quota of this name stands: `default`, unless the vendor's operations name others.
    #[must_use]
    pub fn quota(&self, name: &str) -> QuotaStanding {
        let share = self.inner.shares.iter().find(|share| share.name == name);
        QuotaStanding(share.map(|share| Arc::clone(&share.quota)))
    }

    /// A call of a listed operation, whose reply is read into `B`.
    pub fn call<B: Reply>(&self, operation: &'static Operation) -> Call<B::Value> {
        Call::new::<B>(self.clone(), operation)
    }

    /// A call of what is not listed. It is [`Safety::ReadOnly`] if its method is `GET` or `HEAD`, and [`Safety::Once`]
    /// otherwise; [`Call::safety`] says better.
    pub fn unlisted(&self, method: Method, path: &str, body: Option<&Value>) -> Call<Value> {
        self.unlisted_as::<Value>(method, path, body)
    }

    /// A call of what is not listed, whose reply is read into `B`.
    pub fn unlisted_as<B: Reply>(&self, method: Method, path: &str, body: Option<&Value>) -> Call<B::Value> {
        let safety = if method.is_safe() { Safety::ReadOnly } else { Safety::Once };
        let call = self.call::<B>(&UNLISTED).to(method, path).safety(safety);
        match body {
            Some(body) => call.body(body),
            None => call,
        }
    }

    pub(crate) fn base(&self) -> &BaseUrl {
        &self.inner.base
    }

    pub(crate) fn user_agent(&self) -> HeaderValue {
        self.inner.user_agent.clone()
    }

    /// Sends a request through the layers, under one span and one deadline.
    pub(crate) async fn exchange(
        &self,
        operation: &'static Operation,
        safety: Safety,
        mut request: Request<Bytes>,
        options: &CallOptions,
    ) -> Result<(Arc<Context>, Unread), Error> {
        let Inner { api, base, options: defaults, stack, .. } = self.inner.as_ref();
        let defaults = &defaults.call;
        let deadline = options.deadline.or(defaults.deadline).unwrap_or(Duration::from_secs(600));
        let context = Context::new(
            operation,
            safety,
            // What no instant can hold is thirty years.
            Instant::now()
                .checked_add(deadline)
                .unwrap_or_else(|| Instant::now() + Duration::from_secs(1_000_000_000)),
            options.timeout.or(defaults.timeout).unwrap_or(api.timeout),
            options.max_body.or(defaults.max_body).unwrap_or(api.max_body),
            !options.no_retry,
        );
        request.extensions_mut().insert(Arc::clone(&context));
        let span = tracing::info_span!(
            "call",
            otel.kind = "client",
            otel.name = format_args!("{} {}", request.method(), operation.path),
            tassel.vendor = api.vendor,
            tassel.operation = operation.id,
            http.request.method = request.method().as_str(),
            url.template = operation.path,
            server.address = base.host(),
            server.port = base.port(),
            http.response.status_code = Empty,
            http.request.resend_count = Empty,
            error.type = Empty,
        );
        let sending = tokio::time::timeout_at(context.deadline, stack.send(request)).instrument(span.clone());
        let result = match sending.await {
            Ok(Ok(answer)) if answer.body().len() > context.max_body => Err(Error::BodyTooLarge {
                operation: operation.id,
                status: answer.status(),
                limit: context.max_body,
                outcome: context.outcome(crate::Outcome::of_status(answer.status())),
            }),
            Ok(Ok(answer)) => {
                let (parts, body) = answer.into_parts();
                Ok(Unread::new(parts.status, parts.headers, body))
            }
            Ok(Err(error)) => Err(Error::from_transport(error, &context)),
            Err(_) => Err(Error::Deadline {
                operation: operation.id,
                after: deadline,
                outcome: context.outcome_if_given_up(),
            }),
        };
        if !span.is_disabled() {
            record(&span, &context, &result);
        }
        result.map(|answer| (context, answer))
    }

    /// The error of an answer that is a rejection.
    pub(crate) fn rejected(&self, context: &Context, answer: Unread) -> Error {
        let wait = retry_after(&answer.headers, self.inner.options.clock.as_ref());
        let problem = self
            .problem(&answer)
            .unwrap_or_else(|| Problem { message: words(&answer), ..Problem::default() });
        Error::from_rejection(Rejection::new(context, problem, answer), wait)
    }

    /// The error of a success that could not be read: perhaps it carries an error instead.
    pub(crate) fn unreadable(&self, context: &Context, source: DecodeError, answer: Unread) -> Error {
        match self.problem(&answer) {
            Some(problem) => Error::from_rejection(Rejection::new(context, problem, answer), None),
            None => Error::Decode {
                operation: context.operation.id,
                source,
                outcome: context.outcome(crate::Outcome::of_status(answer.status)),
                answer: Box::new(answer),
            },
        }
    }

    /// Whether a success carries a problem, by the outline of its body: to read all of it twice would cost too much.
    pub(crate) fn outlines_problem(&self, answer: &Unread) -> bool {
        let outline = decode::outline(&answer.body);
        outline.is_some_and(|outline| (self.inner.read_problem)(answer.status, &outline).is_some())
    }

    /// The problem that an answer carries, if it carries one.
    pub(crate) fn problem(&self, answer: &Unread) -> Option<Problem> {
        (self.inner.read_problem)(answer.status, &serde_json::from_slice(&answer.body).ok()?)
    }
}

/// The text of an answer that is not an error body anyone knows; nothing where it is a page for people to look at.
fn words(answer: &Unread) -> String {
    let text = String::from_utf8_lossy(&answer.body[..answer.body.len().min(4096)]);
    if text.trim_start().starts_with('<') { String::new() } else { text.into_owned() }
}

fn record(span: &tracing::Span, context: &Context, result: &Result<Unread, Error>) {
    let resends = context.attempts().saturating_sub(1);
    if resends > 0 {
        span.record("http.request.resend_count", resends);
    }
    match result {
        Ok(answer) => {
            span.record("http.response.status_code", answer.status.as_u16());
            if answer.status >= StatusCode::BAD_REQUEST {
                span.record("error.type", answer.status.as_str());
            }
        }
        Err(error) => {
            span.record("error.type", error.kind());
        }
    }
}

#[cfg(feature = "http-client")]
fn default_transport(base: &BaseUrl) -> Result<Arc<dyn Transport>, Error> {
    let transport =
        if base.is_loopback() { crate::HttpTransport::loopback()? } else { crate::HttpTransport::new()? };
    Ok(Arc::new(transport))
}

#[cfg(not(feature = "http-client"))]
fn default_transport(_: &BaseUrl) -> Result<Arc<dyn Transport>, Error> {
    Err(Error::Config(
        "this build has no HTTP client: enable the feature `rustls`, or give the client a transport"
            .to_owned(),
    ))
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("vendor", &self.inner.api.vendor)
            .field("base_url", &self.base_url())
            .finish_non_exhaustive()
    }
}
