//! Replies: how bodies are read, and the values that callers get.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use serde::de::value::MapAccessDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, Deserializer, Error as _, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

use crate::decode::{self, DecodeError};
use crate::operation::Operation;
use crate::response::RawResponse;
use crate::values::Secret;

/// Reads a reply into the value that the caller gets.
pub trait Reply {
    /// The value that the caller gets.
    type Value;

    /// The value of a 404 if an earlier attempt of the same call may have removed the record. Default: none; the 404 is
    /// an error.
    const NOT_FOUND: Option<fn() -> Self::Value> = None;

    /// Reads the body of an answer.
    ///
    /// # Errors
    ///
    /// The body does not have the documented shape.
    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Self::Value, DecodeError>;
}

/// Any JSON; an empty body is `null`.
impl Reply for Value {
    type Value = Self;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<Self, DecodeError> {
        if answer.body.is_empty() { Ok(Self::Null) } else { decode::from_json(&answer.body) }
    }
}

/// A body that may be empty.
impl<B: Reply> Reply for Option<B> {
    type Value = Option<B::Value>;

    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Self::Value, DecodeError> {
        if answer.body.is_empty() { Ok(None) } else { B::read(operation, answer).map(Some) }
    }
}

/// The body, read into the operation's model and written back, so that a lossy model is noticed. Of a redirect, the URL.
#[derive(Debug)]
pub struct Rewritten;

impl Reply for Rewritten {
    type Value = Vec<u8>;

    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Vec<u8>, DecodeError> {
        if answer.status.is_redirection() {
            return Redirect::read(operation, answer).map(String::into_bytes);
        }
        operation.reply.map_or_else(|| Ok(answer.body.to_vec()), |rewrite| rewrite(&answer.body))
    }
}

/// Implements [`Reply`](crate::kit::Reply) for a model. The caller gets the model, or the field that it wraps.
#[doc(hidden)]
#[macro_export]
macro_rules! __reply {
    ($body:ident) => { $crate::__reply!(@impl $body, $body, |body| body); };
    ($body:ident.$field:ident: $value:ty) => { $crate::__reply!(@impl $body, $value, |body| body.$field); };
    (@impl $body:ident, $value:ty, |$name:ident| $get:expr) => {
        impl $crate::kit::Reply for $body {
            type Value = $value;

            fn read(
                _: &'static $crate::operation::Operation,
                answer: &$crate::error::RawResponse,
            ) -> Result<Self::Value, $crate::error::DecodeError> {
                $crate::kit::from_json::<$body>(&answer.body).map(|$name| $get)
            }
        }
    };
}

/// A success without a result. The body is not read.
#[derive(Clone, PartialEq, Eq)]
pub struct Acknowledged {
    body: Bytes,
}

impl fmt::Debug for Acknowledged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Acknowledged")
    }
}

impl Acknowledged {
    /// The body, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

impl Reply for Acknowledged {
    type Value = Self;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<Self, DecodeError> {
        Ok(Self { body: answer.body.clone() })
    }
}

/// A file.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// Its media type, as the vendor names it.
    pub content_type: Option<String>,
    /// The content.
    pub bytes: Bytes,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "File({}, {} bytes)",
            self.content_type.as_deref().unwrap_or("of no type"),
            self.bytes.len()
        )
    }
}

impl Reply for File {
    type Value = Self;

    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Self, DecodeError> {
        let content_type = answer.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if content_type.is_some_and(|given| !given.trim_start().starts_with(operation.produces)) {
            return Err(DecodeError::new(format!(
                "it is {}, not {}",
                answer.media_type(),
                operation.produces
            )));
        }
        Ok(Self { content_type: content_type.map(str::to_owned), bytes: answer.body.clone() })
    }
}

/// The URL that an answer redirects to. It is not followed.
#[derive(Debug)]
pub struct Redirect;

impl Redirect {
    fn target(answer: &RawResponse) -> Option<&str> {
        answer.headers.get(LOCATION)?.to_str().ok().filter(|url| !url.is_empty())
    }
}

impl Reply for Redirect {
    type Value = String;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<String, DecodeError> {
        let target = Self::target(answer);
        target.map(str::to_owned).ok_or_else(|| DecodeError::new("it has no `Location`"))
    }
}

/// A text, quoted as JSON or bare.
impl Reply for Secret {
    type Value = Self;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<Self, DecodeError> {
        let text = match serde_json::from_slice(&answer.body) {
            Ok(Value::String(text)) => text,
            _ => match std::str::from_utf8(&answer.body) {
                Ok(text) => text.trim().to_owned(),
                Err(_) => return Err(DecodeError::new("it is not text")),
            },
        };
        if text.is_empty() { Err(DecodeError::new("it is empty, not text")) } else { Ok(text.into()) }
    }
}

/// A list: bare, or in an object under `data`, `items`, `results` or the only key that holds a list. It is written back
/// in the form it arrived in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Listed<T> {
    /// The items.
    pub items: Vec<T>,
    /// The key of the list, and the other fields of the object.
    around: Option<(String, Map<String, Value>)>,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Listed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for ListVisitor<T> {
    type Value = Listed<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or an object with one list in it")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Listed<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Listed { items, around: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Listed<T>, A::Error> {
        let mut beside: Map<String, Value> = Map::deserialize(MapAccessDeserializer::new(map))?;
        let lists: Vec<_> =
            beside.iter().filter(|(_, value)| value.is_array()).map(|(name, _)| name.clone()).collect();
        let known = lists.iter().find(|name| ["data", "items", "results"].contains(&name.as_str()));
        let name = match (known, lists.as_slice()) {
            (Some(name), _) | (None, [name]) => name.clone(),
            _ => return Err(A::Error::invalid_type(Unexpected::Map, &self)),
        };
        let list = beside.remove(&name).unwrap_or_default();
        let items = Vec::deserialize(list).map_err(A::Error::custom)?;
        Ok(Listed { items, around: Some((name, beside)) })
    }
}

impl<T: Serialize> Serialize for Listed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some((name, beside)) = &self.around else { return self.items.serialize(serializer) };
        let mut map = serializer.serialize_map(Some(beside.len() + 1))?;
        map.serialize_entry(name, &self.items)?;
        for (name, value) in beside {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<T: DeserializeOwned> Reply for Listed<T> {
    type Value = Self;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<Self, DecodeError> {
        decode::from_json(&answer.body)
    }
}

/// An object: bare, or under the only key of another object. It is written back in the form it arrived in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unwrapped<T> {
    /// The object.
    pub value: T,
    wrapper: Option<String>,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Unwrapped<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (value, wrapper) = match Value::deserialize(deserializer)? {
            Value::Object(fields) if fields.len() == 1 && fields.values().all(Value::is_object) => {
                // There is exactly one.
                let Some((name, value)) = fields.into_iter().next() else {
                    return Err(D::Error::custom("empty"));
                };
                (value, Some(name))
            }
            value => (value, None),
        };
        Ok(Self { value: T::deserialize(value).map_err(D::Error::custom)?, wrapper })
    }
}

impl<T: Serialize> Serialize for Unwrapped<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(name) = &self.wrapper else { return self.value.serialize(serializer) };
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(name, &self.value)?;
        map.end()
    }
}

impl<T: DeserializeOwned> Reply for Unwrapped<T> {
    type Value = T;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<T, DecodeError> {
        Ok(decode::from_json::<Self>(&answer.body)?.value)
    }
}

/// The result of a deletion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deleted<T> {
    /// The deleted record.
    Record(T),
    /// There is no such record. An earlier attempt of the same call, whose outcome is unknown, may have deleted it, or
    /// it never existed.
    NotThere,
}

impl<T> Deleted<T> {
    /// The deleted record, if the vendor answered with it.
    pub fn record(self) -> Option<T> {
        match self {
            Self::Record(record) => Some(record),
            Self::NotThere => None,
        }
    }
}

impl<B: Reply> Reply for Deleted<B> {
    type Value = Deleted<B::Value>;
    const NOT_FOUND: Option<fn() -> Self::Value> = Some(|| Deleted::NotThere);

    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Self::Value, DecodeError> {
        B::read(operation, answer).map(Deleted::Record)
    }
}
