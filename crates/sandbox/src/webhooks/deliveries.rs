//! The deliveries of events: pending, sent and failed.

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

/// One attempt to deliver an event to a webhook.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Delivery {
    /// Its number, from 1, in the order of creation.
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
    /// When it is or was sent, in the sandbox's time.
    #[serde(serialize_with = "as_text")]
    pub at: Timestamp,
    /// The number of the attempt, from 1.
    pub attempt: u32,
    /// The headers: the content type, and the signature where the vendor signs.
    #[serde(serialize_with = "as_pairs")]
    pub headers: HeaderMap,
    /// The body.
    #[serde(serialize_with = "as_body")]
    pub body: Bytes,
    /// Its state.
    pub state: DeliveryState,
    /// The status of the answer.
    pub status: Option<u16>,
    /// Why there was no answer.
    pub error: Option<String>,
    /// The faults that applied to it.
    pub faults: Vec<&'static str>,
}

/// The state of a [`Delivery`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeliveryState {
    /// It is not sent yet.
    Waiting,
    /// It is sent, and not answered yet.
    Sending,
    /// It was answered, with any status.
    Answered,
    /// It was not answered.
    Failed,
    /// A fault suppressed it.
    Lost,
    /// Its webhook was removed before it was sent.
    Removed,
}

impl Delivery {
    /// The request that the receiver gets.
    #[must_use]
    pub fn request(&self) -> Request<Bytes> {
        let mut request = Request::new(self.body.clone());
        *request.method_mut() = Method::POST;
        // The URL was checked when the webhook was registered.
        *request.uri_mut() = self.url.parse().unwrap_or_default();
        *request.headers_mut() = self.headers.clone();
        request
    }
}

impl Delivery {
    /// Its approximate size in bytes, which its result does not change.
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

/// The retries that remain after a failed attempt.
#[derive(Debug, Clone, Copy)]
struct Retries {
    left: u32,
    pause: Duration,
}

/// The webhooks and their deliveries.
#[derive(Debug, Default)]
pub(crate) struct Webhooks {
    registered: Vec<RegisteredWebhook>,
    last_webhook: u64,
    deliveries: Deliveries,
    /// Wakes the sender when a delivery may be due.
    changed: Arc<Notify>,
    /// How often the sandbox has started over. Results of an earlier epoch are discarded.
    epoch: u64,
}

/// The last deliveries.
#[derive(Debug, Default)]
struct Deliveries {
    /// In the order of their numbers, without gaps.
    kept: VecDeque<(Delivery, Retries)>,
    bytes: usize,
    last: u64,
    /// The waiting ones, by time and number.
    waiting: BTreeSet<(Timestamp, u64)>,
    /// The webhooks with a delivery in progress. Each gets one at a time, to keep the order.
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
    /// The state without webhooks and deliveries.
    pub(crate) fn start_over(&mut self) -> Self {
        self.wake();
        Self { changed: Arc::clone(&self.changed), epoch: self.epoch + 1, ..Self::default() }
    }

    /// Wakes the sender: a delivery may be due.
    pub(crate) fn wake(&self) {
        self.changed.notify_one();
    }

    /// The notification that a delivery may be due.
    pub(crate) fn changed(&self) -> Arc<Notify> {
        Arc::clone(&self.changed)
    }

    /// Takes the next due delivery and marks it as being sent. Skips webhooks with a delivery in progress.
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

    /// When the next delivery is due. Skips webhooks with a delivery in progress.
    pub(crate) fn next(&self) -> Option<Timestamp> {
        self.deliveries.next().map(|(at, _)| at)
    }

    /// Stores the result of a delivery: a status, or why there is none. Schedules a retry if it failed and the vendor
    /// retries.
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
                let retry = Delivery {
                    at: later(now, retries.pause),
                    attempt: delivery.attempt + 1,
                    state: DeliveryState::Waiting,
                    status: None,
                    error: None,
                    faults: Vec::new(),
                    ..delivery.clone()
                };
                let retries = Retries { left: retries.left - 1, ..*retries };
                deliveries.keep(retry, retries);
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

    /// The webhooks that want an event.
    pub(super) fn subscribed(&self, event: &Event) -> Vec<RegisteredWebhook> {
        self.registered.iter().filter(|it| it.webhook.wants(event)).cloned().collect()
    }

    /// Removes webhooks. Returns whether there were any.
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

    /// The stored deliveries, by number.
    pub(super) fn deliveries(&self) -> impl Iterator<Item = &Delivery> {
        self.deliveries.kept.iter().map(|(delivery, _)| delivery)
    }

    /// Stores a delivery, and schedules it if it is waiting.
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

    /// The next waiting delivery to a webhook without a delivery in progress.
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
