//! What a call costs, against raw reqwest with `.json()` into structs that keep nothing, on the same server and bodies.
//!
//! `cargo bench -p tassel-tests --bench calls` times both in turn and prints ratios; `cargo xtask bench` counts
//! instructions and allocations of each.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on may panic")]

mod bodies;
mod modes;
mod server;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use modes::Mode;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        // What `cargo xtask bench` runs under callgrind.
        ["serve"] => server::serve_until_told(),
        ["call", mode, calls, address] => {
            let Some(mode) = Mode::named(mode) else { return ExitCode::FAILURE };
            runtime().block_on(mode.run(address, calls.parse().unwrap()));
        }
        ["allocations", mode, calls, address] => {
            let Some(mode) = Mode::named(mode) else { return ExitCode::FAILURE };
            let _profiler = dhat::Profiler::builder().testing().build();
            runtime().block_on(mode.run(address, calls.parse().unwrap()));
            println!("{}", dhat::HeapStats::get().total_blocks);
        }
        _ => times(),
    }
    ExitCode::SUCCESS
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// Times each mode against the one that it is compared with, in turn, and prints the median of the ratios.
fn times() {
    let address = server::serve_beside();
    println!("{:<22} {:>12} {:>12} {:>8}", "mode", "µs a call", "µs, raw", "ratio");
    for mode in Mode::ALL.iter().filter(|mode| mode.against().is_some()) {
        let against = mode.against().unwrap();
        let time = |mode: Mode| {
            let (runtime, calls) = (runtime(), mode.calls());
            let began = Instant::now();
            runtime.block_on(mode.run(&address, calls));
            began.elapsed() / u32::try_from(calls).unwrap()
        };
        let rounds: Vec<(Duration, Duration)> = (0..9).map(|_| (time(*mode), time(against))).collect();
        let median = |mut values: Vec<f64>| {
            values.sort_by(f64::total_cmp);
            values[values.len() / 2]
        };
        let micros = |it: Duration| it.as_secs_f64() * 1e6;
        println!(
            "{:<22} {:>12.1} {:>12.1} {:>8.3}",
            mode.name(),
            median(rounds.iter().map(|(it, _)| micros(*it)).collect()),
            median(rounds.iter().map(|(_, raw)| micros(*raw)).collect()),
            median(rounds.iter().map(|(it, raw)| it.as_secs_f64() / raw.as_secs_f64()).collect()),
        );
    }
}
