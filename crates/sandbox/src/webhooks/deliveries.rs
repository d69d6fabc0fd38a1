//! What is sent, when, and what became of it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, Request};
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use tokio::sync::Notify;

use super::{Event, EventConfig, RegisteredWebhook, Webhook};

/// An event on its way to one address, or what became of it. Every attempt is one.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Delivery {
    /// Its number, from 1, in the order in which they were made out.
    pub id: u64,
    /// The webhook it is for.
    pub webhook: u64,
    /// The vendor.
    pub vendor: &'static str,
    /// The name of the event.
    pub event: &'static str,
    /// Where it goes.
    pub url: String,
    /// When it happened, in the sandbox's time.
    #[serde(serialize_with = "as_text")]
    pub happened: Timestamp,
    /// When it goes out, or went, in the sandbox's time.
    #[serde(serialize_with = "as_text")]
    pub at: Timestamp,
    /// Which attempt it is, from 1.
    pub attempt: u32,
    /// The headers: the content type, and the signature where the vendor signs.
    #[serde(serialize_with = "as_pairs")]
    pub headers: HeaderMap,
    /// The body.
    #[serde(serialize_with = "as_body")]
    pub body: Bytes,
    /// What has become of it.
    pub state: DeliveryState,
    /// The status it was answered with.
    pub status: Option<u16>,
    /// Why there was no answer.
    pub error: Option<String>,
    /// The faults that happened to it.
    pub faults: Vec<&'static str>,
}

/// What has become of a [`Delivery`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeliveryState {
    /// It is still to go out.
    Waiting,
    /// It has gone out, and no answer has come yet.
    Sending,
    /// It was answered, with whatever status.
    Answered,
    /// It was not answered.
    Failed,
    /// A fault kept it from going out.
    Lost,
    /// Its webhook was removed before it went out.
    Removed,
}

impl Delivery {
    /// The request, as a receiver gets it.
    #[must_use]
    pub fn request(&self) -> Request<Bytes> {
        let mut request = Request::new(self.body.clone());
        *request.method_mut() = Method::POST;
        // It was read when the webhook was registered.
        *request.uri_mut() = self.url.parse().unwrap_or_default();
        *request.headers_mut() = self.headers.clone();
        request
    }
}

impl Delivery {
    /// The bytes that it takes, about. What becomes of it changes nothing of that.
    fn size(&self) -> usize {
        let headers = self.headers.iter().map(|(name, value)| name.as_str().len() + value.len());
        let names = size_of_val(self.faults.as_slice());
        size_of::<Self>() + self.url.len() + names + headers.sum::<usize>() + self.body.len()
    }
}

fn as_text<S: Serializer>(value: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

fn as_pairs<S: Serializer>(headers: &HeaderMap, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(
        headers.iter().map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes()))),
    )
}

fn as_body<S: Serializer>(body: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&String::from_utf8_lossy(body))
}

/// How to go on after an attempt that failed.
#[derive(Debug, Clone, Copy)]
struct Retries {
    left: u32,
    pause: Duration,
}

/// Where events go, and what was sent.
#[derive(Debug, Default)]
pub(crate) struct Webhooks {
    registered: Vec<RegisteredWebhook>,
    last_webhook: u64,
    deliveries: Deliveries,
    /// Tells whoever sends them that there may be something to send.
    changed: Arc<Notify>,
    /// How often the sandbox has started over: an answer that comes after concerns nobody.
    epoch: u64,
}

/// The last deliveries.
#[derive(Debug, Default)]
struct Deliveries {
    /// By number, without a gap.
    kept: VecDeque<(Delivery, Retries)>,
    bytes: usize,
    last: u64,
    /// Those still to go out, by when and number.
    waiting: BTreeSet<(Timestamp, u64)>,
    /// The webhooks that something is being sent to. It has to be answered before the next, or the order is lost.
    busy: BTreeMap<u64, u64>,
}

/// A delivery that is being sent.
#[derive(Debug)]
pub(crate) struct DueDelivery {
    pub(crate) request: Request<Bytes>,
    id: u64,
    epoch: u64,
}

pub(super) fn later(at: Timestamp, by: Duration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}

impl Webhooks {
    /// As it was before anything was registered.
    pub(crate) fn start_over(&mut self) -> Self {
        self.wake();
        Self { changed: Arc::clone(&self.changed), epoch: self.epoch + 1, ..Self::default() }
    }

    /// There may be something to send.
    pub(crate) fn wake(&self) {
        self.changed.notify_one();
    }

    /// What tells that there may be something to send.
    pub(crate) fn changed(&self) -> Arc<Notify> {
        Arc::clone(&self.changed)
    }

    /// The next delivery that is due, unless one to the same webhook is still being sent. It has gone out with this.
    pub(crate) fn take(&mut self, now: Timestamp) -> Option<DueDelivery> {
        let (epoch, deliveries) = (self.epoch, &mut self.deliveries);
        let (at, id) = deliveries.next().filter(|(at, _)| *at <= now)?;
        deliveries.waiting.remove(&(at, id));
        let (delivery, _) = deliveries.get_mut(id)?;
        delivery.state = DeliveryState::Sending;
        delivery.at = now;
        let (request, webhook) = (delivery.request(), delivery.webhook);
        deliveries.busy.insert(webhook, id);
        Some(DueDelivery { request, id, epoch })
    }

    /// When the next delivery is due, if one waits that is not held up by another.
    pub(crate) fn next(&self) -> Option<Timestamp> {
        self.deliveries.next().map(|(at, _)| at)
    }

    /// What became of a delivery: a status, or why there is none. What did not succeed is sent again if the vendor
    /// does so.
    pub(crate) fn finish(&mut self, due: &DueDelivery, result: Result<u16, String>, now: Timestamp) {
        if due.epoch != self.epoch {
            return;
        }
        let deliveries = &mut self.deliveries;
        deliveries.busy.retain(|_, id| *id != due.id);
        let known = |webhook| self.registered.iter().any(|it| it.id == webhook);
        if let Some((delivery, retries)) = deliveries.get_mut(due.id) {
            let success = matches!(result, Ok(200..=299));
            match result {
                Ok(status) => (delivery.state, delivery.status) = (DeliveryState::Answered, Some(status)),
                Err(error) => (delivery.state, delivery.error) = (DeliveryState::Failed, Some(error)),
            }
            if !success && retries.left > 0 && known(delivery.webhook) {
                let again = Delivery {
                    at: later(now, retries.pause),
                    attempt: delivery.attempt + 1,
                    state: DeliveryState::Waiting,
                    status: None,
                    error: None,
                    faults: Vec::new(),
                    ..delivery.clone()
                };
                let retries = Retries { left: retries.left - 1, ..*retries };
                deliveries.keep(again, retries);
            }
        }
        self.wake();
    }

    pub(super) fn register(&mut self, webhook: Webhook) -> u64 {
        self.last_webhook += 1;
        self.registered.push(RegisteredWebhook { id: self.last_webhook, webhook });
        self.last_webhook
    }

    pub(super) fn registered(&self) -> &[RegisteredWebhook] {
        &self.registered
    }

    /// Those that an event goes to.
    pub(super) fn subscribed(&self, event: &Event) -> Vec<RegisteredWebhook> {
        self.registered.iter().filter(|it| it.webhook.wants(event)).cloned().collect()
    }

    /// Removes webhooks, and tells whether there were any.
    pub(super) fn remove(&mut self, which: impl Fn(u64) -> bool) -> bool {
        let before = self.registered.len();
        self.registered.retain(|it| !which(it.id));
        let deliveries = &mut self.deliveries;
        for (delivery, _) in &mut deliveries.kept {
            if delivery.state == DeliveryState::Waiting && which(delivery.webhook) {
                delivery.state = DeliveryState::Removed;
                deliveries.waiting.remove(&(delivery.at, delivery.id));
            }
        }
        self.registered.len() < before
    }

    /// Those that are kept, by number.
    pub(super) fn deliveries(&self) -> impl Iterator<Item = &Delivery> {
        self.deliveries.kept.iter().map(|(delivery, _)| delivery)
    }

    /// Keeps a delivery, and sends it if it waits.
    pub(super) fn keep(&mut self, delivery: Delivery, event_config: &EventConfig) {
        let left = event_config.attempts.saturating_sub(1);
        self.deliveries.keep(delivery, Retries { left, pause: event_config.pause });
    }
}

impl Deliveries {
    const MAX: usize = 10_000;
    const MAX_BYTES: usize = 64 << 20;

    fn keep(&mut self, delivery: Delivery, retries: Retries) {
        self.bytes += delivery.size();
        while self.kept.len() >= Self::MAX || self.bytes > Self::MAX_BYTES {
            let Some((oldest, _)) = self.kept.pop_front() else { break };
            self.waiting.remove(&(oldest.at, oldest.id));
            self.bytes -= oldest.size();
        }
        self.last += 1;
        let delivery = Delivery { id: self.last, ..delivery };
        if delivery.state == DeliveryState::Waiting {
            self.waiting.insert((delivery.at, delivery.id));
        }
        self.kept.push_back((delivery, retries));
    }

    /// The next to go out to a webhook that nothing is being sent to.
    fn next(&self) -> Option<(Timestamp, u64)> {
        let free = |id| self.get(id).is_some_and(|it| !self.busy.contains_key(&it.webhook));
        self.waiting.iter().copied().find(|(_, id)| free(*id))
    }

    fn place(&self, id: u64) -> Option<usize> {
        let first = self.kept.front()?.0.id;
        usize::try_from(id.checked_sub(first)?).ok()
    }

    fn get(&self, id: u64) -> Option<&Delivery> {
        self.kept.get(self.place(id)?).map(|(delivery, _)| delivery)
    }

    fn get_mut(&mut self, id: u64) -> Option<&mut (Delivery, Retries)> {
        let place = self.place(id)?;
        self.kept.get_mut(place)
    }
}
