//! A Moodle that is joined to the account.

use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;

use super::refusal::Refusal;
use super::{NameCoach, input};
use crate::exchange::{Incoming, Reply};
use crate::sandbox::World;

impl NameCoach {
    pub(super) fn synchronize(&mut self, incoming: &Incoming, world: &World) -> Result<Reply, Refusal> {
        let settings = &self.settings.moodle;
        let body = input::object(incoming).ok_or(Refusal::UnreadableSynchronization)?;
        let token = body.get("api_token").and_then(Value::as_str);
        let course = body.get("external_course_id").and_then(input::text);
        let (Some(token), Some(course)) = (token, course) else {
            return Err(Refusal::UnreadableSynchronization);
        };
        if token != settings.api_token {
            return Err(Refusal::NoToolConsumer);
        }
        if settings.disabled {
            return Err(Refusal::Disabled);
        }
        if !settings.courses.contains(&course) {
            return Err(Refusal::NoCourse);
        }
        let now = world.clock.elapsed();
        if self.synchronizing.get(&course).is_some_and(|until| *until > now) {
            return Err(Refusal::Busy);
        }
        self.synchronizing.insert(course, now.saturating_add(Duration::from_secs(settings.seconds)));
        // It says that it is JSON, and there is nothing in it.
        let mut reply = Reply::json(200, &Value::Null).acted();
        reply.replace_body(|_| Bytes::new());
        Ok(reply)
    }
}
