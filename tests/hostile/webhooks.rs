//! No bytes make a receiver panic, and what it reads it can write and read again.

use proptest::prelude::*;
use proptest::sample::select;
use tassel_tests::Vendor;
use tassel_tests::hostile::webhook_body;

use crate::support::{CASES, bytes, check, concat, damaged, samples, text};

/// The vendors that send any.
const VENDORS: [Vendor; 3] = [Vendor::Coursepath, Vendor::Damstra, Vendor::Falkor];

/// Parts that make text which looks more like an event than bytes do.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "=",
    "&",
    "%",
    "+",
    "%26",
    "%ff",
    "\\u",
    "\\ud800",
    "null",
    "1e999",
    "-0",
    "event",
    "type",
    "name",
    "data",
    "courseId",
    "memberId",
    "enrolments",
    "rewards",
    "COURSEMEMBER_CREATED",
    "\"type\":\"rewards\"",
    "event=COURSEMEMBER_CREATED",
    "userID",
    "userId",
    "lessonScheduleId",
    "\"name\":\"user.settings.updated\"",
    "é",
    "\u{0}",
    "\u{202e}",
    " ",
];

fn from(vendor: Vendor, body: impl Into<Vec<u8>>) -> Vec<u8> {
    [vendor.api().vendor.as_bytes(), b"\n", &body.into()].concat()
}

fn each(body: &BoxedStrategy<Vec<u8>>) {
    for vendor in VENDORS {
        check(CASES, concat(vec![Just(from(vendor, "")).boxed(), body.clone()]), webhook_body);
    }
}

#[test]
fn any_bytes() {
    each(&bytes(96));
}

#[test]
fn any_text() {
    each(&text(PIECES, 24));
}

/// Documented examples with bytes cut out, put in and changed.
#[test]
fn damaged_examples() {
    for vendor in VENDORS {
        let examples: Vec<_> =
            vendor.webhook_examples().into_iter().map(|example| from(vendor, example)).collect();
        for example in &examples {
            assert!(webhook_body(example), "an example cannot be read: {}", example.escape_ascii());
        }
        let said = check(CASES, damaged(examples), webhook_body);
        assert_eq!(said.len(), 2, "{said:?}");
    }
    check(CASES, damaged(samples("webhook_body")), webhook_body);
}

#[test]
fn deep_nesting() {
    for vendor in VENDORS {
        for open in ["[", "{\"a\":", "{\"type\":\"rewards\",\"data\":{\"pathway\":"] {
            // To a form it is one long key, and there is no event in it.
            assert!(!webhook_body(&from(vendor, open.repeat(100_000))), "{vendor:?}: {open}");
        }
    }
}

#[test]
fn any_signature() {
    let hexlike = proptest::collection::vec(select(&b"0123456789abcdefABCDEF=sha25 +"[..]), 60..75);
    let value = prop_oneof![bytes(80), hexlike.boxed()].boxed();
    check(CASES, concat(vec![Just(b"falkor\n".to_vec()).boxed(), value]), webhook_body);
}
