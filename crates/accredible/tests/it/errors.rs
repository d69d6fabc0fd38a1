//! Errors over a socket: the kind, the message and the outcome. No key is shown or sent to another host.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use httpmock::prelude::*;
use serde_json::json;
use tassel_accredible::model::{NewCredential, Recipient};
use tassel_accredible::{CallOptions, Client, ClientOptions, Error, Outcome};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::support::{KEY, client, client_with};

fn new_credential() -> NewCredential {
    NewCredential::new(Recipient::new("Imani Okonjo", "imani.okonjo@example.org"), 34)
}

fn assert_shows_no_key(label: &str, error: &Error) {
    for text in [error.to_string(), format!("{error:?}")] {
        assert!(!text.contains(KEY) && !text.contains("imani.okonjo"), "{label}: {text}");
    }
}

#[tokio::test]
async fn every_form_of_error_body() {
    use Outcome::{NotApplied, Unknown};
    let rows: [(&str, u16, &str, &str, &str, &str, Outcome); 15] = [
        (
            "plain text",
            401,
            "text/plain",
            "HTTP Token: Access denied.\n",
            "denied",
            "answered 401: HTTP Token: Access denied.",
            NotApplied,
        ),
        (
            "success false",
            401,
            "application/json",
            r#"{"success": false, "data": "Not enough or too many segments"}"#,
            "denied",
            "answered 401: Not enough or too many segments",
            NotApplied,
        ),
        (
            "errors, a text",
            403,
            "application/json",
            r#"{"errors": "Private Certificate, use key"}"#,
            "denied",
            "answered 403: Private Certificate, use key",
            NotApplied,
        ),
        (
            "a firewall's page",
            403,
            "text/html",
            "<html>Request blocked</html>",
            "denied",
            "answered 403 with text/html (not JSON: a firewall may have answered)",
            NotApplied,
        ),
        (
            "errors, a text",
            404,
            "application/json",
            r#"{"errors": "Doesn't exist"}"#,
            "not_found",
            "answered 404: Doesn't exist",
            NotApplied,
        ),
        (
            "error, a text",
            404,
            "application/json",
            r#"{"error": "Not found"}"#,
            "not_found",
            "answered 404: Not found",
            NotApplied,
        ),
        (
            "success false",
            404,
            "application/json",
            r#"{"success": false, "data": "Group does not exist"}"#,
            "not_found",
            "answered 404: Group does not exist",
            NotApplied,
        ),
        (
            "errors, a text",
            422,
            "application/json",
            r#"{"errors": "Can not create credential without recipient data"}"#,
            "invalid",
            "answered 422: Can not create credential without recipient data",
            NotApplied,
        ),
        (
            "the same with another status",
            400,
            "application/json",
            r#"{"errors": "Invalid group"}"#,
            "invalid",
            "answered 400: Invalid group",
            NotApplied,
        ),
        (
            "errors by field",
            422,
            "application/json",
            r#"{"errors": {"recipient_email": ["imani.okonjo@example.org has already been taken"]}}"#,
            "invalid",
            "answered 422: recipient_email: ***@*** has already been taken",
            NotApplied,
        ),
        (
            "a search's error",
            400,
            "application/json",
            r#"{"code": 400, "message": "Sort order increasing is not supported", "status": "invalid_search_query", "errors": {}}"#,
            "invalid",
            "answered 400: Sort order increasing is not supported",
            NotApplied,
        ),
        (
            "results",
            422,
            "application/json",
            r#"{"results": [{"errors": {"code": "credential_invalid", "message": "The credential is not valid"}}]}"#,
            "invalid",
            "answered 422: The credential is not valid",
            NotApplied,
        ),
        (
            "server error",
            500,
            "application/json",
            r#"{"errors": "Internal server error"}"#,
            "rejected",
            "answered 500: Internal server error",
            Unknown,
        ),
        ("empty", 502, "text/plain", "", "rejected", "answered 502 with an empty body", Unknown),
        (
            "JSON of another kind",
            503,
            "application/json",
            r#"["imani.okonjo@example.org"]"#,
            "rejected",
            r#"answered 503: ["***@***"]"#,
            Unknown,
        ),
    ];
    for (label, status, media_type, body, kind, text, outcome) in rows {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.method(POST).path("/v1/credentials");
                then.status(status).header("content-type", media_type).body(body);
            })
            .await;
        let error = client(&server).credentials().create(new_credential()).send().await.unwrap_err();
        assert_eq!(error.to_string(), format!("credentials.create {text}"), "{label}");
        assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{label}");
        assert_shows_no_key(label, &error);
    }
}

#[tokio::test]
async fn throttled_with_and_without_retry_after() {
    for (label, retry_after, text) in [
        ("with", Some("9999"), "credentials.create answered 429: slow down (the vendor asks to wait 9999 s)"),
        ("without", None, "credentials.create answered 429: slow down"),
    ] {
        let server = MockServer::start_async().await;
        let mock = server
            .mock_async(|when, then| {
                when.method(POST).path("/v1/credentials");
                let then = then.status(429).header("content-type", "text/plain").body("slow down");
                if let Some(seconds) = retry_after {
                    then.header("retry-after", seconds);
                }
            })
            .await;
        let call = client(&server).credentials().create(new_credential());
        let error = call.with(CallOptions::new().no_retry()).send().await.unwrap_err();
        assert_eq!(error.to_string(), text, "{label}");
        assert_eq!((error.kind(), error.outcome()), ("throttled", Outcome::NotApplied), "{label}");
        assert_eq!(mock.calls_async().await, 1, "{label}");
        assert_shows_no_key(label, &error);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = MockServer::start_async().await;
    let target = elsewhere.mock_async(|_, then| drop(then.status(200).body("{}"))).await;
    for status in [301, 302, 303, 307, 308] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.method(GET).path("/v1/credentials/7");
                then.status(status).header("location", elsewhere.url("/v1/credentials/7"));
            })
            .await;
        let error = client(&server).credentials().get("7").send().await.unwrap_err();
        let text = "with an empty body (a redirect is not followed: check the base URL)";
        assert_eq!(error.to_string(), format!("credentials.get answered {status} {text}"));
        assert_eq!((error.kind(), error.outcome()), ("rejected", Outcome::NotApplied));
        assert_shows_no_key("redirect", &error);
    }
    assert_eq!(target.calls_async().await, 0, "nothing went to the other host");
}

#[tokio::test]
async fn unreadable_answers() {
    for (label, body, text) in [
        ("a page", "<!DOCTYPE html><p>Down for maintenance", "it is HTML or XML, not JSON"),
        ("empty", "", "it is empty, not JSON"),
        ("cut off inside", r#"{"credential": {"id": 7, "na"#, "the JSON ends too early, at line 1 column 28"),
        (
            "a wrong type",
            r#"{"credential": {"id": 7, "approve": "imani.okonjo@example.org"}}"#,
            "at credential.approve: found a string, expected a boolean",
        ),
        ("no wrapper", r#"{"id": 7}"#, "missing field `credential`"),
    ] {
        let server = MockServer::start_async().await;
        server.mock_async(|_, then| drop(then.status(200).body(body))).await;
        let error = client(&server).credentials().create(new_credential()).send().await.unwrap_err();
        let want = format!("credentials.create answered 200, but its body cannot be read: {text}");
        assert_eq!(error.to_string(), want, "{label}");
        assert_eq!((error.kind(), error.outcome()), ("decode", Outcome::Applied), "{label}");
        assert_shows_no_key(label, &error);
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read() {
    let server = MockServer::start_async().await;
    server.mock_async(|_, then| drop(then.status(200).body("x".repeat(3_000_000)))).await;
    let client = client_with(&server, ClientOptions::new().max_body(1_000_000));
    let error = client.credentials().create(new_credential()).send().await.unwrap_err();
    assert_eq!(error.to_string(), "credentials.create answered 200 with a body of more than 1000000 bytes");
    assert_eq!((error.kind(), error.outcome()), ("body_too_large", Outcome::Applied));
}

/// What a server does after its answer.
#[derive(Clone, Copy, PartialEq)]
enum Then {
    Close,
    Hang,
}

/// A server with a fixed answer, and the number of its connections.
async fn serves(says: &'static [u8], then: Then) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let connections = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&connections);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(says).await;
            if then == Then::Hang {
                std::future::pending::<()>().await;
            }
        }
    });
    (url, connections)
}

#[tokio::test]
async fn broken_connections() {
    let before = b"".as_slice();
    let within =
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"credential\"";
    for (label, says, text, outcome) in [
        (
            "before the answer",
            before,
            "no answer arrived: connection closed before message completed",
            Outcome::Unknown,
        ),
        ("within the answer", within, "its answer (200) was cut short: ", Outcome::Applied),
    ] {
        let (url, connections) = serves(says, Then::Close).await;
        let client = Client::builder(KEY).base_url(url).build().unwrap();
        let error = client.credentials().create(new_credential()).send().await.unwrap_err();
        assert!(error.to_string().starts_with(&format!("credentials.create: {text}")), "{label}: {error}");
        assert_eq!((error.kind(), error.outcome()), ("transport", outcome), "{label}");
        assert_shows_no_key(label, &error);
        assert_eq!(connections.load(Ordering::SeqCst), 1, "{label}: a create is not sent again");
    }
}

#[tokio::test]
async fn connection_refused() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder(KEY).base_url(url).build().unwrap();
    let call = client.credentials().create(new_credential()).with(CallOptions::new().no_retry());
    let error = call.send().await.unwrap_err();
    assert!(
        error.to_string().starts_with("credentials.create: it did not reach the vendor: Connection refused"),
        "{error}"
    );
    assert_eq!((error.kind(), error.outcome()), ("transport", Outcome::NotApplied));
    assert_shows_no_key("refused", &error);
}

#[tokio::test]
async fn a_slow_body_does_not_hide_its_status() {
    let soon = Duration::from_millis(300);
    for (label, options, kind) in [
        ("attempt", CallOptions::new().timeout(soon), "transport"),
        ("deadline", CallOptions::new().deadline(soon), "deadline"),
    ] {
        let (url, _) = serves(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{", Then::Hang).await;
        let client = Client::builder(KEY).base_url(url).build().unwrap();
        let error = client.credentials().create(new_credential()).with(options).send().await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (kind, Outcome::Applied), "{label}: {error}");
    }
}

#[test]
fn invalid_keys_and_hosts() {
    for (label, key, url, text) in [
        ("no key", "", "https://api.example.org", "the API key is empty"),
        (
            "not loopback",
            KEY,
            "http://api.example.org",
            "the base URL begins with http://, which would send the key in the clear; use https://",
        ),
        (
            "not a URL",
            KEY,
            "our accredible",
            "the base URL is not a URL; write it like https://api.example.com",
        ),
        (
            "a key in the URL",
            KEY,
            "https://k:k3y-of-the-test@api.example.org",
            "the base URL holds a user name; credentials are given on their own, not in the URL",
        ),
    ] {
        let error = Client::builder(key).base_url(url).build().unwrap_err();
        assert_eq!(error.to_string(), format!("configuration: {text}"), "{label}");
        assert_eq!((error.kind(), error.outcome()), ("config", Outcome::NotApplied), "{label}");
        assert_shows_no_key(label, &error);
    }
    let builder = format!("{:?}", Client::builder(KEY));
    assert!(!builder.contains(KEY), "{builder}");
}

#[tokio::test]
async fn unmodelled_operations_can_be_called() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/v1/issuer/all_designs")
                .header("authorization", format!("Token token={KEY}"))
                .json_body(json!({"kind": "certificates"}));
            then.status(200).json_body(json!({"designs": [{"id": 5}]}));
        })
        .await;
    let call = client(&server).call(
        "POST".parse().unwrap(),
        "/v1/issuer/all_designs",
        Some(&json!({"kind": "certificates"})),
    );
    assert_eq!(call.send().await.unwrap()["designs"][0]["id"], 5);
}

#[tokio::test]
async fn compressed_answers_are_read_and_limited_by_their_decompressed_size() {
    // 1,000,000 spaces and `{"issuer": {"id": 1}}`, compressed with gzip.
    let compressed = include_bytes!("issuer.json.gz");
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(GET).header("accept-encoding", "gzip");
            then.status(200).header("content-encoding", "gzip").body(compressed);
        })
        .await;
    let issuer = client(&server).issuer().get().send().await.unwrap();
    assert_eq!(issuer.id.as_u64(), Some(1));
    let limited = client_with(&server, ClientOptions::new().max_body(100_000));
    let error = limited.issuer().get().send().await.unwrap_err();
    assert_eq!(error.to_string(), "issuer.get answered 200 with a body of more than 100000 bytes");
}
