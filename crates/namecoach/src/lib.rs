#![doc = include_str!("../README.md")]

mod client;
pub mod exports;
mod generated;
mod listings;
pub mod moodle;
pub mod participants;
pub mod pronunciation;
mod rejection;

pub use client::{Client, ClientBuilder};
pub use generated::operations::{self, API, OPERATIONS, Server};
pub use generated::{OperationId, model};
pub use tassel_core::error::{Outcome, Rejection};
pub use tassel_core::kit::{
    Acknowledged, ApiKey, Deleted, Download, File, Listed, Response, SecretString, TryStreamExt,
};
pub use tassel_core::paging::{Cursor, Page};
#[cfg(feature = "http-client")]
pub use tassel_core::transport::HttpTransport;
pub use tassel_core::transport::{Method, Transport};
pub use tassel_core::values::SecondsOffset;
pub use tassel_core::values::{Date, Extra, Lenient, Patch, Secret, Timestamp};
pub use tassel_core::{
    Call, CallOptions, ClientOptions, Error, RetryPolicy, error, operation, paging, quota, transport, values,
};
