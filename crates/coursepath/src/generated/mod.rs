//! What the contract says, as code.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

mod ids;
mod models;
pub mod operations;
pub mod webhooks;

pub use ids::*;
pub use models::*;
