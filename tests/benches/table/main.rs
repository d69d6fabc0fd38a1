//! The table of `FIGURES.md`: each figure with that of a reference, both measured in this run.
//!
//! `cargo bench -p tassel-benches` measures the subjects that need neither valgrind nor builds. `cargo xtask bench`
//! measures all of them, or those that it is given.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on may panic")]

mod calls;
mod compile;
mod issuing;
mod listings;
mod processes;
mod row;
mod sandbox;
mod start;

use std::process::ExitCode;

use row::Row;

/// A subject: its name, whether the plain `cargo bench` measures it, and its function.
type Subject = (&'static str, bool, fn() -> Vec<Row>);

const SUBJECTS: &[Subject] = &[
    ("call", false, calls::one_and_page),
    ("time", true, calls::time),
    ("pages", true, listings::pages_ahead),
    ("memory", true, listings::memory),
    ("held", true, listings::held),
    ("issue", true, issuing::memory),
    ("sync", true, issuing::syncing),
    ("decode", false, calls::decode),
    ("flight", true, calls::in_flight),
    ("start", false, start::clients),
    ("help", false, start::help),
    ("sandbox", true, sandbox::all),
    ("compile", false, compile::all),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if processes::is_one(&arguments) {
        return ExitCode::SUCCESS;
    }
    let is_known = |name: &&str| SUBJECTS.iter().any(|(known, ..)| known == name) || *name == "all";
    if let Some(unknown) = arguments.iter().find(|name| !is_known(name)) {
        let names: Vec<_> = SUBJECTS.iter().map(|(name, ..)| *name).collect();
        eprintln!("there is no `{unknown}`; there is all, {}", names.join(", "));
        return ExitCode::FAILURE;
    }
    println!("| What | Measured | Figure | Target | Met |\n| --- | --- | --- | --- | --- |");
    for (name, is_plain, measure) in SUBJECTS {
        if arguments.contains(name) || arguments.contains(&"all") || (arguments.is_empty() && *is_plain) {
            measure().iter().for_each(|row| println!("{row}"));
        }
    }
    ExitCode::SUCCESS
}
