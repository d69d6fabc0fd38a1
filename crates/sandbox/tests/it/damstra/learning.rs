//! Lessons, schedules and sessions.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;
use tassel_sandbox::damstra::ACCESS_KEY;

use super::{ask, get, post, send};

#[tokio::test]
async fn lessons_are_listed() {
    let sandbox = Sandbox::new();
    for (label, path, total) in [
        ("all", "/lesson", 6),
        ("two lessons", "/lesson?lessonIds=240,241", 3),
        ("what can be scheduled", "/lesson?publishedStates=active", 2),
        ("two states", "/lesson?publishedStates=never,error", 2),
        ("a text", "/lesson?q=aid", 2),
        ("details", "/lessondetails?lessonIds=240", 2),
    ] {
        assert_eq!(get(&sandbox, path).await["meta"]["totalResultCount"], total, "{label}");
    }
    let details = get(&sandbox, "/lessondetails?maxResults=1").await;
    assert_eq!(
        (&details["id"], &details["meta"]["id"]),
        (&json!("null"), &json!("null")),
        "the odd envelope"
    );
    assert_eq!(
        (&details["results"][0]["published"], details["results"][0].get("createdDate")),
        (&json!(65), None)
    );
}

#[tokio::test]
async fn lessons_are_scheduled_and_completed() {
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    let path = "/user/5012/lesson_schedule";
    let created = post(&sandbox, path, json!({"lessonVersionIds": [882], "gracePeriod": "2", "gracePeriodUnit": "days", "scheduleDate": "2026-09-02T08:00:00+0000"})).await;
    let id = created["ids"][0].as_u64().unwrap();
    let at = |status: &'static str| format!("{path}?status={status}");
    for (status, days) in [("scheduled", 0), ("due", 1), ("due", 1), ("overdue", 1)] {
        sandbox.advance(std::time::Duration::from_secs(days * 86_400));
        let page = get(&sandbox, &at(status)).await;
        assert_eq!((&page["results"][0]["id"], &page["results"][0]["status"]), (&json!(id), &json!(status)));
        assert_eq!(page.get("meta"), None);
    }
    for days in [i32::MIN, i32::MAX] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.damstra.grace_days = days);
        post(&sandbox, path, json!({"lessonVersionIds": [882]})).await;
    }
    let (status, body) = ask(&sandbox, "POST", path, json!({"lessonVersionIds": [882]})).await;
    assert_eq!((status, body.get("internalCode")), (400, None));
    assert!(body["error"].as_str().unwrap().contains("already exists"), "{body}");
    let partly = post(&sandbox, path, json!({"lessonVersionIds": [882, 881]})).await;
    assert_eq!(partly["ids"].as_array().unwrap().len(), 1, "only the new ones");
    for (label, versions) in [
        ("a lesson's id", json!([241])),
        ("withdrawn", json!([880])),
        ("being made", json!([883])),
        ("none", json!([])),
    ] {
        let (status, _) = ask(&sandbox, "POST", path, json!({"lessonVersionIds": versions})).await;
        assert_eq!(status, 400, "{label}");
    }
    let complete = |lesson: Value, by: u64| {
        let mut body = json!({"completedDate": "2026-09-03T00:00:00+0000", "manuallyCompletedByUserId": by});
        body.as_object_mut().unwrap().extend(lesson.as_object().unwrap().clone());
        body
    };
    let record = "/lesson_schedule/5012/complete_lesson";
    for (label, lesson, by, status) in [
        ("no lesson", json!({}), 9000, 400),
        ("no such lesson", json!({"lessonId": 7}), 9000, 400),
        ("a lesson that is not published", json!({"lessonId": 250}), 9000, 400),
        ("by an unknown user", json!({"lessonId": 241}), 7, 403),
        ("a lesson", json!({"lessonId": 241}), 9000, 200),
        ("a withdrawn version", json!({"lessonVersionId": 880}), 9000, 200),
    ] {
        let (answered, body) = ask(&sandbox, "POST", record, complete(lesson, by)).await;
        assert_eq!(answered, status, "{label}: {body}");
        if label == "a lesson" {
            assert_eq!(body, json!({"ids": [id]}), "the schedule that was open");
        }
    }
    let schedule = get(&sandbox, &format!("/lesson_schedule/{id}")).await;
    assert_eq!(schedule["lessonCompletedByName"], "Import User");
    assert_eq!((&schedule["active"], schedule.get("status")), (&json!(false), None));
    let unknown = ask(
        &sandbox,
        "POST",
        &format!("/lesson_schedule/{id}/complete_lesson"),
        complete(json!({"lessonId": 241}), 9000),
    )
    .await;
    assert_eq!(unknown.0, 404, "the id of a schedule is not that of a user");
}

#[tokio::test]
async fn controls() {
    let sandbox = Sandbox::new();
    let ids =
        post(&sandbox, "/user/5012/lesson_schedule", json!({"lessonVersionIds": [881, 882]})).await["ids"]
            .clone();
    let control = |name: &str, body: Value| sandbox.control("damstra", name, &body);
    let moved = control("move_schedule", json!({"schedule": ids[0], "days": 7})).unwrap();
    assert_eq!(moved["status"], "scheduled");
    let player = |id: &Value| format!("/embed_player?lessonScheduleId={id}");
    let version = |id: &Value| format!("/embed_player/version/{id}");
    for path in [player(&ids[0]), version(&ids[0])] {
        assert!(get(&sandbox, &path).await["embedUrl"].as_str().unwrap().contains("/#player/"), "{path}");
    }
    control("cancel_schedule", json!({"schedule": ids[0]})).unwrap();
    control("finish_lesson", json!({"schedule": ids[1], "passed": false})).unwrap();
    for (label, id, status, code) in
        [("cancelled", &ids[0], 400, 836), ("completed", &ids[1], 400, 837), ("unknown", &json!(7), 404, 840)]
    {
        for path in [player(id), version(id)] {
            let (answered, body) = ask(&sandbox, "GET", &path, Value::Null).await;
            assert_eq!((answered, &body["internalCode"]), (status, &json!(code)), "{label}: {path}");
        }
    }
    let failed = ask(&sandbox, "GET", &format!("/lesson_schedule/{}/certificate", ids[1]), Value::Null).await;
    assert_eq!(failed.0, 404, "a failed lesson has no certificate");
    let again = control("finish_lesson", json!({"schedule": ids[1], "passed": true})).unwrap_err();
    assert_eq!(again, "the lesson schedule is completed or cancelled");
    assert!(control("fire", json!({})).unwrap_err().contains("finish_lesson"));
    let answer = send(&sandbox, ACCESS_KEY, "GET", "/lesson_schedule/76001/certificate", "").await;
    assert_eq!(answer.headers()["content-type"], "application/pdf");
    assert!(answer.body().starts_with(b"%PDF-1.4") && answer.body().ends_with(b"%%EOF\n"));
}

#[tokio::test]
async fn sessions_have_state() {
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    let new = json!({"lessonId": 241, "startDatetime": "2026-09-01T17:00:00.000+0800", "endDatetime": "2026-09-01T18:00:00+08:00", "location": "Shed 2", "instructorId": 5100});
    let session = post(&sandbox, "/ilt_session", new).await;
    assert_eq!(
        (&session["startDatetime"], &session["endDatetime"]),
        (&json!("2026-09-01T17:00:00.000+0800"), &json!("2026-09-01T18:00:00.000+0800"))
    );
    assert_eq!((session.get("state"), &session["instructorLastName"]), (None, &json!("Moe")));
    let path = format!("/ilt_session/{}", session["id"]);
    let register = |users: Value| (format!("{path}/bulk_register"), json!({"userIds": users}));
    let (at, body) = register(json!([5012]));
    assert_eq!(ask(&sandbox, "POST", &at, body.clone()).await.0, 400, "not scheduled for the lesson");
    let ids =
        post(&sandbox, "/user/5012/lesson_schedule", json!({"lessonVersionIds": [882]})).await["ids"].clone();
    post(&sandbox, &at, body.clone()).await;
    post(&sandbox, &at, body).await;
    let update = json!({"instructorId": 5001, "location": "Shed 3", "numberOfPlaces": 1});
    let (status, updated) = ask(&sandbox, "PATCH", &path, update).await;
    assert_eq!(
        (status, &updated["numberOfPlaces"], &updated["numberOfAttendees"]),
        (200, &json!(1), &json!(1))
    );
    assert_eq!((&updated["state"], updated.get("instructorLastName")), (&json!("upcoming"), None));
    sandbox.set(|settings| settings.damstra.register_unscheduled = true);
    let (at, body) = register(json!([5013]));
    assert_eq!(ask(&sandbox, "POST", &at, body).await.0, 400, "there is one place");
    for (label, query, total) in [
        ("all", String::new(), 3),
        ("of a schedule", format!("?lessonScheduleId={}", ids[0]), 1),
        ("of an instructor", "?instructorId=5100".to_owned(), 2),
        ("upcoming", "?state=1".to_owned(), 2),
        ("completed", "?status=2".to_owned(), 1),
    ] {
        assert_eq!(
            get(&sandbox, &format!("/ilt_session{query}")).await["meta"]["totalResultCount"],
            total,
            "{label}"
        );
    }
    sandbox.advance(std::time::Duration::from_secs(3_600 + 60));
    assert_eq!(get(&sandbox, &path).await["state"], "inprogress");
    let attendees = get(&sandbox, &format!("{path}/attendees")).await;
    let attendee = &attendees["results"][0];
    assert_eq!(
        (&attendee["passed"], &attendee["userId"], &attendees["meta"]["totalResultCount"]),
        (&Value::Null, &json!(5012), &json!(1))
    );
    let save = format!("{path}/save_progress");
    let by_user = ask(&sandbox, "POST", &save, json!({"attendees": [{"id": 5012, "passed": true}]})).await;
    assert_eq!(by_user.0, 404, "the id of an attendee is not that of a user");
    post(&sandbox, &save, json!({"attendees": [{"id": attendee["id"], "passed": true, "attended": true}]}))
        .await;
    let detail = get(&sandbox, &path).await;
    assert_eq!((&detail["attendanceRate"], &detail["passRate"]), (&json!(100.0), &json!(100.0)));
    let schedule = get(&sandbox, &format!("/lesson_schedule/{}", ids[0])).await;
    assert!(schedule["lessonCompletedDate"].is_string(), "passing completes the lesson");
    post(&sandbox, &format!("{path}/bulk_deregister"), json!({"userIds": [5012]})).await;
    assert_eq!(get(&sandbox, &format!("{path}/attendees")).await["results"], json!([]));

    let ids =
        post(&sandbox, "/user/5016/lesson_schedule", json!({"lessonVersionIds": [882]})).await["ids"].clone();
    let (at, body) = register(json!([5016]));
    post(&sandbox, &at, body).await;
    post(&sandbox, &format!("{path}/complete"), Value::Null).await;
    assert_eq!(get(&sandbox, &path).await["statusId"], 2);
    let schedule = get(&sandbox, &format!("/lesson_schedule/{}", ids[0])).await;
    assert_eq!(schedule["active"], false, "the schedules are completed with the session");
    let told = json!({"iltSessionCancellationTraineeNotificationEnabled": false, "iltSessionCancellationInstructorNotificationEnabled": true});
    post(&sandbox, "/ilt_session/611/cancel_session", told).await;
    let cancelled = get(&sandbox, "/ilt_session/611").await;
    assert_eq!(
        (&cancelled["statusId"], &cancelled["iltSessionCancellationTraineeNotificationEnabled"]),
        (&json!(3), &json!(false))
    );
}
