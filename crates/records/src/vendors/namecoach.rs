//! NameCoach: pronunciations.

use async_trait::async_trait;
use futures_util::{TryStreamExt, future};
use tassel_core::Error;
use tassel_namecoach::model::Participant;
use tassel_namecoach::{Client, operations};
use tokio::time::Instant;

use super::{full_name, items, pages_left, text};
use crate::gaps::SharedGaps;
use crate::reading::{Plan, Pronunciations, Reading, Scope};
use crate::roll::Vendors;
use crate::{Identity, MappedRecord, Pronunciation, Recording, Source, Statement};

/// The page size: the largest observed in use.
const PAGE_SIZE: u64 = 1000;

impl Vendors {
    /// Adds NameCoach, which has pronunciations.
    #[must_use]
    pub fn namecoach(self, client: Client) -> Self {
        self.pronunciations(client)
    }
}

#[async_trait]
impl Pronunciations for Client {
    fn vendor(&self) -> &'static str {
        tassel_namecoach::API.vendor
    }

    async fn read_pronunciations(&self, scope: &Scope) -> Result<Reading<Pronunciation>, Error> {
        let start = Instant::now();
        let mut list = self.participants().list().page_size(PAGE_SIZE);
        if let Some(email) = &scope.email {
            list = list.emails([email.trim()]);
        }
        let mut pages = list.pages();
        let first = match pages.try_next().await {
            // Nobody has this address.
            Err(Error::NotFound(rejection)) if scope.email.is_some() && rejection.is_vendors_own() => None,
            first => first?,
        };
        let calls = pages_left(first.as_ref());
        let quota = self.quota().time_for(usize::try_from(calls).unwrap_or(usize::MAX)).await;
        let plan =
            Plan::new(calls, quota, start.elapsed()).records(first.as_ref().and_then(|page| page.total));
        let scope = scope.clone();
        let records = items(first, pages).map_ok(map);
        let gaps = SharedGaps::default();
        let filter_gaps = gaps.clone();
        let records = records.try_filter(move |it: &MappedRecord<Pronunciation>| {
            let Pronunciation { learner, name_page, .. } = &it.record;
            let kind = "participants without an address, who may be the person";
            let page = || name_page.as_ref().map(|page| format!("on {page}"));
            future::ready(scope.includes(learner.email.as_deref(), &filter_gaps, kind, page))
        });
        let records = gaps.append_to(operations::PARTICIPANTS_LIST.id, records);
        Ok(Reading::new(plan, records))
    }
}

fn map(source: Participant) -> MappedRecord<Pronunciation> {
    let recording = source.recording();
    let record = Pronunciation {
        vendor: tassel_namecoach::API.vendor,
        learner: Identity {
            id: None,
            own_id: text(source.institution_id.as_ref().map(ToString::to_string).as_deref()),
            name: full_name(source.first_name.as_deref(), source.last_name.as_deref()),
            email: text(source.email.as_deref()),
        },
        name_page: text(source.event_title.as_deref()),
        recording: Statement::new(
            if recording.is_some() { Recording::Recorded } else { Recording::Missing },
            recording,
        ),
        in_letters: text(source.phonetic_spelling.as_deref()),
    };
    MappedRecord::new(
        record,
        Source::NameCoach(Box::new(source)),
        &[
            "institution_id",
            "first_name",
            "last_name",
            "email",
            "event_title",
            "recording_link",
            "recording_url",
            "phonetic_spelling",
        ],
    )
}
