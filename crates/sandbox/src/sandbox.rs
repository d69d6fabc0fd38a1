//! The sandbox: the vendors' state, the clock and the faults.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::DATE;
use http::{HeaderName, HeaderValue, Method, Request};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tassel_core::kit::Api;

use crate::clock::Clock;
use crate::exchange::{
    Answer, Incoming, LogEntry, LoggedRequest, MaskedHeaders, Outgoing, RequestLog, Transmission, parse_query,
};
use crate::fault::{Fault, FaultKind, Faults, Target};
use crate::late::{LateRequest, LateRequests};
use crate::router::{Route, Unmatched, route};
use crate::vendors::{Emulators, Settings};
use crate::webhooks::{Event, EventConfig, Webhooks};

/// Stand-ins for the vendors, with state. A clone is the same sandbox.
///
/// The same seed and the same calls at the same times give the same answers, byte for byte.
#[derive(Clone)]
pub struct Sandbox(Arc<Mutex<State>>);

/// How a sandbox starts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Start {
    /// The seed of ids and other random values.
    pub seed: u64,
    /// Whether the sandbox starts without the academy.
    pub empty: bool,
}

/// The state of a sandbox.
pub(crate) struct State {
    start: Start,
    pub(crate) world: World,
    pub(crate) log: RequestLog,
    pub(crate) faults: Faults,
    /// Requests that the vendors act on later.
    pub(crate) late: LateRequests,
    pub(crate) webhooks: Webhooks,
    requests: u64,
    pub(crate) emulators: Emulators,
}

/// What the vendors share.
pub(crate) struct World {
    pub(crate) clock: Clock,
    pub(crate) random: fastrand::Rng,
    /// Events that no delivery was made for yet.
    pub(crate) events: Vec<Event>,
}

impl World {
    /// The clock stands still at its start until the emulators are set up, so that they start with the same state.
    pub(crate) fn new(start: Start) -> Self {
        Self { clock: Clock::new(), random: fastrand::Rng::with_seed(start.seed), events: Vec::new() }
    }

    /// A random UUID.
    pub(crate) fn uuid(&mut self) -> String {
        let hex = format!("{:032x}", self.random.u128(..));
        format!("{}-{}-4{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
    }
}

/// A vendor's emulator.
pub(crate) trait Emulator: Send {
    /// The vendor's table of operations.
    fn api(&self) -> &'static Api;

    /// The operation of a request.
    fn route<'a>(&self, method: &'a Method, path: &'a str) -> Result<Route, Unmatched<'a>> {
        route(self.api(), method, path)
    }

    /// The answer to a request that no operation matches: 405 if only the method is wrong, 501 otherwise.
    fn unmatched(&self, request: &Unmatched<'_>) -> Answer {
        let answer = request.wrong_method(|text| Answer::text(405, text + "\n"));
        answer.unwrap_or_else(|| request.unsupported(self.api()))
    }

    /// Counts a request, and answers it if the quota is used up.
    fn throttle(&mut self, _: &Incoming, _: &World) -> Option<Answer> {
        None
    }

    /// Rejects a request whose credentials are invalid.
    fn deny(&mut self, incoming: &Incoming, world: &World) -> Option<Answer>;

    /// Answers any other request.
    fn answer(&mut self, incoming: &Incoming, world: &mut World) -> Answer;

    /// A file or a page that an answer links to. It is read without a key.
    fn file(&mut self, _path: &str, _query: &[(String, String)], _: &World) -> Option<Answer> {
        None
    }

    /// How the vendor sends events, if it sends any.
    fn event_config(&self) -> Option<EventConfig> {
        None
    }

    /// The header that an event is signed with, if the vendor signs.
    fn sign(&self, _body: &[u8], _secret: &str) -> Option<(HeaderName, HeaderValue)> {
        None
    }

    /// The vendor's controls: what can happen without a call, such as a learner finishing a course.
    fn controls(&self) -> &'static [Control] {
        &[]
    }

    /// Runs a control. The error says what is wrong.
    fn control(&mut self, name: &str, _: &Value, _: &mut World) -> Result<Value, String> {
        Err(format!("there is no control `{name}`"))
    }
}

/// A control of a vendor: something that happens without a call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Control {
    pub(crate) name: &'static str,
    /// An example of the body.
    pub(crate) body: &'static str,
    /// What it does.
    pub(crate) does: &'static str,
}

impl State {
    fn new(start: Start) -> Self {
        let mut world = World::new(start);
        let emulators = Emulators::new(start, &mut world);
        world.clock.freeze(false);
        Self {
            emulators,
            world,
            start,
            log: RequestLog::default(),
            faults: Faults::default(),
            late: LateRequests::default(),
            webhooks: Webhooks::default(),
            requests: 0,
        }
    }

    fn emulator(&mut self, vendor: &str) -> Option<(&mut dyn Emulator, &mut World)> {
        let emulator = self.emulators.iter_mut().find(|emulator| emulator.api().vendor == vendor)?;
        Some((emulator, &mut self.world))
    }

    /// The vendors' emulators.
    pub(crate) fn emulators(&self) -> impl Iterator<Item = &dyn Emulator> {
        self.emulators.iter()
    }

    /// Handles a request to a vendor. The path is the vendor's, without the vendor's name in front.
    pub(crate) fn handle(
        &mut self,
        vendor: &'static str,
        on_port: bool,
        request: Request<Bytes>,
    ) -> Outgoing {
        let (mut parts, body) = request.into_parts();
        let key = self.emulator(vendor).map(|(emulator, _)| emulator.api().key_header);
        // The log masks every header of the vendor's key.
        let keys = parts.headers.iter_mut().filter(|(name, _)| key.is_some_and(|key| *name == key));
        keys.for_each(|(_, value)| value.set_sensitive(true));
        let headers = MaskedHeaders::new(&parts.headers);
        let path = parts.uri.path();
        let mut faults = Vec::new();
        let (mut operation, mut late) = (None, None);
        let query = parse_query(parts.uri.query().unwrap_or_default());
        let route = self.emulator(vendor).map(|(emulator, _)| {
            emulator.route(&parts.method, path).map_err(|unmatched| emulator.unmatched(&unmatched))
        });
        let answer = match route {
            None => Answer::text(501, format!("There is no vendor `{vendor}` in this sandbox.\n")),
            Some(Err(rejection)) => {
                let emulator = self.emulator(vendor).filter(|_| parts.method == Method::GET);
                let file = emulator.and_then(|(emulator, world)| emulator.file(path, &query, world));
                file.unwrap_or(rejection)
            }
            Some(Ok((found, values))) => {
                operation = Some(found);
                faults = self.faults.apply(vendor, Target::Request(found.id), &mut self.world.random);
                let incoming = Incoming {
                    operation: found,
                    values,
                    query,
                    uri: parts.uri.clone(),
                    on_port,
                    headers: parts.headers,
                    body: body.clone(),
                    ignore_paging: has(&faults, FaultKind::IgnorePaging),
                };
                match late_by(&faults) {
                    None => self.answer(vendor, &incoming, &faults),
                    Some(by) if self.late.has_room(&incoming) => {
                        late = Some((self.world.clock.elapsed().saturating_add(by), incoming.copied()));
                        Answer::empty(503)
                    }
                    Some(_) => {
                        Answer::text(503, "Other requests wait for their late action. Advance the clock.\n")
                    }
                }
            }
        };
        self.send_events();
        self.requests += 1;
        let at = self.world.clock.now();
        let (acted, status) = (answer.acted, answer.status());
        let lost =
            late.is_some() || has(&faults, FaultKind::DropBefore) || has(&faults, FaultKind::DropAfter);
        let mut answer = answer.into_response();
        stamp(answer.headers_mut(), at, self.requests);
        let logged = self.log.keep(LogEntry {
            at,
            vendor,
            operation,
            uri: parts.uri,
            method: parts.method,
            headers,
            // Copied for the same reason as the headers.
            body: Bytes::copy_from_slice(&body),
            status: (!lost).then_some(status),
            answer: answer.body().clone(),
            acted,
            faults: faults.iter().map(|fault| fault.kind.name()).collect(),
        });
        if let Some((due, incoming)) = late {
            self.late.add(due, LateRequest { vendor, incoming, logged });
            self.webhooks.wake();
        }
        let delay = faults.iter().filter_map(|fault| fault.milliseconds).fold(0, u64::saturating_add);
        let transmission = if lost {
            Transmission::Drop
        } else if has(&faults, FaultKind::Truncate) {
            Transmission::Truncate(answer)
        } else if has(&faults, FaultKind::Endless) {
            Transmission::Endless(answer)
        } else {
            Transmission::Answer(answer)
        };
        Outgoing { delay: Duration::from_millis(delay), transmission }
    }

    /// A vendor's answer, changed by the faults.
    fn answer(&mut self, vendor: &str, incoming: &Incoming, faults: &[Fault]) -> Answer {
        let status = faults.iter().find(|fault| fault.kind == FaultKind::Status);
        let instead = status.map(|fault| {
            let answer =
                Answer::of_any_kind(fault.status.unwrap_or(500), fault.body.clone().unwrap_or_default());
            match &fault.retry_after {
                Some(wait) => answer.header("retry-after", wait.clone()),
                None => answer,
            }
        });
        if !acts(faults) {
            return instead.unwrap_or_else(|| Answer::text(503, ""));
        }
        let mut answer = self.act(vendor, incoming);
        if has(faults, FaultKind::Malformed) {
            answer.replace_body(|body| [body.as_ref(), b"}{".as_slice()].concat().into());
        }
        match instead {
            Some(instead) if answer.acted => instead.acted(),
            Some(instead) => instead,
            None => answer,
        }
    }

    /// A vendor's answer.
    pub(crate) fn act(&mut self, vendor: &str, incoming: &Incoming) -> Answer {
        let Some((emulator, world)) = self.emulator(vendor) else {
            return Answer::text(501, "");
        };
        let rejection = emulator.throttle(incoming, world).or_else(|| emulator.deny(incoming, world));
        rejection.unwrap_or_else(|| emulator.answer(incoming, world))
    }
}

/// Whether the vendor acts on a request with these faults, now or later.
fn acts(faults: &[Fault]) -> bool {
    !has(faults, FaultKind::DropBefore)
        && faults.iter().find(|fault| fault.kind == FaultKind::Status).is_none_or(|fault| fault.acted)
}

/// How much later the vendor acts on a request with these faults, if it does.
fn late_by(faults: &[Fault]) -> Option<Duration> {
    let late = acts(faults) && has(faults, FaultKind::ActLate);
    let seconds = faults.iter().filter_map(|fault| fault.seconds).fold(0, u64::saturating_add);
    late.then(|| Duration::from_secs(seconds))
}

fn has(faults: &[Fault], kind: FaultKind) -> bool {
    faults.iter().any(|fault| fault.kind == kind)
}

/// Adds the headers that every answer has.
fn stamp(headers: &mut http::HeaderMap, at: Timestamp, request: u64) {
    let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&at);
    if let Some(date) = date.ok().and_then(|date| HeaderValue::from_str(&date).ok()) {
        headers.insert(DATE, date);
    }
    if let Ok(id) = HeaderValue::from_str(&format!("sandbox-{request}")) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
}

impl Sandbox {
    /// A sandbox with the academy in it, from seed 0.
    #[must_use]
    pub fn new() -> Self {
        Self::start(Start::default())
    }

    /// A sandbox with these options.
    #[must_use]
    pub fn start(start: Start) -> Self {
        Self(Arc::new(Mutex::new(State::new(start))))
    }

    /// Starts over. State, time, settings, faults, requests, webhooks and deliveries are reset. Requests that a vendor
    /// has not acted on yet are dropped.
    pub fn reset(&self, start: Start) {
        let mut state = self.state();
        let webhooks = state.webhooks.start_over();
        *state = State { webhooks, ..State::new(start) };
    }

    /// The sandbox's time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.state().world.clock.now()
    }

    /// A clock for a client that reads the sandbox's time.
    #[must_use]
    pub fn clock(&self) -> SandboxClock {
        SandboxClock(self.clone())
    }

    /// Advances the sandbox's time.
    pub fn advance(&self, by: Duration) {
        let mut state = self.state();
        state.world.clock.advance(by);
        state.catch_up();
        state.webhooks.wake();
    }

    /// Stops or resumes the sandbox's time.
    pub fn freeze(&self, frozen: bool) {
        let mut state = self.state();
        state.world.clock.freeze(frozen);
        state.webhooks.wake();
    }

    /// Adds a fault.
    ///
    /// # Errors
    ///
    /// Says why the fault is invalid: a field does not fit, a name does not exist, or there are too many faults.
    pub fn fault(&self, fault: Fault) -> Result<(), String> {
        let mut state = self.state();
        match fault.problem().or_else(|| state.unknown_target(&fault)) {
            Some(problem) => Err(problem),
            None => state.faults.add(fault),
        }
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.state().faults.clear();
    }

    /// The faults in force.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.state().faults.list().to_vec()
    }

    /// The last requests with their answers: at most 10,000, and at most 64 MiB.
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.state().log.list()
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.state().emulators.settings()
    }

    /// Changes the settings.
    pub fn set(&self, change: impl FnOnce(&mut Settings)) {
        let emulators = &mut self.state().emulators;
        let mut settings = emulators.settings();
        change(&mut settings);
        emulators.set(settings);
    }

    /// Runs a control of a vendor, such as a learner finishing a course, and returns its result. `GET /_sandbox/` of a
    /// served sandbox lists the controls.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the control.
    pub fn control(&self, vendor: &str, name: &str, body: &Value) -> Result<Value, String> {
        let mut state = self.state();
        if let Some(unknown) = state.unknown_control(vendor, name) {
            return Err(unknown);
        }
        let unknown = state.unknown_vendor(vendor).unwrap_or_default();
        let (emulator, world) = state.emulator(vendor).ok_or(unknown)?;
        let result = emulator.control(name, body, world);
        state.send_events();
        result
    }

    /// The options it was started with.
    #[must_use]
    pub fn started(&self) -> Start {
        self.state().start
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // A panic leaves no state that a later request cannot handle, so a poisoned lock is still usable.
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.catch_up();
        state
    }
}

impl Default for Sandbox {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("started", &self.started()).finish_non_exhaustive()
    }
}

/// Reads the sandbox's time; see [`Sandbox::clock`].
#[derive(Debug, Clone)]
pub struct SandboxClock(Sandbox);

impl tassel_core::transport::Clock for SandboxClock {
    fn now(&self) -> Timestamp {
        self.0.now()
    }
}
