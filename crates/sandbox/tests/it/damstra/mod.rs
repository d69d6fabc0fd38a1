//! Damstra: its contract and every setting.

mod learning;
mod people;
mod wire;

use bytes::Bytes;
use http::{Method, Request, Response};
use serde_json::{Value, json};
use tassel_core::transport::Transport;
use tassel_damstra::operations::OPERATIONS;
use tassel_sandbox::damstra::ACCESS_KEY;
use tassel_sandbox::{Sandbox, TrailingQuota};

use crate::support::whole;

async fn send(sandbox: &Sandbox, key: &str, method: &str, path: &str, body: &str) -> Response<Bytes> {
    let request = Request::builder()
        .method(method.parse::<Method>().unwrap())
        .uri(format!("https://learning.example.org/api/v2{path}"))
        .header("AccessKey", key)
        .header("content-type", "application/json")
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap();
    whole(sandbox.damstra().send(request).await.unwrap()).await
}

/// The status and the body of an answer; a body that is not JSON becomes a JSON string.
async fn ask(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let answer = send(sandbox, ACCESS_KEY, method, path, &body).await;
    let text = String::from_utf8(answer.body().to_vec()).unwrap();
    (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or_else(|_| json!(text)))
}

async fn get(sandbox: &Sandbox, path: &str) -> Value {
    let (status, body) = ask(sandbox, "GET", path, Value::Null).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

async fn post(sandbox: &Sandbox, path: &str, body: Value) -> Value {
    let (status, body) = ask(sandbox, "POST", path, body).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

/// The path of an operation, with ids of the academy.
fn path_of(template: &str) -> String {
    template
        .replace("{userId}", "5012")
        .replace("{groupId}", "31")
        .replace("{lessonScheduleId}", "76001")
        .replace("{iltSessionId}", "610")
}

#[tokio::test]
async fn every_operation_rejects_a_wrong_key() {
    let sandbox = Sandbox::new();
    for operation in OPERATIONS {
        let (method, path) = (operation.method.as_str(), path_of(operation.path));
        for key in ["another", "", "\"sandboxdamstrakey\""] {
            let answer = send(&sandbox, key, method, &path, "").await;
            let body: Value = serde_json::from_slice(answer.body()).unwrap();
            assert_eq!(
                (answer.status().as_u16(), &body["internalCode"]),
                (403, &json!(806)),
                "{}",
                operation.id
            );
            let short = [
                "groups.list",
                "groups.get",
                "lessons.list",
                "lessons.list_details",
                "ilt_sessions.list",
                "ilt_sessions.get",
                "ilt_sessions.list_attendees",
            ];
            assert_eq!(
                body.get("reason").is_none(),
                short.contains(&operation.id),
                "{}: {body}",
                operation.id
            );
        }
        sandbox.set(|settings| settings.damstra.entitled = false);
        let (status, body) = ask(&sandbox, method, &path, Value::Null).await;
        assert_eq!((status, &body["internalCode"]), (403, &json!(831)), "{}", operation.id);
        sandbox.set(|settings| settings.damstra.entitled = true);
    }
    assert!(
        sandbox.requests().iter().all(|request| !request.acted),
        "no request without the key was acted on"
    );
    let shown = format!("{:?}", sandbox.requests());
    assert!(!shown.contains("\"another\""), "keys are not logged");
}

#[tokio::test]
async fn arbitrary_input_is_rejected_in_documented_ways() {
    let sandbox = Sandbox::new();
    let bodies = [
        "",
        "{",
        "[]",
        "null",
        "\"x\"",
        "{}",
        r#"{"id": "x"}"#,
        r#"{"users": [1]}"#,
        r#"{"userIds": {"a": 1}}"#,
        r#"{"userIds": [-1, 1e300, "x"]}"#,
        r#"{"lessonVersionIds": [true]}"#,
        r#"{"lessonVersionIds": [882], "gracePeriod": "14"}"#,
        r#"{"lessonVersionIds": [882], "scheduleDate": "2026-13-01"}"#,
        r#"{"attendees": [{}]}"#,
        r#"{"name": 7, "description": []}"#,
        r#"{"firstName": "a", "lastName": "b", "emailAddress": "no"}"#,
        r#"{"instructorId": 5100, "location": "x", "startDatetime": "2026-05-19", "endDatetime": 7}"#,
    ];
    for operation in OPERATIONS {
        for path in [path_of(operation.path), operation.path.replace('{', "%7B").replace('}', "%7D")] {
            for query in
                ["", "?startIndex=-1&maxResults=x&state=9&status=no&roleId=a&activeValue=&expiresIn=soon"]
            {
                for body in bodies {
                    let answer = send(
                        &sandbox,
                        ACCESS_KEY,
                        operation.method.as_str(),
                        &format!("{path}{query}"),
                        body,
                    )
                    .await;
                    let status = answer.status().as_u16();
                    let label = format!("{} {path}{query} {body}", operation.id);
                    assert!([200, 400, 403, 404].contains(&status), "{label}: {status}");
                    if status != 200 {
                        let body: Value = serde_json::from_slice(answer.body()).unwrap();
                        assert!(body["error"].is_string() || body["message"].is_string(), "{label}: {body}");
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn settings_of_links_errors_and_quotas() {
    let sandbox = Sandbox::new();
    let path = "/user/5012/generate_login_url?expiresIn=day";
    let answer = send(&sandbox, ACCESS_KEY, "POST", path, "").await;
    assert_eq!(
        answer.headers()["content-type"],
        "application/json",
        "the content type is wrong, as at the vendor"
    );
    assert!(answer.body().starts_with(b"https://"));
    sandbox.set(|settings| settings.damstra.quoted_login_link = true);
    assert!(send(&sandbox, ACCESS_KEY, "POST", path, "").await.body().starts_with(b"\"https://"));
    assert_eq!(ask(&sandbox, "POST", "/user/5012/generate_login_url", Value::Null).await.0, 400);
    sandbox.set(|settings| settings.damstra.errors_under_200 = true);
    let (status, body) = ask(&sandbox, "GET", "/embed_player/version/7", Value::Null).await;
    assert_eq!((status, &body["internalCode"]), (200, &json!(840)));
    sandbox.set(|settings| settings.damstra.grace_days = 1);
    let ids = post(
        &sandbox,
        "/user/5012/lesson_schedule",
        json!({"lessonVersionIds": [882], "scheduleDate": "2026-10-01T00:00:00+0000"}),
    )
    .await["ids"]
        .clone();
    assert_eq!(
        get(&sandbox, &format!("/lesson_schedule/{}", ids[0])).await["endDate"],
        "2026-10-02T00:00:00.000Z"
    );
    sandbox.freeze(true);
    sandbox.set(|settings| settings.damstra.quota = Some(TrailingQuota { limit: 1, seconds: 30 }));
    get(&sandbox, "/group/31").await;
    let answer = send(&sandbox, ACCESS_KEY, "GET", "/group/31", "").await;
    assert_eq!((answer.status().as_u16(), &answer.headers()["retry-after"]), (429, &"30".parse().unwrap()));
    sandbox.set(|settings| settings.damstra.retry_after = false);
    let answer = send(&sandbox, ACCESS_KEY, "GET", "/group/31", "").await;
    assert_eq!(answer.headers().get("retry-after"), None);
}
