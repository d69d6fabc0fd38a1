//! What did happen: a fault that no longer occurs is no longer tested.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::calls::Done;
use crate::check::end_of;
use crate::clients::Table;
use crate::listings::Rows;
use crate::plan::{Drop, Jump, What};
use crate::wire::{Attempt, End};
use crate::{NEIGHBOUR, Run, repeats};

/// In how many runs each thing happened.
#[derive(Debug, Default)]
pub struct Coverage {
    runs: usize,
    happened: BTreeMap<String, usize>,
}

/// What must happen, and in how many of 1,000 runs at least.
const WANTED: &[(&str, usize)] = &[
    ("refused connection", 150),
    ("lost before the vendor acted", 100),
    ("lost after the vendor acted", 50),
    ("delay past the deadline", 20),
    ("delay past an attempt's time", 50),
    ("429 without Retry-After", 50),
    ("429 with Retry-After in seconds", 50),
    ("429 with a date", 20),
    ("503 with Retry-After", 50),
    ("429 of the quota itself", 5),
    ("401 after a key was replaced", 20),
    ("401 for no reason", 20),
    ("keys replaced", 80),
    ("redirect before the vendor acted", 20),
    ("redirect after the vendor acted", 10),
    ("wait after a 401", 40),
    ("wait asked for", 50),
    ("wait backoff: quarter 1", 60),
    ("wait backoff: quarter 2", 60),
    ("wait backoff: quarter 3", 60),
    ("wait backoff: quarter 4", 60),
    ("500", 40),
    ("502", 40),
    ("503", 40),
    ("504", 40),
    ("5xx after the vendor acted", 20),
    ("truncate", 100),
    ("malformed", 100),
    ("endless", 100),
    ("stalled body", 50),
    ("ignore_paging", 100),
    ("row appeared while a listing was read", 30),
    ("row vanished while a listing was read", 4),
    ("clients' clock set back", 100),
    ("clients' clock set forward", 100),
    ("vendors' clock set forward", 100),
    ("process killed", 100),
    ("listing resumed by another process", 20),
    ("creation under way when its process was killed", 3),
    ("several clients", 300),
    ("another process", 100),
    ("dropped after a time", 100),
    ("dropped after some polls", 100),
    ("listing dropped in the middle", 10),
    ("listing with pages ahead dropped in the middle", 5),
    ("1,000 requests at NameCoach", 5),
    ("write applied", 10),
    ("write not applied", 50),
    ("write unknown", 50),
    ("end: value", 500),
    ("end: already gone", 2),
    ("end: whole listing", 200),
    ("end: batch", 40),
    ("end: dropped", 100),
    ("end: denied", 10),
    ("end: not_found", 100),
    ("end: invalid", 10),
    ("end: invalid_input", 50),
    ("end: throttled", 50),
    ("end: rejected", 50),
    ("end: transport", 50),
    ("end: deadline", 20),
    ("end: decode", 30),
    ("end: body_too_large", 30),
    ("end: incomplete", 30),
    ("journey: whole", 100),
    ("journey: incomplete", 10),
];

impl Coverage {
    pub fn add(&mut self, run: &Run) {
        self.runs += 1;
        let mut all: BTreeSet<String> = BTreeSet::new();
        run.attempts.iter().for_each(|it| of_attempt(it, &mut |what| _ = all.insert(what.to_owned())));
        run.done.iter().for_each(|done| of_step(run, done, &mut |what| _ = all.insert(what.to_owned())));
        let plan = &run.plan;
        for (_, jump) in &plan.jumps {
            all.insert(match jump {
                Jump::Clients(..0) => "clients' clock set back".to_owned(),
                Jump::Clients(_) => "clients' clock set forward".to_owned(),
                Jump::Vendors(_) => "vendors' clock set forward".to_owned(),
                Jump::Keys { .. } => "keys replaced".to_owned(),
            });
        }
        for wait in repeats::waits(run) {
            let quarter = wait.quarter().map(|quarter| format!(": quarter {quarter}")).unwrap_or_default();
            all.insert(format!("wait {}{quarter}", wait.named));
        }
        let steps = |done: &Done| done.step.place;
        let finished: BTreeSet<_> = run.done.iter().map(steps).collect();
        for attempt in run.attempts.iter().filter(|it| it.is_once() && it.how() == End::GivenUp(None)) {
            if attempt.process + 1 < plan.lives.len()
                && attempt.step.is_some_and(|it| !finished.contains(&it))
            {
                all.insert("creation under way when its process was killed".to_owned());
            }
        }
        for journey in &run.journeys {
            let processes = run.attempts.iter().filter(|it| it.step == Some(journey.step));
            if processes.map(|it| it.process).collect::<BTreeSet<_>>().len() > 1 {
                all.insert("listing resumed by another process".to_owned());
            }
            all.insert(match &journey.end {
                Some(Ok(())) => "journey: whole".to_owned(),
                Some(Err(_)) => "journey: incomplete".to_owned(),
                None => "journey: lost".to_owned(),
            });
        }
        for (happened, what) in [
            (plan.lives.len() > 1, "process killed"),
            (plan.neighbour.is_some(), "another process"),
            (plan.lives.iter().any(|life| life.clients > 1), "several clients"),
            (
                (0..=NEIGHBOUR).any(|process| {
                    let of = |it: &&Attempt| it.vendor == "namecoach" && it.process == process;
                    run.attempts.iter().filter(of).count() > 1_000
                }),
                "1,000 requests at NameCoach",
            ),
        ] {
            if happened {
                all.insert(what.to_owned());
            }
        }
        all.into_iter().for_each(|what| *self.happened.entry(what).or_default() += 1);
    }

    pub fn merge(mut self, other: Self) -> Self {
        self.runs += other.runs;
        other.happened.into_iter().for_each(|(what, runs)| *self.happened.entry(what).or_default() += runs);
        self
    }

    /// Fails if something happened in too few runs, or not at all.
    pub fn is_wide(&self) {
        let runs = |what: &str| self.happened.get(what).copied().unwrap_or(0);
        let rare = WANTED.iter().filter(|(what, least)| runs(what) * 1_000 < least * self.runs);
        let rare: Vec<_> = rare.map(|(what, least)| (what, least, runs(what))).collect();
        assert!(rare.is_empty(), "too rare in {} runs: {rare:?}", self.runs);
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.happened.iter().try_for_each(|(what, runs)| writeln!(f, "{runs:>8} {what}"))
    }
}

fn of_attempt(attempt: &Attempt, happened: &mut dyn FnMut(&str)) {
    match attempt.how() {
        End::NotSent => happened("refused connection"),
        End::Status(429, None) if attempt.has("status") => happened("429 without Retry-After"),
        End::Status(429, Some(_)) if attempt.dated => happened("429 with a date"),
        End::Status(429, Some(_)) => happened("429 with Retry-After in seconds"),
        End::Status(503, Some(_)) => happened("503 with Retry-After"),
        End::Status(300..=399, _) if attempt.acted() => happened("redirect after the vendor acted"),
        End::Status(300..=399, _) => happened("redirect before the vendor acted"),
        End::Status(401, _) if attempt.wrong_key => happened("401 after a key was replaced"),
        End::Status(401, _) if attempt.has("status") => happened("401 for no reason"),
        End::GivenUp(Some(_)) => happened("stalled body"),
        End::GivenUp(None) if attempt.has("delay") => happened("delay past an attempt's time"),
        _ => {}
    }
    let Some(recorded) = &attempt.recorded else { return };
    for fault in &recorded.faults {
        match (*fault, recorded.acted) {
            ("drop_before", _) => happened("lost before the vendor acted"),
            ("drop_after", true) => happened("lost after the vendor acted"),
            (fault, _) => happened(fault),
        }
    }
    let status = recorded.status.unwrap_or(0);
    match (status, attempt.has("status")) {
        (429, false) => happened("429 of the quota itself"),
        (500..=504, _) => happened(&status.to_string()),
        _ => {}
    }
    if status >= 500 && recorded.acted {
        happened("5xx after the vendor acted");
    }
}

fn of_step(run: &Run, done: &Done, happened: &mut dyn FnMut(&str)) {
    let end = end_of(done);
    happened(&format!("end: {end}"));
    let attempts = || run.attempts.iter().filter(|it| it.step == Some(done.step.place));
    if end == "deadline" && attempts().any(|it| it.has("delay") && it.how() == End::GivenUp(None)) {
        happened("delay past the deadline");
    }
    if let Some(Err(error)) = done.result.as_ref().filter(|_| done.step.what.is_write()) {
        happened(&format!("write {}", error.outcome()));
    }
    let ahead = match done.step.what {
        What::List(ahead) | What::ListByNumber(ahead) => ahead,
        _ => 0,
    };
    match (end.as_str(), done.step.dropped) {
        ("dropped", Some(Drop::After(_))) => happened("dropped after a time"),
        ("dropped", _) => happened("dropped after some polls"),
        _ => {}
    }
    if end == "dropped" && ahead > 0 && attempts().count() > 1 {
        happened("listing dropped in the middle");
        if ahead > 1 {
            happened("listing with pages ahead dropped in the middle");
        }
    }
    if end == "whole listing" {
        let rows = Rows::during(run, Table::of(done.step.vendor, done.step.what), done.during);
        if !rows.appeared.is_empty() {
            happened("row appeared while a listing was read");
        }
        if !rows.vanished.is_empty() {
            happened("row vanished while a listing was read");
        }
    }
}
