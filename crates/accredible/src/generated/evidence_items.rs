//! Evidence on a credential, such as files, grades and transcripts.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Evidence on a credential, such as files, grades and transcripts. See
/// [`Client::evidence_items`](crate::Client::evidence_items).
#[derive(Debug, Clone)]
pub struct EvidenceItems {
    pub(crate) client: Client,
}

impl EvidenceItems {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Adds a piece of evidence to a credential.
    ///
    /// If no answer arrives, [`Credentials::get`](crate::credentials::Credentials::get) returns the evidence
    /// that the credential has.
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
use tassel_accredible::evidence_items::EvidenceContent;
use tassel_accredible::model::NewEvidenceItem;

let grade = NewEvidenceItem::grade("Final grade", 83);
let item = client.evidence_items().create(80_000_001, grade).send().await?;
assert_eq!(item.content(), Some(EvidenceContent::Grade(83.0)));

let credential = client.credentials().get(80_000_001).send().await?;
let items = credential.evidence_items.unwrap_or_default();
assert!(items.iter().any(|it| it.id == item.id));
```"#
    )]
    ///
    /// Source: `POST /v1/credentials/{credential_id}/evidence_items` in
    /// <https://docs.api.accredible.com/#tag/Evidence-Items>.
    pub fn create(
        &self,
        credential_id: impl Into<CredentialId>,
        evidence_item: NewEvidenceItem,
    ) -> Call<EvidenceItem> {
        let draft = Draft::new(&operations::EVIDENCE_ITEMS_CREATE)
            .at("credential_id", credential_id.into())
            .body(NewEvidenceItemBody::new(evidence_item));
        draft.call::<Unwrapped<EvidenceItem>>(&self.client)
    }

    /// Fetches one piece of evidence.
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
use tassel_accredible::model::{EvidenceCategory, NewEvidenceItem};

let new =
    NewEvidenceItem::new(EvidenceCategory::Url, "Report").url("https://portfolio.example.org/report");
let id = client.evidence_items().create(80_000_001, new).send().await?.id;
let item = client.evidence_items().get(80_000_001, id).send().await?;
assert_eq!(item.link_url.as_deref(), Some("https://portfolio.example.org/report"));
```"#
    )]
    ///
    /// Source: `GET /v1/credentials/{credential_id}/evidence_items/{evidence_item_id}` in
    /// <https://docs.api.accredible.com/#tag/Evidence-Items>.
    pub fn get(
        &self,
        credential_id: impl Into<CredentialId>,
        evidence_item_id: impl Into<EvidenceItemId>,
    ) -> Call<EvidenceItem> {
        let draft = Draft::new(&operations::EVIDENCE_ITEMS_GET)
            .at("credential_id", credential_id.into())
            .at("evidence_item_id", evidence_item_id.into());
        draft.call::<Unwrapped<EvidenceItem>>(&self.client)
    }

    /// Updates the given fields of a piece of evidence. The other fields keep their values.
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
use tassel_accredible::evidence_items::EvidenceContent;
use tassel_accredible::model::{EvidenceItemUpdate, NewEvidenceItem};

let new = NewEvidenceItem::transcript("Assessments", [("Mooring", 91), ("Towing", 78)]);
let id = client.evidence_items().create(80_000_001, new).send().await?.id;
let better = EvidenceContent::Transcript(vec![("Mooring", 91).into(), ("Towing", 85).into()]);
let changes = EvidenceItemUpdate::default().string_object(&better);
let item = client.evidence_items().update(80_000_001, id, changes).send().await?;
assert_eq!(item.content(), Some(better));
```"#
    )]
    ///
    /// Source: `PUT /v1/credentials/{credential_id}/evidence_items/{evidence_item_id}` in
    /// <https://docs.api.accredible.com/#tag/Evidence-Items>.
    pub fn update(
        &self,
        credential_id: impl Into<CredentialId>,
        evidence_item_id: impl Into<EvidenceItemId>,
        evidence_item: EvidenceItemUpdate,
    ) -> Call<EvidenceItem> {
        let draft = Draft::new(&operations::EVIDENCE_ITEMS_UPDATE)
            .at("credential_id", credential_id.into())
            .at("evidence_item_id", evidence_item_id.into())
            .body(EvidenceItemUpdateBody::new(evidence_item));
        draft.call::<Unwrapped<EvidenceItem>>(&self.client)
    }

    /// Deletes a piece of evidence and returns its id and title.
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
use tassel_accredible::model::NewEvidenceItem;

let new = NewEvidenceItem::grade("Final grade", 83);
let id = client.evidence_items().create(80_000_001, new).send().await?.id;
client.evidence_items().delete(80_000_001, id.clone()).send().await?;
assert!(client.evidence_items().get(80_000_001, id).send_opt().await?.is_none());
```"#
    )]
    ///
    /// Source: `DELETE /v1/credentials/{credential_id}/evidence_items/{evidence_item_id}` in
    /// <https://docs.api.accredible.com/#tag/Evidence-Items>.
    pub fn delete(
        &self,
        credential_id: impl Into<CredentialId>,
        evidence_item_id: impl Into<EvidenceItemId>,
    ) -> Call<Deleted<EvidenceItem>> {
        let draft = Draft::new(&operations::EVIDENCE_ITEMS_DELETE)
            .at("credential_id", credential_id.into())
            .at("evidence_item_id", evidence_item_id.into());
        draft.call::<Deleted<Unwrapped<EvidenceItem>>>(&self.client)
    }
}
