//! The table of what tassel costs. How it is measured is in `tests/benches`.

use std::process::Command;

use crate::workspace;

/// Measures these subjects, or all, and prints the table.
///
/// # Errors
///
/// The bench cannot be built or does not end well.
pub fn run(subjects: &[String]) -> Result<(), String> {
    let all = ["all".to_owned()];
    let subjects = if subjects.is_empty() { &all } else { subjects };
    cargo(&["bench", "--bench", "table", "--"], subjects)
}

/// Sends hostile answers to a client, and says what each costs.
///
/// # Errors
///
/// An answer costs more than it may.
pub fn attack() -> Result<(), String> {
    cargo(&["run", "--release", "--example", "attack"], &[])
}

fn cargo(command: &[&str], arguments: &[String]) -> Result<(), String> {
    let [subcommand, options @ ..] = command else { return Ok(()) };
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([subcommand, "--locked", "--package", "tassel-benches"]).args(options).args(arguments);
    let status = cargo.current_dir(workspace::root()).status();
    let status = status.map_err(|error| format!("cargo {subcommand} cannot be run: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with an error", command.join(" "))) }
}
