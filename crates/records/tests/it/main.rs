//! The questions, the mappings, the joining and the roll, over the sandbox in process.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod big;
mod joining;
mod mapping;
mod readings;
mod roll;
mod rows;
mod support;
mod untold;
