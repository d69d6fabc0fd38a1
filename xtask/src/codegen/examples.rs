//! The examples of operations: Rust functions in `examples/`, a file for each resource, which tests run and the
//! documentation shows.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Contract, Failure, io, relative};

/// The bodies of the examples, by the id of their operation.
#[derive(Debug, Default)]
pub struct Examples {
    folder: String,
    bodies: BTreeMap<String, Vec<String>>,
}

impl Examples {
    /// Reads the examples of a vendor crate.
    ///
    /// # Errors
    ///
    /// A file cannot be read.
    pub fn read(folder: &Path, contract: &Contract) -> Result<Self, Failure> {
        let folder = folder.join("examples");
        let mut bodies = BTreeMap::new();
        for tag in &contract.tags {
            let path = folder.join(&tag.name).with_extension("rs");
            if path.exists() {
                let text = std::fs::read_to_string(&path).map_err(io(&relative(&path)))?;
                functions(&tag.name, &text, &mut bodies);
            }
        }
        Ok(Self { folder: relative(&folder), bodies })
    }

    /// Examples of everything, for contracts that have no folder.
    #[must_use]
    pub fn of_nothing(contract: &Contract) -> Self {
        let bodies = contract.operations.iter().map(|operation| (operation.id.clone(), Vec::new())).collect();
        Self { folder: String::new(), bodies }
    }

    /// The example of an operation, as documentation. It is shown and not run there: the tests run it.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn of(&self, id: &str) -> Result<String, Failure> {
        let lines = self.bodies.get(id).ok_or_else(|| Failure::Example {
            folder: self.folder.clone(),
            tag: id.split_once('.').map_or(id, |(tag, _)| tag).to_owned(),
            method: id.split_once('.').map_or(id, |(_, method)| method).to_owned(),
        })?;
        let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
        Ok(format!("    #[cfg_attr(not(doctest), doc = r#\"```\n{lines}```\"#)]\n"))
    }

    /// The module of tests that runs every example against a sandbox of its own.
    #[must_use]
    pub fn tests(&self) -> String {
        let tags: BTreeMap<&str, Vec<&str>> = self.bodies.keys().fold(BTreeMap::new(), |mut tags, id| {
            let (tag, method) = id.split_once('.').unwrap_or((id, ""));
            tags.entry(tag).or_insert_with(Vec::new).push(method);
            tags
        });
        let modules = tags.keys().map(|tag| format!("#[path = \"../../examples/{tag}.rs\"]\nmod {tag};\n"));
        let modules: String = modules.collect();
        let calls = tags.iter().flat_map(|(tag, methods)| methods.iter().map(move |method| (tag, method)));
        let calls: String = calls
            .map(|(tag, method)| {
                format!("{tag}::{method}(&in_sandbox()).await.expect(\"{tag}.{method}\");\n")
            })
            .collect();
        format!(
            "use crate::support::in_sandbox;\n\n{modules}\n#[tokio::test]\nasync fn every_example_runs() {{\n{calls}}}\n"
        )
    }
}

/// The functions of a file and the lines of their bodies, without the `Ok(())` at the end.
fn functions(tag: &str, text: &str, bodies: &mut BTreeMap<String, Vec<String>>) {
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(name) = line.strip_prefix("pub async fn ").and_then(|rest| rest.split('(').next()) else {
            continue;
        };
        let mut body: Vec<_> = lines.by_ref().take_while(|line| *line != "}").collect();
        if body.last() == Some(&"    Ok(())") {
            body.pop();
        }
        let body = body.into_iter().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned());
        bodies.insert(format!("{tag}.{name}"), body.collect());
    }
}
