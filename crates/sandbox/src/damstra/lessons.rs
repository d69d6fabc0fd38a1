//! Lessons, which are read-only.

use serde_json::{Value, json};

use super::Damstra;
use super::answer::{Rejection, page, seconds};
use super::input::{list, within};
use super::store::{CLIENT, DURATION, Lesson};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

const STATUSES: [&str; 5] = ["active", "inactive", "never", "rendering", "error"];

impl Lesson {
    fn show(&self) -> Value {
        let created = seconds(self.created);
        json!({
            "lessonVersionId": self.version_id, "lessonId": self.lesson_id, "name": self.name, "duration": DURATION,
            "status": self.status, "inLibrary": false, "version": self.version, "questionnaireType": 18,
            "clientId": CLIENT,
            "lessonVersionCustomFields": [{
                "lessonVersionId": self.version_id, "customFieldId": 14, "customFieldDescription": "Berth",
                "fieldId": "customField1", "type": "string", "value": "14B", "id": 70_000 + self.version_id,
                "createdDate": created, "modifiedDate": created,
            }],
            "createdDate": created, "modifiedDate": created,
        })
    }

    fn show_detail(&self) -> Value {
        json!({
            "lessonVersionId": self.version_id, "lessonId": self.lesson_id, "name": self.name, "published": 65,
            "duration": DURATION, "status": self.status, "inLibrary": false, "version": self.version,
            "clientId": CLIENT,
        })
    }
}

impl Damstra {
    /// Lists lessons, with or without details.
    pub(super) fn list_lessons(
        &self,
        incoming: &Incoming,
        world: &World,
        details: bool,
    ) -> Result<Answer, Rejection> {
        let ids = list(incoming, "lessonIds");
        let statuses = list(incoming, "publishedStates");
        if statuses.iter().flatten().any(|status| !STATUSES.contains(status)) {
            return Err(Rejection::invalid(format!("publishedStates are {}", STATUSES.join(", "))));
        }
        let found = self.lessons.values().filter(|lesson| {
            let id = lesson.lesson_id.to_string();
            ids.as_ref().is_none_or(|ids| ids.contains(&id.as_str()))
                && statuses.as_ref().is_none_or(|statuses| statuses.contains(&lesson.status))
                && within(incoming.query("q"), &[lesson.name])
        });
        let show = |lesson: &Lesson| if details { lesson.show_detail() } else { lesson.show() };
        let mut page = page(found.map(show), incoming, &self.settings)?;
        if details {
            // Only this listing has a time of its own, and ids without a meaning.
            let now = json!(seconds(world.clock.now()));
            let noise = [("createdDate", now.clone()), ("modifiedDate", now), ("id", json!("null"))];
            for (name, value) in noise {
                page["meta"][name] = value.clone();
                page.insert(name.to_owned(), value);
            }
        }
        Ok(Answer::json(200, &page))
    }
}
