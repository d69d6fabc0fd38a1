//! Reads input and reports problems.

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

/// Why a request is rejected.
#[derive(Debug)]
pub(super) struct Rejection {
    pub(super) status: u16,
    pub(super) message: String,
}

impl Rejection {
    pub(super) fn new(status: u16, message: &str) -> Self {
        Self { status, message: message.to_owned() }
    }

    pub(super) fn wrong(name: &str, problem: &str) -> Self {
        Self::new(400, &format!("The {name} parameter {problem}."))
    }
}

/// The parameters of a request, with any content type. An empty body has none.
pub(super) fn parameters(body: &[u8]) -> Result<Map<String, Value>, Rejection> {
    if body.is_empty() {
        return Ok(Map::new());
    }
    serde_json::from_slice(body).map_err(|_| Rejection::new(400, "The body is not a JSON object."))
}

/// A parameter, unless it is missing or null.
fn given<'a>(parameters: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    parameters.get(name).filter(|value| !value.is_null())
}

/// An optional text.
pub(super) fn text<'a>(parameters: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, Rejection> {
    match given(parameters, name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Rejection::wrong(name, "is not a text")),
    }
}

/// A required text.
pub(super) fn required_text<'a>(
    parameters: &'a Map<String, Value>,
    name: &str,
) -> Result<&'a str, Rejection> {
    let text = text(parameters, name)?.filter(|text| !text.trim().is_empty());
    text.ok_or_else(|| Rejection::wrong(name, "is required"))
}

/// A required text that is one of these.
pub(super) fn one_of(
    parameters: &Map<String, Value>,
    name: &str,
    known: &[&'static str],
) -> Result<&'static str, Rejection> {
    let given = required_text(parameters, name)?;
    let found = known.iter().find(|known| **known == given).copied();
    found.ok_or_else(|| Rejection::wrong(name, &format!("is none of {}", known.join(", "))))
}

/// An optional list.
pub(super) fn list<'a>(
    parameters: &'a Map<String, Value>,
    name: &str,
) -> Result<Option<&'a [Value]>, Rejection> {
    match given(parameters, name) {
        None => Ok(None),
        Some(Value::Array(items)) => Ok(Some(items)),
        Some(_) => Err(Rejection::wrong(name, "is not a list")),
    }
}

/// An optional list of texts.
pub(super) fn texts<'a>(
    parameters: &'a Map<String, Value>,
    name: &str,
) -> Result<Option<Vec<&'a str>>, Rejection> {
    let Some(items) = list(parameters, name)? else { return Ok(None) };
    let texts = items.iter().map(Value::as_str).collect::<Option<_>>();
    texts.map(Some).ok_or_else(|| Rejection::wrong(name, "is not a list of texts"))
}

/// A required list.
pub(super) fn required_list<'a>(
    parameters: &'a Map<String, Value>,
    name: &str,
) -> Result<&'a [Value], Rejection> {
    list(parameters, name)?.ok_or_else(|| Rejection::wrong(name, "is required"))
}

/// A required list of texts.
pub(super) fn required_texts<'a>(
    parameters: &'a Map<String, Value>,
    name: &str,
) -> Result<Vec<&'a str>, Rejection> {
    texts(parameters, name)?.ok_or_else(|| Rejection::wrong(name, "is required"))
}

/// A required object.
pub(super) fn required_object<'a>(
    parameters: &'a Map<String, Value>,
    name: &str,
) -> Result<&'a Map<String, Value>, Rejection> {
    match given(parameters, name) {
        None => Err(Rejection::wrong(name, "is required")),
        Some(Value::Object(fields)) => Ok(fields),
        Some(_) => Err(Rejection::wrong(name, "is not an object")),
    }
}

/// An optional whole number in a range.
pub(super) fn number(
    parameters: &Map<String, Value>,
    name: &str,
    range: RangeInclusive<i64>,
) -> Result<Option<i64>, Rejection> {
    let Some(value) = given(parameters, name) else { return Ok(None) };
    let number = value.as_i64().filter(|number| range.contains(number));
    let problem = || format!("is not a whole number from {} to {}", range.start(), range.end());
    number.map(Some).ok_or_else(|| Rejection::wrong(name, &problem()))
}

/// A boolean in any form that the vendor documents: true, 1 or "1".
pub(super) fn switch(parameters: &Map<String, Value>, name: &str, usual: bool) -> Result<bool, Rejection> {
    match given(parameters, name) {
        None => Ok(usual),
        Some(Value::Bool(on)) => Ok(*on),
        Some(Value::Number(number)) if number.as_f64() == Some(0.0) => Ok(false),
        Some(Value::Number(number)) if number.as_f64() == Some(1.0) => Ok(true),
        Some(Value::String(text)) if text == "0" => Ok(false),
        Some(Value::String(text)) if text == "1" => Ok(true),
        Some(_) => Err(Rejection::wrong(name, "is neither 0 nor 1")),
    }
}

/// Whether a text is an address.
pub(super) fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        let whole = !user.is_empty() && host.contains('.') && !host.contains('@');
        whole && !text.contains(char::is_whitespace)
    })
}
