//! Listings: one page, a stream of pages, a stream of items, pages fetched ahead.
//!
//! A listing knows whether it is complete. Complete means that every signal the vendor gives agrees; where they do
//! not, the stream ends in [`Error::Incomplete`](crate::Error::Incomplete), never in silence.

mod cursor;
mod listing;
mod reader;

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use cursor::{Cursor, NotACursor, Position};
pub use listing::Listing;

use crate::reply::Reply;
use crate::values::Id;

/// How an operation is paged.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paging {
    /// How the next page is asked for.
    pub style: PagingStyle,
    /// The page size that is asked for when the caller names none.
    pub size: u64,
    /// The number of records beyond which offsets do not reach.
    pub reach: Option<u64>,
}

impl Paging {
    /// A style and its default page size, with offsets that reach everything.
    #[must_use]
    pub const fn new(style: PagingStyle, size: u64) -> Self {
        Self { style, size, reach: None }
    }
}

/// How the next page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PagingStyle {
    /// By its number, from 1.
    Page,
    /// By how many items to skip.
    Offset,
    /// By a text that came with the page before. Pages can be asked for by offset as well.
    CursorOrOffset,
}

impl fmt::Display for PagingStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Page => "page",
            Self::Offset => "offset",
            Self::CursorOrOffset => "cursor-or-offset",
        })
    }
}

/// The query of a listing, which can be aimed at any of its pages.
pub trait PageQuery: Clone + Serialize + Send + Sync + 'static {
    /// The page size the caller asked for.
    fn size(&self) -> Option<u64>;

    /// Aims at a page of so many items.
    fn seek(&mut self, position: &Position, size: u64);
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
    /// Nothing.
    Unsaid,
    /// That there is none.
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

/// A listing ended, and not every signal the vendor gives agrees that this was all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Incomplete {
    /// The operation.
    pub operation: &'static str,
    /// How many different items were read, if the listing was read from its beginning.
    pub read: Option<u64>,
    /// How many there are in all, if the vendor says so.
    pub total: Option<u64>,
    /// What does not agree.
    pub reason: String,
    /// The page it ended with.
    pub at: Cursor,
}

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is incomplete: {}", self.operation, self.reason)
    }
}
