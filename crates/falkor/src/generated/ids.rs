//! The vendor's ids.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

tassel_core::kit::ids! {
    /// A story's ID, also called SKU. Its form varies.
    StoryId;
    /// An app's ID, such as `org.example.harbour`.
    AppId;
    /// A rank on the leaderboard: a number, as text.
    Rank;
    /// A pathway's ID. Its form varies.
    PathwayId;
    /// The ID of a classroom or an event.
    PathwayEventId;
    /// A reward's ID.
    RewardId;
    /// The ID of an app, a pathway, a stream or a story.
    AnalyticsItemId;
}
