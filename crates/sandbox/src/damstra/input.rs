//! Reads input and reports problems.

use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde_json::{Map, Value};

use super::answer::Rejection;
use crate::exchange::Incoming;

/// The fields of an object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a>(&'a Map<String, Value>);

/// The JSON of a body.
pub(super) fn body(incoming: &Incoming) -> Result<Value, Rejection> {
    let body = serde_json::from_slice(&incoming.body);
    body.ok().filter(Value::is_object).ok_or_else(|| Rejection::invalid("the body is not a JSON object"))
}

impl<'a> Fields<'a> {
    pub(super) fn of(value: &'a Value) -> Result<Self, Rejection> {
        value.as_object().map(Self).ok_or_else(|| Rejection::invalid("an object is missing"))
    }

    /// A field, unless it is missing or null.
    fn get(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn has(self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Reads a field, unless it is missing or null.
    fn read<T>(
        self,
        name: &str,
        what: &str,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Result<Option<T>, Rejection> {
        let Some(value) = self.get(name) else { return Ok(None) };
        read(value).map(Some).ok_or_else(|| Rejection::invalid(format!("{name} is not {what}")))
    }

    pub(super) fn text(self, name: &str) -> Result<Option<String>, Rejection> {
        self.read(name, "a text", |value| value.as_str().map(str::to_owned))
    }

    pub(super) fn boolean(self, name: &str) -> Result<Option<bool>, Rejection> {
        self.read(name, "true or false", Value::as_bool)
    }

    pub(super) fn number(self, name: &str) -> Result<Option<i64>, Rejection> {
        self.read(name, "a whole number", Value::as_i64)
    }

    /// A number, or a text with a number.
    pub(super) fn loose_number(self, name: &str) -> Result<Option<i64>, Rejection> {
        self.read(name, "a number", |value| {
            value.as_i64().or_else(|| value.as_str().and_then(|text| text.trim().parse().ok()))
        })
    }

    /// An id. An impossible id becomes 0, which no record has.
    pub(super) fn id(self, name: &str) -> Result<Option<u64>, Rejection> {
        self.read(name, "an id", id)
    }

    pub(super) fn ids(self, name: &str) -> Result<Option<Vec<u64>>, Rejection> {
        self.read(name, "a list of ids", |value| value.as_array()?.iter().map(id).collect())
    }

    pub(super) fn list(self, name: &str) -> Result<Option<&'a [Value]>, Rejection> {
        self.read(name, "a list", |value| value.as_array().map(Vec::as_slice))
    }

    /// Roles: the documented ones, and 1, which every sample contains.
    pub(super) fn roles(self) -> Result<Option<Vec<i64>>, Rejection> {
        let role = |value: &Value| value.as_i64().filter(|role| *role == 1 || (3..=8).contains(role));
        self.read("roles", "a list of roles", |value| value.as_array()?.iter().map(role).collect())
    }

    /// Groups, as objects with an id.
    pub(super) fn groups(self, name: &str) -> Result<Option<Vec<u64>>, Rejection> {
        self.read(name, "a list of groups", |value| {
            value.as_array()?.iter().map(|group| id(group.get("id")?)).collect()
        })
    }

    /// An instant with its offset, in any unambiguous form.
    pub(super) fn instant(self, name: &str) -> Result<Option<Zoned>, Rejection> {
        self.read(name, "an instant", |value| {
            let text = value.as_str()?;
            let instant: Timestamp = text.parse().ok()?;
            let offset = Pieces::parse(text).ok()?.to_numeric_offset();
            Some(instant.to_zoned(offset.map_or(TimeZone::UTC, TimeZone::fixed)))
        })
    }

    /// The address, which is required and must be well-formed.
    pub(super) fn address(self) -> Result<String, Rejection> {
        let text = require("emailAddress", self.text("emailAddress")?)?;
        let well_formed = text.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty() && !host.is_empty() && !host.contains('@') && !text.contains(char::is_whitespace)
        });
        if well_formed { Ok(text) } else { Err(Rejection::invalid("emailAddress is not an address")) }
    }
}

/// The value of a required field.
pub(super) fn require<T>(name: &str, value: Option<T>) -> Result<T, Rejection> {
    value.ok_or_else(|| Rejection::invalid(format!("{name} is missing")))
}

fn id(value: &Value) -> Option<u64> {
    match value {
        Value::Number(_) => value.as_i64().map(|id| u64::try_from(id).unwrap_or(0)),
        Value::String(text) => Some(text.parse().unwrap_or(0)),
        _ => None,
    }
}

/// A parameter that is a whole number from 0.
pub(super) fn number(incoming: &Incoming, name: &str) -> Result<Option<usize>, Rejection> {
    let Some(text) = incoming.query(name) else { return Ok(None) };
    let number = text.parse().ok().filter(|number| *number <= 1_000_000_000);
    number.map(Some).ok_or_else(|| Rejection::invalid(format!("{name} is not a number")))
}

/// A parameter with a fixed set of values.
pub(super) fn choice<'a>(
    incoming: &'a Incoming,
    name: &str,
    known: &[&str],
) -> Result<Option<&'a str>, Rejection> {
    match incoming.query(name) {
        Some(text) if !known.contains(&text) => {
            Err(Rejection::invalid(format!("{name} is none of {}", known.join(", "))))
        }
        found => Ok(found),
    }
}

/// A parameter that is a comma-separated list.
pub(super) fn list<'a>(incoming: &'a Incoming, name: &str) -> Option<Vec<&'a str>> {
    incoming.query(name).map(|text| text.split(',').map(str::trim).collect())
}

/// Whether one of the texts contains a part, in any case.
pub(super) fn within(part: Option<&str>, texts: &[&str]) -> bool {
    let lower = |text: &str| text.to_lowercase();
    part.is_none_or(|part| texts.iter().any(|text| lower(text).contains(&lower(part))))
}
