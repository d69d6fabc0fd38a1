//! Groups.

use serde_json::{Value, json};
use tassel_damstra::TryStreamExt;
use tassel_damstra::model::GroupWrite;

use crate::support::{always, body_of, client, line_of, offline};

#[test]
fn requests() {
    let groups = offline().groups();
    let ids = json!({"userIds": [5012, "5013"]});
    let users = || [tassel_damstra::model::UserId::from(5012), "5013".into()];
    for (label, request, line, body) in [
        ("list", groups.list().request(), "GET /group?maxResults=100&startIndex=0", Value::Null),
        (
            "list, every filter",
            groups.list().name("quay").page_size(5).request(),
            "GET /group?maxResults=5&q=quay&startIndex=0",
            Value::Null,
        ),
        ("get", groups.get(31).request(), "GET /group/31", Value::Null),
        (
            "create",
            groups.create(GroupWrite::new("Tug crew", "Two boats")).request(),
            "POST /group",
            json!({"name": "Tug crew", "description": "Two boats"}),
        ),
        (
            "update",
            groups.update(31, GroupWrite::new("Tug crew", "").parent_id(12)).request(),
            "POST /group/31",
            json!({"name": "Tug crew", "description": "", "parentId": 12}),
        ),
        (
            "members",
            groups.list_members(31).page_size(7).request(),
            "GET /group/31/member?maxResults=7&startIndex=0",
            Value::Null,
        ),
        ("add", groups.add_members(31, users()).request(), "POST /group/31/add_members", ids.clone()),
        (
            "remove",
            groups.remove_members(31, users()).request(),
            "POST /group/31/remove_members",
            ids.clone(),
        ),
        (
            "supervisors",
            groups.list_supervisors(31).page_size(7).request(),
            "GET /group/31/supervisor?maxResults=7&startIndex=0",
            Value::Null,
        ),
        (
            "add supervisors",
            groups.add_supervisors(31, users()).request(),
            "POST /group/31/add_supervisors",
            ids.clone(),
        ),
        (
            "remove supervisors",
            groups.remove_supervisors(31, users()).request(),
            "POST /group/31/remove_supervisors",
            ids,
        ),
        ("inactivate", groups.inactivate(31).request(), "POST /group/31/inactivate", Value::Null),
    ] {
        assert_eq!(line_of(&request), line, "{label}");
        assert_eq!(body_of(&request), body, "{label}");
    }
}

#[tokio::test]
async fn groups_over_http() {
    let page = json!({
        "results": [{"id": 31, "name": "Quay crew", "description": null, "memberCount": 9, "createdDate": "2026-01-15 09:12:44", "clientId": "3", "parentId": null}],
        "meta": {"totalResultCount": 1, "startIndex": 0, "endIndex": 1},
    });
    let server = always(200, "application/json", page.to_string()).await;
    let groups: Vec<_> = client(&server).groups().list().stream().try_collect().await.unwrap();
    let created = groups[0].created_date.as_ref().unwrap();
    assert_eq!(created.local(), Some(jiff::civil::date(2026, 1, 15).at(9, 12, 44, 0)));
    assert_eq!(created.instant(), None, "the zone is not known");
    assert_eq!(groups[0].description, None);
}

#[tokio::test]
async fn empty_replies_are_accepted() {
    for (label, content_type, body) in [
        ("empty", "application/json", ""),
        ("the status line", "application/json", "HTTP/1.1 200 OK"),
        ("the user", "application/json", r#"{"id": 5012}"#),
        ("a page", "text/html", "<html>"),
    ] {
        let server = always(200, content_type, body).await;
        let groups = client(&server).groups();
        groups.add_members(31, [5012]).send().await.unwrap_or_else(|error| panic!("{label}: {error}"));
        groups.inactivate(31).send().await.unwrap_or_else(|error| panic!("{label}: {error}"));
    }
}
