//! The client over a socket, one file per matter.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod credentials;
mod errors;
mod examples;
mod requests;
mod support;
mod traps;
mod webhooks;
