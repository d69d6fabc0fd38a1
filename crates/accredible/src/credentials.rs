//! Certificates and badges.

use tassel_core::error::{DecodeError, RawResponse};
use tassel_core::kit::{Deleted, Draft, Listing, Reply, from_json, listing};
use tassel_core::operation::Operation;
use tassel_core::{Call, Client};

use crate::bulk::{BulkReport, refuse_batch};
use crate::generated::operations as op;
use crate::{
    BulkCreate, BulkCreateV1, BulkCreatedItemV1, BulkCreatedV1, BulkResults, Credential, CredentialBody,
    CredentialId, CredentialList, CredentialQuery, CredentialSearch, CredentialSearchPage, CredentialSort,
    CredentialUpdate, CredentialUpdateBody, CredentialsListQuery, Date, GroupId, NewCredential,
    NewCredentialBody, RecipientId, SortOrder,
};

/// Credentials; see [`Client::credentials`](crate::Client::credentials).
#[derive(Debug, Clone)]
pub struct Credentials {
    client: Client,
}

impl Credentials {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Issues a credential.
    ///
    /// Dates are calendar dates without a time zone. Without enough credits the credential is created all the same and
    /// stays unpublished: inspect `approve`.
    ///
    /// # When the outcome is unknown
    ///
    /// It is never sent twice by itself. If the answer is lost, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown). Give the credential an id of your own, and
    /// [`get`](Self::get) it by that id: if it is there, it was issued; if it is not, issue it again. Prefer that to a
    /// search, which may lag behind.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the recipient is missing something, there is no such group, or the
    ///   recipient has a credential of this group already and the group allows no second one.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// use tassel_accredible::{Error, NewCredential, Outcome, Recipient};
    ///
    /// let recipient = Recipient::new("Imke Aalto", "imke.aalto@example.org");
    /// let credential = NewCredential::new(recipient, 34).id("HS-26-0200");
    /// match client.credentials().create(credential).send().await {
    ///     Ok(credential) => println!("issued as {}", credential.id),
    ///     Err(error) if error.outcome() == Outcome::Unknown => {
    ///         let issued = client.credentials().get("HS-26-0200").send_opt().await?;
    ///         println!("issued after all: {}", issued.is_some());
    ///     }
    ///     Err(error) => return Err(error),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/credentials` in <https://docs.api.accredible.com>.
    pub fn create(&self, credential: NewCredential) -> Call<Credential> {
        Draft::new(&op::CREDENTIALS_CREATE)
            .body(NewCredentialBody::new(credential))
            .call::<CredentialBody>(&self.client)
    }

    /// Issues up to 100 credentials, all or none.
    ///
    /// More than 100, or none, are refused before anything is sent. Credentials for which credits run out are created
    /// and stay unpublished. After a lost answer, look as [`create`](Self::create) says.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): one of them is invalid, and none was created.
    /// * [`Error::Rejected`](crate::Error::Rejected): the vendor answered with errors under a success status.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// use tassel_accredible::{NewCredential, Recipient};
    ///
    /// let recipients = [Recipient::new("Imke Aalto", "imke@example.org"), Recipient::new("Obi Fenn", "obi@example.org")];
    /// let batch = recipients.map(|recipient| NewCredential::new(recipient, 34));
    /// let credentials = client.credentials().bulk_create_v1(batch).send().await?;
    /// assert_eq!(credentials.len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/credentials/bulk_create` in <https://docs.api.accredible.com>.
    pub fn bulk_create_v1(
        &self,
        credentials: impl IntoIterator<Item = NewCredential>,
    ) -> Call<Vec<Credential>> {
        let body = BulkCreateV1::new(credentials);
        let refused = refuse_batch(body.credentials.len(), BulkCreateV1::MAX_CREDENTIALS);
        Draft::new(&op::CREDENTIALS_BULK_CREATE_V1)
            .refuse(refused)
            .body(body)
            .call::<BulkCreatedV1>(&self.client)
    }

    /// Issues up to 30 credentials, each by itself, and tells what became of each.
    ///
    /// More than 30, or none, are refused before anything is sent.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the batch as a whole is invalid. Credentials that are invalid one
    ///   by one are results, not errors, even if all of them are.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// use tassel_accredible::bulk::BulkOutcome;
    /// use tassel_accredible::{NewCredential, Recipient};
    ///
    /// let recipients = [Recipient::new("Imke Aalto", "imke@example.org"), Recipient::new("Obi Fenn", "no address")];
    /// let batch = recipients.map(|recipient| NewCredential::new(recipient, 34));
    /// let report = client.credentials().bulk_create(batch).send().await?;
    /// assert!(matches!(report.outcomes[0], BulkOutcome::Created(_)));
    /// assert!(matches!(report.outcomes[1], BulkOutcome::Rejected(_)));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v2/credentials/bulk_create` in <https://docs.api.accredible.com>.
    pub fn bulk_create(&self, credentials: impl IntoIterator<Item = NewCredential>) -> Call<BulkReport> {
        let body = BulkCreate::new(credentials);
        let refused = refuse_batch(body.credentials.len(), BulkCreate::MAX_CREDENTIALS);
        let draft = Draft::new(&op::CREDENTIALS_BULK_CREATE).refuse(refused).body(&body);
        let report = move |reply: BulkResults| BulkReport::new(&body.credentials, reply.results);
        draft.call::<BulkResults>(&self.client).map(report)
    }

    /// Fetches one credential, by the vendor's id or your own.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no credential has this id, or a department's key may not see it.
    /// * [`Error::Denied`](crate::Error::Denied): the credential is private and this key may not read it.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// # let some = client.credentials().search().send().await?.items[0].id.clone();
    /// let credential = client.credentials().get(some).send().await?;
    /// println!("{:?} expires {:?}", credential.name, credential.expired_on);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /v1/credentials/{id}` in <https://docs.api.accredible.com>.
    pub fn get(&self, id: impl Into<CredentialId>) -> Call<Credential> {
        Draft::new(&op::CREDENTIALS_GET).at("id", id.into()).call::<CredentialBody>(&self.client)
    }

    /// Changes the fields that are given and leaves the others alone.
    ///
    /// Setting a field to null is [`Patch::Null`](crate::Patch::Null); what the vendor makes of it is not known. An
    /// unpublished credential is published by `approve`, if there are credits.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no credential has this id.
    /// * [`Error::Invalid`](crate::Error::Invalid): a value is not valid.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// # let some = client.credentials().search().send().await?.items[0].id.clone();
    /// use tassel_accredible::{CredentialUpdate, Patch};
    ///
    /// let changes = CredentialUpdate::default().name("Harbour Safety II").expired_on(Patch::Null);
    /// let credential = client.credentials().update(some, changes).send().await?;
    /// assert!(credential.expired_on.is_none());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `PUT /v1/credentials/{id}` in <https://docs.api.accredible.com>.
    pub fn update(&self, id: impl Into<CredentialId>, changes: CredentialUpdate) -> Call<Credential> {
        Draft::new(&op::CREDENTIALS_UPDATE)
            .at("id", id.into())
            .body(CredentialUpdateBody::new(changes))
            .call::<CredentialBody>(&self.client)
    }

    /// Deletes a credential, and returns it as it was.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no credential has this id. After a repeat of its own, whose first
    ///   answer was lost, that is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// # let some = client.credentials().search().send().await?.items[0].id.clone();
    /// use tassel_accredible::Deleted;
    ///
    /// match client.credentials().delete(some).send().await? {
    ///     Deleted::Record(credential) => println!("deleted {}", credential.id),
    ///     Deleted::NotThere => println!("an earlier attempt had deleted it"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `DELETE /v1/credentials/{id}` in <https://docs.api.accredible.com>.
    pub fn delete(&self, id: impl Into<CredentialId>) -> Call<Deleted<Credential>> {
        Draft::new(&op::CREDENTIALS_DELETE).at("id", id.into()).call::<Deleted<CredentialBody>>(&self.client)
    }

    /// Lists credentials; all of them, if nothing else is said.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// # #[expect(deprecated, reason = "this is its example")]
    /// let page = client.credentials().list().group(34).send().await?;
    /// println!("{} of {:?}", page.items.len(), page.total);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /v1/all_credentials` in <https://docs.api.accredible.com>.
    #[deprecated(note = "the vendor asks to use `search` instead")]
    pub fn list(&self) -> ListCredentials {
        let query = CredentialsListQuery::default();
        ListCredentials(Listing::new(&self.client, &op::CREDENTIALS_LIST, query))
    }

    /// Searches for credentials; all of them, if nothing else is said.
    ///
    /// `stream` follows the vendor's cursor and reaches everything. `prefetch` asks by offset, which reaches the first
    /// 10,000; where there are more, it ends in [`Error::Incomplete`](crate::Error::Incomplete).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not support what is searched for.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// use tassel_accredible::TryStreamExt;
    ///
    /// let mut credentials = client.credentials().search().group(34).approve(true).stream();
    /// while let Some(credential) = credentials.try_next().await? {
    ///     println!("{:?} until {:?}", credential.recipient_name, credential.expired_on);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v2/credentials/search` in the vendor's OpenAPI file, version 25.08.0.
    pub fn search(&self) -> SearchCredentials {
        // Without an order that stays the same, pages may overlap.
        let by_id = CredentialSort::default().id(SortOrder::Asc);
        let query = CredentialSearch::new(CredentialQuery::default()).sort(by_id);
        SearchCredentials(Listing::new(&self.client, &op::CREDENTIALS_SEARCH, query))
    }
}

/// The forms in which the first version answers a batch, as one.
impl Reply for BulkCreatedV1 {
    type Value = Vec<Credential>;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<Vec<Credential>, DecodeError> {
        let items = match from_json(&answer.body)? {
            Self::Documented(items) => items,
            Self::InProduction(list) => list.credentials,
            Self::LikeV2(results) => {
                let credentials = results.results.into_iter().map(|result| result.credential);
                let all: Option<Vec<_>> = credentials.collect();
                return all.ok_or_else(|| DecodeError::new("there is a result without a credential"));
            }
        };
        let credentials = items.into_iter().map(|item| match item {
            BulkCreatedItemV1::Wrapped(body) => body.credential,
            BulkCreatedItemV1::Bare(credential) => credential,
        });
        Ok(credentials.collect())
    }
}

listing! {
    /// A list of credentials, 50 on a page.
    ListCredentials: CredentialsListQuery => CredentialList
}

impl ListCredentials {
    /// Only those of this group.
    pub fn group(mut self, id: impl Into<GroupId>) -> Self {
        self.0.query.group_id = Some(id.into());
        self
    }

    /// Only those of the recipient with this address. It is sent in lower case, as the vendor keeps addresses.
    pub fn email(mut self, address: &str) -> Self {
        self.0.query.email = Some(address.to_lowercase());
        self
    }

    /// Only those of the recipient with this id of yours.
    pub fn recipient_id(mut self, id: impl Into<RecipientId>) -> Self {
        self.0.query.recipient_id = Some(id.into());
        self
    }

    /// Only the one with this id of yours.
    pub fn license_id(mut self, id: impl Into<String>) -> Self {
        self.0.query.license_id = Some(id.into());
        self
    }

    /// Only those issued after this day. Whether the day itself counts is not known.
    pub fn issued_after(mut self, day: impl Into<Date>) -> Self {
        self.0.query.start_date = Some(day.into());
        self
    }

    /// Only those issued before this day. Whether the day itself counts is not known.
    pub fn issued_before(mut self, day: impl Into<Date>) -> Self {
        self.0.query.end_date = Some(day.into());
        self
    }

    /// Only those updated after this day. Whether the day itself counts is not known.
    pub fn updated_after(mut self, day: impl Into<Date>) -> Self {
        self.0.query.start_updated_date = Some(day.into());
        self
    }

    /// Only those updated before this day. Whether the day itself counts is not known.
    pub fn updated_before(mut self, day: impl Into<Date>) -> Self {
        self.0.query.end_updated_date = Some(day.into());
        self
    }

    /// How many on a page. Default 50; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page_size = Some(size);
        self
    }
}

listing! {
    /// A search for credentials, 50 on a page, sorted by id unless it says otherwise.
    SearchCredentials: CredentialSearch => CredentialSearchPage
}

impl SearchCredentials {
    /// Only those of this group.
    pub fn group(mut self, id: impl Into<GroupId>) -> Self {
        self.0.query.query.group_id = Some(id.into());
        self
    }

    /// Only those of these groups.
    pub fn groups(mut self, ids: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.0.query.query.group_id_in = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Only those of the recipient with this name.
    pub fn recipient_name(mut self, name: impl Into<String>) -> Self {
        self.0.query.query.recipient_name = Some(name.into());
        self
    }

    /// Only those of the recipient with this address. It is sent in lower case, as the vendor keeps addresses.
    pub fn recipient_email(mut self, address: &str) -> Self {
        self.0.query.query.recipient_email = Some(address.to_lowercase());
        self
    }

    /// Only those of the recipient with this id of yours.
    pub fn recipient_id(mut self, id: impl Into<RecipientId>) -> Self {
        self.0.query.query.recipient_id = Some(id.into());
        self
    }

    /// Only the one with this id of yours.
    pub fn license_id(mut self, id: impl Into<String>) -> Self {
        self.0.query.query.license_id = Some(id.into());
        self
    }

    /// Only those that are published, or only those that are not.
    pub fn approve(mut self, published: bool) -> Self {
        self.0.query.query.approve = Some(published);
        self
    }

    /// Only those issued on this day or later.
    pub fn issued_from(mut self, day: impl Into<Date>) -> Self {
        self.0.query.query.issued_on_gte = Some(day.into());
        self
    }

    /// Only those issued on this day or before.
    pub fn issued_until(mut self, day: impl Into<Date>) -> Self {
        self.0.query.query.issued_on_lte = Some(day.into());
        self
    }

    /// Only those updated on this day or later: overlap by a day to miss nothing.
    pub fn updated_from(mut self, day: impl Into<Date>) -> Self {
        self.0.query.query.updated_at_gte = Some(day.into());
        self
    }

    /// Searches for all that a query can say, in place of what was said so far.
    pub fn matching(mut self, query: CredentialQuery) -> Self {
        self.0.query.query = query;
        self
    }

    /// Sorts by one field. Default: by id, ascending.
    pub fn sort(mut self, sort: CredentialSort) -> Self {
        self.0.query.sort = Some(sort);
        self
    }

    /// How many on a page. Default 50; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page.get_or_insert_default().size = Some(size);
        self
    }
}
