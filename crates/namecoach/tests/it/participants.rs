//! Participants: fetched, listed, searched and created.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::testing::Step;
use tassel_namecoach::model::{IconCode, Include, InstitutionId, NewParticipant, Participant};
use tassel_namecoach::participants::{GetParticipant, ListParticipants, SearchParticipants};
use tassel_namecoach::pronunciation::Pronunciation;
use tassel_namecoach::{Client, Error, SecondsOffset, Timestamp, TryStreamExt};

use crate::support::{ROOT, TOKEN, body_of, client, offline, ok, page, participant, scripted, target_of};

const PICTURE: &str = "https://academy.example.org/play.png";

#[test]
fn requests_for_one_participant() {
    let participants = offline().participants();
    let everything = |call: GetParticipant| {
        call.include([Include::Embeddables, Include::CustomAttributes])
            .icon_code(IconCode::OtherLoudspeaker)
            .play_button_img_url(PICTURE)
    };
    let all = [
        "icon_code=2",
        "include=embeddables%2Ccustom_attributes",
        "play_button_img_url=https%3A%2F%2Facademy.example.org%2Fplay.png",
    ];
    let with_user = |user: &'static str| [all.as_slice(), &[user]].concat();
    for (label, call, path, query) in [
        ("by address", participants.get("i.o+1@example.org"), "/participants/i.o%2B1%40example.org", vec![]),
        (
            "by token",
            everything(participants.get("5f3c9a0d7e2b4c18a6d1f0e9b8c7a6d5")),
            "/participants/5f3c9a0d7e2b4c18a6d1f0e9b8c7a6d5",
            all.to_vec(),
        ),
        (
            "latest",
            participants.latest("i@example.org"),
            "/participants/latest",
            vec!["token=i%40example.org"],
        ),
        (
            "latest, by uid",
            everything(participants.latest(90210)),
            "/participants/latest",
            with_user("token=90210"),
        ),
        (
            "of a name page",
            everything(participants.get_of_name_page("7C1D9", "i@example.org")),
            "/name_pages/7C1D9/participants/i%40example.org",
            all.to_vec(),
        ),
        (
            "ids that would leave the path",
            participants.get_of_name_page("a/b?c", "d#e/../f"),
            "/name_pages/a%2Fb%3Fc/participants/d%23e%2F..%2Ff",
            vec![],
        ),
    ] {
        let (got_path, got) = target_of(call.request());
        assert_eq!(
            (got_path.as_str(), got),
            (path, query.iter().map(ToString::to_string).collect()),
            "{label}"
        );
    }
}

#[test]
fn requests_of_list() {
    let list = || offline().participants().list();
    macro_rules! everything {
        ($list:expr) => {
            $list
                .emails(["a+b@example.org", "c@example.org"])
                .institution_ids([InstitutionId::from("90210"), InstitutionId::from(7)])
                .include([Include::CustomAttributes])
                .icon_code(IconCode::PlayButton)
                .play_button_img_url(PICTURE)
                .page_size(25)
                .request()
        };
    }
    let all = vec![
        "email_list=a%2Bb%40example.org%2Cc%40example.org",
        "icon_code=0",
        "include=custom_attributes",
        "institution_id_list=90210%2C7",
        "page=1",
        "per_page=25",
        "play_button_img_url=https%3A%2F%2Facademy.example.org%2Fplay.png",
    ];
    let of_page = |name_page: &str| offline().participants().list_of_name_page(name_page);
    for (label, request, path, query) in [
        ("nothing set", list().request(), "/participants", vec!["page=1", "per_page=100"]),
        ("every filter", everything!(list()), "/participants", all.clone()),
        (
            "resumed",
            list().resume("page:7".parse().unwrap()).request(),
            "/participants",
            vec!["page=7", "per_page=100"],
        ),
        ("of a name page", everything!(of_page("harbour")), "/name_pages/harbour/participants", all),
    ] {
        let (got_path, got) = target_of(request);
        assert_eq!(
            (got_path.as_str(), got),
            (path, query.iter().map(ToString::to_string).collect()),
            "{label}"
        );
    }
}

#[test]
fn requests_of_search() {
    let search = |emails: &[&str]| offline().participants().search(emails.iter().copied());
    let two = ["a@example.org", "b@example.org"];
    let everything = |search: SearchParticipants| {
        let after: tassel_core::kit::jiff::Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let before: jiff::Zoned = "2026-07-01T00:00:00+02:00[+02:00]".parse().unwrap();
        search
            .institution_ids(["90210", "7"])
            .updated_after(after)
            .updated_before(before)
            .include([Include::Embeddables, Include::CustomAttributes])
            .icon_code(IconCode::Loudspeaker)
            .play_button_img_url(PICTURE)
            .page_size(500)
    };
    let all = |emails: Value, ids: Value| {
        json!({
            "page": 1, "per_page": 500, "email_list": emails, "institution_id_list": ids,
            "include": "embeddables,custom_attributes", "updated_after": "2026-01-01T00:00:00+0000",
            "updated_before": "2026-07-01T00:00:00+0200", "icon_code": 1, "play_button_img_url": PICTURE,
        })
    };
    let lists = all(json!(["a@example.org", "b@example.org"]), json!(["90210", "7"]));
    for (label, search, want) in [
        (
            "addresses",
            search(&two),
            json!({"page": 1, "per_page": 100, "email_list": "a@example.org,b@example.org"}),
        ),
        (
            "ids",
            offline().participants().search_by_institution_id([90210, 7]),
            json!({"page": 1, "per_page": 100, "institution_id_list": "90210,7"}),
        ),
        ("everything", everything(search(&two)), all(json!("a@example.org,b@example.org"), json!("90210,7"))),
        ("everything in lists", everything(search(&two)).lists_as_documented(), lists.clone()),
        ("lists, and then more", everything(search(&two).lists_as_documented()), lists),
    ] {
        assert_eq!(body_of(search.request()), want, "{label}");
    }
}

#[test]
fn requests_of_create() {
    let new = || NewParticipant::new("Lucía", "Etxeberria", "lucia@example.org");
    for (label, new, want) in [
        (
            "as little as can be",
            new(),
            json!({"first_name": "Lucía", "last_name": "Etxeberria", "email": "lucia@example.org"}),
        ),
        (
            "everything",
            new()
                .phone_number("+12025550143")
                .notes("prefers Lucy")
                .custom_objects([("custom_field_1", "Registry"), ("custom_field_2", "Ms")]),
            json!({
                "first_name": "Lucía", "last_name": "Etxeberria", "email": "lucia@example.org",
                "phone_number": "+12025550143", "notes": "prefers Lucy",
                "custom_objects": {"custom_field_1": "Registry", "custom_field_2": "Ms"},
            }),
        ),
    ] {
        let request = offline().participants().create("harbour/staff", new).request();
        let path = request.as_ref().unwrap().uri().path().to_owned();
        assert_eq!(path, format!("{ROOT}/name_pages/harbour%2Fstaff/participants"), "{label}");
        assert_eq!(body_of(request), json!({"participant": want}), "{label}");
    }
}

#[tokio::test]
async fn ambiguous_inputs_are_refused() {
    let (client, script) = scripted([]);
    let participants = client.participants();
    let list = || participants.list();
    let of_page = |name_page| participants.list_of_name_page(name_page);
    let search = |emails: &[&str]| participants.search(emails.iter().copied());
    let nobody: [&str; 0] = [];
    for (label, listing, problem) in [
        ("nobody", list().emails(nobody), "`email_list` is an empty list, which might mean all"),
        ("no id", list().institution_ids(nobody), "`institution_id_list` is an empty list"),
        ("a blank address", list().emails(["a@example.org", " "]), "has a blank item"),
        ("two addresses in one", list().emails(["a@example.org,b@example.org"]), "has an item with a comma"),
        ("no URL", list().play_button_img_url("play.png"), "`play_button_img_url` is not a URL"),
    ] {
        for problem_found in [
            listing.clone().send().await.unwrap_err(),
            listing.stream().try_collect::<Vec<_>>().await.unwrap_err(),
        ] {
            assert_refused(label, &problem_found, problem);
        }
    }
    for (label, listing, problem) in [
        ("nobody of a page", of_page("harbour").emails(nobody), "`email_list` is an empty list"),
        ("a blank id", of_page("harbour").institution_ids([""]), "has a blank item"),
        ("no name page", of_page(""), "`name_page_id` is empty"),
    ] {
        assert_refused(label, &listing.send().await.unwrap_err(), problem);
    }
    for (label, search, problem) in [
        ("a search for nobody", search(&[]), "`email_list` is an empty list"),
        (
            "a search for no id",
            participants.search_by_institution_id(nobody),
            "`institution_id_list` is an empty list",
        ),
        ("nobody, and an id", search(&[]).institution_ids(["7"]), "`email_list` is an empty list"),
        ("a blank one in lists", search(&[""]).lists_as_documented(), "has a blank item"),
        ("a picture", search(&["a@example.org"]).play_button_img_url("https://x\"><script>"), "is not a URL"),
    ] {
        assert_refused(label, &search.send().await.unwrap_err(), problem);
    }
    for (label, call, problem) in [
        ("no id", participants.get(""), "`id_or_email` is empty"),
        ("another operation", participants.get("latest"), "`id_or_email` is `latest`"),
        ("another operation", participants.get("search"), "`id_or_email` is `search`"),
        ("of a name page", participants.get_of_name_page("harbour", "latest"), "`id_or_email` is `latest`"),
        ("another path", participants.get_of_name_page("..", "a@example.org"), "`name_page_id` is `..`"),
        ("no user", participants.latest(" "), "the address or uid is empty"),
        ("a picture", participants.get("a@example.org").play_button_img_url("http:/x/y.png"), "is not a URL"),
    ] {
        assert_refused(label, &call.send().await.unwrap_err(), problem);
    }
    for email in ["", "a@example.org,b@example.org"] {
        let error = participants.pronunciation(email).send().await.unwrap_err();
        assert_refused("pronunciation", &error, "`email_list` has a");
    }
    assert!(script.requests().is_empty(), "nothing was sent");
}

fn assert_refused(label: &str, error: &Error, problem: &str) {
    assert_eq!(error.kind(), "invalid_input", "{label}");
    assert!(error.to_string().contains(problem), "{label}: {error}");
    assert!(!error.to_string().contains('@'), "{label}: {error}");
}

#[tokio::test]
async fn one_participant_over_http() {
    let server = MockServer::start_async().await;
    let mut answer =
        participant("imani@example.org", "harbour", Some("https://recordings.example.org/1.mp3?digest=0f"));
    answer["institution_id"] = json!(90210);
    answer["custom_objects"] = json!({"honorific": "Dr.", "berths": 3, "gender_pronouns": null});
    answer["recording_date"] = json!("2026-02-19T16:05:41.207-08:00");
    answer["shoe_size"] = json!(38);
    let mock = server
        .mock_async(|when, then| {
            when.method(GET)
                .path(format!("{ROOT}/participants/imani%40example.org"))
                .query_param("include", "custom_attributes")
                .header("authorization", TOKEN)
                .header("accept", "application/json");
            then.status(200)
                .header("content-type", "application/json")
                .json_body(json!({"participant": answer}));
        })
        .await;
    let asked = client(&server).participants().get("imani@example.org").include([Include::CustomAttributes]);
    let imani = asked.send().await.unwrap();
    mock.assert_async().await;
    assert_eq!(imani.recording(), Some("https://recordings.example.org/1.mp3?digest=0f"));
    assert_eq!(imani.picture(), None);
    assert_eq!(imani.institution_id, Some(InstitutionId::from("90210")));
    assert_eq!(imani.custom_objects.as_ref().unwrap()["honorific"], "Dr.");
    let recorded = imani.recording_date.as_ref().unwrap().instant().unwrap();
    assert_eq!(recorded.to_string(), "2026-02-20T00:05:41.207Z");
    assert_eq!(imani.extra["shoe_size"], 38);
}

#[tokio::test]
async fn creating_over_http() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.method(POST)
                .path(format!("{ROOT}/name_pages/harbour/participants"))
                .header("content-type", "application/json")
                .json_body(json!({"participant": {"first_name": "A", "last_name": "B", "email": "a@example.org"}}));
            then.status(201).json_body(json!({
                "participant": participant("a@example.org", "harbour", None),
                "meta": {"link": "https://names.example.org/api/private/v4/participants/5f3c9a0d?format=json"},
            }));
        })
        .await;
    let new = NewParticipant::new("A", "B", "a@example.org");
    let created = client(&server).participants().create("harbour", new).send().await.unwrap();
    mock.assert_async().await;
    assert_eq!(created.participant.recording(), None);
    assert_eq!(created.token().unwrap().to_string(), "5f3c9a0d");
}

#[tokio::test]
async fn a_list_counts_its_pages() {
    let server = MockServer::start_async().await;
    for (number, people) in [
        (1, vec![participant("a@example.org", "x", None), participant("a@example.org", "y", None)]),
        // An item that moved to the next page during the listing.
        (2, vec![participant("a@example.org", "y", None), participant("b@example.org", "x", None)]),
        (3, vec![participant("c@example.org", "x", None)]),
    ] {
        server
            .mock_async(|when, then| {
                when.method(GET)
                    .path(format!("{ROOT}/participants"))
                    .query_param("page", number.to_string())
                    .query_param("per_page", "2")
                    .query_param("icon_code", "1");
                then.status(200).json_body(page(&people, number, 3, 4));
            })
            .await;
    }
    let list = client(&server).participants().list().page_size(2).icon_code(IconCode::Loudspeaker);
    let found: Vec<_> = list.stream().try_collect().await.unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|p| format!("{}/{}", p.email.as_deref().unwrap(), p.event_slug.as_ref().unwrap()))
        .collect();
    assert_eq!(found, ["a@example.org/x", "a@example.org/y", "b@example.org/x", "c@example.org/x"]);
}

#[tokio::test]
async fn inconsistent_listings_are_incomplete() {
    let (a, b) = (participant("a@example.org", "x", None), participant("b@example.org", "x", None));
    let next = |mut page: Value, url: Value| {
        page["meta"]["next_page_url"] = url;
        page
    };
    let complete = None;
    for (label, pages, want) in [
        ("nobody, one page", vec![page(&[], 1, 1, 0)], complete),
        ("nobody, no page", vec![page(&[], 1, 0, 0)], complete),
        ("one page", vec![page(std::slice::from_ref(&a), 1, 1, 1)], complete),
        ("null for no next page", vec![next(page(std::slice::from_ref(&a), 1, 1, 1), Value::Null)], complete),
        ("no meta: until empty", vec![json!({"participants": [a]}), json!({"participants": []})], complete),
        (
            "meta that says nothing: until empty",
            vec![json!({"participants": [a], "meta": {}}), json!({"participants": [], "meta": {}})],
            complete,
        ),
        (
            "too few",
            vec![page(std::slice::from_ref(&a), 1, 1, 2)],
            Some("1 of the 2 items that the vendor counts were read"),
        ),
        (
            "no next page, and more pages",
            vec![
                next(page(std::slice::from_ref(&a), 1, 2, 2), Value::Null),
                page(std::slice::from_ref(&b), 2, 2, 2),
            ],
            complete,
        ),
        (
            "a next page after the last",
            vec![next(page(std::slice::from_ref(&a), 1, 1, 1), json!("https://names.example.org/"))],
            Some("after page 1 the vendor names a next page, and counts 1 pages"),
        ),
        (
            "the same page again and again",
            vec![page(std::slice::from_ref(&a), 1, 3, 3), page(std::slice::from_ref(&a), 2, 3, 3)],
            Some("page 2 repeats what was read before it"),
        ),
        (
            "a page that is empty before the end",
            vec![page(std::slice::from_ref(&a), 1, 3, 3), page(&[], 2, 3, 3)],
            Some("page 2 is empty, and the vendor names a next page"),
        ),
        ("two pages", vec![page(&[a], 1, 2, 2), page(&[b], 2, 2, 2)], complete),
    ] {
        let (client, script) = scripted(pages.iter().map(ok));
        let read: Result<Vec<Participant>, _> = client.participants().list().stream().try_collect().await;
        let text = read.err().map(|error| error.to_string());
        let want = want.map(|want| format!("participants.list is incomplete: {want}"));
        assert_eq!(text, want, "{label}");
        assert_eq!(script.requests().len(), pages.len(), "{label}");
    }
}

#[tokio::test]
async fn pronunciations() {
    let imani = |slug: &str, recording| participant("Imani@Example.org", slug, recording);
    let recording = Some("https://recordings.example.org/1.mp3");
    let other = participant("other@example.org", "x", recording);
    let nameless = json!({"first_name": "No", "email": null, "recording_link": recording});
    for (label, steps, want) in [
        ("recorded", vec![ok(&page(&[imani("x", recording)], 1, 1, 1))], "recorded on x"),
        (
            "recorded on another page",
            vec![ok(&page(&[imani("x", None), imani("y", recording)], 1, 1, 2))],
            "recorded on y",
        ),
        (
            "recorded, on the second page of the listing",
            vec![ok(&page(&[imani("x", None)], 1, 2, 2)), ok(&page(&[imani("y", recording)], 2, 2, 2))],
            "recorded on y",
        ),
        (
            "not recorded",
            vec![ok(&page(&[imani("x", None), imani("y", None)], 1, 1, 2))],
            "not recorded on x",
        ),
        ("an empty text", vec![ok(&page(&[imani("x", Some(""))], 1, 1, 1))], "not recorded on x"),
        ("not found", vec![ok(&page(&[], 1, 1, 0))], "not found"),
        ("404", vec![Step::answer(404, r#"{"message": "Not Found"}"#)], "not found"),
        ("somebody else's", vec![ok(&page(&[other, nameless], 1, 1, 2))], "not found"),
    ] {
        let (client, script) = scripted(steps);
        let answer = client.participants().pronunciation("imani@example.org").send().await.unwrap();
        let slug = || answer.participant().unwrap().event_slug.as_ref().unwrap().to_string();
        let text = match &answer {
            Pronunciation::Recorded(_) => format!("recorded on {}", slug()),
            Pronunciation::NotRecorded(_) => format!("not recorded on {}", slug()),
            _ => "not found".to_owned(),
        };
        assert_eq!(text, want, "{label}");
        assert_eq!(answer.recording().is_some(), want.starts_with("recorded"), "{label}");
        assert!(
            script.requests()[0].uri().query().unwrap().contains("email_list=imani%40example.org"),
            "{label}"
        );
    }
    let found = |participant: Value| Some(serde_json::from_value::<Participant>(participant).unwrap());
    assert!(matches!(Pronunciation::from(found(imani("x", recording))), Pronunciation::Recorded(_)));
    assert!(matches!(Pronunciation::from(found(imani("x", None))), Pronunciation::NotRecorded(_)));
    assert!(matches!(Pronunciation::from(None), Pronunciation::NotFound));
}

#[test]
fn clients_and_calls_can_be_shared_and_spawned() {
    fn is_shared<T: Clone + Send + Sync + 'static>() {}
    fn is_sent<T: Send>(_: T) {}
    is_shared::<Client>();
    is_shared::<tassel_namecoach::participants::Participants>();
    is_shared::<GetParticipant>();
    is_shared::<ListParticipants>();
    is_shared::<SearchParticipants>();
    is_shared::<tassel_namecoach::pronunciation::GetPronunciation>();
    is_shared::<tassel_namecoach::exports::WaitForExport>();
    is_shared::<tassel_namecoach::moodle::Moodle>();
    is_shared::<Timestamp<SecondsOffset>>();
    is_sent(offline().participants().get("a@example.org").send());
    is_sent(offline().participants().pronunciation("a@example.org").send());
    is_sent(offline().participants().list().stream());
    is_sent(offline().exports().wait("7").send());
}
