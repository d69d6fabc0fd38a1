//! The table of what tassel costs. How it is measured is in `tests/benches`.

use std::process::Command;

use crate::workspace;

/// Measures these subjects, or all, and prints the table.
///
/// # Errors
///
/// The bench cannot be built or does not end well.
pub fn run(subjects: &[String]) -> Result<(), String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["bench", "--locked", "--package", "tassel-benches", "--bench", "table", "--"]);
    if subjects.is_empty() {
        cargo.arg("all");
    }
    let status = cargo.args(subjects).current_dir(workspace::root()).status();
    let status = status.map_err(|error| format!("cargo bench cannot be run: {error}"))?;
    if status.success() { Ok(()) } else { Err("the bench ended before its time".to_owned()) }
}
