//! The examples of the operations.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use crate::support::in_sandbox;

#[path = "../../examples/data.rs"]
mod data;
#[path = "../../examples/groups.rs"]
mod groups;
#[path = "../../examples/logs.rs"]
mod logs;

#[tokio::test]
async fn every_example_runs() {
    data::delete(&in_sandbox()).await.expect("data.delete");
    data::insert(&in_sandbox()).await.expect("data.insert");
    data::remove(&in_sandbox()).await.expect("data.remove");
    data::upload(&in_sandbox()).await.expect("data.upload");
    groups::insert(&in_sandbox()).await.expect("groups.insert");
    groups::manage(&in_sandbox()).await.expect("groups.manage");
    groups::status(&in_sandbox()).await.expect("groups.status");
    logs::story_certificates(&in_sandbox()).await.expect("logs.story_certificates");
    logs::user_story_logs(&in_sandbox()).await.expect("logs.user_story_logs");
}
