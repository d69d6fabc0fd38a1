//! Asynchronous exports of participants.

use std::time::Duration;

use tassel_core::error::{DecodeError, RawResponse};
use tassel_core::kit::{Draft, Reply, mask};
use tassel_core::operation::Operation;
use tassel_core::{Call, Wait};

pub use crate::generated::exports::*;
use crate::generated::operations as op;
use crate::model::{Export, ExportBody, ExportId, ExportState, NewExport, NewExportBody};

impl Exports {
    /// Starts an export; [`wait`](Self::wait) waits for it.
    ///
    /// All filters must match (inferred). A call without a filter is refused.
    ///
    /// # When the outcome is unknown
    ///
    /// The client does not repeat a call that may have reached the vendor. If no answer arrives, [`list`](Self::list)
    /// shows whether the export was started. A second export is harmless.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the name page does not exist. The status is 422 here.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): there is no filter.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # tokio::time::pause();
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use std::time::Duration;
    ///
    /// use tassel_namecoach::model::NewExport;
    /// use tassel_namecoach::exports::ExportEnd;
    ///
    /// let filter = NewExport::default().name_page_id("harbour-academy-staff");
    /// let export = client.exports().create(filter).send().await?;
    /// // Store `export.id`: you can wait again with it.
    /// let end = client.exports().wait(&export.id).deadline(Duration::from_secs(900)).send().await?;
    /// match end {
    ///     ExportEnd::Completed(export) => println!("{} people", export.report.unwrap_or_default().len()),
    ///     ExportEnd::Expired(_) => println!("expired; start another export"),
    ///     _ => println!("it failed"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /exports` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn create(&self, export: NewExport) -> Call<Export> {
        let page = export.name_page_id.as_ref().map(ToString::to_string);
        let blank = page.as_ref().is_some_and(|page| page.trim().is_empty());
        let none = export.created_after.is_none() && export.updated_after.is_none() && page.is_none();
        let refused = (blank || none)
            .then(|| "an export needs a filter: a name page, or a time after which participants were created or updated".to_owned());
        Draft::new(&op::EXPORTS_CREATE)
            .refuse(refused)
            .body(NewExportBody::new(export))
            .call::<ExportBody>(&self.client)
    }

    /// Polls an export until it is completed, expired or failed.
    ///
    /// The default intervals grow from 2 s to 30 s, and the default deadline is 10 minutes. Dropping the future does not
    /// cancel the export; you can wait again with its id.
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
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use std::time::Duration;
    ///
    /// use tassel_namecoach::exports::ExportEnd;
    ///
    /// # let id = client.exports().list().send().await?.items[0].id.clone();
    /// let (first, longest) = (Duration::from_secs(5), Duration::from_secs(60));
    /// let waiting = client.exports().wait(id).every(first, longest).deadline(Duration::from_secs(3_600));
    /// let ExportEnd::Completed(export) = waiting.send().await? else { return Ok(()) };
    /// println!("{} people, until {:?}", export.report.unwrap_or_default().len(), export.expires_at);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /exports/{id}` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn wait(&self, id: impl Into<ExportId>) -> WaitForExport {
        let poll = Draft::new(&op::EXPORTS_GET).at("id", id.into()).call::<Poll>(&self.client);
        Wait::new(poll, [2, 30].map(Duration::from_secs), Duration::from_secs(600))
    }
}

/// The end of an export.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ExportEnd {
    /// The export is completed. Its `report` is available until `expires_at`.
    Completed(Export),
    /// The export was completed, but its report has expired.
    Expired(Export),
    /// The export failed. The vendor gives no reason.
    Failed(Export),
}

/// A wait for an export; see [`Exports::wait`].
pub type WaitForExport = Wait<ExportEnd>;

/// The reply to a poll: the end of an export, if it has ended.
struct Poll;

impl Reply for Poll {
    type Value = Option<ExportEnd>;

    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Self::Value, DecodeError> {
        let export = ExportBody::read(operation, answer)?;
        match export.state {
            ExportState::Completed => Ok(Some(ExportEnd::Completed(export))),
            ExportState::Expired => Ok(Some(ExportEnd::Expired(export))),
            ExportState::Failed => Ok(Some(ExportEnd::Failed(export))),
            ExportState::Initial | ExportState::InProgress => Ok(None),
            ExportState::Unknown(_) => Err(DecodeError::new(format!(
                "the export's state is `{}`, which this version does not know",
                mask(export.state.as_str())
            ))),
        }
    }
}
