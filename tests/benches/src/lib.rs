//! Measured code: calls in several modes, and the servers that answer them. The bench `table` measures it.

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a measurement that cannot go on may panic"
)]

mod bodies;
pub mod held;
pub mod issuing;
pub mod listings;
pub mod modes;
pub mod server;

use tokio::runtime::{Builder, Runtime};

/// The runtime of all measurements.
#[must_use]
pub fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}
