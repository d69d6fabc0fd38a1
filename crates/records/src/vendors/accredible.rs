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
use crate::questions::{About, Credentials, Plan, Reading};
use crate::roll::Vendors;
use crate::untold::Ending;
use crate::{Award, Course, Credential, Kind, Learner, Mapped, Source, Stated, When};

/// How many on a page: the largest that has been seen in use.
const PAGE: u64 = 100;

impl Vendors {
    /// Asks Accredible for what it knows: credentials.
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

    fn kind(&self) -> Kind {
        Kind::Credential
    }

    async fn read_credentials(&self, about: &About) -> Result<Reading<Credential>, Error> {
        let began = Instant::now();
        // The vendor's own date decides what has expired; it comes with any answer.
        let issuer = self.issuer().get().send_raw().await?;
        let date = issuer.headers.get("date").and_then(|value| value.to_str().ok());
        let as_of = date.and_then(|text| DateTimeParser::new().parse_timestamp(text).ok());

        let mut search = self.credentials().search().page_size(PAGE);
        if let Some(email) = &about.email {
            search = search.recipient_email(email.trim());
        }
        if let Some(day) = about.since {
            search = search.issued_from(day);
        }
        let mut pages = search.pages();
        let first = pages.try_next().await?;
        let calls = pages_left(first.as_ref());
        let quota = self.quota().time_for(usize::try_from(calls).unwrap_or(usize::MAX)).await;
        let plan =
            Plan::new(calls, quota, began.elapsed() / 2).records(first.as_ref().and_then(|page| page.total));
        let about = about.clone();
        let records = items(first, pages).map_ok(map);
        let ending = Ending::default();
        let noted = ending.clone();
        let records = records.try_filter(move |it: &Mapped<Credential>| {
            let Credential { id, learner, .. } = &it.record;
            let kind = "credentials without an address, which may be the person's";
            let id = || id.as_ref().map(Id::to_text);
            future::ready(about.is_about(learner.email.as_deref(), &noted, kind, id))
        });
        let records = ending.close(operations::CREDENTIALS_SEARCH.id, records);
        Ok(Reading::new(plan, records).at(as_of))
    }
}

fn map(source: FoundCredential) -> Mapped<Credential> {
    let group = source.group.as_ref();
    let record = Credential {
        vendor: tassel_accredible::API.vendor,
        kind: Kind::Credential,
        id: Some(Id::from(source.id.clone())),
        name: text(source.name.as_deref()),
        learner: Learner {
            id: None,
            own_id: text(source.recipient_id.as_ref().map(ToString::to_string).as_deref()),
            name: text(source.recipient_name.as_deref()),
            email: text(source.recipient_email.as_deref()),
        },
        course: Course {
            id: group.and_then(|group| group.id.clone()).map(Id::from),
            name: group.and_then(|group| text(group.name.as_deref())),
        },
        award: Stated::new(
            match source.approve {
                Some(true) => Award::Published,
                Some(false) => Award::Unpublished,
                None => Award::Unknown,
            },
            source.approve,
        ),
        issued: source.issued_on.as_ref().map(When::of_date),
        expires: source.expired_on.as_ref().map(When::of_date),
        updated: source.updated_at.as_ref().map(When::of_timestamp),
        url: None,
    };
    Mapped::new(
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
