//! Changes credentials that exist.

use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use tassel_core::Error;
use tassel_core::error::Outcome;
use tokio::time::sleep_until;

use super::{ApplyError, Run, is_update};
use crate::fields::{Field, Fields};
use crate::issuer::{Held, Issuer};
use crate::journal::{Act, Came, Intent, RowResult};
use crate::plan::{Action, Change};
use crate::state::Stage;

/// The most rows under way.
const IN_FLIGHT: usize = 4;

/// How often a change is sent whose answer is lost.
const TRIES: u32 = 3;

impl Run<'_> {
    /// Changes what is to be changed. A change may be repeated, so that rows in doubt are sent again.
    pub(super) async fn update_all(&mut self) -> Result<(), ApplyError> {
        let mut open = self.places(is_update, Stage::Waiting);
        let doubtful = self.places(is_update, Stage::InDoubt);
        if !doubtful.is_empty() {
            self.stop_if_asked()?;
            sleep_until(self.last_sent + self.settle).await;
        }
        open.extend(doubtful);
        open.sort_unstable();
        let all = open.len();
        for (done, places) in open.chunks(IN_FLIGHT).enumerate() {
            self.stop_if_asked()?;
            let (mut intents, mut calls) = (Vec::new(), Vec::new());
            for place in places {
                let Action::Update { credential, changes } = &self.plan.rows[*place].action else { continue };
                let number = self.number(*place);
                intents.push(Intent {
                    row: number,
                    credential: Some(credential.clone()),
                    changes: changes.clone(),
                });
                let is_doubtful = self.state.rows[*place].stage == Stage::InDoubt;
                let (issuer, settle) = (self.issuer, self.settle);
                let sender = Sender { issuer, row: number, credential, changes, is_doubtful, settle };
                calls.push(sender.update(self.fields(*place)));
            }
            let calls = stream::iter(calls).buffer_unordered(IN_FLIGHT);
            self.intend(Act::Update, intents)?;
            let (mut results, mut failed) = (Vec::new(), None);
            for (result, error) in calls.collect::<Vec<_>>().await {
                results.push(result);
                failed = failed.or(error);
            }
            results.sort_by_key(|result| result.row);
            self.note(Act::Update, results)?;
            if let Some(error) = failed {
                return Err(error.into());
            }
            self.progress("updating", done * IN_FLIGHT + places.len(), all);
        }
        Ok(())
    }
}

/// Changes one credential.
struct Sender<'a> {
    issuer: &'a dyn Issuer,
    row: u64,
    credential: &'a str,
    changes: &'a [Change],
    /// Whether an earlier run sent it, and nobody knows what came of it.
    is_doubtful: bool,
    settle: Duration,
}

impl Sender<'_> {
    /// Returns what came of it, and an error that ends the run.
    async fn update(self, fields: Fields) -> (RowResult, Option<Error>) {
        let result = |came| RowResult {
            credential: Some(self.credential.to_owned()),
            ..RowResult::new(self.row, came)
        };
        let mut lost: Option<Error> = None;
        for _ in 0..TRIES {
            if lost.is_some() {
                tokio::time::sleep(self.settle).await;
            }
            let current = match self.issuer.get(self.credential).await {
                Ok(Some(current)) => Held { number: self.credential.to_owned(), ..current },
                Ok(None) => return (result(Came::Refused).problem("its credential is gone"), None),
                Err(error) => {
                    let is_sent = self.is_doubtful || lost.is_some();
                    let came = if is_sent { Came::InDoubt } else { Came::NotDone };
                    return (result(came).problem(error.to_string()), Some(error));
                }
            };
            let open = current.differences(&fields);
            if open.is_empty() {
                return (result(Came::Done).held(&current), None);
            }
            if lost.is_none()
                && let Some(problem) = moved(&open, self.changes)
            {
                return (result(Came::Refused).problem(problem), None);
            }
            // A grade that is added twice is there twice.
            if let (Some(error), true) = (&lost, adds_grade(&open, &current)) {
                let problem = format!("{error}; the grade may still arrive. Apply again later");
                return (result(Came::InDoubt).problem(problem), None);
            }
            match send(self.issuer, &current, &open, &fields).await {
                Ok(held) => {
                    let held = Held { number: self.credential.to_owned(), ..held };
                    return match ignored(&held, &open, &fields) {
                        None => (result(Came::Done).held(&held), None),
                        Some(problem) => (result(Came::Refused).held(&held).problem(problem), None),
                    };
                }
                Err(error) if error.outcome() != Outcome::NotApplied => lost = Some(error),
                Err(error @ (Error::Invalid(_) | Error::Rejected(_) | Error::InvalidInput { .. })) => {
                    return (result(Came::Refused).problem(error.to_string()), None);
                }
                Err(error) => return (result(Came::NotDone).problem(error.to_string()), Some(error)),
            }
        }
        let problem = lost.as_ref().map_or_else(String::new, ToString::to_string);
        (result(Came::InDoubt).problem(problem), lost)
    }
}

fn adds_grade(open: &[Change], current: &Held) -> bool {
    current.grades.is_empty() && open.iter().any(|change| change.field == Field::Grade)
}

/// Why a change is not sent: somebody changed the field after the plan was made.
fn moved(open: &[Change], planned: &[Change]) -> Option<String> {
    let is_planned = |now: &&Change| planned.iter().any(|it| it.field == now.field && it.from == now.from);
    let other = open.iter().find(|now| !is_planned(now))?;
    Some(format!(
        "somebody changed {} after the plan was made: it is {} now; make the plan again",
        other.field,
        other.from.as_ref().map_or_else(|| "empty".to_owned(), |value| format!("`{value}`")),
    ))
}

/// What the vendor did not change, although it accepted the change. An update is answered with the vendor's own id of
/// the recipient, and without what the reply lacks.
fn ignored(held: &Held, open: &[Change], fields: &Fields) -> Option<String> {
    let is_open = |now: &&Change| {
        let is_told = !matches!(now.field, Field::RecipientId | Field::Grade) && now.from.is_some();
        is_told && open.iter().any(|change| change.field == now.field && change.from == now.from)
    };
    let ignored = held.differences(fields);
    let ignored: Vec<_> = ignored.iter().filter(is_open).map(|change| change.field.to_string()).collect();
    (!ignored.is_empty()).then(|| {
        let fields = ignored.join(", ");
        format!("the vendor accepted the change and did not change {fields}; credits may be used up")
    })
}

/// Sends the fields that differ, and the grade by its own call.
async fn send(issuer: &dyn Issuer, current: &Held, open: &[Change], fields: &Fields) -> Result<Held, Error> {
    let differs = |field: &Field| open.iter().any(|change| change.field == *field);
    let mut sent = Fields {
        name: fields.name.clone().filter(|_| differs(&Field::Name)),
        email: fields.email.clone().filter(|_| differs(&Field::Email)),
        recipient_id: fields.recipient_id.clone().filter(|_| differs(&Field::RecipientId)),
        phone_number: fields.phone_number.clone().filter(|_| differs(&Field::PhoneNumber)),
        issued_on: fields.issued_on.filter(|_| differs(&Field::IssuedOn)),
        expired_on: fields.expired_on.filter(|_| differs(&Field::ExpiredOn)),
        course_name: fields.course_name.clone().filter(|_| differs(&Field::CourseName)),
        description: fields.description.clone().filter(|_| differs(&Field::Description)),
        private: fields.private.filter(|_| differs(&Field::Private)),
        ..Fields::default()
    };
    sent.custom
        .extend(fields.custom.clone().into_iter().filter(|(name, _)| differs(&Field::Custom(name.clone()))));
    sent.meta.extend(fields.meta.clone().into_iter().filter(|(key, _)| differs(&Field::Meta(key.clone()))));
    let mut held = current.clone();
    if sent != Fields::default() {
        held = issuer.update(current, &sent).await?;
    }
    if let Some(grade) = fields.grade.filter(|_| differs(&Field::Grade)) {
        issuer.grade(current, grade).await?;
    }
    Ok(held)
}
