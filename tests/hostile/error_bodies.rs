//! Whatever an answer holds, there is a line that says what happened.

use proptest::prelude::*;
use proptest::sample::select;
use tassel_tests::hostile::error_body;

use crate::support::{CASES, bytes, check, concat, damaged, line, operations, samples, text};

/// Parts of what answers are made of.
const PIECES: &[&str] = &[
    // The key that the clients have: a vendor may repeat it.
    "k3y0fTheC1ient",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "null",
    "true",
    "1e999",
    "-0",
    "404",
    "\\u0000",
    "\\ud800",
    "\"message\":",
    "\"error\":",
    "\"errors\":",
    "\"reason\":",
    "\"description\":",
    "\"results\":",
    "\"data\":",
    "\"code\":",
    "\"status\":",
    "\"internalCode\":",
    "\"success\":false",
    "{\"errors\":{\"email\":[\"",
    "{\"message\":\"",
    "{\"status\":\"success\",\"data\":",
    "\"}",
    "imani.okonjo@example.org",
    "imani%40example.org",
    "imani\\u0040example.org",
    "<html>",
    "é",
    "\u{202e}",
    "\u{2028}",
    "\0",
    "\r",
    "\n",
    " ",
    "word",
];
const HEADERS: &[&str] = &[
    "content-type: application/json\n",
    "content-type: text/html; charset=\n",
    "content-type: imani.okonjo@example.org\n",
    "content-type: ",
    "x-request-id: imani.okonjo@example.org\n",
    "retry-after: 1\n",
    "location: https://example.org/\n",
    "content-encoding: gzip\n",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "\u{e9}",
    ":",
    "\n",
];

fn status() -> impl Strategy<Value = u16> {
    let usual = select(vec![200, 201, 204, 207, 301, 400, 401, 403, 404, 409, 420, 422, 429, 500, 503]);
    prop_oneof![3 => usual, 1 => 100..1000_u16]
}

#[test]
fn any_bytes() {
    let input = concat(vec![line(operations, status()).boxed(), bytes(96)]);
    check(CASES, input, error_body);
}

#[test]
fn any_text() {
    let first = line(operations, status()).boxed();
    let input = concat(vec![first, text(HEADERS, 4), Just(b"\n\n".to_vec()).boxed(), text(PIECES, 24)]);
    let said = check(CASES, input, error_body);
    for kind in ["decode", "denied", "invalid", "not_found", "rejected", "throttled"] {
        assert!(said.contains_key(&Some(kind)), "{kind} is not among {said:?}");
    }
}

#[test]
fn damaged_examples() {
    let said = check(CASES, damaged(samples("error_body")), error_body);
    assert!(said.len() > 4, "{said:?}");
}

#[test]
fn large_bodies() {
    for piece in ["[", "{\"error\":", "a", "imani@example.org ", "\u{e9}", "{\"errors\":[\"", "\0"] {
        for first in ["accredible", "coursepath", "damstra", "falkor", "namecoach"] {
            for status in [200, 404, 500] {
                let line = format!("{first} a {status}\ncontent-type: {}\n\n", "a/".repeat(500));
                error_body(&[line.as_bytes(), piece.repeat(50_000).as_bytes()].concat());
            }
        }
    }
}
