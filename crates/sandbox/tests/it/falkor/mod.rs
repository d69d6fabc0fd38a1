//! Falkor: authentication, rejections and every setting.

mod analytics;
mod data;
mod groups;
mod logs;
mod pathway_logs;
mod pathways;
mod wire;

use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response};
use serde_json::{Value, json};
use tassel_core::kit::Draft;
use tassel_core::transport::Transport;
use tassel_falkor::model::{AddedUser, InviteStatus, ManageGroup, StoryCertificatesFilter, StoryType};
use tassel_falkor::{Client, ClientOptions, OPERATIONS};
use tassel_sandbox::falkor::{TOKEN, WEB_TOKEN};
use tassel_sandbox::{Sandbox, Settings, TrailingQuota};

use crate::support::whole;

async fn send(sandbox: &Sandbox, authorization: &str, path: &str, body: &str) -> Response<Bytes> {
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("https://account.example.org/v1/{path}"))
        .header("authorization", authorization)
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap();
    whole(sandbox.falkor().send(request).await.unwrap()).await
}

/// The status and the body of an answer.
async fn ask(sandbox: &Sandbox, path: &str, parameters: Value) -> (u16, Value) {
    let answer = send(sandbox, &format!("Basic {TOKEN}"), path, &parameters.to_string()).await;
    (answer.status().as_u16(), serde_json::from_slice(answer.body()).unwrap())
}

/// The data of a success.
async fn data(sandbox: &Sandbox, path: &str, parameters: Value) -> Value {
    let (status, mut body) = ask(sandbox, path, parameters).await;
    assert_eq!((status, &body["status"]), (200, &json!("success")), "{body}");
    body["data"].take()
}

fn set(sandbox: &Sandbox, change: impl FnOnce(&mut tassel_sandbox::falkor::Settings)) {
    sandbox.set(|Settings { falkor, .. }| change(falkor));
}

const IMANI: &str = "imani.okonjo@example.org";

fn somebody(email: &str) -> Value {
    json!({"firstname": "Imke", "lastname": "Aalto", "email": email})
}

/// The states of the users' invitations.
async fn invitations(sandbox: &Sandbox, emails: &[&str]) -> String {
    let users = data(sandbox, "groups/status", json!({"email": emails})).await;
    let users = users.as_array().unwrap().iter().map(|user| user["status"].as_str().unwrap());
    users.collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn authentication() {
    let sandbox = Sandbox::new();
    let right = format!("Basic {TOKEN}");
    for (label, authorization, status, words) in [
        ("the token", right.as_str(), 200, Value::Null),
        ("another case", &format!("basic {TOKEN}"), 200, Value::Null),
        ("another token", "Basic YW5vdGhlcg==", 401, json!("The token is missing or not known.")),
        ("another scheme", &format!("Bearer {TOKEN}"), 401, json!("The token is missing or not known.")),
        ("no scheme", TOKEN, 401, json!("The token is missing or not known.")),
        ("nothing", "", 401, json!("The token is missing or not known.")),
    ] {
        let answer = send(&sandbox, authorization, "logs/story-certificates", "{}").await;
        assert_eq!(answer.status(), status, "{label}");
        let body: Value = serde_json::from_slice(answer.body()).unwrap();
        assert_eq!(body["message"], words, "{label}");
    }
    set(&sandbox, |settings| settings.token = "YW5vdGhlcg==".to_owned());
    assert_eq!(send(&sandbox, &right, "groups/status", "{}").await.status(), 401);
}

#[tokio::test]
async fn restricted_api_accounts() {
    let sandbox = Sandbox::new();
    set(&sandbox, |settings| settings.endpoints = Some(vec!["groups.status".to_owned()]));
    assert_eq!(ask(&sandbox, "groups/status", json!({"email": []})).await.0, 200);
    let (status, body) = ask(&sandbox, "groups/manage", json!({"group": "x"})).await;
    assert_eq!((status, &body["message"]), (403, &json!("The API account may not use this endpoint.")));
    set(&sandbox, |settings| settings.address_allowed = false);
    let (status, body) = ask(&sandbox, "groups/status", json!({"email": []})).await;
    assert_eq!(
        (status, &body["message"]),
        (403, &json!("The API account may not be used from this address."))
    );
}

#[tokio::test]
async fn invalid_parameters() {
    let sandbox = Sandbox::new();
    let user = || somebody("imke@example.org");
    let table = |data: Value| json!({"collection": "Berths", "upload": "2026-08", "data": data});
    let rows = |rows: Value| json!({"collection": "Berths", "upload": "2026-08", "rows": rows});
    for (path, parameters, words) in [
        ("groups/manage", json!({}), "The group parameter is required."),
        ("groups/manage", json!({"group": " "}), "The group parameter is required."),
        ("groups/manage", json!({"group": null}), "The group parameter is required."),
        ("groups/manage", json!({"group": ["x"]}), "The group parameter is not a text."),
        ("groups/manage", json!({"group": "x", "add": {}}), "The add parameter is not a list."),
        ("groups/manage", json!({"group": "x", "remove": "a"}), "The remove parameter is not a list."),
        ("groups/manage", json!({"group": "x", "invite": 2}), "The invite parameter is neither 0 nor 1."),
        (
            "groups/manage",
            json!({"group": "x", "app": "y"}),
            "The app parameter names no app of the account.",
        ),
        ("groups/status", json!({}), "The email parameter is required."),
        ("groups/status", json!({"email": IMANI}), "The email parameter is not a list."),
        ("groups/status", json!({"email": [7]}), "The email parameter is not a list of texts."),
        ("groups/insert", json!({"user": user()}), "The groups parameter is required."),
        ("groups/insert", json!({"groups": ["x"]}), "The user parameter is required."),
        ("groups/insert", json!({"groups": ["x"], "user": []}), "The user parameter is not an object."),
        ("groups/insert", json!({"groups": ["x"], "user": {}}), "The firstname parameter is required."),
        (
            "groups/insert",
            json!({"groups": ["x"], "user": user(), "forceSync": "yes"}),
            "The forceSync parameter is neither 0 nor 1.",
        ),
        ("data/upload", json!({"upload": "x"}), "The collection parameter is required."),
        ("data/upload", table(json!([])), "The data parameter has no header."),
        ("data/upload", table(json!([[1]])), "The data parameter has a header that is not a list of texts."),
        ("data/upload", table(json!(["a"])), "The data parameter has a header that is not a list of texts."),
        (
            "data/upload",
            table(json!([["a"], [1, 2]])),
            "The data parameter has a row that does not fit the header.",
        ),
        (
            "data/upload",
            table(json!([["a"], [[]]])),
            "The data parameter has a row that does not fit the header.",
        ),
        ("data/insert", table(json!([])), "The rows parameter is required."),
        ("data/remove", rows(json!(["x"])), "The rows parameter is not a list of whole numbers."),
        ("data/remove", rows(json!([1.5])), "The rows parameter is not a list of whole numbers."),
        ("data/delete", json!({"collection": "Berths", "upload": " "}), "The upload parameter is required."),
        ("pathways/list", json!({"pathways": "x"}), "The pathways parameter is not a list."),
        ("pathways/list", json!({"ID": 7}), "The ID parameter is not a text."),
        ("pathways/manage", json!({"add": []}), "The pathway parameter is required."),
        (
            "pathways/manage",
            json!({"pathway": "x", "add": [{}]}),
            "The add parameter is not a list of texts.",
        ),
        ("webtracking/pull", json!({}), "The webToken parameter is required."),
        ("event/list", json!({"search": {}}), "The search parameter is not a list."),
        ("event/consume", json!({"state": "booked"}), "The guids parameter is required."),
        ("event/consume", json!({"guids": []}), "The state parameter is required."),
        (
            "event/consume",
            json!({"guids": [], "state": "redeemed"}),
            "The state parameter is none of booked, attended, absent.",
        ),
        (
            "rewards/consume",
            json!({"guids": [], "state": "Pending"}),
            "The state parameter is none of pending, notified, verify, redeemed, expired.",
        ),
        ("logs/pathway-logs", json!({}), "The pathway parameter is required."),
        ("logs/pathway-logs", json!({"pathway": "x", "types": 7}), "The types parameter is not a list."),
        ("logs/stream-subscriptions", json!({"items": [7]}), "The items parameter is not a list of texts."),
        ("logs/stream-ratings", json!({"items": "x"}), "The items parameter is not a list."),
        ("logs/story-logs", json!({"story": 7}), "The story parameter is not a text."),
        ("logs/story-logs", json!({"users": {}}), "The users parameter is not a list."),
        ("logs/user-story-logs", json!({"emails": [null]}), "The emails parameter is not a list of texts."),
        ("logs/story-certificates", json!({"groups": "x"}), "The groups parameter is not a list."),
        ("logs/story-certificates", json!([]), "The body is not a JSON object."),
    ] {
        let (status, body) = ask(&sandbox, path, parameters.clone()).await;
        assert_eq!((status, body), (400, json!({"status": "error", "message": words})), "{parameters}");
    }
    for body in ["{", "\"x\"", "null", "story=x"] {
        let answer = send(&sandbox, &format!("Basic {TOKEN}"), "logs/story-certificates", body).await;
        assert_eq!(answer.status(), 400, "{body}");
    }
    assert_eq!(invitations(&sandbox, &["imke@example.org"]).await, "", "nothing was done");
    let answer = send(&sandbox, &format!("Basic {TOKEN}"), "logs/story-certificates", "").await;
    assert_eq!(answer.status(), 200, "an empty body has no parameters");
}

#[tokio::test]
async fn every_setting() {
    let fresh = |change: fn(&mut tassel_sandbox::falkor::Settings)| {
        let sandbox = Sandbox::new();
        set(&sandbox, change);
        sandbox
    };
    let count = |stories: &Value| stories.as_array().unwrap().len();

    let sandbox = fresh(|settings| settings.all_stories_without_one = true);
    assert_eq!(count(&data(&sandbox, "logs/story-logs", json!({})).await), 5);
    let newest = data(&Sandbox::new(), "logs/story-logs", json!({})).await;
    assert_eq!((count(&newest), &newest[0]["story"]["name"]), (1, &json!("Welcome Aboard")));

    let sandbox = fresh(|settings| settings.several_apps = true);
    let (status, body) = ask(&sandbox, "groups/manage", json!({"group": "x"})).await;
    assert_eq!(
        (status, &body["message"]),
        (400, &json!("The app parameter is required: the account has several."))
    );
    data(&sandbox, "groups/manage", json!({"group": "x", "app": "org.example.quayside"})).await;
    assert_eq!(count(&data(&sandbox, "logs/story-certificates", json!({"app": "Quayside"})).await), 2);

    let sandbox = fresh(|settings| settings.capitalised_types = true);
    let stories = data(&sandbox, "logs/story-certificates", json!({"story": "Confined Spaces"})).await;
    assert_eq!(stories[0]["story"]["type"], "Story");

    let sandbox = fresh(|settings| settings.counts_as_text = true);
    let change = json!({"group": "Pilots", "add": [somebody("nowhere")]});
    let want = json!({"inserts": "0", "deletes": "0", "warnings": "1", "messages": [
        {"parameter": "add", "index": "0", "error": "The address is not valid."},
    ]});
    assert_eq!(data(&sandbox, "groups/manage", change).await, want);
    let logs = data(&sandbox, "logs/story-logs", json!({"story": "Harbour Safety"})).await;
    assert!(logs[0]["logs"][0]["status"]["duration"].is_string(), "{logs}");

    let sandbox = fresh(|settings| settings.empty_objects_as_lists = true);
    let users =
        data(&sandbox, "logs/user-story-logs", json!({"emails": ["priya.venkataraman@example.org"]})).await;
    assert_eq!(users["users"][0]["stories"][0]["state"], json!([]));
    assert_eq!(
        data(&sandbox, "logs/user-story-logs", json!({"emails": ["nobody@example.org"]})).await,
        json!([])
    );

    let sandbox = fresh(|settings| settings.masked_locations = true);
    let logs = data(&sandbox, "logs/story-logs", json!({"story": "Harbour Safety"})).await;
    assert!(logs[0]["logs"].as_array().unwrap().iter().all(|log| log["city"] == "********"), "{logs}");

    let sandbox = fresh(|settings| settings.errors_in_success = true);
    let (status, body) = ask(&sandbox, "groups/manage", json!({})).await;
    assert_eq!((status, &body["status"]), (200, &json!("error")));
    assert_eq!(send(&sandbox, "", "groups/manage", "{}").await.status(), 200);

    let hash = |body: &Value| body["hash"].as_str().map(str::to_owned);
    let (_, body) = ask(&Sandbox::new(), "logs/story-certificates", json!({})).await;
    let (_, same) = ask(&Sandbox::new(), "logs/story-certificates", json!({})).await;
    let (_, other) = ask(&Sandbox::new(), "logs/story-logs", json!({})).await;
    assert_eq!(hash(&body).unwrap().len(), 32);
    assert!(hash(&body) == hash(&same) && hash(&body) != hash(&other));
    let nobody = || json!({"emails": ["nobody@example.org"]});
    for (path, parameters, data, want) in [
        ("groups/status", json!({"email": []}), "[]", "d751713988987e9331980363e24189ce"),
        ("logs/user-story-logs", nobody(), r#"{"users":[]}"#, "415a14c1d2a0aadba6cb4caa4ab9d59c"),
    ] {
        let (_, body) = ask(&Sandbox::new(), path, parameters).await;
        assert_eq!((body["data"].to_string().as_str(), body["hash"].as_str()), (data, Some(want)), "MD5");
    }
    let (_, body) =
        ask(&fresh(|settings| settings.omit_hash = true), "logs/story-certificates", json!({})).await;
    assert_eq!(hash(&body), None);
}

/// The response time varies, and is the same in every run.
#[tokio::test]
async fn response_times() {
    let mut runs = [Vec::new(), Vec::new()];
    for times in &mut runs {
        let sandbox = Sandbox::new();
        for _ in 0..3 {
            let (_, body) = ask(&sandbox, "groups/status", json!({"email": []})).await;
            times.push(body["response_time"].as_f64().unwrap());
        }
    }
    assert_eq!(runs[0], runs[1]);
    assert_eq!(runs[0], [0.0742, 0.0368, 0.0985]);
}

#[tokio::test(start_paused = true)]
async fn an_optional_quota() {
    for retry_after in [false, true] {
        let sandbox = Sandbox::new();
        for _ in 0..50 {
            assert_eq!(ask(&sandbox, "groups/status", json!({"email": []})).await.0, 200, "there is none");
        }
        set(&sandbox, |settings| {
            settings.quota = Some(TrailingQuota { limit: 2, seconds: 10 });
            settings.retry_after = retry_after;
        });
        let mut statuses = Vec::new();
        for _ in 0..3 {
            let answer = send(&sandbox, &format!("Basic {TOKEN}"), "groups/status", r#"{"email": []}"#).await;
            let wait = answer.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
            statuses.push((answer.status().as_u16(), wait));
        }
        assert_eq!(statuses, [(200, None), (200, None), (429, retry_after.then(|| "10".to_owned()))]);
        tokio::time::advance(Duration::from_secs(10)).await;
        assert_eq!(ask(&sandbox, "groups/status", json!({"email": []})).await.0, 200);
    }
}

#[tokio::test]
async fn the_client_reads_answers_under_every_setting() {
    let sandbox = Sandbox::new();
    set(&sandbox, |settings| {
        settings.capitalised_types = true;
        settings.counts_as_text = true;
        settings.empty_objects_as_lists = true;
        settings.masked_locations = true;
        settings.omit_hash = true;
        settings.omit_pending_url = true;
        settings.bare_activity = true;
        settings.capitalised_reviews = true;
    });
    let options = ClientOptions::new().transport(sandbox.falkor()).clock(sandbox.clock());
    let client = Client::builder("account.example.org/v1/", TOKEN).with(options).build().unwrap();
    let users =
        [AddedUser::new("Imke", "Aalto", "imke@example.org"), AddedUser::new("Obi", "Fenn", "nowhere")];
    let count = client.groups().manage(ManageGroup::new("Pilots").add_users(users)).send().await.unwrap();
    assert_eq!(count.inserts.as_ref().unwrap().get(), Some(1));
    assert!(!count.is_complete());
    let users = client.groups().status(["imke@example.org"]).send().await.unwrap();
    assert_eq!(users[0].status, Some(InviteStatus::Pending));
    let stories = client.logs().story_certificates(StoryCertificatesFilter::default()).send().await.unwrap();
    let story = stories[0].story.as_ref().unwrap();
    assert_eq!(story.story_type.as_ref().unwrap().in_any_case(), StoryType::Assessment);
    let certificates = || stories.iter().flat_map(|story| story.certificates.as_ref().unwrap().iter());
    assert!(certificates().all(|it| it.city().is_none() && it.country().is_none()));
    let pending = certificates().filter(|it| it.certificate.as_ref().unwrap().url().is_none()).count();
    assert!(pending > 0 && pending < certificates().count(), "{pending}");
    for operation in OPERATIONS {
        let body = match operation.id {
            "groups.manage" => json!({"group": "x"}),
            "groups.status" => json!({"email": [IMANI]}),
            "groups.insert" => json!({"groups": ["x"], "user": somebody("a@example.org")}),
            "data.upload" => json!({"collection": "x", "upload": "x", "data": [["a"], [1]]}),
            "data.insert" | "data.remove" | "data.delete" => {
                json!({"collection": "x", "upload": "x", "rows": []})
            }
            "pathways.manage" | "logs.pathway_logs" => json!({"pathway": "FA-QUAY-71RD"}),
            "web_tracking.pull" => json!({"webToken": WEB_TOKEN}),
            "events.consume" => json!({"guids": [], "state": "booked"}),
            "rewards.consume" => json!({"guids": [], "state": "pending"}),
            _ => json!({}),
        };
        let answer = client.operation(Draft::new(operation).body(&body)).send_raw().await.unwrap();
        let (written, came): (Value, Value) =
            (serde_json::from_slice(&answer.value).unwrap(), serde_json::from_slice(&answer.body).unwrap());
        assert_eq!(written, came, "{}: nothing is lost", operation.id);
    }
}

/// Arbitrary parameters have an answer of 200, 400 or 404.
#[tokio::test]
async fn arbitrary_parameters_are_answered() {
    let sandbox = Sandbox::new();
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!("x"),
        json!(""),
        json!([]),
        json!({}),
        json!([null]),
        json!([[1]]),
        json!([{"email": {}}]),
        json!({"email": []}),
        json!(["\u{0}é"]),
    ];
    for operation in OPERATIONS {
        let path = operation.path.trim_start_matches("/v1/");
        for name in [
            "group",
            "groups",
            "add",
            "remove",
            "app",
            "invite",
            "email",
            "user",
            "forceSync",
            "story",
            "users",
            "emails",
            "stories",
            "data",
            "rows",
            "pathway",
            "pathways",
            "name",
            "keyword",
            "search",
            "guids",
            "state",
            "webToken",
            "activities",
            "types",
            "streams",
            "items",
            "range",
            "interval",
            "steps",
        ] {
            for value in &values {
                let mut parameters =
                    json!({"group": "x", "groups": ["x"], "email": [], "user": somebody("a@example.org")});
                parameters["pathway"] = json!("FA-QUAY-71RD");
                parameters["guids"] = json!([]);
                parameters["state"] = json!("booked");
                parameters["collection"] = json!("Berths");
                parameters["upload"] = json!("2026-08");
                parameters[name] = value.clone();
                let (status, body) = ask(&sandbox, path, parameters).await;
                assert!(matches!(status, 200 | 400 | 404), "{path} {name} {value}: {status} {body}");
                let word = if status == 200 { "success" } else { "error" };
                assert_eq!(body["status"], word, "{path} {name} {value}");
            }
        }
    }
}
