//! Quotas in files: sharing between processes, and failures of files.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod files;
mod processes;
