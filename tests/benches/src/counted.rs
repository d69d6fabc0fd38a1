//! The measurements with a counting allocator. It is a separate program, as counting takes time.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on may panic")]

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use tassel_benches::{held, issuing, listings, modes::Mode, runtime};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The allocated bytes.
fn heap() -> usize {
    let stats = ALLOCATOR.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["allocations", mode, calls, address] => {
            let mode = Mode::named(mode).unwrap();
            runtime().block_on(mode.run(address, calls.parse().unwrap()));
            let stats = ALLOCATOR.stats();
            println!("{}", stats.allocations + stats.reallocations);
        }
        ["memory", address] => {
            let memory = runtime().block_on(listings::read_long_listing(address, heap));
            for figure in [
                memory.most as f64,
                memory.first_tenth,
                memory.last_tenth,
                memory.first_heap,
                memory.last_heap,
            ] {
                println!("{figure}");
            }
        }
        ["held"] => {
            let (kept, failed, bodies) = runtime().block_on(held::worst(heap));
            println!("{kept}\n{failed}\n{bodies}");
        }
        ["plan", publish, folder] => {
            let peak = issuing::plan(folder.as_ref(), publish.parse().unwrap(), heap);
            println!("{}\n{}", peak.heap, peak.resident);
        }
        ["apply", folder] => {
            let applied = issuing::apply_plan(folder.as_ref(), heap);
            let (peak, syncs) = (applied.peak, applied.syncs);
            println!("{}\n{}\n{}\n{syncs}\n{}", peak.heap, peak.resident, applied.syncing, applied.quota);
        }
        _ => panic!("the bench `table` runs it"),
    }
}
