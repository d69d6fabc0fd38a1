//! Groups of users. A user is created by being added to a group.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Groups of users. A user is created by being added to a group. See
/// [`Client::groups`](crate::Client::groups).
#[derive(Debug, Clone)]
pub struct Groups {
    pub(crate) client: Client,
}

impl Groups {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Adds users to one group and removes users from it.
    ///
    /// A missing group is created. New users are invited 1 to 5 minutes later, unless `invite` is `Never`.
    /// With an invalid email address the call succeeds with a warning, and `messages` has the problem.
    ///
    /// If no answer arrives, send it again: the group is the same afterwards, but the counts omit what the
    /// first call did.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{AddedUser, Invite, ManageGroup};

let users = [
    AddedUser::new("Imke", "Aalto", "imke.aalto@example.org").dial_code("+31").phone_number("0612345678"),
    AddedUser::new("Obi", "Fenn", "no address"),
];
let change = ManageGroup::new("Night Crew").add_users(users).invite(Invite::Never);
let count = client.groups().manage(change).send().await?;
assert!(!count.is_complete());
for message in count.messages.iter().flat_map(|messages| messages.iter()) {
    println!("{:?}: {:?}", message.index, message.error);
}
```"#
    )]
    ///
    /// Source: `POST /v1/groups/manage` in <https://developer.docs.falkor.io>.
    pub fn manage(&self, manage_group: ManageGroup) -> Call<ChangeCount> {
        let draft = Draft::new(&operations::GROUPS_MANAGE).body(manage_group);
        draft.call::<crate::envelope::Data<ChangeCount>>(&self.client)
    }

    /// Fetches the status of users' invitations.
    ///
    /// Unknown email addresses are omitted, and the order is not defined. Match the users by email address,
    /// in lower case.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `email` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::InviteStatus;

let emails = ["imani.okonjo@example.org", "nobody@example.org"];
let users = client.groups().status(emails).send().await?;
assert_eq!(users.len(), 1);
assert_eq!(users[0].status.as_ref().map(InviteStatus::in_any_case), Some(InviteStatus::Active));
```"#
    )]
    ///
    /// Source: `POST /v1/groups/status` in <https://developer.docs.falkor.io>.
    pub fn status(&self, email: impl IntoIterator<Item = impl Into<String>>) -> Call<Vec<UserStatus>> {
        let body = StatusQuery::new(email);
        let draft = Draft::new(&operations::GROUPS_STATUS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<UserStatus>>>(&self.client)
    }

    /// Adds one user to several groups.
    ///
    /// Missing groups are created. With `force_sync` the user is also removed from every other group,
    /// including groups that were assigned manually. An empty list of groups with `force_sync` would remove
    /// the user from all groups.
    ///
    /// If no answer arrives, see [`manage`](Self::manage).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `groups` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{GroupInsert, InsertUser, InsertedUser};

let user = InsertedUser::new("Imke", "Aalto", "imke.aalto@example.org").telephone("+31612345678");
let groups = client.groups().insert(InsertUser::new(["Night Crew", "Dockers"], user)).send().await?;
assert!(groups.iter().all(GroupInsert::is_complete));
```"#
    )]
    ///
    /// Source: `POST /v1/groups/insert` in <https://developer.docs.falkor.io>.
    pub fn insert(&self, insert_user: InsertUser) -> Call<Vec<GroupInsert>> {
        let body = insert_user;
        let draft = Draft::new(&operations::GROUPS_INSERT).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<GroupInsert>>>(&self.client)
    }
}
