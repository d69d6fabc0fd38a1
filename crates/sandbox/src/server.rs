//! The sandbox on a port.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::{Arc, Weak};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream, ToSocketAddrs};
use tokio::sync::Notify;
use tokio::task::JoinSet;

use crate::control::control;
use crate::courier::post_events;
use crate::exchange::{Fate, Outgoing, Reply};
use crate::guard::Guard;
use crate::sandbox::Sandbox;

/// The largest request body that is read.
const MAX_BODY: usize = 64 << 20;

/// The time that the head of a request, and its body, may take. An idle connection is closed after it.
const PATIENCE: Duration = Duration::from_secs(30);

/// With more connections than this, the oldest one that is idle is closed for each new one.
const CROWDED: usize = 512;

/// With more connections than this, all of which are busy, a new one is refused.
const FULL: usize = 2_048;

const GREETING: &str = "\
This is the tassel sandbox: stand-ins for vendors, with state.
Each vendor answers under its name, such as /accredible/v1/issuer/details.
What steers the sandbox is listed at /_sandbox/.
";

/// A sandbox on a port: each vendor under its name, and the control API under `/_sandbox/`.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    sandbox: Sandbox,
    guard: Guard,
    patience: Duration,
}

impl Server {
    /// Listens at an address. Port 0 takes any that is free.
    ///
    /// # Errors
    ///
    /// The address is taken, or not of this machine.
    pub async fn bind(sandbox: Sandbox, address: impl ToSocketAddrs) -> std::io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        Ok(Self { listener, sandbox, guard: Guard::default(), patience: PATIENCE })
    }

    /// Lets requests to `/` and `/_sandbox` name this host, beside localhost and any address. Without it, another site's
    /// page could be made to steer the sandbox under a name that leads here.
    #[must_use]
    pub fn allow_host(mut self, name: &str) -> Self {
        self.guard.allow(name);
        self
    }

    /// The time that the head of a request, and its body, may take. Default: 30 s.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Where it listens.
    ///
    /// # Errors
    ///
    /// The system cannot tell.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves, and posts events to where they are to go, until the future is dropped.
    pub async fn run(self) -> Infallible {
        // It ends with this future.
        let mut courier = JoinSet::new();
        courier.spawn(post_events(self.sandbox.clone()));
        let service = Arc::new(Service { sandbox: self.sandbox, guard: self.guard, patience: self.patience });
        let mut connections = Connections::default();
        loop {
            let Ok((stream, _)) = self.listener.accept().await else {
                // Out of files, for instance; it may pass.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            // A peer that cannot be told to send at once is served all the same.
            let _ = stream.set_nodelay(true);
            let Some(place) = connections.enter() else {
                tokio::spawn(refuse(stream));
                continue;
            };
            let service = Arc::clone(&service);
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(service.patience);
            let answer = service_fn(move |request| serve(Arc::clone(&service), request));
            let connection = http.serve_connection(TokioIo::new(stream), answer);
            // A connection that breaks off, its own faults included, concerns nobody else.
            tokio::spawn(async move {
                let mut connection = pin!(connection);
                tokio::select! {
                    _ = connection.as_mut() => return,
                    () = place.notified() => connection.as_mut().graceful_shutdown(),
                }
                drop(connection.await);
            });
        }
    }
}

/// What all connections share.
#[derive(Debug)]
struct Service {
    sandbox: Sandbox,
    guard: Guard,
    patience: Duration,
}

/// The connections that are open, oldest first. Each is told when it is to close once it is idle.
#[derive(Debug, Default)]
struct Connections(VecDeque<Weak<Notify>>);

impl Connections {
    /// A place for a new connection, if there is one.
    fn enter(&mut self) -> Option<Arc<Notify>> {
        if self.0.len() >= CROWDED {
            self.0.retain(|place| place.strong_count() > 0);
        }
        if self.0.len() >= FULL {
            return None;
        }
        if self.0.len() >= CROWDED
            && let Some(oldest) = self.0.pop_front()
        {
            if let Some(place) = oldest.upgrade() {
                place.notify_one();
            }
            // It counts until it has closed.
            self.0.push_back(oldest);
        }
        let place = Arc::new(Notify::new());
        self.0.push_back(Arc::downgrade(&place));
        Some(place)
    }
}

/// Says that there is no room for another connection.
async fn refuse(mut stream: TcpStream) {
    let text = "The sandbox has too many open connections. Close some and try again.\n";
    let answer = format!(
        "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{text}",
        text.len()
    );
    // The peer may be gone already.
    let _ = stream.write_all(answer.as_bytes()).await;
}

/// The connection is to be lost.
#[derive(Debug, thiserror::Error)]
#[error("the connection is lost, as it was asked for")]
struct Lost;

async fn serve(service: Arc<Service>, request: Request<Incoming>) -> Result<Response<Answer>, Lost> {
    let sandbox = &service.sandbox;
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let is_control = path == "/" || path == "/_sandbox" || path.starts_with("/_sandbox/");
    if let Some(refusal) = service.guard.refuse(&parts.method, &parts.headers).filter(|_| is_control) {
        return Ok(refusal.into_response().map(Answer::Whole));
    }
    let reading = Limited::new(body, MAX_BODY).collect();
    let body = match tokio::time::timeout(service.patience, reading).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(_)) => {
            let reply = Reply::text(413, "The body is larger than 64 MiB, or broke off.\n");
            return Ok(reply.into_response().map(Answer::Whole));
        }
        Err(_) => {
            let reply = Reply::text(408, "The body did not arrive in time.\n").header("connection", "close");
            return Ok(reply.into_response().map(Answer::Whole));
        }
    };
    if let Some(rest) = path.strip_prefix("/_sandbox").filter(|_| is_control) {
        let reply = control(sandbox, &parts.method, rest, &body);
        return Ok(reply.into_response().map(Answer::Whole));
    }
    let (vendor, rest) =
        path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
    let vendor = sandbox.state().emulators().map(|it| it.api().vendor).find(|name| *name == vendor);
    let Some(vendor) = vendor else {
        let reply = if path == "/" {
            Reply::text(200, GREETING)
        } else {
            Reply::text(501, format!("There is nothing at {path}.\n{GREETING}"))
        };
        return Ok(reply.into_response().map(Answer::Whole));
    };
    let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    if let Ok(uri) = format!("/{rest}{query}").parse() {
        parts.uri = uri;
    }
    let Outgoing { delay, fate } = sandbox.state().handle(vendor, Request::from_parts(parts, body));
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    match fate {
        Fate::Answer(answer) => Ok(answer.map(Answer::Whole)),
        Fate::Drop => Err(Lost),
        Fate::Truncate(answer) => {
            Ok(answer.map(|body| Answer::CutShort { size: body.len().max(2), body: Some(body), pauses: 2 }))
        }
        Fate::Endless(answer) => Ok(answer.map(Answer::Endless)),
    }
}

/// The body of an answer, as faults have it.
#[derive(Debug)]
enum Answer {
    Whole(Bytes),
    /// Half of it comes, and then the connection is lost.
    CutShort {
        size: usize,
        body: Option<Bytes>,
        pauses: u8,
    },
    /// It comes again and again.
    Endless(Bytes),
}

impl Body for Answer {
    type Data = Bytes;
    type Error = Lost;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Lost>>> {
        Poll::Ready(match &mut *self {
            Self::Whole(body) if body.is_empty() => None,
            Self::Whole(body) => Some(Ok(Frame::data(std::mem::take(body)))),
            Self::CutShort { body, pauses, .. } => match body.take() {
                Some(body) => Some(Ok(Frame::data(body.slice(..body.len() / 2)))),
                None if *pauses > 0 => {
                    // What has been said is sent before the connection is lost.
                    *pauses -= 1;
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                None => Some(Err(Lost)),
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
