//! Answers, read and unread.

use std::fmt;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

/// An answer whose body is not read into a model.
#[non_exhaustive]
#[derive(Clone)]
pub struct RawResponse {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body. It may hold names and addresses.
    pub body: Bytes,
    /// Whether the body was cut at the limit of error bodies, 256 KiB.
    pub is_cut: bool,
}

impl RawResponse {
    /// An answer with a whole body.
    #[must_use]
    pub fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self { status, headers, body, is_cut: false }
    }

    /// The `Content-Type` without its parameters, if it is valid.
    pub(crate) fn media_type(&self) -> &str {
        let is_name =
            |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || b"-.+".contains(&byte));
        let is_type = |value: &&str| {
            value.len() < 80 && value.split_once('/').is_some_and(|(of, kind)| is_name(of) && is_name(kind))
        };
        let value = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let value = value.and_then(|value| value.split(';').next()).map(str::trim);
        value.filter(is_type).unwrap_or("a body of no known type")
    }

    pub(crate) fn is_json(&self) -> bool {
        matches!(self.body.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'[' | b'"'))
    }

    /// The text of a body that is not JSON; empty for a page of HTML.
    pub(crate) fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.body[..self.body.len().min(4096)]);
        if text.trim_start().starts_with('<') { String::new() } else { text.into_owned() }
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status.as_u16())
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// A value together with the answer it was read from.
#[non_exhaustive]
pub struct Response<T> {
    /// The value.
    pub value: T,
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as the vendor sent it.
    pub body: Bytes,
}

impl<T> Response<T> {
    pub(crate) fn new(value: T, answer: RawResponse) -> Self {
        Self { value, status: answer.status, headers: answer.headers, body: answer.body }
    }

    /// The same answer with another value.
    pub fn map<U>(self, value: impl FnOnce(T) -> U) -> Response<U> {
        Response { value: value(self.value), status: self.status, headers: self.headers, body: self.body }
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status.as_u16())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
