//! PHP style: an empty object may arrive as `[]`.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer,
    MapAccess, SeqAccess, Visitor,
};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// An object or a list. An empty one may arrive as the other: `[]` for an object, `{}` for a list. It is written back
/// in the form it arrived in. Any other value is read as a `T`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct OrEmpty<T> {
    value: T,
    form: JsonForm,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum JsonForm {
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
        Self { value, form: JsonForm::Itself }
    }
}

impl<T> Deref for OrEmpty<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A value that may have changed is written in its own form.
impl<T> DerefMut for OrEmpty<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.form = JsonForm::Itself;
        &mut self.value
    }
}

impl<T: Serialize> Serialize for OrEmpty<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.form {
            JsonForm::Itself => self.value.serialize(serializer),
            JsonForm::EmptyList => serializer.serialize_seq(Some(0))?.end(),
            JsonForm::EmptyObject => serializer.serialize_map(Some(0))?.end(),
        }
    }
}

impl<'de, T: DeserializeOwned + Default> Deserialize<'de> for OrEmpty<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OrEmptyVisitor(PhantomData))
    }
}

struct OrEmptyVisitor<T>(PhantomData<T>);

macro_rules! visit_as_t {
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

    visit_as_t!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str, visit_string: String);

    fn visit_unit<E: Error>(self) -> Result<OrEmpty<T>, E> {
        T::deserialize(().into_deserializer()).map(OrEmpty::from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<OrEmpty<T>, A::Error> {
        let mut list = AccessProbe { inner, used: false };
        match T::deserialize(SeqAccessDeserializer::new(&mut list)) {
            Ok(value) => Ok(value.into()),
            // A `T` that is not a list has read no item.
            Err(_) if !list.used && list.inner.next_element::<IgnoredAny>()?.is_none() => {
                Ok(OrEmpty { value: T::default(), form: JsonForm::EmptyList })
            }
            Err(error) => Err(error),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<OrEmpty<T>, A::Error> {
        let mut map = AccessProbe { inner, used: false };
        match T::deserialize(MapAccessDeserializer::new(&mut map)) {
            Ok(value) => Ok(value.into()),
            Err(_) if !map.used && map.inner.next_key::<IgnoredAny>()?.is_none() => {
                Ok(OrEmpty { value: T::default(), form: JsonForm::EmptyObject })
            }
            Err(error) => Err(error),
        }
    }
}

/// Records whether an item or a key was read.
struct AccessProbe<A> {
    inner: A,
    used: bool,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for AccessProbe<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.used = true;
        self.inner.next_element_seed(seed)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for AccessProbe<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.used = true;
        self.inner.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(seed)
    }
}
