//! Webhook bodies, and their signatures.

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Map, Value};
use tassel_core::operation::Encoding;
use tassel_core::webhook::{Webhook, WebhookError, to_form};

use super::input::Input;
use crate::Vendor;

/// The name of an event, and its fields as JSON.
type Read = Result<(String, Value), WebhookError>;

const SECRET: &str = "a-secret";

/// `vendor`, and the body of one of its webhooks: what can be read can be written and read again, and is the same. Its
/// bytes are a signature of nothing. Says whether it could be read; a vendor without webhooks reads none.
pub fn webhook_body(input: &[u8]) -> bool {
    let input = Input::new(input);
    is_no_signature(input.rest);
    let (vendor, body) = (input.vendor(), input.rest);
    match read(vendor, body) {
        None => false,
        Some(Ok((name, event))) => {
            let written = write(webhooks(vendor), event.as_object().unwrap());
            assert_eq!(read(vendor, &written).unwrap().unwrap(), (name, event));
            true
        }
        Some(Err(error)) => {
            assert!(matches!(error, WebhookError::Body(_)), "{error}");
            assert!(!error.to_string().is_empty());
            false
        }
    }
}

/// A vendor's webhooks.
pub(crate) fn webhooks(vendor: Vendor) -> &'static [&'static Webhook] {
    match vendor {
        Vendor::Accredible | Vendor::NameCoach => &[],
        Vendor::Coursepath => tassel_coursepath::WEBHOOKS,
        Vendor::Damstra => tassel_damstra::WEBHOOKS,
        Vendor::Falkor => tassel_falkor::WEBHOOKS,
    }
}

impl Vendor {
    /// The documented examples of its webhooks' bodies.
    #[must_use]
    pub fn webhook_examples(self) -> Vec<Vec<u8>> {
        let webhooks = webhooks(self);
        let example = |webhook: &&Webhook| serde_json::from_str(webhook.example).unwrap();
        webhooks.iter().map(example).map(|fields| write(webhooks, &fields)).collect()
    }
}

fn read(vendor: Vendor, body: &[u8]) -> Option<Read> {
    macro_rules! read {
        ($event:expr) => {
            $event.map(|event| (event.name().to_owned(), serde_json::to_value(&event).unwrap()))
        };
    }
    let headers = HeaderMap::new();
    Some(match vendor {
        Vendor::Accredible | Vendor::NameCoach => return None,
        Vendor::Coursepath => read!(tassel_coursepath::webhooks::Receiver::new().read(&headers, body)),
        Vendor::Damstra => read!(tassel_damstra::webhooks::Receiver::new().read(&headers, body)),
        Vendor::Falkor => {
            let receiver = tassel_falkor::webhooks::Receiver::new(SECRET).unwrap();
            read!(receiver.read(&[receiver.sign(body)].into_iter().collect(), body))
        }
    })
}

fn write(webhooks: &[&Webhook], fields: &Map<String, Value>) -> Vec<u8> {
    match webhooks[0].encoding {
        Encoding::Form => to_form(fields),
        _ => Value::from(fields.clone()).to_string().into_bytes(),
    }
}

/// No header is taken for a signature that is none.
fn is_no_signature(value: &[u8]) {
    let Ok(value) = HeaderValue::from_bytes(value) else { return };
    let receiver = tassel_falkor::webhooks::Receiver::new(SECRET).unwrap();
    let body = tassel_falkor::WEBHOOKS[0].example.as_bytes();
    let name = HeaderName::from_static("falkor-webhook-signature");
    let read = receiver.read(&[(name, value)].into_iter().collect(), body);
    assert!(matches!(read, Err(WebhookError::Signature(_))), "{read:?}");
}
