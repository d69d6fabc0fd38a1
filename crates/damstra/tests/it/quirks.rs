//! The vendor's quirks, numbered as in its contract: one row each. Quirks 11 and 26 are about webhooks, not the client.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_damstra::model::{
    AttendeeProgress, BulkImport, BulkUser, Completion, GracePeriodUnit, GroupWrite, IltSessionUpdate,
    IltState, IltStateNumber, IltStatus, InternalCode, LessonVersionId, NewIltSession, NewUser, Role,
    ScheduleRequest, User, UserCreated, UserId, UserUpdate,
};
use tassel_damstra::users::BulkRoles;
use tassel_damstra::{Error, operations};

use crate::support::{KEY, always, body_of, client, line_of, offline};

const JSON: &str = "application/json";

/// The kind and the code of the error for an answer.
async fn error_of(status: u16, body: &str) -> (&'static str, Option<InternalCode>, Error) {
    let server = always(status, JSON, body).await;
    let error = client(&server).groups().get(31).send().await.unwrap_err();
    (error.kind(), error.rejection().and_then(InternalCode::of), error)
}

#[tokio::test]
async fn errors() {
    let long = r#"{"message": "No such access key", "reason": "It is wrong", "internalCode": 806, "error": "Bad token"}"#;
    let short = r#"{"internalCode": 806, "error": "Bad token"}"#;
    let broken = r#"{ "message":"No such group", "error":true, "internalCode":TBD, "statusCode":404 }"#;
    for (label, status, body, kind, code) in [
        (
            "1: 503 carries 500",
            503,
            r#"{"internalCode": 500, "error": "It broke"}"#,
            "rejected",
            Some(InternalCode::InternalServerError),
        ),
        ("2: a bad key is 403", 403, short, "denied", Some(InternalCode::InvalidAccessKey)),
        (
            "2: and so is what the key may not do",
            403,
            r#"{"internalCode": 831, "error": "Not you"}"#,
            "denied",
            Some(InternalCode::NotAuthorised),
        ),
        ("3: two shapes for 806, long", 403, long, "denied", Some(InternalCode::InvalidAccessKey)),
        ("3: two shapes for 806, short", 403, short, "denied", Some(InternalCode::InvalidAccessKey)),
        ("4: error is true", 404, r#"{"message": "No such group", "error": true}"#, "not_found", None),
        ("4: the body is no JSON", 404, broken, "not_found", None),
    ] {
        let (got_kind, got_code, error) = error_of(status, body).await;
        assert_eq!((got_kind, got_code), (kind, code), "quirk {label}: {error}");
        assert!(!error.rejection().unwrap().message().is_empty(), "quirk {label}");
    }
}

#[tokio::test]
async fn bodies() {
    for (label, body) in [("empty", ""), ("a status line", "HTTP/1.1 200 OK")] {
        let server = always(200, JSON, body).await;
        let client = client(&server);
        for (what, call) in [
            ("remove", client.groups().remove_members(31, [7])),
            ("complete", client.ilt_sessions().complete(610)),
            ("inactivate", client.users().inactivate(7)),
        ] {
            call.send().await.unwrap_or_else(|error| panic!("quirk 5: {label}, {what}: {error}"));
        }
    }
    let server = always(200, JSON, "https://learning.example.org/login/c2Fp").await;
    let link = client(&server).users().generate_login_url(7, "day").send().await.unwrap();
    assert_eq!(link.expose(), "https://learning.example.org/login/c2Fp", "quirk 6: bare text called JSON");
    let server = always(404, JSON, r#"{"message": "No certificate"}"#).await;
    let error = client(&server).lesson_schedules().certificate(7).send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "lesson_schedules.certificate answered 404: No certificate",
        "quirk 7: errors are JSON"
    );
    let server = always(200, "text/html", "<html>").await;
    let error = client(&server).lesson_schedules().certificate(7).send().await.unwrap_err();
    assert_eq!(error.kind(), "decode", "quirk 7: what is no PDF is not taken for one");
    let url = "https://learning.example.org/#player/76001?embed=true&token=c2Fp";
    let server = always(200, JSON, json!({"embedUrl": url}).to_string()).await;
    let got = client(&server).player().embed(76001).send().await.unwrap();
    assert_eq!(got.expose(), url, "quirk 23: what stands behind the # is kept");
}

#[test]
fn requests() {
    let client = offline();
    let (users, groups, schedules, sessions) =
        (client.users(), client.groups(), client.lesson_schedules(), client.ilt_sessions());
    let at: jiff::Timestamp = "2026-03-02T05:04:00Z".parse().unwrap();
    let start: jiff::Zoned = "2026-05-19T09:00:00+08:00[+08:00]".parse().unwrap();
    let user = |roles| BulkUser::new("Imani", "Okonjo", "imani.okonjo@example.org", roles);
    let import = |roles| users.bulk_import(BulkImport::new([user(roles)])).request();
    let new_user = |mail| NewUser::new("Imani", "Okonjo", "imani.okonjo@example.org", mail);
    for (label, request, line, field, want) in [
        (
            "8: a user's id in the path",
            schedules.complete_lesson(UserId::from(5012), Completion::of_lesson(240, at, 9000)).request(),
            "POST /lesson_schedule/5012/complete_lesson",
            "",
            Value::Null,
        ),
        (
            "9: scheduling takes versions",
            schedules.create(5012, ScheduleRequest::new([LessonVersionId::from(880)])).request(),
            "POST /user/5012/lesson_schedule",
            "lessonVersionIds",
            json!([880]),
        ),
        (
            "9: completing takes lessons",
            schedules.complete_lesson(5012.into(), Completion::of_lesson(240, at, 9000)).request(),
            "POST /lesson_schedule/5012/complete_lesson",
            "lessonId",
            json!(240),
        ),
        (
            "9: and versions",
            schedules.complete_lesson(5012.into(), Completion::of_version(880, at, 9000)).request(),
            "POST /lesson_schedule/5012/complete_lesson",
            "lessonVersionId",
            json!(880),
        ),
        (
            "10: progress is of attendees",
            sessions.save_progress(610, [AttendeeProgress::new(2201).passed(true)]).request(),
            "POST /ilt_session/610/save_progress",
            "attendees",
            json!([{"id": 2201, "passed": true}]),
        ),
        (
            "10: registering is of users",
            sessions.bulk_register(610, [UserId::from(5012)]).request(),
            "POST /ilt_session/610/bulk_register",
            "userIds",
            json!([5012]),
        ),
        (
            "15: a state is asked for by its number",
            sessions.list().state(IltStateNumber::Past).request(),
            "GET /ilt_session?maxResults=100&startIndex=0&state=3",
            "",
            Value::Null,
        ),
        (
            "15: a status is asked for as `status`",
            sessions.list().status(IltStatus::Completed).request(),
            "GET /ilt_session?maxResults=100&startIndex=0&status=2",
            "",
            Value::Null,
        ),
        (
            "16: a PATCH with what it requires",
            sessions.update(610, IltSessionUpdate::new(5100, "Shed 3")).request(),
            "PATCH /ilt_session/610",
            "instructorId",
            json!(5100),
        ),
        (
            "17: a number in a text",
            schedules.create(5012, ScheduleRequest::new([880]).grace(14, GracePeriodUnit::Days)).request(),
            "POST /user/5012/lesson_schedule",
            "gracePeriod",
            json!("14"),
        ),
        (
            "18: roles are given",
            import(BulkRoles::Given(vec![Role::Supervisor])),
            "POST /bulkUserImport",
            "users",
            json!([{"firstName": "Imani", "lastName": "Okonjo", "emailAddress": "imani.okonjo@example.org", "roles": [5]}]),
        ),
        (
            "18: or left out in so many words",
            import(BulkRoles::ResetToTrainee),
            "POST /bulkUserImport",
            "users",
            json!([{"firstName": "Imani", "lastName": "Okonjo", "emailAddress": "imani.okonjo@example.org"}]),
        ),
        (
            "19: nobody is mailed unasked",
            users.create(new_user(false)).request(),
            "POST /user",
            "sendWelcomeEmail",
            json!(false),
        ),
        (
            "19: but asked",
            users.create(new_user(true)).request(),
            "POST /user",
            "sendWelcomeEmail",
            json!(true),
        ),
        (
            "20: a trainee is 6, not 3",
            users.search().role(Role::Trainee).request(),
            "GET /user?maxResults=100&roleId=6&startIndex=0",
            "",
            Value::Null,
        ),
        (
            "21: a date with an offset and no fraction",
            schedules.create(5012, ScheduleRequest::new([880]).schedule_date(at)).request(),
            "POST /user/5012/lesson_schedule",
            "scheduleDate",
            json!("2026-03-02T05:04:00+0000"),
        ),
        (
            "21: a date with an offset and a fraction",
            sessions.create(NewIltSession::new(start.clone(), start, "Shed 2", 5100)).request(),
            "POST /ilt_session",
            "startDatetime",
            json!("2026-05-19T09:00:00.000+0800"),
        ),
        (
            "22: parameters that the template lacks",
            users.search().active("all").role(Role::Admin).request(),
            "GET /user?activeValue=all&maxResults=100&roleId=3&startIndex=0",
            "",
            Value::Null,
        ),
        (
            "27: a group is replaced, its name and description too",
            groups.update(31, GroupWrite::new("Quay crew", "Those who moor").parent_id(32)).request(),
            "POST /group/31",
            "description",
            json!("Those who moor"),
        ),
    ] {
        assert_eq!(line_of(&request), line, "quirk {label}");
        if !field.is_empty() {
            assert_eq!(body_of(&request)[field], want, "quirk {label}");
        }
    }
    let get = users.get(7).request().unwrap();
    assert_eq!(get.headers()["content-type"], JSON, "quirk 24: a content type on a GET");
    for debug in [
        format!("{:?}", new_user(false).password("three-small-boats")),
        format!("{:?}", UserUpdate::of(&read_user()).unwrap().password("three-small-boats")),
    ] {
        assert!(!debug.contains("three-small-boats"), "quirk 25: passwords are not shown: {debug}");
    }
    let of_groups =
        |verb: &str| operations::OPERATIONS.iter().any(|op| op.path == format!("/group/{{groupId}}/{verb}"));
    assert!(of_groups("inactivate") && !of_groups("activate"), "quirk 28: nothing reactivates a group");
    assert_eq!(client_url(), "https://app.velpic.com/api/v2", "quirk 29: the hosts have the old name");
}

fn client_url() -> &'static str {
    tassel_damstra::Server::Production.url()
}

fn read_user() -> User {
    serde_json::from_value(json!({
        "id": 5012, "firstName": "Imani", "lastName": "Okonjo", "emailAddress": "imani.okonjo@example.org", "roles": [1],
        "timeZone": "Australia/Perth", "createdDate": "2026-02-11T08:30:15+0000",
    }))
    .unwrap()
}

#[tokio::test]
async fn replies() {
    let page = json!({
        "results": [{"lessonVersionId": 880, "lessonId": 240, "published": 65, "status": "active"}],
        "meta": {"totalResultCount": 1, "startIndex": 0, "id": "null", "createdDate": "2026-03-05T09:20:30+0000", "modifiedDate": "2026-03-05T09:20:30+0000", "endIndex": 1},
        "createdDate": "2026-03-05T09:20:30+0000",
        "id": "null",
    });
    let server = always(200, JSON, page.to_string()).await;
    let details = client(&server).lessons().list_details().send().await.unwrap();
    assert_eq!(
        (details.total, details.next),
        (Some(1), None),
        "quirk 12: `null` as text is no id, and no obstacle"
    );
    assert_eq!(details.items[0].published, Some(65), "quirk 13: details have the publication state");

    let server = MockServer::start_async().await;
    let only = server
        .mock_async(|when, then| {
            when.path("/api/v2/user/7/lesson_schedule").query_param("startIndex", "0");
            then.status(200).json_body(json!({"results": [{"id": 76001}]}));
        })
        .await;
    let page = client(&server).lesson_schedules().list_of_user(7).send().await.unwrap();
    assert_eq!((page.items.len(), page.total), (1, None), "quirk 14: no meta");
    assert!(page.next.is_some() && page.incomplete.is_none(), "quirk 14: a short page is not the end");
    only.assert_async().await;

    let server = always(
        200,
        JSON,
        r#"{"results": [{"id": 2201}], "meta": {"totalResultCount": 3, "startIndex": 0, "endIndex": 1}}"#,
    )
    .await;
    let attendees = client(&server).ilt_sessions().list_attendees(610).send().await.unwrap();
    assert!(!attendees.is_complete(), "quirk 14: a meta, and no paging to go on with");

    let server = always(200, JSON, r#"{"id": 610, "state": "inprogress", "statusId": 1}"#).await;
    let session = client(&server).ilt_sessions().get(610).send().await.unwrap();
    assert_eq!(session.state, Some(IltState::InProgress), "quirk 15: a state is answered in a word");
    assert_eq!(session.status_id, Some(IltStatus::Active), "quirk 15: a status is answered as `statusId`");

    let roles = read_user().roles.unwrap();
    assert_eq!(roles.known().unwrap()[0].number(), 1, "quirk 20: role 1 is read");
    let created: UserCreated =
        serde_json::from_value(json!({"id": 5012, "createdDate": "2026-02-11T08:30:15.120Z"})).unwrap();
    for (label, instant, want) in [
        ("of a user", read_user().created_date.unwrap().instant(), "2026-02-11T08:30:15Z"),
        ("of a creation", created.created_date.unwrap().instant(), "2026-02-11T08:30:15.12Z"),
    ] {
        assert_eq!(instant.unwrap().to_string(), want, "quirk 21: {label}");
    }
}

#[tokio::test]
async fn the_key_is_bare_and_its_header_in_any_case() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.header("AccessKey", KEY);
            then.status(200);
        })
        .await;
    client(&server).users().activate(7).send().await.unwrap();
    mock.assert_async().await;
}
