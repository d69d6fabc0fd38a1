//! Groups and the issuer.

use httpmock::prelude::*;
use serde_json::json;
use tassel_accredible::model::{
    DesignId, EarningCriterion, FrameworkSkill, GroupUpdate, GroupWarningCode, NewGroup,
};
use tassel_accredible::{Patch, TryStreamExt};

use crate::support::{body_of, client, offline};

#[test]
fn requests_of_search() {
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
                .department_id(123)
                .updated_after(jiff::civil::date(2026, 1, 1))
                .updated_before(jiff::civil::date(2026, 2, 1))
                .page_size(10)
                .request(),
            json!({
                "ids": [34, 35], "name": "harbour", "course_name": "Safety", "meta_data": {"course": "HS"},
                "department_id": 123, "start_updated_date": "2026-01-01", "end_updated_date": "2026-02-01", "page_size": 10, "page": 1,
            }),
        ),
    ] {
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[test]
fn requests_of_writes() {
    let groups = offline().groups();
    let all = NewGroup::new("tug", "Tugs", "Two boats")
        .allow_duplicate_credentials(true)
        .skill_framework_version_id(512)
        .framework_skills([FrameworkSkill::new(9001).breadcrumb_ids([70])])
        .earning_criteria([EarningCriterion::new("course", "Two days")]);
    for (label, request, method, want) in [
        (
            "the least",
            groups.create(NewGroup::new("tug", "Tugs", "Two boats")).request(),
            "POST",
            json!({"group": {"name": "tug", "course_name": "Tugs", "course_description": "Two boats"}}),
        ),
        (
            "everything",
            groups.create(all).request(),
            "POST",
            json!({"group": {
                "name": "tug", "course_name": "Tugs", "course_description": "Two boats",
                "earning_criteria": [{"kind": "course", "text": "Two days"}],
                "allow_duplicate_credentials": true, "skill_framework_version_id": 512,
                "framework_skills": [{"id": 9001, "breadcrumb_ids": [70]}],
            }}),
        ),
        (
            "a change",
            groups
                .update(34, GroupUpdate::default().course_name("Tows").framework_skills(Patch::Null))
                .request(),
            "PUT",
            json!({"group": {"course_name": "Tows", "framework_skills": null}}),
        ),
        ("a copy", groups.duplicate(34, NewGroup::default()).request(), "POST", json!({"group": {}})),
    ] {
        assert_eq!(request.as_ref().unwrap().method(), method, "{label}");
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[tokio::test]
async fn a_partly_saved_group_has_warnings() {
    let server = MockServer::start_async().await;
    let create = server
        .mock_async(|when, then| {
            when.method(POST).path("/v1/issuer/groups");
            then.status(207).json_body(json!({
                "group": {"id": 36},
                "errors": [{"code": "skills_not_attached", "message": "no"}, {"code": "new_code"}],
            }));
        })
        .await;
    let saved =
        client(&server).groups().create(NewGroup::new("tug", "Tugs", "Two boats")).send().await.unwrap();
    let codes: Vec<_> = saved.errors.into_iter().flatten().map(|warning| warning.code).collect();
    assert_eq!((saved.group.id, codes[0].clone()), (36.into(), GroupWarningCode::SkillsNotAttached));
    assert_eq!(codes[1].as_str(), "new_code");
    create.assert_calls_async(1).await;
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
    assert!(group.earning_criteria.unwrap().known().is_none());
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
