//! The vendor's objects.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// A course.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Course {
    /// The id.
    pub id: Option<CourseId>,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The language, as an IETF tag such as `en` or `en-US`.
    pub locale: Option<String>,
    /// The duration in milliseconds.
    pub duration: Option<Lenient<i64>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Course {
    id: "id",
    name: "name" | "title",
    description: "description",
    locale: "locale" | "language",
    duration: "duration",
});

/// A member of the academy.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Member {
    /// The id.
    pub id: Option<MemberId>,
    /// The email address. It identifies a member. Personal.
    pub email: Option<String>,
    /// The name. If missing, the vendor derives it from the email address. Personal.
    pub name: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The department.
    pub department: Option<String>,
    /// The country's two-letter code.
    pub country: Option<String>,
    /// Your id of the member.
    pub external_id: Option<ExternalId>,
    /// The association. Only documented as a filter.
    pub association: Option<String>,
    /// The identification. Only documented as a filter. Personal.
    pub identification: Option<String>,
    /// The registration. Only documented as a filter. Personal.
    pub registration: Option<String>,
    /// The language, as an IETF tag such as `en` or `en-US`.
    pub locale: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Member {
    id: "id",
    email: "email",
    name: "name",
    company: "company",
    department: "department",
    country: "country",
    external_id: "externalId",
    association: "association",
    identification: "identification",
    registration: "registration",
    locale: "locale",
});

/// A member to create.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewMember {
    /// The email address. It identifies a member. Personal.
    pub email: String,
    /// The name. If missing, the vendor derives it from the email address. Personal.
    pub name: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The department.
    pub department: Option<String>,
    /// The country's two-letter code.
    pub country: Option<String>,
    /// Your id of the member.
    pub external_id: Option<ExternalId>,
    /// The association. Only documented as a filter.
    pub association: Option<String>,
    /// The identification. Only documented as a filter. Personal.
    pub identification: Option<String>,
    /// The registration. Only documented as a filter. Personal.
    pub registration: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewMember {
    email: "email" required,
    name: "name",
    company: "company",
    department: "department",
    country: "country",
    external_id: "externalId",
    association: "association",
    identification: "identification",
    registration: "registration",
});

impl NewMember {
    /// With `email`, and nothing else set.
    #[must_use]
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            name: None,
            company: None,
            department: None,
            country: None,
            external_id: None,
            association: None,
            identification: None,
            registration: None,
            extra: Extra::default(),
        }
    }

    /// Sets `name`: the name. If missing, the vendor derives it from the email address.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `company`: the company.
    #[must_use]
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.company = Some(company.into());
        self
    }

    /// Sets `department`: the department.
    #[must_use]
    pub fn department(mut self, department: impl Into<String>) -> Self {
        self.department = Some(department.into());
        self
    }

    /// Sets `country`: the country's two-letter code.
    #[must_use]
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// Sets `external_id`: your id of the member.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<ExternalId>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Sets `association`: the association. Only documented as a filter.
    #[must_use]
    pub fn association(mut self, association: impl Into<String>) -> Self {
        self.association = Some(association.into());
        self
    }

    /// Sets `identification`: the identification. Only documented as a filter.
    #[must_use]
    pub fn identification(mut self, identification: impl Into<String>) -> Self {
        self.identification = Some(identification.into());
        self
    }

    /// Sets `registration`: the registration. Only documented as a filter.
    #[must_use]
    pub fn registration(mut self, registration: impl Into<String>) -> Self {
        self.registration = Some(registration.into());
        self
    }
}

/// Changes to a member. Fields that are not set keep their values. Null is sent as an empty value, which
/// clears the field.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct MemberUpdate {
    /// The email address. It identifies a member. Personal.
    pub email: Patch<String>,
    /// The name. If missing, the vendor derives it from the email address. Personal.
    pub name: Patch<String>,
    /// The company.
    pub company: Patch<String>,
    /// The department.
    pub department: Patch<String>,
    /// The country's two-letter code.
    pub country: Patch<String>,
    /// Your id of the member.
    pub external_id: Patch<ExternalId>,
    /// The association. Only documented as a filter.
    pub association: Patch<String>,
    /// The identification. Only documented as a filter. Personal.
    pub identification: Patch<String>,
    /// The registration. Only documented as a filter. Personal.
    pub registration: Patch<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(MemberUpdate {
    email: "email",
    name: "name",
    company: "company",
    department: "department",
    country: "country",
    external_id: "externalId",
    association: "association",
    identification: "identification",
    registration: "registration",
});

impl MemberUpdate {
    /// Sets `email`: the email address. It identifies a member.
    #[must_use]
    pub fn email(mut self, email: impl Into<Patch<String>>) -> Self {
        self.email = email.into();
        self
    }

    /// Sets `name`: the name. If missing, the vendor derives it from the email address.
    #[must_use]
    pub fn name(mut self, name: impl Into<Patch<String>>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `company`: the company.
    #[must_use]
    pub fn company(mut self, company: impl Into<Patch<String>>) -> Self {
        self.company = company.into();
        self
    }

    /// Sets `department`: the department.
    #[must_use]
    pub fn department(mut self, department: impl Into<Patch<String>>) -> Self {
        self.department = department.into();
        self
    }

    /// Sets `country`: the country's two-letter code.
    #[must_use]
    pub fn country(mut self, country: impl Into<Patch<String>>) -> Self {
        self.country = country.into();
        self
    }

    /// Sets `external_id`: your id of the member.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<Patch<ExternalId>>) -> Self {
        self.external_id = external_id.into();
        self
    }

    /// Sets `association`: the association. Only documented as a filter.
    #[must_use]
    pub fn association(mut self, association: impl Into<Patch<String>>) -> Self {
        self.association = association.into();
        self
    }

    /// Sets `identification`: the identification. Only documented as a filter.
    #[must_use]
    pub fn identification(mut self, identification: impl Into<Patch<String>>) -> Self {
        self.identification = identification.into();
        self
    }

    /// Sets `registration`: the registration. Only documented as a filter.
    #[must_use]
    pub fn registration(mut self, registration: impl Into<Patch<String>>) -> Self {
        self.registration = registration.into();
        self
    }
}

/// The texts of an invitation. Missing texts are those saved in the academy, the course or the program.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Invitation {
    /// The subject.
    pub subject: Option<String>,
    /// The text.
    pub body: Option<String>,
    /// The label of the button.
    pub action: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Invitation { subject: "mail[subject]", body: "mail[body]", action: "mail[action]" });

impl Invitation {
    /// Sets `subject`: the subject.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Sets `body`: the text.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Sets `action`: the label of the button.
    #[must_use]
    pub fn action(mut self, action: impl Into<String>) -> Self {
        self.action = Some(action.into());
        self
    }
}

/// The name of a group.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupName {
    /// The name.
    pub name: String,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupName {
    name: "name" required,
});

impl GroupName {
    /// With `name`, and nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), extra: Extra::default() }
    }
}

/// A learner's result in a course.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CourseMember {
    /// The course.
    pub course_id: Option<CourseId>,
    /// The member.
    pub member_id: Option<MemberId>,
    /// The score; null if the course was not attempted. The scale is not documented.
    pub score: Option<Lenient<Number>>,
    /// Whether the learner passed; null if the course is not finished.
    pub success: Option<Lenient<bool>>,
    /// When the course was completed, passed or failed. In some academies this is a boolean.
    pub completed: Option<Lenient<Timestamp<Seconds>>>,
    /// When the course was completed, if `completed` is a boolean.
    pub completed_date: Option<Timestamp<Seconds>>,
    /// The URL of the certificate, or an object with the URL.
    pub certificate: Option<Value>,
    /// The course, if the reply includes it.
    pub course: Option<Lenient<Course>>,
    /// The member, if the reply includes them.
    pub member: Option<Lenient<Member>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CourseMember {
    course_id: "courseId",
    member_id: "memberId",
    score: "score",
    success: "success",
    completed: "completed",
    completed_date: "completedDate" | "completedAt" | "completed_at" | "dateCompleted",
    certificate: "certificate" | "certificateUrl",
    course: "course",
    member: "member",
});

/// A group of members.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Group {
    /// The id.
    pub id: Option<GroupId>,
    /// The name. Members are added and removed by it.
    pub name: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Group { id: "id", name: "name" });

/// An event about a member of a course. It has only ids.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CourseMemberEvent {
    /// The name of the event, as received.
    pub event: String,
    /// The course.
    pub course_id: CourseId,
    /// The member.
    pub member_id: MemberId,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CourseMemberEvent {
    event: "event" required,
    course_id: "courseId" required,
    member_id: "memberId" required,
});

/// An event about a member of a program. It has only ids.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProgramMemberEvent {
    /// The name of the event, as received.
    pub event: String,
    /// The program.
    pub program_id: ProgramId,
    /// The member.
    pub member_id: MemberId,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ProgramMemberEvent {
    event: "event" required,
    program_id: "programId" required,
    member_id: "memberId" required,
});

impl Limits for GroupName {
    fn problem(&self, at: &str) -> Option<String> {
        limits::not_blank(at, "name", Some(&self.name))
    }
}

impl Keyed for Course {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()?))
    }
}

impl Keyed for Member {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()?))
    }
}

impl Keyed for Group {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()?))
    }
}
