//! What a signal does to `issue apply`.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;
use tassel_sandbox::Fault;

use super::Desk;

fn send(signal: &str, child: &Child) {
    let sent = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

/// Applies a plan whose creations take this long, sends signals once the first is sent, and returns the exit code and
/// the last line of standard error.
async fn stopped(desk: &Desk, rows: usize, wait: Duration, signals: &'static [&str]) -> (i32, String) {
    let rows: String = (0..rows).map(|row| format!("Person {row},person-{row}@example.org\n")).collect();
    desk.write("rows.csv", &format!("name,email\n{rows}"));
    assert_eq!(desk.run("issue plan rows.csv --group 34 --publish at-once").await.code, 0);
    desk.sandbox.fault(Fault::delay(wait).operation("credentials.bulk_create")).unwrap();
    let mut apply = desk.command("issue apply rows.csv.plan.json --yes --settle 0s");
    let journal = desk.path("rows.csv.plan.json.journal");
    let ended = tokio::task::spawn_blocking(move || {
        let mut child = apply.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let has_begun = || std::fs::read_to_string(&journal).is_ok_and(|text| text.contains("\"create\""));
        while !has_begun() {
            std::thread::yield_now();
        }
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        for (place, signal) in signals.iter().enumerate() {
            send(signal, &child);
            if place == 0 {
                said.read_line(&mut line).unwrap();
                assert_eq!(
                    line,
                    "tassel: stopping after the calls under way. Interrupt again to stop at once.\n"
                );
            }
        }
        let code = child.wait().unwrap().code().unwrap();
        let mut last = String::new();
        said.read_to_string(&mut last).unwrap();
        (code, last)
    });
    let ended = ended.await.unwrap();
    desk.sandbox.clear_faults();
    ended
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signal_ends_an_apply_after_the_calls_under_way() {
    // At most 120 rows are under way at one time.
    for (label, rows, wait, signals, code) in [
        ("an interrupt", 300, Duration::from_secs(1), &["INT"][..], 130),
        ("a termination", 300, Duration::from_secs(1), &["TERM"], 143),
        ("two interrupts", 60, Duration::from_secs(50), &["INT", "INT"], 130),
    ] {
        let desk = Desk::new().await;
        let (is, last) = stopped(&desk, rows, wait, signals).await;
        let words = "tassel: stopped after the calls under way; apply the plan again to continue.\n";
        assert_eq!((is, last.as_str()), (code, words), "{label}");
        let status = desk.run("issue status rows.csv.plan.json -o json").await.json();
        let is_zero = |name: &str| status[name] == json!(0);
        let stops_at_once = signals.len() > 1;
        assert_eq!(
            (is_zero("pending"), is_zero("in_doubt")),
            (stops_at_once, !stops_at_once),
            "{label}: {status}"
        );
        let again =
            desk.run("issue apply rows.csv.plan.json --yes --settle 0s --resend-doubtful -o json").await;
        assert_eq!((again.code, &again.json()["published"]), (0, &json!(rows)), "{label}: {again:?}");
        let plan = desk.run("issue plan rows.csv --group 34 --out again.json -o json").await.json();
        let planned = plan["plan"]["rows"].as_array().unwrap();
        assert!(planned.iter().all(|row| row["action"] == "keep"), "{label}");
        assert_eq!(plan["plan"]["groups"][0]["members"], json!(10 + rows), "{label}: one for each row");
    }
}
