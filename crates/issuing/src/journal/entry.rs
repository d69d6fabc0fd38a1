//! The lines of a journal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::plan::Change;

/// A line of a journal, with its time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// When it was written.
    pub at: Timestamp,
    /// The version of tassel that wrote it.
    pub tassel: String,
    /// What it says.
    #[serde(flatten)]
    pub entry: Entry,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Entry {
    /// The first line.
    Journal {
        /// The version of the format.
        version: u32,
        /// The hash of the plan.
        plan: String,
        /// Who ran it first, as the machine calls that person.
        by: Option<String>,
        /// What a reader has to know about personal data in the file.
        notice: String,
    },
    /// A run begins.
    Run {
        /// Who runs it, as the machine calls that person.
        by: Option<String>,
    },
    /// The groups were read again, and are as the plan says but for these rows, which are set aside.
    Checked {
        /// The rows that are set aside, and why.
        stale: Vec<Stale>,
    },
    /// Something is about to be sent.
    Intent {
        /// What it is.
        act: Act,
        /// The rows that it is for.
        rows: Vec<Intent>,
    },
    /// What came of it.
    Result {
        /// What it was.
        act: Act,
        /// The rows that it was for.
        rows: Vec<RowResult>,
    },
}

/// A row that changed at the vendor after the plan was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stale {
    /// The number of the row.
    pub row: u64,
    /// What is otherwise now.
    pub problem: String,
}

/// What is done at the vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Act {
    /// Credentials are created, or looked up after an answer was lost.
    Create,
    /// Fields of a credential are changed.
    Update,
    /// A credential is published: the one of its row that stays.
    Publish,
    /// A surplus credential, which nobody saw, is deleted.
    DeleteSurplus,
    /// A credential is deleted to undo its creation.
    UndoDelete,
    /// A credential expires to undo its creation.
    UndoExpire,
}

/// A row of an intent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// The number of the row.
    pub row: u64,
    /// The vendor's number of the credential, unless it is created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
    /// The changes of an update.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// What came of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowResult {
    /// The number of the row.
    pub row: u64,
    /// What came of it.
    pub came: Came,
    /// The vendor's number of the credential.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
    /// Whether it is published, if the vendor said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<bool>,
    /// Its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What a person has to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

/// What came of a row of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Came {
    /// It was done.
    Done,
    /// It was surely not done, and may be sent again.
    NotDone,
    /// The vendor refused it.
    Refused,
    /// The vendor refused it, perhaps because it exists. Looking shows it.
    Taken,
    /// Nobody knows.
    InDoubt,
}

impl Intent {
    /// For a row whose credential does not exist yet.
    #[must_use]
    pub fn new(row: u64) -> Self {
        Self { row, credential: None, changes: Vec::new() }
    }

    /// For this credential of a row.
    #[must_use]
    pub fn of(row: u64, credential: impl Into<String>) -> Self {
        Self { credential: Some(credential.into()), ..Self::new(row) }
    }
}

impl RowResult {
    /// With nothing but what came of it.
    #[must_use]
    pub fn new(row: u64, came: Came) -> Self {
        Self { row, came, credential: None, published: None, url: None, problem: None }
    }

    /// With what a person has to know.
    #[must_use]
    pub fn problem(self, problem: impl Into<String>) -> Self {
        Self { problem: Some(problem.into()), ..self }
    }

    /// With the credential as the vendor holds it.
    #[must_use]
    pub fn held(self, held: &crate::issuer::Held) -> Self {
        Self {
            credential: Some(held.number.clone()),
            published: held.published,
            url: held.url.clone(),
            ..self
        }
    }
}
