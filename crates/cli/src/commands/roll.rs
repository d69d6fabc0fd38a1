//! `tassel roll`: one row per learner, across the vendors that are configured.

mod bars;
mod rows;

use std::collections::BTreeMap;

use serde::Serialize;
use tassel_core::Error;
use tassel_records::roll::{Asked, Known, Question, Roll, Row, Vendors};
use tassel_records::{About, Doubt};

use crate::args::{self, Format, Global};
use crate::failure::{Done, Failure};
use crate::output::{print, tell};
use crate::vendors::{Clients, Reach, VENDORS};

/// The roll as it is printed.
#[derive(Debug, Serialize)]
struct Printed {
    /// The day on which it was looked at whether credentials have expired, by the vendor's clock.
    as_of: String,
    /// Whether every listing it was made from is known to be complete.
    complete: bool,
    /// Why it is not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing: Vec<String>,
    vendors: Vec<Answer>,
    learners: Vec<Row>,
    /// Who may be one person, and was not joined.
    doubts: Vec<Doubt>,
    #[serde(skip)]
    known: Columns,
}

/// What a failed call of each vendor depends on.
type Reaches = BTreeMap<&'static str, Reach>;

/// What came of asking a vendor.
#[derive(Debug, Serialize)]
struct Answer {
    vendor: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<Question>,
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

/// How much is known of what is in the columns.
#[derive(Debug, Clone, Copy)]
struct Columns {
    completions: Known,
    certificates: Known,
    credentials: Known,
}

pub(crate) async fn run(global: &Global, options: &args::Roll) -> Result<Done, Failure> {
    let clients = Clients::new(global).await?.configured()?;
    let reaches = clients.iter().map(|client| (client.api().vendor, client.reach().clone())).collect();
    let vendors = clients.into_iter().fold(Vendors::new(), |vendors, client| client.join(vendors));
    let mut about = About::everybody();
    (about.email, about.since) = (options.email.clone(), options.since);
    let mut bars = bars::Bars::default();
    let mut roll = Roll::read(&vendors, &about, |progress| bars.show(progress)).await;
    bars.clear();
    if !options.missing.is_empty() {
        let missing: Vec<_> = options.missing.iter().map(|missing| (*missing).into()).collect();
        let asked = |missing: &&args::Missing| roll.known(question(**missing)) == Known::NotAsked;
        if let Some(missing) = options.missing.iter().find(asked) {
            let what = match missing {
                args::Missing::Credential => "credentials",
                args::Missing::Recording => "recordings",
                args::Missing::Completion => "completions",
            };
            return Err(Failure::config(format!(
                "no vendor that can tell about {what} is configured, so nobody is known to lack one."
            )));
        }
        roll.keep_missing(&missing);
    }
    finish(roll, &reaches, global.output.unwrap_or(Format::Table))
}

/// Prints a roll, and says what is wrong with it.
fn finish(roll: Roll, reaches: &Reaches, format: Format) -> Result<Done, Failure> {
    let nothing = roll.asked.iter().all(|asked| asked.problem.is_some() && asked.records == 0);
    let mut problems = roll.asked.iter().filter_map(|asked| Some((asked, problem(asked, reaches)?)));
    if nothing && let Some((_, first)) = problems.next() {
        // The others are said as they are; the first decides how it ends.
        for (asked, failure) in problems.filter(|(_, other)| other.text() != first.text()) {
            tell(&said(asked, &failure));
        }
        return Err(first);
    }
    let missing: Vec<_> = problems.map(|(asked, failure)| said(asked, &failure)).collect();
    let is_cut = |asked: &Asked| matches!(asked.problem, Some(Error::Incomplete(_)) | None);
    let done = match &roll {
        roll if roll.is_complete() => Done::Whole,
        roll if roll.asked.iter().all(is_cut) => Done::InPart,
        _ => Done::Without,
    };
    let known = Columns {
        completions: roll.known(Question::Completions),
        credentials: roll.known(Question::Credentials),
        certificates: certificates(&roll),
    };
    let printed = Printed {
        as_of: roll.as_of.to_string(),
        complete: roll.is_complete(),
        vendors: VENDORS.iter().flat_map(|vendor| answers(vendor.name(), &roll.asked, reaches)).collect(),
        missing,
        learners: roll.learners,
        doubts: roll.doubts,
        known,
    };
    print(&printed, format)?;
    for missing in &printed.missing {
        tell(missing);
    }
    Ok(done)
}

/// What is wrong with an answer, and what to do about it.
fn problem(asked: &Asked, reaches: &Reaches) -> Option<Failure> {
    let reach = reaches.get(asked.vendor).cloned().unwrap_or_default();
    Some(Failure::call(asked.problem.as_ref()?, &reach))
}

fn said(asked: &Asked, failure: &Failure) -> String {
    let what = match asked.problem {
        Some(Error::Incomplete(_)) => "may not have told all",
        _ if asked.records > 0 => "could not be read to its end",
        _ => "could not be read",
    };
    format!("{} {what}: {}", asked.vendor, failure.text())
}

fn answers(vendor: &'static str, asked: &[Asked], reaches: &Reaches) -> Vec<Answer> {
    let of_vendor = asked.iter().filter(|asked| asked.vendor == vendor);
    let answers: Vec<_> = of_vendor
        .map(|asked| Answer {
            vendor,
            asked: Some(asked.question),
            state: match &asked.problem {
                None => State::Whole,
                Some(Error::Incomplete(_)) => State::InPart,
                Some(_) if asked.records > 0 => State::InPart,
                Some(_) => State::NotRead,
            },
            records: asked.records,
            problem: problem(asked, reaches).map(|failure| failure.text().to_owned()),
        })
        .collect();
    if answers.is_empty() {
        return vec![Answer { vendor, asked: None, state: State::NotAsked, records: 0, problem: None }];
    }
    answers
}

/// How much is known of certificates: Coursepath's come with its completions.
fn certificates(roll: &Roll) -> Known {
    let with_completions = tassel_coursepath::API.vendor;
    let has = |asked: &&Asked| match asked.question {
        Question::Certificates => true,
        Question::Completions => asked.vendor == with_completions,
        _ => false,
    };
    let asked: Vec<_> = roll.asked.iter().filter(has).collect();
    match asked.iter().all(|asked| asked.problem.is_none()) {
        _ if asked.is_empty() => Known::NotAsked,
        true => Known::Whole,
        false => Known::InPart,
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

/// What is to be asked to know that something is missing.
fn question(missing: args::Missing) -> Question {
    match missing {
        args::Missing::Credential => Question::Credentials,
        args::Missing::Recording => Question::Pronunciations,
        args::Missing::Completion => Question::Completions,
    }
}
