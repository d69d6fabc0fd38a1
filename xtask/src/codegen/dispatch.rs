//! The operations as an enum, to be matched.

use super::rust::constant;
use crate::contract::{Contract, upper_camel};

pub fn operation_id(contract: &Contract) -> String {
    let (mut variants, mut all) = (String::new(), String::new());
    for operation in &contract.operations {
        let variant = upper_camel(&operation.id);
        variants += &format!(
            "/// [`{}`](super::operations::{}).\n{variant},\n",
            operation.id,
            constant(&operation.id)
        );
        all += &format!("Self::{variant},\n");
    }
    format!(
        "use tassel_core::operation::Operation;\n\n\
         use super::operations::OPERATIONS;\n\n\
         /// An operation. A `match` on it has an arm for each.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n\
         pub enum OperationId {{\n{variants}}}\n\n\
         impl OperationId {{\n\
         /// Every operation, in the order of the table.\n\
         pub const ALL: &[Self] = &[\n{all}];\n\n\
         /// Which entry of the table this is.\n\
         #[must_use]\n\
         pub fn of(operation: &'static Operation) -> Option<Self> {{\n\
         let place = OPERATIONS.iter().position(|entry| std::ptr::eq(*entry, operation));\n\
         place.and_then(|place| Self::ALL.get(place)).copied()\n\
         }}\n\
         }}\n"
    )
}
