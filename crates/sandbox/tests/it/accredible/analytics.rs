//! Events of Accredible's credentials.

use std::time::Duration;

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;

use crate::support::{ask, create, new};

#[tokio::test(start_paused = true)]
async fn events_count_what_happened() {
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    let mut credential = new("viewer@example.org");
    credential["id"] = json!("mine");
    create(&sandbox, credential).await;
    let view = |id: Value| sandbox.control("accredible", "event", &json!({"credential": id}));
    view(json!("mine")).unwrap();
    sandbox.advance(Duration::from_secs(86_400));
    view(json!(80_000_001)).unwrap();
    ask(&sandbox, "PUT", "/v1/credentials/mine", json!({"credential": {"private": true}})).await;
    ask(&sandbox, "PUT", "/v1/credentials/mine", json!({"credential": {"private": true}})).await;
    let other = json!({"credential": "mine", "event": "credential_user_verified"});
    sandbox.control("accredible", "event", &other).unwrap();
    let of_one = ask(&sandbox, "POST", "/v1/credentials/analytics/mine", Value::Null).await.1;
    let events: Vec<_> = of_one["analytics"].as_array().unwrap().iter().map(|it| &it["event"]).collect();
    assert_eq!(events, ["recipient_view_certificate", "privacy_updated", "credential_user_verified"]);
    assert_eq!(of_one["analytics"][1]["created_at"], "2026-09-02T08:00:00.000Z");
    for (label, query, want) in [
        ("all", "", 4),
        ("after a day", "start_date=2026-09-02", 3),
        ("in the older form", "end_date=2026/09/01", 1),
        ("of a group", "group_id=34&start_date=2026-09-02", 3),
        ("of another group", "group_id=51", 0),
        ("of a department", "department_id=123", 4),
        ("of another department", "department_id=124", 0),
    ] {
        let (status, page) = ask(&sandbox, "GET", &format!("/v1/analytics?{query}"), Value::Null).await;
        assert_eq!((status, &page["meta"]["total_count"]), (200, &json!(want)), "{label}: {page}");
    }
    let (_, page) = ask(&sandbox, "GET", "/v1/analytics?page=2&page_size=1", Value::Null).await;
    let license = &page["analytics"][0]["credential"]["license_id"];
    assert_eq!((license, &page["meta"]["next_page"]), (&Value::Null, &json!(3)));
    ask(&sandbox, "DELETE", "/v1/credentials/mine", Value::Null).await;
    let (_, page) = ask(&sandbox, "GET", "/v1/analytics", Value::Null).await;
    assert_eq!(page["meta"]["total_count"], 1, "the events of a deleted credential are gone");
}

#[tokio::test]
async fn rejected_requests() {
    let sandbox = Sandbox::new();
    assert_eq!(ask(&sandbox, "POST", "/v1/credentials/analytics/1", Value::Null).await.0, 404);
    let invalid = json!({"errors": {"start_date": ["is invalid"]}});
    assert_eq!(ask(&sandbox, "GET", "/v1/analytics?start_date=x", Value::Null).await, (422, invalid));
    for (body, problem) in
        [(json!({}), "`credential` is missing"), (json!({"credential": "1"}), "there is no credential `1`")]
    {
        let error = sandbox.control("accredible", "event", &body).unwrap_err();
        assert!(error.contains(problem), "{error}");
    }
}
