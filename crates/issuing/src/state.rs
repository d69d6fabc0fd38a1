//! Where each row stands, as the journal says.

use crate::journal::{Act, Came, Entry, RowResult};
use crate::plan::{Action, Plan, Publish};

/// The problem of a credential that a reply should show as published, and does not.
pub(crate) const NOT_PUBLISHED: &str = "the vendor did not publish it";

/// Where the rows of a plan stand.
#[derive(Debug, Clone)]
pub struct State {
    /// One for each row of the plan, in order.
    pub rows: Vec<RowState>,
    /// Whether the groups were compared with the plan.
    pub(crate) is_checked: bool,
    /// Whether a credential was created and its reply said that it is not published.
    pub(crate) is_staged: bool,
    /// The numbers of the rows, in order.
    numbers: Vec<u64>,
}

/// Where a row stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowState {
    /// What became of it.
    pub stage: Stage,
    /// The vendor's number of its credential.
    pub credential: Option<Box<str>>,
    /// Whether the credential is published, as far as is known.
    pub published: bool,
    /// Whether the group was proved to hold exactly this credential for it.
    pub(crate) is_proved: bool,
    /// Whether the vendor refused it, perhaps because it exists.
    pub(crate) is_taken: bool,
    /// Whether an answer to its creation was lost, so that a credential that is there may be this journal's.
    was_lost: bool,
    /// Whether the credential was there before it was sent.
    pub(crate) is_anothers: bool,
    /// Whether an undo was begun.
    pub(crate) is_being_undone: bool,
    /// What a person has to know.
    pub problem: Option<Box<str>>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Nothing was sent, or what was sent was surely not done.
    #[default]
    Waiting,
    /// It was sent, and nobody knows whether it was done.
    InDoubt,
    /// It was done.
    Done,
    /// The vendor refused it.
    Refused,
    /// It changed at the vendor after the plan was made, and is set aside.
    Stale,
    /// It was done and undone.
    Undone,
}

impl State {
    /// The rows of a plan before anything was sent.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let numbers = plan.rows.iter().map(|row| row.row.number).collect();
        let rows = plan.rows.iter().map(|row| {
            let (credential, published) = match &row.action {
                Action::Keep { credential, published } | Action::Expired { credential, published, .. } => {
                    (Some(credential), *published)
                }
                Action::Update { credential, .. } => (Some(credential), None),
                _ => (None, None),
            };
            let credential = credential.map(|number| number.as_str().into());
            RowState { credential, published: published == Some(true), ..RowState::default() }
        });
        Self { rows: rows.collect(), numbers, is_checked: false, is_staged: false }
    }

    /// The place of the row with this number.
    #[must_use]
    pub fn place(&self, number: u64) -> Option<usize> {
        self.numbers.binary_search(&number).ok()
    }

    /// The number of a row.
    pub(crate) fn number(&self, place: usize) -> u64 {
        self.numbers[place]
    }

    /// Takes in a line of the journal.
    pub fn take(&mut self, entry: &Entry) {
        match entry {
            Entry::Checked { stale } => {
                self.is_checked = true;
                for stale in stale {
                    if let Some(row) = self.row(stale.row) {
                        row.stage = Stage::Stale;
                        row.published = false;
                        row.problem = Some(stale.problem.as_str().into());
                    }
                }
            }
            Entry::Intent { act, rows } => {
                for intent in rows {
                    let Some(row) = self.row(intent.row) else { continue };
                    match act {
                        Act::Create | Act::Update => {
                            row.stage = Stage::InDoubt;
                            row.problem = Some("no answer was noted".into());
                        }
                        Act::Publish => {
                            row.credential = intent.credential.as_deref().map(Into::into);
                            row.is_proved = true;
                        }
                        Act::UndoDelete | Act::UndoExpire => row.is_being_undone = true,
                        Act::DeleteSurplus => {}
                    }
                }
            }
            Entry::Result { act, rows } => rows.iter().for_each(|result| self.take_result(*act, result)),
            // What an earlier run sent without noting an answer may have arrived.
            Entry::Run { .. } => {
                for row in &mut self.rows {
                    row.was_lost |= row.stage == Stage::InDoubt && !row.is_taken;
                }
            }
            Entry::Journal { .. } => {}
        }
    }

    fn take_result(&mut self, act: Act, result: &RowResult) {
        let is_staged = act == Act::Create && result.published == Some(false);
        self.is_staged |= is_staged;
        let Some(row) = self.row(result.row) else { return };
        let problem = result.problem.as_deref().map(Into::into);
        match act {
            Act::DeleteSurplus => {
                row.problem = problem.or(row.problem.take());
                return;
            }
            // What is wrong with a credential stays wrong when it is published.
            Act::Publish if row.problem.as_deref() != Some(NOT_PUBLISHED) => {
                row.problem = problem.or(row.problem.take());
            }
            _ => row.problem = problem,
        }
        match (act, result.came) {
            (Act::Create | Act::Update, came) => {
                row.stage = match came {
                    Came::Done => Stage::Done,
                    Came::NotDone => Stage::Waiting,
                    Came::Refused => Stage::Refused,
                    Came::InDoubt | Came::Taken => Stage::InDoubt,
                };
                row.is_taken = came == Came::Taken;
                row.is_anothers |= row.is_taken && !row.was_lost;
                row.was_lost |= came == Came::InDoubt;
            }
            (Act::UndoDelete | Act::UndoExpire, Came::Done) => row.stage = Stage::Undone,
            _ => {}
        }
        if act == Act::UndoDelete {
            row.published = false;
        }
        if let Some(credential) = &result.credential {
            row.credential = Some(credential.as_str().into());
        }
        row.published = result.published.unwrap_or(row.published);
    }

    fn row(&mut self, number: u64) -> Option<&mut RowState> {
        let place = self.place(number)?;
        self.rows.get_mut(place)
    }
}

/// The word for where a row stands, as in counts and reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A credential was created.
    Created,
    /// A credential was changed.
    Updated,
    /// A credential was there and stays as it is.
    Kept,
    /// Cells of the row are wrong.
    Invalid,
    /// An earlier row stands for the same credential.
    Duplicate,
    /// The person has a credential under another id.
    Conflict,
    /// The vendor refused it.
    Refused,
    /// It was sent, and nobody knows whether it was done.
    InDoubt,
    /// It is still to be done.
    Pending,
    /// It was done and undone.
    Undone,
}

impl Standing {
    /// Where a row stands.
    #[must_use]
    pub fn of(action: &Action, state: &RowState, publish: Publish) -> Self {
        match (action, state.stage) {
            (Action::Invalid { .. }, _) => Self::Invalid,
            (Action::Duplicate { .. }, _) => Self::Duplicate,
            (Action::Conflict { .. }, _) => Self::Conflict,
            (_, Stage::Undone) => Self::Undone,
            (_, Stage::Stale) => Self::Pending,
            (Action::Keep { .. } | Action::Expired { .. }, _) => Self::Kept,
            (_, Stage::InDoubt) => Self::InDoubt,
            (_, Stage::Refused) => Self::Refused,
            (Action::Update { .. }, Stage::Done) => Self::Updated,
            (Action::Create, Stage::Done) if state.published || publish == Publish::Never => Self::Created,
            (_, Stage::Waiting) | (Action::Create, Stage::Done) => Self::Pending,
        }
    }

    /// The word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Kept => "kept",
            Self::Invalid => "invalid",
            Self::Duplicate => "duplicate",
            Self::Conflict => "conflict",
            Self::Refused => "refused",
            Self::InDoubt => "in_doubt",
            Self::Pending => "pending",
            Self::Undone => "undone",
        }
    }
}
