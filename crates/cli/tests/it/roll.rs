//! `tassel roll`.

use std::time::Instant;

use serde_json::{Value, json};
use tassel_sandbox::{Fault, FaultKind, Sandbox, Server, Start};

use crate::support::{Run, command, run, run_command};

/// The cells of the learner with this address that are not empty, as `column: text`.
fn cells_of(address: &str) -> Vec<String> {
    cells_in(&run(&["roll", "--sandbox", "-o", "csv"]), address)
}

fn cells_in(run: &Run, address: &str) -> Vec<String> {
    let mut csv = csv::Reader::from_reader(run.stdout.as_bytes());
    let columns = csv.headers().unwrap().clone();
    let rows: Vec<_> = csv.records().map(Result::unwrap).filter(|row| &row[1] == address).collect();
    assert_eq!(rows.len(), 1, "{address}: {}", run.stdout);
    let cells = columns.iter().zip(&rows[0]).skip(2).filter(|(_, text)| !text.is_empty());
    cells.map(|(column, text)| format!("{column}: {text}")).collect()
}

/// Runs the command against a sandbox on a port, with all vendors configured or only some.
async fn run_against(sandbox: &Sandbox, vendors: &[&str], arguments: &[&str]) -> Run {
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let address = server.address().unwrap().to_string();
    let server = tokio::spawn(server.run());
    let printed = run(&["sandbox", "--print-env", "--listen", &address]).stdout;
    let mut command = command(&[&["roll"], arguments].concat());
    for line in printed.lines() {
        let (name, value) = line.strip_prefix("export ").unwrap().split_once('=').unwrap();
        if vendors.iter().any(|vendor| name.contains(&vendor.to_uppercase())) {
            command.env(name, value);
        }
    }
    let run = tokio::task::spawn_blocking(|| run_command(command)).await.unwrap();
    server.abort();
    run
}

const ALL: &[&str] = &["accredible", "coursepath", "damstra", "falkor", "namecoach"];

#[test]
fn the_roll_in_each_format() {
    let began = Instant::now();
    let table = run(&["roll", "--sandbox"]);
    let took = began.elapsed();
    assert!(took.as_secs() < 2, "{took:?}");
    assert_eq!((table.code, table.stderr.as_str()), (0, ""), "no progress bar away from a terminal");

    let json = run(&["roll", "--sandbox", "-o", "json"]).json();
    let learners = json["learners"].as_array().unwrap();
    assert_eq!(learners.len(), 37, "36 learners, of whom one has two addresses");
    assert_eq!((&json["complete"], &json["as_of"]), (&json!(true), &json!("2026-09-01")));
    assert!(learners.iter().all(|learner| table.stdout.contains(learner["name"].as_str().unwrap())));
    let asked: Vec<_> =
        json["vendors"].as_array().unwrap().iter().map(|it| (&it["vendor"], &it["state"])).collect();
    assert!(asked.iter().all(|(_, state)| **state == "whole"), "{asked:?}");
    assert!(ALL.iter().all(|vendor| asked.iter().any(|(it, _)| *it == vendor)), "{asked:?}");

    let lines = run(&["roll", "--sandbox", "-o", "ndjson"]).stdout;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines, learners);

    let csv = run(&["roll", "--sandbox", "-o", "csv"]).stdout;
    assert_eq!(
        csv.lines().next(),
        Some(
            "learner,email,passed,failed,unknown,open,certificates,valid,expired,unpublished,pronunciation,perhaps also"
        )
    );
    assert_eq!(csv.lines().count(), learners.len() + 1);
}

#[test]
fn the_table_of_one_person() {
    let table = run(&["roll", "--sandbox", "--email", "meiling.cheung@example.org"]).stdout;
    let lines: Vec<_> = table.lines().filter(|line| !line.starts_with(['─', '═'])).collect();
    let cells = |line: &str| {
        let cells = line.split("   ").map(str::trim).filter(|cell| !cell.is_empty());
        cells.map(str::to_owned).collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(
        lines.into_iter().map(cells).collect::<Vec<_>>(),
        [
            "learner | completions | certificates | credentials | pronunciation",
            "Mei-Ling Cheung | passed: Crane Signals (coursepath, falkor) | Crane Signals (coursepath, falkor) | valid: Crane Signals | recorded",
            "meiling.cheung@example.org | failed: Welcome Aboard (coursepath) | Confined Spaces (falkor) | valid: Confined Spaces",
            "unknown: Confined Spaces (damstra, falkor)",
            "unknown: Welcome Aboard (falkor)",
        ]
    );
    let table = run(&["roll", "--sandbox"]).stdout;
    assert!(table.contains(" perhaps also joao.figueiredo@before.example.org "), "{table}");
    assert!(table.contains(" (same name, same own id LRN-0010) "), "{table}");
}

#[test]
fn addresses_in_capitals_are_joined() {
    assert_eq!(
        cells_of("siobhan.nidhomhnaill@example.org"),
        [
            "passed: First Aid at Work (falkor)",
            "unknown: First Aid at Work (damstra)",
            "certificates: First Aid at Work (falkor)",
            "expired: First Aid at Work",
            "pronunciation: recorded",
        ]
    );
    let json = run(&["roll", "--sandbox", "-o", "json"]).json();
    let learners = json["learners"].as_array().unwrap();
    let siobhan: Vec<_> = learners.iter().filter(|it| it["name"] == "Siobhán Ní Dhomhnaill").collect();
    assert_eq!(siobhan.len(), 1);
    assert_eq!(
        siobhan[0]["written"],
        json!(["Siobhan.NiDhomhnaill@Example.org", "siobhan.nidhomhnaill@example.org"]),
        "and the addresses that were joined are shown"
    );
}

#[test]
fn a_recording_on_one_of_two_name_pages_is_enough() {
    assert_eq!(
        cells_of("zofia.wojcik@example.org"),
        [
            "passed: Welcome Aboard (coursepath)",
            "unknown: Welcome Aboard (falkor)",
            "certificates: Welcome Aboard (coursepath, falkor)",
            "valid: Welcome Aboard",
            "pronunciation: recorded",
        ]
    );
}

#[test]
fn a_name_without_a_recording() {
    assert_eq!(
        cells_of("kwame.asante@example.org"),
        [
            "passed: Harbour Safety (coursepath, falkor)",
            "open: Crane Signals (coursepath, falkor)",
            "certificates: Harbour Safety (coursepath, falkor)",
            "expired: Harbour Safety",
            "pronunciation: missing",
        ]
    );
}

#[test]
fn completed_is_not_passed() {
    assert_eq!(
        cells_of("meiling.cheung@example.org"),
        [
            "passed: Crane Signals (coursepath, falkor)",
            "failed: Welcome Aboard (coursepath)",
            "unknown: Confined Spaces (damstra, falkor); Welcome Aboard (falkor)",
            "certificates: Crane Signals (coursepath, falkor); Confined Spaces (falkor)",
            "valid: Crane Signals; Confined Spaces",
            "pronunciation: recorded",
        ]
    );
}

#[test]
fn an_unpublished_credential() {
    assert_eq!(
        cells_of("tane.rawiri@example.org"),
        [
            "passed: First Aid at Work (falkor)",
            "unknown: First Aid at Work (damstra)",
            "certificates: First Aid at Work (falkor)",
            "unpublished: First Aid at Work",
            "pronunciation: recorded",
        ]
    );
}

#[test]
fn a_credential_without_a_completion() {
    assert_eq!(
        cells_of("priya.venkataraman@example.org"),
        ["open: Confined Spaces (damstra, falkor)", "expired: Confined Spaces", "pronunciation: recorded",]
    );
}

#[test]
fn two_addresses_are_two_learners() {
    assert_eq!(
        cells_of("joao.figueiredo@example.org"),
        [
            "passed: Crane Signals (falkor)",
            "unknown: Welcome Aboard (falkor)",
            "open: Harbour Safety (falkor)",
            "certificates: Crane Signals (falkor); Welcome Aboard (falkor)",
            "valid: Welcome Aboard; Crane Signals",
            "pronunciation: missing: on no name page",
            "perhaps also: joao.figueiredo@before.example.org (same name, same own id LRN-0010)",
        ]
    );
    assert_eq!(
        cells_of("joao.figueiredo@before.example.org"),
        [
            "passed: Crane Signals (coursepath); Welcome Aboard (coursepath)",
            "open: Harbour Safety (coursepath)",
            "certificates: Crane Signals (coursepath); Welcome Aboard (coursepath)",
            "pronunciation: recorded",
            "perhaps also: joao.figueiredo@example.org (same name, same own id LRN-0010)",
        ]
    );
    let json = run(&["roll", "--sandbox", "-o", "json"]).json();
    let name = "João Figueiredo";
    assert_eq!(
        json["doubts"],
        json!([{
            "people": [
                {"name": name, "email": "joao.figueiredo@before.example.org"},
                {"name": name, "email": "joao.figueiredo@example.org"},
            ],
            "why": ["same_name", {"same_own_id": "LRN-0010"}],
        }])
    );
}

#[test]
fn a_completion_without_a_credential() {
    assert_eq!(
        cells_of("caspian.thorne@example.org"),
        [
            "passed: Harbour Safety (coursepath, falkor)",
            "certificates: Harbour Safety (coursepath)",
            "pronunciation: missing: on no name page",
        ]
    );
}

#[tokio::test]
async fn email_requests_one_person_only() {
    let sandbox = Sandbox::new();
    let arguments = ["--email", " Imani.Okonjo@example.org", "-o", "csv"];
    let run = run_against(&sandbox, ALL, &arguments).await;
    assert_eq!((run.code, run.stdout.lines().count()), (0, 2), "{run:?}");
    assert_eq!(
        cells_in(&run, "imani.okonjo@example.org"),
        [
            "passed: Harbour Safety (coursepath, falkor); First Aid at Work (falkor)",
            "unknown: First Aid at Work (damstra)",
            "certificates: Harbour Safety (coursepath, falkor); First Aid at Work (falkor)",
            "valid: Harbour Safety",
            "expired: First Aid at Work",
            "pronunciation: recorded",
        ]
    );
    let requests = sandbox.requests();
    assert!(requests.len() < 20, "{} calls for one person", requests.len());
    let sent = serde_json::to_string(&requests).unwrap();
    assert!(!sent.contains("kwame.asante"), "no vendor was asked for anybody else");

    let nobody = run_against(&sandbox, ALL, &["--email", "nobody@example.org", "-o", "json"]).await;
    assert_eq!((nobody.code, &nobody.json()["learners"]), (0, &json!([])));
}

#[test]
fn missing_and_since() {
    let emails = |arguments: &[&str]| {
        let run = run(&[&["roll", "--sandbox", "-o", "csv"], arguments].concat());
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
        let mut csv = csv::Reader::from_reader(run.stdout.as_bytes());
        csv.records().map(|row| row.unwrap()[1].to_owned()).collect::<Vec<_>>()
    };
    let (joao, before) = ("joao.figueiredo@example.org", "joao.figueiredo@before.example.org");
    let (caspian, kwame) = ("caspian.thorne@example.org", "kwame.asante@example.org");
    for (label, arguments, want) in [
        ("no credential", &["--missing", "credential"][..], &[caspian, before][..]),
        ("no recording", &["--missing", "recording"], &[caspian, joao, kwame]),
        ("nothing completed", &["--missing", "completion"], &["priya.venkataraman@example.org"]),
        ("either", &["--missing", "credential,recording"], &[caspian, before, joao, kwame]),
        ("lately", &["--since", "2026-08-25"], &["imani.okonjo@example.org", "viktor.szabo@example.org"]),
        ("lately, and nothing", &["--since", "2026-08-25", "--missing", "credential"], &[]),
        ("never", &["--since", "2030-01-01"], &[]),
    ] {
        assert_eq!(emails(arguments), want, "{label}");
    }
    for (label, arguments, words) in [
        (
            "no address",
            ["--email", " "],
            "invalid value ' ' for '--email <ADDRESS>': this is not an email address",
        ),
        ("no day", ["--since", "yesterday"], "invalid value 'yesterday' for '--since <YYYY-MM-DD>'"),
        ("no such thing", ["--missing", "patience"], "[possible values: credential, recording, completion]"),
    ] {
        let run = run(&[&["roll", "--sandbox"], &arguments[..]].concat());
        assert!(run.code == 2 && run.stderr.contains(words), "{label}: {run:?}");
    }
}

#[tokio::test]
async fn a_gap_is_shown_as_unknown() {
    let sandbox = Sandbox::new();
    let mut fault = Fault::status(404).operation("course_members.get");
    fault.body = Some("<html>Not Found</html>".to_owned());
    sandbox.fault(fault).unwrap();
    let run = run_against(&sandbox, &["coursepath"], &["-o", "csv"]).await;
    assert_eq!(run.code, 10, "{run:?}");
    let said = cells_in(&run, "imani.okonjo@example.org");
    assert_eq!(&said[..2], ["passed: ?", "failed: ?"]);
    assert_eq!((said[2].as_str(), said[3].as_str()), ("unknown: Harbour Safety (coursepath); ?", "open: ?"));
    let words = "results answered with a 404 that is not in the vendor's form: 36 (course ";
    assert!(run.stderr.contains(words), "{run:?}");
}

#[tokio::test]
async fn a_vendor_that_is_not_configured_is_not_asked() {
    let sandbox = Sandbox::new();
    let only = run_against(&sandbox, &["coursepath"], &["-o", "csv"]).await;
    assert_eq!((only.code, only.stderr.as_str()), (0, ""));
    assert_eq!(
        cells_in(&only, "imani.okonjo@example.org"),
        [
            "passed: Harbour Safety (coursepath)",
            "certificates: Harbour Safety (coursepath)",
            "valid: not asked",
            "expired: not asked",
            "unpublished: not asked",
            "pronunciation: not asked",
        ]
    );
    let json = run_against(&sandbox, &["coursepath"], &["-o", "json"]).await.json();
    assert_eq!(json["vendors"][0], json!({"vendor": "accredible", "state": "not_asked", "records": 0}));
    let recordings = run_against(&sandbox, &["coursepath"], &["--missing", "recording"]).await;
    assert_eq!(recordings.code, 3);
    assert_eq!(
        recordings.stderr,
        "tassel: --missing needs a vendor that has recordings, and none is configured.\n"
    );
}

#[tokio::test]
async fn a_failed_vendor_does_not_affect_the_others() {
    let whole = run_against(&Sandbox::new(), ALL, &["-o", "csv"]).await;
    let columns = |run: &Run, columns: &[usize]| {
        let mut csv = csv::Reader::from_reader(run.stdout.as_bytes());
        let rows = csv.records().map(Result::unwrap);
        rows.map(|row| columns.iter().map(|column| row[*column].to_owned()).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    for (vendor, kind, intact, marked, words) in [
        (
            "accredible",
            FaultKind::Status,
            &[1, 2, 3, 4, 5, 6, 10][..],
            &[7, 8, 9][..],
            "accredible could not be read: issuer.get answered 500",
        ),
        (
            "namecoach",
            FaultKind::DropBefore,
            &[1, 2, 3, 4, 5, 6, 7, 8, 9],
            &[10],
            "namecoach could not be read: participants.list: ",
        ),
        (
            "falkor",
            FaultKind::Malformed,
            &[7, 8, 9, 10],
            &[2, 3, 4, 5, 6],
            "falkor could not be read: logs.user_story_logs answered 200",
        ),
        (
            "coursepath",
            FaultKind::Truncate,
            &[7, 8, 9],
            &[2, 3, 4, 5, 6],
            "coursepath could not be read: courses.list: ",
        ),
        (
            "damstra",
            FaultKind::Status,
            &[6, 7, 8, 9, 10],
            &[2, 3, 4, 5],
            "damstra could not be read: users.search answered 500",
        ),
    ] {
        let sandbox = Sandbox::new();
        let mut fault = Fault::new(kind);
        fault.vendor = Some(vendor.to_owned());
        fault.status = (kind == FaultKind::Status).then_some(500);
        sandbox.fault(fault).unwrap();
        let csv = run_against(&sandbox, ALL, &["-o", "csv"]).await;
        assert_eq!(csv.code, 11, "{vendor}: {csv:?}");
        assert!(csv.stderr.contains(&format!("tassel: {words}")), "{vendor}: {}", csv.stderr);
        // Some people only one vendor knows.
        let (was, is) = (columns(&whole, intact), columns(&csv, intact));
        let missing: Vec<_> = is.iter().filter(|row| !was.contains(row)).collect();
        assert!(is.len() >= 36 && missing.is_empty(), "{vendor}: {missing:?}");
        let marks = columns(&csv, marked);
        assert!(marks.iter().flatten().all(|cell| cell.ends_with('?')), "{vendor}: {marks:?}");

        let json = run_against(&sandbox, ALL, &["-o", "json"]).await.json();
        assert_eq!(json["complete"], false, "{vendor}");
        let said = json["missing"].to_string();
        assert!(said.contains(words), "{vendor}: {said}");
        let states = json["vendors"].as_array().unwrap().iter();
        let states: Vec<_> = states.filter(|it| it["state"] != "whole").map(|it| &it["vendor"]).collect();
        assert!(!states.is_empty() && states.iter().all(|it| **it == vendor), "{states:?}");
        assert!(json["learners"][0]["incomplete"] == json!([vendor]), "{vendor}");
    }
}

#[tokio::test]
async fn there_is_no_roll_when_every_vendor_fails() {
    let sandbox = Sandbox::new();
    sandbox.fault(Fault::status(403)).unwrap();
    let run = run_against(&sandbox, &["accredible", "namecoach"], &["-o", "json"]).await;
    assert_eq!((run.code, run.stdout.as_str()), (4, ""), "{run:?}");
    let lines: Vec<_> = run.stderr.lines().collect();
    assert!(
        lines[0].starts_with("tassel: namecoach could not be read: participants.list answered 403"),
        "{run:?}"
    );
    assert!(lines[1].starts_with("tassel: issuer.get answered 403"), "{run:?}");
}

#[tokio::test]
async fn an_incomplete_listing() {
    let sandbox = Sandbox::start(Start { seed: 0, empty: false });
    let credentials = |from: usize| {
        let credentials: Vec<_> = (from..from + 100)
            .map(
                |n| json!({"recipient": {"name": "N", "email": format!("n{n}@example.org")}, "group_id": 34}),
            )
            .collect();
        json!({"credentials": credentials}).to_string()
    };
    // More than one page, and every page is the first one.
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/accredible", server.address().unwrap());
    tokio::spawn(server.run());
    sandbox.set(|settings| settings.accredible.api_key = crate::support::KEY.to_owned());
    let body = credentials(0);
    let arguments = ["api", "accredible", "credentials.bulk_create_v1", "--body", &body];
    assert_eq!(crate::support::run_against(&url, &arguments).await.code, 0);
    let mut fault = Fault::new(FaultKind::IgnorePaging);
    fault.vendor = Some("accredible".to_owned());
    sandbox.fault(fault).unwrap();
    let run = crate::support::run_against(&url, &["roll", "-o", "json"]).await;
    assert_eq!(run.code, 10, "{run:?}");
    let json = run.json();
    assert_eq!((&json["complete"], &json["vendors"][0]["state"]), (&json!(false), &json!("in_part")));
    assert!(
        run.stderr.starts_with("tassel: accredible may be incomplete: credentials.search is incomplete: "),
        "{}",
        run.stderr
    );
    let table = crate::support::run_against(&url, &["roll", "-o", "csv"]).await;
    assert!(table.stdout.contains(",Harbour Safety; ?,?,?,"), "{}", table.stdout);
}
