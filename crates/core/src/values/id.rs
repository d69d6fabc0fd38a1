//! Ids: text or a number, written back as they were read.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::Number;

/// An identifier that the vendor writes as a number in one place and as text in another.
///
/// It is written back in the form it arrived in, and compared as text: `7` and `"7"` are the same id.
#[derive(Clone)]
pub struct Id(Repr);

#[derive(Clone)]
enum Repr {
    Number(Number),
    Text(Box<str>),
}

impl Id {
    /// The id as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.to_string()
    }

    /// The id as a number, if it is one or is written like one.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match &self.0 {
            Repr::Number(number) => number.as_u64(),
            // A leading zero or a sign would be lost.
            Repr::Text(text) => text.parse().ok().filter(|number: &u64| number.to_string() == **text),
        }
    }

    /// One key made of several values. Different lists of values make different keys.
    #[must_use]
    pub fn join(parts: &[Self]) -> Self {
        let parts: Vec<_> = parts.iter().map(|part| format!("{:?}", part.to_text())).collect();
        Self::from(parts.join(","))
    }

    /// Whether it arrived, and is written, as a JSON number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.0, Repr::Number(_))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Number(number) => number.fmt(f),
            Repr::Text(text) => text.fmt(f),
        }
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Number(number) => fmt::Display::fmt(number, f),
            Repr::Text(text) => fmt::Debug::fmt(text, f),
        }
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Repr::Number(a), Repr::Number(b)) => a == b,
            (Repr::Text(a), Repr::Text(b)) => a == b,
            (Repr::Number(number), Repr::Text(text)) | (Repr::Text(text), Repr::Number(number)) => {
                number.to_string() == **text
            }
        }
    }
}

impl Eq for Id {}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_text().hash(state);
    }
}

impl From<u64> for Id {
    fn from(number: u64) -> Self {
        Self(Repr::Number(number.into()))
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(Repr::Text(text.into()))
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(Repr::Text(text.into()))
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Number(number) => number.serialize(serializer),
            Repr::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IdVisitor;

        impl<'de> Visitor<'de> for IdVisitor {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id (text or a number)")
            }

            fn visit_u64<E>(self, number: u64) -> Result<Id, E> {
                Ok(Id::from(number))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Id, E> {
                Ok(Id(Repr::Number(number.into())))
            }

            fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Id, E> {
                let number = Number::from_f64(number);
                number.map(|number| Id(Repr::Number(number))).ok_or_else(|| E::custom("not a finite number"))
            }

            fn visit_str<E>(self, text: &str) -> Result<Id, E> {
                Ok(Id::from(text))
            }

            fn visit_string<E>(self, text: String) -> Result<Id, E> {
                Ok(Id::from(text))
            }

            /// With the feature `arbitrary_precision`, `serde_json` passes a number as a map.
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Id, A::Error> {
                let number = Number::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Id(Repr::Number(number)))
            }
        }

        deserializer.deserialize_any(IdVisitor)
    }
}

/// Declares the id types of a vendor: newtypes of [`Id`], so that one kind is not mistaken for another.
#[doc(hidden)]
#[macro_export]
macro_rules! __ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name($crate::values::Id);

        impl $name {
            /// The id as a number, if it is one or is written like one.
            #[must_use]
            pub fn as_u64(&self) -> Option<u64> {
                self.0.as_u64()
            }
        }

        impl From<$crate::values::Id> for $name {
            fn from(id: $crate::values::Id) -> Self {
                Self(id)
            }
        }

        impl From<u64> for $name {
            fn from(number: u64) -> Self {
                Self(number.into())
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<&String> for $name {
            fn from(text: &String) -> Self {
                Self(text.as_str().into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }

        impl From<$name> for $crate::values::Id {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }

        impl $crate::kit::serde::Serialize for $name {
            fn serialize<S: $crate::kit::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::kit::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> $crate::kit::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::kit::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <$crate::values::Id as $crate::kit::serde::Deserialize>::deserialize(deserializer).map(Self)
            }
        }
    )+};
}
