//! The table of webhooks, and the events that come.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Every event that is documented, in the order of the contract.
pub static WEBHOOKS: &[&Webhook] = &[&ENROLMENTS, &EVENTS, &REWARDS];

/// The header that carries the signature.
pub const SIGNATURE_HEADER: &str = "falkor-webhook-signature";

/// What that header ends with under whatever name the platform is sold.
pub const SIGNATURE_SUFFIX: &str = "-webhook-signature";

/// What stands before the hex in it.
pub const SIGNATURE_PREFIX: &str = "sha256=";

/// `enrolments`: a user started, advanced in or completed a pathway or an activity.
pub static ENROLMENTS: Webhook = {
    let mut webhook = Webhook::new("enrolments", "type", rewrite::<EnrolmentsEvent>);
    webhook.summary = "A user started, advanced in or completed a pathway or an activity.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Verified;
    webhook.certainty = Certainty::Vendor;
    webhook.documentation = "https://developer.docs.falkor.io";
    webhook.example = r#"{"data":{"enrolments":[{"city":"Rotterdam","country":"Netherlands","email":"imani.okonjo@example.org","firstname":"Imani","lastname":"Okonjo","status":{"joined":"2026-03-01T08:00:00+01:00","level":3,"progress":100,"state":"Complete","timestamp":"2026-03-20T16:40:00+01:00","version":"1.2.0"}}],"pathway":{"ID":"FA-QWER-12TY","name":"Night Watch"}},"type":"enrolments"}"#;
    webhook
};

/// `events`: a user registered for a classroom or an event, or checked in to it.
pub static EVENTS: Webhook = {
    let mut webhook = Webhook::new("events", "type", rewrite::<EventsEvent>);
    webhook.summary = "A user registered for a classroom or an event, or checked in to it.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Verified;
    webhook.certainty = Certainty::Vendor;
    webhook.documentation = "https://developer.docs.falkor.io";
    webhook.example = r#"{"data":{"events":[{"ID":"FABK-ZXCV-56BN","attendees":[{"city":"Rotterdam","country":"Netherlands","email":"imani.okonjo@example.org","firstname":"Imani","guid":"3f0c9a62-5f0e-4a7e-9f61-2f1b6a1d7c11","lastname":"Okonjo","state":"booked"}],"available":4,"booked":1,"end":"2026-04-15T16:00:00+02:00","name":"Mooring drill","start":"2026-04-15T09:00:00+02:00","type":"event","venue":{"location":"Rotterdam NL","place":"Quay 4"}}],"pathway":{"ID":"FA-QWER-12TY","name":"Night Watch"}},"type":"events"}"#;
    webhook
};

/// `rewards`: a user received the voucher of a reward.
pub static REWARDS: Webhook = {
    let mut webhook = Webhook::new("rewards", "type", rewrite::<RewardsEvent>);
    webhook.summary = "A user received the voucher of a reward.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Verified;
    webhook.certainty = Certainty::Vendor;
    webhook.documentation = "https://developer.docs.falkor.io";
    webhook.example = r#"{"data":{"pathway":{"ID":"FA-QWER-12TY","name":"Night Watch"},"rewards":[{"ID":"FARE-TYUI-78JK","name":"Breakfast on deck","vouchers":[{"city":"Rotterdam","country":"Netherlands","email":"imani.okonjo@example.org","expires":"never","firstname":"Imani","guid":"9b8b7a52-0f7b-4e64-8a43-5a4f9d8e2c20","lastname":"Okonjo","state":"notified"}]}]},"type":"rewards"}"#;
    webhook
};

/// An event, as it came.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `enrolments`: a user started, advanced in or completed a pathway or an activity.
    Enrolments(EnrolmentsEvent),
    /// `events`: a user registered for a classroom or an event, or checked in to it.
    Events(EventsEvent),
    /// `rewards`: a user received the voucher of a reward.
    Rewards(RewardsEvent),
    /// An event that this version does not know, whole.
    Unknown(UnknownEvent),
}

impl Event {
    /// Reads an event from its JSON.
    pub(crate) fn from_json(body: &[u8]) -> Result<Self, DecodeError> {
        let fields: Map<String, Value> = from_json(body)?;
        let name = webhook::name(&fields, "type")?;
        match name {
            "enrolments" => from_json(body).map(Self::Enrolments),
            "events" => from_json(body).map(Self::Events),
            "rewards" => from_json(body).map(Self::Rewards),
            _ => Ok(Self::Unknown(UnknownEvent::new(name.to_owned(), fields))),
        }
    }

    /// Its name, as the vendor spells it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Enrolments(_) => "enrolments",
            Self::Events(_) => "events",
            Self::Rewards(_) => "rewards",
            Self::Unknown(event) => &event.name,
        }
    }

    /// Its entry in the table, if this version knows it.
    #[must_use]
    pub fn webhook(&self) -> Option<&'static Webhook> {
        WEBHOOKS.iter().find(|webhook| webhook.name == self.name()).copied()
    }

    /// Whether it is a verified fact or a hint that must be read back.
    #[must_use]
    pub fn trust(&self) -> Trust {
        Trust::Verified
    }

    /// The operation that reads back what it is about, with its path filled, if there is one.
    #[must_use]
    pub fn read_back(&self) -> Option<ReadBack> {
        None
    }
}

/// Written as it came, as JSON.
impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Enrolments(event) => event.serialize(serializer),
            Self::Events(event) => event.serialize(serializer),
            Self::Rewards(event) => event.serialize(serializer),
            Self::Unknown(event) => event.body.serialize(serializer),
        }
    }
}
