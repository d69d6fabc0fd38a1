//! Data exports of Accredible: states by the clock, and the files.

use std::time::Duration;

use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};
use tassel_accredible::exports::ExportEnd;
use tassel_accredible::model::{ExportEntity, NewDataExport};
use tassel_sandbox::Sandbox;

use crate::support::{ask, client, send};

const EXPORTS: &str = "/v1/data_exports";

fn new(entity: &str, department: impl Into<Value>) -> Value {
    json!({"data_export": {"entity": entity, "department_id": department.into()}})
}

/// The status and the text of a file, read without a key.
async fn file(sandbox: &Sandbox, url: &str) -> (u16, String) {
    let answer = send(sandbox, Request::builder().uri(url).body(Bytes::new()).unwrap()).await;
    (answer.status().as_u16(), String::from_utf8_lossy(answer.body()).into_owned())
}

#[tokio::test(start_paused = true)]
async fn exports_follow_the_clock_and_their_files_can_be_read() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.export_link_seconds = Some(600));
    let (status, made) = ask(&sandbox, "POST", EXPORTS, new("credentials", 123)).await;
    let export = &made["data_export"];
    assert_eq!((status, &export["status"], &export["urls"]), (201, &json!("scheduled"), &json!([])));
    assert!(export.get("entity").is_none(), "{export}");
    let path = format!("{EXPORTS}/{}", export["id"]);
    for (seconds, status, files) in [(0, "scheduled", 0), (30, "processing", 0), (60, "completed", 3)] {
        sandbox.advance(Duration::from_secs(seconds));
        let (_, shown) = ask(&sandbox, "GET", &path, Value::Null).await;
        let export = &shown["data_export"];
        assert_eq!(export["status"], status);
        assert_eq!(export["urls"].as_array().unwrap().len(), files, "{status}");
    }
    let (_, all) = ask(&sandbox, "GET", EXPORTS, Value::Null).await;
    let exports = all["data_exports"].as_array().unwrap();
    assert_eq!(exports.len(), 2);
    let urls = exports[1]["urls"].as_array().unwrap();
    let url = urls[2]["url"].as_str().unwrap();
    let (status, text) = file(&sandbox, url).await;
    assert_eq!(status, 200);
    assert!(text.starts_with("id,name,recipient_name,recipient_email,issued_on\n8"), "{text}");
    assert!(text.contains("@example.org,2026-"), "{text}");
    assert_eq!(file(&sandbox, &url.replace("2026", "1999")).await.0, 501);
    sandbox.advance(Duration::from_secs(600));
    assert_eq!(file(&sandbox, url).await.0, 403, "the link has expired");
}

#[tokio::test(start_paused = true)]
async fn every_entity_has_a_file() {
    for (entity, columns, lines) in [
        ("organizations", "id,name", 2),
        ("credentials", "id,name,recipient_name", 1),
        ("credential_analytics", "credential_id,event,created_at", 1),
        ("groups", "id,name,course_name", 2),
        ("designs", "id,name", 1),
    ] {
        let sandbox = Sandbox::new();
        let body = json!({"group": {"department_id": 124, "name": "a, \"b\""}});
        ask(&sandbox, "PUT", "/v1/issuer/groups/51", body).await;
        sandbox.set(|settings| settings.accredible.export_seconds = [0, 0]);
        let (_, made) = ask(&sandbox, "POST", EXPORTS, new(entity, 124)).await;
        let path = format!("{EXPORTS}/{}", made["data_export"]["id"]);
        let (_, shown) = ask(&sandbox, "GET", &path, Value::Null).await;
        let (_, text) = file(&sandbox, shown["data_export"]["urls"][0]["url"].as_str().unwrap()).await;
        assert!(text.starts_with(columns), "{entity}: {text}");
        assert_eq!(text.lines().count(), lines, "{entity}: {text}");
        assert!(entity != "groups" || text.contains(r#"51,"a, ""b""","#), "{text}");
    }
}

#[tokio::test]
async fn rejected_exports() {
    let sandbox = Sandbox::new();
    for (label, body, status, answer) in [
        (
            "no entity",
            json!({"data_export": {"department_id": 123}}),
            422,
            json!({"errors": {"entity": ["is not included in the list"]}}),
        ),
        (
            "another entity",
            new("people", 123),
            422,
            json!({"errors": {"entity": ["is not included in the list"]}}),
        ),
        ("no such department", new("groups", 7), 422, json!({"errors": "Invalid Department"})),
        (
            "no department",
            json!({"data_export": {"entity": "groups"}}),
            422,
            json!({"errors": "Invalid Department"}),
        ),
    ] {
        assert_eq!(ask(&sandbox, "POST", EXPORTS, body).await, (status, answer), "{label}");
    }
    assert_eq!(
        ask(&sandbox, "GET", "/v1/data_exports/9", Value::Null).await,
        (404, json!({"error": "Not found"}))
    );
    sandbox.set(|settings| settings.accredible.data_exports = false);
    for (method, path) in [("GET", EXPORTS), ("POST", EXPORTS), ("GET", "/v1/data_exports/1")] {
        assert_eq!(ask(&sandbox, method, path, new("groups", 123)).await.0, 403, "{method} {path}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_waits_for_exports() {
    let sandbox = Sandbox::new();
    let exports = client(&sandbox).exports();
    let start = sandbox.now();
    let export = exports.create(NewDataExport::new(ExportEntity::Groups, 123)).send().await.unwrap();
    let end = exports.wait(export.id.unwrap()).send().await.unwrap();
    assert!(matches!(end, ExportEnd::Completed(_)), "{end:?}");
    // The client asks after 0, 30, 75 and 142.5 seconds. The export was completed after 90.
    assert_eq!((sandbox.now() - start).get_seconds(), 142);
    sandbox.set(|settings| settings.accredible.exports_fail = true);
    let export = exports.create(NewDataExport::new(ExportEntity::Groups, 123)).send().await.unwrap();
    let end = exports.wait(export.id.unwrap()).send().await.unwrap();
    assert!(matches!(end, ExportEnd::Failed(_)), "{end:?}");
}
