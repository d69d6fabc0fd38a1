//! Instructor-led sessions.

use serde_json::{Value, json};
use tassel_damstra::TryStreamExt;
use tassel_damstra::model::{
    AttendeeId, AttendeeProgress, IltCancellation, IltSessionUpdate, IltState, IltStateNumber, IltStatus,
    NewIltSession, UserId,
};

use crate::support::{always, body_of, client, line_of, offline};

#[test]
fn requests() {
    let sessions = offline().ilt_sessions();
    let start: jiff::Zoned = "2026-05-19T09:00:00+08:00[+08:00]".parse().unwrap();
    let end = start.checked_add(jiff::Span::new().hours(3)).unwrap();
    let users = || [UserId::from(5012)];
    for (label, request, line, body) in [
        ("list", sessions.list().request(), "GET /ilt_session?maxResults=100&startIndex=0", Value::Null),
        (
            "list, every filter",
            sessions
                .list()
                .lesson_schedule(76001)
                .state(IltStateNumber::InProgress)
                .status(IltStatus::Cancelled)
                .instructor(5100)
                .page_size(3)
                .request(),
            "GET /ilt_session?instructorId=5100&lessonScheduleId=76001&maxResults=3&startIndex=0&state=2&status=3",
            Value::Null,
        ),
        ("get", sessions.get(610).request(), "GET /ilt_session/610", Value::Null),
        (
            "create",
            sessions
                .create(NewIltSession::new(start, end, "Shed 2", 5100).lesson_id(240).notes("Gloves"))
                .request(),
            "POST /ilt_session",
            json!({
                "startDatetime": "2026-05-19T09:00:00.000+0800", "endDatetime": "2026-05-19T12:00:00.000+0800",
                "location": "Shed 2", "instructorId": 5100, "lessonId": 240, "notes": "Gloves",
            }),
        ),
        (
            "update",
            sessions
                .update(
                    610,
                    IltSessionUpdate::new(5100, "Shed 3")
                        .status_id(IltStatus::Active)
                        .notes("")
                        .number_of_places(14),
                )
                .request(),
            "PATCH /ilt_session/610",
            json!({"instructorId": 5100, "location": "Shed 3", "statusId": 1, "notes": "", "numberOfPlaces": 14}),
        ),
        ("complete", sessions.complete(610).request(), "POST /ilt_session/610/complete", Value::Null),
        (
            "cancel",
            sessions.cancel(610, IltCancellation::new(true, false)).request(),
            "POST /ilt_session/610/cancel_session",
            json!({
                "iltSessionCancellationTraineeNotificationEnabled": true,
                "iltSessionCancellationInstructorNotificationEnabled": false,
            }),
        ),
        (
            "register",
            sessions.bulk_register(610, users()).request(),
            "POST /ilt_session/610/bulk_register",
            json!({"userIds": [5012]}),
        ),
        (
            "deregister",
            sessions.bulk_deregister(610, users()).request(),
            "POST /ilt_session/610/bulk_deregister",
            json!({"userIds": [5012]}),
        ),
        ("attendees", sessions.list_attendees(610).request(), "GET /ilt_session/610/attendees", Value::Null),
        (
            "progress",
            sessions
                .save_progress(
                    610,
                    [
                        AttendeeProgress::new(2201).attended(true).passed(false),
                        AttendeeProgress::new(AttendeeId::from("2202")),
                    ],
                )
                .request(),
            "POST /ilt_session/610/save_progress",
            json!({"attendees": [{"id": 2201, "passed": false, "attended": true}, {"id": "2202"}]}),
        ),
    ] {
        assert_eq!(line_of(&request), line, "{label}");
        assert_eq!(body_of(&request), body, "{label}");
    }
}

#[tokio::test]
async fn sessions_over_http() {
    let session = json!({
        "id": 610, "statusId": 9, "state": "past", "attendanceRate": 87.5, "passRate": null,
        "startDatetime": "2026-05-19T09:00:00.000+0800", "iltSessionCancellationTraineeNotificationEnabled": true,
    });
    let server = always(200, "application/json", session.to_string()).await;
    let session = client(&server).ilt_sessions().get(610).send().await.unwrap();
    assert_eq!(session.state, Some(IltState::Past));
    assert_eq!(session.status_id.map(|status| status.number()), Some(9));
    assert_eq!((session.attendance_rate, session.pass_rate), (serde_json::Number::from_f64(87.5), None));
    assert_eq!(session.notify_trainees, Some(true));
    let start = session.start_datetime.unwrap();
    assert_eq!(
        start.local(),
        Some(jiff::civil::date(2026, 5, 19).at(9, 0, 0, 0)),
        "as the clock there shows it"
    );
    assert_eq!(start.instant(), Some("2026-05-19T01:00:00Z".parse().unwrap()));
    let page =
        json!({"results": [{"id": 610, "instructorFirstName": "Tomasz"}], "meta": {"totalResultCount": 1}});
    let server = always(200, "application/json", page.to_string()).await;
    let sessions: Vec<_> = client(&server).ilt_sessions().list().stream().try_collect().await.unwrap();
    assert_eq!(sessions[0].instructor_first_name.as_deref(), Some("Tomasz"));
}

#[tokio::test]
async fn attendees_are_compared_with_the_total() {
    let attendee = || json!({"id": 2201, "userId": 5012, "passed": null});
    for (label, meta, want) in [
        ("as many as counted", json!({"totalResultCount": 1, "startIndex": 0, "endIndex": 1}), true),
        ("fewer than counted", json!({"totalResultCount": 30, "startIndex": 0, "endIndex": 20}), false),
        ("not counted", Value::Null, true),
    ] {
        let body = json!({"results": [attendee()], "meta": meta});
        let server = always(200, "application/json", body.to_string()).await;
        let attendees = client(&server).ilt_sessions().list_attendees(610).send().await.unwrap();
        assert_eq!(attendees.is_complete(), want, "{label}");
        assert_eq!(attendees.results[0].passed, None, "{label}: not recorded is not failed");
    }
}
