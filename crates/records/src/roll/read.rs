//! Reads all vendors concurrently.

use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::{FutureExt, StreamExt, TryStreamExt, stream};
use tassel_core::Error;
use tassel_core::kit::BoxStream;
use tassel_core::kit::jiff::{Timestamp, tz::TimeZone};
use tassel_core::transport::{Clock, SystemClock};

use super::collect::Collector;
use super::{ReadingSummary, RecordKind, Roll};
use crate::gaps::Gaps;
use crate::{
    Completions, CredentialKind, Credentials, Enrollment, MappedRecord, Plan, Pronunciation, Pronunciations,
    Reading, Scope,
};

/// The vendors that a roll is read from, by the kind of their records.
#[derive(Clone, Default)]
pub struct Vendors {
    completions: Vec<Arc<dyn Completions>>,
    credentials: Vec<Arc<dyn Credentials>>,
    pronunciations: Vec<Arc<dyn Pronunciations>>,
}

impl Vendors {
    /// No vendors.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a vendor to read completions from.
    #[must_use]
    pub fn completions(mut self, vendor: impl Completions + 'static) -> Self {
        self.completions.push(Arc::new(vendor));
        self
    }

    /// Adds a vendor to read credentials or certificates from.
    #[must_use]
    pub fn credentials(mut self, vendor: impl Credentials + 'static) -> Self {
        self.credentials.push(Arc::new(vendor));
        self
    }

    /// Adds a vendor to read pronunciations from.
    #[must_use]
    pub fn pronunciations(mut self, vendor: impl Pronunciations + 'static) -> Self {
        self.pronunciations.push(Arc::new(vendor));
        self
    }
}

impl fmt::Debug for Vendors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let completions: Vec<_> = self.completions.iter().map(|it| it.vendor()).collect();
        let credentials: Vec<_> = self.credentials.iter().map(|it| it.vendor()).collect();
        let pronunciations: Vec<_> = self.pronunciations.iter().map(|it| it.vendor()).collect();
        f.debug_struct("Vendors")
            .field("completions", &completions)
            .field("credentials", &credentials)
            .field("pronunciations", &pronunciations)
            .finish()
    }
}

/// The progress of one reading.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Progress {
    /// The vendor.
    pub vendor: &'static str,
    /// What is read.
    pub kind: RecordKind,
    /// The plan of the reading, when it has just started.
    pub plan: Option<Plan>,
    /// The number of records read so far.
    pub records: u64,
}

/// An item of a reading.
enum ReadingItem {
    Start(Plan, Option<Timestamp>),
    Enrollment(Box<Enrollment>),
    Credential(Box<crate::Credential>),
    Pronunciation(Box<Pronunciation>),
}

/// The items of a reading, each with the index of the reading.
type ItemStream = BoxStream<'static, (usize, Result<ReadingItem, Error>)>;

impl Roll {
    /// Reads all vendors concurrently. The failure of one vendor does not affect the others.
    ///
    /// It never fails as a whole: the error of a reading is in [`Roll::readings`]. `progress` is called when a reading
    /// starts, for each record, and for the error of a reading. The [crate's first page](crate) has an example.
    pub async fn read(vendors: &Vendors, scope: &Scope, mut progress: impl FnMut(Progress)) -> Self {
        let mut readings = Vec::new();
        let mut streams: Vec<ItemStream> = Vec::new();
        for vendor in &vendors.completions {
            let (reader, scope) = (Arc::clone(vendor), scope.clone());
            let start = async move { reader.read_completions(&scope).await }.boxed();
            streams.push(items(readings.len(), start, |record| ReadingItem::Enrollment(Box::new(record))));
            readings.push(ReadingSummary::new(vendor.vendor(), RecordKind::Completions));
        }
        for vendor in &vendors.credentials {
            let (reader, scope) = (Arc::clone(vendor), scope.clone());
            let start = async move { reader.read_credentials(&scope).await }.boxed();
            streams.push(items(readings.len(), start, |record| ReadingItem::Credential(Box::new(record))));
            let kind = match vendor.kind() {
                CredentialKind::Credential => RecordKind::Credentials,
                CredentialKind::Certificate => RecordKind::Certificates,
            };
            readings.push(ReadingSummary::new(vendor.vendor(), kind));
        }
        for vendor in &vendors.pronunciations {
            let (reader, scope) = (Arc::clone(vendor), scope.clone());
            let start = async move { reader.read_pronunciations(&scope).await }.boxed();
            streams.push(items(readings.len(), start, |record| ReadingItem::Pronunciation(Box::new(record))));
            readings.push(ReadingSummary::new(vendor.vendor(), RecordKind::Pronunciations));
        }
        let mut collector = Collector::new(scope);
        let mut gaps: Vec<Gaps> = readings.iter().map(|_| Gaps::default()).collect();
        let mut as_of = None;
        let mut items = stream::select_all(streams);
        while let Some((index, item)) = items.next().await {
            let ReadingSummary { vendor, kind, records, error } = &mut readings[index];
            let mut plan = None;
            match item {
                Ok(ReadingItem::Start(initial, at)) => {
                    as_of = as_of.or(at);
                    plan = Some(initial);
                }
                Ok(record) => {
                    *records += 1;
                    match record {
                        ReadingItem::Enrollment(record) => {
                            collector.add_enrollment(*record, &mut gaps[index]);
                        }
                        ReadingItem::Credential(record) => {
                            collector.add_credential(*record, &mut gaps[index]);
                        }
                        ReadingItem::Pronunciation(record) => {
                            collector.add_pronunciation(*record, &mut gaps[index]);
                        }
                        ReadingItem::Start(..) => {}
                    }
                }
                Err(failure) => *error = Some(failure),
            }
            progress(Progress { vendor, kind: *kind, plan, records: *records });
        }
        for (reading, gaps) in readings.iter_mut().zip(gaps) {
            reading.error = gaps.join(reading.kind.name(), reading.error.take());
        }
        readings.sort_by_key(|reading| reading.vendor);
        let as_of = as_of.unwrap_or_else(|| SystemClock.now()).to_zoned(TimeZone::UTC).date();
        let (learners, doubts) = collector.finish(as_of, &readings);
        Self { as_of, readings, learners, doubts }
    }
}

impl ReadingSummary {
    fn new(vendor: &'static str, kind: RecordKind) -> Self {
        Self { vendor, kind, records: 0, error: None }
    }
}

/// The items of one reading: its start, its records, and the error it ends with, if any.
fn items<T: Send + 'static>(
    index: usize,
    start: BoxFuture<'static, Result<Reading<T>, Error>>,
    to_item: fn(T) -> ReadingItem,
) -> ItemStream {
    let items = stream::once(start).map_ok(move |reading| {
        let Reading { plan, as_of, records } = reading;
        let records = records.map_ok(MappedRecord::into_record).map_ok(to_item);
        stream::iter([Ok(ReadingItem::Start(plan, as_of))]).chain(records)
    });
    items.try_flatten().map(move |item| (index, item)).boxed()
}
