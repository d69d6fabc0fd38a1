//! The examples of the operations.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use crate::support::in_sandbox;

#[path = "../../examples/analytics.rs"]
mod analytics;
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
    analytics::demographics_apps(&in_sandbox()).await.expect("analytics.demographics_apps");
    analytics::demographics_pathways(&in_sandbox()).await.expect("analytics.demographics_pathways");
    analytics::demographics_stories(&in_sandbox()).await.expect("analytics.demographics_stories");
    analytics::demographics_streams(&in_sandbox()).await.expect("analytics.demographics_streams");
    analytics::frequency_apps(&in_sandbox()).await.expect("analytics.frequency_apps");
    analytics::frequency_pathways(&in_sandbox()).await.expect("analytics.frequency_pathways");
    analytics::frequency_stories(&in_sandbox()).await.expect("analytics.frequency_stories");
    analytics::frequency_streams(&in_sandbox()).await.expect("analytics.frequency_streams");
    analytics::locations_apps(&in_sandbox()).await.expect("analytics.locations_apps");
    analytics::locations_pathways(&in_sandbox()).await.expect("analytics.locations_pathways");
    analytics::locations_stories(&in_sandbox()).await.expect("analytics.locations_stories");
    analytics::locations_streams(&in_sandbox()).await.expect("analytics.locations_streams");
    analytics::realtime_apps(&in_sandbox()).await.expect("analytics.realtime_apps");
    analytics::realtime_pathways(&in_sandbox()).await.expect("analytics.realtime_pathways");
    analytics::realtime_stories(&in_sandbox()).await.expect("analytics.realtime_stories");
    analytics::realtime_streams(&in_sandbox()).await.expect("analytics.realtime_streams");
    analytics::retention_apps(&in_sandbox()).await.expect("analytics.retention_apps");
    analytics::retention_pathways(&in_sandbox()).await.expect("analytics.retention_pathways");
    analytics::retention_stories(&in_sandbox()).await.expect("analytics.retention_stories");
    analytics::retention_streams(&in_sandbox()).await.expect("analytics.retention_streams");
    analytics::reviews_apps(&in_sandbox()).await.expect("analytics.reviews_apps");
    analytics::reviews_pathways(&in_sandbox()).await.expect("analytics.reviews_pathways");
    analytics::reviews_stories(&in_sandbox()).await.expect("analytics.reviews_stories");
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
