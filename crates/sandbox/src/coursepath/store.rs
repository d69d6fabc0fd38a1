//! The stored records, and the initial ones.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Value, json};

use super::answer::seconds;
use super::{Coursepath, OWNER};
use crate::academy::{COURSES, Enrolment, LEARNERS, Learner, email_at, enrolments};
use crate::sandbox::World;

/// The id of the academy's first course. The next ones follow.
const FIRST_COURSE: u64 = 1042;

/// The id of the academy's first learner. The next ones follow.
const FIRST_MEMBER: u64 = 58_713;

/// A member.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) id: u64,
    pub(super) email: String,
    pub(super) name: String,
    /// Company, department and so on, in the order of [`FIELDS`].
    pub(super) fields: [Option<String>; FIELDS.len()],
    pub(super) created: Timestamp,
}

/// The optional text fields of a member.
pub(super) const FIELDS: [&str; 7] =
    ["company", "department", "country", "externalId", "association", "identification", "registration"];

impl Member {
    pub(super) fn is_at(&self, email: &str) -> bool {
        self.email.eq_ignore_ascii_case(email.trim())
    }

    pub(super) fn show(&self) -> Value {
        let mut shown = json!({"id": self.id, "email": self.email, "name": self.name});
        for (name, value) in FIELDS.iter().zip(&self.fields) {
            shown[*name] = json!(value);
        }
        shown["locale"] = json!("en");
        shown["created"] = json!(seconds(self.created));
        shown
    }
}

/// A course.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub(super) id: u64,
    name: &'static str,
    description: &'static str,
    created: Timestamp,
}

impl Course {
    pub(super) fn show(&self) -> Value {
        json!({
            "id": self.id, "name": self.name, "description": self.description, "locale": "en",
            "duration": 2_700_000, "created": seconds(self.created),
        })
    }
}

/// A member's result in a course.
#[derive(Debug, Clone, Default)]
pub(super) struct CourseResult {
    pub(super) score: Option<f64>,
    pub(super) success: Option<bool>,
    pub(super) completed: Option<Timestamp>,
}

impl CourseResult {
    pub(super) fn show(&self, course: u64, member: u64) -> Value {
        // Only a passed course has a certificate.
        let certificate = self
            .success
            .filter(|success| *success)
            .map(|_| format!("https://academy.example.org/certificates/{course}-{member}.pdf"));
        let score = self.score.map(|score| {
            // A whole score is written as an integer.
            if score.fract() == 0.0 { json!(score as i64) } else { json!(score) }
        });
        json!({
            "courseId": course, "memberId": member, "score": score, "success": self.success,
            "completed": self.completed.map(seconds), "certificate": certificate,
        })
    }
}

/// A sent invitation.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Mail {
    pub(super) to: String,
    pub(super) subject: String,
    pub(super) body: String,
    pub(super) action: String,
}

impl Coursepath {
    /// The next unused number.
    pub(super) fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// Creates what an empty academy has too: the administrator, courses, programs and groups.
    pub(super) fn create_defaults(&mut self, world: &World) {
        let created = world.clock.now();
        let owner = Member {
            id: FIRST_MEMBER - 1,
            email: OWNER.to_owned(),
            name: "Registrar".to_owned(),
            fields: Default::default(),
            created,
        };
        self.members.insert(owner.id, owner);
        for (id, course) in (FIRST_COURSE..).zip(COURSES).filter(|(_, it)| it.taught_at == "coursepath") {
            let course = Course { id, name: course.name, description: course.description, created };
            self.courses.insert(id, course);
        }
        self.programs.extend([77, 78]);
        for (id, name) in [(310, "Night Shift"), (311, "Day Shift")] {
            self.groups.insert(id, name.to_owned());
        }
    }

    /// Adds the learners of the academy with their enrolments.
    pub(super) fn enrol_academy(&mut self, world: &World) {
        let (now, today) = (world.clock.now(), world.clock.today());
        for ((id, place), learner) in (FIRST_MEMBER..).zip(0..).zip(LEARNERS) {
            self.members.insert(id, member(id, place, learner, now));
            self.group_members.insert((if place % 2 == 0 { 310 } else { 311 }, id));
            self.program_members.insert((78, id), now);
            for Enrolment { course, completed } in enrolments(place, today) {
                let result = completed.map(|(day, passed)| CourseResult {
                    score: Some(if passed { 60 + place * 7 % 41 } else { 40 } as f64),
                    success: Some(passed),
                    completed: day
                        .at(10, 22, 5, 0)
                        .to_zoned(TimeZone::UTC)
                        .ok()
                        .map(|completed| completed.timestamp()),
                });
                let course = FIRST_COURSE + course as u64;
                if self.courses.contains_key(&course) {
                    self.results.insert((course, id), result.unwrap_or_default());
                }
            }
        }
    }
}

fn member(id: u64, place: usize, learner: &Learner, created: Timestamp) -> Member {
    let some = |texts: &[&str]| Some(texts[place % texts.len()].to_owned());
    Member {
        id,
        email: email_at("coursepath", place).to_owned(),
        name: learner.name.to_owned(),
        fields: [
            some(&["Harbour Foods", "North Quay"]),
            some(&["Cold Chain", "Cranes", "Quay"]),
            some(&["NL", "IE", "NZ", "NG"]),
            Some(Learner::id(place)),
            None,
            None,
            None,
        ],
        created,
    }
}
