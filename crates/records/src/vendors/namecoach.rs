//! NameCoach: pronunciations.

use async_trait::async_trait;
use futures_util::{TryStreamExt, future};
use tassel_core::Error;
use tassel_namecoach::model::Participant;
use tassel_namecoach::{Client, operations};
use tokio::time::Instant;

use super::{full_name, items, pages_left, text};
use crate::questions::{About, Plan, Pronunciations, Reading};
use crate::roll::Vendors;
use crate::untold::Ending;
use crate::{Learner, Mapped, Pronunciation, Recording, Source, Stated};

/// How many on a page: the largest that has been seen in use.
const PAGE: u64 = 1000;

impl Vendors {
    /// Asks NameCoach for what it knows: pronunciations.
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

    async fn read_pronunciations(&self, about: &About) -> Result<Reading<Pronunciation>, Error> {
        let began = Instant::now();
        let mut list = self.participants().list().page_size(PAGE);
        if let Some(email) = &about.email {
            list = list.emails([email.trim()]);
        }
        let mut pages = list.pages();
        let first = match pages.try_next().await {
            // Nobody has the address.
            Err(Error::NotFound(rejection)) if about.email.is_some() && rejection.is_vendors_own() => None,
            first => first?,
        };
        let calls = pages_left(first.as_ref());
        let quota = self.quota().time_for(usize::try_from(calls).unwrap_or(usize::MAX)).await;
        let plan =
            Plan::new(calls, quota, began.elapsed()).records(first.as_ref().and_then(|page| page.total));
        let about = about.clone();
        let records = items(first, pages).map_ok(map);
        let ending = Ending::default();
        let noted = ending.clone();
        let records = records.try_filter(move |it: &Mapped<Pronunciation>| {
            let Pronunciation { learner, name_page, .. } = &it.record;
            let kind = "participants without an address, who may be the person";
            let page = || name_page.as_ref().map(|page| format!("on {page}"));
            future::ready(about.is_about(learner.email.as_deref(), &noted, kind, page))
        });
        let records = ending.close(operations::PARTICIPANTS_LIST.id, records);
        Ok(Reading::new(plan, records))
    }
}

fn map(source: Participant) -> Mapped<Pronunciation> {
    let recording = source.recording();
    let record = Pronunciation {
        vendor: tassel_namecoach::API.vendor,
        learner: Learner {
            id: None,
            own_id: text(source.institution_id.as_ref().map(ToString::to_string).as_deref()),
            name: full_name(source.first_name.as_deref(), source.last_name.as_deref()),
            email: text(source.email.as_deref()),
        },
        name_page: text(source.event_title.as_deref()),
        recording: Stated::new(
            if recording.is_some() { Recording::Recorded } else { Recording::Missing },
            recording,
        ),
        in_letters: text(source.phonetic_spelling.as_deref()),
    };
    Mapped::new(
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
