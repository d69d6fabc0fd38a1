//! Webhook events: read from requests, and read back.

use serde_json::{Value, json};
use tassel_coursepath::webhooks::{Event, Receiver, WEBHOOKS};
use tassel_coursepath::{Client, ClientOptions, Error, Trust, WebhookError};

fn read(body: &[u8]) -> Result<Event, WebhookError> {
    Receiver::new().read(&http::HeaderMap::new(), body)
}

#[test]
fn every_form_of_an_event_is_read() {
    let course = |event| json!({"courseId": "1042", "memberId": "58713", "event": event});
    for (label, body, name, want) in [
        (
            "as documented",
            "courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED",
            "COURSEMEMBER_COMPLETED",
            course("COURSEMEMBER_COMPLETED"),
        ),
        (
            "in another order",
            "event=COURSEMEMBER_CREATED&memberId=58713&courseId=1042",
            "COURSEMEMBER_CREATED",
            course("COURSEMEMBER_CREATED"),
        ),
        (
            "in lower case, with white space",
            "courseId=+1042&memberId=58713%20&event=%09coursemember_deleted",
            "COURSEMEMBER_DELETED",
            course("coursemember_deleted"),
        ),
        (
            "of a program",
            "programId=77&memberId=58713&event=PROGRAMMEMBER_CREATED",
            "PROGRAMMEMBER_CREATED",
            json!({"programId": "77", "memberId": "58713", "event": "PROGRAMMEMBER_CREATED"}),
        ),
        (
            "with more fields",
            "courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED&score=87&tag=a&tag=b",
            "COURSEMEMBER_COMPLETED",
            json!({"courseId": "1042", "memberId": "58713", "event": "COURSEMEMBER_COMPLETED", "score": "87", "tag": ["a", "b"]}),
        ),
        (
            "of another name",
            "groupId=310&event=GROUPMEMBER_CREATED",
            "GROUPMEMBER_CREATED",
            json!({"groupId": "310", "event": "GROUPMEMBER_CREATED"}),
        ),
    ] {
        let event = read(body.as_bytes()).unwrap_or_else(|error| panic!("{label}: {error}"));
        assert_eq!((event.name(), event.trust()), (name, Trust::Hint), "{label}");
        let known = WEBHOOKS.iter().any(|webhook| webhook.name == name);
        assert_eq!(
            (event.webhook().is_some(), matches!(event, Event::Unknown(_))),
            (known, !known),
            "{label}"
        );
        assert_eq!(serde_json::to_value(&event).unwrap(), want, "{label}");
    }
}

#[test]
fn invalid_bodies() {
    for (label, body, want) in [
        ("nothing", &b""[..], "it is empty, not a form"),
        (
            "cut off before the name",
            b"courseId=1042&memberId=58713&ev",
            "there is no `event`, which names the event",
        ),
        ("an empty name", b"courseId=1042&memberId=58713&event=", "`event`, which names the event, is empty"),
        ("two names", b"event=A&event=B", "`event`, which names the event, is not a text"),
        ("an id too few", b"courseId=1042&event=COURSEMEMBER_CREATED", "missing field `memberId`"),
        (
            "an id twice",
            b"courseId=1&courseId=2&memberId=3&event=COURSEMEMBER_CREATED",
            "at courseId: found an array, expected an id (text or a number)",
        ),
        ("the wrong id", b"programId=77&memberId=3&event=COURSEMEMBER_CREATED", "missing field `courseId`"),
        ("JSON", br#"{"event":"COURSEMEMBER_CREATED"}"#, "there is no `event`, which names the event"),
        ("not UTF-8", b"event=%ff", "a key or a value in it is not UTF-8"),
    ] {
        let error = read(body).unwrap_err();
        assert_eq!(error.to_string(), format!("the body: {want}"), "{label}");
        assert_eq!(error.status(), 400, "{label}");
    }
}

#[tokio::test]
async fn events_are_read_back() {
    let options = ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    let client = Client::builder("academy.example.org", tassel_sandbox::coursepath::API_KEY);
    let client = client.with(options).build().unwrap();
    for (label, body, path) in [
        (
            "a course",
            "courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED",
            "/api/v1/courses/1042/members/58713/coursemember",
        ),
        (
            "a program, of which the member's courses tell most",
            "programId=77&memberId=58713&event=PROGRAMMEMBER_COMPLETED",
            "/api/v1/members/58713/courses",
        ),
        (
            "an id that needs escaping",
            "courseId=1042&memberId=a%2Fb%3Fc&event=COURSEMEMBER_CREATED",
            "/api/v1/courses/1042/members/a%2Fb%3Fc/coursemember",
        ),
    ] {
        let call = client.read_back(&read(body.as_bytes()).unwrap()).unwrap();
        assert_eq!(call.request().unwrap().uri().path(), path, "{label}");
    }
    let completed = read(b"courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED").unwrap();
    let reply: Value =
        serde_json::from_slice(&client.read_back(&completed).unwrap().send().await.unwrap()).unwrap();
    assert_eq!(reply["success"], true);
    for (member, word) in
        [("..", "`memberId` is `..`"), ("", "`memberId` is empty"), ("me", "`memberId` is `me`")]
    {
        let forged = read(format!("courseId=1042&memberId={member}&event=COURSEMEMBER_DELETED").as_bytes());
        let error = client.read_back(&forged.unwrap()).unwrap().send().await.unwrap_err();
        assert!(matches!(&error, Error::InvalidInput { problem, .. } if problem.contains(word)), "{error}");
    }
    assert!(client.read_back(&read(b"event=GROUPMEMBER_CREATED").unwrap()).is_none());
}
