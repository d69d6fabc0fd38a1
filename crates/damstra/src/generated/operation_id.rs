//! The operations as an enum.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::operation::Operation;

use super::operations::OPERATIONS;

/// An operation. A `match` on it has an arm for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationId {
    /// [`users.search`](super::operations::USERS_SEARCH).
    UsersSearch,
    /// [`users.create`](super::operations::USERS_CREATE).
    UsersCreate,
    /// [`users.get`](super::operations::USERS_GET).
    UsersGet,
    /// [`users.update`](super::operations::USERS_UPDATE).
    UsersUpdate,
    /// [`users.bulk_import`](super::operations::USERS_BULK_IMPORT).
    UsersBulkImport,
    /// [`users.activate`](super::operations::USERS_ACTIVATE).
    UsersActivate,
    /// [`users.inactivate`](super::operations::USERS_INACTIVATE).
    UsersInactivate,
    /// [`users.generate_login_url`](super::operations::USERS_GENERATE_LOGIN_URL).
    UsersGenerateLoginUrl,
    /// [`groups.list`](super::operations::GROUPS_LIST).
    GroupsList,
    /// [`groups.create`](super::operations::GROUPS_CREATE).
    GroupsCreate,
    /// [`groups.get`](super::operations::GROUPS_GET).
    GroupsGet,
    /// [`groups.update`](super::operations::GROUPS_UPDATE).
    GroupsUpdate,
    /// [`groups.list_members`](super::operations::GROUPS_LIST_MEMBERS).
    GroupsListMembers,
    /// [`groups.add_members`](super::operations::GROUPS_ADD_MEMBERS).
    GroupsAddMembers,
    /// [`groups.remove_members`](super::operations::GROUPS_REMOVE_MEMBERS).
    GroupsRemoveMembers,
    /// [`groups.list_supervisors`](super::operations::GROUPS_LIST_SUPERVISORS).
    GroupsListSupervisors,
    /// [`groups.add_supervisors`](super::operations::GROUPS_ADD_SUPERVISORS).
    GroupsAddSupervisors,
    /// [`groups.remove_supervisors`](super::operations::GROUPS_REMOVE_SUPERVISORS).
    GroupsRemoveSupervisors,
    /// [`groups.inactivate`](super::operations::GROUPS_INACTIVATE).
    GroupsInactivate,
    /// [`lessons.list`](super::operations::LESSONS_LIST).
    LessonsList,
    /// [`lessons.list_details`](super::operations::LESSONS_LIST_DETAILS).
    LessonsListDetails,
    /// [`lesson_schedules.get`](super::operations::LESSON_SCHEDULES_GET).
    LessonSchedulesGet,
    /// [`lesson_schedules.list_of_user`](super::operations::LESSON_SCHEDULES_LIST_OF_USER).
    LessonSchedulesListOfUser,
    /// [`lesson_schedules.create`](super::operations::LESSON_SCHEDULES_CREATE).
    LessonSchedulesCreate,
    /// [`lesson_schedules.complete_lesson`](super::operations::LESSON_SCHEDULES_COMPLETE_LESSON).
    LessonSchedulesCompleteLesson,
    /// [`lesson_schedules.certificate`](super::operations::LESSON_SCHEDULES_CERTIFICATE).
    LessonSchedulesCertificate,
    /// [`ilt_sessions.list`](super::operations::ILT_SESSIONS_LIST).
    IltSessionsList,
    /// [`ilt_sessions.create`](super::operations::ILT_SESSIONS_CREATE).
    IltSessionsCreate,
    /// [`ilt_sessions.get`](super::operations::ILT_SESSIONS_GET).
    IltSessionsGet,
    /// [`ilt_sessions.update`](super::operations::ILT_SESSIONS_UPDATE).
    IltSessionsUpdate,
    /// [`ilt_sessions.complete`](super::operations::ILT_SESSIONS_COMPLETE).
    IltSessionsComplete,
    /// [`ilt_sessions.cancel`](super::operations::ILT_SESSIONS_CANCEL).
    IltSessionsCancel,
    /// [`ilt_sessions.bulk_register`](super::operations::ILT_SESSIONS_BULK_REGISTER).
    IltSessionsBulkRegister,
    /// [`ilt_sessions.bulk_deregister`](super::operations::ILT_SESSIONS_BULK_DEREGISTER).
    IltSessionsBulkDeregister,
    /// [`ilt_sessions.list_attendees`](super::operations::ILT_SESSIONS_LIST_ATTENDEES).
    IltSessionsListAttendees,
    /// [`ilt_sessions.save_progress`](super::operations::ILT_SESSIONS_SAVE_PROGRESS).
    IltSessionsSaveProgress,
    /// [`player.embed`](super::operations::PLAYER_EMBED).
    PlayerEmbed,
    /// [`player.embed_version`](super::operations::PLAYER_EMBED_VERSION).
    PlayerEmbedVersion,
}

impl OperationId {
    /// Every operation, in the order of the table.
    pub const ALL: &[Self] = &[
        Self::UsersSearch,
        Self::UsersCreate,
        Self::UsersGet,
        Self::UsersUpdate,
        Self::UsersBulkImport,
        Self::UsersActivate,
        Self::UsersInactivate,
        Self::UsersGenerateLoginUrl,
        Self::GroupsList,
        Self::GroupsCreate,
        Self::GroupsGet,
        Self::GroupsUpdate,
        Self::GroupsListMembers,
        Self::GroupsAddMembers,
        Self::GroupsRemoveMembers,
        Self::GroupsListSupervisors,
        Self::GroupsAddSupervisors,
        Self::GroupsRemoveSupervisors,
        Self::GroupsInactivate,
        Self::LessonsList,
        Self::LessonsListDetails,
        Self::LessonSchedulesGet,
        Self::LessonSchedulesListOfUser,
        Self::LessonSchedulesCreate,
        Self::LessonSchedulesCompleteLesson,
        Self::LessonSchedulesCertificate,
        Self::IltSessionsList,
        Self::IltSessionsCreate,
        Self::IltSessionsGet,
        Self::IltSessionsUpdate,
        Self::IltSessionsComplete,
        Self::IltSessionsCancel,
        Self::IltSessionsBulkRegister,
        Self::IltSessionsBulkDeregister,
        Self::IltSessionsListAttendees,
        Self::IltSessionsSaveProgress,
        Self::PlayerEmbed,
        Self::PlayerEmbedVersion,
    ];

    /// Which entry of the table this is.
    #[must_use]
    pub fn of(operation: &'static Operation) -> Option<Self> {
        let place = OPERATIONS.iter().position(|entry| std::ptr::eq(*entry, operation));
        place.and_then(|place| Self::ALL.get(place)).copied()
    }
}
