//! Reads input in forms and JSON.

use serde_json::Value;

use super::answer::Rejection;
use crate::exchange::{Incoming, parse_query};

/// The fields of a body. In JSON `{"mail": {"subject": ...}}` is the same as `{"mail[subject]": ...}`.
pub(super) fn fields(incoming: &Incoming) -> Result<Vec<(String, String)>, Rejection> {
    let body = incoming.body.trim_ascii();
    if !body.starts_with(b"{") {
        return Ok(parse_query(&String::from_utf8_lossy(body)));
    }
    let body: Value = serde_json::from_slice(body)
        .map_err(|error| Rejection::Invalid(format!("The body is not valid JSON: {error}")))?;
    let mut fields = Vec::new();
    for (name, value) in body.as_object().into_iter().flatten() {
        match value {
            Value::Object(parts) => {
                fields.extend(parts.iter().map(|(part, value)| (format!("{name}[{part}]"), text(value))));
            }
            value => fields.push((name.clone(), text(value))),
        }
    }
    Ok(fields)
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The last value of a field.
pub(super) fn field<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.trim())
}

/// The address, which is required and must be well-formed.
pub(super) fn address(fields: &[(String, String)]) -> Result<String, Rejection> {
    let email =
        field(fields, "email").filter(|email| !email.is_empty()).ok_or(Rejection::Missing("email"))?;
    let well_formed = email
        .split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'));
    if well_formed && !email.contains(char::is_whitespace) {
        Ok(email.to_owned())
    } else {
        Err(Rejection::Invalid("Parameter email is not an address".to_owned()))
    }
}
