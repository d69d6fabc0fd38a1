//! Readings: one trait for each kind of record, implemented by the vendors that have it.

use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt, future};
use tassel_core::Error;
use tassel_core::kit::BoxStream;
use tassel_core::kit::jiff::{Timestamp, civil::Date};

use crate::gaps::SharedGaps;
use crate::{Credential, CredentialKind, Enrollment, MappedRecord, Pronunciation};

/// Which learners and which records a reading covers. The default is all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scope {
    /// Only the person with this address. Only that person's records are requested.
    pub email: Option<String>,
    /// Only records dated this day or later. A vendor without such a filter returns all. The roll keeps completions and
    /// awards that have no date.
    pub since: Option<Date>,
}

impl Scope {
    /// All learners and all records.
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

    /// Only records dated this day or later, where the vendor has such a filter.
    #[must_use]
    pub fn since(mut self, day: Date) -> Self {
        self.since = Some(day);
        self
    }

    /// Whether a record with this address is in scope. A record without an address may belong to the person; it is
    /// counted as a gap of this `kind`.
    pub(crate) fn includes(
        &self,
        email: Option<&str>,
        gaps: &SharedGaps,
        kind: &'static str,
        name: impl FnOnce() -> Option<String>,
    ) -> bool {
        let Some(wanted) = &self.email else { return true };
        let email = crate::normalise(email.unwrap_or_default());
        if email.is_empty() {
            gaps.add(kind, name());
        }
        email == crate::normalise(wanted)
    }
}

/// An estimate of what is left of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plan {
    /// The number of calls left, at most.
    pub calls: u64,
    /// How long the calls take: by the vendor's quota or by the pace of the calls so far, whichever is longer.
    pub duration: Duration,
    /// The number of records, if known.
    pub records: Option<u64>,
}

impl Plan {
    /// A plan with this number of calls and an unknown duration.
    #[must_use]
    pub fn calls(calls: u64) -> Self {
        Self::new(calls, Duration::ZERO, Duration::ZERO)
    }

    /// A plan from the duration by the vendor's quota and the duration of one call.
    pub(crate) fn new(calls: u64, by_quota: Duration, one_call: Duration) -> Self {
        let by_pace = one_call.saturating_mul(u32::try_from(calls).unwrap_or(u32::MAX));
        Self { calls, duration: by_quota.max(by_pace), records: None }
    }

    pub(crate) fn records(mut self, records: Option<u64>) -> Self {
        self.records = records;
        self
    }
}

/// A reading that has started: its plan and its records.
#[must_use = "a reading goes on only while its records are read"]
pub struct Reading<T> {
    /// What is left of the reading.
    pub plan: Plan,
    /// The vendor's time when the reading started, if its answers contain one.
    pub as_of: Option<Timestamp>,
    /// The records. An error is the last item; it is [`Error::Incomplete`] if the listing ended but may not be complete.
    pub records: BoxStream<'static, Result<MappedRecord<T>, Error>>,
}

impl<T: Send + 'static> Reading<T> {
    /// A reading of these records. It ends after the first error.
    pub fn new(
        plan: Plan,
        records: impl futures_util::Stream<Item = Result<MappedRecord<T>, Error>> + Send + 'static,
    ) -> Self {
        let until_error = records.scan(false, |failed, record| {
            let record = (!*failed).then_some(record);
            *failed = matches!(record, Some(Err(_)));
            future::ready(record)
        });
        Self { plan, as_of: None, records: until_error.boxed() }
    }

    /// Sets the vendor's time.
    pub fn as_of(mut self, as_of: Option<Timestamp>) -> Self {
        self.as_of = as_of;
        self
    }
}

impl<T> std::fmt::Debug for Reading<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reading").field("plan", &self.plan).finish_non_exhaustive()
    }
}

/// A vendor that has enrolments and completions.
#[async_trait]
pub trait Completions: Send + Sync {
    /// The vendor's name in lower case.
    fn vendor(&self) -> &'static str;

    /// Starts a reading: makes the few calls that determine its plan.
    ///
    /// A learner without enrolments has no record.
    ///
    /// # Errors
    ///
    /// One of these calls failed.
    async fn read_completions(&self, scope: &Scope) -> Result<Reading<Enrollment>, Error>;
}

/// A vendor that has credentials or certificates.
#[async_trait]
pub trait Credentials: Send + Sync {
    /// The vendor's name in lower case.
    fn vendor(&self) -> &'static str;

    /// Whether the vendor has credentials or certificates.
    fn kind(&self) -> CredentialKind;

    /// Starts a reading: makes the few calls that determine its plan.
    ///
    /// # Errors
    ///
    /// One of these calls failed.
    async fn read_credentials(&self, scope: &Scope) -> Result<Reading<Credential>, Error>;
}

/// A vendor that has recordings of names.
#[async_trait]
pub trait Pronunciations: Send + Sync {
    /// The vendor's name in lower case.
    fn vendor(&self) -> &'static str;

    /// Starts a reading: makes the few calls that determine its plan.
    ///
    /// There is one record for each person on each name page.
    ///
    /// # Errors
    ///
    /// One of these calls failed.
    async fn read_pronunciations(&self, scope: &Scope) -> Result<Reading<Pronunciation>, Error>;
}
