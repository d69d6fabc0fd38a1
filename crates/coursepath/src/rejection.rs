//! Reads this vendor's error bodies. Their form is not documented.

use serde_json::Value;
use tassel_core::kit::Problem;
use tassel_core::kit::http::StatusCode;

/// The problem in an error body. Its message is the first text among `message`, `error`, `error.message`,
/// `errors[0].message`, `errors[0]` and `description`. A status from 200 to 299 is always a success.
pub(crate) fn read_problem(status: StatusCode, body: &Value) -> Option<Problem> {
    if status.is_success() {
        return None;
    }
    let places = [
        &body["message"],
        &body["error"],
        &body["error"]["message"],
        &body["errors"][0]["message"],
        &body["errors"][0],
        &body["description"],
    ];
    let message = places.into_iter().find_map(Value::as_str)?.to_owned();
    let code = body["error"]["code"].as_str().or_else(|| body["code"].as_str());
    Some(Problem::new(message).code(code.map(str::to_owned)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_every_form() {
        for (label, body, message, code) in [
            ("message", json!({"message": "a", "error": "b"}), "a", None),
            ("error, a text", json!({"error": "a", "description": "b", "code": "c"}), "a", Some("c")),
            ("error, an object", json!({"error": {"message": "a", "code": "c"}}), "a", Some("c")),
            ("errors, objects", json!({"errors": [{"message": "a"}, {"message": "b"}]}), "a", None),
            ("errors, texts", json!({"errors": ["a", "b"]}), "a", None),
            ("description", json!({"description": "a"}), "a", None),
        ] {
            let problem = Problem::new(message).code(code.map(str::to_owned));
            assert_eq!(read_problem(StatusCode::BAD_REQUEST, &body), Some(problem), "{label}");
            assert_eq!(read_problem(StatusCode::OK, &body), None, "{label}, under a success");
        }
        for (label, body) in [
            ("another object", json!({"problem": "a"})),
            ("numbers", json!({"message": 1, "error": {}})),
            ("a list", json!(["a"])),
            ("a text", json!("a")),
            ("null", json!(null)),
        ] {
            assert_eq!(read_problem(StatusCode::BAD_REQUEST, &body), None, "{label}");
        }
    }
}
