//! Instructor-led sessions and their attendees.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Damstra;
use super::answer::{Rejection, done, local, page, zoned};
use super::events::{ScheduleEvent, emit_schedule_event};
use super::input::{self, Fields, require};
use super::store::{ACCOUNT_OWNER, Attendee, Completion, Session, User};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

impl Session {
    /// The state at a time: its number and its name.
    fn state(&self, now: Timestamp) -> (usize, &'static str) {
        if now < self.start.timestamp() {
            (1, "upcoming")
        } else if now <= self.end.timestamp() {
            (2, "inprogress")
        } else {
            (3, "past")
        }
    }

    /// The fields that both forms of a session have.
    fn show(&self) -> Value {
        let mut shown = json!({
            "id": self.id, "statusId": self.status, "instructorId": self.instructor, "notes": self.notes,
            "numberOfPlaces": self.places, "startDatetime": zoned(&self.start), "endDatetime": zoned(&self.end),
            "location": self.location, "createdDate": local(self.created), "modifiedDate": local(self.modified),
        });
        if let Some(lesson) = self.lesson {
            shown["lessonId"] = json!(lesson);
        }
        shown
    }

    /// The percentage of attendees for whom something holds; null if it is known of none.
    fn rate(&self, is_so: impl Fn(&Attendee) -> Option<bool>) -> Value {
        let known = self.attendees.iter().filter_map(is_so);
        let (so, all) = known.fold((0_u32, 0_u32), |(so, all), is_so| (so + u32::from(is_so), all + 1));
        if all == 0 { Value::Null } else { json!(f64::from(so * 100) / f64::from(all)) }
    }
}

impl Damstra {
    fn session_at(&self, incoming: &Incoming) -> Result<&Session, Rejection> {
        let id = incoming.value("iltSessionId");
        let session = id.parse().ok().and_then(|id: u64| self.sessions.get(&id));
        session.ok_or_else(|| Rejection::NotFound("session", id.to_owned()))
    }

    /// Rejects a request if the session is completed or cancelled.
    fn reject_closed(&self, incoming: &Incoming) -> Result<(), Rejection> {
        match self.session_at(incoming)?.status {
            1 => Ok(()),
            _ => Err(Rejection::invalid("the session is completed or cancelled")),
        }
    }

    /// Changes the session that the path names, and its modification time.
    fn change_session(
        &mut self,
        incoming: &Incoming,
        world: &World,
        change: impl FnOnce(&mut Session),
    ) -> Result<(), Rejection> {
        let id = self.session_at(incoming)?.id;
        if let Some(session) = self.sessions.get_mut(&id) {
            change(session);
            session.modified = world.clock.now();
        }
        Ok(())
    }

    fn show_listed(&self, session: &Session) -> Value {
        let mut shown = session.show();
        let instructor = self.users.get(&session.instructor);
        shown["instructorFirstName"] = json!(instructor.map(|user| &user.first_name));
        shown["instructorLastName"] = json!(instructor.map(|user| &user.last_name));
        shown
    }

    fn show_detail(&self, session: &Session, now: Timestamp) -> Value {
        let mut shown = session.show();
        let lesson = self.lessons.values().find(|lesson| Some(lesson.lesson_id) == session.lesson);
        let more = json!({
            "lessonName": lesson.map(|lesson| lesson.name), "instructorLed": true,
            "numberOfAttendees": session.attendees.len(), "state": session.state(now).1,
            "attendanceRate": session.rate(|attendee| attendee.attended),
            "passRate": session.rate(|attendee| attendee.passed),
            "iltSessionCancellationTraineeNotificationEnabled": session.notify_trainees,
            "iltSessionCancellationInstructorNotificationEnabled": session.notify_instructor,
        });
        for (name, value) in more.as_object().into_iter().flatten() {
            shown[name.as_str()] = value.clone();
        }
        shown
    }

    pub(super) fn list_sessions(&self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let filter = |name, known: &[&str]| {
            Ok(input::choice(incoming, name, known)?.and_then(|text| text.parse().ok()))
        };
        let state: Option<usize> = filter("state", &["1", "2", "3"])?;
        let status = filter("status", &["1", "2", "3"])?.map(|status: usize| status as i64);
        // An invalid id matches nobody.
        let id = |name| incoming.query(name).map(|text| text.parse().unwrap_or(0));
        let (schedule, instructor) = (id("lessonScheduleId"), id("instructorId"));
        let now = world.clock.now();
        let found = self.sessions.values().filter(|session| {
            state.is_none_or(|state| session.state(now).0 == state)
                && status.is_none_or(|status| session.status == status)
                && instructor.is_none_or(|instructor: u64| session.instructor == instructor)
                && schedule
                    .is_none_or(|schedule| session.attendees.iter().any(|it| it.schedule == Some(schedule)))
        });
        Ok(Answer::json(
            200,
            &page(found.map(|session| self.show_listed(session)), incoming, &self.settings)?,
        ))
    }

    pub(super) fn get_session(&self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        Ok(Answer::json(200, &self.show_detail(self.session_at(incoming)?, world.clock.now())))
    }

    fn read_instructor(&self, fields: Fields<'_>) -> Result<u64, Rejection> {
        let id = require("instructorId", fields.id("instructorId")?)?;
        if self.users.contains_key(&id) {
            Ok(id)
        } else {
            Err(Rejection::invalid(format!("instructorId: there is no user {id}")))
        }
    }

    pub(super) fn create_session(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        let start = require("startDatetime", fields.instant("startDatetime")?)?;
        let end = require("endDatetime", fields.instant("endDatetime")?)?;
        let location = require("location", fields.text("location")?)?;
        let instructor = self.read_instructor(fields)?;
        let lesson = fields.id("lessonId")?;
        if let Some(lesson) = lesson.filter(|id| !self.lessons.values().any(|lesson| lesson.lesson_id == *id))
        {
            return Err(Rejection::invalid(format!("lessonId: there is no lesson {lesson}")));
        }
        if end < start {
            return Err(Rejection::invalid("endDatetime is before startDatetime"));
        }
        let (notes, now) = (fields.text("notes")?, world.clock.now());
        let id = self.number();
        let session = Session {
            id,
            status: 1,
            instructor,
            lesson,
            notes,
            places: None,
            start,
            end,
            location,
            notify_trainees: true,
            notify_instructor: true,
            attendees: Vec::new(),
            created: now,
            modified: now,
        };
        let shown = self.show_listed(&session);
        self.sessions.insert(id, session);
        Ok(Answer::json(200, &shown).acted())
    }

    pub(super) fn update_session(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        self.session_at(incoming)?;
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        let location = require("location", fields.text("location")?)?;
        let instructor = self.read_instructor(fields)?;
        let status = fields.number("statusId")?;
        if status.is_some_and(|status| !(1..=3).contains(&status)) {
            return Err(Rejection::invalid("statusId is none of 1, 2, 3"));
        }
        let (notes, places) = (fields.text("notes")?, fields.number("numberOfPlaces")?);
        self.change_session(incoming, world, |session| {
            (session.location, session.instructor) = (location, instructor);
            session.status = status.unwrap_or(session.status);
            session.notes = notes.or(session.notes.take());
            session.places = places.or(session.places);
        })?;
        let shown = self.show_detail(self.session_at(incoming)?, world.clock.now());
        Ok(Answer::json(200, &shown).acted())
    }

    pub(super) fn complete_session(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        self.reject_closed(incoming)?;
        let mut schedules = Vec::new();
        self.change_session(incoming, world, |session| {
            session.status = 2;
            schedules = session.attendees.iter().filter_map(|attendee| attendee.schedule).collect();
        })?;
        schedules.into_iter().for_each(|schedule| self.pass(schedule, world));
        Ok(done(&self.settings))
    }

    /// Completes a schedule and emits an event, if it is open.
    fn pass(&mut self, schedule: u64, world: &mut World) {
        let now = world.clock.now();
        if let Some(schedule) = self.schedules.get_mut(&schedule).filter(|schedule| schedule.is_open()) {
            let by = schedule.user;
            schedule.complete(Completion { at: now, by, passed: true }, now);
            emit_schedule_event(ScheduleEvent::Completed, schedule, world);
        }
    }

    pub(super) fn cancel_session(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        self.reject_closed(incoming)?;
        let body = input::body(incoming)?;
        let fields = Fields::of(&body)?;
        let flag = |name: &str| require(name, fields.boolean(name)?);
        let trainees = flag("iltSessionCancellationTraineeNotificationEnabled")?;
        let instructor = flag("iltSessionCancellationInstructorNotificationEnabled")?;
        self.change_session(incoming, world, |session| {
            session.status = 3;
            (session.notify_trainees, session.notify_instructor) = (trainees, instructor);
        })?;
        Ok(done(&self.settings))
    }

    pub(super) fn register(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let session = self.session_at(incoming)?;
        let body = input::body(incoming)?;
        let mut users = self.users_named(Fields::of(&body)?)?;
        users.sort_unstable();
        users.dedup();
        users.retain(|user| !session.attendees.iter().any(|attendee| attendee.user == *user));
        let places = session.places.and_then(|places| usize::try_from(places).ok());
        if places.is_some_and(|places| session.attendees.len() + users.len() > places) {
            return Err(Rejection::invalid("there are not so many places"));
        }
        let now = world.clock.now();
        let mut attendees = Vec::new();
        for user in users {
            let schedule = session.lesson.and_then(|lesson| self.open_schedule(user, lesson));
            if schedule.is_none() && !self.settings.register_unscheduled {
                return Err(Rejection::invalid(format!("user {user} is not scheduled for the lesson")));
            }
            let (passed, attended) = (None, None);
            attendees.push(Attendee { id: 0, user, schedule, passed, attended, created: now, modified: now });
        }
        for attendee in &mut attendees {
            attendee.id = self.number();
        }
        self.change_session(incoming, world, |session| session.attendees.extend(attendees))?;
        Ok(done(&self.settings))
    }

    pub(super) fn deregister(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        self.session_at(incoming)?;
        let body = input::body(incoming)?;
        let users = self.users_named(Fields::of(&body)?)?;
        self.change_session(incoming, world, |session| {
            session.attendees.retain(|attendee| !users.contains(&attendee.user));
        })?;
        Ok(done(&self.settings))
    }

    pub(super) fn list_attendees(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let session = self.session_at(incoming)?;
        // The acting user is always the account's owner.
        let owner = &self.users[&ACCOUNT_OWNER];
        let show = |attendee: &Attendee| {
            let User { user_name, first_name, last_name, .. } = &self.users[&attendee.user];
            let mut shown = json!({
                "id": attendee.id, "userId": attendee.user, "sessionId": session.id, "userName": user_name,
                "firstName": first_name, "lastName": last_name, "registeringUserId": owner.id,
                "registeringUserFirstName": owner.first_name, "registeringUserLastName": owner.last_name,
                "passed": attendee.passed, "attended": attendee.attended,
                "createdDate": local(attendee.created), "modifiedDate": local(attendee.modified),
            });
            if let Some(schedule) = attendee.schedule {
                shown["lessonScheduleId"] = json!(schedule);
            }
            shown
        };
        let results: Vec<_> = session.attendees.iter().map(show).collect();
        let meta = json!({"totalResultCount": results.len(), "startIndex": 0, "endIndex": results.len()});
        Ok(Answer::json(200, &json!({"results": results, "meta": meta})))
    }

    pub(super) fn save_progress(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let session = self.session_at(incoming)?;
        let body = input::body(incoming)?;
        let items =
            require("attendees", Fields::of(&body)?.list("attendees")?.filter(|items| !items.is_empty()))?;
        let mut saved = Vec::new();
        for item in items {
            let fields = Fields::of(item)?;
            let id = require("id", fields.id("id")?)?;
            if !session.attendees.iter().any(|attendee| attendee.id == id) {
                return Err(Rejection::NotFound("attendee", id.to_string()));
            }
            saved.push((id, fields.boolean("passed")?, fields.boolean("attended")?));
        }
        let now = world.clock.now();
        let mut schedules = Vec::new();
        self.change_session(incoming, world, |session| {
            for (id, passed, attended) in saved {
                for attendee in session.attendees.iter_mut().filter(|attendee| attendee.id == id) {
                    attendee.passed = passed.or(attendee.passed);
                    attendee.attended = attended.or(attendee.attended);
                    attendee.modified = now;
                    schedules.extend(attendee.schedule.filter(|_| passed == Some(true)));
                }
            }
        })?;
        schedules.into_iter().for_each(|schedule| self.pass(schedule, world));
        Ok(done(&self.settings))
    }
}
