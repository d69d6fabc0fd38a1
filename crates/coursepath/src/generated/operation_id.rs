//! The operations as an enum.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::operation::Operation;

use super::operations::OPERATIONS;

/// An operation. A `match` on it has an arm for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationId {
    /// [`courses.list`](super::operations::COURSES_LIST).
    CoursesList,
    /// [`courses.get`](super::operations::COURSES_GET).
    CoursesGet,
    /// [`members.list_of_course`](super::operations::MEMBERS_LIST_OF_COURSE).
    MembersListOfCourse,
    /// [`members.create_in_course`](super::operations::MEMBERS_CREATE_IN_COURSE).
    MembersCreateInCourse,
    /// [`course_members.get`](super::operations::COURSE_MEMBERS_GET).
    CourseMembersGet,
    /// [`course_members.create`](super::operations::COURSE_MEMBERS_CREATE).
    CourseMembersCreate,
    /// [`course_members.delete`](super::operations::COURSE_MEMBERS_DELETE).
    CourseMembersDelete,
    /// [`members.invite_to_course`](super::operations::MEMBERS_INVITE_TO_COURSE).
    MembersInviteToCourse,
    /// [`members.list`](super::operations::MEMBERS_LIST).
    MembersList,
    /// [`members.create`](super::operations::MEMBERS_CREATE).
    MembersCreate,
    /// [`members.me`](super::operations::MEMBERS_ME).
    MembersMe,
    /// [`members.get`](super::operations::MEMBERS_GET).
    MembersGet,
    /// [`members.update`](super::operations::MEMBERS_UPDATE).
    MembersUpdate,
    /// [`courses.list_of_member`](super::operations::COURSES_LIST_OF_MEMBER).
    CoursesListOfMember,
    /// [`groups.list_of_member`](super::operations::GROUPS_LIST_OF_MEMBER).
    GroupsListOfMember,
    /// [`groups.add_member`](super::operations::GROUPS_ADD_MEMBER).
    GroupsAddMember,
    /// [`groups.remove_member`](super::operations::GROUPS_REMOVE_MEMBER).
    GroupsRemoveMember,
    /// [`members.invite`](super::operations::MEMBERS_INVITE).
    MembersInvite,
    /// [`groups.list`](super::operations::GROUPS_LIST).
    GroupsList,
    /// [`members.list_of_group`](super::operations::MEMBERS_LIST_OF_GROUP).
    MembersListOfGroup,
    /// [`members.create_in_program`](super::operations::MEMBERS_CREATE_IN_PROGRAM).
    MembersCreateInProgram,
    /// [`members.invite_to_program`](super::operations::MEMBERS_INVITE_TO_PROGRAM).
    MembersInviteToProgram,
    /// [`program_members.create`](super::operations::PROGRAM_MEMBERS_CREATE).
    ProgramMembersCreate,
    /// [`program_members.delete`](super::operations::PROGRAM_MEMBERS_DELETE).
    ProgramMembersDelete,
}

impl OperationId {
    /// Every operation, in the order of the table.
    pub const ALL: &[Self] = &[
        Self::CoursesList,
        Self::CoursesGet,
        Self::MembersListOfCourse,
        Self::MembersCreateInCourse,
        Self::CourseMembersGet,
        Self::CourseMembersCreate,
        Self::CourseMembersDelete,
        Self::MembersInviteToCourse,
        Self::MembersList,
        Self::MembersCreate,
        Self::MembersMe,
        Self::MembersGet,
        Self::MembersUpdate,
        Self::CoursesListOfMember,
        Self::GroupsListOfMember,
        Self::GroupsAddMember,
        Self::GroupsRemoveMember,
        Self::MembersInvite,
        Self::GroupsList,
        Self::MembersListOfGroup,
        Self::MembersCreateInProgram,
        Self::MembersInviteToProgram,
        Self::ProgramMembersCreate,
        Self::ProgramMembersDelete,
    ];

    /// Which entry of the table this is.
    #[must_use]
    pub fn of(operation: &'static Operation) -> Option<Self> {
        let place = OPERATIONS.iter().position(|entry| std::ptr::eq(*entry, operation));
        place.and_then(|place| Self::ALL.get(place)).copied()
    }
}
