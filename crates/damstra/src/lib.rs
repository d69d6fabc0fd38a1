#![doc = include_str!("../README.md")]

mod client;
mod generated;
pub mod ilt_sessions;
pub mod lesson_schedules;
mod rejection;
pub mod users;
pub mod webhooks;

pub use client::{Client, ClientBuilder, UpdateMethod};
pub use generated::operations::{self, API, OPERATIONS, Server};
pub use generated::{OperationId, groups, lessons, model, player};
pub use rejection::is_already_scheduled;
pub use tassel_core::error::{Outcome, Rejection};
pub use tassel_core::kit::{
    Acknowledged, ApiKey, Deleted, Download, File, Listed, Response, SecretString, TryStreamExt,
};
pub use tassel_core::paging::{Cursor, Page};
#[cfg(feature = "http-client")]
pub use tassel_core::transport::HttpTransport;
pub use tassel_core::transport::{Method, Transport};
pub use tassel_core::values::{Date, Extra, Lenient, Patch, Secret, Timestamp};
pub use tassel_core::values::{Local, MillisecondsOffset, SecondsOffset};
pub use tassel_core::webhook::{Trust, WebhookError};
pub use tassel_core::{
    Call, CallOptions, ClientOptions, Error, RetryPolicy, error, operation, paging, quota, transport, values,
};
pub use webhooks::WEBHOOKS;
