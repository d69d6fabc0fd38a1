//! `tassel issue`, against a sandbox on a port.

mod apply;
#[cfg(unix)]
mod demonstration;
#[cfg(unix)]
mod guide;
#[cfg(unix)]
mod killed;
mod plan;
mod refusals;
mod report;
#[cfg(unix)]
mod stop;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use tassel_sandbox::{Sandbox, Server};

use crate::support::{Run, command, run_command};

/// Three rows, all of which are created. One has expired.
const FIRST: &str = "\
name,email,issued_on,expired_on
Ada Moreau,ada.moreau@example.org,2026-09-01,
Bram Visser,bram.visser@example.org,2026-09-01,
Cleo Park,cleo.park@example.org,2019-09-01,2020-09-01
";

/// After [`FIRST`], a row for each action.
const SECOND: &str = "\
Name,Email,Issued on,Grade,Note
Ada Moreau,ada.moreau@example.org,2026-09-01,,as it was
Bram de Visser,bram.visser@example.org,2026-09-01,91,another name
Cleo Park,cleo.park@example.org,,,expired
Dora Lindqvist,dora.lindqvist@example.org,,88.5,=1+1
Emil Horak,nobody,2026-02-31,,no address
Dora Lindqvist, DORA.Lindqvist@example.org,,,again
Imani Okonjo,imani.okonjo@example.org,,,has one already
";

/// A sandbox on a port, and a folder for the sheets.
struct Desk {
    sandbox: Sandbox,
    host: String,
    folder: PathBuf,
    server: tokio::task::AbortHandle,
}

impl Desk {
    async fn new() -> Self {
        static DESKS: AtomicU32 = AtomicU32::new(0);
        let sandbox = Sandbox::new();
        let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
        let host = server.address().unwrap().to_string();
        let own = format!("tassel-issue-{}-{}", std::process::id(), DESKS.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(own);
        std::fs::create_dir_all(&folder).unwrap();
        let server = tokio::spawn(server.run()).abort_handle();
        Self { sandbox, host, folder, server }
    }

    /// A desk at which the rows of [`FIRST`] are issued.
    async fn with_first() -> Self {
        let desk = Self::new().await;
        desk.write("first.csv", FIRST);
        assert_eq!(desk.run("issue plan first.csv --group 34").await.code, 0);
        let applied = desk.run("issue apply first.csv.plan.json --yes --settle 0s").await;
        assert_eq!(applied.code, 0, "{applied:?}");
        desk
    }

    fn write(&self, file: &str, text: &str) {
        std::fs::write(self.folder.join(file), text).unwrap();
    }

    fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.folder.join(file)).unwrap()
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    fn command(&self, arguments: &str) -> Command {
        let arguments: Vec<_> = arguments.split(' ').collect();
        let mut command = command(&arguments);
        command
            .env("TASSEL_ACCREDIBLE_URL", format!("http://{}/accredible", self.host))
            .env("TASSEL_ACCREDIBLE_API_KEY", tassel_sandbox::accredible::API_KEY)
            .current_dir(&self.folder);
        command
    }

    async fn run(&self, arguments: &str) -> Run {
        let command = self.command(arguments);
        tokio::task::spawn_blocking(|| run_command(command)).await.unwrap()
    }

    /// The number of requests that change something.
    fn writes(&self) -> usize {
        let reads = ["get", "list", "search"];
        let requests = self.sandbox.requests();
        let operations = requests.iter().map(|request| request.operation.unwrap());
        operations
            .filter(|it| !reads.iter().any(|read| it.split('.').any(|part| part.starts_with(read))))
            .count()
    }

    /// A text without what differs from run to run: the host, the own ids, which depend on it, and hashes.
    fn masked(&self, text: &str) -> String {
        let words = text.replace(&self.host, "HOST");
        let mut masked = String::new();
        let mut rest = words.as_str();
        while let Some(at) = rest.find("T1-") {
            masked.push_str(&rest[..at]);
            masked.push_str("OWN-ID");
            rest = &rest[at + "T1-".len() + 20..];
        }
        masked.push_str(rest);
        let is_hash = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let hash = masked.split_whitespace().find(|word| is_hash(word)).map(str::to_owned);
        hash.map_or(masked.clone(), |hash| masked.replace(&hash, "HASH"))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.server.abort();
        let _ = std::fs::remove_dir_all(Path::new(&self.folder));
    }
}
