//! `tassel webhooks listen`.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{Either, select};
use http_body_util::Full;
use hyper::body::Incoming;
use tassel_core::kit::Bytes;
use tassel_core::kit::http::{HeaderValue, Request, Response, StatusCode, header::CONNECTION};
use tassel_sandbox::serving::{Bodies, Limits, serve};
use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::target::Target;
use crate::args::{Format, Global, Listen};
use crate::events::{EventReceiver, ReceivedEvent};
use crate::failure::{ExitStatus, Failure};
use crate::output::{PipeState, json, write_json, write_line, write_message};
use crate::vendors::Vendor;

/// The largest body that is read.
const MAX_BODY: usize = 16 << 20;

/// The limits of the listener: those of the sandbox.
const LIMITS: Limits =
    Limits { server: "listener", connections: 512, io_timeout: Duration::from_secs(30), half_close: true };

/// The state that requests are answered with.
#[derive(Debug)]
struct Listener {
    receiver: Box<dyn EventReceiver>,
    forward: Option<Target>,
    format: Format,
    bodies: Bodies,
    /// The reader of standard output is gone.
    output_closed: Notify,
}

pub(crate) async fn run(global: &Global, options: &Listen) -> Result<ExitStatus, Failure> {
    let vendor = Vendor::find(&options.vendor)?;
    let receiver = super::receiver(global, vendor, None)?;
    let format = global.output.unwrap_or(Format::Table);
    if format == Format::Csv {
        return Err(Failure::usage("events cannot be printed as CSV; use -o table, json or ndjson."));
    }
    let forward = options.forward.as_deref().map(Target::new).transpose()?;
    let bind_failure = |error: std::io::Error| {
        Failure::config(format!(
            "cannot listen for events at {}: {error}. Choose another address with --listen.",
            options.listen
        ))
    };
    let listener = TcpListener::bind(options.listen.as_str()).await.map_err(bind_failure)?;
    let address = listener.local_addr().map_err(bind_failure)?;
    write_message(&format!(
        "listening for events of {} at http://{address}/. Interrupt to stop.",
        vendor.name()
    ));
    let events = Arc::new(Listener::new(receiver, forward, format, LIMITS));
    let serving = tokio::spawn(Arc::clone(&events).run(listener, LIMITS));
    let interrupted = pin!(tokio::signal::ctrl_c());
    let output_closed = pin!(events.output_closed.notified());
    let ended = select(interrupted, output_closed).await;
    serving.abort();
    if let Either::Left((Err(error), _)) = ended {
        return Err(Failure::internal(format!("cannot listen for interrupts: {error}")));
    }
    Ok(ExitStatus::Complete)
}

impl Listener {
    fn new(
        receiver: Box<dyn EventReceiver>,
        forward: Option<Target>,
        format: Format,
        limits: Limits,
    ) -> Self {
        let bodies = Bodies::new(limits.io_timeout);
        Self { receiver, forward, format, bodies, output_closed: Notify::new() }
    }

    /// Serves requests until the future is dropped.
    async fn run(self: Arc<Self>, socket: TcpListener, limits: Limits) -> Infallible {
        let answer = move |request, _| {
            let listener = Arc::clone(&self);
            async move { Ok::<_, Infallible>(listener.answer(request).await.map(Full::new)) }
        };
        serve(socket, limits, answer).await
    }

    async fn answer(&self, request: Request<Incoming>) -> Response<Bytes> {
        let (parts, body) = request.into_parts();
        let whole = match self.bodies.read(body, MAX_BODY).await {
            Ok(whole) => whole,
            Err(rejection) => {
                let status = StatusCode::from_u16(rejection.status).unwrap_or(StatusCode::BAD_REQUEST);
                let mut answer = error_answer(status, rejection.text.trim_end());
                // The rest of the body is not read.
                answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
                return answer;
            }
        };
        let body = whole.bytes.clone();
        match self.receiver.read(&parts.headers, &body) {
            Ok(received) if self.show(&received) == PipeState::Closed && self.forward.is_none() => {
                // Nobody saw the event, so the vendor must send it again. The command ends.
                self.output_closed.notify_one();
                return error_answer(StatusCode::SERVICE_UNAVAILABLE, "the output of the listener is closed");
            }
            Ok(_) => {}
            Err(error) => return error_answer(error.status(), &error.to_string()),
        }
        let Some(forward) = &self.forward else { return Response::default() };
        match forward.send(parts.method, parts.headers, body).await {
            Ok(answer) => answer,
            Err(problem) => error_answer(
                StatusCode::BAD_GATEWAY,
                &format!("the event was not forwarded to {}: {problem}", forward.shown()),
            ),
        }
    }

    fn show(&self, received: &ReceivedEvent) -> PipeState {
        let written = match self.format {
            Format::Json => json(received, true).and_then(|text| write_json(&text)),
            Format::Ndjson => json(received, false).and_then(|text| write_json(&text)),
            Format::Table | Format::Csv => write_line(&received.line()),
        };
        written.unwrap_or_else(|failure| {
            // The event was received all the same.
            write_message(failure.text());
            PipeState::Open
        })
    }
}

/// An answer with an error status, which is also written to standard error.
fn error_answer(status: StatusCode, problem: &str) -> Response<Bytes> {
    write_message(&format!("answered {}: {problem}", status.as_u16()));
    let mut answer = Response::new(format!("{problem}\n").into());
    *answer.status_mut() = status;
    answer
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    /// Events of Damstra, which signs none.
    async fn address(limits: Limits) -> std::net::SocketAddr {
        let vendor = Vendor::find("damstra").unwrap();
        let receiver = vendor.receiver(&|| Ok(String::new())).unwrap();
        let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = socket.local_addr().unwrap();
        let listener = Arc::new(Listener::new(receiver, None, Format::Ndjson, limits));
        tokio::spawn(listener.run(socket, limits));
        address
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_body_that_never_ends_is_answered_and_closed() {
        let limits = Limits { io_timeout: Duration::from_millis(200), ..LIMITS };
        let address = address(limits).await;
        for (label, body) in [("stalls", &b"{"[..]), ("never begins", b"")] {
            let answer = tokio::task::spawn_blocking(move || {
                let mut stream = TcpStream::connect(address).unwrap();
                stream
                    .write_all(b"POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n")
                    .unwrap();
                stream.write_all(body).unwrap();
                let mut answer = String::new();
                // It ends when the listener closes the connection.
                stream.read_to_string(&mut answer).unwrap();
                answer
            });
            let answer = answer.await.unwrap();
            assert!(answer.starts_with("HTTP/1.1 408 "), "{label}: {answer}");
            assert!(answer.contains("connection: close"), "{label}: {answer}");
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn connections_are_bounded() {
        let address = address(Limits { connections: 2, ..LIMITS }).await;
        let read = tokio::task::spawn_blocking(move || {
            let mut busy: Vec<_> = (0..2).map(|_| TcpStream::connect(address).unwrap()).collect();
            for stream in &mut busy {
                let head =
                    "POST / HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n";
                stream.write_all(head.as_bytes()).unwrap();
                // The body is being read.
                let mut told = [0; 25];
                stream.read_exact(&mut told).unwrap();
            }
            let mut answer = String::new();
            TcpStream::connect(address).unwrap().read_to_string(&mut answer).unwrap();
            answer
        });
        let answer = read.await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
        assert!(
            answer.ends_with("The listener has too many open connections. Close some and try again.\n"),
            "{answer}"
        );
    }
}
