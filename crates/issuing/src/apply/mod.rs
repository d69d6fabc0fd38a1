//! Applies a plan: creates, proves, publishes and updates, and can be continued after any end.

mod check;
mod create;
mod look;
mod publish;
mod update;

use std::time::Duration;

use tassel_core::Error;
use tokio::time::{Instant, sleep_until};

use crate::fields::Fields;
use crate::issuer::{Account, Issuer};
use crate::journal::{Act, Entry, Intent, Journal, JournalError, RowResult, Stale, user};
use crate::plan::{Action, Plan, Publish};
use crate::state::{Stage, State};
use crate::status::Status;

/// How a plan is applied.
#[derive(Debug, Clone, Default)]
pub struct ApplyOptions {
    /// The hash that the plan must have.
    pub expect: Option<String>,
    /// Apply the other rows although some are invalid, duplicates or in conflict.
    pub skip_invalid: bool,
    /// Apply the other rows although some changed at the vendor after the plan was made.
    pub refresh: bool,
    /// Create although the credits do not suffice to publish all.
    pub allow_unpublished: bool,
    /// Send again what was looked for twice and not found. The vendor may act late, and two credentials may be there.
    pub resend_doubtful: bool,
    /// The time after which a lost request is assumed to have been acted on, if ever. Default: the timeout of an
    /// attempt and 5 seconds.
    pub settle: Option<Duration>,
}

impl ApplyOptions {
    /// Checks what can be known before anything is read or asked: the plan's hash, and that its rows can be applied.
    ///
    /// # Errors
    ///
    /// [`ApplyError::Unexpected`] or [`ApplyError::Refused`].
    pub fn check(&self, plan: &Plan) -> Result<(), ApplyError> {
        if let Some(expected) = &self.expect {
            let is = plan.hash();
            if is != *expected {
                return Err(ApplyError::Unexpected { is, expected: expected.clone() });
            }
        }
        let refused = plan.rows.iter().filter(|row| row.action.is_refused()).count();
        if refused > 0 && !self.skip_invalid {
            return Err(ApplyError::Refused { rows: refused });
        }
        Ok(())
    }
}

/// Why an apply ended before its end. The journal has all that was done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ApplyError {
    /// The plan has another hash than expected.
    #[error("the plan has the hash {is}, and {expected} was expected: it is not the plan that was approved")]
    Unexpected {
        /// The hash of the plan.
        is: String,
        /// The hash that was expected.
        expected: String,
    },
    /// The client is for another host or issuer than the plan.
    #[error(
        "the plan is for {planned}, and this client is for {is}; use the configuration that the plan was made with"
    )]
    OtherAccount {
        /// The host and the issuer of the plan.
        planned: String,
        /// Those of the client.
        is: String,
    },
    /// Rows are invalid, duplicates or in conflict.
    #[error(
        "{rows} rows are invalid, duplicates or in conflict; correct the sheet, or skip them (--skip-invalid)"
    )]
    Refused {
        /// How many.
        rows: usize,
    },
    /// Rows changed at the vendor after the plan was made.
    #[error("{}", stale_text(.0))]
    Stale(Vec<Stale>),
    /// There are fewer credits than the plan may need.
    #[error(
        "publishing may cost {need} credits, and {balance} are left; buy credits, or apply all the same \
         (--allow-unpublished): what cannot be published stays unpublished"
    )]
    Credits {
        /// The most that it may cost.
        need: u64,
        /// What is left.
        balance: i64,
    },
    /// The reply to the first unpublished credential does not say that it is unpublished.
    #[error(
        "the first credential was to be created unpublished, and the reply does not say that it is: nothing more was \
         sent. Look at credential {credential} in the vendor's page"
    )]
    NotStaged {
        /// The vendor's number.
        credential: String,
    },
    /// The vendor does not publish.
    #[error("credential {credential} was to be published, and the reply does not say that it is: {reason}")]
    NotPublished {
        /// The vendor's number.
        credential: String,
        /// The probable reason.
        reason: &'static str,
    },
    /// A group cannot be proved: listings do not show credentials that exist.
    #[error(
        "the listing of group {group} does not show {missing} credentials that exist, after {tries} readings; apply \
         the plan again later"
    )]
    Unproved {
        /// The group's id.
        group: String,
        /// How many are missing.
        missing: usize,
        /// How often it was read.
        tries: u32,
    },
    /// The journal cannot be written.
    #[error("{0}. The run has ended; apply the plan again to continue")]
    Journal(#[from] JournalError),
    /// A call failed.
    #[error("{0}. The run has ended; apply the plan again to continue")]
    Call(#[from] Error),
    /// It was asked to stop.
    #[error("stopped after the calls under way; apply the plan again to continue")]
    Stopped,
}

fn stale_text(stale: &[Stale]) -> String {
    let shown: Vec<_> = stale.iter().take(10).map(|it| format!("row {}: {}", it.row, it.problem)).collect();
    let more = stale.len().saturating_sub(shown.len());
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    format!(
        "the group changed after the plan was made: {}{more}. Make the plan again, or apply the other rows (--refresh)",
        shown.join("; ")
    )
}

/// Follows an apply.
pub trait Watch: Sync {
    /// Something was done. The state is as the journal has it.
    fn progress(&self, _progress: Progress<'_>) {}

    /// Whether the apply should end after the calls under way.
    fn is_stopping(&self) -> bool {
        false
    }
}

/// Follows nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoWatch;

impl Watch for NoWatch {}

/// How far an apply is.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Progress<'a> {
    /// What it is doing.
    pub phase: &'a str,
    /// How much of it is done.
    pub done: u64,
    /// How much there is.
    pub all: u64,
    /// The number of rows in doubt.
    pub in_doubt: u64,
}

/// Applies a plan, or continues to.
///
/// The journal is given as it was opened, with the state that its lines make. Running it again sends nothing twice and
/// continues where it stopped.
///
/// # Errors
///
/// [`ApplyError`]: nothing was sent, or not all. Rows that the vendor refuses are no errors; the status counts them.
pub async fn apply(
    issuer: &dyn Issuer,
    plan: &Plan,
    journal: &mut Journal,
    state: &mut State,
    options: &ApplyOptions,
    watch: &dyn Watch,
) -> Result<Status, ApplyError> {
    options.check(plan)?;
    let settle = options.settle.unwrap_or_else(|| issuer.attempt_timeout() + Duration::from_secs(5));
    let mut run = Run {
        issuer,
        plan,
        journal,
        state,
        options,
        watch,
        settle,
        last_sent: Instant::now(),
        is_syncing_later: false,
    };
    run.run().await?;
    Ok(Status::of(plan, run.state))
}

/// An apply under way.
struct Run<'a> {
    issuer: &'a dyn Issuer,
    plan: &'a Plan,
    journal: &'a mut Journal,
    state: &'a mut State,
    options: &'a ApplyOptions,
    watch: &'a dyn Watch,
    settle: Duration,
    /// When a create was last sent that may still be under way; the beginning, for those of earlier runs.
    last_sent: Instant,
    /// Whether results are synced with the next intent, or before the next answer is waited for.
    is_syncing_later: bool,
}

impl Run<'_> {
    async fn run(&mut self) -> Result<(), ApplyError> {
        let account = self.issuer.account().await?;
        self.check_account(&account)?;
        self.write(Entry::Run { by: user() })?;
        if !self.state.is_checked {
            self.check_credits(&account)?;
            self.check_groups().await?;
        }
        self.create_all().await?;
        if self.plan.publish == Publish::AfterProof {
            self.prove().await?;
        }
        if self.plan.publish != Publish::Never {
            self.publish_all().await?;
        }
        self.update_all().await
    }

    fn check_account(&self, account: &Account) -> Result<(), ApplyError> {
        let shown = |host: &str, issuer: &str| format!("issuer {issuer} at {host}");
        let planned = shown(&self.plan.host, &self.plan.account.issuer);
        let is = shown(self.issuer.host(), &account.issuer);
        if planned == is { Ok(()) } else { Err(ApplyError::OtherAccount { planned, is }) }
    }

    fn check_credits(&self, account: &Account) -> Result<(), ApplyError> {
        let need = self.plan.cost.most;
        match account.balance {
            Some(balance) if !self.options.allow_unpublished && i128::from(balance) < i128::from(need) => {
                Err(ApplyError::Credits { need, balance })
            }
            _ => Ok(()),
        }
    }

    /// Writes a line and takes it into the state.
    fn write(&mut self, entry: Entry) -> Result<(), ApplyError> {
        self.state.take(&entry);
        Ok(self.journal.write(entry)?)
    }

    fn intend(&mut self, act: Act, rows: Vec<Intent>) -> Result<(), ApplyError> {
        self.write(Entry::Intent { act, rows })
    }

    fn note(&mut self, act: Act, rows: Vec<RowResult>) -> Result<(), ApplyError> {
        if rows.is_empty() {
            return Ok(());
        }
        let entry = Entry::Result { act, rows };
        if !self.is_syncing_later {
            return self.write(entry);
        }
        self.state.take(&entry);
        Ok(self.journal.write_later(entry)?)
    }

    /// The places of the rows with this action and stage.
    fn places(&self, is_wanted: fn(&Action) -> bool, stage: Stage) -> Vec<usize> {
        let rows = self.plan.rows.iter().zip(&self.state.rows).enumerate();
        rows.filter(|(_, (row, state))| state.stage == stage && is_wanted(&row.action))
            .map(|(place, _)| place)
            .collect()
    }

    fn number(&self, place: usize) -> u64 {
        self.state.number(place)
    }

    fn fields(&self, place: usize) -> Fields {
        self.plan.fields(&self.plan.rows[place])
    }

    /// The own id of a row that is not refused.
    fn own_id(&self, place: usize) -> &str {
        self.plan.rows[place].own_id.as_deref().unwrap_or_default()
    }

    /// The group's id of a row that is not refused.
    fn group(&self, place: usize) -> &str {
        let group = self.plan.rows[place].group.and_then(|group| self.plan.groups.get(group));
        group.map_or("", |state| state.group.id.as_str())
    }

    fn progress(&self, phase: &str, done: usize, all: usize) {
        let in_doubt = self.state.rows.iter().filter(|row| row.stage == Stage::InDoubt).count() as u64;
        self.watch.progress(Progress { phase, done: done as u64, all: all as u64, in_doubt });
    }

    /// Waits, unless it is asked to stop.
    async fn wait_until(&self, time: Instant) -> Result<(), ApplyError> {
        while Instant::now() < time {
            self.stop_if_asked()?;
            sleep_until(time.min(Instant::now() + Duration::from_secs(1))).await;
        }
        Ok(())
    }

    fn stop_if_asked(&self) -> Result<(), ApplyError> {
        if self.watch.is_stopping() { Err(ApplyError::Stopped) } else { Ok(()) }
    }
}

/// Whether credentials are created for rows with this action.
fn is_create(action: &Action) -> bool {
    matches!(action, Action::Create)
}

/// Whether credentials are changed for rows with this action.
fn is_update(action: &Action) -> bool {
    matches!(action, Action::Update { .. })
}
