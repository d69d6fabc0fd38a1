//! The work before the first call.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::processes::{callgrind, output, seconds, this};
use crate::row::{Comparison, Row, Target, compare, grouped};

/// A client of each of the five vendors over one transport, against one reqwest client with TLS.
pub fn clients() -> Vec<Row> {
    let count = |mode, times| callgrind(&this(), &["run", mode, times, ""]).instructions;
    let idle = count("idle", "1");
    // The first one of a process.
    let (ours, raw) = (count("clients", "1") - idle, count("raw-client", "1") - idle);
    let what = "clients of five vendors over one transport, against one reqwest client";
    let measured = format!("{} instructions, raw {}", grouped(ours), grouped(raw));
    let ratio = ours as f64 / raw as f64;
    let time = |mode| seconds(mode, 1, "") * 1e3;
    let Comparison { ours, theirs, ratio: time } = compare(15, || time("clients"), || time("raw-client"));
    vec![
        Row::ratio(format!("{what}, instructions"), measured, ratio, Target::AtMost(1.15)),
        Row::ratio(
            format!("{what}, time"),
            format!("{ours:.2} ms, raw {theirs:.2} ms"),
            time,
            Target::AtMost(1.15),
        ),
    ]
}

/// `tassel --help` sets up no TLS.
pub fn help() -> Vec<Row> {
    let seen = callgrind(&command(), &["--help"]);
    // By whole names: `String` ends like one of them.
    let is_tls = |name: &&String| {
        let mut parts = name.split(|c: char| !c.is_alphanumeric() && c != '_');
        parts.any(|part| ["rustls", "rustls_platform_verifier", "ring"].contains(&part))
    };
    let tls = seen.functions.iter().filter(is_tls).count();
    assert!(seen.functions.iter().any(|name| name.contains("clap")), "the functions have names");
    let row = |what: &str, measured, figure, unit, target| Row {
        what: what.to_owned(),
        measured,
        figure,
        unit,
        target,
    };
    vec![
        row(
            "`tassel --help`",
            grouped(seen.instructions) + " instructions",
            seen.instructions as f64 / 1e6,
            "million",
            Target::AtMost(1.5),
        ),
        row(
            "`tassel --help`: functions of TLS that run",
            format!("of {}", seen.functions.len()),
            tls as f64,
            "",
            Target::AtMost(0.0),
        ),
    ]
}

/// The command `tassel`, built.
fn command() -> PathBuf {
    let arguments = ["build", "--release", "--locked", "--package", "tassel", "--message-format", "json"];
    let said = output(Command::new(env!("CARGO")).args(arguments));
    let messages = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    programs.next().unwrap()
}
