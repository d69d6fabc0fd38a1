//! The stored records, and the initial ones.

use std::cell::OnceCell;

use bytes::Bytes;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde_json::{Map, Value, json};
use tassel_accredible::model::{NewEvidenceItem, NewReference};

use super::Accredible;
use crate::academy::{COURSES, LEARNERS, Learner, completed_on, credited, email_at};
use crate::sandbox::World;

/// The vendor's number of the first recipient. The next ones follow.
const FIRST_RECIPIENT: u64 = 200;

/// A credential.
#[derive(Debug, Clone)]
pub(super) struct Credential {
    pub(super) number: u64,
    pub(super) own_id: Option<String>,
    pub(super) uuid: String,
    pub(super) encoded_id: String,
    pub(super) group: u64,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) course_link: Option<String>,
    pub(super) recipient: Recipient,
    pub(super) issued_on: Date,
    pub(super) expired_on: Option<Date>,
    pub(super) published_on: Option<Date>,
    pub(super) complete: bool,
    pub(super) private: bool,
    pub(super) allow_supplemental_evidence: bool,
    pub(super) allow_supplemental_references: bool,
    pub(super) custom_attributes: Map<String, Value>,
    pub(super) meta_data: Option<Map<String, Value>>,
    pub(super) evidence: Vec<(u64, NewEvidenceItem)>,
    pub(super) references: Vec<(u64, NewReference)>,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
    pub(super) texts: Texts,
}

/// Cached JSON of a credential, written on first use. Stored credentials do not change: an update stores a changed
/// clone, whose cache is empty.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) full: OnceCell<Bytes>,
    pub(super) listed: OnceCell<Bytes>,
    pub(super) found: OnceCell<Bytes>,
}

impl Clone for Texts {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// The recipient of a credential.
#[derive(Debug, Clone, Default)]
pub(super) struct Recipient {
    /// The vendor's number of the recipient.
    pub(super) number: u64,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) phone_number: Option<String>,
    pub(super) id: Option<String>,
    pub(super) meta_data: Option<Map<String, Value>>,
}

impl Credential {
    /// The own id, or the number as text.
    pub(super) fn id(&self) -> String {
        self.own_id.clone().unwrap_or_else(|| self.number.to_string())
    }

    pub(super) fn is_of(&self, email: &str) -> bool {
        self.recipient.email.eq_ignore_ascii_case(email)
    }
}

/// A group.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    pub(super) id: u64,
    pub(super) name: String,
    pub(super) course_name: Option<String>,
    pub(super) course_description: Option<String>,
    pub(super) meta_data: Option<Map<String, Value>>,
    pub(super) auto_expiry: i16,
    pub(super) allow_duplicate_credentials: bool,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
    /// Fields that are shown as they were written.
    pub(super) written: Map<String, Value>,
    /// The attached skills; empty without a framework.
    pub(super) skills: Vec<Value>,
    /// A deleted group is hidden; its credentials are not.
    pub(super) deleted: bool,
}

impl Accredible {
    /// The next of the vendor's numbers.
    pub(super) fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// The vendor's number of a recipient, by address.
    pub(super) fn recipient_number(&mut self, email: &str) -> u64 {
        let next = FIRST_RECIPIENT + self.recipients.len() as u64;
        *self.recipients.entry(email.to_lowercase()).or_insert(next)
    }

    /// Removes the recipient of a credential, unless they are among the first `before` recipients.
    pub(super) fn forget_recipient(&mut self, credential: &Credential, before: usize) {
        if credential.recipient.number >= FIRST_RECIPIENT + before as u64 {
            self.recipients.remove(&credential.recipient.email.to_lowercase());
        }
    }

    /// Creates a group for each course, one that allows duplicates, and one without a course name. An empty sandbox has
    /// them too, as every credential needs a group.
    pub(super) fn create_default_groups(&mut self, world: &World) {
        let now = world.clock.now();
        let mut found = |id, name: String, course: Option<(&str, &str)>, years, duplicates| {
            let group = Group {
                id,
                name,
                course_name: course.map(|(name, _)| name.to_owned()),
                course_description: course.map(|(_, description)| description.to_owned()),
                meta_data: None,
                auto_expiry: years,
                allow_duplicate_credentials: duplicates,
                created_at: now,
                updated_at: now,
                written: Map::new(),
                skills: Vec::new(),
                deleted: false,
            };
            self.groups.insert(id, group);
        };
        for (id, course) in (34..).zip(COURSES) {
            let about = Some((course.name, course.description));
            found(id, format!("{}-2026", course.code), about, course.years.unwrap_or(0), false);
        }
        found(50, "drills".to_owned(), Some(("Drills", "Drills that are held again and again.")), 0, true);
        found(51, "unnamed".to_owned(), None, 0, false);
        if let Some(group) = self.groups.get_mut(&35) {
            group.written.insert("blockchain".to_owned(), true.into());
        }
        if let Some(group) = self.groups.get_mut(&34) {
            group.meta_data = json!({"course": "HS"}).as_object().cloned();
        }
    }

    /// Issues the credentials of the academy: most are valid, some have expired, some are unpublished.
    pub(super) fn enrol_academy(&mut self, world: &mut World) {
        for (place, learner) in LEARNERS.iter().enumerate() {
            for (number, course) in credited(place).into_iter().enumerate() {
                self.issue(world, place, learner, course, number > 0 || place % 11 != 7);
            }
        }
        self.add_academy_evidence();
    }

    fn issue(&mut self, world: &mut World, place: usize, learner: &Learner, course: usize, published: bool) {
        let issued_on = completed_on(place, course, world.clock.today());
        let course_info = &COURSES[course];
        let email = email_at("accredible", place);
        let number = self.number();
        let created_at = issued_on.at(9, 30, 0, 0).to_zoned(TimeZone::UTC);
        let created_at = created_at.map_or(world.clock.now(), |zoned| zoned.timestamp());
        let credential = Credential {
            number,
            own_id: (place % 6 == 5).then(|| format!("HA-{}-{:04}", course_info.code, place + 1)),
            uuid: world.uuid(),
            encoded_id: encoded_id(&mut world.random),
            group: 34 + course as u64,
            name: course_info.name.to_owned(),
            description: course_info.description.to_owned(),
            course_link: None,
            recipient: Recipient {
                number: self.recipient_number(email),
                name: learner.name.to_owned(),
                email: email.to_owned(),
                phone_number: None,
                id: Some(Learner::id(place)),
                meta_data: None,
            },
            issued_on,
            expired_on: course_info.years.map(|years| issued_on.saturating_add(Span::new().years(years))),
            published_on: published.then_some(issued_on),
            complete: true,
            private: false,
            allow_supplemental_evidence: true,
            allow_supplemental_references: true,
            custom_attributes: Map::new(),
            meta_data: json!({"batch": course_info.code}).as_object().cloned(),
            evidence: Vec::new(),
            references: Vec::new(),
            created_at,
            updated_at: created_at,
            texts: Texts::default(),
        };
        if published {
            self.billed.insert((credential.recipient.number, issued_on));
        }
        self.credentials.insert(credential);
    }
}

pub(super) fn encoded_id(random: &mut fastrand::Rng) -> String {
    let bytes = (0..8).map(|_| random.alphanumeric().to_ascii_lowercase() as u8).collect();
    // Letters and digits are ASCII.
    String::from_utf8(bytes).unwrap_or_default()
}
