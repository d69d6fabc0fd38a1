//! Ids and open enums.

use super::rust::{IMPORTS, doc};
use super::{Contract, Kind};

pub fn ids(contract: &Contract) -> String {
    let ids = contract.schemas.iter().filter(|schema| matches!(schema.kind, Kind::Id));
    let ids: String = ids.map(|id| format!("{}    {};\n", doc("    ", &id.description), id.name)).collect();
    format!("tassel_core::kit::ids! {{\n{ids}}}\n")
}

pub fn enums(contract: &Contract) -> String {
    let mut text = String::new();
    for schema in &contract.schemas {
        let (name, values): (_, Vec<_>) = match &schema.kind {
            Kind::Enum(values) => (
                "open_enum",
                values.iter().map(|(value, name)| (format!("{value:?}"), value.clone(), name)).collect(),
            ),
            Kind::Numbers(values) => (
                "number_enum",
                values.iter().map(|(value, name)| (value.to_string(), value.to_string(), name)).collect(),
            ),
            _ => continue,
        };
        text += &format!("\n{name}! {{\n{}    {} {{\n", doc("    ", &schema.description), schema.name);
        for (literal, shown, name) in values {
            text += &format!("        /// `{shown}`.\n        {name} = {literal},\n");
        }
        text += "    }\n}\n";
    }
    IMPORTS.to_owned() + &text
}
