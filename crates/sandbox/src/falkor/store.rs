//! The stored records, and the initial ones.

use std::time::Duration;

use jiff::civil::Date;
use jiff::fmt::strtime;
use jiff::tz::{TimeZone, offset};
use jiff::{Span, Timestamp};

use super::Falkor;
use crate::academy::{COURSES, LEARNERS, credited, email_at, enrolments};
use crate::sandbox::World;

/// The apps: the ID and the name. The account has the second only if the settings say so.
pub(super) const APPS: [(&str, &str); 2] =
    [("org.example.harbour", "Harbour Learn"), ("org.example.quayside", "Quayside")];

/// A story. There is one on each course of the academy.
#[derive(Debug)]
pub(super) struct Story {
    pub(super) id: &'static str,
    pub(super) kind: &'static str,
    pub(super) category: &'static str,
}

impl Story {
    /// Whether it has a score.
    pub(super) fn scored(&self) -> bool {
        matches!(self.kind, "assessment" | "scorm")
    }
}

const fn story(id: &'static str, kind: &'static str, category: &'static str) -> Story {
    Story { id, kind, category }
}

/// The stories, in the order of the courses; the last is the newest.
pub(super) const STORIES: [Story; COURSES.len()] = [
    story("EV72-HSAF-80QY", "assessment", "Safety"),
    story("EV31-CSIG-42PQ", "assessment", "Operations"),
    story("EV55-FAID-17LW", "scorm", "Safety"),
    story("EV08-CSPC-63RT", "story", "Safety"),
    story("EV94-WLCM-29BD", "survey", "Starting"),
];

/// The name of a story.
pub(super) fn name(story: usize) -> &'static str {
    COURSES[story].name
}

/// A user.
#[derive(Debug, Clone)]
pub(super) struct User {
    pub(super) email: String,
    pub(super) firstname: String,
    pub(super) lastname: String,
    pub(super) telephone: String,
    /// The country and the city, where the user shares them.
    pub(super) location: Option<(&'static str, &'static str)>,
    pub(super) active: bool,
    /// When the invitation is sent, if there is one.
    pub(super) invited: Option<Duration>,
}

/// A user's log of a story.
#[derive(Debug, Clone)]
pub(super) struct StoryLog {
    /// In lower case.
    pub(super) email: String,
    pub(super) story: usize,
    /// The progress, if the user has begun.
    pub(super) progress: Option<Progress>,
}

/// A user's progress in a story.
#[derive(Debug, Clone)]
pub(super) struct Progress {
    pub(super) complete: bool,
    /// In seconds.
    pub(super) duration: u64,
    pub(super) attempts: u64,
    pub(super) started: Timestamp,
    pub(super) updated: Timestamp,
    /// In percent.
    pub(super) score: Option<f64>,
}

/// A certificate.
#[derive(Debug, Clone)]
pub(super) struct Certificate {
    pub(super) number: usize,
    /// In lower case.
    pub(super) email: String,
    pub(super) story: usize,
    pub(super) delivered: bool,
    /// When it was awarded or, later, delivered.
    pub(super) changed: Timestamp,
}

impl Falkor {
    /// Adds the academy. All learners are active and in one of two crews. A completed course with a credential has a
    /// certificate, dated a day later.
    pub(super) fn enrol_academy(&mut self, world: &World) {
        let today = world.clock.today();
        for (place, learner) in LEARNERS.iter().enumerate() {
            let address = email_at("falkor", place);
            let email = address.to_lowercase();
            let (first, last) = learner.name.split_once(' ').unwrap_or((learner.name, ""));
            let user = User {
                email: address.to_owned(),
                firstname: first.to_owned(),
                lastname: last.to_owned(),
                telephone: if place % 2 == 0 { String::new() } else { format!("+316123450{place:02}") },
                location: match place % 6 {
                    4 => None,
                    5 => Some(("********", "********")),
                    0 | 1 => Some(("Netherlands", "Rotterdam")),
                    _ => Some(("New Zealand", "Lyttelton")),
                },
                active: true,
                invited: None,
            };
            self.users.insert(email.clone(), user);
            let crew = if place % 2 == 0 { "Day Crew" } else { "Night Crew" };
            self.groups.entry(crew.to_owned()).or_default().push(email.clone());
            if place % 5 == 0 {
                self.groups.entry("Dockers".to_owned()).or_default().push(email.clone());
            }
            for enrolment in enrolments(place, today) {
                let story = enrolment.course;
                let progress = enrolment.completed.map(|(day, passed)| finished(place, day, passed));
                self.logs.push(StoryLog { email: email.clone(), story, progress });
                let Some((day, true)) = enrolment.completed else { continue };
                if credited(place).contains(&story) {
                    let number = self.certificates.len() + 1;
                    let changed = at(day.saturating_add(Span::new().days(1)), 11, 22);
                    let delivered = place % 7 != 3;
                    self.certificates.push(Certificate {
                        number,
                        email: email.clone(),
                        story,
                        delivered,
                        changed,
                    });
                }
            }
        }
    }

    /// A user completes a story and gets a certificate. Returns the number of their certificates of the story.
    pub(super) fn award(&mut self, email: &str, story: usize, now: Timestamp) -> usize {
        let started = now.saturating_sub(jiff::SignedDuration::from_mins(7)).unwrap_or(now);
        let done = Progress {
            complete: true,
            duration: 420,
            attempts: 1,
            started,
            updated: now,
            score: Some(100.0),
        };
        match self.logs.iter_mut().find(|log| log.email == email && log.story == story) {
            Some(log) => log.progress = Some(done),
            None => self.logs.push(StoryLog { email: email.to_owned(), story, progress: Some(done) }),
        }
        let number = self.certificates.len() + 1;
        let certificate =
            Certificate { number, email: email.to_owned(), story, delivered: false, changed: now };
        self.certificates.push(certificate);
        self.certificates.iter().filter(|it| it.email == email && it.story == story).count()
    }

    /// Delivers the pending certificates of a user for a story. Returns their number.
    pub(super) fn deliver(&mut self, email: &str, story: usize, now: Timestamp) -> usize {
        let pending = self.certificates.iter_mut();
        let pending = pending.filter(|it| it.email == email && it.story == story && !it.delivered);
        pending
            .map(|certificate| {
                certificate.delivered = true;
                certificate.changed = now;
            })
            .count()
    }
}

/// The progress of a story that was finished on a day.
fn finished(place: usize, day: Date, passed: bool) -> Progress {
    let place = u32::try_from(place).unwrap_or_default();
    let score = if passed { 72.5 + f64::from(place % 11) * 2.5 } else { 45.0 };
    Progress {
        complete: true,
        duration: u64::from(300 + place * 13),
        attempts: u64::from(1 + place % 3),
        started: at(day, 9, 0),
        updated: at(day, 9, 20),
        score: Some(score),
    }
}

/// The time zone of the account.
pub(super) fn zone() -> TimeZone {
    TimeZone::fixed(offset(2))
}

pub(super) fn at(day: Date, hour: i8, minute: i8) -> Timestamp {
    day.at(hour, minute, 5, 0).to_zoned(zone()).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

/// An instant as the vendor writes it, with the account's offset.
pub(super) fn written(instant: Timestamp) -> String {
    let zoned = instant.to_zoned(zone());
    // The pattern uses only fields that a zoned time has.
    strtime::format("%Y-%m-%dT%H:%M:%S%:z", &zoned).unwrap_or_else(|_| instant.to_string())
}
