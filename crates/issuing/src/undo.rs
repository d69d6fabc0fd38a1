//! Undoes what a journal made.

use tassel_core::Error;

use crate::fields::Fields;
use crate::issuer::{Held, Issuer};
use crate::journal::{Act, Came, Entry, Intent, Journal, JournalError, RowResult, user};
use crate::plan::{Action, Plan};
use crate::state::{Stage, State};

/// What came of an undo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undone {
    /// The rows whose credentials were deleted.
    pub deleted: u64,
    /// The rows whose credentials expire now.
    pub expired: u64,
    /// The rows that were left alone, each with the reason.
    pub skipped: Vec<(u64, String)>,
}

/// Why an undo ended before its end. The journal has what was undone.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UndoError {
    /// The client is for another host or issuer than the plan.
    #[error("the plan is for issuer {planned} at {host}; use the configuration that the plan was made with")]
    OtherAccount {
        /// The issuer of the plan.
        planned: String,
        /// The host of the plan.
        host: String,
    },
    /// The journal cannot be written.
    #[error("{0}. The run has ended; undo again to continue")]
    Journal(#[from] JournalError),
    /// A call failed.
    #[error("{0}. The run has ended; undo again to continue")]
    Call(#[from] Error),
}

/// Undoes the creations of a journal.
///
/// A credential is left alone where a field that was written, or whether it is published, reads otherwise now. One that
/// is not published is deleted. One that is published expires today, or is deleted if `delete` is set. Mail that was
/// sent stays sent, and credits may not come back. Updates are not undone.
///
/// # Errors
///
/// [`UndoError`]: not everything was looked at.
pub async fn undo(
    issuer: &dyn Issuer,
    plan: &Plan,
    journal: &mut Journal,
    state: &mut State,
    delete: bool,
    today: jiff::civil::Date,
) -> Result<Undone, UndoError> {
    let account = issuer.account().await?;
    if (issuer.host(), &account.issuer) != (plan.host.as_str(), &plan.account.issuer) {
        let (planned, host) = (plan.account.issuer.clone(), plan.host.clone());
        return Err(UndoError::OtherAccount { planned, host });
    }
    let run = Entry::Run { by: user() };
    journal.write(run)?;
    let mut undone = Undone::default();
    for (place, row) in plan.rows.iter().enumerate() {
        let state_of = &state.rows[place];
        if row.action != Action::Create || state_of.stage != Stage::Done {
            continue;
        }
        let Some(number) = state_of.credential.as_deref().map(str::to_owned) else { continue };
        let (row_number, was_published, was_begun) =
            (row.row.number, state_of.published, state_of.is_being_undone);
        let mut write = |state: &mut State, entry: Entry| {
            state.take(&entry);
            journal.write(entry)
        };
        if state_of.is_anothers {
            let reason =
                format!("credential {number} was there before it was sent: this journal did not make it");
            undone.skipped.push((row_number, reason));
            continue;
        }
        let result = RowResult { credential: Some(number.clone()), ..RowResult::new(row_number, Came::Done) };
        let Some(held) = issuer.get(&number).await? else {
            if was_begun {
                write(state, Entry::Result { act: Act::UndoDelete, rows: vec![result] })?;
                undone.deleted += 1;
            } else {
                undone.skipped.push((row_number, format!("credential {number} is gone already")));
            }
            continue;
        };
        let mut fields = plan.fields(row);
        if was_begun {
            fields.expired_on = None;
        }
        // Some replies tell the own id alone.
        let held = Held { number: number.clone(), ..held };
        if let Some(reason) = changed(&held, &fields, was_published) {
            undone.skipped.push((row_number, reason));
            continue;
        }
        let act = if !was_published || delete { Act::UndoDelete } else { Act::UndoExpire };
        write(state, Entry::Intent { act, rows: vec![Intent::of(row_number, number.clone())] })?;
        if act == Act::UndoDelete {
            issuer.delete(&number).await?;
            undone.deleted += 1;
        } else {
            let fields = Fields { expired_on: Some(today), ..Fields::default() };
            issuer.update(&held, &fields).await?;
            undone.expired += 1;
        }
        write(state, Entry::Result { act, rows: vec![result] })?;
    }
    Ok(undone)
}

/// Why a credential is left alone: somebody changed it.
fn changed(held: &Held, fields: &Fields, was_published: bool) -> Option<String> {
    let number = &held.number;
    if held.published != Some(was_published) {
        let is = match held.published {
            Some(true) => "is published now",
            Some(false) => "is not published any more",
            None => "does not tell whether it is published",
        };
        return Some(format!("credential {number} {is}"));
    }
    let changes = held.differences(fields);
    let named: Vec<_> = changes.iter().map(|change| change.field.to_string()).collect();
    (!named.is_empty()).then(|| format!("credential {number} has another {} now", named.join(", ")))
}
