//! Everything that can go wrong, at once, in paused time: one seed decides the clients, the calls, the faults, the
//! delays, when a call is dropped and when a clock is set back; the same seed gives the same run. What must hold whatever
//! happens is checked on what was sent and on what the sandbox did.
//!
//! `TASSEL_SEEDS=10000 cargo test --release -p tassel-tests --test simulation` runs more of them, and `TASSEL_SEED=42`
//! runs just one again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod calls;
mod check;
mod plan;
mod spans;
mod wire;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use tassel_sandbox::{Sandbox, Start};

use crate::calls::{Caller, Done};
use crate::plan::Plan;
use crate::spans::Spans;
use crate::wire::Wire;

/// Runs one seed, and checks it. Tells how many calls were made, and how many of them failed.
fn run(seed: u64) -> (usize, usize) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    let spans = Spans::default();
    let _guard = tracing::subscriber::set_default(spans.clone());
    let (done, wire, sandbox) = runtime.block_on(async {
        let mut plan = Plan::new(seed);
        let sandbox = Sandbox::start(Start { seed, empty: false });
        plan.faults().into_iter().for_each(|fault| sandbox.fault(fault).unwrap());
        let wire = Wire::new(&sandbox, plan.refusals());
        let caller = Caller::new(&sandbox, &wire, &mut plan);
        let mut tasks = Vec::new();
        for steps in plan.tasks() {
            tasks.push(tokio::spawn(caller.clone().work(steps)));
        }
        if let Some((after, back)) = plan.clock_set_back() {
            let wire = wire.clone();
            tasks.push(tokio::spawn(async move {
                tokio::time::sleep(after).await;
                wire.set_back(back);
                Vec::new()
            }));
        }
        let mut done = Vec::new();
        for task in tasks {
            // Four attempts, each behind a quota and a fault, do not take a day.
            let task = tokio::time::timeout(Duration::from_secs(86_400), task).await;
            done.extend(task.expect("it never ends").unwrap());
        }
        sandbox.clear_faults();
        wire.calm();
        caller.is_usable().await;
        (done, wire, sandbox)
    });
    check::check(&done, &wire, &sandbox.requests(), &spans.text());
    (done.len(), done.iter().filter(|done: &&Done| done.result.is_err()).count())
}

#[test]
fn whatever_happens() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seeds = match (number("TASSEL_SEED"), number("TASSEL_SEEDS")) {
        (Some(seed), _) => seed..seed + 1,
        (None, seeds) => 0..seeds.unwrap_or(200),
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let (seeds, began) = (&seeds, std::time::Instant::now());
    let (calls, failed) = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads)
            .map(|thread| {
                scope.spawn(move || {
                    let (mut calls, mut failed) = (0, 0);
                    for seed in seeds.clone().filter(|seed| seed % threads == thread) {
                        match catch_unwind(AssertUnwindSafe(|| run(seed))) {
                            Ok((more, worse)) => (calls, failed) = (calls + more, failed + worse),
                            Err(_) => panic!("TASSEL_SEED={seed} runs it again"),
                        }
                    }
                    (calls, failed)
                })
            })
            .collect();
        let counts = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| panic!("see above")));
        counts.fold((0, 0), |(calls, failed), (more, worse)| (calls + more, failed + worse))
    });
    println!(
        "{} seeds, {calls} calls, {failed} of them failed, {:.1} s",
        seeds.end - seeds.start,
        began.elapsed().as_secs_f64()
    );
    assert!(
        failed * 20 > calls || seeds.end - seeds.start < 100,
        "hardly anything went wrong: {failed} of {calls}"
    );
}

#[test]
fn one_seed_is_one_run() {
    let trace = |seed| {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let mut plan = Plan::new(seed);
            let sandbox = Sandbox::start(Start { seed, empty: false });
            plan.faults().into_iter().for_each(|fault| sandbox.fault(fault).unwrap());
            let wire = Wire::new(&sandbox, plan.refusals());
            let caller = Caller::new(&sandbox, &wire, &mut plan);
            let tasks: Vec<_> =
                plan.tasks().into_iter().map(|steps| tokio::spawn(caller.clone().work(steps))).collect();
            for task in tasks {
                task.await.unwrap();
            }
            let requests = sandbox.requests();
            requests
                .iter()
                .map(|it| format!("{} {} {:?} {}", it.at, it.path, it.status, it.body))
                .collect::<Vec<_>>()
        })
    };
    for seed in 0..20 {
        let (first, again) = (trace(seed), trace(seed));
        assert_eq!(first, again, "TASSEL_SEED={seed}");
    }
}
