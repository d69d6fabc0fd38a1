//! `tassel issue apply`.

use std::collections::HashSet;
use std::pin::pin;

use futures_util::future::{Either, select};
use tassel_issuing::fields::Field;
use tassel_issuing::plan::{Action, Publish};
use tassel_issuing::{ApplyError, ApplyOptions, Stage, State, Status};

use super::files::PlanFile;
use super::follow::Follower;
use super::question::confirm;
use super::signals::Signals;
use super::{counted, is_open, issuer, status};
use crate::args::{Format, Global, issue};
use crate::failure::{ExitStatus, Failure};

pub(super) async fn run(global: &Global, options: &issue::Apply) -> Result<ExitStatus, Failure> {
    let file = PlanFile::read(&options.plan)?;
    let apply_options = ApplyOptions {
        expect: options.expect.clone(),
        skip_invalid: options.skip_invalid,
        refresh: options.refresh,
        allow_unpublished: options.allow_unpublished,
        resend_doubtful: options.resend_doubtful,
        settle: options.settle,
    };
    let (issuer, context) = issuer(global).await?;
    // What can be known before the question is said before it.
    apply_options.check(&file.plan).map_err(|error| Failure::apply(&error, &context, 0))?;
    file.check_host(issuer.host())?;
    file.check_sheet()?;
    let opened = file.open_existing_journal()?;
    let asked = match &opened {
        Some((_, state)) => question(&file, state),
        None => question(&file, &State::new(&file.plan)),
    };
    if let Some(lines) = asked {
        confirm(&lines, options.yes)?;
    }
    let (mut journal, mut state) = match opened {
        Some(opened) => opened,
        None => file.open_journal()?,
    };
    let mut signals = Signals::new()?;
    let follower = Follower::new();
    let ended = {
        let plan = &file.plan;
        let applied =
            pin!(tassel_issuing::apply(&*issuer, plan, &mut journal, &mut state, &apply_options, &follower));
        let signalled = pin!(async {
            follower.stop(signals.next().await);
            signals.next().await
        });
        let waits = pin!(follower.show_waits(&*issuer));
        match select(applied, select(signalled, waits)).await {
            Either::Left((ended, _)) => ended.map(drop),
            // The journal outlives any end.
            Either::Right(_) => Err(ApplyError::Stopped),
        }
    };
    follower.clear();
    finish(global, &file, &state, ended, |error| Failure::apply(&error, &context, follower.signal()))
}

/// Prints where the rows stand, unless nothing was begun.
fn finish(
    global: &Global,
    file: &PlanFile,
    state: &State,
    ended: Result<(), ApplyError>,
    failure: impl FnOnce(ApplyError) -> Failure,
) -> Result<ExitStatus, Failure> {
    let status = Status::of(&file.plan, state);
    let has_begun = state.rows.iter().any(|row| row.stage != Stage::Waiting);
    if ended.is_ok() || has_begun {
        status::show(file, &status, global.output.unwrap_or(Format::Table))?;
    }
    match ended {
        Err(error) => Err(failure(error)),
        Ok(()) if status.complete => Ok(ExitStatus::Complete),
        Ok(()) => Ok(ExitStatus::Partial),
    }
}

/// The question before an apply: what is still to be written. `None` if nothing is.
fn question(file: &PlanFile, state: &State) -> Option<Vec<String>> {
    let plan = &file.plan;
    let (mut created, mut staged, mut updated, mut renewed, mut published) = (0, 0, 0, 0, 0);
    let mut addresses = HashSet::new();
    for (row, state) in plan.rows.iter().zip(&state.rows) {
        published += u64::from(state.published);
        let is_open = is_open(&row.action, state, plan.publish);
        match &row.action {
            Action::Create if is_open => {
                *(if state.stage == Stage::Done { &mut staged } else { &mut created }) += 1;
                addresses.extend(plan.fields(row).email);
            }
            Action::Update { changes, .. } if is_open => {
                updated += 1;
                renewed += u64::from(changes.iter().any(|change| change.field == Field::ExpiredOn));
            }
            _ => {}
        }
    }
    let writes: Vec<_> = [(created, "create"), (staged, "publish"), (updated, "update")]
        .into_iter()
        .filter(|(rows, _)| *rows > 0)
        .map(|(rows, what)| format!("{what} {}", counted(rows, "credential", "credentials")))
        .collect();
    if writes.is_empty() {
        return None;
    }
    let most = plan.cost.most.min(addresses.len() as u64 + renewed);
    let least = plan.cost.least.saturating_sub(published).min(most);
    let cost = if least == most { most.to_string() } else { format!("{least} to {most}") };
    let left = plan.account.balance.map(|balance| format!(" of {balance}")).unwrap_or_default();
    let skipped = plan.rows.iter().filter(|row| row.action.is_refused()).count() as u64;
    let skipped =
        if skipped > 0 { format!("; skip {}", counted(skipped, "row", "rows")) } else { String::new() };
    let mut lines = vec![
        format!("apply {}", file.name()),
        format!("{}{skipped}", writes.join(", ")),
        format!("credits: {cost}{left}"),
        format!("host: {} (issuer {})", plan.host, plan.account.issuer),
    ];
    if plan.publish != Publish::Never {
        lines.push("The vendor may send mail to the recipients when credentials are published.".to_owned());
    }
    Some(lines)
}
