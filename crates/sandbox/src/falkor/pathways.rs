//! Pathways with their enrolments. Every change by a user emits an event.

use std::collections::BTreeMap;

use jiff::{Span, Timestamp};
use serde_json::{Map, Value, json};

use super::events::{Booking, EventPlan};
use super::input::{self, Rejection};
use super::messages::{Message, MoreOfPerson, PathwayRef, Person, ShownEnrolment, Status, Venue};
use super::rewards::Voucher;
use super::store::{at, written};
use super::{Falkor, Settings};
use crate::academy::{LEARNERS, email_at};
use crate::sandbox::World;

/// A pathway, with its event and its reward.
#[derive(Debug)]
pub(super) struct PathwayPlan {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) event: EventPlan,
    /// The ID and the name.
    pub(super) reward: (&'static str, &'static str),
}

/// The pathways. Nobody is in the first one at the start.
pub(super) static PATHWAYS: [PathwayPlan; 2] = [
    PathwayPlan {
        id: "FA-QUAY-71RD",
        name: "Ready for the Quay",
        event: EventPlan {
            id: "FABK-PDAY-38WE",
            kind: "event",
            name: "Practical Day",
            start: "2026-10-15T09:00:00+02:00",
            end: "2026-10-15T16:00:00+02:00",
            venue: Venue { place: "Quay 4", location: "Rotterdam NL" },
            places: Some(12),
        },
        reward: ("FARE-LNCH-02KC", "Canteen Lunch"),
    },
    PathwayPlan {
        id: "FAPW-WEEK-05DK",
        name: "First Week Aboard",
        event: EventPlan {
            id: "EVBK-DECK-64TM",
            kind: "classroom",
            name: "Deck Walk",
            start: "2026-08-28T10:00:00+02:00",
            end: "2026-08-28T12:00:00+02:00",
            venue: Venue { place: "Room 2", location: "Rotterdam NL" },
            places: None,
        },
        reward: ("FARE-CAPS-90LJ", "Crew Cap"),
    },
];

/// The records of a pathway.
#[derive(Debug, Clone, Default)]
pub(super) struct Pathway {
    /// By address in lower case.
    pub(super) enrolments: BTreeMap<String, Enrolment>,
    /// By address in lower case.
    pub(super) bookings: BTreeMap<String, Booking>,
    pub(super) vouchers: Vec<Voucher>,
}

impl Pathway {
    /// The users, with when they joined and when they last advanced.
    pub(super) fn visits(&self) -> impl Iterator<Item = (&str, [Timestamp; 2])> {
        self.enrolments.iter().map(|(email, it)| (email.as_str(), [it.joined, it.changed]))
    }
}

#[derive(Debug, Clone)]
pub(super) struct Enrolment {
    pub(super) joined: Timestamp,
    changed: Timestamp,
    /// In percent.
    pub(super) progress: f64,
}

/// What the lists of pathways are searched for.
#[derive(Debug)]
pub(super) struct Search<'a> {
    /// Names or IDs.
    wanted: Vec<&'a str>,
    /// A part of a name or an ID, in lower case.
    keyword: Option<String>,
}

impl<'a> Search<'a> {
    /// The search in a list of names or IDs. An empty list does not filter.
    pub(super) fn read(parameters: &'a Map<String, Value>, list: &str) -> Result<Self, Rejection> {
        let mut wanted = input::texts(parameters, list)?.unwrap_or_default();
        // The older parameters.
        for name in ["name", "ID"] {
            wanted.extend(input::text(parameters, name)?);
        }
        let keyword = input::text(parameters, "keyword")?.map(str::to_lowercase);
        Ok(Self { wanted, keyword })
    }

    /// Whether it finds something of this ID and name.
    pub(super) fn finds(&self, id: &str, name: &str) -> bool {
        let part = |keyword: &String| [id, name].iter().any(|it| it.to_lowercase().contains(keyword));
        match &self.keyword {
            None if self.wanted.is_empty() => true,
            keyword => {
                self.wanted.iter().any(|wanted| *wanted == id || *wanted == name)
                    || keyword.as_ref().is_some_and(part)
            }
        }
    }
}

impl PathwayPlan {
    pub(super) fn shown(&self) -> PathwayRef {
        PathwayRef { name: self.name, id: self.id }
    }
}

/// The pathway of a name or an ID, by its place.
pub(super) fn pathway_named(given: &str) -> Option<usize> {
    PATHWAYS.iter().position(|pathway| pathway.id == given || pathway.name == given)
}

impl Falkor {
    /// Adds the first learners of the academy to the second pathway.
    pub(super) fn enrol_in_pathways(&mut self, world: &World) {
        let today = world.clock.today();
        for (place, _) in LEARNERS.iter().enumerate().take(6) {
            let email = email_at("falkor", place).to_lowercase();
            let days =
                |days: usize| today.saturating_sub(Span::new().days(i64::try_from(days).unwrap_or_default()));
            let changed = at(days(place + 1), 10, 12);
            let progress = [100.0, 62.5, 0.0, 100.0, 25.0, 50.0][place];
            let enrolment = Enrolment { joined: at(days(place + 20), 8, 0), changed, progress };
            let pathway = &mut self.pathways[1];
            pathway.enrolments.insert(email.clone(), enrolment);
            let guid = |kind: u8| format!("5d1c7a40-0b7e-4c3e-9a{kind:02x}-{:012x}", place + 1);
            if let Some(state) = ["attended", "booked", "absent", "booked"].get(place) {
                pathway.bookings.insert(email.clone(), Booking { guid: guid(1), state, changed });
            }
            if let Some((state, expires)) =
                [("notified", "never"), ("redeemed", "never"), ("pending", "2026-12-31")].get(place)
            {
                pathway.vouchers.push(Voucher { email, guid: guid(2), state, expires });
            }
        }
    }

    /// A user starts, continues or completes a pathway.
    pub(super) fn progress(
        &mut self,
        pathway: usize,
        email: &str,
        body: &Value,
        world: &mut World,
    ) -> Result<Value, String> {
        let progress = body["progress"].as_f64().filter(|progress| (0.0..=100.0).contains(progress));
        let progress = progress.ok_or("`progress` is missing, or not a number from 0 to 100")?;
        let now = world.clock.now();
        let new = Enrolment { joined: now, changed: now, progress };
        let enrolment = self.pathways[pathway].enrolments.entry(email.to_owned()).or_insert(new);
        (enrolment.changed, enrolment.progress) = (now, progress);
        self.emit_enrolments(pathway, email, world);
        Ok(json!({"progress": progress}))
    }

    fn emit_enrolments(&self, pathway: usize, email: &str, world: &mut World) {
        let shown = self.pathways[pathway].enrolments.iter().filter(|(of, _)| self.shows(of, email));
        let enrolments = shown.filter_map(|(email, it)| {
            Some(ShownEnrolment { person: self.named(email)?, more: None, status: it.show(None) })
        });
        let pathway = PATHWAYS[pathway].shown();
        Message::Enrolments { pathway, enrolments: enrolments.collect() }.emit("enrolments", world);
    }

    pub(super) fn list_pathways(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let search = Search::read(parameters, "pathways")?;
        let pathways =
            PATHWAYS.iter().zip(&self.pathways).filter(|(plan, _)| search.finds(plan.id, plan.name));
        Ok(pathways
            .map(|(plan, pathway)| {
                let enrolments = pathway.enrolments.iter().filter_map(|(email, it)| {
                    let telephone = self.users.get(email)?.telephone.as_str();
                    let more = Some(MoreOfPerson { telephone, groups: self.groups_of(email) });
                    let status = it.show(Some(&self.settings));
                    Some(ShownEnrolment { person: self.named(email)?, more, status })
                });
                json!({"pathway": plan.shown(), "enrolments": enrolments.collect::<Vec<_>>()})
            })
            .collect())
    }

    pub(super) fn manage_pathway(
        &mut self,
        parameters: &Map<String, Value>,
        world: &mut World,
    ) -> Result<Value, Rejection> {
        let given = input::required_text(parameters, "pathway")?;
        let add = input::texts(parameters, "add")?.unwrap_or_default();
        let remove = input::texts(parameters, "remove")?.unwrap_or_default();
        let pathway = pathway_named(given).ok_or_else(|| Rejection::new(404, "There is no such pathway."))?;
        let now = world.clock.now();
        let (mut inserts, mut deletes, mut messages) = (0_u64, 0_u64, Vec::new());
        for (index, email) in add.iter().enumerate() {
            let lower = email.to_lowercase();
            if !self.users.get(&lower).is_some_and(|user| user.active) {
                messages.push(self.settings.message("add", index, Some(email), "The user is not active."));
                continue;
            }
            let enrolments = &mut self.pathways[pathway].enrolments;
            if enrolments.contains_key(&lower) {
                continue;
            }
            enrolments.insert(lower.clone(), Enrolment { joined: now, changed: now, progress: 0.0 });
            inserts += 1;
            if self.settings.calls_send_events {
                self.emit_enrolments(pathway, &lower, world);
            }
        }
        for (index, email) in remove.iter().enumerate() {
            if input::is_address(email) {
                let removed = self.pathways[pathway].enrolments.remove(&email.to_lowercase());
                deletes += u64::from(removed.is_some());
            } else {
                messages.push(self.settings.message(
                    "remove",
                    index,
                    Some(email),
                    "The address is not valid.",
                ));
            }
        }
        Ok(self.settings.change_count(inserts, deletes, messages))
    }

    /// Whether an event about a changed user contains the record of another.
    pub(super) fn shows(&self, of: &str, changed: &str) -> bool {
        self.settings.webhooks_tell_all || of == changed
    }

    pub(super) fn named(&self, email: &str) -> Option<Person<'_>> {
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
    /// The status: as the settings say in a list, and with numbers in an event.
    fn show(&self, settings: Option<&Settings>) -> Status {
        let number = |number: Value| settings.map_or_else(|| number.clone(), |it| it.count(number.clone()));
        Status {
            level: number(json!(match self.progress {
                progress if progress < 50.0 => 1,
                progress if progress < 100.0 => 2,
                _ => 3,
            })),
            state: if self.progress >= 100.0 { "Complete" } else { "In Progress" },
            progress: number(percent(self.progress)),
            version: "1.2.0",
            timestamp: written(self.changed),
            joined: written(self.joined),
        }
    }
}

/// A number from 0 to 100. A whole one is written as an integer.
pub(super) fn percent(number: f64) -> Value {
    if number.fract() == 0.0 { json!(number as u8) } else { json!(number) }
}
