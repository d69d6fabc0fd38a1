//! Courses or achievements that credentials are issued for.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Courses or achievements that credentials are issued for. See [`Client::groups`](crate::Client::groups).
#[derive(Debug, Clone)]
pub struct Groups {
    pub(crate) client: Client,
}

impl Groups {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Searches for groups.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the body cannot be read, or the search query was
    ///   rejected.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key may not do this, the credential is private,
    ///   or a firewall answered.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::TryStreamExt;

let groups: Vec<_> = client.groups().search().name("safety").stream().try_collect().await?;
assert_eq!(groups.len(), 1);
```"#
    )]
    ///
    /// Source: `POST /v1/issuer/groups/search` in <https://docs.api.accredible.com/#tag/Groups>.
    pub fn search(&self) -> SearchGroups {
        SearchGroups(Listing::new(&self.client, &operations::GROUPS_SEARCH, GroupSearch::default()))
    }

    /// Fetches one group.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key may not do this, the credential is private,
    ///   or a firewall answered.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record, or this key may not
    ///   see it.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let group = client.groups().get(34).send().await?;
assert_eq!(group.course_name.as_deref(), Some("Harbour Safety"));
```"#
    )]
    ///
    /// Source: `GET /v1/issuer/groups/{group_id}` in <https://docs.api.accredible.com/#tag/Groups>.
    pub fn get(&self, group_id: impl Into<GroupId>) -> Call<Group> {
        let draft = Draft::new(&operations::GROUPS_GET).at("group_id", group_id.into());
        draft.call::<GroupBody>(&self.client)
    }
}

listing! {
    /// A listing of [`Groups::search`](crate::groups::Groups::search), 50 on a page unless another size is
    /// set.
    SearchGroups: GroupSearch => GroupList
}

impl SearchGroups {
    /// Only these.
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.0.query.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Only those with this text in their internal name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.name = Some(name.into());
        self
    }

    /// Only those with this text in their course name.
    pub fn course_name(mut self, course_name: impl Into<String>) -> Self {
        self.0.query.course_name = Some(course_name.into());
        self
    }

    /// Only those with this data of yours.
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Only those updated after this day.
    pub fn updated_after(mut self, updated_after: impl Into<Date>) -> Self {
        self.0.query.updated_after = Some(updated_after.into());
        self
    }

    /// Only those updated before this day.
    pub fn updated_before(mut self, updated_before: impl Into<Date>) -> Self {
        self.0.query.updated_before = Some(updated_before.into());
        self
    }

    /// How many on a page. Default 50; the largest is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page_size = Some(size);
        self
    }
}
