//! The types of listings.

use super::models::{argument, convert, is_required};
use super::paging::{field, property};
use super::resources::linked;
use super::rust::{doc, paragraphs};
use super::{Contract, Kind, Model, Property, Type};
use crate::contract::{Operation, Paging, upper_camel};

/// The name of the type of a listing: `members.list_of_course` is `ListMembersOfCourse`.
pub fn listing_name(operation: &Operation) -> String {
    let (verb, rest) = operation.method_name().split_once('_').unwrap_or((operation.method_name(), ""));
    upper_camel(verb) + &upper_camel(&operation.tag) + &upper_camel(rest)
}

/// The type of a listing, with a setter for each field of its query.
pub struct Listing<'a> {
    pub contract: &'a Contract,
    pub operation: &'a Operation,
    pub paging: &'a Paging,
}

impl Listing<'_> {
    pub fn text(&self) -> String {
        let name = listing_name(self.operation);
        let about = format!(
            "A listing of `{}`, {} on a page unless another size is set.",
            self.operation.id, self.paging.size
        );
        let about = linked(self.contract, "", &about);
        let (query, setters) = match &self.operation.request {
            Some(body) => (body.schema.clone(), self.body_setters(&body.schema)),
            None => ("Query".to_owned(), self.query_setters()),
        };
        let reply = self.operation.reply().map(super::rust::body).unwrap_or_default();
        let setters = if setters.is_empty() {
            String::new()
        } else {
            format!("\nimpl {name} {{\n{}}}\n", setters.trim_end())
        };
        format!("\nlisting! {{\n{}    {name}: {query} => {reply}\n}}\n{setters}", doc("    ", &about))
    }

    /// Whether a field chooses the page, by its path in Rust.
    fn is_place(&self, path: &str) -> bool {
        ["page", "offset", "cursor"].iter().any(|meaning| field(&self.paging.request, meaning) == Some(path))
    }

    fn is_size(&self, path: &str) -> bool {
        field(&self.paging.request, "size") == Some(path)
    }

    fn query_setters(&self) -> String {
        let mut text = String::new();
        for parameter in self.operation.parameters.iter().filter(|parameter| !parameter.in_path) {
            let property = &parameter.property;
            let Property { name, rust_name, ty, .. } = property;
            if self.is_place(rust_name) || property.by_hand || property.required {
                continue;
            }
            if self.is_size(rust_name) {
                text += &self.page_size(property, &format!("self.0.query.set({name:?}, size);"));
                continue;
            }
            let set = match ty {
                Type::List(inner) if argument(self.contract, inner).starts_with("impl") => {
                    format!("self.0.query.set_list({name:?}, {rust_name}.into_iter().map(Into::into));")
                }
                Type::List(_) => format!("self.0.query.set_list({name:?}, {rust_name});"),
                _ => format!("self.0.query.set({name:?}, {});", convert(self.contract, rust_name, ty)),
            };
            text += &self.setter(property, &set);
        }
        text
    }

    fn body_setters(&self, schema: &str) -> String {
        let Some(Kind::Object(model)) = self.contract.schema(schema).map(|schema| &schema.kind) else {
            return String::new();
        };
        let mut text = String::new();
        for property in &model.properties {
            let path = &property.rust_name;
            if self.is_place(path) || property.by_hand {
                continue;
            }
            if self.is_size(path) {
                let size =
                    if matches!(property.ty, Type::Lenient(_)) { "Lenient::Known(size)" } else { "size" };
                text += &self.page_size(property, &format!("self.0.query.{path} = Some({size});"));
            } else if field(&self.paging.request, "filter") == Some(path) {
                text += &self.filter_setters(property, model);
            } else if let Some(size) = self.inner_size(path, property) {
                let set =
                    format!("self.0.query.{path}.get_or_insert_default().{} = Some(size);", size.rust_name);
                text += &self.page_size(size, &set);
            } else {
                text += &self.field_setter(property, model, &format!("self.0.query.{path}"));
            }
        }
        text
    }

    /// The page size inside of an object that holds it.
    fn inner_size(&self, path: &str, outer: &Property) -> Option<&Property> {
        let (holder, inner) = field(&self.paging.request, "size")?.split_once('.')?;
        if holder != path {
            return None;
        }
        property(self.contract, outer.ty.schema()?, inner)
    }

    /// A setter for each field of the object that filters.
    fn filter_setters(&self, outer: &Property, model: &Model) -> String {
        let Some(Kind::Object(filter)) =
            outer.ty.schema().and_then(|name| self.contract.schema(name)).map(|schema| &schema.kind)
        else {
            return String::new();
        };
        let optional = if is_required(outer, model) { "" } else { ".get_or_insert_default()" };
        let path = format!("self.0.query.{}{optional}", outer.rust_name);
        let fields = filter.properties.iter().filter(|property| !property.by_hand);
        fields
            .map(|property| self.field_setter(property, filter, &format!("{path}.{}", property.rust_name)))
            .collect()
    }

    fn field_setter(&self, property: &Property, model: &Model, place: &str) -> String {
        let converted = convert(self.contract, &property.rust_name, &property.ty);
        let converted = if is_required(property, model) { converted } else { format!("Some({converted})") };
        self.setter(property, &format!("{place} = {converted};"))
    }

    fn setter(&self, property: &Property, set: &str) -> String {
        let name = &property.rust_name;
        format!(
            "{}pub fn {name}(mut self, {name}: {}) -> Self {{\n{set}\nself\n}}\n\n",
            paragraphs("    ", &property.description),
            argument(self.contract, &property.ty),
        )
    }

    fn page_size(&self, property: &Property, set: &str) -> String {
        format!(
            "{}pub fn page_size(mut self, size: u64) -> Self {{\n{set}\nself\n}}\n\n",
            paragraphs("    ", &property.description),
        )
    }
}
