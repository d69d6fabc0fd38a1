//! The table of operations, and what holds for all of them.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Falkor API. See <https://developer.docs.falkor.io>.
pub static API: Api = {
    let mut api = Api::new("falkor", OPERATIONS);
    api.timeout = Duration::from_secs(120);
    api.max_body = 268435456;
    api.errors_in_success = true;
    api
};

/// The header that carries the key.
pub const KEY_HEADER: &str = "authorization";

/// What stands before the key in its header.
pub const KEY_PREFIX: &str = "Basic ";

/// Every operation, in the order of the contract.
pub static OPERATIONS: &[&Operation] = &[
    &GROUPS_MANAGE,
    &GROUPS_STATUS,
    &GROUPS_INSERT,
    &DATA_UPLOAD,
    &DATA_INSERT,
    &DATA_REMOVE,
    &DATA_DELETE,
    &PATHWAYS_LIST,
    &PATHWAYS_MANAGE,
    &WEB_TRACKING_PULL,
    &EVENTS_LIST,
    &EVENTS_CONSUME,
    &REWARDS_LIST,
    &REWARDS_CONSUME,
    &LOGS_PATHWAY_LOGS,
    &LOGS_STREAM_SUBSCRIPTIONS,
    &LOGS_STREAM_RATINGS,
    &LOGS_STORY_LOGS,
    &LOGS_USER_STORY_LOGS,
    &LOGS_STORY_CERTIFICATES,
    &ANALYTICS_REALTIME_APPS,
    &ANALYTICS_REALTIME_PATHWAYS,
    &ANALYTICS_REALTIME_STREAMS,
    &ANALYTICS_REALTIME_STORIES,
    &ANALYTICS_FREQUENCY_APPS,
    &ANALYTICS_FREQUENCY_PATHWAYS,
    &ANALYTICS_FREQUENCY_STREAMS,
    &ANALYTICS_FREQUENCY_STORIES,
    &ANALYTICS_DEMOGRAPHICS_APPS,
    &ANALYTICS_DEMOGRAPHICS_PATHWAYS,
    &ANALYTICS_DEMOGRAPHICS_STREAMS,
    &ANALYTICS_DEMOGRAPHICS_STORIES,
    &ANALYTICS_LOCATIONS_APPS,
    &ANALYTICS_LOCATIONS_PATHWAYS,
    &ANALYTICS_LOCATIONS_STREAMS,
    &ANALYTICS_LOCATIONS_STORIES,
    &ANALYTICS_RETENTION_APPS,
    &ANALYTICS_RETENTION_PATHWAYS,
    &ANALYTICS_RETENTION_STREAMS,
    &ANALYTICS_RETENTION_STORIES,
    &ANALYTICS_REVIEWS_APPS,
    &ANALYTICS_REVIEWS_PATHWAYS,
    &ANALYTICS_REVIEWS_STORIES,
];

/// `POST /v1/groups/manage`: adds users to one group and removes users from it.
pub static GROUPS_MANAGE: Operation = {
    let mut operation = Operation::new("groups.manage", Method::POST, "/v1/groups/manage");
    operation.summary = "Adds users to one group and removes users from it.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite::<ManageGroup>);
    operation.reply = Some(rewrite::<ManageGroupBody>);
    operation
};

/// `POST /v1/groups/status`: fetches the status of users' invitations.
pub static GROUPS_STATUS: Operation = {
    let mut operation = Operation::new("groups.status", Method::POST, "/v1/groups/status");
    operation.summary = "Fetches the status of users' invitations.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<StatusQuery>);
    operation.reply = Some(rewrite::<StatusBody>);
    operation
};

/// `POST /v1/groups/insert`: adds one user to several groups.
pub static GROUPS_INSERT: Operation = {
    let mut operation = Operation::new("groups.insert", Method::POST, "/v1/groups/insert");
    operation.summary = "Adds one user to several groups.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<InsertUser>);
    operation.reply = Some(rewrite::<InsertUserBody>);
    operation
};

/// `POST /v1/data/upload`: stores a table, and replaces the one that is there.
pub static DATA_UPLOAD: Operation = {
    let mut operation = Operation::new("data.upload", Method::POST, "/v1/data/upload");
    operation.summary = "Stores a table, and replaces the one that is there.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<UploadTable>);
    operation.reply = Some(rewrite::<UploadTableBody>);
    operation
};

/// `POST /v1/data/insert`: appends rows to a table.
pub static DATA_INSERT: Operation = {
    let mut operation = Operation::new("data.insert", Method::POST, "/v1/data/insert");
    operation.summary = "Appends rows to a table.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<InsertRows>);
    operation.reply = Some(rewrite::<InsertRowsBody>);
    operation
};

/// `POST /v1/data/remove`: removes rows from a table by number.
pub static DATA_REMOVE: Operation = {
    let mut operation = Operation::new("data.remove", Method::POST, "/v1/data/remove");
    operation.summary = "Removes rows from a table by number.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<RemoveRows>);
    operation.reply = Some(rewrite::<RemoveRowsBody>);
    operation
};

/// `POST /v1/data/delete`: deletes an upload.
pub static DATA_DELETE: Operation = {
    let mut operation = Operation::new("data.delete", Method::POST, "/v1/data/delete");
    operation.summary = "Deletes an upload.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<DeleteUpload>);
    operation.reply = Some(rewrite::<DeleteUploadBody>);
    operation
};

/// `POST /v1/pathways/list`: fetches pathways with their enrolments.
pub static PATHWAYS_LIST: Operation = {
    let mut operation = Operation::new("pathways.list", Method::POST, "/v1/pathways/list");
    operation.summary = "Fetches pathways with their enrolments.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<PathwaysFilter>);
    operation.reply = Some(rewrite::<PathwaysBody>);
    operation
};

/// `POST /v1/pathways/manage`: enrols users in a pathway and removes their enrolments.
pub static PATHWAYS_MANAGE: Operation = {
    let mut operation = Operation::new("pathways.manage", Method::POST, "/v1/pathways/manage");
    operation.summary = "Enrols users in a pathway and removes their enrolments.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.deprecated = true;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite::<ManagePathway>);
    operation.reply = Some(rewrite::<ManagePathwayBody>);
    operation
};

/// `POST /v1/webtracking/pull`: fetches the user and the stored progress of a web activity.
pub static WEB_TRACKING_PULL: Operation = {
    let mut operation = Operation::new("web_tracking.pull", Method::POST, "/v1/webtracking/pull");
    operation.summary = "Fetches the user and the stored progress of a web activity.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<WebTrackingQuery>);
    operation.reply = Some(rewrite::<WebTrackingBody>);
    operation
};

/// `POST /v1/event/list`: fetches the classrooms and events of pathways with their attendees.
pub static EVENTS_LIST: Operation = {
    let mut operation = Operation::new("events.list", Method::POST, "/v1/event/list");
    operation.summary = "Fetches the classrooms and events of pathways with their attendees.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<EventsFilter>);
    operation.reply = Some(rewrite::<EventsBody>);
    operation
};

/// `POST /v1/event/consume`: sets the attendance of users at classrooms and events.
pub static EVENTS_CONSUME: Operation = {
    let mut operation = Operation::new("events.consume", Method::POST, "/v1/event/consume");
    operation.summary = "Sets the attendance of users at classrooms and events.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Inferred;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<ConsumeAttendances>);
    operation.reply = Some(rewrite::<ChangedBody>);
    operation
};

/// `POST /v1/rewards/list`: fetches the rewards of pathways with their vouchers.
pub static REWARDS_LIST: Operation = {
    let mut operation = Operation::new("rewards.list", Method::POST, "/v1/rewards/list");
    operation.summary = "Fetches the rewards of pathways with their vouchers.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<RewardsFilter>);
    operation.reply = Some(rewrite::<RewardsBody>);
    operation
};

/// `POST /v1/rewards/consume`: sets the state of vouchers.
pub static REWARDS_CONSUME: Operation = {
    let mut operation = Operation::new("rewards.consume", Method::POST, "/v1/rewards/consume");
    operation.summary = "Sets the state of vouchers.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<ConsumeVouchers>);
    operation.reply = Some(rewrite::<ChangedBody>);
    operation
};

/// `POST /v1/logs/pathway-logs`: fetches the users' logs of one pathway's activities.
pub static LOGS_PATHWAY_LOGS: Operation = {
    let mut operation = Operation::new("logs.pathway_logs", Method::POST, "/v1/logs/pathway-logs");
    operation.summary = "Fetches the users' logs of one pathway's activities.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<PathwayLogsFilter>);
    operation.reply = Some(rewrite::<PathwayLogsBody>);
    operation
};

/// `POST /v1/logs/stream-subscriptions`: fetches the subscribers of streams.
pub static LOGS_STREAM_SUBSCRIPTIONS: Operation = {
    let mut operation =
        Operation::new("logs.stream_subscriptions", Method::POST, "/v1/logs/stream-subscriptions");
    operation.summary = "Fetches the subscribers of streams.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<StreamSubscriptionsFilter>);
    operation.reply = Some(rewrite::<StreamSubscriptionsBody>);
    operation
};

/// `POST /v1/logs/stream-ratings`: fetches the ratings of streams and their episodes.
pub static LOGS_STREAM_RATINGS: Operation = {
    let mut operation = Operation::new("logs.stream_ratings", Method::POST, "/v1/logs/stream-ratings");
    operation.summary = "Fetches the ratings of streams and their episodes.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<StreamRatingsFilter>);
    operation.reply = Some(rewrite::<StreamRatingsBody>);
    operation
};

/// `POST /v1/logs/story-logs`: fetches the users' logs of one story.
pub static LOGS_STORY_LOGS: Operation = {
    let mut operation = Operation::new("logs.story_logs", Method::POST, "/v1/logs/story-logs");
    operation.summary = "Fetches the users' logs of one story.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<StoryLogsFilter>);
    operation.reply = Some(rewrite::<StoryLogsBody>);
    operation
};

/// `POST /v1/logs/user-story-logs`: fetches the story logs of users.
pub static LOGS_USER_STORY_LOGS: Operation = {
    let mut operation = Operation::new("logs.user_story_logs", Method::POST, "/v1/logs/user-story-logs");
    operation.summary = "Fetches the story logs of users.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<UserStoryLogsFilter>);
    operation.reply = Some(rewrite::<UserStoryLogsBody>);
    operation
};

/// `POST /v1/logs/story-certificates`: fetches the certificates that users were awarded for stories.
pub static LOGS_STORY_CERTIFICATES: Operation = {
    let mut operation =
        Operation::new("logs.story_certificates", Method::POST, "/v1/logs/story-certificates");
    operation.summary = "Fetches the certificates that users were awarded for stories.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<StoryCertificatesFilter>);
    operation.reply = Some(rewrite::<StoryCertificatesBody>);
    operation
};

/// `POST /v1/analytics/realtime/apps`: fetches the recent activity in apps.
pub static ANALYTICS_REALTIME_APPS: Operation = {
    let mut operation =
        Operation::new("analytics.realtime_apps", Method::POST, "/v1/analytics/realtime/apps");
    operation.summary = "Fetches the recent activity in apps.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<RealtimeFilter>);
    operation.reply = Some(rewrite::<RealtimeBody>);
    operation
};

/// `POST /v1/analytics/realtime/pathways`: fetches the recent activity in pathways.
pub static ANALYTICS_REALTIME_PATHWAYS: Operation = {
    let mut operation =
        Operation::new("analytics.realtime_pathways", Method::POST, "/v1/analytics/realtime/pathways");
    operation.summary = "Fetches the recent activity in pathways.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<RealtimeFilter>);
    operation.reply = Some(rewrite::<RealtimeBody>);
    operation
};

/// `POST /v1/analytics/realtime/streams`: fetches the recent activity in streams.
pub static ANALYTICS_REALTIME_STREAMS: Operation = {
    let mut operation =
        Operation::new("analytics.realtime_streams", Method::POST, "/v1/analytics/realtime/streams");
    operation.summary = "Fetches the recent activity in streams.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<RealtimeFilter>);
    operation.reply = Some(rewrite::<RealtimeBody>);
    operation
};

/// `POST /v1/analytics/realtime/stories`: fetches the recent activity in stories.
pub static ANALYTICS_REALTIME_STORIES: Operation = {
    let mut operation =
        Operation::new("analytics.realtime_stories", Method::POST, "/v1/analytics/realtime/stories");
    operation.summary = "Fetches the recent activity in stories.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<RealtimeFilter>);
    operation.reply = Some(rewrite::<RealtimeBody>);
    operation
};

/// `POST /v1/analytics/frequency/apps`: fetches the sessions over time in apps.
pub static ANALYTICS_FREQUENCY_APPS: Operation = {
    let mut operation =
        Operation::new("analytics.frequency_apps", Method::POST, "/v1/analytics/frequency/apps");
    operation.summary = "Fetches the sessions over time in apps.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<FrequencyFilter>);
    operation.reply = Some(rewrite::<FrequencyBody>);
    operation
};

/// `POST /v1/analytics/frequency/pathways`: fetches the sessions over time in pathways.
pub static ANALYTICS_FREQUENCY_PATHWAYS: Operation = {
    let mut operation =
        Operation::new("analytics.frequency_pathways", Method::POST, "/v1/analytics/frequency/pathways");
    operation.summary = "Fetches the sessions over time in pathways.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<FrequencyFilter>);
    operation.reply = Some(rewrite::<FrequencyBody>);
    operation
};

/// `POST /v1/analytics/frequency/streams`: fetches the sessions over time in streams.
pub static ANALYTICS_FREQUENCY_STREAMS: Operation = {
    let mut operation =
        Operation::new("analytics.frequency_streams", Method::POST, "/v1/analytics/frequency/streams");
    operation.summary = "Fetches the sessions over time in streams.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<FrequencyFilter>);
    operation.reply = Some(rewrite::<FrequencyBody>);
    operation
};

/// `POST /v1/analytics/frequency/stories`: fetches the sessions over time in stories.
pub static ANALYTICS_FREQUENCY_STORIES: Operation = {
    let mut operation =
        Operation::new("analytics.frequency_stories", Method::POST, "/v1/analytics/frequency/stories");
    operation.summary = "Fetches the sessions over time in stories.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<FrequencyFilter>);
    operation.reply = Some(rewrite::<FrequencyBody>);
    operation
};

/// `POST /v1/analytics/demographics/apps`: fetches the ages of the users of apps.
pub static ANALYTICS_DEMOGRAPHICS_APPS: Operation = {
    let mut operation =
        Operation::new("analytics.demographics_apps", Method::POST, "/v1/analytics/demographics/apps");
    operation.summary = "Fetches the ages of the users of apps.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<DemographicsBody>);
    operation
};

/// `POST /v1/analytics/demographics/pathways`: fetches the ages of the users of pathways.
pub static ANALYTICS_DEMOGRAPHICS_PATHWAYS: Operation = {
    let mut operation = Operation::new(
        "analytics.demographics_pathways",
        Method::POST,
        "/v1/analytics/demographics/pathways",
    );
    operation.summary = "Fetches the ages of the users of pathways.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<DemographicsBody>);
    operation
};

/// `POST /v1/analytics/demographics/streams`: fetches the ages of the users of streams.
pub static ANALYTICS_DEMOGRAPHICS_STREAMS: Operation = {
    let mut operation =
        Operation::new("analytics.demographics_streams", Method::POST, "/v1/analytics/demographics/streams");
    operation.summary = "Fetches the ages of the users of streams.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<DemographicsBody>);
    operation
};

/// `POST /v1/analytics/demographics/stories`: fetches the ages of the users of stories.
pub static ANALYTICS_DEMOGRAPHICS_STORIES: Operation = {
    let mut operation =
        Operation::new("analytics.demographics_stories", Method::POST, "/v1/analytics/demographics/stories");
    operation.summary = "Fetches the ages of the users of stories.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<DemographicsBody>);
    operation
};

/// `POST /v1/analytics/locations/apps`: fetches the countries of the users of apps.
pub static ANALYTICS_LOCATIONS_APPS: Operation = {
    let mut operation =
        Operation::new("analytics.locations_apps", Method::POST, "/v1/analytics/locations/apps");
    operation.summary = "Fetches the countries of the users of apps.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<LocationsBody>);
    operation
};

/// `POST /v1/analytics/locations/pathways`: fetches the countries of the users of pathways.
pub static ANALYTICS_LOCATIONS_PATHWAYS: Operation = {
    let mut operation =
        Operation::new("analytics.locations_pathways", Method::POST, "/v1/analytics/locations/pathways");
    operation.summary = "Fetches the countries of the users of pathways.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<LocationsBody>);
    operation
};

/// `POST /v1/analytics/locations/streams`: fetches the countries of the users of streams.
pub static ANALYTICS_LOCATIONS_STREAMS: Operation = {
    let mut operation =
        Operation::new("analytics.locations_streams", Method::POST, "/v1/analytics/locations/streams");
    operation.summary = "Fetches the countries of the users of streams.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<LocationsBody>);
    operation
};

/// `POST /v1/analytics/locations/stories`: fetches the countries of the users of stories.
pub static ANALYTICS_LOCATIONS_STORIES: Operation = {
    let mut operation =
        Operation::new("analytics.locations_stories", Method::POST, "/v1/analytics/locations/stories");
    operation.summary = "Fetches the countries of the users of stories.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<LocationsBody>);
    operation
};

/// `POST /v1/analytics/retention/apps`: fetches how many users return to apps, by week.
pub static ANALYTICS_RETENTION_APPS: Operation = {
    let mut operation =
        Operation::new("analytics.retention_apps", Method::POST, "/v1/analytics/retention/apps");
    operation.summary = "Fetches how many users return to apps, by week.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<RetentionBody>);
    operation
};

/// `POST /v1/analytics/retention/pathways`: fetches how many users return to pathways, by week.
pub static ANALYTICS_RETENTION_PATHWAYS: Operation = {
    let mut operation =
        Operation::new("analytics.retention_pathways", Method::POST, "/v1/analytics/retention/pathways");
    operation.summary = "Fetches how many users return to pathways, by week.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<RetentionBody>);
    operation
};

/// `POST /v1/analytics/retention/streams`: fetches how many users return to streams, by week.
pub static ANALYTICS_RETENTION_STREAMS: Operation = {
    let mut operation =
        Operation::new("analytics.retention_streams", Method::POST, "/v1/analytics/retention/streams");
    operation.summary = "Fetches how many users return to streams, by week.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<RetentionBody>);
    operation
};

/// `POST /v1/analytics/retention/stories`: fetches how many users return to stories, by week.
pub static ANALYTICS_RETENTION_STORIES: Operation = {
    let mut operation =
        Operation::new("analytics.retention_stories", Method::POST, "/v1/analytics/retention/stories");
    operation.summary = "Fetches how many users return to stories, by week.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<RetentionBody>);
    operation
};

/// `POST /v1/analytics/reviews/apps`: fetches the ratings and the comments on apps.
pub static ANALYTICS_REVIEWS_APPS: Operation = {
    let mut operation = Operation::new("analytics.reviews_apps", Method::POST, "/v1/analytics/reviews/apps");
    operation.summary = "Fetches the ratings and the comments on apps.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<ReviewsBody>);
    operation
};

/// `POST /v1/analytics/reviews/pathways`: fetches the ratings and the comments on pathways.
pub static ANALYTICS_REVIEWS_PATHWAYS: Operation = {
    let mut operation =
        Operation::new("analytics.reviews_pathways", Method::POST, "/v1/analytics/reviews/pathways");
    operation.summary = "Fetches the ratings and the comments on pathways.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<ReviewsBody>);
    operation
};

/// `POST /v1/analytics/reviews/stories`: fetches the ratings and the comments on stories.
pub static ANALYTICS_REVIEWS_STORIES: Operation = {
    let mut operation =
        Operation::new("analytics.reviews_stories", Method::POST, "/v1/analytics/reviews/stories");
    operation.summary = "Fetches the ratings and the comments on stories.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://developer.docs.falkor.io";
    operation.request = Some(rewrite_within::<AnalyticsFilter>);
    operation.reply = Some(rewrite::<ReviewsBody>);
    operation
};
