//! Members.

use super::answer::{Rejection, done, found, object, page};
use super::input::{address, field, fields};
use super::store::{FIELDS, Mail, Member};
use super::{Coursepath, DuplicateEmail};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// The maximum number of members on a page.
const CAP: usize = 500;

impl Coursepath {
    /// The member that the path names.
    pub(super) fn member(&self, incoming: &Incoming) -> Result<&Member, Rejection> {
        let id = incoming.value("memberId").parse().ok();
        id.and_then(|id: u64| self.members.get(&id)).ok_or(Rejection::NotFound("member"))
    }

    pub(super) fn me(&self) -> Result<Answer, Rejection> {
        let member = self.caller.and_then(|caller| self.members.get(&caller.0));
        member
            .map(|member| found("member", member.show(), &self.settings))
            .ok_or(Rejection::NotFound("member"))
    }

    pub(super) fn get_member(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        Ok(found("member", self.member(incoming)?.show(), &self.settings))
    }

    /// Lists the members that match the filters. Filters match exactly, the address in any case.
    pub(super) fn list_members(&self, incoming: &Incoming, among: impl Fn(u64) -> bool) -> Answer {
        let members = self.members.values().filter(|member| {
            let fits = |(name, value): (&&str, &Option<String>)| {
                incoming.query(name).is_none_or(|wanted| value.as_deref() == Some(wanted))
            };
            among(member.id)
                && incoming.query("email").is_none_or(|email| member.is_at(email))
                && FIELDS.iter().zip(&member.fields).all(fits)
        });
        page("members", members, Member::show, CAP, incoming, &self.settings)
    }

    pub(super) fn list_members_of_course(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let course = self.course(incoming)?.id;
        Ok(self.list_members(incoming, |id| self.results.contains_key(&(course, id))))
    }

    pub(super) fn list_members_of_group(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let group = incoming.value("groupId").parse().ok().filter(|id| self.groups.contains_key(id));
        let group: u64 = group.ok_or(Rejection::NotFound("group"))?;
        Ok(self.list_members(incoming, |id| self.group_members.contains(&(group, id))))
    }

    /// Creates a member. If the address exists, the settings decide. Returns the id too.
    pub(super) fn create_member(
        &mut self,
        incoming: &Incoming,
        world: &World,
    ) -> Result<(Answer, u64), Rejection> {
        let fields = fields(incoming)?;
        let email = address(&fields)?;
        let known = self.members.values().find(|member| member.is_at(&email)).map(|member| member.id);
        let (status, id) = match (known, self.settings.duplicate_email) {
            (Some(_), DuplicateEmail::Conflict) => return Err(Rejection::Conflict),
            (Some(id), DuplicateEmail::ReturnExisting) => (200, id),
            (Some(id), DuplicateEmail::Upsert) => {
                self.change(id, &fields);
                (200, id)
            }
            (None, _) => {
                let id = self.number();
                let name = name_of(&email);
                let created = world.clock.now();
                let member = Member { id, email, name, fields: Default::default(), created };
                self.members.insert(id, member);
                self.change(id, &fields);
                (201, id)
            }
        };
        let shown = self.members.get(&id).map(|member| object("member", member.show(), &self.settings));
        Ok((done(status, shown, &self.settings), id))
    }

    /// Sets the fields that are in the input. An empty value clears a field.
    fn change(&mut self, id: u64, fields: &[(String, String)]) {
        let Some(member) = self.members.get_mut(&id) else { return };
        if let Some(name) = field(fields, "name") {
            member.name = if name.is_empty() { name_of(&member.email) } else { name.to_owned() };
        }
        for (name, held) in FIELDS.iter().zip(&mut member.fields) {
            if let Some(value) = field(fields, name) {
                *held = Some(value.to_owned()).filter(|value| !value.is_empty());
            }
        }
    }

    pub(super) fn update_member(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let id = self.member(incoming)?.id;
        let fields = fields(incoming)?;
        if field(&fields, "email").is_some() {
            let email = address(&fields)?;
            if self.members.values().any(|member| member.id != id && member.is_at(&email)) {
                return Err(Rejection::Conflict);
            }
            if let Some(member) = self.members.get_mut(&id) {
                member.email = email;
            }
        }
        self.change(id, &fields);
        let shown = object("member", self.member(incoming)?.show(), &self.settings);
        Ok(done(200, Some(shown), &self.settings))
    }

    /// Sends an invitation to the academy, or to the course or program that the path names. The member must be in it.
    pub(super) fn invite(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let member = self.member(incoming)?;
        let (id, to) = (member.id, member.email.clone());
        let place = if !incoming.value("courseId").is_empty() {
            let course = self.course(incoming)?.id;
            self.results.get(&(course, id)).ok_or(Rejection::NotFound("enrolment"))?;
            format!("course {course}")
        } else if !incoming.value("programId").is_empty() {
            let program = self.program(incoming)?;
            self.program_members.get(&(program, id)).ok_or(Rejection::NotFound("enrolment"))?;
            format!("program {program}")
        } else {
            "the academy".to_owned()
        };
        let fields = fields(incoming)?;
        let said = |name: &str, saved: String| field(&fields, name).map_or(saved, str::to_owned);
        self.outbox.push(Mail {
            subject: said("mail[subject]", format!("Your invitation to {place}")),
            body: said("mail[body]", format!("You are invited to {place}.")),
            action: said("mail[action]", "Activate".to_owned()),
            to,
        });
        Ok(done(200, None, &self.settings))
    }
}

/// A name made from an address: the parts before the `@`, capitalised.
fn name_of(email: &str) -> String {
    let user = email.split('@').next().unwrap_or_default();
    let pieces = user.split(['.', '_', '-', '+']).filter(|piece| !piece.is_empty()).map(|piece| {
        let mut letters = piece.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    pieces.collect::<Vec<_>>().join(" ")
}
