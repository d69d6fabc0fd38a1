//! The roll: one row for each learner, from all vendors.

mod collect;
mod read;

use serde::Serialize;
use serde_json::Number;
use tassel_core::Error;
use tassel_core::kit::jiff::civil::Date;
use tassel_core::values::Id;

pub use read::{Progress, Vendors};

use crate::{Doubt, Kind, Stage, Standing, Verdict, When};

/// The learners, and how much of them is known.
#[derive(Debug)]
#[non_exhaustive]
pub struct Roll {
    /// The day on which it was looked at whether credentials have expired: by Accredible's clock, or by this machine's
    /// where Accredible did not tell.
    pub as_of: Date,
    /// Which vendors were asked what, and what came of it.
    pub asked: Vec<Asked>,
    /// The learners, by name.
    pub learners: Vec<Row>,
    /// Who may be one person, and was not joined.
    pub doubts: Vec<Doubt>,
}

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Question {
    /// [`Completions`](crate::Completions).
    Completions,
    /// [`Credentials`](crate::Credentials), where they are credentials.
    Credentials,
    /// [`Credentials`](crate::Credentials), where they are certificates.
    Certificates,
    /// [`Pronunciations`](crate::Pronunciations).
    Pronunciations,
}

impl Question {
    fn name(self) -> &'static str {
        match self {
            Self::Completions => "completions",
            Self::Credentials => "credentials",
            Self::Certificates => "certificates",
            Self::Pronunciations => "pronunciations",
        }
    }
}

/// That a vendor was asked, and what came of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Asked {
    /// The vendor.
    pub vendor: &'static str,
    /// What it was asked.
    pub question: Question,
    /// How many records it answered with.
    pub records: u64,
    /// Why they are not all there are, or not known to be. What the vendor left out, and records that cannot be joined
    /// as they come without an address, are counted and named here as [`Error::Incomplete`].
    pub problem: Option<Error>,
}

/// How much is known of the answers to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// Every vendor that was asked has told all.
    Whole,
    /// Some of it is missing, or may be.
    InPart,
    /// No vendor was asked.
    NotAsked,
}

/// One learner.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Row {
    /// The name, as the first vendor has it.
    pub name: String,
    /// The address, as it is compared; empty where there is none.
    pub email: String,
    /// The address as the vendors write it, where one of them does so in another way. What stands beside each other
    /// here was joined.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<String>,
    /// The organisation's own ids of the person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_ids: Vec<String>,
    /// What they take, completed or not.
    pub completions: Vec<Taken>,
    /// Certificates that vendors have as such; one that comes with a completion is there.
    pub certificates: Vec<Held>,
    /// Credentials.
    pub credentials: Vec<Held>,
    /// How they say their name.
    pub pronunciation: Spoken,
    /// Whom else they may be; the first ten, where there are more. [`Roll::doubts`] has all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub perhaps_also: Vec<PerhapsAlso>,
    /// The vendors that have not told all, so that something may be missing here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub incomplete: Vec<&'static str>,
}

/// Whom else a learner may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PerhapsAlso {
    /// The other's address.
    pub email: String,
    /// Why.
    pub why: Vec<crate::Why>,
}

/// A course that a learner takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Taken {
    /// The vendor.
    pub vendor: &'static str,
    /// The course's name, or its id where it has none.
    pub course: String,
    /// How far they are.
    pub stage: Stage,
    /// The vendor's own word for that.
    pub stage_word: Option<String>,
    /// What came of it, if it is completed.
    pub result: Option<Verdict>,
    /// The vendor's own word for that.
    pub result_word: Option<String>,
    /// The score, on a scale of the vendor's.
    pub score: Option<Number>,
    /// When it was completed, if the vendor says so.
    pub completed: Option<When>,
    /// When the vendor last changed its record of it.
    pub updated: Option<When>,
    /// Where the certificate of it is.
    pub certificate: Option<String>,
}

/// A credential or a certificate that a learner holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Held {
    /// The vendor.
    pub vendor: &'static str,
    /// Which of the two it is.
    #[serde(skip)]
    pub kind: Kind,
    /// The vendor's id of it.
    pub id: Option<Id>,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub group: String,
    /// What it is worth.
    pub standing: Standing,
    /// The vendor's own word for how far it has come.
    pub word: Option<String>,
    /// When it was issued.
    pub issued_on: Option<When>,
    /// When it expires.
    pub expired_on: Option<When>,
    /// When the vendor last changed its record of it.
    pub updated: Option<When>,
    /// Where it can be seen.
    pub url: Option<String>,
}

/// How a learner says their name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Spoken {
    /// Whether there is a recording.
    pub state: Voice,
    /// On how many name pages the learner is.
    pub name_pages: usize,
    /// A recording. Its URL may not work for long.
    pub recording: Option<String>,
}

/// Whether there is a recording of a learner's name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// There is.
    Recorded,
    /// There is none.
    Missing,
    /// None came, and not all have come.
    Unknown,
    /// No vendor was asked.
    #[default]
    NotAsked,
}

/// What a learner may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Any credential. A certificate is none.
    Credential,
    /// A recording of the name.
    Recording,
    /// Anything completed, passed or not.
    Completion,
}

impl Roll {
    /// How much is known of the answers to a question.
    #[must_use]
    pub fn known(&self, question: Question) -> Known {
        known(&self.asked, question)
    }

    /// Whether every vendor that was asked has told all.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.asked.iter().all(|asked| asked.problem.is_none())
    }

    /// Keeps those who lack one of these; also those of whom it is not known, because a vendor has not told all.
    pub fn keep_missing(&mut self, missing: &[Missing]) {
        self.learners.retain(|row| missing.iter().any(|missing| row.lacks(*missing)));
        let kept = |doubt: &Doubt| {
            let is_kept = |person: &crate::people::Person| {
                self.learners.iter().any(|row| row.email == person.email && row.name == person.name)
            };
            doubt.people.iter().any(is_kept)
        };
        self.doubts.retain(kept);
    }
}

fn known(asked: &[Asked], question: Question) -> Known {
    let asked: Vec<_> = asked.iter().filter(|asked| asked.question == question).collect();
    if asked.is_empty() {
        Known::NotAsked
    } else if asked.iter().all(|asked| asked.problem.is_none()) {
        Known::Whole
    } else {
        Known::InPart
    }
}

impl Row {
    fn lacks(&self, missing: Missing) -> bool {
        match missing {
            Missing::Credential => self.credentials.is_empty(),
            Missing::Recording => self.pronunciation.state != Voice::Recorded,
            Missing::Completion => !self.completions.iter().any(|taken| taken.stage == Stage::Completed),
        }
    }
}
