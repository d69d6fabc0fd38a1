//! Texts in lower case.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::mask::mask;

/// A text in lower case, such as an email address in a filter of a vendor that stores addresses so.
///
/// Every way to make one lowers the text.
///
/// ```
/// use tassel_core::values::LowerCase;
///
/// assert_eq!(LowerCase::from("Imani@Example.org").as_str(), "imani@example.org");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct LowerCase(String);

impl LowerCase {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: AsRef<str>> From<T> for LowerCase {
    fn from(text: T) -> Self {
        Self(text.as_ref().to_lowercase())
    }
}

/// Addresses are masked.
impl fmt::Debug for LowerCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&mask(&self.0), f)
    }
}

impl fmt::Display for LowerCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for LowerCase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for LowerCase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
