//! Skill categories, skill frameworks and attribute keys.

use httpmock::prelude::*;
use serde_json::json;
use tassel_accredible::TryStreamExt;
use tassel_accredible::model::{AttributeKind, NewAttributeKey};

use crate::support::{body_of, client, offline};

#[test]
fn requests_of_frameworks() {
    let frameworks = offline().skill_frameworks();
    for (label, request, want) in [
        ("categories", offline().skill_categories().list().request(), "/v1/skill_categories"),
        (
            "frameworks",
            frameworks.list(123).request(),
            "/v1/skill_frameworks?department_id=123&page=1&page_size=10",
        ),
        (
            "of another size",
            frameworks.list("124").page_size(5).request(),
            "/v1/skill_frameworks?department_id=124&page=1&page_size=5",
        ),
        (
            "skills",
            frameworks.search_skills(44, 512, "c& b").request(),
            "/v1/skill_frameworks/44/versions/512/skills?page=1&page_size=50&query=c%26%20b",
        ),
    ] {
        let request = request.unwrap();
        let sent = request.uri().path_and_query().unwrap().as_str();
        assert_eq!((request.method(), sent), (&http::Method::GET, want), "{label}");
    }
}

#[test]
fn requests_of_attribute_keys() {
    let keys = offline().attribute_keys();
    for (label, request, want) in [
        (
            "a new key",
            keys.create(NewAttributeKey::new("Berth", AttributeKind::Text, 123)).request(),
            json!({"attribute_key": {"name": "Berth", "kind": "text", "department_id": 123}}),
        ),
        ("every key", keys.search().request(), json!({"page_size": 50, "page": 1})),
        (
            "every filter",
            keys.search().name("berth").kind(AttributeKind::Image).department("123").page_size(5).request(),
            json!({"name": "berth", "kind": "image", "department_id": "123", "page_size": 5, "page": 1}),
        ),
    ] {
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[tokio::test]
async fn skills_over_http() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(GET).path("/v1/skill_categories");
            then.status(200).json_body(json!({"skill_categories": [{"id": 1, "name": null}, {}]}));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.method(GET).path("/v1/skill_frameworks").query_param("department_id", "123");
            then.status(200).json_body(json!({
                "skill_frameworks": [{"id": 44, "versions": [{"id": 512, "valid_to": null}], "skill_count": null}],
                "meta": {"next_page": null, "page_size": 10},
            }));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.method(GET).path("/v1/skill_frameworks/44/versions/512/skills").query_param("query", "moor");
            then.status(200).json_body(json!({
                "skills": [{"id": 9001, "breadcrumbs": [[{"id": 7}, {"id": 70}], []]}, {"id": 9002}],
                "meta": {"next_page": null, "total_count": 2},
            }));
        })
        .await;
    let client = client(&server);
    assert_eq!(client.skill_categories().list().send().await.unwrap().len(), 2);
    let frameworks: Vec<_> = client.skill_frameworks().list(123).stream().try_collect().await.unwrap();
    let version = frameworks[0].versions.as_ref().unwrap()[0].id.clone().unwrap();
    let found = client.skill_frameworks().search_skills(&frameworks[0].id, version, "moor").stream();
    let skills: Vec<_> = found.try_collect().await.unwrap();
    assert_eq!(skills[0].breadcrumbs.as_ref().unwrap()[0].len(), 2);
    assert_eq!(skills[1].breadcrumbs, None);
}
