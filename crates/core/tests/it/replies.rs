//! Replies: lists, objects, files and texts, and errors inside successes.

use http::Method;
use serde_json::{Value, json};
use tassel_core::error::Outcome;
use tassel_core::kit::{Acknowledged, Api, Draft, File, Listed, Reply, Unwrapped, rewrite};
use tassel_core::operation::{Operation, Safety};
use tassel_core::testing::Step;
use tassel_core::values::{Id, Secret};
use tassel_core::{Call, ClientOptions, Error};

use crate::support::{client_with, script};

static JSON: Operation = {
    let mut operation = Operation::new("things.get", Method::GET, "/thing");
    operation.safety = Safety::Repeatable;
    operation
};
static PDF: Operation = {
    let mut operation = Operation::new("things.print", Method::GET, "/thing.pdf");
    operation.produces = "application/pdf";
    operation
};
static API: Api = {
    let mut api = Api::new("acme", &[&JSON, &PDF]);
    api.errors_in_success = true;
    api
};

fn call<B: Reply>(operation: &'static Operation, answer: Step) -> Call<B::Value> {
    Draft::new(operation).call::<B>(&client_with(&API, script([answer]), ClientOptions::new()))
}

#[tokio::test]
async fn lists_may_be_wrapped() {
    for (label, body, want) in [
        ("bare", json!([1, "b"]), Ok(2)),
        ("empty", json!([]), Ok(0)),
        ("under data, beside another list", json!({"data": [1], "links": ["x"], "n": 1}), Ok(1)),
        ("under items", json!({"items": [1, 2]}), Ok(2)),
        ("under results", json!({"results": [1, 2]}), Ok(2)),
        ("under the only key with a list", json!({"things": [1], "page": {"n": 1}}), Ok(1)),
        ("two lists, neither known", json!({"a": [1], "b": [2]}), Err("a list, or an object with one list")),
        ("no list", json!({"a": 1}), Err("a list, or an object with one list")),
        ("null", json!(null), Err("a list, or an object with one list")),
        ("something else inside", json!([1, {}]), Err("at [1]")),
    ] {
        let text = body.to_string();
        let listed = call::<Listed<Id>>(&JSON, Step::answer(200, text.clone())).send().await;
        match (listed, want) {
            (Ok(listed), Ok(items)) => {
                assert_eq!(listed.items.len(), items, "{label}");
                assert_eq!(serde_json::to_value(&listed).unwrap(), body, "{label}");
                let written = rewrite::<Listed<Id>>(text.as_bytes()).unwrap();
                assert_eq!(serde_json::from_slice::<Value>(&written).unwrap(), body, "{label}");
            }
            (Err(Error::Decode { source, outcome, .. }), Err(want)) => {
                assert!(source.to_string().contains(want), "{label}: {source}");
                assert_eq!(outcome, Outcome::Applied, "{label}");
            }
            (got, _) => panic!("{label}: {got:?}"),
        }
    }
}

#[tokio::test]
async fn objects_may_be_wrapped_in_one_key() {
    type Thing = std::collections::BTreeMap<String, Value>;
    for (label, body, want) in [
        ("bare", json!({"id": 1, "name": "x"}), json!({"id": 1, "name": "x"})),
        ("wrapped", json!({"thing": {"id": 1}}), json!({"id": 1})),
        ("one field that is no object", json!({"id": 1}), json!({"id": 1})),
        ("two objects", json!({"a": {}, "b": {}}), json!({"a": {}, "b": {}})),
        ("empty", json!({}), json!({})),
    ] {
        let thing = call::<Unwrapped<Thing>>(&JSON, Step::answer(200, body.to_string())).send().await;
        assert_eq!(serde_json::to_value(thing.unwrap()).unwrap(), want, "{label}");
        let written = rewrite::<Unwrapped<Thing>>(body.to_string().as_bytes()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&written).unwrap(), body, "{label}");
    }
    let error = call::<Unwrapped<Thing>>(&JSON, Step::answer(200, "[]")).send().await.unwrap_err();
    assert!(matches!(error, Error::Decode { .. }), "{error}");
}

#[tokio::test]
async fn the_body_of_an_acknowledgement_may_hold_anything() {
    for (label, body, want) in [
        ("nothing", "", None),
        ("words", "HTTP/1.1 200 OK", None),
        ("JSON", r#"{"done": 3}"#, Some(json!({"done": 3}))),
    ] {
        let done = call::<Acknowledged>(&JSON, Step::answer(200, body)).send().await.unwrap();
        assert_eq!(done.json(), want, "{label}");
        assert_eq!(format!("{done:?}"), "Acknowledged", "{label}");
    }
}

#[tokio::test]
async fn files_are_kept_with_their_type() {
    for (label, content_type, want) in [
        ("as documented", "application/pdf", Some("application/pdf")),
        ("with parameters", "application/pdf;charset=UTF-8", Some("application/pdf;charset=UTF-8")),
        ("a page instead", "text/html", None),
    ] {
        let answer = Step::answer(200, "%PDF-1.7").header("content-type", content_type);
        let file = call::<File>(&PDF, answer).send().await;
        match (file, want) {
            (Ok(file), Some(want)) => {
                assert_eq!(
                    (file.content_type.as_deref(), &*file.bytes),
                    (Some(want), &b"%PDF-1.7"[..]),
                    "{label}"
                );
                assert_eq!(format!("{file:?}"), format!("File({want}, 8 bytes)"));
            }
            (Err(error), None) => assert_eq!(
                error.to_string(),
                "things.print answered 200, but its body cannot be read: it is text/html, not application/pdf",
                "{label}"
            ),
            (got, _) => panic!("{label}: {got:?}"),
        }
    }
    let request = call::<File>(&PDF, Step::answer(200, "")).request().unwrap();
    assert_eq!(request.headers()["accept"], "application/pdf, application/json");
}

#[tokio::test]
async fn a_text_may_be_bare() {
    for (label, body, want) in [
        ("bare", "https://learn.example/login?token=abc\n", Ok("https://learn.example/login?token=abc")),
        ("quoted", r#""https://learn.example/\u0061""#, Ok("https://learn.example/a")),
        ("nothing", " ", Err("it is empty, not text")),
        ("an empty text in quotes", r#""""#, Err("it is empty, not text")),
        ("no text", "\u{fffd}", Ok("\u{fffd}")),
    ] {
        let text = call::<Secret>(&JSON, Step::answer(200, body)).send().await;
        match (text, want) {
            (Ok(text), Ok(want)) => assert_eq!(text.expose(), want, "{label}"),
            (Err(error), Err(want)) => assert!(error.to_string().ends_with(want), "{label}: {error}"),
            (got, _) => panic!("{label}: {got:?}"),
        }
    }
    let error = call::<Secret>(&JSON, Step::answer(200, &b"\xff"[..])).send().await.unwrap_err();
    assert!(error.to_string().ends_with("it is not text"), "{error}");
}

#[tokio::test]
async fn an_error_inside_a_success_is_an_error() {
    let failed = json!({"error": "the thing is broken"}).to_string();
    let error = call::<Value>(&JSON, Step::answer(200, failed.clone())).send().await.unwrap_err();
    assert!(matches!(error, Error::Rejected(_)), "{error:?}");
    assert_eq!(error.to_string(), "things.get answered 200: the thing is broken");
    assert_eq!(error.outcome(), Outcome::Unknown);

    // For other vendors, only a body that is not read into a model is checked for an error.
    static OTHER: Api = Api::new("acme", &[&JSON]);
    let answer = || script([Step::answer(200, failed.clone())]);
    let client = client_with(&OTHER, answer(), ClientOptions::new());
    assert!(Draft::new(&JSON).call::<Acknowledged>(&client).send().await.is_err());
    static READ: Operation = {
        let mut operation = Operation::new("things.get", Method::GET, "/thing");
        operation.reply = Some(rewrite::<Value>);
        operation
    };
    let client = client_with(&OTHER, answer(), ClientOptions::new());
    assert_eq!(
        Draft::new(&READ).call::<Value>(&client).send().await.unwrap()["error"],
        "the thing is broken"
    );
}
