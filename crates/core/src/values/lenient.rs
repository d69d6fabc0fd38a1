//! Values that have been observed in other types than documented.

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::{Number, Value};

/// A value that is usually a `T`. Any other value is kept as JSON.
#[derive(Debug, Clone, PartialEq)]
pub enum Lenient<T> {
    /// A value of the documented type.
    Known(T),
    /// Any other value.
    Other(Value),
}

impl<T> Lenient<T> {
    /// The value, if it has the documented type.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Other(_) => None,
        }
    }
}

impl Lenient<bool> {
    /// The value, also from 0, 1 or text.
    pub fn get(&self) -> Option<bool> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Other(Value::Number(number)) => match number.as_u64() {
                Some(0) => Some(false),
                Some(1) => Some(true),
                _ => None,
            },
            Self::Other(Value::String(text)) => match text.to_ascii_lowercase().as_str() {
                "0" | "false" => Some(false),
                "1" | "true" => Some(true),
                _ => None,
            },
            Self::Other(_) => None,
        }
    }
}

impl Lenient<Number> {
    /// The value, also from text.
    pub fn get(&self) -> Option<Number> {
        match self {
            Self::Known(value) => Some(value.clone()),
            Self::Other(Value::String(text)) => text.trim().parse().ok(),
            Self::Other(_) => None,
        }
    }
}

impl Lenient<i64> {
    /// The value, also from text.
    pub fn get(&self) -> Option<i64> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Other(Value::String(text)) => text.trim().parse().ok(),
            Self::Other(_) => None,
        }
    }
}

impl<T> From<T> for Lenient<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: Serialize> Serialize for Lenient<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => value.serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(T::deserialize(&value).map_or_else(|_| Self::Other(value), Self::Known))
    }
}
