//! Events: an unsigned JSON object for each user, with ids as texts.

use std::time::Duration;

use serde_json::Value;

use super::Settings;
use super::answer::milliseconds;
use super::store::{ACCOUNT_OWNER, Schedule, User};
use crate::sandbox::World;
use crate::webhooks::EventConfig;

/// The only known reason for a cancellation.
pub(super) const BY_HAND: &str = "SCHEDULE_CANCELLED_MANUALLY";

/// How events are sent.
pub(super) fn event_config(settings: &Settings) -> EventConfig {
    EventConfig {
        events: &[
            "lesson.schedule.completed",
            "lesson.schedule.changed",
            "lesson.schedule.created",
            "lesson.schedule.cancelled",
            "user.account.created",
            "user.settings.updated",
            "user.account.inactivate",
        ],
        content_type: "application/json",
        secret: None,
        attempts: settings.webhook_attempts,
        pause: Duration::from_secs(settings.webhook_pause),
    }
}

/// A kind of event about a schedule.
#[derive(Debug, Clone, Copy)]
pub(super) enum ScheduleEvent<'a> {
    Created,
    Changed,
    Completed,
    Cancelled(&'a str),
}

/// A kind of event about a user.
#[derive(Debug, Clone, Copy)]
pub(super) enum UserEvent {
    Created,
    Updated,
    Inactivated,
}

/// Emits an event about a schedule. The vendor spells the key of the user's id in two ways.
pub(super) fn emit_schedule_event(what: ScheduleEvent<'_>, schedule: &Schedule, world: &mut World) {
    let id = ("lessonScheduleId", schedule.id.to_string());
    let user = schedule.user.to_string();
    let (name, fields) = match what {
        ScheduleEvent::Completed => ("lesson.schedule.completed", vec![id, ("userId", user)]),
        ScheduleEvent::Changed => {
            let start = ("scheduleDate", milliseconds(schedule.start));
            ("lesson.schedule.changed", vec![start, id, ("userID", user)])
        }
        ScheduleEvent::Created => ("lesson.schedule.created", vec![id, ("userID", user)]),
        ScheduleEvent::Cancelled(reason) => {
            let reason = ("cancellationReason", reason.to_owned());
            ("lesson.schedule.cancelled", vec![id, ("userID", user), reason])
        }
    };
    emit(name, fields, world);
}

/// Emits an event about a user. The acting user is the account's owner.
pub(super) fn emit_user_event(what: UserEvent, user: &User, world: &mut World) {
    let id = ("userId", user.id.to_string());
    let user_name = ("userName", user.user_name.clone());
    let (name, fields) = match what {
        UserEvent::Created => {
            let names = [("firstName", user.first_name.clone()), ("lastName", user.last_name.clone())];
            ("user.account.created", names.into_iter().chain([user_name, id]).collect())
        }
        UserEvent::Updated => {
            ("user.settings.updated", vec![id, ("actingUserId", ACCOUNT_OWNER.to_string())])
        }
        UserEvent::Inactivated => ("user.account.inactivate", vec![user_name, id]),
    };
    emit(name, fields, world);
}

fn emit(name: &'static str, fields: Vec<(&str, String)>, world: &mut World) {
    let now = ("timeStamp", milliseconds(world.clock.now()));
    let fields = [("name", name.to_owned())].into_iter().chain(fields).chain([now]);
    // Keys need no escaping; values do.
    let fields: Vec<_> = fields.map(|(key, value)| format!(r#""{key}":{}"#, Value::from(value))).collect();
    world.emit("damstra", name, format!("{{{}}}", fields.join(",")));
}
