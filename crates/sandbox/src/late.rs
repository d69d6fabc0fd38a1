//! Requests whose connection is lost at once and that the vendor acts on later.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Uri};

use crate::exchange::Incoming;
use crate::sandbox::State;

/// A request that the vendor acts on later.
#[derive(Debug)]
pub(crate) struct LateRequest {
    pub(crate) vendor: &'static str,
    pub(crate) incoming: Incoming,
    /// Its number in the log of requests.
    pub(crate) logged: u64,
}

/// The requests that wait for their time, and of the same time in the order of their arrival.
#[derive(Debug, Default)]
pub(crate) struct LateRequests {
    waiting: BTreeMap<(Duration, u64), LateRequest>,
    count: u64,
    bytes: usize,
}

impl LateRequests {
    /// The maximum number of waiting requests.
    const MAX: usize = 1_000;
    /// The maximum bytes of waiting requests.
    const MAX_BYTES: usize = 16 << 20;

    /// Whether one more request can wait.
    pub(crate) fn has_room(&self, incoming: &Incoming) -> bool {
        self.waiting.len() < Self::MAX && self.bytes + size(incoming) <= Self::MAX_BYTES
    }

    pub(crate) fn add(&mut self, due: Duration, request: LateRequest) {
        self.bytes += size(&request.incoming);
        self.count += 1;
        self.waiting.insert((due, self.count), request);
    }

    /// The time of the next request.
    pub(crate) fn next(&self) -> Option<Duration> {
        self.waiting.first_key_value().map(|((due, _), _)| *due)
    }

    fn take_due(&mut self, now: Duration) -> Option<(Duration, LateRequest)> {
        let next = self.waiting.first_entry().filter(|next| next.key().0 <= now)?;
        let ((due, _), request) = next.remove_entry();
        self.bytes -= size(&request.incoming);
        Some((due, request))
    }
}

/// The approximate size of a request in bytes.
fn size(incoming: &Incoming) -> usize {
    let headers = incoming.headers.iter().map(|(name, value)| name.as_str().len() + value.len());
    let path = incoming.uri.path_and_query().map_or(0, |it| it.as_str().len());
    // The path and the query are kept as parameters, too.
    size_of::<Incoming>() + 2 * path + headers.sum::<usize>() + incoming.body.len()
}

impl Incoming {
    /// A copy that does not share the connection's buffer, which it would keep alive.
    pub(crate) fn copied(self) -> Self {
        let headers = self.headers.iter().filter_map(|(name, value)| {
            let name = HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
            Some((name, HeaderValue::from_bytes(value.as_bytes()).ok()?))
        });
        let headers: HeaderMap = headers.collect();
        // A copy of a valid URL is valid.
        let uri = Uri::try_from(self.uri.to_string()).unwrap_or_default();
        Self { headers, uri, body: Bytes::copy_from_slice(&self.body), ..self }
    }
}

impl State {
    /// Acts on the late requests whose time has come, each at its own time.
    pub(crate) fn catch_up(&mut self) {
        if self.late.next().is_none() {
            return;
        }
        let now = self.world.clock.elapsed();
        while let Some((due, LateRequest { vendor, incoming, logged })) = self.late.take_due(now) {
            self.world.clock.hold(Some(due));
            let answer = self.act(vendor, &incoming);
            self.send_events();
            self.world.clock.hold(None);
            self.log.acted_late(logged, answer);
        }
    }
}
