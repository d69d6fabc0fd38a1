//! The rules of core, one table each, in paused time.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod bodies;
mod calls;
mod downloads;
mod errors;
mod in_flight;
mod paging;
mod paging_properties;
mod places;
mod quota;
mod quota_store;
mod replies;
mod resuming;
mod retry;
mod sockets;
mod support;
mod values;
