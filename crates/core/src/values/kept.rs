//! Fields that are kept packed until somebody looks at them: most never are, and to read them all would cost more
//! than the rest of their object.

use std::fmt;
use std::sync::OnceLock;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::Text;

/// The fields of an object in their order; one that came twice is there twice.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    /// Names and values, packed; empty once they were read to be changed.
    packed: Vec<u8>,
    /// What few objects have, so that the others need no room for it.
    rest: OnceLock<Box<Rest>>,
}

#[derive(Debug, Clone, Default)]
struct Rest {
    fields: OnceLock<Vec<(String, Value)>>,
    spellings: Vec<(&'static str, &'static str)>,
}

impl Kept {
    pub(super) fn is_empty(&self) -> bool {
        self.packed.is_empty() && self.rest.get().and_then(|rest| rest.fields.get()).is_none_or(Vec::is_empty)
    }

    pub(super) fn fields(&self) -> &[(String, Value)] {
        let rest = self.rest.get_or_init(Box::default);
        rest.fields.get_or_init(|| Packed(&self.packed).fields())
    }

    pub(super) fn change_fields(&mut self, change: impl FnOnce(&mut Vec<(String, Value)>)) {
        let mut rest = self.rest.take().unwrap_or_default();
        let mut fields = rest.fields.take().unwrap_or_else(|| Packed(&self.packed).fields());
        self.packed.clear();
        change(&mut fields);
        rest.fields = OnceLock::from(fields);
        self.rest = OnceLock::from(rest);
    }

    /// Known fields that came under another spelling, which they are written back under.
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

    /// Gives back room that is not needed, once all fields of a large object are there.
    pub(super) fn settle(&mut self) {
        if self.packed.capacity() > 1024 {
            self.packed.shrink_to_fit();
        }
    }

    /// The bytes that the packed fields take.
    #[cfg(test)]
    fn size(&self) -> usize {
        self.packed.capacity()
    }

    /// Packs a name; the value is packed by being read into what this returns.
    pub(super) fn keep(&mut self, name: &str) -> Keep<'_> {
        if self.packed.is_empty() {
            // Two short fields need no more.
            self.packed = Vec::with_capacity(48);
        }
        let mut keep = Keep(&mut self.packed);
        keep.text(name);
        keep
    }
}

/// Packs a value, whatever it is: a tag, and what belongs to it.
#[doc(hidden)]
#[derive(Debug)]
pub struct Keep<'a>(&'a mut Vec<u8>);

impl Keep<'_> {
    fn again(&mut self) -> Keep<'_> {
        Keep(self.0)
    }

    /// Seven bits a byte, the lowest first; the last byte has its highest bit clear.
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

impl<'de> DeserializeSeed<'de> for Keep<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Keep<'_> {
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
        // Small numbers of either sign are short.
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
        while list.next_element_seed(self.again())?.is_some() {}
        self.0.push(b']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        self.0.push(b'{');
        while let Some(name) = map.next_key::<Text<'_>>()? {
            self.text(name.as_ref());
            map.next_value_seed(self.again())?;
        }
        self.0.push(b'}');
        Ok(())
    }
}

/// What was packed, and is read from its beginning on.
struct Packed<'a>(&'a [u8]);

impl Packed<'_> {
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

    /// A value; none at the end of a list or an object, too.
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
    fn what_is_kept_is_as_if_it_had_been_read() {
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
            let mut kept = Kept::default();
            kept.keep("n\"1").deserialize(&mut serde_json::Deserializer::from_str(json)).unwrap();
            kept.keep("last").deserialize(json!(2)).unwrap();
            let want: Value = from_str(json).unwrap();
            assert_eq!(kept.fields(), [("n\"1".to_owned(), want), ("last".to_owned(), json!(2))], "{label}");
        }
    }

    /// Any JSON, in as few bytes as it can be written.
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
    fn what_is_kept_takes_at_most_three_times_its_text() {
        let worst = ["{\"\":0}", "[]", "1", "1e9", "\"\"", "null", "0.5", "-1"];
        let worst = worst.map(|item| format!("[{}]", vec![item; 10_000].join(",")));
        let random = (0..300).map(|seed| json(&mut fastrand::Rng::with_seed(seed), 5));
        for (number, json) in worst.into_iter().chain(random).enumerate() {
            let mut kept = Kept::default();
            kept.keep("").deserialize(&mut serde_json::Deserializer::from_str(&json)).unwrap();
            kept.settle();
            // What an object takes by itself is no part of the values in it.
            let most = 3 * json.len() + 48;
            assert!(kept.size() <= most.max(1024), "{number}: {} for {} bytes", kept.size(), json.len());
        }
    }

    #[test]
    fn no_digit_is_lost() {
        for json in
            ["12.345678901234567", "0.30000000000000004", "1.7976931348623157e+308", "9007199254740993"]
        {
            let mut kept = Kept::default();
            kept.keep("n").deserialize(&mut serde_json::Deserializer::from_str(json)).unwrap();
            assert_eq!(kept.fields()[0].1.to_string(), json);
        }
    }
}
