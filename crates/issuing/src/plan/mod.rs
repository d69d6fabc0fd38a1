//! Plans: what an apply does with each row, and what it costs.

mod cost;
mod file;
mod make;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use cost::Cost;
pub use file::{PlanError, SCHEMA, VERSION};
pub use make::{PlanOptions, make};
pub(crate) use make::{older, persons, persons_of};

use crate::fields::{Field, Fields, Problem};
use crate::issuer::{Account, BATCH, Group};
use crate::sheet::{Columns, Row};

/// What an apply does with each row of a sheet, with all that it was decided by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The version of tassel that made it.
    pub tassel: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// The sheet.
    pub sheet: SheetBinding,
    /// The vendor's host.
    pub host: String,
    /// The account.
    pub account: Account,
    /// When credentials are published.
    pub publish: Publish,
    /// The edition; empty for the only one.
    pub edition: String,
    /// The groups of the rows, with their state.
    pub groups: Vec<GroupState>,
    /// The rows, in the order of the sheet.
    pub rows: Vec<PlannedRow>,
    /// The credentials of the groups that no row stands for: of members who are not in the sheet, and surplus ones with
    /// the own id of a row.
    pub unlisted: Vec<Member>,
    /// What publishing costs.
    pub cost: Cost,
    /// The number of calls of an apply, without looking after lost answers.
    pub calls: u64,
    /// The time that the vendor's quota needs for them, in seconds.
    pub seconds: u64,
}

/// The sheet that a plan was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetBinding {
    /// The file, as it was named; `None` for standard input.
    pub path: Option<String>,
    /// The SHA-256 of the file.
    pub hash: String,
    /// The columns.
    pub columns: Columns,
}

impl SheetBinding {
    /// Whether these bytes are the file that the plan was made from.
    #[must_use]
    pub fn is_made_of(&self, bytes: &[u8]) -> bool {
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        hash == self.hash
    }
}

/// A group, as it was when the plan was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupState {
    /// The group.
    #[serde(flatten)]
    pub group: Group,
    /// The number of its credentials.
    pub members: u64,
    /// Whether it allows a second credential for the same address: `None`, because the vendor does not tell.
    pub allows_duplicates: Option<bool>,
}

/// A row, and what is done with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlannedRow {
    /// The number of the row and its cells.
    #[serde(flatten)]
    pub row: Row,
    /// The place of its group in the plan's groups; `None` if it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<usize>,
    /// The credential's own id; `None` for an invalid row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_id: Option<String>,
    /// What is done with it.
    #[serde(flatten)]
    pub action: Action,
}

/// What is done with a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Action {
    /// A credential is created.
    Create,
    /// The credential exists, and some fields are changed.
    Update {
        /// The vendor's number.
        credential: String,
        /// The changes.
        changes: Vec<Change>,
    },
    /// The credential exists and is as the row says.
    Keep {
        /// The vendor's number.
        credential: String,
        /// Whether it is published, if the vendor told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        published: Option<bool>,
    },
    /// The credential exists and is as the row says, but it has expired.
    Expired {
        /// The vendor's number.
        credential: String,
        /// Since when.
        since: Date,
        /// Whether it is published, if the vendor told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        published: Option<bool>,
    },
    /// Nothing is done: cells of the row are wrong.
    Invalid {
        /// What is wrong.
        problems: Vec<Problem>,
    },
    /// Nothing is done: an earlier row of the sheet stands for the same credential.
    Duplicate {
        /// The number of the earlier row.
        of: u64,
    },
    /// Nothing is done: this person has a credential of the group under another id, and no edition was given.
    Conflict {
        /// The vendor's number of that credential.
        credential: String,
        /// Its own id, if it has one. In the plan's file `own_id` is that of the row.
        #[serde(rename = "held_own_id", default, skip_serializing_if = "Option::is_none")]
        own_id: Option<String>,
    },
}

/// A change of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The field.
    pub field: Field,
    /// The value before, if the vendor told one.
    pub from: Option<String>,
    /// The value after.
    pub to: String,
}

/// A credential of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The vendor's number.
    pub credential: String,
    /// The recipient's name. Personal.
    pub name: Option<String>,
    /// The recipient's address. Personal.
    pub email: Option<String>,
}

/// When credentials are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Publish {
    /// After all are created, and the group was listed and has exactly one for each row.
    #[default]
    AfterProof,
    /// When they are created.
    AtOnce,
    /// Never: a person publishes them in the vendor's own page.
    Never,
}

impl fmt::Display for Publish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AfterProof => "after-proof",
            Self::AtOnce => "at-once",
            Self::Never => "never",
        })
    }
}

impl FromStr for Publish {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let all = [Self::AfterProof, Self::AtOnce, Self::Never];
        all.into_iter()
            .find(|publish| publish.to_string() == text)
            .ok_or_else(|| format!("`{text}` is none of after-proof, at-once and never"))
    }
}

impl Action {
    /// The word for it in JSON and in counts.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update { .. } => "update",
            Self::Keep { .. } => "keep",
            Self::Expired { .. } => "expired",
            Self::Invalid { .. } => "invalid",
            Self::Duplicate { .. } => "duplicate",
            Self::Conflict { .. } => "conflict",
        }
    }

    /// Whether the row needs a person before it can be applied.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(self, Self::Invalid { .. } | Self::Duplicate { .. } | Self::Conflict { .. })
    }

    /// What a person has to know about it, if anything.
    #[must_use]
    pub fn problem(&self) -> Option<String> {
        match self {
            Self::Create | Self::Update { .. } | Self::Keep { .. } => None,
            Self::Expired { credential, since, .. } => {
                Some(format!("credential {credential} expired on {since}; a later expiry date renews it"))
            }
            Self::Invalid { problems } => {
                Some(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
            }
            Self::Duplicate { of } => Some(format!(
                "row {of} stands for the same credential; a second one for the same person needs an edition"
            )),
            Self::Conflict { credential, own_id } => Some(format!(
                "this person has credential {credential} of the group under {}; a second one needs an edition",
                own_id.as_ref().map_or_else(|| "no own id".to_owned(), |id| format!("the own id `{id}`")),
            )),
        }
    }
}

impl Plan {
    /// The fields of a row.
    #[must_use]
    pub fn fields(&self, row: &PlannedRow) -> Fields {
        self.sheet.columns.read(&row.row.cells).0
    }

    /// The number of calls of an apply in which nothing goes wrong, by a way of publishing.
    #[must_use]
    pub fn calls_by(&self, publish: Publish) -> u64 {
        let pages = |members: u64| members / 100 + 1;
        let mut calls = 1;
        for (place, state) in self.groups.iter().enumerate() {
            calls += pages(state.members);
            let is_created = |row: &&PlannedRow| row.group == Some(place) && row.action == Action::Create;
            let created = self.rows.iter().filter(is_created).count() as u64;
            if publish == Publish::AfterProof && created > 0 {
                // The group is listed once more.
                calls += created + pages(state.members + created);
            }
        }
        let created = self.count("create");
        // The first one is created alone, unless it is published.
        let is_staged = publish != Publish::AtOnce && created > 1;
        calls += created.div_ceil(BATCH as u64) + u64::from(is_staged);
        for row in &self.rows {
            if let Action::Update { changes, .. } = &row.action {
                // It is read, and a grade is changed by a call of its own.
                let has_grade = changes.iter().any(|change| change.field == Field::Grade);
                calls += 2 + u64::from(has_grade && changes.len() > 1);
            }
        }
        calls
    }

    /// The number of rows with an action of this name.
    #[must_use]
    pub fn count(&self, action: &str) -> u64 {
        self.rows.iter().filter(|row| row.action.name() == action).count() as u64
    }

    /// The number of rows that are kept although their credentials are not published. Nobody can see these.
    #[must_use]
    pub fn unpublished(&self) -> u64 {
        let is_hidden = |row: &&PlannedRow| matches!(row.action, Action::Keep { published: Some(false), .. });
        self.rows.iter().filter(is_hidden).count() as u64
    }

    /// Whether rows are invalid, duplicates or in conflict.
    #[must_use]
    pub fn has_refused_rows(&self) -> bool {
        self.rows.iter().any(|row| row.action.is_refused())
    }
}
