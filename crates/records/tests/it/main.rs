//! Readings, mappings, matching and the roll, against the sandbox in process.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod big;
mod gaps;
mod joining;
mod mapping;
mod readings;
mod roll;
mod rows;
mod support;
