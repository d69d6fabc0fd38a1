//! Reads input, and describes problems in the vendor's words.

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::rejection::Rejection;

const BLANK: &str = "can't be blank";

/// The JSON of a body, which must be an object.
pub(super) fn object(body: &[u8]) -> Result<Value, Rejection> {
    let body: Value = serde_json::from_slice(body).map_err(|_| Rejection::Unreadable)?;
    if body.is_object() { Ok(body) } else { Err(Rejection::Unreadable) }
}

/// A part of a body as a model.
pub(super) fn model<T: DeserializeOwned>(value: &Value) -> Result<T, Rejection> {
    T::deserialize(value).map_err(|error| Rejection::Invalid(format!("Invalid parameters: {error}")))
}

/// A date: `YYYY-MM-DD`, or the older `DD/MM/YYYY`.
pub(super) fn date(name: &'static str, date: &tassel_core::values::Date) -> Result<Date, Rejection> {
    let day_first = || {
        let text = date.to_string();
        let [day, month, year] = <[&str; 3]>::try_from(text.split('/').collect::<Vec<_>>()).ok()?;
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    };
    date.civil().or_else(day_first).ok_or_else(|| Rejection::field(name, "is invalid"))
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
