//! Reads schemas.

use serde_json::json;

use super::yaml::{Node, Object, Problem};
use super::{Form, Kind, Model, Property, Schema, Type};

const SCHEMAS: &str = "#/components/schemas/";
const OR_NULL: &str = "`anyOf: [{$ref: …}, {type: string, nullable: true, enum: [null]}]`";

/// A schema under `components`.
pub fn schema(name: &str, node: Node<'_>) -> Result<Schema, Problem> {
    let object = node.object()?;
    let description = description(&object)?;
    let kind = if object.get("x-tassel-id").is_some() {
        object.need("oneOf", "`oneOf: [{type: integer}, {type: string}]`")?;
        Kind::Id
    } else if let Some(values) = object.get("enum") {
        enumeration(&object, values)?
    } else if let Some(forms) = object.get("oneOf") {
        Kind::Forms(forms.list()?.into_iter().map(form).collect::<Result<_, _>>()?)
    } else {
        type_word(&object, "object")?;
        Kind::Object(model(&object)?)
    };
    object.finish("a schema")?;
    Ok(Schema { name: name.to_owned(), line: node.line(), description, kind })
}

/// An open enum. Its values' names in Rust follow from them, or are given in the same order.
fn enumeration(object: &Object<'_>, values: Node<'_>) -> Result<Kind, Problem> {
    let names = object.get("x-tassel-names").map(|node| node.texts()).transpose()?;
    if object.need("type", "`type: string` or `type: integer`")?.text()? == "integer" {
        let numbers = values.list()?.iter().map(Node::number).collect::<Result<Vec<_>, _>>()?;
        let names = names.filter(|names| names.len() == numbers.len());
        let names = names.ok_or_else(|| values.problem("numbers need a name each, in `x-tassel-names`"))?;
        return Ok(Kind::Numbers(numbers.into_iter().zip(names).collect()));
    }
    type_word(object, "string")?;
    let values = values.texts()?;
    let names = names.unwrap_or_else(|| values.iter().map(|value| upper_camel(value)).collect());
    Ok(Kind::Enum(values.into_iter().zip(names).collect()))
}

fn model(object: &Object<'_>) -> Result<Model, Problem> {
    let required = object.get("required").map(|node| node.texts()).transpose()?.unwrap_or_default();
    let properties = object.need("properties", "the fields of the object")?;
    let properties = properties
        .object()?
        .entries()
        .map(|(_, name, node)| property(name, node, required.iter().any(|required| required == name)))
        .collect::<Result<Vec<_>, _>>()?;
    let known = |name: &String| properties.iter().any(|property| property.name == *name);
    let new = object.get("x-tassel-new");
    for (node, names) in [(object.get("required"), &required), (new, &texts(new)?)] {
        if let (Some(node), Some(name)) = (node, names.iter().find(|name| !known(name))) {
            return Err(node.problem(format!("`{name}` is not one of the properties")));
        }
    }
    let new = new.map(|node| node.texts()).transpose()?;
    Ok(Model { new, properties, patch: flag(object, "x-tassel-patch")? })
}

/// A property of an object.
pub fn property(name: &str, node: Node<'_>, required: bool) -> Result<Property, Problem> {
    let object = node.object()?;
    let nullable = nullable(&object)?;
    let count = |name| object.get(name).map(|node| node.number()).transpose();
    let (min_items, max_items) = (count("minItems")?, count("maxItems")?);
    let items = object.get("items").map(|node| node.object()).transpose()?;
    let not_blank = not_blank(&object)? || items.as_ref().map_or(Ok(false), not_blank)?;
    let ty = ty(&object)?;
    let holds_text = ty == Type::Text || ty == Type::List(Box::new(Type::Text));
    if (min_items.or(max_items).is_some() && !matches!(ty, Type::List(_))) || (not_blank && !holds_text) {
        return Err(node.problem("`minItems` and `maxItems` are for a list, and `minLength` for a text"));
    }
    let ty = match (flag(&object, "x-tassel-lenient")?, flag(&object, "x-tassel-or-empty")?) {
        (false, false) if flag(&object, "x-tassel-or-one")? => match ty {
            Type::List(inner) => Type::OrOne(inner),
            _ => return Err(node.problem("`x-tassel-or-one` is for a list")),
        },
        (false, false) => ty,
        (true, false) => Type::Lenient(Box::new(ty)),
        (false, true) if matches!(ty, Type::List(_) | Type::Map | Type::Ref(_)) => {
            Type::OrEmpty(Box::new(ty))
        }
        _ => {
            return Err(
                node.problem("`x-tassel-or-empty` is for an object or a list that is not lenient as a whole")
            );
        }
    };
    let property = Property {
        name: name.to_owned(),
        rust_name: rust_name(name, &object, node)?,
        description: description(&object)?,
        ty,
        required: required && !nullable,
        null: flag(&object, "x-tassel-null")?,
        aliases: texts(object.get("x-tassel-alias"))?,
        min_items,
        max_items,
        not_blank,
        by_hand: flag(&object, "x-tassel-by-hand")?,
        read_only: flag(&object, "readOnly")?,
        write_only: flag(&object, "writeOnly")?,
        personal: flag(&object, "x-tassel-personal")?,
        reserved: Vec::new(),
        within: object.get("x-tassel-within").map(|node| node.text().map(str::to_owned)).transpose()?,
    };
    object.finish("a property")?;
    Ok(property)
}

/// Whether a text must not be blank.
fn not_blank(object: &Object<'_>) -> Result<bool, Problem> {
    match object.get("minLength") {
        Some(node) if node.number()? != 1 => {
            Err(node.problem("only `minLength: 1` is known: a text that must not be blank"))
        }
        node => Ok(node.is_some()),
    }
}

/// Whether a property may be null. OpenAPI 3.0.3 ignores `nullable` without a `type`, so a reference takes `anyOf`.
fn nullable(object: &Object<'_>) -> Result<bool, Problem> {
    let nullable = flag(object, "nullable")?;
    if let (Some(node), None) = (object.get("nullable"), object.get("type")) {
        let message = format!("`nullable` needs a `type` beside it; write a reference or null as {OR_NULL}");
        return Err(node.problem(message));
    }
    Ok(nullable || object.get("anyOf").is_some())
}

/// The reference in a reference or null.
fn reference_or_null(any_of: Node<'_>) -> Result<Type, Problem> {
    if let [reference, null] = any_of.list()?.as_slice()
        && null.json()? == json!({"type": "string", "nullable": true, "enum": [null]})
        && let ty @ Type::Ref(_) = item(*reference)?
    {
        return Ok(ty);
    }
    Err(any_of.problem(format!("`anyOf` of a property is a reference or null; write {OR_NULL}")))
}

/// The name in Rust: the one that is given, or the one on the wire as Rust writes names.
pub fn rust_name(name: &str, object: &Object<'_>, node: Node<'_>) -> Result<String, Problem> {
    let rust_name = match object.get("x-tassel-name") {
        Some(node) => node.text()?.to_owned(),
        None => snake_case(name),
    };
    if rust_name.is_empty() || rust_name.starts_with(|c: char| c.is_ascii_digit()) || is_keyword(&rust_name) {
        return Err(node.problem(format!("`{name}` makes no name in Rust; give one with `x-tassel-name`")));
    }
    Ok(rust_name)
}

fn form(node: Node<'_>) -> Result<Form, Problem> {
    let object = node.object()?;
    let name = object.need("title", "a name for this form, such as `title: Documented`")?.text()?.to_owned();
    let ty = ty(&object)?;
    let form = Form { name, description: description(&object)?, ty };
    object.finish("a form")?;
    Ok(form)
}

/// The type of a property.
fn ty(object: &Object<'_>) -> Result<Type, Problem> {
    if let Some(all_of) = object.get("allOf") {
        return match all_of.list()?.as_slice() {
            [node] => item(*node),
            _ => Err(all_of.problem("`allOf` stands for one reference with a description; give it just one")),
        };
    }
    if let Some(any_of) = object.get("anyOf") {
        return reference_or_null(any_of);
    }
    if let Some(one_of) = object.get("oneOf") {
        // The first is what it says, the others what it has been seen as.
        return match one_of.list()?.as_slice() {
            [first, _, ..] if flag(object, "x-tassel-lenient")? || flag(object, "x-tassel-or-one")? => {
                item(*first)
            }
            _ => Err(one_of
                .problem("a property of several types is kept as it came: add `x-tassel-lenient: true`")),
        };
    }
    let Some(node) = object.get("type") else {
        return Ok(Type::Any);
    };
    plain(node, object)
}

/// The type of an item: a reference, or a type without more.
pub fn item(node: Node<'_>) -> Result<Type, Problem> {
    let object = node.object()?;
    let ty = reference_or_plain(&object)?;
    object.finish("an item")?;
    Ok(ty)
}

fn reference_or_plain(object: &Object<'_>) -> Result<Type, Problem> {
    match object.get("$ref") {
        Some(node) => Ok(Type::Ref(reference(node, SCHEMAS)?)),
        None if object.get("allOf").is_some() => ty(object),
        None => plain(object.need("type", "a type or a `$ref`")?, object),
    }
}

/// The type of what a list holds. Whether its texts may be blank is the property's. `{}` is any JSON.
fn listed(node: Node<'_>) -> Result<Type, Problem> {
    let object = node.object()?;
    if object.is_empty() {
        return Ok(Type::Any);
    }
    let ty = reference_or_plain(&object)?;
    object.get("minLength");
    let lenient = flag(&object, "x-tassel-lenient")?;
    object.finish("an item")?;
    Ok(if lenient { Type::Lenient(Box::new(ty)) } else { ty })
}

fn plain(node: Node<'_>, object: &Object<'_>) -> Result<Type, Problem> {
    Ok(match node.text()? {
        "string" => text(object)?,
        "integer" => match object.get("minimum") {
            Some(minimum) => {
                minimum.number()?;
                Type::Unsigned
            }
            None => Type::Integer,
        },
        "number" => Type::Number,
        "boolean" => Type::Boolean,
        "object" => {
            object.need(
                "additionalProperties",
                "`additionalProperties: true`, or make it a schema of its own",
            )?;
            Type::Map
        }
        "array" => Type::List(Box::new(listed(object.need("items", "what the list holds")?)?)),
        other => return Err(node.problem(format!("unknown type `{other}`"))),
    })
}

/// A text, or what is written as one.
fn text(object: &Object<'_>) -> Result<Type, Problem> {
    if flag(object, "x-tassel-lower-case")? {
        return Ok(Type::LowerCase);
    }
    let secret = flag(object, "x-tassel-secret")?;
    let form = object.get("x-tassel-date");
    let Some(format) = object.get("format") else {
        return match (secret, form) {
            (true, _) => Ok(Type::Secret),
            (false, Some(_)) => Ok(Type::Timestamp(date_form(form)?)),
            (false, None) => Ok(Type::Text),
        };
    };
    match format.text()? {
        "date" => Ok(Type::Date),
        "date-time" => Ok(Type::Timestamp(date_form(form)?)),
        _ => Err(format.problem("unknown format; `date` and `date-time` are known")),
    }
}

/// The Rust name of a date's own form.
fn date_form(node: Option<Node<'_>>) -> Result<Option<String>, Problem> {
    let Some(node) = node else { return Ok(None) };
    let name = match node.text()? {
        "milliseconds" => return Ok(None),
        "milliseconds-offset" => "MillisecondsOffset",
        "seconds" => "Seconds",
        "seconds-offset" => "SecondsOffset",
        "local" => "Local",
        _ => {
            return Err(node.problem(
                "unknown form; milliseconds, milliseconds-offset, seconds, seconds-offset and local are known",
            ));
        }
    };
    Ok(Some(name.to_owned()))
}

/// The name at the end of a reference.
pub fn reference(node: Node<'_>, to: &str) -> Result<String, Problem> {
    let text = node.text()?;
    let name = text.strip_prefix(to);
    name.map(str::to_owned).ok_or_else(|| node.problem(format!("`{text}` does not lead to {to}…")))
}

fn type_word(object: &Object<'_>, word: &str) -> Result<(), Problem> {
    let node = object.need("type", &format!("`type: {word}`"))?;
    if node.text()? == word {
        Ok(())
    } else {
        Err(node.problem(format!("a schema of this kind has `type: {word}`")))
    }
}

/// The description, which becomes the documentation.
pub fn description(object: &Object<'_>) -> Result<String, Problem> {
    let node = object.need("description", "a sentence for the documentation")?;
    let text = node.text()?.trim();
    if text.ends_with(['.', '!', '`']) {
        Ok(text.to_owned())
    } else {
        Err(node.problem("end the description with a full stop"))
    }
}

/// A switch that is off unless it is there.
pub fn flag(object: &Object<'_>, name: &str) -> Result<bool, Problem> {
    object.get(name).map(|node| node.boolean()).transpose().map(Option::unwrap_or_default)
}

/// `bulk_create` or `in-progress` as Rust writes types.
pub fn upper_camel(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| {
            let (first, rest) = word.split_at(1);
            let rest = if word.chars().any(|c| c.is_ascii_lowercase()) {
                rest.to_owned()
            } else {
                rest.to_ascii_lowercase()
            };
            first.to_ascii_uppercase() + &rest
        })
        .collect()
}

/// A sentence as it goes on after a colon.
pub fn lower_first(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    if rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        text.to_owned()
    } else {
        first.to_ascii_lowercase() + rest
    }
}

pub fn texts(node: Option<Node<'_>>) -> Result<Vec<String>, Problem> {
    node.map(|node| node.texts()).transpose().map(Option::unwrap_or_default)
}

/// `userId`, `user.id[in]` and `user-id` as Rust writes names.
pub fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if c.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit()) {
            snake.push('_');
        }
        if c.is_ascii_alphanumeric() {
            snake.push(c.to_ascii_lowercase());
        } else if !snake.ends_with('_') {
            snake.push('_');
        }
        before = c;
    }
    snake.trim_matches('_').to_owned()
}

fn is_keyword(name: &str) -> bool {
    [
        "as", "async", "await", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum",
        "extern", "extra", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
        "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
        "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
        "where", "while", "yield",
    ]
    .contains(&name)
}
