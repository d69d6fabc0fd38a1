//! What must hold, whatever happened.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tassel_core::{Error, Outcome};
use tassel_sandbox::Recorded;

use crate::calls::{Done, email};
use crate::plan::{Vendor, What};
use crate::wire::{Attempt, End, Wire};

pub fn check(done: &[Done], wire: &Wire, requests: &[Recorded], spans: &str) {
    let attempts = wire.attempts();
    nothing_is_done_twice(&attempts);
    outcomes_are_right(done, &attempts, requests);
    waits_are_kept(&attempts);
    quotas_are_kept(&attempts);
    deadlines_are_kept(done);
    listings_are_whole_or_say_so(done, requests);
    nobody_is_shown(done, spans);
}

/// 1: an operation that may be done twice by a repeat is never sent again once the vendor may have acted on it.
fn nothing_is_done_twice(attempts: &[Attempt]) {
    let mut calls: BTreeMap<usize, Vec<&Attempt>> = BTreeMap::new();
    for attempt in attempts.iter().filter(|attempt| attempt.is_once()) {
        calls.entry(Arc::as_ptr(&attempt.call) as usize).or_default().push(attempt);
    }
    for attempts in calls.values() {
        for attempt in &attempts[..attempts.len() - 1] {
            // A token that was not good was not acted on, and the next one may be.
            let refused = matches!(attempt.ended, Some((_, End::NotSent | End::Status(429 | 401, _))));
            assert!(refused, "{} was sent again after {:?}", attempt.call.operation().id, attempt.ended);
        }
    }
}

/// 2: what an error says of a creation agrees with what the vendor did, and it does not claim not to know what it knows.
fn outcomes_are_right(done: &[Done], attempts: &[Attempt], requests: &[Recorded]) {
    for Done { step, mark, result, .. } in done.iter().filter(|done| done.step.what == What::Create) {
        let is_it = |body: &[u8]| {
            let text = String::from_utf8_lossy(body).replace("%40", "@");
            text.contains(&email(mark))
        };
        let acted = requests.iter().any(|it| it.acted && is_it(it.body.as_bytes()));
        let attempts: Vec<_> = attempts.iter().filter(|it| is_it(&it.body)).collect();
        let label = format!("{step:?}: {result:?} after {attempts:?}");
        match result.as_ref().map_err(Error::outcome) {
            Ok(_) | Err(Outcome::Applied) => assert!(acted, "{label}"),
            Err(Outcome::NotApplied) => assert!(!acted, "{label}"),
            Err(Outcome::Unknown) => {
                let doubt = |it: &&&Attempt| match it.ended {
                    // It was given up while it was under way.
                    None | Some((_, End::Lost)) => true,
                    Some((_, End::Status(status, _))) => status >= 500 || status == 207,
                    Some((_, End::NotSent)) => false,
                };
                assert!(attempts.iter().any(|it| doubt(&it)), "{label}: it could have known");
            }
        }
    }
}

/// 3: nothing of a quota is sent before the time that a 429 named.
fn waits_are_kept(attempts: &[Attempt]) {
    for attempt in attempts {
        let Some((at, End::Status(429 | 503, Some(wait)))) = attempt.ended else { continue };
        let early = attempts.iter().find(|later| {
            Arc::ptr_eq(&later.call, &attempt.call) && later.at > attempt.at && later.at < at + wait
        });
        assert!(early.is_none(), "asked to wait {wait:?} and sent {early:?}");
        let refused = matches!(attempt.ended, Some((_, End::Status(429, _))));
        let others = attempts.iter().find(|later| {
            refused
                && later.vendor == attempt.vendor
                && later.at > at
                && later.at < at + wait
                && has_quota(later)
        });
        assert!(others.is_none(), "the quota was to rest {wait:?} and {others:?} was sent");
    }
}

fn has_quota(attempt: &Attempt) -> bool {
    attempt.vendor != "coursepath"
}

/// 3: no quota is overrun.
fn quotas_are_kept(attempts: &[Attempt]) {
    let reached = |vendor: &'static str| {
        attempts
            .iter()
            .filter(move |it| it.vendor == vendor && !matches!(it.ended, Some((_, End::NotSent))))
            .map(|it| it.at)
            .collect::<Vec<_>>()
    };
    for (limit, seconds) in [(200, 30), (2_000, 300)] {
        let times = reached("accredible");
        for pair in times.windows(limit + 1) {
            let span = pair[limit] - pair[0];
            assert!(span >= Duration::from_secs(seconds), "{} requests in {span:?}", limit + 1);
        }
    }
}

/// 4: every call ends by its deadline.
fn deadlines_are_kept(done: &[Done]) {
    for done in done.iter().filter(|done| !matches!(done.step.what, What::List | What::Prefetch)) {
        let most = done.step.deadline + Duration::from_millis(2);
        assert!(done.took <= most, "{:?} took {:?}: {:?}", done.step, done.took, done.result);
    }
}

/// 4: a listing that ends well has come to as many as there were at some time while it was read.
fn listings_are_whole_or_say_so(done: &[Done], requests: &[Recorded]) {
    for done in done.iter().filter(|done| done.step.vendor == Vendor::Accredible) {
        let Ok(Some(count)) = done.result else { continue };
        let totals =
            requests.iter().filter(|it| it.operation == Some("credentials.search")).filter_map(|it| {
                let answer: serde_json::Value = serde_json::from_str(&it.answer).ok()?;
                answer["meta"]["count"].as_u64()
            });
        let totals: Vec<_> = totals.collect();
        assert!(totals.contains(&(count as u64)), "{count} came of a listing; the vendor counted {totals:?}");
    }
}

/// 6: no text shows a key, a secret or an address.
fn nobody_is_shown(done: &[Done], spans: &str) {
    let errors = done.iter().filter_map(|done| done.result.as_ref().err());
    let texts = errors.map(|error| format!("{error} {error:?}")).chain([spans.to_owned()]);
    let secrets = [
        tassel_sandbox::accredible::API_KEY,
        tassel_sandbox::coursepath::JWT_SECRET,
        tassel_sandbox::namecoach::TOKEN,
        "Bearer ",
        "@private.example.org",
        "@example.org",
    ];
    for text in texts {
        let shown = secrets.iter().find(|secret| text.contains(**secret));
        assert!(shown.is_none(), "{shown:?} is in {text}");
    }
}
