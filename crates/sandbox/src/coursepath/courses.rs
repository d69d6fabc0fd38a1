//! Courses, programs and the results of members.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Coursepath;
use super::answer::{Rejection, done, found, object, page, seconds};
use super::events::{self as event, emit};
use super::store::{Course, CourseResult};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// The maximum number of courses on a page.
const CAP: usize = 100;

impl Coursepath {
    /// The course that the path names.
    pub(super) fn course(&self, incoming: &Incoming) -> Result<&Course, Rejection> {
        let id = incoming.value("courseId").parse().ok();
        id.and_then(|id: u64| self.courses.get(&id)).ok_or(Rejection::NotFound("course"))
    }

    /// The program that the path names.
    pub(super) fn program(&self, incoming: &Incoming) -> Result<u64, Rejection> {
        let id = incoming.value("programId").parse().ok();
        id.filter(|id| self.programs.contains(id)).ok_or(Rejection::NotFound("program"))
    }

    pub(super) fn list_courses(&self, incoming: &Incoming) -> Answer {
        page("courses", self.courses.values(), Course::show, CAP, incoming, &self.settings)
    }

    pub(super) fn get_course(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        Ok(found("course", self.course(incoming)?.show(), &self.settings))
    }

    pub(super) fn list_courses_of_member(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let member = self.member(incoming)?.id;
        let courses = self.courses.values().filter(|course| self.results.contains_key(&(course.id, member)));
        Ok(page("courses", courses, Course::show, CAP, incoming, &self.settings))
    }

    pub(super) fn create_in_course(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let course = self.course(incoming)?.id;
        let (answer, member) = self.create_member(incoming, world)?;
        self.join_course((course, member), world);
        Ok(answer)
    }

    pub(super) fn create_in_program(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let program = self.program(incoming)?;
        let (answer, member) = self.create_member(incoming, world)?;
        self.join_program((program, member), world);
        Ok(answer)
    }

    /// Adds a member to a course. Emits an event, unless they are in it.
    fn join_course(&mut self, pair: (u64, u64), world: &mut World) -> &CourseResult {
        self.results.entry(pair).or_insert_with(|| {
            emit(event::COURSEMEMBER_CREATED, pair, world);
            CourseResult::default()
        })
    }

    /// Adds a member to a program. Emits an event, unless they are in it. Returns when they were added.
    fn join_program(&mut self, pair: (u64, u64), world: &mut World) -> Timestamp {
        *self.program_members.entry(pair).or_insert_with(|| {
            emit(event::PROGRAMMEMBER_CREATED, pair, world);
            world.clock.now()
        })
    }

    /// The course and the member that the path names.
    fn pair(&self, incoming: &Incoming) -> Result<(u64, u64), Rejection> {
        Ok((self.course(incoming)?.id, self.member(incoming)?.id))
    }

    pub(super) fn get_result(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let pair = self.pair(incoming)?;
        let result = self.results.get(&pair).ok_or(Rejection::NotFound("enrolment"))?;
        Ok(found("courseMember", result.show(pair.0, pair.1), &self.settings))
    }

    pub(super) fn enrol(&mut self, incoming: &Incoming, world: &mut World) -> Result<Answer, Rejection> {
        let pair = self.pair(incoming)?;
        let shown = self.join_course(pair, world).show(pair.0, pair.1);
        Ok(done(200, Some(object("courseMember", shown, &self.settings)), &self.settings))
    }

    pub(super) fn unenrol(&mut self, incoming: &Incoming, world: &mut World) -> Result<Answer, Rejection> {
        let pair = self.pair(incoming)?;
        self.results.remove(&pair).ok_or(Rejection::NotFound("enrolment"))?;
        emit(event::COURSEMEMBER_DELETED, pair, world);
        Ok(done(204, None, &self.settings))
    }

    pub(super) fn add_to_program(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let (program, member) = (self.program(incoming)?, self.member(incoming)?.id);
        let since = self.join_program((program, member), world);
        let shown = json!({"programId": program, "memberId": member, "created": seconds(since)});
        Ok(done(200, Some(object("programMember", shown, &self.settings)), &self.settings))
    }

    pub(super) fn remove_from_program(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let pair = (self.program(incoming)?, self.member(incoming)?.id);
        self.program_members.remove(&pair).ok_or(Rejection::NotFound("enrolment"))?;
        emit(event::PROGRAMMEMBER_DELETED, pair, world);
        Ok(done(204, None, &self.settings))
    }

    /// A member finishes a course.
    pub(super) fn finish_course(&mut self, body: &Value, world: &mut World) -> Result<Value, String> {
        let (course, member) = (number(body, "course")?, number(body, "member")?);
        let success = body["success"].as_bool().ok_or("`success` is missing, or neither true nor false")?;
        let result = self.results.get_mut(&(course, member));
        let result = result.ok_or_else(|| format!("member {member} is not in course {course}"))?;
        *result = CourseResult {
            score: body["score"].as_f64(),
            success: Some(success),
            completed: Some(world.clock.now()),
        };
        emit(event::COURSEMEMBER_COMPLETED, (course, member), world);
        Ok(result.show(course, member))
    }

    /// A member finishes a program. Nothing is stored, as no operation reads it.
    pub(super) fn finish_program(&self, body: &Value, world: &mut World) -> Result<Value, String> {
        let (program, member) = (number(body, "program")?, number(body, "member")?);
        if !self.program_members.contains_key(&(program, member)) {
            return Err(format!("member {member} is not in program {program}"));
        }
        emit(event::PROGRAMMEMBER_COMPLETED, (program, member), world);
        Ok(json!({"programId": program, "memberId": member}))
    }
}

fn number(body: &Value, name: &str) -> Result<u64, String> {
    body[name].as_u64().ok_or_else(|| format!("`{name}` is missing, or not a whole number"))
}
