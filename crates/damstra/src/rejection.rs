//! Reads this vendor's error bodies. There are five forms, and a success status may carry an error.

use serde_json::Value;
use tassel_core::Error;
use tassel_core::error::Rejection;
use tassel_core::kit::http::StatusCode;
use tassel_core::kit::{Problem, ProblemKind};

use crate::model::InternalCode;

/// The problem in an error body, or `None` for an unknown form:
///
/// * `{"message": "<text>", "reason": "<text>", "internalCode": 806, "error": "<text>"}`;
/// * `{"internalCode": 831, "error": "<text>"}`;
/// * `{"message": "<text>", "reason": "<text>", "internalCode": 842, "statusCode": 404}`;
/// * the same with `"error": true`;
/// * `{"error": "<text>"}`.
///
/// Under a success status, only a code or an `error` makes a body an error. Core reads bodies that are not JSON, such as
/// the documented one for an unknown group.
pub(crate) fn read_problem(status: StatusCode, body: &Value) -> Option<Problem> {
    let text = |name: &str| body[name].as_str().map(str::trim).filter(|text| !text.is_empty());
    let code = code(&body["internalCode"]);
    if status.is_success() && code.is_none() && text("error").is_none() && body["error"] != true {
        return None;
    }
    let message = text("message").or_else(|| text("error")).or_else(|| text("reason"));
    if message.is_none() && code.is_none() {
        return None;
    }
    let kind = match (&code, text("error")) {
        (Some(code), _) => code.parse::<i64>().ok().map(InternalCode::from).and_then(kind),
        (None, Some(error)) if exists_already(error) => Some(ProblemKind::Invalid),
        (None, _) => None,
    };
    let message = message.unwrap_or_default().to_owned();
    Some(Problem::new(message).code(code).kind(kind))
}

/// The code as text. It may be a number or a text.
fn code(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    }
}

/// The kind of problem that a code stands for. It does not depend on the status.
fn kind(code: InternalCode) -> Option<ProblemKind> {
    match code {
        InternalCode::InvalidAccessKey | InternalCode::NotAuthorised => Some(ProblemKind::Denied),
        InternalCode::ScheduleNotFound | InternalCode::GroupNotFound => Some(ProblemKind::NotFound),
        InternalCode::ScheduleCompleted | InternalCode::ScheduleCancelled => Some(ProblemKind::Invalid),
        InternalCode::InternalServerError => Some(ProblemKind::Failed),
        InternalCode::Unknown(_) => None,
    }
}

/// Whether the message says that a schedule exists already. The vendor has no code for that.
fn exists_already(error: &str) -> bool {
    error.to_ascii_lowercase().contains("already exists")
}

impl InternalCode {
    /// The code of a rejection, if it has one.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// use tassel_damstra::{Client};
    /// use tassel_damstra::model::{InternalCode};
    ///
    /// let client = Client::builder("an0therkey").with(options).build()?;
    /// let error = client.groups().get(31).send().await.unwrap_err();
    /// let code = error.rejection().and_then(InternalCode::of);
    /// assert_eq!(code, Some(InternalCode::InvalidAccessKey));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn of(rejection: &Rejection) -> Option<Self> {
        rejection.code()?.parse::<i64>().ok().map(Self::from)
    }
}

/// Whether the vendor rejected a call because all of its lessons are scheduled already.
#[must_use]
pub fn is_already_scheduled(error: &Error) -> bool {
    error
        .rejection()
        .is_some_and(|rejection| rejection.code().is_none() && exists_already(&rejection.message()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_every_form() {
        use ProblemKind::{Denied, Failed, Invalid, NotFound};
        let long = json!({"message": "No such access key", "reason": "It is wrong", "internalCode": 806, "error": "Bad token"});
        let short = |code: i64| json!({"internalCode": code, "error": "No"});
        for (label, status, body, message, code, kind) in [
            ("long", 403, long.clone(), "No such access key", Some("806"), Some(Denied)),
            ("long, under a success", 200, long, "No such access key", Some("806"), Some(Denied)),
            ("short, 806", 403, short(806), "No", Some("806"), Some(Denied)),
            ("831", 403, short(831), "No", Some("831"), Some(Denied)),
            ("500 under 503", 503, short(500), "No", Some("500"), Some(Failed)),
            ("500 under 404", 404, short(500), "No", Some("500"), Some(Failed)),
            ("836", 409, short(836), "No", Some("836"), Some(Invalid)),
            ("837 under a success", 200, short(837), "No", Some("837"), Some(Invalid)),
            ("840", 400, short(840), "No", Some("840"), Some(NotFound)),
            ("an unknown code", 400, short(999), "No", Some("999"), None),
            (
                "842",
                404,
                json!({"message": "There is no group 7", "reason": "No group", "internalCode": 842, "statusCode": 404}),
                "There is no group 7",
                Some("842"),
                Some(NotFound),
            ),
            (
                "842 as text",
                500,
                json!({"reason": "No group", "internalCode": "842"}),
                "No group",
                Some("842"),
                Some(NotFound),
            ),
            (
                "error is true",
                404,
                json!({"message": "No group", "error": true, "internalCode": null}),
                "No group",
                None,
                None,
            ),
            (
                "error is true, under a success",
                200,
                json!({"message": "No group", "error": true}),
                "No group",
                None,
                None,
            ),
            ("a code alone", 400, json!({"internalCode": 837}), "", Some("837"), Some(Invalid)),
            (
                "a code that is a word",
                404,
                json!({"message": "No group", "internalCode": "TBD"}),
                "No group",
                Some("TBD"),
                None,
            ),
            (
                "there already",
                500,
                json!({"error": "Such a schedule already exists"}),
                "Such a schedule already exists",
                None,
                Some(Invalid),
            ),
            (
                "error alone",
                400,
                json!({"error": "emailAddress is missing"}),
                "emailAddress is missing",
                None,
                None,
            ),
            ("error alone, under a success", 200, json!({"error": "no"}), "no", None, None),
        ] {
            let (message, code) = (message.to_owned(), code.map(str::to_owned));
            let want = Problem::new(message).code(code).kind(kind);
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(read_problem(status, &body), Some(want), "{label}");
        }
        for (label, status, body) in [
            ("a user", 200, json!({"id": 5012, "userName": "imani.okonjo"})),
            ("a list", 200, json!([{"id": 5012, "error": "no"}])),
            ("a page", 200, json!({"results": [], "meta": {"totalResultCount": 0}})),
            ("a message under a success", 200, json!({"message": "Done", "reason": "Asked"})),
            ("no error under a success", 200, json!({"error": false, "internalCode": null})),
            ("nothing", 400, json!({})),
            ("a text", 400, json!("no")),
            ("an empty error", 400, json!({"error": " "})),
        ] {
            assert_eq!(read_problem(StatusCode::from_u16(status).unwrap(), &body), None, "{label}");
        }
    }
}
