//! Looks up what became of rows whose answers were lost.

use std::collections::HashMap;

use futures_util::stream::{self, StreamExt, TryStreamExt};
use tassel_core::Error;
use tokio::time::Instant;

use super::{ApplyError, Run, is_create};
use crate::issuer::{BATCH, Held};
use crate::journal::{Act, Came, RowResult};
use crate::plan::{Publish, older};
use crate::state::Stage;

/// The most reads under way.
const IN_FLIGHT: usize = 4;

impl Run<'_> {
    /// Looks for the credentials of rows in doubt: by a search, then by reads, twice, a settling time apart. What is
    /// then not there may be sent again where a second one does no harm or was allowed.
    pub(super) async fn look_up(&mut self) -> Result<(), ApplyError> {
        let doubtful = self.places(is_create, Stage::InDoubt);
        if doubtful.is_empty() {
            return Ok(());
        }
        self.stop_if_asked()?;
        self.progress("looking after lost answers", 0, doubtful.len());
        let (taken, lost) = doubtful.into_iter().partition(|place| self.state.rows[*place].is_taken);
        self.look_for_taken(taken).await?;
        if lost.is_empty() {
            return Ok(());
        }
        self.wait_until(self.last_sent + self.settle).await?;
        let missing = self.look_once(lost).await?;
        if missing.is_empty() {
            return Ok(());
        }
        self.wait_until(Instant::now() + self.settle).await?;
        let missing = self.read_each(missing).await?;
        let may_send = self.plan.publish == Publish::AfterProof || self.options.resend_doubtful;
        for places in missing.chunks(BATCH) {
            let result = |place: &usize| {
                let number = self.number(*place);
                if may_send {
                    return RowResult::new(number, Came::NotDone)
                        .problem("it was looked for twice and not found");
                }
                RowResult::new(number, Came::InDoubt).problem(
                    "it was looked for twice and not found; the vendor may still act. Apply again later, or send it \
                     again (--resend-doubtful)",
                )
            };
            let results = places.iter().map(result).collect();
            self.note(Act::Create, results)?;
        }
        Ok(())
    }

    /// Looks for the credentials of rows that the vendor refused, perhaps because they exist. What is not there now was
    /// refused for another reason.
    async fn look_for_taken(&mut self, taken: Vec<usize>) -> Result<(), ApplyError> {
        let missing = self.look_once(taken).await?;
        let result = |place: &usize| {
            let reason = self.state.rows[*place].problem.clone().unwrap_or_default();
            let problem = format!("{reason}; there is no credential with its own id");
            RowResult::new(self.number(*place), Came::Refused).problem(problem)
        };
        let results = missing.iter().map(result).collect();
        self.note(Act::Create, results)
    }

    /// Looks by a search, then by reads, and notes what is there. Returns the others.
    async fn look_once(&mut self, places: Vec<usize>) -> Result<Vec<usize>, ApplyError> {
        let mut missing = Vec::new();
        for places in places.chunks(BATCH) {
            self.stop_if_asked()?;
            let found = self.search(places).await?;
            missing.extend(self.note_found(places, &found)?);
        }
        self.read_each(missing).await
    }

    /// The credentials with the own ids of rows, by place. Of several it is the published one, or else the first.
    async fn search(&self, places: &[usize]) -> Result<HashMap<usize, Held>, ApplyError> {
        let by_id: HashMap<&str, usize> = places.iter().map(|place| (self.own_id(*place), *place)).collect();
        let own_ids: Vec<&str> = places.iter().map(|place| self.own_id(*place)).collect();
        let mut found: HashMap<usize, Held> = HashMap::new();
        for held in self.issuer.find(&own_ids).await? {
            let Some(place) = held.own_id.as_deref().and_then(|own_id| by_id.get(own_id)) else { continue };
            match found.get(place) {
                Some(known) if !goes_before(&held, known) => {}
                _ => drop(found.insert(*place, held)),
            }
        }
        Ok(found)
    }

    /// Reads the credential of each row by its own id, and notes those that are there. Returns the others.
    async fn read_each(&mut self, places: Vec<usize>) -> Result<Vec<usize>, ApplyError> {
        let mut missing = Vec::new();
        for places in places.chunks(BATCH) {
            self.stop_if_asked()?;
            let reads = stream::iter(places.iter().map(|place| {
                let (issuer, own_id) = (self.issuer, self.own_id(*place));
                async move { Ok::<_, Error>((*place, issuer.get(own_id).await?)) }
            }));
            let read: Vec<_> = reads.buffer_unordered(IN_FLIGHT).try_collect().await?;
            let found = read.into_iter().filter_map(|(place, held)| Some((place, held?))).collect();
            missing.extend(self.note_found(places, &found)?);
        }
        Ok(missing)
    }

    /// Notes the rows whose credentials were found, and returns the others.
    fn note_found(
        &mut self,
        places: &[usize],
        found: &HashMap<usize, Held>,
    ) -> Result<Vec<usize>, ApplyError> {
        let (mut results, mut missing) = (Vec::new(), Vec::new());
        for place in places {
            match found.get(place) {
                Some(held) => results.push(self.result_of(*place, held)),
                None => missing.push(*place),
            }
        }
        self.note(Act::Create, results)?;
        Ok(missing)
    }

    /// A credential with the row's own id counts as made if it is as the row says.
    fn result_of(&self, place: usize, held: &Held) -> RowResult {
        let result = RowResult::new(self.number(place), Came::Done).held(held);
        if let Some(problem) = self.other_person(place, held) {
            return RowResult { came: Came::Refused, ..result.problem(problem) };
        }
        if held.group.as_deref().is_some_and(|group| group != self.group(place)) {
            let problem = format!("credential {} with its own id is in another group", held.number);
            return RowResult { came: Came::Refused, ..result.problem(problem) };
        }
        let mut fields = self.fields(place);
        // A search does not tell these.
        (fields.description, fields.grade, fields.phone_number) = (None, None, None);
        let changes = held.differences(&fields);
        if changes.is_empty() {
            return result;
        }
        let named: Vec<_> = changes.iter().map(|change| change.field.to_string()).collect();
        result.problem(format!("credential {} has another {}; plan again", held.number, named.join(", ")))
    }
}

/// Whether a credential, rather than another one with the same own id, stays: the published one, or else the one with
/// the lower number.
fn goes_before(held: &Held, other: &Held) -> bool {
    match (held.published == Some(true), other.published == Some(true)) {
        (true, false) => true,
        (false, true) => false,
        _ => older(&held.number, &other.number),
    }
}
