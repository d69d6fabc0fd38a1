//! Listings that lag behind.

use std::time::Duration;

use serde_json::{Value, json};
use tassel_sandbox::accredible::TakenIdPolicy;
use tassel_sandbox::{Fault, Sandbox, Start};

use crate::support::{ask, create, new};

/// The names of the credentials that the list and both searches show. A query narrows them by address.
async fn listed(sandbox: &Sandbox, email: Option<&str>) -> Vec<String> {
    let names = |found: &Value, name: &str| -> Vec<String> {
        let found = found["credentials"].as_array().unwrap().iter();
        found.map(|found| found[name].as_str().unwrap().to_owned()).collect()
    };
    let query = email.map_or_else(|| json!({}), |email| json!({"recipient_email": email}));
    let (_, found) = ask(sandbox, "POST", "/v2/credentials/search", json!({"query": query})).await;
    let first = email.map_or_else(|| json!({}), |email| json!({"recipient.email": email}));
    let (_, searched) = ask(sandbox, "POST", "/v1/credentials/search", first).await;
    let path = format!("/v1/all_credentials?email={}", email.unwrap_or_default());
    let (_, list) = ask(sandbox, "GET", &path, Value::Null).await;
    assert_eq!(names(&found, "name"), names(&searched, "name"));
    assert_eq!(names(&found, "name"), names(&list, "name"));
    names(&found, "name")
}

async fn read(sandbox: &Sandbox, id: &str) -> Option<String> {
    let (_, read) = ask(sandbox, "GET", &format!("/v1/credentials/{id}"), Value::Null).await;
    read["credential"]["name"].as_str().map(str::to_owned)
}

fn named(name: &str, email: &str) -> Value {
    let mut credential = new(email);
    credential["id"] = json!(email);
    credential["name"] = json!(name);
    credential
}

#[tokio::test(start_paused = true)]
async fn listings_show_a_write_later_than_a_read_by_id() {
    let sandbox = Sandbox::start(Start { seed: 0, empty: true });
    sandbox.freeze(true);
    sandbox.set(|settings| settings.accredible.quota = None);
    create(&sandbox, named("old", "old@example.org")).await;
    sandbox.set(|settings| settings.accredible.search_lag = 60);
    assert_eq!(listed(&sandbox, None).await, ["old"], "what was there before");
    create(&sandbox, named("new", "new@example.org")).await;
    let change = json!({"credential": {"name": "changed", "recipient": {"email": "other@example.org"}}});
    assert_eq!(ask(&sandbox, "PUT", "/v1/credentials/old@example.org", change).await.0, 200);
    let id = "old@example.org";
    for (seconds, all, by_old, by_other) in [
        (0, &["old"][..], &["old"][..], &[][..]),
        (59, &["old"], &["old"], &[]),
        (1, &["changed", "new"], &[], &["changed"]),
    ] {
        sandbox.advance(Duration::from_secs(seconds));
        assert_eq!(listed(&sandbox, None).await, all);
        assert_eq!(listed(&sandbox, Some("old@example.org")).await, by_old);
        assert_eq!(listed(&sandbox, Some("other@example.org")).await, by_other);
        assert_eq!(read(&sandbox, id).await.as_deref(), Some("changed"), "at once");
    }
    ask(&sandbox, "DELETE", "/v1/credentials/new@example.org", Value::Null).await;
    assert_eq!(listed(&sandbox, None).await, ["changed", "new"], "still listed");
    assert_eq!(read(&sandbox, "new@example.org").await, None);
    sandbox.advance(Duration::from_secs(60));
    assert_eq!(listed(&sandbox, None).await, ["changed"]);

    // One created and deleted within the time is never listed, and each state lasts as long as it lasted.
    create(&sandbox, named("brief", "brief@example.org")).await;
    ask(&sandbox, "DELETE", "/v1/credentials/brief@example.org", Value::Null).await;
    for name in ["first", "second"] {
        let change = json!({"credential": {"name": name}});
        ask(&sandbox, "PUT", "/v1/credentials/old@example.org", change).await;
        sandbox.advance(Duration::from_secs(30));
    }
    assert_eq!(listed(&sandbox, None).await, ["first"]);
    sandbox.advance(Duration::from_secs(30));
    assert_eq!(listed(&sandbox, None).await, ["second"]);

    // A rejected batch is never listed.
    let rejected = json!({"credentials": [new("a@example.org"), new("nobody")]});
    assert_eq!(ask(&sandbox, "POST", "/v1/credentials/bulk_create", rejected).await.0, 422);
    create(&sandbox, named("late", "late@example.org")).await;
    sandbox.set(|settings| settings.accredible.search_lag = 0);
    assert_eq!(listed(&sandbox, None).await, ["second", "late"], "without a lag");
}

#[tokio::test(start_paused = true)]
async fn a_late_request_is_listed_later_still() {
    let sandbox = Sandbox::start(Start { seed: 0, empty: true });
    sandbox.freeze(true);
    sandbox.set(|settings| settings.accredible.search_lag = 60);
    sandbox.fault(Fault::act_late(Duration::from_secs(30)).operation("credentials.create").times(1)).unwrap();
    let body = json!({"credential": named("late", "a@example.org")}).to_string();
    let request = crate::support::request("POST", "/v1/credentials", body);
    tassel_core::transport::Transport::send(&sandbox.accredible(), request).await.unwrap_err();
    for (seconds, is_there, listing) in [(29, false, 0), (1, true, 0), (59, true, 0), (1, true, 1)] {
        sandbox.advance(Duration::from_secs(seconds));
        assert_eq!(read(&sandbox, "a@example.org").await.is_some(), is_there);
        assert_eq!(listed(&sandbox, None).await.len(), listing);
    }
}

/// A sandbox with a lag lists at each time what one without a lag has listed that much earlier.
#[tokio::test(start_paused = true)]
async fn a_lagging_listing_is_an_earlier_one() {
    let mut random = fastrand::Rng::with_seed(11);
    for lag in [1, 10, 60] {
        let sandboxes = [0, lag].map(|lag| {
            let sandbox = Sandbox::start(Start { seed: 0, empty: true });
            sandbox.freeze(true);
            sandbox.set(|settings| {
                (settings.accredible.quota, settings.accredible.search_quota) = (None, None);
                settings.accredible.taken_id = TakenIdPolicy::Overwrites;
                settings.accredible.search_lag = lag;
            });
            sandbox
        });
        let (mut now, mut history) = (0, vec![(0, Vec::new())]);
        for step in 0..150 {
            let email = format!("n{}@example.org", random.u8(0..8));
            let path = format!("/v1/credentials/{email}");
            let name = format!("step {step}");
            let kind = random.u8(0..4);
            let seconds = [0, 1, 7, 30][random.usize(0..4)];
            now += seconds;
            for sandbox in &sandboxes {
                sandbox.advance(Duration::from_secs(seconds));
                match kind {
                    0 | 1 => drop(create(sandbox, named(&name, &email)).await),
                    2 => drop(ask(sandbox, "PUT", &path, json!({"credential": {"name": name}})).await),
                    _ => drop(ask(sandbox, "DELETE", &path, Value::Null).await),
                }
            }
            history.push((now, listed(&sandboxes[0], None).await));
            let earlier = history.iter().rev().find(|(at, _)| at + lag <= now);
            let want = earlier.map(|(_, listed)| listed.clone()).unwrap_or_default();
            assert_eq!(listed(&sandboxes[1], None).await, want, "step {step} with a lag of {lag} s");
        }
    }
}
