//! Lists of which a single item may arrive bare.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};

/// A list. A single object may arrive without the list, and no object as `{}`. It is written back in the form it
/// arrived in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrOne<T> {
    items: Vec<T>,
    is_bare: bool,
}

impl<T> OrOne<T> {
    /// The items.
    pub fn into_inner(self) -> Vec<T> {
        self.items
    }
}

impl<T> From<Vec<T>> for OrOne<T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, is_bare: false }
    }
}

impl<T> Deref for OrOne<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T: Serialize> Serialize for OrOne<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.items.as_slice() {
            [] if self.is_bare => Map::new().serialize(serializer),
            [one] if self.is_bare => one.serialize(serializer),
            items => items.serialize(serializer),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for OrOne<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OrOneVisitor(PhantomData))
    }
}

struct OrOneVisitor<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for OrOneVisitor<T> {
    type Value = OrOne<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<OrOne<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(items.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OrOne<T>, A::Error> {
        let fields: Map<String, Value> = Map::deserialize(MapAccessDeserializer::new(map))?;
        if fields.is_empty() {
            return Ok(OrOne { items: Vec::new(), is_bare: true });
        }
        let one = T::deserialize(Value::Object(fields)).map_err(A::Error::custom)?;
        Ok(OrOne { items: vec![one], is_bare: true })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::OrOne;

    #[test]
    fn a_single_object_may_arrive_bare() {
        for (label, body, count) in [
            ("a list", json!([{"id": 1}, {"id": 2}]), Some(2)),
            ("a list of one", json!([{"id": 1}]), Some(1)),
            ("no items", json!([]), Some(0)),
            ("one", json!({"id": 1}), Some(1)),
            ("an empty object", json!({}), Some(0)),
            ("null", Value::Null, None),
            ("a text", json!("a"), None),
        ] {
            let read = serde_json::from_value::<OrOne<Value>>(body.clone());
            assert_eq!(read.as_ref().ok().map(|items| items.len()), count, "{label}");
            if let Ok(items) = read {
                assert_eq!(serde_json::to_value(&items).unwrap(), body, "{label}");
            }
        }
        assert!(serde_json::from_str::<OrOne<u8>>(r#"{"a": 1}"#).is_err());
    }
}
