//! cargo-deny: licences, sources, what is banned, and what is known against the crates there are.

use std::process::{Command, Output};

use crate::workspace;

/// What a check of the advisories came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advisories {
    /// Nothing is known against any crate.
    Clean,
    /// Something is.
    Found,
    /// Nobody knows: their database is out of reach.
    OutOfReach,
    /// It could not be checked for another reason.
    Failed,
}

/// Checks licences, sources and bans, then advisories. Whether the database of the latter was out of reach.
///
/// # Errors
///
/// cargo-deny finds something, or is not there.
pub fn run() -> Result<bool, String> {
    for arguments in [&["--all-features", "check", "licenses", "sources"][..], &["check", "bans"]] {
        let output = deny(arguments)?;
        if !output.status.success() {
            return Err(format!("cargo deny {} fails:\n{}", arguments.join(" "), text(&output)));
        }
    }
    let output = deny(&["--all-features", "check", "advisories"])?;
    match advisories(output.status.success(), &text(&output)) {
        Advisories::Clean => Ok(false),
        Advisories::OutOfReach => Ok(true),
        Advisories::Found | Advisories::Failed => {
            Err(format!("cargo deny check advisories fails:\n{}", text(&output)))
        }
    }
}

/// What cargo-deny says of the advisories, by whether it succeeds and what it prints.
#[must_use]
pub fn advisories(success: bool, text: &str) -> Advisories {
    match success {
        true => Advisories::Clean,
        false if text.contains("advisories FAILED") => Advisories::Found,
        // It ends there, before it has looked at a crate.
        false if text.contains("failed to fetch advisory database") => Advisories::OutOfReach,
        false => Advisories::Failed,
    }
}

fn deny(arguments: &[&str]) -> Result<Output, String> {
    let output = Command::new(env!("CARGO"))
        .args(["deny", "--locked", "--color", "never"])
        .args(arguments)
        .current_dir(workspace::root())
        .output()
        .map_err(|error| format!("cargo deny cannot be run: {error}"))?;
    if text(&output).contains("no such command") {
        return Err("cargo-deny is not there: cargo install cargo-deny --locked".to_owned());
    }
    Ok(output)
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
