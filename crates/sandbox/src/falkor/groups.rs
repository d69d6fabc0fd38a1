//! Groups, their users and the states of invitations.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::input::{self, Rejection};
use super::store::{APPS, User};
use super::{Falkor, Locator, Settings};
use crate::sandbox::World;

const DAY: u64 = 24 * 60 * 60;

impl Falkor {
    pub(super) fn manage(
        &mut self,
        parameters: &Map<String, Value>,
        world: &World,
    ) -> Result<Value, Rejection> {
        let group = input::required_text(parameters, "group")?;
        let add = input::list(parameters, "add")?.unwrap_or_default();
        let remove = input::list(parameters, "remove")?.unwrap_or_default();
        let invite = input::switch(parameters, "invite", true)?;
        match input::text(parameters, "app")? {
            None if self.settings.several_apps => {
                return Err(Rejection::new(400, "The app parameter is required: the account has several."));
            }
            Some(app) if !apps(&self.settings).iter().any(|(id, _)| *id == app) => {
                return Err(Rejection::new(400, "The app parameter names no app of the account."));
            }
            _ => {}
        }
        self.groups.entry(group.to_owned()).or_default();
        let (mut inserts, mut deletes, mut messages) = (0_u64, 0_u64, Vec::new());
        let mut warn =
            |settings: &Settings, parameter: &str, index: usize, email: Option<&str>, error: &str| {
                messages.push(settings.message(parameter, index, email, error));
            };
        for (index, item) in add.iter().enumerate() {
            let field = |name: &str| item[name].as_str().filter(|text| !text.trim().is_empty());
            match (
                field("email").filter(|email| input::is_address(email)),
                field("firstname"),
                field("lastname"),
            ) {
                (None, ..) => warn(&self.settings, "add", index, field("email"), "The address is not valid."),
                (Some(email), Some(first), Some(last)) => {
                    let dialled = format!(
                        "{}{}",
                        field("dialCode").unwrap_or_default(),
                        field("phoneNumber").map_or("", |number| number.trim_start_matches('0'))
                    );
                    let telephone = field("telephone").map_or(dialled, str::to_owned);
                    self.add_user(email, first, last, &telephone, invite, world);
                    inserts += u64::from(self.add_to_group(email, group));
                }
                (Some(email), ..) => warn(&self.settings, "add", index, Some(email), "The name is missing."),
            }
        }
        for (index, item) in remove.iter().enumerate() {
            match item.as_str().filter(|email| input::is_address(email)) {
                Some(email) => deletes += u64::from(self.remove_from_group(email, group)),
                None => warn(&self.settings, "remove", index, item.as_str(), "The address is not valid."),
            }
        }
        Ok(self.settings.change_count(inserts, deletes, messages))
    }

    pub(super) fn status(&self, parameters: &Map<String, Value>, world: &World) -> Result<Value, Rejection> {
        let mut emails: Vec<_> =
            input::required_texts(parameters, "email")?.into_iter().map(str::to_lowercase).collect();
        emails.sort_unstable();
        emails.dedup();
        // Unknown addresses, and users without a group, are left out.
        let known = emails.iter().filter_map(|email| Some((self.users.get(email)?, self.groups_of(email))));
        let known = known.filter(|(_, groups)| !groups.is_empty());
        Ok(known
            .map(|(user, groups)| json!({"email": user.email, "status": self.invitation(user, world), "groups": groups}))
            .collect())
    }

    pub(super) fn insert(
        &mut self,
        parameters: &Map<String, Value>,
        world: &World,
    ) -> Result<Value, Rejection> {
        let groups = input::required_texts(parameters, "groups")?;
        let user = input::required_object(parameters, "user")?;
        let [first, last, email] =
            ["firstname", "lastname", "email"].map(|name| input::required_text(user, name));
        let (first, last, email) = (first?, last?, email?);
        let telephone = input::text(user, "telephone")?.unwrap_or_default();
        let invite = input::switch(parameters, "invite", true)?;
        let force_sync = input::switch(parameters, "forceSync", false)?;
        let valid = input::is_address(email);
        if valid {
            self.add_user(email, first, last, telephone, invite, world);
        }
        if valid && force_sync {
            let others: Vec<_> =
                self.groups.keys().filter(|it| !groups.contains(&it.as_str())).cloned().collect();
            for group in others {
                self.remove_from_group(email, &group);
            }
        }
        Ok(groups
            .into_iter()
            .map(|group| {
                self.groups.entry(group.to_owned()).or_default();
                let inserts = u64::from(valid && self.add_to_group(email, group));
                json!({
                    "group": group, "status": "success", "inserts": self.settings.count(inserts),
                    "warnings": self.settings.count(u64::from(!valid)),
                })
            })
            .collect())
    }

    /// Adds a user, unless they exist.
    fn add_user(
        &mut self,
        email: &str,
        first: &str,
        last: &str,
        telephone: &str,
        invite: bool,
        world: &World,
    ) {
        let invited = invite
            .then(|| world.clock.elapsed().saturating_add(Duration::from_secs(self.settings.invite_after)));
        self.users.entry(email.to_lowercase()).or_insert_with(|| User {
            email: email.to_owned(),
            firstname: first.to_owned(),
            lastname: last.to_owned(),
            telephone: telephone.to_owned(),
            location: None,
            active: false,
            invited,
        });
    }

    /// Adds a user to a group. Returns false if they are in it.
    fn add_to_group(&mut self, email: &str, group: &str) -> bool {
        let members = self.groups.entry(group.to_owned()).or_default();
        let email = email.to_lowercase();
        let new = !members.contains(&email);
        if new {
            members.push(email);
        }
        new
    }

    /// Removes a user from a group. Returns false if they are not in it.
    fn remove_from_group(&mut self, email: &str, group: &str) -> bool {
        let Some(members) = self.groups.get_mut(group) else { return false };
        let (email, before) = (email.to_lowercase(), members.len());
        members.retain(|member| *member != email);
        members.len() < before
    }

    /// The state of a user's invitation. It expires 28 days after it was sent.
    fn invitation(&self, user: &User, world: &World) -> &'static str {
        if user.active {
            return "Active";
        }
        let Some(sent_for) = user.invited.and_then(|at| world.clock.elapsed().checked_sub(at)) else {
            return "Pending";
        };
        match sent_for.as_secs() / DAY {
            28.. => "Expired",
            days if days >= self.settings.nudge_after => "Nudged",
            _ => "Notified",
        }
    }

    /// The groups of a user.
    pub(super) fn groups_of(&self, email: &str) -> Vec<&str> {
        let groups = self.groups.iter().filter(|(_, members)| members.iter().any(|member| member == email));
        groups.map(|(group, _)| group.as_str()).collect()
    }
}

impl Settings {
    /// A message about a user.
    pub(super) fn message(&self, parameter: &str, index: usize, email: Option<&str>, error: &str) -> Value {
        let (locator, place) = match self.locator {
            Locator::Index => ("index", self.count(index)),
            Locator::Email => ("email", json!(email.unwrap_or_default())),
        };
        json!({"parameter": parameter, locator: place, "error": error})
    }

    /// The result of a change to a group or a pathway. There are no messages unless there is a problem.
    pub(super) fn change_count(&self, inserts: u64, deletes: u64, messages: Vec<Value>) -> Value {
        let mut count = json!({
            "inserts": self.count(inserts), "deletes": self.count(deletes), "warnings": self.count(messages.len()),
        });
        if !messages.is_empty() {
            count["messages"] = messages.into();
        }
        count
    }
}

/// The apps of the account.
pub(super) fn apps(settings: &Settings) -> &'static [(&'static str, &'static str)] {
    if settings.several_apps { &APPS } else { &APPS[..1] }
}
