//! Models that keep the fields they do not know.

use serde_json::{Value, json};
use tassel_core::kit::model;
use tassel_core::values::{Extra, Id, Patch};

#[derive(Debug, Default, PartialEq)]
struct Sample {
    id: Option<Id>,
    notes: Option<serde_json::Map<String, Value>>,
    change: Patch<String>,
    extra: Extra,
}
model!(Sample { id: "id", notes: "notes" | "nots" | "nuts", change: "change" });

#[derive(Debug)]
struct Strict {
    id: Id,
    extra: Extra,
}
model!(Strict { id: "id" required });

#[test]
fn loses_nothing() {
    for (label, given, want) in [
        ("empty", json!({}), json!({})),
        ("null is left out", json!({"id": null}), json!({})),
        ("null of an update is kept", json!({"change": null}), json!({"change": null})),
        (
            "unknown fields",
            json!({"id": "7", "x": {"y": [1.5, null]}}),
            json!({"id": "7", "x": {"y": [1.5, null]}}),
        ),
        ("another spelling", json!({"nots": {"a": "b"}}), json!({"nots": {"a": "b"}})),
        ("a third spelling", json!({"nuts": {"a": 1}}), json!({"nuts": {"a": 1}})),
        ("escaped key", json!({"a\"b\n": 1}), json!({"a\"b\n": 1})),
    ] {
        let sample: Sample = serde_json::from_value(given).unwrap();
        assert_eq!(serde_json::to_value(&sample).unwrap(), want, "{label}");
    }
}

#[test]
fn the_main_name_wins() {
    for text in [r#"{"notes":{"a":1},"nots":{"b":2}}"#, r#"{"nots":{"b":2},"notes":{"a":1}}"#] {
        let sample: Sample = serde_json::from_str(text).unwrap();
        assert_eq!(sample.notes.as_ref().unwrap()["a"], 1, "{text}");
        let written: Value = serde_json::to_value(&sample).unwrap();
        assert_eq!(written, serde_json::from_str::<Value>(text).unwrap(), "{text}");
    }
}

#[test]
fn errors_name_what_is_missing() {
    let error = serde_json::from_str::<Strict>("{}").unwrap_err().to_string();
    assert!(error.contains("missing field `id`"), "{error}");
    let error = serde_json::from_str::<Strict>("[]").unwrap_err().to_string();
    assert!(error.contains("expected an object (Strict)"), "{error}");
    let strict: Strict = serde_json::from_str(r#"{"id":1}"#).unwrap();
    assert!(strict.id.is_number() && strict.extra.is_empty());
}

#[test]
fn unknown_fields_are_kept() {
    let json = r#"{"id":7,"b":1,"a":2,"b":3}"#;
    let mut thing: Strict = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&thing).unwrap(), json, "a field that comes twice, too");
    assert_eq!((&thing.extra["b"], &thing.extra["none"], thing.extra.len()), (&3.into(), &Value::Null, 3));
    assert_eq!((thing.extra.insert("b", 4), thing.extra.insert("c", "x")), (Some(3.into()), None));
    assert_eq!(serde_json::to_string(&thing).unwrap(), r#"{"id":7,"a":2,"b":4,"c":"x"}"#);
    assert_eq!((thing.extra.remove("a"), thing.extra.remove("a")), (Some(2.into()), None));
    let other: Strict = serde_json::from_str(r#"{"c":"x","id":7,"b":4}"#).unwrap();
    assert!(thing.extra == other.extra, "the order means nothing");
    assert_eq!(thing.extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["b", "c"]);
    thing.extra.insert("b", 5);
    assert!(thing.extra != other.extra && !thing.extra.is_empty());
}
