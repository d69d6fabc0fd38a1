//! The client over a socket, one file per topic.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod errors;
mod examples;
mod keys;
mod quirks;
mod requests;
mod support;
mod webhooks;
