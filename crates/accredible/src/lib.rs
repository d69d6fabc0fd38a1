#![doc = include_str!("../README.md")]

pub mod bulk;
mod client;
pub mod credentials;
mod generated;
pub mod groups;
pub mod issuer;
mod rejection;

pub use client::{Client, ClientBuilder};
pub use generated::operations::{self, API, OPERATIONS, Server};
// Every generated id, enum and model is part of the crate's face.
pub use generated::*;
#[cfg(feature = "http-client")]
pub use tassel_core::HttpTransport;
pub use tassel_core::{
    ApiKey, Call, CallOptions, ClientOptions, Cursor, Date, Deleted, Error, Outcome, Page, Patch,
    QuotaStanding, Rejection, Response, SecretString, Timestamp, Transport, TryStreamExt,
};
