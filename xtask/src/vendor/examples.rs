//! The first example of each operation, made from the contract's examples.

use serde_json::Value;

use super::literals::{self, Literals};
use crate::codegen::resources::only_field;
use crate::contract::{Body, Contract, Operation, Shape, Tag, Type, snake_case};

/// The file of a resource's examples.
pub fn of_resource(contract: &Contract, tag: &Tag) -> Result<String, String> {
    let library = format!("tassel_{}", contract.vendor);
    let operations = contract.operations.iter();
    let operations = operations.filter(|operation| operation.tag == tag.name && !operation.by_hand);
    let functions: Result<String, String> = operations
        .map(|operation| {
            let deprecated = if operation.deprecated {
                "#[expect(deprecated, reason = \"the vendor asks not to use it\")]\n"
            } else {
                ""
            };
            let (name, body) = (operation.method_name(), body(contract, operation)?);
            Ok(format!(
                "\n{deprecated}pub async fn {name}(client: &Client) -> Result<(), Error> {{\n{body}Ok(())\n}}\n"
            ))
        })
        .collect();
    let text = format!(
        "//! Examples of `{}`: the documentation of each method shows its own.\n\nuse {library}::{{Client, Error}};\n{}",
        tag.name, functions?
    );
    literals::format(&format!("examples/{}.rs", tag.name), &text)
}

/// What an example does, with what it imports.
pub fn body(contract: &Contract, operation: &Operation) -> Result<String, String> {
    let mut literals = Literals::new(contract);
    let mut arguments = Vec::new();
    let is_listing = operation.paging.is_some();
    let parameters = operation.parameters.iter().filter(|parameter| parameter.in_path || !is_listing);
    let (path, query): (Vec<_>, Vec<_>) = parameters.partition(|parameter| parameter.in_path);
    for parameter in path.into_iter().chain(query) {
        let property = &parameter.property;
        if !parameter.in_path && !property.required {
            arguments.push("None".to_owned());
            continue;
        }
        arguments.push(literals.argument(&property.ty, None).ok_or_else(|| {
            format!("{}: there is no simple value for its parameter `{}`", operation.id, property.name)
        })?);
    }
    let mut before = String::new();
    if let Some(body) = operation.request.as_ref().filter(|_| !is_listing) {
        let (name, argument) = request(contract, body, &mut literals);
        match name {
            Some(name) => {
                before = format!("let {name} = {argument};\n");
                arguments.push(name);
            }
            None => arguments.push(argument),
        }
    }
    let (tag, method, arguments) = (&operation.tag, operation.method_name(), arguments.join(", "));
    let call = format!("client.{tag}().{method}({arguments}).send().await?;\n");
    let import = literals::imports(&format!("tassel_{}", contract.vendor), &literals.imports);
    Ok(import + &before + &shown(operation, &call))
}

/// A call, and a look at what it gives.
fn shown(operation: &Operation, call: &str) -> String {
    if operation.paging.is_some() {
        return format!("let page = {call}println!(\"{{:?}}\", page.items);\n");
    }
    let Some(body) = operation.reply() else {
        return match operation.produces() {
            Some(_) => format!("let file = {call}println!(\"{{}} bytes\", file.bytes.len());\n"),
            None => call.to_owned(),
        };
    };
    if body.shape == Shape::List && operation.method != "DELETE" && !operation.may_be_empty() {
        return format!("let listed = {call}println!(\"{{:?}}\", listed.items);\n");
    }
    let wrapped = body.wrapper.as_ref().and_then(|(key, _)| key.ty.schema());
    let name = variable(wrapped.unwrap_or(&body.schema));
    format!("let {name} = {call}println!(\"{{{name}:?}}\");\n")
}

/// The argument that a request body takes, filled with its first example; and a name for it, if it is an object.
fn request(contract: &Contract, body: &Body, literals: &mut Literals<'_>) -> (Option<String>, String) {
    let example = body.examples.first().map_or(&Value::Null, |example| &example.value);
    let (ty, value) = match only_field(contract, body) {
        Some(field) => (field.ty.clone(), &example[&field.name]),
        None => (Type::Ref(body.schema.clone()), example),
    };
    let name = match &ty {
        Type::Ref(name) => Some(variable(name)),
        _ => None,
    };
    (name, literals.argument_or_json(&ty, value))
}

/// A variable for a value of this type.
fn variable(schema: &str) -> String {
    match snake_case(schema).as_str() {
        "client" | "answer" | "options" => "value".to_owned(),
        name => name.to_owned(),
    }
}
