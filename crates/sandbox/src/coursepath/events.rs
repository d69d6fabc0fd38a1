//! Events: unsigned forms with ids, each sent once.

use std::time::Duration;

use crate::sandbox::World;
use crate::webhooks::EventConfig;

pub(super) const COURSEMEMBER_CREATED: &str = "COURSEMEMBER_CREATED";
pub(super) const COURSEMEMBER_COMPLETED: &str = "COURSEMEMBER_COMPLETED";
pub(super) const COURSEMEMBER_DELETED: &str = "COURSEMEMBER_DELETED";
pub(super) const PROGRAMMEMBER_CREATED: &str = "PROGRAMMEMBER_CREATED";
pub(super) const PROGRAMMEMBER_COMPLETED: &str = "PROGRAMMEMBER_COMPLETED";
pub(super) const PROGRAMMEMBER_DELETED: &str = "PROGRAMMEMBER_DELETED";

/// How events are sent.
pub(super) const EVENT_CONFIG: EventConfig = EventConfig {
    events: &[
        COURSEMEMBER_CREATED,
        COURSEMEMBER_COMPLETED,
        COURSEMEMBER_DELETED,
        PROGRAMMEMBER_CREATED,
        PROGRAMMEMBER_COMPLETED,
        PROGRAMMEMBER_DELETED,
    ],
    content_type: "application/x-www-form-urlencoded",
    secret: None,
    attempts: 1,
    pause: Duration::ZERO,
};

/// Emits an event about a member in a course or a program.
pub(super) fn emit(name: &'static str, (place, member): (u64, u64), world: &mut World) {
    let id = if name.starts_with("COURSE") { "courseId" } else { "programId" };
    world.emit("coursepath", name, format!("{id}={place}&memberId={member}&event={name}"));
}
