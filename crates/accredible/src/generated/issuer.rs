//! The account itself.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// The account itself. See [`Client::issuer`](crate::Client::issuer).
#[derive(Debug, Clone)]
pub struct Issuer {
    pub(crate) client: Client,
}

impl Issuer {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches the issuer that the key belongs to.
    ///
    /// A good health check: it needs no id, costs no credits, and returns the number of credits left.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let issuer = client.issuer().get().send().await?;
println!("{:?} credits left", issuer.certificate_left);
```"#
    )]
    ///
    /// Source: `GET /v1/issuer/details` in <https://docs.api.accredible.com/#tag/Issuers>.
    pub fn get(&self) -> Call<IssuerDetails> {
        Draft::new(&operations::ISSUER_GET).call::<IssuerDetailsBody>(&self.client)
    }
}
