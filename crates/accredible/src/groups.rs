//! Courses or achievements that credentials are issued for.

use serde_json::Value;
use tassel_core::kit::{Draft, Listing, listing};
use tassel_core::{Call, Client};

use crate::generated::operations as op;
use crate::{Date, Group, GroupBody, GroupId, GroupList, GroupSearch};

/// Groups; see [`Client::groups`](crate::Client::groups). Nobody can issue a credential without a group's id.
#[derive(Debug, Clone)]
pub struct Groups {
    client: Client,
}

impl Groups {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Fetches one group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no group has this id, or a department's key may not see it.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// let group = client.groups().get(34).send().await?;
    /// assert_eq!(group.course_name.as_deref(), Some("Harbour Safety"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /v1/issuer/groups/{group_id}` in <https://docs.api.accredible.com>.
    pub fn get(&self, id: impl Into<GroupId>) -> Call<Group> {
        Draft::new(&op::GROUPS_GET).at("group_id", id.into()).call::<GroupBody>(&self.client)
    }

    /// Searches for groups; all of them, if nothing else is said.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// use tassel_accredible::TryStreamExt;
    ///
    /// let groups: Vec<_> = client.groups().search().name("safety").stream().try_collect().await?;
    /// assert_eq!(groups.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/issuer/groups/search` in <https://docs.api.accredible.com>.
    pub fn search(&self) -> SearchGroups {
        SearchGroups(Listing::new(&self.client, &op::GROUPS_SEARCH, GroupSearch::default()))
    }
}

listing! {
    /// A search for groups, 50 on a page.
    SearchGroups: GroupSearch => GroupList
}

impl SearchGroups {
    /// Only these.
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.0.query.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Only those with this text in their internal name.
    pub fn name(mut self, part: impl Into<String>) -> Self {
        self.0.query.name = Some(part.into());
        self
    }

    /// Only those with this text in their course name.
    pub fn course_name(mut self, part: impl Into<String>) -> Self {
        self.0.query.course_name = Some(part.into());
        self
    }

    /// Only those with this data of yours.
    pub fn meta_data(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.query.meta_data.get_or_insert_default().insert(name.into(), value.into());
        self
    }

    /// Only those updated after this day. Whether the day itself counts is not known.
    pub fn updated_after(mut self, day: impl Into<Date>) -> Self {
        self.0.query.start_updated_date = Some(day.into());
        self
    }

    /// Only those updated before this day. Whether the day itself counts is not known.
    pub fn updated_before(mut self, day: impl Into<Date>) -> Self {
        self.0.query.end_updated_date = Some(day.into());
        self
    }

    /// How many on a page. Default 50; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page_size = Some(size);
        self
    }
}
