//! The roll: one row per learner, from all vendors.

mod collect;
mod read;

use serde::Serialize;
use serde_json::Number;
use tassel_core::Error;
use tassel_core::kit::jiff::civil::Date;
use tassel_core::values::Id;

pub use read::{Progress, Vendors};

use crate::{CredentialKind, DateOrTime, Doubt, Stage, Standing, Verdict};

/// The learners of all vendors, and how complete the readings were.
#[derive(Debug)]
#[non_exhaustive]
pub struct Roll {
    /// The day that expiry was checked against: by Accredible's clock, or by this machine's if Accredible did not
    /// report a time.
    pub as_of: Date,
    /// The readings that the roll was made from.
    pub readings: Vec<ReadingSummary>,
    /// The learners, sorted by name.
    pub learners: Vec<Learner>,
    /// Learners who may be one person and were not joined.
    pub doubts: Vec<Doubt>,
}

/// What a reading returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum RecordKind {
    /// Enrolments and completions, from [`Completions`](crate::Completions).
    Completions,
    /// Credentials, from [`Credentials`](crate::Credentials).
    Credentials,
    /// Certificates, from [`Credentials`](crate::Credentials).
    Certificates,
    /// Pronunciations, from [`Pronunciations`](crate::Pronunciations).
    Pronunciations,
}

impl RecordKind {
    fn name(self) -> &'static str {
        match self {
            Self::Completions => "completions",
            Self::Credentials => "credentials",
            Self::Certificates => "certificates",
            Self::Pronunciations => "pronunciations",
        }
    }
}

/// The result of one reading.
#[derive(Debug)]
#[non_exhaustive]
pub struct ReadingSummary {
    /// The vendor.
    pub vendor: &'static str,
    /// What was read.
    pub kind: RecordKind,
    /// The number of records read.
    pub records: u64,
    /// Why the records may not be all. Data that the vendor did not report, and records without an address to join
    /// by, are counted and named in an [`Error::Incomplete`].
    pub error: Option<Error>,
}

/// Whether all records of a kind were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Completeness {
    /// Every reading of this kind is complete.
    Whole,
    /// At least one reading of this kind may be incomplete.
    InPart,
    /// No vendor was asked for this kind.
    NotAsked,
}

/// One learner, across the vendors.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Learner {
    /// The name, from the first vendor that has one.
    pub name: String,
    /// The normalised address; empty if there is none.
    pub email: String,
    /// The vendors' spellings of the address, if any differs from the normalised address. They were joined.
    #[serde(rename = "written", skip_serializing_if = "Vec::is_empty")]
    pub spellings: Vec<String>,
    /// The organisation's own ids of the learner.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_ids: Vec<String>,
    /// The learner's courses, completed or not.
    pub completions: Vec<CourseProgress>,
    /// Certificates that a vendor stores as records of their own. The certificate of a completion is in `completions`.
    pub certificates: Vec<CredentialSummary>,
    /// Credentials.
    pub credentials: Vec<CredentialSummary>,
    /// The pronunciation of the name.
    pub pronunciation: PronunciationSummary,
    /// Other learners who may be the same person, ten at most. [`Roll::doubts`] has all.
    #[serde(rename = "perhaps_also", skip_serializing_if = "Vec::is_empty")]
    pub possible_matches: Vec<PossibleMatch>,
    /// The vendors whose readings may be incomplete, so that records may be missing here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub incomplete: Vec<&'static str>,
}

/// Another learner who may be the same person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PossibleMatch {
    /// The address of the other learner.
    pub email: String,
    /// Why they may match.
    #[serde(rename = "why")]
    pub reasons: Vec<crate::MatchReason>,
}

/// A learner's progress in a course.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CourseProgress {
    /// The vendor.
    pub vendor: &'static str,
    /// The name of the course, or its id if it has no name.
    pub course: String,
    /// The progress.
    pub stage: Stage,
    /// The vendor's own word for the stage.
    pub stage_word: Option<String>,
    /// The result, if the course is completed.
    pub result: Option<Verdict>,
    /// The vendor's own word for the result.
    pub result_word: Option<String>,
    /// The score, on the vendor's own scale.
    pub score: Option<Number>,
    /// When the course was completed, if the vendor reports it.
    pub completed: Option<DateOrTime>,
    /// When the vendor last changed this record.
    pub updated: Option<DateOrTime>,
    /// The URL of the certificate.
    pub certificate: Option<String>,
}

/// A learner's credential or certificate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CredentialSummary {
    /// The vendor.
    pub vendor: &'static str,
    /// Whether it is a credential or a certificate.
    #[serde(skip)]
    pub kind: CredentialKind,
    /// The vendor's id, if it has one.
    pub id: Option<Id>,
    /// The name.
    pub name: String,
    /// The name of the group or story that it is for, or the id if there is no name.
    pub group: String,
    /// The validity on [`Roll::as_of`].
    pub standing: Standing,
    /// The vendor's own word for the state of the award.
    pub word: Option<String>,
    /// When it was issued.
    pub issued_on: Option<DateOrTime>,
    /// When it expires.
    pub expired_on: Option<DateOrTime>,
    /// When the vendor last changed this record.
    pub updated: Option<DateOrTime>,
    /// The URL that shows it.
    pub url: Option<String>,
}

/// The pronunciation of a learner's name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PronunciationSummary {
    /// Whether there is a recording.
    pub state: RecordingState,
    /// The number of name pages with this learner.
    pub name_pages: usize,
    /// The URL of a recording. It may expire.
    pub recording: Option<String>,
}

/// Whether a learner's name has a recording.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordingState {
    /// There is a recording.
    Recorded,
    /// There is no recording.
    Missing,
    /// No recording was found, but the reading may be incomplete.
    Unknown,
    /// No vendor was asked for pronunciations.
    #[default]
    NotAsked,
}

/// What a learner may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Any credential. A certificate does not count.
    Credential,
    /// A recording of the name.
    Recording,
    /// Any completed course, passed or not.
    Completion,
}

impl Roll {
    /// Whether all records of a kind were read.
    #[must_use]
    pub fn completeness(&self, kind: RecordKind) -> Completeness {
        completeness(&self.readings, kind)
    }

    /// Whether every reading is complete.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.readings.iter().all(|reading| reading.error.is_none())
    }

    /// Keeps the learners who lack at least one of these, as far as the records show. A learner whose records are
    /// incomplete may lack it only because it was not read.
    pub fn keep_missing(&mut self, missing: &[Missing]) {
        self.learners.retain(|learner| missing.iter().any(|missing| learner.lacks(*missing)));
        let is_kept = |doubt: &Doubt| {
            doubt.people.iter().any(|person| {
                self.learners
                    .iter()
                    .any(|learner| learner.email == person.email && learner.name == person.name)
            })
        };
        self.doubts.retain(is_kept);
    }
}

fn completeness(readings: &[ReadingSummary], kind: RecordKind) -> Completeness {
    let readings: Vec<_> = readings.iter().filter(|reading| reading.kind == kind).collect();
    if readings.is_empty() {
        Completeness::NotAsked
    } else if readings.iter().all(|reading| reading.error.is_none()) {
        Completeness::Whole
    } else {
        Completeness::InPart
    }
}

impl Learner {
    fn lacks(&self, missing: Missing) -> bool {
        match missing {
            Missing::Credential => self.credentials.is_empty(),
            Missing::Recording => self.pronunciation.state != RecordingState::Recorded,
            Missing::Completion => !self.completions.iter().any(|course| course.stage == Stage::Completed),
        }
    }
}
