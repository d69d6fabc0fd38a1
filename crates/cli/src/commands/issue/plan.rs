//! `tassel issue plan`.

use std::path::Path;

use serde::Serialize;
use tassel_issuing::fields::Field;
use tassel_issuing::plan::{Action, PlannedRow, SCHEMA, VERSION, make};
use tassel_issuing::sheet::{Format as SheetFormat, Sheet};
use tassel_issuing::{Plan, PlanOptions};

use super::files::{earlier, is_same, plan_of, read_sheet, shown, write_plan};
use super::issuer;
use super::summary::{self, Alternative};
use crate::args::issue;
use crate::args::{Format, Global};
use crate::failure::{ExitStatus, Failure};
use crate::output::{Rows, print, width, write_lines, write_message, write_with};

pub(super) async fn run(global: &Global, options: &issue::Plan) -> Result<ExitStatus, Failure> {
    let is_standard_input = options.rows == Path::new("-");
    let out = match (&options.out, is_standard_input) {
        (Some(out), _) => out.clone(),
        (None, false) => plan_of(&options.rows),
        (None, true) => {
            return Err(Failure::usage(
                "standard input has no name to name the plan after; give --out PLAN.",
            ));
        }
    };
    let name = if is_standard_input { "standard input".to_owned() } else { shown(&options.rows) };
    let bytes = read_sheet(&options.rows)?;
    if is_same(&out, &options.rows) {
        return Err(Failure::usage(format!("{} is the sheet; name another file with --out.", shown(&out))));
    }
    earlier(&out)?;
    let format = SheetFormat::of(&name, &bytes);
    let sheet = Sheet::read(&bytes, format, &options.map).map_err(|error| Failure::sheet(&name, &error))?;
    drop(bytes);
    if options.group.is_none() && !sheet.columns.fields.contains(&Some(Field::Group)) {
        return Err(Failure::usage(
            "there is no group. Name it with --group, by its id or its exact name, or in a column `group`.",
        ));
    }
    let (issuer, context) = issuer(global).await?;
    let made_for = PlanOptions {
        path: (!is_standard_input).then_some(name),
        group: options.group.clone(),
        edition: options.edition.clone(),
        publish: options.publish,
        billing_year_start: options.billing_year_start,
        now: None,
    };
    let plan = make(&*issuer, sheet, &made_for).await.map_err(|error| Failure::planning(&error, &context))?;
    if let Some(kept) = write_plan(&out, &plan)? {
        let (out, kept) = (out.display(), kept.display());
        write_message(&format!(
            "{out} was applied; that plan and its journal are {kept} and {kept}.journal now."
        ));
    }
    match global.output.unwrap_or(Format::Table) {
        Format::Table => {
            let other = Alternative::of(&plan, &*issuer).await;
            write_lines(&summary::of(&plan, &other, &shown(&out), width()))?
        }
        format => {
            let output = PlanOutput { schema: SCHEMA, version: VERSION, hash: plan.hash(), plan: &plan };
            match format {
                Format::Json => write_with(true, |writer| {
                    serde_json::to_writer_pretty(&mut *writer, &output)?;
                    writer.write_all(b"\n")
                })?,
                _ => print(&output, format)?,
            }
        }
    };
    let is_usable = !plan.has_refused_rows();
    Ok(if is_usable { ExitStatus::Complete } else { ExitStatus::UnusableRows })
}

/// A plan as it is printed: in JSON, what its file has.
#[derive(Serialize)]
struct PlanOutput<'a> {
    schema: &'static str,
    version: u32,
    hash: String,
    plan: &'a Plan,
}

impl Rows for PlanOutput<'_> {
    type Row = PlannedRow;

    fn columns(&self) -> Vec<String> {
        ["row", "action", "own_id", "credential_id", "changes", "problem"].map(str::to_owned).into()
    }

    fn rows(&self) -> &[PlannedRow] {
        &self.plan.rows
    }

    fn cells(&self, row: &PlannedRow, _: &[String]) -> Vec<String> {
        let (credential, changes) = match &row.action {
            Action::Update { credential, changes } => (Some(credential), changes.as_slice()),
            Action::Keep { credential, .. }
            | Action::Expired { credential, .. }
            | Action::Conflict { credential, .. } => (Some(credential), &[][..]),
            _ => (None, &[][..]),
        };
        let changes: Vec<_> = changes
            .iter()
            .map(|change| {
                let from = change.from.as_deref().map_or("empty".to_owned(), |from| format!("`{from}`"));
                format!("{}: {from} to `{}`", change.field, change.to)
            })
            .collect();
        vec![
            row.row.number.to_string(),
            row.action.name().to_owned(),
            row.own_id.clone().unwrap_or_default(),
            credential.cloned().unwrap_or_default(),
            changes.join("; "),
            row.action.problem().unwrap_or_default(),
        ]
    }
}
