//! An empty list for an object, and the other way round.

use serde_json::Value;
use tassel_core::kit::{from_json, model};
use tassel_core::values::{Extra, OrEmpty};

#[derive(Debug, Clone, PartialEq, Default)]
struct Certificate {
    number: Option<u64>,
    pages: Option<OrEmpty<Vec<u64>>>,
    extra: Extra,
}
model!(Certificate { number: "number", pages: "pages" });

fn read(json: &str) -> Result<OrEmpty<Certificate>, String> {
    from_json(json.as_bytes()).map_err(|error| error.to_string())
}

#[test]
fn an_empty_list_or_object_may_arrive_as_the_other() {
    for (label, json, number, pages) in [
        ("an object", r#"{"number":7,"pages":[1,2]}"#, Some(7), Some(2)),
        ("an empty object", "{}", None, None),
        ("an empty list for an object", "[]", None, None),
        ("an empty list", r#"{"pages":[]}"#, None, Some(0)),
        ("an empty object for a list", r#"{"pages":{}}"#, None, Some(0)),
    ] {
        let certificate = read(json).unwrap();
        assert_eq!(certificate.number, number, "{label}");
        assert_eq!(certificate.pages.as_ref().map(|pages| pages.len()), pages, "{label}");
        assert_eq!(serde_json::to_string(&certificate).unwrap(), json, "{label}: written back unchanged");
    }
    let any: OrEmpty<Value> = serde_json::from_str(r#"{"a":[]}"#).unwrap();
    assert_eq!(any.into_inner(), serde_json::json!({"a": []}));
    for json in [r#""a""#, "true", "-1", "7", "1.5", "null"] {
        let any: OrEmpty<Value> = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&any).unwrap(), json, "neither");
    }
    let mut filled = read("[]").unwrap();
    filled.number = Some(7);
    assert_eq!(serde_json::to_string(&filled).unwrap(), r#"{"number":7}"#);
}

#[test]
fn a_value_that_is_not_empty_is_read_strictly() {
    for (label, json, want) in [
        ("a list for an object", "[1]", "found an array, expected an object (Certificate)"),
        ("an object for a list", r#"{"pages":{"0":1}}"#, "at pages: found an object, expected a sequence"),
        ("a wrong item", r#"{"pages":[1,"x"]}"#, "at pages[1]: found a string, expected u64"),
        ("a wrong only item", r#"{"pages":["x"]}"#, "at pages[0]: found a string, expected u64"),
        ("a wrong field", r#"{"number":"x"}"#, "at number: found a string, expected u64"),
        ("a text", r#""x""#, "found a string, expected an object (Certificate)"),
        ("a number for a list", r#"{"pages":1.5}"#, "at pages: found a number, expected a sequence"),
    ] {
        assert_eq!(read(json).unwrap_err(), want, "{label}");
    }
}
