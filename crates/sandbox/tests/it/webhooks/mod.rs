//! Webhooks, in process: registration, events and deliveries.

mod damstra;
mod faults;
mod port;
mod vendors;

use bytes::Bytes;
use http::{Method, Request};
use serde_json::{Value, json};
use tassel_core::transport::Transport;
use tassel_sandbox::coursepath::API_KEY;
use tassel_sandbox::{Delivery, DeliveryState, Sandbox, Start, Webhook};

const URL: &str = "http://127.0.0.1:9000/hook";

/// Sends a request to Coursepath. Returns the status of the answer, or 0 if the connection was lost.
async fn ask(sandbox: &Sandbox, method: &str, path: &str, body: &str) -> u16 {
    let request = Request::builder()
        .method(method.parse::<Method>().unwrap())
        .uri(format!("https://academy.example.org/api/v1{path}"))
        .header("authorization", format!("Bearer {API_KEY}"))
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap();
    sandbox.coursepath().send(request).await.map_or(0, |answer| answer.status().as_u16())
}

/// Makes a member finish a course, which emits an event.
fn finish(sandbox: &Sandbox, member: usize) {
    let done = json!({"course": 1042, "member": member, "success": true});
    sandbox.control("coursepath", "finish_course", &done).unwrap();
}

/// Members of the course of [`finish`].
const MEMBERS: [usize; 4] = [58_713, 58_718, 58_723, 58_728];

/// The bodies of deliveries, in the order of sending.
fn bodies(deliveries: &[Delivery]) -> Vec<String> {
    deliveries.iter().map(|it| String::from_utf8(it.body.to_vec()).unwrap()).collect()
}

/// The members in the delivered bodies, in the order of delivery.
fn handed_over(sandbox: &Sandbox) -> Vec<usize> {
    let mut members = Vec::new();
    sandbox.deliver(|request| {
        let body = String::from_utf8(request.body().to_vec()).unwrap();
        let member = body.split('&').find_map(|pair| pair.strip_prefix("memberId="));
        members.push(member.unwrap().parse().unwrap());
        200
    });
    members
}

#[test]
fn invalid_webhooks_are_rejected() {
    let sandbox = Sandbox::new();
    for (label, webhook, want) in [
        ("by number", Webhook::new("coursepath", URL), ""),
        ("anywhere in 127", Webhook::new("coursepath", "http://127.8.9.1/"), ""),
        ("by name", Webhook::new("coursepath", "http://localhost:1/a?secret=b"), ""),
        ("in IPv6", Webhook::new("coursepath", "http://[::1]:9000/hook"), ""),
        ("with a secret", Webhook::new("falkor", URL).secret("s"), ""),
        (
            "another machine",
            Webhook::new("coursepath", "http://example.org/hook"),
            "is not an address of this machine",
        ),
        (
            "by number",
            Webhook::new("coursepath", "http://192.168.1.7:9000/"),
            "is not an address of this machine",
        ),
        (
            "every address",
            Webhook::new("coursepath", "http://0.0.0.0:9000/"),
            "is not an address of this machine",
        ),
        ("a name like it", Webhook::new("coursepath", "http://localhost.example.org/"), "is not an address"),
        ("a user like it", Webhook::new("coursepath", "http://localhost@example.org/"), "is not an address"),
        ("a user", Webhook::new("coursepath", "http://me@localhost/"), "is not an address"),
        (
            "with TLS",
            Webhook::new("coursepath", "https://127.0.0.1:9000/"),
            "write a URL such as http://127.0.0.1",
        ),
        ("no scheme", Webhook::new("coursepath", "127.0.0.1:9000"), "`127.0.0.1:9000` is not an address"),
        ("no port", Webhook::new("coursepath", "http://127.0.0.1:0/"), "is not an address"),
        ("nothing", Webhook::new("coursepath", ""), "`` is not an address"),
        ("no such vendor", Webhook::new("initech", URL), "there is no vendor `initech`"),
        ("no events at this vendor", Webhook::new("accredible", URL), "accredible sends no events"),
        (
            "no such event",
            Webhook::new("falkor", URL).event("rewards").event("stories"),
            "falkor has no event `stories`; it has enrolments, events, rewards",
        ),
        (
            "no event",
            Webhook { events: Some(Vec::new()), ..Webhook::new("falkor", URL) },
            "`events` is empty; leave it out for all of them",
        ),
        ("unsigned", Webhook::new("coursepath", URL).secret("s"), "coursepath does not sign its events"),
        ("no secret", Webhook::new("falkor", URL).secret(""), "`secret` is empty"),
    ] {
        match sandbox.register_webhook(webhook) {
            Ok(_) => assert_eq!(want, "", "{label}"),
            Err(problem) => assert!(!want.is_empty() && problem.contains(want), "{label}: {problem}"),
        }
    }
    assert_eq!(sandbox.webhooks().iter().map(|it| it.id).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let shown = serde_json::to_value(&sandbox.webhooks()[4]).unwrap();
    assert_eq!(shown, json!({"id": 5, "vendor": "falkor", "url": URL, "secret": "***"}));
}

#[tokio::test]
async fn events_go_to_their_webhooks() {
    let sandbox = Sandbox::new();
    finish(&sandbox, MEMBERS[0]);
    assert!(sandbox.deliveries().is_empty(), "no webhook is registered");
    for webhook in [
        Webhook::new("coursepath", "http://localhost/all"),
        Webhook::new("coursepath", "http://localhost/done").event("COURSEMEMBER_COMPLETED"),
        Webhook::new("coursepath", "http://localhost/gone")
            .event("COURSEMEMBER_DELETED")
            .event("PROGRAMMEMBER_DELETED"),
        Webhook::new("falkor", "http://localhost/falkor"),
    ] {
        sandbox.register_webhook(webhook).unwrap();
    }
    finish(&sandbox, MEMBERS[0]);
    let member = MEMBERS[0];
    assert_eq!(
        ask(&sandbox, "DELETE", &format!("/courses/1042/members/{member}/coursemember"), "").await,
        204
    );
    sandbox.control("falkor", "reward", &json!({"email": "imani.okonjo@example.org"})).unwrap();
    let mut got = Vec::new();
    let count = sandbox.deliver(|request| {
        got.push((request.uri().path().to_owned(), request.method().clone(), request.body().clone()));
        204
    });
    let paths: Vec<_> = got.iter().map(|(path, ..)| path.as_str()).collect();
    assert_eq!((count, paths), (5, vec!["/all", "/done", "/all", "/gone", "/falkor"]));
    assert!(got.iter().all(|(_, method, _)| method == "POST"));
    assert_eq!(got[3].2, format!("courseId=1042&memberId={member}&event=COURSEMEMBER_DELETED"));
    assert_eq!(sandbox.deliver(|_| 200), 0, "each once");
    let listed = sandbox.deliveries();
    assert!(listed.iter().all(|it| it.state == DeliveryState::Answered && it.status == Some(204)));
    let shown = serde_json::to_value(&listed[1]).unwrap();
    let at = listed[1].at.to_string();
    assert!(at.starts_with("2026-09-01T08:00:0"), "{at}");
    assert_eq!(
        shown,
        json!({
            "id": 2, "webhook": 2, "vendor": "coursepath", "event": "COURSEMEMBER_COMPLETED",
            "url": "http://localhost/done", "happened": listed[1].happened.to_string(), "at": at, "attempt": 1,
            "headers": [["content-type", "application/x-www-form-urlencoded"]],
            "body": format!("courseId=1042&memberId={member}&event=COURSEMEMBER_COMPLETED"),
            "state": "answered", "status": 204, "error": null, "faults": [],
        })
    );
}

#[test]
fn events_are_sent_once() {
    for vendor in ["coursepath", "falkor"] {
        let sandbox = Sandbox::new();
        sandbox.register_webhook(Webhook::new(vendor, URL)).unwrap();
        finish(&sandbox, MEMBERS[0]);
        sandbox.control("falkor", "reward", &json!({"email": "imani.okonjo@example.org"})).unwrap();
        assert_eq!(sandbox.deliver(|_| 503), 1, "{vendor}");
        sandbox.advance(std::time::Duration::from_secs(7 * 86_400));
        assert_eq!(sandbox.deliver(|_| 503), 0, "{vendor}");
        assert_eq!((sandbox.deliveries()[0].attempt, sandbox.deliveries()[0].status), (1, Some(503)));
    }
}

#[test]
fn webhooks_are_removed() {
    let sandbox = Sandbox::new();
    let first = sandbox.register_webhook(Webhook::new("coursepath", "http://localhost/1")).unwrap();
    sandbox.register_webhook(Webhook::new("coursepath", "http://localhost/2")).unwrap();
    finish(&sandbox, MEMBERS[0]);
    sandbox.remove_webhook(first).unwrap();
    assert_eq!(sandbox.remove_webhook(first).unwrap_err(), "there is no webhook 1");
    finish(&sandbox, MEMBERS[1]);
    assert_eq!(
        handed_over(&sandbox),
        [MEMBERS[0], MEMBERS[1]],
        "waiting deliveries of the first are removed"
    );
    let states: Vec<_> = sandbox.deliveries().iter().map(|it| it.state).collect();
    assert_eq!(states, [DeliveryState::Removed, DeliveryState::Answered, DeliveryState::Answered]);
    finish(&sandbox, MEMBERS[2]);
    sandbox.clear_webhooks();
    assert_eq!((sandbox.deliver(|_| 200), sandbox.webhooks().len()), (0, 0));
    assert_eq!(sandbox.deliveries().len(), 4, "sent deliveries are kept");
    let third = sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
    assert_eq!(third, 3, "ids are not reused");
    sandbox.reset(Start::default());
    assert!(sandbox.webhooks().is_empty() && sandbox.deliveries().is_empty());
    assert_eq!(sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap(), 1);
}

/// A receiver may call the sandbox, and even reset it, during a delivery.
#[test]
fn a_receiver_may_call_the_sandbox() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
    finish(&sandbox, MEMBERS[0]);
    let mut states = Vec::new();
    sandbox.deliver(|_| {
        states.push(sandbox.deliveries()[0].state);
        sandbox.reset(Start::default());
        sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
        finish(&sandbox, MEMBERS[1]);
        if states.len() == 2 {
            sandbox.clear_webhooks();
        }
        if states.len() < 3 { 500 } else { 200 }
    });
    assert_eq!(states.len(), 2);
    assert!(states.iter().all(|state| *state == DeliveryState::Sending), "{states:?}");
}

#[test]
fn the_last_ten_thousand_are_kept() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
    for _ in 0..10_002 {
        finish(&sandbox, MEMBERS[0]);
    }
    assert_eq!((sandbox.deliveries().len(), sandbox.deliveries()[0].id), (10_000, 3));
    assert_eq!(sandbox.deliver(|_| 200), 10_000);
    assert!(sandbox.deliveries().iter().all(|it| it.state == DeliveryState::Answered));
}

/// All deliveries of a series of requests, byte for byte.
async fn transcript(seed: u64) -> Value {
    use tassel_sandbox::{Fault, FaultKind};
    let sandbox = Sandbox::start(Start { seed, empty: false });
    for vendor in ["coursepath", "falkor"] {
        sandbox.register_webhook(Webhook::new(vendor, URL)).unwrap();
    }
    for fault in [
        Fault::new(FaultKind::LoseEvent).probability(0.2),
        Fault::new(FaultKind::DoubleEvent).probability(0.2),
        Fault::shuffle_events(std::time::Duration::from_secs(90)),
    ] {
        sandbox.fault(fault).unwrap();
    }
    for step in 0..30 {
        assert_eq!(
            ask(&sandbox, "POST", "/courses/1043/members", &format!("email=n{step}@example.org")).await,
            201
        );
        sandbox.control("falkor", "reward", &json!({"email": "imani.okonjo@example.org"})).unwrap();
        tokio::time::advance(std::time::Duration::from_secs(7)).await;
        sandbox.deliver(|_| 200);
    }
    serde_json::to_value(sandbox.deliveries()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn the_same_seed_gives_the_same_deliveries() {
    let first = transcript(7).await;
    assert_eq!(first, transcript(7).await, "the same seed and the same calls at the same times");
    assert_ne!(first, transcript(8).await, "another seed");
    let count = |state: &str| first.as_array().unwrap().iter().filter(|it| it["state"] == state).count();
    assert!(count("lost") > 0 && count("answered") > 40 && count("waiting") > 0, "{first}");
}
