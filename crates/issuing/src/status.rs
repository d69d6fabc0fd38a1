//! How many rows stand where.

use serde::Serialize;

use crate::plan::Plan;
use crate::state::{Standing, State};

/// How many rows of a plan stand where. All but `published` and `complete` add up to `rows`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Status {
    /// All rows.
    pub rows: u64,
    /// Rows whose credentials were created and are published, or are to stay unpublished.
    pub created: u64,
    /// Rows whose credentials were changed.
    pub updated: u64,
    /// Rows whose credentials were there and stay as they are.
    pub kept: u64,
    /// Rows with wrong cells.
    pub invalid: u64,
    /// Rows for which an earlier row stands.
    pub duplicate: u64,
    /// Rows whose person has a credential under another id.
    pub conflict: u64,
    /// Rows that the vendor refused.
    pub refused: u64,
    /// Rows that were sent, and nobody knows whether they were done.
    pub in_doubt: u64,
    /// Rows that are still to be done, or to be published.
    pub pending: u64,
    /// Rows that were done and undone.
    pub undone: u64,
    /// Rows whose credentials were created and are published.
    pub published: u64,
    /// Whether every row is settled: none is pending, refused or in doubt.
    pub complete: bool,
}

impl Status {
    /// The status of a plan by the state of its rows.
    #[must_use]
    pub fn of(plan: &Plan, state: &State) -> Self {
        let mut status = Self { rows: plan.rows.len() as u64, ..Self::default() };
        for (row, state) in plan.rows.iter().zip(&state.rows) {
            let standing = Standing::of(&row.action, state, plan.publish);
            *match standing {
                Standing::Created => &mut status.created,
                Standing::Updated => &mut status.updated,
                Standing::Kept => &mut status.kept,
                Standing::Invalid => &mut status.invalid,
                Standing::Duplicate => &mut status.duplicate,
                Standing::Conflict => &mut status.conflict,
                Standing::Refused => &mut status.refused,
                Standing::InDoubt => &mut status.in_doubt,
                Standing::Pending => &mut status.pending,
                Standing::Undone => &mut status.undone,
            } += 1;
            status.published += u64::from(standing == Standing::Created && state.published);
        }
        status.complete = status.pending + status.refused + status.in_doubt == 0;
        status
    }
}
