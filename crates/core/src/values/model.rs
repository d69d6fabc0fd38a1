//! Models: plain structs that keep the fields they do not know.

use std::fmt;
use std::ops::Index;

use serde_json::Value;

use super::kept::{Keep, Kept};

/// The fields of an object that its model does not know, by their names on the wire and in their order.
///
/// They are kept as JSON text, and read when somebody asks for one.
#[derive(Clone, Default)]
pub struct Extra(Kept);

impl Extra {
    /// The value of a field; the last one, if it came several times.
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

    /// Takes a field out; the last value of it, if it came several times.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let before = self.get(name).cloned();
        self.0.change_fields(|fields| fields.retain(|(known, _)| known != name));
        before
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.fields().len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.fields().iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Keeps a field as it comes, without a look at those that are there.
    #[doc(hidden)]
    pub fn keep(&mut self, name: &str) -> Keep<'_> {
        self.0.keep(name)
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

/// The value of a field, or null where there is none.
impl Index<&str> for Extra {
    type Output = Value;

    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or(&Value::Null)
    }
}

/// The order means nothing.
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

/// A field that need not be there.
#[doc(hidden)]
pub trait Field: Default {
    /// Whether it is left out when written.
    fn is_absent(&self) -> bool;
}

impl<T> Field for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// Reads and writes a struct field by field, keeping in its `extra` what it does not know.
///
/// A field stands with its name on the wire; `required` makes its absence an error. A field that also arrives under
/// another spelling names it after `|`: it is written back under the spelling it came with, and where both come, the
/// right one wins and the other is kept as unknown.
///
/// ```
/// use tassel_core::{Extra, model};
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
#[macro_export]
macro_rules! model {
    ($name:ident { $($field:ident: $wire:literal $(| $alias:literal)* $($required:ident)?),* $(,)? }) => {
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct ModelVisitor;

                impl<'de> $crate::serde::de::Visitor<'de> for ModelVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(concat!("an object (", stringify!($name), ")"))
                    }

                    fn visit_map<A: $crate::serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> Result<$name, A::Error> {
                        $(let mut $field = None;)*
                        let mut extra = $crate::Extra::default();
                        while let Some(key) = map.next_key::<$crate::values::Text<'_>>()? {
                            match key.as_ref() {
                                $($wire => {
                                    $crate::model!(@displace extra, $field, $wire $(| $alias)*);
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
                        Ok($name { $($field: $crate::model!(@read $field $wire $($required)?),)* extra })
                    }
                }

                deserializer.deserialize_map(ModelVisitor)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use $crate::serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $($crate::model!(@write map self.extra, self.$field, $wire $(| $alias)* ; $($required)?);)*
                for (name, value) in self.extra.iter() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    };
    (@read $field:ident $wire:literal required) => {
        $field.ok_or_else(|| <A::Error as $crate::serde::de::Error>::missing_field($wire))?
    };
    (@read $field:ident $wire:literal) => { $field.unwrap_or_default() };
    (@displace $extra:ident, $field:ident, $wire:literal) => {};
    (@displace $extra:ident, $field:ident, $wire:literal $(| $alias:literal)+) => {
        if let (Some(spelling), Some(displaced)) = ($extra.unspell($wire), &$field) {
            let displaced = $crate::serde_json::to_value(displaced);
            let kept = displaced.and_then(|value| {
                $crate::serde::de::DeserializeSeed::deserialize($extra.keep(spelling), value)
            });
            kept.map_err($crate::serde::de::Error::custom)?;
        }
    };
    (@write $map:ident $extra:expr, $value:expr, $wire:literal $(| $alias:literal)* ; required) => {
        $map.serialize_entry($crate::model!(@key $extra, $wire $(| $alias)*), &$value)?
    };
    (@write $map:ident $extra:expr, $value:expr, $wire:literal $(| $alias:literal)* ;) => {
        if !$crate::values::Field::is_absent(&$value) {
            $map.serialize_entry($crate::model!(@key $extra, $wire $(| $alias)*), &$value)?;
        }
    };
    (@key $extra:expr, $wire:literal) => { $wire };
    (@key $extra:expr, $wire:literal $(| $alias:literal)+) => { $extra.spelling($wire) };
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{Extra, Id, Patch};

    #[derive(Debug, Default, PartialEq)]
    struct Sample {
        id: Option<Id>,
        notes: Option<serde_json::Map<String, Value>>,
        change: Patch<String>,
        extra: Extra,
    }
    model!(Sample { id: "id", notes: "notes" | "nots" | "nuts", change: "change" });

    #[derive(Debug)]
    struct Strict {
        id: Id,
        extra: Extra,
    }
    model!(Strict { id: "id" required });

    #[test]
    fn loses_nothing() {
        for (label, given, want) in [
            ("empty", json!({}), json!({})),
            ("null is left out", json!({"id": null}), json!({})),
            ("null of an update is kept", json!({"change": null}), json!({"change": null})),
            (
                "unknown fields",
                json!({"id": "7", "x": {"y": [1.5, null]}}),
                json!({"id": "7", "x": {"y": [1.5, null]}}),
            ),
            ("another spelling", json!({"nots": {"a": "b"}}), json!({"nots": {"a": "b"}})),
            ("a third spelling", json!({"nuts": {"a": 1}}), json!({"nuts": {"a": 1}})),
            ("escaped key", json!({"a\"b\n": 1}), json!({"a\"b\n": 1})),
        ] {
            let sample: Sample = serde_json::from_value(given).unwrap();
            assert_eq!(serde_json::to_value(&sample).unwrap(), want, "{label}");
        }
    }

    #[test]
    fn the_right_spelling_wins() {
        for text in [r#"{"notes":{"a":1},"nots":{"b":2}}"#, r#"{"nots":{"b":2},"notes":{"a":1}}"#] {
            let sample: Sample = serde_json::from_str(text).unwrap();
            assert_eq!(sample.notes.as_ref().unwrap()["a"], 1, "{text}");
            let written: Value = serde_json::to_value(&sample).unwrap();
            assert_eq!(written, serde_json::from_str::<Value>(text).unwrap(), "{text}");
        }
    }

    #[test]
    fn says_what_is_missing() {
        let error = serde_json::from_str::<Strict>("{}").unwrap_err().to_string();
        assert!(error.contains("missing field `id`"), "{error}");
        let error = serde_json::from_str::<Strict>("[]").unwrap_err().to_string();
        assert!(error.contains("expected an object (Strict)"), "{error}");
        let strict: Strict = serde_json::from_str(r#"{"id":1}"#).unwrap();
        assert!(strict.id.is_number() && strict.extra.is_empty());
    }

    #[test]
    fn what_is_not_known_is_kept_as_it_came() {
        let json = r#"{"id":7,"b":1,"a":2,"b":3}"#;
        let mut thing: Strict = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&thing).unwrap(), json, "a field that comes twice, too");
        assert_eq!(
            (&thing.extra["b"], &thing.extra["none"], thing.extra.len()),
            (&3.into(), &Value::Null, 3)
        );
        assert_eq!((thing.extra.insert("b", 4), thing.extra.insert("c", "x")), (Some(3.into()), None));
        assert_eq!(serde_json::to_string(&thing).unwrap(), r#"{"id":7,"a":2,"b":4,"c":"x"}"#);
        assert_eq!((thing.extra.remove("a"), thing.extra.remove("a")), (Some(2.into()), None));
        let other: Strict = serde_json::from_str(r#"{"c":"x","id":7,"b":4}"#).unwrap();
        assert!(thing.extra == other.extra, "the order means nothing");
        assert_eq!(thing.extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["b", "c"]);
        thing.extra.insert("b", 5);
        assert!(thing.extra != other.extra && !thing.extra.is_empty());
    }
}
