//! What has happened to credentials.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// What has happened to credentials. See [`Client::analytics`](crate::Client::analytics).
#[derive(Debug, Clone)]
pub struct Analytics {
    pub(crate) client: Client,
}

impl Analytics {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists what has happened to credentials, such as views.
    ///
    /// Events have no id. A listing counts two events of the same credential, name and time as one.
    ///
    /// # Errors
    ///
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

let events: Vec<_> = client.analytics().list().group(34).stream().try_collect().await?;
println!("{} events", events.len());
```"#
    )]
    ///
    /// Source: `GET /v1/analytics` in <https://docs.api.accredible.com/#tag/Analytics>.
    pub fn list(&self) -> ListAnalytics {
        ListAnalytics(Listing::new(&self.client, &operations::ANALYTICS_LIST, Query::new()))
    }

    /// Lists what has happened to one credential.
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
let events = client.analytics().list_of_credential("80000001").send().await?;
let views = events.iter().filter(|event| event.event.as_deref() == Some("recipient_view_certificate"));
println!("{} views", views.count());
```"#
    )]
    ///
    /// Source: `POST /v1/credentials/analytics/{id}` in <https://docs.api.accredible.com/#tag/Analytics>.
    pub fn list_of_credential(&self, id: impl Into<CredentialId>) -> Call<Vec<AnalyticsEvent>> {
        let draft = Draft::new(&operations::ANALYTICS_LIST_OF_CREDENTIAL).at("id", id.into());
        draft.call::<AnalyticsListOfCredentialBody>(&self.client)
    }
}

listing! {
    /// A listing of [`Analytics::list`](crate::analytics::Analytics::list), 100 on a page unless another size
    /// is set.
    ListAnalytics: Query => AnalyticsEventList
}

impl ListAnalytics {
    /// Only events recorded after this day.
    pub fn recorded_after(mut self, recorded_after: impl Into<Date>) -> Self {
        self.0.query.set("start_date", recorded_after.into());
        self
    }

    /// Only events recorded before this day.
    pub fn recorded_before(mut self, recorded_before: impl Into<Date>) -> Self {
        self.0.query.set("end_date", recorded_before.into());
        self
    }

    /// Only events of credentials of this group.
    pub fn group(mut self, group: impl Into<GroupId>) -> Self {
        self.0.query.set("group_id", group.into());
        self
    }

    /// Only events of credentials of this department.
    pub fn department(mut self, department: impl Into<DepartmentId>) -> Self {
        self.0.query.set("department_id", department.into());
        self
    }

    /// The number of items on a page. Default 100. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("page_size", size);
        self
    }
}
