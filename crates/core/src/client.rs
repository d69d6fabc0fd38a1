//! The shared part of every vendor's client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::USER_AGENT;
use http::{HeaderValue, Method, Request, StatusCode};
use serde_json::Value;
use tokio::runtime::Handle;
use tokio::time::Instant;
use tracing::Instrument;
use tracing::field::Empty;

use crate::base_url::BaseUrl;
use crate::decode::{self, DecodeError};
use crate::draft::Draft;
use crate::error::{Error, Problem, RawResponse, Rejection};
use crate::layers::{Authenticate, Authentication, ERROR_BODY_LIMIT, Gather, Retry, Throttle, retry_after};
use crate::operation::Operation;
use crate::options::{CallOptions, ClientOptions, MAX_BODY};
use crate::outcome::Outcome;
use crate::quota::{LocalQuotas, QuotaKey, QuotaRule, QuotaScope, QuotaStanding, Quotas, Share, shares};
use crate::transport::{Body, CallContext, Clock, Limits, Transport};

/// A vendor's API as data, generated from its `openapi.yaml`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Api {
    /// The vendor's name in lower case.
    pub vendor: &'static str,
    /// The path that every base URL ends with, such as `/api/v2`. It is added to a URL without it. May be empty.
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
    /// The content type of a request without a body, and the methods that send it.
    pub content_type: Option<(&'static str, &'static [Method])>,
    /// The timeout of one attempt.
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
            content_type: None,
            timeout: Duration::from_secs(60),
            max_body: MAX_BODY,
        }
    }
}

/// Reads a vendor's error body; `None` if the body is not one. For a vendor with errors in successes, the reader first
/// gets an outline of a success: its fields, with all lists and objects empty.
pub type ReadProblem = fn(StatusCode, &Value) -> Option<Problem>;

/// The shared part of every vendor's client: the host, the layers, the quotas. Clones share everything.
///
/// Every vendor's client dereferences to it, so that a program can use all of them alike.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    api: &'static Api,
    read_problem: ReadProblem,
    base: BaseUrl,
    stack: Retry,
    shares: Vec<Arc<Share>>,
    user_agent: HeaderValue,
    defaults: CallOptions,
    clock: Arc<dyn Clock>,
    /// An operation that is sent with another method than it is listed with.
    method: Option<(&'static Operation, Method)>,
    /// An operation that is sent to another path than it is listed with.
    path: Option<(&'static Operation, String)>,
}

/// The shortest default of [`RetryPolicy::longest_wait`].
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);

/// A deadline too far for an [`Instant`] is clamped to 30 years.
const FAR: Duration = Duration::from_secs(1_000_000_000);

impl Client {
    /// Builds the layers over a transport.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the base URL is invalid (or `http` to this machine), or no HTTP client can be set up.
    pub(crate) fn build(
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
        let quotas: Arc<dyn Quotas> = match options.quotas {
            Some(quotas) => quotas,
            // A substitute for a vendor has its own quotas.
            None if options.transport.is_some() || base.is_loopback() => Arc::new(LocalQuotas::default()),
            None => LocalQuotas::process(),
        };
        let transport = match options.transport {
            Some(transport) => transport,
            None => default_transport(&base)?,
        };
        let mut policy = options.retry;
        policy.after_429 = policy.after_429.or(api.after_429);
        let key = |scope| {
            let credential = (scope == QuotaScope::Credential).then(|| authentication.identity());
            QuotaKey::new(api.vendor, base.authority(), credential)
        };
        let shares = shares(api.quotas, &quotas, key);
        let longest = shares.iter().map(|share| share.longest_window()).max().unwrap_or_default();
        let ceiling = policy.longest_wait.unwrap_or(longest.max(LONGEST_WAIT));
        let renews = authentication.renews();
        let clock = options.clock;
        let stack = Authenticate::new(transport, Arc::new(authentication), Arc::clone(&clock));
        let after_429 = policy.first_after_429();
        let stack = Throttle::new(stack, shares.clone(), after_429, ceiling, Arc::clone(&clock));
        let random = options.seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
        let stack = Retry::new(Gather::new(stack), policy, ceiling, Arc::clone(&clock), random, renews);
        Ok(Self {
            inner: Arc::new(Inner {
                api,
                read_problem,
                base,
                stack,
                shares,
                user_agent,
                defaults: options.call,
                clock,
                method: options.method,
                path: options.path,
            }),
        })
    }

    /// The vendor's API.
    #[must_use]
    pub fn api(&self) -> &'static Api {
        self.inner.api
    }

    /// The URL that every path is appended to, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.base.as_str()
    }

    /// The use of the vendor's main quota. If the vendor states none, there is always room.
    #[must_use]
    pub fn quota(&self) -> QuotaStanding {
        self.quota_of("default")
    }

    /// The use of the quota with this name, as in [`Operation::quota`].
    #[must_use]
    pub fn quota_of(&self, name: &str) -> QuotaStanding {
        QuotaStanding::new(self.inner.shares.iter().find(|share| share.name() == name).cloned())
    }

    /// The request of a draft, without the credentials.
    pub(crate) fn request(&self, draft: &Draft) -> Result<Request<Bytes>, Error> {
        let content_type = self.inner.api.content_type;
        let mut request = match &self.inner.path {
            Some((operation, path)) if operation.id == draft.operation().id => {
                draft.clone().path(path).request(&self.inner.base, content_type)?
            }
            _ => draft.request(&self.inner.base, content_type)?,
        };
        if let Some((operation, method)) = &self.inner.method
            && operation.id == draft.operation().id
        {
            *request.method_mut() = method.clone();
        }
        request.headers_mut().insert(USER_AGENT, self.inner.user_agent.clone());
        Ok(request)
    }

    /// Sends a draft through the layers, under one span and one deadline.
    pub(crate) async fn exchange(
        &self,
        draft: &Draft,
        options: &CallOptions,
        stream: bool,
    ) -> Result<(Arc<CallContext>, http::Response<Body>), Error> {
        let request = self.request(draft)?;
        if Handle::try_current().is_err() {
            return Err(Error::Config(
                "a call needs a tokio runtime: use #[tokio::main], or Runtime::block_on in a blocking program"
                    .to_owned(),
            ));
        }
        let Inner { api, base, defaults, stack, .. } = self.inner.as_ref();
        let deadline = options.deadline.or(defaults.deadline).unwrap_or(Duration::from_secs(600));
        let operation = draft.operation();
        let limits = Limits {
            deadline: Instant::now() + deadline.min(FAR),
            attempt_timeout: options.timeout.or(defaults.timeout).unwrap_or(api.timeout).min(FAR),
            max_body: options.max_body.or(defaults.max_body).unwrap_or(api.max_body),
            retry: !options.no_retry,
            stream,
        };
        let call = CallContext::new(operation, draft.declared_safety(), limits, draft.secrets.clone());
        let span = tracing::info_span!(
            "call",
            otel.kind = "client",
            otel.name = format_args!("{} {}", request.method(), operation.path),
            tassel.vendor = api.vendor,
            tassel.operation = operation.id,
            http.request.method = request.method().as_str(),
            url.template = operation.path,
            server.address = request.uri().host().unwrap_or(base.host()),
            server.port = request.uri().port_u16(),
            http.response.status_code = Empty,
            http.request.resend_count = Empty,
            error.type = Empty,
        );
        let sending = tokio::time::timeout_at(limits.deadline, Box::pin(stack.send(&call, request)));
        let result = match sending.instrument(span.clone()).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => Err(Error::from_transport(error, &call)),
            Err(_) => Err(self.late(&call, call.outcome_if_cancelled())),
        };
        if !span.is_disabled() {
            record(&span, &call, &result);
        }
        result.map(|answer| (call, answer))
    }

    /// The error of a call whose deadline passed.
    pub(crate) fn late(&self, call: &CallContext, outcome: Outcome) -> Error {
        let after = call.limits.deadline.saturating_duration_since(call.begun());
        Error::Deadline { operation: call.operation().id, after, outcome }
    }

    /// The error of an answer that is a rejection.
    pub(crate) fn rejected(&self, call: &CallContext, answer: RawResponse) -> Error {
        let wait = retry_after(&answer.headers, self.inner.clock.as_ref());
        Error::from_rejection(Rejection::new(call, self.problem(&answer), answer), wait)
    }

    /// The error of a success that could not be read. It may carry a problem instead.
    pub(crate) fn unreadable(&self, call: &CallContext, source: DecodeError, answer: RawResponse) -> Error {
        match self.problem(&answer) {
            problem @ Some(_) => Error::from_rejection(Rejection::new(call, problem, answer), None),
            None => Error::Decode {
                operation: call.operation().id,
                source,
                outcome: call.outcome(Outcome::of_status(answer.status)),
                answer: Box::new(answer),
            },
        }
    }

    /// Whether a success carries a problem, judged by the outline of its body. Reading the whole body twice would be
    /// slow.
    pub(crate) fn outlines_problem(&self, answer: &RawResponse) -> bool {
        let outline = decode::outline(&answer.body);
        outline.is_some_and(|outline| (self.inner.read_problem)(answer.status, &outline).is_some())
    }

    /// The problem that an answer carries, if there is one. Of a large body, only the outline is read.
    pub(crate) fn problem(&self, answer: &RawResponse) -> Option<Problem> {
        let body = match answer.body.len() {
            0..=ERROR_BODY_LIMIT => serde_json::from_slice(&answer.body).ok()?,
            _ => decode::outline(&answer.body)?,
        };
        (self.inner.read_problem)(answer.status, &body)
    }
}

fn record(span: &tracing::Span, call: &CallContext, result: &Result<http::Response<Body>, Error>) {
    let resends = call.attempts().saturating_sub(1);
    if resends > 0 {
        span.record("http.request.resend_count", resends);
    }
    match result {
        Ok(answer) => {
            span.record("http.response.status_code", answer.status().as_u16());
            if answer.status() >= StatusCode::BAD_REQUEST {
                span.record("error.type", answer.status().as_str());
            }
        }
        Err(error) => {
            span.record("error.type", error.kind());
        }
    }
}

#[cfg(feature = "http-client")]
fn default_transport(base: &BaseUrl) -> Result<Arc<dyn Transport>, Error> {
    use crate::transport::HttpTransport;

    let transport = if base.is_loopback() { HttpTransport::loopback()? } else { HttpTransport::new()? };
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
