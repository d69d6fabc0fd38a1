//! Courses and achievements that credentials are issued for.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Courses and achievements that credentials are issued for. See [`Client::groups`](crate::Client::groups).
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
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
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

    /// Creates a group.
    ///
    /// Credentials are issued for a group by its id. If the group is saved but its skills are not, the call
    /// succeeds and the reply has `errors`; do not create the group again. If no answer arrives, look for its
    /// name with [`search`](Self::search).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::NewGroup;

let group = NewGroup::new("tug-2026", "Tugs", "Two boats, one line").learning_outcomes(["towing"]);
let saved = client.groups().create(group).send().await?;
for warning in saved.errors.unwrap_or_default() {
    println!("{:?}: {:?}", warning.code, warning.message);
}
assert_eq!(saved.group.course_name.as_deref(), Some("Tugs"));
```"#
    )]
    ///
    /// Source: `POST /v1/issuer/groups` in <https://docs.api.accredible.com/#tag/Groups>.
    pub fn create(&self, group: NewGroup) -> Call<SavedGroup> {
        let draft = Draft::new(&operations::GROUPS_CREATE).body(NewGroupBody::new(group));
        draft.call::<SavedGroup>(&self.client)
    }

    /// Fetches one group.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
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

    /// Updates the given fields of a group. The other fields keep their values.
    ///
    /// `collections`, `earning_criteria` and `framework_skills` replace the whole list. If the group is saved
    /// but its skills are not, the call succeeds and the reply has `errors`.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::Patch;
use tassel_accredible::model::GroupUpdate;

let changes = GroupUpdate::default().course_name("Harbour Safety II").course_link(Patch::Null);
let saved = client.groups().update(34, changes).send().await?;
assert_eq!(saved.group.course_name.as_deref(), Some("Harbour Safety II"));
```"#
    )]
    ///
    /// Source: `PUT /v1/issuer/groups/{group_id}` in <https://docs.api.accredible.com/#tag/Groups>.
    pub fn update(&self, group_id: impl Into<GroupId>, group: GroupUpdate) -> Call<SavedGroup> {
        let draft = Draft::new(&operations::GROUPS_UPDATE)
            .at("group_id", group_id.into())
            .body(GroupUpdateBody::new(group));
        draft.call::<SavedGroup>(&self.client)
    }

    /// Deletes a group and returns it.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///   After a repeat of the same call, whose first answer was lost, it is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let deleted = client.groups().delete(34).send().await?;
assert_eq!(deleted.record().map(|group| group.id), Some(34.into()));
assert!(client.groups().get(34).send_opt().await?.is_none());
```"#
    )]
    ///
    /// Source: `DELETE /v1/issuer/groups/{group_id}` in <https://docs.api.accredible.com/#tag/Groups>.
    pub fn delete(&self, group_id: impl Into<GroupId>) -> Call<Deleted<Group>> {
        let draft = Draft::new(&operations::GROUPS_DELETE).at("group_id", group_id.into());
        draft.call::<Deleted<GroupBody>>(&self.client)
    }

    /// Creates a copy of a group. The given fields replace those of the original.
    ///
    /// Without a name, the copy is called `Copy` followed by the name of the group. The copy always has the
    /// framework skills of the group. The designs must be in the group's department. If no answer arrives,
    /// look for the name of the copy with [`search`](Self::search).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::NewGroup;

let saved = client.groups().duplicate(34, NewGroup::default().name("harbour-safety-2027")).send().await?;
assert_ne!(saved.group.id, 34.into());
```"#
    )]
    ///
    /// Source: `POST /v1/issuer/groups/{group_id}/clone` in <https://docs.api.accredible.com/#tag/Groups>.
    pub fn duplicate(&self, group_id: impl Into<GroupId>, group: NewGroup) -> Call<SavedGroup> {
        let draft = Draft::new(&operations::GROUPS_DUPLICATE)
            .at("group_id", group_id.into())
            .body(NewGroupBody::new(group));
        draft.call::<SavedGroup>(&self.client)
    }

    /// Lists groups.
    ///
    /// The vendor recommends [`search`](Self::search) instead. Many programs still use this operation.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let page = client.groups().list().name("safety").send().await?;
println!("{} of {:?}", page.items.len(), page.total);
```"#
    )]
    ///
    /// Source: `GET /v1/issuer/all_groups` in <https://docs.api.accredible.com/#tag/Groups>.
    #[deprecated(note = "the vendor asks not to use it")]
    pub fn list(&self) -> ListGroups {
        ListGroups(Listing::new(&self.client, &operations::GROUPS_LIST, Query::new()))
    }
}

listing! {
    /// A listing of [`Groups::search`](crate::groups::Groups::search), 50 on a page unless another size is
    /// set.
    SearchGroups: GroupSearch => GroupList
}

impl SearchGroups {
    /// Only groups with these ids.
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.0.query.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Only groups whose internal name contains this text.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.name = Some(name.into());
        self
    }

    /// Only groups whose course name contains this text.
    pub fn course_name(mut self, course_name: impl Into<String>) -> Self {
        self.0.query.course_name = Some(course_name.into());
        self
    }

    /// Only groups with this metadata.
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Only groups of this department. If the key has no access to it, the vendor answers with 400.
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.0.query.department_id = Some(department_id.into());
        self
    }

    /// Only groups updated after this day.
    pub fn updated_after(mut self, updated_after: impl Into<Date>) -> Self {
        self.0.query.updated_after = Some(updated_after.into());
        self
    }

    /// Only groups updated before this day.
    pub fn updated_before(mut self, updated_before: impl Into<Date>) -> Self {
        self.0.query.updated_before = Some(updated_before.into());
        self
    }

    /// The number of items on a page. Default 50. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page_size = Some(size);
        self
    }
}

listing! {
    /// A listing of [`Groups::list`](crate::groups::Groups::list), 50 on a page unless another size is set.
    ListGroups: Query => GroupList
}

impl ListGroups {
    /// Only groups whose internal name contains this text.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.set("name", name.into());
        self
    }

    /// The number of items on a page. Default 50. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("page_size", size);
        self
    }
}
