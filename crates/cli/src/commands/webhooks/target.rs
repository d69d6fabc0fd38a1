//! The URL that events are sent to.

use std::fmt;
use std::time::Duration;

use tassel_core::kit::Bytes;
use tassel_core::kit::http::{HeaderMap, Method, Request, Response, Uri, header};
use tassel_core::transport::{HttpTransport, Transport};

use crate::failure::Failure;

/// The timeout of a request.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The largest answer that is read, in bytes.
const MAX_ANSWER: usize = 1 << 20;

/// A URL that events are sent to.
#[derive(Clone)]
pub(super) struct Target {
    url: Uri,
    transport: HttpTransport,
}

impl Target {
    /// A target. The URL must be `https` or on this machine, because events contain personal data.
    pub(super) fn new(url: &str) -> Result<Self, Failure> {
        let invalid = || {
            Failure::usage(format!(
                "`{}` is not a URL that events can be sent to; write it like https://example.org/hook, or \
                 http://127.0.0.1:3000/hook on this machine.",
                without_query(url)
            ))
        };
        let parsed: Uri = url.parse().map_err(|_| invalid())?;
        let host = parsed.host().ok_or_else(invalid)?;
        let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
        let local =
            host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback());
        let transport = match parsed.scheme_str() {
            Some("http") if local => HttpTransport::loopback(),
            Some("https") => HttpTransport::new(),
            _ => return Err(invalid()),
        };
        let transport = transport.map_err(|error| Failure::config(format!("{error}.")))?;
        Ok(Self { url: parsed, transport })
    }

    /// Sends a request once. The error is a message.
    pub(super) async fn send(
        &self,
        method: Method,
        mut headers: HeaderMap,
        body: Bytes,
    ) -> Result<Response<Bytes>, String> {
        remove_hop_by_hop(&mut headers);
        let mut request = Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = self.url.clone();
        *request.headers_mut() = headers;
        let exchange = async {
            let answer = self.transport.send(request).await.map_err(|error| error.to_string())?;
            let (mut parts, body) = answer.into_parts();
            let body = body.collect(MAX_ANSWER).await.map_err(|error| format!("its answer {error}"))?;
            remove_hop_by_hop(&mut parts.headers);
            Ok(Response::from_parts(parts, body))
        };
        let timeout = |_| Err(format!("no answer arrived within {} s", TIMEOUT.as_secs()));
        tokio::time::timeout(TIMEOUT, exchange).await.unwrap_or_else(timeout)
    }

    /// The URL without its query and user.
    pub(super) fn shown(&self) -> String {
        without_query(&self.url.to_string())
    }

    /// Masks in a text what it repeats of the query, which may contain a secret.
    pub(super) fn redact(&self, words: &str) -> String {
        let query = self.url.query().unwrap_or_default();
        let values = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(_, value)| value);
        let secrets = [query].into_iter().chain(values).filter(|text| text.len() > 2);
        secrets.fold(words.to_owned(), |words, secret| words.replace(secret, "***"))
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Target").field(&self.shown()).finish()
    }
}

/// The URL without its query and user, which may contain a secret.
fn without_query(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let (scheme, rest) =
        url.split_once("://").map_or(("", url), |(scheme, _)| url.split_at(scheme.len() + 3));
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}{host}{path}")
}

/// Removes the headers that apply to one connection and not to the message.
fn remove_hop_by_hop(headers: &mut HeaderMap) {
    for name in [
        header::CONNECTION,
        header::CONTENT_LENGTH,
        header::HOST,
        header::TE,
        header::TRAILER,
        header::TRANSFER_ENCODING,
        header::UPGRADE,
    ] {
        headers.remove(name);
    }
    headers.remove("keep-alive");
}
