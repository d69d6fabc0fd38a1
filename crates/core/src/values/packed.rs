//! Unknown fields in a packed form. They are unpacked on first access: most are never accessed, and reading them all
//! would cost more than the rest of their object.

use std::fmt;
use std::sync::OnceLock;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::Text;

/// The fields of an object in their order. A repeated field is kept as often as it arrived.
#[derive(Debug, Clone, Default)]
pub(super) struct PackedFields {
    /// Names and values, packed. Empty after the first change.
    packed: Vec<u8>,
    /// Boxed, as few objects need it.
    rest: OnceLock<Box<RareParts>>,
}

#[derive(Debug, Clone, Default)]
struct RareParts {
    fields: OnceLock<Vec<(String, Value)>>,
    spellings: Vec<(&'static str, &'static str)>,
}

impl PackedFields {
    pub(super) fn is_empty(&self) -> bool {
        self.packed.is_empty() && self.rest.get().and_then(|rest| rest.fields.get()).is_none_or(Vec::is_empty)
    }

    pub(super) fn fields(&self) -> &[(String, Value)] {
        let rest = self.rest.get_or_init(Box::default);
        rest.fields.get_or_init(|| Unpacker(&self.packed).fields())
    }

    pub(super) fn change_fields(&mut self, change: impl FnOnce(&mut Vec<(String, Value)>)) {
        let mut rest = self.rest.take().unwrap_or_default();
        let mut fields = rest.fields.take().unwrap_or_else(|| Unpacker(&self.packed).fields());
        self.packed.clear();
        change(&mut fields);
        rest.fields = OnceLock::from(fields);
        self.rest = OnceLock::from(rest);
    }

    /// Known fields that arrived under another spelling, and that spelling.
    pub(super) fn spellings(&self) -> &[(&'static str, &'static str)] {
        self.rest.get().map_or(&[], |rest| &rest.spellings)
    }

    pub(super) fn change_spellings<T>(
        &mut self,
        change: impl FnOnce(&mut Vec<(&'static str, &'static str)>) -> T,
    ) -> T {
        let mut rest = self.rest.take().unwrap_or_default();
        let changed = change(&mut rest.spellings);
        self.rest = OnceLock::from(rest);
        changed
    }

    /// Frees unused memory after the last field of a large object.
    pub(super) fn settle(&mut self) {
        if self.packed.capacity() > 1024 {
            self.packed.shrink_to_fit();
        }
    }

    /// The size of the packed fields in memory, in bytes.
    #[cfg(test)]
    fn size(&self) -> usize {
        self.packed.capacity()
    }

    /// Packs a name. The value is deserialized into the returned seed.
    pub(super) fn keep(&mut self, name: &str) -> ValuePacker<'_> {
        if self.packed.is_empty() {
            // Enough for two short fields.
            self.packed = Vec::with_capacity(48);
        }
        let mut packer = ValuePacker(&mut self.packed);
        packer.text(name);
        packer
    }
}

/// Packs any JSON value: a tag, then its content.
#[doc(hidden)]
#[derive(Debug)]
pub struct ValuePacker<'a>(&'a mut Vec<u8>);

impl ValuePacker<'_> {
    fn reborrow(&mut self) -> ValuePacker<'_> {
        ValuePacker(self.0)
    }

    /// Seven bits per byte, lowest first. The highest bit of the last byte is clear.
    fn integer(&mut self, tag: u8, mut number: u64) {
        self.0.push(tag);
        while number > 0x7f {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        match u8::try_from(text.len()) {
            Ok(length) => self.0.extend_from_slice(&[b's', length]),
            Err(_) => self.integer(b'S', text.len() as u64),
        }
        self.0.extend_from_slice(text.as_bytes());
    }
}

impl<'de> DeserializeSeed<'de> for ValuePacker<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValuePacker<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.push(b'n');
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.push(if value { b't' } else { b'f' });
        Ok(())
    }

    fn visit_i64<E: Error>(mut self, value: i64) -> Result<(), E> {
        // Zigzag: small numbers of either sign are short.
        self.integer(b'i', (value as u64) << 1 ^ (value >> 63) as u64);
        Ok(())
    }

    fn visit_u64<E: Error>(mut self, value: u64) -> Result<(), E> {
        self.integer(b'u', value);
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.0.push(b'd');
        self.0.extend_from_slice(&value.to_le_bytes());
        Ok(())
    }

    fn visit_str<E: Error>(mut self, value: &str) -> Result<(), E> {
        self.text(value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        self.0.push(b'[');
        while list.next_element_seed(self.reborrow())?.is_some() {}
        self.0.push(b']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        self.0.push(b'{');
        while let Some(name) = map.next_key::<Text<'_>>()? {
            self.text(name.as_ref());
            map.next_value_seed(self.reborrow())?;
        }
        self.0.push(b'}');
        Ok(())
    }
}

/// Reads packed fields from the beginning.
struct Unpacker<'a>(&'a [u8]);

impl Unpacker<'_> {
    fn fields(mut self) -> Vec<(String, Value)> {
        std::iter::from_fn(|| Some((self.text()?, self.value()?))).collect()
    }

    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn tag(&mut self) -> Option<u8> {
        self.take(1).map(|tag| tag[0])
    }

    fn integer(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.tag()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }

    fn text(&mut self) -> Option<String> {
        let tag = self.tag()?;
        self.rest_of_text(tag)
    }

    fn rest_of_text(&mut self, tag: u8) -> Option<String> {
        let length = match tag {
            b's' => self.tag()?.into(),
            b'S' => usize::try_from(self.integer()?).ok()?,
            _ => return None,
        };
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }

    /// A value, or `None` at the end of a list or an object.
    fn value(&mut self) -> Option<Value> {
        Some(match self.tag()? {
            b'n' => Value::Null,
            b't' => true.into(),
            b'f' => false.into(),
            b'i' => {
                let number = self.integer()?;
                ((number >> 1) as i64 ^ -((number & 1) as i64)).into()
            }
            b'u' => self.integer()?.into(),
            b'd' => f64::from_le_bytes(self.take(8)?.try_into().ok()?).into(),
            tag @ (b's' | b'S') => self.rest_of_text(tag)?.into(),
            b'[' => std::iter::from_fn(|| self.value()).collect(),
            b'{' => {
                let entries = std::iter::from_fn(|| Some((self.text()?, self.value()?)));
                Value::Object(entries.collect::<Map<_, _>>())
            }
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{from_str, json};

    use super::*;

    #[test]
    fn packing_loses_nothing() {
        let deep = "[".repeat(126) + &"]".repeat(126);
        for (label, json) in [
            ("null", "null"),
            ("booleans", "[true,false]"),
            ("numbers", "[0,-7,18446744073709551615,0.1,1e300,-0.0,12.345678901234567]"),
            ("texts", r#"["","a\"b\\\n\u0001é😀"]"#),
            ("a long text", &format!("[\"{}\",\"{}\"]", "é".repeat(127), "é".repeat(128))),
            ("lists", "[ [], [[1] , 2], null ]"),
            ("objects", r#"{"a":{},"b":{"c":[{}],"":1},"a":{"d":null}}"#),
            ("as deep as can be read", &deep),
        ] {
            let mut packed = PackedFields::default();
            packed.keep("n\"1").deserialize(&mut serde_json::Deserializer::from_str(json)).unwrap();
            packed.keep("last").deserialize(json!(2)).unwrap();
            let want: Value = from_str(json).unwrap();
            assert_eq!(
                packed.fields(),
                [("n\"1".to_owned(), want), ("last".to_owned(), json!(2))],
                "{label}"
            );
        }
    }

    /// Random JSON in its shortest form.
    fn json(random: &mut fastrand::Rng, depth: u32) -> String {
        let several = |random: &mut fastrand::Rng| 0..random.usize(0..40) * usize::from(random.bool());
        match random.u32(0..if depth > 0 { 8 } else { 6 }) {
            0 => "null".to_owned(),
            1 => random.bool().to_string(),
            2 => (random.i64(..) >> random.u32(0..64)).to_string(),
            3 => format!("{}e{}", random.u32(1..10), random.i32(-9..10)),
            4 => format!("{:?}", random.f64()),
            5 => format!("\"{}\"", "é".repeat(random.usize(0..3))),
            6 => {
                let items: Vec<_> = several(random).map(|_| json(random, depth - 1)).collect();
                format!("[{}]", items.join(","))
            }
            _ => {
                let entries: Vec<_> =
                    several(random).map(|_| format!("\"\":{}", json(random, depth - 1))).collect();
                format!("{{{}}}", entries.join(","))
            }
        }
    }

    #[test]
    fn packed_values_take_at_most_three_times_their_text() {
        let worst = ["{\"\":0}", "[]", "1", "1e9", "\"\"", "null", "0.5", "-1"];
        let worst = worst.map(|item| format!("[{}]", vec![item; 10_000].join(",")));
        let random = (0..300).map(|seed| json(&mut fastrand::Rng::with_seed(seed), 5));
        for (number, json) in worst.into_iter().chain(random).enumerate() {
            let mut packed = PackedFields::default();
            packed.keep("").deserialize(&mut serde_json::Deserializer::from_str(&json)).unwrap();
            packed.settle();
            // The first 48 bytes are reserved for every object.
            let most = 3 * json.len() + 48;
            assert!(packed.size() <= most.max(1024), "{number}: {} for {} bytes", packed.size(), json.len());
        }
    }

    #[test]
    fn packing_loses_no_digit() {
        for json in
            ["12.345678901234567", "0.30000000000000004", "1.7976931348623157e+308", "9007199254740993"]
        {
            let mut packed = PackedFields::default();
            packed.keep("n").deserialize(&mut serde_json::Deserializer::from_str(json)).unwrap();
            assert_eq!(packed.fields()[0].1.to_string(), json);
        }
    }
}
