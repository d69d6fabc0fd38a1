//! The command as a process: what it prints, where, and how it exits.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod api;
mod configuration;
mod every_operation;
mod failures;
mod issue;
mod other_commands;
mod roll;
mod secrets;
mod support;
mod terminal;
mod webhooks;
