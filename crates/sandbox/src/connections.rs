//! The connections of a server: their number, and the timeout for slow clients.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::io::{Error, ErrorKind, IoSlice, Result};
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response};
use http_body::Body;
use hyper::body::Incoming;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::{Sleep, sleep, timeout};

/// The limits of a server.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The server, as a rejected client reads it.
    pub server: &'static str,
    /// The maximum number of connections. Beyond it, the oldest idle connection is closed; if there is none, the new one
    /// is rejected with 503.
    pub connections: usize,
    /// The timeout for the head of a request, and for a client that does not read its answer.
    pub io_timeout: Duration,
    /// Whether a client that closes its half of the connection may still wait for the answer.
    pub half_close: bool,
}

/// Serves connections until the future is dropped. `answer` gets each request, and the address of this machine that it
/// arrived at.
pub async fn serve<S, F, B, E>(listener: TcpListener, limits: Limits, answer: S) -> Infallible
where
    S: Fn(Request<Incoming>, Option<IpAddr>) -> F + Clone + Send + 'static,
    F: Future<Output = std::result::Result<Response<B>, E>> + Send + 'static,
    B: Body<Data: Send, Error: std::error::Error + Send + Sync + 'static> + Send + 'static,
    E: std::error::Error + Send + Sync + 'static,
{
    let mut connections = Connections::new(limits.server, limits.connections);
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // For example, no file descriptor is free until a connection closes.
            connections.close_oldest_idle();
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        // TCP_NODELAY is an optimization; the connection works without it.
        let _ = stream.set_nodelay(true);
        if connections.has_room() {
            let activity = Arc::default();
            let connection = tokio::spawn(connect(stream, limits, Arc::clone(&activity), answer.clone()));
            connections.add(activity, connection.abort_handle());
        } else {
            connections.reject(stream);
        }
    }
}

/// Serves a connection until it ends.
async fn connect<S, F, B, E>(stream: TcpStream, limits: Limits, activity: Arc<Activity>, answer: S)
where
    S: Fn(Request<Incoming>, Option<IpAddr>) -> F,
    F: Future<Output = std::result::Result<Response<B>, E>>,
    B: Body<Error: std::error::Error + Send + Sync + 'static> + 'static,
    E: std::error::Error + Send + Sync + 'static,
{
    let bound = stream.local_addr().ok().map(|address| address.ip());
    let stream = Stream::new(stream, limits.io_timeout, Arc::clone(&activity));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.io_timeout).half_close(limits.half_close);
    let answer = service_fn(move |request| {
        let (activity, answering) = (Arc::clone(&activity), answer(request, bound));
        async move {
            let _answering = activity.answer();
            answering.await
        }
    });
    // A failed connection does not affect others. Faults fail it on purpose.
    drop(http.serve_connection(stream, answer).await);
}

/// The open connections, oldest first.
#[derive(Debug)]
pub(crate) struct Connections {
    server: &'static str,
    open: VecDeque<(Arc<Activity>, AbortHandle)>,
    most: usize,
    rejections: JoinSet<()>,
}

/// Whether a connection is in use.
#[derive(Debug, Default)]
pub(crate) struct Activity {
    /// A request is being answered.
    answering: AtomicBool,
    /// Part of an answer is waiting for the client to read it.
    writing: AtomicBool,
}

impl Activity {
    /// Marks the connection as answering until the guard is dropped.
    pub(crate) fn answer(&self) -> impl Drop {
        self.answering.store(true, Ordering::Relaxed);
        AnsweringGuard(self)
    }

    fn is_idle(&self) -> bool {
        !self.answering.load(Ordering::Relaxed) && !self.writing.load(Ordering::Relaxed)
    }
}

struct AnsweringGuard<'a>(&'a Activity);

impl Drop for AnsweringGuard<'_> {
    fn drop(&mut self) {
        self.0.answering.store(false, Ordering::Relaxed);
    }
}

impl Connections {
    /// The maximum number of rejections that are sent at once.
    const MAX_REJECTIONS: usize = 64;
    /// How long a rejected client has to read the answer.
    const REJECTION_TIMEOUT: Duration = Duration::from_secs(1);

    pub(crate) fn new(server: &'static str, most: usize) -> Self {
        Self { server, open: VecDeque::new(), most, rejections: JoinSet::new() }
    }

    pub(crate) fn add(&mut self, activity: Arc<Activity>, task: AbortHandle) {
        self.open.push_back((activity, task));
    }

    /// Whether there is room for another connection. Closes the oldest idle one if necessary.
    pub(crate) fn has_room(&mut self) -> bool {
        if self.open.len() >= self.most {
            self.open.retain(|(_, task)| !task.is_finished());
        }
        self.open.len() < self.most || self.close_oldest_idle()
    }

    /// Closes the oldest idle connection. Returns whether there was one.
    pub(crate) fn close_oldest_idle(&mut self) -> bool {
        let oldest = self.open.iter().position(|(activity, task)| activity.is_idle() && !task.is_finished());
        let oldest = oldest.and_then(|place| self.open.remove(place));
        oldest.is_some_and(|(_, task)| {
            task.abort();
            true
        })
    }

    /// Rejects a client with 503. Drops the connection if too many rejections are being sent.
    pub(crate) fn reject(&mut self, mut stream: TcpStream) {
        while self.rejections.try_join_next().is_some() {}
        if self.rejections.len() >= Self::MAX_REJECTIONS {
            return;
        }
        let server = self.server;
        self.rejections.spawn(async move {
            let text = format!("The {server} has too many open connections. Close some and try again.\n");
            let answer = format!(
                "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\n\
                 content-length: {}\r\nconnection: close\r\n\r\n{text}",
                text.len()
            );
            let sent = async {
                stream.write_all(answer.as_bytes()).await?;
                stream.shutdown().await?;
                // Closing a socket with unread data resets the connection, and the answer is lost.
                while stream.read(&mut [0; 1024]).await? > 0 {}
                Result::Ok(())
            };
            // The client may have disconnected.
            drop(timeout(Self::REJECTION_TIMEOUT, sent).await);
        });
    }
}

/// A stream that fails when a write stays pending for longer than the timeout.
#[derive(Debug)]
pub(crate) struct Stream {
    io: TokioIo<TcpStream>,
    io_timeout: Duration,
    activity: Arc<Activity>,
    stalled: Option<Pin<Box<Sleep>>>,
}

impl Stream {
    pub(crate) fn new(stream: TcpStream, io_timeout: Duration, activity: Arc<Activity>) -> Self {
        Self { io: TokioIo::new(stream), io_timeout, activity, stalled: None }
    }

    /// The result of a write attempt, or an error after the timeout.
    fn watch<T>(&mut self, context: &mut Context<'_>, attempt: Poll<Result<T>>) -> Poll<Result<T>> {
        self.activity.writing.store(attempt.is_pending(), Ordering::Relaxed);
        if attempt.is_ready() {
            self.stalled = None;
            return attempt;
        }
        let io_timeout = self.io_timeout;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(io_timeout)));
        stalled.as_mut().poll(context).map(|()| Err(Error::from(ErrorKind::TimedOut)))
    }
}

impl Read for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<Result<()>> {
        Pin::new(&mut self.io).poll_read(context, buffer)
    }
}

impl Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &[u8]) -> Poll<Result<usize>> {
        let attempt = Pin::new(&mut self.io).poll_write(context, buffer);
        self.watch(context, attempt)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let attempt = Pin::new(&mut self.io).poll_write_vectored(context, buffers);
        self.watch(context, attempt)
    }
}
