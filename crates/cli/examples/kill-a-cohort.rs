//! Kills `tassel issue apply` in the middle of a cohort, and continues it: `cargo run -p tassel --example kill-a-cohort`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tassel_sandbox::accredible::{API_KEY, TakenIdPolicy};
use tassel_sandbox::{Fault, Sandbox, Server};

const SHEET: &str = include_str!("../../issuing/examples/cohort.csv");

/// The group that allows duplicates: nothing but tassel prevents a second credential.
const GROUP: &str = "drills";

const PLAN: &str = "cohort.csv.plan.json";

type Failure = Box<dyn Error + Send + Sync>;

#[cfg(not(test))]
fn main() -> Result<(), Failure> {
    demonstrate(&command()?, &mut std::io::stdout())
}

/// Builds the command, and returns its path: cargo does not build it for an example.
#[cfg(not(test))]
fn command() -> Result<PathBuf, Failure> {
    let example = std::env::current_exe()?;
    let folder = example.parent().and_then(Path::parent).ok_or("the example is in no target folder")?;
    let mut build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // The example is named as well: so the features are those that it was built with.
    build.args(["build", "--quiet", "--package", "tassel", "--bin", "tassel", "--example", "kill-a-cohort"]);
    // What cargo says of the example's package would make it build some dependencies again.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            build.env_remove(&name);
        }
    }
    if folder.ends_with("release") {
        build.arg("--release");
    }
    if !build.status()?.success() {
        return Err("the command was not built".into());
    }
    Ok(folder.join(format!("tassel{}", std::env::consts::EXE_SUFFIX)))
}

/// Prints the page.
pub(crate) fn demonstrate(tassel: &Path, page: &mut dyn Write) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Second);
    let server = runtime.block_on(Server::bind(sandbox.clone(), "127.0.0.1:0"))?;
    let host = server.address()?.to_string();
    runtime.spawn(server.run());
    let folder = std::env::temp_dir().join(format!("tassel-kill-a-cohort-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let desk = Desk { tassel, host, folder, sandbox };
    let shown = desk.show(page);
    fs::remove_dir_all(&desk.folder)?;
    shown
}

/// The sandbox, and the folder of the sheet.
struct Desk<'a> {
    tassel: &'a Path,
    host: String,
    folder: PathBuf,
    sandbox: Sandbox,
}

impl Desk<'_> {
    fn show(&self, page: &mut dyn Write) -> Result<(), Failure> {
        fs::write(self.folder.join("cohort.csv"), SHEET)?;
        writeln!(page, "A cohort of 40 rows is issued, and the process is killed in the middle.")?;
        writeln!(page, "The vendor is a sandbox that makes a second credential if it is asked twice.\n")?;

        writeln!(page, "1. The plan. Nothing is sent yet.\n")?;
        self.run(page, &format!("issue plan cohort.csv --group {GROUP}"), 6)?;
        writeln!(page, "Five rows have problems. They are left out below, and the report names them.\n")?;

        let apply = format!("issue apply {PLAN} --skip-invalid --yes --settle 1s");
        writeln!(page, "2. The plan is applied. The process is killed before the vendor has answered.\n")?;
        self.kill(page, &apply)?;
        let (created, visible) = totals(&self.held()?);
        writeln!(page, "The vendor has created {created} credentials; {visible} of them are visible.")?;
        writeln!(
            page,
            "The journal has the answer for one of them. A script that sends the sheet again now makes"
        )?;
        writeln!(page, "a second credential for every one of these people.\n")?;

        writeln!(page, "3. The status. A row in doubt was sent, and its answer is unknown.\n")?;
        self.run(page, &format!("issue status {PLAN}"), 0)?;

        writeln!(
            page,
            "4. The plan is applied again. Rows in doubt are looked up before anything is sent.\n"
        )?;
        self.run(page, &apply, 0)?;

        writeln!(page, "5. What the vendor holds.\n")?;
        let held = self.held()?;
        let exactly_one = held.values().filter(|(all, visible)| (*all, *visible) == (1, 1)).count();
        writeln!(page, "    people with exactly one credential, visible: {exactly_one}")?;
        writeln!(page, "    people with several, or with a hidden one:   {}\n", held.len() - exactly_one)?;

        writeln!(page, "6. The plan is applied a third time.\n")?;
        let before = self.creations();
        self.run(page, &apply, 0)?;
        if self.held()? != held || self.creations() != before {
            return Err("the third apply changed something".into());
        }
        writeln!(
            page,
            "Nothing was sent. `tassel issue report {PLAN}` prints the sheet with every outcome."
        )?;
        Ok(())
    }

    /// Runs the command, and prints the command line and the output.
    fn run(&self, page: &mut dyn Write, arguments: &str, code: i32) -> Result<(), Failure> {
        let output = self.command(arguments).output()?;
        writeln!(page, "    $ tassel {arguments}")?;
        let (text, errors) = (text(&output.stdout), text(&output.stderr));
        for line in text.lines().chain(errors.lines()) {
            writeln!(page, "{}", format!("    {line}").trim_end())?;
        }
        writeln!(page)?;
        expect(arguments, &output, code)
    }

    /// Kills an apply that has sent several batches and has the answer to the first.
    fn kill(&self, page: &mut dyn Write, arguments: &str) -> Result<(), Failure> {
        let delay = |seconds| {
            self.sandbox
                .fault(Fault::delay(Duration::from_secs(seconds)).operation("credentials.bulk_create"))
        };
        delay(1)?;
        let mut child = self.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        writeln!(page, "    $ tassel {arguments}")?;
        let deadline = Instant::now() + Duration::from_secs(30);
        while self.creations() < 1 {
            check(deadline)?;
        }
        // The first credential is answered after a second, the others after an hour.
        delay(3600)?;
        while self.creations() < 3 {
            check(deadline)?;
        }
        child.kill()?;
        child.wait()?;
        self.sandbox.clear_faults();
        writeln!(page, "    killed\n")?;
        Ok(())
    }

    fn creations(&self) -> usize {
        let is_creation = |operation: Option<&str>| operation == Some("credentials.bulk_create");
        self.sandbox.requests().iter().filter(|request| is_creation(request.operation)).count()
    }

    /// What the vendor holds by address: how many credentials, and how many of them are visible.
    fn held(&self) -> Result<BTreeMap<String, (usize, usize)>, Failure> {
        let search = "api accredible credentials.search -o json --body {\"query\":{\"group.id\":50}}";
        let output = self.command(search).output()?;
        expect(search, &output, 0)?;
        let found: Value = serde_json::from_slice(&output.stdout)?;
        let mut held: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for credential in found["credentials"].as_array().ok_or("the search lists no credentials")? {
            let address = credential["recipient_email"].as_str().unwrap_or_default();
            let count = held.entry(address.to_owned()).or_default();
            count.0 += 1;
            count.1 += usize::from(credential["approve"] == true);
        }
        Ok(held)
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(self.tassel);
        command
            .args(arguments.split(' '))
            .env("TASSEL_ACCREDIBLE_URL", format!("http://{}/accredible", self.host))
            .env("TASSEL_ACCREDIBLE_API_KEY", API_KEY)
            .env("HOME", &self.folder)
            .env("XDG_CONFIG_HOME", &self.folder)
            .env("XDG_STATE_HOME", &self.folder)
            .current_dir(&self.folder)
            .stdin(Stdio::null());
        command
    }
}

/// The number of all credentials, and of the visible ones.
fn totals(held: &BTreeMap<String, (usize, usize)>) -> (usize, usize) {
    held.values().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Waits a moment, until a deadline.
fn check(deadline: Instant) -> Result<(), Failure> {
    std::thread::sleep(Duration::from_millis(1));
    if Instant::now() < deadline { Ok(()) } else { Err("the apply does not get to the middle".into()) }
}

fn expect(arguments: &str, output: &Output, code: i32) -> Result<(), Failure> {
    if output.status.code() == Some(code) {
        return Ok(());
    }
    let errors = text(&output.stderr);
    Err(format!("tassel {arguments}: {}, and {code} was expected: {errors}", output.status).into())
}
