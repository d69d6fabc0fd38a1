//! Listings: one page, a stream of pages, a stream of items, pages fetched ahead.
//!
//! A listing knows whether it is complete. Complete means that every signal the vendor gives agrees; where they do
//! not, the stream ends in [`Error::Incomplete`](crate::Error::Incomplete), never in silence.

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

/// The query of a listing, which can be aimed at any of its pages.
pub trait PageQuery: Clone + Serialize + Send + Sync + 'static {
    /// The page size the caller asked for.
    fn size(&self, paging: &Paging) -> Option<u64>;

    /// Aims at a page of so many items.
    fn seek(&mut self, paging: &Paging, position: &Position, size: u64);

    /// Why it is refused before it is sent, if it is.
    fn problem(&self) -> Option<String> {
        None
    }
}

/// What can be told from others of its kind.
pub trait Keyed: DeserializeOwned + Serialize + Send + 'static {
    /// What tells it from others, if it has that.
    fn key(&self) -> Option<Id>;
}

/// The reply of a listing.
pub trait PageBody: Reply<Value = Self> + Send + Sized + 'static {
    /// What is listed.
    type Item: Keyed;

    /// The items, and what the reply says of the listing.
    fn into_parts(self) -> (Vec<Self::Item>, Signals);
}

/// What a reply says of its listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signals {
    /// What follows.
    pub next: Next,
    /// How many items the whole listing has.
    pub total: Option<u64>,
    /// How many pages it has.
    pub pages: Option<u64>,
}

/// What a reply says of the next page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Nothing: the field is missing.
    Unsaid,
    /// That there is none: the field is null.
    None,
    /// That there is one.
    There,
    /// Where it is.
    At(Position),
}

/// One page of a listing.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// How many items the whole listing has, if the vendor says so.
    pub total: Option<u64>,
    /// Where the next page is, if there is one. It can be stored, and the listing resumed from it.
    pub next: Option<Cursor>,
    /// Why this page is the last one although the listing is not known to be complete.
    pub incomplete: Option<Incomplete>,
}

impl<T: Keyed> PageBody for Listed<T> {
    type Item = T;

    fn into_parts(self) -> (Vec<T>, Signals) {
        (self.items, Signals { next: Next::Unsaid, total: None, pages: None })
    }
}
