//! Calendar dates and instants. Both types read any form that a vendor writes, and write it back unchanged.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use jiff::Zoned;
use jiff::civil::DateTime;
use jiff::fmt::strtime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::Text;

/// A calendar date, without a time zone. Spelling as `YYYY-MM-DD`.
///
/// A date in another form is read as far as possible, and written back unchanged.
#[derive(Debug, Clone)]
pub struct Date(Spelling<jiff::civil::Date>);

/// An instant. `F` is the form in which an instant of the caller's own is written.
///
/// An instant from the vendor is read as far as possible, in any form, and written back unchanged.
pub struct Timestamp<F = Milliseconds>(Spelling<jiff::Timestamp>, PhantomData<F>);

/// A form in which instants are written.
pub trait Form {
    /// The form, in `strftime` syntax.
    const PATTERN: &'static str;

    /// An example of the form, for error messages.
    const EXAMPLE: &'static str;
}

/// `2016-08-29T07:03:25.000Z`: in UTC, with milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Milliseconds;

/// `2016-08-29T07:03:25.000+0800`: with milliseconds, and an offset without a colon.
#[derive(Debug, Clone, Copy)]
pub struct MillisecondsOffset;

/// `2016-08-29T07:03:25+08:00`: an offset with a colon.
#[derive(Debug, Clone, Copy)]
pub struct Seconds;

/// `2016-08-29T07:03:25+0800`: an offset without a colon.
#[derive(Debug, Clone, Copy)]
pub struct SecondsOffset;

/// `2016-08-29 07:03:25`: without a zone.
#[derive(Debug, Clone, Copy)]
pub struct Local;

impl Form for Milliseconds {
    const PATTERN: &'static str = "%Y-%m-%dT%H:%M:%S.%3fZ";
    const EXAMPLE: &'static str = "2016-08-29T07:03:25.000Z";
}

impl Form for MillisecondsOffset {
    const PATTERN: &'static str = "%Y-%m-%dT%H:%M:%S.%3f%z";
    const EXAMPLE: &'static str = "2016-08-29T07:03:25.000+0800";
}

impl Form for Seconds {
    const PATTERN: &'static str = "%Y-%m-%dT%H:%M:%S%:z";
    const EXAMPLE: &'static str = "2016-08-29T07:03:25+08:00";
}

impl Form for SecondsOffset {
    const PATTERN: &'static str = "%Y-%m-%dT%H:%M:%S%z";
    const EXAMPLE: &'static str = "2016-08-29T07:03:25+0800";
}

impl Form for Local {
    const PATTERN: &'static str = "%Y-%m-%d %H:%M:%S";
    const EXAMPLE: &'static str = "2016-08-29 07:03:25";
}

/// A value in its canonical form, or the text of another form with the value that could be read from it.
#[derive(Debug, Clone)]
enum Spelling<T> {
    Canonical(T),
    Other(Box<str>, Option<T>),
}

impl<T: Copy> Spelling<T> {
    fn value(&self) -> Option<T> {
        match self {
            Self::Canonical(value) => Some(*value),
            Self::Other(_, value) => *value,
        }
    }
}

impl Date {
    /// The date, or `None` if its form cannot be read.
    #[must_use]
    pub fn civil(&self) -> Option<jiff::civil::Date> {
        self.0.value()
    }

    fn read(text: &str) -> Self {
        let date = text.parse().ok();
        Self(match date {
            Some(date) if text.len() == 10 => Spelling::Canonical(date),
            _ => Spelling::Other(text.into(), Pieces::parse(text).ok().map(|pieces| pieces.date())),
        })
    }
}

impl<F> Timestamp<F> {
    /// The instant, or `None` if it has no offset or its form cannot be read.
    #[must_use]
    pub fn instant(&self) -> Option<jiff::Timestamp> {
        self.0.value()
    }

    /// The date and time as written, without regard to the offset. `None` if they cannot be read.
    #[must_use]
    pub fn local(&self) -> Option<DateTime> {
        match &self.0 {
            Spelling::Canonical(instant) => Some(instant.to_zoned(TimeZone::UTC).datetime()),
            Spelling::Other(text, _) => {
                let pieces = Pieces::parse(text.as_ref()).ok()?;
                Some(pieces.date().to_datetime(pieces.time()?))
            }
        }
    }

    fn read(text: &str) -> Self {
        let instant = text.parse().ok();
        // The most common form needs no copy of its text.
        let common = text.len() == 24 && text.ends_with('Z') && text.as_bytes()[19] == b'.';
        let spelling = match instant {
            Some(instant) if common => Spelling::Canonical(instant),
            _ => Spelling::Other(text.into(), instant),
        };
        Self(spelling, PhantomData)
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
        if matches!(date.0, Spelling::Canonical(_)) { Ok(date) } else { Err(NotADate) }
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self(Spelling::Canonical(date))
    }
}

/// In UTC.
impl<F: Form> From<jiff::Timestamp> for Timestamp<F> {
    fn from(instant: jiff::Timestamp) -> Self {
        instant.to_zoned(TimeZone::UTC).into()
    }
}

/// With its own offset, if the form has one.
impl<F: Form> From<Zoned> for Timestamp<F> {
    fn from(zoned: Zoned) -> Self {
        let zoned = if F::PATTERN.ends_with('Z') { zoned.with_time_zone(TimeZone::UTC) } else { zoned };
        // A time in a zone has every field of the patterns.
        let text = strtime::format(F::PATTERN, &zoned).unwrap_or_else(|_| zoned.timestamp().to_string());
        Self::read(&text)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Canonical(date) => date.fmt(f),
            Spelling::Other(text, _) => f.write_str(text),
        }
    }
}

impl<F> fmt::Display for Timestamp<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Canonical(instant) => write!(f, "{instant:.3}"),
            Spelling::Other(text, _) => f.write_str(text),
        }
    }
}

impl<F> fmt::Debug for Timestamp<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

impl<F> Clone for Timestamp<F> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

/// Compares values in any form. Those that cannot be read are compared as text.
fn same<T: PartialEq>(a: (Option<T>, impl fmt::Display), b: (Option<T>, impl fmt::Display)) -> bool {
    match (a.0, b.0) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.1.to_string() == b.1.to_string(),
        _ => false,
    }
}

impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        same((self.civil(), self), (other.civil(), other))
    }
}

impl Eq for Date {}

impl<F> PartialEq for Timestamp<F> {
    fn eq(&self, other: &Self) -> bool {
        same((self.instant(), self), (other.instant(), other))
    }
}

impl<F> Eq for Timestamp<F> {}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<F> Serialize for Timestamp<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Text::deserialize(deserializer).map(|text| Self::read(text.as_ref()))
    }
}

impl<'de, F> Deserialize<'de> for Timestamp<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Text::deserialize(deserializer).map(|text| Self::read(text.as_ref()))
    }
}
