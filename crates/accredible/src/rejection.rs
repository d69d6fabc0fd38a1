//! Reads this vendor's error bodies, which have several forms.

use serde_json::Value;
use tassel_core::error::FieldError;
use tassel_core::kit::Problem;
use tassel_core::kit::http::StatusCode;

/// The problem in an error body, or `None` for an unknown form:
///
/// * `{"errors": "<text>"}`, or a list of texts, or the texts by field;
/// * `{"error": "<text>"}`;
/// * `{"code": 400, "message": "<text>", "status": "<word>", "errors": {}}`;
/// * `{"success": false, "data": "<text>"}`;
/// * `{"results": [{"errors": {"code": "<word>", "message": "<text>"}}]}`.
///
/// Core reads bodies that are not JSON.
pub(crate) fn read_problem(_: StatusCode, body: &Value) -> Option<Problem> {
    let fields = fields(&body["errors"]);
    let by_field =
        fields.iter().map(|error| format!("{}: {}", error.field, error.message)).collect::<Vec<_>>();
    let result = body["results"].as_array().and_then(|results| results.first());
    let result = result.map_or(&Value::Null, |result| first_of(result, &["errors", "error"]));
    let message = texts(&body["errors"])
        .or_else(|| (!by_field.is_empty()).then(|| by_field.join("; ")))
        .or_else(|| texts(&body["error"]))
        .or_else(|| texts(&body["message"]))
        .or_else(|| texts(&body["data"]).filter(|_| body["success"] == false))
        .or_else(|| texts(&result["message"]))?;
    let code = body["status"].as_str().or_else(|| result["code"].as_str());
    Some(Problem::new(message).code(code.map(str::to_owned)).fields(fields))
}

/// A text, or a list of them.
fn texts(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(items) if !items.is_empty() => Some(
            items
                .iter()
                .map(|item| texts(item).unwrap_or_else(|| item.to_string()))
                .collect::<Vec<_>>()
                .join("; "),
        ),
        _ => None,
    }
}

fn fields(errors: &Value) -> Vec<FieldError> {
    let fields = errors.as_object().into_iter().flatten();
    fields
        .map(|(field, messages)| {
            FieldError::new(field, texts(messages).unwrap_or_else(|| messages.to_string()))
        })
        .collect()
}

fn first_of<'a>(value: &'a Value, names: &[&str]) -> &'a Value {
    names.iter().map(|name| &value[*name]).find(|value| !value.is_null()).unwrap_or(&Value::Null)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_every_form() {
        let field = |field: &str, message: &str| FieldError::new(field, message);
        for (label, body, message, code, fields) in [
            (
                "success false",
                json!({"success": false, "data": "Group does not exist"}),
                "Group does not exist",
                None,
                vec![],
            ),
            ("errors, a text", json!({"errors": "Doesn't exist"}), "Doesn't exist", None, vec![]),
            ("error, a text", json!({"error": "Not found"}), "Not found", None, vec![]),
            (
                "errors by field",
                json!({"errors": {"course_name": ["can't be blank"], "name": ["is long", "is odd"]}}),
                "course_name: can't be blank; name: is long; is odd",
                None,
                vec![field("course_name", "can't be blank"), field("name", "is long; is odd")],
            ),
            (
                "errors by field, not in lists",
                json!({"errors": {"id": "taken"}}),
                "id: taken",
                None,
                vec![field("id", "taken")],
            ),
            (
                "a rejected search",
                json!({"code": 400, "message": "Sort order increasing is not supported", "status": "invalid_search_query", "errors": {}}),
                "Sort order increasing is not supported",
                Some("invalid_search_query"),
                vec![],
            ),
            (
                "a rejected search, as a fixture has it",
                json!({"code": 400, "message": "invalid_search_query", "status": "Bad Request", "errors": {}}),
                "invalid_search_query",
                Some("Bad Request"),
                vec![],
            ),
            ("errors, a list", json!({"errors": ["one", {"two": 2}]}), r#"one; {"two":2}"#, None, vec![]),
            (
                "results",
                json!({"results": [{"error": {"code": "credential_invalid", "message": "The credential is not valid"}}]}),
                "The credential is not valid",
                Some("credential_invalid"),
                vec![],
            ),
        ] {
            let (message, code) = (message.to_owned(), code.map(str::to_owned));
            let problem = Problem::new(message).code(code).fields(fields);
            assert_eq!(read_problem(StatusCode::BAD_REQUEST, &body), Some(problem), "{label}");
        }
        for (label, body) in [
            ("a credential", json!({"credential": {"id": 1}})),
            ("success true", json!({"success": true, "data": "fine"})),
            ("no errors", json!({"errors": {}})),
            ("a list", json!([1])),
            ("a text", json!("no")),
            ("results without errors", json!({"results": [{"credential": {"id": 1}}]})),
        ] {
            assert_eq!(read_problem(StatusCode::OK, &body), None, "{label}");
        }
    }
}
