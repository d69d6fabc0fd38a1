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
    /// The number of a row: the header is 0, the first row below it 1.
    RowNumber;
    /// A web activity's ID, which is set with the activity.
    WebActivityId;
    /// A stream's ID.
    StreamId;
    /// A pathway's ID. Its form varies.
    PathwayId;
    /// The ID of a classroom or an event.
    PathwayEventId;
    /// A reward's ID.
    RewardId;
    /// The ID of an app, a pathway, a stream or a story.
    AnalyticsItemId;
}
