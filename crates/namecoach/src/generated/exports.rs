//! Asynchronous exports of participants.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Asynchronous exports of participants. See [`Client::exports`](crate::Client::exports).
#[derive(Debug, Clone)]
pub struct Exports {
    pub(crate) client: Client,
}

impl Exports {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists exports, without their reports.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_namecoach::TryStreamExt;

let exports: Vec<_> = client.exports().list().stream().try_collect().await?;
println!("{} exports", exports.len());
```"#
    )]
    ///
    /// Source: `GET /exports` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn list(&self) -> ListExports {
        ListExports(Listing::new(&self.client, &operations::EXPORTS_LIST, Query::new()))
    }

    /// Fetches an export, with its report once it is completed.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_namecoach::model::{ExportState, NewExport};

let filter = NewExport::default().name_page_id("harbour-academy-staff");
let id = client.exports().create(filter).send().await?.id;
let export = client.exports().get(id).send().await?;
assert_eq!(export.state, ExportState::Initial);
```"#
    )]
    ///
    /// Source: `GET /exports/{id}` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn get(&self, id: impl Into<ExportId>) -> Call<Export> {
        Draft::new(&operations::EXPORTS_GET).at("id", id.into()).call::<ExportBody>(&self.client)
    }
}

listing! {
    /// A listing of [`Exports::list`](crate::exports::Exports::list), 100 on a page unless another size is
    /// set.
    ListExports: Query => ExportList
}

impl ListExports {
    /// The number of items on a page. The vendor's default is 10. The maximum is not known; 1,000 has been
    /// used.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("per_page", size);
        self
    }
}
