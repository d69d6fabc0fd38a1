//! `tassel issue report`.

use std::fs::File;
use std::io::{BufWriter, Write};

use serde::{Serialize, Serializer};
use tassel_issuing::State;
use tassel_issuing::report::{ReportRow, Urls, rows, write_csv};

use super::files::PlanFile;
use crate::args::{Format, Global, issue};
use crate::failure::{ExitStatus, Failure};
use crate::output::{Rows, print, write_with};

pub(super) fn run(global: &Global, options: &issue::Report) -> Result<ExitStatus, Failure> {
    let file = PlanFile::read(&options.plan)?;
    let (mut state, mut urls) = (State::new(&file.plan), Urls::default());
    file.read_journal(|line| {
        state.take(&line.entry);
        urls.take(&line);
    })?;
    let rows = rows(&file.plan, &state, &urls, options.anonymous);
    let format = global.output.unwrap_or(Format::Csv);
    let is_json = match format {
        Format::Csv => false,
        Format::Json | Format::Ndjson => true,
        Format::Table if options.out.is_none() => {
            print(&ReportTable(rows.collect()), Format::Table)?;
            return Ok(ExitStatus::Complete);
        }
        Format::Table => {
            return Err(Failure::usage("a table cannot be written to a file; use -o csv, json or ndjson."));
        }
    };
    let write_all = |writer: &mut dyn Write| match format {
        Format::Json => {
            serde_json::Serializer::pretty(&mut *writer).collect_seq(rows)?;
            writer.write_all(b"\n")
        }
        Format::Ndjson => rows.into_iter().try_for_each(|row| {
            serde_json::to_writer(&mut *writer, &row)?;
            writer.write_all(b"\n")
        }),
        _ => write_csv(&file.plan, rows, options.anonymous, writer),
    };
    let Some(out) = &options.out else {
        write_with(is_json, write_all)?;
        return Ok(ExitStatus::Complete);
    };
    if file.is_own(out) {
        let name = out.display();
        return Err(Failure::usage(format!("{name} is a file of the plan; name another one with --out.")));
    }
    let written = File::create(out).map(BufWriter::new).and_then(|mut file| {
        write_all(&mut file)?;
        file.flush()
    });
    written.map_err(|error| Failure::internal(format!("{}: {error}.", out.display())))?;
    Ok(ExitStatus::Complete)
}

/// A report as a table, without the cells of the sheet.
#[derive(Serialize)]
#[serde(transparent)]
struct ReportTable(Vec<ReportRow>);

impl Rows for ReportTable {
    type Row = ReportRow;

    fn columns(&self) -> Vec<String> {
        ["row", "own_id", "outcome", "published", "credential_id", "problem"].map(str::to_owned).into()
    }

    fn rows(&self) -> &[ReportRow] {
        &self.0
    }

    fn cells(&self, row: &ReportRow, _: &[String]) -> Vec<String> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![
            row.row.to_string(),
            text(&row.own_id),
            row.outcome.to_owned(),
            row.published.to_string(),
            text(&row.credential_id),
            text(&row.problem),
        ]
    }
}
