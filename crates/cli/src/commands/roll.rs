//! `tassel roll`: one row per learner, across the vendors that are configured.

mod bars;
mod rows;

use std::collections::BTreeMap;

use serde::Serialize;
use tassel_core::Error;
use tassel_records::roll::{Completeness, Learner, ReadingSummary, RecordKind, Roll, Vendors};
use tassel_records::{Doubt, Scope};

use crate::args::{self, Format, Global};
use crate::failure::{ExitStatus, Failure};
use crate::output::{print, write_message};
use crate::vendors::{Clients, FailureContext, VENDORS};

/// The roll as it is printed.
#[derive(Debug, Serialize)]
struct RollOutput {
    /// The day that expiry was checked against.
    as_of: String,
    /// Whether every reading is complete.
    complete: bool,
    /// Why the roll may be incomplete.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing: Vec<String>,
    vendors: Vec<ReadingStatus>,
    learners: Vec<Learner>,
    /// Learners who may be one person and were not joined.
    doubts: Vec<Doubt>,
    #[serde(skip)]
    completeness: ColumnCompleteness,
}

/// The context of each vendor's failures.
type FailureContexts = BTreeMap<&'static str, FailureContext>;

/// The status of a reading, or of a vendor that was not asked.
#[derive(Debug, Serialize)]
struct ReadingStatus {
    vendor: &'static str,
    #[serde(rename = "asked", skip_serializing_if = "Option::is_none")]
    kind: Option<RecordKind>,
    state: State,
    records: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Whole,
    InPart,
    NotRead,
    NotAsked,
}

/// How complete the columns are.
#[derive(Debug, Clone, Copy)]
struct ColumnCompleteness {
    completions: Completeness,
    certificates: Completeness,
    credentials: Completeness,
}

pub(crate) async fn run(global: &Global, options: &args::Roll) -> Result<ExitStatus, Failure> {
    let clients = Clients::new(global).await?.configured()?;
    let contexts = clients.iter().map(|client| (client.api().vendor, client.context().clone())).collect();
    let vendors = clients.into_iter().fold(Vendors::new(), |vendors, client| client.join(vendors));
    let mut scope = Scope::everybody();
    (scope.email, scope.since) = (options.email.clone(), options.since);
    let mut bars = bars::Bars::default();
    let mut roll = Roll::read(&vendors, &scope, |progress| bars.show(progress)).await;
    bars.clear();
    if !options.missing.is_empty() {
        let missing: Vec<_> = options.missing.iter().map(|missing| (*missing).into()).collect();
        let asked =
            |missing: &&args::Missing| roll.completeness(record_kind(**missing)) == Completeness::NotAsked;
        if let Some(missing) = options.missing.iter().find(asked) {
            let what = match missing {
                args::Missing::Credential => "credentials",
                args::Missing::Recording => "recordings",
                args::Missing::Completion => "completions",
            };
            return Err(Failure::config(format!(
                "--missing needs a vendor that has {what}, and none is configured."
            )));
        }
        roll.keep_missing(&missing);
    }
    finish(roll, &contexts, global.output.unwrap_or(Format::Table))
}

/// Prints a roll, and writes the failures of its readings to standard error.
fn finish(roll: Roll, contexts: &FailureContexts, format: Format) -> Result<ExitStatus, Failure> {
    let nothing = roll.readings.iter().all(|reading| reading.error.is_some() && reading.records == 0);
    let mut problems =
        roll.readings.iter().filter_map(|reading| Some((reading, problem(reading, contexts)?)));
    if nothing && let Some((_, first)) = problems.next() {
        // The first failure is the result of the command. The others are only written.
        for (reading, failure) in problems.filter(|(_, other)| other.text() != first.text()) {
            write_message(&failure_text(reading, &failure));
        }
        return Err(first);
    }
    let missing: Vec<_> = problems.map(|(reading, failure)| failure_text(reading, &failure)).collect();
    let is_partial = |reading: &ReadingSummary| matches!(reading.error, Some(Error::Incomplete(_)) | None);
    let status = match &roll {
        roll if roll.is_complete() => ExitStatus::Complete,
        roll if roll.readings.iter().all(is_partial) => ExitStatus::Partial,
        _ => ExitStatus::VendorFailed,
    };
    let completeness = ColumnCompleteness {
        completions: roll.completeness(RecordKind::Completions),
        credentials: roll.completeness(RecordKind::Credentials),
        certificates: certificates(&roll),
    };
    let output = RollOutput {
        as_of: roll.as_of.to_string(),
        complete: roll.is_complete(),
        vendors: VENDORS
            .iter()
            .flat_map(|vendor| statuses(vendor.name(), &roll.readings, contexts))
            .collect(),
        missing,
        learners: roll.learners,
        doubts: roll.doubts,
        completeness,
    };
    print(&output, format)?;
    for missing in &output.missing {
        write_message(missing);
    }
    Ok(status)
}

/// The failure of a reading.
fn problem(reading: &ReadingSummary, contexts: &FailureContexts) -> Option<Failure> {
    let context = contexts.get(reading.vendor).cloned().unwrap_or_default();
    Some(Failure::call(reading.error.as_ref()?, &context))
}

fn failure_text(reading: &ReadingSummary, failure: &Failure) -> String {
    let what = match reading.error {
        Some(Error::Incomplete(_)) => "may be incomplete",
        _ if reading.records > 0 => "could not be read to its end",
        _ => "could not be read",
    };
    format!("{} {what}: {}", reading.vendor, failure.text())
}

fn statuses(
    vendor: &'static str,
    readings: &[ReadingSummary],
    contexts: &FailureContexts,
) -> Vec<ReadingStatus> {
    let of_vendor = readings.iter().filter(|reading| reading.vendor == vendor);
    let statuses: Vec<_> = of_vendor
        .map(|reading| ReadingStatus {
            vendor,
            kind: Some(reading.kind),
            state: match &reading.error {
                None => State::Whole,
                Some(Error::Incomplete(_)) => State::InPart,
                Some(_) if reading.records > 0 => State::InPart,
                Some(_) => State::NotRead,
            },
            records: reading.records,
            problem: problem(reading, contexts).map(|failure| failure.text().to_owned()),
        })
        .collect();
    if statuses.is_empty() {
        return vec![ReadingStatus { vendor, kind: None, state: State::NotAsked, records: 0, problem: None }];
    }
    statuses
}

/// Whether all certificates were read. Coursepath's come with its completions.
fn certificates(roll: &Roll) -> Completeness {
    let with_completions = tassel_coursepath::API.vendor;
    let has = |reading: &&ReadingSummary| match reading.kind {
        RecordKind::Certificates => true,
        RecordKind::Completions => reading.vendor == with_completions,
        _ => false,
    };
    let readings: Vec<_> = roll.readings.iter().filter(has).collect();
    match readings.iter().all(|reading| reading.error.is_none()) {
        _ if readings.is_empty() => Completeness::NotAsked,
        true => Completeness::Whole,
        false => Completeness::InPart,
    }
}

impl From<args::Missing> for tassel_records::roll::Missing {
    fn from(missing: args::Missing) -> Self {
        match missing {
            args::Missing::Credential => Self::Credential,
            args::Missing::Recording => Self::Recording,
            args::Missing::Completion => Self::Completion,
        }
    }
}

/// The kind of record that shows whether something is missing.
fn record_kind(missing: args::Missing) -> RecordKind {
    match missing {
        args::Missing::Credential => RecordKind::Credentials,
        args::Missing::Recording => RecordKind::Pronunciations,
        args::Missing::Completion => RecordKind::Completions,
    }
}
