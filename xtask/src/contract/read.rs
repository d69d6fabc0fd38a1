//! Reads the document as a whole.

use super::check::{check_operations, check_references};
use super::expand::expand;
use super::operations::{Shared, documentation, operations, parameter};
use super::quotas::{after_429, quotas};
use super::schemas::{description, flag, schema, upper_camel};
use super::yaml::{Document, Node, Object, Problem};
use super::{Contract, Key, Server, Tag, webhooks};

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
    object.need("security", "it, as the other contracts have it")?.list()?;
    let tags = object.need("tags", "the resources, each with its `name` and `description`")?.list()?;
    let components = object.need("components", "the schemas")?.object()?;
    let shared = components.get("parameters").map(|node| node.object()).transpose()?;
    let shared = shared.iter().flat_map(Object::entries);
    let shared = shared.map(|(_, name, node)| Ok((name.to_owned(), parameter(node)?)));
    let parameters = shared.collect::<Result<Vec<_>, Problem>>()?;
    let shared = Shared {
        parameters,
        requests: entries(components.get("requestBodies"))?,
        responses: entries(Some(components.need("responses", "the error replies")?))?,
    };
    let mut found = Vec::new();
    for (_, path, node) in object.need("paths", "the operations")?.object()?.entries() {
        operations(path, node, &shared, &mut found)?;
    }
    let schemas = components.need("schemas", "the schemas")?.object()?;
    let servers = object.need("servers", "where the vendor answers")?.list()?;
    let limits = object.get("x-tassel-limits").map(|node| node.object()).transpose()?;
    let limit = |name| {
        let node = limits.as_ref().and_then(|limits| limits.get(name));
        node.map(|node| node.number()).transpose()
    };
    let mut contract = Contract {
        file: file.to_owned(),
        vendor: vendor.to_owned(),
        title,
        documentation: documentation(&object)?,
        base_path: servers.first().map(|node| base_path(*node)).transpose()?.unwrap_or_default(),
        servers: servers.into_iter().filter_map(|node| server(node).transpose()).collect::<Result<_, _>>()?,
        key: key(&components)?,
        timeout: limit("timeout")?,
        max_body: limit("max-body")?,
        envelope: object.get("x-tassel-envelope").map(|node| node.text().map(str::to_owned)).transpose()?,
        errors_in_success: flag(&object, "x-tassel-errors-in-success")?,
        content_type: object.get("x-tassel-content-type").map(content_type).transpose()?,
        quotas: object.get("x-tassel-quotas").map(quotas).transpose()?.unwrap_or_default(),
        after_429: object.get("x-tassel-after-429").map(after_429).transpose()?,
        webhooks: object.get("x-tassel-webhooks").map(webhooks::webhooks).transpose()?,
        tags: tags.into_iter().map(tag).collect::<Result<_, _>>()?,
        operations: found,
        schemas: schemas.entries().map(|(_, name, node)| schema(name, node)).collect::<Result<_, _>>()?,
    };
    limits.map_or(Ok(()), |limits| limits.finish("limits"))?;
    components.finish("components")?;
    object.finish("the contract")?;
    check_references(root, &contract, &components)?;
    check_operations(&contract)?;
    webhooks::check(&contract)?;
    expand(&mut contract);
    Ok(contract)
}

/// The path that a server's URL ends with.
fn base_path(node: Node<'_>) -> Result<String, Problem> {
    let url = node.object()?.need("url", "its URL")?.text()?;
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    Ok(if path.is_empty() { String::new() } else { format!("/{}", path.trim_end_matches('/')) })
}

/// A server, unless its host is each customer's own.
fn server(node: Node<'_>) -> Result<Option<Server>, Problem> {
    let object = node.object()?;
    let (url, description) = (object.need("url", "its URL")?.text()?.to_owned(), description(&object)?);
    let server = if url.contains('{') {
        object.need("variables", "what stands for the host")?;
        None
    } else {
        let name = object.need("x-tassel-name", "its name in Rust, such as `Us`")?.text()?.to_owned();
        Some(Server { name, url, description })
    };
    object.finish("a server")?;
    Ok(server)
}

/// The content type of a request without a body, and the methods that send it.
fn content_type(node: Node<'_>) -> Result<(String, Vec<String>), Problem> {
    let object = node.object()?;
    let content_type = object.need("type", "the content type")?.text()?.to_owned();
    let methods = object.need("methods", "the methods that send it")?.texts()?;
    object.finish("the content type of a request without a body")?;
    Ok((content_type, methods))
}

/// How a key is sent: in a header of its own, or in `Authorization` under a scheme.
fn key(components: &Object<'_>) -> Result<Key, Problem> {
    let node = components.need("securitySchemes", "how a key is sent")?;
    let schemes = node.object()?;
    let Some((_, _, node)) = schemes.entries().next() else {
        return Err(node.problem("describe how a key is sent"));
    };
    let object = node.object()?;
    description(&object)?;
    let prefix = object.get("x-tassel-prefix").map(|node| node.text()).transpose()?;
    let kind = object.need("type", "`apiKey` or `http`")?;
    let key = match kind.text()? {
        "apiKey" => {
            object.need("in", "`header`")?.text()?;
            let header = object.need("name", "the header")?.text()?.to_owned();
            Key { header, prefix: prefix.unwrap_or_default().to_owned() }
        }
        "http" => {
            let scheme = upper_camel(object.need("scheme", "`bearer` or `basic`")?.text()?);
            Key { header: "Authorization".to_owned(), prefix: format!("{scheme} ") }
        }
        _ => return Err(kind.problem("a key is an `apiKey` or goes by an `http` scheme")),
    };
    object.finish("a security scheme")?;
    Ok(key)
}

/// A resource.
fn tag(node: Node<'_>) -> Result<Tag, Problem> {
    let object = node.object()?;
    let name = object.need("name", "the resource")?.text()?.to_owned();
    let tag = Tag { name, description: description(&object)? };
    object.finish("a tag")?;
    Ok(tag)
}

/// What operations share of a kind, by its name.
fn entries(node: Option<Node<'_>>) -> Result<Vec<(&str, Node<'_>)>, Problem> {
    let object = node.map(|node| node.object()).transpose()?;
    Ok(object.iter().flat_map(Object::entries).map(|(_, name, node)| (name, node)).collect())
}
