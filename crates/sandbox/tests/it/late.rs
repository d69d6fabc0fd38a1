//! Requests that a vendor acts on after the connection was lost.

use std::time::Duration;

use serde_json::{Value, json};
use tassel_accredible::Outcome;
use tassel_accredible::model::{NewCredential, Recipient};
use tassel_core::transport::Transport;
use tassel_sandbox::accredible::TakenIdPolicy;
use tassel_sandbox::{Fault, Sandbox, Start, Webhook};

use crate::support::{ask, client, create, new, request};

const CREATE: &str = "credentials.create";

fn late(seconds: u64) -> Fault {
    Fault::act_late(Duration::from_secs(seconds)).operation(CREATE)
}

/// Sends a create whose connection is lost.
async fn lose(sandbox: &Sandbox, email: &str, group: u64) {
    let mut credential = new(email);
    credential["id"] = json!(format!("own-{email}"));
    credential["group_id"] = json!(group);
    let body = json!({"credential": credential}).to_string();
    let lost = sandbox.accredible().send(request("POST", "/v1/credentials", body)).await;
    assert!(lost.is_err(), "{email}");
}

/// The addresses, the numbers and the times of creation of the new credentials.
async fn found(sandbox: &Sandbox) -> Vec<(String, String)> {
    let (status, found) = ask(sandbox, "POST", "/v2/credentials/search", json!({"query": {}})).await;
    assert_eq!(status, 200, "{found}");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let found = found["credentials"].as_array().unwrap().iter();
    found.map(|it| (text(&it["recipient_email"]), text(&it["created_at"])[11..19].to_owned())).collect()
}

fn empty() -> Sandbox {
    Sandbox::start(Start { seed: 0, empty: true })
}

#[tokio::test(start_paused = true)]
async fn a_client_does_not_know_what_is_still_to_come() {
    let sandbox = empty();
    sandbox.fault(late(30).times(1)).unwrap();
    let credentials = client(&sandbox).credentials();
    let new = NewCredential::new(Recipient::new("Somebody", "a@example.org"), 50).id("own-1");
    let error = credentials.create(new).send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), ("transport", Outcome::Unknown));
    assert!(credentials.get("own-1").send_opt().await.unwrap().is_none(), "not yet");
    let record = |sandbox: &Sandbox| serde_json::to_value(&sandbox.requests()[0]).unwrap();
    let before = record(&sandbox);
    assert_eq!((&before["faults"], &before["status"]), (&json!(["act_late"]), &Value::Null));
    assert_eq!((&before["acted"], &before["answer"]), (&json!(false), &json!("")));
    tokio::time::advance(Duration::from_secs(30)).await;
    assert!(credentials.get("own-1").send_opt().await.unwrap().is_some(), "it acted");
    let after = record(&sandbox);
    assert_eq!((&after["acted"], &after["status"]), (&json!(true), &Value::Null));
    assert!(after["answer"].as_str().unwrap().contains("own-1"), "{after}");
    assert_eq!(sandbox.requests().len(), 3, "each request once");
}

#[tokio::test(start_paused = true)]
async fn late_requests_act_at_their_own_times() {
    let sandbox = empty();
    sandbox.freeze(true);
    for (email, seconds) in [("a", 60), ("b", 30), ("c", 60), ("d", 0)] {
        sandbox.fault(late(seconds).times(1)).unwrap();
        lose(&sandbox, &format!("{email}@example.org"), 34).await;
    }
    let at = |email: &str, time: &str| (format!("{email}@example.org"), time.to_owned());
    let mut all = vec![at("d", "08:00:00")];
    tokio::time::advance(Duration::from_secs(90)).await;
    assert_eq!(found(&sandbox).await, all, "the clock is frozen");
    sandbox.advance(Duration::from_secs(29));
    assert_eq!(found(&sandbox).await, all);
    sandbox.advance(Duration::from_secs(1));
    all.push(at("b", "08:00:30"));
    assert_eq!(found(&sandbox).await, all);
    // An hour at once: each acts at its own time, in the order of arrival.
    sandbox.advance(Duration::from_secs(3_600));
    all.extend([at("a", "08:01:00"), at("c", "08:01:00")]);
    assert_eq!(found(&sandbox).await, all);
    assert_eq!(create(&sandbox, new("e@example.org")).await.0, 200);
    assert_eq!(found(&sandbox).await[4], at("e", "09:00:30"), "the clock was not set back");
}

#[tokio::test(start_paused = true)]
async fn a_late_request_meets_the_state_of_its_time() {
    for (policy, group, count, acted) in [
        (TakenIdPolicy::Refused, 50, 1, false),
        (TakenIdPolicy::Second, 34, 1, false),
        (TakenIdPolicy::Second, 50, 2, true),
    ] {
        let sandbox = empty();
        sandbox.freeze(true);
        sandbox.set(|settings| settings.accredible.taken_id = policy);
        sandbox.fault(late(30).times(1)).unwrap();
        lose(&sandbox, "a@example.org", group).await;
        // The client looks, finds nothing and repeats.
        assert_eq!(found(&sandbox).await.len(), 0);
        let mut again = new("a@example.org");
        again["id"] = json!("own-a@example.org");
        again["group_id"] = json!(group);
        assert_eq!(create(&sandbox, again).await.0, 200);
        sandbox.advance(Duration::from_secs(30));
        let label = format!("{policy:?} in group {group}");
        assert_eq!((found(&sandbox).await.len(), sandbox.requests()[0].acted), (count, acted), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_reset_and_other_faults_drop_late_requests() {
    let sandbox = empty();
    sandbox.freeze(true);
    sandbox.fault(late(30)).unwrap();
    lose(&sandbox, "a@example.org", 34).await;
    sandbox.reset(Start { seed: 0, empty: true });
    sandbox.advance(Duration::from_secs(60));
    assert_eq!(found(&sandbox).await.len(), 0, "after a reset");
    sandbox.fault(late(30).times(1)).unwrap();
    sandbox.fault(Fault::new(tassel_sandbox::FaultKind::DropBefore).operation(CREATE).times(1)).unwrap();
    lose(&sandbox, "b@example.org", 34).await;
    sandbox.advance(Duration::from_secs(60));
    assert_eq!(found(&sandbox).await.len(), 0, "lost before the vendor acts");
}

#[tokio::test(start_paused = true)]
async fn late_requests_are_limited() {
    let sandbox = empty();
    sandbox.freeze(true);
    sandbox.set(|settings| settings.accredible.quota = None);
    sandbox.fault(late(30)).unwrap();
    for number in 0..1_000 {
        lose(&sandbox, &format!("n{number}@example.org"), 34).await;
    }
    let (status, answer) = create(&sandbox, new("one.more@example.org")).await;
    assert_eq!(
        (status, answer),
        (503, json!("Other requests wait for their late action. Advance the clock.\n"))
    );
    sandbox.advance(Duration::from_secs(30));
    let (_, found) = ask(&sandbox, "POST", "/v2/credentials/search", json!({"query": {}})).await;
    assert_eq!(found["meta"]["count"], 1_000);
    let large = |mebibytes: usize| {
        let mut credential = new("a@example.org");
        credential["description"] = json!("x".repeat(mebibytes << 20));
        request("POST", "/v1/credentials", json!({"credential": credential}).to_string())
    };
    for (mebibytes, is_lost) in [(9, true), (9, false), (6, true)] {
        let sent = sandbox.accredible().send(large(mebibytes)).await;
        assert_eq!(sent.is_err(), is_lost, "{mebibytes} MiB");
    }
}

#[tokio::test(start_paused = true)]
async fn a_late_request_of_another_vendor_has_its_events() {
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    sandbox.register_webhook(Webhook::new("coursepath", "http://localhost/hook")).unwrap();
    let fault = Fault::act_late(Duration::from_secs(60));
    sandbox.fault(Fault { vendor: Some("coursepath".to_owned()), ..fault }.times(1)).unwrap();
    let call = http::Request::post("https://academy.example.org/api/v1/courses/1043/members")
        .header("authorization", format!("Bearer {}", tassel_sandbox::coursepath::API_KEY))
        .body("email=obi.fenn@example.org".into());
    assert!(sandbox.coursepath().send(call.unwrap()).await.is_err());
    assert!(sandbox.deliveries().is_empty());
    sandbox.advance(Duration::from_secs(90));
    let happened: Vec<_> = sandbox.deliveries().iter().map(|it| it.happened.to_string()).collect();
    assert_eq!(happened, ["2026-09-01T08:01:00Z"]);
}
