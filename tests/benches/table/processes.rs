//! Child processes of this program, which are measured or serve: on a processor of their own, or under valgrind.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tassel_benches::modes::Mode;
use tassel_benches::{listings, runtime, server};

/// The processor of measured processes. The servers have the other one.
pub const HERE: u8 = 0;
pub const ASIDE: u8 = 1;

/// Whether this is a child process. It has then done its work.
pub fn is_one(arguments: &[&str]) -> bool {
    match arguments {
        ["serve", kind] => server::serve_until_stdin_ends(kind),
        ["run", mode, calls, address] => {
            let mode = Mode::named(mode).unwrap();
            let time = runtime().block_on(mode.run(address, calls.parse().unwrap()));
            println!("{}", time.as_secs_f64());
        }
        ["read-slow-pages", at_a_time] => {
            let read = runtime().block_on(listings::read_slow_pages(at_a_time.parse().unwrap()));
            println!("{}\n{}", read.time.as_secs_f64(), read.most);
        }
        _ => return false,
    }
    true
}

/// A server in a process of its own. Dropping it ends the process.
#[derive(Debug)]
pub struct Server {
    process: Child,
    pub address: String,
}

impl Server {
    pub fn start(kind: &str, processor: u8) -> Self {
        let mut command = on(processor, &this());
        command.args(["serve", kind]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let mut address = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { process, address: address.trim().to_owned() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// The seconds that the calls take, on the processor of measured processes.
pub fn seconds(mode: &str, calls: u64, address: &str) -> f64 {
    figures(on(HERE, &this()).args(["run", mode, &calls.to_string(), address]))[0]
}

/// The numbers that a process prints, one per line.
pub fn figures(command: &mut Command) -> Vec<f64> {
    let text = output(command);
    text.lines().map(|line| line.parse().unwrap()).collect()
}

/// The output of a command.
pub fn output(command: &mut Command) -> String {
    let output = command.stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// A command that runs a program on one processor.
pub fn on(processor: u8, program: &Path) -> Command {
    let mut command = steady(Path::new("taskset"));
    command.args(["-c", &processor.to_string()]).arg(program);
    command
}

/// A command that runs a program whose heap does not shrink.
pub fn steady(program: &Path) -> Command {
    let mut command = Command::new(program);
    // Otherwise glibc returns the memory of a large body after some calls and keeps it after others.
    command.env("MALLOC_TRIM_THRESHOLD_", "67108864").env("MALLOC_MMAP_THRESHOLD_", "33554432");
    command
}

/// This program.
pub fn this() -> PathBuf {
    std::env::current_exe().unwrap()
}

/// This program with a counting allocator.
pub fn counted() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_counted"))
}

/// The instructions of a call: the difference of two runs, so that start and end do not count.
pub fn instructions(mode: &str, calls: u64, address: &str) -> u64 {
    let count = |calls: u64| callgrind(&this(), &["run", mode, &calls.to_string(), address]).instructions;
    let few = calls / 4;
    count(calls).saturating_sub(count(few)) / (calls - few)
}

/// The result of callgrind.
#[derive(Debug)]
pub struct Callgrind {
    pub instructions: u64,
    /// The names of the functions that ran.
    pub functions: Vec<String>,
}

/// Runs a program under callgrind.
pub fn callgrind(program: &Path, arguments: &[&str]) -> Callgrind {
    let profile = std::env::temp_dir().join(format!("tassel-callgrind-{}", std::process::id()));
    let mut command = Command::new("valgrind");
    command.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", profile.display()));
    let output = command.arg(program).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let count = said.lines().find_map(|line| line.split_once("Collected : "));
    let instructions = count.and_then(|(_, count)| count.trim().parse().ok());
    let functions = fs::read_to_string(&profile).unwrap();
    let _ = fs::remove_file(&profile);
    let functions = functions.lines().filter_map(|line| line.strip_prefix("fn=")?.split_once(") "));
    Callgrind {
        instructions: instructions.unwrap_or_else(|| panic!("{said}")),
        functions: functions.map(|(_, name)| name.to_owned()).collect(),
    }
}
