//! Reads the document as a whole, and checks what holds its parts together.

use std::collections::BTreeSet;

use super::operations::{documentation, operations};
use super::schemas::{description, schema};
use super::yaml::{Document, Node, Object, Problem};
use super::{Contract, Key, Kind, Quota, Server};

/// Reads a contract. `file` names it in problems, `vendor` is the folder of its crate.
///
/// # Errors
///
/// The first thing that is wrong with it.
pub fn read(file: &str, vendor: &str, text: &str) -> Result<Contract, Problem> {
    let document = Document::parse(file, text)?;
    let root = document.root();
    let object = root.object()?;
    let version = object.need("openapi", "`openapi: 3.0.3`")?;
    if version.text()? != "3.0.3" {
        return Err(
            version.problem("write the file as OpenAPI 3.0.3; later versions read `nullable` differently")
        );
    }
    let info = object.need("info", "the API's title and version")?.object()?;
    let title = info.need("title", "what the API is called")?.text()?.to_owned();
    for name in ["version", "description"] {
        info.need(name, "it")?.text()?;
    }
    info.finish("info")?;
    for name in ["security", "tags"] {
        object.need(name, "it, as the other contracts have it")?.list()?;
    }
    let mut found = Vec::new();
    for (_, path, node) in object.need("paths", "the operations")?.object()?.entries() {
        operations(path, node, &mut found)?;
    }
    let components = object.need("components", "the schemas")?.object()?;
    let schemas = components.need("schemas", "the schemas")?.object()?;
    let contract = Contract {
        file: file.to_owned(),
        vendor: vendor.to_owned(),
        title,
        documentation: documentation(&object)?,
        servers: object
            .need("servers", "where the vendor answers")?
            .list()?
            .into_iter()
            .map(server)
            .collect::<Result<_, _>>()?,
        key: key(&components)?,
        quotas: object.get("x-tassel-quotas").map(quotas).transpose()?.unwrap_or_default(),
        after_429: object.get("x-tassel-after-429").map(after_429).transpose()?,
        operations: found,
        schemas: schemas.entries().map(|(_, name, node)| schema(name, node)).collect::<Result<_, _>>()?,
    };
    responses(&components)?;
    components.finish("components")?;
    object.finish("the contract")?;
    check_references(root, &contract, &components)?;
    check_operations(&contract)?;
    Ok(contract)
}

fn server(node: Node<'_>) -> Result<Server, Problem> {
    let object = node.object()?;
    let server = Server {
        name: object.need("x-tassel-name", "its name in Rust, such as `Us`")?.text()?.to_owned(),
        url: object.need("url", "its URL")?.text()?.to_owned(),
        description: description(&object)?,
    };
    object.finish("a server")?;
    Ok(server)
}

fn key(components: &Object<'_>) -> Result<Key, Problem> {
    let schemes = components.need("securitySchemes", "how a key is sent")?.object()?;
    let object = schemes.need("apiKey", "how a key is sent")?.object()?;
    for name in ["type", "in", "description"] {
        object.need(name, "it")?.text()?;
    }
    let key = Key {
        header: object.need("name", "the header")?.text()?.to_owned(),
        prefix: object.need("x-tassel-prefix", "what stands before the key, or ''")?.text()?.to_owned(),
    };
    object.finish("a security scheme")?;
    schemes.finish("security schemes")?;
    Ok(key)
}

fn quotas(node: Node<'_>) -> Result<Vec<Quota>, Problem> {
    let quotas = node.object()?;
    let quotas = quotas.entries().map(|(_, name, node)| {
        let object = node.object()?;
        let scope = object.need("scope", "`address` or `credential`")?;
        if !["address", "credential"].contains(&scope.text()?) {
            return Err(scope.problem("a quota is counted per `address` or per `credential`"));
        }
        let windows = object.need("windows", "what is allowed in how many seconds")?.list()?;
        let windows = windows.into_iter().map(|node| {
            let object = node.object()?;
            let requests = object.need("trailing", "how many requests")?.number()?;
            let seconds = object.need("seconds", "in how many seconds")?.number()?;
            object.finish("a window")?;
            Ok((requests, seconds))
        });
        let trailing = windows.collect::<Result<_, Problem>>()?;
        object.finish("a quota")?;
        Ok(Quota { name: name.to_owned(), scope: scope.text()?.to_owned(), trailing })
    });
    quotas.collect()
}

fn after_429(node: Node<'_>) -> Result<(u64, u64), Problem> {
    let object = node.object()?;
    let seconds = |name| object.need(name, "the seconds")?.number();
    let waits = (seconds("first")?, seconds("longest")?);
    object.finish("the wait after a 429")?;
    Ok(waits)
}

/// The shared error replies: they are for whoever reads the file, and no code is made from them.
fn responses(components: &Object<'_>) -> Result<(), Problem> {
    for (_, _, node) in components.need("responses", "the error replies")?.object()?.entries() {
        let object = node.object()?;
        description(&object)?;
        object.need("content", "what the reply holds")?;
        object.finish("a response")?;
    }
    Ok(())
}

/// Every reference leads somewhere, and every schema is led to.
fn check_references(root: Node<'_>, contract: &Contract, components: &Object<'_>) -> Result<(), Problem> {
    let responses = components.get("responses").map(|node| node.object()).transpose()?;
    let responses: BTreeSet<_> =
        responses.iter().flat_map(|object| object.entries().map(|(_, name, _)| name)).collect();
    let mut used = BTreeSet::new();
    let mut check = |node: Node<'_>, target: &str| {
        let known = match target.strip_prefix("#/components/").and_then(|rest| rest.split_once('/')) {
            Some(("schemas", name)) => {
                used.insert(name.to_owned());
                contract.schema(name).is_some()
            }
            Some(("responses", name)) => responses.contains(name),
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

/// What operations say of bodies and quotas is so.
fn check_operations(contract: &Contract) -> Result<(), Problem> {
    for operation in &contract.operations {
        let problem = |message| Err(Problem { file: contract.file.clone(), line: operation.line, message });
        if operation.quota != "default" && !contract.quotas.iter().any(|quota| quota.name == operation.quota)
        {
            return problem(format!(
                "there is no quota `{}`; name one under x-tassel-quotas",
                operation.quota
            ));
        }
        let bodies =
            operation.request.as_ref().map(|body| body.schema.as_str()).into_iter().chain(operation.reply());
        for schema in bodies.filter_map(|name| contract.schema(name)) {
            let Kind::Object(model) = &schema.kind else {
                continue;
            };
            let wrapped = operation.wrapper.as_ref();
            if wrapped.is_some_and(
                |key| !matches!(model.properties.as_slice(), [property] if property.name == *key),
            ) {
                return problem(format!(
                    "`x-tassel-wrapper` says a key wraps it, but `{}` is not that",
                    schema.name
                ));
            }
        }
        if let Some(paging) = &operation.paging {
            let reply = operation.reply().and_then(|name| contract.schema(name));
            let listed = reply.is_some_and(|schema| {
                matches!(&schema.kind, Kind::Object(model)
                    if model.properties.iter().any(|property| property.name == paging.items))
            });
            if !listed {
                return problem(format!("its reply has no field `{}` with the items", paging.items));
            }
        }
    }
    Ok(())
}
