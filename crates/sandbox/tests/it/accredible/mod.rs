//! Accredible: credentials, groups and the issuer.

mod batches;
mod credentials;
mod groups;
mod wire;
