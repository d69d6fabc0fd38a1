//! Fields of an update: leaving one alone and setting it to null are two different things.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::{Date, Field};

/// What an update does to one field.
///
/// ```
/// use tassel_core::values::Patch;
///
/// let description: Patch<String> = "A new text".into();
/// assert_eq!(description, Patch::Set("A new text".to_owned()));
/// assert_eq!(Patch::<String>::default(), Patch::Keep);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// Leaves the field as it is: it is not sent.
    #[default]
    Keep,
    /// Sends `null`.
    Null,
    /// Sends a value.
    Set(T),
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl From<&str> for Patch<String> {
    fn from(text: &str) -> Self {
        Self::Set(text.to_owned())
    }
}

impl From<jiff::civil::Date> for Patch<Date> {
    fn from(date: jiff::civil::Date) -> Self {
        Self::Set(date.into())
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep | Self::Null => serializer.serialize_none(),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}

/// A field that is there: its absence is [`Patch::Keep`], by `Default`.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Set))
    }
}

impl<T> Field for Patch<T> {
    fn is_absent(&self) -> bool {
        matches!(self, Self::Keep)
    }
}
