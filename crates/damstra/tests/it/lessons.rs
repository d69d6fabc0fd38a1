//! Lessons.

use serde_json::json;
use tassel_damstra::TryStreamExt;
use tassel_damstra::model::LessonStatus;

use crate::support::{always, client, line_of, offline};

#[test]
fn requests() {
    let lessons = offline().lessons();
    let filters =
        "lessonIds=240%2C241&maxResults=9&publishedStates=active%2Cnever&q=first%20aid&startIndex=0";
    for (label, request, line) in [
        ("list", lessons.list().request(), "/lesson?maxResults=100&startIndex=0".to_owned()),
        (
            "list, every filter",
            lessons
                .list()
                .name("first aid")
                .lessons([240, 241])
                .statuses([LessonStatus::Active, "never".into()])
                .page_size(9)
                .request(),
            format!("/lesson?{filters}"),
        ),
        (
            "details",
            lessons.list_details().request(),
            "/lessondetails?maxResults=100&startIndex=0".to_owned(),
        ),
        (
            "details, every filter",
            lessons
                .list_details()
                .name("first aid")
                .lessons(["240", "241"])
                .statuses([LessonStatus::Active, LessonStatus::Never])
                .page_size(9)
                .request(),
            format!("/lessondetails?{filters}"),
        ),
    ] {
        assert_eq!(line_of(&request), format!("GET {line}"), "{label}");
    }
}

#[tokio::test]
async fn lessons_over_http() {
    let page = json!({
        "results": [
            {"lessonVersionId": 880, "status": "archived", "lessonVersionCustomFields": [{"type": "string", "value": {"a": 1}}]},
            {"lessonVersionId": 881, "status": "active"},
        ],
        "meta": {"totalResultCount": 2, "startIndex": 0, "endIndex": 2},
    });
    let server = always(200, "application/json", page.to_string()).await;
    let lessons: Vec<_> = client(&server).lessons().list().stream().try_collect().await.unwrap();
    assert_eq!(lessons[0].status.as_ref().map(LessonStatus::as_str), Some("archived"));
    let field = &lessons[0].lesson_version_custom_fields.as_ref().unwrap()[0];
    assert_eq!((field.kind.as_deref(), &field.value), (Some("string"), &Some(json!({"a": 1}))));
    assert_eq!(lessons[1].status, Some(LessonStatus::Active));
    let details: Vec<_> = client(&server).lessons().list_details().stream().try_collect().await.unwrap();
    assert_eq!(details.len(), 2);
}
