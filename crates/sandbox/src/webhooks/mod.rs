//! Webhooks and events.

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

/// A URL of this machine that receives events of a vendor.
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
    /// The URL: `http`, and an address of this machine.
    pub url: String,
    /// The names of the events; all events of the vendor if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<String>>,
    /// The secret that events are signed with, if the vendor signs; the sandbox's default if it is left out.
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
    /// The maximum number of webhooks.
    const MAX: usize = 100;
    /// The maximum bytes of a webhook's texts.
    const MAX_BYTES: usize = 64 << 10;

    /// A webhook for every event of a vendor.
    #[must_use]
    pub fn new(vendor: &str, url: &str) -> Self {
        Self { vendor: vendor.to_owned(), url: url.to_owned(), events: None, secret: None }
    }

    /// Adds an event. Without any, all events are sent.
    #[must_use]
    pub fn event(mut self, name: &str) -> Self {
        self.events.get_or_insert_default().push(name.to_owned());
        self
    }

    /// Sets the secret.
    #[must_use]
    pub fn secret(mut self, secret: &str) -> Self {
        self.secret = Some(secret.to_owned());
        self
    }

    fn wants(&self, event: &Event) -> bool {
        let named = |names: &Vec<String>| names.iter().any(|name| name == event.name);
        self.vendor == event.vendor && self.events.as_ref().is_none_or(named)
    }

    /// What is wrong with the webhook, if anything.
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
            return Some("`secret` is empty; leave it out for the sandbox's default".to_owned());
        }
        let names = events.into_iter().flatten().map(String::len).sum::<usize>();
        if self.url.len() + names + self.secret.as_ref().map_or(0, String::len) > Self::MAX_BYTES {
            return Some(
                "the webhook is larger than 64 KiB; shorten its `url`, `events` or `secret`".to_owned(),
            );
        }
        if state.webhooks.registered().len() >= Self::MAX {
            return Some(format!("there are {} webhooks, which is the maximum; remove one first", Self::MAX));
        }
        (!on_this_machine(&self.url)).then(|| {
            format!(
                "`{}` is not an address of this machine; write a URL such as http://127.0.0.1:9000/hook, with http, and \
                 127.0.0.1, [::1] or localhost",
                self.url
            )
        })
    }
}

/// Whether events may be posted to a URL: it has no TLS and is on this machine.
fn on_this_machine(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let (Some("http"), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return false };
    let host = authority.host();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let port = authority.port_u16().unwrap_or(80);
    let local = host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback());
    local && port != 0 && !authority.as_str().contains('@')
}

/// A registered [`Webhook`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RegisteredWebhook {
    /// The id that removes it.
    pub id: u64,
    /// The webhook, with a masked secret.
    #[serde(flatten)]
    pub webhook: Webhook,
}

/// An event as the vendor sends it.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) vendor: &'static str,
    pub(crate) name: &'static str,
    pub(crate) body: Bytes,
}

/// How a vendor sends events.
#[derive(Debug)]
pub(crate) struct EventConfig {
    /// The names of the events.
    pub(crate) events: &'static [&'static str],
    pub(crate) content_type: &'static str,
    /// The default secret, if the vendor signs.
    pub(crate) secret: Option<&'static str>,
    /// The maximum number of attempts until an answer is a success.
    pub(crate) attempts: u32,
    /// The pause between two attempts.
    pub(crate) pause: Duration,
}

impl World {
    /// Adds an event. [`State::send_events`] makes its deliveries.
    pub(crate) fn emit(&mut self, vendor: &'static str, name: &'static str, body: impl Into<Bytes>) {
        self.events.push(Event { vendor, name, body: body.into() });
    }
}

impl State {
    /// Makes the deliveries of the new events, and applies faults to them.
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

/// How long a fault delays a delivery.
fn late(fault: &Fault, random: &mut fastrand::Rng) -> Duration {
    let most = fault.milliseconds.unwrap_or(0);
    Duration::from_millis(match fault.kind {
        FaultKind::DelayEvent => most,
        FaultKind::ShuffleEvents => random.u64(0..=most),
        _ => 0,
    })
}

impl Sandbox {
    /// Registers a webhook and returns its id.
    ///
    /// A [`Server`](crate::Server) posts them; in process, [`deliver`](Self::deliver) does.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the webhook, such as an address that is not of this machine.
    pub fn register_webhook(&self, webhook: Webhook) -> Result<u64, String> {
        let mut state = self.state();
        if let Some(problem) = webhook.problem(&state) {
            return Err(problem);
        }
        Ok(state.webhooks.register(webhook))
    }

    /// The registered webhooks.
    #[must_use]
    pub fn webhooks(&self) -> Vec<RegisteredWebhook> {
        let mut registered = self.state().webhooks.registered().to_vec();
        let secrets = registered.iter_mut().filter_map(|it| it.webhook.secret.as_mut());
        secrets.for_each(|secret| "***".clone_into(secret));
        registered
    }

    /// Removes a webhook. Its waiting deliveries are not sent.
    ///
    /// # Errors
    ///
    /// There is no webhook with this id.
    pub fn remove_webhook(&self, id: u64) -> Result<(), String> {
        let removed = self.state().webhooks.remove(|known| known == id);
        if removed { Ok(()) } else { Err(format!("there is no webhook {id}")) }
    }

    /// Removes every webhook.
    pub fn clear_webhooks(&self) {
        self.state().webhooks.remove(|_| true);
    }

    /// The last deliveries, at most 10,000 and at most 64 MiB, in the order of sending. Lost ones are included.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        let mut deliveries: Vec<_> = self.state().webhooks.deliveries().cloned().collect();
        deliveries.sort_by_key(|delivery| (delivery.at, delivery.id));
        deliveries
    }

    /// Passes the due deliveries, one after the other, to a receiver that answers with a status. No socket is used.
    /// Returns the number of deliveries.
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
            // The lock is not held here, as the receiver may call the sandbox.
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
