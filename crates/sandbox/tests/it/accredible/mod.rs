//! Accredible, a file for each resource. The list and the search of credentials are in `listings.rs`.

mod analytics;
mod batches;
mod collections;
mod credentials;
mod designs;
mod exports;
mod groups;
mod skills;
mod wire;
