//! What no compiler says: files that have grown too long, and crates that lack a part.

use std::path::Path;
use std::process::Command;

use crate::workspace;

/// The most lines of a handwritten file.
const MOST: usize = 500;

/// Says which handwritten files are too long, and what a crate that is published lacks.
///
/// # Errors
///
/// There is something to say, or git cannot be asked for the files.
pub fn run() -> Result<(), String> {
    let root = workspace::root();
    let mut problems = Vec::new();
    for file in files(&root)? {
        let path = root.join(&file);
        if file.ends_with(".rs") && !file.contains("/generated/") {
            let lines = std::fs::read_to_string(&path).map_or(0, |text| text.lines().count());
            if lines > MOST {
                problems.push(format!("{file}: {lines} lines; split it where a heading would help"));
            }
        }
        if let Some(folder) = file.strip_suffix("/Cargo.toml").filter(|folder| folder.starts_with("crates/"))
        {
            for part in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
                if !root.join(folder).join(part).exists() {
                    problems.push(format!("{folder}: there is no {part}"));
                }
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// The files that git tracks or would.
fn files(root: &Path) -> Result<Vec<String>, String> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    let mut files: Vec<_> = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    files.retain(|file| root.join(file).is_file());
    Ok(files)
}
