//! The records of pathways as they are shown, and the events about them.

use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::Value;
use sha2::Sha256;

use crate::sandbox::World;
use crate::webhooks::EventConfig;

/// How events are sent.
pub(super) const EVENT_CONFIG: EventConfig = EventConfig {
    events: &["enrolments", "events", "rewards"],
    content_type: "application/json",
    secret: Some(super::WEBHOOK_SECRET),
    attempts: 1,
    pause: Duration::ZERO,
};

/// The body of an event.
#[derive(Serialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub(super) enum Message<'a> {
    Enrolments { pathway: PathwayRef, enrolments: Vec<ShownEnrolment<'a>> },
    Events { pathway: PathwayRef, events: Vec<ShownEvent<'a>> },
    Rewards { pathway: PathwayRef, rewards: Vec<ShownReward<'a>> },
}

impl Message<'_> {
    pub(super) fn emit(&self, name: &'static str, world: &mut World) {
        // Serialization cannot fail: every map has text keys.
        world.emit("falkor", name, serde_json::to_vec(self).unwrap_or_default());
    }
}

#[derive(Serialize)]
pub(super) struct PathwayRef {
    pub(super) name: &'static str,
    #[serde(rename = "ID")]
    pub(super) id: &'static str,
}

#[derive(Serialize)]
pub(super) struct Person<'a> {
    pub(super) firstname: &'a str,
    pub(super) lastname: &'a str,
    pub(super) email: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct ShownEnrolment<'a> {
    #[serde(flatten)]
    pub(super) person: Person<'a>,
    /// Only in lists.
    #[serde(flatten)]
    pub(super) more: Option<MoreOfPerson<'a>>,
    pub(super) status: Status,
}

#[derive(Serialize)]
pub(super) struct MoreOfPerson<'a> {
    pub(super) telephone: &'a str,
    pub(super) groups: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Status {
    pub(super) level: Value,
    pub(super) state: &'static str,
    pub(super) progress: Value,
    pub(super) version: &'static str,
    pub(super) timestamp: String,
    pub(super) joined: String,
}

#[derive(Serialize)]
pub(super) struct ShownEvent<'a> {
    #[serde(rename = "ID")]
    pub(super) id: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) name: &'static str,
    pub(super) start: &'static str,
    pub(super) end: &'static str,
    pub(super) venue: Venue,
    pub(super) available: Value,
    pub(super) booked: Value,
    pub(super) attendees: Vec<ShownAttendee<'a>>,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Venue {
    pub(super) place: &'static str,
    pub(super) location: &'static str,
}

#[derive(Serialize)]
pub(super) struct ShownAttendee<'a> {
    pub(super) guid: &'a str,
    pub(super) state: &'static str,
    #[serde(flatten)]
    pub(super) person: Person<'a>,
}

#[derive(Serialize)]
pub(super) struct ShownReward<'a> {
    #[serde(rename = "ID")]
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) vouchers: Vec<ShownVoucher<'a>>,
}

#[derive(Serialize)]
pub(super) struct ShownVoucher<'a> {
    pub(super) guid: &'a str,
    #[serde(flatten)]
    pub(super) person: Person<'a>,
    pub(super) state: &'static str,
    pub(super) expires: &'static str,
}

/// The signature's header: its name begins with the platform, its value has the HMAC-SHA256 of the body.
pub(super) fn signature(platform: &str, body: &[u8], secret: &str) -> Option<(HeaderName, HeaderValue)> {
    let name = format!("{platform}-webhook-signature").to_ascii_lowercase();
    // HMAC accepts a key of any length.
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?.chain_update(body).finalize();
    let digits: String = mac.into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    Some((name.parse().ok()?, format!("sha256={digits}").parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Message, PathwayRef, signature};

    /// The test vector of the contract.
    #[test]
    fn signature_of_the_contract() {
        let pathway = PathwayRef { name: "Forklift Safety", id: "FA-QWER-12TY" };
        let body = serde_json::to_string(&Message::Enrolments { pathway, enrolments: Vec::new() }).unwrap();
        assert_eq!(
            body,
            r#"{"type":"enrolments","data":{"pathway":{"name":"Forklift Safety","ID":"FA-QWER-12TY"},"enrolments":[]}}"#
        );
        for (platform, header) in
            [("Falkor", "falkor-webhook-signature"), ("ByteKast", "bytekast-webhook-signature")]
        {
            let (name, value) = signature(platform, body.as_bytes(), "example-webhook-secret").unwrap();
            let want = "sha256=218b4da6153afc2f5e5df692ef9bc8e2d47c520d57efcabb1815bc48dabc1152";
            assert_eq!((name.as_str(), value.to_str().unwrap()), (header, want));
        }
        assert_eq!(signature("No such platform", b"", "x"), None, "not a valid header name");
    }
}
