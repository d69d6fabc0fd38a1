//! Participants.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tassel_namecoach::TryStreamExt;
use tassel_namecoach::pronunciation::Pronunciation;
use tassel_sandbox::{Fault, FaultKind, Sandbox, Start};

use super::{PAGE, ask, client, get, search, secs};

#[tokio::test]
async fn participants_are_created_and_read() {
    let sandbox = Sandbox::new();
    let new = json!({"participant": {
        "first_name": "Lucía", "last_name": "Etxe", "email": "Lucy@Example.org", "phone_number": "+12025550143",
        "notes": "prefers Lucy", "custom_objects": {"custom_field_2": "Ms", "unknown": "x"},
    }});
    let (status, created) = ask(&sandbox, "POST", PAGE, &new.to_string()).await;
    assert_eq!((status, &created["participant"]["custom_objects"]), (201, &json!({})), "{created}");
    assert_eq!(created["participant"]["recording_link"], Value::Null);
    let token = created["meta"]["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    assert!(token.len() == 32 && token.bytes().all(|digit| digit.is_ascii_hexdigit()), "{token}");
    for path in [
        format!("/participants/{token}?include=custom_attributes"),
        "/participants/lucy%40example.org?include=embeddables,custom_attributes".to_owned(),
        format!("{PAGE}/lucy@example.org?include=custom_attributes"),
        "/name_pages/7C1D9/participants/LUCY@example.org?include=custom_attributes%2Cother".to_owned(),
        format!("/participants/latest?token={token}&include=custom_attributes"),
    ] {
        let participant = &get(&sandbox, &path).await["participant"];
        assert_eq!(participant["email"], "Lucy@Example.org", "{path}");
        assert_eq!(participant["custom_objects"], json!({"honorific": "Ms"}), "{path}");
        assert_eq!(participant.get("embed_iframe").is_some(), path.contains("embeddables"), "{path}");
    }
    // Only the first badge has the joined name.
    let other =
        json!({"participant": {"first_name": "Lucía", "last_name": "Etxe", "email": "other@example.org"}});
    let (_, other) = ask(&sandbox, "POST", PAGE, &other.to_string()).await;
    let badge = |created: &Value| created["participant"]["name_badge_link"].as_str().unwrap().to_owned();
    assert_eq!(badge(&created), "https://names.example.org/lucíaetxe");
    assert!(badge(&other).starts_with("https://names.example.org/lucía-etxe-"), "{other}");
    for (label, path, body, status, want) in [
        ("not JSON", PAGE, "{", 420, json!({"message": "Bad Request"})),
        ("no participant", PAGE, r#"{"email": "a@example.org"}"#, 420, json!({"message": "Bad Request"})),
        (
            "nothing in it",
            PAGE,
            r#"{"participant": {}}"#,
            422,
            json!({"message": "Unprocessable entity", "errors": {"email": ["is invalid", "can't be blank"]}}),
        ),
        (
            "all wrong",
            PAGE,
            r#"{"participant": {"email": "a b@x", "phone_number": "0123"}}"#,
            422,
            json!({
                "message": "Unprocessable entity",
                "errors": {"email": ["is invalid"], "phone_number": ["Is not valid."]},
            }),
        ),
        (
            "no such page",
            "/name_pages/nowhere/participants",
            r#"{"participant": {}}"#,
            404,
            json!({"message": "Not Found"}),
        ),
    ] {
        assert_eq!(ask(&sandbox, "POST", path, body).await, (status, want), "{label}");
    }
}

#[tokio::test]
async fn the_academy_at_namecoach() {
    let sandbox = Sandbox::new();
    let client = client(&sandbox);
    let all: Vec<_> = client.participants().list().stream().try_collect().await.unwrap();
    let mut pages: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    for participant in &all {
        pages.entry(participant.email.clone().unwrap()).or_default().push(participant.recording().is_some());
    }
    assert_eq!((all.len(), pages.len()), (36, 35));
    assert_eq!(pages["zofia.wojcik@example.org"].len(), 2, "on two pages");
    assert_eq!(pages.values().filter(|recorded| recorded.len() > 1).count(), 1);
    let silent: Vec<_> = pages.iter().filter(|(_, recorded)| !recorded.contains(&true)).collect();
    assert_eq!(silent, [(&"kwame.asante@example.org".to_owned(), &vec![false])], "has not recorded");
    assert!(pages.contains_key("joao.figueiredo@before.example.org"), "an earlier address");
    assert!(!pages.contains_key("caspian.thorne@example.org"), "on no page");
    for (email, want) in [
        ("zofia.wojcik@example.org", "recorded"),
        ("kwame.asante@example.org", "not recorded"),
        ("caspian.thorne@example.org", "not found"),
        ("joao.figueiredo@example.org", "not found"),
    ] {
        let got = match client.participants().pronunciation(email).send().await.unwrap() {
            Pronunciation::Recorded(_) => "recorded",
            Pronunciation::NotRecorded(_) => "not recorded",
            _ => "not found",
        };
        assert_eq!(got, want, "{email}");
    }
    // The newest of two is not the one with the recording.
    let newest = client.participants().latest("zofia.wojcik@example.org").send().await.unwrap();
    assert!(newest.recording().is_none() && newest.recording_date.is_none());
    let imani = client.participants().latest("LRN-0001").send().await.unwrap();
    assert!(imani.email.unwrap().starts_with("imani") && imani.recording_date.unwrap().instant().is_some());
    let (status, nobody) = ask(&sandbox, "GET", "/participants/latest", "").await;
    assert_eq!((status, nobody), (404, json!({"message": "Not Found"})), "the latest of an unknown address");
    // A participant records their name by a control.
    let record = |body: Value| sandbox.control("namecoach", "record", &body);
    assert_eq!(record(json!({"email": "Kwame.Asante@example.org"})), Ok(json!({"recorded": 1})));
    let kwame = client.participants().pronunciation("kwame.asante@example.org").send().await.unwrap();
    assert!(matches!(kwame, Pronunciation::Recorded(_)), "{kwame:?}");
    assert!(record(json!({"email": "nobody@example.org"})).unwrap_err().contains("no participant"));
    assert!(record(json!({})).unwrap_err().contains("`email` is missing"));
    assert!(sandbox.control("namecoach", "sing", &Value::Null).unwrap_err().contains("no control `sing`"));
    let empty = Sandbox::start(Start { seed: 0, empty: true });
    let nobody = get(&empty, "/participants").await;
    assert_eq!((&nobody["participants"], &nobody["meta"]["total_count"]), (&json!([]), &json!(0)));
}

#[tokio::test]
async fn listings_are_paged() {
    let sandbox = Sandbox::new();
    let page = |query: &'static str| {
        let sandbox = sandbox.clone();
        async move { get(&sandbox, &format!("/participants?{query}")).await }
    };
    let first = page("").await;
    assert_eq!(
        (first["participants"].as_array().unwrap().len(), &first["meta"]["total_pages"]),
        (10, &json!(4))
    );
    for (label, query, count, next) in [
        ("the last", "page=4", 6, false),
        ("past the end", "page=5", 0, false),
        ("far past the end", "page=18446744073709551615&per_page=18446744073709551615", 0, false),
        ("nonsense", "page=x&per_page=-1&icon_code=9&include=,,&email_list=,", 10, true),
        ("in two", "per_page=18", 18, true),
        ("all", "per_page=2000", 36, false),
        ("one address", "email_list=IMANI.okonjo%40example.org", 1, false),
        ("two addresses", "email_list=imani.okonjo@example.org%2Czofia.wojcik@example.org", 3, false),
        ("an id", "institution_id_list=LRN-0001,LRN-0003", 2, false),
        ("both", "institution_id_list=LRN-0001&email_list=zofia.wojcik@example.org", 0, false),
    ] {
        let got = page(query).await;
        assert_eq!(got["participants"].as_array().unwrap().len(), count, "{label}");
        assert_eq!(
            (&got["meta"]["count"], got["meta"].get("next_page_url").is_some()),
            (&json!(count), next),
            "{label}"
        );
    }
    let embedded = page(
        "per_page=1&include=embeddables,custom_attributes&icon_code=2&play_button_img_url=http:/x.example.org/p.png\
         &email_list=zofia.wojcik@example.org",
    )
    .await;
    // The HTML contains the picture unescaped, and the URL of the next page lacks it.
    let next = "https://www.name-coach.com/api/private/v4/participants?email_list=zofia%2Ewojcik%40example%2Eorg\
                &format=json&include=embeddables%2Ccustom%5Fattributes&page=2&per_page=1";
    assert_eq!(embedded["meta"]["next_page_url"], next);
    let zofia = &embedded["participants"][0];
    let html = zofia["embed_image"].as_str().unwrap();
    assert!(html.contains("src=\"http:/x.example.org/p.png\"") && html.contains("<script>"), "{html}");
    let frame = zofia["embed_iframe"].as_str().unwrap();
    let button = frame.split("playbutton/").nth(1).unwrap().split('"').next().unwrap();
    assert!(button.len() == 40 && html.contains(&format!("container_{button}2")), "{frame}");
    // The next page of a search is the unfiltered listing.
    let found = search(&sandbox, &json!({"email_list": "zofia.wojcik@example.org", "per_page": "1"})).await;
    let plain = "https://www.name-coach.com/api/private/v4/participants?format=json&page=2&per_page=1";
    assert_eq!((&found["meta"]["next_page_url"], &found["meta"]["total_count"]), (&json!(plain), &json!(2)));
}

#[tokio::test]
async fn ignored_paging_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.fault(Fault::new(FaultKind::IgnorePaging)).unwrap();
    let list = client(&sandbox).participants().list().page_size(10);
    let error = list.stream().try_collect::<Vec<_>>().await.unwrap_err();
    let want = "participants.list is incomplete: page 2 repeats what was read before it";
    assert_eq!((error.kind(), error.to_string().as_str()), ("incomplete", want));
}

#[tokio::test]
async fn a_search_accepts_lists_in_any_form() {
    let sandbox = Sandbox::new();
    let two = "imani.okonjo@example.org,rafael.lindqvist@example.org";
    let count = |answer: &Value| answer["meta"]["total_count"].as_u64().unwrap();
    for (label, body, want) in [
        ("a text", json!({"email_list": two}).to_string(), 2),
        ("a list", json!({"email_list": two.split(',').collect::<Vec<_>>(), "page": "1"}).to_string(), 2),
        ("a form", format!("email_list={}&per_page=5", two.replace('@', "%40")), 2),
        ("ids", json!({"institution_id_list": ["LRN-0001", 7]}).to_string(), 1),
        ("an empty list", json!({"email_list": []}).to_string(), 36),
        ("an empty text", json!({"email_list": ""}).to_string(), 36),
        ("nothing", String::new(), 36),
        ("not an object", "[1]".to_owned(), 36),
        ("later", json!({"email_list": two, "updated_after": "2030-01-01T00:00:00+0000"}).to_string(), 0),
        ("earlier", json!({"email_list": two, "updated_before": "2030-01-01T00:00:00+00:00"}).to_string(), 2),
        ("no time", json!({"email_list": two, "updated_after": "soon"}).to_string(), 2),
    ] {
        let (status, answer) = ask(&sandbox, "POST", "/participants/search", &body).await;
        assert_eq!((status, count(&answer)), (200, want), "{label}: {answer}");
    }
    sandbox.advance(secs(3_600));
    let before = client(&sandbox);
    let since: jiff::Timestamp = sandbox.now();
    sandbox.advance(secs(60));
    sandbox.control("namecoach", "record", &json!({"email": "rafael.lindqvist@example.org"})).unwrap();
    let changed = before.participants().search(two.split(',')).updated_after(since).lists_as_documented();
    let changed: Vec<_> = changed.stream().try_collect().await.unwrap();
    assert_eq!(changed.len(), 1, "only who has recorded since");
}
