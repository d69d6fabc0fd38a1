//! What reaches a terminal or a spreadsheet, and that nobody has to read it.

use std::process::Stdio;

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_sandbox::{Sandbox, Server};

use crate::support::{KEY, Run, command, run_against, run_command};

/// A name that clears a screen, turns itself around, ends a line and begins a formula.
const HOSTILE: &str = "=1+\u{1b}[2J\u{9b}0m\u{202e}evil\u{2066}\r\nvalid: \"x\"";

/// Whether a text could steer a terminal.
fn steers(text: &str) -> bool {
    text.contains(|c: char| {
        c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vendors_text_is_escaped_for_terminals_and_spreadsheets() {
    let server = Server::bind(Sandbox::new(), "127.0.0.1:0").await.unwrap();
    let address = server.address().unwrap();
    tokio::spawn(server.run());
    let accredible = |arguments: Vec<String>| async move {
        let mut command = command(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        command
            .env("TASSEL_ACCREDIBLE_URL", format!("http://{address}/accredible"))
            .env("TASSEL_ACCREDIBLE_API_KEY", tassel_sandbox::accredible::API_KEY);
        tokio::task::spawn_blocking(|| run_command(command)).await.unwrap()
    };
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let new =
        json!({"credential": {"recipient": {"name": HOSTILE, "email": "eve@example.org"}, "group_id": 34}});
    let create = [words("api accredible credentials.create --body"), vec![new.to_string()]].concat();
    let created = accredible(create).await;
    assert_eq!(created.code, 0, "{created:?}");
    assert_eq!(created.json()["credential"]["recipient"]["name"], HOSTILE, "JSON is exact");

    let shown = r"=1+\u{1b}[2J\u{9b}0m\u{202e}evil\u{2066}\r\nvalid";
    let roll = accredible(words("roll --email eve@example.org")).await;
    let squeezed: String = roll.stdout.split(['│', '\n', ' ', '┆']).collect();
    assert!(squeezed.contains(shown) && !steers(&roll.stdout), "{}", roll.stdout);
    let id = created.json()["credential"]["id"].to_string();
    let get = format!("api accredible credentials.get --path id={} -o table", id.trim_matches('"'));
    let table = accredible(words(&get)).await;
    assert!(table.code == 0 && !steers(&table.stdout), "{table:?}");

    let json = accredible(words("roll --email eve@example.org -o json")).await.json();
    assert_eq!(json["learners"][0]["name"], HOSTILE);
    let line = accredible(words("roll --email eve@example.org -o ndjson")).await.stdout;
    assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["name"], HOSTILE);
    let csv = accredible(words("roll --email eve@example.org -o csv")).await.stdout;
    let mut csv = csv::Reader::from_reader(csv.as_bytes());
    let row = csv.records().next().unwrap().unwrap();
    assert_eq!(row[0], format!("'{HOSTILE}"));
}

#[tokio::test]
async fn formulas_are_escaped_in_csv_only() {
    let server = MockServer::start_async().await;
    let groups = r#"{"groups": [{"id": -5, "name": "@SUM(A1)", "-x": "-1.5", "course_name": "\tcmd"}], "meta": {"total_count": 1}}"#;
    server
        .mock_async(|_, then| drop(then.status(200).header("content-type", "application/json").body(groups)))
        .await;
    let search = ["api", "accredible", "groups.search", "--body", "{}", "-o"];
    for (format, want) in [
        ("csv", "id,name,course_name,'-x\n-5,'@SUM(A1),'\tcmd,-1.5\n"),
        (
            "ndjson",
            "{\"groups\":[{\"id\":-5,\"name\":\"@SUM(A1)\",\"course_name\":\"\\tcmd\",\"-x\":\"-1.5\"}],\"meta\":{\"total_count\":1}}\n",
        ),
    ] {
        let run = run_against(&server.base_url(), &[search.as_slice(), &[format]].concat()).await;
        assert_eq!(run.stdout, want, "{format}: {run:?}");
    }
}

#[tokio::test]
async fn messages_are_escaped_for_terminals() {
    for (label, arguments) in [
        ("api", vec!["api", "accredible", "issuer.get"]),
        ("roll", vec!["roll"]),
        ("trigger", vec!["webhooks", "trigger", "damstra", "user.account.created", "--to", "URL"]),
    ] {
        let server = MockServer::start_async().await;
        let body = json!({"errors": format!("no {HOSTILE}")}).to_string().replace("\\u001b", "\u{1b}");
        server
            .mock_async(|_, then| {
                drop(then.status(422).header("content-type", "application/json").body(body));
            })
            .await;
        let url = server.base_url();
        let arguments: Vec<_> = arguments.iter().map(|it| if *it == "URL" { &url } else { *it }).collect();
        let run = run_against(&url, &arguments).await;
        assert_eq!(run.code, 6, "{label}: {run:?}");
        assert!(run.stderr.contains(r"\u{202e}evil") && !steers(&run.stderr), "{label}: {}", run.stderr);
    }
    let typed = run_command(command(&["api", "a\u{1b}[2J\u{202e}", "x"]));
    assert!(typed.code == 2 && typed.stderr.contains(r"`a\u{1b}[2J\u{202e}`"), "{typed:?}");
    let unknown = run_command(command(&["roll", "--\u{9b}2J\u{202e}x"]));
    assert!(unknown.code == 2 && !steers(&unknown.stderr), "{unknown:?}");
}

/// Runs the command with nobody at the other end of its standard output or its standard error.
fn unread(arguments: &[&str], output: bool, error: bool) -> Run {
    let end = |closed: bool| -> Stdio {
        let (reader, writer) = std::io::pipe().unwrap();
        // A pipe whose reader is gone.
        drop(reader);
        if closed { writer.into() } else { Stdio::piped() }
    };
    let mut command = command(arguments);
    command.env("TASSEL_ACCREDIBLE_URL", "http://127.0.0.1:9").env("TASSEL_ACCREDIBLE_API_KEY", KEY);
    let child = command.stdout(end(output)).stderr(end(error)).spawn().unwrap();
    let ended = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: ended.status.code().unwrap_or(-1), stdout: text(ended.stdout), stderr: text(ended.stderr) }
}

#[test]
fn a_closed_output_does_not_change_the_exit_code() {
    for (label, arguments, code) in [
        ("a roll", vec!["roll", "--sandbox"], 0),
        ("a roll in JSON", vec!["roll", "--sandbox", "-o", "json"], 0),
        ("a list", vec!["operations", "-o", "csv"], 0),
        ("completions", vec!["completions", "bash"], 0),
        ("help", vec!["--help"], 0),
        ("what to export", vec!["sandbox", "--print-env"], 0),
        ("an unknown flag", vec!["roll", "--bogus"], 2),
        ("an unknown vendor", vec!["api", "initech", "x"], 2),
        ("an unknown operation", vec!["api", "falkor", "groups.list"], 2),
        ("no key", vec!["api", "namecoach", "exports.list"], 3),
        ("not found", vec!["api", "accredible", "credentials.get", "--path", "id=0", "--sandbox"], 5),
        (
            "not found, as it came",
            vec!["api", "accredible", "credentials.get", "--path", "id=0", "--sandbox", "--raw"],
            5,
        ),
        ("nobody there", vec!["roll"], 8),
    ] {
        for (output, error) in [(true, false), (false, true), (true, true)] {
            let run = unread(&arguments, output, error);
            let panicked = run.stderr.contains("panicked") || run.code == 101;
            assert!(!panicked, "{label}, output {output}, error {error}: {run:?}");
            assert_eq!(run.code, code, "{label}, output {output}, error {error}: {run:?}");
            assert!(code != 0 || run.stderr.is_empty(), "{label}: quietly: {run:?}");
        }
    }
}
