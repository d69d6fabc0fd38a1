//! Reads this vendor's envelope. A success needs both a success status and an envelope that says so.

use serde_json::Value;
use tassel_core::kit::Problem;
use tassel_core::kit::http::StatusCode;

/// The problem in an envelope, or `None` for a success or an unknown form:
///
/// * `{"status": "error", "message": "<text>"}`, under any status.
///
/// The messages are for people and not documented, so they are not interpreted.
pub(crate) fn read_problem(status: StatusCode, body: &Value) -> Option<Problem> {
    let says_success = body["status"].as_str().is_some_and(|word| word.eq_ignore_ascii_case("success"));
    let message = match &body["message"] {
        Value::String(text) => Some(text.clone()),
        Value::Null => None,
        other => Some(other.to_string()),
    };
    let message = message.filter(|message| !message.is_empty());
    let message = match status.as_u16() {
        200..=299 if says_success => return None,
        200..=299 => message.unwrap_or_else(|| "its envelope does not say success".to_owned()),
        401 | 403 => {
            // A body that is not an envelope is shown whole, as core does.
            let words = message.or_else(|| body["status"].is_null().then(|| body.to_string()));
            format!("{} {CAUSES}", words.unwrap_or_default()).trim_start().to_owned()
        }
        _ => message?,
    };
    Some(Problem::new(message))
}

/// The possible causes. The vendor's answers do not distinguish them, as far as is known.
const CAUSES: &str =
    "(the token is wrong, or the API account has no access to this endpoint, or not from this address)";

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn success_needs_the_status_and_the_envelope() {
        let silent = "its envelope does not say success";
        for (label, status, body, want) in [
            ("a success", 200, json!({"status": "success", "data": []}), None),
            ("in capitals", 200, json!({"status": "Success"}), None),
            ("a success with warnings", 200, json!({"status": "success", "data": {"warnings": 1}}), None),
            (
                "an error under a success",
                200,
                json!({"status": "error", "message": "No such story"}),
                Some("No such story"),
            ),
            ("an error without words", 200, json!({"status": "error"}), Some(silent)),
            ("no envelope", 200, json!({"users": []}), Some(silent)),
            ("a list", 200, json!([]), Some(silent)),
            ("a status that is no text", 200, json!({"status": 1, "message": ""}), Some(silent)),
            ("an error", 400, json!({"status": "error", "message": "No group"}), Some("No group")),
            ("a success under an error", 500, json!({"status": "success", "message": "odd"}), Some("odd")),
            ("words in another form", 422, json!({"message": ["one"]}), Some(r#"["one"]"#)),
            ("an error without words, left to core", 404, json!({"status": "error"}), None),
            ("not an envelope, left to core", 500, json!({"error": "down"}), None),
        ] {
            let problem = read_problem(StatusCode::from_u16(status).unwrap(), &body);
            assert_eq!(problem.map(|problem| problem.message).as_deref(), want, "{label}");
        }
    }

    #[test]
    fn a_rejection_names_its_three_causes() {
        for (status, body, want) in [
            (401, json!({"status": "error", "message": "No."}), format!("No. {CAUSES}")),
            (403, json!({"status": "error"}), CAUSES.to_owned()),
            (403, json!({"error": "blocked"}), format!(r#"{{"error":"blocked"}} {CAUSES}"#)),
        ] {
            let problem = read_problem(StatusCode::from_u16(status).unwrap(), &body).unwrap();
            assert_eq!(problem.message, want);
        }
    }
}
