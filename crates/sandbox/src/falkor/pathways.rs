//! A pathway with its enrolments, bookings and vouchers. No operation reads them; every change emits an event.

use std::collections::BTreeMap;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderName, HeaderValue};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::Sha256;

use super::Falkor;
use super::store::written;
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

/// The places of the pathway's event.
const PLACES: usize = 12;

/// The records of the pathway, by address in lower case.
#[derive(Debug, Clone, Default)]
pub(super) struct Pathway {
    enrolments: BTreeMap<String, Enrolment>,
    bookings: BTreeMap<String, Booking>,
    vouchers: Vec<(String, String)>,
}

impl Pathway {
    /// The users, with when they joined and when they last advanced.
    pub(super) fn visits(&self) -> impl Iterator<Item = (&str, [Timestamp; 2])> {
        self.enrolments.iter().map(|(email, it)| (email.as_str(), [it.joined, it.changed]))
    }
}

#[derive(Debug, Clone)]
struct Enrolment {
    joined: Timestamp,
    changed: Timestamp,
    /// In percent.
    progress: f64,
}

#[derive(Debug, Clone)]
struct Booking {
    guid: String,
    attended: bool,
}

/// The body of an event.
#[derive(Serialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
enum Message<'a> {
    Enrolments { pathway: PathwayRef, enrolments: Vec<ShownEnrolment<'a>> },
    Events { pathway: PathwayRef, events: Vec<ShownEvent<'a>> },
    Rewards { pathway: PathwayRef, rewards: Vec<ShownReward<'a>> },
}

#[derive(Serialize)]
pub(super) struct PathwayRef {
    pub(super) name: &'static str,
    #[serde(rename = "ID")]
    pub(super) id: &'static str,
}

pub(super) const PATHWAY: PathwayRef = PathwayRef { name: "Ready for the Quay", id: "FA-QUAY-71RD" };

#[derive(Serialize)]
struct Person<'a> {
    firstname: &'a str,
    lastname: &'a str,
    email: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<&'a str>,
}

#[derive(Serialize)]
struct ShownEnrolment<'a> {
    #[serde(flatten)]
    person: Person<'a>,
    status: Status,
}

#[derive(Serialize)]
struct Status {
    level: u8,
    state: &'static str,
    progress: Value,
    version: &'static str,
    timestamp: String,
    joined: String,
}

#[derive(Serialize)]
struct ShownEvent<'a> {
    #[serde(rename = "ID")]
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
    start: &'static str,
    end: &'static str,
    venue: Venue,
    available: usize,
    booked: usize,
    attendees: Vec<ShownAttendee<'a>>,
}

#[derive(Serialize)]
struct Venue {
    place: &'static str,
    location: &'static str,
}

#[derive(Serialize)]
struct ShownAttendee<'a> {
    guid: &'a str,
    state: &'static str,
    #[serde(flatten)]
    person: Person<'a>,
}

#[derive(Serialize)]
struct ShownReward<'a> {
    #[serde(rename = "ID")]
    id: &'static str,
    name: &'static str,
    vouchers: Vec<ShownVoucher<'a>>,
}

#[derive(Serialize)]
struct ShownVoucher<'a> {
    guid: &'a str,
    #[serde(flatten)]
    person: Person<'a>,
    state: &'static str,
    expires: &'static str,
}

impl Message<'_> {
    fn emit(&self, name: &'static str, world: &mut World) {
        // Serialization cannot fail: there are no maps.
        world.emit("falkor", name, serde_json::to_vec(self).unwrap_or_default());
    }
}

impl Falkor {
    /// A user starts, continues or completes the pathway.
    pub(super) fn progress(&mut self, email: &str, body: &Value, world: &mut World) -> Result<Value, String> {
        let progress = body["progress"].as_f64().filter(|progress| (0.0..=100.0).contains(progress));
        let progress = progress.ok_or("`progress` is missing, or not a number from 0 to 100")?;
        let now = world.clock.now();
        let new = Enrolment { joined: now, changed: now, progress };
        let enrolments = &mut self.pathway.enrolments;
        let enrolment = enrolments.entry(email.to_owned()).or_insert(new);
        (enrolment.changed, enrolment.progress) = (now, progress);
        let told = self.pathway.enrolments.iter().filter(|(of, _)| self.shows(of, email));
        let enrolments = told
            .filter_map(|(email, it)| Some(ShownEnrolment { person: self.named(email)?, status: it.show() }));
        let message = Message::Enrolments { pathway: PATHWAY, enrolments: enrolments.collect() };
        message.emit("enrolments", world);
        Ok(json!({"progress": progress}))
    }

    /// A user registers for the event, or checks in to it.
    pub(super) fn attend(&mut self, email: &str, attended: bool, world: &mut World) -> Result<Value, String> {
        let bookings = &mut self.pathway.bookings;
        let full = bookings.len() == PLACES;
        match bookings.get_mut(email) {
            None if attended => return Err(format!("{email} has not booked; let them `book` first")),
            None if full => return Err(format!("all {PLACES} places are booked")),
            None => {
                let booking = Booking { guid: world.uuid(), attended: false };
                bookings.insert(email.to_owned(), booking);
            }
            Some(booking) if booking.attended || !attended => {
                return Err(format!("{email} has done that already"));
            }
            Some(booking) => booking.attended = true,
        }
        let booked = bookings.len();
        let told = self.pathway.bookings.iter().filter(|(of, _)| self.shows(of, email));
        let attendees = told.filter_map(|(email, it)| {
            let state = if it.attended { "attended" } else { "booked" };
            Some(ShownAttendee { guid: &it.guid, state, person: self.named(email)? })
        });
        let event = ShownEvent {
            id: "FABK-PDAY-38WE",
            kind: "event",
            name: "Practical Day",
            start: "2026-10-15T09:00:00+02:00",
            end: "2026-10-15T16:00:00+02:00",
            venue: Venue { place: "Quay 4", location: "Rotterdam NL" },
            available: PLACES - booked,
            booked,
            attendees: attendees.collect(),
        };
        Message::Events { pathway: PATHWAY, events: vec![event] }.emit("events", world);
        Ok(json!({"booked": booked, "available": PLACES - booked}))
    }

    /// A user receives a voucher.
    pub(super) fn reward(&mut self, email: &str, world: &mut World) -> Value {
        let guid = world.uuid();
        self.pathway.vouchers.push((email.to_owned(), guid.clone()));
        let all = self.settings.webhooks_tell_all;
        let told = self.pathway.vouchers.iter().filter(|(_, it)| all || *it == guid);
        let vouchers = told.filter_map(|(email, guid)| {
            let person = self.named(email)?;
            Some(ShownVoucher { guid, person, state: "notified", expires: "never" })
        });
        let reward =
            ShownReward { id: "FARE-LNCH-02KC", name: "Canteen Lunch", vouchers: vouchers.collect() };
        Message::Rewards { pathway: PATHWAY, rewards: vec![reward] }.emit("rewards", world);
        json!({"guid": guid})
    }

    /// Whether an event about a changed user contains the record of another.
    fn shows(&self, of: &str, changed: &str) -> bool {
        self.settings.webhooks_tell_all || of == changed
    }

    fn named(&self, email: &str) -> Option<Person<'_>> {
        let user = self.users.get(email)?;
        let masked = Some(("********", "********"));
        let location = if self.settings.masked_locations { masked } else { user.location };
        Some(Person {
            firstname: &user.firstname,
            lastname: &user.lastname,
            email: &user.email,
            country: location.map(|(country, _)| country),
            city: location.map(|(_, city)| city),
        })
    }
}

impl Enrolment {
    fn show(&self) -> Status {
        let complete = self.progress >= 100.0;
        Status {
            level: match self.progress {
                progress if progress < 50.0 => 1,
                progress if progress < 100.0 => 2,
                _ => 3,
            },
            state: if complete { "Complete" } else { "In Progress" },
            // A whole number is written as an integer.
            progress: if self.progress.fract() == 0.0 {
                json!(self.progress as u8)
            } else {
                json!(self.progress)
            },
            version: "1.2.0",
            timestamp: written(self.changed),
            joined: written(self.joined),
        }
    }
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
