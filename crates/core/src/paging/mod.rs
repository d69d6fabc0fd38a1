//! Listings: one page, a stream of pages, a stream of items, prefetched pages.
//!
//! A listing is complete if all signals of the vendor agree. Otherwise its stream ends in
//! [`Error::Incomplete`](crate::Error::Incomplete).

mod listing;
mod query;
mod reader;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use listing::Listing;
pub use query::Query;

pub use crate::cursor::{Cursor, Incomplete, NotACursor, Position};
pub use crate::operation::{EndSignal, PageField, Paging, PagingStyle};
use crate::reply::{Listed, Reply};
use crate::values::Id;

/// The query of a listing. It can select any of its pages.
pub trait PageQuery: Clone + Serialize + Send + Sync + 'static {
    /// The page size, if the caller set one.
    fn size(&self, paging: &Paging) -> Option<u64>;

    /// Selects a page of `size` items.
    fn seek(&mut self, paging: &Paging, position: &Position, size: u64);

    /// The problem that the query is refused for, if there is one.
    fn problem(&self) -> Option<String> {
        None
    }
}

/// An item that may have a key.
pub trait Keyed: DeserializeOwned + Serialize + Send + 'static {
    /// The key that identifies the item, if it has one.
    fn key(&self) -> Option<Id>;
}

/// The reply of a listing.
pub trait PageBody: Reply<Value = Self> + Send + Sized + 'static {
    /// The items of the listing.
    type Item: Keyed;

    /// The items, and the signals of the reply.
    fn into_parts(self) -> (Vec<Self::Item>, Signals);
}

/// The signals of a reply about its listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signals {
    /// The next page.
    pub next: Next,
    /// The number of items in the whole listing.
    pub total: Option<u64>,
    /// The number of pages.
    pub pages: Option<u64>,
}

/// The field of a reply that names the next page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The field is missing.
    Missing,
    /// The field is null: there is no next page.
    Null,
    /// There is a next page, in an unspecified place.
    Exists,
    /// The position of the next page.
    At(Position),
}

/// One page of a listing.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// The number of items in the whole listing, if the vendor states it.
    pub total: Option<u64>,
    /// The cursor of the next page, if there is one. It can be stored and resumed from.
    pub next: Option<Cursor>,
    /// Set if this is the last page and the listing is not known to be complete.
    pub incomplete: Option<Incomplete>,
}

impl<T: Keyed> PageBody for Listed<T> {
    type Item = T;

    fn into_parts(self) -> (Vec<T>, Signals) {
        (self.items, Signals { next: Next::Missing, total: None, pages: None })
    }
}
