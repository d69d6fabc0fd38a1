//! `tassel webhooks listen`.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{Either, select};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tassel_core::kit::Bytes;
use tassel_core::kit::http::{Request, Response, StatusCode};
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

/// The state that requests are answered with.
#[derive(Debug)]
struct Listener {
    receiver: Box<dyn EventReceiver>,
    forward: Option<Target>,
    format: Format,
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
    let events = Arc::new(Listener { receiver, forward, format, output_closed: Notify::new() });
    let serving = tokio::spawn(serve(listener, Arc::clone(&events)));
    let interrupted = pin!(tokio::signal::ctrl_c());
    let output_closed = pin!(events.output_closed.notified());
    let ended = select(interrupted, output_closed).await;
    serving.abort();
    if let Either::Left((Err(error), _)) = ended {
        return Err(Failure::internal(format!("cannot listen for interrupts: {error}")));
    }
    Ok(ExitStatus::Complete)
}

async fn serve(socket: TcpListener, listener: Arc<Listener>) {
    loop {
        let Ok((stream, _)) = socket.accept().await else {
            // For example, too many open files. It may be temporary.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let listener = Arc::clone(&listener);
        let service = service_fn(move |request| {
            let listener = Arc::clone(&listener);
            async move { Ok::<_, Infallible>(listener.answer(request).await.map(Full::new)) }
        });
        let mut http = http1::Builder::new();
        // A client may close its half of the connection and still wait for the answer.
        http.timer(TokioTimer::new()).half_close(true);
        let connection = http.serve_connection(TokioIo::new(stream), service);
        // A broken connection does not affect the others.
        tokio::spawn(async move { drop(connection.await) });
    }
}

impl Listener {
    async fn answer(&self, request: Request<Incoming>) -> Response<Bytes> {
        let (parts, body) = request.into_parts();
        let Ok(body) = Limited::new(body, MAX_BODY).collect().await else {
            return error_answer(StatusCode::BAD_REQUEST, "the body is larger than 16 MiB or incomplete");
        };
        let body = body.to_bytes();
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
