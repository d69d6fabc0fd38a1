//! The limits of inputs: what the contract says beyond their types, as code that refuses what is beyond them.

use super::models::is_required;
use super::{Contract, Kind, Model, Property, Reach, Type};

/// The limits of the models that a caller writes.
pub fn limits(contract: &Contract, reach: &Reach<'_>) -> String {
    let mut text = String::new();
    for schema in contract.schemas.iter().filter(|schema| reach.is_written(schema)) {
        let Kind::Object(model) = &schema.kind else { continue };
        let checks = checks(contract, model);
        if !checks.is_empty() {
            text += &format!(
                "\nimpl Limits for {} {{\nfn problem(&self, at: &str) -> Option<String> {{\n{}\n}}\n}}\n",
                schema.name,
                chain(&checks),
            );
        }
    }
    text
}

/// Whether an input has limits, itself or in what it holds. A schema may hold itself.
pub fn has_limits(contract: &Contract, schema: &str) -> bool {
    let (mut seen, mut open) = (Vec::new(), vec![schema]);
    while let Some(name) = open.pop() {
        let Some(Kind::Object(model)) = contract.schema(name).map(|schema| &schema.kind) else { continue };
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        if model.properties.iter().any(|it| it.min_items.or(it.max_items).is_some() || it.not_blank) {
            return true;
        }
        open.extend(model.properties.iter().filter_map(|property| match &property.ty {
            Type::Ref(name) => Some(name.as_str()),
            Type::List(inner) => inner.schema(),
            _ => None,
        }));
    }
    false
}

/// An expression for each limit, in the order of the properties: what is wrong, if anything is.
fn checks(contract: &Contract, model: &Model) -> Vec<String> {
    model.properties.iter().flat_map(|property| check(contract, property, model)).collect()
}

fn check(contract: &Contract, property: &Property, model: &Model) -> Vec<String> {
    let (name, field) = (&property.name, &property.rust_name);
    let required = is_required(property, model);
    let optional =
        if model.patch { format!("self.{field}.value()") } else { format!("self.{field}.as_ref()") };
    let mut checks = Vec::new();
    if property.min_items.or(property.max_items).is_some() {
        let (check, count) = if required {
            ("items", format!("self.{field}.len()"))
        } else {
            ("optional_items", format!("{optional}.map(Vec::len)"))
        };
        let least = property.min_items.unwrap_or(0);
        let most = property.max_items.map_or("usize::MAX".to_owned(), |most| most.to_string());
        checks.push(format!("limits::{check}(at, {name:?}, {count}, {least}, {most})"));
    }
    if property.not_blank && property.ty != Type::Text {
        let items = items(required, field, &optional);
        checks.push(format!("limits::not_blank_items(at, {name:?}, {items})"));
    } else if property.not_blank {
        let text =
            if required { format!("Some(&self.{field})") } else { format!("{optional}.map(String::as_str)") };
        checks.push(format!("limits::not_blank(at, {name:?}, {text})"));
    }
    match &property.ty {
        Type::List(inner) => {
            if matches!(&**inner, Type::Ref(name) if has_limits(contract, name)) {
                let items = items(required, field, &optional);
                checks.push(format!("limits::each(at, {name:?}, {items})"));
            }
        }
        Type::Ref(inner) if has_limits(contract, inner) => {
            let inner = if required { format!("Some(&self.{field})") } else { optional };
            checks.push(format!("{inner}.and_then(|inner| inner.problem(&format!(\"{{at}}{name}.\")))"));
        }
        _ => {}
    }
    checks
}

/// The items of a list, which may be missing.
fn items(required: bool, field: &str, optional: &str) -> String {
    if required { format!("&self.{field}") } else { format!("{optional}.into_iter().flatten()") }
}

/// The first of these that is something.
fn chain(checks: &[String]) -> String {
    let (first, rest) =
        checks.split_first().map_or(("None", [].as_slice()), |(first, rest)| (first.as_str(), rest));
    first.to_owned() + &rest.iter().map(|check| format!(".or_else(|| {check})")).collect::<String>()
}
