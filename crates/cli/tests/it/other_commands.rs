//! `tassel operations`, `sandbox` and `completions`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

use serde_json::json;

use crate::support::{command, run, run_command};

#[test]
fn the_operations_are_those_of_the_contract() {
    let listed = run(&["operations", "-o", "json"]).json();
    let listed = listed.as_array().unwrap().iter().map(|entry| {
        let columns = ["vendor", "id", "method", "path", "safety", "certainty"];
        columns.map(|name| entry[name].as_str().unwrap()).join(" ")
    });
    let listed: Vec<_> = listed.collect();
    // Written down from the vendors' documents, not made from the tables.
    let want: Vec<_> = include_str!("operations.txt").lines().collect();
    assert_eq!(listed, want);
    let table = run(&["operations", "--vendor", "accredible"]).stdout;
    assert!(table.contains("deprecated") && table.contains("/v1/all_credentials"), "{table}");
    let unknown = run(&["operations", "--vendor", "initech"]);
    assert_eq!(
        (unknown.code, unknown.stderr.as_str()),
        (
            2,
            "tassel: there is no vendor `initech`; the vendors are accredible, coursepath, damstra, falkor, namecoach.\n"
        )
    );
}

#[test]
fn a_sandbox_prints_its_environment_variables() {
    let printed = run(&["sandbox", "--print-env", "--listen", "127.0.0.1:4999"]).stdout;
    let want = [
        ("ACCREDIBLE_URL", "http://127.0.0.1:4999/accredible"),
        ("ACCREDIBLE_API_KEY", "sandbox-accredible-key"),
        ("COURSEPATH_URL", "http://127.0.0.1:4999/coursepath"),
        ("COURSEPATH_API_KEY", "sandbox-coursepath-key"),
        ("DAMSTRA_URL", "http://127.0.0.1:4999/damstra"),
        ("DAMSTRA_ACCESS_KEY", "sandboxdamstrakey"),
        ("FALKOR_URL", "http://127.0.0.1:4999/falkor"),
        ("FALKOR_TOKEN", "c2FuZGJveC1mYWxrb3ItdG9rZW4="),
        ("FALKOR_WEBHOOK_SECRET", "sandbox-falkor-webhook-secret"),
        ("NAMECOACH_URL", "http://127.0.0.1:4999/namecoach"),
        ("NAMECOACH_TOKEN", "sandbox-namecoach-token"),
    ];
    let want: String = want.map(|(name, value)| format!("export TASSEL_{name}={value}\n")).concat();
    assert_eq!(printed, want);
    assert_eq!(run(&["sandbox", "--print-env", "--listen", "127.0.0.1:0"]).code, 2);
    assert_eq!(run(&["sandbox", "--listen", "nowhere"]).code, 3);

    let mut served = command(&[
        "sandbox",
        "--listen",
        "127.0.0.1:0",
        "--empty",
        "--seed",
        "7",
        "--allow-host",
        "sandbox.internal",
    ])
    .stdout(Stdio::piped())
    .stderr(Stdio::null())
    .spawn()
    .unwrap();
    let mut lines = BufReader::new(served.stdout.take().unwrap()).lines();
    let mut caller = command(&["roll", "-o", "json"]);
    let mut url = String::new();
    for _ in 0..2 {
        let line = lines.next().unwrap().unwrap();
        let (name, value) = line.strip_prefix("export ").unwrap().split_once('=').unwrap();
        caller.env(name, value);
        if name.ends_with("_URL") {
            value.clone_into(&mut url);
        }
    }
    let address = url.strip_prefix("http://").and_then(|rest| rest.split('/').next()).unwrap();
    for (host, want) in [("sandbox.internal", "HTTP/1.1 200 "), ("a.example", "HTTP/1.1 403 ")] {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET /_sandbox/clock HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with(want), "{host}: {answer}");
    }
    let roll = run_command(caller);
    served.kill().unwrap();
    served.wait().unwrap();
    assert_eq!((roll.code, &roll.json()["learners"]), (0, &json!([])), "an empty sandbox");
}

/// A body in parts of one byte takes about as much as its bytes.
#[cfg(target_os = "linux")]
#[test]
fn a_body_in_many_chunks_takes_no_more_memory() {
    let mut served = command(&["sandbox", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let line = BufReader::new(served.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    let address = line.split_once("http://").and_then(|(_, rest)| rest.split('/').next()).unwrap();
    let status = format!("/proc/{}/status", served.id());
    let most = || {
        let status = std::fs::read_to_string(&status).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap()
    };
    let before = most();
    let mut stream = TcpStream::connect(address).unwrap();
    let head = "POST /accredible/v1/credentials HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n";
    write!(stream, "{head}transfer-encoding: chunked\r\n\r\n").unwrap();
    stream.write_all(&b"1\r\n \r\n".repeat(1 << 20)).unwrap();
    stream.write_all(b"0\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let after = most();
    served.kill().unwrap();
    served.wait().unwrap();
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    assert!(after - before < 16 << 10, "{} KiB for 1 MiB", after - before);
}

#[test]
fn help_and_completions() {
    let help = run(&["--help"]);
    assert_eq!(help.code, 0);
    for part in ["Exit codes:", "10  partial", "11  a vendor", "TASSEL_ACCREDIBLE_API_KEY", "--sandbox"] {
        assert!(help.stdout.contains(part), "{part}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let completions = run(&["completions", shell]);
        assert!(completions.code == 0 && completions.stdout.contains("operations"), "{shell}");
    }
}
