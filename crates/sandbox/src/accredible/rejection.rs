//! The vendor's rejections.

use serde_json::{Map, Value, json};

use crate::exchange::Answer;

/// Why a request is rejected.
#[derive(Debug)]
pub(super) enum Rejection {
    /// The body cannot be read at all.
    Unreadable,
    /// The input is invalid as a whole.
    Invalid(String),
    /// Fields of the input are invalid.
    Fields(Vec<(&'static str, String)>),
    /// A problem of each credential of a batch that is created as a whole or not at all.
    Batch(Vec<String>),
    /// A status, its code and a text, which are in the body.
    Coded(u16, &'static str, &'static str),
    /// The search is not supported.
    Query(String),
    /// There is no such credential.
    NoCredential,
    /// The credential has no such evidence.
    NoEvidence,
    /// No published credential is selected.
    NoPublishedCredential,
    /// There is no such group.
    NoGroup,
    /// A criterion is not one of the group's.
    ForeignCriterion,
    /// There is no such record of another kind.
    NotFound,
    /// The plan has no skills frameworks, and the group has one.
    Plan,
    /// The key has no permission.
    Forbidden(String),
    /// The credential is private, and its key is missing or wrong.
    Private,
    /// A permission is not allowed for the access level.
    Locked(String),
    /// There is no such department.
    NoDepartment,
}

impl Rejection {
    pub(super) fn field(name: &'static str, text: &str) -> Self {
        Self::Fields(vec![(name, text.to_owned())])
    }

    pub(super) fn into_answer(self) -> Answer {
        match self {
            Self::Unreadable => Answer::json(400, &json!({"error": "Bad Request"})),
            Self::Invalid(text) => Answer::json(422, &json!({"errors": text})),
            Self::Fields(fields) => {
                let mut errors = Map::new();
                let duplicate = fields.iter().find(|(_, text)| text == super::credentials::DUPLICATE);
                // Some programs look for it under the object.
                let duplicate = duplicate.map(|(_, text)| ("credential", text.clone()));
                for (name, text) in fields.into_iter().chain(duplicate) {
                    if let Value::Array(texts) = errors.entry(name).or_insert_with(|| json!([])) {
                        texts.push(text.into());
                    }
                }
                Answer::json(422, &json!({"errors": errors}))
            }
            Self::Batch(texts) => Answer::json(422, &json!({"errors": texts})),
            Self::Coded(status, code, message) => Answer::json(
                status,
                &json!({"code": status, "message": message, "status": code, "errors": {}}),
            ),
            Self::Query(message) => Answer::json(
                400,
                &json!({"code": 400, "message": message, "status": "invalid_search_query", "errors": {}}),
            ),
            Self::NoCredential => Answer::json(
                404,
                &json!({"success": false, "data": "No credential with the id given in your account"}),
            ),
            Self::Plan => Answer::json(
                403,
                &json!({
                    "success": false,
                    "data": "Your plan no longer supports this framework. Contact support to upgrade.",
                }),
            ),
            Self::Forbidden(text) => Answer::json(403, &json!({"success": false, "data": text})),
            Self::Private => Answer::json(403, &json!({"errors": "Private Certificate, use key"})),
            Self::Locked(text) => Answer::json(400, &json!({"errors": text})),
            Self::NotFound => Answer::json(404, &json!({"error": "Not found"})),
            Self::NoEvidence => {
                Answer::json(404, &json!({"errors": "No Evidence Item with the id given on the credential"}))
            }
            Self::NoPublishedCredential => {
                Answer::json(404, &json!({"error": "No Published Credential with this attribute"}))
            }
            Self::ForeignCriterion => {
                Answer::json(400, &json!({"errors": "Earning criterion does not belong to the group"}))
            }
            Self::NoDepartment => Answer::json(404, &json!({"error": "No department found"})),
            Self::NoGroup => Answer::json(404, &json!({"errors": "Doesn't exist"})),
        }
    }

    /// As the error of one credential of a batch.
    pub(super) fn into_details(self) -> Value {
        let detail = |name: &str, text: &str| json!({"property": property(name), "message": text});
        let details: Vec<_> = match &self {
            Self::Fields(fields) => fields.iter().map(|(name, text)| detail(name, text)).collect(),
            Self::Invalid(text) if text.contains("Group") => vec![detail("group_id", text)],
            Self::Invalid(text) => vec![detail("recipient", text)],
            _ => Vec::new(),
        };
        json!({"code": "credential_invalid", "message": "The credential is not valid", "details": details})
    }

    /// As one sentence.
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Fields(fields) => {
                let texts: Vec<_> = fields.iter().map(|(name, text)| format!("{name} {text}")).collect();
                texts.join(", ")
            }
            Self::Invalid(text) => text,
            _ => "is not valid".to_owned(),
        }
    }
}

/// The name of a field in a batch.
fn property(name: &str) -> &str {
    if name == "recipient_email" { "recipient.email" } else { name }
}

/// The answer to a request without a valid key: plain text.
pub(super) fn access_denied() -> Answer {
    Answer::text(401, "HTTP Token: Access denied.\n")
}
