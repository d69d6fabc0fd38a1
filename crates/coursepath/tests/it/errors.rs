//! Errors over a socket: the kind, the message and the outcome. No key is shown.

use httpmock::prelude::*;
use serde_json::json;
use tassel_coursepath::model::NewMember;
use tassel_coursepath::{Error, Outcome};

use crate::support::{KEY, client};

fn assert_shows_no_secret(label: &str, error: &Error) {
    for text in [error.to_string(), format!("{error:?}")] {
        assert!(!text.contains(KEY) && !text.contains("imani.okonjo"), "{label}: {text}");
    }
}

#[tokio::test]
async fn every_form_of_error_body() {
    use Outcome::{NotApplied, Unknown};
    for (label, status, body, kind, text, outcome) in [
        (
            "message",
            400,
            r#"{"message": "email is required"}"#,
            "invalid",
            "400: email is required",
            NotApplied,
        ),
        (
            "error, a text",
            401,
            r#"{"error": "Token expired", "code": 17}"#,
            "denied",
            "401: Token expired",
            NotApplied,
        ),
        (
            "error, an object",
            403,
            r#"{"error": {"code": "forbidden", "message": "No rights"}}"#,
            "denied",
            "403: No rights",
            NotApplied,
        ),
        (
            "errors, objects",
            404,
            r#"{"errors": [{"message": "No course"}]}"#,
            "not_found",
            "404: No course",
            NotApplied,
        ),
        (
            "errors, texts",
            409,
            r#"{"errors": ["imani.okonjo@example.org exists"]}"#,
            "rejected",
            "409: ***@*** exists",
            NotApplied,
        ),
        ("description", 422, r#"{"description": "Odd"}"#, "invalid", "422: Odd", NotApplied),
        ("a front server's page", 502, "<html>Bad gateway</html>", "rejected", "502 with text/html", Unknown),
        ("another object", 500, r#"{"oops": 1}"#, "rejected", r#"500: {"oops": 1}"#, Unknown),
        ("nothing", 418, "", "rejected", "418 with an empty body", NotApplied),
    ] {
        let server = MockServer::start_async().await;
        let mock = server
            .mock_async(|when, then| {
                when.method(POST).path("/api/v1/members");
                let media_type = if body.starts_with('<') { "text/html" } else { "application/json" };
                then.status(status).header("content-type", media_type).body(body);
            })
            .await;
        let new = NewMember::new("imani.okonjo@example.org");
        let error = client(&server).members().create(new).send().await.unwrap_err();
        let want = format!("members.create answered {text}");
        assert!(error.to_string().starts_with(&want), "{label}: {error}");
        assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{label}");
        assert_shows_no_secret(label, &error);
        assert_eq!(mock.calls_async().await, 1, "{label}");
    }
}

#[tokio::test]
async fn a_success_status_is_always_a_success() {
    for (label, status, body) in [
        ("nothing", 200, ""),
        ("nothing, by its status", 204, ""),
        ("an empty object", 200, "{}"),
        ("a text", 202, "OK"),
        ("a page", 200, "<html>Done</html>"),
        ("what looks like an error", 200, r#"{"message": "enrolled"}"#),
    ] {
        let server = MockServer::start_async().await;
        server.mock_async(|_, then| drop(then.status(status).body(body))).await;
        client(&server)
            .course_members()
            .create(3, 7)
            .send()
            .await
            .unwrap_or_else(|error| panic!("{label}: {error}"));
    }
}

#[tokio::test]
async fn a_success_without_its_documented_body() {
    for (label, body, want) in [
        ("nothing", "", Ok(None)),
        ("the member", r#"{"id": 7}"#, Ok(Some("7"))),
        ("a member in a wrapper", r#"{"member": {"id": "7"}}"#, Ok(Some("7"))),
        ("a page", "<html>Done</html>", Err("it is HTML or XML, not JSON")),
        ("a list", "[]", Err("found an array, expected an object")),
    ] {
        let server = MockServer::start_async().await;
        server.mock_async(|_, then| drop(then.status(201).body(body))).await;
        let created = client(&server).members().create(NewMember::new("a@example.org")).send().await;
        match (created, want) {
            (Ok(member), Ok(id)) => {
                assert_eq!(member.map(|it| it.id.unwrap().to_string()).as_deref(), id, "{label}");
            }
            (Err(error), Err(words)) => {
                assert!(error.to_string().contains(words), "{label}: {error}");
                assert_eq!((error.kind(), error.outcome()), ("decode", Outcome::Applied), "{label}");
            }
            (got, want) => panic!("{label}: {got:?}, not {want:?}"),
        }
    }
}

#[tokio::test]
async fn a_redirect_says_to_check_the_host() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|_, then| drop(then.status(301).header("location", "https://elsewhere.example.com/")))
        .await;
    let error = client(&server).members().me().send().await.unwrap_err();
    assert!(error.to_string().contains("a redirect is not followed: check the base URL"), "{error}");
}

#[tokio::test]
async fn an_unreadable_page_names_the_place() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|_, then| {
            then.status(200).json_body(json!([{"id": 1}, {"id": 2, "name": {"a": 1}}]));
        })
        .await;
    let error = client(&server).members().list().send().await.unwrap_err();
    let words = "[1].name: found an object, expected a string";
    assert!(error.to_string().contains(words), "{error}");
}
