//! Quotas in files: what processes share, and what happens where files fail.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod files;
mod processes;
