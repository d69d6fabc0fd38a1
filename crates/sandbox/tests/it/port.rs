//! The sandbox on a port, and its controls.

use std::time::Duration;

use serde_json::{Value, json};
use tassel_accredible::model::{NewCredential, Recipient};
use tassel_accredible::{CallOptions, Client, Error, Outcome};
use tassel_core::kit::Bytes;
use tassel_core::kit::http::{Method, Request};
use tassel_core::transport::{HttpTransport, Transport};
use tassel_sandbox::accredible::API_KEY;
use tassel_sandbox::{Fault, FaultKind, Sandbox, Server};

use crate::support::whole;

async fn serve() -> (Sandbox, String) {
    let sandbox = Sandbox::new();
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.address().unwrap());
    tokio::spawn(server.run());
    (sandbox, url)
}

fn client(url: &str) -> Client {
    Client::builder(API_KEY).base_url(format!("{url}/accredible")).build().unwrap()
}

/// A request to the control API.
async fn control(url: &str, method: &str, path: &str, body: Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let request = Request::builder()
        .method(method.parse::<Method>().unwrap())
        .uri(format!("{url}{path}"))
        .header("content-type", "application/json")
        .body(Bytes::from(body))
        .unwrap();
    let answer = whole(HttpTransport::loopback().unwrap().send(request).await.unwrap()).await;
    let text = String::from_utf8_lossy(answer.body()).into_owned();
    (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or(json!(text)))
}

#[tokio::test]
async fn a_client_over_http() {
    let (_, url) = serve().await;
    let client = client(&url);
    let new = NewCredential::new(Recipient::new("Somebody", "somebody@example.org"), 34).id("own/1");
    let created = client.credentials().create(new).send().await.unwrap();
    assert_eq!(client.credentials().get("own/1").send().await.unwrap(), created);
    let error = client.credentials().get("none").send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "credentials.get answered 404: No credential with the id given in your account"
    );
}

#[tokio::test]
async fn faults_over_http() {
    let (sandbox, url) = serve().await;
    let client = client(&url);
    for (label, fault, kind, outcome, is_there) in [
        ("lost before", FaultKind::DropBefore, "transport", Outcome::Unknown, false),
        ("lost after", FaultKind::DropAfter, "transport", Outcome::Unknown, true),
        ("cut short", FaultKind::Truncate, "transport", Outcome::Applied, true),
        ("malformed", FaultKind::Malformed, "decode", Outcome::Applied, true),
        ("endless", FaultKind::Endless, "body_too_large", Outcome::Applied, true),
    ] {
        sandbox.fault(Fault::new(fault).operation("credentials.create").times(1)).unwrap();
        let new = NewCredential::new(
            Recipient::new("Somebody", format!("{kind}-{is_there}-{}@example.org", label.len())),
            34,
        );
        let call = client.credentials().create(new.id(label)).with(CallOptions::new().max_body(1 << 20));
        let error = call.send().await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{label}: {error}");
        let there = client.credentials().get(label).send_opt().await.unwrap();
        assert_eq!(there.is_some(), is_there, "{label}");
    }
    sandbox.fault(Fault::delay(Duration::from_secs(30)).times(1)).unwrap();
    let call = client.issuer().get().with(CallOptions::new().timeout(Duration::from_millis(200)).no_retry());
    assert!(matches!(call.send().await, Err(Error::Transport { .. })));
}

#[tokio::test]
async fn controls_over_http() {
    let (sandbox, url) = serve().await;
    for (label, method, path, body, status, want) in [
        (
            "the clock",
            "POST",
            "/_sandbox/clock",
            json!({"frozen": true, "advance": "P30DT1H"}),
            200,
            "2026-10-01T09:00:0",
        ),
        ("read it", "GET", "/_sandbox/clock", json!(null), 200, "\"frozen\":true"),
        (
            "not a time",
            "POST",
            "/_sandbox/clock",
            json!({"advance": "a month"}),
            400,
            "`a month` is not a duration; write P30D or PT90S",
        ),
        (
            "back in time",
            "POST",
            "/_sandbox/clock",
            json!({"advance": "-P1D"}),
            400,
            "`-P1D` is negative; the clock only moves forward",
        ),
        (
            "a fault",
            "POST",
            "/_sandbox/faults",
            json!({"vendor": "accredible", "operation": "issuer.get", "kind": "status", "status": 500, "times": 1}),
            200,
            "issuer.get",
        ),
        ("the faults", "GET", "/_sandbox/faults", json!(null), 200, "issuer.get"),
        (
            "no such kind",
            "POST",
            "/_sandbox/faults",
            json!({"kind": "earthquake"}),
            400,
            "unknown variant `earthquake`, expected one of `delay`",
        ),
        (
            "no such field",
            "POST",
            "/_sandbox/faults",
            json!({"kind": "delay", "minutes": 1}),
            400,
            "unknown field `minutes`",
        ),
        ("no faults", "DELETE", "/_sandbox/faults", json!(null), 200, "[]"),
        (
            "settings",
            "PATCH",
            "/_sandbox/settings",
            json!({"accredible": {"credits": 0, "quota": null}}),
            200,
            "\"credits\":0",
        ),
        ("the rest stays", "GET", "/_sandbox/settings", json!(null), 200, "\"bulk_create_v1\":\"object\""),
        (
            "no such setting",
            "PATCH",
            "/_sandbox/settings",
            json!({"accredible": {"credit": 0}}),
            400,
            "accredible has no setting `credit`; did you mean `credits`?",
        ),
        ("requests", "GET", "/_sandbox/requests", json!(null), 200, "[]"),
        ("start over", "POST", "/_sandbox/reset", json!({"seed": 7, "empty": true}), 200, "\"seed\":7"),
        (
            "no such control",
            "GET",
            "/_sandbox/weather",
            json!(null),
            404,
            "There is no control GET /_sandbox/weather.",
        ),
        ("the list of controls", "GET", "/_sandbox/", json!(null), 200, "/_sandbox/settings"),
        ("at the root", "GET", "/", json!(null), 200, "This is the tassel sandbox"),
        ("no such vendor", "GET", "/initech/v1", json!(null), 501, "There is nothing at /initech/v1."),
    ] {
        let (got, answer) = control(&url, method, path, body).await;
        assert_eq!(got, status, "{label}: {answer}");
        let text = answer.as_str().map_or_else(|| answer.to_string(), str::to_owned);
        assert!(text.contains(want), "{label}: {text}");
    }
    assert_eq!(sandbox.started().seed, 7);
    assert_eq!(sandbox.settings().accredible.credits, 10_000, "settings start over too");
}
