//! `tassel issue status`.

use serde::Serialize;
use serde_json::Value;
use tassel_issuing::{State, Status};

use super::counted;
use super::files::PlanFile;
use crate::args::{Format, Global, issue};
use crate::failure::{ExitStatus, Failure};
use crate::output::{PipeState, Rows, print, write_lines};

pub(super) fn run(global: &Global, options: &issue::Status) -> Result<ExitStatus, Failure> {
    let file = PlanFile::read(&options.plan)?;
    let state: State = file.state()?;
    show(&file, &Status::of(&file.plan, &state), global.output.unwrap_or(Format::Table))?;
    Ok(ExitStatus::Complete)
}

/// Prints a status.
pub(super) fn show(file: &PlanFile, status: &Status, format: Format) -> Result<PipeState, Failure> {
    match format {
        Format::Table => write_lines(&lines(file, status)),
        format => print(&StatusOutput(*status), format),
    }
}

fn lines(file: &PlanFile, status: &Status) -> Vec<String> {
    let rows = counted(status.rows, "row", "rows");
    let mut lines = vec![format!("{}: {rows} for {}", file.name(), file.plan.host)];
    let unpublished = status.created - status.published;
    let published = match unpublished {
        0 => "published".to_owned(),
        _ => format!("{} published, {unpublished} not", status.published),
    };
    for (number, what, more) in [
        (status.created, "created", published.as_str()),
        (status.updated, "updated", ""),
        (status.kept, "kept", ""),
        (status.invalid, "invalid", "skipped"),
        (status.duplicate, "duplicate", "skipped"),
        (status.conflict, "conflict", "skipped"),
        (status.undone, "undone", ""),
        (status.refused, "refused", "`report` says why; correct the sheet and plan again"),
        (status.in_doubt, "in doubt", "apply again to look for them"),
        (status.pending, "pending", "apply to go on"),
    ] {
        if number > 0 {
            lines.push(format!("{number:>9}  {what:<12}{more}").trim_end().to_owned());
        }
    }
    let complete = if status.complete { "complete" } else { "not complete" };
    lines.push(complete.to_owned());
    lines
}

#[derive(Serialize)]
#[serde(transparent)]
struct StatusOutput(Status);

impl Rows for StatusOutput {
    type Row = Status;

    fn columns(&self) -> Vec<String> {
        fields(&self.0).into_iter().map(|(name, _)| name).collect()
    }

    fn rows(&self) -> &[Status] {
        std::slice::from_ref(&self.0)
    }

    fn cells(&self, row: &Status, _: &[String]) -> Vec<String> {
        fields(row).into_iter().map(|(_, value)| value.to_string()).collect()
    }
}

/// The fields of a status, by the names that JSON has.
fn fields(status: &Status) -> Vec<(String, Value)> {
    match serde_json::to_value(status) {
        Ok(Value::Object(fields)) => fields.into_iter().collect(),
        _ => Vec::new(),
    }
}
