//! What a vendor did not tell, counted and named, so that it is not taken for nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::{Stream, StreamExt, future, stream};
use tassel_core::Error;

/// How many of a kind are named.
const NAMES: usize = 5;

/// How many letters of a name are shown.
const LETTERS: usize = 40;

/// What was not told, by kind.
#[derive(Debug, Default)]
pub(crate) struct Untold(BTreeMap<&'static str, Count>);

#[derive(Debug, Default)]
struct Count {
    number: u64,
    /// The first different names.
    names: Vec<String>,
    has_more_names: bool,
}

impl Untold {
    /// Counts one more of a kind. Its name, where it has one, is shown: an id of the vendor's, and nothing of a person.
    pub(crate) fn add(&mut self, kind: &'static str, name: Option<String>) {
        let count = self.0.entry(kind).or_default();
        count.number += 1;
        match name.map(|name| name.chars().take(LETTERS).collect()) {
            Some(name) if count.names.contains(&name) => {}
            Some(_) if count.names.len() == NAMES => count.has_more_names = true,
            Some(name) => count.names.push(name),
            None => {}
        }
    }

    /// The problem of a reading that ended with `problem`, together with this. An error other than
    /// [`Error::Incomplete`] stands alone.
    pub(crate) fn join(self, operation: &'static str, problem: Option<Error>) -> Option<Error> {
        if self.0.is_empty() {
            return problem;
        }
        let untold = Error::incomplete(operation, self.0.iter().map(|(kind, count)| count.text(kind)));
        match (problem, untold) {
            (None, untold) => Some(untold),
            (Some(Error::Incomplete(mut cut)), Error::Incomplete(untold)) => {
                cut.reason = format!("{}; {}", cut.reason, untold.reason);
                Some(Error::Incomplete(cut))
            }
            (problem, _) => problem,
        }
    }
}

impl Count {
    fn text(&self, kind: &str) -> String {
        let more = if self.has_more_names { ", …" } else { "" };
        match self.names.join(", ") {
            names if names.is_empty() => format!("{kind}: {}", self.number),
            names => format!("{kind}: {} ({names}{more})", self.number),
        }
    }
}

/// How a reading ends: what was not told, and why its listing is not known to be complete. Clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ending(Arc<Mutex<(Untold, Option<Error>)>>);

impl Ending {
    /// Counts one more of a kind; see [`Untold::add`].
    pub(crate) fn add(&self, kind: &'static str, name: Option<String>) {
        self.lock().0.add(kind, name);
    }

    /// Keeps why a listing is not known to be complete. The first reason stands.
    pub(crate) fn cut(&self, incomplete: Error) {
        self.lock().1.get_or_insert(incomplete);
    }

    /// The records, and the problem at their end. An [`Error::Incomplete`] among them is a part of it.
    pub(crate) fn close<T: Send + 'static>(
        self,
        operation: &'static str,
        records: impl Stream<Item = Result<T, Error>> + Send + 'static,
    ) -> impl Stream<Item = Result<T, Error>> + Send + 'static {
        let ending = self.clone();
        let records = records.filter_map(move |record| {
            future::ready(match record {
                Err(incomplete @ Error::Incomplete(_)) => {
                    ending.cut(incomplete);
                    None
                }
                record => Some(record),
            })
        });
        let end = stream::once(async move {
            let (untold, incomplete) = std::mem::take(&mut *self.lock());
            untold.join(operation, incomplete).map(Err)
        });
        records.chain(end.filter_map(future::ready))
    }

    fn lock(&self) -> MutexGuard<'_, (Untold, Option<Error>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
