//! Data exports and analytics.

use std::time::Duration;

use serde_json::{Value, json};
use tassel_accredible::exports::ExportEnd;
use tassel_accredible::model::{CredentialId, ExportEntity, ExportStatus, NewDataExport};
use tassel_accredible::{Client, ClientOptions, TryStreamExt};
use tassel_core::testing::{Scripted, Step};
use tokio::time::Instant;

use crate::support::{KEY, body_of, offline};

fn scripted(steps: impl IntoIterator<Item = Step>) -> Client {
    let options = ClientOptions::new().transport(Scripted::new(steps)).seed(7);
    Client::builder(KEY).with(options).build().unwrap()
}

fn export(status: &str) -> Value {
    let url = json!({"id": 5, "status": "completed", "year": 2026, "url": "files.example.org/2026.csv"});
    let urls = if status == "completed" { json!([url]) } else { json!([]) };
    json!({"id": 2, "department_id": 123, "status": status, "created_at": "2026-08-16T07:00:00.000Z", "urls": urls})
}

fn ok(body: &Value) -> Step {
    Step::answer(200, body.to_string()).header("content-type", "application/json")
}

#[test]
fn requests_of_exports_and_analytics() {
    let client = offline();
    let day = |day| jiff::civil::date(2026, 1, day);
    let create = client.exports().create(NewDataExport::new(ExportEntity::Groups, 123)).request();
    assert_eq!(body_of(create), json!({"data_export": {"entity": "groups", "department_id": 123}}));
    for (label, request, method, want) in [
        ("list", client.exports().list().request(), "GET", "/v1/data_exports"),
        ("get", client.exports().get(2).request(), "GET", "/v1/data_exports/2"),
        ("events", client.analytics().list().request(), "GET", "/v1/analytics?page=1&page_size=100"),
        (
            "some events",
            client
                .analytics()
                .list()
                .group(34)
                .department(123)
                .recorded_after(day(1))
                .recorded_before(day(2))
                .page_size(7)
                .request(),
            "GET",
            "/v1/analytics?department_id=123&end_date=2026-01-02&group_id=34&page=1&page_size=7&start_date=2026-01-01",
        ),
        (
            "events of a credential",
            client.analytics().list_of_credential("HA/1").request(),
            "POST",
            "/v1/credentials/analytics/HA%2F1",
        ),
    ] {
        let request = request.unwrap();
        let path = request.uri().path_and_query().unwrap().as_str();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut query: Vec<_> = query.split('&').filter(|pair| !pair.is_empty()).collect();
        query.sort_unstable();
        let sorted = if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) };
        assert_eq!((request.method().as_str(), sorted.as_str()), (method, want), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_polls_every_30_seconds_and_slower() {
    let wrapped = |status: &&str| ok(&json!({"data_export": export(status)}));
    let flat = |status: &&str| ok(&export(status));
    let states = ["scheduled", "processing", "completed"];
    let failed = ["processing", "errored"];
    for (label, steps, completed, seconds) in [
        ("in its wrapper", states.iter().map(wrapped).collect::<Vec<_>>(), true, 75),
        ("flat", states.iter().map(flat).collect(), true, 75),
        ("failed", failed.iter().map(wrapped).collect(), false, 30),
    ] {
        let start = Instant::now();
        let end = scripted(steps).exports().wait(2).send().await.unwrap();
        match end {
            ExportEnd::Completed(export) if completed => {
                assert_eq!(export.urls.unwrap()[0].year, Some(2026), "{label}");
            }
            ExportEnd::Failed(export) if !completed => {
                assert_eq!(export.status, Some(ExportStatus::Errored), "{label}");
            }
            other => panic!("{label}: {other:?}"),
        }
        assert_eq!(start.elapsed().as_secs(), seconds, "{label}");
    }
    for (label, answer, kind, text) in [
        ("an unknown status", json!({"data_export": export("paused")}), "decode", "`paused`"),
        ("no status", json!({"data_export": {"id": 2}}), "decode", "`missing`"),
        ("still running", json!({"data_export": export("processing")}), "deadline", "after 60 s"),
    ] {
        let waiting = scripted([ok(&answer), ok(&answer)]).exports().wait(2);
        let error = waiting.deadline(Duration::from_secs(60)).send().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{label}: {error}");
        assert!(error.to_string().contains(text), "{label}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn events_are_told_apart_by_credential_name_and_time() {
    let event = |id: u64, name: &str, second: u8| {
        json!({
            "credential": {"id": id, "license_id": null}, "event": name,
            "created_at": format!("2026-02-13T07:00:0{second}.000Z"),
        })
    };
    let view = "recipient_view_certificate";
    let first = [event(1, view, 0), event(1, view, 1), event(2, view, 0), event(1, "privacy_updated", 0)];
    let pages = [
        ok(&json!({"analytics": first, "meta": {"next_page": 2, "total_count": 5}})),
        ok(&json!({"analytics": [event(2, view, 0), event(3, "new_name", 0)], "meta": {"next_page": null}})),
    ];
    let events: Vec<_> = scripted(pages).analytics().list().stream().try_collect().await.unwrap();
    assert_eq!(events.len(), 5);
    assert_eq!(events[4].event.as_deref(), Some("new_name"));
    let one =
        json!({"analytics": [{"credential_id": 1, "event": view, "created_at": "2026-02-13T07:00:00.000Z"}]});
    let events = scripted([ok(&one)]).analytics().list_of_credential(1).send().await.unwrap();
    assert_eq!(events[0].credential_id, Some(CredentialId::from(1)));
}
