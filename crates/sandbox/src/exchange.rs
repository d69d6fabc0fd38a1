//! Requests, answers, and the log of both.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, Uri};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use tassel_core::operation::Operation;

/// A request to an emulator.
#[derive(Debug)]
pub(crate) struct Incoming {
    pub(crate) operation: &'static Operation,
    pub(crate) values: Vec<(String, String)>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) uri: Uri,
    /// Whether it came to a port, where the vendor's paths are below the vendor's name.
    pub(crate) on_port: bool,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Whether the emulator ignores the paging parameters.
    pub(crate) ignore_paging: bool,
}

impl Incoming {
    /// The value of a path parameter.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The URL that a vendor's paths are below, as the client knows it.
    pub(crate) fn origin(&self, vendor: &str) -> String {
        let host = self.headers.get(HOST).and_then(|host| host.to_str().ok());
        let host = self.uri.authority().map_or(host.unwrap_or_default(), |authority| authority.as_str());
        let origin = format!("{}://{host}", self.uri.scheme_str().unwrap_or("http"));
        if self.on_port { format!("{origin}/{vendor}") } else { origin }
    }

    /// The value of a query parameter, if it is not empty.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(known, value)| known == name && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    }
}

/// The parameters of a query.
pub(crate) fn parse_query(query: &str) -> Vec<(String, String)> {
    let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}

/// A value as JSON, without spare capacity: the log keeps it.
pub(crate) fn json_text(shown: &impl Serialize) -> Bytes {
    // Serialization cannot fail: every map has text keys.
    serde_json::to_vec(shown).unwrap_or_default().into_boxed_slice().into()
}

/// An emulator's answer.
#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    content_type: Option<&'static str>,
    headers: Vec<(&'static str, String)>,
    body: Bytes,
    /// Whether the vendor acted on the request.
    pub(crate) acted: bool,
}

impl Answer {
    /// An answer in JSON.
    pub(crate) fn json(status: u16, body: &impl Serialize) -> Self {
        Self::json_text(status, json_text(body))
    }

    /// An answer with serialized JSON.
    pub(crate) fn json_text(status: u16, body: Bytes) -> Self {
        Self::new(status, "application/json; charset=utf-8", body)
    }

    /// An answer in plain text.
    pub(crate) fn text(status: u16, body: impl Into<Cow<'static, str>>) -> Self {
        Self::new(status, "text/plain; charset=utf-8", body.into().into_owned())
    }

    /// The answer to an operation that the sandbox does not support.
    pub(crate) fn unsupported(operation: &Operation) -> Self {
        Self::text(501, format!("The sandbox does not support {} yet.\n", operation.id))
    }

    /// An answer without a body.
    pub(crate) fn empty(status: u16) -> Self {
        Self { content_type: None, ..Self::new(status, "", Bytes::new()) }
    }

    /// An answer with a file.
    pub(crate) fn file(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self::new(200, content_type, body)
    }

    /// An answer in JSON, HTML or plain text. The first character of the body decides.
    pub(crate) fn of_any_kind(status: u16, body: String) -> Self {
        let content_type = match body.trim_start().chars().next() {
            Some('{' | '[') => "application/json; charset=utf-8",
            Some('<') => "text/html; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        };
        Self::new(status, content_type, body)
    }

    fn new(status: u16, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self {
            status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            content_type: Some(content_type),
            headers: Vec::new(),
            body: body.into(),
            acted: false,
        }
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Marks that the vendor acted on the request.
    pub(crate) fn acted(mut self) -> Self {
        self.acted = true;
        self
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    pub(crate) fn replace_body(&mut self, body: impl FnOnce(&Bytes) -> Bytes) {
        self.body = body(&self.body);
    }

    pub(crate) fn into_response(self) -> Response<Bytes> {
        let mut response = Response::new(self.body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if let Some(content_type) = self.content_type {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
        response
    }
}

/// How an answer is transmitted.
#[derive(Debug)]
pub(crate) enum Transmission {
    /// The answer is sent whole.
    Answer(Response<Bytes>),
    /// The connection is lost.
    Drop,
    /// The body is cut short.
    Truncate(Response<Bytes>),
    /// The body never ends.
    Endless(Response<Bytes>),
}

impl Transmission {
    /// Replaces the answer, if there is one.
    pub(crate) fn map(self, with: impl FnOnce(Response<Bytes>) -> Response<Bytes>) -> Self {
        match self {
            Self::Answer(answer) => Self::Answer(with(answer)),
            Self::Drop => Self::Drop,
            Self::Truncate(answer) => Self::Truncate(with(answer)),
            Self::Endless(answer) => Self::Endless(with(answer)),
        }
    }
}

/// How an answer is transmitted, and after which delay.
#[derive(Debug)]
pub(crate) struct Outgoing {
    pub(crate) delay: Duration,
    pub(crate) transmission: Transmission,
}

/// A request in the log, with its answer.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct LoggedRequest {
    /// When it arrived, in the sandbox's time.
    pub at: String,
    /// The vendor.
    pub vendor: &'static str,
    /// The operation, if one matches.
    pub operation: Option<&'static str>,
    /// The method.
    pub method: String,
    /// The path and the query.
    pub path: String,
    /// The headers, secrets masked.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
    /// The status of the answer, unless the connection was lost.
    pub status: Option<u16>,
    /// The whole body of the answer, even if a fault cut it short.
    pub answer: String,
    /// Whether the vendor acted on the request: with an `act_late`, once it has.
    pub acted: bool,
    /// The faults that applied to it.
    pub faults: Vec<&'static str>,
}

/// A request as the log stores it.
#[derive(Debug)]
pub(crate) struct LogEntry {
    pub(crate) at: jiff::Timestamp,
    pub(crate) vendor: &'static str,
    pub(crate) operation: Option<&'static Operation>,
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) headers: MaskedHeaders,
    pub(crate) body: Bytes,
    pub(crate) status: Option<StatusCode>,
    pub(crate) answer: Bytes,
    pub(crate) acted: bool,
    pub(crate) faults: Vec<&'static str>,
}

/// Headers with masked secrets, one per line. They are copied: the originals share the connection's buffer and would
/// keep it alive.
#[derive(Debug)]
pub(crate) struct MaskedHeaders(String);

impl MaskedHeaders {
    pub(crate) fn new(headers: &HeaderMap) -> Self {
        let mut lines = String::with_capacity(512);
        for (name, value) in headers {
            lines.push_str(name.as_str());
            lines.push(':');
            if value.is_sensitive() || may_carry_credential(name) {
                lines.push_str("***");
            } else {
                lines.push_str(&String::from_utf8_lossy(value.as_bytes()));
            }
            lines.push('\n');
        }
        lines.shrink_to_fit();
        Self(lines)
    }

    fn show(&self) -> Vec<(String, String)> {
        let lines = self.0.lines().filter_map(|line| line.split_once(':'));
        lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

/// Whether a header of this name may carry a credential, for a vendor or a proxy.
fn may_carry_credential(name: &HeaderName) -> bool {
    // Fast path: most headers are one of these.
    if [ACCEPT, ACCEPT_ENCODING, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, USER_AGENT].contains(name) {
        return false;
    }
    let parts =
        ["auth", "cookie", "credential", "jwt", "key", "password", "secret", "session", "signature", "token"];
    parts.iter().any(|part| name.as_str().contains(part))
}

/// The last requests: at most [`Self::MAX`], and at most [`Self::MAX_BYTES`] bytes. The last one is always kept.
#[derive(Debug, Default)]
pub(crate) struct RequestLog {
    entries: VecDeque<LogEntry>,
    bytes: usize,
    /// The number of the first entry, counted from the first request of all.
    first: u64,
}

impl RequestLog {
    const MAX: usize = 10_000;
    const MAX_BYTES: usize = 64 << 20;

    /// Keeps a request and returns its number.
    pub(crate) fn keep(&mut self, entry: LogEntry) -> u64 {
        self.bytes += entry.size();
        self.entries.push_back(entry);
        self.limit();
        self.first + self.entries.len() as u64 - 1
    }

    /// Records the answer to a request that the vendor acted on later, if it is still kept.
    pub(crate) fn acted_late(&mut self, number: u64, answer: Answer) {
        let place = number.checked_sub(self.first).and_then(|place| usize::try_from(place).ok());
        let Some(entry) = place.and_then(|place| self.entries.get_mut(place)) else { return };
        self.bytes += answer.body.len();
        (entry.acted, entry.answer) = (answer.acted, answer.body);
        self.limit();
    }

    fn limit(&mut self) {
        while self.entries.len() > Self::MAX || (self.bytes > Self::MAX_BYTES && self.entries.len() > 1) {
            let Some(oldest) = self.entries.pop_front() else { return };
            self.bytes -= oldest.size();
            self.first += 1;
        }
    }

    pub(crate) fn list(&self) -> Vec<LoggedRequest> {
        self.entries.iter().map(LogEntry::show).collect()
    }
}

impl LogEntry {
    /// Its approximate size in bytes.
    fn size(&self) -> usize {
        let uri = self.uri.path_and_query().map_or(0, |it| it.as_str().len());
        let names = self.method.as_str().len() + size_of_val(self.faults.as_slice());
        size_of::<Self>() + uri + names + self.headers.0.len() + self.body.len() + self.answer.len()
    }

    /// The path and the query, with the values of secret parameters masked.
    fn masked_path(&self) -> String {
        let Some(query) = self.uri.query() else { return self.uri.path().to_owned() };
        let parameters = self.operation.map_or(&[][..], |operation| operation.parameters);
        let is_secret = |name: &str| parameters.iter().any(|it| it.secret && it.name == name);
        let masked: Vec<_> = query
            .split('&')
            .map(|pair| match pair.split_once('=') {
                Some((name, _)) if is_secret(name) => format!("{name}=***"),
                _ => pair.to_owned(),
            })
            .collect();
        format!("{}?{}", self.uri.path(), masked.join("&"))
    }

    fn show(&self) -> LoggedRequest {
        let text = |bytes: &Bytes| String::from_utf8_lossy(bytes).into_owned();
        LoggedRequest {
            at: self.at.to_string(),
            vendor: self.vendor,
            operation: self.operation.map(|operation| operation.id),
            method: self.method.to_string(),
            path: self.masked_path(),
            headers: self.headers.show(),
            body: text(&self.body),
            status: self.status.map(|status| status.as_u16()),
            answer: text(&self.answer),
            acted: self.acted,
            faults: self.faults.clone(),
        }
    }
}
