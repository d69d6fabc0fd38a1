//! Damstra, as its contract says: users, groups, lessons, their schedules, and instructor-led sessions.

mod events;
mod groups;
mod input;
mod lessons;
mod reply;
mod schedules;
mod sessions;
mod store;
mod users;

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tassel_core::kit::Api;
use tassel_damstra::operations as op;

use crate::exchange::{Incoming, Reply};
use crate::router::{Routed, route};
use crate::sandbox::{Control, Emulator, Start, World};
use crate::settings::TrailingQuota;
use crate::webhooks::Sending;
use reply::Refusal;
use store::{Group, Lesson, Mail, Schedule, Session, User};

/// The access key the sandbox accepts unless its settings say otherwise.
pub const ACCESS_KEY: &str = "sandboxdamstrakey";

/// What can be set for Damstra. Each switch stands for something the contract leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The access key that is accepted.
    pub access_key: String,
    /// Whether the account may use the interface; otherwise every call is answered with 831.
    pub entitled: bool,
    /// How many come on a page where `maxResults` is left out or 0.
    pub default_page_size: usize,
    /// By which method a user is updated.
    pub update_method: UpdateMethod,
    /// Whether an update that leaves out the groups keeps them; it clears them otherwise.
    pub update_keeps_groups: bool,
    /// How many days a schedule without a grace period has.
    pub grace_days: i32,
    /// Whether the login link comes in quotes, as JSON would have it.
    pub quoted_login_link: bool,
    /// Whether bodies that are empty hold the status line, as the reference prints it.
    pub status_line_bodies: bool,
    /// Whether an unknown group is answered with the body of the reference, which is not valid JSON.
    pub placeholder_404: bool,
    /// Whether making an administrator a supervisor is refused; it does nothing otherwise.
    pub refuse_admin_supervisors: bool,
    /// Whether users who are not scheduled for a session's lesson can be registered; they are refused otherwise.
    pub register_unscheduled: bool,
    /// Whether roles come as objects, as the introduction has it.
    pub roles_as_objects: bool,
    /// Whether errors come under 200.
    pub errors_under_200: bool,
    /// A quota; null for none, as none is documented.
    pub quota: Option<TrailingQuota>,
    /// Whether a 429 carries a `Retry-After`.
    pub retry_after: bool,
    /// How often an event is sent until it is answered with a success, at least once.
    pub webhook_attempts: u32,
    /// How many seconds pass between two attempts to send an event.
    pub webhook_pause: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            access_key: ACCESS_KEY.to_owned(),
            entitled: true,
            default_page_size: 20,
            update_method: UpdateMethod::Post,
            update_keeps_groups: true,
            grace_days: 14,
            quoted_login_link: false,
            status_line_bodies: false,
            placeholder_404: false,
            refuse_admin_supervisors: false,
            register_unscheduled: false,
            roles_as_objects: false,
            errors_under_200: false,
            quota: None,
            retry_after: true,
            webhook_attempts: 1,
            webhook_pause: 60,
        }
    }
}

/// By which method a user is updated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UpdateMethod {
    /// By `POST`, as the contract has it.
    Post,
    /// By `PUT`.
    Put,
    /// By either.
    Both,
}

/// The state of Damstra.
#[derive(Debug)]
pub(crate) struct Damstra {
    users: BTreeMap<u64, User>,
    groups: BTreeMap<u64, Group>,
    /// By the ids of the versions.
    lessons: BTreeMap<u64, Lesson>,
    schedules: BTreeMap<u64, Schedule>,
    sessions: BTreeMap<u64, Session>,
    outbox: Vec<Mail>,
    next: u64,
    let_through: VecDeque<Duration>,
}

impl Emulator for Damstra {
    fn api(&self) -> &'static Api {
        &tassel_damstra::API
    }

    /// With or without a slash at its end; an update by whichever method is set.
    fn route(&self, method: &Method, path: &str, world: &World) -> Result<Routed, Reply> {
        let found = route(self.api(), method, path.trim_end_matches('/'));
        let is_update = |found: &Result<Routed, Reply>| {
            found.as_ref().is_ok_and(|(operation, _)| std::ptr::eq(*operation, &op::USERS_UPDATE))
        };
        match world.settings.damstra.update_method {
            UpdateMethod::Put if is_update(&found) => {
                Err(Reply::text(405, "PUT is allowed here.\n").header("allow", "GET, PUT"))
            }
            UpdateMethod::Put | UpdateMethod::Both if method == Method::PUT => {
                let by_post = route(self.api(), &Method::POST, path.trim_end_matches('/'));
                if is_update(&by_post) { by_post } else { found }
            }
            _ => found,
        }
    }

    fn throttle(&mut self, world: &World) -> Option<Reply> {
        let settings = &world.settings.damstra;
        let wait = settings.quota?.wait(&mut self.let_through, world.clock.elapsed())?;
        let reply = Reply::text(429, "Too Many Requests\n");
        Some(if settings.retry_after { reply.header("retry-after", wait.to_string()) } else { reply })
    }

    fn deny(&mut self, incoming: &Incoming, world: &World) -> Option<Reply> {
        let settings = &world.settings.damstra;
        let given = incoming.headers.get(op::KEY_HEADER).and_then(|value| value.to_str().ok());
        if given != Some(settings.access_key.as_str()) {
            return Some(
                Refusal::UnknownKey { short: has_short_form(incoming.operation.id) }.into_reply(world),
            );
        }
        (!settings.entitled).then(|| Refusal::NotAuthorised.into_reply(world))
    }

    fn answer(&mut self, incoming: &Incoming, world: &mut World) -> Reply {
        self.dispatch(incoming, world).unwrap_or_else(|refusal| refusal.into_reply(world))
    }

    fn sending(&self, world: &World) -> Option<Sending> {
        Some(events::sending(&world.settings.damstra))
    }

    fn controls(&self) -> &'static [Control] {
        &[
            Control {
                name: "finish_lesson",
                body: r#"{"schedule": 76001, "passed": true}"#,
                does: "a user finishes a lesson they are scheduled for",
            },
            Control {
                name: "cancel_schedule",
                body: r#"{"schedule": 76001, "reason": "SCHEDULE_CANCELLED_MANUALLY"}"#,
                does: "a schedule is cancelled in the web application; the reason, if wanted, is told in the event",
            },
            Control {
                name: "move_schedule",
                body: r#"{"schedule": 76001, "days": 7}"#,
                does: "a schedule is moved in the web application",
            },
            Control { name: "outbox", body: "{}", does: "shows the welcome mails that were sent" },
        ]
    }

    fn control(&mut self, name: &str, body: &Value, world: &mut World) -> Result<Value, String> {
        match name {
            "finish_lesson" | "cancel_schedule" | "move_schedule" => self.change_schedule(name, body, world),
            "outbox" => Ok(json!(self.outbox)),
            _ => Err(format!("there is no control `{name}`")),
        }
    }
}

/// Whether a wrong key is answered in the short form.
fn has_short_form(operation: &str) -> bool {
    [
        op::GROUPS_LIST.id,
        op::GROUPS_GET.id,
        op::LESSONS_LIST.id,
        op::LESSONS_LIST_DETAILS.id,
        op::ILT_SESSIONS_LIST.id,
        op::ILT_SESSIONS_GET.id,
        op::ILT_SESSIONS_LIST_ATTENDEES.id,
    ]
    .contains(&operation)
}

impl Damstra {
    /// With the academy in it, unless it is to be empty.
    pub(crate) fn new(start: Start, world: &World) -> Self {
        let mut state = Self {
            users: BTreeMap::new(),
            groups: BTreeMap::new(),
            lessons: BTreeMap::new(),
            schedules: BTreeMap::new(),
            sessions: BTreeMap::new(),
            outbox: Vec::new(),
            next: 100_000 + start.seed % 1_000_000,
            let_through: VecDeque::new(),
        };
        state.found(world);
        if !start.empty {
            state.enrol_academy(world);
        }
        state
    }

    fn dispatch(&mut self, incoming: &Incoming, world: &mut World) -> Result<Reply, Refusal> {
        match incoming.operation.id {
            "users.search" => self.search_users(incoming, world),
            "users.get" => self.get_user(incoming, world),
            "users.create" => self.create_user(incoming, world),
            "users.update" => self.update_user(incoming, world),
            "users.bulk_import" => self.import_users(incoming, world),
            "users.activate" => self.set_active(incoming, world, true),
            "users.inactivate" => self.set_active(incoming, world, false),
            "users.generate_login_url" => self.login_url(incoming, world),
            "groups.list" => self.list_groups(incoming, world),
            "groups.get" => self.get_group(incoming),
            "groups.create" => self.create_group(incoming, world),
            "groups.update" => self.update_group(incoming),
            "groups.list_members" | "groups.list_supervisors" => self.list_users_of_group(incoming, world),
            "groups.add_members"
            | "groups.remove_members"
            | "groups.add_supervisors"
            | "groups.remove_supervisors" => self.change_users_of_group(incoming, world),
            "groups.inactivate" => self.inactivate_group(incoming, world),
            "lessons.list" | "lessons.list_details" => self.list_lessons(incoming, world),
            "lesson_schedules.get" => self.get_schedule(incoming),
            "lesson_schedules.list_of_user" => self.list_schedules(incoming, world),
            "lesson_schedules.create" => self.create_schedules(incoming, world),
            "lesson_schedules.complete_lesson" => self.complete_lesson(incoming, world),
            "lesson_schedules.certificate" => self.certificate(incoming),
            "player.embed" | "player.embed_version" => self.player(incoming, world),
            "ilt_sessions.list" => self.list_sessions(incoming, world),
            "ilt_sessions.get" => self.get_session(incoming, world),
            "ilt_sessions.create" => self.create_session(incoming, world),
            "ilt_sessions.update" => self.update_session(incoming, world),
            "ilt_sessions.complete" => self.complete_session(incoming, world),
            "ilt_sessions.cancel" => self.cancel_session(incoming, world),
            "ilt_sessions.bulk_register" => self.register(incoming, world),
            "ilt_sessions.bulk_deregister" => self.deregister(incoming, world),
            "ilt_sessions.list_attendees" => self.list_attendees(incoming),
            "ilt_sessions.save_progress" => self.save_progress(incoming, world),
            id => Ok(Reply::text(501, format!("The sandbox does not support {id} yet.\n"))),
        }
    }
}
