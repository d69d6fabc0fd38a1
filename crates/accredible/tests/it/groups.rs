//! Groups and the issuer.

use httpmock::prelude::*;
use serde_json::json;
use tassel_accredible::{DesignId, TryStreamExt};

use crate::support::{body_of, client, offline};

#[test]
fn what_a_search_sends() {
    let search = || offline().groups().search();
    for (label, request, want) in [
        ("nothing set", search().request(), json!({"page_size": 50, "page": 1})),
        (
            "every filter",
            search()
                .ids([34, 35])
                .name("harbour")
                .course_name("Safety")
                .meta_data([("course", "HS")])
                .updated_after(jiff::civil::date(2026, 1, 1))
                .updated_before(jiff::civil::date(2026, 2, 1))
                .page_size(10)
                .request(),
            json!({
                "ids": [34, 35], "name": "harbour", "course_name": "Safety", "meta_data": {"course": "HS"},
                "start_updated_date": "2026-01-01", "end_updated_date": "2026-02-01", "page_size": 10, "page": 1,
            }),
        ),
    ] {
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[tokio::test]
async fn groups_over_http() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(GET).path("/v1/issuer/groups/34");
            then.status(200).json_body(json!({"group": {
                "id": 34, "design_id": "23", "language": "tlh", "learning_outcomes": [{"name": "knots"}],
                "earning_criteria": "Sail.",
            }}));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.method(POST).path("/v1/issuer/groups/search").json_body(json!({"page_size": 50, "page": 1}));
            then.status(200).json_body(json!({
                "groups": [{"id": 34, "learning_outcomes": ["knots"]}],
                "meta": {"next_page": null, "total_count": 1},
            }));
        })
        .await;
    let group = client(&server).groups().get(34).send().await.unwrap();
    assert_eq!(group.design_id, Some(DesignId::from(23)));
    assert_eq!(group.language.unwrap().as_str(), "tlh");
    assert!(group.learning_outcomes.unwrap().known().is_none());
    assert_eq!(group.extra["earning_criteria"], "Sail.");
    let groups: Vec<_> = client(&server).groups().search().stream().try_collect().await.unwrap();
    assert_eq!(groups[0].learning_outcomes.as_ref().unwrap().known().unwrap()[0], "knots");
}

#[tokio::test]
async fn the_issuer_over_http() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(GET).path("/v1/issuer/details");
            then.status(200)
                .json_body(json!({"issuer": {"id": 1, "certificate_left": 100, "linkedin_company_id": 5}}));
        })
        .await;
    let issuer = client(&server).issuer().get().send().await.unwrap();
    assert_eq!(issuer.certificate_left, Some(100));
}
