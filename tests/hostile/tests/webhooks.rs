//! No bytes make a receiver panic, and what it reads it can write and read again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use std::cell::Cell;

use http::{HeaderMap, HeaderName, HeaderValue};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value};
use tassel_core::WebhookError;
use tassel_core::operation::Encoding;
use tassel_core::webhook::{Webhook, to_form};

/// Fewer in a debug build, where each takes twenty times as long.
const CASES: u32 = if cfg!(debug_assertions) { 2_000 } else { 100_000 };

/// The name of an event, and its fields as JSON.
type Read = Result<(String, Value), WebhookError>;

/// A vendor's webhooks, and what its receiver makes of a body.
struct Vendor {
    name: &'static str,
    webhooks: &'static [&'static Webhook],
    read: fn(&[u8]) -> Read,
}

macro_rules! vendor {
    ($name:literal, $krate:ident, |$body:ident| $read:expr) => {
        Vendor {
            name: $name,
            webhooks: $krate::WEBHOOKS,
            read: |$body| {
                let event = $read?;
                Ok((event.name().to_owned(), serde_json::to_value(&event).unwrap()))
            },
        }
    };
}

fn vendors() -> [Vendor; 3] {
    [
        vendor!("coursepath", tassel_coursepath, |body| {
            tassel_coursepath::webhooks::Receiver::new().read(&HeaderMap::new(), body)
        }),
        vendor!("damstra", tassel_damstra, |body| {
            tassel_damstra::webhooks::Receiver::new().read(&HeaderMap::new(), body)
        }),
        vendor!("falkor", tassel_falkor, |body| {
            let receiver = tassel_falkor::webhooks::Receiver::new("a-secret").unwrap();
            receiver.read(&[receiver.sign(body)].into_iter().collect(), body)
        }),
    ]
}

impl Vendor {
    fn write(&self, fields: &Map<String, Value>) -> Vec<u8> {
        match self.webhooks[0].encoding {
            Encoding::Form => to_form(fields),
            _ => Value::from(fields.clone()).to_string().into_bytes(),
        }
    }

    fn samples(&self) -> Vec<Vec<u8>> {
        let example = |webhook: &&Webhook| serde_json::from_str(webhook.example).unwrap();
        self.webhooks.iter().map(example).map(|fields| self.write(&fields)).collect()
    }

    /// Reads a body; what can be read is written and read again, and is the same. Says whether it could be read.
    fn holds(&self, body: &[u8]) -> Result<bool, TestCaseError> {
        match (self.read)(body) {
            Ok((name, event)) => {
                let written = self.write(event.as_object().unwrap());
                let again = (self.read)(&written);
                prop_assert!(again.is_ok(), "{}: {again:?}", self.name);
                prop_assert_eq!(again.unwrap(), (name, event));
                Ok(true)
            }
            Err(error) => {
                prop_assert!(matches!(error, WebhookError::Body(_)), "{}: {error}", self.name);
                prop_assert!(!error.to_string().is_empty());
                Ok(false)
            }
        }
    }
}

/// Runs a property from a seed that is printed.
fn check<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S::Value: std::fmt::Debug,
{
    let seed: u8 = std::env::var("TASSEL_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    let result = runner.run(&strategy, property);
    result.unwrap_or_else(|error| panic!("TASSEL_TEST_SEED={seed}: {error}"));
}

#[test]
fn any_bytes() {
    for vendor in vendors() {
        check(CASES, vec(any::<u8>(), 0..96), |body| vendor.holds(&body).map(drop));
    }
}

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

#[test]
fn any_text() {
    for vendor in vendors() {
        check(CASES, vec(proptest::sample::select(PIECES), 0..24), |pieces| {
            vendor.holds(pieces.concat().as_bytes()).map(drop)
        });
    }
}

/// Documented samples with bytes cut out, put in and changed.
#[test]
fn damaged_samples() {
    for vendor in vendors() {
        let samples = vendor.samples();
        for sample in &samples {
            assert!(vendor.holds(sample).unwrap(), "{}: a sample cannot be read", vendor.name);
        }
        let (read, refused) = (Cell::new(0_u32), Cell::new(0_u32));
        let damage =
            (any::<prop::sample::Index>(), vec((any::<prop::sample::Index>(), 0..4_u8, any::<u8>()), 1..6));
        check(CASES, damage, |(sample, damages)| {
            let mut body = samples[sample.index(samples.len())].clone();
            for (place, kind, byte) in damages {
                let at = place.index(body.len() + 1);
                match kind {
                    0 => body.truncate(at),
                    1 => body.insert(at, byte),
                    _ if at == body.len() => {}
                    2 => drop(body.remove(at)),
                    _ => body[at] ^= byte,
                }
            }
            let count = if vendor.holds(&body)? { &read } else { &refused };
            count.set(count.get() + 1);
            Ok(())
        });
        assert!(read.get() > 0 && refused.get() > 0, "{}: {read:?} read, {refused:?} refused", vendor.name);
    }
}

#[test]
fn deep_nesting() {
    for vendor in vendors() {
        for open in ["[", "{\"a\":", "{\"type\":\"rewards\",\"data\":{\"pathway\":"] {
            // To a form it is one long key, and there is no event in it.
            assert!(!vendor.holds(open.repeat(100_000).as_bytes()).unwrap(), "{}: {open}", vendor.name);
        }
    }
}

/// No header is taken for a signature that is none.
#[test]
fn any_signature() {
    let receiver = tassel_falkor::webhooks::Receiver::new("a-secret").unwrap();
    let body = tassel_falkor::WEBHOOKS[0].example.as_bytes();
    let name = HeaderName::from_static("falkor-webhook-signature");
    let hexlike = vec(proptest::sample::select(&b"0123456789abcdefABCDEF=sha25 +"[..]), 60..75);
    check(CASES, prop_oneof![vec(any::<u8>(), 0..80), hexlike], |value| {
        let Ok(value) = HeaderValue::from_bytes(&value) else { return Ok(()) };
        let read = receiver.read(&[(name.clone(), value)].into_iter().collect(), body);
        prop_assert!(matches!(read, Err(WebhookError::Signature(_))), "{read:?}");
        Ok(())
    });
}
