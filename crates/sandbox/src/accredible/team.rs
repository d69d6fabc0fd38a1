//! Team members.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Accredible;
use super::departments::DEFAULT;
use super::input::{Checks, object};
use super::rejection::Rejection;
use crate::exchange::{Answer, Incoming};

/// The permissions that are always required.
const REQUIRED: [&str; 5] = ["designs", "emails", "credential_attributes", "analytics", "settings"];

/// The permissions of the draft, besides `access_level`.
const DRAFTED: [&str; 4] = ["api", "team", "analytics_email", "manage_dept_admins_and_devs"];

/// The permissions of a department.
type Permissions = Map<String, Value>;

/// A team member.
#[derive(Debug, Clone)]
pub(super) struct Member {
    name: String,
    email: String,
    departments: BTreeMap<u64, Permissions>,
}

impl Member {
    fn is_of_level(&self, department: u64, levels: &[&str]) -> bool {
        let level = self.departments.get(&department).and_then(|it| it.get("access_level"));
        level.and_then(Value::as_str).is_some_and(|level| levels.contains(&level))
    }
}

/// The team of a new sandbox: an editor of two departments, and an organization admin.
pub(super) fn initial() -> BTreeMap<u64, Member> {
    let permissions = |level: &str, allowed: bool, role: &str| {
        let names = REQUIRED.iter().chain(&["pathways"]);
        let mut permissions: Permissions = names.map(|name| ((*name).to_owned(), allowed.into())).collect();
        let drafted = DRAFTED.iter().map(|name| ((*name).to_owned(), (level != "team_member").into()));
        permissions.extend(drafted);
        permissions.insert("access_level".to_owned(), level.into());
        permissions.insert("role".to_owned(), role.into());
        permissions.insert("groups".to_owned(), Value::Null);
        permissions
    };
    let member = |name: &str, email: &str, departments: BTreeMap<u64, Permissions>| Member {
        name: name.to_owned(),
        email: email.to_owned(),
        departments,
    };
    let editor = || permissions("team_member", true, "editor");
    let viewer = permissions("team_member", false, "viewer");
    let admin = || permissions("organization_admin", true, "editor");
    [
        (
            12345,
            member("Tomasz Wren", "tomasz.wren@example.org", [(DEFAULT, editor()), (124, viewer)].into()),
        ),
        (12346, member("Rosa Quint", "rosa.quint@example.org", [(DEFAULT, admin()), (124, admin())].into())),
    ]
    .into()
}

impl Accredible {
    pub(super) fn create_member(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let fields = written(incoming)?;
        let mut checks = Checks::default();
        let name = checks.present("name", fields["name"].as_str());
        let email = checks.address("email", fields["email"].as_str());
        checks.finish()?;
        let departments = self.permissions(&fields["department_permissions"])?;
        let member = Member { name, email, departments };
        let id = self.team.last_key_value().map_or(1, |(last, _)| last + 1);
        let answer = self.show_member(id, &member);
        self.team.insert(id, member);
        Ok(answer.acted())
    }

    pub(super) fn get_member(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let (id, member) = self.member(incoming)?;
        Ok(self.show_member(id, member))
    }

    /// The permissions replace all that the key reaches. A blank name and the address change nothing.
    pub(super) fn update_member(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let (id, member) = self.changeable_member(incoming)?;
        let mut member = member.clone();
        let fields = written(incoming)?;
        if let Some(name) = fields["name"].as_str().filter(|name| !name.trim().is_empty()) {
            name.clone_into(&mut member.name);
        }
        if let Some(given) = fields.get("department_permissions").filter(|given| !given.is_null()) {
            let given = self.permissions(given)?;
            member.departments.retain(|department, _| !self.reaches_department(*department));
            member.departments.extend(given);
        }
        let answer = self.show_member(id, &member);
        self.team.insert(id, member);
        Ok(answer.acted())
    }

    /// The permissions in departments that the key does not reach stay.
    pub(super) fn delete_member(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let (id, member) = self.changeable_member(incoming)?;
        let answer = self.show_member(id, member);
        let mut member = member.clone();
        member.departments.retain(|department, _| !self.reaches_department(*department));
        if member.departments.is_empty() {
            self.team.remove(&id);
        } else {
            self.team.insert(id, member);
        }
        Ok(answer.acted())
    }

    /// The member that the path names.
    fn member(&self, incoming: &Incoming) -> Result<(u64, &Member), Rejection> {
        let id = incoming.value("id").parse().ok();
        let found = id.and_then(|id| Some((id, self.team.get(&id)?)));
        let is_reached = |member: &Member| {
            self.department.is_none_or(|department| member.departments.contains_key(&department))
        };
        found.filter(|(_, member)| is_reached(member)).ok_or(Rejection::NotFound)
    }

    /// The member that the path names, if the key may change the member.
    fn changeable_member(&self, incoming: &Incoming) -> Result<(u64, &Member), Rejection> {
        let (id, member) = self.member(incoming)?;
        let forbidden: &[&str] = match self.department {
            Some(_) => &["organization_admin", "department_admin", "developer"],
            None => &["organization_admin"],
        };
        let mut departments = member.departments.keys().filter(|id| self.reaches_department(**id));
        if self.settings.draft_permissions && departments.any(|id| member.is_of_level(*id, forbidden)) {
            return Err(no_permission());
        }
        Ok((id, member))
    }

    /// The permissions of a body, by department.
    fn permissions(&self, given: &Value) -> Result<BTreeMap<u64, Permissions>, Rejection> {
        let Some(given) = given.as_array() else {
            return Err(Rejection::field("department_permissions", "can't be blank"));
        };
        given
            .iter()
            .map(|entry| {
                let id = &entry["department_id"];
                let id = id.as_u64().or_else(|| id.as_str()?.parse().ok());
                let id = id.filter(|id| self.departments.contains_key(id));
                let id = id.ok_or_else(|| Rejection::Invalid("Invalid Department".to_owned()))?;
                if !self.reaches_department(id) {
                    return Err(no_permission());
                }
                Ok((id, self.permissions_of_one(&entry["permissions"])?))
            })
            .collect()
    }

    fn permissions_of_one(&self, given: &Value) -> Result<Permissions, Rejection> {
        let draft = self.settings.draft_permissions;
        let mut permissions = Permissions::new();
        for name in REQUIRED.iter().chain(&["pathways"]).chain(&DRAFTED) {
            let allowed = match &given[name] {
                Value::Bool(allowed) => *allowed,
                Value::Null if draft || !REQUIRED.contains(name) => false,
                Value::Null => return Err(Rejection::field(name, "can't be blank")),
                _ => return Err(Rejection::field(name, "is invalid")),
            };
            permissions.insert((*name).to_owned(), allowed.into());
        }
        let role = given["role"].as_str().unwrap_or_default();
        let roles: &[&str] =
            if draft { &["editor", "credential_issuer", "viewer"] } else { &["editor", "viewer"] };
        if !roles.contains(&role) {
            return Err(Rejection::field("role", "is not included in the list"));
        }
        let level = given["access_level"].as_str().filter(|_| draft).unwrap_or("team_member");
        permissions.insert("role".to_owned(), role.into());
        permissions.insert("access_level".to_owned(), level.into());
        permissions.insert("groups".to_owned(), groups(given, level)?);
        if draft {
            self.check_level(level, &permissions)?;
        }
        Ok(permissions)
    }

    /// Rejects permissions that the access level does not allow.
    fn check_level(&self, level: &str, permissions: &Permissions) -> Result<(), Rejection> {
        let locked = |name: &str, value: Value| {
            if permissions.get(name) == Some(&value) {
                return Ok(());
            }
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            Err(Rejection::Locked(format!("{name} must be {value} for {level}")))
        };
        match level {
            "team_member" => DRAFTED.iter().try_for_each(|name| locked(name, false.into())),
            "department_admin" | "developer" if self.department.is_some() => Err(no_permission()),
            "department_admin" => {
                let others = REQUIRED.iter().chain(&["pathways"]).chain(&DRAFTED[1..]);
                let has_all = others.into_iter().all(|name| permissions[*name] == true);
                locked("role", "editor".into())?;
                if has_all { Ok(()) } else { locked("api", false.into()) }
            }
            "developer" => {
                locked("role", "viewer".into())?;
                locked("api", true.into())?;
                let others = REQUIRED.iter().chain(&["pathways"]).chain(&DRAFTED[1..]);
                others.into_iter().try_for_each(|name| locked(name, false.into()))
            }
            _ => Err(Rejection::Locked(format!("access_level must not be {level}"))),
        }
    }

    /// A member with the permissions that the key reaches.
    fn show_member(&self, id: u64, member: &Member) -> Answer {
        let draft = self.settings.draft_permissions;
        let departments = member.departments.iter().filter(|(id, _)| self.reaches_department(**id));
        let shown = departments.map(|(department, permissions)| {
            let mut permissions = permissions.clone();
            if draft {
                permissions.insert("spotlight_directory".to_owned(), false.into());
                return json!({"department": department, "permissions": permissions});
            }
            permissions.retain(|name, _| name != "access_level" && !DRAFTED.contains(&name.as_str()));
            json!({"department_id": department, "permissions": permissions})
        });
        let shown = json!({
            "id": id,
            "name": member.name,
            "email": member.email,
            "department_permissions": shown.collect::<Vec<_>>(),
        });
        Answer::json(200, &json!({"team_member": shown}))
    }
}

fn no_permission() -> Rejection {
    Rejection::Forbidden("No Permission to manage Team Members.".to_owned())
}

/// The groups of a member: a list of ids, or null for all.
fn groups(given: &Value, level: &str) -> Result<Value, Rejection> {
    match &given["groups"] {
        _ if level != "team_member" => Ok(Value::Null),
        Value::Array(ids) if ids.iter().all(|id| id.is_u64() || id.is_string()) => Ok(ids.clone().into()),
        Value::Null => Ok(Value::Null),
        _ => Err(Rejection::field("groups", "is invalid")),
    }
}

/// The object in the body's wrapper.
fn written(incoming: &Incoming) -> Result<Value, Rejection> {
    let fields = object(&incoming.body)?["team_member"].take();
    if fields.is_object() { Ok(fields) } else { Err(Rejection::Unreadable) }
}
