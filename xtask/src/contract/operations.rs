//! Reads operations.

use super::schemas::{description, flag, item, property, reference, rust_name, snake_case, texts};
use super::words::{EndSignal, Word};
use super::yaml::{Node, Object, Problem};
use super::{
    Body, Certainty, ErrorReply, Example, Operation, Paging, Parameter, Property, Reply, Shape, Type,
};

/// What operations refer to by name.
pub struct Shared<'a> {
    /// The parameters.
    pub parameters: Vec<(String, Parameter)>,
    /// The request bodies.
    pub requests: Vec<(&'a str, Node<'a>)>,
    /// The replies, results and errors alike.
    pub responses: Vec<(&'a str, Node<'a>)>,
}

/// The operations of one path.
pub fn operations(
    path: &str,
    node: Node<'_>,
    shared: &Shared<'_>,
    found: &mut Vec<Operation>,
) -> Result<(), Problem> {
    let object = node.object()?;
    let on_path = object.get("parameters");
    for method in ["get", "put", "post", "delete", "patch"] {
        let Some(node) = object.get(method) else { continue };
        let operation = operation(path, method, node, on_path, shared)?;
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
    on_path: Option<Node<'_>>,
    shared: &Shared<'_>,
) -> Result<Operation, Problem> {
    let object = node.object()?;
    let id = object.need("operationId", "a name such as `credentials.get`")?;
    if id.text()?.split('.').count() != 2 {
        return Err(id.problem("an operation id is the resource and the verb, such as `credentials.get`"));
    }
    let tags = object.need("tags", "the resource, such as `tags: [credentials]`")?;
    let tag = match tags.texts()?.as_slice() {
        [tag] if id.text()?.split('.').next() == Some(tag) => tag.clone(),
        _ => return Err(tags.problem("the tag is the resource, with which the operation id begins")),
    };
    let parameters = [on_path, object.get("parameters")].into_iter().flatten();
    let parameters = parameters.map(|node| node.list()).collect::<Result<Vec<_>, _>>()?;
    let parameters = parameters.concat().into_iter().map(|node| one_parameter(node, &shared.parameters));
    let parameters = parameters.collect::<Result<Vec<_>, _>>()?;
    for name in path.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
        if !parameters.iter().any(|parameter| parameter.in_path && parameter.property.name == name) {
            return Err(
                node.problem(format!("the path parameter `{name}` is not described; add it to `parameters`"))
            );
        }
    }
    let (replies, errors) = replies(object.need("responses", "what it answers")?, shared)?;
    let operation = Operation {
        id: id.text()?.to_owned(),
        line: id.line(),
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        tag,
        by_hand: flag(&object, "x-tassel-by-hand")?,
        summary: sentence(object.need("summary", "one line on what it does")?)?,
        description: object.get("description").map_or(Ok(String::new()), sentence)?,
        documentation: documentation(&object)?,
        parameters,
        request: object.get("requestBody").map(|node| request(node, &shared.requests)).transpose()?,
        replies,
        errors,
        safety: word(&object, "x-tassel-safety")?,
        once_with: texts(object.get("x-tassel-once-with"))?,
        paging: object.get("x-tassel-paging").map(paging).transpose()?,
        quota: match object.get("x-tassel-quota") {
            Some(node) => node.text()?.to_owned(),
            None => "default".to_owned(),
        },
        deprecated: flag(&object, "deprecated")?,
        certainty: certainty(object.need("x-tassel-certainty", "`{level: seed}`, or how sure this is")?)?,
    };
    object.finish("an operation")?;
    Ok(operation)
}

/// A sentence.
pub fn sentence(node: Node<'_>) -> Result<String, Problem> {
    let text = node.text()?.trim();
    if text.ends_with('.') {
        Ok(text.to_owned())
    } else {
        Err(node.problem("end the sentence with a full stop"))
    }
}

/// One of a few words.
pub fn word<W: Word>(object: &Object<'_>, name: &str) -> Result<W, Problem> {
    let what = format!("one of {}", W::list());
    let node = object.need(name, &what)?;
    let text = node.text()?;
    W::of(text).ok_or_else(|| node.problem(format!("`{text}` is not {what}")))
}

/// How sure something is.
pub fn certainty(node: Node<'_>) -> Result<Certainty, Problem> {
    let object = node.object()?;
    let level = word(&object, "level")?;
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

/// A parameter, or one that several operations share.
fn one_parameter(node: Node<'_>, shared: &[(String, Parameter)]) -> Result<Parameter, Problem> {
    let object = node.object()?;
    let Some(target) = object.get("$ref") else { return parameter(node) };
    object.finish("a reference")?;
    named(target, "#/components/parameters/", shared.iter().map(|(name, it)| (name.as_str(), it))).cloned()
}

/// The node itself, or one that several operations share.
fn resolved<'a>(node: Node<'a>, to: &str, shared: &[(&'a str, Node<'a>)]) -> Result<Node<'a>, Problem> {
    let object = node.object()?;
    let Some(target) = object.get("$ref") else { return Ok(node) };
    object.finish("a reference")?;
    named(target, to, shared.iter().copied())
}

/// What a reference leads to.
fn named<'a, T>(
    target: Node<'_>,
    to: &str,
    mut shared: impl Iterator<Item = (&'a str, T)>,
) -> Result<T, Problem> {
    let name = reference(target, to)?;
    shared
        .find(|(known, _)| *known == name)
        .map(|(_, found)| found)
        .ok_or_else(|| target.problem(format!("`{to}{name}` leads nowhere; add it, or mend the name")))
}

/// A parameter, described in full.
pub fn parameter(node: Node<'_>) -> Result<Parameter, Problem> {
    let object = node.object()?;
    let name = object.need("name", "its name")?.text()?;
    let location = object.need("in", "`path` or `query`")?;
    let in_path = match location.text()? {
        "path" => true,
        "query" => false,
        _ => return Err(location.problem("a parameter stands in `path` or `query`")),
    };
    let required = flag(&object, "required")?;
    let ty = item(object.need("schema", "its type")?)?;
    if matches!(ty, Type::List(_))
        && flag(&object, "explode").is_ok_and(|explode| explode) | object.get("explode").is_none()
    {
        return Err(node.problem(
            "a list in a query is joined by commas; say so with `style: form` and `explode: false`",
        ));
    }
    object.get("style").map(|node| node.text()).transpose()?;
    // Its description and its extensions stand beside its schema, not inside.
    let property = Property {
        rust_name: rust_name(name, &object, node)?,
        description: description(&object)?,
        required,
        by_hand: flag(&object, "x-tassel-by-hand")?,
        personal: flag(&object, "x-tassel-personal")?,
        reserved: texts(object.get("x-tassel-reserved"))?,
        ..Property::new(name, ty)
    };
    object.finish("a parameter")?;
    Ok(Parameter { in_path, property })
}

fn request<'a>(node: Node<'a>, shared: &[(&'a str, Node<'a>)]) -> Result<Body, Problem> {
    let object = resolved(node, "#/components/requestBodies/", shared)?.object()?;
    object.get("description").map(sentence).transpose()?;
    object.get("required").map(|node| node.boolean()).transpose()?;
    let content = object.need("content", "the body's media type and schema")?;
    object.finish("a request body")?;
    let types = content.object()?;
    let (form, node) = match (types.get(JSON), types.get(FORM)) {
        (Some(node), None) => (false, node),
        (None, Some(node)) => (true, node),
        _ => return Err(content.problem(format!("a request body is either `{JSON}` or `{FORM}`"))),
    };
    types.finish("a body")?;
    Ok(Body { form, ..body(node)? })
}

/// The replies that are results, the 2xx and those that say so, and the others, with what they mean.
fn replies<'a>(node: Node<'a>, shared: &Shared<'a>) -> Result<(Vec<Reply>, Vec<ErrorReply>), Problem> {
    let (mut replies, mut errors) = (Vec::new(), Vec::new());
    for (key, status, node) in node.object()?.entries() {
        let status: u16 =
            status.parse().map_err(|_| key.problem("a status is a number in quotes, such as '200'"))?;
        let object = resolved(node, "#/components/responses/", &shared.responses)?.object()?;
        let meaning = description(&object)?;
        let result = flag(&object, "x-tassel-result")? || (200..300).contains(&status);
        let content = object.get("content");
        // A redirect has no body: its reply is `Location`.
        object.get("headers");
        object.finish("a response")?;
        if result {
            replies.push(reply(status, content)?);
        } else {
            errors.push(ErrorReply { status, meaning });
        }
    }
    if replies.is_empty() {
        return Err(node.problem("no reply is a success; describe one"));
    }
    Ok((replies, errors))
}

fn reply(status: u16, content: Option<Node<'_>>) -> Result<Reply, Problem> {
    let Some(content) = content else { return Ok(Reply { status, body: None, media_type: None }) };
    let types = content.object()?;
    if let Some(node) = types.get(JSON) {
        types.finish("a reply")?;
        let object = node.object()?;
        if object.get("schema").is_none() && flag(&object, "x-tassel-lenient")? {
            // It is not the JSON it is called, and is read by hand.
            object.get("examples");
            object.finish("a media type")?;
            return Ok(Reply { status, body: None, media_type: None });
        }
        return Ok(Reply { status, body: Some(body(node)?), media_type: None });
    }
    let Some((_, media_type, node)) = types.entries().next() else {
        return Err(content.problem("name the media type, or leave `content` out"));
    };
    let object = node.object()?;
    object.need("schema", "`schema: {type: string}`")?;
    object.get("examples");
    object.finish("a media type")?;
    Ok(Reply { status, body: None, media_type: Some(media_type.to_owned()) })
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

fn body(node: Node<'_>) -> Result<Body, Problem> {
    let object = node.object()?;
    let schema = object.need("schema", "the schema of the body")?;
    let choice = schema.object()?.get("anyOf").map(|node| node.list()).transpose()?;
    // Where a status carries results or errors, the results come first.
    let first = choice.and_then(|forms| forms.first().copied()).unwrap_or(schema);
    let unwrapped = flag(&object, "x-tassel-lenient")?;
    if first.object()?.get("properties").is_some() {
        let wrapper = Some(wrapper(first)?);
        let examples = examples(&object)?;
        object.finish("a media type")?;
        if let (true, Some((Property { ty: Type::Ref(name), .. }, _))) = (unwrapped, &wrapper) {
            let schema = name.clone();
            return Ok(Body { schema, shape: Shape::Unwrapped, wrapper: None, form: false, examples });
        }
        return Ok(Body { schema: String::new(), shape: Shape::Plain, wrapper, form: false, examples });
    }
    let (schema, shape) = match item(first)? {
        Type::Ref(name) if unwrapped => (name, Shape::Unwrapped),
        Type::Ref(name) => (name, Shape::Plain),
        Type::List(inner) => match *inner {
            Type::Ref(name) => (name, Shape::List),
            _ => return Err(schema.problem("a list in a body is of a `$ref` to a schema under components")),
        },
        _ => return Err(schema.problem("the schema of a body is a `$ref` to one under components")),
    };
    let examples = examples(&object)?;
    object.finish("a media type")?;
    Ok(Body { schema, shape, wrapper: None, form: false, examples })
}

fn examples(object: &Object<'_>) -> Result<Vec<Example>, Problem> {
    let examples = object.need("examples", "at least one example, with values of our own")?.object()?;
    examples.entries().map(|(_, name, node)| example(name, node)).collect()
}

/// The key of an object that wraps a body, and what may stand beside it.
fn wrapper(node: Node<'_>) -> Result<(Property, Vec<Property>), Problem> {
    let object = node.object()?;
    let properties = object.need("properties", "the key that wraps the body")?.object()?;
    let required = texts(object.get("required"))?;
    let is_object = object.get("type").is_some_and(|node| node.text() == Ok("object"));
    object.finish("a wrapper")?;
    let properties = properties.entries().map(|(_, name, node)| match node.object()?.get("$ref") {
        Some(_) => Ok(Property { required: required == [name], ..Property::new(name, item(node)?) }),
        None => property(name, node, required == [name]),
    });
    let (mut keys, beside): (Vec<_>, _) =
        properties.collect::<Result<Vec<_>, Problem>>()?.into_iter().partition(|property| property.required);
    match keys.pop() {
        Some(key) if is_object => Ok((key, beside)),
        _ => Err(node.problem(
            "an object in a body wraps it: `type: object` with one property that is required; describe others under \
             components",
        )),
    }
}

/// An example of a body.
pub fn example(name: &str, node: Node<'_>) -> Result<Example, Problem> {
    let object = node.object()?;
    let value = object.need("value", "the body")?.json()?;
    object.finish("an example")?;
    Ok(Example { name: name.to_owned(), value })
}

fn paging(node: Node<'_>) -> Result<Paging, Problem> {
    let object = node.object()?;
    let pairs = |name: &str, known: &[&str]| -> Result<Vec<(String, String)>, Problem> {
        let Some(node) = object.get(name) else { return Ok(Vec::new()) };
        let fields = node.object()?;
        let pairs = known.iter().filter_map(|name| Some((*name, fields.get(name)?)));
        let pairs = pairs.map(|(name, node)| {
            let path: Vec<_> = node.text()?.split('.').map(snake_case).collect();
            Ok((name.to_owned(), path.join(".")))
        });
        let pairs = pairs.collect::<Result<_, Problem>>()?;
        fields.finish("the fields of a listing")?;
        Ok(pairs)
    };
    let paging = Paging {
        style: word(&object, "style")?,
        size: object.need("size", "the page size to ask for")?.number()?,
        reach: object.get("reach").map(|node| node.number()).transpose()?,
        ends: {
            let node = object.need("ends", "what says that the listing is whole, such as `[empty-page]`")?;
            let end = |end: &String| {
                EndSignal::of(end)
                    .ok_or_else(|| node.problem(format!("`{end}` is none of {}", EndSignal::list())))
            };
            node.texts()?.iter().map(end).collect::<Result<_, _>>()?
        },
        items: object.get("items").map(|node| node.text().map(str::to_owned)).transpose()?,
        key: object.need("key", "the fields that tell one item from another, such as `[id]`")?.texts()?,
        request: pairs("request", &["page", "cursor", "offset", "size", "filter"])?,
        reply: pairs("reply", &["next", "next-url", "total", "pages"])?,
    };
    object.finish("paging")?;
    Ok(paging)
}
