//! Between the clients and the sandbox: takes its time, refuses connections, lets bodies stall, tells the clients a wrong
//! time, and keeps a record.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::stream;
use http::header::{DATE, LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Request, Response};
use tassel_core::kit::Bytes;
use tassel_core::kit::jiff::{SignedDuration, Timestamp, fmt::rfc2822};
use tassel_core::operation::Safety;
use tassel_core::transport::{Body, BoxError, CallContext, Clock, Transport, TransportError};
use tassel_sandbox::{LoggedRequest, Sandbox, SandboxTransport};
use tokio::time::Instant;

tokio::task_local! {
    /// The step that is being taken.
    pub static STEP: usize;
}

/// One attempt, and how it ended.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub vendor: &'static str,
    /// The process it came from: those have nothing to do with each other.
    pub process: usize,
    /// The step it was made for, if it was made for one.
    pub step: Option<usize>,
    /// The call it belongs to.
    pub call: Arc<CallContext>,
    /// The request as it was sent, without the text of its credential.
    pub sent: Vec<u8>,
    pub at: Instant,
    /// When the vendor got it, if it did, and which one of all requests it then was.
    pub reached: Option<Instant>,
    pub number: Option<usize>,
    /// Whether the connection is refused, which the client learns later.
    pub refused: bool,
    /// Whether the client's key was a wrong one when it was sent.
    pub wrong_key: bool,
    /// What the sandbox made of it, if it reached the sandbox.
    pub recorded: Option<LoggedRequest>,
    pub ended: Option<Ended>,
    /// When the head of its answer arrived.
    pub answered: Option<Instant>,
    /// Whether its answer named a date to wait for.
    pub dated: bool,
    /// Which came first, where the time is the same.
    pub order: u64,
}

#[derive(Debug, Clone, Copy)]
pub struct Ended {
    pub at: Instant,
    pub order: u64,
    pub how: End,
}

/// How an attempt ended, as far as the client can know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was refused before it was sent.
    NotSent,
    /// Nothing came back.
    Lost,
    /// A status came, whether or not its body did, and how long it asks to wait.
    Status(u16, Option<Duration>),
    /// Nobody waited for its end; perhaps a status had come, and how long is left of the wait that it asked for.
    GivenUp(Option<(u16, Option<Duration>)>),
}

impl Attempt {
    pub fn is_once(&self) -> bool {
        self.call.safety() == Safety::Once
    }

    pub fn how(&self) -> End {
        self.ended.map_or(End::GivenUp(None), |ended| ended.how)
    }

    /// The status, if one came.
    pub fn status(&self) -> Option<u16> {
        match self.how() {
            End::Status(status, _) | End::GivenUp(Some((status, _))) => Some(status),
            End::NotSent | End::Lost | End::GivenUp(None) => None,
        }
    }

    pub fn acted(&self) -> bool {
        self.recorded.as_ref().is_some_and(|recorded| recorded.acted)
    }

    /// Whether this fault happened to it at the vendor.
    pub fn has(&self, fault: &str) -> bool {
        self.recorded.as_ref().is_some_and(|recorded| recorded.faults.contains(&fault))
    }
}

/// What goes wrong on the way, as the plan says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weather {
    /// How likely a connection is refused.
    pub refusals: f64,
    /// How likely it is that a body stalls once the status has come.
    pub stalls: f64,
    /// The longest that a request, and an answer, is on its way, in milliseconds.
    pub latency: u64,
    /// How likely a request is read late.
    pub late: f64,
    /// Whether answers come without a date.
    pub undated: bool,
    /// By how many milliseconds the clients' clock is wrong.
    pub clock: i64,
}

/// The most milliseconds that a request which is read late is on its way, beside the usual latency. It arrives within
/// the timeout of its attempt.
const LATE: u64 = 30_000;

/// Where a redirect points: at the same host and at another one.
pub const PLACES: [&str; 3] =
    ["/v1/redirected", "?redirected=1", "https://redirected.example.net/v1/redirected"];

/// What all transports of a run share.
#[derive(Debug, Clone)]
pub struct Wire(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    sandbox: Sandbox,
    random: fastrand::Rng,
    weather: Weather,
    attempts: Vec<Attempt>,
    /// The attempts that reached the sandbox, in order.
    reached: Vec<usize>,
    wrong_keys: bool,
    events: u64,
}

impl State {
    fn next(&mut self) -> u64 {
        self.events += 1;
        self.events
    }

    fn now(&self) -> Timestamp {
        self.sandbox.now().saturating_add(SignedDuration::from_millis(self.weather.clock)).unwrap()
    }
}

impl Wire {
    pub fn new(sandbox: &Sandbox, weather: Weather) -> Self {
        Self(Arc::new(Mutex::new(State {
            random: fastrand::Rng::with_seed(sandbox.started().seed),
            sandbox: sandbox.clone(),
            weather,
            attempts: Vec::new(),
            reached: Vec::new(),
            wrong_keys: false,
            events: 0,
        })))
    }

    pub fn transport(&self, vendor: &'static str, process: usize, inner: SandboxTransport) -> WireTransport {
        WireTransport { wire: self.clone(), vendor, process, inner }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Lets the clients' clock be wrong by so many milliseconds.
    pub fn set_clock(&self, wrong: i64) {
        self.state().weather.clock = wrong;
    }

    /// Notes which keys the clients have.
    pub fn set_keys(&self, wrong: bool) {
        self.state().wrong_keys = wrong;
    }

    pub fn has_wrong_keys(&self) -> bool {
        self.state().wrong_keys
    }

    /// Waits until all that was sent has arrived, whether or not somebody waits for its answer.
    pub async fn has_delivered(&self) {
        let latency = self.state().weather.latency;
        pass(latency + LATE + 1).await;
    }

    /// From now on nothing goes wrong here.
    pub fn calm(&self) {
        self.state().weather = Weather::default();
    }

    /// How many requests have reached the sandbox.
    pub fn reached(&self) -> usize {
        self.state().reached.len()
    }

    /// All attempts, with what the sandbox made of them.
    pub fn attempts(&self) -> Vec<Attempt> {
        let state = self.state();
        let mut attempts = state.attempts.clone();
        let requests = state.sandbox.requests();
        assert_eq!(
            requests.len(),
            state.reached.len(),
            "the sandbox keeps no more, or somebody went round the wire"
        );
        for (number, (attempt, recorded)) in state.reached.iter().zip(requests).enumerate() {
            (attempts[*attempt].number, attempts[*attempt].recorded) = (Some(number), Some(recorded));
        }
        attempts
    }

    fn end(&self, number: usize, how: End) {
        let mut state = self.state();
        let ended = Ended { at: Instant::now(), order: state.next(), how };
        state.attempts[number].ended.get_or_insert(ended);
    }
}

impl Clock for Wire {
    fn now(&self) -> Timestamp {
        self.state().now()
    }
}

#[derive(Debug)]
pub struct WireTransport {
    wire: Wire,
    vendor: &'static str,
    process: usize,
    inner: SandboxTransport,
}

/// An attempt that is given up unless it ends otherwise.
struct UnderWay {
    wire: Wire,
    number: usize,
    status: Option<(u16, Option<Instant>)>,
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let left =
            |(status, until): (u16, Option<Instant>)| (status, until.map(|until| until - Instant::now()));
        self.wire.end(self.number, End::GivenUp(self.status.map(left)));
    }
}

async fn pass(milliseconds: u64) {
    if milliseconds > 0 {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
}

#[async_trait]
impl Transport for WireTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let call = Arc::clone(CallContext::of(request.extensions()).unwrap());
        let (number, weather, random) = {
            let mut state = self.wire.state();
            let (order, wrong_key) = (state.next(), state.wrong_keys);
            state.attempts.push(Attempt {
                vendor: self.vendor,
                process: self.process,
                step: STEP.try_with(|step| *step).ok(),
                call: Arc::clone(&call),
                sent: sent(&request),
                at: Instant::now(),
                reached: None,
                refused: false,
                wrong_key,
                number: None,
                recorded: None,
                ended: None,
                answered: None,
                dated: false,
                order,
            });
            let latency = state.weather.latency;
            let late = if state.random.f64() < state.weather.late { LATE } else { 0 };
            let random = (
                state.random.f64(),
                state.random.f64(),
                state.random.u64(0..=latency + late),
                state.random.u64(0..=latency),
            );
            (state.attempts.len() - 1, state.weather, random)
        };
        let (refusal, stall, there, back) = random;
        let mut under_way = UnderWay { wire: self.wire.clone(), number, status: None };
        if refusal < weather.refusals {
            self.wire.state().attempts[number].refused = true;
            pass(there).await;
            self.wire.end(number, End::NotSent);
            return Err(TransportError::not_sent("connection refused"));
        }
        // Once sent, a request arrives even where nobody waits for its answer.
        let (wire, inner) = (self.wire.clone(), self.inner.clone());
        let delivery = tokio::spawn(async move {
            pass(there).await;
            {
                let mut state = wire.state();
                state.reached.push(number);
                state.attempts[number].reached = Some(Instant::now());
            }
            inner.send(request).await
        });
        let mut result = delivery.await.unwrap();
        pass(back).await;
        self.wire.state().attempts[number].answered = result.is_ok().then(Instant::now);
        if let Ok(answer) = &mut result {
            if answer.status().is_redirection() {
                let place = PLACES[self.wire.state().random.usize(0..PLACES.len())];
                answer.headers_mut().insert(LOCATION, HeaderValue::from_static(place));
            }
            if weather.undated {
                answer.headers_mut().remove(DATE);
            }
            if stall < weather.stalls {
                let now = self.wire.state().now();
                let until = asked(answer.headers(), now).map(|wait| Instant::now() + wait);
                under_way.status = Some((answer.status().as_u16(), until));
                // The head arrives, and the body never does.
                let body = stream::once(async move {
                    let _under_way = under_way;
                    std::future::pending::<Result<Bytes, BoxError>>().await
                });
                return result.map(|answer| answer.map(|_| Body::from_stream(body)));
            }
        }
        let now = self.wire.state().now();
        let dated = |headers: &HeaderMap| {
            headers.get(RETRY_AFTER).is_some_and(|value| value.as_bytes().ends_with(b"GMT"))
        };
        let head = result.as_ref().ok().map(Response::headers);
        self.wire.state().attempts[number].dated = head.is_some_and(dated);
        let how = match &result {
            Ok(answer) => End::Status(answer.status().as_u16(), asked(answer.headers(), now)),
            Err(_) => End::Lost,
        };
        self.wire.end(number, how);
        result
    }
}

/// How long an answer asks to wait: seconds, or a date, held against its own where there is one.
fn asked(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = |name| headers.get(name).map(|value: &HeaderValue| value.to_str().unwrap());
    let date = |text: &str| rfc2822::DateTimeParser::new().parse_timestamp(text).unwrap();
    let asked = text(RETRY_AFTER)?;
    Some(match asked.parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => date(asked).duration_since(text(DATE).map_or(now, date)).try_into().unwrap_or_default(),
    })
}

/// The bytes of a request. The credential may be another one in each attempt, so that only its header's name counts.
fn sent(request: &Request<Bytes>) -> Vec<u8> {
    let mut bytes = format!("{} {}\n", request.method(), request.uri()).into_bytes();
    for (name, value) in request.headers() {
        bytes.extend_from_slice(name.as_str().as_bytes());
        if !value.is_sensitive() {
            bytes.extend_from_slice(value.as_bytes());
        }
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(request.body());
    bytes
}
