//! What the vendors know, in one shape.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Number;
use tassel_core::kit::jiff::{Timestamp, civil::Date, civil::DateTime, tz::TimeZone};
use tassel_core::values::Id;

/// A person as one vendor knows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Learner {
    /// The vendor's id of the person, where it has one.
    pub id: Option<Id>,
    /// The organisation's own id of the person, as this vendor has it.
    pub own_id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The address, as it is written here.
    pub email: Option<String>,
}

/// What is taught, as one vendor knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Course {
    /// The vendor's id of it.
    pub id: Option<Id>,
    /// The name.
    pub name: Option<String>,
}

/// That someone takes a course.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Enrollment {
    /// The vendor.
    pub vendor: &'static str,
    /// The vendor's id of it, where it has one.
    pub id: Option<Id>,
    /// Who.
    pub learner: Learner,
    /// What.
    pub course: Course,
    /// How far they are.
    pub stage: Stated<Stage>,
    /// How they completed it, if they did.
    pub completion: Option<Completion>,
}

/// How far someone is with a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Stage {
    /// It is not completed.
    Open,
    /// It is completed, which does not say that it was passed.
    Completed,
    /// It need not be taken any more.
    Cancelled,
    /// The vendor does not say, or says it in a word that is not known.
    Unknown,
}

/// That someone completed a course.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Completion {
    /// Whether they passed. That they completed it does not say so.
    pub result: Stated<Verdict>,
    /// When they completed it, if the vendor says so.
    pub completed: Option<When>,
    /// When the vendor last changed its record of it. It was completed then or before.
    pub updated: Option<When>,
    /// The score, on a scale of the vendor's.
    pub score: Option<Number>,
    /// Where the certificate of it is, if there is one.
    pub certificate: Option<String>,
}

/// What came of a course that was completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It was passed.
    Passed,
    /// It was not.
    Failed,
    /// The vendor does not say.
    Unknown,
}

/// A credential that someone was awarded, or a certificate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Credential {
    /// The vendor.
    pub vendor: &'static str,
    /// Whether it is a credential or a certificate.
    pub kind: Kind,
    /// The vendor's id of it, where it has one.
    pub id: Option<Id>,
    /// The name shown to the learner.
    pub name: Option<String>,
    /// Whose it is.
    pub learner: Learner,
    /// What it is for.
    pub course: Course,
    /// How far it has come.
    pub award: Stated<Award>,
    /// When it was issued. A certificate of Falkor has a time, which is not known to be this.
    pub issued: Option<When>,
    /// When it expires; `None` where it does not, or where the vendor does not say.
    pub expires: Option<When>,
    /// When the vendor last changed its record of it.
    pub updated: Option<When>,
    /// Where it can be seen.
    pub url: Option<String>,
}

/// What kind of award it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Kind {
    /// A digital credential, which is issued, published and may expire.
    Credential,
    /// A certificate of a course or a story.
    Certificate,
}

/// How far an award has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Award {
    /// The learner can see it.
    Published,
    /// It was made, and not published.
    Unpublished,
    /// It was awarded, and is on its way.
    Pending,
    /// The vendor does not say, or says it in a word that is not known.
    Unknown,
}

/// What a credential is worth on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It has not expired.
    Valid,
    /// It has.
    Expired,
    /// It was never published.
    Unpublished,
    /// It is on its way.
    Pending,
    /// The vendor does not say whether it was published, or when it expires in a text that was not understood.
    Unknown,
}

impl Credential {
    /// What it is worth on a day: it is still valid on the day it expires.
    #[must_use]
    pub fn standing(&self, on: Date) -> Standing {
        match (self.award.is, self.expires.as_ref().map(When::day)) {
            (Award::Unpublished, _) => Standing::Unpublished,
            (Award::Pending, _) => Standing::Pending,
            (_, Some(Some(day))) if day < on => Standing::Expired,
            (Award::Unknown, _) | (_, Some(None)) => Standing::Unknown,
            (Award::Published, _) => Standing::Valid,
        }
    }
}

/// What there is of how someone says their name, on one name page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pronunciation {
    /// The vendor.
    pub vendor: &'static str,
    /// Whose name.
    pub learner: Learner,
    /// The page's name.
    pub name_page: Option<String>,
    /// Whether there is a recording, and where. That there is none is a fact, and no error; the URL may not work for
    /// long.
    pub recording: Stated<Recording>,
    /// How it is said, in letters.
    pub in_letters: Option<String>,
}

/// Whether something is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Recording {
    /// There is a recording.
    Recorded,
    /// There is none.
    Missing,
}

/// A state as we name it, and the vendor's own word for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stated<T> {
    /// Ours.
    pub is: T,
    /// The vendor's, if it said anything.
    pub word: Option<String>,
}

impl<T> Stated<T> {
    /// A state, and what the vendor said.
    pub(crate) fn new(is: T, word: Option<impl fmt::Display>) -> Self {
        Self { is, word: word.map(|word| word.to_string()) }
    }
}

/// A time, as precisely as the vendor told it. It is written as the vendor wrote it, as far as that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum When {
    /// A day, without a time zone.
    Day(Date),
    /// An instant.
    Instant(Timestamp),
    /// A day and a time, without a time zone.
    Local(DateTime),
    /// A text that was not understood.
    Other(String),
}

impl When {
    /// The day of it; of an instant, the day in UTC.
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
        // A day alone is not its first moment.
        let day = || text().parse().ok().filter(|_| text().len() == 10).map(Self::Day);
        instant.or_else(day).or_else(local).unwrap_or_else(|| Self::Other(text()))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Instant(instant) => instant.fmt(f),
            Self::Local(local) => local.fmt(f),
            Self::Other(text) => f.write_str(text),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use tassel_core::values::Seconds;

    use super::*;

    #[test]
    fn a_credential_is_worth_what_is_known_of_it() {
        let day = |text: &str| Some(text.parse().map_or_else(|_| When::Other(text.to_owned()), When::Day));
        for (label, award, expires, want) in [
            ("it does not expire", Award::Published, None, Standing::Valid),
            ("tomorrow", Award::Published, day("2026-03-15"), Standing::Valid),
            ("that day", Award::Published, day("2026-03-14"), Standing::Valid),
            ("the day before", Award::Published, day("2026-03-13"), Standing::Expired),
            ("not understood", Award::Published, day("soon"), Standing::Unknown),
            ("not published", Award::Unpublished, day("2026-03-13"), Standing::Unpublished),
            ("on its way", Award::Pending, day("2026-03-13"), Standing::Pending),
            ("not said whether published", Award::Unknown, None, Standing::Unknown),
            ("nor that, and tomorrow", Award::Unknown, day("2026-03-15"), Standing::Unknown),
            ("nor that, and the day before", Award::Unknown, day("2026-03-13"), Standing::Expired),
        ] {
            let credential = Credential {
                vendor: "any",
                kind: Kind::Credential,
                id: None,
                name: None,
                learner: Learner::default(),
                course: Course::default(),
                award: Stated { is: award, word: None },
                issued: None,
                expires,
                updated: None,
                url: None,
            };
            assert_eq!(credential.standing("2026-03-14".parse().unwrap()), want, "{label}");
        }
    }

    #[test]
    fn times_keep_their_precision() {
        for (label, text, want, day) in [
            ("an instant", "2026-03-14T01:22:05+02:00", "Instant(2026-03-13T23:22:05Z)", Some("2026-03-13")),
            ("a day", "2026-03-14", "Day(2026-03-14)", Some("2026-03-14")),
            ("no zone", "2026-03-14T10:22:05", "Local(2026-03-14T10:22:05)", Some("2026-03-14")),
            ("no time at all", "soon", "Other(\"soon\")", None),
        ] {
            let read: tassel_core::values::Timestamp<Seconds> = serde_json::from_value(text.into()).unwrap();
            let when = When::of_timestamp(&read);
            assert_eq!(format!("{when:?}"), want, "{label}");
            assert_eq!(when.day().map(|day| day.to_string()).as_deref(), day, "{label}");
        }
    }
}
