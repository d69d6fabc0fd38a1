//! Whether the groups are still as the plan says.

use std::collections::HashMap;

use futures_util::TryStreamExt;

use super::{ApplyError, Run};
use crate::issuer::Held;
use crate::journal::{Entry, Stale};
use crate::plan::{Action, persons, persons_of};

impl Run<'_> {
    /// Reads the groups again. Rows that are otherwise now end the run, or are set aside.
    pub(super) async fn check_groups(&mut self) -> Result<(), ApplyError> {
        let (mut by_id, mut by_person) = (HashMap::new(), HashMap::new());
        for (place, row) in self.plan.rows.iter().enumerate() {
            if let (Some(group), Some(own_id), false) = (row.group, &row.own_id, row.action.is_refused()) {
                by_id.insert((group, own_id.as_str()), place);
                if row.action == Action::Create && self.plan.edition.is_empty() {
                    by_person.extend(persons(&self.fields(place)).into_iter().map(|it| ((group, it), place)));
                }
            }
        }
        let mut problems: HashMap<usize, String> = HashMap::new();
        let mut found = vec![false; self.plan.rows.len()];
        for (group, state) in self.plan.groups.iter().enumerate() {
            let mut members = self.issuer.members(&state.group.id);
            while let Some(held) = members.try_next().await? {
                let own = held.own_id.as_deref().and_then(|own_id| by_id.get(&(group, own_id)).copied());
                let Some(place) = own else {
                    let mut keys = persons_of(&held).into_iter();
                    if let Some(place) = keys.find_map(|key| by_person.get(&(group, key)).copied()) {
                        let problem = format!("this person has credential {} of the group now", held.number);
                        problems.entry(place).or_insert(problem);
                    }
                    continue;
                };
                let Some(problem) = self.problem(place, &held) else {
                    found[place] = true;
                    continue;
                };
                problems.insert(place, problem);
            }
        }
        let mut stale = Vec::new();
        for (place, row) in self.plan.rows.iter().enumerate() {
            let is_expected =
                matches!(row.action, Action::Update { .. } | Action::Keep { .. } | Action::Expired { .. });
            let problem = match problems.remove(&place) {
                // Of several credentials with the id one is as the plan says.
                Some(_) if found[place] => None,
                Some(problem) => Some(problem),
                None if is_expected && !found[place] => Some("the credential is gone".to_owned()),
                None => None,
            };
            stale.extend(problem.map(|problem| Stale { row: self.number(place), problem }));
        }
        if !stale.is_empty() && !self.options.refresh {
            return Err(ApplyError::Stale(stale));
        }
        self.write(Entry::Checked { stale })
    }

    /// What is otherwise now than the plan says.
    fn problem(&self, place: usize, held: &Held) -> Option<String> {
        let number = &held.number;
        match &self.plan.rows[place].action {
            Action::Create => Some(format!("there is credential {number} for it now")),
            Action::Keep { credential, .. }
            | Action::Expired { credential, .. }
            | Action::Update { credential, .. }
                if credential != number =>
            {
                Some(format!("its credential is {number} now, not {credential}"))
            }
            // Its row may say otherwise, and nothing is sent.
            Action::Expired { since, .. } => (held.expired_on != Some(*since))
                .then(|| format!("credential {number} has another expiry date now")),
            Action::Keep { .. } => {
                let mut fields = self.fields(place);
                // Listings lack these.
                (fields.description, fields.grade, fields.phone_number) = (None, None, None);
                let changes = held.differences(&fields);
                let named: Vec<_> = changes.iter().map(|change| change.field.to_string()).collect();
                (!named.is_empty())
                    .then(|| format!("credential {number} has another {} now", named.join(", ")))
            }
            // What an update changes is read again before it is sent.
            _ => None,
        }
    }
}
