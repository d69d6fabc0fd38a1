//! Runs the command.

use std::process::{Command, Stdio};

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

/// The command with nothing of this machine's configuration.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tassel"));
    let nowhere = std::env::temp_dir().join("tassel-tests-nowhere");
    command
        .args(arguments)
        .env_clear()
        .env("HOME", nowhere)
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null());
    command
}

pub fn run_command(mut command: Command) -> Run {
    let output = command.output().unwrap();
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
