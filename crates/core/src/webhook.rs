//! Webhooks: events that vendors send.
//!
//! A vendor crate with webhooks publishes one static [`Webhook`] per event, generated from its `openapi.yaml`, and a
//! receiver that turns headers and bytes into a typed event.

use std::fmt;

use http::StatusCode;
use percent_encoding::percent_decode;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::client::Client;
use crate::decode::{DecodeError, to_json};
use crate::draft::{Draft, push_pair};
use crate::operation::{Certainty, Encoding, Operation, Rewrite};
use crate::reply::Rewritten;

/// An event that a vendor sends.
#[derive(Debug)]
#[non_exhaustive]
pub struct Webhook {
    /// The name, as the vendor spells it.
    pub name: &'static str,
    /// The field of the body that holds the name.
    pub name_in: &'static str,
    /// When it is sent, in one line.
    pub summary: &'static str,
    /// The encoding of the body.
    pub encoding: Encoding,
    /// How far an event of this vendor can be trusted after its receiver has read it.
    pub trust: Trust,
    /// How sure its description is.
    pub certainty: Certainty,
    /// The URL of the vendor's documentation.
    pub documentation: &'static str,
    /// An example of its body, as JSON.
    pub example: &'static str,
    /// The operation that reads back the record of the event, if there is one.
    pub read_back: Option<&'static Operation>,
    /// Reads a body, as JSON, into its model and writes it back.
    pub rewrite: Rewrite,
}

impl Webhook {
    /// An event with a name, the field that holds the name, and a model. It is a [`Trust::Hint`] in JSON.
    #[must_use]
    pub const fn new(name: &'static str, name_in: &'static str, rewrite: Rewrite) -> Self {
        Self {
            name,
            name_in,
            summary: "",
            encoding: Encoding::Json,
            trust: Trust::Hint,
            certainty: Certainty::Unknown,
            documentation: "",
            example: "",
            read_back: None,
            rewrite,
        }
    }
}

/// How far an event can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trust {
    /// The signature proves that the vendor sent it. It may still arrive late, twice or out of order.
    Verified,
    /// Anyone who knows the URL may have sent it. Read the record back before you act on it.
    Hint,
}

impl fmt::Display for Trust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Verified => "verified",
            Self::Hint => "hint",
        })
    }
}

/// An event that this version does not list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnknownEvent {
    /// The name, as received.
    pub name: String,
    /// The whole body.
    pub body: Map<String, Value>,
}

impl UnknownEvent {
    #[doc(hidden)]
    #[must_use]
    pub fn new(name: String, body: Map<String, Value>) -> Self {
        Self { name, body }
    }
}

/// The operation that reads back the record of an event, with its path values.
#[derive(Debug, Clone)]
pub struct ReadBack {
    operation: &'static Operation,
    values: Vec<(&'static str, String)>,
}

impl ReadBack {
    #[doc(hidden)]
    #[must_use]
    pub fn new(operation: &'static Operation) -> Self {
        Self { operation, values: Vec::new() }
    }

    #[doc(hidden)]
    #[must_use]
    pub fn at(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The path parameters and their values from the event.
    #[must_use]
    pub fn values(&self) -> &[(&'static str, String)] {
        &self.values
    }

    /// The call. A value that would lead to another path is refused when the call is sent.
    pub fn call(self, client: &Client) -> Call<Vec<u8>> {
        let draft = Draft::new(self.operation);
        let draft = self.values.into_iter().fold(draft, |draft, (name, value)| draft.at(name, value));
        draft.call::<Rewritten>(client)
    }
}

/// Why an event could not be read. The text names the problem and shows nothing of the body.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebhookError {
    /// The signature is missing or wrong. Answer 401.
    #[error("the signature: {0}")]
    Signature(String),
    /// The body cannot be read. Answer 400.
    #[error("the body: {0}")]
    Body(#[from] DecodeError),
}

impl WebhookError {
    /// The status to answer with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Signature(_) => StatusCode::UNAUTHORIZED,
            Self::Body(_) => StatusCode::BAD_REQUEST,
        }
    }
}

/// The name of an event.
///
/// # Errors
///
/// The name is missing, or is not a text.
pub fn name<'a>(fields: &'a Map<String, Value>, name_in: &str) -> Result<&'a str, DecodeError> {
    match fields.get(name_in) {
        Some(Value::String(name)) if !name.is_empty() => Ok(name),
        Some(Value::String(_)) => {
            Err(DecodeError::new(format!("`{name_in}`, which names the event, is empty")))
        }
        Some(_) => Err(DecodeError::new(format!("`{name_in}`, which names the event, is not a text"))),
        None => Err(DecodeError::new(format!("there is no `{name_in}`, which names the event"))),
    }
}

/// Converts a form to a JSON object of texts. White space around values is removed. A repeated key holds a list.
///
/// # Errors
///
/// The form is empty, or not UTF-8.
pub fn form_to_json(form: &[u8]) -> Result<Vec<u8>, DecodeError> {
    let mut fields = Map::new();
    for pair in form.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let (key, value) = match pair.iter().position(|byte| *byte == b'=') {
            Some(at) => (&pair[..at], &pair[at + 1..]),
            None => (pair, &[][..]),
        };
        let (key, value) = (decoded(key)?, Value::from(decoded(value)?.trim()));
        match fields.get_mut(&key) {
            None => {
                fields.insert(key, value);
            }
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }
    if fields.is_empty() {
        return Err(DecodeError::new("it is empty, not a form"));
    }
    to_json(&fields)
}

fn decoded(text: &[u8]) -> Result<String, DecodeError> {
    let spaced: Vec<u8> = text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let decoded = percent_decode(&spaced).decode_utf8();
    decoded.map(String::from).map_err(|_| DecodeError::new("a key or a value in it is not UTF-8"))
}

/// Converts the fields of an event to a form.
#[must_use]
pub fn to_form(fields: &Map<String, Value>) -> Vec<u8> {
    let mut form = String::new();
    for (key, value) in fields {
        for value in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            push_pair(&mut form, key, &text);
        }
    }
    form.into_bytes()
}

/// The answer to an event that could not be read: the status and one line.
#[cfg(feature = "axum")]
impl axum::response::IntoResponse for WebhookError {
    fn into_response(self) -> axum::response::Response {
        (self.status(), format!("{self}\n")).into_response()
    }
}

/// The headers and the body of an axum request.
///
/// # Errors
///
/// [`WebhookError::Body`]: the body is larger than axum's limit, or was cut short.
#[cfg(feature = "axum")]
pub async fn whole(request: axum::extract::Request) -> Result<(http::HeaderMap, bytes::Bytes), WebhookError> {
    use axum::extract::FromRequest;

    let headers = request.headers().clone();
    let body = bytes::Bytes::from_request(request, &()).await;
    body.map(|body| (headers, body))
        .map_err(|_| WebhookError::Body(DecodeError::new("it is larger than the limit, or was cut short")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn forms_are_read_and_written() {
        for (label, form, want, written) in [
            ("as documented", "a=1&b=x", json!({"a": "1", "b": "x"}), "a=1&b=x"),
            ("white space", "a=+1%20&b=%09x", json!({"a": "1", "b": "x"}), "a=1&b=x"),
            ("no value", "a&b=", json!({"a": "", "b": ""}), "a=&b="),
            ("a second equals sign", "a=1=2", json!({"a": "1=2"}), "a=1%3D2"),
            ("ampersands too many", "&&a=1&", json!({"a": "1"}), "a=1"),
            ("brackets and letters", "m%5Bs%5D=%C3%A9", json!({"m[s]": "é"}), "m%5Bs%5D=%C3%A9"),
            ("a percent sign alone", "a=50%&b=%zz", json!({"a": "50%", "b": "%zz"}), "a=50%25&b=%25zz"),
            ("a key twice", "a=1&b=2&a=3&a=4", json!({"a": ["1", "3", "4"], "b": "2"}), "a=1&a=3&a=4&b=2"),
            ("no key", "=1", json!({"": "1"}), "=1"),
        ] {
            let json = form_to_json(form.as_bytes()).unwrap();
            let fields: Map<String, Value> = serde_json::from_slice(&json).unwrap();
            assert_eq!(Value::Object(fields.clone()), want, "{label}");
            let mut pairs: Vec<_> =
                to_form(&fields).split(|byte| *byte == b'&').map(<[u8]>::to_vec).collect();
            pairs.sort();
            assert_eq!(String::from_utf8(pairs.join(&b'&')).unwrap(), written, "{label}");
        }
        for (form, want) in [
            (&b""[..], "it is empty, not a form"),
            (b"&&", "it is empty, not a form"),
            (b"a=\xff", "a key or a value in it is not UTF-8"),
            (b"%c3=1", "a key or a value in it is not UTF-8"),
        ] {
            assert_eq!(form_to_json(form).unwrap_err().to_string(), want);
        }
    }

    #[test]
    fn errors_say_what_to_answer() {
        for (error, status, words) in [
            (WebhookError::Signature("it is missing".to_owned()), 401, "the signature: it is missing"),
            (DecodeError::new("it is empty").into(), 400, "the body: it is empty"),
            (
                name(&Map::new(), "event").unwrap_err().into(),
                400,
                "the body: there is no `event`, which names the event",
            ),
        ] {
            assert_eq!((error.status().as_u16(), error.to_string().as_str()), (status, words));
        }
        for (value, words) in
            [(json!(7), "is not a text"), (json!(""), "is empty"), (json!(["x"]), "is not a text")]
        {
            let fields = Map::from_iter([("event".to_owned(), value)]);
            assert!(name(&fields, "event").unwrap_err().to_string().ends_with(words), "{words}");
        }
    }
}
