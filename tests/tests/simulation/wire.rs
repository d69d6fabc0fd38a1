//! Between the clients and the sandbox: refuses connections, sets the clock back, and keeps a record.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use http::header::RETRY_AFTER;
use http::{Request, Response};
use tassel_core::jiff::Timestamp;
use tassel_core::{Bytes, Clock, Context, Safety, Transport, TransportError};
use tassel_sandbox::{Sandbox, SandboxTransport};
use tokio::time::Instant;

/// One attempt, and how it ended.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub vendor: &'static str,
    /// The call it belongs to.
    pub call: Arc<Context>,
    pub at: Instant,
    pub ended: Option<(Instant, End)>,
    pub body: Bytes,
}

/// How an attempt ended, as far as the client can know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was refused before it was sent.
    NotSent,
    /// Nothing came back.
    Lost,
    /// A status came, whether or not its body did.
    Status(u16, Option<Duration>),
}

impl Attempt {
    pub fn is_once(&self) -> bool {
        self.call.safety() == Safety::Once
    }
}

/// What all transports of a run share.
#[derive(Debug, Clone)]
pub struct Wire(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    sandbox: Sandbox,
    random: fastrand::Rng,
    refusals: f64,
    back: Duration,
    attempts: Vec<Attempt>,
}

impl Wire {
    pub fn new(sandbox: &Sandbox, refusals: f64) -> Self {
        let random = fastrand::Rng::with_seed(sandbox.started().seed);
        let (sandbox, attempts) = (sandbox.clone(), Vec::new());
        Self(Arc::new(Mutex::new(State { sandbox, random, refusals, back: Duration::ZERO, attempts })))
    }

    pub fn transport(&self, vendor: &'static str, inner: SandboxTransport) -> WireTransport {
        WireTransport { wire: self.clone(), vendor, inner }
    }

    pub fn set_back(&self, by: Duration) {
        self.0.lock().unwrap().back = by;
    }

    /// From now on nothing goes wrong here.
    pub fn calm(&self) {
        let mut state = self.0.lock().unwrap();
        (state.refusals, state.back) = (0.0, Duration::ZERO);
    }

    pub fn attempts(&self) -> Vec<Attempt> {
        self.0.lock().unwrap().attempts.clone()
    }

    fn end(&self, number: usize, end: End) {
        self.0.lock().unwrap().attempts[number].ended = Some((Instant::now(), end));
    }
}

/// The clients' clock: the sandbox's, unless it was set back.
impl Clock for Wire {
    fn now(&self) -> Timestamp {
        let state = self.0.lock().unwrap();
        state.sandbox.now().checked_sub(state.back).unwrap()
    }
}

#[derive(Debug)]
pub struct WireTransport {
    wire: Wire,
    vendor: &'static str,
    inner: SandboxTransport,
}

#[async_trait]
impl Transport for WireTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let (number, refused) = {
            let mut state = self.wire.0.lock().unwrap();
            let call = Arc::clone(Context::of(request.extensions()).unwrap());
            let refusals = state.refusals;
            let refused = state.random.f64() < refusals;
            let body = request.body().clone();
            let attempt = Attempt { vendor: self.vendor, call, at: Instant::now(), ended: None, body };
            state.attempts.push(attempt);
            (state.attempts.len() - 1, refused)
        };
        if refused {
            self.wire.end(number, End::NotSent);
            return Err(TransportError::NotSent("connection refused".into()));
        }
        let result = self.inner.send(request).await;
        let asked = |headers: &http::HeaderMap| {
            let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
            Some(Duration::from_secs(seconds))
        };
        self.wire.end(
            number,
            match &result {
                Ok(answer) => End::Status(answer.status().as_u16(), asked(answer.headers())),
                Err(TransportError::Body { status, headers, .. }) => {
                    End::Status(status.as_u16(), asked(headers))
                }
                Err(_) => End::Lost,
            },
        );
        result
    }
}
