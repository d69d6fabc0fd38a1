//! Values that some vendors' languages cannot tell from others once they are empty.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer,
    MapAccess, SeqAccess, Visitor,
};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// An object or a list. An empty one may come as the other: `[]` for an object, `{}` for a list. It is written back as
/// it came. What is neither is read as any other `T`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct OrEmpty<T> {
    value: T,
    came_as: CameAs,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum CameAs {
    #[default]
    Itself,
    EmptyList,
    EmptyObject,
}

impl<T> OrEmpty<T> {
    /// The object or the list.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> From<T> for OrEmpty<T> {
    fn from(value: T) -> Self {
        Self { value, came_as: CameAs::Itself }
    }
}

impl<T> Deref for OrEmpty<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// What is changed is written as what it is.
impl<T> DerefMut for OrEmpty<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.came_as = CameAs::Itself;
        &mut self.value
    }
}

impl<T: Serialize> Serialize for OrEmpty<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.came_as {
            CameAs::Itself => self.value.serialize(serializer),
            CameAs::EmptyList => serializer.serialize_seq(Some(0))?.end(),
            CameAs::EmptyObject => serializer.serialize_map(Some(0))?.end(),
        }
    }
}

impl<'de, T: DeserializeOwned + Default> Deserialize<'de> for OrEmpty<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OrEmptyVisitor(PhantomData))
    }
}

struct OrEmptyVisitor<T>(PhantomData<T>);

macro_rules! as_any_other {
    ($($visit:ident: $ty:ty),+) => {$(
        fn $visit<E: Error>(self, value: $ty) -> Result<OrEmpty<T>, E> {
            T::deserialize(value.into_deserializer()).map(OrEmpty::from)
        }
    )+};
}

impl<'de, T: DeserializeOwned + Default> Visitor<'de> for OrEmptyVisitor<T> {
    type Value = OrEmpty<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    as_any_other!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str, visit_string: String);

    fn visit_unit<E: Error>(self) -> Result<OrEmpty<T>, E> {
        T::deserialize(().into_deserializer()).map(OrEmpty::from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<OrEmpty<T>, A::Error> {
        let mut list = Watched { inner, begun: false };
        match T::deserialize(SeqAccessDeserializer::new(&mut list)) {
            Ok(value) => Ok(value.into()),
            // A `T` that takes no list has asked for none of its items.
            Err(_) if !list.begun && list.inner.next_element::<IgnoredAny>()?.is_none() => {
                Ok(OrEmpty { value: T::default(), came_as: CameAs::EmptyList })
            }
            Err(error) => Err(error),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<OrEmpty<T>, A::Error> {
        let mut map = Watched { inner, begun: false };
        match T::deserialize(MapAccessDeserializer::new(&mut map)) {
            Ok(value) => Ok(value.into()),
            Err(_) if !map.begun && map.inner.next_key::<IgnoredAny>()?.is_none() => {
                Ok(OrEmpty { value: T::default(), came_as: CameAs::EmptyObject })
            }
            Err(error) => Err(error),
        }
    }
}

/// Sees whether anything of it was asked for.
struct Watched<A> {
    inner: A,
    begun: bool,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Watched<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.begun = true;
        self.inner.next_element_seed(seed)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Watched<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.begun = true;
        self.inner.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(seed)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::OrEmpty;
    use crate::decode::from_json;
    use crate::{Extra, model};

    #[derive(Debug, Clone, PartialEq, Default)]
    struct Certificate {
        number: Option<u64>,
        pages: Option<OrEmpty<Vec<u64>>>,
        extra: Extra,
    }
    model!(Certificate { number: "number", pages: "pages" });

    fn read(json: &str) -> Result<OrEmpty<Certificate>, String> {
        from_json(json.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn an_empty_one_may_be_the_other_kind() {
        for (label, json, number, pages) in [
            ("an object", r#"{"number":7,"pages":[1,2]}"#, Some(7), Some(2)),
            ("an empty object", "{}", None, None),
            ("an empty list for an object", "[]", None, None),
            ("an empty list", r#"{"pages":[]}"#, None, Some(0)),
            ("an empty object for a list", r#"{"pages":{}}"#, None, Some(0)),
        ] {
            let certificate = read(json).unwrap();
            assert_eq!(certificate.number, number, "{label}");
            assert_eq!(certificate.pages.as_ref().map(|pages| pages.len()), pages, "{label}");
            assert_eq!(
                serde_json::to_string(&certificate).unwrap(),
                json,
                "{label}: written back as it came"
            );
        }
        let any: OrEmpty<Value> = serde_json::from_str(r#"{"a":[]}"#).unwrap();
        assert_eq!(any.into_inner(), serde_json::json!({"a": []}));
        for json in [r#""a""#, "true", "-1", "7", "1.5", "null"] {
            let any: OrEmpty<Value> = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&any).unwrap(), json, "neither");
        }
        let mut filled = read("[]").unwrap();
        filled.number = Some(7);
        assert_eq!(serde_json::to_string(&filled).unwrap(), r#"{"number":7}"#);
    }

    #[test]
    fn one_that_is_not_empty_is_read_as_strictly_as_ever() {
        for (label, json, want) in [
            ("a list for an object", "[1]", "found an array, expected an object (Certificate)"),
            (
                "an object for a list",
                r#"{"pages":{"0":1}}"#,
                "at pages: found an object, expected a sequence",
            ),
            ("a wrong item", r#"{"pages":[1,"x"]}"#, "at pages[1]: found a string, expected u64"),
            ("a wrong only item", r#"{"pages":["x"]}"#, "at pages[0]: found a string, expected u64"),
            ("a wrong field", r#"{"number":"x"}"#, "at number: found a string, expected u64"),
            ("a text", r#""x""#, "found a string, expected an object (Certificate)"),
            ("a number for a list", r#"{"pages":1.5}"#, "at pages: found a number, expected a sequence"),
        ] {
            assert_eq!(read(json).unwrap_err(), want, "{label}");
        }
    }
}
