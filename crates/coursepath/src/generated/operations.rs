//! The table of operations, and what holds for all of them.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Coursepath API. See <https://support.fellowdigitals.com/docs/api>.
pub static API: Api = {
    let mut api = Api::new("coursepath", OPERATIONS);
    api.base_path = "/api/v1";
    api.content_type = Some(("application/x-www-form-urlencoded", &[Method::POST]));
    api
};

/// The header that carries the key.
pub const KEY_HEADER: &str = "authorization";

/// What stands before the key in its header.
pub const KEY_PREFIX: &str = "Bearer ";

/// Every operation, in the order of the contract.
pub static OPERATIONS: &[&Operation] = &[
    &COURSES_LIST,
    &COURSES_GET,
    &MEMBERS_LIST_OF_COURSE,
    &MEMBERS_CREATE_IN_COURSE,
    &COURSE_MEMBERS_GET,
    &COURSE_MEMBERS_CREATE,
    &COURSE_MEMBERS_DELETE,
    &MEMBERS_INVITE_TO_COURSE,
    &MEMBERS_LIST,
    &MEMBERS_CREATE,
    &MEMBERS_ME,
    &MEMBERS_GET,
    &MEMBERS_UPDATE,
    &COURSES_LIST_OF_MEMBER,
    &GROUPS_LIST_OF_MEMBER,
    &GROUPS_ADD_MEMBER,
    &GROUPS_REMOVE_MEMBER,
    &MEMBERS_INVITE,
    &GROUPS_LIST,
    &MEMBERS_LIST_OF_GROUP,
    &MEMBERS_CREATE_IN_PROGRAM,
    &MEMBERS_INVITE_TO_PROGRAM,
    &PROGRAM_MEMBERS_CREATE,
    &PROGRAM_MEMBERS_DELETE,
];

/// `GET /courses`: lists the courses of the academy.
pub static COURSES_LIST: Operation = {
    let mut operation = Operation::new("courses.list", Method::GET, "/courses");
    operation.summary = "Lists the courses of the academy.";
    operation.parameters = &[
        Parameter::query("offset", false, "The number of items to skip."),
        Parameter::query(
            "limit",
            false,
            "The number of items on a page. Default 100, 250 or 500. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&COURSES_LIST_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Listed<Course>>);
    operation
};

/// How `courses.list` is paged.
pub static COURSES_LIST_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "offset"), (PageField::Size, "limit")]);

/// `GET /courses/{courseId}`: fetches one course.
pub static COURSES_GET: Operation = {
    let mut operation = Operation::new("courses.get", Method::GET, "/courses/{courseId}");
    operation.summary = "Fetches one course.";
    operation.parameters = &[Parameter::path("courseId", "The course.").but_not(&["me"])];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Unwrapped<Course>>);
    operation
};

/// `GET /courses/{courseId}/members`: lists the members of a course.
pub static MEMBERS_LIST_OF_COURSE: Operation = {
    let mut operation = Operation::new("members.list_of_course", Method::GET, "/courses/{courseId}/members");
    operation.summary = "Lists the members of a course.";
    operation.parameters = &[
        Parameter::path("courseId", "The course.").but_not(&["me"]),
        Parameter::query("email", false, "Only members with this email address."),
        Parameter::query("company", false, "Only members of this company."),
        Parameter::query("department", false, "Only members of this department."),
        Parameter::query("country", false, "Only members of this country, by its two-letter code."),
        Parameter::query("externalId", false, "Only the member with this id (your own)."),
        Parameter::query("association", false, "Only members with this association."),
        Parameter::query("identification", false, "Only members with this identification."),
        Parameter::query("registration", false, "Only members with this registration."),
        Parameter::query("offset", false, "The number of items to skip."),
        Parameter::query(
            "limit",
            false,
            "The number of items on a page. Default 100, 250 or 500. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&MEMBERS_LIST_OF_COURSE_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Listed<Member>>);
    operation
};

/// How `members.list_of_course` is paged.
pub static MEMBERS_LIST_OF_COURSE_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "offset"), (PageField::Size, "limit")]);

/// `POST /courses/{courseId}/members`: creates a member and enrols them in a course as a learner.
pub static MEMBERS_CREATE_IN_COURSE: Operation = {
    let mut operation =
        Operation::new("members.create_in_course", Method::POST, "/courses/{courseId}/members");
    operation.summary = "Creates a member and enrols them in a course as a learner.";
    operation.parameters = &[Parameter::path("courseId", "The course.").but_not(&["me"])];
    operation.encoding = Encoding::Form;
    operation.success = &[200, 201, 204];
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.request = Some(rewrite::<NewMember>);
    operation.reply = Some(rewrite_any::<Unwrapped<Member>>);
    operation
};

/// `GET /courses/{courseId}/members/{memberId}/coursemember`: fetches a learner's result in a course.
pub static COURSE_MEMBERS_GET: Operation = {
    let mut operation = Operation::new(
        "course_members.get",
        Method::GET,
        "/courses/{courseId}/members/{memberId}/coursemember",
    );
    operation.summary = "Fetches a learner's result in a course.";
    operation.parameters = &[
        Parameter::path("courseId", "The course.").but_not(&["me"]),
        Parameter::path("memberId", "The member.").but_not(&["me"]),
    ];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Unwrapped<CourseMember>>);
    operation
};

/// `POST /courses/{courseId}/members/{memberId}/coursemember`: enrols a member in a course.
pub static COURSE_MEMBERS_CREATE: Operation = {
    let mut operation = Operation::new(
        "course_members.create",
        Method::POST,
        "/courses/{courseId}/members/{memberId}/coursemember",
    );
    operation.summary = "Enrols a member in a course.";
    operation.parameters = &[
        Parameter::path("courseId", "The course.").but_not(&["me"]),
        Parameter::path("memberId", "The member.").but_not(&["me"]),
    ];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation
};

/// `DELETE /courses/{courseId}/members/{memberId}/coursemember`: removes a member from a course and deletes
/// their results in it.
pub static COURSE_MEMBERS_DELETE: Operation = {
    let mut operation = Operation::new(
        "course_members.delete",
        Method::DELETE,
        "/courses/{courseId}/members/{memberId}/coursemember",
    );
    operation.summary = "Removes a member from a course and deletes their results in it.";
    operation.parameters = &[
        Parameter::path("courseId", "The course.").but_not(&["me"]),
        Parameter::path("memberId", "The member.").but_not(&["me"]),
    ];
    operation.success = &[200, 204];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation
};

/// `POST /courses/{courseId}/members/{memberId}/invite`: sends a member the invitation to a course by email.
pub static MEMBERS_INVITE_TO_COURSE: Operation = {
    let mut operation = Operation::new(
        "members.invite_to_course",
        Method::POST,
        "/courses/{courseId}/members/{memberId}/invite",
    );
    operation.summary = "Sends a member the invitation to a course by email.";
    operation.parameters = &[
        Parameter::path("courseId", "The course.").but_not(&["me"]),
        Parameter::path("memberId", "The member.").but_not(&["me"]),
    ];
    operation.encoding = Encoding::Form;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.request = Some(rewrite::<Invitation>);
    operation
};

/// `GET /members`: lists the members of the academy.
pub static MEMBERS_LIST: Operation = {
    let mut operation = Operation::new("members.list", Method::GET, "/members");
    operation.summary = "Lists the members of the academy.";
    operation.parameters = &[
        Parameter::query("email", false, "Only members with this email address."),
        Parameter::query("company", false, "Only members of this company."),
        Parameter::query("department", false, "Only members of this department."),
        Parameter::query("country", false, "Only members of this country, by its two-letter code."),
        Parameter::query("externalId", false, "Only the member with this id (your own)."),
        Parameter::query("association", false, "Only members with this association."),
        Parameter::query("identification", false, "Only members with this identification."),
        Parameter::query("registration", false, "Only members with this registration."),
        Parameter::query("offset", false, "The number of items to skip."),
        Parameter::query(
            "limit",
            false,
            "The number of items on a page. Default 100, 250 or 500. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&MEMBERS_LIST_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Listed<Member>>);
    operation
};

/// How `members.list` is paged.
pub static MEMBERS_LIST_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "offset"), (PageField::Size, "limit")]);

/// `POST /members`: creates a member.
pub static MEMBERS_CREATE: Operation = {
    let mut operation = Operation::new("members.create", Method::POST, "/members");
    operation.summary = "Creates a member.";
    operation.encoding = Encoding::Form;
    operation.success = &[200, 201, 204];
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.request = Some(rewrite::<NewMember>);
    operation.reply = Some(rewrite_any::<Unwrapped<Member>>);
    operation
};

/// `GET /members/me`: fetches the member on whose behalf the call is made. A good health check.
pub static MEMBERS_ME: Operation = {
    let mut operation = Operation::new("members.me", Method::GET, "/members/me");
    operation.summary = "Fetches the member on whose behalf the call is made. A good health check.";
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Unwrapped<Member>>);
    operation
};

/// `GET /members/{memberId}`: fetches one member.
pub static MEMBERS_GET: Operation = {
    let mut operation = Operation::new("members.get", Method::GET, "/members/{memberId}");
    operation.summary = "Fetches one member.";
    operation.parameters = &[Parameter::path("memberId", "The member.").but_not(&["me"])];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Unwrapped<Member>>);
    operation
};

/// `POST /members/{memberId}`: updates the given fields of a member.
pub static MEMBERS_UPDATE: Operation = {
    let mut operation = Operation::new("members.update", Method::POST, "/members/{memberId}");
    operation.summary = "Updates the given fields of a member.";
    operation.parameters = &[Parameter::path("memberId", "The member.").but_not(&["me"])];
    operation.encoding = Encoding::Form;
    operation.success = &[200, 204];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.request = Some(rewrite::<MemberUpdate>);
    operation.reply = Some(rewrite_any::<Unwrapped<Member>>);
    operation
};

/// `GET /members/{memberId}/courses`: lists the courses of a member.
pub static COURSES_LIST_OF_MEMBER: Operation = {
    let mut operation = Operation::new("courses.list_of_member", Method::GET, "/members/{memberId}/courses");
    operation.summary = "Lists the courses of a member.";
    operation.parameters = &[
        Parameter::path("memberId", "The member.").but_not(&["me"]),
        Parameter::query("offset", false, "The number of items to skip."),
        Parameter::query(
            "limit",
            false,
            "The number of items on a page. Default 100, 250 or 500. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&COURSES_LIST_OF_MEMBER_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Listed<Course>>);
    operation
};

/// How `courses.list_of_member` is paged.
pub static COURSES_LIST_OF_MEMBER_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "offset"), (PageField::Size, "limit")]);

/// `GET /members/{memberId}/groups`: lists the groups of a member.
pub static GROUPS_LIST_OF_MEMBER: Operation = {
    let mut operation = Operation::new("groups.list_of_member", Method::GET, "/members/{memberId}/groups");
    operation.summary = "Lists the groups of a member.";
    operation.parameters = &[
        Parameter::path("memberId", "The member.").but_not(&["me"]),
        Parameter::query("offset", false, "The number of items to skip."),
        Parameter::query(
            "limit",
            false,
            "The number of items on a page. Default 100, 250 or 500. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&GROUPS_LIST_OF_MEMBER_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Listed<Group>>);
    operation
};

/// How `groups.list_of_member` is paged.
pub static GROUPS_LIST_OF_MEMBER_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "offset"), (PageField::Size, "limit")]);

/// `POST /members/{memberId}/groups`: adds a member to a group, by the name of the group.
pub static GROUPS_ADD_MEMBER: Operation = {
    let mut operation = Operation::new("groups.add_member", Method::POST, "/members/{memberId}/groups");
    operation.summary = "Adds a member to a group, by the name of the group.";
    operation.parameters = &[Parameter::path("memberId", "The member.").but_not(&["me"])];
    operation.encoding = Encoding::Form;
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.request = Some(rewrite_within::<GroupName>);
    operation
};

/// `DELETE /members/{memberId}/groups`: removes a member from a group, by the name of the group, or from
/// every group.
pub static GROUPS_REMOVE_MEMBER: Operation = {
    let mut operation = Operation::new("groups.remove_member", Method::DELETE, "/members/{memberId}/groups");
    operation.summary = "Removes a member from a group, by the name of the group, or from every group.";
    operation.parameters = &[
        Parameter::path("memberId", "The member.").but_not(&["me"]),
        Parameter::query(
            "name",
            false,
            "The name of the group. If missing, the member is removed from every group.",
        ),
    ];
    operation.success = &[200, 204];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation
};

/// `POST /members/{memberId}/invite`: sends a member the invitation to the academy by email.
pub static MEMBERS_INVITE: Operation = {
    let mut operation = Operation::new("members.invite", Method::POST, "/members/{memberId}/invite");
    operation.summary = "Sends a member the invitation to the academy by email.";
    operation.parameters = &[Parameter::path("memberId", "The member.").but_not(&["me"])];
    operation.encoding = Encoding::Form;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.request = Some(rewrite::<Invitation>);
    operation
};

/// `GET /groups`: lists the groups of the academy.
pub static GROUPS_LIST: Operation = {
    let mut operation = Operation::new("groups.list", Method::GET, "/groups");
    operation.summary = "Lists the groups of the academy.";
    operation.parameters = &[
        Parameter::query("offset", false, "The number of items to skip."),
        Parameter::query(
            "limit",
            false,
            "The number of items on a page. Default 100, 250 or 500. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&GROUPS_LIST_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Listed<Group>>);
    operation
};

/// How `groups.list` is paged.
pub static GROUPS_LIST_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "offset"), (PageField::Size, "limit")]);

/// `GET /groups/{groupId}/members`: lists the members of a group.
pub static MEMBERS_LIST_OF_GROUP: Operation = {
    let mut operation = Operation::new("members.list_of_group", Method::GET, "/groups/{groupId}/members");
    operation.summary = "Lists the members of a group.";
    operation.parameters = &[
        Parameter::path("groupId", "The group.").but_not(&["me"]),
        Parameter::query("email", false, "Only members with this email address."),
        Parameter::query("company", false, "Only members of this company."),
        Parameter::query("department", false, "Only members of this department."),
        Parameter::query("country", false, "Only members of this country, by its two-letter code."),
        Parameter::query("externalId", false, "Only the member with this id (your own)."),
        Parameter::query("association", false, "Only members with this association."),
        Parameter::query("identification", false, "Only members with this identification."),
        Parameter::query("registration", false, "Only members with this registration."),
        Parameter::query("offset", false, "The number of items to skip."),
        Parameter::query(
            "limit",
            false,
            "The number of items on a page. Default 100, 250 or 500. The maximum is not known.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&MEMBERS_LIST_OF_GROUP_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.reply = Some(rewrite::<Listed<Member>>);
    operation
};

/// How `members.list_of_group` is paged.
pub static MEMBERS_LIST_OF_GROUP_PAGING: Paging = Paging::new(PagingStyle::Offset, 100)
    .ends(&[EndSignal::EmptyPage])
    .parameters(&[(PageField::Offset, "offset"), (PageField::Size, "limit")]);

/// `POST /programs/{programId}/members`: creates a member and adds them to a program as a learner.
pub static MEMBERS_CREATE_IN_PROGRAM: Operation = {
    let mut operation =
        Operation::new("members.create_in_program", Method::POST, "/programs/{programId}/members");
    operation.summary = "Creates a member and adds them to a program as a learner.";
    operation.parameters =
        &[Parameter::path("programId", "The program's id. The academy shows it; no operation reads it.")
            .but_not(&["me"])];
    operation.encoding = Encoding::Form;
    operation.success = &[200, 201, 204];
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.request = Some(rewrite::<NewMember>);
    operation.reply = Some(rewrite_any::<Unwrapped<Member>>);
    operation
};

/// `POST /programs/{programId}/members/{memberId}/invite`: sends a member the invitation to a program by
/// email.
pub static MEMBERS_INVITE_TO_PROGRAM: Operation = {
    let mut operation = Operation::new(
        "members.invite_to_program",
        Method::POST,
        "/programs/{programId}/members/{memberId}/invite",
    );
    operation.summary = "Sends a member the invitation to a program by email.";
    operation.parameters = &[
        Parameter::path("programId", "The program's id. The academy shows it; no operation reads it.")
            .but_not(&["me"]),
        Parameter::path("memberId", "The member.").but_not(&["me"]),
    ];
    operation.encoding = Encoding::Form;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation.request = Some(rewrite::<Invitation>);
    operation
};

/// `POST /programs/{programId}/members/{memberId}/programmember`: adds a member to a program.
pub static PROGRAM_MEMBERS_CREATE: Operation = {
    let mut operation = Operation::new(
        "program_members.create",
        Method::POST,
        "/programs/{programId}/members/{memberId}/programmember",
    );
    operation.summary = "Adds a member to a program.";
    operation.parameters = &[
        Parameter::path("programId", "The program's id. The academy shows it; no operation reads it.")
            .but_not(&["me"]),
        Parameter::path("memberId", "The member.").but_not(&["me"]),
    ];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation
};

/// `DELETE /programs/{programId}/members/{memberId}/programmember`: removes a member from a program.
pub static PROGRAM_MEMBERS_DELETE: Operation = {
    let mut operation = Operation::new(
        "program_members.delete",
        Method::DELETE,
        "/programs/{programId}/members/{memberId}/programmember",
    );
    operation.summary = "Removes a member from a program.";
    operation.parameters = &[
        Parameter::path("programId", "The program's id. The academy shows it; no operation reads it.")
            .but_not(&["me"]),
        Parameter::path("memberId", "The member.").but_not(&["me"]),
    ];
    operation.success = &[200, 204];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://support.fellowdigitals.com/docs/api";
    operation
};
