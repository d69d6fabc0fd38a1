//! The examples of the operations.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use crate::support::in_sandbox;

#[path = "../../examples/exports.rs"]
mod exports;
#[path = "../../examples/participants.rs"]
mod participants;

#[tokio::test]
async fn every_example_runs() {
    exports::get(&in_sandbox()).await.expect("exports.get");
    exports::list(&in_sandbox()).await.expect("exports.list");
    participants::create(&in_sandbox()).await.expect("participants.create");
    participants::list(&in_sandbox()).await.expect("participants.list");
    participants::list_of_name_page(&in_sandbox()).await.expect("participants.list_of_name_page");
}
