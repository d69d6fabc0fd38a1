//! Groups.

use serde_json::{Value, json};

use super::Coursepath;
use super::answer::{Rejection, done, object, page};
use super::input::{field, fields};
use crate::exchange::{Answer, Incoming};

/// The maximum number of groups on a page.
const CAP: usize = 250;

fn show((id, name): (&u64, &String)) -> Value {
    json!({"id": id, "name": name})
}

impl Coursepath {
    pub(super) fn list_groups(&self, incoming: &Incoming) -> Answer {
        page("groups", self.groups.iter(), show, CAP, incoming, &self.settings)
    }

    pub(super) fn list_groups_of_member(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let member = self.member(incoming)?.id;
        let groups = self.groups.iter().filter(|(id, _)| self.group_members.contains(&(**id, member)));
        Ok(page("groups", groups, show, CAP, incoming, &self.settings))
    }

    /// The id of the group with a name.
    fn group(&self, name: &str) -> Option<u64> {
        self.groups.iter().find(|(_, known)| *known == name).map(|(id, _)| *id)
    }

    pub(super) fn add_to_group(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let member = self.member(incoming)?.id;
        let fields = fields(incoming)?;
        let name =
            field(&fields, "name").filter(|name| !name.is_empty()).ok_or(Rejection::Missing("name"))?;
        let id = match self.group(name) {
            Some(id) => id,
            None if self.settings.group_add_creates => {
                let id = self.number();
                self.groups.insert(id, name.to_owned());
                id
            }
            None => return Err(Rejection::NotFound("group")),
        };
        self.group_members.insert((id, member));
        let shown = object("group", show((&id, &name.to_owned())), &self.settings);
        Ok(done(200, Some(shown), &self.settings))
    }

    /// Removes a member from the group that the query or the body names, or from every group if none is named.
    pub(super) fn remove_from_groups(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let member = self.member(incoming)?.id;
        let fields = fields(incoming)?;
        let name = incoming.query("name").or_else(|| field(&fields, "name"));
        match name.filter(|name| !name.is_empty()) {
            Some(name) => {
                let left = self.group(name).is_some_and(|group| self.group_members.remove(&(group, member)));
                if !left {
                    return Err(Rejection::NotFound("membership"));
                }
            }
            None => self.group_members.retain(|(_, of)| *of != member),
        }
        Ok(done(204, None, &self.settings))
    }
}
