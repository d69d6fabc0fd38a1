#![doc = include_str!("../README.md")]

pub mod bulk;
mod client;
pub mod credentials;
pub mod evidence_items;
pub mod exports;
mod generated;
mod rejection;

pub use client::{Client, ClientBuilder};
pub use generated::operations::{self, API, OPERATIONS, Server};
pub use generated::{
    OperationId, analytics, attribute_keys, collections, departments, designers, designs, groups, issuer,
    model, references, skill_categories, skill_frameworks, sso, team_members,
};
pub use tassel_core::error::{Outcome, Rejection};
pub use tassel_core::kit::{
    Acknowledged, ApiKey, Deleted, Download, File, Listed, Response, SecretString, TryStreamExt,
};
pub use tassel_core::paging::{Cursor, Page};
#[cfg(feature = "http-client")]
pub use tassel_core::transport::HttpTransport;
pub use tassel_core::transport::{Method, Transport};
pub use tassel_core::values::{Date, Extra, Lenient, Patch, Secret, Timestamp};
pub use tassel_core::{
    Call, CallOptions, ClientOptions, Error, RetryPolicy, error, operation, paging, quota, transport, values,
};
