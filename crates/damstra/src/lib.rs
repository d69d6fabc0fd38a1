#![doc = include_str!("../README.md")]

mod client;
mod generated;
pub mod groups;
pub mod ilt_sessions;
pub mod lesson_schedules;
pub mod lessons;
pub mod player;
mod rejection;
pub mod users;
pub mod webhooks;

pub use client::{Client, ClientBuilder, UpdateMethod};
pub use generated::operations::{self, API, OPERATIONS, Server};
// Every generated id, enum and model is part of the crate's face.
pub use generated::*;
pub use rejection::is_already_scheduled;
#[cfg(feature = "http-client")]
pub use tassel_core::HttpTransport;
pub use tassel_core::{
    Acknowledged, ApiKey, Call, CallOptions, ClientOptions, Cursor, Error, File, Lenient, Listed, Local,
    MillisecondsOffset, Outcome, Page, Rejection, Response, SecondsOffset, Secret, SecretString, Timestamp,
    Transport, Trust, TryStreamExt, WebhookError,
};
pub use webhooks::WEBHOOKS;
