//! How listings are aimed at a page, and what their replies say.

use super::models::query_name;
use super::rust::ty;
use super::{Contract, Kind, Property};
use crate::contract::{Operation, Paging};

/// The paging traits of all listings, once for each model.
pub fn paging(contract: &Contract) -> String {
    let mut impls: Vec<String> = Vec::new();
    for operation in &contract.operations {
        let Some(paging) = &operation.paging else { continue };
        for code in [query(operation, paging), reply(contract, operation, paging)] {
            if !impls.contains(&code) {
                impls.push(code);
            }
        }
    }
    impls.concat()
}

/// The field that says something, such as `page.cursor`.
fn field<'a>(fields: &'a [(String, String)], meaning: &str) -> Option<&'a str> {
    fields.iter().find(|(name, _)| name == meaning).map(|(_, path)| path.as_str())
}

fn query(operation: &Operation, paging: &Paging) -> String {
    let name =
        operation.request.as_ref().map_or_else(|| query_name(&operation.id), |body| body.schema.clone());
    let field = |meaning| field(&paging.request, meaning);
    let size = field("size").unwrap_or_default();
    let get = match size.split_once('.') {
        Some((outer, inner)) => format!("self.{outer}.as_ref().and_then(|{outer}| {outer}.{inner})"),
        None => format!("self.{size}"),
    };
    let (block, prefix) = match size.split_once('.') {
        Some((outer, _)) => {
            (format!("let {outer} = self.{outer}.get_or_insert_default();\n"), format!("{outer}."))
        }
        None => (String::new(), "self.".to_owned()),
    };
    let last = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    let mut set = format!("{block}{prefix}{} = Some(size);\n", last(size));
    for (meaning, variant, value) in [
        ("page", "Page(number)", "*number"),
        ("offset", "Offset(offset)", "*offset"),
        ("cursor", "Token(token)", "token.clone()"),
    ] {
        if let Some(path) = field(meaning) {
            set += &format!(
                "{prefix}{} = match position {{ Position::{variant} => Some({value}), _ => None }};\n",
                last(path)
            );
        }
    }
    format!(
        "\nimpl PageQuery for {name} {{\n    fn size(&self) -> Option<u64> {{ {get} }}\n\n\
         fn seek(&mut self, position: &Position, size: u64) {{\n{set}}}\n}}\n"
    )
}

fn reply(contract: &Contract, operation: &Operation, paging: &Paging) -> String {
    let name = operation.reply().unwrap_or_default();
    let item = property(contract, name, &paging.items).map(|property| ty(&property.ty)).unwrap_or_default();
    let item = item.trim_start_matches("Vec<").trim_end_matches('>');
    let key_required = property(contract, item, &paging.key).is_some_and(|property| property.required);
    let key = if key_required {
        format!("Some(item.{}.clone().into())", paging.key)
    } else {
        format!("item.{}.clone().map(Id::from)", paging.key)
    };
    let field = |meaning| field(&paging.reply, meaning);
    let (outer, _) = field("next").and_then(|path| path.split_once('.')).unwrap_or_default();
    let inner =
        |meaning| field(meaning).and_then(|path| path.rsplit('.').next()).unwrap_or_default().to_owned();
    let (next, unsaid) = if paging.style == "page" {
        (format!("{outer}.{}.map(Position::Page)", inner("next")), "Next::Unsaid")
    } else {
        (
            format!("{outer}.{}.filter(|token| !token.is_empty()).map(Position::Token)", inner("next")),
            "Next::None",
        )
    };
    format!(
        "\nimpl PageBody for {name} {{\n    type Item = {item};\n\n\
         fn key(item: &{item}) -> Option<Id> {{ {key} }}\n\n\
         fn into_parts(self) -> (Vec<{item}>, Signals) {{\n\
         let total = self.{outer}.as_ref().and_then(|{outer}| {outer}.{});\n\
         let next = match self.{outer} {{\nSome({outer}) => {next}.map_or(Next::None, Next::At),\nNone => {unsaid},\n}};\n\
         (self.{}, Signals {{ next, total }})\n}}\n}}\n",
        inner("total"),
        paging.items,
    )
}

fn property<'a>(contract: &'a Contract, schema: &str, name: &str) -> Option<&'a Property> {
    match &contract.schema(schema)?.kind {
        Kind::Object(model) => model.properties.iter().find(|property| property.name == name),
        _ => None,
    }
}
