//! Reads webhooks: the events a vendor sends unasked.

use super::operations::{certainty, documentation, example, sentence, word};
use super::schemas::{flag, reference, upper_camel};
use super::yaml::{Node, Problem};
use super::{Certainty, Contract, Encoding, Kind, Type};

/// What a vendor sends unasked.
#[derive(Debug)]
pub struct Webhooks {
    /// `form` or `json`.
    pub encoding: Encoding,
    /// The field that names the event.
    pub name_in: String,
    /// Whether the name may come in any case.
    pub any_case: bool,
    /// How events are signed, if they are.
    pub signature: Option<Signature>,
    /// The events, in the order of the file.
    pub events: Vec<Event>,
}

/// How events are signed: by a header with the HMAC-SHA256 of the body in hex.
#[derive(Debug)]
pub struct Signature {
    /// The header.
    pub header: String,
    /// What the header ends with under whatever name the platform is sold.
    pub suffix: String,
    /// What stands before the hex.
    pub prefix: String,
}

/// An event.
#[derive(Debug)]
pub struct Event {
    /// Its name, as the vendor spells it.
    pub name: String,
    /// The line it stands on.
    pub line: usize,
    /// Its name in Rust.
    pub rust_name: String,
    /// One line on when it is sent.
    pub summary: String,
    /// Where the vendor describes it.
    pub documentation: String,
    /// How sure its description is.
    pub certainty: Certainty,
    /// The schema of its body.
    pub schema: String,
    /// The operation that reads back what it is about, if there is one.
    pub read_back: Option<ReadBack>,
    /// Examples of it.
    pub examples: Vec<super::Example>,
}

/// The operation that reads back what an event is about.
#[derive(Debug)]
pub struct ReadBack {
    /// The operation's id.
    pub operation: String,
    /// The line it stands on.
    pub line: usize,
    /// The operation's path parameters, each with the event's field that fills it.
    pub fields: Vec<(String, String)>,
}

/// Everything under `x-tassel-webhooks`.
pub fn webhooks(node: Node<'_>) -> Result<Webhooks, Problem> {
    let object = node.object()?;
    let webhooks = Webhooks {
        encoding: word(&object, "encoding")?,
        name_in: object.need("name-in", "the field that names the event")?.text()?.to_owned(),
        any_case: flag(&object, "any-case")?,
        signature: object.get("signature").map(signature).transpose()?,
        events: object
            .need("events", "a list of the events")?
            .list()?
            .into_iter()
            .map(event)
            .collect::<Result<_, _>>()?,
    };
    object.finish("webhooks")?;
    Ok(webhooks)
}

fn signature(node: Node<'_>) -> Result<Signature, Problem> {
    let object = node.object()?;
    let header = object.need("header", "the header that carries it")?;
    let signature = Signature {
        header: header.text()?.to_ascii_lowercase(),
        suffix: object.need("suffix", "what the header always ends with")?.text()?.to_ascii_lowercase(),
        prefix: object.need("prefix", "what stands before the hex, such as `sha256=`")?.text()?.to_owned(),
    };
    object.finish("a signature")?;
    if signature.header.ends_with(&signature.suffix) {
        Ok(signature)
    } else {
        Err(header.problem(format!("`{}` does not end with the suffix", signature.header)))
    }
}

fn event(node: Node<'_>) -> Result<Event, Problem> {
    let object = node.object()?;
    let name = object.need("name", "its name, as the vendor spells it")?;
    let rust_name = match object.get("x-tassel-name") {
        Some(node) => node.text()?.to_owned(),
        None => upper_camel(name.text()?),
    };
    let examples = object.need("examples", "at least one example, with values of our own")?.object()?;
    let event = Event {
        name: name.text()?.to_owned(),
        line: name.line(),
        rust_name,
        summary: sentence(object.need("summary", "one line on when it is sent")?)?,
        documentation: documentation(&object)?,
        certainty: certainty(object.need("x-tassel-certainty", "`{level: seed}`, or how sure this is")?)?,
        schema: schema(object.need("schema", "the schema of its body")?)?,
        read_back: object.get("read-back").map(read_back).transpose()?,
        examples: examples.entries().map(|(_, name, node)| example(name, node)).collect::<Result<_, _>>()?,
    };
    object.finish("an event")?;
    if event.examples.is_empty() {
        return Err(name.problem("`examples` holds none; add at least one"));
    }
    Ok(event)
}

fn schema(node: Node<'_>) -> Result<String, Problem> {
    let object = node.object()?;
    let name =
        reference(object.need("$ref", "a `$ref` to a schema under components")?, "#/components/schemas/")?;
    object.finish("a reference")?;
    Ok(name)
}

fn read_back(node: Node<'_>) -> Result<ReadBack, Problem> {
    let object = node.object()?;
    let operation = object.need("operation", "the id of the operation")?;
    let fields = object.need("parameters", "the field that fills each path parameter")?.object()?;
    let fields = fields.entries().map(|(_, name, node)| Ok((name.to_owned(), node.text()?.to_owned())));
    let read_back = ReadBack {
        operation: operation.text()?.to_owned(),
        line: operation.line(),
        fields: fields.collect::<Result<_, Problem>>()?,
    };
    object.finish("reading back")?;
    Ok(read_back)
}

/// What is said of events is so.
pub fn check(contract: &Contract) -> Result<(), Problem> {
    let Some(webhooks) = &contract.webhooks else { return Ok(()) };
    for (index, event) in webhooks.events.iter().enumerate() {
        let problem = |line, message| Err(Problem { file: contract.file.clone(), line, message });
        let before = &webhooks.events[..index];
        if before.iter().any(|it| it.name == event.name || it.rust_name == event.rust_name) {
            return problem(event.line, format!("the event `{}` stands there already", event.name));
        }
        let properties = match contract.schema(&event.schema).map(|schema| &schema.kind) {
            Some(Kind::Object(model)) => &model.properties,
            _ => return problem(event.line, format!("`{}` is not an object", event.schema)),
        };
        let required = |field: &str| properties.iter().find(|it| it.name == field && it.required);
        if required(&webhooks.name_in).is_none_or(|property| property.ty != Type::Text) {
            return problem(
                event.line,
                format!("`{}` has no `{}` that is a required text", event.schema, webhooks.name_in),
            );
        }
        if let Some(it) = event.examples.iter().find(|it| it.value[&webhooks.name_in] != *event.name) {
            return problem(
                event.line,
                format!("the example `{}` has another `{}`", it.name, webhooks.name_in),
            );
        }
        let Some(read_back) = &event.read_back else { continue };
        let operation = contract.operations.iter().find(|it| it.id == read_back.operation);
        let Some(operation) = operation else {
            return problem(read_back.line, format!("there is no operation `{}`", read_back.operation));
        };
        let in_path = || operation.parameters.iter().filter(|it| it.in_path).map(|it| &it.property.name);
        if let Some(name) = in_path().find(|name| !read_back.fields.iter().any(|(known, _)| known == *name)) {
            return problem(read_back.line, format!("no field fills the parameter `{name}`"));
        }
        for (name, field) in &read_back.fields {
            if !in_path().any(|known| known == name) {
                let id = &operation.id;
                return problem(read_back.line, format!("`{name}` is not a path parameter of `{id}`"));
            }
            if required(field).is_none() {
                return problem(
                    read_back.line,
                    format!("`{field}` is not a required field of `{}`, so it may be missing", event.schema),
                );
            }
        }
    }
    Ok(())
}
