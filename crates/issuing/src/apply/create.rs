//! Creates credentials in batches.

use std::collections::{HashSet, VecDeque};

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tassel_core::Error;
use tassel_core::error::Outcome;
use tokio::time::Instant;

use super::{ApplyError, Run, is_create};
use crate::issuer::{BATCH, Creation, NewCredential};
use crate::journal::{Act, Came, Intent, RowResult};
use crate::plan::Publish;
use crate::state::Stage;

/// The most batches under way.
const IN_FLIGHT: usize = 4;

/// After this many batches in a row whose answers are lost, what became of them is looked up first.
const MOST_LOST: usize = 5;

/// After this many rounds of creating and looking, what is still in doubt stays so until the next run.
const MOST_ROUNDS: usize = 50;

/// What came of a batch.
struct Sent {
    places: Vec<usize>,
    result: Result<Vec<Creation>, Error>,
}

impl Run<'_> {
    /// Creates what is to be created, and looks up what became of lost answers, until nothing is left to do.
    pub(super) async fn create_all(&mut self) -> Result<(), ApplyError> {
        for _ in 0..MOST_ROUNDS {
            self.look_up().await?;
            self.stop_if_asked()?;
            let waiting = self.places(is_create, Stage::Waiting);
            if waiting.is_empty() {
                return Ok(());
            }
            self.create(waiting).await?;
        }
        self.look_up().await
    }

    /// Sends every row once, unless many answers in a row are lost.
    async fn create(&mut self, waiting: Vec<usize>) -> Result<(), ApplyError> {
        let all = waiting.len();
        let mut queue = self.batches(waiting);
        let (mut done, mut lost, mut failed, issuer) = (0, 0, None, self.issuer);
        let mut under_way = FuturesUnordered::new();
        // One sync for a result and the intent that follows.
        self.is_syncing_later = true;
        loop {
            let is_open = failed.is_none() && lost < MOST_LOST && !self.watch.is_stopping();
            // The first credential shows whether the account creates unpublished ones.
            let is_first = self.plan.publish != Publish::AtOnce && !self.state.is_staged;
            let most = if is_first { 1 } else { IN_FLIGHT };
            if is_open
                && under_way.len() < most
                && let Some(mut places) = queue.pop_front()
            {
                if is_first && places.len() > 1 {
                    queue.push_front(places.split_off(1));
                }
                let intents = places.iter().map(|place| Intent::new(self.number(*place))).collect();
                self.intend(Act::Create, intents)?;
                let orders = self.orders(&places);
                under_way.push(async move { Sent { result: issuer.create(&orders).await, places } });
                continue;
            }
            self.journal.sync()?;
            let Some(sent) = under_way.next().await else { break };
            self.last_sent = Instant::now();
            done += sent.places.len();
            let is_lost = sent.result.as_ref().is_err_and(|error| error.outcome() != Outcome::NotApplied);
            lost = if is_lost { lost + 1 } else { 0 };
            match self.take_in(sent, &mut queue) {
                Ok(()) => {}
                // What is under way is waited for.
                Err(error @ ApplyError::Journal(_)) => return Err(error),
                Err(error) => failed = failed.or(Some(error)),
            }
            self.progress("creating", done.min(all), all);
        }
        self.is_syncing_later = false;
        failed.map_or(Ok(()), Err)
    }

    /// Batches in which no address is twice.
    fn batches(&self, waiting: Vec<usize>) -> VecDeque<Vec<usize>> {
        let (mut batches, mut later) = (VecDeque::new(), waiting);
        while !later.is_empty() {
            let (mut batch, mut addresses) = (Vec::new(), HashSet::new());
            let mut rest = Vec::new();
            for place in later {
                let address = self.fields(place).email;
                if batch.len() == BATCH {
                    batches.push_back(std::mem::take(&mut batch));
                    addresses.clear();
                }
                if addresses.insert(address) {
                    batch.push(place);
                } else {
                    rest.push(place);
                }
            }
            if !batch.is_empty() {
                batches.push_back(batch);
            }
            later = rest;
        }
        batches
    }

    fn orders(&self, places: &[usize]) -> Vec<NewCredential> {
        let order = |place: &usize| NewCredential {
            own_id: self.own_id(*place).to_owned(),
            group: self.group(*place).to_owned(),
            publish: self.plan.publish == Publish::AtOnce,
            fields: self.fields(*place),
        };
        places.iter().map(order).collect()
    }

    /// Writes what came of a batch.
    fn take_in(&mut self, sent: Sent, queue: &mut VecDeque<Vec<usize>>) -> Result<(), ApplyError> {
        let Sent { places, result } = sent;
        let same = |run: &Self, came: Came, problem: &str| -> Vec<RowResult> {
            places.iter().map(|place| RowResult::new(run.number(*place), came).problem(problem)).collect()
        };
        let error = match result {
            Ok(creations) => return self.take_creations(&places, creations),
            Err(error) => error,
        };
        let text = error.to_string();
        if error.outcome() != Outcome::NotApplied {
            let results = same(self, Came::InDoubt, &text);
            return self.note(Act::Create, results);
        }
        match &error {
            Error::Invalid(_) | Error::Rejected(_) | Error::InvalidInput { .. } if places.len() > 1 => {
                // One row may spoil the batch.
                let results = same(self, Came::NotDone, &text);
                self.note(Act::Create, results)?;
                queue.extend(places.into_iter().map(|place| vec![place]));
                Ok(())
            }
            Error::Invalid(_) | Error::Rejected(_) | Error::InvalidInput { .. } => {
                let results = same(self, Came::Refused, &text);
                self.note(Act::Create, results)
            }
            _ => {
                let results = same(self, Came::NotDone, &text);
                self.note(Act::Create, results)?;
                Err(error.into())
            }
        }
    }

    fn take_creations(&mut self, places: &[usize], creations: Vec<Creation>) -> Result<(), ApplyError> {
        let mut results = Vec::with_capacity(places.len());
        let mut unstaged = None;
        let mut creations = creations.into_iter();
        for place in places {
            let result = RowResult::new(self.number(*place), Came::Done);
            results.push(match creations.next() {
                Some(Creation::Created(held, problem)) => {
                    if self.other_person(*place, &held).is_some() {
                        let problem = "the reply has another person's credential in its place";
                        RowResult { came: Came::InDoubt, ..result.problem(problem) }
                    } else {
                        if self.plan.publish != Publish::AtOnce && held.published != Some(false) {
                            unstaged = Some(held.number.clone());
                        }
                        RowResult { problem, ..result.held(&held) }
                    }
                }
                Some(Creation::Refused { reason, is_taken: true }) => {
                    RowResult { came: Came::Taken, ..result.problem(reason) }
                }
                Some(Creation::Refused { reason, .. }) => {
                    RowResult { came: Came::Refused, ..result.problem(reason) }
                }
                Some(Creation::Unknown(reason)) => {
                    RowResult { came: Came::InDoubt, ..result.problem(reason) }
                }
                None => RowResult { came: Came::InDoubt, ..result.problem("the reply has no result for it") },
            });
        }
        self.note(Act::Create, results)?;
        match unstaged {
            Some(credential) if !self.state.is_staged => Err(ApplyError::NotStaged { credential }),
            _ => Ok(()),
        }
    }

    /// Why a credential is not the row's: it has another address.
    pub(super) fn other_person(&self, place: usize, held: &crate::issuer::Held) -> Option<String> {
        let email = self.fields(place).email.unwrap_or_default();
        (!held.is_of(&email)).then(|| {
            format!(
                "credential {} with its own id has another address; look at it in the vendor's page",
                held.number
            )
        })
    }
}
