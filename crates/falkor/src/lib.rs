#![doc = include_str!("../README.md")]

pub mod analytics;
mod client;
mod contact_details;
mod credential;
mod enums;
mod envelope;
mod generated;
pub mod logs;
mod rejection;
mod warnings;
pub mod webhooks;

pub use client::{Client, ClientBuilder};
pub use credential::Credential;
pub use generated::operations::{self, API, OPERATIONS};
pub use generated::{OperationId, data, events, groups, model, pathways, rewards, web_tracking};
pub use tassel_core::error::{Outcome, Rejection};
pub use tassel_core::kit::{
    Acknowledged, ApiKey, Deleted, Download, File, Listed, Response, SecretString, TryStreamExt,
};
pub use tassel_core::operation::Safety;
pub use tassel_core::paging::{Cursor, Page};
#[cfg(feature = "http-client")]
pub use tassel_core::transport::HttpTransport;
pub use tassel_core::transport::{Method, Transport};
pub use tassel_core::values::{Date, Extra, Lenient, Patch, Secret, Timestamp};
pub use tassel_core::values::{OrEmpty, Seconds};
pub use tassel_core::webhook::{Trust, WebhookError};
pub use tassel_core::{
    Call, CallOptions, ClientOptions, Error, RetryPolicy, error, operation, paging, quota, transport, values,
};
pub use webhooks::WEBHOOKS;
