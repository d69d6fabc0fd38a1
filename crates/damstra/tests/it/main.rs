//! The client over a socket, one file per resource.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod errors;
mod examples;
mod groups;
mod ilt_sessions;
mod lesson_schedules;
mod lessons;
mod quirks;
mod support;
mod users;
mod webhooks;
