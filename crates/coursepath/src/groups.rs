//! Groups of members. They are read by id, and joined and left by name.

use tassel_core::kit::{Acknowledged, Deleted, Draft, Listed, Listing, listing};
use tassel_core::{Call, Client};

use crate::generated::operations as op;
use crate::{Group, GroupName, GroupsListOfMemberQuery, GroupsListQuery, MemberId};

/// Groups; see [`Client::groups`](crate::Client::groups).
#[derive(Debug, Clone)]
pub struct Groups {
    client: Client,
}

/// That whoever removes a member from groups without naming one knows what it does: the member leaves every group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeavesEveryGroup;

impl Groups {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists the groups of the academy.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::TryStreamExt;
    ///
    /// let groups: Vec<_> = client.groups().list().stream().try_collect().await?;
    /// assert_eq!(groups[0].name.as_deref(), Some("Night Shift"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list(&self) -> ListGroups {
        let query = GroupsListQuery::default();
        ListGroups(Listing::new(&self.client, &op::GROUPS_LIST, query))
    }

    /// Lists the groups of a member.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no member has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let groups = client.groups().list_of_member(58713).send().await?;
    /// assert_eq!(groups.items[0].name.as_deref(), Some("Night Shift"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /members/{memberId}/groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list_of_member(&self, member: impl Into<MemberId>) -> ListGroupsOfMember {
        let query = GroupsListOfMemberQuery::default();
        let listing = Listing::new(&self.client, &op::GROUPS_LIST_OF_MEMBER, query);
        ListGroupsOfMember(listing.at("memberId", member.into()))
    }

    /// Adds a member to the group of a name. Whether a group of a new name is created is not documented.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no member has this id, or no group this name.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): the name is blank.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// client.groups().add_member(58713, "Day Shift").send().await?;
    /// assert_eq!(client.groups().list_of_member(58713).send().await?.items.len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /members/{memberId}/groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn add_member(&self, member: impl Into<MemberId>, name: impl Into<String>) -> Call<Acknowledged> {
        let name = name.into();
        let blank = name.trim().is_empty().then(|| "the group's name is blank".to_owned());
        Draft::new(&op::GROUPS_ADD_MEMBER)
            .at("memberId", member.into())
            .refuse(blank)
            .body(GroupName::new(name))
            .call::<Acknowledged>(&self.client)
    }

    /// Removes a member from the group of a name.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no member has this id, or they are not in the group. Where an
    ///   earlier attempt of the same call had removed them and its answer was lost, it is [`Deleted::NotThere`]
    ///   instead.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): the name is blank, which would remove the member from
    ///   every group.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// client.groups().remove_member(58713, "Night Shift").send().await?;
    /// assert!(client.groups().list_of_member(58713).send().await?.items.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `DELETE /members/{memberId}/groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn remove_member(
        &self,
        member: impl Into<MemberId>,
        name: impl Into<String>,
    ) -> Call<Deleted<Acknowledged>> {
        let name = name.into();
        let blank = name.trim().is_empty().then(|| {
            "the group's name is blank, which would remove the member from every group; use `remove_from_all` if \
             that is meant"
                .to_owned()
        });
        let draft = Draft::new(&op::GROUPS_REMOVE_MEMBER).at("memberId", member.into());
        draft.refuse(blank).query("name", name).call::<Deleted<Acknowledged>>(&self.client)
    }

    /// Removes a member from every group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no member has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::groups::LeavesEveryGroup;
    ///
    /// client.groups().remove_from_all(58713, LeavesEveryGroup).send().await?;
    /// assert!(client.groups().list_of_member(58713).send().await?.items.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `DELETE /members/{memberId}/groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn remove_from_all(
        &self,
        member: impl Into<MemberId>,
        LeavesEveryGroup: LeavesEveryGroup,
    ) -> Call<Deleted<Acknowledged>> {
        let draft = Draft::new(&op::GROUPS_REMOVE_MEMBER).at("memberId", member.into());
        draft.call::<Deleted<Acknowledged>>(&self.client)
    }
}

listing! {
    /// The groups of the academy, 100 on a page unless it is told otherwise.
    ListGroups: GroupsListQuery => Listed<Group>
}

listing! {
    /// The groups of a member, 100 on a page unless it is told otherwise.
    ListGroupsOfMember: GroupsListOfMemberQuery => Listed<Group>
}

impl ListGroups {
    /// How many to ask for at a time. The vendor may send fewer; the largest it allows is not known.
    pub fn limit(mut self, limit: u64) -> Self {
        self.0.query.limit = Some(limit);
        self
    }
}

impl ListGroupsOfMember {
    /// How many to ask for at a time. The vendor may send fewer; the largest it allows is not known.
    pub fn limit(mut self, limit: u64) -> Self {
        self.0.query.limit = Some(limit);
        self
    }
}
