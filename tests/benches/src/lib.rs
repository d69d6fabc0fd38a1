//! What is measured: calls in several modes, and the servers that answer them. The table beside it measures.

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a measurement that cannot go on may panic"
)]

mod bodies;
pub mod listings;
pub mod modes;
pub mod server;

use tokio::runtime::{Builder, Runtime};

/// The runtime that everything runs on.
#[must_use]
pub fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}
