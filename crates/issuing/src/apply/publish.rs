//! Proves that a group holds exactly one credential for each row, and publishes it.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::{self, TryStreamExt};
use tassel_core::Error;
use tokio::time::Instant;

use super::{ApplyError, Run, is_create};
use crate::issuer::{BATCH, Held};
use crate::journal::{Act, Came, Intent, RowResult};
use crate::plan::Publish;
use crate::state::{NOT_PUBLISHED, Stage};

/// How often a group is read whose listing does not show what exists.
const TRIES: u32 = 30;

/// The most calls under way.
const IN_FLIGHT: usize = 8;

/// A credential of a row, as far as it is needed: a group may be large.
struct Listed {
    place: usize,
    /// The vendor's number.
    number: Box<str>,
    is_published: bool,
}

impl Run<'_> {
    /// Lists the groups until they show every credential that was created, deletes surplus ones that nobody saw, and
    /// notes for each row the credential that stays.
    pub(super) async fn prove(&mut self) -> Result<(), ApplyError> {
        let groups: Vec<usize> = (0..self.plan.groups.len()).collect();
        for group in groups {
            let rows = self.places(is_create, Stage::Done).into_iter();
            let is_open = |place: &usize| {
                let state = &self.state.rows[*place];
                !state.is_proved && !state.published && self.plan.rows[*place].group == Some(group)
            };
            let open: Vec<usize> = rows.filter(is_open).collect();
            if !open.is_empty() {
                self.prove_group(group, open).await?;
            }
        }
        Ok(())
    }

    async fn prove_group(&mut self, group: usize, open: Vec<usize>) -> Result<(), ApplyError> {
        let id = self.plan.groups[group].group.id.clone();
        for tries in 1.. {
            self.progress("proving", 0, open.len());
            let listed = self.list(&id, &open).await?;
            let is_listed = |place| listed.binary_search_by_key(&place, |it| it.place).is_ok();
            let missing: Vec<usize> = open.iter().copied().filter(|place| !is_listed(*place)).collect();
            let gone = self.gone(&missing).await?;
            if gone.len() == missing.len() {
                for places in gone.chunks(BATCH) {
                    let result = |place: &usize| {
                        RowResult::new(self.number(*place), Came::Refused)
                            .problem("its credential was created and is gone: somebody deleted it")
                    };
                    let results = places.iter().map(result).collect();
                    self.note(Act::Create, results)?;
                }
                return self.settle_group(listed).await;
            }
            if tries == TRIES {
                let missing = missing.len() - gone.len();
                return Err(ApplyError::Unproved { group: id, missing, tries });
            }
            // A listing may lag by a second or by a minute.
            let wait = Duration::from_secs(1 << tries.min(10)).min(self.settle);
            self.wait_until(Instant::now() + wait).await?;
        }
        Ok(())
    }

    /// The credentials of a group with the own ids of rows, by row, with the one that stays before the others.
    async fn list(&self, group: &str, open: &[usize]) -> Result<Vec<Listed>, ApplyError> {
        let by_id: HashMap<&str, usize> = open.iter().map(|place| (self.own_id(*place), *place)).collect();
        let mut listed = Vec::with_capacity(open.len());
        let mut members = self.issuer.members(group);
        while let Some(held) = members.try_next().await? {
            if let Some(place) = held.own_id.as_deref().and_then(|own_id| by_id.get(own_id)) {
                let (number, is_published) = (held.number.into(), held.published == Some(true));
                listed.push(Listed { place: *place, number, is_published });
            }
        }
        let order = |it: &Listed| (it.place, !it.is_published, it.number.len());
        listed.sort_unstable_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.number.cmp(&b.number)));
        Ok(listed)
    }

    /// Of rows whose credentials are not listed, those whose credentials do not exist.
    async fn gone(&self, missing: &[usize]) -> Result<Vec<usize>, ApplyError> {
        let reads = stream::iter(missing.iter().map(|place| {
            let (issuer, number) = (self.issuer, self.state.rows[*place].credential.as_deref());
            async move {
                let held = match number {
                    Some(number) => issuer.get(number).await?,
                    None => None,
                };
                Ok::<_, Error>((*place, held.is_none()))
            }
        }));
        let read: Vec<_> = reads.buffer_unordered(IN_FLIGHT).try_collect().await?;
        Ok(read.into_iter().filter(|(_, is_gone)| *is_gone).map(|(place, _)| place).collect())
    }

    /// Deletes the surplus credentials, and notes the ones that stay.
    async fn settle_group(&mut self, mut listed: Vec<Listed>) -> Result<(), ApplyError> {
        let mut surplus = Vec::new();
        listed.dedup_by(|next, stays| {
            let is_surplus = next.place == stays.place;
            if is_surplus {
                surplus.push((next.place, std::mem::take(&mut next.number)));
            }
            is_surplus
        });
        for (place, number) in surplus {
            self.delete_surplus(place, &number).await?;
        }
        for stays in listed.chunks(1_000) {
            let intents = stays.iter().map(|it| Intent::of(self.number(it.place), &*it.number)).collect();
            self.intend(Act::Publish, intents)?;
        }
        listed.retain(|it| it.is_published);
        for published in listed.chunks(1_000) {
            let result = |it: &Listed| RowResult {
                credential: Some(it.number.to_string()),
                published: Some(true),
                ..RowResult::new(self.number(it.place), Came::Done)
            };
            let results = published.iter().map(result).collect();
            self.note(Act::Publish, results)?;
        }
        Ok(())
    }

    /// Deletes a surplus credential if it is still unpublished and the row's.
    async fn delete_surplus(&mut self, place: usize, number: &str) -> Result<(), ApplyError> {
        let (number, row) = (number.to_owned(), self.number(place));
        let current = self.issuer.get(&number).await?;
        let Some(current) = current else { return Ok(()) };
        let is_ours =
            current.own_id.as_deref().is_none_or(|own_id| own_id == self.own_id(place) || own_id == number)
                && self.other_person(place, &current).is_none();
        if current.published != Some(false) || !is_ours {
            let problem =
                format!("credential {number} is a second one for it, and is published; delete one by hand");
            let result = RowResult { credential: Some(number), ..RowResult::new(row, Came::Refused) };
            return self.note(Act::DeleteSurplus, vec![result.problem(problem)]);
        }
        self.intend(Act::DeleteSurplus, vec![Intent::of(row, number.clone())])?;
        self.issuer.delete(&number).await?;
        let result = RowResult { credential: Some(number), ..RowResult::new(row, Came::Done) };
        self.note(Act::DeleteSurplus, vec![result])
    }

    /// Publishes what is to be published. A reply must say that it is.
    pub(super) async fn publish_all(&mut self) -> Result<(), ApplyError> {
        let is_proved = self.plan.publish != Publish::AfterProof;
        let rows = self.places(is_create, Stage::Done).into_iter();
        let is_open = |place: &usize| {
            let state = &self.state.rows[*place];
            !state.published && (is_proved || state.is_proved) && state.credential.is_some()
        };
        let open: Vec<usize> = rows.filter(is_open).collect();
        let all = open.len();
        for (done, places) in open.chunks(BATCH).enumerate() {
            self.stop_if_asked()?;
            let calls = stream::iter(places.iter().map(|place| {
                let (issuer, number) = (self.issuer, self.state.rows[*place].credential.as_deref());
                let number = number.unwrap_or_default();
                async move {
                    let held = issuer.publish(number).await;
                    (*place, held.map(|held| Held { number: number.to_owned(), ..held }))
                }
            }));
            let answers: Vec<_> = calls.buffer_unordered(IN_FLIGHT).collect().await;
            self.note_published(answers).await?;
            self.progress("publishing", (done * BATCH + places.len()).min(all), all);
        }
        Ok(())
    }

    async fn note_published(&mut self, answers: Vec<(usize, Result<Held, Error>)>) -> Result<(), ApplyError> {
        let (mut results, mut failed, mut unpublished) = (Vec::new(), None, None);
        for (place, answer) in answers {
            let result = RowResult::new(self.number(place), Came::Done);
            match answer {
                Ok(held) if held.published == Some(true) => results.push(result.held(&held)),
                Ok(held) => {
                    results
                        .push(RowResult { came: Came::Refused, ..result.held(&held).problem(NOT_PUBLISHED) });
                    unpublished = Some(held.number);
                }
                Err(Error::NotFound(rejection)) if rejection.is_vendors_own() => {
                    let problem = "its credential is gone: somebody deleted it";
                    results.push(RowResult { came: Came::Refused, ..result.problem(problem) });
                }
                // It may be repeated.
                Err(error) => failed = Some(error),
            }
        }
        results.sort_by_key(|result| result.row);
        self.note(Act::Publish, results)?;
        if let Some(error) = failed {
            return Err(error.into());
        }
        let Some(credential) = unpublished else { return Ok(()) };
        let reason = match self.issuer.account().await?.balance {
            Some(..=0) => "no credits are left",
            Some(_) => "there are credits; the account may be in sandbox mode",
            None => "credits may be used up, or the account is in sandbox mode",
        };
        Err(ApplyError::NotPublished { credential, reason })
    }
}
