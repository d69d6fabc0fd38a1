//! The command that makes a new vendor, in a copy of the workspace: the crate compiles, and its tests pass.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::{vendor, workspace};

/// A workspace without members, whose dependencies are the crates of this one. What it builds shares this one's target
/// folder: packages are told apart there by their paths, so those outside of a workspace need absolute ones.
fn copy_of_workspace() -> PathBuf {
    let (from, to) = (workspace::root(), Path::new(env!("CARGO_TARGET_TMPDIR")).join("vendor"));
    if to.exists() {
        fs::remove_dir_all(&to).unwrap();
    }
    fs::create_dir_all(to.join("crates")).unwrap();
    for part in ["Cargo.lock", "LICENSE-APACHE", "LICENSE-MIT", "README.md"] {
        fs::copy(from.join(part), to.join(part)).unwrap();
    }
    let manifest = fs::read_to_string(from.join("Cargo.toml")).unwrap();
    let members = manifest.lines().find(|line| line.starts_with("members = ")).unwrap();
    let manifest = manifest.replace(members, r#"members = ["crates/*"]"#);
    let manifest = manifest.replace("path = \"", &format!("path = \"{}/", from.display()));
    fs::write(to.join("Cargo.toml"), manifest).unwrap();
    to
}

fn contract() -> PathBuf {
    workspace::root().join("xtask/tests/vendor/acme.yaml")
}

#[test]
fn a_new_vendor_compiles_and_its_tests_pass() {
    let root = copy_of_workspace();
    let left = vendor::new(&root, "acme", &contract()).unwrap();
    assert!(left.contains("a method and an example of `tools.search`"), "{left}");
    // Another, with a host for each customer, whose successes may be errors.
    let server =
        "- url: https://api.acme.example/v1\n    description: Production.\n    x-tassel-name: Production\n";
    let hosts = "- url: https://{host}/v1\n    description: A customer's.\n    variables: {host: {default: acme.example}}\n";
    let text = fs::read_to_string(contract()).unwrap().replace(server, hosts);
    fs::write(root.join("initech.yaml"), text + "x-tassel-errors-in-success: true\n").unwrap();
    vendor::new(&root, "initech", &root.join("initech.yaml")).unwrap();

    let read =
        |path: &str| fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    for (path, part) in [
        ("Cargo.toml", "tassel-acme = { path = \"crates/acme\","),
        ("Cargo.lock", "name = \"tassel-acme\""),
        ("README.md", "| Acme Tools | [`tassel-acme`](crates/acme) | tools and tool reports | 11 |"),
        ("crates/acme/CHANGELOG.md", "11 operations on tools and tool reports"),
        ("crates/acme/LICENSE-MIT", "MIT"),
        ("crates/acme/README.md", "let listed = client.tool_reports().list(1).send().await?;"),
        ("crates/acme/examples/tools.rs", "NewTool::new(\"Saw\", ToolKind::Hand)"),
        ("crates/acme/examples/tools.rs", ".labels(Patch::Null)"),
        ("crates/acme/examples/tool_reports.rs", "request([ToolId::from(7), ToolId::from(\"t-8\")])"),
        ("crates/initech/README.md", "Client::builder(\"initech.example.org\", \"a-key\")"),
        ("crates/acme/src/generated/tools.rs", "pub fn create(&self, tool: NewTool) -> Call<Tool>"),
    ] {
        assert!(read(path).contains(part), "{path} has no {part}:\n{}", read(path));
    }
    assert_eq!(fs::read_to_string(contract()).unwrap(), read("crates/acme/openapi.yaml"));

    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["test", "--offline", "--locked", "--package", "tassel-acme", "--package", "tassel-initech"])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success() && !said.contains("warning:"), "{said}");
}

#[test]
fn what_makes_no_crate_is_refused_and_leaves_nothing() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused");
    fs::create_dir_all(root.join("crates/taken")).unwrap();
    fs::write(root.join("Cargo.lock"), "[[package]]\nname = \"tassel-tests\"\n").unwrap();
    fs::write(root.join("Cargo.toml"), "version = \"0.1.0\"\n").unwrap();
    let good = fs::read_to_string(contract()).unwrap();
    let webhooks = "x-tassel-webhooks:\n  encoding: json\n  name-in: name\n  events: []\ntags:\n";
    let all_by_hand = good
        .replacen("      x-tassel-by-hand: true\n", "", 1)
        .replace("      operationId:", "      x-tassel-by-hand: true\n      operationId:");
    let no_object = good
        .replacen(
            "Tool'}\n            examples:\n              some",
            "ToolId'}\n            examples:\n              some",
            1,
        )
        .replacen("value: {name: Long saw, kind: hand, successor: 9, labels: null}", "value: 9", 1);
    for (label, name, text, want) in [
        ("capitals", "Acme", good.clone(), "`Acme` is no name for a vendor"),
        ("a digit first", "9acme", good.clone(), "`9acme` is no name for a vendor"),
        ("a path", "../acme", good.clone(), "`../acme` is no name for a vendor"),
        ("nothing", "", good.clone(), "`` is no name for a vendor"),
        ("a folder's", "taken", good.clone(), "taken is there already"),
        ("a package's", "tests", good.clone(), "the workspace has a package tassel-tests already"),
        ("no contract", "acme", "openapi: 3.0.3\n".to_owned(), "refused.yaml:1: `info` is missing"),
        (
            "an envelope",
            "acme",
            good.replacen("tags:\n", "x-tassel-envelope: tool\ntags:\n", 1),
            "`x-tassel-envelope` needs a src/envelope.rs by hand",
        ),
        (
            "events",
            "acme",
            good.replacen("tags:\n", webhooks, 1),
            "`x-tassel-webhooks` needs a src/webhooks.rs by hand",
        ),
        ("no method", "acme", all_by_hand, "every operation is by hand"),
        ("nowhere to register", "acme", good.clone(), "Cargo.toml: no line begins with `tassel-`"),
        ("a method that cannot be made", "acme", no_object, "its request body is no object"),
    ] {
        let contract = root.join("refused.yaml");
        fs::write(&contract, text).unwrap();
        let refused = vendor::new(&root, name, &contract).unwrap_err();
        assert!(refused.contains(want), "{label}: {refused}");
        assert!(!root.join("crates/acme").exists(), "{label}");
    }
}
