//! The library crates under the combinations of features that mean something.

use std::process::Command;
use std::time::Instant;

use serde_json::Value;

use crate::workspace;

/// The library crates beside those of the vendors. Their own code has parts that two features make between them, unless
/// they have no more than one.
const OTHERS: &[&str] =
    &["tassel-core", "tassel-issuing", "tassel-quotas", "tassel-records", "tassel-sandbox"];

/// Checks each crate without features, with each alone, with each pair where that may differ, and with all of them; a
/// warning fails.
///
/// # Errors
///
/// A combination does not compile or warns, or cargo cannot be run.
pub fn run() -> Result<(), String> {
    let known = all()?;
    // The vendors' crates pass theirs on to core, or add one part that stands alone.
    let vendors = workspace::vendor_crates().map_err(|error| error.to_string())?;
    let vendors = vendors.iter().map(|name| (name.as_str(), false));
    for (name, pairs) in vendors.chain(OTHERS.iter().map(|name| (*name, true))) {
        let Some((_, features)) = known.iter().find(|(known, _)| known == name) else {
            return Err(format!("there is no crate {name}"));
        };
        let start = Instant::now();
        let combinations = combinations(features, pairs);
        for combination in &combinations {
            check(name, combination)?;
        }
        println!(
            "{name:<20} {:>3} combinations {:>5.0} s",
            combinations.len(),
            start.elapsed().as_secs_f64()
        );
    }
    Ok(())
}

/// None, each alone, each pair if wanted, all.
#[must_use]
pub fn combinations(features: &[String], pairs: bool) -> Vec<String> {
    let mut combinations = vec![String::new()];
    combinations.extend(features.iter().cloned());
    if pairs {
        for (index, first) in features.iter().enumerate() {
            combinations.extend(features[index + 1..].iter().map(|second| format!("{first},{second}")));
        }
    }
    combinations.push(features.join(","));
    combinations.sort();
    combinations.dedup();
    combinations
}

fn check(name: &str, features: &str) -> Result<(), String> {
    // Clippy, for its flags fail on our crates' warnings alone, and leave what the others are compiled to as it is.
    let output = Command::new(env!("CARGO"))
        .args(["clippy", "--quiet", "--locked", "--package", name, "--lib", "--no-default-features"])
        .args(["--features", features, "--", "-D", "warnings"])
        .current_dir(workspace::root())
        .output()
        .map_err(|error| format!("cargo clippy cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let features = if features.is_empty() { "no features" } else { features };
    Err(format!("{name} with {features}:\n{}", String::from_utf8_lossy(&output.stderr)))
}

/// The features of the workspace's crates, `default` aside: it is made of the others.
pub(crate) fn all() -> Result<Vec<(String, Vec<String>)>, String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--no-deps", "--format-version", "1"])
        .current_dir(workspace::root())
        .output()
        .map_err(|error| format!("cargo metadata cannot be run: {error}"))?;
    let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    Ok(packages
        .map(|package| {
            let names = package["features"].as_object().into_iter().flat_map(serde_json::Map::keys);
            let names = names.filter(|name| *name != "default").cloned().collect();
            (package["name"].as_str().unwrap_or_default().to_owned(), names)
        })
        .collect())
}
