//! Accredible, a file for each resource. The list and the search of credentials are in `listings.rs`.

mod analytics;
mod batches;
mod billing;
mod blockchain;
mod collections;
mod credentials;
mod departments;
mod designs;
mod evidence;
mod exports;
mod files;
mod groups;
mod lag;
mod skills;
mod team;
mod wire;
