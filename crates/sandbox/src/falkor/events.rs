//! The classrooms and events of pathways, and their attendees.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::Falkor;
use super::input::{self, Rejection};
use super::messages::{Message, ShownAttendee, ShownEvent, Venue};
use super::pathways::{PATHWAYS, Search};
use crate::sandbox::World;

/// A classroom or an event.
#[derive(Debug)]
pub(super) struct EventPlan {
    pub(super) id: &'static str,
    pub(super) kind: &'static str,
    pub(super) name: &'static str,
    pub(super) start: &'static str,
    pub(super) end: &'static str,
    pub(super) venue: Venue,
    /// The number of places, if it is limited.
    pub(super) places: Option<usize>,
}

/// An attendance.
#[derive(Debug, Clone)]
pub(super) struct Booking {
    pub(super) guid: String,
    pub(super) state: &'static str,
    pub(super) changed: Timestamp,
}

/// The states of an attendance.
const STATES: [&str; 3] = ["booked", "attended", "absent"];

/// Whether the state to set is that of an attendance.
pub(super) fn is_attendance(parameters: &Map<String, Value>) -> bool {
    parameters.get("state").and_then(Value::as_str).is_some_and(|state| STATES.contains(&state))
}

impl Falkor {
    /// A user registers for the event of a pathway, or checks in to it.
    pub(super) fn attend(
        &mut self,
        pathway: usize,
        email: &str,
        attended: bool,
        world: &mut World,
    ) -> Result<Value, String> {
        let places = PATHWAYS[pathway].event.places;
        let changed = world.clock.now();
        let bookings = &mut self.pathways[pathway].bookings;
        let full = places.filter(|places| bookings.len() >= *places);
        match (bookings.get_mut(email), full) {
            (None, _) if attended => return Err(format!("{email} has not booked; let them `book` first")),
            (None, Some(places)) => return Err(format!("all {places} places are booked")),
            (None, None) => {
                let booking = Booking { guid: world.uuid(), state: "booked", changed };
                bookings.insert(email.to_owned(), booking);
            }
            (Some(booking), _) if attended && booking.state != "attended" => {
                (booking.state, booking.changed) = ("attended", changed);
            }
            (Some(_), _) => return Err(format!("{email} has done that already")),
        }
        let booked = bookings.len();
        self.emit_event(pathway, email, world);
        let available = places.map_or(json!("Unlimited"), |places| json!(places - booked));
        Ok(json!({"booked": booked, "available": available}))
    }

    fn emit_event(&self, pathway: usize, email: &str, world: &mut World) {
        let event = self.shown_event(pathway, Value::from, |of| self.shows(of, email));
        Message::Events { pathway: PATHWAYS[pathway].shown(), events: vec![event] }.emit("events", world);
    }

    /// The event of a pathway, with the attendees that are wanted.
    fn shown_event(
        &self,
        pathway: usize,
        count: impl Fn(usize) -> Value,
        wanted: impl Fn(&str) -> bool,
    ) -> ShownEvent<'_> {
        let EventPlan { id, kind, name, start, end, venue, places } = PATHWAYS[pathway].event;
        let bookings = &self.pathways[pathway].bookings;
        let attendees = bookings.iter().filter(|(email, _)| wanted(email)).filter_map(|(email, it)| {
            Some(ShownAttendee { guid: &it.guid, state: it.state, person: self.named(email)? })
        });
        ShownEvent {
            id,
            kind,
            name,
            start,
            end,
            venue,
            available: places.map_or_else(|| json!("Unlimited"), |places| count(places - bookings.len())),
            booked: count(bookings.len()),
            attendees: attendees.collect(),
        }
    }

    pub(super) fn list_events(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let search = Search::read(parameters, "search")?;
        let found = PATHWAYS.iter().enumerate().filter(|(_, plan)| {
            search.finds(plan.id, plan.name) || search.finds(plan.event.id, plan.event.name)
        });
        Ok(found
            .map(|(pathway, plan)| {
                // In a list the numbers are texts.
                let event = self.shown_event(pathway, |count| count.to_string().into(), |_| true);
                json!({"pathway": plan.shown(), "events": [event]})
            })
            .collect())
    }

    pub(super) fn consume_attendances(
        &mut self,
        parameters: &Map<String, Value>,
        world: &mut World,
    ) -> Result<Value, Rejection> {
        let guids: BTreeSet<_> = input::required_texts(parameters, "guids")?.into_iter().collect();
        let state = input::one_of(parameters, "state", &STATES)?;
        let now = world.clock.now();
        let mut changed = Vec::new();
        for (pathway, records) in self.pathways.iter_mut().enumerate() {
            for (email, booking) in &mut records.bookings {
                if guids.contains(booking.guid.as_str()) && booking.state != state {
                    (booking.state, booking.changed) = (state, now);
                    changed.push((pathway, email.clone()));
                }
            }
        }
        if self.settings.calls_send_events {
            changed.iter().for_each(|(pathway, email)| self.emit_event(*pathway, email, world));
        }
        Ok(json!({"changed": self.settings.count(changed.len())}))
    }
}
