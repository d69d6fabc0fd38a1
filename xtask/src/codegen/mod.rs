//! Makes `src/generated/` of a vendor crate from its contract: ids, open enums, models and the table of operations.

mod dispatch;
pub mod examples;
mod limits;
mod listings;
pub(crate) mod models;
mod operations;
mod paging;
pub(crate) mod resources;
pub(crate) mod rust;
mod values;
mod webhooks;

use std::collections::BTreeMap;
use std::path::Path;

use crate::contract::{self, Contract, Kind, Model, Problem, Property, Schema, Type};
use crate::workspace;
use examples::Examples;

/// Why code could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The contract is wrong.
    #[error(transparent)]
    Contract(#[from] Problem),
    /// A file could not be read or written, or rustfmt not be run.
    #[error("{what}: {source}")]
    Io {
        /// What was tried.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
    /// rustfmt refused the code.
    #[error("rustfmt refused {0}; that is a fault of xtask/src/codegen")]
    Format(String),
    /// An operation has no example.
    #[error("{folder}/{tag}.rs has no `pub async fn {method}`: write the example of `{tag}.{method}`")]
    Example {
        /// The folder of the examples.
        folder: String,
        /// The resource.
        tag: String,
        /// The method.
        method: String,
    },
    /// A method cannot be made from what the contract says.
    #[error("`{id}` cannot be made, as {why}; write its method by hand and say `x-tassel-by-hand: true`")]
    ByHand {
        /// The operation.
        id: String,
        /// Why not.
        why: String,
    },
    /// The committed files are not what the contract gives.
    #[error("{0} differs from what {1} gives; run `cargo xtask codegen` and commit the result")]
    Stale(String, String),
}

/// Makes the code of all vendor crates; with `check`, only compares.
///
/// # Errors
///
/// The first [`Failure`].
pub fn run(check: bool) -> Result<(), Failure> {
    let vendors = workspace::vendors().map_err(io("looking for vendor crates"))?;
    vendors.iter().try_for_each(|folder| run_for(folder, check))
}

/// Makes the code of the vendor crate in a folder; with `check`, only compares.
///
/// # Errors
///
/// The first [`Failure`].
pub fn run_for(folder: &Path, check: bool) -> Result<(), Failure> {
    let contract = contract_of(folder)?;
    let examples = Examples::read(folder, &contract)?;
    for (name, text) in files(&contract, &examples)? {
        let path = folder.join(name);
        let shown = relative(&path);
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        if committed == text {
            continue;
        }
        if check {
            return Err(Failure::Stale(shown, contract.file));
        }
        std::fs::write(&path, text).map_err(io(&shown))?;
    }
    Ok(())
}

/// Reads the contract of the vendor crate in a folder.
///
/// # Errors
///
/// The file cannot be read, or is wrong.
pub fn contract_of(folder: &Path) -> Result<Contract, Failure> {
    let path = folder.join("openapi.yaml");
    let text = std::fs::read_to_string(&path).map_err(io(&relative(&path)))?;
    let vendor = folder.file_name().unwrap_or_default().to_string_lossy();
    Ok(contract::read(&relative(&path), &vendor, &text)?)
}

/// The files that are made from a contract, by their paths in the vendor crate, formatted.
///
/// # Errors
///
/// An operation cannot be made, or has no example; rustfmt cannot be run, or refuses the code.
pub fn files(contract: &Contract, examples: &Examples) -> Result<Vec<(String, String)>, Failure> {
    let reach = Reach::of(contract);
    let mut files = vec![
        ("mod", "What the contract says, as code.", module(contract)),
        ("ids", "The vendor's ids.", values::ids(contract)),
        ("enums", "The vendor's enums, open to values it adds.", values::enums(contract)),
        ("models", "The vendor's objects.", models::models(contract, &reach)),
        (
            "operations",
            "The table of operations, and what holds for all of them.",
            operations::operations(contract),
        ),
        ("operation_id", "The operations as an enum.", dispatch::operation_id(contract)),
    ];
    for tag in &contract.tags {
        files.push((&tag.name, &tag.description, resources::resource(contract, tag, examples)?));
    }
    if let Some(webhooks) = &contract.webhooks {
        let about = "The table of webhooks, and the events that come.";
        files.push(("webhooks", about, webhooks::webhooks(contract, webhooks)));
    }
    let files =
        files.into_iter().map(|(name, about, text)| (format!("src/generated/{name}.rs"), about, text));
    let tests = ("tests/it/examples.rs".to_owned(), "The examples of the operations.", examples.tests());
    let mut formatted = Vec::new();
    for (path, about, text) in files.chain([tests]) {
        let header = format!(
            "//! {about}\n//!\n//! Made from `{}` by `cargo xtask codegen`; do not edit.\n\n",
            contract.file.rsplit('/').next().unwrap_or_default(),
        );
        let text = rust::format(&path, &(header + &text))?;
        formatted.push((path, text));
    }
    Ok(formatted)
}

fn module(contract: &Contract) -> String {
    let has = |kind: fn(&Kind) -> bool| contract.schemas.iter().any(|schema| kind(&schema.kind));
    let modules = [
        ("enums", has(|kind| matches!(kind, Kind::Enum(_) | Kind::Numbers(_)))),
        ("ids", has(|kind| matches!(kind, Kind::Id))),
        ("models", true),
    ];
    let modules: Vec<_> = modules.iter().filter(|(_, there)| *there).map(|(name, _)| name).collect();
    let mut text: String = modules.iter().map(|name| format!("mod {name};\n")).collect();
    text += "mod operation_id;\npub mod operations;\n";
    text.extend(contract.tags.iter().map(|tag| format!("pub mod {};\n", tag.name)));
    if contract.webhooks.is_some() {
        text += "pub mod webhooks;\n";
    }
    text.push('\n');
    let exports: String = modules.iter().map(|name| format!("pub use super::{name}::*;\n")).collect();
    text += &format!(
        "/// The vendor's objects, enums and ids.\npub mod model {{\n{exports}}}\n\nuse model::*;\n"
    );
    // For the project's own crates: an operation that the vendor adds changes it.
    text += "#[doc(hidden)]\npub use operation_id::OperationId;\n";
    text + &resources::accessors(contract)
}

/// Which schemas code is made for, and which of them a caller writes.
pub(crate) struct Reach<'a>(BTreeMap<&'a str, bool>);

impl<'a> Reach<'a> {
    fn of(contract: &'a Contract) -> Self {
        let mut reach = Self(BTreeMap::new());
        for operation in &contract.operations {
            if let Some(body) = &operation.request {
                reach.add(contract, &body.schema, true);
            }
            for parameter in &operation.parameters {
                if let Some(name) = parameter.property.ty.schema() {
                    reach.add(contract, name, true);
                }
            }
        }
        for reply in contract.operations.iter().filter_map(|operation| operation.reply()) {
            reach.add(contract, &reply.schema, false);
        }
        for event in contract.webhooks.iter().flat_map(|webhooks| &webhooks.events) {
            reach.add(contract, &event.schema, false);
        }
        reach
    }

    fn add(&mut self, contract: &'a Contract, name: &'a str, written: bool) {
        if self.0.contains_key(name) {
            return;
        }
        self.0.insert(name, written);
        let Some(schema) = contract.schema(name) else {
            return;
        };
        let inner: Vec<&'a str> = match &schema.kind {
            Kind::Object(model) => {
                model.properties.iter().filter_map(|it| it.ty.schema().or(it.within.as_deref())).collect()
            }
            Kind::Forms(forms) => forms.iter().filter_map(|form| form.ty.schema()).collect(),
            Kind::Id | Kind::Enum(_) | Kind::Numbers(_) => Vec::new(),
        };
        for name in inner {
            self.add(contract, name, written);
        }
    }

    fn reaches(&self, schema: &Schema) -> bool {
        self.0.contains_key(schema.name.as_str())
    }

    fn is_written(&self, schema: &Schema) -> bool {
        self.0.get(schema.name.as_str()).copied().unwrap_or(false)
    }
}

fn io(what: &str) -> impl FnOnce(std::io::Error) -> Failure {
    let what = what.to_owned();
    |source| Failure::Io { what, source }
}

fn relative(path: &Path) -> String {
    path.strip_prefix(workspace::root()).unwrap_or(path).display().to_string()
}
