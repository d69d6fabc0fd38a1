//! `tassel issue undo`.

use serde::Serialize;
use tassel_core::kit::jiff::{Timestamp, tz::TimeZone};
use tassel_issuing::plan::Action;
use tassel_issuing::{Stage, State};

use super::files::PlanFile;
use super::question::confirm;
use super::{counted, issuer};
use crate::args::{Format, Global, issue};
use crate::failure::{ExitStatus, Failure};
use crate::output::{Rows, print, write_lines};

/// What came of an undo.
#[derive(Serialize)]
struct UndoOutput {
    deleted: u64,
    expired: u64,
    /// The rows that were left alone.
    skipped: Vec<SkippedRow>,
}

#[derive(Serialize)]
struct SkippedRow {
    row: u64,
    problem: String,
}

pub(super) async fn run(global: &Global, options: &issue::Undo) -> Result<ExitStatus, Failure> {
    let file = PlanFile::read(&options.plan)?;
    let (issuer, context) = issuer(global).await?;
    file.check_host(issuer.host())?;
    let Some((mut journal, mut state)) = file.open_existing_journal()? else {
        return finish(global, &UndoOutput { deleted: 0, expired: 0, skipped: Vec::new() });
    };
    if let Some(lines) = question(&file, &state, options.delete) {
        confirm(&lines, options.yes)?;
    }
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let undone =
        tassel_issuing::undo(&*issuer, &file.plan, &mut journal, &mut state, options.delete, today).await;
    let undone = undone.map_err(|error| Failure::undo(&error, &context))?;
    let skipped = undone.skipped.into_iter().map(|(row, problem)| SkippedRow { row, problem });
    let output = UndoOutput { deleted: undone.deleted, expired: undone.expired, skipped: skipped.collect() };
    finish(global, &output)
}

fn finish(global: &Global, output: &UndoOutput) -> Result<ExitStatus, Failure> {
    match global.output.unwrap_or(Format::Table) {
        Format::Table => {
            let left = output.skipped.len() as u64;
            let mut lines =
                vec![format!("deleted {}, expired {}, left alone {left}", output.deleted, output.expired)];
            lines.extend(output.skipped.iter().map(|it| format!("  row {}: {}", it.row, it.problem)));
            write_lines(&lines)?
        }
        format => print(output, format)?,
    };
    Ok(if output.skipped.is_empty() { ExitStatus::Complete } else { ExitStatus::Partial })
}

/// What an undo is about to do. `None` if there is nothing to undo.
fn question(file: &PlanFile, state: &State, delete: bool) -> Option<Vec<String>> {
    let rows = file.plan.rows.iter().zip(&state.rows);
    let made = rows.filter(|(row, state)| {
        row.action == Action::Create && state.stage == Stage::Done && state.credential.is_some()
    });
    let (mut published, mut unpublished) = (0, 0);
    made.for_each(|(_, state)| *(if state.published { &mut published } else { &mut unpublished }) += 1);
    let of_published = if delete { "delete" } else { "expire today" };
    let parts = [("delete", "unpublished", unpublished), (of_published, "published", published)];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(_, _, number)| *number > 0)
        .map(|(what, kind, number)| {
            let (one, many) = (format!("{kind} credential"), format!("{kind} credentials"));
            format!("{what}: {}", counted(number, &one, &many))
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let mut lines = vec![
        format!("undo {}", file.name()),
        parts.join("; "),
        format!("host: {} (issuer {})", file.plan.host, file.plan.account.issuer),
        "A credential that somebody changed since is left alone. Updates are not undone.".to_owned(),
    ];
    if published > 0 {
        let mail = "Mail to the recipients was sent and stays sent. Credits may not come back.";
        lines.push(mail.to_owned());
    }
    Some(lines)
}

impl Rows for UndoOutput {
    type Row = SkippedRow;

    fn columns(&self) -> Vec<String> {
        ["row", "problem"].map(str::to_owned).into()
    }

    fn rows(&self) -> &[SkippedRow] {
        &self.skipped
    }

    fn cells(&self, row: &SkippedRow, _: &[String]) -> Vec<String> {
        vec![row.row.to_string(), row.problem.clone()]
    }
}
