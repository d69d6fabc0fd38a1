//! A Moodle that is connected to the account.

use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;

use super::rejection::Rejection;
use super::{NameCoach, input};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

impl NameCoach {
    pub(super) fn synchronize(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let settings = &self.settings.moodle;
        let body = input::object(incoming).ok_or(Rejection::UnreadableSynchronization)?;
        let token = body.get("api_token").and_then(Value::as_str);
        let course = body.get("external_course_id").and_then(input::text);
        let (Some(token), Some(course)) = (token, course) else {
            return Err(Rejection::UnreadableSynchronization);
        };
        if token != settings.api_token {
            return Err(Rejection::NoToolConsumer);
        }
        if settings.disabled {
            return Err(Rejection::Disabled);
        }
        if !settings.courses.contains(&course) {
            return Err(Rejection::NoCourse);
        }
        let now = world.clock.elapsed();
        if self.synchronizing.get(&course).is_some_and(|until| *until > now) {
            return Err(Rejection::Busy);
        }
        self.synchronizing.insert(course, now.saturating_add(Duration::from_secs(settings.seconds)));
        // The content type is JSON, but the body is empty.
        let mut answer = Answer::json(200, &Value::Null).acted();
        answer.replace_body(|_| Bytes::new());
        Ok(answer)
    }
}
