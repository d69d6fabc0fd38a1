//! Runs the command.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

pub const KEY: &str = "k3y-of-the-test";

/// What a run of the command gave.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// The variable of the folder that quotas are counted in.
const STATE: &str = "XDG_STATE_HOME";

/// The command with nothing of this machine's configuration, and with quotas of its own: mock servers take turns at one
/// address, and a pause that one asks for is not meant for the next.
pub fn command(arguments: &[&str]) -> Command {
    static COMMANDS: AtomicU32 = AtomicU32::new(0);
    let mut command = Command::new(env!("CARGO_BIN_EXE_tassel"));
    let nowhere = std::env::temp_dir().join("tassel-tests-nowhere");
    let own = format!("{}-{}", std::process::id(), COMMANDS.fetch_add(1, Ordering::Relaxed));
    command
        .args(arguments)
        .env_clear()
        .env(STATE, nowhere.join(own))
        .env("HOME", nowhere)
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null());
    command
}

pub fn run_command(mut command: Command) -> Run {
    let state =
        command.get_envs().find(|(name, _)| *name == STATE).and_then(|(_, folder)| folder).map(PathBuf::from);
    let output = command.output().unwrap();
    // A command that sends nothing has none.
    state.map(std::fs::remove_dir_all);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

pub fn run(arguments: &[&str]) -> Run {
    run_command(command(arguments))
}

/// Runs the command against a server, with a key.
pub async fn run_against(url: &str, arguments: &[&str]) -> Run {
    let mut command = command(arguments);
    command.env("TASSEL_ACCREDIBLE_URL", url).env("TASSEL_ACCREDIBLE_API_KEY", KEY);
    tokio::task::spawn_blocking(|| run_command(command)).await.unwrap()
}
