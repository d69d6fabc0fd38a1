//! Asynchronous data exports.

use std::time::Duration;

use tassel_core::Wait;
use tassel_core::error::{DecodeError, RawResponse};
use tassel_core::kit::{Draft, Reply, Unwrapped, mask};
use tassel_core::operation::Operation;

pub use crate::generated::exports::*;
use crate::generated::operations as op;
use crate::model::{DataExport, DataExportId, ExportStatus};

impl Exports {
    /// Polls an export until it is completed or has failed.
    ///
    /// The default intervals grow from 30 s to 5 minutes, and the default deadline is 1 hour. The vendor gives no
    /// estimate. Dropping the future does not cancel the export; you can wait again with its id.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): the export does not exist.
    /// * [`Error::Deadline`](crate::Error::Deadline): the export has not ended yet; wait again.
    /// * [`Error::Decode`](crate::Error::Decode): this version does not know the state of the export.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # tokio::time::pause();
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// use tassel_accredible::exports::ExportEnd;
    /// use tassel_accredible::model::{ExportEntity, NewDataExport};
    ///
    /// let export = client.exports().create(NewDataExport::new(ExportEntity::Credentials, 123)).send().await?;
    /// let Some(id) = export.id else { return Ok(()) };
    /// let ExportEnd::Completed(export) = client.exports().wait(id).send().await? else { return Ok(()) };
    /// for file in export.urls.unwrap_or_default() {
    ///     // Download it without the key.
    ///     println!("{:?}: {:?}", file.year, file.url);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /v1/data_exports/{id}` in <https://docs.api.accredible.com>.
    pub fn wait(&self, id: impl Into<DataExportId>) -> WaitForExport {
        let poll = Draft::new(&op::EXPORTS_GET).at("id", id.into()).call::<Poll>(&self.client);
        Wait::new(poll, [30, 300].map(Duration::from_secs), Duration::from_secs(3_600))
    }
}

/// The end of an export.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ExportEnd {
    /// The export is completed. It has the URLs of its files.
    Completed(DataExport),
    /// The export failed. The vendor gives no reason.
    Failed(DataExport),
}

/// A wait for an export; see [`Exports::wait`].
pub type WaitForExport = Wait<ExportEnd>;

/// The reply to a poll: the end of an export, if it has ended.
struct Poll;

impl Reply for Poll {
    type Value = Option<ExportEnd>;

    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Self::Value, DecodeError> {
        let export = Unwrapped::<DataExport>::read(operation, answer)?;
        match &export.status {
            Some(ExportStatus::Completed) => Ok(Some(ExportEnd::Completed(export))),
            Some(ExportStatus::Errored) => Ok(Some(ExportEnd::Failed(export))),
            Some(ExportStatus::Scheduled | ExportStatus::Processing) => Ok(None),
            status => {
                let status = status.as_ref().map_or_else(|| "missing".to_owned(), |it| mask(it.as_str()));
                Err(DecodeError::new(format!(
                    "the export's status is `{status}`, which this version does not know"
                )))
            }
        }
    }
}
