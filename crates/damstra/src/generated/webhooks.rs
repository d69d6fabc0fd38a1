//! The table of webhooks, and the events that come.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Every event that is documented, in the order of the contract.
pub static WEBHOOKS: &[&Webhook] = &[
    &LESSON_SCHEDULE_COMPLETED,
    &LESSON_SCHEDULE_CHANGED,
    &LESSON_SCHEDULE_CREATED,
    &LESSON_SCHEDULE_CANCELLED,
    &USER_ACCOUNT_CREATED,
    &USER_SETTINGS_UPDATED,
    &USER_ACCOUNT_INACTIVATE,
];

/// `lesson.schedule.completed`: a user completed a scheduled lesson.
pub static LESSON_SCHEDULE_COMPLETED: Webhook = {
    let mut webhook = Webhook::new("lesson.schedule.completed", "name", rewrite::<LessonScheduleEvent>);
    webhook.summary = "A user completed a scheduled lesson.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Seed;
    webhook.documentation = "https://developer.velpic.com/api-docs.html";
    webhook.example = r#"{"lessonScheduleId":"76001","name":"lesson.schedule.completed","timeStamp":"2026-03-02T05:04:00.250Z","userId":"5012"}"#;
    webhook.read_back = Some(&operations::LESSON_SCHEDULES_GET);
    webhook
};

/// `lesson.schedule.changed`: a lesson schedule was changed.
pub static LESSON_SCHEDULE_CHANGED: Webhook = {
    let mut webhook = Webhook::new("lesson.schedule.changed", "name", rewrite::<LessonScheduleChangedEvent>);
    webhook.summary = "A lesson schedule was changed.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Seed;
    webhook.documentation = "https://developer.velpic.com/api-docs.html";
    webhook.example = r#"{"lessonScheduleId":"76001","name":"lesson.schedule.changed","scheduleDate":"2026-03-08T01:00:00.000Z","timeStamp":"2026-03-01T02:00:00.000Z","userID":"5012"}"#;
    webhook.read_back = Some(&operations::LESSON_SCHEDULES_GET);
    webhook
};

/// `lesson.schedule.created`: a lesson was scheduled for a user.
pub static LESSON_SCHEDULE_CREATED: Webhook = {
    let mut webhook = Webhook::new("lesson.schedule.created", "name", rewrite::<LessonScheduleEvent>);
    webhook.summary = "A lesson was scheduled for a user.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Seed;
    webhook.documentation = "https://developer.velpic.com/api-docs.html";
    webhook.example = r#"{"lessonScheduleId":"76001","name":"lesson.schedule.created","timeStamp":"2026-02-28T00:00:00.000Z","userID":"5012"}"#;
    webhook.read_back = Some(&operations::LESSON_SCHEDULES_GET);
    webhook
};

/// `lesson.schedule.cancelled`: a lesson schedule was cancelled.
pub static LESSON_SCHEDULE_CANCELLED: Webhook = {
    let mut webhook =
        Webhook::new("lesson.schedule.cancelled", "name", rewrite::<LessonScheduleCancelledEvent>);
    webhook.summary = "A lesson schedule was cancelled.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Seed;
    webhook.documentation = "https://developer.velpic.com/api-docs.html";
    webhook.example = r#"{"cancellationReason":"SCHEDULE_CANCELLED_MANUALLY","lessonScheduleId":"76001","name":"lesson.schedule.cancelled","timeStamp":"2026-03-01T03:00:00.000Z","userID":"5012"}"#;
    webhook.read_back = Some(&operations::LESSON_SCHEDULES_GET);
    webhook
};

/// `user.account.created`: a user was created.
pub static USER_ACCOUNT_CREATED: Webhook = {
    let mut webhook = Webhook::new("user.account.created", "name", rewrite::<UserCreatedEvent>);
    webhook.summary = "A user was created.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Seed;
    webhook.documentation = "https://developer.velpic.com/api-docs.html";
    webhook.example = r#"{"firstName":"Imani","lastName":"Okonjo","name":"user.account.created","timeStamp":"2026-02-11T08:30:15.120Z","userId":"5012","userName":"imani.okonjo"}"#;
    webhook.read_back = Some(&operations::USERS_GET);
    webhook
};

/// `user.settings.updated`: the settings of a user were changed, by the user or an administrator.
pub static USER_SETTINGS_UPDATED: Webhook = {
    let mut webhook = Webhook::new("user.settings.updated", "name", rewrite::<UserUpdatedEvent>);
    webhook.summary = "The settings of a user were changed, by the user or an administrator.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Seed;
    webhook.documentation = "https://developer.velpic.com/api-docs.html";
    webhook.example = r#"{"actingUserId":"5001","name":"user.settings.updated","timeStamp":"2026-02-12T08:30:15.120Z","userId":"5012"}"#;
    webhook.read_back = Some(&operations::USERS_GET);
    webhook
};

/// `user.account.inactivate`: a user is being inactivated.
pub static USER_ACCOUNT_INACTIVATE: Webhook = {
    let mut webhook = Webhook::new("user.account.inactivate", "name", rewrite::<UserInactivatedEvent>);
    webhook.summary = "A user is being inactivated.";
    webhook.encoding = Encoding::Json;
    webhook.trust = Trust::Hint;
    webhook.certainty = Certainty::Seed;
    webhook.documentation = "https://developer.velpic.com/api-docs.html";
    webhook.example = r#"{"name":"user.account.inactivate","timeStamp":"2026-06-30T08:30:15.120Z","userId":"5012","userName":"imani.okonjo"}"#;
    webhook.read_back = Some(&operations::USERS_GET);
    webhook
};

/// An event, as it came.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `lesson.schedule.completed`: a user completed a scheduled lesson.
    LessonScheduleCompleted(LessonScheduleEvent),
    /// `lesson.schedule.changed`: a lesson schedule was changed.
    LessonScheduleChanged(LessonScheduleChangedEvent),
    /// `lesson.schedule.created`: a lesson was scheduled for a user.
    LessonScheduleCreated(LessonScheduleEvent),
    /// `lesson.schedule.cancelled`: a lesson schedule was cancelled.
    LessonScheduleCancelled(LessonScheduleCancelledEvent),
    /// `user.account.created`: a user was created.
    UserAccountCreated(UserCreatedEvent),
    /// `user.settings.updated`: the settings of a user were changed, by the user or an administrator.
    UserSettingsUpdated(UserUpdatedEvent),
    /// `user.account.inactivate`: a user is being inactivated.
    UserAccountInactivate(UserInactivatedEvent),
    /// An event that this version does not know, whole.
    Unknown(UnknownEvent),
}

impl Event {
    /// Reads an event from its JSON.
    pub(crate) fn from_json(body: &[u8]) -> Result<Self, DecodeError> {
        let fields: Map<String, Value> = from_json(body)?;
        let name = webhook::name(&fields, "name")?;
        match name {
            "lesson.schedule.completed" => from_json(body).map(Self::LessonScheduleCompleted),
            "lesson.schedule.changed" => from_json(body).map(Self::LessonScheduleChanged),
            "lesson.schedule.created" => from_json(body).map(Self::LessonScheduleCreated),
            "lesson.schedule.cancelled" => from_json(body).map(Self::LessonScheduleCancelled),
            "user.account.created" => from_json(body).map(Self::UserAccountCreated),
            "user.settings.updated" => from_json(body).map(Self::UserSettingsUpdated),
            "user.account.inactivate" => from_json(body).map(Self::UserAccountInactivate),
            _ => Ok(Self::Unknown(UnknownEvent::new(name.to_owned(), fields))),
        }
    }

    /// Its name, as the vendor spells it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::LessonScheduleCompleted(_) => "lesson.schedule.completed",
            Self::LessonScheduleChanged(_) => "lesson.schedule.changed",
            Self::LessonScheduleCreated(_) => "lesson.schedule.created",
            Self::LessonScheduleCancelled(_) => "lesson.schedule.cancelled",
            Self::UserAccountCreated(_) => "user.account.created",
            Self::UserSettingsUpdated(_) => "user.settings.updated",
            Self::UserAccountInactivate(_) => "user.account.inactivate",
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
            Self::LessonScheduleCompleted(event) | Self::LessonScheduleCreated(event) => Some(
                ReadBack::new(&operations::LESSON_SCHEDULES_GET)
                    .at("lessonScheduleId", &event.lesson_schedule_id),
            ),
            Self::LessonScheduleChanged(event) => Some(
                ReadBack::new(&operations::LESSON_SCHEDULES_GET)
                    .at("lessonScheduleId", &event.lesson_schedule_id),
            ),
            Self::LessonScheduleCancelled(event) => Some(
                ReadBack::new(&operations::LESSON_SCHEDULES_GET)
                    .at("lessonScheduleId", &event.lesson_schedule_id),
            ),
            Self::UserAccountCreated(event) => {
                Some(ReadBack::new(&operations::USERS_GET).at("userId", &event.user_id))
            }
            Self::UserSettingsUpdated(event) => {
                Some(ReadBack::new(&operations::USERS_GET).at("userId", &event.user_id))
            }
            Self::UserAccountInactivate(event) => {
                Some(ReadBack::new(&operations::USERS_GET).at("userId", &event.user_id))
            }
            Self::Unknown(_) => None,
        }
    }
}

/// Written as it came, as JSON.
impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::LessonScheduleCompleted(event) | Self::LessonScheduleCreated(event) => {
                event.serialize(serializer)
            }
            Self::LessonScheduleChanged(event) => event.serialize(serializer),
            Self::LessonScheduleCancelled(event) => event.serialize(serializer),
            Self::UserAccountCreated(event) => event.serialize(serializer),
            Self::UserSettingsUpdated(event) => event.serialize(serializer),
            Self::UserAccountInactivate(event) => event.serialize(serializer),
            Self::Unknown(event) => event.body.serialize(serializer),
        }
    }
}
