//! The table of operations, and what holds for all of them.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Damstra Learning Public API. See <https://developer.velpic.com/api-docs.html>.
pub static API: Api = {
    let mut api = Api::new("damstra", OPERATIONS);
    api.base_path = "/api/v2";
    api.key_header = KEY_HEADER;
    api.errors_in_success = true;
    api.content_type =
        Some(("application/json", &[Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE]));
    api
};

/// The header that carries the key.
pub const KEY_HEADER: &str = "accesskey";

/// What stands before the key in its header.
pub const KEY_PREFIX: &str = "";

/// Where the vendor answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Server {
    /// Production.
    Production,
}

impl Server {
    /// The base URL.
    #[must_use]
    pub const fn url(self) -> &'static str {
        match self {
            Self::Production => "https://app.velpic.com/api/v2",
        }
    }
}

/// Every operation, in the order of the contract.
pub static OPERATIONS: &[&Operation] = &[
    &USERS_SEARCH,
    &USERS_CREATE,
    &USERS_GET,
    &USERS_UPDATE,
    &USERS_BULK_IMPORT,
    &USERS_ACTIVATE,
    &USERS_INACTIVATE,
    &USERS_GENERATE_LOGIN_URL,
    &GROUPS_LIST,
    &GROUPS_CREATE,
    &GROUPS_GET,
    &GROUPS_UPDATE,
    &GROUPS_LIST_MEMBERS,
    &GROUPS_ADD_MEMBERS,
    &GROUPS_REMOVE_MEMBERS,
    &GROUPS_LIST_SUPERVISORS,
    &GROUPS_ADD_SUPERVISORS,
    &GROUPS_REMOVE_SUPERVISORS,
    &GROUPS_INACTIVATE,
    &LESSONS_LIST,
    &LESSONS_LIST_DETAILS,
    &LESSON_SCHEDULES_GET,
    &LESSON_SCHEDULES_LIST_OF_USER,
    &LESSON_SCHEDULES_CREATE,
    &LESSON_SCHEDULES_COMPLETE_LESSON,
    &LESSON_SCHEDULES_CERTIFICATE,
    &ILT_SESSIONS_LIST,
    &ILT_SESSIONS_CREATE,
    &ILT_SESSIONS_GET,
    &ILT_SESSIONS_UPDATE,
    &ILT_SESSIONS_COMPLETE,
    &ILT_SESSIONS_CANCEL,
    &ILT_SESSIONS_BULK_REGISTER,
    &ILT_SESSIONS_BULK_DEREGISTER,
    &ILT_SESSIONS_LIST_ATTENDEES,
    &ILT_SESSIONS_SAVE_PROGRESS,
    &PLAYER_EMBED,
    &PLAYER_EMBED_VERSION,
];

/// `GET /user`: searches for users.
pub static USERS_SEARCH: Operation = {
    let mut operation = Operation::new("users.search", Method::GET, "/user");
    operation.summary = "Searches for users.";
    operation.parameters = &[
        Parameter::query(
            "q",
            false,
            "Only users with this text in their user name, first name or last name.",
        ),
        Parameter::query("empId", false, "Only the user with this employee number."),
        Parameter::query("emailAddress", false, "Only the user with this email address."),
        Parameter::query(
            "activeValue",
            false,
            "Only active users, only inactive users, or all. Default active.",
        ),
        Parameter::query("roleId", false, "Only users with this role."),
        Parameter::query("startIndex", false, "The number of items to skip. Default 0."),
        Parameter::query(
            "maxResults",
            false,
            "The number of items on a page. The documented default is 0. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&USERS_SEARCH_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<UserList>);
    operation
};

/// How `users.search` is paged.
pub static USERS_SEARCH_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::Total, EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "startIndex"), (PageField::Size, "maxResults")]);

/// `POST /user`: creates a user.
pub static USERS_CREATE: Operation = {
    let mut operation = Operation::new("users.create", Method::POST, "/user");
    operation.summary = "Creates a user.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Inferred;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite::<NewUser>);
    operation.reply = Some(rewrite::<UserCreated>);
    operation
};

/// `GET /user/{userId}`: fetches one user.
pub static USERS_GET: Operation = {
    let mut operation = Operation::new("users.get", Method::GET, "/user/{userId}");
    operation.summary = "Fetches one user.";
    operation.parameters = &[Parameter::path("userId", "The user's id.")];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<User>);
    operation
};

/// `POST /user/{userId}`: replaces a user's data.
pub static USERS_UPDATE: Operation = {
    let mut operation = Operation::new("users.update", Method::POST, "/user/{userId}");
    operation.summary = "Replaces a user's data.";
    operation.parameters = &[Parameter::path("userId", "The user's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Inferred;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite::<UserUpdate>);
    operation.reply = Some(rewrite::<User>);
    operation
};

/// `POST /bulkUserImport`: creates users, or updates matching users.
pub static USERS_BULK_IMPORT: Operation = {
    let mut operation = Operation::new("users.bulk_import", Method::POST, "/bulkUserImport");
    operation.summary = "Creates users, or updates matching users.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<BulkImport>);
    operation.reply = Some(rewrite::<Listed<User>>);
    operation
};

/// `POST /user/{userId}/activate`: activates a user.
pub static USERS_ACTIVATE: Operation = {
    let mut operation = Operation::new("users.activate", Method::POST, "/user/{userId}/activate");
    operation.summary = "Activates a user.";
    operation.parameters = &[Parameter::path("userId", "The user's id.")];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation
};

/// `POST /user/{userId}/inactivate`: inactivates a user. The learning records are kept.
pub static USERS_INACTIVATE: Operation = {
    let mut operation = Operation::new("users.inactivate", Method::POST, "/user/{userId}/inactivate");
    operation.summary = "Inactivates a user. The learning records are kept.";
    operation.parameters = &[Parameter::path("userId", "The user's id.")];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation
};

/// `POST /user/{userId}/generate_login_url`: creates a link that logs a user in.
pub static USERS_GENERATE_LOGIN_URL: Operation = {
    let mut operation =
        Operation::new("users.generate_login_url", Method::POST, "/user/{userId}/generate_login_url");
    operation.summary = "Creates a link that logs a user in.";
    operation.parameters = &[
        Parameter::path("userId", "The user's id."),
        Parameter::query("expiresIn", true, "How long the link is valid."),
    ];
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation
};

/// `GET /group`: lists groups.
pub static GROUPS_LIST: Operation = {
    let mut operation = Operation::new("groups.list", Method::GET, "/group");
    operation.summary = "Lists groups.";
    operation.parameters = &[
        Parameter::query("q", false, "Only groups with this text in their name."),
        Parameter::query("startIndex", false, "The number of items to skip. Default 0."),
        Parameter::query(
            "maxResults",
            false,
            "The number of items on a page. The documented default is 0. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&GROUPS_LIST_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<GroupList>);
    operation
};

/// How `groups.list` is paged.
pub static GROUPS_LIST_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::Total, EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "startIndex"), (PageField::Size, "maxResults")]);

/// `POST /group`: creates a group.
pub static GROUPS_CREATE: Operation = {
    let mut operation = Operation::new("groups.create", Method::POST, "/group");
    operation.summary = "Creates a group.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite::<GroupWrite>);
    operation.reply = Some(rewrite::<Group>);
    operation
};

/// `GET /group/{groupId}`: fetches one group.
pub static GROUPS_GET: Operation = {
    let mut operation = Operation::new("groups.get", Method::GET, "/group/{groupId}");
    operation.summary = "Fetches one group.";
    operation.parameters = &[Parameter::path("groupId", "The group's id.")];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<Group>);
    operation
};

/// `POST /group/{groupId}`: replaces a group's name, description and parent.
pub static GROUPS_UPDATE: Operation = {
    let mut operation = Operation::new("groups.update", Method::POST, "/group/{groupId}");
    operation.summary = "Replaces a group's name, description and parent.";
    operation.parameters = &[Parameter::path("groupId", "The group's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite::<GroupWrite>);
    operation.reply = Some(rewrite::<Group>);
    operation
};

/// `GET /group/{groupId}/member`: lists the members of a group.
pub static GROUPS_LIST_MEMBERS: Operation = {
    let mut operation = Operation::new("groups.list_members", Method::GET, "/group/{groupId}/member");
    operation.summary = "Lists the members of a group.";
    operation.parameters = &[
        Parameter::path("groupId", "The group's id."),
        Parameter::query("startIndex", false, "The number of items to skip. Default 0."),
        Parameter::query(
            "maxResults",
            false,
            "The number of items on a page. The documented default is 0. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&GROUPS_LIST_MEMBERS_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<UserList>);
    operation
};

/// How `groups.list_members` is paged.
pub static GROUPS_LIST_MEMBERS_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::Total, EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "startIndex"), (PageField::Size, "maxResults")]);

/// `POST /group/{groupId}/add_members`: adds members to a group.
pub static GROUPS_ADD_MEMBERS: Operation = {
    let mut operation = Operation::new("groups.add_members", Method::POST, "/group/{groupId}/add_members");
    operation.summary = "Adds members to a group.";
    operation.parameters = &[Parameter::path("groupId", "The group's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<UserIds>);
    operation
};

/// `POST /group/{groupId}/remove_members`: removes members from a group.
pub static GROUPS_REMOVE_MEMBERS: Operation = {
    let mut operation =
        Operation::new("groups.remove_members", Method::POST, "/group/{groupId}/remove_members");
    operation.summary = "Removes members from a group.";
    operation.parameters = &[Parameter::path("groupId", "The group's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<UserIds>);
    operation
};

/// `GET /group/{groupId}/supervisor`: lists the supervisors of a group.
pub static GROUPS_LIST_SUPERVISORS: Operation = {
    let mut operation = Operation::new("groups.list_supervisors", Method::GET, "/group/{groupId}/supervisor");
    operation.summary = "Lists the supervisors of a group.";
    operation.parameters = &[
        Parameter::path("groupId", "The group's id."),
        Parameter::query("startIndex", false, "The number of items to skip. Default 0."),
        Parameter::query(
            "maxResults",
            false,
            "The number of items on a page. The documented default is 0. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&GROUPS_LIST_SUPERVISORS_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<UserList>);
    operation
};

/// How `groups.list_supervisors` is paged.
pub static GROUPS_LIST_SUPERVISORS_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::Total, EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "startIndex"), (PageField::Size, "maxResults")]);

/// `POST /group/{groupId}/add_supervisors`: adds supervisors to a group.
pub static GROUPS_ADD_SUPERVISORS: Operation = {
    let mut operation =
        Operation::new("groups.add_supervisors", Method::POST, "/group/{groupId}/add_supervisors");
    operation.summary = "Adds supervisors to a group.";
    operation.parameters = &[Parameter::path("groupId", "The group's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<UserIds>);
    operation
};

/// `POST /group/{groupId}/remove_supervisors`: removes supervisors from a group.
pub static GROUPS_REMOVE_SUPERVISORS: Operation = {
    let mut operation =
        Operation::new("groups.remove_supervisors", Method::POST, "/group/{groupId}/remove_supervisors");
    operation.summary = "Removes supervisors from a group.";
    operation.parameters = &[Parameter::path("groupId", "The group's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<UserIds>);
    operation
};

/// `POST /group/{groupId}/inactivate`: inactivates a group.
pub static GROUPS_INACTIVATE: Operation = {
    let mut operation = Operation::new("groups.inactivate", Method::POST, "/group/{groupId}/inactivate");
    operation.summary = "Inactivates a group.";
    operation.parameters = &[Parameter::path("groupId", "The group's id.")];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation
};

/// `GET /lesson`: lists lessons.
pub static LESSONS_LIST: Operation = {
    let mut operation = Operation::new("lessons.list", Method::GET, "/lesson");
    operation.summary = "Lists lessons.";
    operation.parameters = &[
        Parameter::query("q", false, "Only lessons with this text, probably in their name."),
        Parameter::query("lessonIds", false, "Only lessons with these ids."),
        Parameter::query("publishedStates", false, "Only lessons with these statuses."),
        Parameter::query("startIndex", false, "The number of items to skip. Default 0."),
        Parameter::query(
            "maxResults",
            false,
            "The number of items on a page. The documented default is 0. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&LESSONS_LIST_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<LessonList>);
    operation
};

/// How `lessons.list` is paged.
pub static LESSONS_LIST_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::Total, EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "startIndex"), (PageField::Size, "maxResults")]);

/// `GET /lessondetails`: lists lessons with their publication state, but fewer other fields.
pub static LESSONS_LIST_DETAILS: Operation = {
    let mut operation = Operation::new("lessons.list_details", Method::GET, "/lessondetails");
    operation.summary = "Lists lessons with their publication state, but fewer other fields.";
    operation.parameters = &[
        Parameter::query("q", false, "Only lessons with this text, probably in their name."),
        Parameter::query("lessonIds", false, "Only lessons with these ids."),
        Parameter::query("publishedStates", false, "Only lessons with these statuses."),
        Parameter::query("startIndex", false, "The number of items to skip. Default 0."),
        Parameter::query(
            "maxResults",
            false,
            "The number of items on a page. The documented default is 0. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&LESSONS_LIST_DETAILS_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<LessonDetailList>);
    operation
};

/// How `lessons.list_details` is paged.
pub static LESSONS_LIST_DETAILS_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::Total, EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "startIndex"), (PageField::Size, "maxResults")]);

/// `GET /lesson_schedule/{lessonScheduleId}`: fetches one lesson schedule.
pub static LESSON_SCHEDULES_GET: Operation = {
    let mut operation =
        Operation::new("lesson_schedules.get", Method::GET, "/lesson_schedule/{lessonScheduleId}");
    operation.summary = "Fetches one lesson schedule.";
    operation.parameters = &[Parameter::path("lessonScheduleId", "The lesson schedule's id.")];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<LessonSchedule>);
    operation
};

/// `GET /user/{userId}/lesson_schedule`: lists a user's lesson schedules.
pub static LESSON_SCHEDULES_LIST_OF_USER: Operation = {
    let mut operation =
        Operation::new("lesson_schedules.list_of_user", Method::GET, "/user/{userId}/lesson_schedule");
    operation.summary = "Lists a user's lesson schedules.";
    operation.parameters = &[
        Parameter::path("userId", "The user's id."),
        Parameter::query("status", false, "Only lesson schedules with this status."),
        Parameter::query("startIndex", false, "The number of items to skip. Default 0."),
        Parameter::query(
            "maxResults",
            false,
            "The number of items on a page. The documented default is 0. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&LESSON_SCHEDULES_LIST_OF_USER_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<LessonScheduleList>);
    operation
};

/// How `lesson_schedules.list_of_user` is paged.
pub static LESSON_SCHEDULES_LIST_OF_USER_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::Total, EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "startIndex"), (PageField::Size, "maxResults")]);

/// `POST /user/{userId}/lesson_schedule`: schedules lessons for a user.
pub static LESSON_SCHEDULES_CREATE: Operation = {
    let mut operation =
        Operation::new("lesson_schedules.create", Method::POST, "/user/{userId}/lesson_schedule");
    operation.summary = "Schedules lessons for a user.";
    operation.parameters = &[Parameter::path("userId", "The user's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<ScheduleRequest>);
    operation.reply = Some(rewrite::<LessonScheduleIds>);
    operation
};

/// `POST /lesson_schedule/{userId}/complete_lesson`: records that a user has completed a lesson.
pub static LESSON_SCHEDULES_COMPLETE_LESSON: Operation = {
    let mut operation = Operation::new(
        "lesson_schedules.complete_lesson",
        Method::POST,
        "/lesson_schedule/{userId}/complete_lesson",
    );
    operation.summary = "Records that a user has completed a lesson.";
    operation.parameters = &[Parameter::path("userId", "The user's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite::<Completion>);
    operation.reply = Some(rewrite::<LessonScheduleIds>);
    operation
};

/// `GET /lesson_schedule/{lessonScheduleId}/certificate`: fetches the certificate of a completed and passed
/// lesson schedule, as PDF.
pub static LESSON_SCHEDULES_CERTIFICATE: Operation = {
    let mut operation = Operation::new(
        "lesson_schedules.certificate",
        Method::GET,
        "/lesson_schedule/{lessonScheduleId}/certificate",
    );
    operation.summary = "Fetches the certificate of a completed and passed lesson schedule, as PDF.";
    operation.parameters = &[Parameter::path("lessonScheduleId", "The lesson schedule's id.")];
    operation.produces = "application/pdf";
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation
};

/// `GET /ilt_session`: lists instructor-led sessions.
pub static ILT_SESSIONS_LIST: Operation = {
    let mut operation = Operation::new("ilt_sessions.list", Method::GET, "/ilt_session");
    operation.summary = "Lists instructor-led sessions.";
    operation.parameters = &[
        Parameter::query("lessonScheduleId", false, "Only sessions of this lesson schedule."),
        Parameter::query("state", false, "Only sessions that are upcoming (1), in progress (2) or past (3)."),
        Parameter::query(
            "status",
            false,
            "Only sessions that are active (1), completed (2) or cancelled (3).",
        ),
        Parameter::query("instructorId", false, "Only sessions of this instructor."),
        Parameter::query("startIndex", false, "The number of items to skip. Default 0."),
        Parameter::query(
            "maxResults",
            false,
            "The number of items on a page. The documented default is 0. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&ILT_SESSIONS_LIST_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<IltSessionList>);
    operation
};

/// How `ilt_sessions.list` is paged.
pub static ILT_SESSIONS_LIST_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::Total, EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "startIndex"), (PageField::Size, "maxResults")]);

/// `POST /ilt_session`: creates an instructor-led session.
pub static ILT_SESSIONS_CREATE: Operation = {
    let mut operation = Operation::new("ilt_sessions.create", Method::POST, "/ilt_session");
    operation.summary = "Creates an instructor-led session.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite::<NewIltSession>);
    operation.reply = Some(rewrite::<IltSession>);
    operation
};

/// `GET /ilt_session/{iltSessionId}`: fetches one session.
pub static ILT_SESSIONS_GET: Operation = {
    let mut operation = Operation::new("ilt_sessions.get", Method::GET, "/ilt_session/{iltSessionId}");
    operation.summary = "Fetches one session.";
    operation.parameters = &[Parameter::path("iltSessionId", "The session's id.")];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<IltSessionDetail>);
    operation
};

/// `PATCH /ilt_session/{iltSessionId}`: updates a session, except its times.
pub static ILT_SESSIONS_UPDATE: Operation = {
    let mut operation = Operation::new("ilt_sessions.update", Method::PATCH, "/ilt_session/{iltSessionId}");
    operation.summary = "Updates a session, except its times.";
    operation.parameters = &[Parameter::path("iltSessionId", "The session's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite::<IltSessionUpdate>);
    operation.reply = Some(rewrite::<IltSessionDetail>);
    operation
};

/// `POST /ilt_session/{iltSessionId}/complete`: completes a session and every lesson schedule attached to it.
pub static ILT_SESSIONS_COMPLETE: Operation = {
    let mut operation =
        Operation::new("ilt_sessions.complete", Method::POST, "/ilt_session/{iltSessionId}/complete");
    operation.summary = "Completes a session and every lesson schedule attached to it.";
    operation.parameters = &[Parameter::path("iltSessionId", "The session's id.")];
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation
};

/// `POST /ilt_session/{iltSessionId}/cancel_session`: cancels a session.
pub static ILT_SESSIONS_CANCEL: Operation = {
    let mut operation =
        Operation::new("ilt_sessions.cancel", Method::POST, "/ilt_session/{iltSessionId}/cancel_session");
    operation.summary = "Cancels a session.";
    operation.parameters = &[Parameter::path("iltSessionId", "The session's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite::<IltCancellation>);
    operation
};

/// `POST /ilt_session/{iltSessionId}/bulk_register`: registers users for a session.
pub static ILT_SESSIONS_BULK_REGISTER: Operation = {
    let mut operation = Operation::new(
        "ilt_sessions.bulk_register",
        Method::POST,
        "/ilt_session/{iltSessionId}/bulk_register",
    );
    operation.summary = "Registers users for a session.";
    operation.parameters = &[Parameter::path("iltSessionId", "The session's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<UserIds>);
    operation
};

/// `POST /ilt_session/{iltSessionId}/bulk_deregister`: deregisters users from a session.
pub static ILT_SESSIONS_BULK_DEREGISTER: Operation = {
    let mut operation = Operation::new(
        "ilt_sessions.bulk_deregister",
        Method::POST,
        "/ilt_session/{iltSessionId}/bulk_deregister",
    );
    operation.summary = "Deregisters users from a session.";
    operation.parameters = &[Parameter::path("iltSessionId", "The session's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<UserIds>);
    operation
};

/// `GET /ilt_session/{iltSessionId}/attendees`: lists the attendees of a session.
pub static ILT_SESSIONS_LIST_ATTENDEES: Operation = {
    let mut operation =
        Operation::new("ilt_sessions.list_attendees", Method::GET, "/ilt_session/{iltSessionId}/attendees");
    operation.summary = "Lists the attendees of a session.";
    operation.parameters = &[Parameter::path("iltSessionId", "The session's id.")];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<IltAttendeeList>);
    operation
};

/// `POST /ilt_session/{iltSessionId}/save_progress`: records who attended and who passed, by attendee id.
pub static ILT_SESSIONS_SAVE_PROGRESS: Operation = {
    let mut operation = Operation::new(
        "ilt_sessions.save_progress",
        Method::POST,
        "/ilt_session/{iltSessionId}/save_progress",
    );
    operation.summary = "Records who attended and who passed, by attendee id.";
    operation.parameters = &[Parameter::path("iltSessionId", "The session's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.request = Some(rewrite_within::<SaveProgress>);
    operation
};

/// `GET /embed_player`: fetches the URL of the player for a lesson schedule.
pub static PLAYER_EMBED: Operation = {
    let mut operation = Operation::new("player.embed", Method::GET, "/embed_player");
    operation.summary = "Fetches the URL of the player for a lesson schedule.";
    operation.parameters = &[Parameter::query("lessonScheduleId", true, "The lesson schedule's id.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("embedUrl");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<PlayerEmbedBody>);
    operation
};

/// `GET /embed_player/version/{lessonScheduleId}`: fetches the URL of the player for a lesson schedule, for
/// any kind of lesson.
pub static PLAYER_EMBED_VERSION: Operation = {
    let mut operation =
        Operation::new("player.embed_version", Method::GET, "/embed_player/version/{lessonScheduleId}");
    operation.summary = "Fetches the URL of the player for a lesson schedule, for any kind of lesson.";
    operation.parameters = &[Parameter::path("lessonScheduleId", "The lesson schedule's id.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("embedUrl");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://developer.velpic.com/api-docs.html";
    operation.reply = Some(rewrite::<PlayerEmbedVersionBody>);
    operation
};
