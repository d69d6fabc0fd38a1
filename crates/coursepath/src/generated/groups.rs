//! Groups of members.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Groups of members. See [`Client::groups`](crate::Client::groups).
#[derive(Debug, Clone)]
pub struct Groups {
    pub(crate) client: Client,
}

impl Groups {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists the groups of a member.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `member_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let groups = client.groups().list_of_member(58713).send().await?;
assert_eq!(groups.items[0].name.as_deref(), Some("Night Shift"));
```"#
    )]
    ///
    /// Source: `GET /members/{memberId}/groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list_of_member(&self, member_id: impl Into<MemberId>) -> ListGroupsOfMember {
        ListGroupsOfMember(
            Listing::new(&self.client, &operations::GROUPS_LIST_OF_MEMBER, Query::new())
                .at("memberId", member_id.into()),
        )
    }

    /// Adds a member to a group, by the name of the group.
    ///
    /// Whether a missing group is created is not documented.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a required value is missing or invalid.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `member_id` is `me`, which leads to another
    ///   operation; `name` is blank.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.groups().add_member(58713, "Day Shift").send().await?;
assert_eq!(client.groups().list_of_member(58713).send().await?.items.len(), 2);
```"#
    )]
    ///
    /// Source: `POST /members/{memberId}/groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn add_member(&self, member_id: impl Into<MemberId>, name: impl Into<String>) -> Call<Acknowledged> {
        let body = GroupName::new(name);
        let draft = Draft::new(&operations::GROUPS_ADD_MEMBER)
            .at("memberId", member_id.into())
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Lists the groups of the academy.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::TryStreamExt;

let groups: Vec<_> = client.groups().list().stream().try_collect().await?;
assert_eq!(groups[0].name.as_deref(), Some("Night Shift"));
```"#
    )]
    ///
    /// Source: `GET /groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list(&self) -> ListGroups {
        ListGroups(Listing::new(&self.client, &operations::GROUPS_LIST, Query::new()))
    }
}

listing! {
    /// A listing of [`Groups::list_of_member`](crate::groups::Groups::list_of_member), 100 on a page unless
    /// another size is set.
    ListGroupsOfMember: Query => Listed<Group>
}

impl ListGroupsOfMember {
    /// The number of items on a page. Default 100, 250 or 500. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("limit", size);
        self
    }
}

listing! {
    /// A listing of [`Groups::list`](crate::groups::Groups::list), 100 on a page unless another size is set.
    ListGroups: Query => Listed<Group>
}

impl ListGroups {
    /// The number of items on a page. Default 100, 250 or 500. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("limit", size);
        self
    }
}
