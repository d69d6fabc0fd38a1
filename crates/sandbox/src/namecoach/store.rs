//! The stored records, and the initial ones.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use super::{NameCoach, render};
use crate::academy::{LEARNERS, Learner, email_at};

/// A name page.
#[derive(Debug)]
pub(super) struct NamePage {
    pub(super) slug: &'static str,
    pub(super) title: &'static str,
    pub(super) code: &'static str,
}

impl NamePage {
    pub(super) fn is(&self, id: &str) -> bool {
        self.slug == id || self.code == id
    }
}

/// The attributes: the key for writing, and the name for reading.
pub(super) const ATTRIBUTES: [(&str, &str); 3] = [
    ("custom_field_1", "department"),
    ("custom_field_2", "honorific"),
    ("custom_field_3", "gender_pronouns"),
];

/// A person on a name page.
#[derive(Debug)]
pub(super) struct Participant {
    /// 32 hexadecimal digits.
    pub(super) token: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) email: String,
    /// The index of the name page.
    pub(super) name_page: usize,
    pub(super) institution_id: Option<String>,
    pub(super) photo: Option<String>,
    pub(super) badge: String,
    pub(super) recording: Option<Recording>,
    /// By their keys for writing.
    pub(super) attributes: Map<String, Value>,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
}

/// A recording.
#[derive(Debug)]
pub(super) struct Recording {
    pub(super) url: String,
    pub(super) at: Timestamp,
}

impl Participant {
    pub(super) fn is_of(&self, email: &str) -> bool {
        self.email.eq_ignore_ascii_case(email)
    }

    /// Whether any attribute has a value.
    pub(super) fn has_attributes(&self) -> bool {
        !self.attributes.is_empty()
    }
}

/// The name pages. No operation creates one, so an empty sandbox has them too.
pub(super) fn name_pages() -> Vec<NamePage> {
    vec![
        NamePage { slug: "harbour-academy-staff", title: "Harbour Academy Staff", code: "7C1D9" },
        NamePage { slug: "harbour-safety-2026", title: "Harbour Safety 2026", code: "5E20A" },
    ]
}

impl NameCoach {
    /// Adds the academy to the name pages. Nearly all learners have recorded their name.
    pub(super) fn invite_academy(&mut self, now: Timestamp) {
        let invited = |days: usize| {
            let hours = SignedDuration::from_hours(i64::try_from(days).unwrap_or(0) * 24 + 5);
            now.checked_sub(hours).unwrap_or(now)
        };
        for place in 0..LEARNERS.len() {
            let name_page = usize::from(place % 3 == 1);
            // The last learner is on no name page.
            if place + 1 < LEARNERS.len() {
                self.invite(place, name_page, invited(120 - place * 2), place != 5);
            }
        }
        // On two pages: the newer one has no recording.
        self.invite(4, 0, invited(20), false);
    }

    fn invite(&mut self, place: usize, name_page: usize, at: Timestamp, recorded: bool) {
        let learner = &LEARNERS[place];
        let (first_name, last_name) = learner.name.split_once(' ').unwrap_or((learner.name, ""));
        let mut participant =
            self.participant(first_name, last_name, email_at("namecoach", place), name_page, at);
        participant.institution_id = place.is_multiple_of(2).then(|| Learner::id(place));
        if place.is_multiple_of(4) {
            let file = self.uuid();
            participant.photo = Some(format!("https://photos.example.org/uploads/user/avatar/{file}.jpg"));
        }
        if place.is_multiple_of(3) {
            participant.attributes.insert("custom_field_1".to_owned(), "Quays".into());
            participant.attributes.insert("custom_field_3".to_owned(), "they/them".into());
        }
        self.participants.push(participant);
        if recorded {
            let last = self.participants.len() - 1;
            self.record_one(last, at.checked_add(SignedDuration::from_mins(94)).unwrap_or(at));
        }
        // Sorted by creation, the newest last.
        self.participants.sort_by_key(|participant| participant.created_at);
    }

    /// A new participant, without a recording.
    pub(super) fn participant(
        &mut self,
        first_name: &str,
        last_name: &str,
        email: &str,
        name_page: usize,
        now: Timestamp,
    ) -> Participant {
        let joined: String = format!("{first_name}{last_name}");
        let joined: String = joined.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        let taken = self.participants.iter().any(|other| other.badge == joined && !other.is_of(email));
        let badge = if taken || joined.is_empty() {
            let parts = format!("{first_name} {last_name}").to_lowercase();
            let parts: Vec<_> = parts.split_whitespace().collect();
            format!("{}-{}", parts.join("-"), self.uuid())
        } else {
            joined
        };
        Participant {
            token: self.hex(32),
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            email: email.to_owned(),
            name_page,
            institution_id: None,
            photo: None,
            badge,
            recording: None,
            attributes: Map::new(),
            created_at: now,
            updated_at: now,
        }
    }

    /// A participant records their name on all of their pages. Returns the number of pages.
    pub(super) fn record(&mut self, email: &str, now: Timestamp) -> usize {
        let of_them = |place: &usize| self.participants[*place].is_of(email);
        let places: Vec<_> = (0..self.participants.len()).filter(of_them).collect();
        places.iter().for_each(|place| self.record_one(*place, now));
        places.len()
    }

    fn record_one(&mut self, place: usize, now: Timestamp) {
        let (number, digest) = (self.random.u16(1000..), self.hex(32));
        let url = format!("{}/{number}.mp3?digest={digest}", render::RECORDINGS);
        let participant = &mut self.participants[place];
        participant.recording = Some(Recording { url, at: now });
        participant.updated_at = now;
    }

    /// Random hexadecimal digits.
    pub(super) fn hex(&mut self, digits: usize) -> String {
        let bytes = (0..digits).map(|_| self.random.digit(16) as u8).collect();
        // A digit is ASCII.
        String::from_utf8(bytes).unwrap_or_default()
    }

    pub(super) fn uuid(&mut self) -> String {
        let parts = [self.hex(8), self.hex(4), self.hex(3), self.hex(3), self.hex(12)];
        let [a, b, c, d, e] = parts;
        format!("{a}-{b}-4{c}-a{d}-{e}")
    }
}
