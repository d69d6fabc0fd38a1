//! Models: plain structs that keep unknown fields.

use std::fmt;
use std::ops::Index;

use serde_json::Value;

use super::packed::{PackedFields, ValuePacker};

/// The unknown fields of an object, by their names on the wire and in their order.
///
/// They are stored packed, and unpacked on first access.
#[derive(Clone, Default)]
pub struct Extra(PackedFields);

impl Extra {
    /// The value of a field. The last one, if the field arrived several times.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.fields().iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Sets a field, and returns the value it had.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let name = name.into();
        let before = self.remove(&name);
        self.0.change_fields(|fields| fields.push((name, value.into())));
        before
    }

    /// Removes a field and returns its value. The last one, if the field arrived several times.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let before = self.get(name).cloned();
        self.0.change_fields(|fields| fields.retain(|(known, _)| known != name));
        before
    }

    /// The number of fields.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.fields().len()
    }

    /// Whether there are no fields.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields, in the order of the body.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.fields().iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Adds a field without a check for one of the same name.
    #[doc(hidden)]
    pub fn keep(&mut self, name: &str) -> ValuePacker<'_> {
        self.0.keep(name)
    }

    /// Frees unused memory after the last field.
    #[doc(hidden)]
    pub fn settle(&mut self) {
        self.0.settle();
    }

    #[doc(hidden)]
    pub fn spell(&mut self, name: &'static str, spelling: &'static str) {
        self.0.change_spellings(|spellings| spellings.push((name, spelling)));
    }

    #[doc(hidden)]
    pub fn unspell(&mut self, name: &'static str) -> Option<&'static str> {
        let at = self.0.spellings().iter().position(|(known, _)| *known == name)?;
        Some(self.0.change_spellings(|spellings| spellings.swap_remove(at)).1)
    }

    #[doc(hidden)]
    #[must_use]
    pub fn spelling(&self, name: &'static str) -> &'static str {
        self.0.spellings().iter().find(|(known, _)| *known == name).map_or(name, |(_, spelling)| spelling)
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// The value of a field, or null if there is none.
impl Index<&str> for Extra {
    type Output = Value;

    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or(&Value::Null)
    }
}

/// The order of the fields does not matter.
impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        fn sorted<T>(pairs: &[(impl AsRef<str>, T)]) -> Vec<(&str, &T)> {
            let mut sorted: Vec<_> = pairs.iter().map(|(name, value)| (name.as_ref(), value)).collect();
            sorted.sort_by_key(|(name, _)| *name);
            sorted
        }
        sorted(self.0.fields()) == sorted(other.0.fields())
            && sorted(self.0.spellings()) == sorted(other.0.spellings())
    }
}

/// An optional field.
#[doc(hidden)]
pub trait Field: Default {
    /// Whether it is omitted when written.
    fn is_absent(&self) -> bool;
}

impl<T> Field for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// Reads and writes a struct field by field, and keeps unknown fields in its `extra`.
///
/// Each field has its name on the wire; `required` makes a missing field an error. Other spellings of a field follow
/// after `|`: the field is written back under the spelling it arrived with. If both arrive, the value under the
/// main name is used and the other is kept as unknown.
///
/// ```
/// use tassel_core::kit::model;
/// use tassel_core::values::Extra;
///
/// #[derive(Debug)]
/// struct Person { id: u64, nick: Option<String>, extra: Extra }
/// model!(Person { id: "id" required, nick: "nickname" | "nicknam" });
///
/// let json = r#"{"id":7,"nicknam":"Imi","shoe":38}"#;
/// let person: Person = serde_json::from_str(json).unwrap();
/// assert_eq!(person.nick.as_deref(), Some("Imi"));
/// assert_eq!(serde_json::to_string(&person).unwrap(), json);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __model {
    ($name:ident { $($field:ident: $wire:literal $(| $alias:literal)* $($required:ident)?),* $(,)? }) => {
        impl<'de> $crate::kit::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::kit::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct ModelVisitor;

                impl<'de> $crate::kit::serde::de::Visitor<'de> for ModelVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(concat!("an object (", stringify!($name), ")"))
                    }

                    fn visit_map<A: $crate::kit::serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> Result<$name, A::Error> {
                        $(let mut $field = None;)*
                        let mut extra = $crate::values::Extra::default();
                        while let Some(key) = map.next_key::<$crate::kit::Text<'_>>()? {
                            match key.as_ref() {
                                $($wire => {
                                    $crate::__model!(@displace extra, $field, $wire $(| $alias)*);
                                    $field = Some(map.next_value()?);
                                })*
                                $($($alias if $field.is_none() => {
                                    $field = Some(map.next_value()?);
                                    extra.spell($wire, $alias);
                                })*)*
                                _ => {
                                    map.next_value_seed(extra.keep(key.as_ref()))?;
                                }
                            }
                        }
                        extra.settle();
                        Ok($name { $($field: $crate::__model!(@read $field $wire $($required)?),)* extra })
                    }
                }

                deserializer.deserialize_map(ModelVisitor)
            }
        }

        impl $crate::kit::serde::Serialize for $name {
            fn serialize<S: $crate::kit::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use $crate::kit::serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $($crate::__model!(@write map self.extra, self.$field, $wire $(| $alias)* ; $($required)?);)*
                for (name, value) in self.extra.iter() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    };
    (@read $field:ident $wire:literal required) => {
        $field.ok_or_else(|| <A::Error as $crate::kit::serde::de::Error>::missing_field($wire))?
    };
    (@read $field:ident $wire:literal) => { $field.unwrap_or_default() };
    (@displace $extra:ident, $field:ident, $wire:literal) => {};
    (@displace $extra:ident, $field:ident, $wire:literal $(| $alias:literal)+) => {
        if let (Some(spelling), Some(displaced)) = ($extra.unspell($wire), &$field) {
            let displaced = $crate::kit::serde_json::to_value(displaced);
            let packed = displaced.and_then(|value| {
                $crate::kit::serde::de::DeserializeSeed::deserialize($extra.keep(spelling), value)
            });
            packed.map_err($crate::kit::serde::de::Error::custom)?;
        }
    };
    (@write $map:ident $extra:expr, $value:expr, $wire:literal $(| $alias:literal)* ; required) => {
        $map.serialize_entry($crate::__model!(@key $extra, $wire $(| $alias)*), &$value)?
    };
    (@write $map:ident $extra:expr, $value:expr, $wire:literal $(| $alias:literal)* ;) => {
        if !$crate::kit::Field::is_absent(&$value) {
            $map.serialize_entry($crate::__model!(@key $extra, $wire $(| $alias)*), &$value)?;
        }
    };
    (@key $extra:expr, $wire:literal) => { $wire };
    (@key $extra:expr, $wire:literal $(| $alias:literal)+) => { $extra.spelling($wire) };
}
