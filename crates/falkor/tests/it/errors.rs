//! Errors: the kind, the message and the outcome. No token is shown or sent to another host.

use std::time::Duration;

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::testing::{Scripted, Step};
use tassel_falkor::model::{AddedUser, ManageGroup, StoryCertificates, StoryCertificatesFilter};
use tassel_falkor::{API, Client, ClientOptions, Credential, Error, Outcome, Safety};

use crate::support::{TOKEN, answering, client, client_with, success};

fn change() -> ManageGroup {
    ManageGroup::new("Dockers").add_users([AddedUser::new("Imani", "Okonjo", "imani.okonjo@example.org")])
}

fn assert_shows_no_secret(label: &str, error: &Error) {
    for text in [error.to_string(), format!("{error:?}")] {
        assert!(!text.contains(TOKEN) && !text.contains("imani.okonjo"), "{label}: {text}");
    }
}

const JSON: &str = "application/json";

#[tokio::test]
async fn every_form_of_error_body() {
    use Outcome::{NotApplied, Unknown};
    let causes =
        "(the token is wrong, or the API account has no access to this endpoint, or not from this address)";
    let rows: [(&str, u16, &str, &str, &str, &str, Outcome); 18] = [
        (
            "a wrong parameter",
            400,
            JSON,
            r#"{"status": "error", "message": "The group parameter is required"}"#,
            "invalid",
            "answered 400: The group parameter is required",
            NotApplied,
        ),
        (
            "an address in the words",
            422,
            JSON,
            r#"{"status": "error", "message": "imani.okonjo@example.org is odd"}"#,
            "invalid",
            "answered 422: ***@*** is odd",
            NotApplied,
        ),
        (
            "a wrong token",
            401,
            JSON,
            r#"{"status": "error", "message": "Unauthorized"}"#,
            "denied",
            &format!("answered 401: Unauthorized {causes}"),
            NotApplied,
        ),
        (
            "a caller who may not",
            403,
            JSON,
            r#"{"status": "error", "message": ""}"#,
            "denied",
            &format!("answered 403: {causes}"),
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
            "nothing there",
            404,
            JSON,
            r#"{"status": "error", "message": "No such endpoint"}"#,
            "not_found",
            "answered 404: No such endpoint",
            NotApplied,
        ),
        (
            "another method",
            405,
            JSON,
            r#"{"status": "error", "message": "Use POST"}"#,
            "rejected",
            "answered 405: Use POST",
            NotApplied,
        ),
        (
            "words in a list",
            400,
            JSON,
            r#"{"status": "error", "message": ["one", "two"]}"#,
            "invalid",
            r#"answered 400: ["one","two"]"#,
            NotApplied,
        ),
        (
            "a server error",
            500,
            JSON,
            r#"{"status": "error", "message": "Something broke"}"#,
            "rejected",
            "answered 500: Something broke",
            Unknown,
        ),
        (
            "success under a server error",
            500,
            JSON,
            r#"{"status": "success", "data": {"inserts": 1}}"#,
            "rejected",
            r#"answered 500: {"status": "success", "data": {"inserts": 1}}"#,
            Unknown,
        ),
        ("empty", 502, "text/plain", "", "rejected", "answered 502 with an empty body", Unknown),
        (
            "JSON of another kind",
            503,
            JSON,
            r#"["imani.okonjo@example.org"]"#,
            "rejected",
            r#"answered 503: ["***@***"]"#,
            Unknown,
        ),
        (
            "an error under a success",
            200,
            JSON,
            r#"{"status": "error", "message": "No such app"}"#,
            "rejected",
            "answered 200: No such app",
            Unknown,
        ),
        (
            "a word for success nobody knows",
            200,
            JSON,
            r#"{"status": "partial", "data": {"inserts": 1}}"#,
            "rejected",
            "answered 200: its envelope does not say success",
            Unknown,
        ),
        (
            "no envelope",
            200,
            JSON,
            r#"{"inserts": 1, "email": "imani.okonjo@example.org"}"#,
            "rejected",
            "answered 200: its envelope does not say success",
            Unknown,
        ),
        (
            "a page under a success",
            200,
            "text/html",
            "<!DOCTYPE html><p>Down for maintenance",
            "decode",
            "answered 200, but its body cannot be read: it is HTML or XML, not JSON",
            Outcome::Applied,
        ),
        (
            "nothing under a success",
            200,
            JSON,
            "",
            "decode",
            "answered 200, but its body cannot be read: it is empty, not JSON",
            Outcome::Applied,
        ),
        (
            "data of another kind",
            200,
            JSON,
            r#"{"status": "success", "data": {"messages": [{"error": ["imani.okonjo@example.org"]}]}}"#,
            "decode",
            "answered 200, but its body cannot be read: at data.messages[0].error: found an array, expected a string",
            Outcome::Applied,
        ),
    ];
    for (label, status, media_type, body, kind, text, outcome) in rows {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.method(POST).path("/v1/groups/manage");
                then.status(status).header("content-type", media_type).body(body);
            })
            .await;
        let error = client(&server).groups().manage(change()).send().await.unwrap_err();
        assert_eq!(error.to_string(), format!("groups.manage {text}"), "{label}");
        assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{label}");
        assert_shows_no_secret(label, &error);
    }
}

#[tokio::test]
async fn throttled_with_and_without_retry_after() {
    for (retry_after, text) in [
        (Some("9999"), "groups.manage answered 429: Slow down (the vendor asks to wait 9999 s)"),
        (None, "groups.manage answered 429: Slow down"),
    ] {
        let step = Step::answer(429, r#"{"status": "error", "message": "Slow down"}"#);
        let script = Scripted::new([match retry_after {
            Some(seconds) => step.header("retry-after", seconds),
            None => step,
        }]);
        let call = scripted(&script).groups().manage(change());
        let error = call.with(tassel_falkor::CallOptions::new().no_retry()).send().await.unwrap_err();
        assert_eq!(error.to_string(), text);
        assert_eq!((error.kind(), error.outcome()), ("throttled", Outcome::NotApplied));
    }
}

fn scripted(script: &Scripted) -> Client {
    let options = ClientOptions::new().transport(script.clone()).seed(1);
    Client::builder("account.example.org", TOKEN).with(options).build().unwrap()
}

#[tokio::test]
async fn reads_are_repeated_and_changes_are_not() {
    let failed = || Step::answer(500, "");
    let well = |data: Value| Step::answer(200, success(&data).to_string());
    let script = Scripted::new([failed(), Step::lost(), well(json!([]))]);
    let filter = StoryCertificatesFilter::default();
    assert!(scripted(&script).logs().story_certificates(filter).send().await.unwrap().is_empty());
    assert_eq!(script.requests().len(), 3);

    for (label, step) in [("failed", failed()), ("lost", Step::lost())] {
        let script = Scripted::new([step, well(json!({"inserts": 0}))]);
        let error = scripted(&script).groups().manage(change()).send().await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{label}");
        assert_eq!(script.requests().len(), 1, "{label}");
    }
    let script = Scripted::new([Step::refused(), well(json!({"inserts": 1}))]);
    scripted(&script).groups().manage(change()).send().await.unwrap();
    assert_eq!(script.requests().len(), 2, "what never arrived is sent again");
}

#[tokio::test]
async fn unmodelled_endpoints_can_be_called() {
    let server = MockServer::start_async().await;
    let pathways = json!([{"pathway": {"ID": "FA-QWER-12TY"}}]);
    server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/v1/pathways/list")
                .header("authorization", format!("Basic {TOKEN}"))
                .json_body(json!({"pathways": ["Docks"]}));
            then.status(200).json_body(success(&pathways));
        })
        .await;
    let client = client(&server);
    let parameters = json!({"pathways": ["Docks"]});
    let found: Vec<Value> =
        client.post("/v1/pathways/list", &parameters, Safety::ReadOnly).send().await.unwrap();
    assert_eq!(found[0]["pathway"]["ID"], "FA-QWER-12TY");
    let (_server, other) = answering(200, &success(&json!("done")).to_string()).await;
    let said: String = other.post("/v1/x", &parameters, Safety::Once).send().await.unwrap();
    assert_eq!(said, "done", "data may be a text, too");
    let call = client.call("POST".parse().unwrap(), "/v1/pathways/list", Some(&parameters));
    assert_eq!(call.send().await.unwrap()["data"], pathways, "with its envelope");
}

#[tokio::test]
async fn unmodelled_endpoints_fail_like_modelled_ones() {
    for (status, body, text) in [
        (200, r#"{"status": "error", "message": "No"}"#, "call answered 200: No"),
        (400, r#"{"status": "error", "message": "No"}"#, "call answered 400: No"),
        (
            200,
            r#"{"status": "success", "data": [{"story": 7}]}"#,
            "call answered 200, but its body cannot be read: at data[0].story: found an integer, expected an object \
             (Story)",
        ),
    ] {
        let (_server, client) = answering(status, body).await;
        let call = client.post::<Vec<StoryCertificates>>("/v1/x", &json!({}), Safety::Once);
        assert_eq!(call.send().await.unwrap_err().to_string(), text);
        let raw = client.call("POST".parse().unwrap(), "/v1/x", None).send().await;
        assert_eq!(raw.is_err(), !body.contains("success"), "{body}");
    }
    let script = Scripted::new([Step::lost(), Step::answer(200, success(&Value::Null).to_string())]);
    let call = |safety| scripted(&script).post::<Value>("/v1/x", &json!({}), safety);
    assert_eq!(call(Safety::Once).send().await.unwrap_err().outcome(), Outcome::Unknown);
    let script = Scripted::new([Step::lost(), Step::answer(200, success(&Value::Null).to_string())]);
    let call = scripted(&script).post::<Value>("/v1/x", &json!({}), Safety::ReadOnly);
    assert_eq!(call.send().await.unwrap(), Value::Null, "what reads is repeated");
}

#[tokio::test]
async fn the_token_is_sent_in_its_three_forms() {
    let pair = || Credential::Pair { key: "example-key".into(), secret: "example-secret".into() };
    let encoded = "Basic ZXhhbXBsZS1rZXk6ZXhhbXBsZS1zZWNyZXQ=";
    for (label, credential) in [
        ("encoded", Credential::from("ZXhhbXBsZS1rZXk6ZXhhbXBsZS1zZWNyZXQ=")),
        ("encoded, a string", Credential::from("ZXhhbXBsZS1rZXk6ZXhhbXBsZS1zZWNyZXQ=".to_owned())),
        ("raw", Credential::Raw("example-key:example-secret".into())),
        ("a pair", pair()),
    ] {
        let script = Scripted::new([
            Step::answer(200, success(&json!([])).to_string()),
            Step::answer(200, success(&json!([])).to_string()),
        ]);
        let shown = format!("{credential:?}");
        let options = ClientOptions::new().transport(script.clone());
        let builder = Client::builder("account.example.org", credential).with(options);
        let shown = shown + &format!("{builder:?}");
        let client = builder.build().unwrap();
        client.groups().status(["imani.okonjo@example.org"]).send().await.unwrap();
        let clone = client.clone();
        client.replace_key(Credential::Raw("another".into())).unwrap();
        assert!(client.replace_key("").is_err(), "{label}");
        clone.groups().status(["imani.okonjo@example.org"]).send().await.unwrap();
        let sent: Vec<_> = script.requests().iter().map(|it| it.headers()["authorization"].clone()).collect();
        assert_eq!(sent, [encoded, "Basic YW5vdGhlcg=="], "{label}");
        assert!(sent[0].is_sensitive(), "{label}");
        let shown = shown + &format!("{client:?}");
        assert!(!shown.contains("ZXhhb") && !shown.contains("example-"), "{label}: {shown}");
    }
}

#[test]
fn invalid_tokens_and_hosts() {
    let raw = |text: &str| Credential::Raw(text.into());
    let pair = |key: &str, secret: &str| Credential::Pair { key: key.into(), secret: secret.into() };
    let host = "https://account.example.org";
    for (label, credential, url, text) in [
        ("no token", Credential::from(""), host, "the API key is empty"),
        ("no raw token", raw(""), host, "the token is empty"),
        ("no secret", pair("s3cret", ""), host, "the token is empty"),
        ("a line's end", raw("s3cret\n"), host, "the token begins or ends with white space; remove it"),
        (
            "a line's end, encoded",
            Credential::from("s3cret\n"),
            host,
            "the API key begins or ends with white space; remove it",
        ),
        (
            "a colon in the key",
            pair("s3cret:x", "y"),
            host,
            "the token has a key with a colon, which would end the key",
        ),
        (
            "the whole header",
            Credential::from("basic s3cret"),
            host,
            "the token begins with `Basic `, which the client adds; remove it",
        ),
        (
            "not loopback",
            Credential::from("s3cret"),
            "http://account.example.org",
            "the base URL begins with http://, which would send the key in the clear; use https://",
        ),
        (
            "no host",
            Credential::from("s3cret"),
            "",
            "the base URL is not a URL; write it like https://api.example.com",
        ),
        (
            "a token in the URL",
            Credential::from("s3cret"),
            "https://k:s3cret@account.example.org",
            "the base URL holds a user name; credentials are given on their own, not in the URL",
        ),
    ] {
        let error = Client::new(url, credential).unwrap_err();
        assert_eq!(error.to_string(), format!("configuration: {text}"), "{label}");
        assert_eq!(error.kind(), "config", "{label}");
        assert!(!format!("{error:?}").contains("s3cret"), "{label}");
    }
}

#[tokio::test]
async fn large_and_slow_answers_are_read_within_the_limits() {
    assert_eq!((API.timeout, API.max_body), (Duration::from_secs(120), 256 << 20));
    let server = MockServer::start_async().await;
    server.mock_async(|_, then| drop(then.status(200).body("x".repeat(3_000_000)))).await;
    let client = client_with(&server, ClientOptions::new().max_body(1_000_000));
    let error = client.groups().manage(change()).send().await.unwrap_err();
    assert_eq!(error.to_string(), "groups.manage answered 200 with a body of more than 1000000 bytes");
    assert_eq!((error.kind(), error.outcome()), ("body_too_large", Outcome::Applied));
}
