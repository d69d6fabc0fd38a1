//! Reads an input: its first line, and what follows.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use tassel_core::operation::Operation;

use crate::Vendor;

/// The words of the first line, and the bytes after it.
pub(crate) struct Input<'a> {
    words: Vec<&'a [u8]>,
    pub(crate) rest: &'a [u8],
}

impl<'a> Input<'a> {
    pub(crate) fn new(input: &'a [u8]) -> Self {
        let (first, rest) = split_at_line(input);
        Self { words: first.split(|byte| *byte == b' ').collect(), rest }
    }

    fn word(&self, index: usize) -> &'a [u8] {
        self.words.get(index).copied().unwrap_or_default()
    }

    /// The first word.
    pub(crate) fn vendor(&self) -> Vendor {
        *choose(self.word(0), Vendor::ALL, |vendor| vendor.api().vendor)
    }

    /// The second word, among these operations.
    pub(crate) fn operation(&self, known: &[&'static Operation]) -> &'static Operation {
        let operation: &&'static Operation = choose(self.word(1), known, |operation| operation.id);
        operation
    }

    /// The third word, as a number.
    pub(crate) fn number(&self) -> u16 {
        let text = std::str::from_utf8(self.word(2)).unwrap_or_default();
        text.parse().unwrap_or(sum(self.word(2)))
    }

    /// The third word, as a status.
    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.number()).unwrap_or(StatusCode::BAD_REQUEST)
    }

    /// The headers up to an empty line, and the bytes after it. What can be no header is left out.
    pub(crate) fn headers_and_body(&self) -> (HeaderMap, &'a [u8]) {
        let mut headers = HeaderMap::new();
        let mut rest = self.rest;
        while !rest.is_empty() {
            let (line, after) = split_at_line(rest);
            rest = after;
            if line.is_empty() {
                break;
            }
            let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
            let value = line.get(colon + 1..).unwrap_or_default();
            let value = value.strip_prefix(b" ").unwrap_or(value);
            let name = HeaderName::from_bytes(&line[..colon]);
            if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value)) {
                headers.append(name, value);
            }
        }
        (headers, rest)
    }
}

pub(crate) fn split_at_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &[]),
    }
}

/// The one of this name, or else any one, and always the same for the same word.
fn choose<'a, T>(word: &[u8], known: &'a [T], name: impl Fn(&T) -> &'static str) -> &'a T {
    let named = known.iter().find(|it| name(it).as_bytes() == word);
    named.unwrap_or_else(|| &known[usize::from(sum(word)) % known.len()])
}

fn sum(word: &[u8]) -> u16 {
    word.iter().fold(0, |sum, byte| sum.wrapping_mul(31).wrapping_add(u16::from(*byte)))
}
