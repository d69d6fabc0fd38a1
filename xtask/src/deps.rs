//! How light the leaf crates are: a ceiling on the crates each resolves to.

use std::collections::BTreeSet;
use std::process::Command;

use crate::workspace;

/// The ceilings of a leaf crate: with its default features, and without an HTTP client.
const CEILINGS: &[(&str, usize, usize)] = &[
    ("tassel-accredible", 110, 60),
    ("tassel-coursepath", 122, 74),
    ("tassel-damstra", 110, 60),
    ("tassel-falkor", 122, 74),
    ("tassel-namecoach", 110, 60),
];

/// Prints how many crates each leaf crate resolves to; with `check`, fails where a ceiling is broken, one vendor's
/// crate compiles another's, or the records of one vendor do.
///
/// # Errors
///
/// A ceiling is broken, one vendor compiles another, a vendor crate has no ceiling, or cargo cannot be run.
pub fn run(check: bool) -> Result<(), String> {
    let vendors = workspace::vendors().map_err(|error| error.to_string())?;
    println!("{:<20} {:>24} {:>24}", "crate", "default (ceiling)", "no HTTP client (ceiling)");
    let mut broken = Vec::new();
    for folder in vendors {
        let name = format!("tassel-{}", folder.file_name().unwrap_or_default().to_string_lossy());
        let Some((_, with_client, without)) = CEILINGS.iter().find(|(known, ..)| *known == name) else {
            return Err(format!("{name} has no ceiling; give it one in xtask/src/deps.rs"));
        };
        let (default, light) = (resolved(&name, &[])?, resolved(&name, &["--no-default-features"])?);
        if let Some(other) = ours_beside(&default, &["tassel-core", &name]) {
            broken.push(format!("{name} compiles {other}; a vendor crate imports core and no other of ours"));
        }
        let vendor = name.trim_start_matches("tassel-");
        let records = resolved("tassel-records", &["--no-default-features", "--features", vendor])?;
        if let Some(other) = ours_beside(&records, &["tassel-core", "tassel-records", &name]) {
            broken.push(format!("tassel-records with the feature {vendor} alone compiles {other}"));
        }
        let foreign = |crates: BTreeSet<String>| crates.into_iter().filter(|it| !is_ours(it)).collect();
        let (default, light): (BTreeSet<_>, BTreeSet<_>) = (foreign(default), foreign(light));
        let cell = |count: &BTreeSet<String>, ceiling| format!("{} ({ceiling})", count.len());
        println!("{name:<20} {:>24} {:>24}", cell(&default, with_client), cell(&light, without));
        for (label, count, ceiling) in
            [("", &default, with_client), (" without an HTTP client", &light, without)]
        {
            if count.len() > *ceiling {
                broken.push(format!(
                    "{name}{label} resolves to {} crates, over its ceiling of {ceiling}",
                    count.len()
                ));
            }
        }
    }
    if check && !broken.is_empty() { Err(broken.join("\n")) } else { Ok(()) }
}

fn is_ours(line: &str) -> bool {
    line.starts_with("tassel-")
}

/// One of our crates among these that is none of those.
fn ours_beside<'a>(crates: &'a BTreeSet<String>, own: &[&str]) -> Option<&'a String> {
    let is_own = |line: &&String| own.iter().any(|own| line.split(' ').next() == Some(own));
    crates.iter().filter(|line| is_ours(line)).find(|line| !is_own(line))
}

/// The crates that a crate resolves to on x86-64 Linux, itself among them and its tests' left out.
fn resolved(name: &str, features: &[&str]) -> Result<BTreeSet<String>, String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--package", name, "--edges", "normal", "--prefix", "none"])
        .args(["--format", "{p}", "--target", "x86_64-unknown-linux-gnu"])
        .args(features)
        .current_dir(workspace::root())
        .output()
        .map_err(|error| format!("cargo tree cannot be run: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let crates = lines.lines().map(|line| line.trim_end_matches(" (*)").trim_end_matches(" (proc-macro)"));
    Ok(crates.filter(|line| !line.is_empty()).map(str::to_owned).collect())
}
