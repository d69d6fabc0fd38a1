//! Reads operations.

use super::schemas::{description, flag, item, reference, rust_name};
use super::yaml::{Node, Object, Problem};
use super::{Body, Example, Operation, Paging, Parameter, Property, Reply, Type};

/// The operations of one path.
pub fn operations(path: &str, node: Node<'_>, found: &mut Vec<Operation>) -> Result<(), Problem> {
    let object = node.object()?;
    let shared = object.get("parameters");
    for method in ["get", "put", "post", "delete", "patch"] {
        let Some(node) = object.get(method) else { continue };
        let operation = operation(path, method, node, shared)?;
        if let Some(other) = found.iter().find(|other| other.id == operation.id) {
            return Err(node.problem_on(
                operation.line,
                format!(
                    "the operation id `{}` stands on line {} already; give each operation its own",
                    other.id, other.line
                ),
            ));
        }
        found.push(operation);
    }
    object.finish("a path")
}

fn operation(
    path: &str,
    method: &str,
    node: Node<'_>,
    shared: Option<Node<'_>>,
) -> Result<Operation, Problem> {
    let object = node.object()?;
    let id = object.need("operationId", "a name such as `credentials.get`")?;
    if id.text()?.split('.').count() != 2 {
        return Err(id.problem("an operation id is the resource and the verb, such as `credentials.get`"));
    }
    object.need("tags", "the resource, such as `tags: [credentials]`")?;
    object.get("description");
    let parameters = [shared, object.get("parameters")].into_iter().flatten();
    let parameters = parameters.map(|node| node.list()).collect::<Result<Vec<_>, _>>()?;
    let parameters = parameters.concat().into_iter().map(parameter).collect::<Result<Vec<_>, _>>()?;
    for name in path.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
        if !parameters.iter().any(|parameter| parameter.in_path && parameter.property.name == name) {
            return Err(
                node.problem(format!("the path parameter `{name}` is not described; add it to `parameters`"))
            );
        }
    }
    let operation = Operation {
        id: id.text()?.to_owned(),
        line: id.line(),
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        summary: sentence(object.need("summary", "one line on what it does")?)?,
        documentation: documentation(&object)?,
        parameters,
        request: object.get("requestBody").map(request).transpose()?,
        replies: replies(object.need("responses", "what it answers")?)?,
        safety: word(&object, "x-tassel-safety", &["read-only", "repeatable", "once"])?,
        paging: object.get("x-tassel-paging").map(paging).transpose()?,
        quota: match object.get("x-tassel-quota") {
            Some(node) => node.text()?.to_owned(),
            None => "default".to_owned(),
        },
        wrapper: object.get("x-tassel-wrapper").map(|node| node.text().map(str::to_owned)).transpose()?,
        deprecated: flag(&object, "deprecated")?,
        certainty: certainty(object.need("x-tassel-certainty", "`{level: seed}`, or how sure this is")?)?,
    };
    object.finish("an operation")?;
    Ok(operation)
}

fn sentence(node: Node<'_>) -> Result<String, Problem> {
    let text = node.text()?;
    if text.ends_with('.') {
        Ok(text.to_owned())
    } else {
        Err(node.problem("end the sentence with a full stop"))
    }
}

fn word(object: &Object<'_>, name: &str, known: &[&str]) -> Result<String, Problem> {
    let what = format!("one of {}", known.join(", "));
    let node = object.need(name, &what)?;
    let text = node.text()?;
    if known.contains(&text) {
        Ok(text.to_owned())
    } else {
        Err(node.problem(format!("`{text}` is not {what}")))
    }
}

fn certainty(node: Node<'_>) -> Result<String, Problem> {
    let object = node.object()?;
    let level = word(&object, "level", &["seed", "vendor", "inferred", "unknown"])?;
    object.get("note").map(|node| node.text()).transpose()?;
    object.finish("a certainty")?;
    Ok(level)
}

/// The URL under `externalDocs`.
pub fn documentation(object: &Object<'_>) -> Result<String, Problem> {
    let docs =
        object.need("externalDocs", "`externalDocs: {url: …}`, where the vendor describes it")?.object()?;
    let url = docs.need("url", "the URL")?.text()?.to_owned();
    docs.finish("external documentation")?;
    Ok(url)
}

fn parameter(node: Node<'_>) -> Result<Parameter, Problem> {
    let object = node.object()?;
    let name = object.need("name", "its name")?.text()?;
    let location = object.need("in", "`path` or `query`")?;
    let in_path = match location.text()? {
        "path" => true,
        "query" => false,
        _ => return Err(location.problem("a parameter stands in `path` or `query`")),
    };
    let required = flag(&object, "required")?;
    // Its description and its extensions stand beside its schema, not inside.
    let property = Property {
        name: name.to_owned(),
        rust_name: rust_name(name, &object, node)?,
        description: description(&object)?,
        ty: item(object.need("schema", "its type")?)?,
        required,
        aliases: Vec::new(),
        max_items: None,
        personal: flag(&object, "x-tassel-personal")?,
    };
    object.finish("a parameter")?;
    Ok(Parameter { in_path, property })
}

fn request(node: Node<'_>) -> Result<Body, Problem> {
    let object = node.object()?;
    object.get("required").map(|node| node.boolean()).transpose()?;
    let content = object.need("content", "the body's media type and schema")?;
    object.finish("a request body")?;
    let body = json_body(content)?;
    body.ok_or_else(|| content.problem("only `application/json` bodies are known"))
}

/// The replies that are results: the 2xx, and those that say so.
fn replies(node: Node<'_>) -> Result<Vec<Reply>, Problem> {
    let mut replies = Vec::new();
    for (key, status, node) in node.object()?.entries() {
        let status: u16 =
            status.parse().map_err(|_| key.problem("a status is a number in quotes, such as '200'"))?;
        let object = node.object()?;
        if let Some(node) = object.get("$ref") {
            reference(node, "#/components/responses/")?;
            object.finish("a reference")?;
            continue;
        }
        description(&object)?;
        let result = flag(&object, "x-tassel-result")?;
        let body = object.get("content").map(json_body).transpose()?.flatten();
        object.finish("a response")?;
        if result || (200..300).contains(&status) {
            replies.push(Reply { status, body });
        }
    }
    if replies.is_empty() {
        return Err(node.problem("no reply is a success; describe one"));
    }
    Ok(replies)
}

fn json_body(node: Node<'_>) -> Result<Option<Body>, Problem> {
    let content = node.object()?;
    let Some(node) = content.get("application/json") else {
        return Ok(None);
    };
    content.finish("a body")?;
    let object = node.object()?;
    let schema = object.need("schema", "the schema of the body")?;
    let choice = schema.object()?.get("oneOf").map(|node| node.list()).transpose()?;
    // Where a status carries results or errors, the results come first.
    let first = choice.and_then(|forms| forms.first().copied()).unwrap_or(schema);
    let Type::Ref(name) = item(first)? else {
        return Err(schema.problem("the schema of a body is a `$ref` to one under components"));
    };
    let examples = object.need("examples", "at least one example, with values of our own")?.object()?;
    let examples = examples.entries().map(|(_, name, node)| {
        let object = node.object()?;
        let value = object.need("value", "the body")?.json()?;
        object.finish("an example")?;
        Ok(Example { name: name.to_owned(), value })
    });
    let examples = examples.collect::<Result<_, Problem>>()?;
    object.finish("a media type")?;
    Ok(Some(Body { schema: name, examples }))
}

fn paging(node: Node<'_>) -> Result<Paging, Problem> {
    let object = node.object()?;
    let pairs = |name: &str, known: &[&str]| -> Result<Vec<(String, String)>, Problem> {
        let node = object.need(name, "where the fields are")?;
        let fields = node.object()?;
        let pairs = known.iter().filter_map(|name| Some((*name, fields.get(name)?)));
        let pairs = pairs.map(|(name, node)| Ok((name.to_owned(), node.text()?.to_owned())));
        let pairs = pairs.collect::<Result<_, Problem>>()?;
        fields.finish("the fields of a listing")?;
        Ok(pairs)
    };
    let paging = Paging {
        style: word(&object, "style", &["page", "cursor-or-offset"])?,
        size: object.need("size", "the page size to ask for")?.number()?,
        reach: object.get("reach").map(|node| node.number()).transpose()?,
        items: object.need("items", "the field with the items")?.text()?.to_owned(),
        key: object.need("key", "the field that tells one item from another")?.text()?.to_owned(),
        request: pairs("request", &["page", "cursor", "offset", "size"])?,
        reply: pairs("reply", &["next", "total"])?,
    };
    object.finish("paging")?;
    Ok(paging)
}
