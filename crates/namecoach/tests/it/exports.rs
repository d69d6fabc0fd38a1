//! Exports: creation, waiting in paused time, listing.

use std::time::Duration;

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::testing::{Recorder, Scripted, Step};
use tassel_namecoach::exports::ExportEnd;
use tassel_namecoach::model::{ExportState, NamePageId, NewExport};
use tassel_namecoach::{Client, ClientOptions, Outcome, TryStreamExt};
use tokio::time::Instant;

use crate::support::{ROOT, TOKEN, body_of, client, offline, ok, participant, scripted};

const ID: &str = "3d1f2f0a-6d34-4a51-9a53-9a1f0d2c7b64";

fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn export(state: &str) -> Value {
    let mut export = json!({
        "id": ID, "state": state, "updated_after": "2026-01-01T00:00:00+0000",
        "created_at": "2026-09-01T08:00:00+0000", "expires_at": "2026-09-01T09:00:00+0000",
        "name_page_id": "harbour-237eyc55",
    });
    if state == "completed" {
        export["report"] =
            json!([participant("a@example.org", "x", None), participant("b@example.org", "x", None)]);
    }
    export
}

fn poll_answers(states: &[&str]) -> Vec<Step> {
    states.iter().map(|state| ok(&json!({"export": export(state)}))).collect()
}

#[test]
fn requests_of_create() {
    let new = NewExport::default;
    let time: jiff::Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    let here: jiff::Zoned = "2026-01-01T00:00:00+09:30[+09:30]".parse().unwrap();
    for (label, new, want) in [
        ("a name page", new().name_page_id("harbour"), json!({"name_page_id": "harbour"})),
        ("a time", new().updated_after(time), json!({"updated_after": "2026-01-01T00:00:00+0000"})),
        (
            "everything",
            new().name_page_id("7C1D9").updated_after(time).created_after(here),
            json!({
                "name_page_id": "7C1D9", "updated_after": "2026-01-01T00:00:00+0000",
                "created_after": "2026-01-01T00:00:00+0930",
            }),
        ),
    ] {
        assert_eq!(body_of(offline().exports().create(new).request()), json!({"export": want}), "{label}");
    }
    for (label, new) in [("no filter", new()), ("a blank one", new().name_page_id(" "))] {
        let error = offline().exports().create(new).request().unwrap_err();
        assert_eq!(error.kind(), "invalid_input", "{label}");
        assert!(error.to_string().contains("an export needs a filter"), "{label}: {error}");
    }
}

#[tokio::test]
async fn exports_over_http() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(POST).path(format!("{ROOT}/exports"));
            then.status(202)
                .json_body(json!({"export": export("initial"), "meta": {"link": "https://x/exports/1"}}));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.method(GET).path(format!("{ROOT}/exports/{ID}"));
            then.status(200).json_body(json!({"export": export("completed")}));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.method(GET)
                .path(format!("{ROOT}/exports"))
                .query_param("page", "1")
                .query_param("per_page", "5");
            let meta = json!({"total_count": 2, "total_pages": 1, "count": 2});
            let mut other = export("failed");
            other["id"] = json!(7);
            then.status(200).json_body(json!({"exports": [export("expired"), other], "meta": meta}));
        })
        .await;
    let exports = client(&server).exports();
    let asked = exports.create(NewExport::default().name_page_id("harbour")).send().await.unwrap();
    assert_eq!((asked.state, asked.report), (ExportState::Initial, None));
    let done = exports.get(&asked.id).send().await.unwrap();
    assert_eq!(done.report.unwrap().len(), 2);
    let expires = done.expires_at.unwrap();
    assert_eq!(
        (expires.to_string().as_str(), expires.instant()),
        ("2026-09-01T09:00:00+0000", "2026-09-01T09:00:00Z".parse().ok())
    );
    let all: Vec<_> = exports.list().page_size(5).stream().try_collect().await.unwrap();
    assert_eq!(all.len(), 2);
}

/// A client over a script, and the seconds from the start at which each request was sent.
fn timed(steps: Vec<Step>) -> (Client, impl Fn() -> Vec<f64>) {
    let start = Instant::now();
    let record = Recorder::new(Scripted::new(steps));
    let options = ClientOptions::new().transport(record.clone()).seed(7);
    let client = Client::builder(TOKEN).with(options).build().unwrap();
    let times = move || record.exchanges().iter().map(|it| (it.at - start).as_secs_f64()).collect();
    (client, times)
}

#[tokio::test(start_paused = true)]
async fn polling_slows_down_and_ends() {
    let long = ["in_progress"; 9];
    for (label, states, end, times) in [
        ("at once", vec!["completed"], "completed", vec![0.0]),
        ("in time", vec!["initial", "in_progress", "completed"], "completed", vec![0.0, 2.0, 5.0]),
        ("straight to failed", vec!["initial", "failed"], "failed", vec![0.0, 2.0]),
        ("straight to expired", vec!["initial", "expired"], "expired", vec![0.0, 2.0]),
        (
            "up to 30 s",
            [long.as_slice(), &["completed"]].concat(),
            "completed",
            vec![0.0, 2.0, 5.0, 9.5, 16.25, 26.375, 41.5625, 64.34375, 94.34375, 124.34375],
        ),
    ] {
        let (client, sent) = timed(poll_answers(&states));
        let got = match client.exports().wait(ID).send().await.unwrap() {
            ExportEnd::Completed(export) => {
                assert_eq!(export.report.unwrap().len(), 2, "{label}");
                "completed"
            }
            ExportEnd::Expired(export) => {
                assert_eq!(export.report, None, "{label}");
                "expired"
            }
            ExportEnd::Failed(_) => "failed",
            other => panic!("{label}: {other:?}"),
        };
        assert_eq!(got, end, "{label}");
        let off = sent().iter().zip(&times).map(|(got, want)| (got - want).abs()).fold(0.0, f64::max);
        assert!(sent().len() == times.len() && off < 0.01, "{label}: {:?}", sent());
    }
}

#[tokio::test(start_paused = true)]
async fn the_caller_sets_the_intervals_and_the_deadline() {
    let (client, sent) = timed(poll_answers(&["initial"; 20]));
    let start = Instant::now();
    let waiting = client.exports().wait(ID).every(secs(10), secs(20)).deadline(secs(60));
    let error = waiting.send().await.unwrap_err();
    assert_eq!(error.to_string(), "exports.get was given up at its deadline, after 60 s");
    assert_eq!((error.kind(), error.outcome()), ("deadline", Outcome::NotApplied));
    assert_eq!(sent().iter().map(|at| at.round()).collect::<Vec<_>>(), [0.0, 10.0, 25.0, 45.0]);
    assert!(start.elapsed() < secs(46), "a wait that cannot end before the deadline is not begun");
    // A poll without an answer ends at the deadline too.
    let (client, _) = scripted([Step::hang()]);
    let start = Instant::now();
    let error = client.exports().wait(ID).deadline(secs(7)).send().await.unwrap_err();
    assert_eq!((error.kind(), start.elapsed().as_secs()), ("deadline", 7));
    // An interval of zero is raised, and an endless deadline is clamped.
    let (client, sent) = timed(poll_answers(&["initial", "completed"]));
    client
        .exports()
        .wait(ID)
        .every(Duration::ZERO, Duration::ZERO)
        .deadline(Duration::MAX)
        .send()
        .await
        .unwrap();
    assert!(sent()[1] > 0.0);
}

#[tokio::test(start_paused = true)]
async fn a_dropped_wait_can_be_repeated() {
    let (client, script) = scripted(poll_answers(&["initial", "in_progress", "completed"]));
    let waiting = client.exports().wait(ID).send();
    assert!(tokio::time::timeout(secs(3), waiting).await.is_err());
    assert_eq!(script.requests().len(), 2);
    let end = client.exports().wait(ID).send().await.unwrap();
    assert!(matches!(end, ExportEnd::Completed(_)), "{end:?}");
    assert_eq!(script.requests().len(), 3, "the id was enough to go on");
}

#[tokio::test(start_paused = true)]
async fn errors_that_end_a_wait() {
    let hostile = "exports.get answered 200, but its body cannot be read: the export's state is `[2Jpaused ***@***`, which \
                   this version does not know";
    let unknown = "exports.get answered 200, but its body cannot be read: the export's state is `paused`, which this \
                   version does not know";
    for (label, steps, kind, text) in [
        ("an unknown state", poll_answers(&["initial", "paused"]), "decode", unknown),
        ("a hostile state", poll_answers(&["\u{1b}[2Jpaused\r\nimani&#064;example.org"]), "decode", hostile),
        (
            "an export that is gone",
            vec![Step::answer(404, r#"{"message": "Not Found"}"#)],
            "not_found",
            "exports.get answered 404: Not Found",
        ),
        (
            "another token",
            vec![Step::answer(401, r#"{"message": "Not Authorized"}"#)],
            "denied",
            "exports.get answered 401: Not Authorized",
        ),
    ] {
        let (client, _) = scripted(steps);
        let error = client.exports().wait(ID).send().await.unwrap_err();
        assert_eq!((error.kind(), error.to_string().as_str()), (kind, text), "{label}");
    }
    // A failure that is retried does not end the wait.
    let busy = Step::answer(503, "").header("retry-after", "1");
    let (client, _) = scripted([busy].into_iter().chain(poll_answers(&["completed"])));
    let end = client.exports().wait(ID).send().await.unwrap();
    assert!(matches!(end, ExportEnd::Completed(_)), "{end:?}");
    // `get` keeps an unknown state.
    let (client, _) = scripted(poll_answers(&["paused"]));
    assert_eq!(client.exports().get(ID).send().await.unwrap().state.as_str(), "paused");
}

#[test]
fn ids_of_name_pages_are_opaque() {
    assert_eq!(NamePageId::from("00042").to_string(), "00042");
}
