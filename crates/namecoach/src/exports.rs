//! Asynchronous exports of participants.

use std::time::Duration;

use tassel_core::error::{DecodeError, Outcome, RawResponse};
use tassel_core::kit::{Draft, Reply, mask};
use tassel_core::operation::Operation;
use tassel_core::{Call, CallOptions, Error};
use tokio::time::Instant;

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
    /// * [`Error::Invalid`]: the name page does not exist. The status is 422 here.
    /// * [`Error::InvalidInput`]: there is no filter.
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
    /// Each poll is a call and counts towards the quota. Dropping the future does not cancel the export; you can wait
    /// again with its id.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: the export does not exist.
    /// * [`Error::Deadline`]: the export has not ended yet; wait again.
    /// * [`Error::Decode`]: this version does not know the state of the export.
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
        WaitForExport {
            call: Draft::new(&op::EXPORTS_GET).at("id", id.into()).call::<Poll>(&self.client),
            first: Duration::from_secs(2),
            longest: Duration::from_secs(30),
            deadline: Duration::from_secs(600),
        }
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

impl ExportEnd {
    /// How an export ended, if it has.
    fn of(export: Export) -> Option<Self> {
        match export.state {
            ExportState::Completed => Some(Self::Completed(export)),
            ExportState::Expired => Some(Self::Expired(export)),
            ExportState::Failed => Some(Self::Failed(export)),
            // `Poll` rejects unknown states.
            ExportState::Initial | ExportState::InProgress | ExportState::Unknown(_) => None,
        }
    }
}

/// A wait for an export that is ready to be sent; see [`Exports::wait`].
#[must_use = "a wait does nothing until it is sent"]
#[derive(Debug, Clone)]
pub struct WaitForExport {
    call: Call<Export>,
    first: Duration,
    longest: Duration,
    deadline: Duration,
}

impl WaitForExport {
    /// Sets the first and the longest interval between polls. Each interval is 1.5 times the previous one. Default: 2 s
    /// and 30 s.
    pub fn every(mut self, first: Duration, longest: Duration) -> Self {
        // An interval of zero would poll as often as the quota allows.
        self.first = first.max(Duration::from_millis(1));
        self.longest = longest.max(self.first);
        self
    }

    /// Sets the deadline of the whole wait. Default: 10 minutes. An interval that would exceed it is not begun.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Sets the options of each call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.call = self.call.with(options);
        self
    }

    /// Waits until the export has ended.
    ///
    /// # Errors
    ///
    /// As for [`Exports::wait`].
    pub async fn send(self) -> Result<ExportEnd, Error> {
        let Self { call, first, longest, deadline: after } = self;
        // A deadline too far for `Instant` is clamped to 30 years.
        let deadline = Instant::now()
            .checked_add(after)
            .unwrap_or_else(|| Instant::now() + Duration::from_secs(1_000_000_000));
        let deadline_passed =
            Error::Deadline { operation: op::EXPORTS_GET.id, after, outcome: Outcome::NotApplied };
        let mut wait = first;
        loop {
            let Ok(export) = tokio::time::timeout_at(deadline, call.clone().send()).await else {
                return Err(deadline_passed);
            };
            if let Some(end) = ExportEnd::of(export?) {
                return Ok(end);
            }
            let again = Instant::now() + wait;
            if again >= deadline {
                return Err(deadline_passed);
            }
            tokio::time::sleep_until(again).await;
            wait = wait.mul_f64(1.5).min(longest);
        }
    }
}

/// The reply to a poll: an export whose state is known.
struct Poll;

impl Reply for Poll {
    type Value = Export;

    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Export, DecodeError> {
        let export = ExportBody::read(operation, answer)?;
        match &export.state {
            ExportState::Unknown(_) => Err(DecodeError::new(format!(
                "the export's state is `{}`, which this version does not know",
                mask(export.state.as_str())
            ))),
            _ => Ok(export),
        }
    }
}
