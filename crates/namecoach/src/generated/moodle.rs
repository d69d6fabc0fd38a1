//! Courses of a Moodle installation that is connected to the account.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Courses of a Moodle installation that is connected to the account. See
/// [`Client::moodle`](crate::Client::moodle).
#[derive(Debug, Clone)]
pub struct Moodle {
    pub(crate) client: Client,
}

impl Moodle {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }
}
