//! The stored records, and the initial ones.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use jiff::{Span, Timestamp, Zoned};
use serde::Serialize;

use super::Damstra;
use crate::academy::{COURSES, LEARNERS, Learner, email_at, enrolments};
use crate::sandbox::World;

/// The id of the account.
pub(super) const CLIENT: u64 = 3;

/// The id of the academy's first learner. The next ones follow.
const FIRST_USER: u64 = 5012;

/// The instructor of the academy's sessions.
const INSTRUCTOR: u64 = 5100;

pub(super) const ADMIN: i64 = 3;
pub(super) const TRAINEE: i64 = 6;
const OWNER: i64 = 7;

/// A user.
#[derive(Debug, Clone)]
pub(super) struct User {
    pub(super) id: u64,
    pub(super) user_name: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) email: String,
    pub(super) phone: Option<String>,
    pub(super) mobile: Option<String>,
    pub(super) employee_number: Option<String>,
    pub(super) active: bool,
    pub(super) groups: BTreeSet<u64>,
    pub(super) supervised: BTreeSet<u64>,
    pub(super) roles: Vec<i64>,
    pub(super) time_zone: String,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
}

/// A group.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) id: u64,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) parent: Option<u64>,
    pub(super) active: bool,
    pub(super) created: Timestamp,
}

/// A version of a lesson.
#[derive(Debug, Clone)]
pub(super) struct Lesson {
    pub(super) version_id: u64,
    pub(super) lesson_id: u64,
    pub(super) name: &'static str,
    pub(super) version: u64,
    pub(super) status: &'static str,
    pub(super) created: Timestamp,
}

/// The duration of every lesson, in milliseconds.
pub(super) const DURATION: u64 = 133_000;

/// A lesson schedule of a user.
#[derive(Debug, Clone)]
pub(super) struct Schedule {
    pub(super) id: u64,
    pub(super) user: u64,
    pub(super) version: u64,
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
    pub(super) completed: Option<Completion>,
    pub(super) cancelled: bool,
    /// Whether a rule created it; a call did otherwise.
    pub(super) automatic: bool,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
}

/// The user on whose behalf every call is made.
pub(super) const ACCOUNT_OWNER: u64 = 5001;

/// The completion of a lesson.
#[derive(Debug, Clone, Copy)]
pub(super) struct Completion {
    pub(super) at: Timestamp,
    pub(super) by: u64,
    pub(super) passed: bool,
}

impl Schedule {
    /// The status at a time.
    pub(super) fn status(&self, now: Timestamp) -> &'static str {
        match self {
            Self { cancelled: true, .. } => "cancelled",
            Self { completed: Some(_), .. } => "completed",
            _ if now < self.start => "scheduled",
            _ if now <= self.end => "due",
            _ => "overdue",
        }
    }

    pub(super) fn is_open(&self) -> bool {
        !self.cancelled && self.completed.is_none()
    }

    pub(super) fn complete(&mut self, done: Completion, now: Timestamp) {
        self.completed = Some(done);
        self.modified = now;
    }
}

/// An instructor-led session.
#[derive(Debug, Clone)]
pub(super) struct Session {
    pub(super) id: u64,
    /// 1 active, 2 completed, 3 cancelled.
    pub(super) status: i64,
    pub(super) instructor: u64,
    pub(super) lesson: Option<u64>,
    pub(super) notes: Option<String>,
    pub(super) places: Option<i64>,
    pub(super) start: Zoned,
    pub(super) end: Zoned,
    pub(super) location: String,
    pub(super) notify_trainees: bool,
    pub(super) notify_instructor: bool,
    pub(super) attendees: Vec<Attendee>,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
}

/// A user's registration for a session.
#[derive(Debug, Clone)]
pub(super) struct Attendee {
    pub(super) id: u64,
    pub(super) user: u64,
    pub(super) schedule: Option<u64>,
    pub(super) passed: Option<bool>,
    pub(super) attended: Option<bool>,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
}

/// A sent welcome mail.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Mail {
    pub(super) to: String,
    pub(super) user: u64,
}

impl Damstra {
    /// The next unused number.
    pub(super) fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// Creates what an empty account has too: staff, groups and lessons. No operation creates lessons.
    pub(super) fn create_defaults(&mut self, world: &World) {
        let created = world.clock.now();
        for (id, first_name, last_name, roles) in [
            (ACCOUNT_OWNER, "Sunniva", "Berg", vec![OWNER, ADMIN]),
            (INSTRUCTOR, "Ragnhild", "Moe", vec![8, 5]),
            (9000, "Import", "User", vec![ADMIN]),
        ] {
            let email =
                format!("{}.{}@example.org", first_name.to_ascii_lowercase(), last_name.to_ascii_lowercase());
            let user = User { roles, ..user(id, first_name, last_name, &email, created) };
            self.users.insert(id, user);
        }
        for (id, name, description, parent) in [
            (12, "Harbour", "Everyone", None),
            (31, "Quay crew", "Those who moor", Some(12)),
            (32, "Deck crew", "Those who sail", Some(12)),
        ] {
            let (name, description) = (name.to_owned(), description.to_owned());
            self.groups.insert(id, Group { id, name, description, parent, active: true, created });
        }
        if let Some(user) = self.users.get_mut(&INSTRUCTOR) {
            user.supervised.insert(31);
        }
        let mut versions = 880..;
        let taught = COURSES.iter().filter(|course| course.taught_at == "damstra").map(|course| course.name);
        let mut lesson = |lesson_id, name, statuses: &[&'static str]| {
            for ((version, status), version_id) in (1..).zip(statuses.iter().copied()).zip(&mut versions) {
                let lesson = Lesson { version_id, lesson_id, name, version, status, created };
                self.lessons.insert(version_id, lesson);
            }
        };
        for (place, name) in (240..).zip(taught) {
            // One lesson has two versions.
            lesson(place, name, if place == 240 { &["inactive", "active"] } else { &["active"] });
        }
        for (id, name, status) in [
            (250, "Bridge Watch", "never"),
            (251, "Night Signals", "rendering"),
            (252, "Fuel Handling", "error"),
        ] {
            lesson(id, name, &[status]);
        }
    }

    /// Adds the learners of the academy with their schedules, and two sessions.
    pub(super) fn enrol_academy(&mut self, world: &World) {
        let (now, today) = (world.clock.now(), world.clock.today());
        let mut schedules = 76_001..;
        for ((id, place), learner) in (FIRST_USER..).zip(0..).zip(LEARNERS) {
            self.users.insert(id, trainee(id, place, learner, now));
            for (enrolment, id_of_schedule) in enrolments(place, today)
                .into_iter()
                .filter(|enrolment| COURSES[enrolment.course].taught_at == "damstra")
                .zip(&mut schedules)
            {
                let name = COURSES[enrolment.course].name;
                let version =
                    self.lessons.values().find(|lesson| lesson.name == name && lesson.status == "active");
                let Some(version) = version.map(|lesson| lesson.version_id) else { continue };
                let done =
                    enrolment.completed.map(|(day, passed)| Completion { at: morning(day), by: id, passed });
                // Open schedules are due, overdue or in the future.
                let start = match done {
                    Some(done) => done.at.saturating_sub(Span::new().hours(24)),
                    None => now.saturating_add(Span::new().hours([-72, -720, 72][place % 3])),
                };
                let start = start.unwrap_or(now);
                let schedule = Schedule {
                    id: id_of_schedule,
                    user: id,
                    version,
                    start,
                    end: start.saturating_add(Span::new().hours(14 * 24)).unwrap_or(start),
                    completed: done,
                    cancelled: false,
                    automatic: true,
                    created: start,
                    modified: done.map_or(start, |done| done.at),
                };
                self.schedules.insert(schedule.id, schedule);
            }
        }
        self.hold_sessions(now);
    }

    /// Adds a past session and a future one.
    fn hold_sessions(&mut self, now: Timestamp) {
        let at = |day: i64, hour: i64| {
            let perth = now.to_zoned(TimeZone::fixed(offset(8))).date();
            let day = perth.saturating_add(Span::new().days(day));
            let at = day.at(0, 0, 0, 0).saturating_add(Span::new().hours(hour));
            at.to_zoned(TimeZone::fixed(offset(8))).unwrap_or_else(|_| now.to_zoned(TimeZone::UTC))
        };
        for (id, day, status) in [(610, -13, 2), (611, 14, 1)] {
            let of_lesson = |schedule: &&Schedule| {
                let lesson = self.lessons.get(&schedule.version).map(|lesson| lesson.lesson_id);
                lesson == Some(241) && schedule.completed.is_some() && status == 2
            };
            let attendees = (2201..).zip(self.schedules.values().filter(of_lesson).take(3));
            let attendees = attendees.map(|(id, schedule)| Attendee {
                id,
                user: schedule.user,
                schedule: Some(schedule.id),
                passed: Some(true),
                attended: Some(true),
                created: now,
                modified: now,
            });
            let session = Session {
                id,
                status,
                instructor: INSTRUCTOR,
                lesson: Some(241),
                notes: None,
                places: Some(12),
                start: at(day, 9),
                end: at(day, 12),
                location: "Shed 2".to_owned(),
                notify_trainees: true,
                notify_instructor: true,
                attendees: attendees.collect(),
                created: now,
                modified: now,
            };
            self.sessions.insert(id, session);
        }
    }
}

fn morning(day: Date) -> Timestamp {
    day.at(10, 22, 5, 0).to_zoned(TimeZone::UTC).map(|at| at.timestamp()).unwrap_or_default()
}

/// A user with default fields.
pub(super) fn user(id: u64, first_name: &str, last_name: &str, email: &str, created: Timestamp) -> User {
    User {
        id,
        user_name: user_name(first_name, last_name),
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        email: email.to_owned(),
        phone: None,
        mobile: None,
        employee_number: None,
        active: true,
        groups: BTreeSet::new(),
        supervised: BTreeSet::new(),
        roles: vec![TRAINEE],
        time_zone: "Australia/Perth".to_owned(),
        created,
        modified: created,
    }
}

/// A user name for logging in.
pub(super) fn user_name(first_name: &str, last_name: &str) -> String {
    let plain = |text: &str| {
        let plain = text.chars().filter(char::is_ascii_alphanumeric);
        plain.map(|letter| letter.to_ascii_lowercase()).collect::<String>()
    };
    format!("{}.{}", plain(first_name), plain(last_name))
}

fn trainee(id: u64, place: usize, learner: &Learner, created: Timestamp) -> User {
    let (first_name, last_name) = learner.name.split_once(' ').unwrap_or((learner.name, ""));
    User {
        phone: Some(format!("08 5550 {:04}", 100 + place)),
        mobile: (!place.is_multiple_of(3)).then(|| format!("0491 570 {:03}", 1 + place)),
        employee_number: if place % 5 == 4 { Some(String::new()) } else { Some(Learner::id(place)) },
        groups: BTreeSet::from([if place.is_multiple_of(2) { 31 } else { 32 }]),
        ..user(id, first_name, last_name, email_at("damstra", place), created)
    }
}
