//! Everything that can go wrong, at once, in paused time: one seed decides the clients, the calls, the faults, the
//! delays, when a future is dropped, when a clock jumps, when keys are replaced and when a process is killed; the same
//! seed gives the same run. What must hold whatever happens is checked on what was sent and on what the sandbox did.
//!
//! A release build runs the seeds 0 to 9,999, and a debug build 0 to 199. `TASSEL_SEEDS=500` sets how many,
//! `TASSEL_BASE_SEED=7` sets the first, and `TASSEL_SEED=42` runs just that one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod calls;
mod check;
mod clients;
mod coverage;
mod listings;
mod plan;
mod quota;
mod repeats;
mod spans;
mod wire;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tassel_core::kit::TryStreamExt;
use tassel_sandbox::{Sandbox, Settings, Start};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::calls::{Caller, Done, Journey, Store};
use crate::clients::{Clients, Key, Table};
use crate::coverage::Coverage;
use crate::plan::{Jump, Life, Plan};
use crate::spans::Spans;
use crate::wire::{Attempt, STEP, Wire};

/// Another process, beside the lives of this one.
const NEIGHBOUR: usize = 9;

/// All that there is to know of a run.
#[derive(Debug)]
struct Run {
    plan: Plan,
    began: Instant,
    /// The rows that there were at the beginning.
    rows: Arc<Vec<(Table, Vec<Key>)>>,
    done: Vec<Done>,
    journeys: Vec<Journey>,
    attempts: Vec<Attempt>,
    /// When all was over, and what the clients of each process said was left of Accredible's quota.
    left: (Instant, Vec<(usize, usize)>),
    /// What spans, log lines and clients said.
    spans: String,
    shown: String,
}

/// Runs a seed.
fn run(seed: u64) -> Run {
    spans::keep_spans_enabled();
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    let spans = Spans::default();
    let _guard = tracing::subscriber::set_default(spans.clone());
    let mut run = runtime.block_on(live(Plan::new(seed, Settings::default())));
    run.spans = spans.text();
    run
}

async fn live(plan: Plan) -> Run {
    let start = Start { seed: plan.seed, empty: false };
    let rows = Arc::new(rows(&Sandbox::start(start)).await);
    let began = Instant::now();
    let sandbox = Sandbox::start(start);
    sandbox.set(|settings| *settings = plan.settings.clone());
    plan.faults.iter().for_each(|fault| sandbox.fault(fault.clone()).unwrap());
    let (wire, store) = (Wire::new(&sandbox, plan.weather), Store::default());
    let all = Arc::new(Mutex::new(Vec::new()));
    let process = |number: usize, life: &Life| -> Vec<Caller> {
        let clients = Clients::of_process(number, life.clients, plan.repeats, &sandbox, &wire);
        all.lock().unwrap().extend(clients.iter().cloned());
        let new =
            |clients| Caller { clients, wire: wire.clone(), store: store.clone(), ids: Arc::clone(&rows) };
        clients.into_iter().map(new).collect()
    };
    let mut jumps = JoinSet::new();
    for (after, jump) in plan.jumps.clone() {
        let (wire, sandbox, all) = (wire.clone(), sandbox.clone(), Arc::clone(&all));
        jumps.spawn(async move {
            tokio::time::sleep(after).await;
            match jump {
                Jump::Clients(wrong) => wire.set_clock(wrong),
                Jump::Vendors(by) => sandbox.advance(by),
                Jump::Keys { wrong } => {
                    wire.set_keys(wrong);
                    all.lock().unwrap().iter().for_each(|it: &Clients| it.replace_keys(wrong));
                }
            }
        });
    }
    let mut processes = Vec::new();
    let mut beside = JoinSet::new();
    if let Some(life) = &plan.neighbour {
        processes.push(process(NEIGHBOUR, life));
        set_going(&mut beside, life, processes.last().unwrap());
    }
    for (number, life) in plan.lives.iter().enumerate() {
        let callers = process(number, life);
        let mut tasks = JoinSet::new();
        set_going(&mut tasks, life, &callers);
        for (place, journey) in store.journeys.lock().unwrap().iter().enumerate() {
            // What is under way beside this process is not its own.
            if journey.end.is_none() && journey.process != NEIGHBOUR {
                let (caller, step) = (callers[place % callers.len()].clone(), journey.step);
                tasks.spawn(STEP.scope(step, async move { caller.travel(place).await }));
            }
        }
        match life.killed {
            Some(after) => {
                let _ = tokio::time::timeout(after, ended(&mut tasks)).await;
                tasks.shutdown().await;
            }
            None => ended(&mut tasks).await,
        }
        processes.push(callers);
    }
    ended(&mut beside).await;
    ended(&mut jumps).await;
    // What was cancelled last gets its turn to end.
    tokio::time::sleep(Duration::from_millis(1)).await;
    let mut left = Vec::new();
    for callers in &processes {
        left.push((callers[0].clients.process, callers[0].clients.accredible.quota().left().await));
    }
    let left = (Instant::now(), left);
    wire.has_delivered().await;
    let attempts = wire.attempts();
    sandbox.clear_faults();
    wire.calm();
    let limit = plan.settings.namecoach.rate_limit.unwrap();
    let mut shown = String::new();
    for clients in processes.iter().map(|callers| &callers[0].clients) {
        clients.are_usable(limit).await;
        shown += &clients.shown();
    }
    let done = std::mem::take(&mut *store.done.lock().unwrap());
    let journeys = std::mem::take(&mut *store.journeys.lock().unwrap());
    Run { plan, began, rows, done, journeys, attempts, left, spans: String::new(), shown }
}

/// The rows of each table.
async fn rows(sandbox: &Sandbox) -> Vec<(Table, Vec<Key>)> {
    let clients = Clients::direct(sandbox);
    let mut rows = Vec::new();
    for table in Table::ALL {
        let keys = clients.rows(table, 1, tassel_core::CallOptions::new(), 500).try_collect().await.unwrap();
        let keys: Vec<Key> = keys;
        rows.push((table, keys));
    }
    rows
}

fn set_going(tasks: &mut JoinSet<()>, life: &Life, callers: &[Caller]) {
    for (number, steps) in life.tasks.iter().enumerate() {
        tasks.spawn(callers[number % callers.len()].clone().work(steps.clone()));
    }
}

async fn ended(tasks: &mut JoinSet<()>) {
    // Four attempts, each behind a quota and a fault, do not take a week.
    let all = async {
        while let Some(one) = tasks.join_next().await {
            one.unwrap();
        }
    };
    tokio::time::timeout(Duration::from_secs(7 * 86_400), all).await.expect("it never ends");
}

/// A number of the environment.
fn number(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is not a number: {text}")))
}

/// The first seed.
fn base_seed() -> u64 {
    number("TASSEL_BASE_SEED").unwrap_or(0)
}

#[test]
fn whatever_happens() {
    let usual = if cfg!(debug_assertions) { 200 } else { 10_000 };
    let seeds = match (number("TASSEL_SEED"), number("TASSEL_SEEDS")) {
        (Some(seed), _) => seed..seed + 1,
        (None, seeds) => base_seed()..base_seed() + seeds.unwrap_or(usual),
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let (seeds, began) = (&seeds, std::time::Instant::now());
    let (coverage, failed) = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads)
            .map(|thread| {
                scope.spawn(move || {
                    let (mut coverage, mut failed) = (Coverage::default(), Vec::new());
                    for seed in seeds.clone().filter(|seed| seed % threads == thread) {
                        let checked = catch_unwind(AssertUnwindSafe(|| {
                            let run = run(seed);
                            check::check(&run);
                            coverage.add(&run);
                        }));
                        if checked.is_err() {
                            println!("TASSEL_SEED={seed} runs it again");
                            failed.push(seed);
                        }
                    }
                    (coverage, failed)
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .fold((Coverage::default(), Vec::new()), |(coverage, failed), (more, too)| {
                (coverage.merge(more), [failed, too].concat())
            })
    });
    println!(
        "{} seeds from {} in {:.1} s\n{coverage}",
        seeds.end - seeds.start,
        seeds.start,
        began.elapsed().as_secs_f64()
    );
    assert!(
        failed.is_empty(),
        "{} seeds fail, of which TASSEL_SEED={} runs one again",
        failed.len(),
        failed[0]
    );
    if seeds.end - seeds.start >= 200 {
        coverage.is_wide();
    }
}

#[test]
fn one_seed_is_one_run() {
    let seeds = if cfg!(debug_assertions) { 40 } else { 400 };
    for seed in base_seed()..base_seed() + seeds {
        let (first, again) = (run(seed).trace(), run(seed).trace());
        let differ = first.iter().zip(&again).find(|(first, again)| first != again);
        assert!(differ.is_none() && first.len() == again.len(), "TASSEL_SEED={seed}: {differ:#?}");
    }
}

impl Run {
    /// All that happened, line by line.
    fn trace(&self) -> Vec<String> {
        let since = |at: Instant| at.duration_since(self.began);
        let attempts = self.attempts.iter().map(|it| {
            let (ended, recorded) = (it.ended.map(|ended| (since(ended.at), ended.how)), &it.recorded);
            format!(
                "{:?} {} {} {:?} {} {:?} {ended:?} {recorded:?}",
                since(it.at),
                it.process,
                it.vendor,
                it.step,
                it.call.operation().id,
                it.reached.map(since)
            )
        });
        let done = self.done.iter().map(|done| format!("{done:?}"));
        let journeys = self.journeys.iter().map(|journey| format!("{journey:?}"));
        let spans = self.spans.lines().map(str::to_owned);
        attempts.chain(done).chain(journeys).chain(spans).collect()
    }
}
