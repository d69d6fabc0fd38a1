//! Posts events to webhooks.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use bytes::Bytes;
use http::header::HOST;
use http::{HeaderValue, Request};
use http_body_util::Full;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::sandbox::Sandbox;
use crate::webhooks::DueDelivery;

/// The timeout of a receiver's answer.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);

/// Posts due deliveries, one at a time for each webhook, until the future is dropped.
pub(crate) async fn post_events(sandbox: Sandbox) {
    let changed = sandbox.state().webhooks.changed();
    let mut attempts = JoinSet::new();
    loop {
        while let Some(due) = sandbox.take_due_delivery() {
            attempts.spawn(Attempt { sandbox: sandbox.clone(), due, result: None }.make());
        }
        while attempts.try_join_next().is_some() {}
        match until_next(&sandbox) {
            // On a timeout and on a change alike, the loop checks again.
            Some(wait) => drop(timeout(wait, changed.notified()).await),
            None => changed.notified().await,
        }
    }
}

/// The time until the next delivery or the next late action, which may make one, is due. `None` if the clock is frozen
/// or nothing is waiting.
fn until_next(sandbox: &Sandbox) -> Option<Duration> {
    let state = sandbox.state();
    let clock = &state.world.clock;
    let next = state.webhooks.next().filter(|at| !clock.is_frozen() || *at <= clock.now());
    let next = next.map(|at| Duration::try_from(at.duration_since(clock.now())).unwrap_or_default());
    let late = state.late.next().filter(|_| !clock.is_frozen());
    let late = late.map(|due| due.saturating_sub(clock.elapsed()));
    next.into_iter().chain(late).min()
}

/// A delivery that is being sent. Its result is stored on drop, even if the attempt is aborted.
#[derive(Debug)]
struct Attempt {
    sandbox: Sandbox,
    due: DueDelivery,
    result: Option<Result<u16, String>>,
}

impl Attempt {
    async fn make(mut self) {
        let result = timeout(ANSWER_TIMEOUT, post(self.due.request.clone())).await;
        let late = || Err(format!("no answer within {} seconds", ANSWER_TIMEOUT.as_secs()));
        self.result = Some(result.unwrap_or_else(|_| late()));
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        let aborted = || Err("the sandbox stopped serving before there was an answer".to_owned());
        self.sandbox.finish_delivery(&self.due, self.result.take().unwrap_or_else(aborted));
    }
}

/// Posts a request on a new connection and returns the status of the answer.
async fn post(mut request: Request<Bytes>) -> Result<u16, String> {
    let words = |error: &dyn std::error::Error| match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    };
    let uri = request.uri().clone();
    let host = uri.host().unwrap_or_default();
    let port = uri.port_u16().unwrap_or(80);
    // `localhost` is not resolved, so that it is always this machine.
    let addresses = match host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
        Ok(address) => vec![SocketAddr::new(address, port)],
        Err(_) => vec![(Ipv4Addr::LOCALHOST, port).into(), (Ipv6Addr::LOCALHOST, port).into()],
    };
    let stream = TcpStream::connect(addresses.as_slice()).await.map_err(|error| words(&error))?;
    if let Some(host) = uri.authority().and_then(|it| HeaderValue::from_str(it.as_str()).ok()) {
        request.headers_mut().insert(HOST, host);
    }
    if let Some(path) = uri.path_and_query() {
        *request.uri_mut() = path.clone().into();
    }
    let mut http = http1::Builder::new();
    // Vendors write title case, and some receivers are case-sensitive.
    http.title_case_headers(true);
    let (mut sender, connection) =
        http.handshake(TokioIo::new(stream)).await.map_err(|error| words(&error))?;
    let mut connections = JoinSet::new();
    connections.spawn(async move { drop(connection.await) });
    let answer = sender.send_request(request.map(Full::new)).await.map_err(|error| words(&error))?;
    Ok(answer.status().as_u16())
}
