//! Reads this vendor's error bodies: `{"message": "<text>"}`, and for invalid input the reasons by field.

use serde_json::Value;
use tassel_core::error::FieldError;
use tassel_core::kit::http::StatusCode;
use tassel_core::kit::{Problem, ProblemKind};

/// The problem in an error body, or `None` for another body. A success status is never an error.
pub(crate) fn read_problem(status: StatusCode, body: &Value) -> Option<Problem> {
    if status.is_success() {
        return None;
    }
    let fields = fields(&body["errors"]);
    let message = body["message"].as_str().unwrap_or_default();
    if message.is_empty() && fields.is_empty() {
        return None;
    }
    let reasons = fields.iter().map(|error| format!("{}: {}", error.field, error.message));
    let reasons: Vec<_> = reasons.collect();
    let message = match (message, reasons.join("; ")) {
        (message, reasons) if reasons.is_empty() => message.to_owned(),
        ("", reasons) => reasons,
        (message, reasons) => format!("{message} ({reasons})"),
    };
    // Some APIs use 420 for rate limits. This vendor uses it for malformed input.
    let kind = (status.as_u16() == 420).then_some(ProblemKind::Invalid);
    Some(Problem::new(message).fields(fields).kind(kind))
}

/// One error for each field, with all of its reasons.
fn fields(errors: &Value) -> Vec<FieldError> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields = errors.as_object().into_iter().flatten();
    fields
        .map(|(field, reasons)| {
            let message = match reasons {
                Value::Array(reasons) => reasons.iter().map(text).collect::<Vec<_>>().join(", "),
                other => text(other),
            };
            FieldError::new(field, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_every_form() {
        let field = |field: &str, message: &str| FieldError::new(field, message);
        let invalid = Some(ProblemKind::Invalid);
        for (label, status, body, message, fields, kind) in [
            ("a message", 401, json!({"message": "Not Authorized"}), "Not Authorized", vec![], None),
            ("420", 420, json!({"message": "Bad Request"}), "Bad Request", vec![], invalid),
            (
                "by field",
                422,
                json!({"message": "Unprocessable entity", "errors": {
                    "email": ["is invalid", "can't be blank"], "phone_number": ["Is not valid."],
                }}),
                "Unprocessable entity (email: is invalid, can't be blank; phone_number: Is not valid.)",
                vec![field("email", "is invalid, can't be blank"), field("phone_number", "Is not valid.")],
                None,
            ),
            (
                "by field, without a message and not in lists",
                422,
                json!({"errors": {"name_page_id": "is not found", "odd": [1, {"a": 2}]}}),
                "name_page_id: is not found; odd: 1, {\"a\":2}",
                vec![field("name_page_id", "is not found"), field("odd", "1, {\"a\":2}")],
                None,
            ),
            ("no errors", 422, json!({"message": "No", "errors": {}}), "No", vec![], None),
        ] {
            let status = StatusCode::from_u16(status).unwrap();
            let problem = Problem::new(message).fields(fields).kind(kind);
            assert_eq!(read_problem(status, &body), Some(problem), "{label}");
        }
        for (label, status, body) in [
            ("a success", 200, json!({"message": "Not Found"})),
            ("a participant", 404, json!({"participant": {}})),
            ("no message", 500, json!({"message": "", "errors": {}})),
            ("a list", 500, json!(["no"])),
            ("a text", 500, json!("no")),
        ] {
            assert_eq!(read_problem(StatusCode::from_u16(status).unwrap(), &body), None, "{label}");
        }
    }
}
