//! `tassel roll`, `operations`, `sandbox` and `completions`.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::{Value, json};
use tassel_sandbox::{Fault, FaultKind, Sandbox, Server, Start};

use crate::support::{command, run, run_command};

#[test]
fn the_roll_has_a_row_for_each_learner() {
    let json = run(&["roll", "--sandbox", "-o", "json"]).json();
    let learners = json["learners"].as_array().unwrap();
    assert!(learners.len() >= 30, "{}", learners.len());
    assert_eq!((&json["complete"], &json["as_of"]), (&json!(true), &json!("2026-09-01")));
    let imani = learners.iter().find(|learner| learner["email"] == "imani.okonjo@example.org").unwrap();
    let standings: Vec<_> =
        imani["credentials"].as_array().unwrap().iter().map(|c| (&c["name"], &c["standing"])).collect();
    assert_eq!(
        standings,
        [(&json!("Harbour Safety"), &json!("valid")), (&json!("First Aid at Work"), &json!("expired"))]
    );
    let mixed = learners.iter().find(|learner| learner["name"] == "Siobhán Ní Dhomhnaill").unwrap();
    assert_eq!(
        mixed["email"], "siobhan.nidhomhnaill@example.org",
        "addresses are one person's, whatever their case"
    );

    let table = run(&["roll", "--sandbox"]);
    assert_eq!((table.code, table.stderr.as_str()), (0, ""), "no progress bar away from a terminal");
    assert!(table.stdout.contains("learner") && table.stdout.contains("unpublished"));
    assert!(learners.iter().all(|learner| table.stdout.contains(learner["name"].as_str().unwrap())));

    let lines = run(&["roll", "--sandbox", "-o", "ndjson"]).stdout;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines, learners);

    let csv = run(&["roll", "--sandbox", "-o", "csv"]).stdout;
    assert_eq!(csv.lines().next(), Some("learner,email,valid,expired,unpublished"));
    assert_eq!(csv.lines().count(), learners.len() + 1);
    assert!(
        csv.contains("João Figueiredo,joao.figueiredo@example.org,\"Welcome Aboard, Crane Signals\",,"),
        "{csv}"
    );
}

#[tokio::test]
async fn a_roll_that_is_not_complete_says_so() {
    let sandbox = Sandbox::start(Start { seed: 0, empty: false });
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/accredible", server.address().unwrap());
    tokio::spawn(server.run());
    sandbox.set(|settings| settings.accredible.api_key = crate::support::KEY.to_owned());
    let client = |sandbox: &Sandbox| sandbox.requests().len();
    assert_eq!(client(&sandbox), 0);
    // More than one page, and every page is the first one.
    for batch in 0..2 {
        let credentials: Vec<_> = (0..60)
            .map(|n| json!({"recipient": {"name": "N", "email": format!("n{batch}-{n}@example.org")}, "group_id": 34}))
            .collect();
        let body = json!({"credentials": credentials}).to_string();
        let made = crate::support::run_against(
            &url,
            &["api", "accredible", "credentials.bulk_create_v1", "--body", &body],
        )
        .await;
        assert_eq!(made.code, 0, "{made:?}");
    }
    sandbox.fault(Fault::new(FaultKind::IgnorePaging)).unwrap();
    let run = crate::support::run_against(&url, &["roll", "-o", "json"]).await;
    assert_eq!(run.code, 10, "{run:?}");
    assert_eq!(run.json()["complete"], false);
    assert!(
        run.stderr.starts_with("tassel: the roll is not complete: credentials.search is incomplete: "),
        "{}",
        run.stderr
    );
}

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
            "tassel: there is no vendor `initech`; there is accredible, coursepath, damstra, falkor, namecoach.\n"
        )
    );
}

#[test]
fn a_sandbox_is_served_and_says_how_to_reach_it() {
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

    let mut served = command(&["sandbox", "--listen", "127.0.0.1:0", "--empty", "--seed", "7"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(served.stdout.take().unwrap()).lines();
    let mut caller = command(&["roll", "-o", "json"]);
    for _ in 0..2 {
        let line = lines.next().unwrap().unwrap();
        let (name, value) = line.strip_prefix("export ").unwrap().split_once('=').unwrap();
        caller.env(name, value);
    }
    let roll = run_command(caller);
    served.kill().unwrap();
    served.wait().unwrap();
    assert_eq!((roll.code, &roll.json()["learners"]), (0, &json!([])), "an empty sandbox");
}

#[test]
fn help_names_the_exit_codes_and_shells_get_completions() {
    let help = run(&["--help"]);
    assert_eq!(help.code, 0);
    for part in ["Exit codes:", "10  done in part", "TASSEL_ACCREDIBLE_API_KEY", "--sandbox"] {
        assert!(help.stdout.contains(part), "{part}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let completions = run(&["completions", shell]);
        assert!(completions.code == 0 && completions.stdout.contains("operations"), "{shell}");
    }
}
