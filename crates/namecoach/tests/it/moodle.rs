//! Moodle courses.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_namecoach::Outcome;
use tassel_namecoach::model::MoodleCourseId;
use tassel_namecoach::moodle::SynchronizeRejection::{
    self, BadRequest, Busy, Disabled, NoCourse, NoToolConsumer, NotAuthorized,
};

use crate::support::{ROOT, body_of, client, offline};

#[test]
fn the_course_is_sent_as_text() {
    for (label, course) in [("a number", MoodleCourseId::from(118)), ("a text", MoodleCourseId::from("118"))]
    {
        let call = offline().moodle().synchronize("s3cret-consumer", course);
        assert!(!format!("{call:?}").contains("s3cret"), "{label}");
        let want = json!({"api_token": "s3cret-consumer", "external_course_id": "118"});
        assert_eq!(body_of(call.request()), want, "{label}");
    }
}

#[tokio::test]
async fn synchronize_over_http() {
    for (label, body) in
        [("empty", ""), ("an object", "{}"), ("words", r#"{"message": "Started"}"#), ("a page", "<p>ok")]
    {
        let server = MockServer::start_async().await;
        let mock = server
            .mock_async(|when, then| {
                when.method(POST).path(format!("{ROOT}/lti/moodle/courses/synchronize"));
                then.status(200).header("content-type", "application/json").body(body);
            })
            .await;
        client(&server)
            .moodle()
            .synchronize("consumer", 118)
            .send()
            .await
            .unwrap_or_else(|it| panic!("{label}: {it}"));
        mock.assert_async().await;
    }
}

#[tokio::test]
async fn six_reasons_for_a_rejection() {
    let says = |message: &str| json!({"message": message});
    let rows: [(u16, Value, &str, Option<SynchronizeRejection>); 10] = [
        (400, says("Bad Request"), "invalid", Some(BadRequest)),
        (401, says("Not Authorized"), "denied", Some(NotAuthorized)),
        (404, says("Tool consumer not found"), "not_found", Some(NoToolConsumer)),
        (404, says("Course doesn't exist in Moodle"), "not_found", Some(NoCourse)),
        (422, says("API integration for tool consumer is disabled"), "invalid", Some(Disabled)),
        (422, says("Course is synchronizing now"), "invalid", Some(Busy)),
        (404, says("Not Found"), "not_found", None),
        (422, says("Unprocessable entity"), "invalid", None),
        (418, says("Course is synchronizing now"), "rejected", None),
        (500, Value::Null, "rejected", None),
    ];
    for (status, body, kind, want) in rows {
        let server = MockServer::start_async().await;
        let mock = server.mock_async(|_, then| drop(then.status(status).json_body(body.clone()))).await;
        let error = client(&server).moodle().synchronize("s3cret-consumer", 118).send().await.unwrap_err();
        assert_eq!((error.kind(), SynchronizeRejection::of(&error)), (kind, want), "{status} {body}");
        let outcome = if status == 500 { Outcome::Unknown } else { Outcome::NotApplied };
        assert_eq!(error.outcome(), outcome, "{status} {body}");
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{error:?}");
        assert_eq!(mock.calls_async().await, 1, "it is not sent again");
    }
    let server = MockServer::start_async().await;
    server
        .mock_async(|_, then| drop(then.status(404).json_body(says("Course doesn't exist in Moodle"))))
        .await;
    let error = client(&server).exports().get("7").send().await.unwrap_err();
    assert_eq!(SynchronizeRejection::of(&error), None, "a rejection of another operation");
}
