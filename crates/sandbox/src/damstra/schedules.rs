//! Lesson schedules, their certificates and the player.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::{Span, Timestamp};
use serde_json::{Value, json};

use super::Damstra;
use super::answer::{Rejection, milliseconds, page};
use super::events::{BY_HAND, ScheduleEvent, emit_schedule_event};
use super::input::{self, Fields, require};
use super::store::{CLIENT, Completion, DURATION, Schedule};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

const FILTERS: [&str; 6] = ["all", "scheduled", "due", "overdue", "completed", "cancelled"];

impl Damstra {
    /// A schedule by its id as text.
    fn schedule(&self, id: &str) -> Option<&Schedule> {
        self.schedules.get(&id.parse().ok()?)
    }

    fn schedule_at(&self, incoming: &Incoming) -> Result<&Schedule, Rejection> {
        let id = incoming.value("lessonScheduleId");
        self.schedule(id).ok_or_else(|| Rejection::NotFound("lesson schedule", id.to_owned()))
    }

    /// The fields that both forms of a schedule have.
    fn show_schedule(&self, schedule: &Schedule) -> Value {
        let user = &self.users[&schedule.user];
        let lesson = &self.lessons[&schedule.version];
        let mut shown = json!({
            "id": schedule.id, "lessonId": lesson.lesson_id, "lessonVersionId": lesson.version_id,
            "version": lesson.version, "lessonName": lesson.name, "userId": user.id,
            "userFirstName": user.first_name, "userLastName": user.last_name,
            "startDate": milliseconds(schedule.start), "endDate": milliseconds(schedule.end),
            "lessonStartedDate": null, "lessonCompletedDate": null, "lessonCompletedByName": null,
            "lessonDuration": DURATION, "progress": 0, "chapterCount": 2, "questionCount": 4,
            "questionnaireType": 19, "lessonEvolution": 129, "thumbnailId": 456_000 + lesson.lesson_id,
            "lessonThumbnail": format!("https://learning.example.org/lessons/{}/thumbnail.png", lesson.version_id),
            "createdDate": milliseconds(schedule.created), "modifiedDate": milliseconds(schedule.modified),
        });
        if let Some(done) = schedule.completed {
            let by = self.users.get(&done.by).map(|user| format!("{} {}", user.first_name, user.last_name));
            shown["lessonStartedDate"] = json!(milliseconds(done.at));
            shown["lessonCompletedDate"] = json!(milliseconds(done.at));
            shown["lessonCompletedBy"] = json!(done.by);
            shown["lessonCompletedByName"] = json!(by);
            shown["progress"] = json!(DURATION);
            shown["completionTypeId"] = json!(77);
        }
        if schedule.automatic {
            shown["typeId"] = json!(81);
        }
        shown
    }

    pub(super) fn get_schedule(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let schedule = self.schedule_at(incoming)?;
        let user = &self.users[&schedule.user];
        let mut shown = self.show_schedule(schedule);
        let more = json!({
            "active": schedule.is_open(), "clientId": CLIENT, "clientName": "Harbour Academy", "reminders": [],
            "questionResults": [], "questionnairePassRate": 80, "userUserName": user.user_name,
            "userEmployeeNumber": user.employee_number, "userGroups": [], "supervisors": [], "published": 65,
            "scheduleOverEmailAttempted": false, "overdueEmailAttempted": false, "movieId": 91_000,
            "moviePhysicalURI": format!("lessons/{}/movie.mp4", schedule.version), "movieSizeInBytes": 5_242_880,
        });
        for (name, value) in more.as_object().into_iter().flatten() {
            shown[name.as_str()] = value.clone();
        }
        Ok(Answer::json(200, &shown))
    }

    pub(super) fn list_schedules(&self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let user = self.user_at(incoming)?.id;
        let wanted = input::choice(incoming, "status", &FILTERS)?.unwrap_or("all");
        let now = world.clock.now();
        let found = self
            .schedules
            .values()
            .filter(|schedule| schedule.user == user && (wanted == "all" || schedule.status(now) == wanted));
        let show = |schedule: &Schedule| {
            let mut shown = self.show_schedule(schedule);
            let status = schedule.status(now);
            shown["status"] = json!(status);
            // No other status has a known number.
            if status == "completed" {
                shown["statusId"] = json!(94);
            }
            if schedule.automatic {
                shown["scheduleType"] = json!("automatic");
            }
            shown
        };
        let mut page = page(found.map(show), incoming, &self.settings)?;
        page.remove("meta");
        Ok(Answer::json(200, &page))
    }

    /// The open schedule of a user for any version of a lesson.
    pub(super) fn open_schedule(&self, user: u64, lesson: u64) -> Option<u64> {
        let found = self.schedules.values().find(|schedule| {
            schedule.user == user && schedule.is_open() && self.lessons[&schedule.version].lesson_id == lesson
        });
        found.map(|schedule| schedule.id)
    }

    /// Adds a schedule.
    fn add_schedule(
        &mut self,
        user: u64,
        version: u64,
        start: Timestamp,
        end: Timestamp,
        now: Timestamp,
    ) -> u64 {
        let id = self.number();
        let schedule = Schedule {
            id,
            user,
            version,
            start,
            end,
            completed: None,
            cancelled: false,
            automatic: false,
            created: now,
            modified: now,
        };
        self.schedules.insert(id, schedule);
        id
    }

    pub(super) fn create_schedules(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let user = self.user_at(incoming)?.id;
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        let versions = require("lessonVersionIds", fields.ids("lessonVersionIds")?)?;
        let active =
            |version: &u64| self.lessons.get(version).is_some_and(|lesson| lesson.status == "active");
        if let Some(version) = versions.iter().find(|version| !active(version)) {
            return Err(Rejection::invalid(format!("lessonVersionIds: {version} cannot be scheduled")));
        }
        let now = world.clock.now();
        let start = fields.instant("scheduleDate")?.map_or(now, |start| start.timestamp());
        let unit = fields.text("gracePeriodUnit")?;
        let grace = match (fields.loose_number("gracePeriod")?, unit.as_deref()) {
            // Clamped to what `Span` can hold.
            (None, None) => Span::new().days(self.settings.grace_days.clamp(-7_000_000, 7_000_000)),
            (Some(number @ 0..=1000), Some("days")) => Span::new().days(number),
            (Some(number @ 0..=1000), Some("months")) => Span::new().months(number),
            _ => return Err(Rejection::invalid("gracePeriod and gracePeriodUnit do not go together")),
        };
        let end = start.to_zoned(jiff::tz::TimeZone::UTC).saturating_add(grace).timestamp();
        let mut ids = Vec::new();
        for version in versions {
            if self.open_schedule(user, self.lessons[&version].lesson_id).is_none() {
                let id = self.add_schedule(user, version, start, end, now);
                emit_schedule_event(ScheduleEvent::Created, &self.schedules[&id], world);
                ids.push(id);
            }
        }
        if ids.is_empty() {
            return Err(Rejection::Duplicate);
        }
        Ok(Answer::json(200, &json!({"ids": ids})).acted())
    }

    pub(super) fn complete_lesson(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let user = self.user_at(incoming)?.id;
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        let at = require("completedDate", fields.instant("completedDate")?)?.timestamp();
        let by = require("manuallyCompletedByUserId", fields.id("manuallyCompletedByUserId")?)?;
        let (lesson, version) = (fields.id("lessonId")?, fields.id("lessonVersionId")?);
        if lesson.is_none() && version.is_none() {
            return Err(Rejection::invalid("neither lessonId nor lessonVersionId is there"));
        }
        if !self.users.get(&by).is_some_and(|user| user.active) {
            return Err(Rejection::NotAuthorised);
        }
        // A named version may be inactive; otherwise the active version of the lesson is used.
        let mut known = self.lessons.values().filter(|it| match version {
            Some(version) => it.version_id == version && ["active", "inactive"].contains(&it.status),
            None => Some(it.lesson_id) == lesson && it.status == "active",
        });
        let found = known.next().filter(|it| lesson.is_none_or(|lesson| lesson == it.lesson_id));
        let Some((version, lesson)) = found.map(|it| (it.version_id, it.lesson_id)) else {
            return Err(Rejection::invalid("there is no such published lesson"));
        };
        let now = world.clock.now();
        let id = match self.open_schedule(user, lesson) {
            Some(id) => id,
            None => self.add_schedule(user, version, at, at, now),
        };
        if let Some(schedule) = self.schedules.get_mut(&id) {
            schedule.complete(Completion { at, by, passed: true }, now);
            emit_schedule_event(ScheduleEvent::Completed, schedule, world);
        }
        Ok(Answer::json(200, &json!({"ids": [id]})).acted())
    }

    pub(super) fn certificate(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let schedule = self.schedule_at(incoming)?;
        if !schedule.completed.is_some_and(|done| done.passed) {
            return Err(Rejection::NotFound("certificate of lesson schedule", schedule.id.to_string()));
        }
        let (user, lesson) = (&self.users[&schedule.user], &self.lessons[&schedule.version]);
        let text = format!("{} {} has passed {}.", user.first_name, user.last_name, lesson.name);
        Ok(Answer::file("application/pdf", pdf(&text)))
    }

    /// The URL of a schedule's player.
    pub(super) fn player(&self, id: &str, world: &mut World) -> Result<Answer, Rejection> {
        let schedule = self.schedule(id).ok_or(Rejection::Schedule)?;
        match schedule {
            Schedule { cancelled: true, .. } => Err(Rejection::Cancelled),
            Schedule { completed: Some(_), .. } => Err(Rejection::Completed),
            _ => {
                let token = STANDARD.encode(format!("{:032x}", world.random.u128(..)));
                let url = format!("https://learning.example.org/#player/{id}?embed=true&token={token}");
                Ok(Answer::json(200, &json!({"embedUrl": url})))
            }
        }
    }

    /// Runs a control on a schedule.
    pub(super) fn change_schedule(
        &mut self,
        what: &str,
        body: &Value,
        world: &mut World,
    ) -> Result<Value, String> {
        let id = body["schedule"].as_u64();
        let schedule = id.and_then(|id| self.schedules.get_mut(&id));
        let schedule =
            schedule.ok_or("there is no such lesson schedule; name one by its number in `schedule`")?;
        if !schedule.is_open() {
            return Err("the lesson schedule is completed or cancelled".to_owned());
        }
        let now = world.clock.now();
        let event = match what {
            "finish_lesson" => {
                let passed = body["passed"].as_bool().ok_or("say in `passed` whether it was passed")?;
                let by = schedule.user;
                schedule.complete(Completion { at: now, by, passed }, now);
                ScheduleEvent::Completed
            }
            "cancel_schedule" => {
                let reason = match &body["reason"] {
                    Value::Null => BY_HAND,
                    reason => reason.as_str().ok_or("`reason` is not a text")?,
                };
                schedule.cancelled = true;
                ScheduleEvent::Cancelled(reason)
            }
            _ => {
                let days = body["days"].as_i64().filter(|days| days.abs() <= 10_000);
                let days = days.ok_or("say in `days` by how many it is moved")?;
                let move_by = Span::new().hours(days * 24);
                for at in [&mut schedule.start, &mut schedule.end] {
                    *at = at.saturating_add(move_by).unwrap_or(*at);
                }
                ScheduleEvent::Changed
            }
        };
        schedule.modified = now;
        emit_schedule_event(event, schedule, world);
        Ok(json!({"schedule": schedule.id, "status": schedule.status(now)}))
    }
}

/// A PDF of one page with one line.
fn pdf(text: &str) -> String {
    // Without an embedded font only ASCII can be shown.
    let line: String = text
        .chars()
        .map(|letter| if letter.is_ascii() && !"()\\".contains(letter) { letter } else { '?' })
        .collect();
    let stream = format!("BT /F1 18 Tf 72 700 Td ({line}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = file.len();
    file + &format!(
        "xref\n0 6\n0000000000 65535 f \n{places}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
}
