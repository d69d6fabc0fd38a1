//! `tassel roll`: one row per learner, across the vendors that are configured.

use std::collections::HashMap;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use serde::Serialize;
use tassel_core::Error;
use tassel_records::roll::{Asked, Known, Progress, Question, Roll, Row, Vendors, Voice};
use tassel_records::{About, Doubt, Plan, Stage, Standing, Verdict};

use crate::args::{self, Format, Global};
use crate::failure::{Done, Failure};
use crate::output::{Rows, print};
use crate::vendors::{Clients, Vendor};

/// What takes this long is said before it begins.
const LONG: Duration = Duration::from_secs(10);

/// So many calls are many, however long they take.
const MANY: u64 = 1000;

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
    let vendors = clients.into_iter().fold(Vendors::new(), |vendors, client| client.join(vendors));
    let mut about = About::everybody();
    (about.email, about.since) = (options.email.clone(), options.since);
    let mut bars = Bars::default();
    let mut roll = Roll::read(&vendors, &about, |progress| bars.show(progress)).await;
    bars.all.clear().ok();
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
    finish(roll, global.output.unwrap_or(Format::Table))
}

/// Prints a roll, and says what is wrong with it.
fn finish(roll: Roll, format: Format) -> Result<Done, Failure> {
    let nothing = roll.asked.iter().all(|asked| asked.problem.is_some() && asked.records == 0);
    let mut problems = roll.asked.iter().filter_map(|asked| Some((asked, problem(asked)?)));
    if nothing && let Some((_, first)) = problems.next() {
        // The others are said as they are; the first decides how it ends.
        for (asked, failure) in problems.filter(|(_, other)| other.text() != first.text()) {
            eprintln!("tassel: {}", said(asked, &failure));
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
        vendors: Vendor::ALL.iter().flat_map(|vendor| answers(vendor.name(), &roll.asked)).collect(),
        missing,
        learners: roll.learners,
        doubts: roll.doubts,
        known,
    };
    print(&printed, format)?;
    for missing in &printed.missing {
        eprintln!("tassel: {missing}");
    }
    Ok(done)
}

/// What is wrong with an answer, and what to do about it.
fn problem(asked: &Asked) -> Option<Failure> {
    let key = Vendor::named(asked.vendor).map(Vendor::credential_variables).unwrap_or_default();
    Some(Failure::call(asked.problem.as_ref()?, &key))
}

fn said(asked: &Asked, failure: &Failure) -> String {
    let what = match asked.problem {
        Some(Error::Incomplete(_)) => "may not have told all",
        _ if asked.records > 0 => "could not be read to its end",
        _ => "could not be read",
    };
    format!("{} {what}: {}", asked.vendor, failure.text())
}

fn answers(vendor: &'static str, asked: &[Asked]) -> Vec<Answer> {
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
            problem: problem(asked).map(|failure| failure.text().to_owned()),
        })
        .collect();
    if answers.is_empty() {
        return vec![Answer { vendor, asked: None, state: State::NotAsked, records: 0, problem: None }];
    }
    answers
}

/// How much is known of certificates: Coursepath's come with its completions.
fn certificates(roll: &Roll) -> Known {
    let with_completions = Vendor::Coursepath.name();
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

impl Rows for Printed {
    type Row = Row;

    fn columns(&self) -> Vec<String> {
        let columns = [
            "learner",
            "email",
            "passed",
            "failed",
            "unknown",
            "open",
            "certificates",
            "valid",
            "expired",
            "unpublished",
            "pronunciation",
            "perhaps also",
        ];
        columns.map(str::to_owned).into()
    }

    fn rows(&self) -> &[Row] {
        &self.learners
    }

    fn cells(&self, row: &Row, _: &[String]) -> Vec<String> {
        let Columns { completions, certificates, credentials } = self.known;
        let with = |verdict| {
            let taken = row.completions.iter().filter(|taken| taken.result == Some(verdict));
            cell(taken.map(|taken| (taken.course.as_str(), taken.vendor.to_owned())), completions)
        };
        let open = row.completions.iter().filter(|taken| matches!(taken.stage, Stage::Open | Stage::Unknown));
        let open = open.map(|taken| (taken.course.as_str(), taken.vendor.to_owned()));
        let of_courses = row.completions.iter().filter(|taken| taken.certificate.is_some());
        let of_courses = of_courses.map(|taken| (taken.course.as_str(), taken.vendor.to_owned()));
        let awarded = row.certificates.iter().map(|held| {
            let pending = if held.standing == Standing::Pending { " pending" } else { "" };
            (held.name.as_str(), format!("{}{pending}", held.vendor))
        });
        let standing = |standing| {
            let held = row.credentials.iter().filter(|held| held.standing == standing);
            cell(held.map(|held| (held.name.as_str(), String::new())), credentials)
        };
        let perhaps = row.perhaps_also.iter().map(|other| {
            let why: Vec<_> = other.why.iter().map(ToString::to_string).collect();
            format!("{} ({})", other.email, why.join(", "))
        });
        vec![
            row.name.clone(),
            row.email.clone(),
            with(Verdict::Passed),
            with(Verdict::Failed),
            with(Verdict::Unknown),
            cell(open, completions),
            cell(of_courses.chain(awarded), certificates),
            standing(Standing::Valid),
            standing(Standing::Expired),
            standing(Standing::Unpublished),
            match row.pronunciation.state {
                Voice::Recorded => "recorded",
                Voice::Missing if row.pronunciation.name_pages == 0 => "missing: on no name page",
                Voice::Missing => "missing",
                Voice::Unknown => "?",
                Voice::NotAsked => "not asked",
            }
            .to_owned(),
            perhaps.collect::<Vec<_>>().join("; "),
        ]
    }
}

/// What has a name, each once and with where it is; and a question mark where there may be more.
fn cell<'a>(named: impl Iterator<Item = (&'a str, String)>, known: Known) -> String {
    if known == Known::NotAsked {
        return "not asked".to_owned();
    }
    let mut parts: Vec<(&str, Vec<String>)> = Vec::new();
    for (name, place) in named {
        match parts.iter_mut().find(|(it, _)| *it == name) {
            Some((_, places)) if !place.is_empty() => places.push(place),
            _ => parts.push((name, if place.is_empty() { Vec::new() } else { vec![place] })),
        }
    }
    let text = |(name, places): (&str, Vec<String>)| {
        if places.is_empty() { name.to_owned() } else { format!("{name} ({})", places.join(", ")) }
    };
    let more = (known == Known::InPart).then(|| "?".to_owned());
    parts.into_iter().map(text).chain(more).collect::<Vec<_>>().join("; ")
}

/// Shows how far each reading is, on a terminal.
#[derive(Default)]
struct Bars {
    all: MultiProgress,
    each: HashMap<(&'static str, &'static str), ProgressBar>,
}

impl Bars {
    fn show(&mut self, progress: Progress) {
        let what = match progress.question {
            Question::Completions => "completions",
            Question::Certificates => "certificates",
            Question::Credentials => "credentials",
            _ => "pronunciations",
        };
        let all = &self.all;
        let bar = self.each.entry((progress.vendor, what)).or_insert_with(|| {
            let bar = all.add(ProgressBar::no_length());
            bar.set_prefix(format!("{} {what}", progress.vendor));
            if let Ok(style) = ProgressStyle::with_template("{pos}/{len} {prefix} {wide_bar}") {
                bar.set_style(style);
            }
            bar
        });
        if let Some(plan) = progress.plan {
            if let Some(records) = plan.records {
                bar.set_length(records);
            }
            if let Some(announced) = announced(progress.vendor, what, plan) {
                all.suspend(|| eprintln!("tassel: {announced}"));
            }
        }
        bar.set_position(progress.records);
    }
}

/// What a reading takes, if it is a long one.
fn announced(vendor: &str, what: &str, plan: Plan) -> Option<String> {
    let Plan { calls, takes, .. } = plan;
    if takes < LONG && calls < MANY {
        return None;
    }
    let seconds = takes.as_secs().max(1);
    let long = match seconds {
        0..100 => format!("{seconds} s"),
        100..6000 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h", seconds.div_ceil(3600)),
    };
    Some(format!("the {what} of {vendor} take {calls} calls, and about {long}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_announced() {
        let plan = |calls, seconds| {
            let mut plan = Plan::calls(calls);
            plan.takes = Duration::from_secs(seconds);
            plan
        };
        for (label, plan, want) in [
            ("nothing left", plan(0, 0), None),
            ("short", plan(999, 9), None),
            ("long", plan(3, 10), Some("3 calls, and about 10 s.")),
            ("many", plan(1000, 0), Some("1000 calls, and about 1 s.")),
            ("minutes", plan(40_000, 101), Some("40000 calls, and about 2 min.")),
            ("hours", plan(40_000, 7201), Some("40000 calls, and about 3 h.")),
        ] {
            let want = want.map(|want| format!("the results of x take {want}"));
            assert_eq!(announced("x", "results", plan), want, "{label}");
        }
    }

    #[test]
    fn cells_say_what_is_where_and_what_is_not_known() {
        let rows = [("A", "x"), ("B", "x"), ("A", "y")];
        for (label, rows, known, want) in [
            ("nothing", &rows[..0], Known::Whole, ""),
            ("one", &rows[..1], Known::Whole, "A (x)"),
            ("one at two vendors", &rows[..], Known::Whole, "A (x, y); B (x)"),
            ("perhaps more", &rows[..1], Known::InPart, "A (x); ?"),
            ("nothing yet", &rows[..0], Known::InPart, "?"),
            ("not asked", &rows[..0], Known::NotAsked, "not asked"),
        ] {
            let named = rows.iter().map(|(name, place)| (*name, (*place).to_owned()));
            assert_eq!(cell(named, known), want, "{label}");
        }
    }
}
