//! Asynchronous data exports of a department.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Asynchronous data exports of a department. See [`Client::exports`](crate::Client::exports).
#[derive(Debug, Clone)]
pub struct Exports {
    pub(crate) client: Client,
}

impl Exports {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists the data exports of the departments that the key can access.
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
for export in client.exports().list().send().await? {
    println!("{:?}: {:?}", export.id, export.status);
}
```"#
    )]
    ///
    /// Source: `GET /v1/data_exports` in <https://docs.api.accredible.com/#tag/Data-Exports>.
    pub fn list(&self) -> Call<Vec<DataExport>> {
        Draft::new(&operations::EXPORTS_LIST).call::<ExportsListBody>(&self.client)
    }

    /// Starts a data export of a department.
    ///
    /// The export runs asynchronously; `wait` polls it. If no answer arrives, look for the department and the
    /// time in [`list`](Self::list).
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
use tassel_accredible::model::{ExportEntity, ExportStatus, NewDataExport};

let export = client.exports().create(NewDataExport::new(ExportEntity::Groups, 123)).send().await?;
// Store the id: `wait` needs it.
assert_eq!(export.status, Some(ExportStatus::Scheduled));
```"#
    )]
    ///
    /// Source: `POST /v1/data_exports` in <https://docs.api.accredible.com/#tag/Data-Exports>.
    pub fn create(&self, data_export: NewDataExport) -> Call<DataExport> {
        let draft = Draft::new(&operations::EXPORTS_CREATE).body(NewDataExportBody::new(data_export));
        draft.call::<Unwrapped<DataExport>>(&self.client)
    }

    /// Fetches a data export.
    ///
    /// `urls` is empty until the export is completed. It has one file per year. The format of the files is
    /// not known.
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
use tassel_accredible::model::{ExportEntity, NewDataExport};

let export = client.exports().create(NewDataExport::new(ExportEntity::Groups, 123)).send().await?;
let Some(id) = export.id else { return Ok(()) };
let export = client.exports().get(id).send().await?;
assert_eq!(export.urls.map(|files| files.len()), Some(0));
```"#
    )]
    ///
    /// Source: `GET /v1/data_exports/{id}` in <https://docs.api.accredible.com/#tag/Data-Exports>.
    pub fn get(&self, id: impl Into<DataExportId>) -> Call<DataExport> {
        let draft = Draft::new(&operations::EXPORTS_GET).at("id", id.into());
        draft.call::<Unwrapped<DataExport>>(&self.client)
    }
}
