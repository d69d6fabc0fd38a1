//! Models: plain structs, and a macro line each that says how they are spelt.

use super::rust::{IMPORTS, constant, doc, ty};
use super::{Contract, Kind, Model, Property, Reach, Schema, Type, limits, paging};
use crate::contract::{Shape, lower_first};

/// A type that a caller writes has a constructor and setters.
struct Built<'a> {
    contract: &'a Contract,
    text: String,
}

pub fn models(contract: &Contract, reach: &Reach<'_>) -> String {
    let mut built = Built { contract, text: String::new() };
    for schema in contract.schemas.iter().filter(|schema| reach.reaches(schema)) {
        built.schema(schema, reach.is_written(schema));
    }
    let replies = replies(contract);
    let paging = paging::paging(contract);
    let body = built.text + &limits::limits(contract, reach) + &replies + &paging;
    IMPORTS.to_owned() + &body
}

/// The properties that the constructor of a model asks for.
pub fn asked(model: &Model) -> Vec<&str> {
    match &model.new {
        Some(names) => names.iter().map(String::as_str).collect(),
        None => model
            .properties
            .iter()
            .filter(|property| is_required(property, model))
            .map(|property| property.name.as_str())
            .collect(),
    }
}

/// What the bodies of replies give the caller. The forms of a reply are put together by hand.
fn replies(contract: &Contract) -> String {
    let mut lines: Vec<String> = Vec::new();
    for operation in &contract.operations {
        // Lists, and what may be wrapped in any key, are read in core.
        let Some(body) = operation.reply().filter(|body| body.shape == Shape::Plain) else { continue };
        let Some(schema) = contract.schema(&body.schema) else { continue };
        let Kind::Object(model) = &schema.kind else { continue };
        let line = match &body.wrapper {
            Some((inner, _)) => {
                format!("reply!({}.{}: {});\n", schema.name, inner.rust_name, field_type(inner, model))
            }
            None => format!("reply!({});\n", schema.name),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    "\n".to_owned() + &lines.concat()
}

impl Built<'_> {
    fn schema(&mut self, schema: &Schema, written: bool) {
        match &schema.kind {
            Kind::Id | Kind::Enum(_) | Kind::Numbers(_) => {}
            Kind::Object(model) => {
                let properties: Vec<_> = model.properties.iter().collect();
                self.model(&schema.name, &schema.description, &properties, model, written);
            }
            Kind::Forms(forms) => {
                let name = &schema.name;
                self.text +=
                    &format!("\n{}#[derive(Debug, Clone, PartialEq)]\n", doc("", &schema.description));
                self.text += &format!("#[non_exhaustive]\npub enum {name} {{\n");
                for form in forms {
                    self.text +=
                        &format!("{}{}({}),\n", doc("    ", &form.description), form.name, ty(&form.ty));
                }
                let names: Vec<_> = forms.iter().map(|form| form.name.as_str()).collect();
                self.text += &format!("}}\nforms!({name} {{ {} }});\n", names.join(", "));
            }
        }
    }

    fn model(&mut self, name: &str, about: &str, properties: &[&Property], model: &Model, written: bool) {
        let default =
            if properties.iter().all(|property| !is_required(property, model)) { ", Default" } else { "" };
        self.text += &format!("\n{}#[derive(Debug, Clone, PartialEq{default})]\n", doc("", about));
        self.text += &format!("#[non_exhaustive]\npub struct {name} {{\n");
        for property in properties {
            let about = if property.personal {
                format!("{} Personal.", property.description)
            } else {
                property.description.clone()
            };
            self.text += &doc("    ", &about);
            self.text += &format!("    pub {}: {},\n", property.rust_name, field_type(property, model));
        }
        self.text += "    /// The fields this version does not know.\n    pub extra: Extra,\n}\n";
        self.text += &format!("model!({name} {{\n");
        for property in properties {
            let aliases: String = property.aliases.iter().map(|alias| format!(" | {alias:?}")).collect();
            let always = is_required(property, model) || property.null;
            let required = if always { " required" } else { "" };
            self.text += &format!("    {}: {:?}{aliases}{required},\n", property.rust_name, property.name);
        }
        self.text += "});\n";
        if written {
            self.methods(name, properties, model);
        }
    }

    /// The constructor, the setters and the limits.
    fn methods(&mut self, name: &str, properties: &[&Property], model: &Model) {
        let mut methods = String::new();
        for property in properties {
            if let Some(most) = property.max_items {
                let constant = constant(&property.rust_name);
                methods += &format!(
                    "/// The most items in `{}`.\npub const MAX_{constant}: usize = {most};\n\n",
                    property.rust_name
                );
            }
        }
        let asked = asked(model);
        methods += &self.constructor(properties, model, &asked);
        // What may be left out can be set later as well.
        let optional = properties.iter().all(|property| !is_required(property, model));
        let set = |property: &&&Property| {
            !property.by_hand && (optional || !asked.contains(&property.name.as_str()))
        };
        for property in properties.iter().filter(set) {
            methods += &self.setter(property, model);
        }
        self.text += &format!("\nimpl {name} {{\n{}}}\n", methods.trim_end());
    }

    fn constructor(&self, properties: &[&Property], model: &Model, asked: &[&str]) -> String {
        let asked: Vec<_> = asked
            .iter()
            .filter_map(|name| properties.iter().find(|property| property.name == *name))
            .copied()
            .collect();
        if asked.is_empty() {
            return String::new();
        }
        let arguments: Vec<_> = asked
            .iter()
            .map(|property| format!("{}: {}", property.rust_name, self.argument(&property.ty)))
            .collect();
        let fields: String = properties
            .iter()
            .map(|property| {
                let field = &property.rust_name;
                let is_asked = asked.iter().any(|asked| asked.name == property.name);
                let value = match (is_asked, is_required(property, model), model.patch) {
                    (true, true, _) => self.convert(field, &property.ty),
                    (true, false, _) => format!("Some({})", self.convert(field, &property.ty)),
                    (false, _, true) => "Patch::Keep".to_owned(),
                    (false, _, false) => "None".to_owned(),
                };
                if value == *field { format!("{field},\n") } else { format!("{field}: {value},\n") }
            })
            .collect();
        let names: Vec<_> = asked.iter().map(|property| format!("`{}`", property.rust_name)).collect();
        format!(
            "/// With {}, and nothing else set.\n#[must_use]\npub fn new({}) -> Self {{\n\
             Self {{ {fields} extra: Extra::default() }}\n}}\n\n",
            names.join(" and "),
            arguments.join(", "),
        )
    }

    fn setter(&self, property: &Property, model: &Model) -> String {
        let field = &property.rust_name;
        let (argument, value) = if model.patch {
            (format!("impl Into<Patch<{}>>", ty(&property.ty)), format!("{field}.into()"))
        } else {
            let value = self.convert(field, &property.ty);
            let value = if is_required(property, model) { value } else { format!("Some({value})") };
            (self.argument(&property.ty), value)
        };
        format!(
            "/// Sets `{field}`: {}\n#[must_use]\npub fn {field}(mut self, {field}: {argument}) -> Self {{\n\
             self.{field} = {value};\nself\n}}\n\n",
            lower_first(&property.description),
        )
    }

    fn argument(&self, of: &Type) -> String {
        argument(self.contract, of)
    }

    fn convert(&self, name: &str, of: &Type) -> String {
        convert(self.contract, name, of)
    }
}

/// The type of an argument for a field of this type.
pub fn argument(contract: &Contract, of: &Type) -> String {
    match of {
        Type::Text
        | Type::Secret
        | Type::LowerCase
        | Type::Date
        | Type::Timestamp(_)
        | Type::Number
        | Type::Any
        | Type::OrOne(_) => format!("impl Into<{}>", ty(of)),
        Type::Map => "impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>".to_owned(),
        Type::List(inner) => format!("impl IntoIterator<Item = {}>", argument(contract, inner)),
        Type::Ref(name) if is_value(contract, name) => format!("impl Into<{name}>"),
        Type::Lenient(inner) | Type::OrEmpty(inner) => argument(contract, inner),
        Type::Integer | Type::Unsigned | Type::Boolean | Type::Ref(_) => ty(of),
    }
}

/// The expression that makes a field of an argument.
pub fn convert(contract: &Contract, name: &str, of: &Type) -> String {
    match of {
        Type::Text
        | Type::Secret
        | Type::LowerCase
        | Type::Date
        | Type::Timestamp(_)
        | Type::Number
        | Type::Any
        | Type::OrOne(_) => format!("{name}.into()"),
        Type::Lenient(inner) => format!("Lenient::Known({})", convert(contract, name, inner)),
        Type::OrEmpty(inner) => format!("OrEmpty::from({})", convert(contract, name, inner)),
        Type::Map => {
            format!("{name}.into_iter().map(|(name, value)| (name.into(), value.into())).collect()")
        }
        Type::List(inner) if matches!(&**inner, Type::List(_)) => {
            format!("{name}.into_iter().map(|items| {}).collect()", convert(contract, "items", inner))
        }
        Type::List(inner)
            if matches!(**inner, Type::Lenient(_)) || argument(contract, inner).starts_with("impl") =>
        {
            format!("{name}.into_iter().map(Into::into).collect()")
        }
        Type::List(_) => format!("{name}.into_iter().collect()"),
        Type::Ref(schema) if is_value(contract, schema) => format!("{name}.into()"),
        Type::Integer | Type::Unsigned | Type::Boolean | Type::Ref(_) => name.to_owned(),
    }
}

fn is_value(contract: &Contract, name: &str) -> bool {
    contract
        .schema(name)
        .is_some_and(|schema| matches!(schema.kind, Kind::Id | Kind::Enum(_) | Kind::Numbers(_)))
}

pub fn is_required(property: &Property, model: &Model) -> bool {
    property.required && !model.patch
}

pub fn field_type(property: &Property, model: &Model) -> String {
    let ty = ty(&property.ty);
    match (model.patch, is_required(property, model)) {
        (true, _) => format!("Patch<{ty}>"),
        (false, true) => ty,
        (false, false) => format!("Option<{ty}>"),
    }
}
