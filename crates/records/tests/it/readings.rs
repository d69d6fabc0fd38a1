//! The requests of each reading, its plan, and how it ends.

use std::time::Duration;

use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tassel_core::ClientOptions;
use tassel_core::kit::jiff::civil::date;
use tassel_core::testing::{Scripted, Step};
use tassel_records::roll::{Roll, Vendors};
use tassel_records::{
    Completions, CredentialKind, Credentials, Error, MappedRecord, Plan, Pronunciations, Reading, Scope,
    Source,
};

use crate::support::{self, read, transport};

const IMKE: &str = "imke@example.org";

/// A transport that takes a second for each answer.
fn slow(answers: impl IntoIterator<Item = Value>) -> Scripted {
    let step = |body: Value| Step::answer(200, body.to_string()).after(Duration::from_secs(1));
    Scripted::new(answers.into_iter().map(step).collect::<Vec<_>>())
}

/// The requests: path with query, and body.
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
async fn accredible_filters_and_plan() {
    let issuer = json!({"issuer": {"id": 1}});
    let page = |number: usize, total: u64, cursor: Value| {
        let credentials: Vec<_> = (0..number).map(|it| json!({"id": it, "recipient_email": IMKE})).collect();
        json!({"credentials": credentials, "meta": {"count": total, "cursor": cursor}})
    };
    for (label, scope, answer, query, calls, takes, records) in [
        ("everybody", Scope::everybody(), page(2, 2, json!(null)), json!({}), 0, 0, Some(2)),
        ("many", Scope::everybody(), page(2, 7, json!("next")), json!({}), 3, 3, Some(7)),
        (
            "one, since a day",
            Scope::everybody().email(format!(" {IMKE} ")).since(date(2026, 3, 14)),
            page(1, 1, json!(null)),
            json!({"recipient_email": IMKE, "issued_from": "2026-03-14"}),
            0,
            0,
            Some(1),
        ),
    ] {
        let transport = slow([issuer.clone(), answer]);
        let client = support::accredible(options(&transport));
        assert_eq!((Credentials::vendor(&client), client.kind()), ("accredible", CredentialKind::Credential));
        let reading = client.read_credentials(&scope).await.unwrap();
        assert_eq!((reading.plan.calls, reading.plan.records), (calls, records), "{label}");
        assert_eq!(reading.plan.duration, Duration::from_secs(takes), "{label}: two calls took two seconds");
        assert_eq!(reading.as_of, None, "{label}");
        let (_, body) = &sent(&transport)[1];
        let text = body.to_string();
        let asked: Vec<_> = query.as_object().unwrap().values().map(|it| it.as_str().unwrap()).collect();
        assert!(asked.iter().all(|it| text.contains(&format!("{it:?}"))), "{label}: {text}");
        assert!(text.contains("100"), "{label}: {text}");
        assert_eq!(text.contains(IMKE), scope.email.is_some(), "{label}: {text}");
    }
}

#[tokio::test]
async fn the_day_comes_from_accredible() {
    for (label, header, day) in [
        ("its clock", Some("Sat, 14 Mar 2026 23:30:00 GMT"), Some("2026-03-14")),
        ("cannot be parsed", Some("soon"), None),
        ("missing", None, None),
    ] {
        let issuer = Step::answer(200, json!({"issuer": {"id": 1}}).to_string());
        let issuer = header.map_or(Step::answer(200, json!({"issuer": {"id": 1}}).to_string()), |it| {
            issuer.header("date", it)
        });
        let page = Step::answer(200, json!({"credentials": [], "meta": {"count": 0}}).to_string());
        let client = support::accredible(ClientOptions::new().transport(Scripted::new([issuer, page])));
        let roll = Roll::read(&Vendors::new().accredible(client), &Scope::everybody(), |_| {}).await;
        assert!(roll.is_complete(), "{label}");
        assert_eq!(roll.as_of.to_string() == "2026-03-14", day.is_some(), "{label}: {}", roll.as_of);
    }
}

#[tokio::test(start_paused = true)]
async fn coursepath_order_and_plan() {
    let member = |id: i64| json!({"id": id, "email": format!("{id}@example.org")});
    // The first course has three members, the second one.
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
    let reading = client.read_completions(&Scope::everybody()).await.unwrap();
    assert_eq!((reading.plan.calls, reading.plan.records), (4, Some(4)));
    // Six calls took six seconds.
    assert_eq!(reading.plan.duration, Duration::from_secs(1), "a second each, four at a time");
    let (found, _) = read(reading).await;
    let whose: Vec<_> = found.iter().map(|it| (&it["course"]["id"], &it["learner"]["id"])).collect();
    assert_eq!(json!(whose), json!([[1, 7], [1, 8], [1, 9], [2, 7]]), "in order, each with its own member");

    let imke = json!([{"id": 7, "email": IMKE}, {"id": 8, "email": IMKE.to_uppercase()}]);
    let courses = |ids: &[i64]| json!(ids.iter().map(|id| json!({"id": id})).collect::<Vec<_>>());
    let answers = [imke, json!([]), courses(&[1, 2, 3]), json!([]), courses(&[4]), json!([])];
    let transport = slow(answers);
    let client = support::coursepath(options(&transport));
    let reading = client.read_completions(&Scope::everybody().email(format!(" {IMKE}"))).await.unwrap();
    assert_eq!((reading.plan.calls, reading.plan.duration), (4, Duration::from_secs(1)));
    let (path, _) = &sent(&transport)[0];
    assert!(path.contains("email=imke%40example.org"), "{path}");
}

#[tokio::test(start_paused = true)]
async fn damstra_filters_and_plan() {
    let users = |number: i64, total: Value| {
        let users: Vec<_> = (0..number).map(|it| json!({"id": it, "emailAddress": IMKE})).collect();
        json!({"results": users, "meta": {"totalResultCount": total}})
    };
    for (label, scope, answer, calls) in [
        ("everybody", Scope::everybody(), users(3, json!(3)), 6),
        ("many", Scope::everybody(), users(3, json!(8)), 2 + 16),
        ("not counted", Scope::everybody(), users(3, json!(null)), 1 + 6),
        ("one", Scope::everybody().email(format!(" {IMKE} ")), users(1, json!(1)), 2),
    ] {
        let transport = slow([answer]);
        let client = support::damstra(options(&transport));
        assert_eq!(Completions::vendor(&client), "damstra");
        let reading = client.read_completions(&scope).await.unwrap();
        assert_eq!(reading.plan.calls, calls, "{label}");
        assert_eq!(reading.plan.duration, Duration::from_millis(250 * calls), "{label}: four at a time");
        let text = format!("{:?}", sent(&transport)[0]);
        assert_eq!(text.contains("imke"), scope.email.is_some(), "{label}: {text}");
        assert!(text.contains("100"), "{label}: {text}");
        assert!(text.to_lowercase().contains("all"), "{label}: those who left too: {text}");
    }
}

#[tokio::test(start_paused = true)]
async fn falkor_and_namecoach_filters_and_plan() {
    let scope = Scope::everybody().email(format!(" {IMKE} "));
    for (scope, is_asked) in [(scope, true), (Scope::everybody(), false)] {
        let transport = slow([json!({"status": "success", "data": {"users": []}})]);
        let client = support::falkor(options(&transport));
        assert_eq!((Completions::vendor(&client), Credentials::vendor(&client)), ("falkor", "falkor"));
        assert_eq!(client.kind(), CredentialKind::Certificate);
        let reading = client.read_completions(&scope).await.unwrap();
        assert_eq!((reading.plan.calls, reading.plan.records), (0, Some(0)));
        assert_eq!(format!("{:?}", sent(&transport)).contains(&format!("{IMKE:?}")), is_asked);

        let awarded = json!([{"story": {"ID": "EV1"}, "certificates": [{"email": IMKE}, {"email": IMKE}]}]);
        let transport = slow([json!({"status": "success", "data": awarded})]);
        let reading = support::falkor(options(&transport)).read_credentials(&scope).await.unwrap();
        assert_eq!((reading.plan.calls, reading.plan.records), (0, Some(2)));
        assert_eq!(format!("{:?}", sent(&transport)).contains(&format!("{IMKE:?}")), is_asked);

        let transport = slow([participants(2, 7, "https://e.org/2")]);
        let client = support::namecoach(options(&transport));
        assert_eq!(Pronunciations::vendor(&client), "namecoach");
        let reading = client.read_pronunciations(&scope).await.unwrap();
        assert_eq!((reading.plan.calls, reading.plan.records), (3, Some(7)));
        assert_eq!(reading.plan.duration, Duration::from_secs(3), "a second each");
        let text = format!("{:?}", sent(&transport));
        assert_eq!(text.contains("imke"), is_asked, "{text}");
        assert!(text.contains("per_page=1000"), "{text}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_incomplete_listing_ends_with_an_error_that_names_the_gaps() {
    let courses = json!([{"id": 1}, {"name": "Knots"}]);
    // The second page of members repeats the first.
    let members = json!([{"id": 7, "email": IMKE}]);
    let answers = [courses, json!([]), members.clone(), members, json!({"completed": null})];
    let client = support::coursepath(transport(answers));
    let (found, said) = read(client.read_completions(&Scope::everybody()).await.unwrap()).await;
    assert_eq!(found.len(), 1);
    let want = "members.list_of_course is incomplete: the page at offset 1 repeats what was read before it; \
                courses without an id; their members were not requested: 1 (Knots)";
    assert_eq!(said.as_deref(), Some(want));

    // With two incomplete listings, the first is named.
    let courses = json!([{"id": 1}]);
    let members = json!([{"id": 7, "email": IMKE}]);
    let answers = [courses.clone(), courses, members.clone(), members, json!({"completed": null})];
    let client = support::coursepath(transport(answers));
    let (_, said) = read(client.read_completions(&Scope::everybody()).await.unwrap()).await;
    let want = "courses.list is incomplete: the page at offset 1 repeats what was read before it";
    assert_eq!(said.as_deref(), Some(want));

    // The listings of one person: the courses of a member, and the members with an address.
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
            read(client.read_completions(&Scope::everybody().email(IMKE)).await.unwrap()).await;
        let want = format!("{operation} is incomplete: the page at offset 1 repeats what was read before it");
        assert_eq!((found.len(), said), (1, Some(want)), "{label}");
    }

    let users = json!({"results": [{"id": 5, "emailAddress": IMKE}], "meta": {"totalResultCount": 1}});
    let schedules = json!({"results": [{"id": 76}]});
    let client = support::damstra(transport([users, schedules.clone(), schedules]));
    let (found, said) = read(client.read_completions(&Scope::everybody()).await.unwrap()).await;
    let want =
        "lesson_schedules.list_of_user is incomplete: the page at offset 1 repeats what was read before it";
    assert_eq!((found.len(), said.as_deref()), (1, Some(want)));

    let issuer = json!({"issuer": {"id": 1}});
    let page =
        json!({"credentials": [{"id": 10}, {"id": 11, "recipient_email": IMKE}], "meta": {"count": 9}});
    let rest = json!({"credentials": [], "meta": {"count": 9}});
    let client = support::accredible(transport([issuer, page, rest]));
    let roll = Roll::read(&Vendors::new().accredible(client), &Scope::everybody(), |_| {}).await;
    let want = "credentials.search is incomplete: 2 of the 9 items that the vendor counts were read; \
                records without an address, listed in rows of their own: 1 (10)";
    assert_eq!(roll.readings[0].error.as_ref().map(ToString::to_string).as_deref(), Some(want));
}

#[tokio::test(start_paused = true)]
async fn an_error_ends_a_reading_and_hides_the_gaps() {
    let answers = |last: Step| {
        let first =
            [json!([{"id": 1}, {"name": "Knots"}]), json!([]), json!([{"id": 7, "email": IMKE}]), json!([])];
        let steps = first.into_iter().map(|body| Step::answer(200, body.to_string())).chain([last]);
        ClientOptions::new().transport(Scripted::new(steps.collect::<Vec<_>>()))
    };
    let client = support::coursepath(answers(Step::answer(403, r#"{"message":"no"}"#)));
    let reading = client.read_completions(&Scope::everybody()).await.unwrap();
    let ended: Vec<_> = reading.records.collect().await;
    assert!(matches!(ended.as_slice(), [Err(Error::Denied(_))]), "{ended:?}");

    let other = |number: u64| Ok(MappedRecord::new(number, Source::Other(json!(number)), &[]));
    let error = || Err(Error::Config("no".to_owned()));
    let reading = Reading::new(Plan::calls(3), stream::iter([other(1), error(), other(2), error()]));
    assert_eq!((reading.plan.calls, reading.plan.duration), (3, Duration::ZERO));
    assert!(format!("{reading:?}").starts_with("Reading { plan: Plan { calls: 3"), "{reading:?}");
    let came: Vec<_> = reading.records.collect().await;
    assert!(matches!(came.as_slice(), [Ok(_), Err(Error::Config(_))]), "{came:?}");
}

#[test]
fn the_default_scope_is_everybody() {
    let scope = Scope::everybody();
    assert_eq!((scope.email, scope.since), (None, None));
    let scope = Scope::everybody().email(IMKE).since(date(2026, 3, 14));
    assert_eq!((scope.email.as_deref(), scope.since), (Some(IMKE), Some(date(2026, 3, 14))));
}

#[test]
fn losses_of_a_mapped_record() {
    let source = json!({"a": 1, "b": {"c": null, "d": [1], "e": {"f": "x"}}, "z": false});
    let lost = |carried| -> Vec<(String, Value)> {
        let mapped: MappedRecord<()> = MappedRecord::new((), Source::Other(source.clone()), carried);
        mapped.losses().into_iter().map(|loss| (loss.field, loss.value)).collect()
    };
    let field = |name: &str, value: Value| (name.to_owned(), value);
    let d = || field("b.d", json!([1]));
    assert_eq!(lost(&[]), [field("a", json!(1)), d(), field("b.e.f", json!("x")), field("z", json!(false))]);
    assert_eq!(lost(&["a", "b.e", "z"]), [d()]);
    assert_eq!(lost(&["b"]), [field("a", json!(1)), field("z", json!(false))]);
    assert!(lost(&["a", "b", "z"]).is_empty());
    let source_of = |source| MappedRecord::<()>::new((), Source::Other(source), &[]).losses();
    let names: Vec<_> =
        source_of(json!({"a": {"z": 1}, "a-b": 2})).into_iter().map(|loss| loss.field).collect();
    assert_eq!(names, ["a-b", "a.z"], "by name");
    assert_eq!(MappedRecord::<u8>::new(7, Source::Other(source), &[]).into_record(), 7);
}

#[tokio::test(start_paused = true)]
async fn each_vendor_is_added_under_its_own_name() {
    let sandbox = tassel_sandbox::Sandbox::new();
    let vendors = support::vendors(&sandbox, |it| it);
    let want = r#"Vendors { completions: ["coursepath", "damstra", "falkor"], credentials: ["accredible", "falkor"], pronunciations: ["namecoach"] }"#;
    assert_eq!(format!("{vendors:?}"), want);
}
