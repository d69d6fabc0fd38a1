//! A cohort is issued by processes that are killed, at a vendor that loses answers and acts late.
//!
//! `TASSEL_SEED=7` runs one seed, `TASSEL_ROWS=100000 TASSEL_KILLS=1000` the full size, and `TASSEL_PUBLISH=at-once` one
//! way of publishing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod kills;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fastrand::Rng;
use futures_util::TryStreamExt;
use tassel_accredible::model::NewGroup;
use tassel_accredible::{Client, ClientOptions};
use tassel_issuing::issuer::{Held, Issuer};
use tassel_issuing::journal::{Act, Came, Entry, Line};
use tassel_issuing::plan::{PlanOptions, Publish, make};
use tassel_issuing::sheet::{Format, Sheet};
use tassel_issuing::{
    AccredibleIssuer, ApplyError, ApplyOptions, Journal, NoWatch, Plan, Standing, State, Status, apply,
};
use tassel_sandbox::accredible::{API_KEY, TakenIdPolicy};
use tassel_sandbox::{Fault, FaultKind, Sandbox};

use crate::kills::{Disk, Kill, Process, Wire};

/// How long a lost request may still be acted on, at most.
const LATE: Duration = Duration::from_secs(300);

/// How many runs may end with an error of the vendor after the last kill.
const MOST_RUNS: usize = 200;

/// A vendor, a cohort, and the folder of the journal.
struct World {
    seed: u64,
    sandbox: Sandbox,
    process: Arc<Mutex<Process>>,
    group: u64,
    journal: PathBuf,
    _folder: tempfile::TempDir,
}

impl World {
    async fn new(seed: u64) -> Self {
        let sandbox = Sandbox::start(tassel_sandbox::Start { seed, ..tassel_sandbox::Start::default() });
        sandbox.set(|settings| {
            settings.accredible.taken_id = TakenIdPolicy::Second;
            settings.accredible.search_lag = 30;
            settings.accredible.credits = 10_000_000;
            settings.accredible.quota = None;
        });
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("journal");
        let process = Arc::new(Mutex::new(Process::new(Kill::Never)));
        let mut world = Self { seed, sandbox, process, group: 0, journal, _folder: folder };
        let mut group = NewGroup::new("cohort", "Harbour Safety", "Two days at the harbour");
        group.allow_duplicate_credentials = Some(true);
        let saved = world.client().groups().create(group).await.unwrap();
        world.group = saved.group.id.as_u64().unwrap();
        world
    }

    fn client(&self) -> Client {
        let wire = Wire { process: Arc::clone(&self.process), vendor: self.sandbox.accredible() };
        let options = ClientOptions::new().transport(wire).clock(self.sandbox.clock()).seed(self.seed);
        Client::builder(API_KEY).with(options).build().unwrap()
    }

    fn lose_answers(&self) {
        let fault = |kind, operation: &str, share| {
            self.sandbox.fault(Fault::new(kind).operation(operation).probability(share)).unwrap();
        };
        for operation in ["credentials.bulk_create", "credentials.update", "credentials.delete"] {
            fault(FaultKind::DropAfter, operation, 0.2);
            fault(FaultKind::DropBefore, operation, 0.1);
        }
        for (seconds, share) in [(90, 0.02), (150, 0.02), (LATE.as_secs(), 0.01)] {
            let late = Fault::act_late(Duration::from_secs(seconds));
            self.sandbox.fault(late.operation("credentials.bulk_create").probability(share)).unwrap();
        }
        for operation in ["credentials.search", "credentials.get", "issuer.get"] {
            fault(FaultKind::DropAfter, operation, 0.01);
        }
    }

    async fn plan(&self, rows: usize, publish: Publish) -> Plan {
        let mut sheet = "Name,Email\n".to_owned();
        for number in 1..=rows {
            sheet.push_str(&format!("Person {number},person.{number}@example.org\n"));
        }
        let sheet = Sheet::read(sheet.as_bytes(), Format::Csv, &[]).unwrap();
        let options = PlanOptions {
            group: Some(self.group.to_string()),
            publish,
            now: Some(self.sandbox.now()),
            ..PlanOptions::default()
        };
        make(&AccredibleIssuer::new(self.client()), sheet, &options).await.unwrap()
    }

    /// Runs one process to its end. `None`: it was killed.
    async fn run(&self, plan: &Plan, hash: &str, kill: Kill) -> Option<Result<Status, ApplyError>> {
        let process = Process::new(kill);
        *self.process.lock().unwrap() = process.clone();
        let mut state = State::new(plan);
        let journal = Journal::open(&self.journal, hash, |line| state.take(&line.entry)).unwrap();
        let disk = process.clone();
        let mut journal = journal.with_storage(|file| Box::new(Disk { process: disk, file }));
        let issuer = AccredibleIssuer::new(self.client());
        let options = ApplyOptions::default();
        let run = apply(&issuer, plan, &mut journal, &mut state, &options, &NoWatch);
        let result = tokio::select! {
            result = run => result,
            () = process.killed() => return None,
        };
        match result {
            Err(ApplyError::Journal(_)) if kill != Kill::Never => None,
            result => Some(result),
        }
    }

    /// What the vendor holds, by own id.
    async fn held(&self) -> HashMap<String, Vec<Held>> {
        let mut held: HashMap<String, Vec<Held>> = HashMap::new();
        let mut members = AccredibleIssuer::new(self.client()).members(&self.group.to_string());
        while let Some(credential) = members.try_next().await.unwrap() {
            held.entry(credential.own_id.clone().unwrap()).or_default().push(credential);
        }
        held
    }
}

/// A place of a kill, somewhere between the next event and the last one of a whole run.
fn kill(random: &mut Rng, rows: usize) -> Kill {
    let most = (rows as f64).ln();
    let at = (random.f64() * most).exp() as u64 + 1;
    match random.u8(0..5) {
        0 => Kill::BeforeSend(at),
        1 => Kill::BeforeAnswer(at),
        2 => Kill::BeforeLine(at),
        3 => Kill::InLine(at),
        _ => Kill::AfterLine(at),
    }
}

/// Issues a cohort, and checks what the vendor holds of it. Returns how many surplus credentials there
/// were.
async fn issue(seed: u64, rows: usize, kills: usize, publish: Publish) -> u64 {
    let world = World::new(seed).await;
    let plan = world.plan(rows, publish).await;
    let (hash, mut random) = (plan.hash(), Rng::with_seed(seed));
    world.lose_answers();
    let (mut struck, mut runs, mut late_runs) = (0, 0, 0);
    let status = loop {
        let kill = if struck < kills { kill(&mut random, rows) } else { Kill::Never };
        runs += 1;
        let result = world.run(&plan, &hash, kill).await;
        late_runs += usize::from(struck >= kills);
        assert!(late_runs < MOST_RUNS, "it does not end: {result:?}");
        match result {
            None => struck += 1,
            Some(Err(ApplyError::Call(_) | ApplyError::Unproved { .. })) => {}
            Some(Err(error)) => panic!("{error}"),
            // What acts late is found by another run.
            Some(Ok(status)) if struck < kills || status.in_doubt > 0 && late_runs < 20 => {
                // The rest of the kills strike runs that have nothing to do.
                struck += usize::from(status.complete);
                tokio::time::sleep(LATE).await;
            }
            Some(Ok(status)) => break status,
        }
    };
    world.sandbox.clear_faults();
    tokio::time::sleep(LATE).await;
    let held = world.held().await;
    let mut state = State::new(&plan);
    tassel_issuing::journal::read(&world.journal, &hash, |line| state.take(&line.entry)).unwrap();
    let (mut surplus, deleted) = (0, deleted(&world.journal, &hash));
    for (row, state) in plan.rows.iter().zip(&state.rows) {
        let number = row.row.number;
        let own_id = row.own_id.as_ref().unwrap();
        let credentials = held.get(own_id).map(Vec::as_slice).unwrap_or_default();
        let visible: Vec<_> = credentials.iter().filter(|it| it.published == Some(true)).collect();
        surplus += credentials.len().saturating_sub(1);
        match Standing::of(&row.action, state, publish) {
            Standing::Created => {
                assert_eq!(visible.len(), 1, "row {number}: {credentials:#?}");
                let reported = state.credential.as_deref();
                let is_it = reported == Some(&visible[0].number) || reported == Some(own_id);
                assert!(
                    is_it,
                    "row {number}: {reported:?} is reported, and {} is visible",
                    visible[0].number
                );
            }
            Standing::InDoubt if publish == Publish::AtOnce => {
                assert!(visible.len() <= 1, "row {number}: {credentials:#?}");
            }
            standing => panic!("row {number} is {}: {state:?}", standing.name()),
        }
    }
    assert_eq!(held.len() as u64 + status.in_doubt, rows as u64, "{status:?}");
    let writes = || {
        let is_write =
            |it: &&tassel_sandbox::LoggedRequest| it.method != "GET" && !it.path.ends_with("search");
        world.sandbox.requests().iter().filter(is_write).count()
    };
    let before = writes();
    let again = world.run(&plan, &hash, Kill::Never).await.unwrap().unwrap();
    assert_eq!((again, writes()), (status, before), "a second apply writes nothing");
    let next = world.plan(rows, publish).await;
    assert_eq!(next.count("keep") + next.count("create"), rows as u64);
    assert_eq!(next.count("create"), status.in_doubt, "planned again, nothing is to be done");
    println!(
        "seed {seed}, {publish}: {rows} rows, {struck} kills, {runs} runs, {surplus} surplus, {deleted} deleted: {status:?}"
    );
    surplus as u64 + deleted
}

/// How many surplus credentials were deleted.
fn deleted(journal: &Path, hash: &str) -> u64 {
    let mut deleted = 0;
    let count = |line: Line| {
        if let Entry::Result { act: Act::DeleteSurplus, rows } = line.entry {
            deleted += rows.iter().filter(|row| row.came == Came::Done).count() as u64;
        }
    };
    tassel_issuing::journal::read(journal, hash, count).unwrap();
    deleted
}

fn number(name: &str, usual: usize) -> usize {
    let text = std::env::var(name).ok();
    text.map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name} is not a number: {text}")))
}

#[test]
fn exactly_one_credential_for_each_row() {
    let (rows, kills) = if cfg!(debug_assertions) { (200, 20) } else { (3_000, 50) };
    let (rows, kills) = (number("TASSEL_ROWS", rows), number("TASSEL_KILLS", kills));
    let first = number("TASSEL_SEED", 0) as u64;
    let seeds =
        if std::env::var_os("TASSEL_SEED").is_some() { 1 } else { number("TASSEL_ISSUING_SEEDS", 4) as u64 };
    let modes = match std::env::var("TASSEL_PUBLISH") {
        Ok(mode) => vec![mode.parse().unwrap()],
        Err(_) => vec![Publish::AfterProof, Publish::AtOnce],
    };
    let mut surplus = 0;
    for seed in first..first + seeds {
        for publish in modes.iter().copied() {
            println!("TASSEL_SEED={seed} runs it again");
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
            surplus += runtime.unwrap().block_on(issue(seed, rows, kills, publish));
        }
    }
    assert!(seeds == 1 || surplus > 0, "no request was acted on late enough to make a surplus");
}
