//! The sandbox on a port.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
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
use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::task::JoinSet;

use crate::control::control;
use crate::courier::post_events;
use crate::exchange::{Fate, Outgoing, Reply};
use crate::sandbox::Sandbox;

/// The largest request body that is read.
const MAX_BODY: usize = 64 << 20;

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
}

impl Server {
    /// Listens at an address. Port 0 takes any that is free.
    ///
    /// # Errors
    ///
    /// The address is taken, or not of this machine.
    pub async fn bind(sandbox: Sandbox, address: impl ToSocketAddrs) -> std::io::Result<Self> {
        Ok(Self { listener: TcpListener::bind(address).await?, sandbox })
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
        let sandbox = Arc::new(self.sandbox);
        loop {
            let Ok((stream, _)) = self.listener.accept().await else {
                // Out of files, for instance; it may pass.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            // A peer that cannot be told to send at once is served all the same.
            let _ = stream.set_nodelay(true);
            let sandbox = Arc::clone(&sandbox);
            let service = service_fn(move |request| serve(Arc::clone(&sandbox), request));
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new());
            let connection = http.serve_connection(TokioIo::new(stream), service);
            // A connection that breaks off, its own faults included, concerns nobody else.
            tokio::spawn(async move { drop(connection.await) });
        }
    }
}

/// The connection is to be lost.
#[derive(Debug, thiserror::Error)]
#[error("the connection is lost, as it was asked for")]
struct Lost;

async fn serve(sandbox: Arc<Sandbox>, request: Request<Incoming>) -> Result<Response<Answer>, Lost> {
    let (mut parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, MAX_BODY).collect().await else {
        let reply = Reply::text(413, "The body is larger than 64 MiB, or broke off.\n");
        return Ok(reply.into_response().map(Answer::Whole));
    };
    let body = body.to_bytes();
    let path = parts.uri.path().to_owned();
    if let Some(rest) = path.strip_prefix("/_sandbox") {
        let reply = control(&sandbox, &parts.method, rest, &body);
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
