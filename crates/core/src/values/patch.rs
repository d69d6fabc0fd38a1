//! Fields that distinguish missing from null.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::{Date, Field};

/// A field that distinguishes missing from null, in updates and in some replies.
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
    /// The field is missing. An update leaves it as it is.
    #[default]
    Keep,
    /// The field is null.
    Null,
    /// The field has a value.
    Set(T),
}

impl<T> Patch<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Null => None,
        }
    }
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

/// Reads a field that is present. A missing one is [`Patch::Keep`], the default.
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
