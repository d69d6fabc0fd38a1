//! Certificates and badges.

use tassel_core::Call;
use tassel_core::error::{DecodeError, RawResponse};
use tassel_core::kit::{Draft, Limits, Listing, Reply, from_json};
use tassel_core::operation::Operation;
use tassel_core::values::Lenient;

use crate::bulk::BulkReport;
pub use crate::generated::credentials::*;
use crate::generated::operations as op;
use crate::model::{
    BulkCreate, BulkCreateV1, BulkCreatedItemV1, BulkCreatedV1, BulkResults, Credential, CredentialQuery,
    CredentialSearch, CredentialSort, NewCredential, SortOrder,
};

impl Credentials {
    /// Issues up to 100 credentials. If one is invalid, none is issued.
    ///
    /// An empty batch, or one of more than 100, is refused. If credits run out, the remaining credentials are created
    /// but not published. If no answer arrives, proceed as for [`create`](Self::create).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): a credential is invalid. None was created.
    /// * [`Error::Rejected`](crate::Error::Rejected): the vendor answered with errors under a success status.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// use tassel_accredible::model::{NewCredential, Recipient};
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
        Draft::new(&op::CREDENTIALS_BULK_CREATE_V1)
            .refuse(body.problem(""))
            .body(body)
            .call::<BulkCreatedV1>(&self.client)
    }

    /// Issues up to 30 credentials independently of each other, and returns a result for each.
    ///
    /// An empty batch, or one of more than 30, is refused.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the batch as a whole is invalid. Invalid credentials are results,
    ///   not errors, even if all are invalid.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// use tassel_accredible::bulk::CreationResult;
    /// use tassel_accredible::model::{NewCredential, Recipient};
    ///
    /// let recipients = [Recipient::new("Imke Aalto", "imke@example.org"), Recipient::new("Obi Fenn", "no address")];
    /// let batch = recipients.map(|recipient| NewCredential::new(recipient, 34));
    /// let report = client.credentials().bulk_create(batch).send().await?;
    /// assert!(matches!(report.results[0], CreationResult::Created(_)));
    /// assert!(matches!(report.results[1], CreationResult::Rejected(_)));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v2/credentials/bulk_create` in <https://docs.api.accredible.com>.
    pub fn bulk_create(&self, credentials: impl IntoIterator<Item = NewCredential>) -> Call<BulkReport> {
        let body = BulkCreate::new(credentials);
        let draft = Draft::new(&op::CREDENTIALS_BULK_CREATE).refuse(body.problem("")).body(&body);
        let report = move |reply: BulkResults| BulkReport::new(&body.credentials, reply.results);
        draft.call::<BulkResults>(&self.client).map(report)
    }

    /// Searches for credentials. Without a filter it finds all credentials.
    ///
    /// `stream` follows the vendor's cursor and reaches all results. `prefetch` requests pages by offset, which reaches
    /// the first 10,000 results. If there are more, it ends in [`Error::Incomplete`](crate::Error::Incomplete).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not support the query.
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
        // Pages may overlap unless the order is stable.
        let by_id = CredentialSort::default().id(SortOrder::Asc);
        let query = CredentialSearch::new(CredentialQuery::default()).sort(by_id);
        SearchCredentials(Listing::new(&self.client, &op::CREDENTIALS_SEARCH, query))
    }
}

/// Reads a batch of the first version in each of its forms.
impl Reply for BulkCreatedV1 {
    type Value = Vec<Credential>;

    fn read(_: &'static Operation, answer: &RawResponse) -> Result<Vec<Credential>, DecodeError> {
        let items = match from_json(&answer.body)? {
            Self::Documented(items) => items,
            Self::InProduction(list) => list.credentials,
            Self::LikeV2(results) => {
                let credentials = results.results.into_iter().map(|result| match result {
                    Lenient::Known(result) => result.credential,
                    Lenient::Other(_) => None,
                });
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

impl SearchCredentials {
    /// Replaces the whole query.
    pub fn matching(mut self, query: CredentialQuery) -> Self {
        self.0.query.query = query;
        self
    }
}
