//! The vendor's quirks: one row or test each.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::testing::{Scripted, Step};
use tassel_coursepath::course_members::ResultDeletion;
use tassel_coursepath::groups::EveryGroup;
use tassel_coursepath::model::{Course, CourseMember, Invitation, Member, MemberUpdate, NewMember};
use tassel_coursepath::{
    Client, ClientOptions, Credential, Error, Lenient, OPERATIONS, Page, TryStreamExt, operations as op,
};
use tassel_sandbox::Sandbox;
use tassel_sandbox::coursepath::{API_KEY, Envelope, JWT_SECRET, OWNER};

use crate::support::{client, offline};

fn at(sandbox: &Sandbox, credential: impl Into<Credential>) -> Client {
    let options = ClientOptions::new().transport(sandbox.coursepath()).clock(sandbox.clock());
    Client::builder("academy.example.org", credential).with(options).build().unwrap()
}

fn jwt(secret: &str) -> Credential {
    Credential::Jwt { email: OWNER.to_owned(), secret: secret.into() }
}

#[tokio::test]
async fn credentials() {
    for (label, credential, kind) in [
        ("1: tokens are single use, and each attempt has its own", jwt(JWT_SECRET), None),
        ("4: the secret is no API key", JWT_SECRET.into(), Some("denied")),
        ("4: the API key signs nothing", jwt(API_KEY), Some("denied")),
        ("the key", API_KEY.into(), None),
        (
            "the address of nobody",
            Credential::Jwt { email: "no@example.org".into(), secret: JWT_SECRET.into() },
            Some("denied"),
        ),
    ] {
        let sandbox = Sandbox::new();
        let client = at(&sandbox, credential);
        let mut kinds = Vec::new();
        for _ in 0..3 {
            kinds.push(client.members().me().send().await.err().map(|error| error.kind()));
        }
        assert_eq!(kinds, [kind; 3], "{label}");
    }
}

#[test]
fn operations() {
    let method =
        |id: &str| OPERATIONS.iter().find(|it| it.id == id).map(|it| (it.method.as_str(), it.path)).unwrap();
    for (label, got, want) in [
        ("6: an update is a POST on the member", method("members.update"), ("POST", "/members/{memberId}")),
        (
            "7: an enrolment is one word in the singular",
            method("course_members.create"),
            ("POST", "/courses/{courseId}/members/{memberId}/coursemember"),
        ),
        (
            "7: so is a place in a program",
            method("program_members.create"),
            ("POST", "/programs/{programId}/members/{memberId}/programmember"),
        ),
        (
            "8: members of a group are read by its id",
            method("members.list_of_group"),
            ("GET", "/groups/{groupId}/members"),
        ),
        (
            "8: a group is joined by its name",
            method("groups.add_member"),
            ("POST", "/members/{memberId}/groups"),
        ),
        ("13: me is an operation of its own", method("members.me"), ("GET", "/members/me")),
    ] {
        assert_eq!(got, want, "{label}");
    }
    let programs: Vec<_> = OPERATIONS.iter().filter(|it| it.path.starts_with("/programs")).collect();
    assert!(programs.iter().all(|it| it.method != "GET"), "17: programs cannot be read");
    assert!(offline().members().get("me").request().is_err(), "13: me is no id");
    assert!(std::ptr::eq(&op::MEMBERS_ME, OPERATIONS[10]));
}

#[tokio::test]
async fn nine_a_blank_group_name_removes_from_all() {
    let sandbox = Sandbox::new();
    let groups = at(&sandbox, API_KEY).groups();
    groups.add_member(58713, "Day Shift").send().await.unwrap();
    let left = |page: Page<tassel_coursepath::model::Group>| page.items.len();
    assert!(matches!(groups.remove_member(58713, " ").send().await, Err(Error::InvalidInput { .. })));
    assert_eq!(left(groups.list_of_member(58713).send().await.unwrap()), 2);
    groups.remove_member(58713, "Day Shift").send().await.unwrap();
    assert_eq!(left(groups.list_of_member(58713).send().await.unwrap()), 1);
    groups.add_member(58713, "Day Shift").send().await.unwrap();
    groups.remove_from_all(58713, EveryGroup).send().await.unwrap();
    assert_eq!(left(groups.list_of_member(58713).send().await.unwrap()), 0);
}

#[tokio::test]
async fn ten_and_eleven_results() {
    let sandbox = Sandbox::new();
    let client = at(&sandbox, API_KEY);
    let results = client.course_members();
    let failed = results.get(1046, 58719).send().await.unwrap();
    assert!(failed.is_completed() && failed.certificate_url().is_none(), "11: completed is not passed");
    assert_eq!(failed.success.and_then(|it| it.get()), Some(false));
    results.delete(1046, 58719, ResultDeletion).send().await.unwrap();
    results.create(1046, 58719).send().await.unwrap();
    let anew = results.get(1046, 58719).send().await.unwrap();
    assert!(!anew.is_completed() && anew.score.is_none(), "10: the results are gone for good");
}

#[tokio::test]
async fn twelve_pages_are_capped_and_have_no_total() {
    for envelope in [Envelope::Bare, Envelope::Named, Envelope::Data] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.coursepath.list_envelope = envelope);
        let client = at(&sandbox, API_KEY);
        for place in 0..600 {
            let new = NewMember::new(format!("member-{place}@example.org"));
            client.members().create(new).send().await.unwrap();
        }
        let all: Vec<_> = client.members().list().page_size(1000).stream().try_collect().await.unwrap();
        assert_eq!(all.len(), 637, "{envelope:?}: 500 come at a time");
    }
}

#[tokio::test]
async fn twelve_an_ignored_offset_is_an_error() {
    let page = || Step::answer(200, r#"[{"id": 1}, {"id": 2}]"#);
    let options = ClientOptions::new().transport(Scripted::new([page(), page(), page()]));
    let client = Client::builder("academy.example.org", "k").with(options).build().unwrap();
    let mut stream = client.courses().list().page_size(2).stream();
    let mut ids = Vec::new();
    let error = loop {
        match stream.try_next().await {
            Ok(Some(course)) => ids.push(course.id.unwrap().to_string()),
            Ok(None) => panic!("it is not known to be complete"),
            Err(error) => break error,
        }
    };
    assert_eq!((ids, error.kind()), (vec!["1".to_owned(), "2".to_owned()], "incomplete"));
}

#[tokio::test]
async fn fourteen_brackets_are_escaped_and_understood() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/api/v1/members/7/invite")
                .header("content-type", "application/x-www-form-urlencoded")
                .body("mail%5Bsubject%5D=Hello");
            then.status(200);
        })
        .await;
    client(&server).members().invite(7, Invitation::default().subject("Hello")).send().await.unwrap();
    mock.assert_async().await;
    let sandbox = Sandbox::new();
    at(&sandbox, API_KEY)
        .members()
        .invite(58713, Invitation::default().subject("Hello"))
        .send()
        .await
        .unwrap();
    let outbox = sandbox.control("coursepath", "outbox", &Value::Null).unwrap();
    assert_eq!((&outbox[0]["subject"], &outbox[0]["action"]), (&json!("Hello"), &json!("Activate")));
}

#[test]
fn values() {
    let course: Course =
        serde_json::from_value(json!({"id": "7", "title": "Knots", "duration": "2700000"})).unwrap();
    assert_eq!(course.name.as_deref(), Some("Knots"));
    assert_eq!(course.duration.and_then(|it| it.get()), Some(2_700_000), "15: milliseconds");
    let member: Member =
        serde_json::from_value(json!({"id": 7, "externalId": 913, "registration": "R"})).unwrap();
    assert_eq!(member.external_id.unwrap().to_string(), "913");
    assert_eq!(
        member.registration.as_deref(),
        Some("R"),
        "18: it may come although it is documented as a filter"
    );
    let result: CourseMember = serde_json::from_value(json!({"score": "87.5", "success": "0"})).unwrap();
    assert_eq!(result.success.as_ref().and_then(Lenient::<bool>::get), Some(false));
    assert!(!result.is_completed(), "a score completes nothing");
    let update = MemberUpdate::default().registration("R");
    assert_eq!(serde_json::to_value(update).unwrap(), json!({"registration": "R"}), "18: and it can be sent");
}

#[test]
fn nineteen_no_host_is_special() {
    for host in ["academy.coursepath.com", "company.fellow.eu", "learn.example.com"] {
        let request = Client::new(host, "k").unwrap().members().me().request().unwrap();
        assert_eq!(request.uri().host(), Some(host));
    }
}
