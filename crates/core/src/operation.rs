//! The table of operations: a vendor's API as data.
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
    /// The id, such as `credentials.get`.
    pub id: &'static str,
    /// A summary in one line.
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
    /// The statuses of the documented reply. A status of 400 or more in this list is a result, not an error.
    pub success: &'static [u16],
    /// Whether a repeat is harmless.
    pub safety: Safety,
    /// The parts of a JSON body, as JSON pointers, with which a repeat is not harmless: a body that has one of them is
    /// [`Safety::Once`].
    pub once_with: &'static [&'static str],
    /// How it is paged, if it is a listing.
    pub paging: Option<&'static Paging>,
    /// The name of the quota it draws on.
    pub quota: &'static str,
    /// The key that wraps the body, if there is one.
    pub wrapper: Option<&'static str>,
    /// Whether the vendor has deprecated it.
    pub deprecated: bool,
    /// How sure its description is.
    pub certainty: Certainty,
    /// The URL of the vendor's documentation.
    pub documentation: &'static str,
    /// Reads a request body into its model and writes it back.
    pub request: Option<Rewrite>,
    /// Reads a reply body into its model and writes it back. `None` if the reply has no JSON body. Where a success may
    /// have no body, an empty one stays empty.
    pub reply: Option<Rewrite>,
}

/// Reads a JSON body into its model and writes it back, so that a lossy model is noticed.
pub type Rewrite = fn(&[u8]) -> Result<Vec<u8>, DecodeError>;

impl Operation {
    /// An operation with an id, a method and a path. It has no parameters and no body, succeeds with 200, and is
    /// [`Safety::Once`].
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
            once_with: &[],
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

/// A download of a file whose URL a reply named: without credentials, and outside the quotas.
pub(crate) static DOWNLOAD: Operation = {
    let mut operation = Operation::new("download", Method::GET, "");
    operation.safety = Safety::ReadOnly;
    operation.produces = "";
    operation.quota = "";
    operation
};

/// A parameter in the path or the query.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// Its name on the wire.
    pub name: &'static str,
    /// Path or query.
    pub location: Location,
    /// Whether a call without it is refused.
    pub required: bool,
    /// The description.
    pub description: &'static str,
    /// Values that would lead to another operation, such as `me` in place of an id.
    pub reserved: &'static [&'static str],
    /// Whether its value is a credential, which no error and no log shows.
    pub secret: bool,
}

impl Parameter {
    /// A path parameter. It is required.
    #[must_use]
    pub const fn path(name: &'static str, description: &'static str) -> Self {
        Self { name, location: Location::Path, required: true, description, reserved: &[], secret: false }
    }

    /// Refuses values that would lead to another operation.
    #[must_use]
    pub const fn but_not(mut self, reserved: &'static [&'static str]) -> Self {
        self.reserved = reserved;
        self
    }

    /// A query parameter.
    #[must_use]
    pub const fn query(name: &'static str, required: bool, description: &'static str) -> Self {
        Self { name, location: Location::Query, required, description, reserved: &[], secret: false }
    }

    /// Marks the value as a credential.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }
}

/// The location of a parameter.
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
    /// How the next page is requested.
    pub style: PagingStyle,
    /// The page size, unless the caller sets one.
    pub size: u64,
    /// The number of items that offsets reach.
    pub reach: Option<u64>,
    /// The signals that the listing is complete. Nothing else ends it.
    pub ends: &'static [EndSignal],
    /// The query parameters that select a page, if the listing has a query.
    pub parameters: &'static [(PageField, &'static str)],
}

impl Paging {
    /// Paging with unlimited offsets that ends with an empty page.
    #[must_use]
    pub const fn new(style: PagingStyle, size: u64) -> Self {
        Self { style, size, reach: None, ends: &[EndSignal::EmptyPage], parameters: &[] }
    }

    /// The number of items that offsets reach.
    #[must_use]
    pub const fn reach(mut self, items: u64) -> Self {
        self.reach = Some(items);
        self
    }

    /// Sets the signals that the listing is complete.
    #[must_use]
    pub const fn ends(mut self, signals: &'static [EndSignal]) -> Self {
        self.ends = signals;
        self
    }

    /// Sets the query parameters that select a page.
    #[must_use]
    pub const fn parameters(mut self, names: &'static [(PageField, &'static str)]) -> Self {
        self.parameters = names;
        self
    }
}

/// The meaning of a query parameter that selects a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageField {
    /// The number of the page.
    Page,
    /// The number of items to skip.
    Offset,
    /// The vendor's cursor from the previous page.
    Cursor,
    /// The number of items in the page.
    Size,
}

/// A signal that a listing is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EndSignal {
    /// The field that names the next page is null. A missing field is not a signal.
    NullNext,
    /// The page has the last number, by the vendor's count of pages.
    LastPage,
    /// The number of items read is the vendor's total.
    Total,
    /// The page has no items.
    EmptyPage,
}

/// How the next page is requested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PagingStyle {
    /// By page number, from 1.
    Page,
    /// By the number of items to skip.
    Offset,
    /// By the vendor's cursor from the previous page, or by offset.
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

/// Whether a repeat of an operation is harmless. Never guessed from the HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// The operation changes nothing.
    ReadOnly,
    /// The operation writes, and a repeat leads to the same state.
    Repeatable,
    /// A repeat may apply the change twice.
    Once,
}

/// How sure a statement of a contract is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Stated in the documents that the project began with.
    Seed,
    /// Stated by the vendor elsewhere.
    Vendor,
    /// Plausible, but not stated.
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
