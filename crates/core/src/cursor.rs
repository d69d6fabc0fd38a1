//! Cursors: places in a listing.

use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::values::Text;

/// The position of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// The first page.
    Start,
    /// The page with this number, from 1.
    Page(u64),
    /// The page that begins after this number of items.
    Offset(u64),
    /// The page at the vendor's cursor.
    Token(String),
}

/// A place in a listing that can be stored as text and resumed from. It belongs to one operation and one query, page
/// size included; another listing refuses it. A cursor made with [`Cursor::new`] fits any listing.
///
/// ```
/// use tassel_core::paging::Cursor;
///
/// let cursor: Cursor = "page:3".parse()?;
/// assert_eq!(cursor.to_string(), "page:3");
/// # Ok::<(), tassel_core::paging::NotACursor>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) position: Position,
    /// The number of items read up to here, if it is known.
    pub(crate) read: Option<u64>,
    /// The largest total that the vendor has stated up to here, if it states one.
    pub(crate) most: Option<NonZeroU64>,
    /// The hash of the operation and the query that it belongs to. `None` for a cursor of the caller's own.
    pub(crate) query: Option<u64>,
}

impl Cursor {
    /// A cursor at a position of the caller's choice.
    #[must_use]
    pub fn new(position: Position) -> Self {
        let read = match position {
            Position::Start | Position::Page(0 | 1) => Some(0),
            Position::Offset(offset) => Some(offset),
            Position::Page(_) | Position::Token(_) => None,
        };
        Self { position, read, most: None, query: None }
    }

    /// The position of the page.
    #[must_use]
    pub fn position(&self) -> &Position {
        &self.position
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(query) = self.query {
            write!(f, "query:{query:016x};")?;
        }
        if let Some(read) = self.read.filter(|_| self.read != Self::new(self.position.clone()).read) {
            write!(f, "read:{read};")?;
        }
        if let Some(most) = self.most {
            write!(f, "of:{most};")?;
        }
        match &self.position {
            Position::Start => f.write_str("start"),
            Position::Page(number) => write!(f, "page:{number}"),
            Position::Offset(offset) => write!(f, "offset:{offset}"),
            Position::Token(token) => write!(f, "token:{token}"),
        }
    }
}

/// A text is not a cursor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor; write it as it was printed, such as page:3, offset:150 or token:…")]
pub struct NotACursor;

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let number = |text: &str| text.parse().map_err(|_| NotACursor);
        if let Some((query, rest)) = text.strip_prefix("query:").and_then(|rest| rest.split_once(';')) {
            let query = u64::from_str_radix(query, 16).map_err(|_| NotACursor)?;
            return Ok(Self { query: Some(query), ..rest.parse()? });
        }
        if let Some((read, rest)) = text.strip_prefix("read:").and_then(|rest| rest.split_once(';')) {
            return Ok(Self { read: Some(number(read)?), ..rest.parse()? });
        }
        if let Some((most, rest)) = text.strip_prefix("of:").and_then(|rest| rest.split_once(';')) {
            return Ok(Self { most: Some(most.parse().map_err(|_| NotACursor)?), ..rest.parse()? });
        }
        Ok(Self::new(match text.split_once(':') {
            None if text == "start" => Position::Start,
            Some(("page", text)) => Position::Page(number(text)?),
            Some(("offset", text)) => Position::Offset(number(text)?),
            Some(("token", text)) => Position::Token(text.to_owned()),
            _ => return Err(NotACursor),
        }))
    }
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Text::deserialize(deserializer)?.as_ref().parse().map_err(D::Error::custom)
    }
}

/// A listing ended and is not known to be complete: a signal is missing, or two signals disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Incomplete {
    /// The operation.
    pub operation: &'static str,
    /// The number of distinct items that were read, if the listing was read from its beginning.
    pub read: Option<u64>,
    /// The total number of items, if the vendor states it.
    pub total: Option<u64>,
    /// The missing signal or the disagreement.
    pub reason: String,
    /// The last page that was read.
    pub at: Cursor,
}

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is incomplete: {}", self.operation, self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_are_stored_as_text() {
        let token = |text: &str| Position::Token(text.to_owned());
        for (label, position, read, most, text) in [
            ("start", Position::Start, Some(0), None, "start"),
            ("page", Position::Page(3), None, None, "page:3"),
            ("page, counted", Position::Page(3), Some(100), None, "read:100;page:3"),
            ("page, counted of so many", Position::Page(3), Some(100), Some(120), "read:100;of:120;page:3"),
            ("offset", Position::Offset(150), Some(150), None, "offset:150"),
            ("offset of so many", Position::Offset(150), Some(150), Some(180), "of:180;offset:150"),
            ("offset, repeats dropped", Position::Offset(150), Some(149), None, "read:149;offset:150"),
            ("token", token("WzEs:;="), None, None, "token:WzEs:;="),
            ("token, counted", token("a;b"), Some(7), None, "read:7;token:a;b"),
            ("token like a count", token("of:2;b"), Some(7), Some(9), "read:7;of:9;token:of:2;b"),
        ] {
            let cursor = Cursor { position, read, most: most.and_then(NonZeroU64::new), query: None };
            assert_eq!(cursor.to_string(), text, "{label}");
            assert_eq!(text.parse::<Cursor>(), Ok(cursor.clone()), "{label}");
            let cursor = Cursor { query: Some(0x1f), ..cursor };
            assert_eq!(cursor.to_string(), format!("query:000000000000001f;{text}"), "{label}");
            assert_eq!(cursor.to_string().parse(), Ok(cursor), "{label}");
        }
        for text in [
            "",
            "page",
            "page:",
            "page:x",
            "page:-1",
            "offset:1.5",
            "read:x;page:3",
            "elsewhere:3",
            "of:;page:3",
        ] {
            assert_eq!(text.parse::<Cursor>(), Err(NotACursor), "{text}");
        }
    }
}
