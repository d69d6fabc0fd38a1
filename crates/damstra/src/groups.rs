//! Groups of users, in a tree.

use tassel_core::kit::{Acknowledged, Draft, Listing, listing};
use tassel_core::operation::Operation;
use tassel_core::{Call, Client};

use crate::generated::operations as op;
use crate::{
    Group, GroupId, GroupList, GroupWrite, GroupsListMembersQuery, GroupsListQuery,
    GroupsListSupervisorsQuery, UserId, UserIds, UserList,
};

/// Groups; see [`Client::groups`](crate::Client::groups).
#[derive(Debug, Clone)]
pub struct Groups {
    client: Client,
}

impl Groups {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists groups; all of them, if nothing else is said.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::TryStreamExt;
    ///
    /// let groups: Vec<_> = client.groups().list().name("quay").stream().try_collect().await?;
    /// assert_eq!(groups[0].member_count, Some(18));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /group` in <https://developer.velpic.com/api-docs.html>.
    pub fn list(&self) -> ListGroups {
        let query = GroupsListQuery::default();
        ListGroups(Listing::new(&self.client, &op::GROUPS_LIST, query))
    }

    /// Fetches one group.
    ///
    /// Its `created_date` has no zone: [`Timestamp::local`](crate::Timestamp::local) reads it.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// let group = client.groups().get(31).send().await?;
    /// println!("{:?} since {:?}", group.name, group.created_date.and_then(|date| date.local()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /group/{groupId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn get(&self, id: impl Into<GroupId>) -> Call<Group> {
        Draft::new(&op::GROUPS_GET).at("groupId", id.into()).call::<Group>(&self.client)
    }

    /// Creates a group. It is never sent twice by itself.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not accept a value. That it answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::GroupWrite;
    ///
    /// let group = client.groups().create(GroupWrite::new("Tug crew", "Two boats").parent_id(12)).send().await?;
    /// assert_eq!(group.member_count, Some(0));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /group` in <https://developer.velpic.com/api-docs.html>.
    pub fn create(&self, group: GroupWrite) -> Call<Group> {
        Draft::new(&op::GROUPS_CREATE).body(group).call::<Group>(&self.client)
    }

    /// Replaces the name, the description and the parent of a group.
    ///
    /// The name and the description are replaced each time: to move a group, send them as they are. What leaving out
    /// the parent does is not known.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id. That the vendor answers so is inferred.
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not accept a value. That it answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::GroupWrite;
    ///
    /// let moved = GroupWrite::new("Quay crew", "Those who moor").parent_id(32);
    /// let group = client.groups().update(31, moved).send().await?;
    /// assert_eq!(group.parent_id, Some(32.into()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /group/{groupId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn update(&self, id: impl Into<GroupId>, group: GroupWrite) -> Call<Group> {
        Draft::new(&op::GROUPS_UPDATE).at("groupId", id.into()).body(group).call::<Group>(&self.client)
    }

    /// Lists the members of a group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::TryStreamExt;
    ///
    /// let members: Vec<_> = client.groups().list_members(31).stream().try_collect().await?;
    /// assert_eq!(members.len(), 18);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /group/{groupId}/member` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_members(&self, id: impl Into<GroupId>) -> ListMembers {
        let query = GroupsListMembersQuery::default();
        ListMembers(Listing::new(&self.client, &op::GROUPS_LIST_MEMBERS, query).at("groupId", id.into()))
    }

    /// Adds members to a group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::UserId;
    ///
    /// client.groups().add_members(32, [UserId::from(5012)]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /group/{groupId}/add_members` in <https://developer.velpic.com/api-docs.html>.
    pub fn add_members(
        &self,
        id: impl Into<GroupId>,
        users: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        self.change(&op::GROUPS_ADD_MEMBERS, id, users)
    }

    /// Removes members from a group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// client.groups().remove_members(31, [5012, 5014]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /group/{groupId}/remove_members` in <https://developer.velpic.com/api-docs.html>.
    pub fn remove_members(
        &self,
        id: impl Into<GroupId>,
        users: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        self.change(&op::GROUPS_REMOVE_MEMBERS, id, users)
    }

    /// Lists the supervisors of a group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// let supervisors = client.groups().list_supervisors(31).send().await?;
    /// assert_eq!(supervisors.total, Some(1));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /group/{groupId}/supervisor` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_supervisors(&self, id: impl Into<GroupId>) -> ListSupervisors {
        let query = GroupsListSupervisorsQuery::default();
        ListSupervisors(
            Listing::new(&self.client, &op::GROUPS_LIST_SUPERVISORS, query).at("groupId", id.into()),
        )
    }

    /// Adds supervisors to a group. What becomes of an administrator, who supervises every group already, is not known.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// client.groups().add_supervisors(32, [5100]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /group/{groupId}/add_supervisors` in <https://developer.velpic.com/api-docs.html>.
    pub fn add_supervisors(
        &self,
        id: impl Into<GroupId>,
        users: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        self.change(&op::GROUPS_ADD_SUPERVISORS, id, users)
    }

    /// Removes supervisors from a group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// client.groups().remove_supervisors(31, [5100]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /group/{groupId}/remove_supervisors` in <https://developer.velpic.com/api-docs.html>.
    pub fn remove_supervisors(
        &self,
        id: impl Into<GroupId>,
        users: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        self.change(&op::GROUPS_REMOVE_SUPERVISORS, id, users)
    }

    /// Inactivates a group. No call undoes it.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// client.groups().inactivate(32).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /group/{groupId}/inactivate` in <https://developer.velpic.com/api-docs.html>.
    pub fn inactivate(&self, id: impl Into<GroupId>) -> Call<Acknowledged> {
        Draft::new(&op::GROUPS_INACTIVATE).at("groupId", id.into()).call::<Acknowledged>(&self.client)
    }

    fn change(
        &self,
        operation: &'static Operation,
        id: impl Into<GroupId>,
        users: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        let users = UserIds::new(users.into_iter().map(Into::into));
        Draft::new(operation)
            .at("groupId", id.into())
            .refuse(nobody(&users))
            .body(users)
            .call::<Acknowledged>(&self.client)
    }
}

/// Why a list of users is not sent: what an empty one does is not known.
pub(crate) fn nobody(users: &UserIds) -> Option<String> {
    users.user_ids.is_empty().then(|| "the list of users is empty; give it at least one".to_owned())
}

listing! {
    /// A list of groups, 100 on a page.
    ListGroups: GroupsListQuery => GroupList
}

impl ListGroups {
    /// Only those with this text in their name.
    pub fn name(mut self, part: impl Into<String>) -> Self {
        self.0.query.q = Some(part.into());
        self
    }

    /// How many on a page. Default 100; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.max_results = Some(size);
        self
    }
}

listing! {
    /// A list of members, 100 on a page.
    ListMembers: GroupsListMembersQuery => UserList
}

impl ListMembers {
    /// How many on a page. Default 100; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.max_results = Some(size);
        self
    }
}

listing! {
    /// A list of supervisors, 100 on a page.
    ListSupervisors: GroupsListSupervisorsQuery => UserList
}

impl ListSupervisors {
    /// How many on a page. Default 100; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.max_results = Some(size);
        self
    }
}
