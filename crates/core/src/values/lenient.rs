//! Values for which a vendor has been seen to write something else than it says.

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::{Number, Value};

/// A value that is usually a `T`, and is kept as it came where it is not.
#[derive(Debug, Clone, PartialEq)]
pub enum Lenient<T> {
    /// As documented.
    Known(T),
    /// Something else.
    Other(Value),
}

impl<T> Lenient<T> {
    /// The value, if it is as documented.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Other(_) => None,
        }
    }
}

impl Lenient<bool> {
    /// The value, also where it came as 0 or 1, or as text.
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
    /// The value, also where it came as text.
    pub fn get(&self) -> Option<Number> {
        match self {
            Self::Known(value) => Some(value.clone()),
            Self::Other(Value::String(text)) => text.trim().parse().ok(),
            Self::Other(_) => None,
        }
    }
}

impl Lenient<i64> {
    /// The value, also where it came as text.
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
