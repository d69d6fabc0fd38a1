//! What the contract says once and Rust needs as several types: the object around a wrapped body, and the inputs of a
//! schema of which some properties are only read or only written.

use super::{Body, Contract, Kind, Model, Property, Schema, Type, lower_first, upper_camel};

/// Adds the schemas that follow from the others, and lets the bodies lead to them.
pub fn expand(contract: &mut Contract) {
    let mut operations = std::mem::take(&mut contract.operations);
    for operation in &mut operations {
        let (id, is_update) = (operation.id.clone(), matches!(operation.method.as_str(), "PUT" | "PATCH"));
        if let Some(body) = &mut operation.request {
            let schema = inner_name(body);
            let input = input(contract, &schema, is_update);
            match &mut body.wrapper {
                Some((key, _)) if matches!(key.ty, Type::Ref(_)) => key.ty = Type::Ref(input),
                Some(_) => {}
                None => body.schema = input,
            }
            wrap(contract, &id, body);
        }
        for reply in &mut operation.replies {
            if let Some(body) = &mut reply.body {
                wrap(contract, &id, body);
            }
        }
    }
    contract.operations = operations;
    for schema in &mut contract.schemas {
        if let Kind::Object(model) = &mut schema.kind {
            model.properties.retain(|property| !property.write_only);
        }
    }
}

/// The schema that a body holds.
fn inner_name(body: &Body) -> String {
    match &body.wrapper {
        Some((Property { ty: Type::Ref(name), .. }, _)) => name.clone(),
        _ => body.schema.clone(),
    }
}

/// The schema of a wrapped body: an object with the key and what stands beside it.
fn wrap(contract: &mut Contract, id: &str, body: &mut Body) {
    let Some((key, beside)) = &body.wrapper else { return };
    let name = match &key.ty {
        Type::Ref(inner) => format!("{inner}Body"),
        _ => upper_camel(id) + "Body",
    };
    if contract.schema(&name).is_none() {
        let description = format!("What `{}` wraps: {}", key.name, lower_first(&key.description));
        let properties = [key].into_iter().chain(beside).cloned().collect();
        let model = Model { properties, new: None, patch: false };
        contract.schemas.push(Schema { name: name.clone(), line: 0, description, kind: Kind::Object(model) });
    }
    body.schema = name;
}

/// The input that a schema gives: itself, unless some of its properties are only read or only written. Otherwise it is
/// `NewThing` for a thing that is created, and `ThingUpdate`, in which every property may be left alone, for one that
/// is changed.
fn input(contract: &mut Contract, name: &str, is_update: bool) -> String {
    let Some(Schema { description, kind: Kind::Object(model), .. }) = contract.schema(name) else {
        return name.to_owned();
    };
    if !model.properties.iter().any(|property| property.read_only || property.write_only) {
        return name.to_owned();
    }
    let input = if is_update { format!("{name}Update") } else { format!("New{name}") };
    if contract.schema(&input).is_none() {
        let written = model.properties.iter().filter(|property| !property.read_only);
        let properties = written.map(|it| Property { write_only: false, ..it.clone() }).collect();
        let new = if is_update { Some(Vec::new()) } else { model.new.clone() };
        let description = format!("{description} {}", if is_update { "As changed." } else { "As created." });
        let kind = Kind::Object(Model { properties, new, patch: is_update });
        contract.schemas.push(Schema { name: input.clone(), line: 0, description, kind });
    }
    input
}
