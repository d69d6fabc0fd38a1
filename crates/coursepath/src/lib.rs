#![doc = include_str!("../README.md")]

mod client;
pub mod course_members;
pub mod courses;
mod credential;
mod generated;
pub mod groups;
pub mod members;
pub mod program_members;
mod rejection;
pub mod webhooks;

pub use client::{Client, ClientBuilder};
pub use credential::Credential;
pub use generated::operations::{self, API, OPERATIONS};
// Every generated id and model is part of the crate's face.
pub use generated::*;
#[cfg(feature = "http-client")]
pub use tassel_core::HttpTransport;
pub use tassel_core::{
    Acknowledged, Call, CallOptions, ClientOptions, Cursor, Deleted, Error, Lenient, Outcome, Page, Patch,
    Rejection, Response, SecretString, Timestamp, Transport, Trust, TryStreamExt, WebhookError,
};
pub use webhooks::WEBHOOKS;
