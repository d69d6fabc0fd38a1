//! The places outside of its crate that name a vendor.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::fault;
use crate::contract::Contract;

/// The version of the workspace's crates.
pub fn version(root: &Path) -> Result<String, String> {
    let path = root.join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(fault(&path))?;
    let found = text.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    found.map(str::to_owned).ok_or_else(|| format!("{}: there is no version", path.display()))
}

/// Whether the workspace has a package of this name, wherever its folder is.
pub fn is_package(root: &Path, vendor: &str) -> Result<bool, String> {
    let path = root.join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(fault(&path))?;
    let name = format!("name = \"tassel-{vendor}\"");
    Ok(text.lines().any(|line| line == name))
}

/// Names a vendor in the workspace's dependencies, in the README's table and in the lock file. Where that fails, the
/// files are as they were.
pub fn register(root: &Path, contract: &Contract, brand: &str, resources: &str) -> Result<(), String> {
    let vendor = &contract.vendor;
    let count = contract.operations.len();
    let version = version(root)?;
    let dependency = format!(
        "tassel-{vendor} = {{ path = \"crates/{vendor}\", version = \"{version}\", default-features = false }}"
    );
    let row = format!("| {brand} | [`tassel-{vendor}`](crates/{vendor}) | {resources} | {count} |");
    let mut before = Vec::new();
    for (file, prefix, line) in [("Cargo.toml", "tassel-", dependency), ("README.md", "| ", row)] {
        let path = root.join(file);
        let text = fs::read_to_string(&path).map_err(fault(&path))?;
        let with = inserted(&text, prefix, &line)
            .ok_or_else(|| format!("{}: no line begins with `{prefix}`", path.display()))?;
        before.push((path, text, with));
    }
    let registered = before.iter().try_for_each(|(path, _, with)| fs::write(path, with).map_err(fault(path)));
    let registered = registered.and_then(|()| lock(root));
    if registered.is_err() {
        for (path, text, _) in &before {
            fs::write(path, text).map_err(fault(path))?;
        }
    }
    registered
}

/// Puts a line among those of a list that begin alike, in the order of the alphabet. The last list of the text counts.
fn inserted(text: &str, prefix: &str, line: &str) -> Option<String> {
    let mut lines: Vec<_> = text.lines().collect();
    let is_row = |row: &str| row.starts_with(prefix);
    let last = lines.iter().rposition(|row| is_row(row))?;
    let first = lines[..=last].iter().rposition(|row| !is_row(row)).map_or(0, |before| before + 1);
    // The head of a table has no place in the order.
    let first = if prefix == "| " { first + 2 } else { first };
    let lower = |line: &str| line.to_lowercase();
    let place = lines[first..=last].iter().position(|row| lower(row) > lower(line));
    lines.insert(place.map_or(last + 1, |place| first + place), line);
    Some(lines.join("\n") + "\n")
}

/// Adds the crate to the lock file, and changes nothing else in it.
fn lock(root: &Path) -> Result<(), String> {
    let output = Command::new(env!("CARGO"))
        .args(["update", "--workspace", "--offline", "--quiet"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo cannot be run: {error}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

#[cfg(test)]
mod tests {
    use super::inserted;

    #[test]
    fn a_line_is_put_in_order() {
        let list = "a\n\nt-b = 1\nt-d = 1\n# other\n";
        let table = "| x | y |\n\ntext\n\n| V | C |\n| --- | --- |\n| Beta | b |\n| Delta | d |\n";
        for (text, prefix, line, want) in [
            (list, "t-", "t-a = 1", "a\n\nt-a = 1\nt-b = 1\nt-d = 1\n# other\n"),
            (list, "t-", "t-c = 1", "a\n\nt-b = 1\nt-c = 1\nt-d = 1\n# other\n"),
            (list, "t-", "t-e = 1", "a\n\nt-b = 1\nt-d = 1\nt-e = 1\n# other\n"),
            (
                table,
                "| ",
                "| acme | a |",
                "| x | y |\n\ntext\n\n| V | C |\n| --- | --- |\n| acme | a |\n| Beta | b |\n| Delta | d |\n",
            ),
        ] {
            assert_eq!(inserted(text, prefix, line).as_deref(), Some(want), "{line}");
        }
        assert_eq!(inserted("a\n", "t-", "t-a"), None);
    }
}
