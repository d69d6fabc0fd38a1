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

    /// Fetches the issuer that the key belongs to; a good health check.
    ///
    /// It costs nothing, needs no id and tells how many credits are left: a good health check.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key may not do this, the credential is private,
    ///   or a firewall answered.
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
