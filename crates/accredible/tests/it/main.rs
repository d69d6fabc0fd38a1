//! The client over a socket, one file per resource.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod blockchain;
mod bulk;
mod collections;
mod credentials;
mod departments;
mod designs;
mod errors;
mod evidence;
mod examples;
mod exports;
mod groups;
mod quirks;
mod skills;
mod support;
