//! What no compiler checks: files that are too long, crates that lack a part, and the order of core's modules.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace;

/// The modules of core from the lowest to the highest: each imports only from those before it. A folder is one module,
/// and so is a file.
const CORE: &[&str] = &[
    "mask",
    "outcome",
    "values",
    "decode",
    "limits",
    "cursor",
    "operation",
    "transport",
    "response",
    "error",
    "quota",
    "layers",
    "options",
    "base_url",
    "draft",
    "reply",
    "client",
    "call",
    "wait",
    "paging",
    "webhook",
    "testing",
    "kit",
];

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
    problems.extend(out_of_order(&root.join("crates/core/src"))?);
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// The imports of core that run against the order of its modules.
fn out_of_order(source: &Path) -> Result<Vec<String>, String> {
    let place = |module: &str| CORE.iter().position(|known| *known == module);
    let mut problems = Vec::new();
    for (path, text) in rust_files(source)? {
        let relative = path.strip_prefix(source).unwrap_or(&path);
        let module = relative.iter().next().unwrap_or_default().to_string_lossy();
        let module = module.trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        let Some(own) = place(module) else {
            problems
                .push(format!("crates/core/src/{module}: give it a place in the order in xtask/src/tidy.rs"));
            continue;
        };
        for (number, imported) in imports(&text) {
            if place(imported).is_some_and(|it| it > own) {
                problems.push(format!(
                    "crates/core/src/{}:{number}: `{module}` imports `{imported}`, which stands above it",
                    relative.display()
                ));
            }
        }
    }
    Ok(problems)
}

/// The modules of the crate that a file names outside of comments and tests, each with its line.
fn imports(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().take_while(|(_, line)| *line != "#[cfg(test)]");
    // What a macro names is resolved where it is used.
    let code = lines.filter(|(_, line)| !line.trim_start().starts_with("//") && !line.contains("$crate"));
    code.flat_map(|(number, line)| {
        let paths = line.split("crate::").skip(1);
        let name =
            |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        paths.map(move |rest| (number + 1, &rest[..name(rest)]))
    })
}

/// The Rust files of a folder, with their texts.
fn rust_files(folder: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = std::fs::read_to_string(&path).map_err(fault)?;
            files.push((path, text));
        }
    }
    Ok(files)
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

#[cfg(test)]
mod tests {
    use super::imports;

    #[test]
    fn finds_what_a_file_imports() {
        let text = "use crate::call::Call;\n// crate::kit\nfn f() -> crate::Error { $crate::kit::x() }\nuse \
                    tassel_core::values::Id;\n#[cfg(test)]\nuse crate::testing::Step;\n";
        assert_eq!(imports(text).collect::<Vec<_>>(), [(1, "call")]);
    }
}
