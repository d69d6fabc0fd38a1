//! What became of each row, as a sheet.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use crate::journal::{Entry, Line};
use crate::plan::Plan;
use crate::state::{Standing, State};

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ReportRow {
    /// The cells of the sheet, by their headings. Personal; `None` in an anonymous report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<Input>,
    /// The number of the row.
    pub row: u64,
    /// The credential's own id. One that the sheet gives is left out of an anonymous report.
    pub own_id: Option<String>,
    /// The word for where the row stands.
    pub outcome: &'static str,
    /// Whether its credential is published, as far as is known.
    pub published: bool,
    /// The vendor's number of the credential.
    pub credential_id: Option<String>,
    /// The page of the credential, if the vendor returned it.
    pub url: Option<String>,
    /// What a person has to know.
    pub problem: Option<String>,
}

/// The cells of a row, each with its heading, in the order of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input(pub Vec<(String, String)>);

/// An object, whose members keep their order.
impl Serialize for Input {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(heading, cell)| (heading, cell)))
    }
}

/// The pages of credentials, as a journal has them.
#[derive(Debug, Clone, Default)]
pub struct Urls(BTreeMap<u64, String>);

impl Urls {
    /// Takes in a line of the journal.
    pub fn take(&mut self, line: &Line) {
        if let Entry::Result { rows, .. } = &line.entry {
            self.0.extend(rows.iter().filter_map(|row| Some((row.row, row.url.clone()?))));
        }
    }
}

/// What became of each row, in the order of the sheet.
///
/// An anonymous report has no cells of the sheet, no pages, and no texts that may name a person.
pub fn rows<'a>(
    plan: &'a Plan,
    state: &'a State,
    urls: &'a Urls,
    anonymous: bool,
) -> impl Iterator<Item = ReportRow> + 'a {
    let headings = &plan.sheet.columns.headings;
    plan.rows.iter().zip(&state.rows).map(move |(row, state)| {
        let cells = headings.iter().cloned().zip(row.row.cells.iter().map(str::to_owned));
        let problem = row.action.problem().or_else(|| state.problem.as_deref().map(str::to_owned));
        let own_id = row.own_id.clone().filter(|_| !anonymous || plan.fields(row).id.is_none());
        ReportRow {
            input: (!anonymous).then(|| Input(cells.collect())),
            row: row.row.number,
            own_id,
            outcome: Standing::of(&row.action, state, plan.publish).name(),
            published: state.published,
            credential_id: state.credential.as_deref().map(str::to_owned),
            url: urls.0.get(&row.row.number).filter(|_| !anonymous).cloned(),
            problem: problem.filter(|_| !anonymous),
        }
    })
}

/// Writes a report as CSV: the columns of the sheet in their order, then those of the report. Cells that a spreadsheet
/// would run begin with an apostrophe.
///
/// # Errors
///
/// The writer fails.
pub fn write_csv(
    plan: &Plan,
    rows: impl Iterator<Item = ReportRow>,
    anonymous: bool,
    writer: impl Write,
) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(writer);
    let own: &[String] = if anonymous { &[] } else { &plan.sheet.columns.headings };
    let added = ["row", "own_id", "outcome", "published", "credential_id", "url", "problem"];
    let safe = |cell: &str| escape_formula(cell).into_owned();
    csv.write_record(own.iter().map(|heading| safe(heading)).chain(added.map(str::to_owned)))?;
    for (planned, row) in plan.rows.iter().zip(rows) {
        let number = row.row.to_string();
        let text = |text: Option<String>| text.unwrap_or_default();
        let added = [
            number,
            text(row.own_id),
            row.outcome.to_owned(),
            row.published.to_string(),
            text(row.credential_id),
            text(row.url),
            text(row.problem),
        ];
        let cells = (0..own.len()).map(|place| planned.row.cells.get(place));
        csv.write_record(cells.map(safe).chain(added.iter().map(|cell| safe(cell))))?;
    }
    csv.flush()
}

/// A CSV cell that a spreadsheet does not run: a formula gets an apostrophe in front. Numbers do not change.
#[must_use]
pub fn escape_formula(cell: &str) -> Cow<'_, str> {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula && !is_number(cell) { format!("'{cell}").into() } else { cell.into() }
}

/// Whether a cell is a decimal number, such as `-1.5e3`.
fn is_number(cell: &str) -> bool {
    // Rust also parses names such as `-inf` as numbers.
    cell.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b)) && cell.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_escaped_and_numbers_are_not() {
        for (label, cell, want) in [
            ("text", "Imani = Okonjo", "Imani = Okonjo"),
            ("empty", "", ""),
            ("a formula", "=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
            ("a sum", "+1+1", "'+1+1"),
            ("a difference", "-2-3", "'-2-3"),
            ("a function", "@SUM(A1)", "'@SUM(A1)"),
            ("after a tab", "\t=1", "'\t=1"),
            ("after a return", "\r=1", "'\r=1"),
            ("after a line end", "\n=1", "'\n=1"),
            ("full width", "＝1+1", "'＝1+1"),
            ("a dash alone", "-", "'-"),
            ("a name of a number", "-inf", "'-inf"),
            ("a negative number", "-5", "-5"),
            ("a signed number", "+5.25", "+5.25"),
            ("a number with an exponent", "-1.5e-3", "-1.5e-3"),
            ("a number and more", "-5 =1", "'-5 =1"),
            ("a phone number", "+61 8 5550 1234", "'+61 8 5550 1234"),
        ] {
            assert_eq!(escape_formula(cell), want, "{label}");
        }
    }
}
