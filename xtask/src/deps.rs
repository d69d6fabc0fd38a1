//! How light the leaf crates are: a ceiling on the crates each resolves to, one version of each and one TLS stack; and
//! what cargo-deny says of all of them.

pub mod deny;
pub mod tree;

use std::process::Command;

use crate::{features, workspace};
use tree::Tree;

/// The ceilings of a vendor crate: with its default features, and without an HTTP client.
const CEILINGS: (usize, usize) = (110, 60);

/// The same for one that signs, or checks signatures.
const SIGNING_CEILINGS: (usize, usize) = (122, 74);

/// What else people depend on or install.
const OTHERS: &[&str] = &["tassel-issuing", "tassel-quotas", "tassel-records", "tassel-sandbox", "tassel"];

/// Prints how many crates each leaf crate resolves to; with `check`, fails where a ceiling is broken, a crate comes in
/// two versions or with a second TLS stack, one vendor's crate compiles another's, the records of one vendor do, or
/// cargo-deny finds something.
///
/// # Errors
///
/// Any of that, or cargo cannot be run.
pub fn run(check: bool) -> Result<(), String> {
    let vendors = workspace::vendor_crates().map_err(|error| error.to_string())?;
    let features = features::all()?;
    let read = features.iter().find(|(name, _)| name == "tassel-records").map(|(_, features)| features);
    println!("{:<20} {:>24} {:>24}", "crate", "default (ceiling)", "no HTTP client (ceiling)");
    let mut broken = Vec::new();
    for name in vendors {
        let (default, light) =
            (resolved(&name, "normal", &[])?, resolved(&name, "normal", &["--no-default-features"])?);
        if let Some(other) = ours_beside(&default, &["tassel-core", &name]) {
            broken.push(format!("{name} compiles {other}; a vendor crate imports core and no other of ours"));
        }
        let vendor = name.trim_start_matches("tassel-");
        // A vendor of which nothing is known that a record holds is not among its features.
        if read.is_some_and(|features| features.iter().any(|feature| feature == vendor)) {
            let features = ["--no-default-features", "--features", vendor];
            let records = resolved("tassel-records", "normal", &features)?;
            if let Some(other) = ours_beside(&records, &["tassel-core", "tassel-records", &name]) {
                broken.push(format!("tassel-records with the feature {vendor} alone compiles {other}"));
            }
        }
        let signs = light.names().contains(&"hmac");
        let (with_client, without) = if signs { SIGNING_CEILINGS } else { CEILINGS };
        let foreign = |tree: &Tree| tree.crates().filter(|it| !is_ours(it)).count();
        let (default, light) = (foreign(&default), foreign(&light));
        let cell = |count, ceiling| format!("{count} ({ceiling})");
        println!("{name:<20} {:>24} {:>24}", cell(default, with_client), cell(light, without));
        for (label, count, ceiling) in
            [("", default, with_client), (" without an HTTP client", light, without)]
        {
            if count > ceiling {
                broken
                    .push(format!("{name}{label} resolves to {count} crates, over its ceiling of {ceiling}"));
            }
        }
        broken.extend(faults(&name)?);
    }
    for name in OTHERS {
        broken.extend(faults(name)?);
    }
    if !check {
        return Ok(());
    }
    let out_of_reach = deny::run().unwrap_or_else(|problem| {
        broken.push(problem);
        false
    });
    if !broken.is_empty() {
        return Err(broken.join("\n"));
    }
    println!("one version of each crate, one TLS stack; licences, sources and bans are in order");
    if out_of_reach {
        println!(
            "WARNING: the advisory database is out of reach; nobody knows what is known against these crates"
        );
    }
    Ok(())
}

/// What is wrong with all that a crate is built from and with, by default.
fn faults(name: &str) -> Result<Vec<String>, String> {
    let tree = resolved(name, "normal,build", &[])?;
    let duplicates = tree.duplicates().into_iter().map(|it| format!("has two versions of {it}"));
    let faults = duplicates.chain(tree.wrong_tls());
    Ok(faults.map(|fault| format!("{name}: {fault}")).collect())
}

fn is_ours(name: &str) -> bool {
    name.starts_with("tassel-")
}

/// One of our crates among these that is none of those.
fn ours_beside<'a>(tree: &'a Tree, own: &[&str]) -> Option<&'a str> {
    tree.names().into_iter().find(|name| is_ours(name) && !own.contains(name))
}

/// The crates that a crate resolves to on x86-64 Linux over such edges, itself among them.
fn resolved(name: &str, edges: &str, features: &[&str]) -> Result<Tree, String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--package", name, "--edges", edges, "--prefix", "depth"])
        .args(["--format", " {p}", "--target", "x86_64-unknown-linux-gnu"])
        .args(features)
        .current_dir(workspace::root())
        .output()
        .map_err(|error| format!("cargo tree cannot be run: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Tree::parse(&String::from_utf8_lossy(&output.stdout))
}
