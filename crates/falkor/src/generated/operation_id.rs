//! The operations as an enum.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::operation::Operation;

use super::operations::OPERATIONS;

/// An operation. A `match` on it has an arm for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationId {
    /// [`groups.manage`](super::operations::GROUPS_MANAGE).
    GroupsManage,
    /// [`groups.status`](super::operations::GROUPS_STATUS).
    GroupsStatus,
    /// [`groups.insert`](super::operations::GROUPS_INSERT).
    GroupsInsert,
    /// [`data.upload`](super::operations::DATA_UPLOAD).
    DataUpload,
    /// [`data.insert`](super::operations::DATA_INSERT).
    DataInsert,
    /// [`data.remove`](super::operations::DATA_REMOVE).
    DataRemove,
    /// [`data.delete`](super::operations::DATA_DELETE).
    DataDelete,
    /// [`pathways.list`](super::operations::PATHWAYS_LIST).
    PathwaysList,
    /// [`pathways.manage`](super::operations::PATHWAYS_MANAGE).
    PathwaysManage,
    /// [`web_tracking.pull`](super::operations::WEB_TRACKING_PULL).
    WebTrackingPull,
    /// [`events.list`](super::operations::EVENTS_LIST).
    EventsList,
    /// [`events.consume`](super::operations::EVENTS_CONSUME).
    EventsConsume,
    /// [`rewards.list`](super::operations::REWARDS_LIST).
    RewardsList,
    /// [`rewards.consume`](super::operations::REWARDS_CONSUME).
    RewardsConsume,
    /// [`logs.pathway_logs`](super::operations::LOGS_PATHWAY_LOGS).
    LogsPathwayLogs,
    /// [`logs.stream_subscriptions`](super::operations::LOGS_STREAM_SUBSCRIPTIONS).
    LogsStreamSubscriptions,
    /// [`logs.stream_ratings`](super::operations::LOGS_STREAM_RATINGS).
    LogsStreamRatings,
    /// [`logs.story_logs`](super::operations::LOGS_STORY_LOGS).
    LogsStoryLogs,
    /// [`logs.user_story_logs`](super::operations::LOGS_USER_STORY_LOGS).
    LogsUserStoryLogs,
    /// [`logs.story_certificates`](super::operations::LOGS_STORY_CERTIFICATES).
    LogsStoryCertificates,
    /// [`analytics.realtime_apps`](super::operations::ANALYTICS_REALTIME_APPS).
    AnalyticsRealtimeApps,
    /// [`analytics.realtime_pathways`](super::operations::ANALYTICS_REALTIME_PATHWAYS).
    AnalyticsRealtimePathways,
    /// [`analytics.realtime_streams`](super::operations::ANALYTICS_REALTIME_STREAMS).
    AnalyticsRealtimeStreams,
    /// [`analytics.realtime_stories`](super::operations::ANALYTICS_REALTIME_STORIES).
    AnalyticsRealtimeStories,
    /// [`analytics.frequency_apps`](super::operations::ANALYTICS_FREQUENCY_APPS).
    AnalyticsFrequencyApps,
    /// [`analytics.frequency_pathways`](super::operations::ANALYTICS_FREQUENCY_PATHWAYS).
    AnalyticsFrequencyPathways,
    /// [`analytics.frequency_streams`](super::operations::ANALYTICS_FREQUENCY_STREAMS).
    AnalyticsFrequencyStreams,
    /// [`analytics.frequency_stories`](super::operations::ANALYTICS_FREQUENCY_STORIES).
    AnalyticsFrequencyStories,
    /// [`analytics.demographics_apps`](super::operations::ANALYTICS_DEMOGRAPHICS_APPS).
    AnalyticsDemographicsApps,
    /// [`analytics.demographics_pathways`](super::operations::ANALYTICS_DEMOGRAPHICS_PATHWAYS).
    AnalyticsDemographicsPathways,
    /// [`analytics.demographics_streams`](super::operations::ANALYTICS_DEMOGRAPHICS_STREAMS).
    AnalyticsDemographicsStreams,
    /// [`analytics.demographics_stories`](super::operations::ANALYTICS_DEMOGRAPHICS_STORIES).
    AnalyticsDemographicsStories,
    /// [`analytics.locations_apps`](super::operations::ANALYTICS_LOCATIONS_APPS).
    AnalyticsLocationsApps,
    /// [`analytics.locations_pathways`](super::operations::ANALYTICS_LOCATIONS_PATHWAYS).
    AnalyticsLocationsPathways,
    /// [`analytics.locations_streams`](super::operations::ANALYTICS_LOCATIONS_STREAMS).
    AnalyticsLocationsStreams,
    /// [`analytics.locations_stories`](super::operations::ANALYTICS_LOCATIONS_STORIES).
    AnalyticsLocationsStories,
    /// [`analytics.retention_apps`](super::operations::ANALYTICS_RETENTION_APPS).
    AnalyticsRetentionApps,
    /// [`analytics.retention_pathways`](super::operations::ANALYTICS_RETENTION_PATHWAYS).
    AnalyticsRetentionPathways,
    /// [`analytics.retention_streams`](super::operations::ANALYTICS_RETENTION_STREAMS).
    AnalyticsRetentionStreams,
    /// [`analytics.retention_stories`](super::operations::ANALYTICS_RETENTION_STORIES).
    AnalyticsRetentionStories,
    /// [`analytics.reviews_apps`](super::operations::ANALYTICS_REVIEWS_APPS).
    AnalyticsReviewsApps,
    /// [`analytics.reviews_pathways`](super::operations::ANALYTICS_REVIEWS_PATHWAYS).
    AnalyticsReviewsPathways,
    /// [`analytics.reviews_stories`](super::operations::ANALYTICS_REVIEWS_STORIES).
    AnalyticsReviewsStories,
}

impl OperationId {
    /// Every operation, in the order of the table.
    pub const ALL: &[Self] = &[
        Self::GroupsManage,
        Self::GroupsStatus,
        Self::GroupsInsert,
        Self::DataUpload,
        Self::DataInsert,
        Self::DataRemove,
        Self::DataDelete,
        Self::PathwaysList,
        Self::PathwaysManage,
        Self::WebTrackingPull,
        Self::EventsList,
        Self::EventsConsume,
        Self::RewardsList,
        Self::RewardsConsume,
        Self::LogsPathwayLogs,
        Self::LogsStreamSubscriptions,
        Self::LogsStreamRatings,
        Self::LogsStoryLogs,
        Self::LogsUserStoryLogs,
        Self::LogsStoryCertificates,
        Self::AnalyticsRealtimeApps,
        Self::AnalyticsRealtimePathways,
        Self::AnalyticsRealtimeStreams,
        Self::AnalyticsRealtimeStories,
        Self::AnalyticsFrequencyApps,
        Self::AnalyticsFrequencyPathways,
        Self::AnalyticsFrequencyStreams,
        Self::AnalyticsFrequencyStories,
        Self::AnalyticsDemographicsApps,
        Self::AnalyticsDemographicsPathways,
        Self::AnalyticsDemographicsStreams,
        Self::AnalyticsDemographicsStories,
        Self::AnalyticsLocationsApps,
        Self::AnalyticsLocationsPathways,
        Self::AnalyticsLocationsStreams,
        Self::AnalyticsLocationsStories,
        Self::AnalyticsRetentionApps,
        Self::AnalyticsRetentionPathways,
        Self::AnalyticsRetentionStreams,
        Self::AnalyticsRetentionStories,
        Self::AnalyticsReviewsApps,
        Self::AnalyticsReviewsPathways,
        Self::AnalyticsReviewsStories,
    ];

    /// Which entry of the table this is.
    #[must_use]
    pub fn of(operation: &'static Operation) -> Option<Self> {
        let place = OPERATIONS.iter().position(|entry| std::ptr::eq(*entry, operation));
        place.and_then(|place| Self::ALL.get(place)).copied()
    }
}
