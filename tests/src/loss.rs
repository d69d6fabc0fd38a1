//! What a JSON value loses on its way through a model.

use serde_json::Value;

/// Where a JSON value lost something on its way through a model, if it did. A null may be left out, and a field of an
/// object may move; nothing else may differ.
#[must_use]
pub fn loss(given: &Value, written: &Value) -> Option<String> {
    match (given, written) {
        (Value::Object(given), Value::Object(written)) => {
            let lost = given.iter().find_map(|(name, value)| match written.get(name) {
                None if value.is_null() => None,
                None => Some(format!(".{name} is gone")),
                Some(written) => loss(value, written).map(|path| format!(".{name}{path}")),
            });
            let added = || {
                written.keys().find(|name| !given.contains_key(*name)).map(|name| format!(".{name} is new"))
            };
            lost.or_else(added)
        }
        (Value::Array(given), Value::Array(written)) if given.len() == written.len() => {
            given.iter().zip(written).enumerate().find_map(|(index, (given, written))| {
                loss(given, written).map(|path| format!("[{index}]{path}"))
            })
        }
        _ => (given != written).then(|| format!(" is {written}, not {given}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::loss;

    #[test]
    fn tells_what_is_lost() {
        for (label, given, written, want) in [
            ("the same", json!({"a": [1, {"b": null}]}), json!({"a": [1, {}]}), None),
            ("gone", json!({"a": {"b": 1}}), json!({"a": {}}), Some(".a.b is gone")),
            ("new", json!({"a": 1}), json!({"a": 1, "b": 2}), Some(".b is new")),
            ("another type", json!({"a": ["7"]}), json!({"a": [7]}), Some(r#".a[0] is 7, not "7""#)),
            ("another number", json!(1), json!(1.0), Some(" is 1.0, not 1")),
            ("shorter", json!([1, 2]), json!([1]), Some(" is [1], not [1,2]")),
        ] {
            assert_eq!(loss(&given, &written).as_deref(), want, "{label}");
        }
    }
}
