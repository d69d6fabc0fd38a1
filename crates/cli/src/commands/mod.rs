//! What each command does.

pub(crate) mod api;
pub(crate) mod completions;
pub(crate) mod issue;
pub(crate) mod operations;
pub(crate) mod roll;
pub(crate) mod sandbox;
pub(crate) mod webhooks;
