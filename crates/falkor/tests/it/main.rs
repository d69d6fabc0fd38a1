//! The client over a socket, one file per resource.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod analytics;
mod data;
mod errors;
mod examples;
mod groups;
mod logs;
mod pathways;
mod quirks;
mod support;
mod webhooks;
