//! Coursepath by its contract: members, courses, results, programs, groups, and two kinds of credential.

mod access;
mod answer;
mod courses;
mod events;
mod groups;
mod input;
mod members;
mod store;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tassel_core::kit::Api;
use tassel_coursepath::OperationId;

use crate::exchange::{Answer, Incoming};
use crate::router::Unmatched;
use crate::sandbox::{Control, Emulator, Start, World};
use crate::settings::{TrailingQuota, VendorSettings};
use crate::webhooks::EventConfig;
use access::Caller;
use answer::Rejection;
use store::{Course, CourseResult, Mail, Member};

/// The personal API key that the sandbox accepts by default. It belongs to [`OWNER`].
pub const API_KEY: &str = "sandbox-coursepath-key";

/// The address of the key's owner, an administrator.
pub const OWNER: &str = "registrar@example.org";

/// The default secret of tokens.
pub const JWT_SECRET: &str = "sandbox-coursepath-secret";

/// The settings of Coursepath. Most choose between behaviours that the contract leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The accepted personal API key, which belongs to [`OWNER`].
    pub api_key: String,
    /// The rights of the key's owner.
    pub owner: Rights,
    /// The secret of tokens.
    pub jwt_secret: String,
    /// The maximum age of a token, in seconds.
    pub iat_past: i64,
    /// The maximum time that a token's `iat` may be in the future, in seconds.
    pub iat_future: i64,
    /// What creating a member does if the address exists.
    pub duplicate_email: DuplicateEmail,
    /// The form of lists.
    pub list_envelope: Envelope,
    /// Whether objects are wrapped in an object under a key such as `member`.
    pub wrap_objects: bool,
    /// Whether every success has the status 200. Otherwise 201 and 204 are used too.
    pub plain_200: bool,
    /// Whether answers to writes have an empty body.
    pub empty_bodies: bool,
    /// Whether adding a member to an unknown group creates the group.
    pub group_add_creates: bool,
    /// The quota; null for none. The vendor documents none.
    pub quota: Option<TrailingQuota>,
    /// Whether a 429 carries a `Retry-After`.
    pub retry_after: bool,
}

impl VendorSettings for Settings {}

impl Default for Settings {
    fn default() -> Self {
        Self {
            api_key: API_KEY.to_owned(),
            owner: Rights::Administrator,
            jwt_secret: JWT_SECRET.to_owned(),
            iat_past: 180,
            iat_future: 30,
            duplicate_email: DuplicateEmail::ReturnExisting,
            list_envelope: Envelope::Bare,
            wrap_objects: false,
            plain_200: false,
            empty_bodies: false,
            group_add_creates: true,
            quota: None,
            retry_after: true,
        }
    }
}

/// The rights of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rights {
    /// Everything.
    Administrator,
    /// Read the courses, the groups and their own records.
    Learner,
    /// Nothing.
    None,
}

/// What creating a member does if the address exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DuplicateEmail {
    /// The request is rejected with 409.
    Conflict,
    /// The existing member is returned.
    ReturnExisting,
    /// The existing member is changed and returned.
    Upsert,
}

/// The form of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Envelope {
    /// A bare list.
    Bare,
    /// An object with the list under its name, such as `members`.
    Named,
    /// An object with the list under `data`, and the offset.
    Data,
}

/// The state of Coursepath.
#[derive(Debug)]
pub(crate) struct Coursepath {
    pub(crate) settings: Settings,
    members: BTreeMap<u64, Member>,
    courses: BTreeMap<u64, Course>,
    /// The results, by course and member.
    results: BTreeMap<(u64, u64), CourseResult>,
    programs: BTreeSet<u64>,
    /// When members were added, by program and member.
    program_members: BTreeMap<(u64, u64), Timestamp>,
    /// The names of groups.
    groups: BTreeMap<u64, String>,
    /// By group and member.
    group_members: BTreeSet<(u64, u64)>,
    outbox: Vec<Mail>,
    /// The `jti` and `iat` of used tokens.
    used: BTreeMap<String, i64>,
    next: u64,
    /// The caller of the current request.
    caller: Option<Caller>,
    let_through: VecDeque<Duration>,
}

impl Emulator for Coursepath {
    fn api(&self) -> &'static Api {
        &tassel_coursepath::API
    }

    fn unmatched(&self, request: &Unmatched<'_>) -> Answer {
        let answer = request.wrong_method(|text| Rejection::Method(text).into_answer());
        answer.unwrap_or_else(|| request.unsupported(self.api()))
    }

    fn throttle(&mut self, _: &Incoming, world: &World) -> Option<Answer> {
        let settings = &self.settings;
        let wait = settings.quota?.wait(&mut self.let_through, world.clock.elapsed())?;
        let answer = Rejection::TooMany.into_answer();
        Some(if settings.retry_after { answer.header("retry-after", wait.to_string()) } else { answer })
    }

    fn deny(&mut self, incoming: &Incoming, world: &World) -> Option<Answer> {
        match self.admit(incoming, world) {
            Ok(caller) => {
                self.caller = Some(caller);
                None
            }
            Err(rejection) => Some(rejection.into_answer()),
        }
    }

    fn answer(&mut self, incoming: &Incoming, world: &mut World) -> Answer {
        let Some(operation) = OperationId::of(incoming.operation) else {
            return Answer::unsupported(incoming.operation);
        };
        let result = match operation {
            OperationId::CoursesList => Ok(self.list_courses(incoming)),
            OperationId::CoursesGet => self.get_course(incoming),
            OperationId::CoursesListOfMember => self.list_courses_of_member(incoming),
            OperationId::MembersMe => self.me(),
            OperationId::MembersGet => self.get_member(incoming),
            OperationId::MembersList => Ok(self.list_members(incoming, |_| true)),
            OperationId::MembersListOfCourse => self.list_members_of_course(incoming),
            OperationId::MembersListOfGroup => self.list_members_of_group(incoming),
            OperationId::MembersCreate => self.create_member(incoming, world).map(|(answer, _)| answer),
            OperationId::MembersCreateInCourse => self.create_in_course(incoming, world),
            OperationId::MembersCreateInProgram => self.create_in_program(incoming, world),
            OperationId::MembersUpdate => self.update_member(incoming),
            OperationId::MembersInvite
            | OperationId::MembersInviteToCourse
            | OperationId::MembersInviteToProgram => self.invite(incoming),
            OperationId::CourseMembersGet => self.get_result(incoming),
            OperationId::CourseMembersCreate => self.enrol(incoming, world),
            OperationId::CourseMembersDelete => self.unenrol(incoming, world),
            OperationId::ProgramMembersCreate => self.add_to_program(incoming, world),
            OperationId::ProgramMembersDelete => self.remove_from_program(incoming, world),
            OperationId::GroupsList => Ok(self.list_groups(incoming)),
            OperationId::GroupsListOfMember => self.list_groups_of_member(incoming),
            OperationId::GroupsAddMember => self.add_to_group(incoming),
            OperationId::GroupsRemoveMember => self.remove_from_groups(incoming),
        };
        result.unwrap_or_else(Rejection::into_answer)
    }

    fn event_config(&self) -> Option<EventConfig> {
        Some(events::EVENT_CONFIG)
    }

    fn controls(&self) -> &'static [Control] {
        &[
            Control {
                name: "finish_course",
                body: r#"{"course": 1042, "member": 58713, "score": 87, "success": true}"#,
                does: "a member finishes a course they are in",
            },
            Control {
                name: "finish_program",
                body: r#"{"program": 78, "member": 58713}"#,
                does: "a member finishes a program they are in",
            },
            Control { name: "outbox", body: "{}", does: "shows the invitations that were sent" },
        ]
    }

    fn control(&mut self, name: &str, body: &Value, world: &mut World) -> Result<Value, String> {
        match name {
            "finish_course" => self.finish_course(body, world),
            "finish_program" => self.finish_program(body, world),
            "outbox" => Ok(json!(self.outbox)),
            _ => Err(format!("there is no control `{name}`")),
        }
    }
}

impl Coursepath {
    /// With the academy, unless it starts empty.
    pub(crate) fn new(start: Start, world: &World) -> Self {
        let mut state = Self {
            settings: Settings::default(),
            members: BTreeMap::new(),
            courses: BTreeMap::new(),
            results: BTreeMap::new(),
            programs: BTreeSet::new(),
            program_members: BTreeMap::new(),
            groups: BTreeMap::new(),
            group_members: BTreeSet::new(),
            outbox: Vec::new(),
            used: BTreeMap::new(),
            next: 60_000 + start.seed % 1_000_000,
            caller: None,
            let_through: VecDeque::new(),
        };
        state.create_defaults(world);
        if !start.empty {
            state.enrol_academy(world);
        }
        state
    }
}
