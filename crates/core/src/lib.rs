#![doc = include_str!("../README.md")]

#[doc(hidden)]
pub use serde;
#[doc(hidden)]
pub use serde_json;

mod base_url;
mod call;
mod client;
mod clock;
mod context;
pub mod decode;
mod error;
#[cfg(feature = "http-client")]
mod http_transport;
pub mod layers;
mod mask;
pub mod operation;
mod options;
pub mod paging;
mod reply;
pub mod testing;
mod transport;
pub mod values;
pub mod webhook;

pub use bytes::Bytes;
pub use futures_core::stream::BoxStream;
pub use futures_util::TryStreamExt;
pub use http;
pub use jiff;
pub use secrecy::SecretString;

pub use call::Call;
pub use client::{Api, Client, QuotaStanding, ReadProblem};
pub use clock::{Clock, SystemClock};
pub use context::Context;
pub use decode::DecodeError;
pub use error::{Error, FieldError, Outcome, Problem, ProblemKind, Rejection, Throttled, Unread};
#[cfg(feature = "http-client")]
pub use http_transport::HttpTransport;
pub use layers::{ApiKey, RetryPolicy};
pub use operation::{Certainty, Operation, Safety};
pub use options::{CallOptions, ClientOptions};
pub use paging::{Cursor, Incomplete, Page};
pub use reply::{Acknowledged, Deleted, File, Listed, Reply, Response, Rewritten, Unwrapped};
pub use transport::{BodyFault, BoxError, Transport, TransportError};
pub use values::{
    Date, Extra, Id, Lenient, Local, Milliseconds, MillisecondsOffset, NotADate, OrEmpty, Patch, Seconds,
    SecondsOffset, Secret, Timestamp, UnknownNumber, UnknownValue,
};
pub use webhook::{ReadBack, Trust, UnknownEvent, Webhook, WebhookError};
