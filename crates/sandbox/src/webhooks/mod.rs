//! Webhooks: where events go, and what was sent.

mod deliveries;

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Request, Uri};
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, FaultKind, Target};
use crate::names::unknown;
use crate::sandbox::{Sandbox, State, World};
use deliveries::later;
pub use deliveries::{Delivery, DeliveryState};
pub(crate) use deliveries::{DueDelivery, Webhooks};

/// Where events of a vendor go: an address of this machine.
///
/// ```
/// use tassel_sandbox::{Sandbox, Webhook};
///
/// let sandbox = Sandbox::new();
/// let webhook = Webhook::new("coursepath", "http://127.0.0.1:9000/hook").event("COURSEMEMBER_COMPLETED");
/// let id = sandbox.register_webhook(webhook)?;
/// assert_eq!(sandbox.webhooks()[0].id, id);
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhook {
    /// The vendor.
    pub vendor: String,
    /// Where its events are posted: `http`, and an address of this machine.
    pub url: String,
    /// The names of the events that go there; all of the vendor's if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<String>>,
    /// What events are signed with, where the vendor signs; the vendor's of the sandbox if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

impl fmt::Debug for Webhook {
    /// Everything but the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { vendor, url, events, secret } = self;
        f.debug_struct("Webhook")
            .field("vendor", vendor)
            .field("url", url)
            .field("events", events)
            .field("secret", &secret.as_ref().map(|_| "***"))
            .finish()
    }
}

impl Webhook {
    /// The most that are registered at once.
    const MAX: usize = 100;
    /// The most bytes that the texts of one take.
    const MAX_BYTES: usize = 64 << 10;

    /// Every event of a vendor to an address.
    #[must_use]
    pub fn new(vendor: &str, url: &str) -> Self {
        Self { vendor: vendor.to_owned(), url: url.to_owned(), events: None, secret: None }
    }

    /// Only this event, and those named so before.
    #[must_use]
    pub fn event(mut self, name: &str) -> Self {
        self.events.get_or_insert_default().push(name.to_owned());
        self
    }

    /// Signed with this secret.
    #[must_use]
    pub fn secret(mut self, secret: &str) -> Self {
        self.secret = Some(secret.to_owned());
        self
    }

    fn wants(&self, event: &Event) -> bool {
        let named = |names: &Vec<String>| names.iter().any(|name| name == event.name);
        self.vendor == event.vendor && self.events.as_ref().is_none_or(named)
    }

    /// Why it makes no sense, if it makes none.
    fn problem(&self, state: &State) -> Option<String> {
        let vendor = &self.vendor;
        if let Some(unknown) = state.unknown_vendor(vendor) {
            return Some(unknown);
        }
        let emulator = state.emulators().find(|emulator| emulator.api().vendor == *vendor)?;
        let Some(event_config) = emulator.event_config() else {
            return Some(state.sends_nothing(vendor));
        };
        let events = self.events.as_deref();
        let mut names = events.into_iter().flatten();
        if let Some(unknown) = names.find_map(|name| unknown(vendor, "event", name, event_config.events)) {
            return Some(unknown);
        }
        if events.is_some_and(<[_]>::is_empty) {
            return Some("`events` is empty; leave it out for all of them".to_owned());
        }
        if self.secret.is_some() && event_config.secret.is_none() {
            return Some(format!("{vendor} does not sign its events; leave `secret` out"));
        }
        if self.secret.as_deref() == Some("") {
            return Some("`secret` is empty; leave it out for the sandbox's own".to_owned());
        }
        let names = events.into_iter().flatten().map(String::len).sum::<usize>();
        if self.url.len() + names + self.secret.as_ref().map_or(0, String::len) > Self::MAX_BYTES {
            return Some(
                "the webhook is larger than 64 KiB; shorten its `url`, `events` or `secret`".to_owned(),
            );
        }
        if state.webhooks.registered().len() >= Self::MAX {
            return Some(format!("there are {} webhooks, and no more are kept; remove one first", Self::MAX));
        }
        (!on_this_machine(&self.url)).then(|| {
            format!(
                "`{}` is no address of this machine; write it like http://127.0.0.1:9000/hook, with http, and \
                 127.0.0.1, [::1] or localhost",
                self.url
            )
        })
    }
}

/// Whether events may be posted there: without TLS, and never to another machine.
fn on_this_machine(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let (Some("http"), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return false };
    let host = authority.host();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let port = authority.port_u16().unwrap_or(80);
    let local = host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback());
    local && port != 0 && !authority.as_str().contains('@')
}

/// A [`Webhook`] that was registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RegisteredWebhook {
    /// What it is removed by.
    pub id: u64,
    /// Where events go; its secret is masked.
    #[serde(flatten)]
    pub webhook: Webhook,
}

/// Something that happened at a vendor, as the vendor tells it.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) vendor: &'static str,
    pub(crate) name: &'static str,
    pub(crate) body: Bytes,
}

/// How a vendor sends events.
#[derive(Debug)]
pub(crate) struct EventConfig {
    /// Their names.
    pub(crate) events: &'static [&'static str],
    pub(crate) content_type: &'static str,
    /// What they are signed with where the webhook names nothing, if the vendor signs.
    pub(crate) secret: Option<&'static str>,
    /// How often one is sent until it is answered with a success.
    pub(crate) attempts: u32,
    /// How long after one attempt the next is made.
    pub(crate) pause: Duration,
}

impl World {
    /// Something happened that somebody may want to be told.
    pub(crate) fn emit(&mut self, vendor: &'static str, name: &'static str, body: impl Into<Bytes>) {
        self.events.push(Event { vendor, name, body: body.into() });
    }
}

impl State {
    /// Makes out what is to be sent of the events that have happened, as faults have it.
    pub(crate) fn send_events(&mut self) {
        for event in std::mem::take(&mut self.world.events) {
            let emulator = self.emulators.iter().find(|emulator| emulator.api().vendor == event.vendor);
            let Some(emulator) = emulator else { continue };
            let Some(event_config) = emulator.event_config() else { continue };
            let happened = self.world.clock.now();
            for RegisteredWebhook { id: webhook, webhook: to } in self.webhooks.subscribed(&event) {
                let secret = to.secret.as_deref().or(event_config.secret);
                let mut headers = HeaderMap::new();
                headers.insert(CONTENT_TYPE, HeaderValue::from_static(event_config.content_type));
                headers.extend(secret.and_then(|secret| emulator.sign(&event.body, secret)));
                let random = &mut self.world.random;
                let faults = self.faults.apply(event.vendor, Target::Event(event.name), random);
                let has = |kind| faults.iter().any(|fault| fault.kind == kind);
                let lost = has(FaultKind::LoseEvent);
                let doubled = has(FaultKind::DoubleEvent) && !lost;
                for _ in 0..=usize::from(doubled) {
                    let late = faults
                        .iter()
                        .map(|fault| late(fault, random))
                        .fold(Duration::ZERO, Duration::saturating_add);
                    let delivery = Delivery {
                        id: 0,
                        webhook,
                        vendor: event.vendor,
                        event: event.name,
                        url: to.url.clone(),
                        happened,
                        at: later(happened, late),
                        attempt: 1,
                        headers: headers.clone(),
                        body: event.body.clone(),
                        state: if lost { DeliveryState::Lost } else { DeliveryState::Waiting },
                        status: None,
                        error: None,
                        faults: faults.iter().map(|fault| fault.kind.name()).collect(),
                    };
                    self.webhooks.keep(delivery, &event_config);
                }
            }
            self.webhooks.wake();
        }
    }
}

/// How much later a fault lets a delivery go out.
fn late(fault: &Fault, random: &mut fastrand::Rng) -> Duration {
    let most = fault.milliseconds.unwrap_or(0);
    Duration::from_millis(match fault.kind {
        FaultKind::DelayEvent => most,
        FaultKind::ShuffleEvents => random.u64(0..=most),
        _ => 0,
    })
}

impl Sandbox {
    /// Sends events of a vendor to an address from now on, and tells the webhook's id.
    ///
    /// A [`Server`](crate::Server) posts them; in process [`deliver`](Self::deliver) hands them over.
    ///
    /// # Errors
    ///
    /// A sentence on what does not fit, such as an address that is not of this machine.
    pub fn register_webhook(&self, webhook: Webhook) -> Result<u64, String> {
        let mut state = self.state();
        if let Some(problem) = webhook.problem(&state) {
            return Err(problem);
        }
        Ok(state.webhooks.register(webhook))
    }

    /// Where events go.
    #[must_use]
    pub fn webhooks(&self) -> Vec<RegisteredWebhook> {
        let mut registered = self.state().webhooks.registered().to_vec();
        let secrets = registered.iter_mut().filter_map(|it| it.webhook.secret.as_mut());
        secrets.for_each(|secret| "***".clone_into(secret));
        registered
    }

    /// Removes a webhook; what still waits to go there never goes.
    ///
    /// # Errors
    ///
    /// A sentence: there is none of this id.
    pub fn remove_webhook(&self, id: u64) -> Result<(), String> {
        let removed = self.state().webhooks.remove(|known| known == id);
        if removed { Ok(()) } else { Err(format!("there is no webhook {id}")) }
    }

    /// Removes every webhook.
    pub fn clear_webhooks(&self) {
        self.state().webhooks.remove(|_| true);
    }

    /// The last deliveries, at most 10,000 and at most 64 MiB, in the order in which they go out, those that a fault lost among them.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        let mut deliveries: Vec<_> = self.state().webhooks.deliveries().cloned().collect();
        deliveries.sort_by_key(|delivery| (delivery.at, delivery.id));
        deliveries
    }

    /// Hands over what is due by the sandbox's time, one request after the other, to a receiver that answers with a
    /// status: deliveries without a socket. Tells how many there were.
    ///
    /// ```
    /// use serde_json::json;
    /// use tassel_sandbox::{Sandbox, Webhook};
    ///
    /// let sandbox = Sandbox::new();
    /// sandbox.register_webhook(Webhook::new("coursepath", "http://localhost/hook"))?;
    /// sandbox.control("coursepath", "finish_course", &json!({"course": 1042, "member": 58713, "success": true}))?;
    /// sandbox.deliver(|request| {
    ///     assert_eq!(request.body(), "courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED");
    ///     200
    /// });
    /// # Ok::<(), String>(())
    /// ```
    pub fn deliver(&self, mut receiver: impl FnMut(Request<Bytes>) -> u16) -> usize {
        let mut count = 0;
        while let Some(due) = self.take_due_delivery() {
            // The receiver may ask the sandbox in its turn.
            let status = receiver(due.request.clone());
            self.finish_delivery(&due, Ok(status));
            count += 1;
        }
        count
    }

    pub(crate) fn take_due_delivery(&self) -> Option<DueDelivery> {
        let mut state = self.state();
        let now = state.world.clock.now();
        state.webhooks.take(now)
    }

    pub(crate) fn finish_delivery(&self, due: &DueDelivery, result: Result<u16, String>) {
        let mut state = self.state();
        let now = state.world.clock.now();
        state.webhooks.finish(due, result, now);
    }
}
