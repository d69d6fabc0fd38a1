//! Certificates and badges, one for each recipient and achievement.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Certificates and badges, one for each recipient and achievement. See
/// [`Client::credentials`](crate::Client::credentials).
#[derive(Debug, Clone)]
pub struct Credentials {
    pub(crate) client: Client,
}

impl Credentials {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Issues a credential.
    ///
    /// Dates are calendar dates without a time zone. If credits run out, the credential is created but not
    /// published: `approve` is `false`.
    ///
    /// Give the credential an id of your own. If no answer arrives, [`get`](Self::get) by that id tells
    /// whether it was issued. Wait before you issue it again: the vendor may still be working on the first
    /// request, and a search may lag behind.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::Outcome;
use tassel_accredible::model::{NewCredential, Recipient};

let recipient = Recipient::new("Imke Aalto", "imke.aalto@example.org");
let credential = NewCredential::new(recipient, 34).id("HS-26-0200");
match client.credentials().create(credential).send().await {
    Ok(credential) => println!("issued as {}", credential.id),
    Err(error) if error.outcome() == Outcome::Unknown => {
        let issued = client.credentials().get("HS-26-0200").send_opt().await?;
        println!("issued: {}", issued.is_some());
    }
    Err(error) => return Err(error),
}
```"#
    )]
    ///
    /// Source: `POST /v1/credentials` in <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn create(&self, credential: NewCredential) -> Call<Credential> {
        let draft = Draft::new(&operations::CREDENTIALS_CREATE).body(NewCredentialBody::new(credential));
        draft.call::<CredentialBody>(&self.client)
    }

    /// Fetches one credential, by the vendor's id or yours.
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
let id = client.credentials().search().send().await?.items[0].id.clone();
let credential = client.credentials().get(id).send().await?;
println!("{:?} expires {:?}", credential.name, credential.expired_on);
```"#
    )]
    ///
    /// Source: `GET /v1/credentials/{id}` in <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn get(&self, id: impl Into<CredentialId>) -> Call<Credential> {
        let draft = Draft::new(&operations::CREDENTIALS_GET).at("id", id.into());
        draft.call::<CredentialBody>(&self.client)
    }

    /// Updates the given fields of a credential. The other fields keep their values.
    ///
    /// `approve` publishes a credential if there are credits. The effect of null on a field is not known.
    /// Evidence and references may be added anew by a repeat, so that an update with any is sent once.
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
let id = client.credentials().search().send().await?.items[0].id.clone();
use tassel_accredible::Patch;
use tassel_accredible::model::CredentialUpdate;

let changes = CredentialUpdate::default().name("Harbour Safety II").expired_on(Patch::Null);
let credential = client.credentials().update(id, changes).send().await?;
assert!(credential.expired_on.is_none());
```"#
    )]
    ///
    /// Source: `PUT /v1/credentials/{id}` in <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn update(&self, id: impl Into<CredentialId>, credential: CredentialUpdate) -> Call<Credential> {
        let draft = Draft::new(&operations::CREDENTIALS_UPDATE)
            .at("id", id.into())
            .body(CredentialUpdateBody::new(credential));
        draft.call::<CredentialBody>(&self.client)
    }

    /// Deletes a credential.
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
let id = client.credentials().search().send().await?.items[0].id.clone();
use tassel_accredible::Deleted;

match client.credentials().delete(id).send().await? {
    Deleted::Record(credential) => println!("deleted {}", credential.id),
    Deleted::NotThere => println!("an earlier attempt had deleted it"),
}
```"#
    )]
    ///
    /// Source: `DELETE /v1/credentials/{id}` in <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn delete(&self, id: impl Into<CredentialId>) -> Call<Deleted<Credential>> {
        let draft = Draft::new(&operations::CREDENTIALS_DELETE).at("id", id.into());
        draft.call::<Deleted<CredentialBody>>(&self.client)
    }

    /// Lists credentials.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
#[expect(deprecated, reason = "this is its example")]
let page = client.credentials().list().group(34).send().await?;
println!("{} of {:?}", page.items.len(), page.total);
```"#
    )]
    ///
    /// Source: `GET /v1/all_credentials` in <https://docs.api.accredible.com/#tag/Credentials>.
    #[deprecated(note = "the vendor asks not to use it")]
    pub fn list(&self) -> ListCredentials {
        ListCredentials(Listing::new(&self.client, &operations::CREDENTIALS_LIST, Query::new()))
    }

    /// Searches for credentials.
    ///
    /// The vendor recommends [`search`](Self::search) instead. This operation has a quota of its own.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let page = client.credentials().search_v1().group(34).send().await?;
println!("{} of {:?}", page.items.len(), page.total);
```"#
    )]
    ///
    /// Source: `POST /v1/credentials/search` in <https://docs.api.accredible.com/#tag/Credentials>.
    #[deprecated(note = "the vendor asks not to use it")]
    pub fn search_v1(&self) -> SearchCredentialsV1 {
        SearchCredentialsV1(Listing::new(
            &self.client,
            &operations::CREDENTIALS_SEARCH_V1,
            CredentialSearchV1::default(),
        ))
    }

    /// Generates the PDFs of credentials, in a ZIP file.
    ///
    /// The reply has the URL of the file. `Client::download` fetches it, without the key. How long the URL is
    /// valid is not known.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `credential_ids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let zip = client.credentials().generate_pdfs([80_000_001, 80_000_002]).send().await?;
let mut file = Vec::new();
let mut download = client.download(zip.file.expose()).send_streamed().await?;
download.write_to(&mut file).await.expect("a vector takes all");
assert!(file.starts_with(b"PK"));
```"#
    )]
    ///
    /// Source: `POST /v1/credentials/generate_pdf` in <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn generate_pdfs(
        &self,
        credential_ids: impl IntoIterator<Item = impl Into<CredentialId>>,
    ) -> Call<GeneratedFile> {
        let body = PdfRequest::new(credential_ids);
        let draft =
            Draft::new(&operations::CREDENTIALS_GENERATE_PDFS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<GeneratedFile>(&self.client)
    }

    /// Generates the PDF of a credential. The credential must be published.
    ///
    /// The reply has the URL of the file. `Client::download` fetches it, without the key. How long the URL is
    /// valid is not known.
    ///
    /// # Errors
    ///
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
let pdf = client.credentials().generate_pdf(80_000_001).send().await?;
let file = client.download(pdf.file.expose()).send().await?;
assert!(file.bytes.starts_with(b"%PDF"));
```"#
    )]
    ///
    /// Source: `POST /v1/credentials/generate_single_pdf/{id}` in
    /// <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn generate_pdf(&self, id: impl Into<CredentialId>) -> Call<GeneratedFile> {
        let draft = Draft::new(&operations::CREDENTIALS_GENERATE_PDF).at("id", id.into());
        draft.call::<GeneratedFile>(&self.client)
    }

    /// Looks up the public page of a credential. The redirect to it is not followed.
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
let issuer = client.issuer().get().send().await?;
let page = client.credentials().redirect("80000001", issuer.id).send().await?;
assert!(page.starts_with("https://"));
```"#
    )]
    ///
    /// Source: `GET /v1/issuer/credential_redirect` in <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn redirect(&self, id: impl Into<CredentialId>, issuer_id: impl Into<IssuerId>) -> Call<String> {
        let draft = Draft::new(&operations::CREDENTIALS_REDIRECT)
            .query("id", id.into())
            .query("issuer_id", issuer_id.into());
        draft.call::<Redirect>(&self.client)
    }

    /// Fetches the blockchain record of a credential in the older form, which is Bitcoin's.
    ///
    /// The documents are signed. `send_raw` keeps their bytes.
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
let found = client.credentials().search().group(35).send().await?;
let Some(id) = found.items[0].encoded_id.clone() else { return Ok(()) };
let record = client.credentials().blockchain_data_v1(id, None).send().await?;
assert_eq!(record.chain, None);
```"#
    )]
    ///
    /// Source: `GET /v1/credentials/blockchain_data/{id}` in
    /// <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn blockchain_data_v1(
        &self,
        encoded_id: impl Into<String>,
        key: Option<Secret>,
    ) -> Call<BlockchainData> {
        let draft = Draft::new(&operations::CREDENTIALS_BLOCKCHAIN_DATA_V1)
            .at("id", encoded_id.into())
            .query("key", key);
        draft.call::<BlockchainDataBody>(&self.client)
    }

    /// Fetches the blockchain record of a credential.
    ///
    /// `chain` says which form the documents have. They are signed. `send_raw` keeps their bytes.
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
let found = client.credentials().search().group(35).send().await?;
let Some(id) = found.items[0].encoded_id.clone() else { return Ok(()) };
// A private credential needs the key of its private link, as `Some(key.into())`.
let record = client.credentials().blockchain_data(id, None).send_raw().await?;
println!("{:?}, signed in {} bytes", record.value.chain, record.body.len());
```"#
    )]
    ///
    /// Source: `GET /v2/credentials/{id}/blockchain_data` in
    /// <https://docs.api.accredible.com/#tag/Credentials>.
    pub fn blockchain_data(
        &self,
        encoded_id: impl Into<String>,
        key: Option<Secret>,
    ) -> Call<BlockchainData> {
        let draft = Draft::new(&operations::CREDENTIALS_BLOCKCHAIN_DATA)
            .at("id", encoded_id.into())
            .query("key", key);
        draft.call::<BlockchainDataBody>(&self.client)
    }
}

listing! {
    /// A listing of [`Credentials::list`](crate::credentials::Credentials::list), 50 on a page unless another
    /// size is set.
    ListCredentials: Query => CredentialList
}

impl ListCredentials {
    /// Only credentials of this group.
    pub fn group(mut self, group: impl Into<GroupId>) -> Self {
        self.0.query.set("group_id", group.into());
        self
    }

    /// Only credentials of the recipient with this email address, which is sent in lower case.
    pub fn email(mut self, email: impl Into<LowerCase>) -> Self {
        self.0.query.set("email", email.into());
        self
    }

    /// Only credentials of the recipient with this id (your own).
    pub fn recipient_id(mut self, recipient_id: impl Into<RecipientId>) -> Self {
        self.0.query.set("recipient_id", recipient_id.into());
        self
    }

    /// Only the credential with this id (your own).
    pub fn license_id(mut self, license_id: impl Into<String>) -> Self {
        self.0.query.set("license_id", license_id.into());
        self
    }

    /// Only credentials issued after this day.
    pub fn issued_after(mut self, issued_after: impl Into<Date>) -> Self {
        self.0.query.set("start_date", issued_after.into());
        self
    }

    /// Only credentials issued before this day.
    pub fn issued_before(mut self, issued_before: impl Into<Date>) -> Self {
        self.0.query.set("end_date", issued_before.into());
        self
    }

    /// Only credentials updated after this day.
    pub fn updated_after(mut self, updated_after: impl Into<Date>) -> Self {
        self.0.query.set("start_updated_date", updated_after.into());
        self
    }

    /// Only credentials updated before this day.
    pub fn updated_before(mut self, updated_before: impl Into<Date>) -> Self {
        self.0.query.set("end_updated_date", updated_before.into());
        self
    }

    /// The number of items on a page. Default 50. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("page_size", size);
        self
    }
}

listing! {
    /// A listing of [`Credentials::search`](crate::credentials::Credentials::search), 50 on a page unless
    /// another size is set.
    SearchCredentials: CredentialSearch => CredentialSearchPage
}

impl SearchCredentials {
    /// Only credentials with this UUID.
    pub fn uuid(mut self, uuid: impl Into<String>) -> Self {
        self.0.query.query.uuid = Some(uuid.into());
        self
    }

    /// Only credentials with one of these UUIDs.
    pub fn uuid_in(mut self, uuid_in: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0.query.query.uuid_in = Some(uuid_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials of this group.
    pub fn group(mut self, group: impl Into<GroupId>) -> Self {
        self.0.query.query.group = Some(group.into());
        self
    }

    /// Only credentials of these groups.
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.0.query.query.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials of recipients with this name.
    pub fn recipient_name(mut self, recipient_name: impl Into<String>) -> Self {
        self.0.query.query.recipient_name = Some(recipient_name.into());
        self
    }

    /// Only credentials of recipients with one of these names.
    pub fn recipient_name_in(
        mut self,
        recipient_name_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.0.query.query.recipient_name_in = Some(recipient_name_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials of the recipient with this email address. It is sent in lower case, as the vendor
    /// stores addresses.
    pub fn recipient_email(mut self, recipient_email: impl Into<LowerCase>) -> Self {
        self.0.query.query.recipient_email = Some(recipient_email.into());
        self
    }

    /// Only credentials of recipients with one of these email addresses, which are sent in lower case.
    pub fn recipient_email_in(
        mut self,
        recipient_email_in: impl IntoIterator<Item = impl Into<LowerCase>>,
    ) -> Self {
        self.0.query.query.recipient_email_in =
            Some(recipient_email_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials of the recipient with this id (your own).
    pub fn recipient_id(mut self, recipient_id: impl Into<RecipientId>) -> Self {
        self.0.query.query.recipient_id = Some(recipient_id.into());
        self
    }

    /// Only credentials of recipients with one of these ids (your own).
    pub fn recipient_id_in(
        mut self,
        recipient_id_in: impl IntoIterator<Item = impl Into<RecipientId>>,
    ) -> Self {
        self.0.query.query.recipient_id_in = Some(recipient_id_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only the credential with this id (your own).
    pub fn license_id(mut self, license_id: impl Into<String>) -> Self {
        self.0.query.query.license_id = Some(license_id.into());
        self
    }

    /// Only credentials with one of these ids (your own).
    pub fn license_id_in(mut self, license_id_in: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0.query.query.license_id_in = Some(license_id_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials that are published (`true`) or not published (`false`).
    pub fn approve(mut self, approve: bool) -> Self {
        self.0.query.query.approve = Some(approve);
        self
    }

    /// Only credentials issued on this day.
    pub fn issued_on(mut self, issued_on: impl Into<Date>) -> Self {
        self.0.query.query.issued_on = Some(issued_on.into());
        self
    }

    /// Only credentials issued on one of these days.
    pub fn issued_on_in(mut self, issued_on_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.0.query.query.issued_on_in = Some(issued_on_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials issued before this day.
    pub fn issued_on_lt(mut self, issued_on_lt: impl Into<Date>) -> Self {
        self.0.query.query.issued_on_lt = Some(issued_on_lt.into());
        self
    }

    /// Only credentials issued on or before this day.
    pub fn issued_until(mut self, issued_until: impl Into<Date>) -> Self {
        self.0.query.query.issued_until = Some(issued_until.into());
        self
    }

    /// Only credentials issued after this day.
    pub fn issued_on_gt(mut self, issued_on_gt: impl Into<Date>) -> Self {
        self.0.query.query.issued_on_gt = Some(issued_on_gt.into());
        self
    }

    /// Only credentials issued on or after this day.
    pub fn issued_from(mut self, issued_from: impl Into<Date>) -> Self {
        self.0.query.query.issued_from = Some(issued_from.into());
        self
    }

    /// Only credentials that expire on this day.
    pub fn expired_on(mut self, expired_on: impl Into<Date>) -> Self {
        self.0.query.query.expired_on = Some(expired_on.into());
        self
    }

    /// Only credentials that expire on one of these days.
    pub fn expired_on_in(mut self, expired_on_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.0.query.query.expired_on_in = Some(expired_on_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials that expire before this day.
    pub fn expired_on_lt(mut self, expired_on_lt: impl Into<Date>) -> Self {
        self.0.query.query.expired_on_lt = Some(expired_on_lt.into());
        self
    }

    /// Only credentials that expire on or before this day.
    pub fn expired_on_lte(mut self, expired_on_lte: impl Into<Date>) -> Self {
        self.0.query.query.expired_on_lte = Some(expired_on_lte.into());
        self
    }

    /// Only credentials that expire after this day.
    pub fn expired_on_gt(mut self, expired_on_gt: impl Into<Date>) -> Self {
        self.0.query.query.expired_on_gt = Some(expired_on_gt.into());
        self
    }

    /// Only credentials that expire on or after this day.
    pub fn expired_on_gte(mut self, expired_on_gte: impl Into<Date>) -> Self {
        self.0.query.query.expired_on_gte = Some(expired_on_gte.into());
        self
    }

    /// Only credentials updated on this day.
    pub fn updated_at(mut self, updated_at: impl Into<Date>) -> Self {
        self.0.query.query.updated_at = Some(updated_at.into());
        self
    }

    /// Only credentials updated on one of these days.
    pub fn updated_at_in(mut self, updated_at_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.0.query.query.updated_at_in = Some(updated_at_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials updated before this day.
    pub fn updated_at_lt(mut self, updated_at_lt: impl Into<Date>) -> Self {
        self.0.query.query.updated_at_lt = Some(updated_at_lt.into());
        self
    }

    /// Only credentials updated on or before this day.
    pub fn updated_at_lte(mut self, updated_at_lte: impl Into<Date>) -> Self {
        self.0.query.query.updated_at_lte = Some(updated_at_lte.into());
        self
    }

    /// Only credentials updated after this day.
    pub fn updated_at_gt(mut self, updated_at_gt: impl Into<Date>) -> Self {
        self.0.query.query.updated_at_gt = Some(updated_at_gt.into());
        self
    }

    /// Only credentials updated on or after this day.
    pub fn updated_from(mut self, updated_from: impl Into<Date>) -> Self {
        self.0.query.query.updated_from = Some(updated_from.into());
        self
    }

    /// Only credentials created on this day.
    pub fn created_at(mut self, created_at: impl Into<Date>) -> Self {
        self.0.query.query.created_at = Some(created_at.into());
        self
    }

    /// Only credentials created on one of these days.
    pub fn created_at_in(mut self, created_at_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.0.query.query.created_at_in = Some(created_at_in.into_iter().map(Into::into).collect());
        self
    }

    /// Only credentials created before this day.
    pub fn created_at_lt(mut self, created_at_lt: impl Into<Date>) -> Self {
        self.0.query.query.created_at_lt = Some(created_at_lt.into());
        self
    }

    /// Only credentials created on or before this day.
    pub fn created_at_lte(mut self, created_at_lte: impl Into<Date>) -> Self {
        self.0.query.query.created_at_lte = Some(created_at_lte.into());
        self
    }

    /// Only credentials created after this day.
    pub fn created_at_gt(mut self, created_at_gt: impl Into<Date>) -> Self {
        self.0.query.query.created_at_gt = Some(created_at_gt.into());
        self
    }

    /// Only credentials created on or after this day.
    pub fn created_at_gte(mut self, created_at_gte: impl Into<Date>) -> Self {
        self.0.query.query.created_at_gte = Some(created_at_gte.into());
        self
    }

    /// Only credentials of recipients with this metadata.
    pub fn recipient_meta_data(
        mut self,
        recipient_meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.query.recipient_meta_data =
            Some(recipient_meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Only credentials with this metadata.
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.query.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Only credentials with these attributes.
    pub fn custom_attributes(
        mut self,
        custom_attributes: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.query.custom_attributes =
            Some(custom_attributes.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// The sort order.
    pub fn sort(mut self, sort: CredentialSort) -> Self {
        self.0.query.sort = Some(sort);
        self
    }

    /// The number of items on a page. Default 50. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page.get_or_insert_default().size = Some(size);
        self
    }
}

listing! {
    /// A listing of [`Credentials::search_v1`](crate::credentials::Credentials::search_v1), 50 on a page
    /// unless another size is set.
    SearchCredentialsV1: CredentialSearchV1 => CredentialList
}

impl SearchCredentialsV1 {
    /// Only credentials of this group.
    pub fn group(mut self, group: impl Into<GroupId>) -> Self {
        self.0.query.group = Some(group.into());
        self
    }

    /// Only credentials of recipients with this name.
    pub fn recipient_name(mut self, recipient_name: impl Into<String>) -> Self {
        self.0.query.recipient_name = Some(recipient_name.into());
        self
    }

    /// Only credentials of the recipient with this email address, which is sent in lower case.
    pub fn recipient_email(mut self, recipient_email: impl Into<LowerCase>) -> Self {
        self.0.query.recipient_email = Some(recipient_email.into());
        self
    }

    /// Only credentials of the recipient with this id (your own).
    pub fn recipient_id(mut self, recipient_id: impl Into<RecipientId>) -> Self {
        self.0.query.recipient_id = Some(recipient_id.into());
        self
    }

    /// Only credentials of recipients with this metadata.
    pub fn recipient_meta_data(
        mut self,
        recipient_meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.recipient_meta_data =
            Some(recipient_meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Only the credential with this id (your own).
    pub fn license_id(mut self, license_id: impl Into<String>) -> Self {
        self.0.query.license_id = Some(license_id.into());
        self
    }

    /// Only credentials with this metadata.
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.0.query.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Only credentials issued after this day.
    pub fn issued_after(mut self, issued_after: impl Into<Date>) -> Self {
        self.0.query.issued_after = Some(issued_after.into());
        self
    }

    /// Only credentials issued before this day.
    pub fn issued_before(mut self, issued_before: impl Into<Date>) -> Self {
        self.0.query.issued_before = Some(issued_before.into());
        self
    }

    /// Only credentials updated after this day.
    pub fn updated_after(mut self, updated_after: impl Into<Date>) -> Self {
        self.0.query.updated_after = Some(updated_after.into());
        self
    }

    /// Only credentials updated before this day.
    pub fn updated_before(mut self, updated_before: impl Into<Date>) -> Self {
        self.0.query.updated_before = Some(updated_before.into());
        self
    }

    /// The number of items on a page. Default 50. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page_size = Some(size);
        self
    }
}
