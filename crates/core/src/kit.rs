//! For authors of vendor crates.
//!
//! A vendor crate publishes a table of operations ([`Api`]), models ([`model!`]), a reader of error bodies
//! ([`ReadProblem`]) and a client built by [`client()`]. Each method makes a [`Draft`] and ends in [`Draft::call`].

#[doc(hidden)]
pub use crate::values::{Field, Text, ValuePacker};
#[doc(inline)]
pub use crate::{
    __forms as forms, __ids as ids, __listing as listing, __model as model, __number_enum as number_enum,
    __open_enum as open_enum, __reply as reply, __sendable as sendable,
};
pub use bytes::Bytes;
pub use futures_core::stream::BoxStream;
pub use futures_util::TryStreamExt;
pub use secrecy::{self, SecretString};
pub use {http, jiff, serde, serde_json};

pub use crate::call::Download;
pub use crate::client::{Api, ReadProblem};
pub use crate::decode::{from_json, rewrite, rewrite_any, to_json};
pub use crate::draft::Draft;
pub use crate::error::{Problem, ProblemKind};
pub use crate::layers::{ApiKey, Authentication};
pub use crate::limits::{Limits, rewrite_within};
pub use crate::mask::mask;
pub use crate::paging::{Keyed, Listing, Next, PageBody, PageQuery, Query, Signals};
pub use crate::reply::{Acknowledged, Deleted, File, Listed, Redirect, Reply, Rewritten, Unwrapped};
pub use crate::response::Response;

/// The imports of generated code.
pub mod prelude {
    pub use std::time::Duration;

    pub use serde_json::{Map, Number, Value};

    pub use super::serde::{Serialize, Serializer};
    pub use super::*;
    pub use crate::client::Client;
    pub use crate::error::DecodeError;
    pub use crate::operation::{
        Certainty, Encoding, EndSignal, PageField, Paging, PagingStyle, Parameter, Safety,
    };
    pub use crate::paging::Position;
    pub use crate::quota::{QuotaHeaders, QuotaRule, QuotaScope, Window};
    pub use crate::transport::Method;
    pub use crate::values::{
        Date, Extra, Id, Lenient, Local, LowerCase, MillisecondsOffset, OrEmpty, OrOne, Patch, Seconds,
        SecondsOffset, Secret, Timestamp,
    };
    pub use crate::webhook::{self, ReadBack, Trust, UnknownEvent, Webhook};
    pub use crate::{Call, operation::Operation};
}

/// The checks of limits.
pub mod limits {
    pub use crate::limits::{each, items, joined, not_blank, not_blank_items, optional_items};
}

use crate::client::Client;
use crate::error::Error;
use crate::operation::Operation;
use crate::options::ClientOptions;

/// Builds the shared part of a vendor's client.
///
/// # Errors
///
/// [`Error::Config`]: the base URL is not `https` (or `http` to this machine), or no HTTP client can be set up.
pub fn client(
    api: &'static Api,
    read_problem: ReadProblem,
    base_url: &str,
    authentication: impl Authentication,
    options: ClientOptions,
) -> Result<Client, Error> {
    Client::build(api, read_problem, base_url, authentication, options)
}

/// Options of a client that sends an operation with another method than it is listed with.
pub fn with_method(
    options: ClientOptions,
    operation: &'static Operation,
    method: http::Method,
) -> ClientOptions {
    ClientOptions { method: Some((operation, method)), ..options }
}

/// Options of a client that sends an operation to another path than it is listed with, without path parameters.
pub fn with_path(options: ClientOptions, operation: &'static Operation, path: String) -> ClientOptions {
    ClientOptions { path: Some((operation, path)), ..options }
}
