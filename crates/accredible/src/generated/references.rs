//! Statements on a credential by people who know the recipient.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Statements on a credential by people who know the recipient. See
/// [`Client::references`](crate::Client::references).
#[derive(Debug, Clone)]
pub struct References {
    pub(crate) client: Client,
}

impl References {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Adds a reference to a credential.
    ///
    /// A picture of the referee that the vendor could not fetch has caused a 500. If no answer arrives,
    /// [`Credentials::get`](crate::credentials::Credentials::get) returns the references that the credential
    /// has.
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
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::{NewReference, Referee, Relationship};

let referee = Referee::default().name("Tomasz Wren").email("tomasz.wren@example.org");
let new = NewReference::new(Relationship::Managed, "Imani kept everyone safe.").referee(referee);
let reference = client.references().create(80_000_001, new).send().await?;
assert_eq!(reference.relationship, Some(Relationship::Managed));
```"#
    )]
    ///
    /// Source: `POST /v1/credentials/{credential_id}/references` in
    /// <https://docs.api.accredible.com/#tag/References>.
    pub fn create(&self, credential_id: impl Into<CredentialId>, reference: NewReference) -> Call<Reference> {
        let draft = Draft::new(&operations::REFERENCES_CREATE)
            .at("credential_id", credential_id.into())
            .body(NewReferenceBody::new(reference));
        draft.call::<Unwrapped<Reference>>(&self.client)
    }

    /// Fetches one reference.
    ///
    /// # Errors
    ///
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
use tassel_accredible::model::{NewReference, Relationship};

let new = NewReference::new(Relationship::Taught, "Imani asks good questions.");
let id = client.references().create(80_000_001, new).send().await?.id;
let reference = client.references().get(80_000_001, id).send().await?;
assert_eq!(reference.description.as_deref(), Some("Imani asks good questions."));
```"#
    )]
    ///
    /// Source: `GET /v1/credentials/{credential_id}/references/{reference_id}` in
    /// <https://docs.api.accredible.com/#tag/References>.
    pub fn get(
        &self,
        credential_id: impl Into<CredentialId>,
        reference_id: impl Into<ReferenceId>,
    ) -> Call<Reference> {
        let draft = Draft::new(&operations::REFERENCES_GET)
            .at("credential_id", credential_id.into())
            .at("reference_id", reference_id.into());
        draft.call::<Unwrapped<Reference>>(&self.client)
    }

    /// Updates the given fields of a reference. The other fields keep their values.
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
use tassel_accredible::model::{NewReference, ReferenceUpdate, Relationship};

let new = NewReference::new(Relationship::Taught, "Imani asks good questions.");
let id = client.references().create(80_000_001, new).send().await?.id;
let changes = ReferenceUpdate::default().relationship(Relationship::Mentored);
let reference = client.references().update(80_000_001, id, changes).send().await?;
assert_eq!(reference.relationship, Some(Relationship::Mentored));
```"#
    )]
    ///
    /// Source: `PUT /v1/credentials/{credential_id}/references/{reference_id}` in
    /// <https://docs.api.accredible.com/#tag/References>.
    pub fn update(
        &self,
        credential_id: impl Into<CredentialId>,
        reference_id: impl Into<ReferenceId>,
        reference: ReferenceUpdate,
    ) -> Call<Reference> {
        let draft = Draft::new(&operations::REFERENCES_UPDATE)
            .at("credential_id", credential_id.into())
            .at("reference_id", reference_id.into())
            .body(ReferenceUpdateBody::new(reference));
        draft.call::<Unwrapped<Reference>>(&self.client)
    }

    /// Deletes a reference and returns it.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///   After a repeat of the same call, whose first answer was lost, it is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::{NewReference, Relationship};

let new = NewReference::new(Relationship::Taught, "Imani asks good questions.");
let id = client.references().create(80_000_001, new).send().await?.id;
client.references().delete(80_000_001, id.clone()).send().await?;
assert!(client.references().get(80_000_001, id).send_opt().await?.is_none());
```"#
    )]
    ///
    /// Source: `DELETE /v1/credentials/{credential_id}/references/{reference_id}` in
    /// <https://docs.api.accredible.com/#tag/References>.
    pub fn delete(
        &self,
        credential_id: impl Into<CredentialId>,
        reference_id: impl Into<ReferenceId>,
    ) -> Call<Deleted<Reference>> {
        let draft = Draft::new(&operations::REFERENCES_DELETE)
            .at("credential_id", credential_id.into())
            .at("reference_id", reference_id.into());
        draft.call::<Deleted<Unwrapped<Reference>>>(&self.client)
    }
}
