//! What a call costs, by the instructions that callgrind counts: the same on any day, whatever else the machine does.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::workspace;

/// A row of the table: the mode, what it is compared with, how many calls, and the most that the ratio may be.
const ROWS: &[(&str, &str, u64, f64)] =
    &[("one", "raw-one", 400, 1.05), ("page", "raw-page", 40, 1.00), ("wrong-page", "raw-page", 40, 3.0)];

/// The most allocations that a call may have beyond those of raw reqwest.
const MORE_ALLOCATIONS: u64 = 20;

/// Counts and prints.
///
/// # Errors
///
/// The benches cannot be built or run, or valgrind is not there.
pub fn run() -> Result<(), String> {
    let bench = build()?;
    let mut server = Command::new(&bench)
        .arg("serve")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{}: {error}", bench.display()))?;
    let result = table(&bench, &mut server);
    drop(server.stdin.take());
    let _ = server.wait();
    result
}

fn table(bench: &PathBuf, server: &mut Child) -> Result<(), String> {
    let mut address = String::new();
    let out = server.stdout.take().ok_or("the server says nothing")?;
    BufReader::new(out).read_line(&mut address).map_err(|error| error.to_string())?;
    let address = address.trim();
    println!("{:<12} {:>14} {:>14} {:>8} {:>8}", "mode", "instructions", "of raw", "ratio", "at most");
    for (mode, raw, calls, most) in ROWS {
        // A difference of two runs, so that what starts and ends them does not count.
        let cost = |mode: &str| -> Result<u64, String> {
            let (few, many) = (calls / 4, *calls);
            let difference = instructions(bench, mode, many, address)?
                .saturating_sub(instructions(bench, mode, few, address)?);
            Ok(difference / (many - few))
        };
        let (ours, theirs) = (cost(mode)?, cost(raw)?);
        let ratio = ours as f64 / theirs as f64;
        println!("{mode:<12} {ours:>14} {theirs:>14} {ratio:>8.3} {most:>8.2}");
    }
    let blocks = |mode: &str| -> Result<u64, String> {
        let count = |calls: u64| allocations(bench, mode, calls, address);
        Ok((count(300)? - count(100)?) / 200)
    };
    let (ours, theirs) = (blocks("one")?, blocks("raw-one")?);
    println!("one: {ours} allocations, raw {theirs}; at most {MORE_ALLOCATIONS} more");
    Ok(())
}

/// Builds the bench, and tells where it is.
fn build() -> Result<PathBuf, String> {
    let output = Command::new(env!("CARGO"))
        .args(["bench", "--locked", "--package", "tassel-tests", "--bench", "calls", "--no-run"])
        .args(["--message-format", "json"])
        .current_dir(workspace::root())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo bench cannot be run: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let built = messages.filter(|message| message["target"]["name"] == "calls");
    let mut built = built.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    built.next().ok_or_else(|| "the bench was not built".to_owned())
}

fn instructions(bench: &PathBuf, mode: &str, calls: u64, address: &str) -> Result<u64, String> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(bench)
        .args(["call", mode, &calls.to_string(), address])
        .output()
        .map_err(|error| format!("valgrind cannot be run: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = text.lines().find_map(|line| line.split_once("Collected : "));
    line.and_then(|(_, count)| count.trim().parse().ok()).ok_or(text)
}

fn allocations(bench: &PathBuf, mode: &str, calls: u64, address: &str) -> Result<u64, String> {
    let output = Command::new(bench)
        .args(["allocations", mode, &calls.to_string(), address])
        .output()
        .map_err(|error| format!("{}: {error}", bench.display()))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.trim().parse().map_err(|_| text)
}
