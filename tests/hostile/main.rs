//! Each subject of `tassel_tests::hostile`, with many inputs from a seed and with every file of the corpus of its fuzz target.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod corpus;
mod error_bodies;
mod headers;
mod next_links;
mod paging;
mod path_values;
mod support;
mod webhooks;
