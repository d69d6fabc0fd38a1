//! Makes the crate of a new vendor from its contract, and registers it.

mod examples;
mod literals;
mod register;
mod template;

use std::fs;
use std::path::{Path, PathBuf};

use crate::codegen;
use crate::contract::{self, Contract, Operation};
use template::render;

/// Makes `crates/NAME` in a workspace from a contract, and registers it. What is left to write by hand is in the answer.
///
/// # Errors
///
/// The name cannot be that of a crate or is taken, the contract cannot be read or needs code by hand before anything
/// compiles, or a file cannot be written.
pub fn new(root: &Path, name: &str, contract: &Path) -> Result<String, String> {
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    if !is_name {
        return Err(format!("`{name}` is no name for a vendor: lower-case letters and digits only"));
    }
    let folder = root.join("crates").join(name);
    if folder.exists() {
        return Err(format!("{} is there already", folder.display()));
    }
    if register::is_package(root, name)? {
        return Err(format!("the workspace has a package tassel-{name} already"));
    }
    let text = fs::read_to_string(contract).map_err(fault(contract))?;
    let contract = contract::read(&contract.display().to_string(), name, &text);
    let contract = contract.map_err(|problem| problem.to_string())?;
    refuse(&contract)?;
    let made = make(root, &folder, &contract, text)
        .and_then(|()| register::register(root, &contract, brand(&contract), &resources(&contract)));
    if made.is_err() {
        // It was not there before, and half of it is of no use.
        fs::remove_dir_all(&folder).map_err(fault(&folder))?;
    }
    made?;
    Ok(left(&contract))
}

/// Writes the crate's folder.
fn make(root: &Path, folder: &Path, contract: &Contract, text: String) -> Result<(), String> {
    fs::create_dir_all(folder.join("src/generated")).map_err(fault(folder))?;
    let mut files = vec![("openapi.yaml".to_owned(), text)];
    for tag in &contract.tags {
        files.push((format!("examples/{}.rs", tag.name), examples::of_resource(contract, tag)?));
    }
    files.extend(written(contract, &register::version(root)?)?);
    for (path, text) in files {
        write(&folder.join(path), &text)?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy_licence(root, folder, licence)?;
    }
    codegen::run_for(folder, false).map_err(|failure| failure.to_string())
}

/// Refuses a contract that asks for code by hand without which the crate does not compile.
fn refuse(contract: &Contract) -> Result<(), String> {
    let early = [
        ("x-tassel-webhooks", contract.webhooks.is_some(), "src/webhooks.rs"),
        ("x-tassel-envelope", contract.envelope.is_some(), "src/envelope.rs"),
    ];
    if let Some((extension, _, file)) = early.iter().find(|(_, is_there, _)| *is_there) {
        return Err(format!(
            "{}: `{extension}` needs a {file} by hand; leave it out, make the crate, and add both then",
            contract.file
        ));
    }
    match contract.operations.iter().find(|operation| !operation.by_hand) {
        Some(_) => Ok(()),
        None => Err(format!("{}: every operation is by hand; describe one that is not", contract.file)),
    }
}

/// The files that are written once, and are the author's from then on.
fn written(contract: &Contract, version: &str) -> Result<Vec<(String, String)>, String> {
    let server = contract.servers.first().map(|server| server.name.as_str());
    let arguments = |key: &str| match server {
        Some(_) => key.to_owned(),
        None => format!("\"{}.example.org\", {key}", contract.vendor),
    };
    let shown = shown(contract);
    let reply = shown.replies.first().map_or(200, |reply| reply.status);
    let answer = shown.reply().and_then(|body| body.examples.first());
    let answer = answer.map_or("\"\"".to_owned(), |example| literals::raw(&example.value));
    let example = examples::body(contract, shown)?;
    let modules: Vec<_> = contract.tags.iter().map(|tag| tag.name.as_str()).collect();
    let (count, resources) = (contract.operations.len(), resources(contract));
    let operations = if count == 1 { "one operation".to_owned() } else { format!("{count} operations") };
    let about = format!(
        "A client for [{}]({}). It has {operations} on {resources}; `Client::call` reaches the others.",
        brand(contract),
        contract.documentation,
    );
    let changes = format!("The first version: {operations} on {resources}, and `call` for the rest.");
    let values = [
        ("vendor", contract.vendor.clone()),
        ("brand", brand(contract).to_owned()),
        ("about", wrapped(&about)),
        ("changes", wrapped(&changes)),
        ("resources", resources),
        ("version", version.to_owned()),
        ("modules", modules.join(", ")),
        ("server", server.unwrap_or_default().to_owned()),
        ("status", reply.to_string()),
        ("answer", answer),
        ("arguments", arguments("\"a-key\"")),
        ("test-arguments", arguments("KEY")),
        ("example", example.trim_end().to_owned()),
    ];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let flags = [("servers", server.is_some()), ("errors-in-success", contract.errors_in_success)];
    let files = TEMPLATES.iter().map(|(path, template)| {
        let text = render(template, &values, &flags);
        let text = match path.rsplit('.').next() {
            Some("rs") => literals::format(path, &text)?,
            Some("md") => formatted_programs(path, &text)?,
            _ => text,
        };
        Ok(((*path).to_owned(), text))
    });
    files.collect()
}

const TEMPLATES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("template/Cargo.toml.in")),
    ("CHANGELOG.md", include_str!("template/CHANGELOG.md.in")),
    ("README.md", include_str!("template/README.md.in")),
    ("src/client.rs", include_str!("template/client.rs.in")),
    ("src/lib.rs", include_str!("template/lib.rs.in")),
    ("src/rejection.rs", include_str!("template/rejection.rs.in")),
    ("tests/it/contract.rs", include_str!("template/contract.rs.in")),
    ("tests/it/errors.rs", include_str!("template/errors.rs.in")),
    ("tests/it/main.rs", include_str!("template/main.rs.in")),
    ("tests/it/support.rs", include_str!("template/support.rs.in")),
];

/// The operation that the README shows: of those that read, the one with the shortest answer.
fn shown(contract: &Contract) -> &Operation {
    let plain = || contract.operations.iter().filter(|operation| !operation.by_hand && !operation.deprecated);
    let length = |operation: &&Operation| {
        let body = operation.reply().and_then(|body| body.examples.first());
        body.map_or(usize::MAX, |example| example.value.to_string().len())
    };
    let reads = plain()
        .filter(|operation| operation.safety == contract::Safety::ReadOnly && operation.paging.is_none());
    let shortest = reads.min_by_key(length).or_else(|| plain().next());
    // `refuse` has seen to it that one is not by hand.
    shortest
        .or(contract.operations.iter().find(|operation| !operation.by_hand))
        .unwrap_or(&contract.operations[0])
}

/// The Rust programs of a Markdown file, formatted.
fn formatted_programs(path: &str, text: &str) -> Result<String, String> {
    let mut parts = text.split("```");
    let mut formatted = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        formatted += "```";
        match part.strip_prefix("rust\n") {
            Some(program) => formatted += &format!("rust\n{}", literals::format(path, program)?),
            None => formatted += part,
        }
    }
    Ok(formatted)
}

/// What the vendor is called.
fn brand(contract: &Contract) -> &str {
    contract.title.trim_end_matches(" API")
}

/// The resources, as a sentence names them.
fn resources(contract: &Contract) -> String {
    let names: Vec<_> = contract.tags.iter().map(|tag| tag.name.replace('_', " ")).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// A paragraph, wrapped.
fn wrapped(text: &str) -> String {
    let mut wrapped = String::new();
    let mut width = 0;
    for word in text.split(' ') {
        let breaks = width + 1 + word.len() > 120;
        if width > 0 {
            wrapped.push(if breaks { '\n' } else { ' ' });
        }
        width = if breaks || width == 0 { word.len() } else { width + 1 + word.len() };
        wrapped += word;
    }
    wrapped
}

/// What is left to write by hand.
fn left(contract: &Contract) -> String {
    let vendor = &contract.vendor;
    let by_hand = contract.operations.iter().filter(|operation| operation.by_hand);
    let methods: String = by_hand
        .map(|operation| format!("* a method and an example of `{}`, which is by hand\n", operation.id))
        .collect();
    format!(
        "crates/{vendor} is made and registered. `cargo test -p tassel-{vendor}` tests it. Left to write:\n{methods}\
         * what CONTRIBUTING.md names under \"Add a vendor\"\n"
    )
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(fault(folder))?;
    fs::write(path, text).map_err(fault(path))
}

/// A link to the licence of the workspace; where links cannot be made, a copy.
fn copy_licence(root: &Path, folder: &Path, name: &str) -> Result<(), String> {
    let target = PathBuf::from("../..").join(name);
    #[cfg(unix)]
    let made = std::os::unix::fs::symlink(&target, folder.join(name));
    #[cfg(not(unix))]
    let made = fs::copy(root.join(name), folder.join(name)).map(drop);
    made.map_err(fault(&root.join(name)))
}

fn fault(path: &Path) -> impl Fn(std::io::Error) -> String {
    let path = path.display().to_string();
    move |error| format!("{path}: {error}")
}
