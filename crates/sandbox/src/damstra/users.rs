//! Users.

use serde_json::{Value, json};

use super::answer::{Rejection, done, milliseconds, page, seconds};
use super::events::{UserEvent, emit_user_event};
use super::input::{self, Fields, require, within};
use super::store::{Mail, TRAINEE, User, user, user_name};
use super::{Damstra, Settings};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// The validities of a login link.
const EXPIRIES: [&str; 6] = ["disabled", "never", "day", "week", "month", "year"];

impl User {
    pub(super) fn show(&self, settings: &Settings) -> Value {
        let refs = |ids: &std::collections::BTreeSet<u64>| -> Vec<_> {
            ids.iter().map(|id| json!({"id": id})).collect()
        };
        let roles = match settings.roles_as_objects {
            true => self.roles.iter().map(|role| json!({"id": role})).collect(),
            false => json!(self.roles),
        };
        json!({
            "id": self.id, "userName": self.user_name, "firstName": self.first_name, "lastName": self.last_name,
            "emailAddress": self.email, "phoneNumber": self.phone, "mobileNumber": self.mobile,
            "employeeNumber": self.employee_number, "clientStatusId": if self.active { 56 } else { 57 },
            "groups": refs(&self.groups), "groupsSupervised": refs(&self.supervised), "roles": roles,
            "timeZone": self.time_zone, "createdDate": seconds(self.created), "modifiedDate": seconds(self.modified),
        })
    }
}

impl Damstra {
    /// The user that the path names.
    pub(super) fn user_at(&self, incoming: &Incoming) -> Result<&User, Rejection> {
        let id = incoming.value("userId");
        let user = id.parse().ok().and_then(|id: u64| self.users.get(&id));
        user.ok_or_else(|| Rejection::NotFound("user", id.to_owned()))
    }

    /// The users with these ids. All must exist.
    pub(super) fn users_named(&self, fields: Fields<'_>) -> Result<Vec<u64>, Rejection> {
        let ids = require("userIds", fields.ids("userIds")?.filter(|ids| !ids.is_empty()))?;
        match ids.iter().find(|id| !self.users.contains_key(id)) {
            Some(id) => Err(Rejection::NotFound("user", id.to_string())),
            None => Ok(ids),
        }
    }

    pub(super) fn search_users(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let active =
            input::choice(incoming, "activeValue", &["active", "inactive", "all"])?.unwrap_or("active");
        let role = input::number(incoming, "roleId")?;
        let (employee, email) = (incoming.query("empId"), incoming.query("emailAddress"));
        let found = self.users.values().filter(|user| {
            (active == "all" || user.active == (active == "active"))
                && role.is_none_or(|role| user.roles.iter().any(|known| usize::try_from(*known) == Ok(role)))
                && employee.is_none_or(|number| user.employee_number.as_deref() == Some(number))
                && email.is_none_or(|email| user.email.eq_ignore_ascii_case(email))
                && within(incoming.query("q"), &[&user.user_name, &user.first_name, &user.last_name])
        });
        let page = page(found.map(|user| user.show(&self.settings)), incoming, &self.settings)?;
        Ok(Answer::json(200, &page))
    }

    pub(super) fn get_user(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        Ok(Answer::json(200, &self.user_at(incoming)?.show(&self.settings)))
    }

    pub(super) fn create_user(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        let mail = fields.boolean("sendWelcomeEmail")?.unwrap_or(true);
        fields.text("password")?;
        let user = self.read_new(fields, world)?;
        let id = self.admit(user);
        let user = &self.users[&id];
        emit_user_event(UserEvent::Created, user, world);
        if mail {
            self.outbox.push(Mail { to: user.email.clone(), user: id });
        }
        let body = json!({
            "id": id, "createdDate": milliseconds(user.created), "modifiedDate": milliseconds(user.modified),
        });
        Ok(Answer::json(200, &body).acted())
    }

    /// Reads a new user, without an id.
    fn read_new(&self, fields: Fields<'_>, world: &World) -> Result<User, Rejection> {
        let first_name = require("firstName", fields.text("firstName")?)?;
        let last_name = require("lastName", fields.text("lastName")?)?;
        let mut user = user(0, &first_name, &last_name, &fields.address()?, world.clock.now());
        user.user_name = match fields.text("userName")? {
            Some(name) => name,
            None => self.free_name(&user_name(&first_name, &last_name)),
        };
        self.reject_taken_name(&user)?;
        self.read_rest(fields, &mut user)?;
        user.roles = fields.roles()?.filter(|roles| !roles.is_empty()).unwrap_or_else(|| vec![TRAINEE]);
        Ok(user)
    }

    /// Reads the optional fields.
    fn read_rest(&self, fields: Fields<'_>, user: &mut User) -> Result<(), Rejection> {
        let set = |field: &mut Option<String>, name: &str| -> Result<(), Rejection> {
            if fields.has(name) {
                *field = fields.text(name)?;
            }
            Ok(())
        };
        set(&mut user.phone, "phoneNumber")?;
        set(&mut user.mobile, "mobileNumber")?;
        set(&mut user.employee_number, "employeeNumber")?;
        if let Some(zone) = fields.text("timeZone")? {
            user.time_zone = zone;
        }
        for (groups, name) in [(&mut user.groups, "groups"), (&mut user.supervised, "groupsSupervised")] {
            let Some(ids) = fields.groups(name)? else { continue };
            if let Some(id) = ids.iter().find(|id| !self.groups.contains_key(id)) {
                return Err(Rejection::invalid(format!("{name}: there is no group {id}")));
            }
            *groups = ids.into_iter().collect();
        }
        Ok(())
    }

    fn reject_taken_name(&self, user: &User) -> Result<(), Rejection> {
        let taken =
            |other: &User| other.id != user.id && other.user_name.eq_ignore_ascii_case(&user.user_name);
        if self.users.values().any(taken) {
            return Err(Rejection::invalid(format!("userName {} is taken", user.user_name)));
        }
        Ok(())
    }

    /// An unused user name.
    fn free_name(&self, name: &str) -> String {
        let taken = |name: &str| self.users.values().any(|user| user.user_name == name);
        let numbered = (2..).map(|number: u64| format!("{name}{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| !taken(name)).unwrap_or_default()
    }

    fn admit(&mut self, user: User) -> u64 {
        let id = self.number();
        self.users.insert(id, User { id, ..user });
        id
    }

    pub(super) fn update_user(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let mut user = self.user_at(incoming)?.clone();
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        if require("id", fields.id("id")?)? != user.id {
            return Err(Rejection::invalid("the id in the body is not the one in the path"));
        }
        user.first_name = require("firstName", fields.text("firstName")?)?;
        user.last_name = require("lastName", fields.text("lastName")?)?;
        user.email = fields.address()?;
        for name in ["phoneNumber", "mobileNumber", "timeZone"] {
            require(name, fields.text(name)?)?;
        }
        if !fields.has("employeeNumber") {
            return Err(Rejection::invalid("employeeNumber is missing"));
        }
        fields.text("password")?;
        user.roles = require("roles", fields.roles()?)?;
        if let Some(name) = fields.text("userName")? {
            user.user_name = name;
        }
        self.reject_taken_name(&user)?;
        if !self.settings.update_keeps_groups {
            user.groups.clear();
            user.supervised.clear();
        }
        self.read_rest(fields, &mut user)?;
        user.modified = world.clock.now();
        let shown = user.show(&self.settings);
        emit_user_event(UserEvent::Updated, &user, world);
        self.users.insert(user.id, user);
        Ok(Answer::json(200, &shown).acted())
    }

    pub(super) fn import_users(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        let merge = fields.text("mergeType")?.unwrap_or_else(|| "none".to_owned());
        if !["none", "email", "empNo", "userName"].contains(&merge.as_str()) {
            return Err(Rejection::invalid("mergeType is none of none, email, empNo, userName"));
        }
        let items = require("users", fields.list("users")?)?;
        // All users are imported, or none.
        let before = (self.users.clone(), self.next);
        let (mut shown, mut events) = (Vec::new(), Vec::new());
        for item in items {
            let known = self.users.len();
            match self.import(Fields::of(item), &merge, world) {
                Ok(id) => {
                    shown.push(self.users[&id].show(&self.settings));
                    let event =
                        if self.users.len() > known { UserEvent::Created } else { UserEvent::Updated };
                    events.push((event, self.users[&id].clone()));
                }
                Err(rejection) => {
                    (self.users, self.next) = before;
                    return Err(rejection);
                }
            }
        }
        events.into_iter().for_each(|(event, user)| emit_user_event(event, &user, world));
        Ok(Answer::json(200, &shown).acted())
    }

    fn import(
        &mut self,
        fields: Result<Fields<'_>, Rejection>,
        merge: &str,
        world: &World,
    ) -> Result<u64, Rejection> {
        let fields = fields?;
        let key = match merge {
            "email" => fields.text("emailAddress")?,
            "empNo" => fields.text("employeeNumber")?,
            "userName" => fields.text("userName")?,
            _ => None,
        };
        let same = |user: &&User| match (merge, key.as_deref()) {
            (_, None | Some("")) => false,
            ("email", Some(key)) => user.email.eq_ignore_ascii_case(key),
            ("empNo", Some(key)) => user.employee_number.as_deref() == Some(key),
            (_, Some(key)) => user.user_name.eq_ignore_ascii_case(key),
        };
        let Some(mut user) = self.users.values().find(same).cloned() else {
            let user = self.read_new(fields, world)?;
            return Ok(self.admit(user));
        };
        user.first_name = require("firstName", fields.text("firstName")?)?;
        user.last_name = require("lastName", fields.text("lastName")?)?;
        user.email = fields.address()?;
        if let Some(name) = fields.text("userName")? {
            user.user_name = name;
        }
        self.reject_taken_name(&user)?;
        self.read_rest(fields, &mut user)?;
        // A user without roles becomes a trainee.
        user.roles = fields.roles()?.filter(|roles| !roles.is_empty()).unwrap_or_else(|| vec![TRAINEE]);
        user.modified = world.clock.now();
        let id = user.id;
        self.users.insert(id, user);
        Ok(id)
    }

    pub(super) fn set_active(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
        active: bool,
    ) -> Result<Answer, Rejection> {
        let id = self.user_at(incoming)?.id;
        if let Some(user) = self.users.get_mut(&id) {
            if user.active != active {
                let event = if active { UserEvent::Updated } else { UserEvent::Inactivated };
                emit_user_event(event, user, world);
            }
            user.active = active;
            user.modified = world.clock.now();
        }
        Ok(done(&self.settings))
    }

    pub(super) fn login_url(&self, incoming: &Incoming, world: &mut World) -> Result<Answer, Rejection> {
        let user = self.user_at(incoming)?.id;
        require("expiresIn", input::choice(incoming, "expiresIn", &EXPIRIES)?)?;
        let link = format!("https://learning.example.org/login/{user}/{:016x}", world.random.u64(..));
        let body = if self.settings.quoted_login_link { json!(link).to_string() } else { link };
        Ok(Answer::file("application/json", body).acted())
    }
}
