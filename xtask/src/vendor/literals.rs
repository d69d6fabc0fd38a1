//! Values of a contract's examples as Rust expressions.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::codegen::models::{asked, is_required};
use crate::codegen::rust;
use crate::contract::{Contract, Kind, Model, Property, Type};

/// Writes values as expressions, and remembers which types of the crate they name.
#[derive(Debug)]
pub struct Literals<'a> {
    contract: &'a Contract,
    /// The types that are named.
    pub imports: BTreeSet<String>,
}

impl<'a> Literals<'a> {
    /// With no types named yet.
    pub fn new(contract: &'a Contract) -> Self {
        Self { contract, imports: BTreeSet::new() }
    }

    /// An argument of this type; of an example where there is one, else a value made up. `None` where there is no simple
    /// expression for it.
    pub fn argument(&mut self, ty: &Type, value: Option<&Value>) -> Option<String> {
        let value = value.filter(|value| !value.is_null());
        Some(match ty {
            Type::Text | Type::Secret | Type::LowerCase => {
                format!("{:?}", value.map_or(Some("example"), Value::as_str)?)
            }
            Type::Date => self.date(value)?,
            Type::Timestamp(_) => {
                let text = value.and_then(Value::as_str).filter(|text| text.ends_with('Z'));
                format!("{:?}.parse::<jiff::Timestamp>().unwrap()", text.unwrap_or("2026-09-01T08:00:00Z"))
            }
            Type::Integer | Type::Unsigned | Type::Number => {
                value.map_or(Some(1), Value::as_i64)?.to_string()
            }
            Type::Boolean => value.map_or(Some(true), Value::as_bool)?.to_string(),
            Type::Any => format!("serde_json::json!({})", spaced(value.unwrap_or(&json!("example")))),
            Type::Map => {
                let fields = value.and_then(Value::as_object).filter(|fields| !fields.is_empty());
                let example = json!({"name": "example"}).as_object().cloned().unwrap_or_default();
                let pairs = fields.unwrap_or(&example).iter();
                let pairs: Vec<_> = pairs
                    .map(|(name, value)| format!("({name:?}, serde_json::json!({}))", spaced(value)))
                    .collect();
                format!("[{}]", pairs.join(", "))
            }
            Type::List(inner) => self.list(inner, value)?,
            Type::OrOne(inner) => format!("vec!{}", self.list(inner, value)?),
            Type::Lenient(inner) | Type::OrEmpty(inner) => self.argument(inner, value)?,
            Type::Ref(name) => self.reference(name, value)?,
        })
    }

    fn list(&mut self, inner: &Type, value: Option<&Value>) -> Option<String> {
        let items = value.and_then(Value::as_array).filter(|items| !items.is_empty());
        let Some(items) = items else { return Some(format!("[{}]", self.argument(inner, None)?)) };
        let arguments: Option<Vec<_>> = items.iter().map(|item| self.argument(inner, Some(item))).collect();
        let arguments = arguments?;
        let texts = arguments.iter().filter(|argument| argument.starts_with('"')).count();
        if texts == 0 || texts == arguments.len() {
            return Some(format!("[{}]", arguments.join(", ")));
        }
        // An array holds one type.
        let exact: Option<Vec<_>> = items.iter().map(|item| self.exact(inner, item)).collect();
        Some(format!("[{}]", exact?.join(", ")))
    }

    fn date(&self, value: Option<&Value>) -> Option<String> {
        let text = value.map_or(Some("2026-09-01"), Value::as_str)?;
        let parts: Option<Vec<i16>> = text.split('-').map(|part| part.parse().ok()).collect();
        let [year, month, day] = <[i16; 3]>::try_from(parts?).ok()?;
        Some(format!("jiff::civil::date({year}, {month}, {day})"))
    }

    fn reference(&mut self, name: &str, value: Option<&Value>) -> Option<String> {
        let known = |names: Vec<&String>| names.first().map(|first| format!("{name}::{first}"));
        let expression = match &self.contract.schema(name)?.kind {
            Kind::Id => {
                let found = value.or_else(|| id(self.contract, name));
                return match found.unwrap_or(&json!(1)) {
                    Value::String(text) => Some(format!("{text:?}")),
                    number => Some(number.as_u64()?.to_string()),
                };
            }
            Kind::Enum(values) => {
                let given = value.map(Value::as_str);
                let fit = values.iter().filter(|(wire, _)| given.is_none_or(|given| given == Some(wire)));
                match known(fit.map(|(_, name)| name).collect()) {
                    None => return Some(format!("{:?}", given??)),
                    Some(variant) => variant,
                }
            }
            Kind::Numbers(values) => {
                let given = value.map(Value::as_u64);
                let fit = values.iter().filter(|(wire, _)| given.is_none_or(|given| given == Some(*wire)));
                match known(fit.map(|(_, name)| name).collect()) {
                    None => return Some(given??.to_string()),
                    Some(variant) => variant,
                }
            }
            Kind::Object(model) => self.object(name, model, value)?,
            Kind::Forms(_) => return None,
        };
        self.imports.insert(name.to_owned());
        Some(expression)
    }

    /// A model made by its constructor and its setters.
    fn object(&mut self, name: &str, model: &Model, value: Option<&Value>) -> Option<String> {
        let asked = asked(model);
        if asked.is_empty() && model.properties.iter().any(|property| is_required(property, model)) {
            // Its constructor is by hand.
            return None;
        }
        let of = |property: &Property| value.and_then(|value| value.get(&property.name));
        let mut arguments = Vec::new();
        for name in &asked {
            let property = model.properties.iter().find(|property| property.name == *name)?;
            arguments.push(self.argument(&property.ty, of(property))?);
        }
        let mut text = match arguments.as_slice() {
            [] => format!("{name}::default()"),
            _ => format!("{name}::new({})", arguments.join(", ")),
        };
        for property in &model.properties {
            if asked.contains(&property.name.as_str()) {
                continue;
            }
            let Some(value) = of(property) else { continue };
            let argument = match (model.patch, value.is_null()) {
                (_, _) if property.by_hand => return None,
                (true, true) => {
                    self.imports.insert(PATCH.to_owned());
                    "Patch::Null".to_owned()
                }
                (false, true) => continue,
                (true, false) => self.exact(&property.ty, value)?,
                (false, false) => self.argument(&property.ty, Some(value))?,
            };
            text += &format!(".{}({argument})", property.rust_name);
        }
        Some(text)
    }

    /// A value of exactly this type, for what takes no other.
    fn exact(&mut self, ty: &Type, value: &Value) -> Option<String> {
        match ty {
            Type::Text | Type::Date | Type::Integer | Type::Unsigned | Type::Boolean => {
                self.argument(ty, Some(value))
            }
            Type::Ref(name) => {
                let argument = self.argument(ty, Some(value))?;
                let is_id = matches!(self.contract.schema(name)?.kind, Kind::Id);
                let is_named = argument.starts_with(name.as_str());
                if is_id || !is_named {
                    self.imports.insert(name.clone());
                    return Some(format!("{name}::from({argument})"));
                }
                Some(argument)
            }
            _ => None,
        }
    }

    /// An argument of this type, read from its JSON where there is no simple expression for it.
    pub fn argument_or_json(&mut self, ty: &Type, value: &Value) -> String {
        self.argument(ty, Some(value)).unwrap_or_else(|| {
            self.imports.extend(ty.schema().map(str::to_owned));
            let (ty, json) = (rust::ty(ty), spaced(value));
            format!("serde_json::from_value::<{ty}>(serde_json::json!({json})).unwrap()")
        })
    }
}

/// An id of this kind in the examples of replies.
fn id<'a>(contract: &'a Contract, name: &str) -> Option<&'a Value> {
    let bodies = contract.operations.iter().filter_map(|operation| operation.reply());
    bodies.into_iter().find_map(|body| {
        let ty = Type::Ref(body.schema.clone());
        body.examples.iter().find_map(|example| match &example.value {
            Value::Array(items) => items.iter().find_map(|item| within(contract, &ty, item, name)),
            value => within(contract, &ty, value, name),
        })
    })
}

fn within<'a>(contract: &Contract, ty: &Type, value: &'a Value, name: &str) -> Option<&'a Value> {
    match ty {
        Type::List(inner) | Type::OrOne(inner) if value.is_array() => {
            value.as_array()?.iter().find_map(|item| within(contract, inner, item, name))
        }
        Type::Lenient(inner) | Type::OrEmpty(inner) | Type::OrOne(inner) => {
            within(contract, inner, value, name)
        }
        Type::Ref(schema) if schema == name => Some(value).filter(|value| !value.is_null()),
        Type::Ref(schema) => match &contract.schema(schema)?.kind {
            Kind::Object(model) => model
                .properties
                .iter()
                .find_map(|property| within(contract, &property.ty, value.get(&property.name)?, name)),
            _ => None,
        },
        _ => None,
    }
}

/// JSON as a raw string, over several lines where it is long.
pub fn raw(value: &Value) -> String {
    let line = spaced(value);
    let text = if line.len() > 80 { format!("{value:#}") } else { line };
    let hashes = if text.contains("\"#") { "##" } else { "#" };
    format!("r{hashes}\"{text}\"{hashes}")
}

/// JSON on one line, as people write it.
fn spaced(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| format!("{}: {}", json!(name), spaced(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

/// Imports of a crate's types: its models, and what its root offers.
pub fn imports(library: &str, names: &BTreeSet<String>) -> String {
    let (root, models): (Vec<_>, Vec<_>) = names.iter().partition(|name| *name == PATCH);
    let line = |module: &str, names: &[&String]| match names {
        [] => String::new(),
        [one] => format!("use {library}::{module}{one};\n"),
        several => {
            let names: Vec<_> = several.iter().map(|name| name.as_str()).collect();
            format!("use {library}::{module}{{{}}};\n", names.join(", "))
        }
    };
    match line("", &root) + &line("model::", &models) {
        none if none.is_empty() => none,
        lines => lines + "\n",
    }
}

/// The type of core's that sets a field to null.
const PATCH: &str = "Patch";

/// Formats Rust code.
pub fn format(name: &str, text: &str) -> Result<String, String> {
    rust::format(name, text).map_err(|failure| failure.to_string())
}
