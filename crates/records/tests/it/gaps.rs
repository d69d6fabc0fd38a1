//! Data that a vendor does not report is counted as a gap, and is not taken for an absence.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::ClientOptions;
use tassel_core::testing::{Scripted, Step};
use tassel_records::roll::{Completeness, RecordKind, Roll, Vendors};
use tassel_records::{
    Completions, Course, Credentials, Enrollment, Error, Identity, Pronunciation, Pronunciations, Recording,
    Scope, Stage, Statement,
};

use crate::support::{self, FakeVendor, read, transport};

const IMKE: &str = "imke@example.org";

#[tokio::test]
async fn coursepath_results_that_are_gaps() {
    let own = json!({"error": {"code": "not_found", "message": "There is no such enrolment"}}).to_string();
    let not_own = "results answered with a 404 that is not in the vendor's form: 1 (course 1, member 7)";
    let empty = "results without a known field: 1 (course 1, member 7)";
    // The stages in the roll, and the error of the reading.
    for (label, status, body, stages, problem) in [
        ("an HTML page", 404, "<html>Not Found</html>", vec!["unknown"], Some(not_own)),
        ("an empty 404", 404, "", vec!["unknown"], Some(not_own)),
        ("a 404 with an empty object", 404, "{}", vec!["unknown"], Some(not_own)),
        ("the vendor's own 404", 404, own.as_str(), vec![], None),
        ("an empty object", 200, "{}", vec!["unknown"], Some(empty)),
        ("an error under a success", 200, r#"{"error":"no"}"#, vec!["unknown"], Some(empty)),
        ("an empty object, wrapped", 200, r#"{"data":{}}"#, vec!["unknown"], Some(empty)),
        ("not completed", 200, r#"{"completed":null}"#, vec!["open"], None),
        ("not completed, wrapped", 200, r#"{"data":{"completed":null}}"#, vec!["open"], None),
    ] {
        let server = MockServer::start_async().await;
        for (path, first) in [
            ("/api/v1/courses", json!([{"id": 1}])),
            ("/api/v1/courses/1/members", json!([{"id": 7, "email": IMKE}])),
        ] {
            server
                .mock_async(|when, then| {
                    when.method(GET).path(path).query_param("offset", "0");
                    then.status(200).json_body(first);
                })
                .await;
            server
                .mock_async(|when, then| {
                    when.method(GET).path(path).query_param("offset", "1");
                    then.status(200).json_body(json!([]));
                })
                .await;
        }
        server
            .mock_async(|when, then| {
                when.method(GET).path("/api/v1/courses/1/members/7/coursemember");
                then.status(status).body(body);
            })
            .await;
        let client = tassel_coursepath::Client::new(server.base_url(), "key").unwrap();
        let roll = Roll::read(&Vendors::new().coursepath(client), &Scope::everybody(), |_| {}).await;
        let shown = serde_json::to_value(&roll.learners).unwrap();
        let found: Vec<_> = roll.learners.iter().flat_map(|learner| &learner.completions).collect();
        let found: Vec<_> = found.iter().map(|taken| serde_json::to_value(taken.stage).unwrap()).collect();
        assert_eq!(found, stages, "{label}: {shown}");
        assert_eq!(roll.is_complete(), problem.is_none(), "{label}");
        let said = roll.readings[0].error.as_ref().map(ToString::to_string);
        let want = problem.map(|problem| format!("course_members.get is incomplete: {problem}"));
        assert_eq!(said, want, "{label}");
        let known = if problem.is_none() { Completeness::Whole } else { Completeness::InPart };
        assert_eq!(roll.completeness(RecordKind::Completions), known, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn coursepath_records_without_an_id_are_gaps() {
    let person = json!({"email": IMKE, "name": "Imke"});
    for (label, scope, steps, records, problem) in [
        (
            "a course",
            Scope::everybody(),
            vec![json!([{"name": "Knots"}, {}]), json!([])],
            0,
            Some("courses without an id; their members were not requested: 2 (Knots)"),
        ),
        (
            "courses with names to mask or shorten",
            Scope::everybody(),
            vec![json!([{"name": "of\u{1b}imke@example.org"}, {"name": "é".repeat(50)}]), json!([])],
            0,
            Some(
                "courses without an id; their members were not requested: 2 (of ***@***, éééééééééééééééééééééééééééééééééééééééé)",
            ),
        ),
        (
            "a member of a course",
            Scope::everybody(),
            vec![json!([{"id": 1}]), json!([]), json!([person]), json!([])],
            1,
            Some("results not requested because the member or the course has no id: 1 (course 1)"),
        ),
        (
            "a member with the address",
            Scope::everybody().email(IMKE),
            vec![json!([person]), json!([])],
            0,
            Some("members without an id; their courses were not requested: 1"),
        ),
        (
            "a course of the member",
            Scope::everybody().email(IMKE),
            vec![json!([{"id": 7, "email": IMKE}]), json!([]), json!([{"name": "Knots"}]), json!([])],
            1,
            Some("results not requested because the member or the course has no id: 1 (member 7)"),
        ),
        (
            "a member without an address, one person read",
            Scope::everybody().email(IMKE),
            vec![
                json!([{"id": 7}, {"id": 8, "email": " "}, {"id": 9, "email": "other@example.org"}]),
                json!([]),
            ],
            0,
            Some("members without an address, who may be the person: 2 (7, 8)"),
        ),
        (
            "another Unicode form of the address is the same",
            Scope::everybody().email("ane\u{301}@example.org"),
            vec![
                json!([{"id": 7, "email": "An\u{e9}@example.org"}]),
                json!([]),
                json!([{"id": 1}]),
                json!([]),
                json!({"completed": null}),
            ],
            1,
            None,
        ),
    ] {
        let client = support::coursepath(transport(steps));
        let (found, said) = read(client.read_completions(&scope).await.unwrap()).await;
        assert_eq!(found.len(), records, "{label}: {found:?}");
        assert!(found.iter().all(|it| it["stage"]["is"] == "unknown" || problem.is_none()), "{label}");
        let want = problem.map(|problem| format!("course_members.get is incomplete: {problem}"));
        assert_eq!(said, want, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn coursepath_stage_by_completion_field() {
    for (result, stage) in [
        (json!({"completed": null}), "open"),
        (json!({"completed": false}), "open"),
        (json!({"completed": 0}), "open"),
        (json!({"completed": "False"}), "open"),
        (json!({"completed": " "}), "open"),
        (json!({"completedDate": null}), "open"),
        (json!({"dateCompleted": null, "completed": false}), "open"),
        (json!({"completedAt": "2026-03-14"}), "completed"),
        (json!({"score": 100}), "unknown"),
        (json!({"courseId": 1, "memberId": 7, "success": null}), "unknown"),
        (json!({"completed": "nearly"}), "unknown"),
        (json!({"completed": 2}), "unknown"),
        (json!({"completed": null, "completed_at": "soon"}), "unknown"),
    ] {
        let steps =
            [json!([{"id": 1}]), json!([]), json!([{"id": 7, "email": IMKE}]), json!([]), result.clone()];
        let client = support::coursepath(transport(steps));
        let (found, said) = read(client.read_completions(&Scope::everybody()).await.unwrap()).await;
        assert_eq!((found[0]["stage"]["is"].as_str(), said), (Some(stage), None), "{result}");
    }
}

#[tokio::test(start_paused = true)]
async fn falkor_missing_fields_are_gaps() {
    let user = |more: Value| {
        let mut user = json!({"email": IMKE, "rank": "1"});
        user.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        user
    };
    let story = |state: Value| json!({"name": "Knots", "sku": "EV1", "state": state});
    let untold = |what: &str| Some(format!("logs.user_story_logs is incomplete: {what}"));
    for (label, scope, data, stages, problem) in [
        ("no users", Scope::everybody(), json!({"users": []}), vec![], None),
        ("nothing", Scope::everybody(), json!({}), vec![], untold("answers without `users`: 1")),
        ("no stories", Scope::everybody(), json!({"users": [user(json!({"stories": []}))]}), vec![], None),
        (
            "stories missing",
            Scope::everybody(),
            json!({"users": [user(json!({})), user(json!({}))]}),
            vec![],
            untold("users without `stories`: 2"),
        ),
        (
            "not started",
            Scope::everybody(),
            json!({"users": [user(json!({"stories": [story(json!([])), story(json!({}))]}))]}),
            vec!["open", "open"],
            None,
        ),
        (
            "state missing",
            Scope::everybody(),
            json!({"users": [user(json!({"stories": [{"sku": "EV1"}, story(json!(null)), story(json!({"attempts": 1}))]}))]}),
            vec!["unknown", "unknown", "unknown"],
            None,
        ),
        (
            "a user without an address, one person read",
            Scope::everybody().email(IMKE),
            json!({"users": [{"stories": [story(json!([]))]}, user(json!({"stories": [story(json!([]))]}))]}),
            vec!["open"],
            untold("users without an address, who may be the person: 1"),
        ),
    ] {
        let body = json!({"status": "success", "data": data});
        let client = support::falkor(transport([body]));
        let reading = client.read_completions(&scope).await.unwrap();
        assert_eq!(reading.plan.records, Some(stages.len() as u64), "{label}");
        let (found, said) = read(reading).await;
        let found: Vec<_> = found.iter().map(|it| it["stage"]["is"].as_str().unwrap()).collect();
        assert_eq!((found, said), (stages, problem), "{label}");
    }

    let untold = |what: &str| Some(format!("logs.story_certificates is incomplete: {what}"));
    for (label, scope, data, records, problem) in [
        ("no stories", Scope::everybody(), json!([]), 0, None),
        (
            "no certificates",
            Scope::everybody(),
            json!([{"story": {"ID": "EV1"}, "certificates": []}]),
            0,
            None,
        ),
        (
            "certificates missing",
            Scope::everybody(),
            json!([{"story": {"ID": "EV1"}}, {"story": {"name": "Knots"}}, {}]),
            0,
            untold("stories without `certificates`: 3 (EV1)"),
        ),
        (
            "certificates without an address, one person read",
            Scope::everybody().email(IMKE),
            json!([{"story": {"ID": "EV1"}, "certificates": [{}, {"email": IMKE}, {"email": "other@example.org"}]}]),
            1,
            untold("certificates without an address, which may be the person's: 1 (EV1)"),
        ),
    ] {
        let body = json!({"status": "success", "data": data});
        let client = support::falkor(transport([body]));
        let (found, said) = read(client.read_credentials(&scope).await.unwrap()).await;
        assert_eq!((found.len(), said), (records, problem), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn records_without_an_address_are_gaps_when_one_person_is_read() {
    let scope = Scope::everybody().email(IMKE);
    let other = "other@example.org";

    let issuer = json!({"issuer": {"id": 1}});
    let page = json!({"credentials": [{"id": 10}, {"id": 11, "recipient_email": "IMKE@example.org"}, {"id": 12, "recipient_email": other}], "meta": {"count": 3}});
    let client = support::accredible(transport([issuer, page]));
    let (found, said) = read(client.read_credentials(&scope).await.unwrap()).await;
    assert_eq!(found.iter().map(|it| &it["id"]).collect::<Vec<_>>(), [11]);
    let want =
        "credentials.search is incomplete: credentials without an address, which may be the person's: 1 (10)";
    assert_eq!(said.as_deref(), Some(want));

    let users = json!({"results": [{"id": 5}, {"id": 6, "emailAddress": IMKE}, {"id": 7, "emailAddress": other}], "meta": {"totalResultCount": 3}});
    let schedules = json!({"results": [{"id": 76}]});
    let client = support::damstra(transport([users, schedules, json!({"results": []})]));
    let (found, said) = read(client.read_completions(&scope).await.unwrap()).await;
    assert_eq!(found.iter().map(|it| &it["id"]).collect::<Vec<_>>(), [76]);
    let want = "users.search is incomplete: users without an address, who may be the person: 1 (5)";
    assert_eq!(said.as_deref(), Some(want));

    let participants =
        json!([{"first_name": "Imke", "event_title": "Staff"}, {"email": IMKE}, {"email": other}]);
    let page = json!({"participants": participants, "meta": {"total_count": 3, "page": 1, "per_page": 1000, "total_pages": 1, "next_page_url": null}});
    let client = support::namecoach(transport([page]));
    let (found, said) = read(client.read_pronunciations(&scope).await.unwrap()).await;
    assert_eq!(found.len(), 1);
    let want = "participants.list is incomplete: participants without an address, who may be the person: 1 (on Staff)";
    assert_eq!(said.as_deref(), Some(want));
}

#[tokio::test(start_paused = true)]
async fn only_namecoachs_own_404_means_that_nobody_has_the_address() {
    let own = json!({"message": "Not Found"}).to_string();
    let scope = Scope::everybody().email(IMKE);
    for (label, scope, body, is_absence) in [
        ("its own", scope.clone(), own.as_str(), true),
        ("an HTML page", scope.clone(), "<html>Not Found</html>", false),
        ("empty", scope.clone(), "", false),
        ("an empty object", scope, "{}", false),
        ("its own, everybody read", Scope::everybody(), own.as_str(), false),
    ] {
        let options = ClientOptions::new().transport(Scripted::new([Step::answer(404, body.to_owned())]));
        let reading = support::namecoach(options).read_pronunciations(&scope).await;
        match reading {
            Ok(reading) if is_absence => assert_eq!(read(reading).await, (vec![], None), "{label}"),
            Err(Error::NotFound(_)) if !is_absence => {}
            other => panic!("{label}: {other:?}"),
        }
    }
}

fn enrollment(learner: Identity) -> Enrollment {
    let stage = Statement { value: Stage::Open, word: None };
    Enrollment { vendor: "any", id: None, learner, course: Course::default(), stage, completion: None }
}

#[tokio::test]
async fn records_without_an_address_have_their_own_rows() {
    let person = |id: Option<&str>, email: Option<&str>| Identity {
        id: id.map(Into::into),
        own_id: Some("secret-number".to_owned()),
        name: Some("Imke".to_owned()),
        email: email.map(str::to_owned),
    };
    let said = |what: &str| Some(format!("completions is incomplete: {what}"));
    for (label, people, rows, problem) in [
        ("all have one", vec![person(Some("1"), Some(IMKE))], 1, None),
        (
            "some have none",
            vec![person(Some("1"), None), person(Some("2"), Some(" ")), person(Some("3"), Some(IMKE))],
            3,
            said("records without an address, listed in rows of their own: 2 (1, 2)"),
        ),
        (
            "one has several records",
            vec![person(Some("1"), None), person(Some("1"), None)],
            1,
            said("records without an address, listed in rows of their own: 2 (1)"),
        ),
        (
            "an own id is not shown",
            vec![person(None, None)],
            1,
            said("records without an address, listed in rows of their own: 1"),
        ),
        (
            "many",
            (1..=7).map(|id| person(Some(&id.to_string()), None)).collect(),
            7,
            said("records without an address, listed in rows of their own: 7 (1, 2, 3, 4, 5, …)"),
        ),
        (
            "an empty id does not join",
            vec![
                Identity { own_id: None, ..person(Some(" "), None) },
                Identity { own_id: None, ..person(Some(" "), None) },
            ],
            2,
            said("records without an address, listed in rows of their own: 2"),
        ),
    ] {
        let vendor =
            FakeVendor { enrollments: people.into_iter().map(enrollment).collect(), ..FakeVendor::default() };
        let roll = Roll::read(&Vendors::new().completions(vendor), &Scope::everybody(), |_| {}).await;
        assert_eq!(roll.learners.len(), rows, "{label}");
        assert_eq!(roll.readings[0].error.as_ref().map(ToString::to_string), problem, "{label}");
        let incomplete: &[&str] = if problem.is_some() { &["any"] } else { &[] };
        assert!(roll.learners.iter().all(|learner| learner.incomplete == incomplete), "{label}");
    }

    let recording = Statement { value: Recording::Missing, word: None };
    let pronunciation = Pronunciation {
        vendor: "any",
        learner: person(None, None),
        name_page: Some("Staff".to_owned()),
        recording,
        in_letters: None,
    };
    let vendor = FakeVendor { pronunciations: vec![pronunciation], ..FakeVendor::default() };
    let roll = Roll::read(&Vendors::new().pronunciations(vendor), &Scope::everybody(), |_| {}).await;
    let want =
        "pronunciations is incomplete: records without an address, listed in rows of their own: 1 (Staff)";
    assert_eq!(roll.readings[0].error.as_ref().map(ToString::to_string).as_deref(), Some(want));
}
