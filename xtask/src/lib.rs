//! What keeps the workspace in order: code made from the vendors' contracts, checks, and releases.

pub mod bench;
pub mod codegen;
pub mod contract;
pub mod deps;
pub mod features;
pub mod mutants;
pub mod release;
pub mod tidy;
pub mod vendor;
pub mod workspace;
