//! The vendor's quirks, one row each, in the order of its contract.

use std::future::Future;
use std::pin::Pin;

use serde_json::{Value, json};
use tassel_core::testing::Step;
use tassel_namecoach::model::{
    CreatedParticipant, Export, IconCode, Include, NewExport, NewParticipant, Participant,
};
use tassel_namecoach::{Error, Outcome, TryStreamExt};

use crate::support::{ROOT, TOKEN, body_of, offline, ok, page, participant, scripted, target_of};

type Quirk = fn() -> Pin<Box<dyn Future<Output = ()> + Send>>;

const RECORDING: &str = "https://recordings.example.org/1.mp3?digest=0f1e2d3c";

#[tokio::test(start_paused = true)]
async fn each_quirk() {
    let quirks: &[(&str, Quirk)] = &[
        ("the token is bare", || Box::pin(the_token_is_bare())),
        ("recording_link in practice, recording_url on paper", || {
            Box::pin(async { recording_has_two_names() })
        }),
        ("420 is a bad request", || Box::pin(status_420_is_a_bad_request())),
        ("202, 201, and an empty 200", || Box::pin(successes_differ())),
        ("latest and search shadow an id", || Box::pin(async { some_ids_are_operations() })),
        ("the parameter token is a person", || Box::pin(async { token_is_a_person() })),
        ("one address, many participants", || Box::pin(one_address_many_participants())),
        ("no photo is a placeholder, no recording is null", || {
            Box::pin(async { absence_is_said_in_two_ways() })
        }),
        ("the id comes in a link, and nowhere else", || Box::pin(async { the_id_comes_in_a_link() })),
        ("custom_attributes are asked for, custom_objects come", || {
            Box::pin(async { attributes_have_two_names() })
        }),
        ("a search's next page leads to the unfiltered list", || Box::pin(a_search_stays_a_search())),
        ("an export's name page comes back changed", || Box::pin(the_name_page_changes())),
        ("an unknown name page is 404 in a path, 422 in a filter", || Box::pin(unknown_pages_differ())),
        ("offsets without a colon", || Box::pin(async { offsets_without_a_colon() })),
        ("the headers contradict the text", || Box::pin(the_headers_correct_the_quota())),
        ("recordings are personal", || Box::pin(recordings_are_personal())),
        ("embedded HTML has script in it", || Box::pin(html_is_unchanged())),
        ("a picture's URL is not checked by the vendor", || Box::pin(async { pictures_are_checked_here() })),
        ("examples that slipped", || Box::pin(async { documentation_errors_are_not_copied() })),
        ("reasons differ in case and end", || Box::pin(reasons_are_not_matched())),
    ];
    assert_eq!(quirks.len(), 20);
    for (label, quirk) in quirks {
        let done = tokio::spawn(quirk()).await;
        assert!(done.is_ok(), "{label}: {done:?}");
    }
}

fn of(value: &Value) -> Participant {
    serde_json::from_value(value.clone()).unwrap()
}

async fn the_token_is_bare() {
    let (client, script) = scripted([ok(&json!({"exports": []}))]);
    client.exports().list().send().await.unwrap();
    assert_eq!(script.requests()[0].headers()["authorization"], TOKEN);
}

fn recording_has_two_names() {
    for (value, want) in [
        (json!({"recording_link": RECORDING}), Some(RECORDING)),
        (json!({"recording_url": RECORDING}), Some(RECORDING)),
        (json!({"recording_link": RECORDING, "recording_url": "https://other.example.org"}), Some(RECORDING)),
        (json!({"recording_url": "https://other.example.org", "recording_link": RECORDING}), Some(RECORDING)),
        (json!({"recording_link": null, "recording_url": RECORDING}), Some(RECORDING)),
        (json!({"recording_url": RECORDING, "recording_link": null}), Some(RECORDING)),
        (json!({"recording_link": null}), None),
        (json!({}), None),
    ] {
        assert_eq!(of(&value).recording(), want, "{value}");
    }
}

async fn status_420_is_a_bad_request() {
    let (client, script) = scripted([Step::answer(420, r#"{"message": "Bad Request"}"#)]);
    let new = NewParticipant::new("A", "B", "a@example.org");
    let error = client.participants().create("harbour", new).send().await.unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error:?}");
    assert_eq!(error.outcome(), Outcome::NotApplied);
    assert_eq!(script.requests().len(), 1, "it is not sent again");
    assert_eq!(client.quota().time_for(1).await.as_secs(), 0, "and nothing is paused");
}

async fn successes_differ() {
    let export = json!({"export": {"id": "7", "state": "initial"}});
    let created = json!({"participant": participant("a@example.org", "x", None)});
    let (client, _) = scripted([
        Step::answer(202, export.to_string()),
        Step::answer(201, created.to_string()),
        Step::answer(200, ""),
    ]);
    client.exports().create(NewExport::default().name_page_id("x")).send().await.unwrap();
    let new = NewParticipant::new("A", "B", "a@example.org");
    client.participants().create("x", new).send().await.unwrap();
    client.moodle().synchronize("consumer", "118").send().await.unwrap();
}

fn some_ids_are_operations() {
    for id in ["latest", "search"] {
        let error = offline().participants().get(id).request().unwrap_err();
        assert!(matches!(error, Error::InvalidInput { .. }), "{error:?}");
    }
    let (path, _) = target_of(offline().participants().get("latest/../search?x").request());
    assert_eq!(path, "/participants/latest%2F..%2Fsearch%3Fx");
}

fn token_is_a_person() {
    let (path, query) = target_of(offline().participants().latest("a+b@example.org").request());
    assert_eq!(
        (path.as_str(), query),
        ("/participants/latest", vec!["token=a%2Bb%40example.org".to_owned()])
    );
    assert!(!query_holds_token(&offline().participants().latest("a@example.org").request().unwrap()));
}

fn query_holds_token(request: &http::Request<tassel_core::kit::Bytes>) -> bool {
    request.uri().to_string().contains(TOKEN)
}

async fn one_address_many_participants() {
    let people = [participant("a@example.org", "x", None), participant("a@example.org", "y", None)];
    let (client, _) = scripted([ok(&page(&people, 1, 1, 2))]);
    let found: Vec<_> = client.participants().list().stream().try_collect().await.unwrap();
    assert_eq!(found.len(), 2);
}

fn absence_is_said_in_two_ways() {
    let nothing = of(&participant("a@example.org", "x", None));
    assert!(nothing.photo.is_some());
    assert_eq!((nothing.picture(), nothing.recording()), (None, None));
    let mut both = participant("a@example.org", "x", Some(RECORDING));
    both["photo"] = json!("https://photos.example.org/1.jpg");
    let both = of(&both);
    assert_eq!((both.picture(), both.recording()), (both.photo.as_deref(), Some(RECORDING)));
}

fn the_id_comes_in_a_link() {
    for (meta, want) in [
        (json!({"link": "https://x.example.org/api/private/v4/participants/5f3c"}), Some("5f3c")),
        (
            json!({"link": "https://x.example.org/api/private/v4/participants/5f3c/?format=json"}),
            Some("5f3c"),
        ),
        (json!({"link": "https://x.example.org/elsewhere/5f3c"}), None),
        (json!({"link": "https://x.example.org/participants/"}), None),
        (json!({"link": null}), None),
        (Value::Null, None),
    ] {
        let created = json!({"participant": {}, "meta": meta});
        let created: CreatedParticipant = serde_json::from_value(created).unwrap();
        assert_eq!(created.token().map(|token| token.to_string()).as_deref(), want, "{meta}");
    }
}

fn attributes_have_two_names() {
    let (_, query) =
        target_of(offline().participants().get("7").include([Include::CustomAttributes]).request());
    assert_eq!(query, ["include=custom_attributes"]);
    let read = of(&json!({"custom_objects": {"honorific": "Dr.", "berths": 3, "pronouns": null}}));
    assert_eq!(read.custom_objects.unwrap().len(), 3);
    assert_eq!(of(&json!({"custom_objects": null})).custom_objects, None);
    let new = NewParticipant::new("A", "B", "a@example.org").custom_objects([("custom_field_1", "Dr.")]);
    let body = body_of(offline().participants().create("x", new).request());
    assert_eq!(body["participant"]["custom_objects"], json!({"custom_field_1": "Dr."}));
}

async fn a_search_stays_a_search() {
    let pages = [
        page(&[participant("a@example.org", "x", None)], 1, 2, 2),
        page(&[participant("b@example.org", "x", None)], 2, 2, 2),
    ];
    let (client, script) = scripted(pages.iter().map(ok));
    let search = client.participants().search(["a@example.org", "b@example.org"]).page_size(1);
    let found: Vec<_> = search.stream().try_collect().await.unwrap();
    assert_eq!(found.len(), 2);
    for (number, request) in script.requests().into_iter().enumerate() {
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri().path(), format!("{ROOT}/participants/search"));
        assert_eq!(request.uri().host(), Some("www.name-coach.com"), "the URL that came is not followed");
        let want = json!({"page": number + 1, "per_page": 1, "email_list": "a@example.org,b@example.org"});
        assert_eq!(body_of(Ok(request)), want);
    }
}

async fn the_name_page_changes() {
    let answer = json!({"export": {"id": "7", "state": "initial", "name_page_id": "harbour-237eyc55"}});
    let (client, _) = scripted([Step::answer(202, answer.to_string())]);
    let export = client.exports().create(NewExport::default().name_page_id("harbour")).send().await.unwrap();
    assert_eq!(export.name_page_id.unwrap().to_string(), "harbour-237eyc55");
}

async fn unknown_pages_differ() {
    let invalid = json!({"message": "Validation error", "errors": {"name_page_id": ["is not found"]}});
    let (client, _) =
        scripted([Step::answer(404, r#"{"message": "Not Found"}"#), Step::answer(422, invalid.to_string())]);
    let error = client.participants().list_of_name_page("nowhere").send().await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    let error =
        client.exports().create(NewExport::default().name_page_id("nowhere")).send().await.unwrap_err();
    assert!(matches!(&error, Error::Invalid(it) if it.fields()[0].field == "name_page_id"), "{error:?}");
}

fn offsets_without_a_colon() {
    let given = json!({"id": "7", "state": "initial", "created_at": "2017-12-14T12:32:56+0000"});
    let export: Export = serde_json::from_value(given.clone()).unwrap();
    let created = export.created_at.as_ref().unwrap().instant().unwrap();
    assert_eq!(created.to_string(), "2017-12-14T12:32:56Z");
    assert_eq!(serde_json::to_value(&export).unwrap(), given, "and it is written back as it came");
    let body = body_of(offline().exports().create(NewExport::default().updated_after(created)).request());
    assert_eq!(body["export"]["updated_after"], "2017-12-14T12:32:56+0000");
    for text in ["2017-12-14T12:32:56Z", "2017-12-14T12:32:56.000+00:00"] {
        let export: Export =
            serde_json::from_value(json!({"id": "7", "state": "initial", "created_at": text})).unwrap();
        assert_eq!(export.created_at.unwrap().instant(), Some(created), "{text}");
    }
}

async fn the_headers_correct_the_quota() {
    let empty = ok(&json!({"exports": []}));
    let with_headers = empty.header("nc-rate-limit-limit", "300").header("nc-rate-limit-remaining", "295");
    let (client, _) = scripted([with_headers.header("nc-rate-limit-reset", "841")]);
    assert_eq!(client.quota().left().await, 1000);
    client.exports().list().send().await.unwrap();
    assert_eq!(client.quota().left().await, 295);
}

async fn recordings_are_personal() {
    let odd = json!({"participant": {"recording_link": {"url": RECORDING}}});
    let (client, _) = scripted([ok(&odd)]);
    let error = client.participants().get("a@example.org").send().await.unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("recordings.example.org") && !shown.contains("digest"), "{shown}");
    for name in ["recording_link", "email", "embed_image"] {
        let marked = include_str!("../../openapi.yaml").split(&format!("        {name}:\n")).nth(1).unwrap();
        assert!(marked.lines().take(7).any(|line| line.trim() == "x-tassel-personal: true"), "{name}");
    }
}

async fn html_is_unchanged() {
    let html =
        r#"<span id="c"><script>(function() { play("https://x/1.mp3?a=1&b=2"); }).call();</script></span>"#;
    let (client, _) = scripted([ok(&json!({"participant": {"embed_image": html, "embed_iframe": null}}))]);
    let asked = client.participants().get("7").include([Include::Embeddables]);
    let participant = asked.send().await.unwrap();
    assert_eq!((participant.embed_image.as_deref(), participant.embed_iframe), (Some(html), None));
}

fn pictures_are_checked_here() {
    let ask = |url: &str| {
        offline().participants().get("7").icon_code(IconCode::PlayButton).play_button_img_url(url).request()
    };
    for url in
        ["http:/example.org/image.png", "javascript:play()", "https://x/\"><script>", "https://x/a b", ""]
    {
        assert!(matches!(ask(url), Err(Error::InvalidInput { .. })), "{url}");
    }
    for url in ["https://academy.example.org/play.png?size=20&v=1", "http://academy.example.org/"] {
        assert!(ask(url).is_ok(), "{url}");
    }
}

fn documentation_errors_are_not_copied() {
    let participants = offline().participants();
    for request in [
        participants.list_of_name_page("x").request(),
        participants.get_of_name_page("x", "7").request(),
        offline().exports().get("7").request(),
        offline().exports().list().request(),
    ] {
        let request = request.unwrap();
        assert!(
            request.body().is_empty() && !request.headers().contains_key("content-type"),
            "{}",
            request.uri()
        );
    }
    let (_, query) = target_of(participants.latest("a@example.org").request());
    assert_eq!(query, ["token=a%40example.org"], "it cannot be left off");
}

async fn reasons_are_not_matched() {
    for reason in ["Is not valid.", "is invalid", "IS INVALID!"] {
        let body = json!({"message": "Unprocessable entity", "errors": {"email": [reason]}});
        let (client, _) = scripted([Step::answer(422, body.to_string())]);
        let new = NewParticipant::new("A", "B", "a@example.org");
        let error = client.participants().create("x", new).send().await.unwrap_err();
        let Error::Invalid(rejection) = &error else { panic!("{error:?}") };
        assert_eq!(
            (rejection.fields()[0].field.as_str(), rejection.fields()[0].message.as_str()),
            ("email", reason)
        );
    }
}
