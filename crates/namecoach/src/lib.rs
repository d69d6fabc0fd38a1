#![doc = include_str!("../README.md")]

mod client;
pub mod exports;
mod generated;
mod lists;
pub mod moodle;
pub mod participants;
pub mod pronunciation;
mod rejection;

pub use client::{Client, ClientBuilder};
pub use generated::operations::{self, API, OPERATIONS, Server};
// Every generated id, enum and model is part of the crate's face.
pub use generated::*;
#[cfg(feature = "http-client")]
pub use tassel_core::HttpTransport;
pub use tassel_core::{
    Acknowledged, ApiKey, Call, CallOptions, ClientOptions, Cursor, Error, Outcome, Page, QuotaStanding,
    Rejection, Response, SecondsOffset, Secret, SecretString, Timestamp, Transport, TryStreamExt,
};
