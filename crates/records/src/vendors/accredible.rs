//! Accredible: credentials.

use async_trait::async_trait;
use futures_util::{TryStreamExt, future};
use tassel_accredible::model::FoundCredential;
use tassel_accredible::{Client, operations};
use tassel_core::Error;
use tassel_core::kit::jiff::fmt::rfc2822::DateTimeParser;
use tassel_core::values::Id;
use tokio::time::Instant;

use super::{items, pages_left, text};
use crate::gaps::SharedGaps;
use crate::reading::{Credentials, Plan, Reading, Scope};
use crate::roll::Vendors;
use crate::{
    AwardState, Course, Credential, CredentialKind, DateOrTime, Identity, MappedRecord, Source, Statement,
};

/// The page size: the largest observed in use.
const PAGE_SIZE: u64 = 100;

impl Vendors {
    /// Adds Accredible, which has credentials.
    #[must_use]
    pub fn accredible(self, client: Client) -> Self {
        self.credentials(client)
    }
}

#[async_trait]
impl Credentials for Client {
    fn vendor(&self) -> &'static str {
        tassel_accredible::API.vendor
    }

    fn kind(&self) -> CredentialKind {
        CredentialKind::Credential
    }

    async fn read_credentials(&self, scope: &Scope) -> Result<Reading<Credential>, Error> {
        let start = Instant::now();
        // Expiry is checked against the vendor's date. Every answer has one.
        let issuer = self.issuer().get().send_raw().await?;
        let date = issuer.headers.get("date").and_then(|value| value.to_str().ok());
        let as_of = date.and_then(|text| DateTimeParser::new().parse_timestamp(text).ok());

        let mut search = self.credentials().search().page_size(PAGE_SIZE);
        if let Some(email) = &scope.email {
            search = search.recipient_email(email.trim());
        }
        if let Some(day) = scope.since {
            search = search.issued_from(day);
        }
        let mut pages = search.pages();
        let first = pages.try_next().await?;
        let calls = pages_left(first.as_ref());
        let quota = self.quota().time_for(usize::try_from(calls).unwrap_or(usize::MAX)).await;
        let plan =
            Plan::new(calls, quota, start.elapsed() / 2).records(first.as_ref().and_then(|page| page.total));
        let scope = scope.clone();
        let records = items(first, pages).map_ok(map);
        let gaps = SharedGaps::default();
        let filter_gaps = gaps.clone();
        let records = records.try_filter(move |it: &MappedRecord<Credential>| {
            let Credential { id, learner, .. } = &it.record;
            let kind = "credentials without an address, which may be the person's";
            let id = || id.as_ref().map(Id::to_text);
            future::ready(scope.includes(learner.email.as_deref(), &filter_gaps, kind, id))
        });
        let records = gaps.append_to(operations::CREDENTIALS_SEARCH.id, records);
        Ok(Reading::new(plan, records).as_of(as_of))
    }
}

fn map(source: FoundCredential) -> MappedRecord<Credential> {
    let group = source.group.as_ref();
    let record = Credential {
        vendor: tassel_accredible::API.vendor,
        kind: CredentialKind::Credential,
        id: Some(Id::from(source.id.clone())),
        name: text(source.name.as_deref()),
        learner: Identity {
            id: None,
            own_id: text(source.recipient_id.as_ref().map(ToString::to_string).as_deref()),
            name: text(source.recipient_name.as_deref()),
            email: text(source.recipient_email.as_deref()),
        },
        course: Course {
            id: group.and_then(|group| group.id.clone()).map(Id::from),
            name: group.and_then(|group| text(group.name.as_deref())),
        },
        award: Statement::new(
            match source.approve {
                Some(true) => AwardState::Published,
                Some(false) => AwardState::Unpublished,
                None => AwardState::Unknown,
            },
            source.approve,
        ),
        issued: source.issued_on.as_ref().map(DateOrTime::of_date),
        expires: source.expired_on.as_ref().map(DateOrTime::of_date),
        updated: source.updated_at.as_ref().map(DateOrTime::of_timestamp),
        url: None,
    };
    MappedRecord::new(
        record,
        Source::Accredible(Box::new(source)),
        &[
            "id",
            "name",
            "recipient_id",
            "recipient_name",
            "recipient_email",
            "group.id",
            "group.name",
            "approve",
            "issued_on",
            "expired_on",
            "updated_at",
        ],
    )
}
