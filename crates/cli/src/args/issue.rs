//! The command line of `tassel issue`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};
use tassel_core::kit::jiff::SignedDuration;
use tassel_core::kit::jiff::civil::Date;
use tassel_issuing::fields::Field;
use tassel_issuing::plan::Publish;

/// What the help of `issue` says after the list of commands.
pub(crate) const AFTER_HELP: &str = "\
Credentials are issued at Accredible. A sheet is CSV, TSV, NDJSON or XLSX; `tassel issue template` prints an empty one. \
Columns are recognised by name: name (or first_name and last_name), email, id, recipient_id, phone_number, issued_on, \
expired_on, course_name, description, private, grade, group, custom.<attribute>, meta.<key>.

The plan and its journal (<PLAN>.journal) hold names and addresses. Keep them beside the sheet: without the journal an \
apply cannot be continued or undone.

Exit codes (others as in `tassel --help`):
    0  every row is settled
    2  wrong command line, no yes to the question, or a journal in use or of another plan
    3  wrong configuration, or one for another host or issuer than the plan's
    6  rows are invalid, duplicates or in conflict; the plan is out of date; or credits are short
   10  rows are pending, refused or in doubt
  130  interrupted after the batches under way (143: terminated); apply again to continue

The sandbox of --sandbox ends with the command, so that its plan cannot be applied. To try everything, run `tassel \
sandbox` and set the variables that it prints.";

/// The commands of `issue`.
#[derive(Debug, Subcommand)]
pub(crate) enum Issue {
    /// Compare a sheet with the group, and write a plan: what to do with each row, and what it costs. Changes nothing
    Plan(Plan),
    /// Apply a plan, or continue to. Sends nothing twice
    Apply(Apply),
    /// Print how many rows of a plan are created, pending, refused, in doubt. Reads the journal only
    Status(Status),
    /// Print the sheet with what became of each row, as CSV; with -o json or ndjson as objects. Reads the journal only
    Report(Report),
    /// Undo what an apply created: unpublished credentials are deleted, published ones expire
    Undo(Undo),
    /// Print an empty sheet
    Template,
}

/// The options of `issue plan`.
#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// The sheet: a file, or - for standard input
    #[arg(value_name = "ROWS")]
    pub(crate) rows: PathBuf,
    /// The group: its id if it is all digits, otherwise its exact name. A column `group` has priority
    #[arg(long, value_name = "ID|NAME")]
    pub(crate) group: Option<String>,
    /// Write the plan to this file. Default: the name of the sheet and `.plan.json`
    #[arg(long, value_name = "PLAN")]
    pub(crate) out: Option<PathBuf>,
    /// The field that a column holds, such as Mail=email; may be repeated
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = mapping)]
    pub(crate) map: Vec<(String, Field)>,
    /// Issue a second credential of the group to the same person: any text that names this round, such as 2027
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) edition: String,
    /// When to publish: after the group was listed and has exactly one credential a row, on creation, or never
    #[arg(long, value_name = "WHEN", default_value_t = Publish::AfterProof, value_parser = publish())]
    pub(crate) publish: Publish,
    /// The first day of the billing year. It narrows the range of the cost, and takes a listing of that year
    #[arg(long, value_name = "MM-DD", value_parser = day)]
    pub(crate) billing_year_start: Option<(i8, i8)>,
}

/// The options of `issue apply`.
#[derive(Debug, Args)]
pub(crate) struct Apply {
    /// The plan. Its journal has the same name and `.journal`
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,
    /// Do not ask. Needed where there is no terminal
    #[arg(long)]
    pub(crate) yes: bool,
    /// Apply only a plan with this hash, which `plan` prints: the plan that somebody approved
    #[arg(long, value_name = "HASH")]
    pub(crate) expect: Option<String>,
    /// Leave out rows that are invalid, duplicates or in conflict
    #[arg(long)]
    pub(crate) skip_invalid: bool,
    /// Leave out rows that changed at the vendor after the plan was made
    #[arg(long)]
    pub(crate) refresh: bool,
    /// Create although the credits do not suffice. What cannot be published stays unpublished
    #[arg(long)]
    pub(crate) allow_unpublished: bool,
    /// Send again what was looked for twice and not found. If the vendor acts late, a person has two credentials
    #[arg(long)]
    pub(crate) resend_doubtful: bool,
    /// How long to wait before looking for a lost request. Default: the timeout of an attempt and 5 s
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub(crate) settle: Option<Duration>,
}

/// The options of `issue status`.
#[derive(Debug, Args)]
pub(crate) struct Status {
    /// The plan
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,
}

/// The options of `issue report`.
#[derive(Debug, Args)]
pub(crate) struct Report {
    /// The plan
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,
    /// Write the report to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Leave out the sheet's cells, pages, problems and own ids that the sheet gives
    #[arg(long)]
    pub(crate) anonymous: bool,
}

/// The options of `issue undo`.
#[derive(Debug, Args)]
pub(crate) struct Undo {
    /// The plan
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,
    /// Delete published credentials too, instead of letting them expire today
    #[arg(long)]
    pub(crate) delete: bool,
    /// Do not ask. Needed where there is no terminal
    #[arg(long)]
    pub(crate) yes: bool,
}

fn mapping(text: &str) -> Result<(String, Field), String> {
    // A heading may hold an equals sign; few attributes do.
    match text.rsplit_once('=') {
        Some((column, field)) if !column.trim().is_empty() => Ok((column.to_owned(), field.trim().parse()?)),
        _ => Err("write it as COLUMN=FIELD, such as \"Student no=recipient_id\"".to_owned()),
    }
}

fn publish() -> impl clap::builder::TypedValueParser<Value = Publish> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new(["after-proof", "at-once", "never"]).try_map(|text| text.parse::<Publish>())
}

fn day(text: &str) -> Result<(i8, i8), String> {
    let parts = text.split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
    // 2023 has no 29 February: a billing year starts every year.
    match parts {
        Some((month, day)) if Date::new(2023, month, day).is_ok() => Ok((month, day)),
        _ => Err("write it as month and day, such as 07-01".to_owned()),
    }
}

fn duration(text: &str) -> Result<Duration, String> {
    let parsed = text.parse::<SignedDuration>().ok().and_then(|duration| Duration::try_from(duration).ok());
    parsed.ok_or_else(|| "write it with a unit, such as 90s or 2m".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_parsed_or_refused() {
        let field = |text: &str| mapping(text).map(|(column, field)| format!("{column} -> {field}"));
        for (text, want) in [
            ("Student no=recipient_id", Some("Student no -> recipient_id")),
            ("a = b =email", Some("a = b  -> email")),
            ("Unit=custom.unit code", Some("Unit -> custom.unit code")),
            ("email", None),
            (" =email", None),
            ("Mail=e-mail", None),
        ] {
            assert_eq!(field(text).ok().as_deref(), want, "{text}");
        }
        for (text, want) in [
            ("07-01", Some((7, 1))),
            ("7-1", Some((7, 1))),
            ("12-31", Some((12, 31))),
            ("02-29", None),
            ("13-01", None),
            ("01/07", None),
            ("-1-1", None),
        ] {
            assert_eq!(day(text).ok(), want, "{text}");
        }
        for (text, want) in [
            ("90s", Some(Duration::from_secs(90))),
            ("2m", Some(Duration::from_secs(120))),
            ("0s", Some(Duration::ZERO)),
            ("50ms", Some(Duration::from_millis(50))),
            ("90", None),
            ("-1s", None),
            ("soon", None),
        ] {
            assert_eq!(duration(text).ok(), want, "{text}");
        }
    }
}
