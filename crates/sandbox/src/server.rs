//! The sandbox on a port.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::bodies::{Bodies, BodyRejection};
use crate::connections::{Limits, serve};
use crate::control::control;
use crate::courier::post_events;
use crate::exchange::{Answer, Outgoing, Transmission};
use crate::guard::Guard;
use crate::sandbox::Sandbox;

/// The largest request bodies: to a vendor, and to a control.
const MAX_BODY: usize = 16 << 20;
const MAX_CONTROL_BODY: usize = 1 << 20;

/// The largest answer that does not count as in flight: the number of connections bounds these.
const SMALL_ANSWER: usize = 64 << 10;

/// The timeout for the head of a request, for its body, and for a client that reads nothing.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The maximum number of connections. It stays below the 1,024 files that many systems allow a process.
const CONNECTIONS: usize = 512;

const GREETING: &str = "\
This is the tassel sandbox: stand-ins for vendors, with state.
Each vendor answers under its name, such as /accredible/v1/issuer/details.
The controls of the sandbox are listed at /_sandbox/.
";

/// A sandbox on a port: each vendor under its name, and the control API under `/_sandbox/`.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    sandbox: Sandbox,
    guard: Guard,
    io_timeout: Duration,
    connections: usize,
}

impl Server {
    /// Listens at an address. Port 0 chooses a free port.
    ///
    /// # Errors
    ///
    /// The address is in use, or is not an address of this machine.
    pub async fn bind(sandbox: Sandbox, address: impl ToSocketAddrs) -> std::io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        Ok(Self { listener, sandbox, guard: Guard::default(), io_timeout: TIMEOUT, connections: CONNECTIONS })
    }

    /// Allows this name in the `Host` header of requests to `/` and `/_sandbox`. Names of this machine and the address
    /// that a connection arrived at are always allowed. Other names are rejected, which prevents DNS rebinding.
    #[must_use]
    pub fn allow_host(mut self, name: &str) -> Self {
        self.guard.allow(name);
        self
    }

    /// The timeout for the head of a request, for its body, and for a client that does not read its answer. Default:
    /// 30 s.
    #[must_use]
    pub fn io_timeout(mut self, io_timeout: Duration) -> Self {
        self.io_timeout = io_timeout;
        self
    }

    /// The maximum number of connections. Beyond it, the oldest idle connection is closed; if there is none, the new
    /// one is rejected with 503. Default: 512.
    #[must_use]
    pub fn connections(mut self, most: usize) -> Self {
        self.connections = most;
        self
    }

    /// The address that the server listens at.
    ///
    /// # Errors
    ///
    /// The system does not report the address.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves requests and posts events until the future is dropped.
    pub async fn run(self) -> Infallible {
        // The set aborts its task when this future is dropped.
        let mut courier = JoinSet::new();
        courier.spawn(post_events(self.sandbox.clone()));
        let limits = Limits {
            server: "sandbox",
            connections: self.connections,
            io_timeout: self.io_timeout,
            half_close: false,
        };
        let (sandbox, guard, bodies) = (self.sandbox, self.guard, Bodies::new(self.io_timeout));
        let service = Arc::new(Service { sandbox, guard, bodies });
        let answer = move |request, bound| {
            let service = Arc::clone(&service);
            async move { service.serve(request, bound).await }
        };
        serve(self.listener, limits, answer).await
    }
}

/// What all connections share.
#[derive(Debug)]
struct Service {
    sandbox: Sandbox,
    guard: Guard,
    bodies: Bodies,
}

/// The error that makes hyper drop the connection, for a fault.
#[derive(Debug, thiserror::Error)]
#[error("a fault dropped the connection")]
struct ConnectionLost;

/// Bytes with their permits.
#[derive(Debug)]
struct MeteredBytes {
    bytes: Bytes,
    _room: OwnedSemaphorePermit,
}

impl AsRef<[u8]> for MeteredBytes {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Service {
    async fn serve(
        &self,
        request: Request<Incoming>,
        bound: Option<IpAddr>,
    ) -> Result<Response<AnswerBody>, ConnectionLost> {
        let path = request.uri().path();
        let is_control = path == "/" || path == "/_sandbox" || path.starts_with("/_sandbox/");
        let has_body = !request.body().is_end_stream();
        if is_control {
            let (method, headers) = (request.method(), request.headers());
            if let Some(rejection) = self.guard.reject(method, headers, has_body, bound) {
                return Ok(rejection.into_response().map(AnswerBody::Whole));
            }
        }
        let (parts, body) = request.into_parts();
        let most = if is_control { MAX_CONTROL_BODY } else { MAX_BODY };
        let (body, room) = match self.bodies.read(body, most).await {
            Ok(body) => body.into_parts(),
            // The rest of the body is not read.
            Err(rejection) => {
                let answer = as_answer(rejection).header("connection", "close");
                return Ok(answer.into_response().map(AnswerBody::Whole));
            }
        };
        if is_control {
            let answer = match parts.uri.path().strip_prefix("/_sandbox") {
                Some(rest) => control(&self.sandbox, &parts.method, rest, &body),
                None => Answer::text(200, GREETING),
            };
            return Ok(self.meter(answer.into_response()).map(AnswerBody::Whole));
        }
        self.answer_as_vendor(Request::from_parts(parts, body), room).await
    }

    /// A large answer with permits that are returned once it is sent, or the rejection. A small answer needs none.
    fn meter(&self, answer: Response<Bytes>) -> Response<Bytes> {
        if answer.body().len() <= SMALL_ANSWER {
            return answer;
        }
        match self.bodies.take_room(answer.body().len()) {
            Ok(room) => answer.map(|bytes| Bytes::from_owner(MeteredBytes { bytes, _room: room })),
            Err(rejection) => as_answer(rejection).into_response(),
        }
    }

    async fn answer_as_vendor(
        &self,
        request: Request<Bytes>,
        room: Option<OwnedSemaphorePermit>,
    ) -> Result<Response<AnswerBody>, ConnectionLost> {
        let (mut parts, body) = request.into_parts();
        let path = parts.uri.path().to_owned();
        let (vendor, rest) =
            path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
        let vendor = self.sandbox.state().emulators().map(|it| it.api().vendor).find(|name| *name == vendor);
        let Some(vendor) = vendor else {
            let answer = Answer::text(501, format!("There is nothing at {path}.\n{GREETING}"));
            return Ok(answer.into_response().map(AnswerBody::Whole));
        };
        let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        if let Ok(uri) = format!("/{rest}{query}").parse() {
            parts.uri = uri;
        }
        let Outgoing { delay, transmission } =
            self.sandbox.state().handle(vendor, true, Request::from_parts(parts, body));
        drop(room);
        let transmission = transmission.map(|answer| self.meter(answer));
        if !delay.is_zero() {
            sleep(delay).await;
        }
        match transmission {
            Transmission::Answer(answer) => Ok(answer.map(AnswerBody::Whole)),
            Transmission::Drop => Err(ConnectionLost),
            Transmission::Truncate(answer) => Ok(answer.map(|body| AnswerBody::CutShort {
                size: body.len().max(2),
                body: Some(body),
                pauses: 2,
            })),
            Transmission::Endless(answer) => Ok(answer.map(AnswerBody::Endless)),
        }
    }
}

fn as_answer(rejection: BodyRejection) -> Answer {
    Answer::text(rejection.status, rejection.text)
}

/// The body of an answer, as the faults change it.
#[derive(Debug)]
enum AnswerBody {
    Whole(Bytes),
    /// Half of the body is sent, then the connection is dropped.
    CutShort {
        size: usize,
        body: Option<Bytes>,
        pauses: u8,
    },
    /// The body is repeated without end.
    Endless(Bytes),
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = ConnectionLost;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ConnectionLost>>> {
        Poll::Ready(match &mut *self {
            Self::Whole(body) if body.is_empty() => None,
            Self::Whole(body) => Some(Ok(Frame::data(std::mem::take(body)))),
            Self::CutShort { body, pauses, .. } => match body.take() {
                Some(body) => Some(Ok(Frame::data(body.slice(..body.len() / 2)))),
                None if *pauses > 0 => {
                    // hyper flushes the first half before the connection is dropped.
                    *pauses -= 1;
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                None => Some(Err(ConnectionLost)),
            },
            Self::Endless(body) => {
                let frame = if body.is_empty() { Bytes::from_static(b" ") } else { body.clone() };
                Some(Ok(Frame::data(frame)))
            }
        })
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(body) if body.is_empty())
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(body) => SizeHint::with_exact(body.len() as u64),
            Self::CutShort { size, .. } => SizeHint::with_exact(*size as u64),
            Self::Endless(_) => SizeHint::default(),
        }
    }
}
