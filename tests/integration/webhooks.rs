//! Every event of every contract: read from the bytes of its examples, written back, and taken by axum's extractor.

use axum::Router;
use axum::body::Body;
use axum::routing::post;
use http::{HeaderMap, Request};
use serde_json::{Value, json};
use tassel_core::ClientOptions;
use tassel_core::kit::Draft;
use tassel_core::operation::Encoding;
use tassel_core::webhook::{Trust, Webhook, WebhookError, to_form};
use tassel_sandbox::{Sandbox, coursepath, damstra, falkor};
use tassel_tests::loss;
use tower::ServiceExt;

use crate::vendors;

const SECRET: &str = "a-secret-of-the-test";

/// The name, the trust and the body of an event.
type Read = Result<(String, Trust, Value), WebhookError>;

/// A vendor that sends events.
struct Sender {
    vendor: &'static str,
    webhooks: &'static [&'static Webhook],
    sign: fn(&[u8]) -> HeaderMap,
    read: fn(&HeaderMap, &[u8]) -> Read,
    /// Answers with the event's name.
    app: fn() -> Router,
}

macro_rules! sender {
    ($vendor:literal, $krate:ident, $receiver:expr, $sign:expr) => {
        Sender {
            vendor: $vendor,
            webhooks: $krate::WEBHOOKS,
            sign: $sign,
            read: |headers, body| {
                let event = $receiver.read(headers, body)?;
                let body = serde_json::to_value(&event).unwrap();
                Ok((event.name().to_owned(), event.trust(), body))
            },
            app: || {
                let name = |event: $krate::webhooks::Event| async move { event.name().to_owned() };
                Router::new().route("/", post(name)).with_state($receiver)
            },
        }
    };
}

fn all() -> Vec<Sender> {
    use tassel_falkor::webhooks::Receiver;

    vec![
        sender!("coursepath", tassel_coursepath, tassel_coursepath::webhooks::Receiver::new(), |_| {
            HeaderMap::new()
        }),
        sender!("damstra", tassel_damstra, tassel_damstra::webhooks::Receiver::new(), |_| HeaderMap::new()),
        sender!("falkor", tassel_falkor, Receiver::new(SECRET).unwrap(), |body| {
            [Receiver::new(SECRET).unwrap().sign(body)].into_iter().collect()
        }),
    ]
}

/// An example as the vendor sends it.
fn bytes(webhook: &Webhook, example: &Value) -> Vec<u8> {
    match webhook.encoding {
        Encoding::Form => to_form(example.as_object().unwrap()),
        _ => example.to_string().into_bytes(),
    }
}

#[test]
fn every_contract_with_events_has_its_sender_here() {
    let described = vendors::all().into_iter().filter(|vendor| vendor.contract.webhooks.is_some());
    let described: Vec<_> = described.map(|vendor| vendor.contract.vendor).collect();
    assert_eq!(all().iter().map(|sender| sender.vendor).collect::<Vec<_>>(), described);
}

#[test]
fn examples_lose_nothing() {
    for (sender, vendor) in
        all().iter().zip(vendors::all().iter().filter(|it| it.contract.webhooks.is_some()))
    {
        let events = &vendor.contract.webhooks.as_ref().unwrap().events;
        assert_eq!(sender.webhooks.len(), events.len(), "{}", sender.vendor);
        for (webhook, event) in sender.webhooks.iter().zip(events) {
            assert_eq!(webhook.name, event.name);
            let of_table: Value = serde_json::from_str(webhook.example).unwrap();
            assert_eq!(of_table, event.examples[0].value, "{}", event.name);
            for example in &event.examples {
                let label = format!("{} {}: {}", sender.vendor, event.name, example.name);
                let body = bytes(webhook, &example.value);
                let read = (sender.read)(&(sender.sign)(&body), &body);
                let (name, trust, written) = read.unwrap_or_else(|error| panic!("{label}: {error}"));
                assert_eq!((name.as_str(), trust), (webhook.name, webhook.trust), "{label}");
                assert_eq!(loss(&example.value, &written), None, "{label}");
                let rewritten = (webhook.rewrite)(example.value.to_string().as_bytes()).unwrap();
                let rewritten: Value = serde_json::from_slice(&rewritten).unwrap();
                assert_eq!(loss(&example.value, &rewritten), None, "{label}");
            }
        }
    }
}

#[tokio::test]
async fn what_the_sandbox_sends_is_read_and_read_back() {
    let sandbox = Sandbox::new();
    for sender in all() {
        let url = format!("http://127.0.0.1/{}", sender.vendor);
        sandbox.register_webhook(tassel_sandbox::Webhook::new(sender.vendor, &url)).unwrap();
    }
    let options = |transport| ClientOptions::new().transport(transport);
    let academy = tassel_coursepath::Client::builder("academy.example.org", coursepath::API_KEY);
    let academy = academy.with(options(sandbox.coursepath())).build().unwrap();
    let lessons = tassel_damstra::Client::builder(damstra::ACCESS_KEY).with(options(sandbox.damstra()));
    let lessons = lessons.build().unwrap();
    let stories = tassel_falkor::webhooks::Receiver::new(falkor::WEBHOOK_SECRET).unwrap();

    let inactivate = Draft::new(&tassel_damstra::operations::USERS_INACTIVATE).at("userId", 5012);
    lessons.operation(inactivate).send().await.unwrap();
    let person = json!({"email": "imani.okonjo@example.org"});
    for (vendor, control, body) in [
        ("coursepath", "finish_course", json!({"course": 1042, "member": 58713, "success": true})),
        ("falkor", "progress", json!({"email": "imani.okonjo@example.org", "progress": 40})),
        ("falkor", "book", person.clone()),
        ("falkor", "reward", person),
    ] {
        sandbox.control(vendor, control, &body).unwrap_or_else(|problem| panic!("{control}: {problem}"));
    }
    let (mut names, mut calls) = (Vec::new(), Vec::new());
    sandbox.deliver(|request| {
        let (headers, body) = (request.headers(), request.body());
        macro_rules! read {
            ($receiver:expr) => {{
                let event =
                    $receiver.read(headers, body).unwrap_or_else(|error| panic!("{error}: {request:?}"));
                assert!(event.webhook().is_some(), "{event:?}");
                names.push(event.name().to_owned());
                event
            }};
        }
        match request.uri().path() {
            "/coursepath" => {
                calls.extend(academy.read_back(&read!(tassel_coursepath::webhooks::Receiver::new())));
            }
            "/damstra" => calls.extend(lessons.read_back(&read!(tassel_damstra::webhooks::Receiver::new()))),
            _ => assert!(read!(stories).read_back().is_none()),
        }
        200
    });
    names.sort();
    let want = ["COURSEMEMBER_COMPLETED", "enrolments", "events", "rewards", "user.account.inactivate"];
    assert_eq!(names, want);
    assert_eq!(calls.len(), 2);
    for call in calls {
        assert!(call.send().await.unwrap().starts_with(b"{"));
    }
}

#[tokio::test]
async fn the_extractor_answers_401_and_400_and_nothing_else() {
    for sender in all() {
        let signed = sender.webhooks[0].trust == Trust::Verified;
        for webhook in sender.webhooks {
            let body = bytes(webhook, &serde_json::from_str(webhook.example).unwrap());
            // A form that is cut off behind its name is an event all the same.
            let cut_off = body[..10].to_vec();
            let cut_off =
                if webhook.encoding == Encoding::Form { b"courseId=1&ev".to_vec() } else { cut_off };
            let large = vec![b'a'; 3 << 20];
            for (label, sign, body, status, words) in [
                ("whole", true, body.clone(), 200, webhook.name),
                ("unsigned", false, body, if signed { 401 } else { 200 }, ""),
                ("cut off", true, cut_off, 400, "the body: "),
                ("nothing", true, Vec::new(), 400, "the body: it is empty"),
                ("over axum's limit", true, large, 400, "the body: it is larger than the limit"),
            ] {
                let mut request = Request::post("/").body(Body::from(body.clone())).unwrap();
                if sign {
                    request.headers_mut().extend((sender.sign)(&body));
                }
                let answer = (sender.app)().oneshot(request).await.unwrap();
                let label = format!("{} {}: {label}", sender.vendor, webhook.name);
                assert_eq!(answer.status(), status, "{label}");
                let text = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
                let text = String::from_utf8(text.to_vec()).unwrap();
                assert!(text.starts_with(words), "{label}: {text}");
            }
        }
    }
}
