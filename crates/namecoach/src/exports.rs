//! Reports on many participants, made while one waits.

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
    /// Asks for an export, which is then made while one [`wait`](Self::wait)s.
    ///
    /// Filters narrow each other, as far as is known; without any the call is refused before it is sent.
    ///
    /// # When the outcome is unknown
    ///
    /// It is never sent twice by itself. If the answer is lost, [`list`](Self::list) shows whether the export is there;
    /// a second one does no harm.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`]: there is no such name page. Here that is a 422.
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
    /// // Store `export.id`: it is all that is needed to wait again.
    /// let end = client.exports().wait(&export.id).deadline(Duration::from_secs(900)).send().await?;
    /// match end {
    ///     ExportEnd::Completed(export) => println!("{} people", export.report.unwrap_or_default().len()),
    ///     ExportEnd::Expired(_) => println!("too late; ask for another"),
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
            .then(|| "an export needs a filter: a name page, or a time it begins after".to_owned());
        Draft::new(&op::EXPORTS_CREATE)
            .refuse(refused)
            .body(NewExportBody::new(export))
            .call::<ExportBody>(&self.client)
    }

    /// Looks at an export again and again until it has come to its end.
    ///
    /// Each look is a call and counts towards the quota. Dropping the future loses nothing: the vendor works on, and
    /// the id is all that is needed to wait again.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: there is no such export.
    /// * [`Error::Deadline`]: it is not done yet; wait again.
    /// * [`Error::Decode`]: its state is one this version does not know.
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
            call: Draft::new(&op::EXPORTS_GET).at("id", id.into()).call::<Look>(&self.client),
            first: Duration::from_secs(2),
            longest: Duration::from_secs(30),
            deadline: Duration::from_secs(600),
        }
    }
}

/// How an export ended.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ExportEnd {
    /// It is there, with its `report`, until `expires_at`.
    Completed(Export),
    /// It was there, and is no more.
    Expired(Export),
    /// It could not be made. The vendor does not say why.
    Failed(Export),
}

impl ExportEnd {
    /// How an export ended, if it has.
    fn of(export: Export) -> Option<Self> {
        match export.state {
            ExportState::Completed => Some(Self::Completed(export)),
            ExportState::Expired => Some(Self::Expired(export)),
            ExportState::Failed => Some(Self::Failed(export)),
            // What is not known does not get here; see `Look`.
            ExportState::Initial | ExportState::InProgress | ExportState::Unknown(_) => None,
        }
    }
}

/// Waiting for an export that is ready to begin; see [`Exports::wait`].
#[must_use = "nothing waits until it is sent"]
#[derive(Debug, Clone)]
pub struct WaitForExport {
    call: Call<Export>,
    first: Duration,
    longest: Duration,
    deadline: Duration,
}

impl WaitForExport {
    /// How long to wait after the first look, and at most: each wait is half as long again as the one before. Default:
    /// 2 s, and 30 s at most.
    pub fn every(mut self, first: Duration, longest: Duration) -> Self {
        // Without any wait it would look as often as the quota allows.
        self.first = first.max(Duration::from_millis(1));
        self.longest = longest.max(self.first);
        self
    }

    /// How long to wait in all. Default: 10 minutes. A wait that cannot end before is not begun.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Options of each call, as opposed to fields of the vendor's API.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.call = self.call.with(options);
        self
    }

    /// Waits until the export has come to its end.
    ///
    /// # Errors
    ///
    /// As [`Exports::wait`] says.
    pub async fn send(self) -> Result<ExportEnd, Error> {
        let Self { call, first, longest, deadline: after } = self;
        // What no instant can hold is thirty years.
        let deadline = Instant::now()
            .checked_add(after)
            .unwrap_or_else(|| Instant::now() + Duration::from_secs(1_000_000_000));
        let given_up = Error::Deadline { operation: op::EXPORTS_GET.id, after, outcome: Outcome::NotApplied };
        let mut wait = first;
        loop {
            let Ok(export) = tokio::time::timeout_at(deadline, call.clone().send()).await else {
                return Err(given_up);
            };
            if let Some(end) = ExportEnd::of(export?) {
                return Ok(end);
            }
            let again = Instant::now() + wait;
            if again >= deadline {
                return Err(given_up);
            }
            tokio::time::sleep_until(again).await;
            wait = wait.mul_f64(1.5).min(longest);
        }
    }
}

/// An export whose state says whether to look again.
struct Look;

impl Reply for Look {
    type Value = Export;

    fn read(operation: &'static Operation, answer: &RawResponse) -> Result<Export, DecodeError> {
        let export = ExportBody::read(operation, answer)?;
        match &export.state {
            ExportState::Unknown(_) => Err(DecodeError::new(format!(
                "the export's state is `{}`, and whether that is its end is not known",
                mask(export.state.as_str())
            ))),
            _ => Ok(export),
        }
    }
}
