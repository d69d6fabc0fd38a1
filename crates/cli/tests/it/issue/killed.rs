//! `issue apply` as a process that is killed again and again, at a vendor that loses answers and acts late.
//!
//! `TASSEL_SEED=7` runs one seed, `TASSEL_ROWS=600 TASSEL_KILLS=40` the full size.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use fastrand::Rng;
use serde_json::{Value, json};
use tassel_core::kit::jiff::Timestamp;
use tassel_sandbox::accredible::{API_KEY, TakenIdPolicy};
use tassel_sandbox::{Fault, FaultKind, Start};

use super::Desk;

const APPLY: &str = "issue apply rows.csv.plan.json --yes --settle 300ms";

/// The group that allows duplicates.
const GROUP: &str = "50";

/// How much later the vendor acts on some requests: after they were looked for twice.
const LATE: Duration = Duration::from_secs(5);

/// After this time a run hangs.
const DEADLINE: Duration = Duration::from_secs(300);

/// How many runs may end with an error of the vendor.
const MOST_RUNS: usize = 200;

/// When a process is killed.
#[derive(Debug, Clone, Copy)]
enum Kill {
    /// When it has written this many lines to the journal.
    Lines(usize),
    /// When the vendor has received this many requests from it.
    Requests(usize),
    Never,
}

impl Kill {
    /// A place of a kill, so early that the rows suffice for all kills. Publishing takes a request for each row.
    fn random(random: &mut Rng, rows: usize, kills: usize, publish: &str) -> Self {
        let published = if publish == "after-proof" { rows / kills } else { 0 };
        if random.bool() {
            Self::Lines(random.usize(1..=3))
        } else {
            Self::Requests(random.usize(1..=5 + published))
        }
    }
}

/// How a run ended.
#[derive(Debug)]
enum End {
    Killed,
    Exited { code: i32, stderr: String },
}

impl Desk {
    fn journal_lines(&self) -> usize {
        let journal = std::fs::read(self.path("rows.csv.plan.json.journal")).unwrap_or_default();
        journal.iter().filter(|byte| **byte == b'\n').count()
    }

    /// Runs an apply until it ends or is killed. It blocks.
    fn apply_until(&self, kill: Kill) -> End {
        let (lines, requests) = (self.journal_lines(), self.sandbox.requests().len());
        let mut command = self.command(APPLY);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let deadline = Instant::now() + DEADLINE;
        while child.try_wait().unwrap().is_none() {
            let is_time = match kill {
                Kill::Lines(more) => self.journal_lines() >= lines + more,
                Kill::Requests(more) => self.sandbox.requests().len() >= requests + more,
                Kill::Never => false,
            };
            if is_time {
                child.kill().unwrap();
                break;
            }
            if Instant::now() > deadline {
                child.kill().unwrap();
                panic!("it hangs: {kill:?}");
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        end(child)
    }

    /// What the vendor holds of the group by address, read without the engine: the number of each credential, and
    /// whether it is visible.
    fn held(&self) -> BTreeMap<String, Vec<(String, bool)>> {
        let mut held: BTreeMap<String, Vec<_>> = BTreeMap::new();
        let mut page = json!(1);
        while !page.is_null() {
            let listed = self.ask(&format!("/v1/all_credentials?group_id={GROUP}&page={page}"));
            for credential in listed["credentials"].as_array().unwrap() {
                let number = credential["id"].to_string();
                let read = self.ask(&format!("/v1/credentials/{number}"));
                let is_visible = read["credential"]["approve"].as_bool().unwrap();
                let address = credential["recipient"]["email"].as_str().unwrap().to_owned();
                held.entry(address).or_default().push((number, is_visible));
            }
            page = listed["meta"]["next_page"].clone();
        }
        held
    }

    /// The vendor's answer to a read.
    fn ask(&self, path: &str) -> Value {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(
            stream,
            "GET /accredible{path} HTTP/1.1\r\nhost: {}\r\nauthorization: Token token={API_KEY}\r\nconnection: close\r\n\r\n",
            self.host
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200 "), "{path}: {answer}");
        serde_json::from_str(body).unwrap_or_else(|error| panic!("{path}: {error}: {answer}"))
    }

    /// The number of writes after a time.
    fn writes_after(&self, time: Timestamp) -> usize {
        let requests = self.sandbox.requests();
        let later = requests.iter().filter(|it| it.at.parse::<Timestamp>().unwrap() > time);
        later.filter(|it| it.method != "GET" && !it.path.ends_with("/search")).count()
    }
}

/// Waits for the end of a process.
fn end(child: Child) -> End {
    let output = child.wait_with_output().unwrap();
    match output.status.code() {
        None => End::Killed,
        Some(code) => End::Exited { code, stderr: String::from_utf8(output.stderr).unwrap() },
    }
}

fn lose_answers(desk: &Desk) {
    desk.sandbox.set(|settings| {
        settings.accredible.taken_id = TakenIdPolicy::Second;
        settings.accredible.quota = None;
    });
    for operation in ["credentials.bulk_create", "credentials.update", "credentials.delete"] {
        for (fault, share) in
            [(Fault::new(FaultKind::DropAfter), 0.2), (Fault::new(FaultKind::DropBefore), 0.1)]
        {
            desk.sandbox.fault(fault.operation(operation).probability(share)).unwrap();
        }
    }
    desk.sandbox.fault(Fault::act_late(LATE).operation("credentials.bulk_create").probability(0.15)).unwrap();
}

/// Applies a plan with processes that are killed, then once without a kill. Returns the number of kills.
fn apply(desk: &Desk, seed: u64, rows: usize, kills: usize, publish: &str) -> usize {
    let (mut random, mut killed) = (Rng::with_seed(seed), 0);
    for run in 1..=MOST_RUNS + kills {
        let kill = if killed < kills { Kill::random(&mut random, rows, kills, publish) } else { Kill::Never };
        match desk.apply_until(kill) {
            End::Killed => killed += 1,
            End::Exited { code: 0, .. } => return killed,
            End::Exited { code: 10, .. } if publish == "at-once" => {
                if killed == kills {
                    return killed;
                }
            }
            End::Exited { stderr, .. } if stderr.contains("apply the plan again to continue") => {}
            end => panic!("run {run}, seed {seed}: {end:?}"),
        }
    }
    panic!("it does not end; seed {seed}");
}

/// Compares the report with what the vendor holds, row by row. Returns the number of rows in doubt.
fn compare(desk: &Desk, report: &Value, publish: &str) -> usize {
    let held = desk.held();
    let mut in_doubt = 0;
    for row in report.as_array().unwrap() {
        let address = row["input"]["email"].as_str().unwrap();
        let credentials = held.get(address).map(Vec::as_slice).unwrap_or_default();
        let visible: Vec<&str> =
            credentials.iter().filter(|(_, visible)| *visible).map(|(number, _)| number.as_str()).collect();
        match row["outcome"].as_str().unwrap() {
            "created" => {
                assert_eq!(json!(visible), json!([row["credential_id"]]), "{row}: {credentials:?}");
                assert_eq!(row["published"], true, "{row}");
            }
            "in_doubt" if publish == "at-once" => {
                assert!(visible.len() <= 1, "{row}: {credentials:?}");
                in_doubt += 1;
            }
            _ => panic!("{publish}: {row}: {credentials:?}"),
        }
        assert!(publish == "after-proof" || credentials.len() <= 1, "{row}: {credentials:?}");
    }
    let strangers = held.keys().filter(|address| !address.starts_with("person."));
    assert_eq!(strangers.count(), 0, "nobody else is in the group");
    in_doubt
}

async fn issue(seed: u64, rows: usize, kills: usize, publish: &'static str) {
    println!("TASSEL_SEED={seed} runs it again");
    let desk = Desk::new().await;
    desk.sandbox.reset(Start { seed, ..Start::default() });
    let sheet: String = (1..=rows).map(|row| format!("Person {row},person.{row}@example.org\n")).collect();
    desk.write("rows.csv", &format!("name,email\n{sheet}"));
    let plan = desk.run(&format!("issue plan rows.csv --group {GROUP} --publish {publish}")).await;
    assert_eq!(plan.code, 0, "{plan:?}");
    lose_answers(&desk);
    tokio::task::spawn_blocking(move || {
        let killed = apply(&desk, seed, rows, kills, publish);
        assert!(killed * 2 > kills, "seed {seed}: {killed} kills");
        desk.sandbox.clear_faults();
        desk.sandbox.advance(LATE);
        let run = |arguments: &str| crate::support::run_command(desk.command(arguments));
        let in_doubt = compare(&desk, &run("issue report rows.csv.plan.json -o json").json(), publish);
        let status = run("issue status rows.csv.plan.json -o json").json();
        assert_eq!(
            (&status["created"], &status["published"], &status["in_doubt"], &status["complete"]),
            (&json!(rows - in_doubt), &json!(rows - in_doubt), &json!(in_doubt), &json!(in_doubt == 0)),
            "seed {seed}"
        );

        let before = desk.sandbox.now();
        desk.sandbox.advance(Duration::from_secs(1));
        let again = run(APPLY);
        assert_eq!(again.code, if again.stdout.contains("\ncomplete\n") { 0 } else { 10 }, "{again:?}");
        assert_eq!(desk.writes_after(before), 0, "seed {seed}: a further apply writes nothing");
        // What the vendor did late is found, and the rest is not there.
        let report = run("issue report rows.csv.plan.json -o json").json();
        let still = compare(&desk, &report, publish);
        let held = desk.held();
        let (nobody, all) = (rows - held.len(), held.values().map(Vec::len).sum::<usize>());
        assert_eq!(still, nobody, "seed {seed}: every row without a credential is in doubt, and no other");
        let requests = desk.sandbox.requests();
        let deleted = requests.iter().filter(|it| it.method == "DELETE" && it.acted).count();
        let late = requests.iter().filter(|it| it.faults.contains(&"act_late")).count();
        println!(
            "{publish}: {rows} rows, {killed} kills, {late} requests acted on late; {in_doubt} in doubt, then {still}; \
             surplus: {deleted} deletions, {} left",
            all - held.len()
        );
    })
    .await
    .unwrap();
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_apply_creates_one_credential_a_row() {
    let (rows, kills) = (number("TASSEL_ROWS", 120) as usize, number("TASSEL_KILLS", 6) as usize);
    for publish in ["after-proof", "at-once"] {
        issue(number("TASSEL_SEED", 5), rows, kills, publish).await;
    }
}
