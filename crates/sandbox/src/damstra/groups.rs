//! Groups, their members and their supervisors.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::Damstra;
use super::answer::{Rejection, done, page};
use super::input::{self, Fields, require, within};
use super::store::{ADMIN, CLIENT, Group};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// The role of users in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GroupRole {
    Members,
    Supervisors,
}

impl Damstra {
    fn show_group(&self, group: &Group) -> Value {
        let members = self.users.values().filter(|user| user.groups.contains(&group.id)).count();
        let created = group.created.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M:%S").to_string();
        let mut shown = json!({
            "id": group.id, "name": group.name, "description": group.description, "memberCount": members,
            "createdDate": created, "clientId": CLIENT,
        });
        // A top-level group has no parent.
        if let Some(parent) = group.parent {
            shown["parentId"] = parent.into();
        }
        shown
    }

    fn group_at(&self, incoming: &Incoming) -> Option<&Group> {
        self.groups.get(&incoming.value("groupId").parse().ok()?)
    }

    fn group_or_404(&self, incoming: &Incoming) -> Result<u64, Rejection> {
        let group = self.group_at(incoming).map(|group| group.id);
        group.ok_or_else(|| Rejection::NotFound("group", incoming.value("groupId").to_owned()))
    }

    pub(super) fn list_groups(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let found =
            self.groups.values().filter(|group| group.active && within(incoming.query("q"), &[&group.name]));
        Ok(Answer::json(200, &page(found.map(|group| self.show_group(group)), incoming, &self.settings)?))
    }

    pub(super) fn get_group(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let group = self.group_at(incoming).ok_or(Rejection::UnknownGroup)?;
        Ok(Answer::json(200, &self.show_group(group)))
    }

    /// Reads the name, the description and the parent.
    fn read_group(&self, incoming: &Incoming, id: u64) -> Result<(String, String, Option<u64>), Rejection> {
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        let name = require("name", fields.text("name")?)?;
        let description = require("description", fields.text("description")?)?;
        let parent = fields.id("parentId")?;
        if let Some(parent) = parent {
            let mut above = Some(parent);
            while let Some(group) = above {
                if group == id || !self.groups.contains_key(&group) {
                    return Err(Rejection::invalid(format!(
                        "parentId: {parent} is not a group that can be above this one"
                    )));
                }
                above = self.groups[&group].parent;
            }
        }
        Ok((name, description, parent))
    }

    pub(super) fn create_group(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let (name, description, parent) = self.read_group(incoming, 0)?;
        let id = self.number();
        let group = Group { id, name, description, parent, active: true, created: world.clock.now() };
        let shown = self.show_group(&group);
        self.groups.insert(id, group);
        Ok(Answer::json(200, &shown).acted())
    }

    pub(super) fn update_group(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let id = self.group_or_404(incoming)?;
        let (name, description, parent) = self.read_group(incoming, id)?;
        if let Some(group) = self.groups.get_mut(&id) {
            (group.name, group.description) = (name, description);
            group.parent = parent.or(group.parent);
        }
        Ok(Answer::json(200, &self.show_group(&self.groups[&id])).acted())
    }

    pub(super) fn list_users_of_group(
        &self,
        incoming: &Incoming,
        group_role: GroupRole,
    ) -> Result<Answer, Rejection> {
        let id = self.group_or_404(incoming)?;
        let found = self.users.values().filter(|user| match group_role {
            GroupRole::Members => user.groups.contains(&id),
            GroupRole::Supervisors => user.supervised.contains(&id),
        });
        Ok(Answer::json(200, &page(found.map(|user| user.show(&self.settings)), incoming, &self.settings)?))
    }

    /// Adds users to a group, or removes them.
    pub(super) fn change_users_of_group(
        &mut self,
        incoming: &Incoming,
        group_role: GroupRole,
        add: bool,
    ) -> Result<Answer, Rejection> {
        let unknown = || Rejection::Group(incoming.value("groupId").to_owned());
        let id = self.group_at(incoming).map(|group| group.id).ok_or_else(unknown)?;
        let body = input::body(incoming)?;
        let users = self.users_named(Fields::of(&body)?)?;
        let supervisors = group_role == GroupRole::Supervisors;
        let administers = |user: &u64| self.users[user].roles.contains(&ADMIN);
        if add && supervisors && self.settings.refuse_admin_supervisors && users.iter().any(administers) {
            return Err(Rejection::invalid("an administrator supervises every group already"));
        }
        for user in users {
            let Some(user) = self.users.get_mut(&user) else { continue };
            let groups = if supervisors { &mut user.supervised } else { &mut user.groups };
            if !add {
                groups.remove(&id);
            } else if !supervisors || !user.roles.contains(&ADMIN) {
                groups.insert(id);
            }
        }
        Ok(done(&self.settings))
    }

    pub(super) fn inactivate_group(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let id = self.group_or_404(incoming)?;
        if let Some(group) = self.groups.get_mut(&id) {
            group.active = false;
        }
        Ok(done(&self.settings))
    }
}
