//! The limits of inputs: those that a contract states besides types.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::decode::{self, DecodeError};

/// An input with limits.
pub trait Limits {
    /// The problem with the input, if there is one. `at` is the path to the input, such as `users[3].`.
    fn problem(&self, at: &str) -> Option<String>;
}

/// The problem with the number of items in a list, if there is one.
#[must_use]
pub fn items(at: &str, name: &str, count: usize, least: usize, most: usize) -> Option<String> {
    match count {
        few if few < least => Some(format!("`{at}{name}` has {few} items; give at least {least}")),
        many if many > most => Some(format!("`{at}{name}` has {many} items; give at most {most}")),
        _ => None,
    }
}

/// The problem with the number of items in an optional list, if there is one.
#[must_use]
pub fn optional_items(
    at: &str,
    name: &str,
    count: Option<usize>,
    least: usize,
    most: usize,
) -> Option<String> {
    match count? {
        0 if least > 0 => {
            Some(format!("`{at}{name}` is an empty list, which might mean all; leave it out to mean that"))
        }
        count => items(at, name, count, least, most),
    }
}

/// The problem with a text that must not be blank, if there is one.
#[must_use]
pub fn not_blank(at: &str, name: &str, text: Option<&str>) -> Option<String> {
    text.is_some_and(|text| text.trim().is_empty()).then(|| format!("`{at}{name}` is blank"))
}

/// The problem with texts none of which may be blank, if there is one.
pub fn not_blank_items<'a>(
    at: &str,
    name: &str,
    texts: impl IntoIterator<Item = &'a String>,
) -> Option<String> {
    let mut texts = texts.into_iter().enumerate();
    texts.find_map(|(place, text)| not_blank(at, &format!("{name}[{place}]"), Some(text)))
}

/// The problem of the first item that has one.
pub fn each<'a, T: Limits + 'a>(
    at: &str,
    name: &str,
    items: impl IntoIterator<Item = &'a T>,
) -> Option<String> {
    items.into_iter().enumerate().find_map(|(place, item)| item.problem(&format!("{at}{name}[{place}].")))
}

/// The problem with a list whose items are joined by commas, if there is one.
#[must_use]
pub fn joined(name: &str, items: &[String]) -> Option<String> {
    let problem = if items.is_empty() {
        "is an empty list, which might mean all; leave it out to mean that"
    } else if items.iter().any(|item| item.trim().is_empty()) {
        "has a blank item, which might mean all"
    } else if items.iter().any(|item| item.contains(',')) {
        "has an item with a comma in it, which would be read as two"
    } else {
        return None;
    };
    Some(format!("`{name}` {problem}"))
}

/// Reads a JSON body into a model with limits and writes it back: the
/// [`Rewrite`](crate::operation::Rewrite) of that model.
///
/// # Errors
///
/// The body does not have the model's shape, or exceeds its limits.
pub fn rewrite_within<T: DeserializeOwned + Serialize + Limits>(body: &[u8]) -> Result<Vec<u8>, DecodeError> {
    let input: T = decode::from_json(body)?;
    match input.problem("") {
        Some(problem) => Err(DecodeError::new(problem)),
        None => decode::to_json(&input),
    }
}
