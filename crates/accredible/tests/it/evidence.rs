//! Evidence and references.

use httpmock::prelude::*;
use jiff::civil::date;
use serde_json::{Value, json};
use tassel_accredible::evidence_items::EvidenceContent;
use tassel_accredible::model::{
    CredentialUpdate, EvidenceCategory, EvidenceItemUpdate, NewEvidenceItem, NewReference, Referee,
    ReferenceUpdate, Relationship,
};
use tassel_accredible::{Client, ClientOptions, Outcome, Patch};

use crate::support::{body_of, client, offline};

#[test]
fn requests_of_evidence() {
    let create = |item| offline().evidence_items().create("HS-1", item).request();
    let update = |changes| offline().evidence_items().update("HS-1", 826, changes).request();
    let changes = EvidenceItemUpdate::default;
    // The order of members depends on a feature of serde_json.
    let days =
        json!({"start_date": "2026-06-01", "end_date": "2026-06-03", "duration_in_days": 3}).to_string();
    let marks = r#"[{"category":"Mooring","percent":"91"},{"category":"Towing","percent":"78.5"}]"#;
    for (label, request, want) in [
        (
            "a page",
            create(
                NewEvidenceItem::new(EvidenceCategory::Url, "Page").url("https://u.example.org").position(0),
            ),
            json!({"description": "Page", "category": "url", "url": "https://u.example.org", "position": 0}),
        ),
        (
            "a grade",
            create(NewEvidenceItem::grade("Grade", 83)),
            json!({"description": "Grade", "category": "grade", "string_object": "83"}),
        ),
        (
            "a transcript",
            create(NewEvidenceItem::transcript("Marks", [("Mooring", 91.0), ("Towing", 78.5)])),
            json!({"description": "Marks", "category": "transcript", "string_object": marks}),
        ),
        (
            "days",
            create(NewEvidenceItem::course_duration("Days", date(2026, 6, 1), date(2026, 6, 3), 3)),
            json!({"description": "Days", "category": "course_duration", "string_object": days}),
        ),
        ("another title", update(changes().description("Log")), json!({"description": "Log"})),
        (
            "another grade",
            update(changes().string_object(&EvidenceContent::Grade(91.5))),
            json!({"string_object": "91.5"}),
        ),
        ("no preview", update(changes().preview(Patch::Null)), json!({"preview": null})),
    ] {
        assert_eq!(body_of(request), json!({"evidence_item": want}), "{label}");
    }
}

#[test]
fn requests_of_references() {
    let references = offline().references();
    let new =
        NewReference::new(Relationship::Managed, "Good").referee(Referee::default().name("Tomasz Wren"));
    for (label, request, want) in [
        (
            "new",
            references.create(88213, new).request(),
            json!({"description": "Good", "relationship": "managed", "referee": {"name": "Tomasz Wren"}}),
        ),
        (
            "a change",
            references.update(88213, 2, ReferenceUpdate::default().position(3)).request(),
            json!({"position": 3}),
        ),
    ] {
        assert_eq!(body_of(request), json!({"reference": want}), "{label}");
    }
}

#[tokio::test]
async fn contents_of_evidence() {
    let marks = || EvidenceContent::Transcript(vec![("Mooring", 91).into()]);
    let days = || EvidenceContent::CourseDuration(date(2026, 6, 1).into(), date(2026, 6, 3).into(), 3);
    let written = |content: EvidenceContent| json!(String::from(&content));
    for (label, content, want) in [
        ("nothing", Value::Null, None),
        ("a grade", json!({"grade": 80}), Some(EvidenceContent::Grade(80.0))),
        ("with a fraction", json!({"grade": 100.0}), Some(EvidenceContent::Grade(100.0))),
        ("as text", json!({"grade": "80.5"}), Some(EvidenceContent::Grade(80.5))),
        ("a letter", json!({"grade": "A"}), Some(EvidenceContent::Other(json!({"grade": "A"})))),
        ("a transcript", json!([{"category": "Mooring", "percent": 91}]), Some(marks())),
        ("as it is sent", written(marks()), Some(marks())),
        (
            "days",
            json!({"start_date": "2026-06-01", "end_date": "2026-06-03", "duration_in_days": 3}),
            Some(days()),
        ),
        ("days as they are sent", written(days()), Some(days())),
        ("another list", json!([1]), Some(EvidenceContent::Other(json!([1])))),
        ("a text", json!("<p>Well done</p>"), Some(EvidenceContent::Other(json!("<p>Well done</p>")))),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.method(GET).path("/v1/credentials/88213/evidence_items/826");
                then.status(200).json_body(json!({"evidence_item": {"id": 826, "string_object": content}}));
            })
            .await;
        let item = client(&server).evidence_items().get(88213, 826).send().await.unwrap();
        assert_eq!(item.content(), want, "{label}");
        if let Some(content @ EvidenceContent::Other(_)) = want {
            let text = String::from(&content);
            assert!(text == r#"{"grade":"A"}"# || text == "[1]" || text == "<p>Well done</p>", "{text}");
        }
    }
}

#[tokio::test]
async fn replies_with_and_without_a_wrapper() {
    for (label, evidence, reference) in [
        ("with", json!({"evidence_item": {"id": 826}}), json!({"reference": {"id": 2}})),
        (
            "without",
            json!({"id": 826}),
            json!({"id": 2, "referee": {"avatar_image_url": "https://a.example.org"}}),
        ),
    ] {
        let server = MockServer::start_async().await;
        for (path, body) in
            [("/v1/credentials/7/evidence_items", evidence), ("/v1/credentials/7/references", reference)]
        {
            server
                .mock_async(|when, then| {
                    when.method(POST).path(path);
                    then.status(200).json_body(body);
                })
                .await;
        }
        let item = client(&server)
            .evidence_items()
            .create(7, NewEvidenceItem::grade("Grade", 83))
            .send()
            .await
            .unwrap();
        let new = NewReference::new(Relationship::Taught, "Good");
        let made = client(&server).references().create(7, new).send().await.unwrap();
        assert_eq!((item.id, made.id), (826.into(), 2.into()), "{label}");
        let avatar = made.referee.and_then(|referee| referee.avatar);
        assert_eq!(avatar.is_some(), label == "without", "{label}");
    }
}

#[tokio::test]
async fn an_update_with_evidence_is_sent_once() {
    for (label, changes, want) in [
        ("without evidence", CredentialUpdate::default().approve(true), 2),
        (
            "with evidence",
            CredentialUpdate::default().evidence_items(vec![NewEvidenceItem::grade("Exam", 80)]),
            1,
        ),
    ] {
        let sandbox = tassel_sandbox::Sandbox::new();
        let lost = tassel_sandbox::Fault::new(tassel_sandbox::FaultKind::DropAfter);
        sandbox.fault(lost.operation("credentials.update").times(1)).unwrap();
        let options = ClientOptions::new().transport(sandbox.accredible());
        let client = Client::builder(tassel_sandbox::accredible::API_KEY).with(options).build().unwrap();
        let id = client.credentials().search().send().await.unwrap().items[0].id.clone();
        let result = client.credentials().update(id, changes).send().await;
        let is_sent = |it: &&tassel_sandbox::LoggedRequest| it.operation == Some("credentials.update");
        assert_eq!(sandbox.requests().iter().filter(is_sent).count(), want, "{label}");
        assert_eq!(
            result.map_err(|error| error.outcome()).err(),
            (want == 1).then_some(Outcome::Unknown),
            "{label}"
        );
    }
}
