//! The vendor's objects.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Paging information of a listing.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Meta {
    /// The total number of items.
    pub total_result_count: Option<u64>,
    /// The offset of the first item on this page.
    pub start_index: Option<u64>,
    /// The offset after the last item. Not reliable.
    pub end_index: Option<u64>,
    /// The time of the answer.
    pub created_date: Option<Timestamp<SecondsOffset>>,
    /// The time of the answer.
    pub modified_date: Option<Timestamp<SecondsOffset>>,
    /// The text `null`. It is not an id.
    pub id: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Meta {
    total_result_count: "totalResultCount",
    start_index: "startIndex",
    end_index: "endIndex",
    created_date: "createdDate",
    modified_date: "modifiedDate",
    id: "id",
});

/// A page of users.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserList {
    /// The users.
    pub results: Vec<User>,
    /// Paging information.
    pub meta: Option<Meta>,
    /// The time of the answer.
    pub created_date: Option<Timestamp<SecondsOffset>>,
    /// The time of the answer.
    pub modified_date: Option<Timestamp<SecondsOffset>>,
    /// The text `null`. It is not an id.
    pub id: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserList {
    results: "results" required,
    meta: "meta",
    created_date: "createdDate",
    modified_date: "modifiedDate",
    id: "id",
});

/// A group, by its id.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupRef {
    /// The group.
    pub id: GroupId,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupRef {
    id: "id" required,
});

impl GroupRef {
    /// With `id`, and nothing else set.
    #[must_use]
    pub fn new(id: impl Into<GroupId>) -> Self {
        Self { id: id.into(), extra: Extra::default() }
    }
}

/// A user.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// The id.
    pub id: UserId,
    /// The name the user logs in with. Personal.
    pub user_name: Option<String>,
    /// The first name. Personal.
    pub first_name: Option<String>,
    /// The last name. Personal.
    pub last_name: Option<String>,
    /// The email address. Personal.
    pub email_address: Option<String>,
    /// The telephone number, in any format. Personal.
    pub phone_number: Option<String>,
    /// The mobile telephone number, in any format. Personal.
    pub mobile_number: Option<String>,
    /// Your own number for the user; an empty text if there is none. Personal.
    pub employee_number: Option<String>,
    /// Whether the user belongs to the organisation.
    pub client_status_id: Option<ClientStatus>,
    /// The groups of the user.
    pub groups: Option<Vec<GroupRef>>,
    /// The groups that the user supervises.
    pub groups_supervised: Option<Vec<GroupRef>>,
    /// The roles. The vendor's introduction shows objects instead of numbers.
    pub roles: Option<Lenient<Vec<Role>>>,
    /// The IANA time zone.
    pub time_zone: Option<String>,
    /// The time of creation.
    pub created_date: Option<Timestamp<SecondsOffset>>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp<SecondsOffset>>,
    /// When the user last logged in. Only in the vendor's introduction.
    pub last_logged_in_date: Option<Timestamp>,
    /// Whether the user is active. Only in the vendor's introduction.
    pub active: Option<bool>,
    /// The account. Only in the vendor's introduction.
    pub client_id: Option<ClientId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(User {
    id: "id" required,
    user_name: "userName",
    first_name: "firstName",
    last_name: "lastName",
    email_address: "emailAddress",
    phone_number: "phoneNumber",
    mobile_number: "mobileNumber",
    employee_number: "employeeNumber",
    client_status_id: "clientStatusId",
    groups: "groups",
    groups_supervised: "groupsSupervised",
    roles: "roles",
    time_zone: "timeZone",
    created_date: "createdDate",
    modified_date: "modifiedDate",
    last_logged_in_date: "lastLoggedInDate",
    active: "active",
    client_id: "clientId",
});

/// A user to create.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewUser {
    /// The first name. Personal.
    pub first_name: String,
    /// The last name. Personal.
    pub last_name: String,
    /// The email address. Personal.
    pub email_address: String,
    /// Whether the vendor sends the user a welcome email. The vendor's default is `true`.
    pub send_welcome_email: Option<bool>,
    /// The name the user logs in with. Default: the vendor generates one. Personal.
    pub user_name: Option<String>,
    /// The telephone number, in any format. Personal.
    pub phone_number: Option<String>,
    /// The mobile telephone number, in any format. Personal.
    pub mobile_number: Option<String>,
    /// Your own number for the user. Personal.
    pub employee_number: Option<String>,
    /// The password, in plain text.
    pub password: Option<Secret>,
    /// The roles. Default: trainee.
    pub roles: Option<Vec<Role>>,
    /// The groups of the user.
    pub groups: Option<Vec<GroupRef>>,
    /// The groups that the user supervises.
    pub groups_supervised: Option<Vec<GroupRef>>,
    /// The IANA time zone. Default: the account's.
    pub time_zone: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewUser {
    first_name: "firstName" required,
    last_name: "lastName" required,
    email_address: "emailAddress" required,
    send_welcome_email: "sendWelcomeEmail",
    user_name: "userName",
    phone_number: "phoneNumber",
    mobile_number: "mobileNumber",
    employee_number: "employeeNumber",
    password: "password",
    roles: "roles",
    groups: "groups",
    groups_supervised: "groupsSupervised",
    time_zone: "timeZone",
});

impl NewUser {
    /// With `first_name` and `last_name` and `email_address` and `send_welcome_email`, and nothing else set.
    #[must_use]
    pub fn new(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        email_address: impl Into<String>,
        send_welcome_email: bool,
    ) -> Self {
        Self {
            first_name: first_name.into(),
            last_name: last_name.into(),
            email_address: email_address.into(),
            send_welcome_email: Some(send_welcome_email),
            user_name: None,
            phone_number: None,
            mobile_number: None,
            employee_number: None,
            password: None,
            roles: None,
            groups: None,
            groups_supervised: None,
            time_zone: None,
            extra: Extra::default(),
        }
    }

    /// Sets `user_name`: the name the user logs in with. Default: the vendor generates one.
    #[must_use]
    pub fn user_name(mut self, user_name: impl Into<String>) -> Self {
        self.user_name = Some(user_name.into());
        self
    }

    /// Sets `phone_number`: the telephone number, in any format.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// Sets `mobile_number`: the mobile telephone number, in any format.
    #[must_use]
    pub fn mobile_number(mut self, mobile_number: impl Into<String>) -> Self {
        self.mobile_number = Some(mobile_number.into());
        self
    }

    /// Sets `employee_number`: your own number for the user.
    #[must_use]
    pub fn employee_number(mut self, employee_number: impl Into<String>) -> Self {
        self.employee_number = Some(employee_number.into());
        self
    }

    /// Sets `password`: the password, in plain text.
    #[must_use]
    pub fn password(mut self, password: impl Into<Secret>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Sets `roles`: the roles. Default: trainee.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<Role>>) -> Self {
        self.roles = Some(roles.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `groups`: the groups of the user.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = GroupRef>) -> Self {
        self.groups = Some(groups.into_iter().collect());
        self
    }

    /// Sets `groups_supervised`: the groups that the user supervises.
    #[must_use]
    pub fn groups_supervised(mut self, groups_supervised: impl IntoIterator<Item = GroupRef>) -> Self {
        self.groups_supervised = Some(groups_supervised.into_iter().collect());
        self
    }

    /// Sets `time_zone`: the IANA time zone. Default: the account's.
    #[must_use]
    pub fn time_zone(mut self, time_zone: impl Into<String>) -> Self {
        self.time_zone = Some(time_zone.into());
        self
    }
}

/// A new user's id.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserCreated {
    /// The id.
    pub id: UserId,
    /// The time of creation.
    pub created_date: Option<Timestamp>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserCreated {
    id: "id" required,
    created_date: "createdDate",
    modified_date: "modifiedDate",
});

/// The data that replaces a user's.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserUpdate {
    /// The user.
    pub id: UserId,
    /// The first name. Personal.
    pub first_name: String,
    /// The last name. Personal.
    pub last_name: String,
    /// The email address. Personal.
    pub email_address: String,
    /// The telephone number. Personal.
    pub phone_number: String,
    /// The mobile telephone number. Personal.
    pub mobile_number: String,
    /// Your own number for the user; null if there is none. Personal.
    pub employee_number: Option<String>,
    /// The roles.
    pub roles: Vec<Role>,
    /// The IANA time zone.
    pub time_zone: String,
    /// The name the user logs in with. Personal.
    pub user_name: Option<String>,
    /// The groups of the user.
    pub groups: Option<Vec<GroupRef>>,
    /// The groups that the user supervises.
    pub groups_supervised: Option<Vec<GroupRef>>,
    /// A new password, in plain text.
    pub password: Option<Secret>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserUpdate {
    id: "id" required,
    first_name: "firstName" required,
    last_name: "lastName" required,
    email_address: "emailAddress" required,
    phone_number: "phoneNumber" required,
    mobile_number: "mobileNumber" required,
    employee_number: "employeeNumber" required,
    roles: "roles" required,
    time_zone: "timeZone" required,
    user_name: "userName",
    groups: "groups",
    groups_supervised: "groupsSupervised",
    password: "password",
});

impl UserUpdate {
    /// Sets `id`: the user.
    #[must_use]
    pub fn id(mut self, id: impl Into<UserId>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets `first_name`: the first name.
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = first_name.into();
        self
    }

    /// Sets `last_name`: the last name.
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = last_name.into();
        self
    }

    /// Sets `email_address`: the email address.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = email_address.into();
        self
    }

    /// Sets `phone_number`: the telephone number.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = phone_number.into();
        self
    }

    /// Sets `mobile_number`: the mobile telephone number.
    #[must_use]
    pub fn mobile_number(mut self, mobile_number: impl Into<String>) -> Self {
        self.mobile_number = mobile_number.into();
        self
    }

    /// Sets `employee_number`: your own number for the user; null if there is none.
    #[must_use]
    pub fn employee_number(mut self, employee_number: impl Into<String>) -> Self {
        self.employee_number = Some(employee_number.into());
        self
    }

    /// Sets `roles`: the roles.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<Role>>) -> Self {
        self.roles = roles.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `time_zone`: the IANA time zone.
    #[must_use]
    pub fn time_zone(mut self, time_zone: impl Into<String>) -> Self {
        self.time_zone = time_zone.into();
        self
    }

    /// Sets `user_name`: the name the user logs in with.
    #[must_use]
    pub fn user_name(mut self, user_name: impl Into<String>) -> Self {
        self.user_name = Some(user_name.into());
        self
    }

    /// Sets `groups`: the groups of the user.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = GroupRef>) -> Self {
        self.groups = Some(groups.into_iter().collect());
        self
    }

    /// Sets `groups_supervised`: the groups that the user supervises.
    #[must_use]
    pub fn groups_supervised(mut self, groups_supervised: impl IntoIterator<Item = GroupRef>) -> Self {
        self.groups_supervised = Some(groups_supervised.into_iter().collect());
        self
    }

    /// Sets `password`: a new password, in plain text.
    #[must_use]
    pub fn password(mut self, password: impl Into<Secret>) -> Self {
        self.password = Some(password.into());
        self
    }
}

/// Users to create, or to merge with existing users.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkImport {
    /// The users.
    pub users: Vec<BulkUser>,
    /// The field that matches a user with an existing one. Default: none.
    pub merge_type: Option<MergeType>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkImport {
    users: "users" required,
    merge_type: "mergeType",
});

impl BulkImport {
    /// With `users`, and nothing else set.
    #[must_use]
    pub fn new(users: impl IntoIterator<Item = BulkUser>) -> Self {
        Self { users: users.into_iter().collect(), merge_type: None, extra: Extra::default() }
    }

    /// Sets `merge_type`: the field that matches a user with an existing one. Default: none.
    #[must_use]
    pub fn merge_type(mut self, merge_type: impl Into<MergeType>) -> Self {
        self.merge_type = Some(merge_type.into());
        self
    }
}

/// A user to import.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUser {
    /// The first name. Personal.
    pub first_name: String,
    /// The last name. Personal.
    pub last_name: String,
    /// The email address. Personal.
    pub email_address: String,
    /// The name the user logs in with. Personal.
    pub user_name: Option<String>,
    /// The telephone number, in any format. Personal.
    pub phone_number: Option<String>,
    /// The mobile telephone number, in any format. Personal.
    pub mobile_number: Option<String>,
    /// Your own number for the user. Personal.
    pub employee_number: Option<String>,
    /// The roles. If missing, a matching user becomes a trainee.
    pub roles: Option<Vec<Role>>,
    /// The IANA time zone.
    pub time_zone: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkUser {
    first_name: "firstName" required,
    last_name: "lastName" required,
    email_address: "emailAddress" required,
    user_name: "userName",
    phone_number: "phoneNumber",
    mobile_number: "mobileNumber",
    employee_number: "employeeNumber",
    roles: "roles",
    time_zone: "timeZone",
});

impl BulkUser {
    /// Sets `first_name`: the first name.
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = first_name.into();
        self
    }

    /// Sets `last_name`: the last name.
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = last_name.into();
        self
    }

    /// Sets `email_address`: the email address.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = email_address.into();
        self
    }

    /// Sets `user_name`: the name the user logs in with.
    #[must_use]
    pub fn user_name(mut self, user_name: impl Into<String>) -> Self {
        self.user_name = Some(user_name.into());
        self
    }

    /// Sets `phone_number`: the telephone number, in any format.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// Sets `mobile_number`: the mobile telephone number, in any format.
    #[must_use]
    pub fn mobile_number(mut self, mobile_number: impl Into<String>) -> Self {
        self.mobile_number = Some(mobile_number.into());
        self
    }

    /// Sets `employee_number`: your own number for the user.
    #[must_use]
    pub fn employee_number(mut self, employee_number: impl Into<String>) -> Self {
        self.employee_number = Some(employee_number.into());
        self
    }

    /// Sets `roles`: the roles. If missing, a matching user becomes a trainee.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<Role>>) -> Self {
        self.roles = Some(roles.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `time_zone`: the IANA time zone.
    #[must_use]
    pub fn time_zone(mut self, time_zone: impl Into<String>) -> Self {
        self.time_zone = Some(time_zone.into());
        self
    }
}

/// A page of groups.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupList {
    /// The groups.
    pub results: Vec<Group>,
    /// Paging information.
    pub meta: Option<Meta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupList {
    results: "results" required,
    meta: "meta",
});

/// A group.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// The id.
    pub id: GroupId,
    /// The name.
    pub name: Option<String>,
    /// The parent group; null at the top.
    pub parent_id: Option<GroupId>,
    /// The description.
    pub description: Option<String>,
    /// The number of direct members.
    pub member_count: Option<i64>,
    /// The time of creation. The time zone is not known, probably UTC.
    pub created_date: Option<Timestamp<Local>>,
    /// The account.
    pub client_id: Option<ClientId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Group {
    id: "id" required,
    name: "name",
    parent_id: "parentId",
    description: "description",
    member_count: "memberCount",
    created_date: "createdDate",
    client_id: "clientId",
});

/// A group to create, or the data that replaces a group's.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupWrite {
    /// The name.
    pub name: String,
    /// The description.
    pub description: String,
    /// The parent group.
    pub parent_id: Option<GroupId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupWrite {
    name: "name" required,
    description: "description" required,
    parent_id: "parentId",
});

impl GroupWrite {
    /// With `name` and `description`, and nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>, description: impl Into<String>) -> Self {
        Self { name: name.into(), description: description.into(), parent_id: None, extra: Extra::default() }
    }

    /// Sets `parent_id`: the parent group.
    #[must_use]
    pub fn parent_id(mut self, parent_id: impl Into<GroupId>) -> Self {
        self.parent_id = Some(parent_id.into());
        self
    }
}

/// A list of user ids.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserIds {
    /// The users.
    pub user_ids: Vec<UserId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserIds {
    user_ids: "userIds" required,
});

impl UserIds {
    /// With `user_ids`, and nothing else set.
    #[must_use]
    pub fn new(user_ids: impl IntoIterator<Item = impl Into<UserId>>) -> Self {
        Self { user_ids: user_ids.into_iter().map(Into::into).collect(), extra: Extra::default() }
    }
}

/// A page of lessons.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LessonList {
    /// The lessons.
    pub results: Vec<Lesson>,
    /// Paging information.
    pub meta: Option<Meta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonList {
    results: "results" required,
    meta: "meta",
});

/// A version of a lesson.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Lesson {
    /// The version's id. Schedules are created with it.
    pub lesson_version_id: LessonVersionId,
    /// The lesson's id. All its versions have the same one.
    pub lesson_id: Option<LessonId>,
    /// The name.
    pub name: Option<String>,
    /// The duration, probably in milliseconds.
    pub duration: Option<i64>,
    /// The status.
    pub status: Option<LessonStatus>,
    /// Whether it is in the library.
    pub in_library: Option<bool>,
    /// The version number.
    pub version: Option<i64>,
    /// The account.
    pub client_id: Option<ClientId>,
    /// A number that the vendor does not explain.
    pub questionnaire_type: Option<i64>,
    /// The custom fields.
    pub lesson_version_custom_fields: Option<Vec<CustomField>>,
    /// The time of creation.
    pub created_date: Option<Timestamp<SecondsOffset>>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp<SecondsOffset>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Lesson {
    lesson_version_id: "lessonVersionId" required,
    lesson_id: "lessonId",
    name: "name",
    duration: "duration",
    status: "status",
    in_library: "inLibrary",
    version: "version",
    client_id: "clientId",
    questionnaire_type: "questionnaireType",
    lesson_version_custom_fields: "lessonVersionCustomFields",
    created_date: "createdDate",
    modified_date: "modifiedDate",
});

/// A custom field of a version of a lesson.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CustomField {
    /// The version.
    pub lesson_version_id: Option<LessonVersionId>,
    /// The field.
    pub custom_field_id: Option<CustomFieldId>,
    /// The name of the field.
    pub custom_field_description: Option<String>,
    /// The internal name of the field.
    pub field_id: Option<String>,
    /// The type of the value.
    pub kind: Option<String>,
    /// The value.
    pub value: Option<Value>,
    /// The value's id.
    pub id: Option<CustomFieldValueId>,
    /// The time of creation.
    pub created_date: Option<Timestamp<SecondsOffset>>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp<SecondsOffset>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CustomField {
    lesson_version_id: "lessonVersionId",
    custom_field_id: "customFieldId",
    custom_field_description: "customFieldDescription",
    field_id: "fieldId",
    kind: "type",
    value: "value",
    id: "id",
    created_date: "createdDate",
    modified_date: "modifiedDate",
});

/// A page of lessons.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LessonDetailList {
    /// The lessons.
    pub results: Vec<LessonDetail>,
    /// Paging information.
    pub meta: Option<Meta>,
    /// The time of the answer.
    pub created_date: Option<Timestamp<SecondsOffset>>,
    /// The time of the answer.
    pub modified_date: Option<Timestamp<SecondsOffset>>,
    /// The text `null`. It is not an id.
    pub id: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonDetailList {
    results: "results" required,
    meta: "meta",
    created_date: "createdDate",
    modified_date: "modifiedDate",
    id: "id",
});

/// A version of a lesson, with its publication state. It has fewer fields than `Lesson`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LessonDetail {
    /// The version's id. Schedules are created with it.
    pub lesson_version_id: LessonVersionId,
    /// The lesson's id. All its versions have the same one.
    pub lesson_id: Option<LessonId>,
    /// The name.
    pub name: Option<String>,
    /// A number that the vendor does not explain.
    pub published: Option<i64>,
    /// The duration, probably in milliseconds.
    pub duration: Option<i64>,
    /// The status.
    pub status: Option<LessonStatus>,
    /// Whether it is in the library.
    pub in_library: Option<bool>,
    /// The version number.
    pub version: Option<i64>,
    /// The account.
    pub client_id: Option<ClientId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonDetail {
    lesson_version_id: "lessonVersionId" required,
    lesson_id: "lessonId",
    name: "name",
    published: "published",
    duration: "duration",
    status: "status",
    in_library: "inLibrary",
    version: "version",
    client_id: "clientId",
});

/// A lesson that is scheduled for a user. It has no `status`; the listing of a user's schedules does.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LessonSchedule {
    /// The id.
    pub id: Option<LessonScheduleId>,
    /// The lesson.
    pub lesson_id: Option<LessonId>,
    /// The version of the lesson.
    pub lesson_version_id: Option<LessonVersionId>,
    /// The version number.
    pub version: Option<i64>,
    /// The lesson's name.
    pub lesson_name: Option<String>,
    /// The user.
    pub user_id: Option<UserId>,
    /// The first name. Personal.
    pub user_first_name: Option<String>,
    /// The last name. Personal.
    pub user_last_name: Option<String>,
    /// The start date.
    pub start_date: Option<Timestamp>,
    /// The due date.
    pub end_date: Option<Timestamp>,
    /// When the user started the lesson.
    pub lesson_started_date: Option<Timestamp>,
    /// When the lesson was completed.
    pub lesson_completed_date: Option<Timestamp>,
    /// The user who completed it. For a manual completion, the user who recorded it.
    pub lesson_completed_by: Option<UserId>,
    /// The name. Personal.
    pub lesson_completed_by_name: Option<String>,
    /// The duration of the lesson in milliseconds.
    pub lesson_duration: Option<i64>,
    /// The watched duration in milliseconds.
    pub progress: Option<i64>,
    /// The number of chapters.
    pub chapter_count: Option<i64>,
    /// The number of questions.
    pub question_count: Option<i64>,
    /// A number that the vendor does not explain.
    pub questionnaire_type: Option<i64>,
    /// A number for how it was scheduled.
    pub type_id: Option<i64>,
    /// A number for how it was completed.
    pub completion_type_id: Option<i64>,
    /// A number for the kind of lesson.
    pub lesson_evolution: Option<i64>,
    /// The image.
    pub thumbnail_id: Option<MediaId>,
    /// The URL of the image.
    pub lesson_thumbnail: Option<String>,
    /// The time of creation.
    pub created_date: Option<Timestamp>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp>,
    /// Whether it is active.
    pub active: Option<bool>,
    /// The account.
    pub client_id: Option<ClientId>,
    /// The name of the account.
    pub client_name: Option<String>,
    /// The reminders that were sent.
    pub reminders: Option<Lenient<Vec<Map<String, Value>>>>,
    /// The questions and answers.
    pub question_results: Option<Lenient<Vec<Map<String, Value>>>>,
    /// The percentage needed to pass.
    pub questionnaire_pass_rate: Option<Number>,
    /// The name the user logs in with. Personal.
    pub user_user_name: Option<String>,
    /// Your own number for the user. Personal.
    pub user_employee_number: Option<String>,
    /// The user's groups.
    pub user_groups: Option<Lenient<Vec<Map<String, Value>>>>,
    /// The user's supervisors.
    pub supervisors: Option<Lenient<Vec<Map<String, Value>>>>,
    /// A number that the vendor does not explain.
    pub published: Option<i64>,
    /// Whether a link to the lesson was sent by email.
    pub schedule_over_email_attempted: Option<bool>,
    /// Whether a reminder was sent by email.
    pub overdue_email_attempted: Option<bool>,
    /// The movie.
    pub movie_id: Option<MediaId>,
    /// The path of the movie.
    pub movie_physical_uri: Option<String>,
    /// The size of the movie in bytes.
    pub movie_size_in_bytes: Option<i64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonSchedule {
    id: "id",
    lesson_id: "lessonId",
    lesson_version_id: "lessonVersionId",
    version: "version",
    lesson_name: "lessonName",
    user_id: "userId",
    user_first_name: "userFirstName",
    user_last_name: "userLastName",
    start_date: "startDate",
    end_date: "endDate",
    lesson_started_date: "lessonStartedDate",
    lesson_completed_date: "lessonCompletedDate",
    lesson_completed_by: "lessonCompletedBy",
    lesson_completed_by_name: "lessonCompletedByName",
    lesson_duration: "lessonDuration",
    progress: "progress",
    chapter_count: "chapterCount",
    question_count: "questionCount",
    questionnaire_type: "questionnaireType",
    type_id: "typeId",
    completion_type_id: "completionTypeId",
    lesson_evolution: "lessonEvolution",
    thumbnail_id: "thumbnailId",
    lesson_thumbnail: "lessonThumbnail",
    created_date: "createdDate",
    modified_date: "modifiedDate",
    active: "active",
    client_id: "clientId",
    client_name: "clientName",
    reminders: "reminders",
    question_results: "questionResults",
    questionnaire_pass_rate: "questionnairePassRate",
    user_user_name: "userUserName",
    user_employee_number: "userEmployeeNumber",
    user_groups: "userGroups",
    supervisors: "supervisors",
    published: "published",
    schedule_over_email_attempted: "scheduleOverEmailAttempted",
    overdue_email_attempted: "overdueEmailAttempted",
    movie_id: "movieId",
    movie_physical_uri: "moviePhysicalURI",
    movie_size_in_bytes: "movieSizeInBytes",
});

/// A page of schedules.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LessonScheduleList {
    /// The schedules.
    pub results: Vec<LessonScheduleSummary>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonScheduleList {
    results: "results" required,
});

/// A lesson schedule, as in the listing.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LessonScheduleSummary {
    /// The id.
    pub id: Option<LessonScheduleId>,
    /// The lesson.
    pub lesson_id: Option<LessonId>,
    /// The version of the lesson.
    pub lesson_version_id: Option<LessonVersionId>,
    /// The version number.
    pub version: Option<i64>,
    /// The lesson's name.
    pub lesson_name: Option<String>,
    /// The user.
    pub user_id: Option<UserId>,
    /// The first name. Personal.
    pub user_first_name: Option<String>,
    /// The last name. Personal.
    pub user_last_name: Option<String>,
    /// The start date.
    pub start_date: Option<Timestamp>,
    /// The due date.
    pub end_date: Option<Timestamp>,
    /// When the user started the lesson.
    pub lesson_started_date: Option<Timestamp>,
    /// When the lesson was completed.
    pub lesson_completed_date: Option<Timestamp>,
    /// The user who completed it. For a manual completion, the user who recorded it.
    pub lesson_completed_by: Option<UserId>,
    /// The name. Personal.
    pub lesson_completed_by_name: Option<String>,
    /// The duration of the lesson in milliseconds.
    pub lesson_duration: Option<i64>,
    /// The watched duration in milliseconds.
    pub progress: Option<i64>,
    /// The number of chapters.
    pub chapter_count: Option<i64>,
    /// The number of questions.
    pub question_count: Option<i64>,
    /// A number that the vendor does not explain.
    pub questionnaire_type: Option<i64>,
    /// A number for how it was scheduled.
    pub type_id: Option<i64>,
    /// A number for how it was completed.
    pub completion_type_id: Option<i64>,
    /// A number for the kind of lesson.
    pub lesson_evolution: Option<i64>,
    /// The image.
    pub thumbnail_id: Option<MediaId>,
    /// The URL of the image.
    pub lesson_thumbnail: Option<String>,
    /// The time of creation.
    pub created_date: Option<Timestamp>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp>,
    /// How it was scheduled.
    pub schedule_type: Option<ScheduleType>,
    /// The status.
    pub status: Option<ScheduleStatus>,
    /// A number for the status.
    pub status_id: Option<i64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonScheduleSummary {
    id: "id",
    lesson_id: "lessonId",
    lesson_version_id: "lessonVersionId",
    version: "version",
    lesson_name: "lessonName",
    user_id: "userId",
    user_first_name: "userFirstName",
    user_last_name: "userLastName",
    start_date: "startDate",
    end_date: "endDate",
    lesson_started_date: "lessonStartedDate",
    lesson_completed_date: "lessonCompletedDate",
    lesson_completed_by: "lessonCompletedBy",
    lesson_completed_by_name: "lessonCompletedByName",
    lesson_duration: "lessonDuration",
    progress: "progress",
    chapter_count: "chapterCount",
    question_count: "questionCount",
    questionnaire_type: "questionnaireType",
    type_id: "typeId",
    completion_type_id: "completionTypeId",
    lesson_evolution: "lessonEvolution",
    thumbnail_id: "thumbnailId",
    lesson_thumbnail: "lessonThumbnail",
    created_date: "createdDate",
    modified_date: "modifiedDate",
    schedule_type: "scheduleType",
    status: "status",
    status_id: "statusId",
});

/// Lessons to schedule.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ScheduleRequest {
    /// The versions of the lessons.
    pub lesson_version_ids: Vec<LessonVersionId>,
    /// The start date. Default: now.
    pub schedule_date: Option<Timestamp<SecondsOffset>>,
    /// The time from the start date to the due date: a number, as text. Default: the account's setting.
    pub grace_period: Option<String>,
    /// The unit of the grace period.
    pub grace_period_unit: Option<GracePeriodUnit>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ScheduleRequest {
    lesson_version_ids: "lessonVersionIds" required,
    schedule_date: "scheduleDate",
    grace_period: "gracePeriod",
    grace_period_unit: "gracePeriodUnit",
});

impl ScheduleRequest {
    /// With `lesson_version_ids`, and nothing else set.
    #[must_use]
    pub fn new(lesson_version_ids: impl IntoIterator<Item = impl Into<LessonVersionId>>) -> Self {
        Self {
            lesson_version_ids: lesson_version_ids.into_iter().map(Into::into).collect(),
            schedule_date: None,
            grace_period: None,
            grace_period_unit: None,
            extra: Extra::default(),
        }
    }

    /// Sets `schedule_date`: the start date. Default: now.
    #[must_use]
    pub fn schedule_date(mut self, schedule_date: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.schedule_date = Some(schedule_date.into());
        self
    }

    /// Sets `grace_period`: the time from the start date to the due date: a number, as text. Default: the account's setting.
    #[must_use]
    pub fn grace_period(mut self, grace_period: impl Into<String>) -> Self {
        self.grace_period = Some(grace_period.into());
        self
    }

    /// Sets `grace_period_unit`: the unit of the grace period.
    #[must_use]
    pub fn grace_period_unit(mut self, grace_period_unit: impl Into<GracePeriodUnit>) -> Self {
        self.grace_period_unit = Some(grace_period_unit.into());
        self
    }
}

/// A list of lesson schedule ids.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LessonScheduleIds {
    /// The schedules.
    pub ids: Vec<LessonScheduleId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonScheduleIds {
    ids: "ids" required,
});

/// A lesson that was completed elsewhere. Set the lesson or its version.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Completion {
    /// The lesson. A version of it must be published.
    pub lesson_id: Option<LessonId>,
    /// The version. It must be published now, or have been published.
    pub lesson_version_id: Option<LessonVersionId>,
    /// When the lesson was completed.
    pub completed_date: Timestamp<SecondsOffset>,
    /// The active user who records the completion.
    pub manually_completed_by_user_id: UserId,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Completion {
    lesson_id: "lessonId",
    lesson_version_id: "lessonVersionId",
    completed_date: "completedDate" required,
    manually_completed_by_user_id: "manuallyCompletedByUserId" required,
});

impl Completion {
    /// Sets `lesson_id`: the lesson. A version of it must be published.
    #[must_use]
    pub fn lesson_id(mut self, lesson_id: impl Into<LessonId>) -> Self {
        self.lesson_id = Some(lesson_id.into());
        self
    }

    /// Sets `lesson_version_id`: the version. It must be published now, or have been published.
    #[must_use]
    pub fn lesson_version_id(mut self, lesson_version_id: impl Into<LessonVersionId>) -> Self {
        self.lesson_version_id = Some(lesson_version_id.into());
        self
    }

    /// Sets `completed_date`: when the lesson was completed.
    #[must_use]
    pub fn completed_date(mut self, completed_date: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.completed_date = completed_date.into();
        self
    }

    /// Sets `manually_completed_by_user_id`: the active user who records the completion.
    #[must_use]
    pub fn manually_completed_by_user_id(mut self, manually_completed_by_user_id: impl Into<UserId>) -> Self {
        self.manually_completed_by_user_id = manually_completed_by_user_id.into();
        self
    }
}

/// A page of sessions.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IltSessionList {
    /// The sessions.
    pub results: Vec<IltSession>,
    /// Paging information.
    pub meta: Option<Meta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IltSessionList {
    results: "results" required,
    meta: "meta",
});

/// A session.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IltSession {
    /// The id.
    pub id: IltSessionId,
    /// The status.
    pub status_id: Option<IltStatus>,
    /// The instructor.
    pub instructor_id: Option<UserId>,
    /// The instructor's first name. Personal.
    pub instructor_first_name: Option<String>,
    /// The instructor's last name. Personal.
    pub instructor_last_name: Option<String>,
    /// The lesson.
    pub lesson_id: Option<LessonId>,
    /// Notes.
    pub notes: Option<String>,
    /// The number of places.
    pub number_of_places: Option<i64>,
    /// When it begins, with the offset of its time zone.
    pub start_datetime: Option<Timestamp<MillisecondsOffset>>,
    /// When it ends.
    pub end_datetime: Option<Timestamp<MillisecondsOffset>>,
    /// The location.
    pub location: Option<String>,
    /// The time of creation.
    pub created_date: Option<Timestamp<MillisecondsOffset>>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp<MillisecondsOffset>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IltSession {
    id: "id" required,
    status_id: "statusId",
    instructor_id: "instructorId",
    instructor_first_name: "instructorFirstName",
    instructor_last_name: "instructorLastName",
    lesson_id: "lessonId",
    notes: "notes",
    number_of_places: "numberOfPlaces",
    start_datetime: "startDatetime",
    end_datetime: "endDatetime",
    location: "location",
    created_date: "createdDate",
    modified_date: "modifiedDate",
});

/// A session, as fetched alone. It lacks the name of the instructor.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IltSessionDetail {
    /// The id.
    pub id: IltSessionId,
    /// The status.
    pub status_id: Option<IltStatus>,
    /// The instructor.
    pub instructor_id: Option<UserId>,
    /// The lesson's name.
    pub lesson_name: Option<String>,
    /// Whether an instructor leads it.
    pub instructor_led: Option<bool>,
    /// The number of attendees.
    pub number_of_attendees: Option<i64>,
    /// The time state.
    pub state: Option<IltState>,
    /// The percentage of attendees who attended.
    pub attendance_rate: Option<Number>,
    /// The percentage of attendees who passed.
    pub pass_rate: Option<Number>,
    /// Whether trainees are notified of a cancellation.
    pub notify_trainees: Option<bool>,
    /// Whether the instructor is notified of a cancellation.
    pub notify_instructor: Option<bool>,
    /// The lesson.
    pub lesson_id: Option<LessonId>,
    /// Notes.
    pub notes: Option<String>,
    /// The number of places.
    pub number_of_places: Option<i64>,
    /// When it begins, with the offset of its time zone.
    pub start_datetime: Option<Timestamp<MillisecondsOffset>>,
    /// When it ends.
    pub end_datetime: Option<Timestamp<MillisecondsOffset>>,
    /// The location.
    pub location: Option<String>,
    /// The time of creation.
    pub created_date: Option<Timestamp<MillisecondsOffset>>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp<MillisecondsOffset>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IltSessionDetail {
    id: "id" required,
    status_id: "statusId",
    instructor_id: "instructorId",
    lesson_name: "lessonName",
    instructor_led: "instructorLed",
    number_of_attendees: "numberOfAttendees",
    state: "state",
    attendance_rate: "attendanceRate",
    pass_rate: "passRate",
    notify_trainees: "iltSessionCancellationTraineeNotificationEnabled",
    notify_instructor: "iltSessionCancellationInstructorNotificationEnabled",
    lesson_id: "lessonId",
    notes: "notes",
    number_of_places: "numberOfPlaces",
    start_datetime: "startDatetime",
    end_datetime: "endDatetime",
    location: "location",
    created_date: "createdDate",
    modified_date: "modifiedDate",
});

/// A session to create. Set the number of places with an update.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewIltSession {
    /// When it begins. Its offset is kept.
    pub start_datetime: Timestamp<MillisecondsOffset>,
    /// When it ends.
    pub end_datetime: Timestamp<MillisecondsOffset>,
    /// The location.
    pub location: String,
    /// The instructor.
    pub instructor_id: UserId,
    /// The lesson. Documented as optional, but probably required.
    pub lesson_id: Option<LessonId>,
    /// Notes.
    pub notes: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewIltSession {
    start_datetime: "startDatetime" required,
    end_datetime: "endDatetime" required,
    location: "location" required,
    instructor_id: "instructorId" required,
    lesson_id: "lessonId",
    notes: "notes",
});

impl NewIltSession {
    /// With `start_datetime` and `end_datetime` and `location` and `instructor_id`, and nothing else set.
    #[must_use]
    pub fn new(
        start_datetime: impl Into<Timestamp<MillisecondsOffset>>,
        end_datetime: impl Into<Timestamp<MillisecondsOffset>>,
        location: impl Into<String>,
        instructor_id: impl Into<UserId>,
    ) -> Self {
        Self {
            start_datetime: start_datetime.into(),
            end_datetime: end_datetime.into(),
            location: location.into(),
            instructor_id: instructor_id.into(),
            lesson_id: None,
            notes: None,
            extra: Extra::default(),
        }
    }

    /// Sets `lesson_id`: the lesson. Documented as optional, but probably required.
    #[must_use]
    pub fn lesson_id(mut self, lesson_id: impl Into<LessonId>) -> Self {
        self.lesson_id = Some(lesson_id.into());
        self
    }

    /// Sets `notes`: notes.
    #[must_use]
    pub fn notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }
}

/// Changes to a session.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IltSessionUpdate {
    /// The instructor.
    pub instructor_id: UserId,
    /// The location.
    pub location: String,
    /// The status.
    pub status_id: Option<IltStatus>,
    /// Notes.
    pub notes: Option<String>,
    /// The number of places.
    pub number_of_places: Option<i64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IltSessionUpdate {
    instructor_id: "instructorId" required,
    location: "location" required,
    status_id: "statusId",
    notes: "notes",
    number_of_places: "numberOfPlaces",
});

impl IltSessionUpdate {
    /// With `instructor_id` and `location`, and nothing else set.
    #[must_use]
    pub fn new(instructor_id: impl Into<UserId>, location: impl Into<String>) -> Self {
        Self {
            instructor_id: instructor_id.into(),
            location: location.into(),
            status_id: None,
            notes: None,
            number_of_places: None,
            extra: Extra::default(),
        }
    }

    /// Sets `status_id`: the status.
    #[must_use]
    pub fn status_id(mut self, status_id: impl Into<IltStatus>) -> Self {
        self.status_id = Some(status_id.into());
        self
    }

    /// Sets `notes`: notes.
    #[must_use]
    pub fn notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }

    /// Sets `number_of_places`: the number of places.
    #[must_use]
    pub fn number_of_places(mut self, number_of_places: i64) -> Self {
        self.number_of_places = Some(number_of_places);
        self
    }
}

/// Who is notified of a cancellation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IltCancellation {
    /// Whether trainees are notified.
    pub notify_trainees: bool,
    /// Whether the instructor is notified.
    pub notify_instructor: bool,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IltCancellation {
    notify_trainees: "iltSessionCancellationTraineeNotificationEnabled" required,
    notify_instructor: "iltSessionCancellationInstructorNotificationEnabled" required,
});

impl IltCancellation {
    /// With `notify_trainees` and `notify_instructor`, and nothing else set.
    #[must_use]
    pub fn new(notify_trainees: bool, notify_instructor: bool) -> Self {
        Self { notify_trainees, notify_instructor, extra: Extra::default() }
    }
}

/// A page of attendees.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IltAttendeeList {
    /// The attendees.
    pub results: Vec<IltAttendee>,
    /// Paging information.
    pub meta: Option<Meta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IltAttendeeList {
    results: "results" required,
    meta: "meta",
});

/// A user who is registered for a session.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct IltAttendee {
    /// The attendee's id. `ilt_sessions.save_progress` takes it.
    pub id: Option<AttendeeId>,
    /// The user.
    pub user_id: Option<UserId>,
    /// The session.
    pub session_id: Option<IltSessionId>,
    /// The lesson schedule.
    pub lesson_schedule_id: Option<LessonScheduleId>,
    /// The name the user logs in with. Personal.
    pub user_name: Option<String>,
    /// The first name. Personal.
    pub first_name: Option<String>,
    /// The last name. Personal.
    pub last_name: Option<String>,
    /// The user who registered them.
    pub registering_user_id: Option<UserId>,
    /// The first name. Personal.
    pub registering_user_first_name: Option<String>,
    /// The last name. Personal.
    pub registering_user_last_name: Option<String>,
    /// Whether the user passed; null until recorded.
    pub passed: Option<bool>,
    /// Whether the user attended; null until recorded.
    pub attended: Option<bool>,
    /// The time of creation.
    pub created_date: Option<Timestamp<MillisecondsOffset>>,
    /// The time of the last change.
    pub modified_date: Option<Timestamp<MillisecondsOffset>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IltAttendee {
    id: "id",
    user_id: "userId",
    session_id: "sessionId",
    lesson_schedule_id: "lessonScheduleId",
    user_name: "userName",
    first_name: "firstName",
    last_name: "lastName",
    registering_user_id: "registeringUserId",
    registering_user_first_name: "registeringUserFirstName",
    registering_user_last_name: "registeringUserLastName",
    passed: "passed",
    attended: "attended",
    created_date: "createdDate",
    modified_date: "modifiedDate",
});

/// The progress of attendees.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SaveProgress {
    /// The attendees.
    pub attendees: Vec<AttendeeProgress>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SaveProgress {
    attendees: "attendees" required,
});

impl SaveProgress {
    /// With `attendees`, and nothing else set.
    #[must_use]
    pub fn new(attendees: impl IntoIterator<Item = AttendeeProgress>) -> Self {
        Self { attendees: attendees.into_iter().collect(), extra: Extra::default() }
    }
}

/// The progress of one attendee.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttendeeProgress {
    /// The attendee's id. It is not the user's id.
    pub id: AttendeeId,
    /// Whether the user passed.
    pub passed: Option<bool>,
    /// Whether the user attended.
    pub attended: Option<bool>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AttendeeProgress {
    id: "id" required,
    passed: "passed",
    attended: "attended",
});

impl AttendeeProgress {
    /// With `id`, and nothing else set.
    #[must_use]
    pub fn new(id: impl Into<AttendeeId>) -> Self {
        Self { id: id.into(), passed: None, attended: None, extra: Extra::default() }
    }

    /// Sets `passed`: whether the user passed.
    #[must_use]
    pub fn passed(mut self, passed: bool) -> Self {
        self.passed = Some(passed);
        self
    }

    /// Sets `attended`: whether the user attended.
    #[must_use]
    pub fn attended(mut self, attended: bool) -> Self {
        self.attended = Some(attended);
        self
    }
}

/// An event about a lesson schedule.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LessonScheduleEvent {
    /// The name of the event.
    pub name: String,
    /// The lesson schedule.
    pub lesson_schedule_id: LessonScheduleId,
    /// The user.
    pub user_id: Option<UserId>,
    /// When it happened.
    pub time_stamp: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonScheduleEvent {
    name: "name" required,
    lesson_schedule_id: "lessonScheduleId" required,
    user_id: "userId" | "userID",
    time_stamp: "timeStamp",
});

/// An event: a lesson schedule was changed.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LessonScheduleChangedEvent {
    /// The name of the event.
    pub name: String,
    /// The new start date.
    pub schedule_date: Option<Timestamp>,
    /// The lesson schedule.
    pub lesson_schedule_id: LessonScheduleId,
    /// The user.
    pub user_id: Option<UserId>,
    /// When it happened.
    pub time_stamp: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonScheduleChangedEvent {
    name: "name" required,
    schedule_date: "scheduleDate",
    lesson_schedule_id: "lessonScheduleId" required,
    user_id: "userId" | "userID",
    time_stamp: "timeStamp",
});

/// An event: a lesson schedule was cancelled.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LessonScheduleCancelledEvent {
    /// The name of the event.
    pub name: String,
    /// The lesson schedule.
    pub lesson_schedule_id: LessonScheduleId,
    /// The user.
    pub user_id: Option<UserId>,
    /// The reason.
    pub cancellation_reason: Option<CancellationReason>,
    /// When it happened.
    pub time_stamp: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LessonScheduleCancelledEvent {
    name: "name" required,
    lesson_schedule_id: "lessonScheduleId" required,
    user_id: "userId" | "userID",
    cancellation_reason: "cancellationReason",
    time_stamp: "timeStamp",
});

/// An event: a user was created.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserCreatedEvent {
    /// The name of the event.
    pub name: String,
    /// The first name. Personal.
    pub first_name: Option<String>,
    /// The last name. Personal.
    pub last_name: Option<String>,
    /// The name to log in with. Personal.
    pub user_name: Option<String>,
    /// The user.
    pub user_id: UserId,
    /// When it happened.
    pub time_stamp: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserCreatedEvent {
    name: "name" required,
    first_name: "firstName",
    last_name: "lastName",
    user_name: "userName",
    user_id: "userId" | "userID" required,
    time_stamp: "timeStamp",
});

/// An event: the settings of a user were changed.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserUpdatedEvent {
    /// The name of the event.
    pub name: String,
    /// The user.
    pub user_id: UserId,
    /// The user who changed them.
    pub acting_user_id: Option<UserId>,
    /// When it happened.
    pub time_stamp: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserUpdatedEvent {
    name: "name" required,
    user_id: "userId" | "userID" required,
    acting_user_id: "actingUserId",
    time_stamp: "timeStamp",
});

/// An event: a user is being inactivated.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserInactivatedEvent {
    /// The name of the event.
    pub name: String,
    /// The name to log in with. Personal.
    pub user_name: Option<String>,
    /// The user.
    pub user_id: UserId,
    /// When it happened.
    pub time_stamp: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserInactivatedEvent {
    name: "name" required,
    user_name: "userName",
    user_id: "userId" | "userID" required,
    time_stamp: "timeStamp",
});

/// What `embedUrl` wraps: the URL of the player. It logs its user in. Its query is in the fragment, after
/// `#`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlayerEmbedBody {
    /// The URL of the player. It logs its user in. Its query is in the fragment, after `#`.
    pub embed_url: Secret,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PlayerEmbedBody {
    embed_url: "embedUrl" required,
});

/// What `embedUrl` wraps: the URL of the player. It logs its user in. Its query is in the fragment, after
/// `#`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlayerEmbedVersionBody {
    /// The URL of the player. It logs its user in. Its query is in the fragment, after `#`.
    pub embed_url: Secret,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PlayerEmbedVersionBody {
    embed_url: "embedUrl" required,
});

impl Limits for BulkImport {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "users", self.users.len(), 1, usize::MAX)
    }
}

impl Limits for UserIds {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "userIds", self.user_ids.len(), 1, usize::MAX)
    }
}

impl Limits for ScheduleRequest {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "lessonVersionIds", self.lesson_version_ids.len(), 1, usize::MAX)
    }
}

impl Limits for SaveProgress {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "attendees", self.attendees.len(), 1, usize::MAX)
    }
}

reply!(UserList);
reply!(UserCreated);
reply!(User);
reply!(GroupList);
reply!(Group);
reply!(LessonList);
reply!(LessonDetailList);
reply!(LessonSchedule);
reply!(LessonScheduleList);
reply!(LessonScheduleIds);
reply!(IltSessionList);
reply!(IltSession);
reply!(IltSessionDetail);
reply!(IltAttendeeList);
reply!(PlayerEmbedBody.embed_url: Secret);
reply!(PlayerEmbedVersionBody.embed_url: Secret);

impl Keyed for User {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for UserList {
    type Item = User;

    fn into_parts(self) -> (Vec<User>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_result_count), None);
        let next = Next::Missing;
        (self.results, Signals { next, total, pages })
    }
}

impl Keyed for Group {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for GroupList {
    type Item = Group;

    fn into_parts(self) -> (Vec<Group>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_result_count), None);
        let next = Next::Missing;
        (self.results, Signals { next, total, pages })
    }
}

impl Keyed for Lesson {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.lesson_version_id.clone()))
    }
}

impl PageBody for LessonList {
    type Item = Lesson;

    fn into_parts(self) -> (Vec<Lesson>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_result_count), None);
        let next = Next::Missing;
        (self.results, Signals { next, total, pages })
    }
}

impl Keyed for LessonDetail {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.lesson_version_id.clone()))
    }
}

impl PageBody for LessonDetailList {
    type Item = LessonDetail;

    fn into_parts(self) -> (Vec<LessonDetail>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_result_count), None);
        let next = Next::Missing;
        (self.results, Signals { next, total, pages })
    }
}

impl Keyed for LessonScheduleSummary {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()?))
    }
}

impl PageBody for LessonScheduleList {
    type Item = LessonScheduleSummary;

    fn into_parts(self) -> (Vec<LessonScheduleSummary>, Signals) {
        let (total, pages) = (None, None);
        let next = Next::Missing;
        (self.results, Signals { next, total, pages })
    }
}

impl Keyed for IltSession {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for IltSessionList {
    type Item = IltSession;

    fn into_parts(self) -> (Vec<IltSession>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_result_count), None);
        let next = Next::Missing;
        (self.results, Signals { next, total, pages })
    }
}
