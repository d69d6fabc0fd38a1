//! Exports.

use serde_json::json;
use tassel_namecoach::exports::ExportEnd;
use tassel_namecoach::model::NewExport;
use tassel_sandbox::Sandbox;

use super::{ask, client, get, secs};

#[tokio::test(start_paused = true)]
async fn exports_follow_the_clock() {
    let sandbox = Sandbox::new();
    let new = json!({"export": {"name_page_id": "7C1D9", "updated_after": "2020-01-01T00:00:00Z"}});
    let (status, asked) = ask(&sandbox, "POST", "/exports", &new.to_string()).await;
    assert_eq!((status, &asked["export"]["state"]), (202, &json!("initial")), "{asked}");
    assert_eq!(asked["export"]["created_at"], "2026-09-01T08:00:00+0000");
    assert_eq!(asked["export"]["expires_at"], "2026-09-01T09:00:00+0000");
    assert_eq!(asked["export"]["updated_after"], "2020-01-01T00:00:00+0000");
    assert!(asked["export"].get("created_after").is_none());
    let shown = asked["export"]["name_page_id"].as_str().unwrap();
    assert!(shown.starts_with("harbour-") && shown != "harbour-academy-staff", "{shown}");
    let path = format!("/exports/{}", asked["export"]["id"].as_str().unwrap());
    assert!(asked["meta"]["link"].as_str().unwrap().ends_with(&path));
    for (seconds, state) in [(0, "initial"), (3, "in_progress"), (5, "completed"), (3_592, "expired")] {
        sandbox.advance(secs(seconds));
        let export = &get(&sandbox, &path).await["export"];
        assert_eq!(export["state"], state);
        let report = export.get("report").map(|report| report.as_array().unwrap().len());
        assert_eq!(report, (state == "completed").then_some(24), "{state}");
    }
    let listed = get(&sandbox, "/exports").await;
    assert_eq!(
        (&listed["meta"]["total_count"], &listed["exports"][1]["state"]),
        (&json!(2), &json!("expired"))
    );
    assert!(!listed.to_string().contains("report"), "a list has no report");
    for (label, body, errors) in [
        (
            "no filter",
            r#"{"export": {"name_page_id": ""}}"#,
            json!({"base": ["at least one parameter should be specified"]}),
        ),
        ("no export", "{}", json!({"export": ["can't be blank"]})),
        ("not JSON", "", json!({"export": ["can't be blank"]})),
        (
            "no such page",
            r#"{"export": {"name_page_id": "nowhere"}}"#,
            json!({"name_page_id": ["is not found"]}),
        ),
        ("no page at all", r#"{"export": {"name_page_id": {}}}"#, json!({"name_page_id": ["is not found"]})),
        (
            "no time",
            r#"{"export": {"created_after": "2026-01-01"}}"#,
            json!({"created_after": ["is invalid"]}),
        ),
    ] {
        let want = json!({"message": "Validation error", "errors": errors});
        assert_eq!(ask(&sandbox, "POST", "/exports", body).await, (422, want), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_waits_for_exports() {
    let sandbox = Sandbox::new();
    let exports = client(&sandbox).exports();
    let staff = || NewExport::default().name_page_id("harbour-academy-staff");
    let start = sandbox.now();
    let export = exports.create(staff()).send().await.unwrap();
    let ExportEnd::Completed(done) = exports.wait(&export.id).send().await.unwrap() else { panic!() };
    assert_eq!(done.report.unwrap().len(), 24);
    // The client asks after 0, 2, 5 and 9.5 seconds. The export was completed after 8.
    assert_eq!((sandbox.now() - start).get_seconds(), 9);
    sandbox.advance(secs(3_600));
    let end = exports.wait(&export.id).send().await.unwrap();
    assert!(matches!(end, ExportEnd::Expired(_)), "{end:?}");
    sandbox.set(|settings| settings.namecoach.exports_fail = true);
    let export = exports.create(staff()).send().await.unwrap();
    let end = exports.wait(&export.id).send().await.unwrap();
    assert!(matches!(end, ExportEnd::Failed(_)), "{end:?}");
}
