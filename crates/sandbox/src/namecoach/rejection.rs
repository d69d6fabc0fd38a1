//! The vendor's rejections.

use serde_json::{Map, Value, json};

use crate::exchange::Answer;

/// Why a request is rejected.
#[derive(Debug)]
pub(super) enum Rejection {
    /// The token is missing or wrong.
    NotAuthorized,
    /// There is no such record.
    NotFound,
    /// The quota is used up.
    TooManyRequests,
    /// A new participant cannot be read: 420.
    UnreadableParticipant,
    /// Fields of a new participant are invalid.
    Participant(Map<String, Value>),
    /// Fields of a new export are invalid.
    Export(&'static str, &'static str),
    /// A Moodle request cannot be read.
    UnreadableSynchronization,
    NoToolConsumer,
    NoCourse,
    Disabled,
    Busy,
}

impl Rejection {
    pub(super) fn into_answer(self) -> Answer {
        let (status, message) = match &self {
            Self::NotAuthorized => (401, "Not Authorized"),
            Self::NotFound => (404, "Not Found"),
            Self::TooManyRequests => (429, "Too Many Requests"),
            Self::UnreadableParticipant => (420, "Bad Request"),
            Self::Participant(_) => (422, "Unprocessable entity"),
            Self::Export(..) => (422, "Validation error"),
            Self::UnreadableSynchronization => (400, "Bad Request"),
            Self::NoToolConsumer => (404, "Tool consumer not found"),
            Self::NoCourse => (404, "Course doesn't exist in Moodle"),
            Self::Disabled => (422, "API integration for tool consumer is disabled"),
            Self::Busy => (422, "Course is synchronizing now"),
        };
        let body = match self {
            Self::Participant(errors) => json!({"message": message, "errors": errors}),
            Self::Export(field, reason) => json!({"message": message, "errors": {field: [reason]}}),
            _ => json!({"message": message}),
        };
        Answer::json(status, &body)
    }
}
