//! Damstra by its contract: users, groups, lessons, schedules and instructor-led sessions.

mod answer;
mod events;
mod groups;
mod input;
mod lessons;
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
use tassel_core::operation::Operation;
use tassel_damstra::OperationId;
use tassel_damstra::operations::KEY_HEADER;

use crate::exchange::{Answer, Incoming};
use crate::router::{Route, Unmatched, route};
use crate::sandbox::{Control, Emulator, Start, World};
use crate::settings::{TrailingQuota, VendorSettings};
use crate::webhooks::EventConfig;
use answer::Rejection;
use groups::GroupRole;
use input::require;
use store::{Group, Lesson, Mail, Schedule, Session, User};

/// The access key that the sandbox accepts by default.
pub const ACCESS_KEY: &str = "sandboxdamstrakey";

/// The settings of Damstra. Most choose between behaviours that the contract leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The accepted access key.
    pub access_key: String,
    /// Whether the account may use the API. Otherwise every request is rejected with 831.
    pub entitled: bool,
    /// The page size if `maxResults` is missing or 0.
    pub default_page_size: usize,
    /// The method that updates a user.
    pub update_method: UpdateMethod,
    /// Whether an update without groups keeps them; it clears them otherwise.
    pub update_keeps_groups: bool,
    /// The default grace period of a schedule, in days.
    pub grace_days: i32,
    /// Whether the login link is a JSON string, with quotes.
    pub quoted_login_link: bool,
    /// Whether empty bodies contain the status line, as in the reference.
    pub status_line_bodies: bool,
    /// Whether an unknown group is answered with the body of the reference, which is not valid JSON.
    pub placeholder_404: bool,
    /// Whether making an administrator a supervisor is rejected; it has no effect otherwise.
    pub refuse_admin_supervisors: bool,
    /// Whether users without a schedule for a session's lesson can be registered; they are rejected otherwise.
    pub register_unscheduled: bool,
    /// Whether roles are objects, as in the introduction.
    pub roles_as_objects: bool,
    /// Whether rejections have the status 200.
    pub errors_under_200: bool,
    /// The quota; null for none. The vendor documents none.
    pub quota: Option<TrailingQuota>,
    /// Whether a 429 carries a `Retry-After`.
    pub retry_after: bool,
    /// The maximum number of attempts to send an event, at least 1.
    pub webhook_attempts: u32,
    /// The pause between two attempts to send an event, in seconds.
    pub webhook_pause: u64,
}

impl VendorSettings for Settings {}

impl Default for Settings {
    fn default() -> Self {
        Self {
            access_key: ACCESS_KEY.to_owned(),
            entitled: true,
            default_page_size: 20,
            update_method: UpdateMethod::Both,
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

/// The method that updates a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UpdateMethod {
    /// `POST`, as in the contract.
    Post,
    /// `PUT`.
    Put,
    /// Both.
    Both,
}

/// The state of Damstra.
#[derive(Debug)]
pub(crate) struct Damstra {
    pub(crate) settings: Settings,
    users: BTreeMap<u64, User>,
    groups: BTreeMap<u64, Group>,
    /// By the id of the version.
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

    /// Accepts the update methods that are set.
    fn route<'a>(&self, method: &'a Method, path: &'a str) -> Result<Route, Unmatched<'a>> {
        let found = route(self.api(), method, path);
        let is_update = |found: &Result<Route, Unmatched<'_>>| {
            found
                .as_ref()
                .is_ok_and(|(operation, _)| OperationId::of(operation) == Some(OperationId::UsersUpdate))
        };
        match self.settings.update_method {
            UpdateMethod::Put if is_update(&found) => {
                Err(Unmatched { method, path, allowed: vec!["GET", "PUT"] })
            }
            UpdateMethod::Put | UpdateMethod::Both if method == Method::PUT => {
                let by_post = route(self.api(), &Method::POST, path);
                if is_update(&by_post) { by_post } else { found }
            }
            _ => found,
        }
    }

    fn throttle(&mut self, _: &Incoming, world: &World) -> Option<Answer> {
        let settings = &self.settings;
        let wait = settings.quota?.wait(&mut self.let_through, world.clock.elapsed())?;
        let answer = Answer::text(429, "Too Many Requests\n");
        Some(if settings.retry_after { answer.header("retry-after", wait.to_string()) } else { answer })
    }

    fn deny(&mut self, incoming: &Incoming, _: &World) -> Option<Answer> {
        let settings = &self.settings;
        let given = incoming.headers.get(KEY_HEADER).and_then(|value| value.to_str().ok());
        if given != Some(settings.access_key.as_str()) {
            return Some(
                Rejection::UnknownKey { short: has_short_form(incoming.operation) }
                    .into_answer(&self.settings),
            );
        }
        (!settings.entitled).then(|| Rejection::NotAuthorised.into_answer(&self.settings))
    }

    fn answer(&mut self, incoming: &Incoming, world: &mut World) -> Answer {
        self.dispatch(incoming, world).unwrap_or_else(|rejection| rejection.into_answer(&self.settings))
    }

    fn event_config(&self) -> Option<EventConfig> {
        Some(events::event_config(&self.settings))
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
                does: "a schedule is cancelled in the web application; the event has the reason, which is optional",
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

/// Whether the operation rejects a wrong key in the short form.
fn has_short_form(operation: &'static Operation) -> bool {
    matches!(
        OperationId::of(operation),
        Some(
            OperationId::GroupsList
                | OperationId::GroupsGet
                | OperationId::LessonsList
                | OperationId::LessonsListDetails
                | OperationId::IltSessionsList
                | OperationId::IltSessionsGet
                | OperationId::IltSessionsListAttendees
        )
    )
}

impl Damstra {
    /// With the academy, unless it starts empty.
    pub(crate) fn new(start: Start, world: &World) -> Self {
        let mut state = Self {
            settings: Settings::default(),
            users: BTreeMap::new(),
            groups: BTreeMap::new(),
            lessons: BTreeMap::new(),
            schedules: BTreeMap::new(),
            sessions: BTreeMap::new(),
            outbox: Vec::new(),
            next: 100_000 + start.seed % 1_000_000,
            let_through: VecDeque::new(),
        };
        state.create_defaults(world);
        if !start.empty {
            state.enrol_academy(world);
        }
        state
    }

    fn dispatch(&mut self, incoming: &Incoming, world: &mut World) -> Result<Answer, Rejection> {
        let Some(operation) = OperationId::of(incoming.operation) else {
            return Ok(Answer::unsupported(incoming.operation));
        };
        match operation {
            OperationId::UsersSearch => self.search_users(incoming),
            OperationId::UsersGet => self.get_user(incoming),
            OperationId::UsersCreate => self.create_user(incoming, world),
            OperationId::UsersUpdate => self.update_user(incoming, world),
            OperationId::UsersBulkImport => self.import_users(incoming, world),
            OperationId::UsersActivate => self.set_active(incoming, world, true),
            OperationId::UsersInactivate => self.set_active(incoming, world, false),
            OperationId::UsersGenerateLoginUrl => self.login_url(incoming, world),
            OperationId::GroupsList => self.list_groups(incoming),
            OperationId::GroupsGet => self.get_group(incoming),
            OperationId::GroupsCreate => self.create_group(incoming, world),
            OperationId::GroupsUpdate => self.update_group(incoming),
            OperationId::GroupsListMembers => self.list_users_of_group(incoming, GroupRole::Members),
            OperationId::GroupsListSupervisors => self.list_users_of_group(incoming, GroupRole::Supervisors),
            OperationId::GroupsAddMembers => self.change_users_of_group(incoming, GroupRole::Members, true),
            OperationId::GroupsRemoveMembers => {
                self.change_users_of_group(incoming, GroupRole::Members, false)
            }
            OperationId::GroupsAddSupervisors => {
                self.change_users_of_group(incoming, GroupRole::Supervisors, true)
            }
            OperationId::GroupsRemoveSupervisors => {
                self.change_users_of_group(incoming, GroupRole::Supervisors, false)
            }
            OperationId::GroupsInactivate => self.inactivate_group(incoming),
            OperationId::LessonsList => self.list_lessons(incoming, world, false),
            OperationId::LessonsListDetails => self.list_lessons(incoming, world, true),
            OperationId::LessonSchedulesGet => self.get_schedule(incoming),
            OperationId::LessonSchedulesListOfUser => self.list_schedules(incoming, world),
            OperationId::LessonSchedulesCreate => self.create_schedules(incoming, world),
            OperationId::LessonSchedulesCompleteLesson => self.complete_lesson(incoming, world),
            OperationId::LessonSchedulesCertificate => self.certificate(incoming),
            OperationId::PlayerEmbed => {
                let schedule = require("lessonScheduleId", incoming.query("lessonScheduleId"))?;
                self.player(schedule, world)
            }
            OperationId::PlayerEmbedVersion => self.player(incoming.value("lessonScheduleId"), world),
            OperationId::IltSessionsList => self.list_sessions(incoming, world),
            OperationId::IltSessionsGet => self.get_session(incoming, world),
            OperationId::IltSessionsCreate => self.create_session(incoming, world),
            OperationId::IltSessionsUpdate => self.update_session(incoming, world),
            OperationId::IltSessionsComplete => self.complete_session(incoming, world),
            OperationId::IltSessionsCancel => self.cancel_session(incoming, world),
            OperationId::IltSessionsBulkRegister => self.register(incoming, world),
            OperationId::IltSessionsBulkDeregister => self.deregister(incoming, world),
            OperationId::IltSessionsListAttendees => self.list_attendees(incoming),
            OperationId::IltSessionsSaveProgress => self.save_progress(incoming, world),
        }
    }
}
