//! Ids and open enums.

use super::rust::{doc, upper_camel};
use super::{Contract, Kind};

pub fn ids(contract: &Contract) -> String {
    let ids = contract.schemas.iter().filter(|schema| matches!(schema.kind, Kind::Id));
    let ids: String = ids.map(|id| format!("{}    {};\n", doc("    ", &id.description), id.name)).collect();
    format!("tassel_core::ids! {{\n{ids}}}\n")
}

pub fn enums(contract: &Contract) -> String {
    let mut text = "use tassel_core::open_enum;\n".to_owned();
    for schema in &contract.schemas {
        let Kind::Enum(values) = &schema.kind else {
            continue;
        };
        text += &format!("\nopen_enum! {{\n{}    {} {{\n", doc("    ", &schema.description), schema.name);
        for value in values {
            text += &format!("        /// `{value}`.\n        {} = {value:?},\n", upper_camel(value));
        }
        text += "    }\n}\n";
    }
    text
}
