//! Checks what holds the parts of a contract together.

use std::collections::BTreeSet;

use super::yaml::{Node, Object, Problem};
use super::{Contract, Kind, Shape};

/// Every reference leads somewhere, and every schema is led to.
pub fn check_references(root: Node<'_>, contract: &Contract, components: &Object<'_>) -> Result<(), Problem> {
    let names = |kind: &str| -> Result<BTreeSet<String>, Problem> {
        let Some(node) = components.get(kind) else { return Ok(BTreeSet::new()) };
        Ok(node.object()?.entries().map(|(_, name, _)| name.to_owned()).collect())
    };
    let (responses, parameters, requests) =
        (names("responses")?, names("parameters")?, names("requestBodies")?);
    let mut used = BTreeSet::new();
    let mut check = |node: Node<'_>, target: &str| {
        let known = match target.strip_prefix("#/components/").and_then(|rest| rest.split_once('/')) {
            Some(("schemas", name)) => {
                used.insert(name.to_owned());
                contract.schema(name).is_some()
            }
            Some(("responses", name)) => responses.contains(name),
            Some(("parameters", name)) => parameters.contains(name),
            Some(("requestBodies", name)) => requests.contains(name),
            _ => false,
        };
        if known {
            Ok(())
        } else {
            Err(node.problem(format!("`{target}` leads nowhere; add it, or mend the name")))
        }
    };
    visit_references(root, &mut check)?;
    for (key, name, _) in components.need("schemas", "the schemas")?.object()?.entries() {
        if !used.contains(name) {
            return Err(key.problem(format!("nothing leads to the schema `{name}`; remove it, or use it")));
        }
    }
    Ok(())
}

fn visit_references(
    node: Node<'_>,
    check: &mut impl FnMut(Node<'_>, &str) -> Result<(), Problem>,
) -> Result<(), Problem> {
    if let Ok(object) = node.object() {
        for (_, name, node) in object.entries() {
            match name {
                "$ref" => check(node, node.text()?)?,
                "x-tassel-within" => check(node, &format!("#/components/schemas/{}", node.text()?))?,
                "examples" => {}
                _ => visit_references(node, check)?,
            }
        }
    } else if let Ok(items) = node.list() {
        for node in items {
            visit_references(node, check)?;
        }
    }
    Ok(())
}

/// What operations say of bodies, pages and quotas is so.
pub fn check_operations(contract: &Contract) -> Result<(), Problem> {
    for operation in &contract.operations {
        let problem = |message| Err(Problem { file: contract.file.clone(), line: operation.line, message });
        if !contract.tags.iter().any(|tag| tag.name == operation.tag) {
            return problem(format!("there is no tag `{}`; describe it under `tags`", operation.tag));
        }
        if operation.quota != "default" && !contract.quotas.iter().any(|quota| quota.name == operation.quota)
        {
            return problem(format!(
                "there is no quota `{}`; name one under x-tassel-quotas",
                operation.quota
            ));
        }
        let has = |schema: &str, field: &str| {
            contract.schema(schema).is_some_and(|schema| {
                matches!(&schema.kind, Kind::Object(model)
                    if model.properties.iter().any(|property| property.name == field))
            })
        };
        let Some(paging) = &operation.paging else { continue };
        let listed = match (&paging.items, operation.reply()) {
            (None, Some(body)) => body.shape == Shape::List,
            (Some(items), Some(body)) => has(&body.schema, items),
            (_, None) => false,
        };
        if !listed {
            let items =
                paging.items.as_ref().map_or("as a list".to_owned(), |name| format!("in a field `{name}`"));
            return problem(format!("its reply does not hold the items {items}"));
        }
    }
    Ok(())
}
