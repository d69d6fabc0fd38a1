//! The table of webhooks, and the events that come.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Every event that is documented, in the order of the contract.
pub static WEBHOOKS: &[&Webhook] = &[
    &COURSEMEMBER_CREATED,
    &COURSEMEMBER_COMPLETED,
    &COURSEMEMBER_DELETED,
    &PROGRAMMEMBER_CREATED,
    &PROGRAMMEMBER_COMPLETED,
    &PROGRAMMEMBER_DELETED,
];

/// `COURSEMEMBER_CREATED`: a member enrolled or was assigned to a course.
pub static COURSEMEMBER_CREATED: Webhook = {
    let mut webhook = Webhook::new("COURSEMEMBER_CREATED", "event", rewrite::<CourseMemberEvent>);
    webhook.summary = "A member enrolled or was assigned to a course.";
    webhook.encoding = Encoding::Form;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Vendor;
    webhook.documentation = "https://support.fellowdigitals.com/docs/webhooks";
    webhook.example = r#"{"courseId":"1042","event":"COURSEMEMBER_CREATED","memberId":"58713"}"#;
    webhook.read_back = Some(&operations::COURSE_MEMBERS_GET);
    webhook
};

/// `COURSEMEMBER_COMPLETED`: a member completed a course, passed or failed.
pub static COURSEMEMBER_COMPLETED: Webhook = {
    let mut webhook = Webhook::new("COURSEMEMBER_COMPLETED", "event", rewrite::<CourseMemberEvent>);
    webhook.summary = "A member completed a course, passed or failed.";
    webhook.encoding = Encoding::Form;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Vendor;
    webhook.documentation = "https://support.fellowdigitals.com/docs/webhooks";
    webhook.example = r#"{"courseId":"1042","event":"COURSEMEMBER_COMPLETED","memberId":"58713"}"#;
    webhook.read_back = Some(&operations::COURSE_MEMBERS_GET);
    webhook
};

/// `COURSEMEMBER_DELETED`: a member was removed from a course. Their results in it are deleted.
pub static COURSEMEMBER_DELETED: Webhook = {
    let mut webhook = Webhook::new("COURSEMEMBER_DELETED", "event", rewrite::<CourseMemberEvent>);
    webhook.summary = "A member was removed from a course. Their results in it are deleted.";
    webhook.encoding = Encoding::Form;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Vendor;
    webhook.documentation = "https://support.fellowdigitals.com/docs/webhooks";
    webhook.example = r#"{"courseId":"1042","event":"COURSEMEMBER_DELETED","memberId":"58714"}"#;
    webhook.read_back = Some(&operations::COURSE_MEMBERS_GET);
    webhook
};

/// `PROGRAMMEMBER_CREATED`: a member enrolled or was assigned to a program.
pub static PROGRAMMEMBER_CREATED: Webhook = {
    let mut webhook = Webhook::new("PROGRAMMEMBER_CREATED", "event", rewrite::<ProgramMemberEvent>);
    webhook.summary = "A member enrolled or was assigned to a program.";
    webhook.encoding = Encoding::Form;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Vendor;
    webhook.documentation = "https://support.fellowdigitals.com/docs/webhooks";
    webhook.example = r#"{"event":"PROGRAMMEMBER_CREATED","memberId":"58713","programId":"77"}"#;
    webhook.read_back = Some(&operations::COURSES_LIST_OF_MEMBER);
    webhook
};

/// `PROGRAMMEMBER_COMPLETED`: a member completed a program.
pub static PROGRAMMEMBER_COMPLETED: Webhook = {
    let mut webhook = Webhook::new("PROGRAMMEMBER_COMPLETED", "event", rewrite::<ProgramMemberEvent>);
    webhook.summary = "A member completed a program.";
    webhook.encoding = Encoding::Form;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Vendor;
    webhook.documentation = "https://support.fellowdigitals.com/docs/webhooks";
    webhook.example = r#"{"event":"PROGRAMMEMBER_COMPLETED","memberId":"58713","programId":"77"}"#;
    webhook.read_back = Some(&operations::COURSES_LIST_OF_MEMBER);
    webhook
};

/// `PROGRAMMEMBER_DELETED`: a member was removed from a program.
pub static PROGRAMMEMBER_DELETED: Webhook = {
    let mut webhook = Webhook::new("PROGRAMMEMBER_DELETED", "event", rewrite::<ProgramMemberEvent>);
    webhook.summary = "A member was removed from a program.";
    webhook.encoding = Encoding::Form;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Inferred;
    webhook.documentation = "https://support.fellowdigitals.com/docs/webhooks";
    webhook.example = r#"{"event":"PROGRAMMEMBER_DELETED","memberId":"58714","programId":"77"}"#;
    webhook.read_back = Some(&operations::COURSES_LIST_OF_MEMBER);
    webhook
};

/// An event, as it came.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `COURSEMEMBER_CREATED`: a member enrolled or was assigned to a course.
    CourseMemberCreated(CourseMemberEvent),
    /// `COURSEMEMBER_COMPLETED`: a member completed a course, passed or failed.
    CourseMemberCompleted(CourseMemberEvent),
    /// `COURSEMEMBER_DELETED`: a member was removed from a course. Their results in it are deleted.
    CourseMemberDeleted(CourseMemberEvent),
    /// `PROGRAMMEMBER_CREATED`: a member enrolled or was assigned to a program.
    ProgramMemberCreated(ProgramMemberEvent),
    /// `PROGRAMMEMBER_COMPLETED`: a member completed a program.
    ProgramMemberCompleted(ProgramMemberEvent),
    /// `PROGRAMMEMBER_DELETED`: a member was removed from a program.
    ProgramMemberDeleted(ProgramMemberEvent),
    /// An event that this version does not know, whole.
    Unknown(UnknownEvent),
}

impl Event {
    /// Reads an event from its JSON.
    pub(crate) fn from_json(body: &[u8]) -> Result<Self, DecodeError> {
        let fields: Map<String, Value> = from_json(body)?;
        let name = webhook::name(&fields, "event")?;
        match name {
            _ if name.eq_ignore_ascii_case("COURSEMEMBER_CREATED") => {
                from_json(body).map(Self::CourseMemberCreated)
            }
            _ if name.eq_ignore_ascii_case("COURSEMEMBER_COMPLETED") => {
                from_json(body).map(Self::CourseMemberCompleted)
            }
            _ if name.eq_ignore_ascii_case("COURSEMEMBER_DELETED") => {
                from_json(body).map(Self::CourseMemberDeleted)
            }
            _ if name.eq_ignore_ascii_case("PROGRAMMEMBER_CREATED") => {
                from_json(body).map(Self::ProgramMemberCreated)
            }
            _ if name.eq_ignore_ascii_case("PROGRAMMEMBER_COMPLETED") => {
                from_json(body).map(Self::ProgramMemberCompleted)
            }
            _ if name.eq_ignore_ascii_case("PROGRAMMEMBER_DELETED") => {
                from_json(body).map(Self::ProgramMemberDeleted)
            }
            _ => Ok(Self::Unknown(UnknownEvent::new(name.to_owned(), fields))),
        }
    }

    /// Its name, as the vendor spells it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::CourseMemberCreated(_) => "COURSEMEMBER_CREATED",
            Self::CourseMemberCompleted(_) => "COURSEMEMBER_COMPLETED",
            Self::CourseMemberDeleted(_) => "COURSEMEMBER_DELETED",
            Self::ProgramMemberCreated(_) => "PROGRAMMEMBER_CREATED",
            Self::ProgramMemberCompleted(_) => "PROGRAMMEMBER_COMPLETED",
            Self::ProgramMemberDeleted(_) => "PROGRAMMEMBER_DELETED",
            Self::Unknown(event) => &event.name,
        }
    }

    /// Its entry in the table, if this version knows it.
    #[must_use]
    pub fn webhook(&self) -> Option<&'static Webhook> {
        WEBHOOKS.iter().find(|webhook| webhook.name == self.name()).copied()
    }

    /// Whether it is a verified fact or a hint that must be read back.
    #[must_use]
    pub fn trust(&self) -> Trust {
        Trust::Hint
    }

    /// The operation that reads back what it is about, with its path filled, if there is one.
    #[must_use]
    pub fn read_back(&self) -> Option<ReadBack> {
        match self {
            Self::CourseMemberCreated(event)
            | Self::CourseMemberCompleted(event)
            | Self::CourseMemberDeleted(event) => Some(
                ReadBack::new(&operations::COURSE_MEMBERS_GET)
                    .at("courseId", &event.course_id)
                    .at("memberId", &event.member_id),
            ),
            Self::ProgramMemberCreated(event)
            | Self::ProgramMemberCompleted(event)
            | Self::ProgramMemberDeleted(event) => {
                Some(ReadBack::new(&operations::COURSES_LIST_OF_MEMBER).at("memberId", &event.member_id))
            }
            Self::Unknown(_) => None,
        }
    }
}

/// Written as it came, as JSON.
impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::CourseMemberCreated(event)
            | Self::CourseMemberCompleted(event)
            | Self::CourseMemberDeleted(event) => event.serialize(serializer),
            Self::ProgramMemberCreated(event)
            | Self::ProgramMemberCompleted(event)
            | Self::ProgramMemberDeleted(event) => event.serialize(serializer),
            Self::Unknown(event) => event.body.serialize(serializer),
        }
    }
}
