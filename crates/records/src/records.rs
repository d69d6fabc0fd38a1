//! The records of all vendors, in one shape.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Number;
use tassel_core::kit::jiff::{Timestamp, civil::Date, civil::DateTime, tz::TimeZone};
use tassel_core::values::Id;

/// How one vendor identifies a learner.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Identity {
    /// The vendor's id of the learner, if it has one.
    pub id: Option<Id>,
    /// The organisation's own id of the learner, as this vendor stores it.
    pub own_id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The address, as the vendor spells it.
    pub email: Option<String>,
}

/// A course, lesson, story or group, as one vendor stores it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Course {
    /// The vendor's id of the course.
    pub id: Option<Id>,
    /// The name.
    pub name: Option<String>,
}

/// A learner's enrolment in a course.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Enrollment {
    /// The vendor.
    pub vendor: &'static str,
    /// The vendor's id of it, where it has one.
    pub id: Option<Id>,
    /// The learner.
    pub learner: Identity,
    /// The course.
    pub course: Course,
    /// The learner's progress.
    pub stage: Statement<Stage>,
    /// The completion, if the course is completed.
    pub completion: Option<Completion>,
}

/// A learner's progress in a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Stage {
    /// Not completed.
    Open,
    /// Completed. This does not imply that it was passed.
    Completed,
    /// No longer required.
    Cancelled,
    /// The vendor does not report it, or uses a word that this version does not list.
    Unknown,
}

/// The completion of a course.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Completion {
    /// Whether the learner passed. A completion alone does not imply it.
    pub result: Statement<Verdict>,
    /// When the course was completed, if the vendor reports it.
    pub completed: Option<DateOrTime>,
    /// When the vendor last changed this record. The completion is not later.
    pub updated: Option<DateOrTime>,
    /// The score, on the vendor's own scale.
    pub score: Option<Number>,
    /// The URL of the certificate, if there is one.
    pub certificate: Option<String>,
}

/// The result of a completed course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Passed.
    Passed,
    /// Failed.
    Failed,
    /// The vendor does not report it.
    Unknown,
}

/// A credential or a certificate that a learner was awarded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Credential {
    /// The vendor.
    pub vendor: &'static str,
    /// Whether it is a credential or a certificate.
    pub kind: CredentialKind,
    /// The vendor's id of it, where it has one.
    pub id: Option<Id>,
    /// The name shown to the learner.
    pub name: Option<String>,
    /// The learner.
    pub learner: Identity,
    /// What the credential is for.
    pub course: Course,
    /// The state of the award.
    pub award: Statement<AwardState>,
    /// When it was issued. Falkor's certificates have a time, but it is not documented as the time of issue.
    pub issued: Option<DateOrTime>,
    /// When it expires; `None` if it does not, or if the vendor does not report it.
    pub expires: Option<DateOrTime>,
    /// When the vendor last changed this record.
    pub updated: Option<DateOrTime>,
    /// The URL that shows it.
    pub url: Option<String>,
}

/// Whether an award is a credential or a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum CredentialKind {
    /// A digital credential. It is issued and published, and may expire.
    Credential,
    /// A certificate of a course or a story.
    Certificate,
}

/// The state of an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum AwardState {
    /// The learner can see it.
    Published,
    /// Created, but not published.
    Unpublished,
    /// Awarded, but not delivered yet.
    Pending,
    /// The vendor does not report it, or uses a word that this version does not list.
    Unknown,
}

/// The validity of a credential on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Published, and not expired.
    Valid,
    /// Expired.
    Expired,
    /// Never published.
    Unpublished,
    /// Not delivered yet.
    Pending,
    /// The vendor does not report whether it was published, or the expiry date cannot be parsed.
    Unknown,
}

impl Credential {
    /// The validity on a day. A credential is still valid on the day it expires.
    #[must_use]
    pub fn standing(&self, on: Date) -> Standing {
        match (self.award.value, self.expires.as_ref().map(DateOrTime::day)) {
            (AwardState::Unpublished, _) => Standing::Unpublished,
            (AwardState::Pending, _) => Standing::Pending,
            (_, Some(Some(day))) if day < on => Standing::Expired,
            (AwardState::Unknown, _) | (_, Some(None)) => Standing::Unknown,
            (AwardState::Published, _) => Standing::Valid,
        }
    }
}

/// The pronunciation of a learner's name, on one name page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pronunciation {
    /// The vendor.
    pub vendor: &'static str,
    /// The learner.
    pub learner: Identity,
    /// The page's name.
    pub name_page: Option<String>,
    /// Whether there is a recording, and its URL, which may expire. A name without a recording is not an error.
    pub recording: Statement<Recording>,
    /// The phonetic spelling.
    pub in_letters: Option<String>,
}

/// Whether a name has a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Recording {
    /// There is a recording.
    Recorded,
    /// There is no recording.
    Missing,
}

/// A value that a vendor states, in the terms of this crate, and the vendor's own word for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement<T> {
    /// The value, in the terms of this crate.
    #[serde(rename = "is")]
    pub value: T,
    /// The vendor's own word, if it reported one.
    pub word: Option<String>,
}

impl<T> Statement<T> {
    pub(crate) fn new(value: T, word: Option<impl fmt::Display>) -> Self {
        Self { value, word: word.map(|word| word.to_string()) }
    }
}

/// A date or a time, as precise as the vendor reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DateOrTime {
    /// A day, without a time zone.
    Day(Date),
    /// An instant.
    Instant(Timestamp),
    /// A day and a time, without a time zone.
    Local(DateTime),
    /// A text that cannot be parsed.
    Other(String),
}

impl DateOrTime {
    /// The day. The day of an instant is its day in UTC.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Instant(instant) => Some(instant.to_zoned(TimeZone::UTC).date()),
            Self::Local(local) => Some(local.date()),
            Self::Other(_) => None,
        }
    }

    pub(crate) fn of_date(date: &tassel_core::values::Date) -> Self {
        date.civil().map_or_else(|| Self::Other(date.to_string()), Self::Day)
    }

    pub(crate) fn of_timestamp<F>(timestamp: &tassel_core::values::Timestamp<F>) -> Self {
        let text = || timestamp.to_string();
        let instant = timestamp.instant().map(Self::Instant);
        let local = || timestamp.local().map(Self::Local);
        // A day without a time is not midnight of that day.
        let day = || text().parse().ok().filter(|_| text().len() == 10).map(Self::Day);
        instant.or_else(day).or_else(local).unwrap_or_else(|| Self::Other(text()))
    }
}

impl fmt::Display for DateOrTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Instant(instant) => instant.fmt(f),
            Self::Local(local) => local.fmt(f),
            Self::Other(text) => f.write_str(text),
        }
    }
}

impl Serialize for DateOrTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use tassel_core::values::Seconds;

    use super::*;

    #[test]
    fn standing_of_a_credential() {
        let day = |text: &str| {
            Some(text.parse().map_or_else(|_| DateOrTime::Other(text.to_owned()), DateOrTime::Day))
        };
        for (label, award, expires, want) in [
            ("no expiry", AwardState::Published, None, Standing::Valid),
            ("expires tomorrow", AwardState::Published, day("2026-03-15"), Standing::Valid),
            ("expires that day", AwardState::Published, day("2026-03-14"), Standing::Valid),
            ("expired the day before", AwardState::Published, day("2026-03-13"), Standing::Expired),
            ("expiry cannot be parsed", AwardState::Published, day("soon"), Standing::Unknown),
            ("not published", AwardState::Unpublished, day("2026-03-13"), Standing::Unpublished),
            ("pending", AwardState::Pending, day("2026-03-13"), Standing::Pending),
            ("publication unknown", AwardState::Unknown, None, Standing::Unknown),
            (
                "publication unknown, expires tomorrow",
                AwardState::Unknown,
                day("2026-03-15"),
                Standing::Unknown,
            ),
            (
                "publication unknown, expired the day before",
                AwardState::Unknown,
                day("2026-03-13"),
                Standing::Expired,
            ),
        ] {
            let credential = Credential {
                vendor: "any",
                kind: CredentialKind::Credential,
                id: None,
                name: None,
                learner: Identity::default(),
                course: Course::default(),
                award: Statement { value: award, word: None },
                issued: None,
                expires,
                updated: None,
                url: None,
            };
            assert_eq!(credential.standing("2026-03-14".parse().unwrap()), want, "{label}");
        }
    }

    #[test]
    fn dates_and_times_keep_their_precision() {
        for (label, text, want, day) in [
            ("an instant", "2026-03-14T01:22:05+02:00", "Instant(2026-03-13T23:22:05Z)", Some("2026-03-13")),
            ("a day", "2026-03-14", "Day(2026-03-14)", Some("2026-03-14")),
            ("no time zone", "2026-03-14T10:22:05", "Local(2026-03-14T10:22:05)", Some("2026-03-14")),
            ("not a date", "soon", "Other(\"soon\")", None),
        ] {
            let read: tassel_core::values::Timestamp<Seconds> = serde_json::from_value(text.into()).unwrap();
            let when = DateOrTime::of_timestamp(&read);
            assert_eq!(format!("{when:?}"), want, "{label}");
            assert_eq!(when.day().map(|day| day.to_string()).as_deref(), day, "{label}");
        }
    }
}
