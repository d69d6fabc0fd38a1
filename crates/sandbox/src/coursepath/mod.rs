//! Coursepath, as its contract says: members, courses, results, programs, groups, and two credentials.

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
use crate::sandbox::{Control, Emulator, Start, World};
use crate::settings::{TrailingQuota, VendorSettings};
use crate::webhooks::EventConfig;
use access::Caller;
use answer::Rejection;
use store::{Course, CourseResult, Mail, Member};

/// The personal API key the sandbox accepts unless its settings say otherwise. It belongs to [`OWNER`].
pub const API_KEY: &str = "sandbox-coursepath-key";

/// The address of the member whom the key belongs to: an administrator.
pub const OWNER: &str = "registrar@example.org";

/// The secret the sandbox accepts tokens of, unless its settings say otherwise.
pub const JWT_SECRET: &str = "sandbox-coursepath-secret";

/// What can be set for Coursepath. Each switch stands for something the contract leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The personal API key that is accepted, on behalf of [`OWNER`].
    pub api_key: String,
    /// What the member may do whom the key belongs to.
    pub owner: Rights,
    /// The secret that tokens are signed with.
    pub jwt_secret: String,
    /// How old a token may be, in seconds.
    pub iat_past: i64,
    /// How far in the future a token may have been made, in seconds.
    pub iat_future: i64,
    /// What creating a member does where the address is known.
    pub duplicate_email: DuplicateEmail,
    /// How lists come.
    pub list_envelope: Envelope,
    /// Whether objects come in one key of an object, such as `member`.
    pub wrap_objects: bool,
    /// Whether every success is 200, instead of 201 and 204 where they fit.
    pub plain_200: bool,
    /// Whether what is not read is answered with an empty body.
    pub empty_bodies: bool,
    /// Whether adding a member to a group creates the group.
    pub group_add_creates: bool,
    /// A quota; null for none, as none is documented.
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

/// What a member may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rights {
    /// Everything.
    Administrator,
    /// Read the courses and groups there are, and what is their own.
    Learner,
    /// Nothing.
    None,
}

/// What creating a member does where the address is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DuplicateEmail {
    /// It is refused with 409.
    Conflict,
    /// The member is returned as they are.
    ReturnExisting,
    /// The member is changed, and returned.
    Upsert,
}

/// How lists come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Envelope {
    /// As a list.
    Bare,
    /// In an object under what is listed, such as `members`, and nothing beside it.
    Named,
    /// In an object under `data`, with the offset beside it.
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
    /// Since when, by program and member.
    program_members: BTreeMap<(u64, u64), Timestamp>,
    /// The names of groups.
    groups: BTreeMap<u64, String>,
    /// By group and member.
    group_members: BTreeSet<(u64, u64)>,
    outbox: Vec<Mail>,
    /// The numbers of tokens that were used, and when they were made.
    used: BTreeMap<String, i64>,
    next: u64,
    /// Who makes the call that is being answered.
    caller: Option<Caller>,
    let_through: VecDeque<Duration>,
}

impl Emulator for Coursepath {
    fn api(&self) -> &'static Api {
        &tassel_coursepath::API
    }

    fn throttle(&mut self, world: &World) -> Option<Answer> {
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
    /// With the academy in it, unless it is to be empty.
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
