//! Events, in one form for all vendors.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};
use serde_json::Value;
use tassel_core::kit::http::{HeaderMap, HeaderName, HeaderValue};
use tassel_core::webhook::{ReadBack, Trust, Webhook, WebhookError};

use crate::failure::Failure;
use crate::vendors::{VENDORS, Vendor};

/// Reads the events of one vendor.
pub(crate) trait EventReceiver: fmt::Debug + Send + Sync {
    /// Reads an event.
    fn read(&self, headers: &HeaderMap, body: &[u8]) -> Result<ReceivedEvent, WebhookError>;

    /// The signature header for a body, if the vendor signs its events.
    fn sign(&self, _body: &[u8]) -> Option<(HeaderName, HeaderValue)> {
        None
    }
}

/// Implements [`EventReceiver`] for the receiver of a vendor's crate; with `sign` if the vendor signs its events.
macro_rules! impl_event_receiver {
    ($library:ident $(, $sign:ident)?) => {
        impl EventReceiver for $library::webhooks::Receiver {
            fn read(
                &self,
                headers: &tassel_core::kit::http::HeaderMap,
                body: &[u8],
            ) -> Result<$crate::events::ReceivedEvent, tassel_core::webhook::WebhookError> {
                let event = Self::read(self, headers, body)?;
                Ok($crate::events::ReceivedEvent {
                    vendor: $library::API.vendor,
                    event: event.name().to_owned(),
                    trust: event.trust(),
                    known: event.webhook().is_some(),
                    read_back: event.read_back(),
                    body: serde_json::to_value(&event).unwrap_or_default(),
                })
            }
            $(
                fn sign(
                    &self,
                    body: &[u8],
                ) -> Option<(tassel_core::kit::http::HeaderName, tassel_core::kit::http::HeaderValue)> {
                    Some(Self::$sign(self, body))
                }
            )?
        }
    };
}
pub(crate) use impl_event_receiver;

/// The event with this name.
pub(crate) fn find_event(vendor: &Vendor, name: &str) -> Result<&'static Webhook, Failure> {
    let known = vendor.webhooks();
    if known.is_empty() {
        return Err(no_events(vendor));
    }
    known.iter().find(|webhook| webhook.name == name).copied().ok_or_else(|| {
        let known: Vec<_> = known.iter().map(|webhook| webhook.name).collect();
        Failure::usage(format!("{} has no event `{name}`; it has {}.", vendor.name(), known.join(", ")))
    })
}

/// The failure for a vendor that sends no events.
pub(crate) fn no_events(vendor: &Vendor) -> Failure {
    let senders = VENDORS.iter().filter(|vendor| !vendor.webhooks().is_empty());
    let senders: Vec<_> = senders.map(Vendor::name).collect();
    Failure::usage(format!("{} sends no events; those that do are {}.", vendor.name(), senders.join(", ")))
}

/// An event that was received.
#[derive(Debug)]
pub(crate) struct ReceivedEvent {
    pub(crate) vendor: &'static str,
    pub(crate) event: String,
    pub(crate) trust: Trust,
    pub(crate) known: bool,
    pub(crate) read_back: Option<ReadBack>,
    pub(crate) body: Value,
}

impl ReceivedEvent {
    /// The event as one line of text.
    pub(crate) fn line(&self) -> String {
        let known = if self.known { "" } else { "  (unknown event)" };
        let read_back = match &self.read_back {
            Some(read_back) => format!("  read back with {}", read_back.operation().id),
            None => String::new(),
        };
        format!("{:<8}  {}  {}{read_back}{known}", self.trust.to_string(), self.event, self.body)
    }
}

impl Serialize for ReceivedEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Received", 6)?;
        fields.serialize_field("vendor", self.vendor)?;
        fields.serialize_field("event", &self.event)?;
        fields.serialize_field("trust", &self.trust.to_string())?;
        fields.serialize_field("known", &self.known)?;
        fields.serialize_field("read_back", &self.read_back.as_ref().map(ReadBackCall))?;
        fields.serialize_field("body", &self.body)?;
        fields.end()
    }
}

/// The call that reads an event back, as arguments of `tassel api`.
struct ReadBackCall<'a>(&'a ReadBack);

impl Serialize for ReadBackCall<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let path: serde_json::Map<_, _> =
            self.0.values().iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect();
        let mut fields = serializer.serialize_map(Some(2))?;
        fields.serialize_entry("operation", self.0.operation().id)?;
        fields.serialize_entry("path", &path)?;
        fields.end()
    }
}
