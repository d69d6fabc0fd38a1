//! The vendor's answers and rejections.

use serde::Serialize;
use serde_json::{Map, Value, json};
use tassel_core::operation::Safety;

use super::{Envelope, Settings};
use crate::exchange::{Answer, Incoming};

/// Why a request is rejected.
#[derive(Debug)]
pub(super) enum Rejection {
    /// The credential is missing.
    NoCredential,
    /// The credential is invalid.
    Credential(&'static str),
    /// The member may not do this.
    Forbidden,
    /// A required field is missing.
    Missing(&'static str),
    /// A field is invalid.
    Invalid(String),
    /// There is no such record.
    NotFound(&'static str),
    /// The path does not allow the method.
    Method(String),
    /// Another member has the address.
    Conflict,
    /// Too many requests.
    TooMany,
}

impl Rejection {
    pub(super) fn into_answer(self) -> Answer {
        let (status, code, message) = match self {
            Self::NoCredential => (401, "unauthorized", "A credential is required".to_owned()),
            Self::Credential(what) => (401, "unauthorized", format!("Unauthorized: {what}")),
            Self::Forbidden => (403, "forbidden", "The member may not do this".to_owned()),
            Self::Missing(name) => (400, "missing_parameter", format!("Parameter {name} is required")),
            Self::Invalid(what) => (400, "invalid_parameter", what),
            Self::NotFound(what) => (404, "not_found", format!("There is no such {what}")),
            Self::Method(what) => (405, "method_not_allowed", what),
            Self::Conflict => (409, "conflict", "Another member has this address".to_owned()),
            Self::TooMany => (429, "too_many_requests", "Too many requests".to_owned()),
        };
        Answer::json(status, &json!({"error": {"code": code, "message": message}}))
    }
}

/// An object, wrapped under its name if the settings say so.
pub(super) fn object(name: &str, value: Value, settings: &Settings) -> Value {
    if settings.wrap_objects { json!({name: value}) } else { value }
}

/// The answer to a read.
pub(super) fn found(name: &str, value: Value, settings: &Settings) -> Answer {
    Answer::json(200, &object(name, value, settings))
}

/// The answer to a write.
pub(super) fn done(status: u16, body: Option<Value>, settings: &Settings) -> Answer {
    let status = if settings.plain_200 { 200 } else { status };
    let answer = match body {
        Some(body) if !settings.empty_bodies => Answer::json(status, &body),
        None if status == 200 && !settings.empty_bodies => Answer::json(status, &json!({})),
        _ => Answer::empty(status),
    };
    answer.acted()
}

/// A page of a list, with at most `cap` items.
pub(super) fn page<T, J: Serialize>(
    name: &str,
    items: impl Iterator<Item = T>,
    show: impl Fn(T) -> J,
    cap: usize,
    incoming: &Incoming,
    settings: &Settings,
) -> Answer {
    debug_assert_eq!(incoming.operation.safety, Safety::ReadOnly);
    let number = |name| incoming.query(name).and_then(|text| text.parse::<usize>().ok());
    let offset = number("offset").filter(|_| !incoming.ignore_paging).unwrap_or(0);
    let limit = number("limit").filter(|limit| *limit > 0).map_or(cap, |limit| limit.min(cap));
    let shown: Vec<_> = items.skip(offset).take(limit).map(show).collect();
    let body = match settings.list_envelope {
        Envelope::Bare => json!(shown),
        Envelope::Named => json!({name: shown}),
        Envelope::Data => {
            let mut body = Map::new();
            body.insert("data".to_owned(), json!(shown));
            body.insert("offset".to_owned(), offset.into());
            Value::Object(body)
        }
    };
    Answer::json(200, &body)
}

/// `2026-09-01T08:00:00Z`.
pub(super) fn seconds(at: jiff::Timestamp) -> String {
    // The seconds of a timestamp are in range.
    jiff::Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}
