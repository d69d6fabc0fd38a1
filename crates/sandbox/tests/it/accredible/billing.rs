//! What costs a credit.

use std::time::Duration;

use serde_json::{Value, json};
use tassel_sandbox::accredible::{BillingPolicy, MonthDay, Settings};
use tassel_sandbox::{Sandbox, Start};

use crate::support::{ask, create, new};

const DAY: u64 = 24 * 60 * 60;

/// A sandbox without credentials and with ten credits, on 1 September 2026.
fn sandbox(change: impl FnOnce(&mut Settings)) -> Sandbox {
    let sandbox = Sandbox::start(Start { seed: 0, empty: true });
    sandbox.freeze(true);
    sandbox.set(|settings| {
        settings.accredible.credits = 10;
        change(&mut settings.accredible);
    });
    sandbox
}

fn days(sandbox: &Sandbox, days: u64) {
    sandbox.advance(Duration::from_secs(days * DAY));
}

async fn left(sandbox: &Sandbox) -> u64 {
    let (_, issuer) = ask(sandbox, "GET", "/v1/issuer/details", Value::Null).await;
    issuer["issuer"]["certificate_left"].as_u64().unwrap()
}

/// Creates a credential of a group that allows duplicates. Returns whether it is published.
async fn issue(sandbox: &Sandbox, email: &str, id: &str) -> bool {
    let mut credential = new(email);
    (credential["id"], credential["group_id"]) = (json!(id), json!(50));
    let (status, created) = create(sandbox, credential).await;
    assert_eq!(status, 200, "{created}");
    created["credential"]["approve"].as_bool().unwrap()
}

/// Changes a credential. Returns whether it is published, and its expiry date.
async fn change(sandbox: &Sandbox, id: &str, changes: Value) -> (bool, Value) {
    let path = format!("/v1/credentials/{id}");
    let (status, updated) = ask(sandbox, "PUT", &path, json!({"credential": changes})).await;
    assert_eq!(status, 200, "{updated}");
    let credential = &updated["credential"];
    (credential["approve"].as_bool().unwrap(), credential["expired_on"].clone())
}

#[tokio::test(start_paused = true)]
async fn a_recipient_costs_a_credit_in_each_billing_year() {
    let sandbox = sandbox(|_| {});
    for (label, email, id, want) in [
        ("the first", "a@example.org", "a1", 9),
        ("the same address", "a@example.org", "a2", 9),
        ("in capitals", "A@Example.org", "a3", 9),
        ("another address", "b@example.org", "b1", 8),
    ] {
        assert!(issue(&sandbox, email, id).await);
        assert_eq!(left(&sandbox).await, want, "{label}");
    }
    for id in ["a1", "a2", "a3"] {
        ask(&sandbox, "DELETE", &format!("/v1/credentials/{id}"), Value::Null).await;
    }
    issue(&sandbox, "a@example.org", "a1").await;
    assert_eq!(left(&sandbox).await, 8, "deleted ones count");
    let mut hidden = new("c@example.org");
    (hidden["id"], hidden["approve"]) = (json!("c1"), json!(false));
    create(&sandbox, hidden).await;
    assert_eq!(left(&sandbox).await, 8, "unpublished");
    for approve in [true, false, true] {
        change(&sandbox, "c1", json!({"approve": approve})).await;
        assert_eq!(left(&sandbox).await, 7, "published, and again");
    }
    days(&sandbox, 122);
    issue(&sandbox, "a@example.org", "a4").await;
    assert_eq!(left(&sandbox).await, 6, "on 1 January");
    issue(&sandbox, "a@example.org", "a5").await;
    assert_eq!(left(&sandbox).await, 6);
}

#[tokio::test(start_paused = true)]
async fn a_billing_year_starts_on_a_day() {
    // The first credential is of 1 September 2026, the second of so many days later.
    for (start, later, want) in [
        ("01-01", 121, 9),
        ("01-01", 122, 8),
        ("09-01", 0, 9),
        ("09-01", 364, 9),
        ("09-01", 365, 8),
        ("09-02", 1, 8),
        ("12-31", 120, 9),
        ("12-31", 121, 8),
    ] {
        let sandbox = sandbox(|settings| settings.billing_year_start = start.parse().unwrap());
        issue(&sandbox, "a@example.org", "a1").await;
        days(&sandbox, later);
        issue(&sandbox, "a@example.org", "a2").await;
        assert_eq!(left(&sandbox).await, want, "{start}, {later} days later");
    }
    for text in ["", "13-01", "00-10", "02-29", "04-31", "1-1", "2026-01-01", "04-01 ", "+4-01"] {
        assert!(text.parse::<MonthDay>().is_err(), "{text}");
        let settings = json!({"billing_year_start": text});
        assert!(
            serde_json::from_value::<MonthDay>(settings["billing_year_start"].clone()).is_err(),
            "{text}"
        );
    }
    assert_eq!(serde_json::to_value("04-01".parse::<MonthDay>().unwrap()).unwrap(), "04-01");
}

#[tokio::test(start_paused = true)]
async fn a_renewal_costs_a_credit() {
    // Each starts with a credential of 1 September 2026 that costs a credit.
    for (label, expires, later, changes, want) in [
        ("within the year", "2026-10-01", 1, json!({"expired_on": "2026-12-31"}), 9),
        ("expired in the same year", "2026-10-01", 60, json!({"expired_on": "2026-12-31"}), 9),
        ("expired in an earlier year", "2026-10-01", 150, json!({"expired_on": "2027-12-31"}), 8),
        ("expired, for ever", "2026-10-01", 150, json!({"expired_on": null}), 8),
        ("expired, and still is", "2026-10-01", 150, json!({"expired_on": "2026-11-01"}), 9),
        ("expired, and far out", "2027-01-10", 150, json!({"expired_on": "2028-01-10"}), 8),
        ("an earlier one that lasts", "2027-10-01", 150, json!({"expired_on": "2027-11-01"}), 9),
        ("out of the year", "2026-10-01", 1, json!({"expired_on": "2027-01-01"}), 8),
        ("for ever", "2026-10-01", 1, json!({"expired_on": null}), 8),
        ("of an earlier year, out of this one", "2027-10-01", 150, json!({"expired_on": "2028-01-01"}), 8),
        ("outside before and after", "2028-10-01", 1, json!({"expired_on": "2029-10-01"}), 9),
        ("into the year", "2028-10-01", 1, json!({"expired_on": "2026-10-01"}), 9),
        ("something else", "2026-10-01", 150, json!({"name": "Another"}), 9),
        ("while it is hidden", "2026-10-01", 1, json!({"expired_on": "2027-01-01"}), 9),
    ] {
        for (billing, want) in [(BillingPolicy::PerRecipientYear, want), (BillingPolicy::PerCredential, 9)] {
            let sandbox = sandbox(|settings| settings.billing = billing);
            let mut credential = new("a@example.org");
            (credential["id"], credential["expired_on"]) = (json!("a1"), json!(expires));
            create(&sandbox, credential).await;
            if label == "while it is hidden" {
                change(&sandbox, "a1", json!({"approve": false})).await;
            }
            days(&sandbox, later);
            assert_eq!(left(&sandbox).await, 9);
            for _ in 0..2 {
                let (_, expiry) = change(&sandbox, "a1", changes.clone()).await;
                assert_eq!(expiry, *changes.get("expired_on").unwrap_or(&json!(expires)), "{label}");
                assert_eq!(left(&sandbox).await, want, "{label}, {billing:?}: once");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_is_bought_without_credits() {
    let sandbox = sandbox(|settings| settings.credits = 1);
    let mut credential = new("a@example.org");
    (credential["id"], credential["expired_on"]) = (json!("a1"), json!("2026-10-01"));
    create(&sandbox, credential).await;
    assert!(issue(&sandbox, "a@example.org", "a2").await, "paid already");
    assert!(!issue(&sandbox, "b@example.org", "b1").await);
    assert!(!change(&sandbox, "b1", json!({"approve": true})).await.0);
    let outside = json!({"expired_on": "2027-06-01"});
    assert_eq!(change(&sandbox, "a1", outside.clone()).await, (true, json!("2026-10-01")), "stays as it was");
    sandbox.set(|settings| settings.accredible.credits = 2);
    assert_eq!(change(&sandbox, "a1", outside).await, (true, json!("2027-06-01")));
    assert!(change(&sandbox, "b1", json!({"approve": true})).await.0);
    assert_eq!(left(&sandbox).await, 0);
}

#[tokio::test(start_paused = true)]
async fn a_credential_costs_a_credit() {
    let sandbox = sandbox(|settings| settings.billing = BillingPolicy::PerCredential);
    for (id, want) in [("a1", 9), ("a2", 8), ("a3", 7)] {
        issue(&sandbox, "a@example.org", id).await;
        assert_eq!(left(&sandbox).await, want);
    }
    for approve in [false, true] {
        change(&sandbox, "a1", json!({"approve": approve})).await;
    }
    assert_eq!(left(&sandbox).await, 6, "published again");
}

#[tokio::test(start_paused = true)]
async fn a_batch_that_is_rolled_back_restores_the_bill() {
    let of = |email: &str| {
        let mut credential = new(email);
        credential["group_id"] = json!(50);
        credential
    };
    let sandbox = sandbox(|_| {});
    issue(&sandbox, "a@example.org", "a1").await;
    let batch =
        json!({"credentials": [of("a@example.org"), of("b@example.org"), of("b@example.org"), of("nobody")]});
    assert_eq!(ask(&sandbox, "POST", "/v1/credentials/bulk_create", batch).await.0, 422);
    assert_eq!(left(&sandbox).await, 9);
    issue(&sandbox, "a@example.org", "a2").await;
    assert_eq!(left(&sandbox).await, 9, "billed before the batch");
    issue(&sandbox, "b@example.org", "b1").await;
    assert_eq!(left(&sandbox).await, 8, "not billed by the batch");
    for version in [1, 2] {
        let batch = json!({"credentials": [of("a@example.org"), of("c@example.org"), of("c@example.org")]});
        let path = format!("/v{version}/credentials/bulk_create");
        assert_eq!(ask(&sandbox, "POST", &path, batch).await.0, 200);
        assert_eq!(left(&sandbox).await, 7, "version {version}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_academy_is_billed() {
    let sandbox = Sandbox::new();
    let before = left(&sandbox).await;
    // Imani Okonjo has a credential of 2026.
    issue(&sandbox, "imani.okonjo@example.org", "x1").await;
    assert_eq!(left(&sandbox).await, before);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_published_in_sandbox_mode() {
    let sandbox = sandbox(|_| {});
    let mut published = new("a@example.org");
    (published["id"], published["expired_on"]) = (json!("a1"), json!("2026-10-01"));
    create(&sandbox, published).await;
    sandbox.set(|settings| settings.accredible.sandbox_mode = true);
    assert!(!issue(&sandbox, "a@example.org", "a2").await, "billed already");
    assert!(!issue(&sandbox, "b@example.org", "b1").await);
    assert!(!change(&sandbox, "b1", json!({"approve": true})).await.0);
    let (status, made) =
        ask(&sandbox, "POST", "/v2/credentials/bulk_create", json!({"credentials": [new("c@example.org")]}))
            .await;
    let result = &made["results"][0];
    assert_eq!((status, &result["credential"]["approve"], result.get("errors")), (200, &json!(false), None));
    let outside = json!({"expired_on": "2027-06-01"});
    assert_eq!(change(&sandbox, "a1", outside).await, (true, json!("2027-06-01")), "stays published");
    assert_eq!(left(&sandbox).await, 9);
    sandbox.set(|settings| settings.accredible.sandbox_mode = false);
    assert!(change(&sandbox, "b1", json!({"approve": true})).await.0);
    assert_eq!(left(&sandbox).await, 8);
}
