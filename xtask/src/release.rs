//! Rehearses a release: versions and changelogs, semver, packages, and a consumer built from them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::workspace;

/// A crate that is published.
#[derive(Debug)]
struct Package {
    name: String,
    version: String,
    folder: PathBuf,
    is_library: bool,
    /// Those of ours that it is built on.
    needs: Vec<String>,
}

/// Rehearses a release without publishing anything.
///
/// # Errors
///
/// What stands in the way of one.
pub fn dry_run() -> Result<(), String> {
    let packages = in_order(packages()?);
    for package in &packages {
        check_changelog(package)?;
        println!("{} {}: its changelog has this version", package.name, package.version);
    }
    check_semver(&packages)?;
    let unpacked = pack(&packages)?;
    for package in packages.iter().filter(|package| package.is_library) {
        consume(package, &packages, &unpacked)?;
        println!(
            "{} {}: a consumer outside the workspace builds on the package",
            package.name, package.version
        );
    }
    for package in packages.iter().filter(|package| !package.is_library) {
        build_packaged(package, &packages, &unpacked)?;
        println!("{} {}: the package builds outside the workspace", package.name, package.version);
    }
    println!("\nTo publish, in this order:");
    for package in &packages {
        println!("  cargo publish -p {}", package.name);
    }
    Ok(())
}

/// The crates of the workspace that are published.
fn packages() -> Result<Vec<Package>, String> {
    let metadata = capture(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let described = metadata["packages"].as_array().cloned().unwrap_or_default();
    let described: Vec<_> = described.into_iter().filter(|package| package["publish"].is_null()).collect();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let names: Vec<_> = described.iter().map(|package| text(&package["name"])).collect();
    Ok(described
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"].as_array().into_iter().flatten();
            let normal = dependencies.filter(|dependency| dependency["kind"].is_null());
            let mut targets = package["targets"].as_array().into_iter().flatten();
            Package {
                name: text(&package["name"]),
                version: text(&package["version"]),
                folder: Path::new(&text(&package["manifest_path"]))
                    .parent()
                    .unwrap_or(Path::new(""))
                    .to_path_buf(),
                is_library: targets.any(|target| target["kind"][0] == "lib"),
                needs: normal
                    .map(|dependency| text(&dependency["name"]))
                    .filter(|name| names.contains(name))
                    .collect(),
            }
        })
        .collect())
}

/// Each crate after those it is built on.
fn in_order(mut packages: Vec<Package>) -> Vec<Package> {
    let mut ordered: Vec<Package> = Vec::new();
    while !packages.is_empty() {
        let is_there = |name: &String| ordered.iter().any(|package| package.name == *name);
        // Without a cycle one is always ready; with one, cargo would have refused the workspace.
        let ready = packages.iter().position(|package| package.needs.iter().all(is_there)).unwrap_or(0);
        ordered.push(packages.remove(ready));
    }
    ordered
}

fn check_changelog(package: &Package) -> Result<(), String> {
    let path = package.folder.join("CHANGELOG.md");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let heading = format!("## {}", package.version);
    if text.lines().any(|line| line == heading || line.starts_with(&format!("{heading} "))) {
        Ok(())
    } else {
        Err(format!("{}: there is no `{heading}`; say there what is new", path.display()))
    }
}

/// Compares the libraries with the last tag, if there is one.
fn check_semver(packages: &[Package]) -> Result<(), String> {
    let mut git = Command::new("git");
    git.args(["describe", "--tags", "--abbrev=0", "--match", "v*"]).current_dir(workspace::root());
    let Ok(tag) = capture(&mut git) else {
        println!("semver: there is no tag yet, and so nothing to compare with");
        return Ok(());
    };
    let tag = tag.trim();
    for package in packages.iter().filter(|package| package.is_library) {
        let arguments = ["semver-checks", "check-release", "--baseline-rev", tag, "--package", &package.name];
        run(cargo().args(arguments)).map_err(|error| {
            format!("{error}\nIf the command is missing: cargo install cargo-semver-checks --locked")
        })?;
        println!("{}: nothing breaks since {tag} that the version does not allow", package.name);
    }
    Ok(())
}

/// Packs the crates and unpacks them outside the workspace.
fn pack(packages: &[Package]) -> Result<BTreeMap<String, PathBuf>, String> {
    let mut command = cargo();
    command.args(["package", "--no-verify", "--locked", "--quiet"]);
    for package in packages {
        command.args(["--package", &package.name]);
    }
    run(&mut command)?;
    let root = workspace::root().join("target");
    let outside = root.join("release-check");
    let io = |error: std::io::Error| format!("{}: {error}", outside.display());
    if outside.exists() {
        fs::remove_dir_all(&outside).map_err(io)?;
    }
    fs::create_dir_all(&outside).map_err(io)?;
    let mut unpacked = BTreeMap::new();
    for package in packages {
        let name = format!("{}-{}", package.name, package.version);
        let archive = root.join("package").join(format!("{name}.crate"));
        run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&outside))?;
        unpacked.insert(package.name.clone(), outside.join(name));
    }
    Ok(unpacked)
}

/// Builds a program that depends on the packaged crate.
fn consume(
    package: &Package,
    packages: &[Package],
    unpacked: &BTreeMap<String, PathBuf>,
) -> Result<(), String> {
    let folder = workspace::root().join("target/release-check").join(format!("consumer-of-{}", package.name));
    let manifest = format!(
        "[package]\nname = \"consumer\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{} = \"={}\"\n\n{}",
        package.name,
        package.version,
        patches(packages, unpacked),
    );
    let library = package.name.replace('-', "_");
    let program = format!("//! Depends on a packaged crate.\n\nuse {library} as _;\n\nfn main() {{}}\n");
    let written = fs::create_dir_all(folder.join("src"))
        .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
        .and_then(|()| fs::write(folder.join("src/main.rs"), program));
    written.map_err(|error| format!("{}: {error}", folder.display()))?;
    build(&folder)
}

/// Builds a packaged program.
fn build_packaged(
    package: &Package,
    packages: &[Package],
    unpacked: &BTreeMap<String, PathBuf>,
) -> Result<(), String> {
    let folder = &unpacked[&package.name];
    let path = folder.join("Cargo.toml");
    let appended = fs::read_to_string(&path)
        .and_then(|text| fs::write(&path, format!("{text}\n[workspace]\n\n{}", patches(packages, unpacked))));
    appended.map_err(|error| format!("{}: {error}", path.display()))?;
    build(folder)
}

/// What stands for the packages until they are published.
fn patches(packages: &[Package], unpacked: &BTreeMap<String, PathBuf>) -> String {
    let libraries = packages.iter().filter(|package| package.is_library);
    let patches =
        libraries.map(|package| format!("{} = {{ path = {:?} }}\n", package.name, unpacked[&package.name]));
    format!("[patch.crates-io]\n{}", patches.collect::<String>())
}

fn build(folder: &Path) -> Result<(), String> {
    let shared = workspace::root().join("target/release-check/target");
    run(cargo().args(["check", "--quiet"]).current_dir(folder).env("CARGO_TARGET_DIR", shared))
}

fn cargo() -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(workspace::root());
    cargo
}

fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed")) }
}

fn capture(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}
