//! Errors over a socket: the kind, the message and the outcome. No token and no address is shown or sent to another
//! host.

use httpmock::prelude::*;
use serde_json::json;
use tassel_namecoach::model::NewParticipant;
use tassel_namecoach::{CallOptions, Client, Error, Outcome};

use crate::support::{ROOT, TOKEN, client};

fn new_participant() -> NewParticipant {
    NewParticipant::new("Imani", "Okonjo", "imani.okonjo@example.org").phone_number("+12025550143")
}

fn assert_shows_no_secret(label: &str, error: &Error) {
    for text in [error.to_string(), format!("{error:?}")] {
        for secret in [TOKEN, "imani.okonjo", "2025550143", "recordings.example.org"] {
            assert!(!text.contains(secret), "{label}: {text}");
        }
    }
}

#[tokio::test]
async fn every_form_of_error_body() {
    use Outcome::{NotApplied, Unknown};
    const JSON: &str = "application/json";
    let rows: [(&str, u16, &str, &str, &str, &str, Outcome); 15] = [
        (
            "bad token",
            401,
            JSON,
            r#"{"message": "Not Authorized"}"#,
            "denied",
            "answered 401: Not Authorized",
            NotApplied,
        ),
        (
            "no such page",
            404,
            JSON,
            r#"{"message": "Not Found"}"#,
            "not_found",
            "answered 404: Not Found",
            NotApplied,
        ),
        (
            "a 420 is no throttle",
            420,
            JSON,
            r#"{"message": "Bad Request"}"#,
            "invalid",
            "answered 420: Bad Request",
            NotApplied,
        ),
        (
            "the same with its usual status",
            400,
            JSON,
            r#"{"message": "Bad Request"}"#,
            "invalid",
            "answered 400: Bad Request",
            NotApplied,
        ),
        (
            "by field",
            422,
            JSON,
            r#"{"message": "Unprocessable entity", "errors": {"email": ["is invalid", "can't be blank"], "notes": ["can't be blank"], "phone_number": ["Is not valid."]}}"#,
            "invalid",
            "answered 422: Unprocessable entity (email: is invalid, can't be blank; notes: can't be blank; \
             phone_number: Is not valid.)",
            NotApplied,
        ),
        (
            "an export's",
            422,
            JSON,
            r#"{"message": "Validation error", "errors": {"name_page_id": ["is not found"]}}"#,
            "invalid",
            "answered 422: Validation error (name_page_id: is not found)",
            NotApplied,
        ),
        (
            "Moodle is turned off",
            422,
            JSON,
            r#"{"message": "API integration for tool consumer is disabled"}"#,
            "invalid",
            "answered 422: API integration for tool consumer is disabled",
            NotApplied,
        ),
        (
            "an address in the words",
            422,
            JSON,
            r#"{"message": "Unprocessable entity", "errors": {"email": ["imani.okonjo@example.org has already been taken"]}}"#,
            "invalid",
            "answered 422: Unprocessable entity (email: ***@*** has already been taken)",
            NotApplied,
        ),
        ("forbidden", 403, JSON, r#"{"message": "No"}"#, "denied", "answered 403: No", NotApplied),
        (
            "a page",
            404,
            "text/html",
            "<html>The page you were looking for</html>",
            "not_found",
            "answered 404 with text/html",
            NotApplied,
        ),
        ("empty", 404, "text/plain", "", "not_found", "answered 404 with an empty body", NotApplied),
        (
            "a server error",
            500,
            JSON,
            r#"{"message": "Internal Server Error"}"#,
            "rejected",
            "answered 500: Internal Server Error",
            Unknown,
        ),
        ("a proxy", 502, "text/plain", "Bad Gateway", "rejected", "answered 502: Bad Gateway", Unknown),
        ("nothing", 503, "text/plain", "", "rejected", "answered 503 with an empty body", Unknown),
        (
            "JSON of another kind",
            500,
            JSON,
            r#"["imani.okonjo@example.org"]"#,
            "rejected",
            r#"answered 500: ["***@***"]"#,
            Unknown,
        ),
    ];
    for (label, status, media_type, body, kind, text, outcome) in rows {
        let server = MockServer::start_async().await;
        let mock = server
            .mock_async(|when, then| {
                when.method(POST).path(format!("{ROOT}/name_pages/harbour/participants"));
                then.status(status).header("content-type", media_type).body(body);
            })
            .await;
        let call = client(&server).participants().create("harbour", new_participant());
        let error = call.send().await.unwrap_err();
        assert_eq!(error.to_string(), format!("participants.create {text}"), "{label}");
        assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{label}");
        assert_eq!(mock.calls_async().await, 1, "{label}: a create is not sent again");
        assert_shows_no_secret(label, &error);
    }
}

#[tokio::test]
async fn throttled_with_and_without_retry_after() {
    for (label, retry_after, text) in [
        ("without", None, "participants.create answered 429: Too Many Requests"),
        (
            "with, though none is documented",
            Some("9999"),
            "participants.create answered 429: Too Many Requests (the vendor asks to wait 9999 s)",
        ),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|_, then| {
                let then = then.status(429).json_body(json!({"message": "Too Many Requests"}));
                if let Some(seconds) = retry_after {
                    then.header("retry-after", seconds);
                }
            })
            .await;
        let call = client(&server).participants().create("harbour", new_participant());
        let error = call.with(CallOptions::new().no_retry()).send().await.unwrap_err();
        assert_eq!(error.to_string(), text, "{label}");
        assert_eq!((error.kind(), error.outcome()), ("throttled", Outcome::NotApplied), "{label}");
        assert_shows_no_secret(label, &error);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = MockServer::start_async().await;
    let target = elsewhere.mock_async(|_, then| drop(then.status(200).body("{}"))).await;
    for status in [301, 302, 307, 308] {
        let server = MockServer::start_async().await;
        server.mock_async(|_, then| drop(then.status(status).header("location", elsewhere.url("/")))).await;
        let error = client(&server).participants().get("imani.okonjo@example.org").send().await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), ("rejected", Outcome::NotApplied), "{error}");
        assert_shows_no_secret("redirect", &error);
    }
    assert_eq!(target.calls_async().await, 0, "nothing went to the other host");
}

#[tokio::test]
async fn unreadable_answers() {
    for (label, body, text) in [
        ("a page", "<!DOCTYPE html><p>Down for maintenance", "it is HTML or XML, not JSON"),
        ("empty", "", "it is empty, not JSON"),
        ("no wrapper", r#"{"email": "imani.okonjo@example.org"}"#, "missing field `participant`"),
        (
            "a wrong type",
            r#"{"participant": {"photo": null, "custom_objects": "imani.okonjo@example.org"}}"#,
            "at participant.custom_objects: found a string, expected a map",
        ),
        (
            "a recording that is no text",
            r#"{"participant": {"recording_link": ["https://recordings.example.org/1.mp3"]}}"#,
            "at participant.recording_link: found an array, expected a string",
        ),
        ("an error in a success", r#"{"message": "Not Found"}"#, "missing field `participant`"),
    ] {
        let server = MockServer::start_async().await;
        server.mock_async(|_, then| drop(then.status(201).body(body))).await;
        let call = client(&server).participants().create("harbour", new_participant());
        let error = call.send().await.unwrap_err();
        let want = format!("participants.create answered 201, but its body cannot be read: {text}");
        assert_eq!(error.to_string(), want, "{label}");
        assert_eq!((error.kind(), error.outcome()), ("decode", Outcome::Applied), "{label}");
        assert_shows_no_secret(label, &error);
    }
}

#[test]
fn invalid_tokens_and_hosts() {
    for (label, token, url, text) in [
        ("no token", "", "https://names.example.org", "the API key is empty"),
        (
            "not loopback",
            TOKEN,
            "http://names.example.org",
            "the base URL begins with http://, which would send the key in the clear; use https://",
        ),
        (
            "a token in the URL",
            TOKEN,
            "https://t0ken-of-the-test@names.example.org",
            "the base URL holds a user name; credentials are given on their own, not in the URL",
        ),
    ] {
        let error = Client::builder(token).base_url(url).build().unwrap_err();
        assert_eq!(error.to_string(), format!("configuration: {text}"), "{label}");
        assert_shows_no_secret(label, &error);
    }
    let builder = format!("{:?} {:?}", Client::builder(TOKEN), Client::new(TOKEN));
    assert!(!builder.contains(TOKEN), "{builder}");
}

#[test]
fn a_missing_root_path_is_added() {
    for url in ["https://names.example.org", "https://names.example.org/api/private/v4/", "names.example.org"]
    {
        let client = Client::builder(TOKEN).base_url(url).build().unwrap();
        let request = client.participants().get("7").request().unwrap();
        assert_eq!(request.uri(), "https://names.example.org/api/private/v4/participants/7", "{url}");
    }
    let request = Client::new(TOKEN).unwrap().exports().get("7").request().unwrap();
    assert_eq!(request.uri(), "https://www.name-coach.com/api/private/v4/exports/7");
}

#[tokio::test]
async fn unmodelled_operations_can_be_called_with_another_token() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(GET).path(format!("{ROOT}/name_pages")).header("authorization", "another");
            then.status(200).json_body(json!({"name_pages": [{"slug": "harbour"}]}));
        })
        .await;
    let client = client(&server);
    client.replace_key("another").unwrap();
    let call = client.call("GET".parse().unwrap(), "/name_pages", None);
    assert_eq!(call.send().await.unwrap()["name_pages"][0]["slug"], "harbour");
    assert!(client.replace_key("line\nend").is_err());
    assert!(
        client.call("GET".parse().unwrap(), "/name_pages", None).send().await.is_ok(),
        "it keeps the one it has"
    );
}
