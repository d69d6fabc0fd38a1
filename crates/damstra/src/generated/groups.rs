//! Groups of users, which form a tree.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Groups of users, which form a tree. See [`Client::groups`](crate::Client::groups).
#[derive(Debug, Clone)]
pub struct Groups {
    pub(crate) client: Client,
}

impl Groups {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists groups.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::TryStreamExt;

let groups: Vec<_> = client.groups().list().name("quay").stream().try_collect().await?;
assert_eq!(groups[0].member_count, Some(18));
```"#
    )]
    ///
    /// Source: `GET /group` in <https://developer.velpic.com/api-docs.html>.
    pub fn list(&self) -> ListGroups {
        ListGroups(Listing::new(&self.client, &operations::GROUPS_LIST, Query::new()))
    }

    /// Creates a group.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::GroupWrite;

let group = client.groups().create(GroupWrite::new("Tug crew", "Two boats").parent_id(12)).send().await?;
assert_eq!(group.member_count, Some(0));
```"#
    )]
    ///
    /// Source: `POST /group` in <https://developer.velpic.com/api-docs.html>.
    pub fn create(&self, group_write: GroupWrite) -> Call<Group> {
        Draft::new(&operations::GROUPS_CREATE).body(group_write).call::<Group>(&self.client)
    }

    /// Fetches one group.
    ///
    /// `createdDate` has no time zone.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the group does not exist. The documented body
    ///   is not valid JSON and has a word in place of the code.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let group = client.groups().get(31).send().await?;
println!("{:?} since {:?}", group.name, group.created_date.and_then(|date| date.local()));
```"#
    )]
    ///
    /// Source: `GET /group/{groupId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn get(&self, group_id: impl Into<GroupId>) -> Call<Group> {
        let draft = Draft::new(&operations::GROUPS_GET).at("groupId", group_id.into());
        draft.call::<Group>(&self.client)
    }

    /// Replaces a group's name, description and parent.
    ///
    /// The name and the description are required: to move a group, send their current values. The effect of a
    /// missing parent is not known.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::GroupWrite;

let moved = GroupWrite::new("Quay crew", "Those who moor").parent_id(32);
let group = client.groups().update(31, moved).send().await?;
assert_eq!(group.parent_id, Some(32.into()));
```"#
    )]
    ///
    /// Source: `POST /group/{groupId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn update(&self, group_id: impl Into<GroupId>, group_write: GroupWrite) -> Call<Group> {
        let draft = Draft::new(&operations::GROUPS_UPDATE).at("groupId", group_id.into()).body(group_write);
        draft.call::<Group>(&self.client)
    }

    /// Lists the members of a group.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::TryStreamExt;

let members: Vec<_> = client.groups().list_members(31).stream().try_collect().await?;
assert_eq!(members.len(), 18);
```"#
    )]
    ///
    /// Source: `GET /group/{groupId}/member` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_members(&self, group_id: impl Into<GroupId>) -> ListGroupsMembers {
        ListGroupsMembers(
            Listing::new(&self.client, &operations::GROUPS_LIST_MEMBERS, Query::new())
                .at("groupId", group_id.into()),
        )
    }

    /// Adds members to a group.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the group does not exist (842).
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `user_ids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::UserId;

client.groups().add_members(32, [UserId::from(5012)]).send().await?;
```"#
    )]
    ///
    /// Source: `POST /group/{groupId}/add_members` in <https://developer.velpic.com/api-docs.html>.
    pub fn add_members(
        &self,
        group_id: impl Into<GroupId>,
        user_ids: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        let body = UserIds::new(user_ids);
        let draft = Draft::new(&operations::GROUPS_ADD_MEMBERS)
            .at("groupId", group_id.into())
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Removes members from a group.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the group does not exist (842).
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `user_ids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.groups().remove_members(31, [5012, 5014]).send().await?;
```"#
    )]
    ///
    /// Source: `POST /group/{groupId}/remove_members` in <https://developer.velpic.com/api-docs.html>.
    pub fn remove_members(
        &self,
        group_id: impl Into<GroupId>,
        user_ids: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        let body = UserIds::new(user_ids);
        let draft = Draft::new(&operations::GROUPS_REMOVE_MEMBERS)
            .at("groupId", group_id.into())
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Lists the supervisors of a group.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let supervisors = client.groups().list_supervisors(31).send().await?;
assert_eq!(supervisors.total, Some(1));
```"#
    )]
    ///
    /// Source: `GET /group/{groupId}/supervisor` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_supervisors(&self, group_id: impl Into<GroupId>) -> ListGroupsSupervisors {
        ListGroupsSupervisors(
            Listing::new(&self.client, &operations::GROUPS_LIST_SUPERVISORS, Query::new())
                .at("groupId", group_id.into()),
        )
    }

    /// Adds supervisors to a group.
    ///
    /// The effect on an administrator, who supervises every group already, is not known.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the group does not exist (842).
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `user_ids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.groups().add_supervisors(32, [5100]).send().await?;
```"#
    )]
    ///
    /// Source: `POST /group/{groupId}/add_supervisors` in <https://developer.velpic.com/api-docs.html>.
    pub fn add_supervisors(
        &self,
        group_id: impl Into<GroupId>,
        user_ids: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        let body = UserIds::new(user_ids);
        let draft = Draft::new(&operations::GROUPS_ADD_SUPERVISORS)
            .at("groupId", group_id.into())
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Removes supervisors from a group.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the group does not exist (842).
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `user_ids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.groups().remove_supervisors(31, [5100]).send().await?;
```"#
    )]
    ///
    /// Source: `POST /group/{groupId}/remove_supervisors` in <https://developer.velpic.com/api-docs.html>.
    pub fn remove_supervisors(
        &self,
        group_id: impl Into<GroupId>,
        user_ids: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        let body = UserIds::new(user_ids);
        let draft = Draft::new(&operations::GROUPS_REMOVE_SUPERVISORS)
            .at("groupId", group_id.into())
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Inactivates a group.
    ///
    /// No operation reverses it.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong (806), or has no
    ///   permission (831).
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.groups().inactivate(32).send().await?;
```"#
    )]
    ///
    /// Source: `POST /group/{groupId}/inactivate` in <https://developer.velpic.com/api-docs.html>.
    pub fn inactivate(&self, group_id: impl Into<GroupId>) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::GROUPS_INACTIVATE).at("groupId", group_id.into());
        draft.call::<Acknowledged>(&self.client)
    }
}

listing! {
    /// A listing of [`Groups::list`](crate::groups::Groups::list), 100 on a page unless another size is set.
    ListGroups: Query => GroupList
}

impl ListGroups {
    /// Only groups with this text in their name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.set("q", name.into());
        self
    }

    /// The number of items on a page. The documented default is 0. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("maxResults", size);
        self
    }
}

listing! {
    /// A listing of [`Groups::list_members`](crate::groups::Groups::list_members), 100 on a page unless
    /// another size is set.
    ListGroupsMembers: Query => UserList
}

impl ListGroupsMembers {
    /// The number of items on a page. The documented default is 0. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("maxResults", size);
        self
    }
}

listing! {
    /// A listing of [`Groups::list_supervisors`](crate::groups::Groups::list_supervisors), 100 on a page
    /// unless another size is set.
    ListGroupsSupervisors: Query => UserList
}

impl ListGroupsSupervisors {
    /// The number of items on a page. The documented default is 0. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("maxResults", size);
        self
    }
}
