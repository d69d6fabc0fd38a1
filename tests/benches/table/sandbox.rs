//! The sandbox on a port, against a server with the same prepared bodies, and against the sandbox in process.

use std::process::{Command, Stdio};
use std::time::Instant;

use tassel_sandbox::Sandbox;

use crate::processes::{HERE, Server, seconds, this};
use crate::row::{Comparison, Row, Target, compare, median};

/// The time of calls, and of the start.
pub fn all() -> Vec<Row> {
    let (sandbox, canned) = (Server::start("sandbox", HERE), Server::start("canned-sandbox", HERE));
    let compared = |ours: &str, theirs: &str, address: &str, calls: u64| {
        let time = |mode: &str, address| seconds(mode, calls, address) / calls as f64 * 1e6;
        compare(9, || time(ours, &sandbox.address), || time(theirs, address))
    };
    let mut rows = Vec::new();
    // Most of the time of a page is decoding in the client, on both sides.
    for (what, mode, in_process, calls, most, least) in [
        ("one credential", "listed-one", "listed-one-in-process", 2_000, 1.3, Target::AtLeast(3.0)),
        ("a page of 50", "page", "page-in-process", 300, 1.5, Target::None),
    ] {
        let Comparison { ours, theirs, ratio } = compared(mode, mode, &canned.address, calls);
        rows.push(Row::ratio(
            format!("the sandbox on a port, against a canned server: {what}"),
            format!("{ours:.1} µs, canned {theirs:.1} µs"),
            ratio,
            Target::AtMost(most),
        ));
        let Comparison { ours, theirs, ratio } = compared(mode, in_process, "", calls);
        rows.push(Row::ratio(
            format!("the sandbox in process, against itself on a port: {what}"),
            format!("{theirs:.1} µs, on a port {ours:.1} µs"),
            ratio,
            least,
        ));
    }
    rows.push(start());
    rows
}

/// The time until a seeded sandbox is ready, without the start of its process.
fn start() -> Row {
    let milliseconds = |it: &dyn Fn()| {
        median((0..9).map(|_| {
            let began = Instant::now();
            it();
            began.elapsed().as_secs_f64() * 1e3
        }))
    };
    let started = milliseconds(&|| drop(Sandbox::new()));
    let process = milliseconds(&|| {
        let mut idle = Command::new(this());
        assert!(idle.args(["run", "idle", "0", ""]).stdout(Stdio::null()).status().unwrap().success());
    });
    Row {
        what: "the sandbox: start, seeded".to_owned(),
        measured: format!(
            "{:.2} of what a process that does nothing takes ({process:.1} ms)",
            started / process
        ),
        figure: started,
        unit: "ms",
        target: Target::AtMost(50.0),
    }
}
