//! The page `guide/issue-a-cohort.md`: its commands run, and print what it shows.

use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

const PAGE: &str = include_str!("../../../../../guide/issue-a-cohort.md");

/// After this time the page hangs.
const DEADLINE: Duration = Duration::from_secs(240);

/// A block of commands.
#[derive(Debug)]
struct Block {
    commands: String,
    /// The exit code of the last command: 0, or as a comment says.
    code: String,
    /// What the page shows as its output.
    shown: Option<String>,
}

/// The blocks of a page. A block of text is the output of the commands before it.
fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(language) = line.strip_prefix("```") else { continue };
        let mut body = String::new();
        for line in lines.by_ref().take_while(|line| *line != "```") {
            body.push_str(line);
            body.push('\n');
        }
        match language {
            "sh" => {
                let code = body.split_once("# exit code ").map_or("0", |(_, code)| code.trim());
                blocks.push(Block { code: code.to_owned(), commands: body, shown: None });
            }
            "text" => blocks.last_mut().unwrap().shown = Some(body),
            _ => panic!("a block is sh or text: {line}"),
        }
    }
    blocks
}

/// Runs a script in an empty folder, and returns what it prints. It blocks.
fn run(script: &str, folder: &Path) -> String {
    let command = Path::new(env!("CARGO_BIN_EXE_tassel")).parent().unwrap();
    let path = format!("{}:{}", command.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("/bin/sh")
        .args(["-c", script])
        .env_clear()
        .env("PATH", path)
        .env("HOME", folder)
        .env("XDG_STATE_HOME", folder.join("state"))
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        // The sandbox is of the same group, and ends with it.
        .process_group(0)
        .spawn()
        .unwrap();
    let (group, mut output) = (format!("-{}", shell.id()), shell.stdout.take().unwrap());
    let (done, is_done) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        output.read_to_string(&mut text).unwrap();
        let _ = done.send(());
        text
    });
    let ended = is_done.recv_timeout(DEADLINE);
    let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
    shell.wait().unwrap();
    let text = reader.join().unwrap();
    assert!(ended.is_ok(), "it hangs after: {text}");
    text
}

/// A text without what differs from run to run: hashes, own ids, which depend on the port, and times.
fn masked(text: &str) -> String {
    let is_hash = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mask = |word: &str| {
        let core = word.trim_end_matches([',', ' ', '\n']);
        match core {
            _ if is_hash(core) => word.replace(core, "HASH"),
            _ if core.contains("T1-") => {
                let (before, own_id) = word.split_once("T1-").unwrap();
                format!("{before}OWN-ID{}", own_id.get(20..).unwrap_or_default())
            }
            _ => word.to_owned(),
        }
    };
    let lines = text.split_inclusive('\n').map(|line| match line.split_once(" calls, about ") {
        Some((calls, _)) => format!("{calls} calls, about TIME\n"),
        None => line.split_inclusive(' ').map(mask).collect(),
    });
    lines.collect()
}

#[test]
fn the_commands_of_the_guide_print_what_it_shows() {
    let folder = std::env::temp_dir().join(format!("tassel-guide-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let blocks = blocks(PAGE);
    assert!(blocks.len() > 10, "{blocks:#?}");
    // Each block begins with a line of its own and ends with its exit code.
    let mut script = "exec 2>&1\n".to_owned();
    for block in &blocks {
        script.push_str(&format!("printf '\\001'\n{}printf '\\002%d\\003' $?\n", block.commands));
    }
    let printed = run(&script, &folder);
    let host = std::fs::read_to_string(folder.join("sandbox.env")).unwrap();
    let host = host.split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
    let printed = printed.replace(host, "127.0.0.1:4010");
    let mut parts = printed.split('\u{1}').skip(1);
    for Block { commands, code, shown } in &blocks {
        let (text, is_code) = parts.next().and_then(|part| part.split_once('\u{2}')).unwrap();
        let is_code = is_code.split('\u{3}').next().unwrap();
        assert_eq!(is_code, code, "the exit code of\n{commands}\n{text}");
        if let Some(shown) = shown {
            assert_eq!(masked(text), masked(shown), "the output of\n{commands}");
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_readmes_link_the_guide() {
    for (readme, link) in [
        (include_str!("../../../../../README.md"), "(guide/issue-a-cohort.md)"),
        (include_str!("../../../../issuing/README.md"), "issue-a-cohort.md)"),
    ] {
        assert!(readme.contains(link), "{link}");
    }
}
