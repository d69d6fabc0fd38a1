//! What vendors are asked, what a reading takes, and how it ends.

use std::time::Duration;

use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tassel_core::ClientOptions;
use tassel_core::kit::jiff::civil::date;
use tassel_core::testing::{Scripted, Step};
use tassel_records::roll::{Roll, Vendors};
use tassel_records::{
    About, Completions, Credentials, Error, Kind, Mapped, Plan, Pronunciations, Reading, Source,
};

use crate::support::{self, read, transport};

const IMKE: &str = "imke@example.org";

/// A transport that takes a second for each answer, and what it was sent: path, query and body.
fn slow(answers: impl IntoIterator<Item = Value>) -> Scripted {
    let step = |body: Value| Step::answer(200, body.to_string()).after(Duration::from_secs(1));
    Scripted::new(answers.into_iter().map(step).collect::<Vec<_>>())
}

fn sent(transport: &Scripted) -> Vec<(String, Value)> {
    let request = |it: &tassel_core::kit::http::Request<tassel_core::kit::Bytes>| {
        let path = it.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
        (path, serde_json::from_slice(it.body()).unwrap_or_default())
    };
    transport.requests().iter().map(request).collect()
}

fn options(transport: &Scripted) -> ClientOptions {
    ClientOptions::new().transport(transport.clone())
}

fn participants(number: usize, total: u64, next: &str) -> Value {
    let people: Vec<_> = (0..number).map(|it| json!({"email": format!("{it}@example.org")})).collect();
    json!({"participants": people, "meta": {"total_count": total, "current_page": 1, "per_page": 1000, "next_page_url": next}})
}

#[tokio::test(start_paused = true)]
async fn accredible_is_asked_for_a_person_and_a_day_and_a_plan_is_made_of_its_pace() {
    let issuer = json!({"issuer": {"id": 1}});
    let page = |number: usize, total: u64, cursor: Value| {
        let credentials: Vec<_> = (0..number).map(|it| json!({"id": it, "recipient_email": IMKE})).collect();
        json!({"credentials": credentials, "meta": {"count": total, "cursor": cursor}})
    };
    for (label, about, answer, query, calls, takes, records) in [
        ("everybody", About::everybody(), page(2, 2, json!(null)), json!({}), 0, 0, Some(2)),
        ("many", About::everybody(), page(2, 7, json!("next")), json!({}), 3, 3, Some(7)),
        (
            "one, since a day",
            About::everybody().email(format!(" {IMKE} ")).since(date(2026, 3, 14)),
            page(1, 1, json!(null)),
            json!({"recipient_email": IMKE, "issued_from": "2026-03-14"}),
            0,
            0,
            Some(1),
        ),
    ] {
        let transport = slow([issuer.clone(), answer]);
        let client = support::accredible(options(&transport));
        assert_eq!((Credentials::vendor(&client), client.kind()), ("accredible", Kind::Credential));
        let reading = client.read_credentials(&about).await.unwrap();
        assert_eq!((reading.plan.calls, reading.plan.records), (calls, records), "{label}");
        assert_eq!(reading.plan.takes, Duration::from_secs(takes), "{label}: two calls took two seconds");
        assert_eq!(reading.as_of, None, "{label}");
        let (_, body) = &sent(&transport)[1];
        let text = body.to_string();
        let asked: Vec<_> = query.as_object().unwrap().values().map(|it| it.as_str().unwrap()).collect();
        assert!(asked.iter().all(|it| text.contains(&format!("{it:?}"))), "{label}: {text}");
        assert!(text.contains("100"), "{label}: {text}");
        assert_eq!(text.contains(IMKE), about.email.is_some(), "{label}: {text}");
    }
}

#[tokio::test]
async fn the_day_is_accredibles() {
    for (label, header, day) in [
        ("its clock", Some("Sat, 14 Mar 2026 23:30:00 GMT"), Some("2026-03-14")),
        ("not understood", Some("soon"), None),
        ("not said", None, None),
    ] {
        let issuer = Step::answer(200, json!({"issuer": {"id": 1}}).to_string());
        let issuer = header.map_or(Step::answer(200, json!({"issuer": {"id": 1}}).to_string()), |it| {
            issuer.header("date", it)
        });
        let page = Step::answer(200, json!({"credentials": [], "meta": {"count": 0}}).to_string());
        let client = support::accredible(ClientOptions::new().transport(Scripted::new([issuer, page])));
        let roll = Roll::read(&Vendors::new().accredible(client), &About::everybody(), |_| {}).await;
        assert!(roll.is_complete(), "{label}");
        assert_eq!(roll.as_of.to_string() == "2026-03-14", day.is_some(), "{label}: {}", roll.as_of);
    }
}

#[tokio::test(start_paused = true)]
async fn coursepath_is_read_course_by_course_at_the_pace_of_the_calls_so_far() {
    let member = |id: i64| json!({"id": id, "email": format!("{id}@example.org")});
    // Two courses, of which the first has three members.
    let answers = [
        json!([{"id": 1}, {"id": 2}]),
        json!([]),
        json!([member(7), member(8), member(9)]),
        json!([]),
        json!([member(7)]),
        json!([]),
        json!({"completed": null}),
        json!({"completed": null}),
        json!({"completed": null}),
        json!({"completed": null}),
    ];
    let transport = slow(answers);
    let client = support::coursepath(options(&transport));
    assert_eq!(Completions::vendor(&client), "coursepath");
    let reading = client.read_completions(&About::everybody()).await.unwrap();
    assert_eq!((reading.plan.calls, reading.plan.records), (4, Some(4)));
    // Six calls took six seconds.
    assert_eq!(reading.plan.takes, Duration::from_secs(1), "a second each, four at a time");
    let (found, _) = read(reading).await;
    let whose: Vec<_> = found.iter().map(|it| (&it["course"]["id"], &it["learner"]["id"])).collect();
    assert_eq!(json!(whose), json!([[1, 7], [1, 8], [1, 9], [2, 7]]), "in order, each with its own member");

    let imke = json!([{"id": 7, "email": IMKE}, {"id": 8, "email": IMKE.to_uppercase()}]);
    let courses = |ids: &[i64]| json!(ids.iter().map(|id| json!({"id": id})).collect::<Vec<_>>());
    let answers = [imke, json!([]), courses(&[1, 2, 3]), json!([]), courses(&[4]), json!([])];
    let transport = slow(answers);
    let client = support::coursepath(options(&transport));
    let reading = client.read_completions(&About::everybody().email(format!(" {IMKE}"))).await.unwrap();
    assert_eq!((reading.plan.calls, reading.plan.takes), (4, Duration::from_secs(1)));
    let (path, _) = &sent(&transport)[0];
    assert!(path.contains("email=imke%40example.org"), "{path}");
}

#[tokio::test(start_paused = true)]
async fn damstra_is_asked_for_all_users_and_two_calls_for_each() {
    let users = |number: i64, total: Value| {
        let users: Vec<_> = (0..number).map(|it| json!({"id": it, "emailAddress": IMKE})).collect();
        json!({"results": users, "meta": {"totalResultCount": total}})
    };
    for (label, about, answer, calls) in [
        ("everybody", About::everybody(), users(3, json!(3)), 6),
        ("many", About::everybody(), users(3, json!(8)), 2 + 16),
        ("not counted", About::everybody(), users(3, json!(null)), 1 + 6),
        ("one", About::everybody().email(format!(" {IMKE} ")), users(1, json!(1)), 2),
    ] {
        let transport = slow([answer]);
        let client = support::damstra(options(&transport));
        assert_eq!(Completions::vendor(&client), "damstra");
        let reading = client.read_completions(&about).await.unwrap();
        assert_eq!(reading.plan.calls, calls, "{label}");
        assert_eq!(reading.plan.takes, Duration::from_millis(250 * calls), "{label}: four at a time");
        let text = format!("{:?}", sent(&transport)[0]);
        assert_eq!(text.contains("imke"), about.email.is_some(), "{label}: {text}");
        assert!(text.contains("100"), "{label}: {text}");
        assert!(text.to_lowercase().contains("all"), "{label}: those who left too: {text}");
    }
}

#[tokio::test(start_paused = true)]
async fn falkor_and_namecoach_are_asked_for_one_person_alone() {
    let about = About::everybody().email(format!(" {IMKE} "));
    for (about, is_asked) in [(about, true), (About::everybody(), false)] {
        let transport = slow([json!({"status": "success", "data": {"users": []}})]);
        let client = support::falkor(options(&transport));
        assert_eq!((Completions::vendor(&client), Credentials::vendor(&client)), ("falkor", "falkor"));
        assert_eq!(client.kind(), Kind::Certificate);
        let reading = client.read_completions(&about).await.unwrap();
        assert_eq!((reading.plan.calls, reading.plan.records), (0, Some(0)));
        assert_eq!(format!("{:?}", sent(&transport)).contains(&format!("{IMKE:?}")), is_asked);

        let awarded = json!([{"story": {"ID": "EV1"}, "certificates": [{"email": IMKE}, {"email": IMKE}]}]);
        let transport = slow([json!({"status": "success", "data": awarded})]);
        let reading = support::falkor(options(&transport)).read_credentials(&about).await.unwrap();
        assert_eq!((reading.plan.calls, reading.plan.records), (0, Some(2)));
        assert_eq!(format!("{:?}", sent(&transport)).contains(&format!("{IMKE:?}")), is_asked);

        let transport = slow([participants(2, 7, "https://e.org/2")]);
        let client = support::namecoach(options(&transport));
        assert_eq!(Pronunciations::vendor(&client), "namecoach");
        let reading = client.read_pronunciations(&about).await.unwrap();
        assert_eq!((reading.plan.calls, reading.plan.records), (3, Some(7)));
        assert_eq!(reading.plan.takes, Duration::from_secs(3), "a second each");
        let text = format!("{:?}", sent(&transport));
        assert_eq!(text.contains("imke"), is_asked, "{text}");
        assert!(text.contains("per_page=1000"), "{text}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_listing_that_was_cut_short_ends_in_what_is_missing_and_what_was_not_told() {
    let courses = json!([{"id": 1}, {"name": "Knots"}]);
    // The second page of members repeats the first.
    let members = json!([{"id": 7, "email": IMKE}]);
    let answers = [courses, json!([]), members.clone(), members, json!({"completed": null})];
    let client = support::coursepath(transport(answers));
    let (found, said) = read(client.read_completions(&About::everybody()).await.unwrap()).await;
    assert_eq!(found.len(), 1);
    let want = "members.list_of_course is incomplete: the page at offset 1 repeats what was read before it; \
                courses without an id, whose members were not asked for: 1 (Knots)";
    assert_eq!(said.as_deref(), Some(want));

    // Of two listings that were cut short the first is named.
    let courses = json!([{"id": 1}]);
    let members = json!([{"id": 7, "email": IMKE}]);
    let answers = [courses.clone(), courses, members.clone(), members, json!({"completed": null})];
    let client = support::coursepath(transport(answers));
    let (_, said) = read(client.read_completions(&About::everybody()).await.unwrap()).await;
    let want = "courses.list is incomplete: the page at offset 1 repeats what was read before it";
    assert_eq!(said.as_deref(), Some(want));

    // So are the courses of a member, and the members with an address.
    let imke = json!([{"id": 7, "email": IMKE}]);
    for (label, answers, operation) in [
        (
            "courses",
            vec![imke.clone(), json!([]), json!([{"id": 1}]), json!([{"id": 1}]), json!({"completed": null})],
            "courses.list_of_member",
        ),
        (
            "members",
            vec![imke.clone(), imke, json!([{"id": 1}]), json!([]), json!({"completed": null})],
            "members.list",
        ),
    ] {
        let client = support::coursepath(transport(answers));
        let (found, said) =
            read(client.read_completions(&About::everybody().email(IMKE)).await.unwrap()).await;
        let want = format!("{operation} is incomplete: the page at offset 1 repeats what was read before it");
        assert_eq!((found.len(), said), (1, Some(want)), "{label}");
    }

    let users = json!({"results": [{"id": 5, "emailAddress": IMKE}], "meta": {"totalResultCount": 1}});
    let schedules = json!({"results": [{"id": 76}]});
    let client = support::damstra(transport([users, schedules.clone(), schedules]));
    let (found, said) = read(client.read_completions(&About::everybody()).await.unwrap()).await;
    let want =
        "lesson_schedules.list_of_user is incomplete: the page at offset 1 repeats what was read before it";
    assert_eq!((found.len(), said.as_deref()), (1, Some(want)));

    let issuer = json!({"issuer": {"id": 1}});
    let page =
        json!({"credentials": [{"id": 10}, {"id": 11, "recipient_email": IMKE}], "meta": {"count": 9}});
    let rest = json!({"credentials": [], "meta": {"count": 9}});
    let client = support::accredible(transport([issuer, page, rest]));
    let roll = Roll::read(&Vendors::new().accredible(client), &About::everybody(), |_| {}).await;
    let want = "credentials.search is incomplete: 2 of the 9 items that the vendor counts were read; \
                records without an address, which stand in rows of their own: 1 (10)";
    assert_eq!(roll.asked[0].problem.as_ref().map(ToString::to_string).as_deref(), Some(want));
}

#[tokio::test(start_paused = true)]
async fn an_error_stands_alone_and_nothing_comes_after_it() {
    let answers = |last: Step| {
        let first =
            [json!([{"id": 1}, {"name": "Knots"}]), json!([]), json!([{"id": 7, "email": IMKE}]), json!([])];
        let steps = first.into_iter().map(|body| Step::answer(200, body.to_string())).chain([last]);
        ClientOptions::new().transport(Scripted::new(steps.collect::<Vec<_>>()))
    };
    let client = support::coursepath(answers(Step::answer(403, r#"{"message":"no"}"#)));
    let reading = client.read_completions(&About::everybody()).await.unwrap();
    let ended: Vec<_> = reading.records.collect().await;
    assert!(matches!(ended.as_slice(), [Err(Error::Denied(_))]), "{ended:?}");

    let other = |number: u64| Ok(Mapped::new(number, Source::Other(json!(number)), &[]));
    let error = || Err(Error::Config("no".to_owned()));
    let reading = Reading::new(Plan::calls(3), stream::iter([other(1), error(), other(2), error()]));
    assert_eq!((reading.plan.calls, reading.plan.takes), (3, Duration::ZERO));
    assert!(format!("{reading:?}").starts_with("Reading { plan: Plan { calls: 3"), "{reading:?}");
    let came: Vec<_> = reading.records.collect().await;
    assert!(matches!(came.as_slice(), [Ok(_), Err(Error::Config(_))]), "{came:?}");
}

#[test]
fn a_question_is_about_everybody_unless_it_is_said() {
    let about = About::everybody();
    assert_eq!((about.email, about.since), (None, None));
    let about = About::everybody().email(IMKE).since(date(2026, 3, 14));
    assert_eq!((about.email.as_deref(), about.since), (Some(IMKE), Some(date(2026, 3, 14))));
}

#[test]
fn what_is_lost_of_a_record_is_told_by_name() {
    let source = json!({"a": 1, "b": {"c": null, "d": [1], "e": {"f": "x"}}, "z": false});
    let lost = |carried| -> Vec<(String, Value)> {
        let mapped: Mapped<()> = Mapped::new((), Source::Other(source.clone()), carried);
        mapped.lost().into_iter().map(|lost| (lost.field, lost.value)).collect()
    };
    let field = |name: &str, value: Value| (name.to_owned(), value);
    let d = || field("b.d", json!([1]));
    assert_eq!(lost(&[]), [field("a", json!(1)), d(), field("b.e.f", json!("x")), field("z", json!(false))]);
    assert_eq!(lost(&["a", "b.e", "z"]), [d()]);
    assert_eq!(lost(&["b"]), [field("a", json!(1)), field("z", json!(false))]);
    assert!(lost(&["a", "b", "z"]).is_empty());
    let source_of = |source| Mapped::<()>::new((), Source::Other(source), &[]).lost();
    let names: Vec<_> =
        source_of(json!({"a": {"z": 1}, "a-b": 2})).into_iter().map(|lost| lost.field).collect();
    assert_eq!(names, ["a-b", "a.z"], "by name");
    assert_eq!(Mapped::<u8>::new(7, Source::Other(source), &[]).into_record(), 7);
}

/// That each vendor is known by the type it is asked through.
#[tokio::test(start_paused = true)]
async fn each_vendor_joins_by_its_own_name() {
    let sandbox = tassel_sandbox::Sandbox::new();
    let vendors = support::vendors(&sandbox, |it| it);
    let want = r#"Vendors { completions: ["coursepath", "damstra", "falkor"], credentials: ["accredible", "falkor"], pronunciations: ["namecoach"] }"#;
    assert_eq!(format!("{vendors:?}"), want);
}
