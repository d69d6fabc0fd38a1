//! The client over a socket and over a script, one file per resource.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod errors;
mod examples;
mod exports;
mod moodle;
mod participants;
mod quirks;
mod quota;
mod support;
