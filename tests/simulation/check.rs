//! What must hold, whatever happened.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tassel_core::Error;
use tassel_core::error::Outcome;

use crate::calls::{Came, Done};
use crate::clients::{NAME, PRIVATE, WRONG_KEY};
use crate::plan::{Jump, What};
use crate::wire::{Attempt, End};
use crate::{NEIGHBOUR, Run, listings, repeats};

pub fn check(run: &Run) {
    attempts_are_the_same(run);
    all_arrived(run);
    repeats::check(run);
    nothing_is_done_twice(run);
    outcomes_are_right(run);
    waits_are_kept(run);
    quotas_are_kept(run);
    deadlines_are_kept(run);
    listings::are_whole_or_say_so(run);
    no_quota_leaks(run);
    nobody_is_shown(run);
}

/// The attempts of each call, in order.
pub fn calls(run: &Run) -> impl Iterator<Item = Vec<&Attempt>> {
    let mut calls: BTreeMap<usize, Vec<&Attempt>> = BTreeMap::new();
    for attempt in &run.attempts {
        calls.entry(Arc::as_ptr(&attempt.call) as usize).or_default().push(attempt);
    }
    calls.into_values()
}

fn of_step(run: &Run, step: usize) -> Vec<&Attempt> {
    run.attempts.iter().filter(|attempt| attempt.step == Some(step)).collect()
}

/// 0: the attempts of a call are the same, byte for byte but for the credential.
fn attempts_are_the_same(run: &Run) {
    for attempts in calls(run) {
        let text = |attempt: &Attempt| String::from_utf8_lossy(&attempt.sent).into_owned();
        for attempt in &attempts[1..] {
            assert_eq!(text(attempt), text(attempts[0]), "{}", attempt.call.operation().id);
        }
    }
}

/// 0: what was sent has arrived when the quotas are counted, whether or not its caller waited for the answer.
fn all_arrived(run: &Run) {
    for attempt in run.attempts.iter().filter(|it| !it.refused) {
        assert!(attempt.reached.is_some() && attempt.recorded.is_some(), "it never arrived: {attempt:#?}");
    }
}

/// 1: an operation that may be done twice by a repeat is never sent again once the vendor may have acted on it, not even
/// by a process that comes after.
fn nothing_is_done_twice(run: &Run) {
    for attempts in calls(run).filter(|attempts| attempts[0].is_once()) {
        let id = attempts[0].call.operation().id;
        for attempt in &attempts[..attempts.len() - 1] {
            // A token that was not good was not acted on, and the next one may be.
            let refused = match attempt.status() {
                Some(status) => status == 429 || status == 401 && attempt.vendor == "coursepath",
                None => attempt.how() == End::NotSent,
            };
            assert!(refused, "{id} was sent again after {:?}", attempt.ended);
            assert!(!attempt.acted(), "{id} was sent again after it was acted on: {attempt:?}");
        }
    }
    let mut of_steps: BTreeMap<usize, &Attempt> = BTreeMap::new();
    for attempt in run.attempts.iter().filter(|attempt| attempt.is_once()) {
        let Some(step) = attempt.step else { continue };
        let first = of_steps.entry(step).or_insert(attempt);
        assert!(Arc::ptr_eq(&first.call, &attempt.call), "another call repeats step {step}: {attempt:?}");
    }
}

/// 2: what is said of a write agrees with what the vendor did, and nobody claims not to know what can be known.
fn outcomes_are_right(run: &Run) {
    for done in run.done.iter().filter(|done| done.step.what.is_write()) {
        let Some(result) = &done.result else { continue };
        let attempts = of_step(run, done.step.place);
        let acted = attempts.iter().any(|it| it.acted());
        let label = format!("{:?}: {result:?} after {attempts:#?}", done.step);
        match result.as_ref().map_err(Error::outcome) {
            Ok(Came::NotThere) => {
                let (last, earlier) = attempts.split_last().unwrap();
                assert_eq!(last.status(), Some(404), "{label}");
                assert!(earlier.iter().any(|it| is_in_doubt(it, false) || is_told(it)), "{label}");
            }
            Ok(Came::Batch(created)) => {
                let told: Vec<_> = attempts.iter().filter(|it| it.acted()).collect();
                assert_eq!((told.len(), created.as_slice()), (1, [true, false, true].as_slice()), "{label}");
            }
            Ok(_) | Err(Outcome::Applied) => assert!(acted, "{label}"),
            Err(Outcome::NotApplied) => assert!(!acted, "{label}"),
            Err(Outcome::Unknown) => {
                let rejected = result.as_ref().is_err_and(|error| error.rejection().is_some());
                assert!(attempts.iter().any(|it| is_in_doubt(it, rejected)), "{label}: it could have known");
                let told = attempts.iter().any(|it| is_told(it) && !rejected);
                assert!(!told, "{label}: it was told");
            }
        }
    }
}

/// Whether nobody who sees what the client sees can know whether the vendor acted.
fn is_in_doubt(attempt: &Attempt, rejected: bool) -> bool {
    match attempt.status() {
        // A success that is a rejection contradicts itself.
        Some(status) => {
            status >= 500 || status == 207 || (300..400).contains(&status) || rejected && status < 300
        }
        None => !matches!(attempt.how(), End::NotSent),
    }
}

/// Whether the status says that the vendor acted.
fn is_told(attempt: &Attempt) -> bool {
    attempt.status().is_some_and(|status| (200..300).contains(&status) && status != 207)
}

/// Until when nothing is to be sent, if the answer says so.
fn rests_until(attempt: &Attempt) -> Option<(tokio::time::Instant, u64, Duration)> {
    let ended = attempt.ended?;
    match ended.how {
        End::Status(429 | 503, Some(wait)) | End::GivenUp(Some((429 | 503, Some(wait)))) => {
            Some((ended.at, ended.order, wait))
        }
        _ => None,
    }
}

/// 3: nothing is sent before the time that a `Retry-After` named, neither by that call nor by others of its quota.
fn waits_are_kept(run: &Run) {
    for attempt in &run.attempts {
        let Some((at, order, wait)) = rests_until(attempt) else { continue };
        let is_early = |later: &&Attempt| later.order > order && later.at < at + wait;
        let of_quota = |later: &&Attempt| later.process == attempt.process && later.vendor == attempt.vendor;
        let same_call = |later: &&Attempt| Arc::ptr_eq(&later.call, &attempt.call);
        let early = run.attempts.iter().filter(is_early).find(|it| same_call(it) || of_quota(it));
        assert!(early.is_none(), "asked to wait {wait:?} by {attempt:#?}, and sent {early:#?}");
    }
}

/// 3: no process overruns a quota, however many clients and tasks it has.
fn quotas_are_kept(run: &Run) {
    let processes = (0..run.plan.lives.len()).chain([NEIGHBOUR]);
    for process in processes {
        let of = |vendor: &'static str| {
            let mut times: Vec<_> = run
                .attempts
                .iter()
                .filter(move |it| it.process == process && it.vendor == vendor)
                // NameCoach says what it has counted, which is believed.
                .filter(|it| {
                    it.vendor == "accredible" || !it.has("drop_before") && !it.has("status") && !it.wrong_key
                })
                .filter_map(|it| it.reached)
                .collect();
            times.sort_unstable();
            times
        };
        let times = of("accredible");
        for (limit, seconds) in [(200, 30), (2_000, 300)] {
            for pair in times.windows(limit + 1) {
                let span = pair[limit] - pair[0];
                assert!(span >= Duration::from_secs(seconds), "{} requests in {span:?}", limit + 1);
            }
        }
        // 1,000 in each span of 900 s, which begins with its first request, and then one a second.
        let (mut began, mut used, mut last) = (None, 0, None);
        for at in of("namecoach") {
            if began.is_none_or(|began| at >= began + Duration::from_secs(900)) {
                (began, used) = (Some(at), 0);
            }
            let paced = last.is_some_and(|last| at < last + Duration::from_millis(999));
            assert!(used < 1_000 || !paced || is_corrected(run), "more than one a second after 1,000");
            (used, last) = (used + 1, Some(at));
        }
    }
    // Alone, at vendors whose time passes as it does here, a process is never refused by the quota itself.
    let alone = run.plan.neighbour.is_none() && run.plan.lives.len() == 1 && !is_corrected(run);
    let usual = run.plan.settings.namecoach.rate_limit == Some(1_000);
    for attempt in run.attempts.iter().filter(|it| alone && (usual || it.vendor != "namecoach")) {
        let refused =
            attempt.recorded.as_ref().is_some_and(|it| it.status == Some(429)) && !attempt.has("status");
        assert!(!refused, "a quota was overrun: {attempt:#?}");
    }
}

/// Whether a vendor's time was moved, so that its spans are others than ours.
fn is_corrected(run: &Run) -> bool {
    run.plan.jumps.iter().any(|(_, jump)| matches!(jump, Jump::Vendors(_)))
}

/// 4: every call ends by its deadline, and so does every item of a listing.
fn deadlines_are_kept(run: &Run) {
    for done in &run.done {
        let calls = match done.step.what {
            What::Journey(_) => continue,
            // What was fetched ahead may turn out not to be what follows.
            What::List(ahead) | What::ListByNumber(ahead) if ahead > 1 => 2,
            _ => 1,
        };
        let most = done.step.deadline * calls + Duration::from_millis(2);
        assert!(done.waited <= most, "{:?} took {:?}: {:?}", done.step, done.waited, done.result);
    }
}

/// The timeout of an attempt at Accredible: a request that is given up may arrive until then.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(60);

/// 5: whatever was cancelled, a quota counts what a fresh count of what was sent counts.
fn no_quota_leaks(run: &Run) {
    let (now, left) = &run.left;
    for (process, left) in left {
        let of_process = run.attempts.iter().filter(|it| it.process == *process && it.vendor == "accredible");
        let attempts: Vec<_> = of_process.collect();
        // Of those, what the client waits depends on when it gave them up.
        if attempts.iter().any(|it| matches!(it.how(), End::GivenUp(Some((429 | 503, _))))) {
            continue;
        }
        let rests = attempts.iter().filter_map(|it| match it.ended?.how {
            End::Status(429, wait) => Some(it.ended?.at + wait.unwrap_or(Duration::from_secs(30))),
            _ => rests_until(it).map(|(at, _, wait)| at + wait),
        });
        let rests = rests.max().is_some_and(|until| until > *now);
        // A request without an answer counts until it cannot arrive, and for a window after that.
        let counted = attempts.iter().filter(|it| it.how() != End::NotSent).map(|it| match it.how() {
            End::GivenUp(None) => it.at + ATTEMPT_TIMEOUT,
            _ => it.answered.unwrap_or(it.ended.unwrap().at),
        });
        let counted: Vec<_> = counted.collect();
        let room = |limit: usize, seconds| {
            let used = counted.iter().filter(|at| **at + Duration::from_secs(seconds) > *now).count();
            limit.saturating_sub(used)
        };
        let fresh = if rests { 0 } else { room(200, 30).min(room(2_000, 300)) };
        assert_eq!(*left, fresh, "process {process} leaks its quota");
    }
}

/// 6: no text shows a key, a secret, a name or an address.
fn nobody_is_shown(run: &Run) {
    let errors = run.done.iter().filter_map(|done| done.result.as_ref()?.as_ref().err());
    let chain = |error: &Error| {
        let mut text = format!("{error} {error:?}");
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            text += &format!(" {cause} {cause:?}");
            source = cause.source();
        }
        text
    };
    let secrets = [
        tassel_sandbox::accredible::API_KEY,
        tassel_sandbox::coursepath::JWT_SECRET,
        tassel_sandbox::damstra::ACCESS_KEY,
        tassel_sandbox::falkor::TOKEN,
        tassel_sandbox::namecoach::TOKEN,
        "Bearer ",
        "Token token=",
        WRONG_KEY,
        PRIVATE,
        "%40",
        NAME,
        "@example.org",
    ];
    let journeys = run.journeys.iter().filter_map(|journey| journey.end.clone()?.err());
    for text in errors.map(chain).chain(journeys).chain([run.spans.clone(), run.shown.clone()]) {
        let shown = secrets.iter().find(|secret| text.contains(**secret));
        assert!(shown.is_none(), "{shown:?} is in {text}");
    }
}

/// What kind of end a step had.
pub fn end_of(done: &Done) -> String {
    match &done.result {
        None => "dropped".to_owned(),
        Some(Ok(Came::Value)) => "value".to_owned(),
        Some(Ok(Came::NotThere)) => "already gone".to_owned(),
        Some(Ok(Came::Rows(_))) => "whole listing".to_owned(),
        Some(Ok(Came::Batch(_))) => "batch".to_owned(),
        Some(Err(error)) => error.kind().to_owned(),
    }
}
