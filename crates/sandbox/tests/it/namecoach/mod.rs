//! NameCoach: its contract and every setting.

mod exports;
mod participants;
mod settings;
mod wire;

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, Request};
use serde_json::{Value, json};
use tassel_core::transport::Transport;
use tassel_namecoach::{Client, ClientOptions};
use tassel_sandbox::Sandbox;
use tassel_sandbox::namecoach::{MOODLE_TOKEN, TOKEN};

use crate::support::whole;

const PAGE: &str = "/name_pages/harbour-academy-staff/participants";

/// The status, the headers and the body of an answer; an empty body becomes null, and one that is not JSON a JSON string.
async fn ask_as(
    sandbox: &Sandbox,
    token: &str,
    method: &str,
    path: &str,
    body: &str,
) -> (u16, HeaderMap, Value) {
    let request = Request::builder()
        .method(method.parse::<Method>().unwrap())
        .uri(format!("https://www.name-coach.com/api/private/v4{path}"))
        .header("authorization", token)
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap();
    let answer = whole(sandbox.namecoach().send(request).await.unwrap()).await;
    let text = String::from_utf8(answer.body().to_vec()).unwrap();
    let json = if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap_or(json!(text)) };
    (answer.status().as_u16(), answer.headers().clone(), json)
}

async fn ask(sandbox: &Sandbox, method: &str, path: &str, body: &str) -> (u16, Value) {
    let (status, _, body) = ask_as(sandbox, TOKEN, method, path, body).await;
    (status, body)
}

async fn get(sandbox: &Sandbox, path: &str) -> Value {
    let (status, body) = ask(sandbox, "GET", path, "").await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

async fn search(sandbox: &Sandbox, body: &Value) -> Value {
    let (status, answer) = ask(sandbox, "POST", "/participants/search", &body.to_string()).await;
    assert_eq!(status, 200, "{body}: {answer}");
    answer
}

fn client(sandbox: &Sandbox) -> Client {
    let options = ClientOptions::new().transport(sandbox.namecoach()).clock(sandbox.clock());
    Client::builder(TOKEN).with(options).build().unwrap()
}

fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[tokio::test]
async fn authentication() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.namecoach.tokens.push("second".to_owned()));
    for (label, token, status) in [
        ("bare", TOKEN.to_owned(), 200),
        ("another accepted token", "second".to_owned(), 200),
        ("as a bearer", format!("Bearer {TOKEN}"), 401),
        ("wrong", "wrong".to_owned(), 401),
        ("empty", String::new(), 401),
    ] {
        let (got, headers, body) = ask_as(&sandbox, &token, "GET", "/exports", "").await;
        assert_eq!(got, status, "{label}");
        if status == 401 {
            assert_eq!(body, json!({"message": "Not Authorized"}), "{label}");
            assert!(headers["content-type"].to_str().unwrap().starts_with("application/json"), "{label}");
        }
    }
}

#[tokio::test]
async fn moodle_courses_are_synchronized() {
    let sandbox = Sandbox::new();
    let synchronize = |token: &str, course: Value| {
        let body = json!({"api_token": token, "external_course_id": course}).to_string();
        let sandbox = sandbox.clone();
        async move { ask_as(&sandbox, TOKEN, "POST", "/lti/moodle/courses/synchronize", &body).await }
    };
    let (status, headers, body) = synchronize(MOODLE_TOKEN, json!("118")).await;
    assert_eq!((status, body), (200, Value::Null));
    assert!(headers["content-type"].to_str().unwrap().starts_with("application/json"));
    for (label, token, course, status, message) in [
        ("it is running", MOODLE_TOKEN, json!(118), 422, "Course is synchronizing now"),
        ("another course", MOODLE_TOKEN, json!(7), 404, "Course doesn't exist in Moodle"),
        ("another token", "wrong", json!("118"), 404, "Tool consumer not found"),
        ("no course", MOODLE_TOKEN, Value::Null, 400, "Bad Request"),
        ("a list", MOODLE_TOKEN, json!(["118"]), 400, "Bad Request"),
    ] {
        let (got, _, body) = synchronize(token, course).await;
        assert_eq!((got, body), (status, json!({"message": message})), "{label}");
    }
    sandbox.advance(secs(30));
    assert_eq!(synchronize(MOODLE_TOKEN, json!(118)).await.0, 200, "it is finished");
    let (status, body) = ask(&sandbox, "POST", "/lti/moodle/courses/synchronize", "").await;
    assert_eq!((status, body), (400, json!({"message": "Bad Request"})));
}

#[tokio::test(start_paused = true)]
async fn the_quota_of_a_token() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| {
        settings.namecoach.rate_limit = Some(3);
        settings.namecoach.tokens.push("second".to_owned());
    });
    let ask = |token: &'static str| {
        let sandbox = sandbox.clone();
        async move {
            let (status, headers, _) = ask_as(&sandbox, token, "GET", "/participants/nobody", "").await;
            let header =
                |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
            let [limit, remaining, reset] =
                ["limit", "remaining", "reset"].map(|it| header(&format!("nc-rate-limit-{it}")));
            (status, format!("{limit} {remaining} {reset}"))
        }
    };
    let standing = |status, text: &str| (status, text.to_owned());
    // Every answer has the headers, whatever its status.
    assert_eq!(ask(TOKEN).await, standing(404, "3 2 900"));
    tokio::time::advance(Duration::from_millis(500)).await;
    assert_eq!(ask(TOKEN).await, standing(404, "3 1 900"));
    tokio::time::advance(Duration::from_millis(500)).await;
    assert_eq!(ask(TOKEN).await, standing(404, "3 0 899"));
    assert_eq!(ask("second").await, standing(404, "3 2 900"), "each token has its own");
    assert_eq!(ask(TOKEN).await, standing(429, "  "));
    tokio::time::advance(secs(1)).await;
    assert_eq!(ask(TOKEN).await, standing(404, "3 0 898"), "one per second");
    assert_eq!(ask(TOKEN).await.0, 429);
    tokio::time::advance(secs(898)).await;
    assert_eq!(ask(TOKEN).await, standing(404, "3 2 900"), "a new window");
    sandbox.advance(Duration::MAX);
    assert_eq!(ask(TOKEN).await, standing(404, "3 2 0"), "at the end of time");
}

#[tokio::test(start_paused = true)]
async fn a_client_stays_within_the_quota() {
    for limit in [1000, 300] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.namecoach.rate_limit = Some(limit));
        let client = client(&sandbox);
        for _ in 0..limit + 20 {
            client.exports().list().send().await.unwrap();
        }
        assert_eq!(client.quota().left().await, 0);
        tokio::time::sleep(secs(900)).await;
        assert_eq!(client.quota().left().await, limit);
        let rejected = sandbox.requests().iter().filter(|it| it.status == Some(429)).count();
        assert_eq!((sandbox.requests().len(), rejected), (limit + 20, 0));
    }
}
