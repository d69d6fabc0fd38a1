//! The examples of the operations.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use crate::support::in_sandbox;

#[path = "../../examples/data.rs"]
mod data;
#[path = "../../examples/events.rs"]
mod events;
#[path = "../../examples/groups.rs"]
mod groups;
#[path = "../../examples/logs.rs"]
mod logs;
#[path = "../../examples/pathways.rs"]
mod pathways;
#[path = "../../examples/rewards.rs"]
mod rewards;
#[path = "../../examples/web_tracking.rs"]
mod web_tracking;

#[tokio::test]
async fn every_example_runs() {
    data::delete(&in_sandbox()).await.expect("data.delete");
    data::insert(&in_sandbox()).await.expect("data.insert");
    data::remove(&in_sandbox()).await.expect("data.remove");
    data::upload(&in_sandbox()).await.expect("data.upload");
    events::consume(&in_sandbox()).await.expect("events.consume");
    events::list(&in_sandbox()).await.expect("events.list");
    groups::insert(&in_sandbox()).await.expect("groups.insert");
    groups::manage(&in_sandbox()).await.expect("groups.manage");
    groups::status(&in_sandbox()).await.expect("groups.status");
    logs::pathway_logs(&in_sandbox()).await.expect("logs.pathway_logs");
    logs::story_certificates(&in_sandbox()).await.expect("logs.story_certificates");
    logs::stream_ratings(&in_sandbox()).await.expect("logs.stream_ratings");
    logs::stream_subscriptions(&in_sandbox()).await.expect("logs.stream_subscriptions");
    logs::user_story_logs(&in_sandbox()).await.expect("logs.user_story_logs");
    pathways::list(&in_sandbox()).await.expect("pathways.list");
    pathways::manage(&in_sandbox()).await.expect("pathways.manage");
    rewards::consume(&in_sandbox()).await.expect("rewards.consume");
    rewards::list(&in_sandbox()).await.expect("rewards.list");
    web_tracking::pull(&in_sandbox()).await.expect("web_tracking.pull");
}
