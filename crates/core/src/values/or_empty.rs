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
