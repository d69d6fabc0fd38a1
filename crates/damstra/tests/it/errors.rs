//! Errors over a socket: the kind, the message, the outcome and the code. No secret is shown.

use httpmock::prelude::*;
use serde_json::json;
use tassel_damstra::model::{BulkImport, BulkUser, InternalCode, NewUser, ScheduleRequest};
use tassel_damstra::users::BulkRoles;
use tassel_damstra::{CallOptions, Client, Error, Outcome, is_already_scheduled};

use crate::support::{KEY, always, client, offline};

fn new_user() -> NewUser {
    NewUser::new("Imani", "Okonjo", "imani.okonjo@example.org", false).password("three-small-boats")
}

fn assert_shows_no_secret(label: &str, error: &Error) {
    for text in [error.to_string(), format!("{error:?}")] {
        for secret in [KEY, "imani.okonjo", "three-small-boats", "c2FpbGluZw"] {
            assert!(!text.contains(secret), "{label}: {text}");
        }
    }
    assert_eq!(error.to_string().lines().count(), 1, "{label}: one line");
}

fn code_of(error: &Error) -> Option<i64> {
    error.rejection().and_then(InternalCode::of).map(|code| code.number())
}

#[tokio::test]
async fn every_form_of_error_body() {
    use Outcome::{NotApplied, Unknown};
    let json = "application/json";
    let long = r#"{"message": "No such access key", "reason": "It is wrong", "internalCode": 806, "error": "Bad token"}"#;
    let no_group = r#"{ "message":"No such group", "reason":"No group", "error":true, "internalCode":TBD, "statusCode":404 }"#;
    type Row<'a> = (&'a str, u16, &'a str, &'a str, &'a str, &'a str, Option<i64>, Outcome);
    let rows: &[Row<'_>] = &[
        ("long", 403, json, long, "denied", "403: No such access key", Some(806), NotApplied),
        (
            "short",
            403,
            json,
            r#"{"internalCode": 806, "error": "Bad token"}"#,
            "denied",
            "403: Bad token",
            Some(806),
            NotApplied,
        ),
        (
            "not allowed",
            403,
            json,
            r#"{"internalCode": 831, "error": "Not you"}"#,
            "denied",
            "403: Not you",
            Some(831),
            NotApplied,
        ),
        (
            "500 under 503",
            503,
            json,
            r#"{"internalCode": 500, "error": "It broke"}"#,
            "rejected",
            "503: It broke",
            Some(500),
            Unknown,
        ),
        (
            "500 under 404",
            404,
            json,
            r#"{"internalCode": 500, "error": "It broke"}"#,
            "rejected",
            "404: It broke",
            Some(500),
            NotApplied,
        ),
        (
            "unknown group",
            404,
            json,
            r#"{"message": "No group 31", "reason": "No group", "internalCode": 842, "statusCode": 404}"#,
            "not_found",
            "404: No group 31",
            Some(842),
            NotApplied,
        ),
        (
            "842 under 400, as text",
            400,
            json,
            r#"{"message": "No group 31", "internalCode": "842"}"#,
            "not_found",
            "400: No group 31",
            Some(842),
            NotApplied,
        ),
        ("no valid JSON", 404, json, no_group, "not_found", &format!("404: {no_group}"), None, NotApplied),
        (
            "an error that is true",
            404,
            json,
            r#"{"message": "No such group", "error": true, "statusCode": 404}"#,
            "not_found",
            "404: No such group",
            None,
            NotApplied,
        ),
        (
            "no schedule",
            400,
            json,
            r#"{"internalCode": 840, "error": "No schedule"}"#,
            "not_found",
            "400: No schedule",
            Some(840),
            NotApplied,
        ),
        (
            "completed",
            409,
            json,
            r#"{"internalCode": 837, "error": "Completed"}"#,
            "invalid",
            "409: Completed",
            Some(837),
            NotApplied,
        ),
        (
            "cancelled",
            403,
            json,
            r#"{"internalCode": 836, "error": "Cancelled"}"#,
            "invalid",
            "403: Cancelled",
            Some(836),
            NotApplied,
        ),
        (
            "there already",
            409,
            json,
            r#"{"error": "It already exists"}"#,
            "invalid",
            "409: It already exists",
            None,
            NotApplied,
        ),
        (
            "an error alone",
            400,
            json,
            r#"{"error": "emailAddress imani.okonjo@example.org is taken"}"#,
            "invalid",
            "400: emailAddress ***@*** is taken",
            None,
            NotApplied,
        ),
        (
            "a code nobody knows",
            400,
            json,
            r#"{"internalCode": 901, "error": "No"}"#,
            "invalid",
            "400: No",
            Some(901),
            NotApplied,
        ),
        (
            "a code under a success",
            200,
            json,
            r#"{"internalCode": 806, "error": "Bad token"}"#,
            "denied",
            "200: Bad token",
            Some(806),
            Unknown,
        ),
        (
            "an error under a success",
            200,
            json,
            r#"{"error": "Not today"}"#,
            "rejected",
            "200: Not today",
            None,
            Unknown,
        ),
        ("plain text", 502, "text/plain", "Bad gateway", "rejected", "502: Bad gateway", None, Unknown),
        ("empty", 500, json, "", "rejected", "500 with an empty body", None, Unknown),
        (
            "a page",
            403,
            "text/html",
            "<html>",
            "denied",
            "403 with text/html (not JSON: a firewall may have answered)",
            None,
            NotApplied,
        ),
    ];
    for (label, status, content_type, body, kind, text, code, outcome) in rows {
        let server = always(*status, content_type, body).await;
        let error = client(&server).users().create(new_user()).send().await.unwrap_err();
        assert_eq!(error.to_string(), format!("users.create answered {text}"), "{label}");
        assert_eq!((error.kind(), error.outcome()), (*kind, *outcome), "{label}");
        assert_eq!(code_of(&error), *code, "{label}");
        assert_shows_no_secret(label, &error);
    }
}

#[tokio::test]
async fn an_error_under_a_success_status_is_an_error() {
    let body = r#"{"internalCode": 831, "error": "Not you"}"#;
    let server = always(200, "application/json", body).await;
    let client = client(&server);
    let user = BulkUser::new("Imani", "Okonjo", "imani.okonjo@example.org", BulkRoles::ResetToTrainee);
    for (label, error) in [
        ("a record", client.users().get(7).send().await.unwrap_err()),
        ("a page", client.users().search().send().await.unwrap_err()),
        ("a bare list", client.users().bulk_import(BulkImport::new([user])).send().await.unwrap_err()),
        ("nothing", client.users().activate(7).send().await.unwrap_err()),
        ("a text", client.users().generate_login_url(7, "day").send().await.unwrap_err()),
        ("a file", client.lesson_schedules().certificate(7).send().await.unwrap_err()),
        ("a secret", client.player().embed(7).send().await.unwrap_err()),
    ] {
        assert_eq!((error.kind(), code_of(&error)), ("denied", Some(831)), "{label}: {error}");
    }
}

#[tokio::test]
async fn an_existing_schedule_is_recognised() {
    for (label, body, want) in [
        ("there already", r#"{"error": "Lesson Schedule already exists"}"#, true),
        ("something else", r#"{"error": "lessonVersionIds is missing"}"#, false),
        ("a code", r#"{"internalCode": 837, "error": "It already exists"}"#, false),
    ] {
        let server = always(400, "application/json", body).await;
        let schedules = client(&server).lesson_schedules();
        let error = schedules.create(5012, ScheduleRequest::new([880])).send().await.unwrap_err();
        assert_eq!((error.kind(), is_already_scheduled(&error)), ("invalid", want), "{label}");
    }
}

#[tokio::test]
async fn a_failure_of_the_vendor_is_retried_only_where_harmless() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|_, then| {
            then.status(503)
                .header("retry-after", "0")
                .json_body(json!({"internalCode": 500, "error": "It broke"}));
        })
        .await;
    let mut before = 0;
    let client = client(&server);
    client.users().get(7).send().await.unwrap_err();
    for (label, attempts) in [("read", 4), ("repeatable", 4), ("once", 1)] {
        match label {
            "repeatable" => drop(client.users().activate(7).send().await.unwrap_err()),
            "once" => drop(client.users().create(new_user()).send().await.unwrap_err()),
            _ => {}
        }
        let calls = mock.calls_async().await;
        assert_eq!(calls - before, attempts, "{label}");
        before = calls;
    }
}

#[tokio::test]
async fn unreadable_answers() {
    for (label, body, text) in [
        ("a page", "<!DOCTYPE html>", "it is HTML or XML, not JSON"),
        ("empty", "", "it is empty, not JSON"),
        ("cut off", r#"{"id": 5012, "cre"#, "the JSON ends too early, at line 1 column 17"),
        ("no id", r#"{"userName": "imani.okonjo"}"#, "missing field `id`"),
        ("a wrong type", r#"{"id": true}"#, "at id: found a boolean, expected an id (text or a number)"),
    ] {
        let server = always(200, "application/json", body).await;
        let error = client(&server).users().create(new_user()).send().await.unwrap_err();
        let want = format!("users.create answered 200, but its body cannot be read: {text}");
        assert_eq!(error.to_string(), want, "{label}");
        assert_eq!((error.kind(), error.outcome()), ("decode", Outcome::Applied), "{label}");
        assert_shows_no_secret(label, &error);
    }
    let server = always(200, "application/json", " ").await;
    let error = client(&server).users().generate_login_url(5012, "day").send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "users.generate_login_url answered 200, but its body cannot be read: it is empty, not text"
    );
}

#[tokio::test]
async fn throttled_with_and_without_retry_after() {
    for (label, retry_after, text) in [
        ("with", Some("9999"), "groups.get answered 429: slow down (the vendor asks to wait 9999 s)"),
        ("without", None, "groups.get answered 429: slow down"),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|_, then| {
                let then = then.status(429).header("content-type", "text/plain").body("slow down");
                if let Some(seconds) = retry_after {
                    then.header("retry-after", seconds);
                }
            })
            .await;
        let error =
            client(&server).groups().get(31).with(CallOptions::new().no_retry()).send().await.unwrap_err();
        assert_eq!(error.to_string(), text, "{label}");
        assert_eq!((error.kind(), error.outcome()), ("throttled", Outcome::NotApplied), "{label}");
    }
}

#[test]
fn invalid_keys_and_hosts() {
    for (label, key, url, text) in [
        ("no key", "", "https://app.example.org", "the API key is empty"),
        (
            "not loopback",
            KEY,
            "http://app.example.org",
            "the base URL begins with http://, which would send the key in the clear; use https://",
        ),
    ] {
        let error = Client::builder(key).base_url(url).build().unwrap_err();
        assert_eq!(error.to_string(), format!("configuration: {text}"), "{label}");
        assert_shows_no_secret(label, &error);
    }
    let texts = [format!("{:?}", Client::builder(KEY)), format!("{:?}", Client::new(KEY).unwrap())];
    assert!(!texts.concat().contains(KEY), "{texts:?}");
}

#[tokio::test]
async fn a_replaced_key_is_used_at_once() {
    let server = MockServer::start_async().await;
    let old = server.mock_async(|when, then| drop((when.header("accesskey", KEY), then.status(200)))).await;
    let new =
        server.mock_async(|when, then| drop((when.header("accesskey", "an0ther"), then.status(200)))).await;
    let client = client(&server);
    client.users().activate(7).send().await.unwrap();
    client.replace_key("an0ther").unwrap();
    client.clone().users().activate(7).send().await.unwrap();
    assert_eq!((old.calls_async().await, new.calls_async().await), (1, 1));
}

#[tokio::test]
async fn unmodelled_operations_can_be_called() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/api/v2/report/")
                .header("accesskey", KEY)
                .json_body(json!({"kind": "all"}));
            then.status(200).json_body(json!({"rows": 5}));
        })
        .await;
    let call = client(&server).call("POST".parse().unwrap(), "/report/", Some(&json!({"kind": "all"})));
    assert_eq!(call.send().await.unwrap()["rows"], 5);
}

#[test]
fn empty_lists_are_refused() {
    let client = offline();
    let nobody = Vec::<tassel_damstra::model::UserId>::new;
    let (groups, sessions) = (client.groups(), client.ilt_sessions());
    let users = "`userIds` has 0 items; give at least 1";
    let import = tassel_damstra::model::BulkImport::new([]);
    let lessons =
        tassel_damstra::model::ScheduleRequest::new(Vec::<tassel_damstra::model::LessonVersionId>::new());
    for (request, text) in [
        (groups.add_members(31, nobody()).request(), users),
        (groups.remove_members(31, nobody()).request(), users),
        (groups.add_supervisors(31, nobody()).request(), users),
        (groups.remove_supervisors(31, nobody()).request(), users),
        (sessions.bulk_register(611, nobody()).request(), users),
        (sessions.bulk_deregister(611, nobody()).request(), users),
        (sessions.save_progress(611, []).request(), "`attendees` has 0 items; give at least 1"),
        (client.users().bulk_import(import).request(), "`users` has 0 items; give at least 1"),
        (
            client.lesson_schedules().create(5012, lessons).request(),
            "`lessonVersionIds` has 0 items; give at least 1",
        ),
    ] {
        let error = request.unwrap_err();
        assert!(error.to_string().ends_with(&format!(" was not sent: {text}")), "{error}");
        assert_eq!((error.kind(), error.outcome()), ("invalid_input", Outcome::NotApplied));
    }
}
