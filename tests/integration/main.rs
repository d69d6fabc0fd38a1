//! What holds for every vendor alike.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod days;
mod examples;
mod failures;
mod outside;
mod shown;
mod vendors;
mod webhooks;
