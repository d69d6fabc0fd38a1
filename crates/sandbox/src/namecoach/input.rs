//! Reads input.

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::exchange::{Incoming, parse_query};

/// The body as an object, in JSON.
pub(super) fn object(incoming: &Incoming) -> Option<Map<String, Value>> {
    serde_json::from_slice(&incoming.body).ok()
}

/// The body as an object, in JSON or as a form.
pub(super) fn object_or_form(incoming: &Incoming) -> Map<String, Value> {
    let form = || {
        let text = String::from_utf8_lossy(&incoming.body);
        let pairs = parse_query(&text).into_iter();
        pairs.map(|(name, value)| (name, Value::String(value))).collect()
    };
    object(incoming).unwrap_or_else(form)
}

/// The query as an object.
pub(super) fn query(incoming: &Incoming) -> Map<String, Value> {
    incoming.query.iter().map(|(name, value)| (name.clone(), Value::String(value.clone()))).collect()
}

/// A text, or a number as text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A list in JSON, or a comma-separated one. Blank items are skipped.
pub(super) fn list(value: Option<&Value>) -> Vec<String> {
    let items: Vec<_> = match value {
        Some(Value::Array(items)) => items.iter().filter_map(text).collect(),
        Some(value) => {
            text(value).unwrap_or_default().split(',').map(|item| item.trim().to_owned()).collect()
        }
        None => Vec::new(),
    };
    items.into_iter().filter(|item| !item.trim().is_empty()).collect()
}

/// A number from 1, in JSON or as text.
pub(super) fn number(value: Option<&Value>) -> Option<usize> {
    text(value?)?.trim().parse().ok().filter(|number| *number > 0)
}

/// An instant with a zone, in any ISO form.
pub(super) fn instant(value: &Value) -> Option<Timestamp> {
    serde_json::from_value::<tassel_core::values::Timestamp>(value.clone()).ok()?.instant()
}

/// Whether a text looks like an address.
pub(super) fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !text.contains(|c: char| c.is_whitespace() || c == ',')
    })
}

/// Whether a text looks like a telephone number with a plus sign.
pub(super) fn is_phone_number(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or_default();
    (7..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}
