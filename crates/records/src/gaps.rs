//! Gaps: data that a vendor did not report. They are counted and named, so that a gap is not taken for an absence.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::{Stream, StreamExt, future, stream};
use tassel_core::Error;

/// The most names shown for one kind of gap.
const MAX_NAMES: usize = 5;

/// The most characters shown of a name.
const MAX_NAME_LENGTH: usize = 40;

/// The gaps of a reading, by kind.
#[derive(Debug, Default)]
pub(crate) struct Gaps(BTreeMap<&'static str, GapCount>);

#[derive(Debug, Default)]
struct GapCount {
    number: u64,
    /// The first distinct names.
    names: Vec<String>,
    has_more_names: bool,
}

impl Gaps {
    /// Counts a gap of this kind. The name appears in messages: it is an id of the vendor's, never a person's data.
    pub(crate) fn add(&mut self, kind: &'static str, name: Option<String>) {
        let count = self.0.entry(kind).or_default();
        count.number += 1;
        match name.map(|name| name.chars().take(MAX_NAME_LENGTH).collect()) {
            Some(name) if count.names.contains(&name) => {}
            Some(_) if count.names.len() == MAX_NAMES => count.has_more_names = true,
            Some(name) => count.names.push(name),
            None => {}
        }
    }

    /// Adds these gaps to the error that a reading ended with. An error other than [`Error::Incomplete`] is returned
    /// unchanged.
    pub(crate) fn join(self, operation: &'static str, error: Option<Error>) -> Option<Error> {
        if self.0.is_empty() {
            return error;
        }
        let gaps = Error::incomplete(operation, self.0.iter().map(|(kind, count)| count.text(kind)));
        match (error, gaps) {
            (None, gaps) => Some(gaps),
            (Some(Error::Incomplete(mut incomplete)), Error::Incomplete(gaps)) => {
                incomplete.reason = format!("{}; {}", incomplete.reason, gaps.reason);
                Some(Error::Incomplete(incomplete))
            }
            (error, _) => error,
        }
    }
}

impl GapCount {
    fn text(&self, kind: &str) -> String {
        let more = if self.has_more_names { ", …" } else { "" };
        match self.names.join(", ") {
            names if names.is_empty() => format!("{kind}: {}", self.number),
            names => format!("{kind}: {} ({names}{more})", self.number),
        }
    }
}

/// The gaps of one reading, and the first [`Error::Incomplete`] of its listings. Clones share both.
#[derive(Debug, Clone, Default)]
pub(crate) struct SharedGaps(Arc<Mutex<(Gaps, Option<Error>)>>);

impl SharedGaps {
    /// Counts a gap; see [`Gaps::add`].
    pub(crate) fn add(&self, kind: &'static str, name: Option<String>) {
        self.lock().0.add(kind, name);
    }

    /// Stores why a listing is not known to be complete. The first error is kept.
    pub(crate) fn set_incomplete(&self, error: Error) {
        self.lock().1.get_or_insert(error);
    }

    /// The records, followed by an error if anything was missing. An [`Error::Incomplete`] among the records moves to
    /// the end.
    pub(crate) fn append_to<T: Send + 'static>(
        self,
        operation: &'static str,
        records: impl Stream<Item = Result<T, Error>> + Send + 'static,
    ) -> impl Stream<Item = Result<T, Error>> + Send + 'static {
        let gaps = self.clone();
        let records = records.filter_map(move |record| {
            future::ready(match record {
                Err(error @ Error::Incomplete(_)) => {
                    gaps.set_incomplete(error);
                    None
                }
                record => Some(record),
            })
        });
        let end = stream::once(async move {
            let (gaps, error) = std::mem::take(&mut *self.lock());
            gaps.join(operation, error).map(Err)
        });
        records.chain(end.filter_map(future::ready))
    }

    fn lock(&self) -> MutexGuard<'_, (Gaps, Option<Error>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
