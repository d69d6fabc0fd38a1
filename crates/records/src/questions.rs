//! What can be asked of vendors: one trait a question, for those that can answer it.

use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt, future};
use tassel_core::Error;
use tassel_core::kit::BoxStream;
use tassel_core::kit::jiff::{Timestamp, civil::Date};

use crate::untold::Ending;
use crate::{Credential, Enrollment, Kind, Mapped, Pronunciation};

/// Whom and what a question is about; everybody and everything, if nothing else is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct About {
    /// Only the person with this address. The vendor is asked for no one else.
    pub email: Option<String>,
    /// Only what is dated this day or later. A vendor that cannot be asked so answers with all. In the roll, what was
    /// completed or awarded at a time that the vendor does not say stays.
    pub since: Option<Date>,
}

impl About {
    /// Everybody and everything.
    #[must_use]
    pub fn everybody() -> Self {
        Self::default()
    }

    /// Only the person with this address.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Only what is dated this day or later, where the vendor can be asked so.
    #[must_use]
    pub fn since(mut self, day: Date) -> Self {
        self.since = Some(day);
        self
    }

    /// Whether a person with this address is asked for. Whoever has no address may be the person: that is counted and
    /// named as a `kind` that was not told.
    pub(crate) fn is_about(
        &self,
        email: Option<&str>,
        ending: &Ending,
        kind: &'static str,
        name: impl FnOnce() -> Option<String>,
    ) -> bool {
        let Some(wanted) = &self.email else { return true };
        let email = crate::normalise(email.unwrap_or_default());
        if email.is_empty() {
            ending.add(kind, name());
        }
        email == crate::normalise(wanted)
    }
}

/// What a reading will still take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plan {
    /// How many calls there are to make, or a few less.
    pub calls: u64,
    /// How long they take: what the vendor's quota makes of them, or the pace of those that were made already,
    /// whichever is longer.
    pub takes: Duration,
    /// How many records come of it, if that is known.
    pub records: Option<u64>,
}

impl Plan {
    /// So many calls, as far as is known, of which nothing says how long they take.
    #[must_use]
    pub fn calls(calls: u64) -> Self {
        Self::new(calls, Duration::ZERO, Duration::ZERO)
    }

    /// So many calls, of which `quota` says how long they take, after some that took `each`.
    pub(crate) fn new(calls: u64, quota: Duration, each: Duration) -> Self {
        let pace = each.saturating_mul(u32::try_from(calls).unwrap_or(u32::MAX));
        Self { calls, takes: quota.max(pace), records: None }
    }

    pub(crate) fn records(mut self, records: Option<u64>) -> Self {
        self.records = records;
        self
    }
}

/// A reading that has begun: what it will take, and what comes of it.
#[must_use = "a reading goes on only while its records are read"]
pub struct Reading<T> {
    /// What it will still take.
    pub plan: Plan,
    /// The vendor's time when it began, where its answers tell.
    pub as_of: Option<Timestamp>,
    /// The records. An error is the last thing that comes; it is [`Error::Incomplete`] where the listing ends without
    /// being known to be complete.
    pub records: BoxStream<'static, Result<Mapped<T>, Error>>,
}

impl<T: Send + 'static> Reading<T> {
    /// A reading of these records. Nothing comes after an error.
    pub fn new(
        plan: Plan,
        records: impl futures_util::Stream<Item = Result<Mapped<T>, Error>> + Send + 'static,
    ) -> Self {
        let until_error = records.scan(false, |failed, record| {
            let record = (!*failed).then_some(record);
            *failed = matches!(record, Some(Err(_)));
            future::ready(record)
        });
        Self { plan, as_of: None, records: until_error.boxed() }
    }

    /// Says which time it was at the vendor.
    pub fn at(mut self, as_of: Option<Timestamp>) -> Self {
        self.as_of = as_of;
        self
    }
}

impl<T> std::fmt::Debug for Reading<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reading").field("plan", &self.plan).finish_non_exhaustive()
    }
}

/// Who takes what, and who completed it?
#[async_trait]
pub trait Completions: Send + Sync {
    /// The vendor's name in lower case.
    fn vendor(&self) -> &'static str;

    /// Begins to read: makes the few calls that tell how many more there are.
    ///
    /// A person who takes nothing does not come.
    ///
    /// # Errors
    ///
    /// The vendor did not answer those, or said no.
    async fn read_completions(&self, about: &About) -> Result<Reading<Enrollment>, Error>;
}

/// Who was awarded what?
#[async_trait]
pub trait Credentials: Send + Sync {
    /// The vendor's name in lower case.
    fn vendor(&self) -> &'static str;

    /// Which kind of award the vendor has.
    fn kind(&self) -> Kind;

    /// Begins to read: makes the few calls that tell how many more there are.
    ///
    /// # Errors
    ///
    /// The vendor did not answer those, or said no.
    async fn read_credentials(&self, about: &About) -> Result<Reading<Credential>, Error>;
}

/// Who has recorded how they say their name?
#[async_trait]
pub trait Pronunciations: Send + Sync {
    /// The vendor's name in lower case.
    fn vendor(&self) -> &'static str;

    /// Begins to read: makes the few calls that tell how many more there are.
    ///
    /// A person comes once for each name page they are on; one who is on none does not come.
    ///
    /// # Errors
    ///
    /// The vendor did not answer those, or said no.
    async fn read_pronunciations(&self, about: &About) -> Result<Reading<Pronunciation>, Error>;
}
