//! Damstra: the events of calls and controls, byte for byte, and their attempts.

use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request};
use serde_json::{Value, json};
use tassel_core::transport::Transport;
use tassel_sandbox::damstra::ACCESS_KEY;
use tassel_sandbox::{DeliveryState, Sandbox, Webhook};

use super::{URL, bodies};

async fn ask(sandbox: &Sandbox, method: &str, path: &str, body: &Value) -> u16 {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let request = Request::builder()
        .method(method.parse::<Method>().unwrap())
        .uri(format!("https://learning.example.org/api/v2{path}"))
        .header("AccessKey", ACCESS_KEY)
        .body(Bytes::from(body))
        .unwrap();
    sandbox.damstra().send(request).await.unwrap().status().as_u16()
}

/// The first new number of a sandbox is 100001. Schedules of version 882 are for the lesson 241.
#[tokio::test(start_paused = true)]
async fn events_of_calls() {
    let now = r#""timeStamp":"2026-09-01T08:00:00.000Z"}"#;
    let updated = format!(r#"{{"name":"user.settings.updated","userId":"5012","actingUserId":"5001",{now}"#);
    let inactivated =
        format!(r#"{{"name":"user.account.inactivate","userName":"imani.okonjo","userId":"5012",{now}"#);
    let imke_created = |number: u32| {
        format!(
            r#"{{"name":"user.account.created","firstName":"Imke","lastName":"\"Aalto\"","userName":"imke.aalto","userId":"{number}",{now}"#
        )
    };
    let of_schedule = |name: &str, number: u32, key: &str, user: u32| {
        format!(r#"{{"name":"lesson.schedule.{name}","lessonScheduleId":"{number}","{key}":"{user}",{now}"#)
    };
    let imke =
        json!({"firstName": "Imke", "lastName": "\"Aalto\"", "emailAddress": "imke.aalto@example.org"});
    let imani =
        json!({"firstName": "Imani", "lastName": "Okonjo", "emailAddress": "imani.okonjo@example.org"});
    let mut update = imani.clone();
    for (name, value) in [
        ("id", json!(5012)),
        ("phoneNumber", json!("1")),
        ("mobileNumber", json!("2")),
        ("timeZone", json!("Australia/Perth")),
        ("employeeNumber", json!("LRN-0001")),
        ("roles", json!([6])),
    ] {
        update[name] = value;
    }
    let manually = json!({"completedDate": "2026-09-01T00:00:00+0000", "manuallyCompletedByUserId": 9000, "lessonId": 241});
    let session = json!({"lessonId": 241, "startDatetime": "2026-09-01T17:00:00.000+0800", "endDatetime": "2026-09-01T18:00:00.000+0800", "location": "Shed 2", "instructorId": 5100});
    let schedule = ("POST", "/user/5012/lesson_schedule", json!({"lessonVersionIds": [882]}), 200);
    let held = || {
        vec![
            schedule.clone(),
            ("POST", "/ilt_session", session.clone(), 200),
            ("POST", "/ilt_session/100002/bulk_register", json!({"userIds": [5012]}), 200),
        ]
    };
    let with = |mut calls: Vec<_>, more: Vec<_>| {
        calls.extend(more);
        calls
    };
    let progress = |passed: bool| {
        let body = json!({"attendees": [{"id": 100_003, "passed": passed, "attended": true}]});
        ("POST", "/ilt_session/100002/save_progress", body, 200)
    };
    let done = ("POST", "/lesson_schedule/5012/complete_lesson", manually, 200);
    let scheduled = of_schedule("created", 100_001, "userID", 5012);
    let completed = of_schedule("completed", 100_001, "userId", 5012);
    for (label, calls, want) in [
        ("a user", vec![("POST", "/user", imke.clone(), 200)], vec![imke_created(100_001)]),
        ("a rejected user", vec![("POST", "/user", json!({"firstName": "Imke"}), 400)], vec![]),
        ("a user changed", vec![("POST", "/user/5012", update, 200)], vec![updated.clone()]),
        (
            "one new and one merged",
            vec![("POST", "/bulkUserImport", json!({"users": [imke, imani], "mergeType": "email"}), 200)],
            vec![imke_created(100_001), updated.clone()],
        ),
        (
            "a rejected import",
            vec![("POST", "/bulkUserImport", json!({"users": [imke, {"firstName": "X"}]}), 400)],
            vec![],
        ),
        (
            "inactivated and activated, each twice",
            vec![
                ("POST", "/user/5012/inactivate", Value::Null, 200),
                ("POST", "/user/5012/inactivate", Value::Null, 200),
                ("POST", "/user/5012/activate", Value::Null, 200),
                ("POST", "/user/5012/activate", Value::Null, 200),
            ],
            vec![inactivated, updated],
        ),
        (
            "two lessons, one of them twice",
            vec![
                schedule.clone(),
                ("POST", "/user/5012/lesson_schedule", json!({"lessonVersionIds": [882, 881]}), 200),
                ("POST", "/user/5012/lesson_schedule", json!({"lessonVersionIds": [882]}), 400),
            ],
            vec![scheduled.clone(), of_schedule("created", 100_002, "userID", 5012)],
        ),
        ("recorded", vec![schedule.clone(), done.clone()], vec![scheduled.clone(), completed.clone()]),
        ("recorded without a schedule", vec![done.clone()], vec![completed.clone()]),
        ("a session", held(), vec![scheduled.clone()]),
        (
            "passed in a session, twice",
            with(held(), vec![progress(true), progress(true)]),
            vec![scheduled.clone(), completed.clone()],
        ),
        ("failed in a session", with(held(), vec![progress(false)]), vec![scheduled.clone()]),
        (
            "a session completed",
            with(held(), vec![("POST", "/ilt_session/100002/complete", Value::Null, 200)]),
            vec![scheduled.clone(), completed.clone()],
        ),
        ("read", vec![("GET", "/user/5012", Value::Null, 200), ("GET", "/lesson", Value::Null, 200)], vec![]),
        (
            "a group",
            vec![("POST", "/group", json!({"name": "x", "description": "y", "parentId": 12}), 200)],
            vec![],
        ),
    ] {
        let sandbox = Sandbox::new();
        sandbox.register_webhook(Webhook::new("damstra", URL)).unwrap();
        for (method, path, body, status) in calls {
            assert_eq!(ask(&sandbox, method, path, &body).await, status, "{label}: {method} {path}");
        }
        let sent = sandbox.deliveries();
        assert_eq!(bodies(&sent), want, "{label}");
        for delivery in sent {
            let body: Value = serde_json::from_slice(&delivery.body).unwrap();
            assert_eq!(body["name"], delivery.event, "{label}");
            assert_eq!(
                (delivery.headers.len(), &delivery.headers["content-type"]),
                (1, &"application/json".parse().unwrap())
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn events_of_controls() {
    let now = r#""timeStamp":"2026-09-01T08:00:00.000Z"}"#;
    for (label, control, body, want) in [
        (
            "moved",
            "move_schedule",
            json!({"days": 7}),
            format!(
                r#"{{"name":"lesson.schedule.changed","scheduleDate":"2026-09-08T08:00:00.000Z","lessonScheduleId":"100001","userID":"5012",{now}"#
            ),
        ),
        (
            "cancelled",
            "cancel_schedule",
            json!({}),
            format!(
                r#"{{"name":"lesson.schedule.cancelled","lessonScheduleId":"100001","userID":"5012","cancellationReason":"SCHEDULE_CANCELLED_MANUALLY",{now}"#
            ),
        ),
        (
            "cancelled for another reason",
            "cancel_schedule",
            json!({"reason": "X_MADE_UP"}),
            format!(
                r#"{{"name":"lesson.schedule.cancelled","lessonScheduleId":"100001","userID":"5012","cancellationReason":"X_MADE_UP",{now}"#
            ),
        ),
        (
            "passed",
            "finish_lesson",
            json!({"passed": true}),
            format!(
                r#"{{"name":"lesson.schedule.completed","lessonScheduleId":"100001","userId":"5012",{now}"#
            ),
        ),
        (
            "failed",
            "finish_lesson",
            json!({"passed": false}),
            format!(
                r#"{{"name":"lesson.schedule.completed","lessonScheduleId":"100001","userId":"5012",{now}"#
            ),
        ),
        ("no fields", "finish_lesson", json!({}), String::new()),
        ("no days", "move_schedule", json!({}), String::new()),
        ("an invalid reason", "cancel_schedule", json!({"reason": 7}), String::new()),
    ] {
        let sandbox = Sandbox::new();
        ask(&sandbox, "POST", "/user/5012/lesson_schedule", &json!({"lessonVersionIds": [882]})).await;
        sandbox.register_webhook(Webhook::new("damstra", URL)).unwrap();
        let mut body = body;
        body["schedule"] = json!(100_001);
        let result = sandbox.control("damstra", control, &body);
        assert_eq!(result.is_err(), want.is_empty(), "{label}: {result:?}");
        let want: Vec<_> = Some(want).filter(|want| !want.is_empty()).into_iter().collect();
        assert_eq!(bodies(&sandbox.deliveries()), want, "{label}");
    }
}

/// One attempt by default; if more are set, one each minute until one succeeds.
#[tokio::test(start_paused = true)]
async fn attempts() {
    for (label, attempts, answers, want) in [
        ("one", 1, vec![500], vec![0]),
        ("0 means one", 0, vec![500], vec![0]),
        ("three", 3, vec![500, 302, 404], vec![0, 60, 120]),
        ("the second succeeds", 3, vec![500, 204], vec![0, 60]),
        ("the first succeeds", 3, vec![200], vec![0]),
    ] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.damstra.webhook_attempts = attempts);
        sandbox.register_webhook(Webhook::new("damstra", URL)).unwrap();
        ask(&sandbox, "POST", "/user/5012/inactivate", &Value::Null).await;
        let mut left = answers.clone().into_iter();
        let mut seconds = Vec::new();
        for second in 0..600 {
            sandbox.deliver(|_| {
                seconds.push(second);
                left.next().unwrap()
            });
            tokio::time::advance(Duration::from_secs(1)).await;
        }
        assert_eq!(seconds, want, "{label}");
        let sent = sandbox.deliveries();
        assert_eq!(sent.iter().map(|it| it.status.unwrap()).collect::<Vec<_>>(), answers, "{label}");
        assert!(sent.iter().zip(1..).all(|(it, attempt)| it.attempt == attempt), "{label}");
        assert!(sent.iter().all(|it| it.body == sent[0].body), "{label}: the same again");
    }
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.damstra.webhook_attempts = 3);
    let id = sandbox.register_webhook(Webhook::new("damstra", URL)).unwrap();
    ask(&sandbox, "POST", "/user/5012/inactivate", &Value::Null).await;
    sandbox.deliver(|_| {
        sandbox.remove_webhook(id).unwrap();
        500
    });
    assert_eq!(sandbox.deliveries().len(), 1, "nothing is sent again to a webhook that is gone");
    assert_eq!(sandbox.deliveries()[0].state, DeliveryState::Answered);
}
