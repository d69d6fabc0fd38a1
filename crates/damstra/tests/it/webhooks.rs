//! Webhook events: read from requests, and read back.

use serde_json::{Value, json};
use tassel_damstra::model::CancellationReason;
use tassel_damstra::webhooks::{Event, Receiver};
use tassel_damstra::{Error, Trust, WebhookError};

use crate::support::offline;

fn read(body: &Value) -> Result<Event, WebhookError> {
    Receiver::new().read(&http::HeaderMap::new(), body.to_string().as_bytes())
}

#[test]
fn both_spellings_and_both_kinds_of_id_are_read() {
    for (label, body, path) in [
        (
            "a completed schedule",
            json!({"name": "lesson.schedule.completed", "lessonScheduleId": "76001", "userId": "5012"}),
            "/lesson_schedule/76001",
        ),
        (
            "as the table spells it, and numbers",
            json!({"name": "lesson.schedule.completed", "lessonScheduleId": 76001, "userID": 5012}),
            "/lesson_schedule/76001",
        ),
        (
            "a user",
            json!({"name": "user.settings.updated", "userId": "5012", "actingUserId": "1"}),
            "/user/5012",
        ),
        (
            "a user in capitals",
            json!({"name": "user.account.created", "userID": 5012, "new": [1]}),
            "/user/5012",
        ),
        (
            "a date of another form",
            json!({"name": "user.account.inactivate", "userId": "5012", "timeStamp": "today"}),
            "/user/5012",
        ),
    ] {
        let event = read(&body).unwrap_or_else(|error| panic!("{label}: {error}"));
        assert_eq!((event.name(), event.trust()), (body["name"].as_str().unwrap(), Trust::Hint), "{label}");
        assert_eq!(serde_json::to_value(&event).unwrap(), body, "{label}: written back as it came");
        let request = offline().read_back(&event).unwrap().request().unwrap();
        assert_eq!(request.uri().path(), format!("/api/v2{path}"), "{label}");
    }
}

#[test]
fn unknown_fields_and_events_are_kept() {
    let body = json!({"name": "lesson.schedule.cancelled", "lessonScheduleId": "1", "cancellationReason": "LESSON_WITHDRAWN"});
    let Event::LessonScheduleCancelled(event) = read(&body).unwrap() else { panic!("another event") };
    let reason = event.cancellation_reason.unwrap();
    assert!(reason.as_str() == "LESSON_WITHDRAWN" && reason != CancellationReason::ScheduleCancelledManually);
    let body = json!({"name": "group.created", "groupId": "7"});
    let event = read(&body).unwrap();
    assert!(offline().read_back(&event).is_none() && event.webhook().is_none());
    let Event::Unknown(event) = event else { panic!("a known event") };
    assert_eq!((event.name.as_str(), Value::Object(event.body)), ("group.created", body));
}

#[test]
fn invalid_bodies() {
    for (label, body, want) in [
        ("nothing", "", "it is empty, not JSON"),
        ("a form", "name=user.account.created", "it is not valid JSON at line 1 column 2"),
        (
            "cut off",
            r#"{"name":"user.account.created","userId":"50"#,
            "the JSON ends too early, at line 1 column 43",
        ),
        ("no name", r#"{"userId":"5012"}"#, "there is no `name`, which names the event"),
        ("no user", r#"{"name":"user.account.created"}"#, "missing field `userId`"),
        (
            "no schedule",
            r#"{"name":"lesson.schedule.created","userID":"1"}"#,
            "missing field `lessonScheduleId`",
        ),
        (
            "an id that is none",
            r#"{"name":"user.account.created","userId":[]}"#,
            "at userId: found an array, expected an id (text or a number)",
        ),
    ] {
        let error = Receiver::new().read(&http::HeaderMap::new(), body.as_bytes()).unwrap_err();
        assert_eq!(
            (error.to_string(), error.status().as_u16()),
            (format!("the body: {want}"), 400),
            "{label}"
        );
    }
    for id in ["..", ""] {
        let event = read(&json!({"name": "user.account.created", "userId": id})).unwrap();
        let request = offline().read_back(&event).unwrap().request();
        assert!(matches!(request, Err(Error::InvalidInput { .. })), "{id}");
    }
}
