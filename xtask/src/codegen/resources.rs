//! Resources: the handle of each tag, and a method for each plain operation.

use std::fmt::Write;

use super::examples::Examples;
use super::listings::{Listing, listing_name};
use super::models::{argument, asked, convert, field_type};
use super::paging::{field, property};
use super::rust::{IMPORTS, constant, doc, paragraphs, ty};
use super::{Contract, Failure, Kind, Model, Property, Type};
use crate::contract::{
    Body, ErrorReply, Operation, Paging, Parameter, Safety, Shape, Tag, lower_first, snake_case, upper_camel,
};

/// What the client offers: a method for each resource.
pub fn accessors(contract: &Contract) -> String {
    let methods: String = contract
        .tags
        .iter()
        .map(|tag| {
            let (name, handle) = (&tag.name, upper_camel(&tag.name));
            format!(
                "{}#[must_use]\npub fn {name}(&self) -> {name}::{handle} {{\n{name}::{handle}::new(self)\n}}\n\n",
                paragraphs("    ", &linked(contract, "", &tag.description)),
            )
        })
        .collect();
    format!("\n/// The resources.\nimpl crate::Client {{\n{}}}\n", methods.trim_end())
}

/// The module of a resource.
pub fn resource(contract: &Contract, tag: &Tag, examples: &Examples) -> Result<String, Failure> {
    let handle = upper_camel(&tag.name);
    let name = &tag.name;
    let about = format!("{} See [`Client::{name}`](crate::Client::{name}).", tag.description);
    let mut text = IMPORTS.to_owned();
    write!(
        text,
        "\n{}#[derive(Debug, Clone)]\npub struct {handle} {{\n    pub(crate) client: Client,\n}}\n\n\
         impl {handle} {{\n    pub(crate) fn new(client: &Client) -> Self {{\n\
         Self {{ client: client.clone() }}\n}}\n",
        paragraphs("", &linked(contract, name, &about)),
    )
    .unwrap_or_default();
    let operations: Vec<_> = contract.operations.iter().filter(|operation| operation.tag == *name).collect();
    for operation in operations.iter().filter(|operation| !operation.by_hand) {
        let method = Method { contract, operation };
        text += &method.text(examples)?;
    }
    text += "}\n";
    for operation in operations {
        if let Some(paging) = &operation.paging {
            text += &Listing { contract, operation, paging }.text();
        }
    }
    Ok(text)
}

/// A text in which the ids of operations lead to their methods.
pub fn linked(contract: &Contract, tag: &str, text: &str) -> String {
    let mut parts = text.split('`');
    let mut linked = parts.next().unwrap_or_default().to_owned();
    while let (Some(code), after) = (parts.next(), parts.next()) {
        match contract.operations.iter().find(|operation| operation.id == code) {
            Some(operation) if operation.tag == tag => {
                let method = operation.method_name();
                linked += &format!("[`{method}`](Self::{method})");
            }
            Some(operation) => {
                let (tag, method) = (&operation.tag, operation.method_name());
                let handle = upper_camel(tag);
                linked += &format!("[`{handle}::{method}`](crate::{tag}::{handle}::{method})");
            }
            None => linked += &format!("`{code}`"),
        }
        linked += after.unwrap_or_default();
    }
    linked
}

/// The only field of a body, where the constructor asks for it: the method takes it as its argument.
pub fn only_field<'a>(contract: &'a Contract, body: &Body) -> Option<&'a Property> {
    let Some(Kind::Object(model)) = contract.schema(&body.schema).map(|schema| &schema.kind) else {
        return None;
    };
    match (asked(model).as_slice(), model.properties.as_slice(), model.patch) {
        ([_], [only], false) => Some(only),
        _ => None,
    }
}

/// A method: an operation with what its arguments fill.
struct Method<'a> {
    contract: &'a Contract,
    operation: &'a Operation,
}

impl Method<'_> {
    fn text(&self, examples: &Examples) -> Result<String, Failure> {
        let mut text = self.documentation(examples)?;
        if self.operation.deprecated {
            text += "#[deprecated(note = \"the vendor asks not to use it\")]\n";
        }
        let path = self.operation.parameters.iter().filter(|parameter| parameter.in_path);
        let mut arguments: Vec<_> = path.map(|parameter| self.parameter(parameter)).collect();
        let (value, draft) = if let Some(paging) = &self.operation.paging {
            let asked = self.query().filter(|parameter| parameter.property.required);
            arguments.extend(asked.map(|parameter| self.parameter(parameter)));
            (listing_name(self.operation), self.listing(paging))
        } else {
            arguments.extend(self.query().map(|parameter| self.parameter(parameter)));
            let (more, draft) = self.draft()?;
            arguments.extend(more);
            (format!("Call<{}>", self.value()?.0), draft)
        };
        let arguments: String = arguments.into_iter().map(|argument| format!(", {argument}")).collect();
        let name = self.operation.method_name();
        write!(text, "pub fn {name}(&self{arguments}) -> {value} {{\n{draft}\n}}\n").unwrap_or_default();
        Ok("\n".to_owned() + &text)
    }

    fn parameter(&self, parameter: &Parameter) -> String {
        let property = &parameter.property;
        let of = match (&property.ty, parameter.in_path || property.required) {
            (of, true) => argument(self.contract, of),
            (Type::Text, false) => "Option<&str>".to_owned(),
            (of, false) => format!("Option<{}>", ty(of)),
        };
        format!("{}: {of}", property.rust_name)
    }

    fn query(&self) -> impl Iterator<Item = &Parameter> {
        self.operation.parameters.iter().filter(|parameter| !parameter.in_path)
    }

    /// The path values, as calls.
    fn at(&self) -> String {
        let path = self.operation.parameters.iter().filter(|parameter| parameter.in_path);
        path.map(|parameter| {
            let Property { name, rust_name, ty, .. } = &parameter.property;
            format!(".at({name:?}, {})", convert(self.contract, rust_name, ty))
        })
        .collect()
    }

    /// The listing, with the query parameters that it cannot do without.
    fn listing(&self, paging: &Paging) -> String {
        let (name, constant) = (listing_name(self.operation), constant(&self.operation.id));
        let mut before = String::new();
        for parameter in self.query().filter(|parameter| parameter.property.required) {
            let Property { name, rust_name, ty, .. } = &parameter.property;
            before += &format!("query.set({name:?}, {});\n", convert(self.contract, rust_name, ty));
        }
        let query = match &self.operation.request {
            Some(body) => self.unfiltered(&body.schema, paging),
            None if before.is_empty() => "Query::new()".to_owned(),
            None => {
                before = format!("let mut query = Query::new();\n{before}");
                "query".to_owned()
            }
        };
        format!("{before}{name}(Listing::new(&self.client, &operations::{constant}, {query}){})", self.at())
    }

    /// The body of a listing without a filter. An object that filters is there all the same, if it is required.
    fn unfiltered(&self, schema: &str, paging: &Paging) -> String {
        let filter = field(&paging.request, "filter").and_then(|path| property(self.contract, schema, path));
        match filter.filter(|filter| filter.required).and_then(|filter| filter.ty.schema()) {
            Some(filter) => format!("{schema}::new({filter}::default())"),
            None => format!("{schema}::default()"),
        }
    }

    /// The call, and the arguments that its body takes.
    fn draft(&self) -> Result<(Vec<String>, String), Failure> {
        let mut draft = format!("Draft::new(&operations::{}){}", constant(&self.operation.id), self.at());
        for parameter in self.query() {
            let Property { name, rust_name, ty, required, .. } = &parameter.property;
            let value = if *required { convert(self.contract, rust_name, ty) } else { rust_name.clone() };
            draft += &format!(".query({name:?}, {value})");
        }
        let (mut arguments, mut before) = (Vec::new(), String::new());
        if let Some(body) = &self.operation.request {
            let (expression, taken) = self.body(body)?;
            arguments = taken;
            if super::limits::has_limits(self.contract, &body.schema) {
                before = format!("let body = {expression};\n");
                draft += ".refuse(Limits::problem(&body, \"\")).body(body)";
            } else {
                draft += &format!(".body({expression})");
            }
        }
        let call = format!(".call::<{}>(&self.client)", self.value()?.1);
        // rustfmt breaks a long chain inside of the type.
        let text = if draft.len() + call.len() > 90 {
            format!("{before}let draft = {draft};\ndraft{call}")
        } else {
            format!("{before}{draft}{call}")
        };
        Ok((arguments, text))
    }

    /// The body, and the argument it takes: the body's field, where it has no other.
    fn body(&self, body: &Body) -> Result<(String, Vec<String>), Failure> {
        if !self.contract.schema(&body.schema).is_some_and(|schema| matches!(schema.kind, Kind::Object(_))) {
            return Err(self.by_hand("its request body is no object"));
        }
        let Some(field) = only_field(self.contract, body) else {
            let name = snake_case(&body.schema);
            return Ok((name.clone(), vec![format!("{name}: {}", body.schema)]));
        };
        let name = &field.rust_name;
        let argument = format!("{name}: {}", argument(self.contract, &field.ty));
        Ok((format!("{}::new({name})", body.schema), vec![argument]))
    }

    /// What the caller gets, and what it is read into.
    fn value(&self) -> Result<(String, String), Failure> {
        let (mut value, mut reader) = match self.operation.reply() {
            None if self.operation.redirects() => ("String".to_owned(), "Redirect".to_owned()),
            None if self.operation.produces().is_some() => ("File".to_owned(), "File".to_owned()),
            None => ("Acknowledged".to_owned(), "Acknowledged".to_owned()),
            Some(body) => {
                let schema = &body.schema;
                match body.shape {
                    Shape::List => (format!("Listed<{schema}>"), format!("Listed<{schema}>")),
                    Shape::Unwrapped => (schema.clone(), format!("Unwrapped<{schema}>")),
                    Shape::Plain => self.plain(body)?,
                }
            }
        };
        if self.operation.may_be_empty() {
            (value, reader) = (format!("Option<{value}>"), format!("Option<{reader}>"));
        }
        if self.operation.method == "DELETE" {
            (value, reader) = (format!("Deleted<{value}>"), format!("Deleted<{reader}>"));
        }
        Ok((value, reader))
    }

    /// What the caller gets of an object, and what it is read into.
    fn plain(&self, body: &Body) -> Result<(String, String), Failure> {
        let schema = &body.schema;
        let Some(Kind::Object(model)) = self.contract.schema(schema).map(|schema| &schema.kind) else {
            return Err(self.by_hand("its reply comes in several forms"));
        };
        let envelope = self.contract.envelope.as_ref();
        let inner = envelope.and_then(|key| model.properties.iter().find(|property| property.name == *key));
        if let Some(inner) = inner {
            let value = match &inner.ty {
                Type::OrEmpty(inner) => ty(inner),
                inner => ty(inner),
            };
            return Ok((value.clone(), format!("crate::envelope::Data<{value}>")));
        }
        let value = body.wrapper.as_ref().map_or_else(|| schema.clone(), |(key, _)| field_type(key, model));
        Ok((value, schema.clone()))
    }

    fn by_hand(&self, why: &str) -> Failure {
        Failure::ByHand { id: self.operation.id.clone(), why: why.to_owned() }
    }

    fn documentation(&self, examples: &Examples) -> Result<String, Failure> {
        let Operation { id, tag, method, path, summary, description, documentation, .. } = self.operation;
        let mut text = paragraphs("    ", &linked(self.contract, tag, summary));
        let mut section = |part: &str| {
            if !part.is_empty() {
                text += "    ///\n";
                text += part;
            }
        };
        if !description.is_empty() {
            section(&paragraphs("    ", &linked(self.contract, tag, description)));
        }
        if self.operation.safety == Safety::Once && self.operation.paging.is_none() {
            section(&paragraphs(
                "    ",
                "It is never sent twice by itself: after a lost answer, \
                 [`Error::outcome`](crate::Error::outcome) says [`Outcome::Unknown`](crate::Outcome::Unknown).",
            ));
        }
        let errors = self.errors();
        if !errors.is_empty() {
            section(&format!("    /// # Errors\n    ///\n{errors}"));
        }
        section(&format!("    /// # Examples\n    ///\n{}", examples.of(id)?));
        section(&doc("    ", &format!("Source: `{method} {path}` in <{documentation}>.")));
        Ok(text)
    }

    /// The errors that a caller can act on, one to a line.
    fn errors(&self) -> String {
        let mut lines = Vec::new();
        for ErrorReply { status, meaning } in &self.operation.errors {
            let kind = match status {
                403 => "Denied",
                404 => "NotFound",
                400 | 420 | 422 => "Invalid",
                401 | 429 | 500.. => continue,
                _ => "Rejected",
            };
            lines.push(format!(
                "* [`Error::{kind}`](crate::Error::{kind}) ({status}): {}",
                lower_first(&linked(self.contract, &self.operation.tag, meaning))
            ));
        }
        if self.operation.method == "DELETE" && self.operation.errors.iter().any(|error| error.status == 404)
        {
            lines.push(
                "  After a repeat of the same call, whose first answer was lost, it is [`Deleted::NotThere`] instead."
                    .to_owned(),
            );
        }
        if let Some(refusals) = self.refusals() {
            lines.push(format!("* [`Error::InvalidInput`](crate::Error::InvalidInput): {refusals}"));
        }
        lines.iter().map(|line| super::rust::item("    ", line)).collect()
    }

    /// What is refused before it is sent.
    fn refusals(&self) -> Option<String> {
        let mut refused = Vec::new();
        for parameter in &self.operation.parameters {
            let property = &parameter.property;
            if !property.reserved.is_empty() {
                let values: Vec<_> = property.reserved.iter().map(|value| format!("`{value}`")).collect();
                refused.push(format!(
                    "`{}` is {}, which leads to another operation",
                    property.rust_name,
                    values.join(" or ")
                ));
            }
        }
        if let Some(body) = &self.operation.request
            && let Some(Kind::Object(model)) = self.contract.schema(&body.schema).map(|schema| &schema.kind)
        {
            self.limits(model, "", &mut vec![&body.schema], &mut refused);
        }
        (!refused.is_empty()).then(|| refused.join("; ") + ".")
    }

    /// `within` holds the schemas that lead to the model, as a schema may hold itself.
    fn limits<'b>(
        &'b self,
        model: &'b Model,
        at: &str,
        within: &mut Vec<&'b str>,
        refused: &mut Vec<String>,
    ) {
        for property in &model.properties {
            let name = format!("{at}{}", property.rust_name);
            match (property.min_items, property.max_items) {
                (Some(_), Some(most)) => {
                    refused.push(format!("`{name}` is empty or has more than {most} items"));
                }
                (Some(_), None) => refused.push(format!("`{name}` is an empty list")),
                (None, Some(most)) => refused.push(format!("`{name}` has more than {most} items")),
                (None, None) => {}
            }
            if property.not_blank {
                let what = if property.ty == Type::Text { "is blank" } else { "has a blank item" };
                refused.push(format!("`{name}` {what}"));
            }
            if let Some(inner) = property.ty.schema().filter(|inner| !within.contains(inner))
                && let Some(Kind::Object(model)) = self.contract.schema(inner).map(|schema| &schema.kind)
            {
                within.push(inner);
                self.limits(model, &format!("{name}."), within, refused);
                within.pop();
            }
        }
    }
}
