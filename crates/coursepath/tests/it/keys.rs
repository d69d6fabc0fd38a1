//! API keys and single-use tokens.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::AUTHORIZATION;
use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::testing::{Scripted, Step};
use tassel_coursepath::model::NewMember;
use tassel_coursepath::{Client, ClientOptions, Outcome};
use tassel_sandbox::Sandbox;

use crate::support::{EMAIL, KEY, client, token};

#[tokio::test]
async fn a_key_is_sent_as_bearer() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.method(GET).path("/api/v1/members/me").header("authorization", format!("Bearer {KEY}"));
            then.status(200).json_body(json!({"id": 1}));
        })
        .await;
    assert_eq!(client(&server).members().me().send().await.unwrap().id.unwrap().to_string(), "1");
    mock.assert_async().await;
    let error = client(&server).replace_key(token()).unwrap_err();
    assert_eq!(error.kind(), "config");
}

#[tokio::test]
async fn a_replaced_key_is_used_for_the_next_attempt() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.header("authorization", "Bearer another");
            then.status(200).json_body(json!({"id": 1}));
        })
        .await;
    let client = client(&server);
    client.replace_key("another").unwrap();
    client.members().me().send().await.unwrap();
    mock.assert_async().await;
}

/// The claims of a token.
fn claims(header: &http::HeaderValue) -> Value {
    assert!(header.is_sensitive());
    let token = header.to_str().unwrap().strip_prefix("Bearer ").unwrap();
    let parts: Vec<_> = token.split('.').collect();
    assert_eq!(parts[0], URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"HS256"}"#));
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn each_attempt_has_a_new_token() {
    let me = || Step::answer(200, r#"{"id": 1}"#);
    for (label, steps, want) in [
        ("at once", vec![me()], vec![0]),
        ("after an outage", vec![Step::answer(503, "{}").header("retry-after", "40"), me()], vec![0, 40]),
        ("after a 401, as tokens go stale", vec![Step::answer(401, "{}"), me()], vec![0, 0]),
    ] {
        let scripted = Scripted::new(steps);
        // A clock that follows tokio's paused time.
        let options = ClientOptions::new().transport(scripted.clone()).clock(Sandbox::new().clock());
        let client = Client::builder("academy.example.org", token()).with(options).build().unwrap();
        client.members().me().send().await.unwrap();
        let claims: Vec<_> =
            scripted.requests().iter().map(|it| claims(&it.headers()[AUTHORIZATION])).collect();
        let at = |claims: &Value| claims["iat"].as_i64().unwrap() - 1_788_249_600;
        assert_eq!(claims.iter().map(at).collect::<Vec<_>>(), want, "{label}");
        assert!(
            claims.iter().all(|it| it["email"] == EMAIL && it.as_object().unwrap().len() == 3),
            "{label}"
        );
        let mut numbers: Vec<_> = claims.iter().map(|it| it["jti"].as_u64().unwrap()).collect();
        numbers.dedup();
        assert_eq!(numbers.len(), want.len(), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_401_is_retried_once() {
    for (label, credential, attempts) in [("a token, once more", token(), 2), ("a key, never", KEY.into(), 1)]
    {
        let denied = || Step::answer(401, r#"{"error": "no"}"#);
        let scripted = Scripted::new([denied(), denied(), denied()]);
        let options = ClientOptions::new().transport(scripted.clone());
        let client = Client::builder("academy.example.org", credential).with(options).build().unwrap();
        let error = client.members().create(NewMember::new("a@example.org")).send().await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), ("denied", Outcome::NotApplied), "{label}");
        assert_eq!(scripted.requests().len(), attempts, "{label}");
    }
}

#[test]
fn a_base_url_may_be_a_host() {
    for (label, host, want) in [
        ("a host", "academy.example.org", Some("https://academy.example.org/api/v1/members/me")),
        ("with a slash", "academy.example.org/", Some("https://academy.example.org/api/v1/members/me")),
        ("a URL", "https://learn.example.com/api/v1/", Some("https://learn.example.com/api/v1/members/me")),
        (
            "this machine",
            "http://127.0.0.1:4010/coursepath",
            Some("http://127.0.0.1:4010/coursepath/api/v1/members/me"),
        ),
        ("in the clear", "http://academy.example.org", None),
        ("nothing", "", None),
    ] {
        let client = Client::new(host, KEY);
        let url = client.ok().map(|client| client.members().me().request().unwrap().uri().to_string());
        assert_eq!(url.as_deref(), want, "{label}");
    }
}
