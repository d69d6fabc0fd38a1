//! When an attempt is repeated, and after which wait.

use std::time::Duration;

use tassel_core::Error;
use tokio::time::Instant;

use crate::Run;
use crate::calls::Done;
use crate::check::calls;
use crate::wire::{Attempt, End, PLACES};

/// Where a wait lies between the shortest and the longest that its client may draw.
#[derive(Debug, Clone, Copy)]
pub struct Wait {
    pub named: &'static str,
    pub shortest: Duration,
    pub longest: Duration,
    pub took: Duration,
}

impl Wait {
    /// Which quarter of the range it lies in, where there is a range.
    pub fn quarter(&self) -> Option<u32> {
        let range = self.longest.checked_sub(self.shortest).filter(|it| *it >= Duration::from_millis(100))?;
        let share = (self.took - self.shortest).as_secs_f64() / range.as_secs_f64();
        Some((share * 4.0).min(3.0) as u32 + 1)
    }
}

/// The timers of the clients count whole milliseconds.
const ROUNDED: Duration = Duration::from_millis(2);

pub fn check(run: &Run) {
    keys_are_those_of_their_time(run);
    no_redirect_is_followed(run);
    repeats_are_allowed(run);
    tokens_are_renewed(run);
    for wait in waits(run) {
        assert!(wait.shortest <= wait.took && wait.took <= wait.longest + ROUNDED, "{wait:?}");
    }
}

/// Each attempt carries the key that its client has at that time, whatever key the call began with.
fn keys_are_those_of_their_time(run: &Run) {
    for attempt in &run.attempts {
        let Some(recorded) = attempt.recorded.as_ref().filter(|_| !attempt.has("status")) else { continue };
        let denied = recorded.status == Some(401);
        if attempt.wrong_key {
            assert!(!recorded.acted, "the right key was sent after it was replaced: {attempt:#?}");
        } else if attempt.vendor != "coursepath" {
            // Coursepath's tokens hold the time, and clocks go wrong.
            assert!(!denied, "a wrong key was sent after it was replaced: {attempt:#?}");
        }
    }
}

/// No redirect is followed, at the same host or at another one.
fn no_redirect_is_followed(run: &Run) {
    for attempt in &run.attempts {
        let target = String::from_utf8_lossy(attempt.sent.split(|byte| *byte == b'\n').next().unwrap());
        let followed = PLACES.iter().any(|place| target.ends_with(place));
        assert!(!followed, "a redirect was followed: {target}");
    }
}

/// A call has no more attempts than its client allows, and is repeated only after an answer that allows it.
fn repeats_are_allowed(run: &Run) {
    for attempts in calls(run) {
        let most = run.plan.repeats.attempts as usize;
        assert!(attempts.len() <= most, "{} attempts of {most}: {attempts:#?}", attempts.len());
        for (place, attempt) in attempts[..attempts.len() - 1].iter().enumerate() {
            // A body that was cut short or stalled is no whole answer.
            let is_cut = attempt.has("truncate") || matches!(attempt.how(), End::GivenUp(_));
            let allowed = match attempt.status() {
                Some(429 | 500 | 502 | 503 | 504) | None => true,
                Some(401) if attempt.vendor == "coursepath" && place == 0 => true,
                Some(_) => is_cut && !attempt.is_once(),
            };
            assert!(allowed, "attempt {} was repeated: {attempts:#?}", place + 1);
        }
    }
}

/// Where each attempt has a token of its own, a call does not end with its first 401.
fn tokens_are_renewed(run: &Run) {
    if run.plan.repeats.attempts == 1 {
        return;
    }
    for attempts in calls(run).filter(|attempts| attempts.len() == 1 && attempts[0].vendor == "coursepath") {
        let [attempt] = attempts[..] else { continue };
        // The first answer may come at the deadline.
        let is_late = |done: &Done| {
            done.waited + ROUNDED >= done.step.deadline
                || matches!(done.result, None | Some(Err(Error::Deadline { .. })))
        };
        let is_done = |done: &Done| Some(done.step.place) == attempt.step && !is_late(done);
        // A second attempt may wait for its quota until its end.
        let is_denied = matches!(attempt.how(), End::Status(401, _)) && attempt.call.attempts() == 1;
        assert!(!(is_denied && run.done.iter().any(is_done)), "no new token was tried: {attempt:#?}");
    }
}

/// The waits between attempts that nothing else prolonged.
pub fn waits(run: &Run) -> Vec<Wait> {
    let mut waits = Vec::new();
    for attempts in calls(run) {
        for (place, pair) in attempts.windows(2).enumerate() {
            let Some(ended) = pair[0].ended.map(|ended| ended.at) else { continue };
            let Some((named, shortest, longest)) = bounds(run, pair[0], place) else { continue };
            if !is_held_back(run, pair[0], pair[1].at) {
                waits.push(Wait { named, shortest, longest, took: pair[1].at - ended });
            }
        }
    }
    waits
}

/// The shortest and the longest wait after an attempt.
fn bounds(run: &Run, attempt: &Attempt, place: usize) -> Option<(&'static str, Duration, Duration)> {
    let doubled = |first: Duration| first.saturating_mul(1 << place);
    let backoff = doubled(run.plan.repeats.base).min(run.plan.repeats.top);
    let of_contract = match attempt.vendor {
        "accredible" => Some((30, 300)),
        "namecoach" => Some((1, 60)),
        _ => None,
    };
    match (attempt.how(), of_contract) {
        (End::Status(401, _), _) if attempt.vendor == "coursepath" && place == 0 => {
            Some(("after a 401", Duration::ZERO, Duration::ZERO))
        }
        (End::Status(429 | 500 | 502 | 503 | 504, Some(wait)), _) => Some(("asked for", wait, wait)),
        (End::Status(429, None), Some((first, longest))) => {
            let longest = Duration::from_secs(longest);
            let shortest = doubled(Duration::from_secs(first)).min(longest);
            Some(("after a 429", shortest, (shortest * 5 / 4).min(longest)))
        }
        // The others of this quota wait as long as the first time.
        (End::Status(429, None), None) => {
            let base = run.plan.repeats.base;
            Some(("after a 429 without a contract", base, backoff.max(base)))
        }
        // The wait begins when the body has come to its end.
        (End::GivenUp(Some(_)), _) => None,
        _ => Some(("backoff", Duration::ZERO, backoff)),
    }
}

/// Whether the quota may hold back what follows an attempt: others of its process were asked to wait, or are many.
fn is_held_back(run: &Run, attempt: &Attempt, until: Instant) -> bool {
    let others = || {
        let of_quota = |it: &&Attempt| it.process == attempt.process && it.vendor == attempt.vendor;
        run.attempts.iter().filter(of_quota)
    };
    let is_asked = |it: &Attempt| match it.status() {
        Some(429) => true,
        Some(503) => !matches!(it.how(), End::Status(_, None) | End::GivenUp(Some((_, None)))),
        _ => false,
    };
    let is_other = |it: &&Attempt| !std::ptr::eq(*it, attempt);
    // The head of an answer asks, whenever its body ends.
    let came = |it: &Attempt| it.answered.or(it.ended.map(|ended| ended.at));
    let asked = others().filter(is_other).any(|it| is_asked(it) && came(it).is_some_and(|at| at <= until));
    asked || attempt.vendor == "namecoach" || attempt.vendor == "accredible" && others().count() > 100
}
