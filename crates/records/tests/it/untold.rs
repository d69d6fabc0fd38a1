//! What a vendor did not tell is unknown, counted and named; it is not an absence.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::ClientOptions;
use tassel_core::testing::{Scripted, Step};
use tassel_records::roll::{Known, Question, Roll, Vendors};
use tassel_records::{
    About, Completions, Course, Credentials, Enrollment, Error, Learner, Pronunciation, Pronunciations,
    Recording, Stage, Stated,
};

use crate::support::{self, Anything, read, transport};

const IMKE: &str = "imke@example.org";

#[tokio::test]
async fn a_result_that_coursepath_did_not_tell_is_unknown_and_the_roll_says_so() {
    let own = json!({"error": {"code": "not_found", "message": "There is no such enrolment"}}).to_string();
    let not_own = "results answered with a 404 that is not the vendor's own: 1 (course 1, member 7)";
    let empty = "results without any field of a result: 1 (course 1, member 7)";
    // What stages come, and what is said of those that did not.
    for (label, status, body, stages, problem) in [
        ("a page for people", 404, "<html>Not Found</html>", vec!["unknown"], Some(not_own)),
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
        let roll = Roll::read(&Vendors::new().coursepath(client), &About::everybody(), |_| {}).await;
        let shown = serde_json::to_value(&roll.learners).unwrap();
        let found: Vec<_> = roll.learners.iter().flat_map(|row| &row.completions).collect();
        let found: Vec<_> = found.iter().map(|taken| serde_json::to_value(taken.stage).unwrap()).collect();
        assert_eq!(found, stages, "{label}: {shown}");
        assert_eq!(roll.is_complete(), problem.is_none(), "{label}");
        let said = roll.asked[0].problem.as_ref().map(ToString::to_string);
        let want = problem.map(|problem| format!("course_members.get is incomplete: {problem}"));
        assert_eq!(said, want, "{label}");
        let known = if problem.is_none() { Known::Whole } else { Known::InPart };
        assert_eq!(roll.known(Question::Completions), known, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_record_without_an_id_at_coursepath_is_counted_and_named() {
    let person = json!({"email": IMKE, "name": "Imke"});
    for (label, about, steps, records, problem) in [
        (
            "a course",
            About::everybody(),
            vec![json!([{"name": "Knots"}, {}]), json!([])],
            0,
            Some("courses without an id, whose members were not asked for: 2 (Knots)"),
        ),
        (
            "courses with names that are not to be shown as they are",
            About::everybody(),
            vec![json!([{"name": "of\u{1b}imke@example.org"}, {"name": "é".repeat(50)}]), json!([])],
            0,
            Some(
                "courses without an id, whose members were not asked for: 2 (of ***@***, éééééééééééééééééééééééééééééééééééééééé)",
            ),
        ),
        (
            "a member of a course",
            About::everybody(),
            vec![json!([{"id": 1}]), json!([]), json!([person]), json!([])],
            1,
            Some("results that were not asked for, as the member or the course has no id: 1 (course 1)"),
        ),
        (
            "a member with the address",
            About::everybody().email(IMKE),
            vec![json!([person]), json!([])],
            0,
            Some("members without an id, whose courses were not asked for: 1"),
        ),
        (
            "a course of the member",
            About::everybody().email(IMKE),
            vec![json!([{"id": 7, "email": IMKE}]), json!([]), json!([{"name": "Knots"}]), json!([])],
            1,
            Some("results that were not asked for, as the member or the course has no id: 1 (member 7)"),
        ),
        (
            "a member without an address, where one is asked for",
            About::everybody().email(IMKE),
            vec![
                json!([{"id": 7}, {"id": 8, "email": " "}, {"id": 9, "email": "other@example.org"}]),
                json!([]),
            ],
            0,
            Some("members without an address, who may be the person: 2 (7, 8)"),
        ),
        (
            "another Unicode form of the address is the same",
            About::everybody().email("ane\u{301}@example.org"),
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
        let (found, said) = read(client.read_completions(&about).await.unwrap()).await;
        assert_eq!(found.len(), records, "{label}: {found:?}");
        assert!(found.iter().all(|it| it["stage"]["is"] == "unknown" || problem.is_none()), "{label}");
        let want = problem.map(|problem| format!("course_members.get is incomplete: {problem}"));
        assert_eq!(said, want, "{label}");
    }
}

/// Whether Coursepath says that a course is not completed, or says nothing of it.
#[tokio::test(start_paused = true)]
async fn that_nothing_is_said_of_completion_is_not_that_it_is_open() {
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
        let (found, said) = read(client.read_completions(&About::everybody()).await.unwrap()).await;
        assert_eq!((found[0]["stage"]["is"].as_str(), said), (Some(stage), None), "{result}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_falkor_leaves_out_is_not_empty() {
    let user = |more: Value| {
        let mut user = json!({"email": IMKE, "rank": "1"});
        user.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        user
    };
    let story = |state: Value| json!({"name": "Knots", "sku": "EV1", "state": state});
    let untold = |what: &str| Some(format!("logs.user_story_logs is incomplete: {what}"));
    for (label, about, data, stages, problem) in [
        ("no users", About::everybody(), json!({"users": []}), vec![], None),
        ("nothing", About::everybody(), json!({}), vec![], untold("answers without `users`: 1")),
        ("no stories", About::everybody(), json!({"users": [user(json!({"stories": []}))]}), vec![], None),
        (
            "nothing of stories",
            About::everybody(),
            json!({"users": [user(json!({})), user(json!({}))]}),
            vec![],
            untold("users without `stories`: 2"),
        ),
        (
            "not begun",
            About::everybody(),
            json!({"users": [user(json!({"stories": [story(json!([])), story(json!({}))]}))]}),
            vec!["open", "open"],
            None,
        ),
        (
            "nothing of how far",
            About::everybody(),
            json!({"users": [user(json!({"stories": [{"sku": "EV1"}, story(json!(null)), story(json!({"attempts": 1}))]}))]}),
            vec!["unknown", "unknown", "unknown"],
            None,
        ),
        (
            "a user without an address, where one is asked for",
            About::everybody().email(IMKE),
            json!({"users": [{"stories": [story(json!([]))]}, user(json!({"stories": [story(json!([]))]}))]}),
            vec!["open"],
            untold("users without an address, who may be the person: 1"),
        ),
    ] {
        let body = json!({"status": "success", "data": data});
        let client = support::falkor(transport([body]));
        let reading = client.read_completions(&about).await.unwrap();
        assert_eq!(reading.plan.records, Some(stages.len() as u64), "{label}");
        let (found, said) = read(reading).await;
        let found: Vec<_> = found.iter().map(|it| it["stage"]["is"].as_str().unwrap()).collect();
        assert_eq!((found, said), (stages, problem), "{label}");
    }

    let untold = |what: &str| Some(format!("logs.story_certificates is incomplete: {what}"));
    for (label, about, data, records, problem) in [
        ("no stories", About::everybody(), json!([]), 0, None),
        (
            "no certificates",
            About::everybody(),
            json!([{"story": {"ID": "EV1"}, "certificates": []}]),
            0,
            None,
        ),
        (
            "nothing of certificates",
            About::everybody(),
            json!([{"story": {"ID": "EV1"}}, {"story": {"name": "Knots"}}, {}]),
            0,
            untold("stories without `certificates`: 3 (EV1)"),
        ),
        (
            "nobody's, where somebody is asked for",
            About::everybody().email(IMKE),
            json!([{"story": {"ID": "EV1"}, "certificates": [{}, {"email": IMKE}, {"email": "other@example.org"}]}]),
            1,
            untold("certificates without an address, which may be the person's: 1 (EV1)"),
        ),
    ] {
        let body = json!({"status": "success", "data": data});
        let client = support::falkor(transport([body]));
        let (found, said) = read(client.read_credentials(&about).await.unwrap()).await;
        assert_eq!((found.len(), said), (records, problem), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_record_without_an_address_may_be_of_whom_is_asked_for() {
    let about = About::everybody().email(IMKE);
    let other = "other@example.org";

    let issuer = json!({"issuer": {"id": 1}});
    let page = json!({"credentials": [{"id": 10}, {"id": 11, "recipient_email": "IMKE@example.org"}, {"id": 12, "recipient_email": other}], "meta": {"count": 3}});
    let client = support::accredible(transport([issuer, page]));
    let (found, said) = read(client.read_credentials(&about).await.unwrap()).await;
    assert_eq!(found.iter().map(|it| &it["id"]).collect::<Vec<_>>(), [11]);
    let want =
        "credentials.search is incomplete: credentials without an address, which may be the person's: 1 (10)";
    assert_eq!(said.as_deref(), Some(want));

    let users = json!({"results": [{"id": 5}, {"id": 6, "emailAddress": IMKE}, {"id": 7, "emailAddress": other}], "meta": {"totalResultCount": 3}});
    let schedules = json!({"results": [{"id": 76}]});
    let client = support::damstra(transport([users, schedules, json!({"results": []})]));
    let (found, said) = read(client.read_completions(&about).await.unwrap()).await;
    assert_eq!(found.iter().map(|it| &it["id"]).collect::<Vec<_>>(), [76]);
    let want = "users.search is incomplete: users without an address, who may be the person: 1 (5)";
    assert_eq!(said.as_deref(), Some(want));

    let participants =
        json!([{"first_name": "Imke", "event_title": "Staff"}, {"email": IMKE}, {"email": other}]);
    let page = json!({"participants": participants, "meta": {"total_count": 3, "page": 1, "per_page": 1000, "total_pages": 1, "next_page_url": null}});
    let client = support::namecoach(transport([page]));
    let (found, said) = read(client.read_pronunciations(&about).await.unwrap()).await;
    assert_eq!(found.len(), 1);
    let want = "participants.list is incomplete: participants without an address, who may be the person: 1 (on Staff)";
    assert_eq!(said.as_deref(), Some(want));
}

#[tokio::test(start_paused = true)]
async fn only_namecoachs_own_404_says_that_nobody_has_an_address() {
    let own = json!({"message": "Not Found"}).to_string();
    let about = About::everybody().email(IMKE);
    for (label, about, body, is_absence) in [
        ("its own", about.clone(), own.as_str(), true),
        ("a page for people", about.clone(), "<html>Not Found</html>", false),
        ("empty", about.clone(), "", false),
        ("an empty object", about, "{}", false),
        ("its own, where nobody was asked for", About::everybody(), own.as_str(), false),
    ] {
        let options = ClientOptions::new().transport(Scripted::new([Step::answer(404, body.to_owned())]));
        let reading = support::namecoach(options).read_pronunciations(&about).await;
        match reading {
            Ok(reading) if is_absence => assert_eq!(read(reading).await, (vec![], None), "{label}"),
            Err(Error::NotFound(_)) if !is_absence => {}
            other => panic!("{label}: {other:?}"),
        }
    }
}

fn enrollment(learner: Learner) -> Enrollment {
    let stage = Stated { is: Stage::Open, word: None };
    Enrollment { vendor: "any", id: None, learner, course: Course::default(), stage, completion: None }
}

#[tokio::test]
async fn a_record_that_cannot_be_joined_is_counted_and_named_and_stands_alone() {
    let person = |id: Option<&str>, email: Option<&str>| Learner {
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
            said("records without an address, which stand in rows of their own: 2 (1, 2)"),
        ),
        (
            "one has several records",
            vec![person(Some("1"), None), person(Some("1"), None)],
            1,
            said("records without an address, which stand in rows of their own: 2 (1)"),
        ),
        (
            "what is the organisation's or a person's is not shown",
            vec![person(None, None)],
            1,
            said("records without an address, which stand in rows of their own: 1"),
        ),
        (
            "many",
            (1..=7).map(|id| person(Some(&id.to_string()), None)).collect(),
            7,
            said("records without an address, which stand in rows of their own: 7 (1, 2, 3, 4, 5, …)"),
        ),
        (
            "an empty id is none, and joins nobody",
            vec![
                Learner { own_id: None, ..person(Some(" "), None) },
                Learner { own_id: None, ..person(Some(" "), None) },
            ],
            2,
            said("records without an address, which stand in rows of their own: 2"),
        ),
    ] {
        let vendor =
            Anything { enrollments: people.into_iter().map(enrollment).collect(), ..Anything::default() };
        let roll = Roll::read(&Vendors::new().completions(vendor), &About::everybody(), |_| {}).await;
        assert_eq!(roll.learners.len(), rows, "{label}");
        assert_eq!(roll.asked[0].problem.as_ref().map(ToString::to_string), problem, "{label}");
        let incomplete: &[&str] = if problem.is_some() { &["any"] } else { &[] };
        assert!(roll.learners.iter().all(|row| row.incomplete == incomplete), "{label}");
    }

    let recording = Stated { is: Recording::Missing, word: None };
    let pronunciation = Pronunciation {
        vendor: "any",
        learner: person(None, None),
        name_page: Some("Staff".to_owned()),
        recording,
        in_letters: None,
    };
    let vendor = Anything { pronunciations: vec![pronunciation], ..Anything::default() };
    let roll = Roll::read(&Vendors::new().pronunciations(vendor), &About::everybody(), |_| {}).await;
    let want = "pronunciations is incomplete: records without an address, which stand in rows of their own: 1 (Staff)";
    assert_eq!(roll.asked[0].problem.as_ref().map(ToString::to_string).as_deref(), Some(want));
}
