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
use crate::events::{Receive, Received};
use crate::failure::{Done, Failure};
use crate::output::{Reader, json, show, tell, write_json};
use crate::vendors::Vendor;

/// The largest body that is read.
const MAX_BODY: usize = 16 << 20;

/// What a request is answered from.
#[derive(Debug)]
struct Listener {
    receiver: Box<dyn Receive>,
    forward: Option<Target>,
    format: Format,
    /// Nobody reads what is printed any more.
    unread: Notify,
}

pub(crate) async fn run(global: &Global, options: &Listen) -> Result<Done, Failure> {
    let vendor = Vendor::named(&options.vendor)?;
    let receiver = super::receiver(global, vendor, None)?;
    let format = global.output.unwrap_or(Format::Table);
    if format == Format::Csv {
        return Err(Failure::usage("events come one at a time; give -o table, json or ndjson."));
    }
    let forward = options.forward.as_deref().map(Target::new).transpose()?;
    let cannot = |error: std::io::Error| {
        Failure::config(format!(
            "events cannot be listened for at {}: {error}. Choose another with --listen.",
            options.listen
        ))
    };
    let listener = TcpListener::bind(options.listen.as_str()).await.map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    tell(&format!(
        "events of {} are listened for at http://{address}/. Interrupt it to stop.",
        vendor.name()
    ));
    let events = Arc::new(Listener { receiver, forward, format, unread: Notify::new() });
    let serving = tokio::spawn(serve(listener, Arc::clone(&events)));
    let interrupted = pin!(tokio::signal::ctrl_c());
    let unread = pin!(events.unread.notified());
    let ended = select(interrupted, unread).await;
    serving.abort();
    if let Either::Left((Err(error), _)) = ended {
        return Err(Failure::ours(format!("interrupts cannot be listened for: {error}")));
    }
    Ok(Done::Whole)
}

async fn serve(socket: TcpListener, listener: Arc<Listener>) {
    loop {
        let Ok((stream, _)) = socket.accept().await else {
            // Out of files, for instance; it may pass.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let listener = Arc::clone(&listener);
        let service = service_fn(move |request| {
            let listener = Arc::clone(&listener);
            async move { Ok::<_, Infallible>(listener.answer(request).await.map(Full::new)) }
        });
        let mut http = http1::Builder::new();
        // Who has said all may still wait for the answer.
        http.timer(TokioTimer::new()).half_close(true);
        let connection = http.serve_connection(TokioIo::new(stream), service);
        // A connection that breaks off concerns nobody else.
        tokio::spawn(async move { drop(connection.await) });
    }
}

impl Listener {
    async fn answer(&self, request: Request<Incoming>) -> Response<Bytes> {
        let (parts, body) = request.into_parts();
        let Ok(body) = Limited::new(body, MAX_BODY).collect().await else {
            return refuse(StatusCode::BAD_REQUEST, "the body: it is larger than 16 MiB, or broke off");
        };
        let body = body.to_bytes();
        match self.receiver.read(&parts.headers, &body) {
            Ok(received) if self.show(&received) == Reader::Gone && self.forward.is_none() => {
                // The vendor keeps an event that nobody has seen, and the command ends.
                self.unread.notify_one();
                return refuse(StatusCode::SERVICE_UNAVAILABLE, "nobody reads the events any more");
            }
            Ok(_) => {}
            Err(error) => return refuse(error.status(), &error.to_string()),
        }
        let Some(forward) = &self.forward else { return Response::default() };
        match forward.send(parts.method, parts.headers, body).await {
            Ok(answer) => answer,
            Err(problem) => refuse(
                StatusCode::BAD_GATEWAY,
                &format!("it was not passed on to {}: {problem}", forward.shown()),
            ),
        }
    }

    fn show(&self, received: &Received) -> Reader {
        let written = match self.format {
            Format::Json => json(received, true).and_then(|text| write_json(&text)),
            Format::Ndjson => json(received, false).and_then(|text| write_json(&text)),
            Format::Table | Format::Csv => show(&received.line()),
        };
        written.unwrap_or_else(|failure| {
            // The event came all the same.
            tell(failure.text());
            Reader::Present
        })
    }
}

/// Answers with a problem, and says it on standard error.
fn refuse(status: StatusCode, problem: &str) -> Response<Bytes> {
    tell(&format!("answered {}: {problem}", status.as_u16()));
    let mut answer = Response::new(format!("{problem}\n").into());
    *answer.status_mut() = status;
    answer
}
