//! How listings are aimed at a page, and what their replies say.

use super::limits::has_limits;
use super::{Contract, Kind, Property, Type};
use crate::contract::{Operation, Paging, PagingStyle};

/// The paging traits of all listings, once for each model.
pub fn paging(contract: &Contract) -> String {
    let mut impls: Vec<String> = Vec::new();
    for operation in &contract.operations {
        let Some(paging) = &operation.paging else { continue };
        let query = query(contract, operation, paging);
        for code in query.into_iter().chain(reply(contract, operation, paging)) {
            if !impls.contains(&code) {
                impls.push(code);
            }
        }
    }
    impls.concat()
}

/// The field that says something, such as `page.cursor`.
pub fn field<'a>(fields: &'a [(String, String)], meaning: &str) -> Option<&'a str> {
    fields.iter().find(|(name, _)| name == meaning).map(|(_, path)| path.as_str())
}

/// How a body is aimed at a page. A query needs no code of its own.
fn query(contract: &Contract, operation: &Operation, paging: &Paging) -> Option<String> {
    let name = &operation.request.as_ref()?.schema;
    let field = |meaning| field(&paging.request, meaning);
    let lenient = |path: &str| {
        property(contract, name, path).is_some_and(|property| matches!(property.ty, Type::Lenient(_)))
    };
    let size = field("size").unwrap_or_default();
    let get = match size.split_once('.') {
        Some((outer, inner)) => format!("self.{outer}.as_ref().and_then(|{outer}| {outer}.{inner})"),
        None if lenient(size) => format!("self.{size}.as_ref().and_then(|size| size.known().copied())"),
        None => format!("self.{size}"),
    };
    let some = |path: &str, value: &str| {
        if lenient(path) { format!("Some(Lenient::Known({value}))") } else { format!("Some({value})") }
    };
    let (block, prefix) = match size.split_once('.') {
        Some((outer, _)) => {
            (format!("let {outer} = self.{outer}.get_or_insert_default();\n"), format!("{outer}."))
        }
        None => (String::new(), "self.".to_owned()),
    };
    let last = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    let mut set = format!("{block}{prefix}{} = {};\n", last(size), some(size, "size"));
    for (meaning, variant, value) in [
        ("page", "Page(number)", "*number"),
        ("offset", "Offset(offset)", "*offset"),
        ("cursor", "Token(token)", "token.clone()"),
    ] {
        if let Some(path) = field(meaning) {
            set += &format!(
                "{prefix}{} = match position {{ Position::{variant} => {}, _ => None }};\n",
                last(path),
                some(path, value),
            );
        }
    }
    let problem = if has_limits(contract, name) {
        "\nfn problem(&self) -> Option<String> { Limits::problem(self, \"\") }\n"
    } else {
        ""
    };
    Some(format!(
        "\nimpl PageQuery for {name} {{\n    fn size(&self, _: &Paging) -> Option<u64> {{ {get} }}\n\n\
         fn seek(&mut self, _: &Paging, position: &Position, size: u64) {{\n{set}}}\n{problem}}}\n"
    ))
}

/// What tells the items apart, and, where they come in an object, what it says of the listing.
fn reply(contract: &Contract, operation: &Operation, paging: &Paging) -> Vec<String> {
    let Some(body) = operation.reply() else { return Vec::new() };
    let Some(items) = &paging.items else {
        return vec![keyed(contract, &body.schema, &paging.key)];
    };
    let item =
        property(contract, &body.schema, items).and_then(|property| property.ty.schema()).unwrap_or_default();
    let name = &body.schema;
    let may_be_one =
        property(contract, name, items).is_some_and(|property| matches!(property.ty, Type::OrOne(_)));
    let taken = if may_be_one { format!("self.{items}.into_inner()") } else { format!("self.{items}") };
    let says = |meaning| field(&paging.reply, meaning).and_then(|path| path.split_once('.'));
    let outer = ["next", "next-url", "total", "pages"]
        .iter()
        .find_map(|meaning| says(meaning))
        .map_or("meta", |(outer, _)| outer);
    // Where the contract tells a missing field from null, so does the model.
    let tells_null = property(contract, &body.schema, outer)
        .and_then(|property| contract.schema(property.ty.schema()?))
        .is_some_and(|schema| matches!(&schema.kind, Kind::Object(model) if model.patch));
    let count = |meaning| match says(meaning) {
        Some((_, inner)) if tells_null => {
            format!("self.{outer}.as_ref().and_then(|{outer}| {outer}.{inner}.value().copied())")
        }
        Some((_, inner)) => format!("self.{outer}.as_ref().and_then(|{outer}| {outer}.{inner})"),
        None => "None".to_owned(),
    };
    let next = match (says("next"), says("next-url")) {
        (Some((_, inner)), _) if paging.style == PagingStyle::Page && tells_null => format!(
            "Some({outer}) => match {outer}.{inner} {{\nPatch::Set(number) => Next::At(Position::Page(number)),\n\
             Patch::Null => Next::Null,\nPatch::Keep => Next::Missing,\n}},\nNone => Next::Missing,"
        ),
        (Some((_, inner)), _) if paging.style == PagingStyle::Page => {
            format!(
                "Some({outer}) => {outer}.{inner}.map(Position::Page).map_or(Next::Missing, Next::At),\nNone => Next::Missing,"
            )
        }
        (Some((_, inner)), _) => format!(
            "Some({outer}) => {outer}.{inner}.filter(|token| !token.is_empty()).map(Position::Token)\
             .map_or(Next::Missing, Next::At),\nNone => Next::Missing,"
        ),
        (None, Some((_, inner))) => format!(
            "Some({outer}) if {outer}.{inner}.as_deref().is_some_and(|url| !url.is_empty()) => Next::Exists,\n\
             _ => Next::Missing,"
        ),
        (None, None) => String::new(),
    };
    let next = if next.is_empty() {
        "Next::Missing".to_owned()
    } else {
        format!("match self.{outer} {{\n{next}\n}}")
    };
    let pages = format!(
        "\nimpl PageBody for {name} {{\n    type Item = {item};\n\n\
         fn into_parts(self) -> (Vec<{item}>, Signals) {{\n\
         let (total, pages) = ({}, {});\nlet next = {next};\n\
         ({taken}, Signals {{ next, total, pages }})\n}}\n}}\n",
        count("total"),
        count("pages"),
    );
    vec![keyed(contract, item, &paging.key), pages]
}

/// What tells one item from another.
fn keyed(contract: &Contract, item: &str, key: &[String]) -> String {
    let value = match key {
        [one] => key_part(contract, item, one, "self"),
        several => {
            let parts: Vec<_> = several.iter().map(|path| key_part(contract, item, path, "self")).collect();
            format!("Id::join(&[{}])", parts.join(", "))
        }
    };
    format!("\nimpl Keyed for {item} {{\n    fn key(&self) -> Option<Id> {{ Some({value}) }}\n}}\n")
}

/// A field of a key, such as `id` or `credential.id`.
fn key_part(contract: &Contract, schema: &str, path: &str, of: &str) -> String {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let property = property(contract, schema, name);
    let field = format!("{of}.{}", property.map_or(name, |property| property.rust_name.as_str()));
    let required = property.is_some_and(|property| property.required);
    let ty = property.map(|property| &property.ty);
    if let (Some(rest), Some(inner)) = (rest, ty.and_then(Type::schema)) {
        let within = if required { field } else { format!("{field}.as_ref()?") };
        return key_part(contract, inner, rest, &within);
    }
    match (ty, required) {
        (Some(Type::Text), true) => format!("Id::from({field}.as_str())"),
        (Some(Type::Text), false) => format!("Id::from({field}.as_deref()?)"),
        (Some(Type::Timestamp(_)), true) => format!("Id::from({field}.to_string())"),
        (Some(Type::Timestamp(_)), false) => format!("Id::from({field}.as_ref()?.to_string())"),
        (_, true) => format!("Id::from({field}.clone())"),
        (_, false) => format!("Id::from({field}.clone()?)"),
    }
}

pub fn property<'a>(contract: &'a Contract, schema: &str, name: &str) -> Option<&'a Property> {
    match &contract.schema(schema)?.kind {
        Kind::Object(model) => model.properties.iter().find(|property| property.name == name),
        _ => None,
    }
}
