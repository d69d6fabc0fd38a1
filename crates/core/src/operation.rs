//! The table of operations: what a vendor's API offers, as data.
//!
//! Each vendor crate publishes one static [`Operation`] per operation, generated from its `openapi.yaml`. The client,
//! the layers, the sandbox's router and the command line all read that one table.

use std::fmt;

use http::Method;

use crate::decode::DecodeError;

/// One operation of a vendor's API.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// The name it goes by here, such as `credentials.get`.
    pub id: &'static str,
    /// One line on what it does.
    pub summary: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path, with its parameters in braces, as the vendor documents it.
    pub path: &'static str,
    /// The parameters in the path and the query.
    pub parameters: &'static [Parameter],
    /// How a request body is written, if the operation takes one.
    pub encoding: Encoding,
    /// The media type of the reply; `application/json` unless the reply is a text or a file.
    pub produces: &'static str,
    /// The statuses that carry the documented reply. A status of 400 or more here is a result, not an error.
    pub success: &'static [u16],
    /// Whether repeating it is harmless.
    pub safety: Safety,
    /// How its listing is paged, if it is one.
    pub paging: Option<&'static Paging>,
    /// The name of the quota it draws on.
    pub quota: &'static str,
    /// The key that wraps a body, if one does.
    pub wrapper: Option<&'static str>,
    /// Whether the vendor asks not to use it any more.
    pub deprecated: bool,
    /// How sure its description is.
    pub certainty: Certainty,
    /// Where the vendor describes it.
    pub documentation: &'static str,
    /// Reads a request body into its model and writes it back.
    pub request: Option<Rewrite>,
    /// Reads a reply body into its model and writes it back, nothing as nothing where a success may lack it; `None` where
    /// the reply has no JSON body.
    pub reply: Option<Rewrite>,
}

/// Reads a JSON body into its model and writes it back, so that what the model does not carry is seen.
pub type Rewrite = fn(&[u8]) -> Result<Vec<u8>, DecodeError>;

impl Operation {
    /// An operation with nothing but a name, a method and a path: no parameters, no body, `200` for success, and
    /// [`Safety::Once`] until said otherwise.
    #[must_use]
    pub const fn new(id: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            id,
            summary: "",
            method,
            path,
            parameters: &[],
            encoding: Encoding::None,
            produces: "application/json",
            success: &[200],
            safety: Safety::Once,
            paging: None,
            quota: "default",
            wrapper: None,
            deprecated: false,
            certainty: Certainty::Unknown,
            documentation: "",
            request: None,
            reply: None,
        }
    }
}

/// A parameter in the path or the query.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it stands.
    pub location: Location,
    /// Whether a call without it is refused.
    pub required: bool,
    /// What it means.
    pub description: &'static str,
    /// Values that would lead to another operation, such as `me` where an id is asked for.
    pub reserved: &'static [&'static str],
}

impl Parameter {
    /// A parameter that must be given, in the path.
    #[must_use]
    pub const fn path(name: &'static str, description: &'static str) -> Self {
        Self { name, location: Location::Path, required: true, description, reserved: &[] }
    }

    /// Refuses values that would lead to another operation.
    #[must_use]
    pub const fn but_not(mut self, reserved: &'static [&'static str]) -> Self {
        self.reserved = reserved;
        self
    }

    /// A parameter in the query.
    #[must_use]
    pub const fn query(name: &'static str, required: bool, description: &'static str) -> Self {
        Self { name, location: Location::Query, required, description, reserved: &[] }
    }
}

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
}

/// How a request body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoding {
    /// There is no request body.
    None,
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
}

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
    /// What says that the listing is whole. Nothing else does.
    pub ends: &'static [EndSignal],
    /// The query parameters that choose a page, where the listing is asked for by a query.
    pub parameters: &'static [(PageField, &'static str)],
}

impl Paging {
    /// A style and its default page size, with offsets that reach everything, until a page is empty.
    #[must_use]
    pub const fn new(style: PagingStyle, size: u64) -> Self {
        Self { style, size, reach: None, ends: &[EndSignal::EmptyPage], parameters: &[] }
    }

    /// The number of records beyond which offsets do not reach.
    #[must_use]
    pub const fn reach(mut self, records: u64) -> Self {
        self.reach = Some(records);
        self
    }

    /// What says that the listing is whole.
    #[must_use]
    pub const fn ends(mut self, signals: &'static [EndSignal]) -> Self {
        self.ends = signals;
        self
    }

    /// The query parameters that choose a page.
    #[must_use]
    pub const fn parameters(mut self, names: &'static [(PageField, &'static str)]) -> Self {
        self.parameters = names;
        self
    }
}

/// What a query parameter says of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageField {
    /// Its number.
    Page,
    /// How many items to skip.
    Offset,
    /// The cursor that came with the page before.
    Cursor,
    /// How many items it has.
    Size,
}

/// What says that a listing is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EndSignal {
    /// The field that names the next page is null. Where it is missing, nothing is said.
    NullNext,
    /// The page's number is the last one that the vendor counts.
    LastPage,
    /// As many items were read as the vendor counts.
    Total,
    /// The page has no items.
    EmptyPage,
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

/// Whether repeating an operation is harmless. Never guessed from the HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// It changes nothing.
    ReadOnly,
    /// It writes, and a repeat leaves the same state behind.
    Repeatable,
    /// A repeat may do the thing twice.
    Once,
}

/// How sure the description of an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Stated in the text the project began from.
    Seed,
    /// Stated by the vendor elsewhere.
    Vendor,
    /// Reasonable, but stated nowhere.
    Inferred,
    /// Not known.
    Unknown,
}

impl fmt::Display for Safety {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ReadOnly => "read-only",
            Self::Repeatable => "repeatable",
            Self::Once => "once",
        })
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Seed => "seed",
            Self::Vendor => "vendor",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        })
    }
}
