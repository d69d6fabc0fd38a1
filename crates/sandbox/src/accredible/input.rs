//! Reads input, and describes problems in the vendor's words.

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::rejection::Rejection;
use crate::exchange::Incoming;

const BLANK: &str = "can't be blank";

/// The members that are objects. A PHP program sends an empty one as an empty list.
const OBJECTS: [&str; 7] =
    ["custom_attributes", "meta_data", "recipient.meta_data", "recipient_meta_data", "query", "sort", "page"];

/// The members that are flags. Some programs send them as numbers or texts.
const FLAGS: [&str; 5] =
    ["approve", "complete", "private", "allow_supplemental_evidence", "allow_supplemental_references"];

/// The JSON of a body, which must be an object.
pub(super) fn object(body: &[u8]) -> Result<Value, Rejection> {
    let mut body: Value = serde_json::from_slice(body).map_err(|_| Rejection::Unreadable)?;
    accept(&mut body);
    if body.is_object() { Ok(body) } else { Err(Rejection::Unreadable) }
}

/// Gives members the types of the contract, where programs are known to send others.
fn accept(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(accept),
        Value::Object(members) => {
            for (name, value) in members {
                match (name.as_str(), &*value) {
                    (name, Value::Array(items)) if items.is_empty() && OBJECTS.contains(&name) => {
                        *value = Value::Object(Map::new());
                    }
                    (name, Value::Number(_) | Value::String(_)) if FLAGS.contains(&name) => {
                        let flag = match value.to_string().trim_matches('"') {
                            "0" | "false" => Value::Bool(false),
                            "1" | "true" => Value::Bool(true),
                            _ => continue,
                        };
                        *value = flag;
                    }
                    ("string_object", Value::Number(number)) => *value = number.to_string().into(),
                    _ => accept(value),
                }
            }
        }
        _ => {}
    }
}

/// The object in the wrapper of a body.
pub(super) fn wrapped(body: &[u8], key: &str) -> Result<Value, Rejection> {
    let fields = object(body)?[key].take();
    if fields.is_object() { Ok(fields) } else { Err(Rejection::Unreadable) }
}

/// Whether a value can be an id: a number or a text.
pub(super) fn is_id(value: &Value) -> bool {
    value.is_u64() || value.is_i64() || value.is_string()
}

/// A part of a body as a model.
pub(super) fn model<T: DeserializeOwned>(value: &Value) -> Result<T, Rejection> {
    T::deserialize(value).map_err(|error| Rejection::Invalid(format!("Invalid parameters: {error}")))
}

/// The body of a search as a model. A missing body finds everything.
pub(super) fn search<T: DeserializeOwned>(incoming: &Incoming) -> Result<T, Rejection> {
    let body = if incoming.body.is_empty() { Value::Object(Map::new()) } else { object(&incoming.body)? };
    model(&body).map_err(|rejection| Rejection::Query(rejection.into_text()))
}

/// A date in a form that [`day`] reads.
pub(super) fn date(name: &'static str, date: &tassel_core::values::Date) -> Result<Date, Rejection> {
    day(&date.to_string()).ok_or_else(|| Rejection::field(name, "is invalid"))
}

/// A date: `YYYY-MM-DD`, the older `DD/MM/YYYY`, or the date of a timestamp.
pub(super) fn day(text: &str) -> Option<Date> {
    if let [day, month, year] = text.split('/').collect::<Vec<_>>()[..] {
        return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    let (date, time) = text.split_at_checked(10).unwrap_or((text, ""));
    if time.is_empty() || time.starts_with([' ', 'T']) { date.parse().ok() } else { None }
}

/// Collects the problems of an input's fields.
#[derive(Debug, Default)]
pub(super) struct Checks(Vec<(&'static str, String)>);

impl Checks {
    pub(super) fn wrong(&mut self, name: &'static str, text: &str) {
        self.0.push((name, text.to_owned()));
    }

    /// The text of a field that must not be blank.
    pub(super) fn present(&mut self, name: &'static str, text: Option<&str>) -> String {
        let text = text.map(str::trim).unwrap_or_default();
        if text.is_empty() {
            self.wrong(name, BLANK);
        }
        text.to_owned()
    }

    /// The text of a field that must be an address.
    pub(super) fn address(&mut self, name: &'static str, text: Option<&str>) -> String {
        let text = self.present(name, text);
        let well_formed = text.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty()
                && host.contains('.')
                && !host.contains('@')
                && !text.contains(char::is_whitespace)
        });
        if !text.is_empty() && !well_formed {
            self.wrong(name, "is invalid");
        }
        text
    }

    /// A date, if one is given.
    pub(super) fn date(
        &mut self,
        name: &'static str,
        given: Option<&tassel_core::values::Date>,
    ) -> Option<Date> {
        match given.map(|given| date(name, given)) {
            Some(Ok(date)) => Some(date),
            Some(Err(_)) => {
                self.wrong(name, "is invalid");
                None
            }
            None => None,
        }
    }

    pub(super) fn finish(self) -> Result<(), Rejection> {
        if self.0.is_empty() { Ok(()) } else { Err(Rejection::Fields(self.0)) }
    }
}
