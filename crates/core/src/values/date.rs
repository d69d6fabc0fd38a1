//! Calendar dates and instants: two types, neither of them a string. Both read what a vendor writes, in whatever
//! form, and write back what they read.

use std::fmt;
use std::str::FromStr;

use jiff::fmt::temporal::Pieces;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::Text;

/// A calendar date, without a time zone. Written as `YYYY-MM-DD`.
///
/// A date that came in another form is read as far as it can be, and written back as it came.
#[derive(Debug, Clone)]
pub struct Date(Written<jiff::civil::Date>);

/// An instant. Written in UTC with milliseconds, as in `2016-08-29T07:03:25.000Z`.
///
/// An instant that came in another form is read as far as it can be, and written back as it came.
#[derive(Debug, Clone)]
pub struct Timestamp(Written<jiff::Timestamp>);

/// A value in its own form, or a text in another one with what was understood of it.
#[derive(Debug, Clone)]
enum Written<T> {
    Exactly(T),
    Otherwise(Box<str>, Option<T>),
}

impl<T: Copy> Written<T> {
    fn value(&self) -> Option<T> {
        match self {
            Self::Exactly(value) => Some(*value),
            Self::Otherwise(_, value) => *value,
        }
    }
}

impl Date {
    /// The date, unless it came in a form that cannot be understood.
    #[must_use]
    pub fn civil(&self) -> Option<jiff::civil::Date> {
        self.0.value()
    }

    fn read(text: &str) -> Self {
        let date = text.parse().ok();
        Self(match date {
            Some(date) if text.len() == 10 => Written::Exactly(date),
            _ => Written::Otherwise(text.into(), Pieces::parse(text).ok().map(|pieces| pieces.date())),
        })
    }
}

impl Timestamp {
    /// The instant, unless it came without an offset or in a form that cannot be understood.
    #[must_use]
    pub fn instant(&self) -> Option<jiff::Timestamp> {
        self.0.value()
    }

    fn read(text: &str) -> Self {
        let instant = text.parse().ok();
        let own_form = text.len() == 24 && text.ends_with('Z') && text.as_bytes()[19] == b'.';
        Self(match instant {
            Some(instant) if own_form => Written::Exactly(instant),
            _ => Written::Otherwise(text.into(), instant),
        })
    }
}

/// A text is not a date in the form `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date in the form YYYY-MM-DD")]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let date = Self::read(text);
        if matches!(date.0, Written::Exactly(_)) { Ok(date) } else { Err(NotADate) }
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self(Written::Exactly(date))
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(instant: jiff::Timestamp) -> Self {
        Self(Written::Exactly(instant))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Written::Exactly(date) => date.fmt(f),
            Written::Otherwise(text, _) => f.write_str(text),
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Written::Exactly(instant) => write!(f, "{instant:.3}"),
            Written::Otherwise(text, _) => f.write_str(text),
        }
    }
}

/// What the two types have in common, which is all but what they read.
macro_rules! written {
    ($($name:ident),+) => {$(
        impl PartialEq for $name {
            /// Equal where the values are, in whatever form they came; values that cannot be understood are compared
            /// as text.
            fn eq(&self, other: &Self) -> bool {
                match (self.0.value(), other.0.value()) {
                    (Some(a), Some(b)) => a == b,
                    (None, None) => self.to_string() == other.to_string(),
                    _ => false,
                }
            }
        }

        impl Eq for $name {}

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match &self.0 {
                    Written::Exactly(_) => serializer.collect_str(self),
                    Written::Otherwise(text, _) => serializer.serialize_str(text),
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Text::deserialize(deserializer).map(|text| Self::read(text.as_ref()))
            }
        }
    )+};
}
written!(Date, Timestamp);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_back_as_they_came() {
        for (label, text, want) in [
            ("own form", "2014-06-14", Some("2014-06-14")),
            ("timestamp", "2015-07-03T07:10:04.000Z", Some("2015-07-03")),
            ("offset", "2015-07-03T23:10:04-07:00", Some("2015-07-03")),
            ("compact", "20140614", Some("2014-06-14")),
            ("day first", "14/06/2014", None),
            ("words", "Tue, 13 Aug 2022 12:11:05 UTC +00:00", None),
            ("no such day", "2014-02-30", None),
            ("empty", "", None),
        ] {
            let json = serde_json::to_string(text).unwrap();
            let date: Date = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&date).unwrap(), json, "{label}");
            assert_eq!(date.civil().map(|date| date.to_string()).as_deref(), want, "{label}");
            assert_eq!(text.parse::<Date>().is_ok(), label == "own form", "{label}");
        }
    }

    #[test]
    fn instants_are_written_back_as_they_came() {
        for (label, text, want) in [
            ("own form", "2016-08-29T07:03:25.000Z", Some("2016-08-29T07:03:25Z")),
            ("own form, milliseconds", "2025-10-31T08:11:16.390Z", Some("2025-10-31T08:11:16.39Z")),
            ("no fraction", "2016-08-29T07:03:25Z", Some("2016-08-29T07:03:25Z")),
            ("micros", "2016-08-29T07:03:25.000001Z", Some("2016-08-29T07:03:25.000001Z")),
            ("offset", "2018-10-11T04:09:04.718-07:00", Some("2018-10-11T11:09:04.718Z")),
            ("offset without colon", "2017-12-14T12:32:56+0000", Some("2017-12-14T12:32:56Z")),
            ("no zone", "2015-10-29 15:28:59", None),
            ("date only", "2014-06-14", None),
            ("words", "Tue, 13 Aug 2022 12:11:05 UTC +00:00", None),
            ("not ASCII, of that length", "2016-08-29T07:03:25é.00Z", None),
        ] {
            let json = serde_json::to_string(text).unwrap();
            let instant: Timestamp = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&instant).unwrap(), json, "{label}");
            assert_eq!(instant.instant().map(|instant| instant.to_string()).as_deref(), want, "{label}");
        }
    }
}
