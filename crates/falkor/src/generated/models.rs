//! The vendor's objects.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// The users to add to a group and to remove from it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageGroup {
    /// The group's name. A missing group is created.
    pub group: String,
    /// The users to add. Users who are in the group already are ignored.
    pub add_users: Option<Vec<AddedUser>>,
    /// The email addresses of the users to remove. Personal.
    pub remove_emails: Option<Vec<String>>,
    /// The app's ID. Required if the account has several apps.
    pub app: Option<String>,
    /// Whether new users are invited, 1 to 5 minutes later. Default `Automatically`.
    pub invite: Option<Invite>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ManageGroup {
    group: "group" required,
    add_users: "add",
    remove_emails: "remove",
    app: "app",
    invite: "invite",
});

impl ManageGroup {
    /// With `group`, and nothing else set.
    #[must_use]
    pub fn new(group: impl Into<String>) -> Self {
        Self {
            group: group.into(),
            add_users: None,
            remove_emails: None,
            app: None,
            invite: None,
            extra: Extra::default(),
        }
    }

    /// Sets `add_users`: the users to add. Users who are in the group already are ignored.
    #[must_use]
    pub fn add_users(mut self, add_users: impl IntoIterator<Item = AddedUser>) -> Self {
        self.add_users = Some(add_users.into_iter().collect());
        self
    }

    /// Sets `remove_emails`: the email addresses of the users to remove.
    #[must_use]
    pub fn remove_emails(mut self, remove_emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.remove_emails = Some(remove_emails.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `app`: the app's ID. Required if the account has several apps.
    #[must_use]
    pub fn app(mut self, app: impl Into<String>) -> Self {
        self.app = Some(app.into());
        self
    }

    /// Sets `invite`: whether new users are invited, 1 to 5 minutes later. Default `Automatically`.
    #[must_use]
    pub fn invite(mut self, invite: impl Into<Invite>) -> Self {
        self.invite = Some(invite.into());
        self
    }
}

/// A user to add to a group. The older field `telephone` is omitted; the vendor advises against it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddedUser {
    /// The first name. Personal.
    pub firstname: String,
    /// The last name. Personal.
    pub lastname: String,
    /// The email address. An invalid one is a warning. Personal.
    pub email: String,
    /// The country's dialling code, such as `+31`. Personal.
    pub dial_code: Option<String>,
    /// The telephone number without the country's dialling code. Personal.
    pub phone_number: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AddedUser {
    firstname: "firstname" required,
    lastname: "lastname" required,
    email: "email" required,
    dial_code: "dialCode",
    phone_number: "phoneNumber",
});

impl AddedUser {
    /// With `firstname` and `lastname` and `email`, and nothing else set.
    #[must_use]
    pub fn new(firstname: impl Into<String>, lastname: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            firstname: firstname.into(),
            lastname: lastname.into(),
            email: email.into(),
            dial_code: None,
            phone_number: None,
            extra: Extra::default(),
        }
    }

    /// Sets `dial_code`: the country's dialling code, such as `+31`.
    #[must_use]
    pub fn dial_code(mut self, dial_code: impl Into<String>) -> Self {
        self.dial_code = Some(dial_code.into());
        self
    }

    /// Sets `phone_number`: the telephone number without the country's dialling code.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }
}

/// The result of a change to a group, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageGroupBody {
    /// `success`.
    pub status: String,
    /// The result.
    pub data: Option<OrEmpty<ChangeCount>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ManageGroupBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// The result of a change to a group or a pathway.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ChangeCount {
    /// The number of users added.
    pub inserts: Option<Lenient<i64>>,
    /// The number of users removed.
    pub deletes: Option<Lenient<i64>>,
    /// The number of users that could not be added or removed.
    pub warnings: Option<Lenient<i64>>,
    /// The problems of those users.
    pub messages: Option<OrEmpty<Vec<Message>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ChangeCount { inserts: "inserts", deletes: "deletes", warnings: "warnings", messages: "messages" });

/// A problem of a part of the request.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Message {
    /// The parameter, such as `add`.
    pub parameter: Option<String>,
    /// The position in the parameter's list. That it is present is inferred; whether it starts at 0 or 1 is
    /// not known.
    pub index: Option<Lenient<i64>>,
    /// The email address. That it is present is inferred. Personal.
    pub email: Option<String>,
    /// The problem, for people to read.
    pub error: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Message { parameter: "parameter", index: "index", email: "email", error: "error" });

/// The users whose invitations to fetch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatusQuery {
    /// The email addresses. Personal.
    pub email: Vec<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StatusQuery {
    email: "email" required,
});

impl StatusQuery {
    /// With `email`, and nothing else set.
    #[must_use]
    pub fn new(email: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { email: email.into_iter().map(Into::into).collect(), extra: Extra::default() }
    }
}

/// Users and their invitations, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatusBody {
    /// `success`.
    pub status: String,
    /// The users that are in a group.
    pub data: Option<OrEmpty<Vec<UserStatus>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StatusBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// A user that is in a group.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UserStatus {
    /// The email address. Compare it in lower case. Personal.
    pub email: Option<String>,
    /// The status of the invitation.
    pub status: Option<InviteStatus>,
    /// The names of the groups.
    pub groups: Option<OrEmpty<Vec<String>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserStatus { email: "email", status: "status", groups: "groups" });

/// A user to add to groups.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InsertUser {
    /// The groups' names. Missing groups are created.
    pub groups: Vec<String>,
    /// The user.
    pub user: InsertedUser,
    /// Whether a new user is invited. Default `true`.
    pub invite: Option<bool>,
    /// Whether to make these the only groups of the user. The user is removed from all other groups,
    /// including those that were assigned manually. Default `false`.
    pub force_sync: Option<bool>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(InsertUser {
    groups: "groups" required,
    user: "user" required,
    invite: "invite",
    force_sync: "forceSync",
});

impl InsertUser {
    /// With `groups` and `user`, and nothing else set.
    #[must_use]
    pub fn new(groups: impl IntoIterator<Item = impl Into<String>>, user: InsertedUser) -> Self {
        Self {
            groups: groups.into_iter().map(Into::into).collect(),
            user,
            invite: None,
            force_sync: None,
            extra: Extra::default(),
        }
    }

    /// Sets `invite`: whether a new user is invited. Default `true`.
    #[must_use]
    pub fn invite(mut self, invite: bool) -> Self {
        self.invite = Some(invite);
        self
    }

    /// Sets `force_sync`: whether to make these the only groups of the user. The user is removed from all other groups, including those that were assigned manually. Default `false`.
    #[must_use]
    pub fn force_sync(mut self, force_sync: bool) -> Self {
        self.force_sync = Some(force_sync);
        self
    }
}

/// A user to add to groups.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InsertedUser {
    /// The first name. Personal.
    pub firstname: String,
    /// The last name. Personal.
    pub lastname: String,
    /// The email address. Personal.
    pub email: String,
    /// The telephone number in its international form, such as `+31612345678`. Personal.
    pub telephone: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(InsertedUser {
    firstname: "firstname" required,
    lastname: "lastname" required,
    email: "email" required,
    telephone: "telephone",
});

impl InsertedUser {
    /// With `firstname` and `lastname` and `email`, and nothing else set.
    #[must_use]
    pub fn new(firstname: impl Into<String>, lastname: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            firstname: firstname.into(),
            lastname: lastname.into(),
            email: email.into(),
            telephone: None,
            extra: Extra::default(),
        }
    }

    /// Sets `telephone`: the telephone number in its international form, such as `+31612345678`.
    #[must_use]
    pub fn telephone(mut self, telephone: impl Into<String>) -> Self {
        self.telephone = Some(telephone.into());
        self
    }
}

/// The result for each group, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InsertUserBody {
    /// `success`.
    pub status: String,
    /// The result for each group.
    pub data: Option<OrEmpty<Vec<GroupInsert>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(InsertUserBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// The result for one group.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct GroupInsert {
    /// The group's name.
    pub group: Option<String>,
    /// `success`. What a failure is called is not documented.
    pub status: Option<String>,
    /// 1 if the user was added, 0 if they were in the group already.
    pub inserts: Option<Lenient<i64>>,
    /// The number of warnings.
    pub warnings: Option<Lenient<i64>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupInsert { group: "group", status: "status", inserts: "inserts", warnings: "warnings" });

/// A filter for the logs of one story.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StoryLogsFilter {
    /// The app's ID or name.
    pub app: Option<String>,
    /// The story's ID or name.
    pub story: Option<String>,
    /// Only users in these groups, by name.
    pub groups: Option<Vec<String>>,
    /// Only these users, by name or email address. Personal.
    pub users: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StoryLogsFilter { app: "app", story: "story", groups: "groups", users: "users" });

impl StoryLogsFilter {
    /// With `story`, and nothing else set.
    #[must_use]
    pub fn new(story: impl Into<String>) -> Self {
        Self { app: None, story: Some(story.into()), groups: None, users: None, extra: Extra::default() }
    }

    /// Sets `app`: the app's ID or name.
    #[must_use]
    pub fn app(mut self, app: impl Into<String>) -> Self {
        self.app = Some(app.into());
        self
    }

    /// Sets `story`: the story's ID or name.
    #[must_use]
    pub fn story(mut self, story: impl Into<String>) -> Self {
        self.story = Some(story.into());
        self
    }

    /// Sets `groups`: only users in these groups, by name.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `users`: only these users, by name or email address.
    #[must_use]
    pub fn users(mut self, users: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.users = Some(users.into_iter().map(Into::into).collect());
        self
    }
}

/// A story and its logs, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StoryLogsBody {
    /// `success`.
    pub status: String,
    /// The story.
    pub data: Option<OrEmpty<Vec<StoryLogs>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StoryLogsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// A story and its logs.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StoryLogs {
    /// The story.
    pub story: Option<OrEmpty<Story>>,
    /// One entry for each user.
    pub logs: Option<OrEmpty<Vec<StoryLog>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StoryLogs { story: "story", logs: "logs" });

/// A story.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Story {
    /// The ID.
    pub id: Option<StoryId>,
    /// The name. Two stories may have the same one.
    pub name: Option<String>,
    /// The kind of story.
    pub story_type: Option<StoryType>,
    /// The app of the story. Only in story logs.
    pub app: Option<OrEmpty<App>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Story { id: "ID" | "id", name: "name", story_type: "type", app: "app" });

/// An app.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct App {
    /// The ID.
    pub id: Option<AppId>,
    /// The name.
    pub name: Option<String>,
    /// The version.
    pub version: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(App { id: "ID" | "id", name: "name", version: "version" });

/// A user's log of a story.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StoryLog {
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The telephone number; may be empty. See `telephone`. Personal.
    pub raw_telephone: Option<String>,
    /// The country's name in English; may be empty or masked. See `country`. Personal.
    pub raw_country: Option<String>,
    /// The city's name in English; may be empty or masked. See `city`. Personal.
    pub raw_city: Option<String>,
    /// The names of the user's groups.
    pub groups: Option<OrEmpty<Vec<String>>>,
    /// The status.
    pub status: Option<OrEmpty<StoryStatus>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StoryLog {
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    raw_telephone: "telephone",
    raw_country: "country",
    raw_city: "city",
    groups: "groups",
    status: "status",
});

/// A user's status in a story.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StoryStatus {
    /// Whether the user has completed the story.
    pub complete: Option<Lenient<bool>>,
    /// The time spent, in seconds.
    pub duration: Option<Lenient<i64>>,
    /// The number of attempts.
    pub attempts: Option<Lenient<i64>>,
    /// When the first attempt began.
    pub started: Option<Timestamp<Seconds>>,
    /// When the last attempt was updated.
    pub updated: Option<Timestamp<Seconds>>,
    /// The score in percent. Only for scored stories.
    pub score: Option<Lenient<Number>>,
    /// Whether the user has passed. Only for scored stories.
    pub passed: Option<Lenient<bool>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StoryStatus {
    complete: "complete",
    duration: "duration",
    attempts: "attempts",
    started: "started",
    updated: "updated",
    score: "score",
    passed: "passed",
});

/// A filter for story logs. An empty filter matches all.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UserStoryLogsFilter {
    /// Only users in these groups, by name.
    pub groups: Option<Vec<String>>,
    /// Only these users, by email address. Personal.
    pub emails: Option<Vec<String>>,
    /// Only these stories, by name.
    pub stories: Option<Vec<String>>,
    /// The app's ID.
    pub app: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserStoryLogsFilter { groups: "groups", emails: "emails", stories: "stories", app: "app" });

impl UserStoryLogsFilter {
    /// Sets `groups`: only users in these groups, by name.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `emails`: only these users, by email address.
    #[must_use]
    pub fn emails(mut self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.emails = Some(emails.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `stories`: only these stories, by name.
    #[must_use]
    pub fn stories(mut self, stories: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.stories = Some(stories.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `app`: the app's ID.
    #[must_use]
    pub fn app(mut self, app: impl Into<String>) -> Self {
        self.app = Some(app.into());
        self
    }
}

/// Users and their stories, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserStoryLogsBody {
    /// `success`.
    pub status: String,
    /// The users.
    pub data: Option<OrEmpty<UserStoryLogs>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserStoryLogsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// Users and their stories.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UserStoryLogs {
    /// The users.
    pub users: Option<OrEmpty<Vec<UserStoryLog>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserStoryLogs { users: "users" });

/// A user and their stories.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UserStoryLog {
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The rank on the leaderboard.
    pub rank: Option<Rank>,
    /// The names of the user's groups.
    pub groups: Option<OrEmpty<Vec<String>>>,
    /// The stories.
    pub stories: Option<OrEmpty<Vec<UserStory>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserStoryLog {
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    rank: "rank",
    groups: "groups",
    stories: "stories",
});

/// A story and a user's status in it.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UserStory {
    /// The story's name. Two stories may have the same one.
    pub name: Option<String>,
    /// The category.
    pub category: Option<String>,
    /// The story's ID.
    pub sku: Option<StoryId>,
    /// The kind of story.
    pub story_type: Option<StoryType>,
    /// The user's status in the story.
    pub state: Option<OrEmpty<StoryStatus>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserStory { name: "name", category: "category", sku: "sku", story_type: "type", state: "state" });

/// A filter for certificates. An empty filter matches all.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StoryCertificatesFilter {
    /// The app's ID or name.
    pub app: Option<String>,
    /// The story's ID or name.
    pub story: Option<String>,
    /// Only users in these groups, by name.
    pub groups: Option<Vec<String>>,
    /// Only these users, by name or email address. Personal.
    pub users: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StoryCertificatesFilter { app: "app", story: "story", groups: "groups", users: "users" });

impl StoryCertificatesFilter {
    /// Sets `app`: the app's ID or name.
    #[must_use]
    pub fn app(mut self, app: impl Into<String>) -> Self {
        self.app = Some(app.into());
        self
    }

    /// Sets `story`: the story's ID or name.
    #[must_use]
    pub fn story(mut self, story: impl Into<String>) -> Self {
        self.story = Some(story.into());
        self
    }

    /// Sets `groups`: only users in these groups, by name.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `users`: only these users, by name or email address.
    #[must_use]
    pub fn users(mut self, users: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.users = Some(users.into_iter().map(Into::into).collect());
        self
    }
}

/// Stories and their certificates, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StoryCertificatesBody {
    /// `success`.
    pub status: String,
    /// The stories.
    pub data: Option<OrEmpty<Vec<StoryCertificates>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StoryCertificatesBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// A story and its certificates.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StoryCertificates {
    /// The story.
    pub story: Option<OrEmpty<Story>>,
    /// The certificates. Whether a user can have several is not known.
    pub certificates: Option<OrEmpty<Vec<UserCertificate>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StoryCertificates { story: "story", certificates: "certificates" });

/// A user and their certificate. A certificate has no id: the story, the email address and the time identify
/// it.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UserCertificate {
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The telephone number; may be empty. See `telephone`. Personal.
    pub raw_telephone: Option<String>,
    /// The country's name in English; may be empty or masked. See `country`. Personal.
    pub raw_country: Option<String>,
    /// The city's name in English; may be empty or masked. See `city`. Personal.
    pub raw_city: Option<String>,
    /// The certificate.
    pub certificate: Option<OrEmpty<Certificate>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UserCertificate {
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    raw_telephone: "telephone",
    raw_country: "country",
    raw_city: "city",
    certificate: "certificate",
});

/// A certificate.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Certificate {
    /// The time of the certificate, not of the story's completion. Whether it is the time of the award or of
    /// the delivery is not documented.
    pub timestamp: Option<Timestamp<Seconds>>,
    /// The state.
    pub state: Option<CertificateState>,
    /// The permanent URL of the certificate. It may be empty while the certificate is pending. See `url`.
    pub raw_url: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Certificate { timestamp: "timestamp", state: "state", raw_url: "url" });

/// A table to store.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UploadTable {
    /// The collection's name, unique in the account.
    pub collection: String,
    /// The upload's name, unique in the collection.
    pub upload: String,
    /// The header, a list of texts, and then the rows: lists of texts, numbers, booleans or null. Personal.
    pub data: Vec<Vec<Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UploadTable {
    collection: "collection" required,
    upload: "upload" required,
    data: "data" required,
});

impl UploadTable {
    /// With `collection` and `upload` and `data`, and nothing else set.
    #[must_use]
    pub fn new(
        collection: impl Into<String>,
        upload: impl Into<String>,
        data: impl IntoIterator<Item = impl IntoIterator<Item = impl Into<Value>>>,
    ) -> Self {
        Self {
            collection: collection.into(),
            upload: upload.into(),
            data: data.into_iter().map(|items| items.into_iter().map(Into::into).collect()).collect(),
            extra: Extra::default(),
        }
    }
}

/// Rows to append to a table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InsertRows {
    /// The collection's name, unique in the account.
    pub collection: String,
    /// The upload's name, unique in the collection.
    pub upload: String,
    /// The rows, without the header: lists of texts, numbers, booleans or null. Personal.
    pub rows: Vec<Vec<Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(InsertRows {
    collection: "collection" required,
    upload: "upload" required,
    rows: "rows" required,
});

impl InsertRows {
    /// With `collection` and `upload` and `rows`, and nothing else set.
    #[must_use]
    pub fn new(
        collection: impl Into<String>,
        upload: impl Into<String>,
        rows: impl IntoIterator<Item = impl IntoIterator<Item = impl Into<Value>>>,
    ) -> Self {
        Self {
            collection: collection.into(),
            upload: upload.into(),
            rows: rows.into_iter().map(|items| items.into_iter().map(Into::into).collect()).collect(),
            extra: Extra::default(),
        }
    }
}

/// Rows to remove from a table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveRows {
    /// The collection's name, unique in the account.
    pub collection: String,
    /// The upload's name, unique in the collection.
    pub upload: String,
    /// The numbers of the rows. The header is 0 and cannot be removed.
    pub rows: Vec<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RemoveRows {
    collection: "collection" required,
    upload: "upload" required,
    rows: "rows" required,
});

impl RemoveRows {
    /// With `collection` and `upload` and `rows`, and nothing else set.
    #[must_use]
    pub fn new(
        collection: impl Into<String>,
        upload: impl Into<String>,
        rows: impl IntoIterator<Item = u64>,
    ) -> Self {
        Self {
            collection: collection.into(),
            upload: upload.into(),
            rows: rows.into_iter().collect(),
            extra: Extra::default(),
        }
    }
}

/// An upload to delete.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteUpload {
    /// The collection's name, unique in the account.
    pub collection: String,
    /// The upload's name, unique in the collection.
    pub upload: String,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DeleteUpload {
    collection: "collection" required,
    upload: "upload" required,
});

impl DeleteUpload {
    /// With `collection` and `upload`, and nothing else set.
    #[must_use]
    pub fn new(collection: impl Into<String>, upload: impl Into<String>) -> Self {
        Self { collection: collection.into(), upload: upload.into(), extra: Extra::default() }
    }
}

/// The result of an upload, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UploadTableBody {
    /// `success`.
    pub status: String,
    /// The result.
    pub data: Option<OrEmpty<UploadTableResult>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UploadTableBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// The result of an upload.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UploadTableResult {
    /// The collection's name.
    pub collection: Option<String>,
    /// The upload's name.
    pub upload: Option<String>,
    /// The figures.
    pub stats: Option<OrEmpty<UploadStats>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UploadTableResult { collection: "collection", upload: "upload", stats: "stats" });

/// The result of appending rows, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InsertRowsBody {
    /// `success`.
    pub status: String,
    /// The result.
    pub data: Option<OrEmpty<InsertRowsResult>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(InsertRowsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// The result of appending rows.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct InsertRowsResult {
    /// The collection's name.
    pub collection: Option<String>,
    /// The upload's name.
    pub upload: Option<String>,
    /// The number of rows with a problem.
    pub warnings: Option<Lenient<i64>>,
    /// The problems of those rows.
    pub messages: Option<OrEmpty<Vec<Message>>>,
    /// The figures.
    pub stats: Option<OrEmpty<UploadStats>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(InsertRowsResult {
    collection: "collection",
    upload: "upload",
    warnings: "warnings",
    messages: "messages",
    stats: "stats",
});

/// The result of removing rows, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveRowsBody {
    /// `success`.
    pub status: String,
    /// The result.
    pub data: Option<OrEmpty<RemoveRowsResult>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RemoveRowsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// The result of removing rows.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct RemoveRowsResult {
    /// The number of rows removed.
    pub deletes: Option<Lenient<i64>>,
    /// The numbers of the rows removed.
    pub removed: Option<OrEmpty<Vec<RowNumber>>>,
    /// The number of rows with a problem.
    pub warnings: Option<Lenient<i64>>,
    /// The problems of those rows.
    pub messages: Option<OrEmpty<Vec<Message>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RemoveRowsResult {
    deletes: "deletes",
    removed: "removed",
    warnings: "warnings",
    messages: "messages",
});

/// The result of deleting an upload, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteUploadBody {
    /// `success`.
    pub status: String,
    /// The result.
    pub data: Option<OrEmpty<DeleteUploadResult>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DeleteUploadBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// The result of deleting an upload.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DeleteUploadResult {
    /// The collection's name.
    pub collection: Option<String>,
    /// The figures.
    pub stats: Option<OrEmpty<UploadStats>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DeleteUploadResult { collection: "collection", stats: "stats" });

/// The figures of a collection after a change.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UploadStats {
    /// The number of uploads in the collection.
    pub uploads: Option<Lenient<i64>>,
    /// The size of the data in the collection. That it is in bytes is inferred.
    pub size: Option<Lenient<i64>>,
    /// The number of rows. Only after an upload. Whether it includes the header is not known.
    pub rows: Option<Lenient<i64>>,
    /// The number of rows appended. Only after appending.
    pub inserts: Option<Lenient<i64>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(UploadStats { uploads: "uploads", size: "size", rows: "rows", inserts: "inserts" });

/// A filter for pathways. An empty filter matches all.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PathwaysFilter {
    /// Only these pathways, by name or ID.
    pub pathways: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PathwaysFilter { pathways: "pathways" });

impl PathwaysFilter {
    /// Sets `pathways`: only these pathways, by name or ID.
    #[must_use]
    pub fn pathways(mut self, pathways: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.pathways = Some(pathways.into_iter().map(Into::into).collect());
        self
    }
}

/// Pathways and their enrolments, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PathwaysBody {
    /// `success`.
    pub status: String,
    /// The pathways.
    pub data: Option<OrEmpty<Vec<PathwayEnrolments>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PathwaysBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// The users to enrol in a pathway and to remove from it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManagePathway {
    /// The pathway's name or ID.
    pub pathway: String,
    /// The email addresses of the users to enrol. Personal.
    pub add_emails: Option<Vec<String>>,
    /// The email addresses of the users to remove. Personal.
    pub remove_emails: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ManagePathway {
    pathway: "pathway" required,
    add_emails: "add",
    remove_emails: "remove",
});

impl ManagePathway {
    /// With `pathway`, and nothing else set.
    #[must_use]
    pub fn new(pathway: impl Into<String>) -> Self {
        Self { pathway: pathway.into(), add_emails: None, remove_emails: None, extra: Extra::default() }
    }

    /// Sets `add_emails`: the email addresses of the users to enrol.
    #[must_use]
    pub fn add_emails(mut self, add_emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.add_emails = Some(add_emails.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `remove_emails`: the email addresses of the users to remove.
    #[must_use]
    pub fn remove_emails(mut self, remove_emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.remove_emails = Some(remove_emails.into_iter().map(Into::into).collect());
        self
    }
}

/// The result of a change to a pathway, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManagePathwayBody {
    /// `success`.
    pub status: String,
    /// The result.
    pub data: Option<OrEmpty<ChangeCount>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ManagePathwayBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// A web token to resolve.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebTrackingQuery {
    /// The query parameter `webToken` of the activity's URL. Personal.
    pub web_token: String,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(WebTrackingQuery {
    web_token: "webToken" required,
});

impl WebTrackingQuery {
    /// With `web_token`, and nothing else set.
    #[must_use]
    pub fn new(web_token: impl Into<String>) -> Self {
        Self { web_token: web_token.into(), extra: Extra::default() }
    }
}

/// A web activity of a user, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebTrackingBody {
    /// `success`.
    pub status: String,
    /// The web activity.
    pub data: Option<OrEmpty<WebTrackingState>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(WebTrackingBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// A web activity of a user, and the stored progress.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct WebTrackingState {
    /// The web activity.
    pub activity: Option<OrEmpty<WebActivity>>,
    /// The pathway.
    pub pathway: Option<OrEmpty<Pathway>>,
    /// The user.
    pub user: Option<OrEmpty<WebUser>>,
    /// The progress in percent.
    pub progress: Option<Lenient<Number>>,
    /// The message, of at most 48 characters.
    pub message: Option<String>,
    /// The data.
    pub data: Option<OrEmpty<Map<String, Value>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(WebTrackingState {
    activity: "activity",
    pathway: "pathway",
    user: "user",
    progress: "progress",
    message: "message",
    data: "data",
});

/// A web activity.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct WebActivity {
    /// The ID.
    pub id: Option<WebActivityId>,
    /// The name.
    pub name: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(WebActivity { id: "ID" | "id", name: "name" });

/// The user of a web activity.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct WebUser {
    /// The token that identifies the user. That it never changes is inferred. Personal.
    pub user_token: Option<String>,
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The telephone number; may be empty. See `telephone`. Personal.
    pub raw_telephone: Option<String>,
    /// The age in years. Personal.
    pub age: Option<Lenient<i64>>,
    /// The country's name in English; may be empty or masked. See `country`. Personal.
    pub raw_country: Option<String>,
    /// The city's name in English; may be empty or masked. See `city`. Personal.
    pub raw_city: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(WebUser {
    user_token: "userToken",
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    raw_telephone: "telephone",
    age: "age",
    raw_country: "country",
    raw_city: "city",
});

/// A filter for classrooms and events. An empty filter matches all.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct EventsFilter {
    /// Only these pathways, classrooms and events, by name or ID.
    pub search: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EventsFilter { search: "search" });

impl EventsFilter {
    /// Sets `search`: only these pathways, classrooms and events, by name or ID.
    #[must_use]
    pub fn search(mut self, search: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.search = Some(search.into_iter().map(Into::into).collect());
        self
    }
}

/// Pathways with their classrooms and events, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EventsBody {
    /// `success`.
    pub status: String,
    /// The pathways.
    pub data: Option<OrEmpty<Vec<PathwayEvents>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EventsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// Attendances to set.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConsumeAttendances {
    /// The ids of the attendances.
    pub guids: Vec<String>,
    /// The state to set.
    pub state: AttendeeState,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ConsumeAttendances {
    guids: "guids" required,
    state: "state" required,
});

impl ConsumeAttendances {
    /// With `guids` and `state`, and nothing else set.
    #[must_use]
    pub fn new(guids: impl IntoIterator<Item = impl Into<String>>, state: impl Into<AttendeeState>) -> Self {
        Self {
            guids: guids.into_iter().map(Into::into).collect(),
            state: state.into(),
            extra: Extra::default(),
        }
    }
}

/// A filter for rewards. An empty filter matches all.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct RewardsFilter {
    /// Only these pathways and rewards, by name or ID.
    pub search: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RewardsFilter { search: "search" });

impl RewardsFilter {
    /// Sets `search`: only these pathways and rewards, by name or ID.
    #[must_use]
    pub fn search(mut self, search: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.search = Some(search.into_iter().map(Into::into).collect());
        self
    }
}

/// Pathways with their rewards, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RewardsBody {
    /// `success`.
    pub status: String,
    /// The pathways.
    pub data: Option<OrEmpty<Vec<PathwayRewards>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RewardsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// Vouchers to set.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConsumeVouchers {
    /// The ids of the vouchers.
    pub guids: Vec<String>,
    /// The state to set.
    pub state: VoucherState,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ConsumeVouchers {
    guids: "guids" required,
    state: "state" required,
});

impl ConsumeVouchers {
    /// With `guids` and `state`, and nothing else set.
    #[must_use]
    pub fn new(guids: impl IntoIterator<Item = impl Into<String>>, state: impl Into<VoucherState>) -> Self {
        Self {
            guids: guids.into_iter().map(Into::into).collect(),
            state: state.into(),
            extra: Extra::default(),
        }
    }
}

/// The number of changes, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChangedBody {
    /// `success`.
    pub status: String,
    /// The number of changes.
    pub data: Option<OrEmpty<Changed>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ChangedBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// The number of records that changed. Those that were in the state already are not counted.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Changed {
    /// The number.
    pub changed: Option<Lenient<i64>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Changed { changed: "changed" });

/// A filter for the logs of one pathway.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PathwayLogsFilter {
    /// The pathway's ID or name.
    pub pathway: String,
    /// Only these activities, by ID or name.
    pub activities: Option<Vec<String>>,
    /// Only activities of these types.
    pub types: Option<Vec<String>>,
    /// Only users in these groups, by name.
    pub groups: Option<Vec<String>>,
    /// Only these users, by name or email address. Personal.
    pub users: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PathwayLogsFilter {
    pathway: "pathway" required,
    activities: "activities",
    types: "types",
    groups: "groups",
    users: "users",
});

impl PathwayLogsFilter {
    /// With `pathway`, and nothing else set.
    #[must_use]
    pub fn new(pathway: impl Into<String>) -> Self {
        Self {
            pathway: pathway.into(),
            activities: None,
            types: None,
            groups: None,
            users: None,
            extra: Extra::default(),
        }
    }

    /// Sets `activities`: only these activities, by ID or name.
    #[must_use]
    pub fn activities(mut self, activities: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.activities = Some(activities.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `types`: only activities of these types.
    #[must_use]
    pub fn types(mut self, types: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.types = Some(types.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `groups`: only users in these groups, by name.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `users`: only these users, by name or email address.
    #[must_use]
    pub fn users(mut self, users: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.users = Some(users.into_iter().map(Into::into).collect());
        self
    }
}

/// The logs of a pathway, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PathwayLogsBody {
    /// `success`.
    pub status: String,
    /// The logs. Their form is not known.
    pub data: Option<Value>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PathwayLogsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// What a user did in an activity of a pathway.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Fulfilment {
    /// How: `check-in`. The names of others are not known.
    pub kind: Option<String>,
    /// The progress in percent.
    pub progress: Option<Lenient<Number>>,
    /// When.
    pub timestamp: Option<Timestamp<Seconds>>,
    /// The check-in, if it was one.
    pub checkin: Option<OrEmpty<CheckIn>>,
    /// The story, if one was completed.
    pub story: Option<OrEmpty<Story>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Fulfilment {
    kind: "type",
    progress: "progress",
    timestamp: "timestamp",
    checkin: "checkin",
    story: "story",
});

/// A check-in.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CheckIn {
    /// The distance in metres; -1 if it is unknown, not shared, or the check-in was virtual.
    pub distance: Option<Lenient<Number>>,
    /// Whether the check-in was virtual.
    pub is_virtual: Option<Lenient<bool>>,
    /// The id of the attendance. Only for classrooms and events.
    pub guid: Option<String>,
    /// The ID of the classroom or the event. Only for those.
    pub event_id: Option<PathwayEventId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CheckIn { distance: "distance", is_virtual: "virtual", guid: "guid", event_id: "eventID" });

/// A filter for subscribers. An empty filter matches the latest 50 streams.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StreamSubscriptionsFilter {
    /// The app's ID or name.
    pub app: Option<String>,
    /// Only these streams, by name or ID.
    pub streams: Option<Vec<String>>,
    /// The same, under the name of the vendor's example.
    pub items: Option<Vec<String>>,
    /// Only users in these groups, by name.
    pub groups: Option<Vec<String>>,
    /// Only these users, by name or email address. Personal.
    pub users: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StreamSubscriptionsFilter {
    app: "app",
    streams: "streams",
    items: "items",
    groups: "groups",
    users: "users",
});

impl StreamSubscriptionsFilter {
    /// Sets `app`: the app's ID or name.
    #[must_use]
    pub fn app(mut self, app: impl Into<String>) -> Self {
        self.app = Some(app.into());
        self
    }

    /// Sets `streams`: only these streams, by name or ID.
    #[must_use]
    pub fn streams(mut self, streams: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.streams = Some(streams.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `items`: the same, under the name of the vendor's example.
    #[must_use]
    pub fn items(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.items = Some(items.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `groups`: only users in these groups, by name.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `users`: only these users, by name or email address.
    #[must_use]
    pub fn users(mut self, users: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.users = Some(users.into_iter().map(Into::into).collect());
        self
    }
}

/// Streams and their subscribers, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StreamSubscriptionsBody {
    /// `success`.
    pub status: String,
    /// The streams.
    pub data: Option<OrEmpty<Vec<StreamSubscriptions>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StreamSubscriptionsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// A stream and its subscribers.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StreamSubscriptions {
    /// The stream.
    pub stream: Option<OrEmpty<Stream>>,
    /// One entry for each user.
    pub subscriptions: Option<OrEmpty<Vec<StreamSubscription>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StreamSubscriptions { stream: "stream", subscriptions: "subscriptions" });

/// A stream.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Stream {
    /// The ID.
    pub id: Option<StreamId>,
    /// The name.
    pub name: Option<String>,
    /// The kind of stream. That the values are those of episodes is inferred.
    pub stream_type: Option<StreamType>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Stream { id: "ID" | "id", name: "name", stream_type: "type" });

/// A user's subscription of a stream.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StreamSubscription {
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The telephone number; may be empty. See `telephone`. Personal.
    pub raw_telephone: Option<String>,
    /// The country's name in English; may be empty or masked. See `country`. Personal.
    pub raw_country: Option<String>,
    /// The city's name in English; may be empty or masked. See `city`. Personal.
    pub raw_city: Option<String>,
    /// The names of the user's groups.
    pub groups: Option<OrEmpty<Vec<String>>>,
    /// The status.
    pub status: Option<OrEmpty<SubscriptionStatus>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StreamSubscription {
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    raw_telephone: "telephone",
    raw_country: "country",
    raw_city: "city",
    groups: "groups",
    status: "status",
});

/// The status of a subscription.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SubscriptionStatus {
    /// Whether the user is subscribed.
    pub subscribed: Option<Lenient<bool>>,
    /// The time of the last change.
    pub timestamp: Option<Timestamp<Seconds>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SubscriptionStatus { subscribed: "subscribed", timestamp: "timestamp" });

/// A filter for ratings. An empty filter matches the latest 50 streams.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StreamRatingsFilter {
    /// Only these streams, by name or ID.
    pub items: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StreamRatingsFilter { items: "items" });

impl StreamRatingsFilter {
    /// Sets `items`: only these streams, by name or ID.
    #[must_use]
    pub fn items(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.items = Some(items.into_iter().map(Into::into).collect());
        self
    }
}

/// Streams and their ratings, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StreamRatingsBody {
    /// `success`.
    pub status: String,
    /// The streams.
    pub data: Option<OrEmpty<Vec<StreamRatings>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StreamRatingsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// A stream and its ratings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StreamRatings {
    /// The stream.
    pub stream: Option<OrEmpty<Stream>>,
    /// The ratings.
    pub ratings: Option<OrEmpty<StreamVotes>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StreamRatings { stream: "stream", ratings: "ratings" });

/// The ratings of a stream and of its episodes.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StreamVotes {
    /// The ratings of the stream.
    pub stream: Option<OrEmpty<Votes>>,
    /// The episodes.
    pub episodes: Option<OrEmpty<Vec<EpisodeVotes>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(StreamVotes { stream: "stream", episodes: "episodes" });

/// An episode of a stream and its ratings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct EpisodeVotes {
    /// The name.
    pub name: Option<String>,
    /// The kind of episode.
    pub episode_type: Option<StreamType>,
    /// The number of views.
    pub views: Option<Lenient<i64>>,
    /// The URL of the icon.
    pub icon: Option<String>,
    /// The ratings.
    pub reviews: Option<OrEmpty<Votes>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EpisodeVotes { name: "name", episode_type: "type", views: "views", icon: "icon", reviews: "reviews" });

/// Numbers of ratings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Votes {
    /// The number of likes.
    pub likes: Option<Lenient<i64>>,
    /// The number of dislikes.
    pub dislikes: Option<Lenient<i64>>,
    /// The number of all ratings.
    pub total: Option<Lenient<i64>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Votes { likes: "likes", dislikes: "dislikes", total: "total" });

/// A pathway.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Pathway {
    /// The ID.
    pub id: Option<PathwayId>,
    /// The name.
    pub name: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Pathway { id: "ID" | "id", name: "name" });

/// An event: users advanced in a pathway.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EnrolmentsEvent {
    /// The name of the event.
    pub kind: String,
    /// The pathway and its enrolments.
    pub data: PathwayEnrolments,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EnrolmentsEvent {
    kind: "type" required,
    data: "data" required,
});

/// A pathway and its enrolments.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PathwayEnrolments {
    /// The pathway.
    pub pathway: Option<OrEmpty<Pathway>>,
    /// The users and their statuses. In an event the list may be partial or complete: add and update users,
    /// but remove none.
    pub enrolments: Option<OrEmpty<Vec<Enrolment>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PathwayEnrolments { pathway: "pathway", enrolments: "enrolments" });

/// A user in a pathway.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Enrolment {
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The telephone number; may be empty. Only in lists. See `telephone`. Personal.
    pub raw_telephone: Option<String>,
    /// The country's name in English; may be empty or masked. See `country`. Personal.
    pub raw_country: Option<String>,
    /// The city's name in English; may be empty or masked. See `city`. Personal.
    pub raw_city: Option<String>,
    /// The names of the user's groups. Only in lists.
    pub groups: Option<OrEmpty<Vec<String>>>,
    /// The status.
    pub status: Option<OrEmpty<EnrolmentStatus>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Enrolment {
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    raw_telephone: "telephone",
    raw_country: "country",
    raw_city: "city",
    groups: "groups",
    status: "status",
});

/// A user's status in a pathway.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct EnrolmentStatus {
    /// The user's level.
    pub level: Option<Lenient<i64>>,
    /// The state of the enrolment.
    pub state: Option<EnrolmentState>,
    /// The progress in percent.
    pub progress: Option<Lenient<Number>>,
    /// The version of the user's pathway.
    pub version: Option<String>,
    /// The time of the last change.
    pub timestamp: Option<Timestamp<Seconds>>,
    /// When the user first enrolled.
    pub joined: Option<Timestamp<Seconds>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EnrolmentStatus {
    level: "level",
    state: "state",
    progress: "progress",
    version: "version",
    timestamp: "timestamp",
    joined: "joined",
});

/// An event: users registered for classrooms or events, or checked in to them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EventsEvent {
    /// The name of the event.
    pub kind: String,
    /// The pathway and its events.
    pub data: PathwayEvents,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EventsEvent {
    kind: "type" required,
    data: "data" required,
});

/// A pathway and its events.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PathwayEvents {
    /// The pathway.
    pub pathway: Option<OrEmpty<Pathway>>,
    /// The classrooms and events, with their attendees. In an event of a webhook the list may be partial or
    /// complete: add and update, but remove none.
    pub events: Option<OrEmpty<Vec<PathwayEvent>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PathwayEvents { pathway: "pathway", events: "events" });

/// A classroom or an event of a pathway.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PathwayEvent {
    /// The ID.
    pub id: Option<PathwayEventId>,
    /// `event`, or `classroom`; the second is inferred.
    pub kind: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// When it begins.
    pub start: Option<Timestamp<Seconds>>,
    /// When it ends.
    pub end: Option<Timestamp<Seconds>>,
    /// The venue.
    pub venue: Option<OrEmpty<Venue>>,
    /// The number of free places, or the text `Unlimited`. The number is a text in lists.
    pub available: Option<Lenient<i64>>,
    /// The number of booked places. It is a text in lists.
    pub booked: Option<Lenient<i64>>,
    /// The attendees.
    pub attendees: Option<OrEmpty<Vec<Attendee>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PathwayEvent {
    id: "ID" | "id",
    kind: "type",
    name: "name",
    start: "start",
    end: "end",
    venue: "venue",
    available: "available",
    booked: "booked",
    attendees: "attendees",
});

/// The venue of a classroom or an event.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Venue {
    /// The place, such as a room.
    pub place: Option<String>,
    /// The location of the place.
    pub location: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Venue { place: "place", location: "location" });

/// A user at a classroom or an event.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Attendee {
    /// The id of the attendance.
    pub guid: Option<String>,
    /// Whether the user attended.
    pub state: Option<AttendeeState>,
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The country's name in English; may be empty or masked. See `country`. Personal.
    pub raw_country: Option<String>,
    /// The city's name in English; may be empty or masked. See `city`. Personal.
    pub raw_city: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Attendee {
    guid: "guid",
    state: "state",
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    raw_country: "country",
    raw_city: "city",
});

/// An event: users received vouchers of rewards.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RewardsEvent {
    /// The name of the event.
    pub kind: String,
    /// The pathway and its rewards.
    pub data: PathwayRewards,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RewardsEvent {
    kind: "type" required,
    data: "data" required,
});

/// A pathway and its rewards.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PathwayRewards {
    /// The pathway.
    pub pathway: Option<OrEmpty<Pathway>>,
    /// The rewards, with the vouchers that are not redeemed. In an event the list may be partial or complete:
    /// add and update, but remove none.
    pub rewards: Option<OrEmpty<Vec<Reward>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PathwayRewards { pathway: "pathway", rewards: "rewards" });

/// A reward of a pathway.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Reward {
    /// The ID.
    pub id: Option<RewardId>,
    /// The name.
    pub name: Option<String>,
    /// The vouchers.
    pub vouchers: Option<OrEmpty<Vec<Voucher>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Reward { id: "ID" | "id", name: "name", vouchers: "vouchers" });

/// A user's voucher of a reward.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Voucher {
    /// The id of the voucher.
    pub guid: Option<String>,
    /// The state.
    pub state: Option<VoucherState>,
    /// A date whose form is not documented, or `never`.
    pub expires: Option<String>,
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The country's name in English; may be empty or masked. See `country`. Personal.
    pub raw_country: Option<String>,
    /// The city's name in English; may be empty or masked. See `city`. Personal.
    pub raw_city: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Voucher {
    guid: "guid",
    state: "state",
    expires: "expires",
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    raw_country: "country",
    raw_city: "city",
});

/// A filter for analytics. An empty filter matches the latest 10 items.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct AnalyticsFilter {
    /// Only these items, by name or ID. Default the latest 10.
    pub items: Option<Vec<String>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AnalyticsFilter { items: "items" });

impl AnalyticsFilter {
    /// Sets `items`: only these items, by name or ID. Default the latest 10.
    #[must_use]
    pub fn items(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.items = Some(items.into_iter().map(Into::into).collect());
        self
    }
}

/// A filter for recent activity. An empty filter matches the latest 10 items.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct RealtimeFilter {
    /// Only these items, by name or ID. Default the latest 10.
    pub items: Option<Vec<String>>,
    /// The time to look back: 0 for an hour, or else the number of days, from 1 to 7. Default 1.
    pub range: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RealtimeFilter { items: "items", range: "range" });

impl RealtimeFilter {
    /// Sets `items`: only these items, by name or ID. Default the latest 10.
    #[must_use]
    pub fn items(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.items = Some(items.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `range`: the time to look back: 0 for an hour, or else the number of days, from 1 to 7. Default 1.
    #[must_use]
    pub fn range(mut self, range: u64) -> Self {
        self.range = Some(range);
        self
    }
}

/// A filter for sessions over time. An empty filter matches the latest 10 items.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct FrequencyFilter {
    /// Only these items, by name or ID. Default the latest 10.
    pub items: Option<Vec<String>>,
    /// The length of a step. Default `month`.
    pub interval: Option<AnalyticsInterval>,
    /// The number of steps, from 1 to 24. The default is not documented.
    pub steps: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(FrequencyFilter { items: "items", interval: "interval", steps: "steps" });

impl FrequencyFilter {
    /// Sets `items`: only these items, by name or ID. Default the latest 10.
    #[must_use]
    pub fn items(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.items = Some(items.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `interval`: the length of a step. Default `month`.
    #[must_use]
    pub fn interval(mut self, interval: impl Into<AnalyticsInterval>) -> Self {
        self.interval = Some(interval.into());
        self
    }

    /// Sets `steps`: the number of steps, from 1 to 24. The default is not documented.
    #[must_use]
    pub fn steps(mut self, steps: u64) -> Self {
        self.steps = Some(steps);
        self
    }
}

/// An app, a pathway, a stream or a story. That the last three have a `type` is inferred.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct AnalyticsItem {
    /// The ID.
    pub id: Option<AnalyticsItemId>,
    /// The name. Two items may have the same one.
    pub name: Option<String>,
    /// The kind, such as `app`. The case may vary.
    pub kind: Option<String>,
    /// The version. Only of an app.
    pub version: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AnalyticsItem { id: "ID" | "id", name: "name", kind: "type", version: "version" });

/// Items and their recent activity, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RealtimeBody {
    /// `success`.
    pub status: String,
    /// The items.
    pub data: Option<OrEmpty<Vec<Realtime>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RealtimeBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// An item and its recent activity.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Realtime {
    /// The app, where the items are apps.
    pub app: Option<OrEmpty<AnalyticsItem>>,
    /// The pathway, where the items are pathways.
    pub pathway: Option<OrEmpty<AnalyticsItem>>,
    /// The stream, where the items are streams.
    pub stream: Option<OrEmpty<AnalyticsItem>>,
    /// The story, where the items are stories.
    pub story: Option<OrEmpty<AnalyticsItem>>,
    /// The activity. That it has this key is inferred; its form is not known.
    pub realtime: Option<Value>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Realtime { app: "app", pathway: "pathway", stream: "stream", story: "story", realtime: "realtime" });

/// Items and their sessions over time, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FrequencyBody {
    /// `success`.
    pub status: String,
    /// The items.
    pub data: Option<OrEmpty<Vec<Frequency>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(FrequencyBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// An item and its sessions over time.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Frequency {
    /// The app, where the items are apps.
    pub app: Option<OrEmpty<AnalyticsItem>>,
    /// The pathway, where the items are pathways.
    pub pathway: Option<OrEmpty<AnalyticsItem>>,
    /// The stream, where the items are streams.
    pub stream: Option<OrEmpty<AnalyticsItem>>,
    /// The story, where the items are stories.
    pub story: Option<OrEmpty<AnalyticsItem>>,
    /// The sessions. That they have this key is inferred; their form is not known.
    pub frequency: Option<Value>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Frequency {
    app: "app",
    pathway: "pathway",
    stream: "stream",
    story: "story",
    frequency: "frequency",
});

/// Items and the ages of their users, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DemographicsBody {
    /// `success`.
    pub status: String,
    /// The items.
    pub data: Option<OrEmpty<Vec<Demographics>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DemographicsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// An item and the ages of its users.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Demographics {
    /// The app, where the items are apps.
    pub app: Option<OrEmpty<AnalyticsItem>>,
    /// The pathway, where the items are pathways.
    pub pathway: Option<OrEmpty<AnalyticsItem>>,
    /// The stream, where the items are streams.
    pub stream: Option<OrEmpty<AnalyticsItem>>,
    /// The story, where the items are stories.
    pub story: Option<OrEmpty<AnalyticsItem>>,
    /// The age groups.
    pub demographics: Option<OrEmpty<Vec<AgeGroup>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Demographics {
    app: "app",
    pathway: "pathway",
    stream: "stream",
    story: "story",
    demographics: "demographics",
});

/// Users of an age.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct AgeGroup {
    /// The ages, such as `18 - 24`, or `Unknown`.
    pub group: Option<String>,
    /// The number of users.
    pub users: Option<Lenient<i64>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AgeGroup { group: "group", users: "users" });

/// Items and the countries of their users, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LocationsBody {
    /// `success`.
    pub status: String,
    /// The items.
    pub data: Option<OrEmpty<Vec<Locations>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LocationsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// An item and the countries of its users.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Locations {
    /// The app, where the items are apps.
    pub app: Option<OrEmpty<AnalyticsItem>>,
    /// The pathway, where the items are pathways.
    pub pathway: Option<OrEmpty<AnalyticsItem>>,
    /// The stream, where the items are streams.
    pub stream: Option<OrEmpty<AnalyticsItem>>,
    /// The story, where the items are stories.
    pub story: Option<OrEmpty<AnalyticsItem>>,
    /// The countries. Only users who share their place are counted.
    pub locations: Option<OrEmpty<Vec<CountryUsers>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Locations {
    app: "app",
    pathway: "pathway",
    stream: "stream",
    story: "story",
    locations: "locations",
});

/// Users in a country.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CountryUsers {
    /// The country's name in English.
    pub country: Option<String>,
    /// The number of users. That it has this key is inferred.
    pub users: Option<Lenient<i64>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CountryUsers { country: "country", users: "users" });

/// Items and how many of their users return, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RetentionBody {
    /// `success`.
    pub status: String,
    /// The items.
    pub data: Option<OrEmpty<Vec<Retention>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RetentionBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// An item and how many of its users return.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Retention {
    /// The app, where the items are apps.
    pub app: Option<OrEmpty<AnalyticsItem>>,
    /// The pathway, where the items are pathways.
    pub pathway: Option<OrEmpty<AnalyticsItem>>,
    /// The stream, where the items are streams.
    pub stream: Option<OrEmpty<AnalyticsItem>>,
    /// The story, where the items are stories.
    pub story: Option<OrEmpty<AnalyticsItem>>,
    /// The cohorts.
    pub cohorts: Option<OrEmpty<Vec<Cohort>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Retention { app: "app", pathway: "pathway", stream: "stream", story: "story", cohorts: "cohorts" });

/// Users and how many of them return.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Cohort {
    /// The name, such as `All Users`.
    pub cohort: Option<String>,
    /// When it begins.
    pub start: Option<Timestamp<Seconds>>,
    /// When it ends.
    pub end: Option<Timestamp<Seconds>>,
    /// The number of users in each week: first of all, then of those who returned.
    pub weeks: Option<OrEmpty<Vec<Lenient<i64>>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Cohort { cohort: "cohort", start: "start", end: "end", weeks: "weeks" });

/// Items and what users think of them, in the envelope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReviewsBody {
    /// `success`.
    pub status: String,
    /// The items.
    pub data: Option<OrEmpty<Vec<Reviews>>>,
    /// A hash of `data`. The algorithm, and whether the hash is stable, is not documented.
    pub hash: Option<String>,
    /// The response time in seconds.
    pub response_time: Option<Lenient<Number>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ReviewsBody {
    status: "status" required,
    data: "data",
    hash: "hash",
    response_time: "response_time",
});

/// An item and what users think of them.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Reviews {
    /// The app, where the items are apps.
    pub app: Option<OrEmpty<AnalyticsItem>>,
    /// The pathway, where the items are pathways.
    pub pathway: Option<OrEmpty<AnalyticsItem>>,
    /// The story, where the items are stories.
    pub story: Option<OrEmpty<AnalyticsItem>>,
    /// The reviews.
    pub reviews: Option<OrEmpty<ItemReviews>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Reviews { app: "app", pathway: "pathway", story: "story", reviews: "reviews" });

/// Ratings and comments. The case of the keys is not known.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ItemReviews {
    /// The average of the ratings and the number of users who rated. The form is not known.
    pub ratings: Option<Value>,
    /// The comments.
    pub comments: Option<OrEmpty<Vec<ReviewComment>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ItemReviews { ratings: "ratings" | "Ratings", comments: "comments" | "Comments" });

/// A user's comment.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ReviewComment {
    /// The first name. Personal.
    pub firstname: Option<String>,
    /// The last name. Personal.
    pub lastname: Option<String>,
    /// The email address. It identifies the user; compare it in lower case. Personal.
    pub email: Option<String>,
    /// The telephone number; may be empty. See `telephone`. Personal.
    pub raw_telephone: Option<String>,
    /// The country's name in English; may be empty or masked. See `country`. Personal.
    pub raw_country: Option<String>,
    /// The city's name in English; may be empty or masked. See `city`. Personal.
    pub raw_city: Option<String>,
    /// The comment. Personal.
    pub comment: Option<String>,
    /// When the user commented.
    pub timestamp: Option<Timestamp<Seconds>>,
    /// What the comment is on.
    pub item: Option<OrEmpty<AnalyticsItem>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ReviewComment {
    firstname: "firstname",
    lastname: "lastname",
    email: "email",
    raw_telephone: "telephone",
    raw_country: "country",
    raw_city: "city",
    comment: "comment",
    timestamp: "timestamp",
    item: "item",
});

impl Limits for StatusQuery {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "email", self.email.len(), 1, usize::MAX)
    }
}

impl Limits for InsertUser {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "groups", self.groups.len(), 1, usize::MAX)
    }
}

impl Limits for StoryLogsFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "groups", self.groups.as_ref().map(Vec::len), 1, usize::MAX)
            .or_else(|| limits::optional_items(at, "users", self.users.as_ref().map(Vec::len), 1, usize::MAX))
    }
}

impl Limits for UserStoryLogsFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "groups", self.groups.as_ref().map(Vec::len), 1, usize::MAX)
            .or_else(|| {
                limits::optional_items(at, "emails", self.emails.as_ref().map(Vec::len), 1, usize::MAX)
            })
            .or_else(|| {
                limits::optional_items(at, "stories", self.stories.as_ref().map(Vec::len), 1, usize::MAX)
            })
    }
}

impl Limits for StoryCertificatesFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "groups", self.groups.as_ref().map(Vec::len), 1, usize::MAX)
            .or_else(|| limits::optional_items(at, "users", self.users.as_ref().map(Vec::len), 1, usize::MAX))
    }
}

impl Limits for UploadTable {
    fn problem(&self, at: &str) -> Option<String> {
        limits::not_blank(at, "collection", Some(&self.collection))
            .or_else(|| limits::not_blank(at, "upload", Some(&self.upload)))
            .or_else(|| limits::items(at, "data", self.data.len(), 1, usize::MAX))
    }
}

impl Limits for InsertRows {
    fn problem(&self, at: &str) -> Option<String> {
        limits::not_blank(at, "collection", Some(&self.collection))
            .or_else(|| limits::not_blank(at, "upload", Some(&self.upload)))
    }
}

impl Limits for RemoveRows {
    fn problem(&self, at: &str) -> Option<String> {
        limits::not_blank(at, "collection", Some(&self.collection))
            .or_else(|| limits::not_blank(at, "upload", Some(&self.upload)))
            .or_else(|| limits::items(at, "rows", self.rows.len(), 1, usize::MAX))
    }
}

impl Limits for DeleteUpload {
    fn problem(&self, at: &str) -> Option<String> {
        limits::not_blank(at, "collection", Some(&self.collection))
            .or_else(|| limits::not_blank(at, "upload", Some(&self.upload)))
    }
}

impl Limits for PathwaysFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "pathways", self.pathways.as_ref().map(Vec::len), 1, usize::MAX)
    }
}

impl Limits for WebTrackingQuery {
    fn problem(&self, at: &str) -> Option<String> {
        limits::not_blank(at, "webToken", Some(&self.web_token))
    }
}

impl Limits for EventsFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "search", self.search.as_ref().map(Vec::len), 1, usize::MAX)
    }
}

impl Limits for ConsumeAttendances {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "guids", self.guids.len(), 1, usize::MAX)
    }
}

impl Limits for RewardsFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "search", self.search.as_ref().map(Vec::len), 1, usize::MAX)
    }
}

impl Limits for ConsumeVouchers {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "guids", self.guids.len(), 1, usize::MAX)
    }
}

impl Limits for PathwayLogsFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "activities", self.activities.as_ref().map(Vec::len), 1, usize::MAX)
            .or_else(|| limits::optional_items(at, "types", self.types.as_ref().map(Vec::len), 1, usize::MAX))
            .or_else(|| {
                limits::optional_items(at, "groups", self.groups.as_ref().map(Vec::len), 1, usize::MAX)
            })
            .or_else(|| limits::optional_items(at, "users", self.users.as_ref().map(Vec::len), 1, usize::MAX))
    }
}

impl Limits for StreamSubscriptionsFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "streams", self.streams.as_ref().map(Vec::len), 1, usize::MAX)
            .or_else(|| limits::optional_items(at, "items", self.items.as_ref().map(Vec::len), 1, usize::MAX))
            .or_else(|| {
                limits::optional_items(at, "groups", self.groups.as_ref().map(Vec::len), 1, usize::MAX)
            })
            .or_else(|| limits::optional_items(at, "users", self.users.as_ref().map(Vec::len), 1, usize::MAX))
    }
}

impl Limits for StreamRatingsFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "items", self.items.as_ref().map(Vec::len), 1, usize::MAX)
    }
}

impl Limits for AnalyticsFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "items", self.items.as_ref().map(Vec::len), 1, usize::MAX)
            .or_else(|| limits::not_blank_items(at, "items", self.items.as_ref().into_iter().flatten()))
    }
}

impl Limits for RealtimeFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "items", self.items.as_ref().map(Vec::len), 1, usize::MAX)
            .or_else(|| limits::not_blank_items(at, "items", self.items.as_ref().into_iter().flatten()))
    }
}

impl Limits for FrequencyFilter {
    fn problem(&self, at: &str) -> Option<String> {
        limits::optional_items(at, "items", self.items.as_ref().map(Vec::len), 1, usize::MAX)
            .or_else(|| limits::not_blank_items(at, "items", self.items.as_ref().into_iter().flatten()))
    }
}

reply!(ManageGroupBody);
reply!(StatusBody);
reply!(InsertUserBody);
reply!(UploadTableBody);
reply!(InsertRowsBody);
reply!(RemoveRowsBody);
reply!(DeleteUploadBody);
reply!(PathwaysBody);
reply!(ManagePathwayBody);
reply!(WebTrackingBody);
reply!(EventsBody);
reply!(ChangedBody);
reply!(RewardsBody);
reply!(PathwayLogsBody);
reply!(StreamSubscriptionsBody);
reply!(StreamRatingsBody);
reply!(StoryLogsBody);
reply!(UserStoryLogsBody);
reply!(StoryCertificatesBody);
reply!(RealtimeBody);
reply!(FrequencyBody);
reply!(DemographicsBody);
reply!(LocationsBody);
reply!(RetentionBody);
reply!(ReviewsBody);
