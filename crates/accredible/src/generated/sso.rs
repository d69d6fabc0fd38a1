//! Links that log recipients in.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Links that log recipients in. See [`Client::sso`](crate::Client::sso).
#[derive(Debug, Clone)]
pub struct Sso {
    pub(crate) client: Client,
}

impl Sso {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Generates a link that logs a recipient in once.
    ///
    /// Select a credential by its id, its recipient or its group. If several published credentials match, the
    /// link leads to the most recent one. The link is a secret: whoever opens it first is logged in as the
    /// recipient.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::SsoRequest;

let request =
    SsoRequest::default().credential_id(80_000_001).redirect_to("https://academy.example.org/login");
let link = client.sso().generate_link(request).send().await?.link;
assert!(link.expose().contains("/sso?code="));
```"#
    )]
    ///
    /// Source: `POST /v1/sso/generate_link` in <https://docs.api.accredible.com/#tag/SSO>.
    pub fn generate_link(&self, sso_request: SsoRequest) -> Call<SsoLink> {
        Draft::new(&operations::SSO_GENERATE_LINK).body(sso_request).call::<SsoLink>(&self.client)
    }
}
