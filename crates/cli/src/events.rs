//! The events of the vendors, whichever vendor it is.

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};
use serde_json::Value;
use tassel_core::kit::http::{HeaderMap, HeaderName, HeaderValue};
use tassel_core::webhook::{ReadBack, Trust, Webhook, WebhookError};

use crate::failure::Failure;
use crate::vendors::Vendor;

/// Reads the events of one vendor.
#[derive(Debug, Clone)]
pub(crate) enum Receiver {
    Coursepath(tassel_coursepath::webhooks::Receiver),
    Damstra(tassel_damstra::webhooks::Receiver),
    Falkor(tassel_falkor::webhooks::Receiver),
}

impl Receiver {
    /// The receiver of a vendor; `secret` gives what it signs with, where it signs.
    pub(crate) fn new(
        vendor: Vendor,
        secret: impl FnOnce() -> Result<String, Failure>,
    ) -> Result<Self, Failure> {
        match vendor {
            Vendor::Coursepath => Ok(Self::Coursepath(tassel_coursepath::webhooks::Receiver::new())),
            Vendor::Damstra => Ok(Self::Damstra(tassel_damstra::webhooks::Receiver::new())),
            Vendor::Falkor => {
                let receiver = tassel_falkor::webhooks::Receiver::new(secret()?);
                receiver.map(Self::Falkor).map_err(|error| Failure::config(format!("{error}.")))
            }
            Vendor::Accredible | Vendor::NameCoach => Err(no_events(vendor)),
        }
    }

    /// Reads an event.
    pub(crate) fn read(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, WebhookError> {
        macro_rules! received {
            ($vendor:literal, $receiver:expr) => {{
                let event = $receiver.read(headers, body)?;
                Received {
                    vendor: $vendor,
                    event: event.name().to_owned(),
                    trust: event.trust(),
                    known: event.webhook().is_some(),
                    read_back: event.read_back(),
                    body: serde_json::to_value(&event).unwrap_or_default(),
                }
            }};
        }
        Ok(match self {
            Self::Coursepath(receiver) => received!("coursepath", receiver),
            Self::Damstra(receiver) => received!("damstra", receiver),
            Self::Falkor(receiver) => received!("falkor", receiver),
        })
    }

    /// The header that the vendor would sign a body with, where it signs.
    pub(crate) fn sign(&self, body: &[u8]) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Self::Coursepath(_) | Self::Damstra(_) => None,
            Self::Falkor(receiver) => Some(receiver.sign(body)),
        }
    }
}

/// The event of this name.
pub(crate) fn named(vendor: Vendor, name: &str) -> Result<&'static Webhook, Failure> {
    let known = vendor.webhooks();
    if known.is_empty() {
        return Err(no_events(vendor));
    }
    known.iter().find(|webhook| webhook.name == name).copied().ok_or_else(|| {
        let known: Vec<_> = known.iter().map(|webhook| webhook.name).collect();
        Failure::usage(format!("{} has no event `{name}`; it has {}.", vendor.name(), known.join(", ")))
    })
}

fn no_events(vendor: Vendor) -> Failure {
    let senders = Vendor::ALL.iter().filter(|vendor| !vendor.webhooks().is_empty());
    let senders: Vec<_> = senders.map(|vendor| vendor.name()).collect();
    Failure::usage(format!("{} sends no events; those that do are {}.", vendor.name(), senders.join(", ")))
}

/// An event that came.
#[derive(Debug)]
pub(crate) struct Received {
    vendor: &'static str,
    event: String,
    trust: Trust,
    known: bool,
    read_back: Option<ReadBack>,
    body: Value,
}

impl Received {
    /// As one line for people.
    pub(crate) fn line(&self) -> String {
        let known = if self.known { "" } else { "  (an event this version does not know)" };
        let read_back = match &self.read_back {
            Some(read_back) => format!("  read back with {}", read_back.operation().id),
            None => String::new(),
        };
        format!("{:<8}  {}  {}{read_back}{known}", self.trust.to_string(), self.event, self.body)
    }
}

impl Serialize for Received {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Received", 6)?;
        fields.serialize_field("vendor", self.vendor)?;
        fields.serialize_field("event", &self.event)?;
        fields.serialize_field("trust", &self.trust.to_string())?;
        fields.serialize_field("known", &self.known)?;
        fields.serialize_field("read_back", &self.read_back.as_ref().map(Call))?;
        fields.serialize_field("body", &self.body)?;
        fields.end()
    }
}

/// What to give `tassel api` to read an event back.
struct Call<'a>(&'a ReadBack);

impl Serialize for Call<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let path: serde_json::Map<_, _> =
            self.0.values().iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect();
        let mut fields = serializer.serialize_map(Some(2))?;
        fields.serialize_entry("operation", self.0.operation().id)?;
        fields.serialize_entry("path", &path)?;
        fields.end()
    }
}
