#![doc = include_str!("../README.md")]

mod client;
mod credential;
mod envelope;
mod generated;
pub mod groups;
pub mod logs;
mod rejection;
mod values;
pub mod webhooks;

pub use client::{Client, ClientBuilder};
pub use credential::Credential;
pub use generated::operations::{self, API, OPERATIONS};
// Every generated id, enum and model is part of the crate's face.
pub use generated::*;
#[cfg(feature = "http-client")]
pub use tassel_core::HttpTransport;
pub use tassel_core::{
    ApiKey, Call, CallOptions, ClientOptions, Error, Lenient, OrEmpty, Outcome, Rejection, Response, Safety,
    Seconds, SecretString, Timestamp, Transport, Trust, WebhookError,
};
pub use webhooks::WEBHOOKS;
