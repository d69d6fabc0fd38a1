//! The embedded editors of designs.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// The embedded editors of designs. See [`Client::designers`](crate::Client::designers).
#[derive(Debug, Clone)]
pub struct Designers {
    pub(crate) client: Client,
}

impl Designers {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Opens the designer of badges, for a design or for a new one.
    ///
    /// Without a `design_id` a new design is created. With one, a repeat is harmless. If no answer arrives to
    /// a call without one, look for the new design with [`Designs::search`](crate::designs::Designs::search).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::DesignerRequest;

let session = client.designers().open_badge(DesignerRequest::default().design_id(24)).send().await?;
// The page of the designer takes `session.token.expose()`.
assert_eq!(session.design_id, Some(24.into()));
```"#
    )]
    ///
    /// Source: `POST /v1/designers/badge/initialize` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn open_badge(&self, designer_request: DesignerRequest) -> Call<DesignerSession> {
        let draft = Draft::new(&operations::DESIGNERS_OPEN_BADGE).body(designer_request);
        draft.call::<DesignerSession>(&self.client)
    }

    /// Opens the designer of certificates, for a design or for a new one.
    ///
    /// Without a `design_id` a new design is created. With one, a repeat is harmless. If no answer arrives to
    /// a call without one, look for the new design with [`Designs::search`](crate::designs::Designs::search).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::DesignerRequest;

let session = client.designers().open_certificate(DesignerRequest::default()).send().await?;
println!("a new design: {:?}", session.design_id);
```"#
    )]
    ///
    /// Source: `POST /v1/designers/certificate/initialize` in <https://docs.api.accredible.com/#tag/Designs>.
    pub fn open_certificate(&self, designer_request: DesignerRequest) -> Call<DesignerSession> {
        let draft = Draft::new(&operations::DESIGNERS_OPEN_CERTIFICATE).body(designer_request);
        draft.call::<DesignerSession>(&self.client)
    }
}
