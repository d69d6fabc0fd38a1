//! The sandbox: the vendors' contracts, the controls, determinism and limits.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod accredible;
mod coursepath;
mod damstra;
mod falkor;
mod faults;
mod hostile;
mod late;
mod listings;
mod namecoach;
mod names;
mod port;
mod sandbox;
mod support;
mod webhooks;
mod wire;
