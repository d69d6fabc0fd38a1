//! The mutants that no test finds, compared with the list of those that are known.

use std::collections::BTreeMap;
use std::process::Command;

use crate::workspace;

/// The crates whose mutants must be found.
const PACKAGES: [&str; 2] = ["tassel-core", "tassel-records"];

/// The list of known survivors.
const LIST: &str = ".ci/mutants-survivors.txt";

/// Runs cargo-mutants, with these arguments of its own, and compares the survivors with the list. With arguments, which
/// may select a part of the mutants, a survivor of the list need not come.
///
/// # Errors
///
/// A survivor is not in the list, one of the list is found by a test or has no reason, or cargo-mutants fails.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let root = workspace::root();
    let list = std::fs::read_to_string(root.join(LIST)).map_err(|error| format!("{LIST}: {error}"))?;
    let known = known(&list)?;
    let output = root.join("target/mutants");
    std::fs::create_dir_all(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    let mut mutants = Command::new(env!("CARGO"));
    mutants.args(["mutants", "--no-times", "--output"]).arg(&output);
    for package in PACKAGES {
        mutants.args(["--package", package]);
    }
    let status = mutants.args(arguments).current_dir(&root).status();
    let status = status.map_err(|error| format!("cargo mutants cannot be run: {error}"))?;
    // 2: some were missed; 3: some tests took too long, and so found their mutant.
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        return Err("cargo mutants failed; if it is missing: cargo install cargo-mutants --locked".to_owned());
    }
    let missed = output.join("mutants.out/missed.txt");
    let missed =
        std::fs::read_to_string(&missed).map_err(|error| format!("{}: {error}", missed.display()))?;
    let problems = compare(&known, &missed, arguments.is_empty());
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// The survivors of the list, and how often each comes.
fn known(list: &str) -> Result<BTreeMap<&str, usize>, String> {
    let mut known = BTreeMap::new();
    let mut lines = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).peekable();
    while let Some(survivor) = lines.next() {
        if survivor.starts_with(' ') {
            return Err(format!("{LIST}: `{}` is the reason of nothing", survivor.trim()));
        }
        if lines.next_if(|line| line.starts_with(' ')).is_none() {
            return Err(format!("{LIST}: `{survivor}` has no reason; write it below, indented"));
        }
        while lines.next_if(|line| line.starts_with(' ')).is_some() {}
        *known.entry(survivor).or_default() += 1;
    }
    Ok(known)
}

/// What differs between the list and what was missed.
fn compare(known: &BTreeMap<&str, usize>, missed: &str, whole: bool) -> Vec<String> {
    let mut came: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for line in missed.lines().filter(|line| !line.is_empty()) {
        let (times, last) = came.entry(without_place(line)).or_default();
        (*times, *last) = (*times + 1, line);
    }
    let new = came.iter().filter(|(mutant, (times, _))| known.get(mutant.as_str()).unwrap_or(&0) < times);
    let new = new.map(|(_, (_, line))| format!("no test finds {line}"));
    let gone =
        known.iter().filter(|(mutant, times)| whole && came.get(**mutant).map_or(0, |it| it.0) < **times);
    let gone = gone.map(|(mutant, _)| format!("{LIST}: a test finds `{mutant}` now; take it off the list"));
    new.chain(gone).collect()
}

/// `src/a.rs:12:5: replace …` without the line and the column, which every change moves.
fn without_place(line: &str) -> String {
    let mut parts = line.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(mutant)) => format!("{file}:{mutant}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{compare, known};

    const LIST: &str = "# a comment\n\nsrc/a.rs: replace f with ()\n    It only logs.\n    Twice.\nsrc/a.rs: replace < with <= in g\n  \
                        Equal is impossible.\n";

    #[test]
    fn tells_what_differs() {
        let first = "src/a.rs:1:5: replace f with ()\n";
        let second = "src/a.rs:7:9: replace < with <= in g\n";
        let again = "src/a.rs:8:9: replace < with <= in g\n";
        for (label, missed, whole, want) in [
            ("as listed", format!("{first}{second}"), true, vec![]),
            ("as listed, moved", format!("{}{second}", first.replace(":1:", ":99:")), true, vec![]),
            (
                "a new one",
                format!("{first}{second}src/b.rs:3:1: replace h -> bool with true\n"),
                true,
                vec!["no test finds src/b.rs:3:1: replace h -> bool with true"],
            ),
            (
                "the same once more",
                format!("{first}{second}{again}"),
                true,
                vec!["no test finds src/a.rs:8:9: replace < with <= in g"],
            ),
            (
                "one is found",
                first.to_owned(),
                true,
                vec![
                    ".ci/mutants-survivors.txt: a test finds `src/a.rs: replace < with <= in g` now; take it off the \
                     list",
                ],
            ),
            ("a part was tried", first.to_owned(), false, vec![]),
        ] {
            assert_eq!(compare(&known(LIST).expect("a list"), &missed, whole), want, "{label}");
        }
    }

    #[test]
    fn every_survivor_has_a_reason() {
        for (list, want) in [
            (
                "src/a.rs: replace f with ()\n",
                "`src/a.rs: replace f with ()` has no reason; write it below, indented",
            ),
            ("a\nb\n  why\n", "`a` has no reason; write it below, indented"),
            ("  why\n", "`why` is the reason of nothing"),
        ] {
            let want = format!(".ci/mutants-survivors.txt: {want}");
            assert_eq!(known(list).expect_err("no list"), want);
        }
    }
}
