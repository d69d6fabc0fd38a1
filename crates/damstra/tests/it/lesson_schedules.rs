//! Lesson schedules and the player.

use httpmock::prelude::*;
use jiff::Timestamp;
use serde_json::{Value, json};
use tassel_damstra::TryStreamExt;
use tassel_damstra::model::{
    Completion, GracePeriodUnit, LessonScheduleId, ScheduleFilter, ScheduleRequest, ScheduleStatus, UserId,
};

use crate::support::{always, body_of, client, line_of, offline};

fn instant() -> Timestamp {
    "2026-03-02T05:04:00Z".parse().unwrap()
}

#[test]
fn requests() {
    let client = offline();
    let (schedules, player) = (client.lesson_schedules(), client.player());
    let user = || UserId::from(5012);
    for (label, request, line, body) in [
        ("get", schedules.get(76001).request(), "GET /lesson_schedule/76001", Value::Null),
        (
            "list",
            schedules.list_of_user(5012).request(),
            "GET /user/5012/lesson_schedule?maxResults=100&startIndex=0&status=all",
            Value::Null,
        ),
        (
            "list, every filter",
            schedules.list_of_user(5012).status(ScheduleFilter::Overdue).page_size(5).request(),
            "GET /user/5012/lesson_schedule?maxResults=5&startIndex=0&status=overdue",
            Value::Null,
        ),
        (
            "create, now",
            schedules.create(5012, ScheduleRequest::new([880])).request(),
            "POST /user/5012/lesson_schedule",
            json!({"lessonVersionIds": [880]}),
        ),
        (
            "create, everything",
            schedules
                .create(
                    5012,
                    ScheduleRequest::new([880, 881])
                        .schedule_date(instant())
                        .grace(14, GracePeriodUnit::Days),
                )
                .request(),
            "POST /user/5012/lesson_schedule",
            json!({"lessonVersionIds": [880, 881], "scheduleDate": "2026-03-02T05:04:00+0000", "gracePeriod": "14", "gracePeriodUnit": "days"}),
        ),
        (
            "complete a lesson",
            schedules.complete_lesson(user(), Completion::of_lesson(240, instant(), 9000)).request(),
            "POST /lesson_schedule/5012/complete_lesson",
            json!({"lessonId": 240, "completedDate": "2026-03-02T05:04:00+0000", "manuallyCompletedByUserId": 9000}),
        ),
        (
            "complete a version",
            schedules.complete_lesson(user(), Completion::of_version(880, instant(), 9000)).request(),
            "POST /lesson_schedule/5012/complete_lesson",
            json!({"lessonVersionId": 880, "completedDate": "2026-03-02T05:04:00+0000", "manuallyCompletedByUserId": 9000}),
        ),
        (
            "certificate",
            schedules.certificate(76001).request(),
            "GET /lesson_schedule/76001/certificate",
            Value::Null,
        ),
        ("player", player.embed(76001).request(), "GET /embed_player?lessonScheduleId=76001", Value::Null),
        (
            "player, any kind",
            player.embed_version(76001).request(),
            "GET /embed_player/version/76001",
            Value::Null,
        ),
    ] {
        assert_eq!(line_of(&request), line, "{label}");
        assert_eq!(body_of(&request), body, "{label}");
    }
    let half = ScheduleRequest::new([880]).grace_period("14");
    let error = schedules.create(5012, half).request().unwrap_err();
    let text = "lesson_schedules.create was not sent: a grace period needs a number and a unit; give both with `grace`";
    assert_eq!(error.to_string(), text);
}

#[tokio::test]
async fn a_users_schedules_are_read_until_an_empty_page() {
    let server = MockServer::start_async().await;
    let rows = [json!({"id": 76001, "status": "due"}), json!({"id": 76002, "status": "paused"})];
    let mut mocks = Vec::new();
    // Pages are shorter than requested and have no total.
    for (start, results) in [("0", &rows[..1]), ("1", &rows[1..]), ("2", &[])] {
        mocks.push(
            server
                .mock_async(|when, then| {
                    when.method(GET)
                        .path("/api/v2/user/5012/lesson_schedule")
                        .query_param("startIndex", start);
                    then.status(200).json_body(json!({"results": results}));
                })
                .await,
        );
    }
    let listing = client(&server).lesson_schedules().list_of_user(5012);
    let schedules: Vec<_> = listing.stream().try_collect().await.unwrap();
    assert_eq!(schedules[0].status, Some(ScheduleStatus::Due));
    assert_eq!(schedules[1].status.as_ref().map(ScheduleStatus::as_str), Some("paused"));
    for mock in mocks {
        mock.assert_async().await;
    }
}

#[tokio::test]
async fn schedules_over_http() {
    let answer = json!({"ids": [76001, "76002"]});
    let server = always(200, "application/json", answer.to_string()).await;
    let schedules = client(&server).lesson_schedules();
    let created = schedules.create(5012, ScheduleRequest::new([880, 881, 882])).send().await.unwrap();
    assert_eq!(
        created.ids,
        [LessonScheduleId::from(76001), LessonScheduleId::from(76002)],
        "fewer than asked for"
    );
    let schedule =
        json!({"id": 76001, "lessonDuration": 133000, "reminders": ["none"], "lessonStartedDate": null});
    let server = always(200, "application/json", schedule.to_string()).await;
    let schedule = client(&server).lesson_schedules().get(76001).send().await.unwrap();
    assert_eq!((schedule.lesson_duration, schedule.lesson_started_date), (Some(133_000), None));
    assert!(schedule.reminders.unwrap().known().is_none(), "what reminders look like is not known");
}

#[tokio::test]
async fn a_certificate_is_a_file() {
    let pdf = b"%PDF-1.4\n\xff\0\xfe";
    for (label, content_type, want) in [
        ("plain", "application/pdf", Ok("application/pdf")),
        ("with a parameter", "application/pdf;charset=UTF-8", Ok("application/pdf;charset=UTF-8")),
        ("called something else", "text/html", Err("it is text/html, not application/pdf")),
    ] {
        let server = always(200, content_type, pdf).await;
        let result = client(&server).lesson_schedules().certificate(76001).send().await;
        match (result, want) {
            (Ok(file), Ok(want)) => {
                assert_eq!(file.content_type.as_deref(), Some(want), "{label}");
                assert_eq!(file.bytes.as_ref(), pdf, "{label}");
            }
            (Err(error), Err(want)) => assert!(error.to_string().ends_with(want), "{label}: {error}"),
            (result, _) => panic!("{label}: {result:?}"),
        }
    }
}
