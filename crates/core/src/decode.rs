//! Reads JSON bodies. Only after a failure, a body is read again to find the path of the problem.

use std::fmt;

use serde::Serialize;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::error::Category;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::mask::mask;

/// Where and why a body could not be read. The text names the JSON path and the type of the value, never the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    problem: String,
}

impl DecodeError {
    /// A problem with the whole body.
    #[must_use]
    pub fn new(problem: impl Into<String>) -> Self {
        Self { path: String::new(), problem: problem.into() }
    }

    /// The JSON path, such as `credentials[3].id`; empty for a problem with the whole body.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "at {}: ", self.path)?;
        }
        f.write_str(&self.problem)
    }
}

impl std::error::Error for DecodeError {}

/// Reads a JSON body.
///
/// # Errors
///
/// The body is not UTF-8, not JSON, or not of the expected shape.
pub fn from_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    let text = std::str::from_utf8(body)
        .map_err(|error| DecodeError::new(format!("it is not UTF-8 from byte {} on", error.valid_up_to())))?;
    serde_json::from_str(text).map_err(|_| explain::<T>(text))
}

/// The fields of a body, with all lists and objects empty. `None` if the body is not JSON. Of an object with very many
/// fields, only the first ones.
pub(crate) fn outline(body: &[u8]) -> Option<Value> {
    let whole: &RawValue = serde_json::from_slice(body).ok()?;
    if !whole.get().starts_with('{') {
        return part(whole);
    }
    serde_json::Deserializer::from_str(whole.get()).deserialize_map(Outline).ok()
}

fn part(part: &RawValue) -> Option<Value> {
    match part.get().as_bytes().first() {
        Some(b'[') => Some(Value::Array(Vec::new())),
        Some(b'{') => Some(Value::Object(Map::new())),
        _ => serde_json::from_str(part.get()).ok(),
    }
}

struct Outline;

/// An object with more fields than this is no error body.
const MOST_OUTLINED: usize = 1_000;

impl<'de> Visitor<'de> for Outline {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while fields.len() < MOST_OUTLINED
            && let Some((name, value)) = map.next_entry::<String, &RawValue>()?
        {
            fields.insert(name, part(value).unwrap_or_default());
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Object(fields))
    }
}

/// The number of items in the longest list of a body: the body itself, or one of its fields.
pub(crate) fn longest_list(body: &[u8]) -> u64 {
    let mut reader = serde_json::Deserializer::from_slice(body);
    Longest { into_fields: true }.deserialize(&mut reader).unwrap_or(0)
}

struct Longest {
    into_fields: bool,
}

impl<'de> DeserializeSeed<'de> for Longest {
    type Value = u64;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u64, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Longest {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<u64, A::Error> {
        let mut items = 0;
        while list.next_element::<IgnoredAny>()?.is_some() {
            items += 1;
        }
        Ok(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<u64, A::Error> {
        let mut longest = 0;
        while map.next_key::<IgnoredAny>()?.is_some() {
            if self.into_fields {
                longest = longest.max(map.next_value_seed(Longest { into_fields: false })?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(longest)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<u64, E> {
        Ok(0)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<u64, E> {
        Ok(0)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<u64, E> {
        Ok(0)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<u64, E> {
        Ok(0)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<u64, E> {
        Ok(0)
    }

    fn visit_unit<E: Error>(self) -> Result<u64, E> {
        Ok(0)
    }
}

/// Reads a JSON body into a model and writes it back: the [`Rewrite`](crate::operation::Rewrite) of that model.
///
/// # Errors
///
/// As for [`from_json`].
pub fn rewrite<T: DeserializeOwned + Serialize>(body: &[u8]) -> Result<Vec<u8>, DecodeError> {
    to_json(&from_json::<T>(body)?)
}

/// Reads a JSON body into its model and writes it back, unless there is no body.
///
/// # Errors
///
/// As for [`from_json`].
pub fn rewrite_any<T: DeserializeOwned + Serialize>(body: &[u8]) -> Result<Vec<u8>, DecodeError> {
    if body.is_empty() { Ok(Vec::new()) } else { rewrite::<T>(body) }
}

/// Writes a model as JSON.
///
/// # Errors
///
/// A type of the caller's own cannot be written. Models of the vendor crates always can.
pub fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, DecodeError> {
    serde_json::to_vec(value).map_err(|error| DecodeError::new(format!("it cannot be written: {error}")))
}

/// Reads a text again that could not be read, and finds the path of the problem.
fn explain<T: DeserializeOwned>(text: &str) -> DecodeError {
    match text.trim_start().chars().next() {
        None => return DecodeError::new("it is empty, not JSON"),
        Some('<') => return DecodeError::new("it is HTML or XML, not JSON"),
        Some(_) => {}
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let (path, error) = match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Ok(_) => (String::new(), reader.end().err()),
        Err(error) => (error.path().to_string(), Some(error.into_inner())),
    };
    let Some(error) = error else {
        return DecodeError::new("it could not be read at first, and could be read on the second attempt");
    };
    match error.classify() {
        Category::Data => {
            let path = if path == "." { String::new() } else { path };
            DecodeError { path, problem: without_value(&error.to_string()) }
        }
        Category::Eof => DecodeError::new(format!("the JSON ends too early, at {}", place(&error))),
        Category::Syntax | Category::Io => {
            DecodeError::new(format!("it is not valid JSON at {}", place(&error)))
        }
    }
}

fn place(error: &serde_json::Error) -> String {
    format!("line {} column {}", error.line(), error.column())
}

/// The message of serde's error without the value, which may be personal.
fn without_value(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    let Some(found) =
        message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))
    else {
        return if message.starts_with("unknown ") {
            message.split('`').next().unwrap_or_default().trim().to_owned() + " name"
        } else {
            mask(message)
        };
    };
    let expected = found.rsplit_once(", expected ").map_or("something else", |(_, expected)| expected);
    let found = match found.split([' ', ',']).next().unwrap_or_default() {
        "map" => "an object",
        "sequence" => "an array",
        "null" | "unit" | "Option" => "null",
        "boolean" => "a boolean",
        "integer" => "an integer",
        "floating" | "number" => "a number",
        "string" | "character" | "str" => "a string",
        _ => "another type",
    };
    format!("found {found}, expected {expected}")
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use serde_json::json;

    use super::*;

    #[test]
    fn an_outline_has_empty_lists_and_objects() {
        for (body, want) in [
            (
                r#" {"status":"success","n":1.5,"data":{"status":"error"},"list":[1,{}],"none":null}"#,
                Some(json!({"status": "success", "n": 1.5, "data": {}, "list": [], "none": null})),
            ),
            (r#"{"error":"a","error":true}"#, Some(json!({"error": true}))),
            ("[{\"error\":\"a\"}]", Some(json!([]))),
            ("\"error\"", Some(json!("error"))),
            (" ", None),
            ("{\"error\":", None),
            ("<html>", None),
        ] {
            assert_eq!(outline(body.as_bytes()), want, "{body}");
        }
    }

    #[test]
    fn errors_name_path_and_type_but_no_value() {
        type Ages = HashMap<String, Vec<u8>>;
        for (label, body, want) in [
            ("wrong type", r#"{"a":[1,"imani@example.org"]}"#, "at a[1]: found a string, expected u8"),
            (
                "value that looks like the message",
                r#"{"a":[", expected b"]}"#,
                "at a[0]: found a string, expected u8",
            ),
            ("out of range", r#"{"a":[300]}"#, "at a[0]: found an integer, expected u8"),
            ("object", r#"{"a":{"b":1}}"#, "at a: found an object, expected a sequence"),
            ("null", r#"{"a":null}"#, "at a: found null, expected a sequence"),
            ("whole body", "[1]", "found an array, expected a map"),
            ("html", "\n<!DOCTYPE html><p>imani@example.org", "it is HTML or XML, not JSON"),
            ("empty", " ", "it is empty, not JSON"),
            ("cut short", r#"{"a":[1,"#, "the JSON ends too early, at line 1 column 8"),
            ("malformed", r#"{"a":[1,,2]}"#, "it is not valid JSON at line 1 column 9"),
            ("trailing", r#"{"a":[1]}x"#, "it is not valid JSON at line 1 column 10"),
        ] {
            let error = from_json::<Ages>(body.as_bytes()).unwrap_err();
            assert_eq!(error.to_string(), want, "{label}");
        }
        let error = from_json::<Ages>(b"{\"a\xff\":[1]}").unwrap_err();
        assert_eq!(error.to_string(), "it is not UTF-8 from byte 3 on");
    }
}
