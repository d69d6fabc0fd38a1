//! Webhooks on a port: posting, timeouts and the controls.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use serde_json::{Value, json};
use tassel_core::kit::Bytes;
use tassel_core::kit::http::{Method, Request};
use tassel_core::transport::{HttpTransport, Transport};
use tassel_sandbox::falkor::WEBHOOK_SECRET;
use tassel_sandbox::{Delivery, DeliveryState, Fault, FaultKind, Sandbox, Server, Start, Webhook};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

use super::{MEMBERS, finish};

use crate::support::whole;

/// The answer of a receiver.
#[derive(Clone, Copy)]
enum Answer {
    Status(u16),
    /// 200 after a delay.
    Late(Duration),
    /// The connection is closed.
    Nothing,
}

/// The head and the body of each request to a receiver.
struct Requests(UnboundedReceiver<(String, String)>);

impl Requests {
    async fn next(&mut self) -> (String, String) {
        timeout(Duration::from_secs(10), self.0.recv()).await.unwrap().unwrap()
    }

    /// Whether none arrives in so many milliseconds.
    async fn none_for(&mut self, milliseconds: u64) -> bool {
        timeout(Duration::from_millis(milliseconds), self.0.recv()).await.is_err()
    }
}

/// A receiver on this machine: its address, and its requests.
fn receiver(answers: impl Fn(usize) -> Answer + Send + 'static) -> (String, Requests) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook?key=1", listener.local_addr().unwrap());
    let (sender, requests) = unbounded_channel();
    std::thread::spawn(move || {
        for (number, stream) in listener.incoming().enumerate() {
            let mut stream = stream.unwrap();
            let mut read = Vec::new();
            let (head, body) = loop {
                let mut part = [0; 4_096];
                let count = stream.read(&mut part).unwrap();
                assert!(count > 0, "cut short");
                read.extend_from_slice(&part[..count]);
                let text = String::from_utf8_lossy(&read).into_owned();
                let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
                if body.len() == length.unwrap().parse::<usize>().unwrap() {
                    break (head.to_owned(), body.to_owned());
                }
            };
            // The test may have ended.
            let _ = sender.send((head, body));
            let status = match answers(number) {
                Answer::Status(status) => status,
                Answer::Late(wait) => {
                    std::thread::sleep(wait);
                    200
                }
                Answer::Nothing => continue,
            };
            let _ = write!(stream, "HTTP/1.1 {status} It\r\nContent-Length: 0\r\n\r\n");
        }
    });
    (url, Requests(requests))
}

async fn serve() -> (Sandbox, String, tokio::task::JoinHandle<()>) {
    let sandbox = Sandbox::new();
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.address().unwrap());
    let serving = tokio::spawn(async move {
        server.run().await;
    });
    (sandbox, url, serving)
}

async fn control(url: &str, method: &str, path: &str, body: Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let request = Request::builder()
        .method(method.parse::<Method>().unwrap())
        .uri(format!("{url}/_sandbox{path}"))
        .header("content-type", "application/json")
        .body(Bytes::from(body))
        .unwrap();
    let answer = whole(HttpTransport::loopback().unwrap().send(request).await.unwrap()).await;
    let text = String::from_utf8_lossy(answer.body()).into_owned();
    (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or(json!(text)))
}

/// The deliveries, once none is waiting or being sent.
async fn settled(sandbox: &Sandbox) -> Vec<Delivery> {
    for _ in 0..2_000 {
        let deliveries = sandbox.deliveries();
        let open = |it: &Delivery| matches!(it.state, DeliveryState::Waiting | DeliveryState::Sending);
        if !deliveries.is_empty() && !deliveries.iter().any(open) {
            return deliveries;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("still on their way: {:?}", sandbox.deliveries());
}

#[tokio::test]
async fn events_are_posted() {
    let (sandbox, url, _serving) = serve().await;
    let (hook, mut requests) = receiver(|_| Answer::Status(200));
    let (status, registered) =
        control(&url, "POST", "/webhooks", json!({"vendor": "coursepath", "url": hook})).await;
    assert_eq!((status, registered), (200, json!({"id": 1, "vendor": "coursepath", "url": hook})));
    let by_name = hook.replace("127.0.0.1", "localhost");
    let secret = json!({"vendor": "falkor", "url": by_name, "secret": "mine", "events": ["rewards"]});
    let (_, registered) = control(&url, "POST", "/webhooks", secret).await;
    let want = json!({"id": 2, "vendor": "falkor", "url": by_name, "secret": "***", "events": ["rewards"]});
    assert_eq!(registered, want);
    let done = json!({"course": 1042, "member": 58713, "success": true});
    assert_eq!(control(&url, "POST", "/coursepath/finish_course", done).await.0, 200);
    let (head, body) = requests.next().await;
    let host = hook.strip_prefix("http://").unwrap().split('/').next().unwrap();
    let want = format!(
        "POST /hook?key=1 HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nHost: {host}\r\nContent-Length: 57"
    );
    assert_eq!((head, body.as_str()), (want, "courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED"));
    control(&url, "POST", "/falkor/reward", json!({"email": "imani.okonjo@example.org"})).await;
    let (head, body) = requests.next().await;
    assert!(head.contains("\r\nFalkor-Webhook-Signature: sha256="), "{head}");
    assert!(body.starts_with(r#"{"type":"rewards""#), "{body}");
    settled(&sandbox).await;
    let (_, shown) = control(&url, "GET", "/webhooks", json!(null)).await;
    assert_eq!(shown["webhooks"].as_array().unwrap().len(), 2);
    assert_eq!(shown["deliveries"][1]["body"], body);
    assert_eq!(
        (&shown["deliveries"][0]["state"], &shown["deliveries"][0]["status"]),
        (&json!("answered"), &json!(200))
    );
    assert!(!shown.to_string().contains("mine") && !shown.to_string().contains(WEBHOOK_SECRET));
}

#[tokio::test]
async fn webhook_controls_over_http() {
    let (sandbox, url, _serving) = serve().await;
    let hook = json!({"vendor": "coursepath", "url": "http://127.0.0.1:9/"});
    for (label, method, path, body, status, want) in [
        ("none yet", "GET", "/webhooks", json!(null), 200, r#""webhooks":[]"#),
        (
            "elsewhere",
            "POST",
            "/webhooks",
            json!({"vendor": "coursepath", "url": "http://example.org/hook"}),
            400,
            "`http://example.org/hook` is not an address of this machine; write a URL such as http://127.0.0.1:9000/hook",
        ),
        ("nothing", "POST", "/webhooks", json!({}), 400, "missing field `vendor`"),
        ("no such field", "POST", "/webhooks", json!({"uri": ""}), 400, "unknown field `uri`"),
        ("one", "POST", "/webhooks", hook.clone(), 200, r#""id":1"#),
        ("another", "POST", "/webhooks", hook.clone(), 200, r#""id":2"#),
        ("removed", "DELETE", "/webhooks/1", json!(null), 200, r#""webhooks":[{"id":2"#),
        ("removed again", "DELETE", "/webhooks/1", json!(null), 400, "there is no webhook 1"),
        ("no id", "DELETE", "/webhooks/one", json!(null), 400, "`one` is not the id of a webhook"),
        ("all removed", "DELETE", "/webhooks", json!(null), 200, r#""webhooks":[]"#),
        ("a fault", "POST", "/faults", json!({"kind": "delay_event"}), 400, "needs `milliseconds`"),
        (
            "a fault of an event",
            "POST",
            "/faults",
            json!({"kind": "lose_event", "event": "COURSEMEMBER_CREATED", "times": 1}),
            200,
            r#""kind":"lose_event""#,
        ),
        ("the list of controls", "GET", "/", json!(null), 200, "/_sandbox/webhooks"),
        ("at Falkor", "GET", "/", json!(null), 200, "/_sandbox/falkor/check_in"),
    ] {
        let (got, answer) = control(&url, method, path, body).await;
        let text = answer.as_str().map_or_else(|| answer.to_string(), str::to_owned);
        assert!(got == status && text.contains(want), "{label}: {got} {text}");
    }
    sandbox.register_webhook(Webhook::new("coursepath", "http://127.0.0.1:9/")).unwrap();
    control(&url, "POST", "/reset", json!({})).await;
    assert!(sandbox.webhooks().is_empty());
}

#[tokio::test]
async fn events_are_posted_once() {
    let (sandbox, _url, _serving) = serve().await;
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let answers = [
        (Some(Answer::Status(200)), DeliveryState::Answered, Some(200), ""),
        (Some(Answer::Status(302)), DeliveryState::Answered, Some(302), ""),
        (Some(Answer::Status(500)), DeliveryState::Answered, Some(500), ""),
        (Some(Answer::Nothing), DeliveryState::Failed, None, "connection"),
        (None, DeliveryState::Failed, None, "refused"),
    ];
    for (answer, state, status, error) in answers {
        sandbox.reset(Start::default());
        let (url, requests) = match answer {
            Some(answer) => receiver(move |_| answer),
            None => (format!("http://{closed}/"), Requests(unbounded_channel().1)),
        };
        sandbox.register_webhook(Webhook::new("coursepath", &url)).unwrap();
        finish(&sandbox, MEMBERS[0]);
        let deliveries = settled(&sandbox).await;
        assert_eq!(deliveries.len(), 1);
        let got = &deliveries[0];
        assert_eq!((got.state, got.status), (state, status), "{got:?}");
        assert!(got.error.clone().unwrap_or_default().to_lowercase().contains(error), "{got:?}");
        assert_eq!(got.error.is_some(), !error.is_empty());
        assert_eq!(requests.0.len(), usize::from(answer.is_some()));
    }
}

#[tokio::test]
async fn deliveries_are_in_order_and_webhooks_are_independent() {
    let (sandbox, url, _serving) = serve().await;
    let (answer, gate) = std::sync::mpsc::channel();
    let (slow, mut slowly) = receiver(move |number| {
        if number == 0 {
            gate.recv().unwrap();
        }
        Answer::Status(200)
    });
    let (fast, mut fastly) = receiver(|_| Answer::Status(200));
    for to in [&slow, &fast] {
        sandbox.register_webhook(Webhook::new("coursepath", to)).unwrap();
    }
    let wanted =
        MEMBERS.map(|member| format!("courseId=1042&memberId={member}&event=COURSEMEMBER_COMPLETED"));
    for (member, want) in MEMBERS.into_iter().zip(&wanted) {
        let done = json!({"course": 1042, "member": member, "success": true});
        assert_eq!(control(&url, "POST", "/coursepath/finish_course", done).await.0, 200);
        assert_eq!(fastly.next().await.1, *want, "neither the request nor the other receiver waits");
    }
    let of_slow = sandbox.deliveries().into_iter().filter(|it| it.webhook == 1);
    let states: Vec<_> = of_slow.map(|it| it.state).collect();
    assert_eq!(states[0], DeliveryState::Sending);
    assert_eq!(states[1..], [DeliveryState::Waiting; 3], "the next ones wait for the answer");
    answer.send(()).unwrap();
    for want in &wanted {
        assert_eq!(slowly.next().await.1, *want);
    }
}

#[tokio::test]
async fn faults_on_a_port() {
    let (sandbox, _url, _serving) = serve().await;
    sandbox.freeze(true);
    let (hook, mut requests) = receiver(|_| Answer::Status(200));
    sandbox.register_webhook(Webhook::new("coursepath", &hook)).unwrap();
    for (member, fault) in MEMBERS.into_iter().zip([
        Fault::delay_event(Duration::from_secs(5)),
        Fault::new(FaultKind::LoseEvent),
        Fault::new(FaultKind::DoubleEvent),
    ]) {
        sandbox.fault(fault.times(1)).unwrap();
        finish(&sandbox, member);
    }
    let of = |member: usize| format!("courseId=1042&memberId={member}&event=COURSEMEMBER_COMPLETED");
    for _ in 0..2 {
        assert_eq!(requests.next().await.1, of(MEMBERS[2]), "it is doubled");
    }
    assert!(requests.none_for(50).await, "one is lost, and one is late");
    sandbox.advance(Duration::from_secs(5));
    assert_eq!(requests.next().await.1, of(MEMBERS[0]));
    settled(&sandbox).await;
    assert_eq!(requests.0.len(), 0, "a lost event never arrives");
}

/// Delayed events follow the sandbox's clock, and wait while it is frozen.
#[tokio::test]
async fn delayed_events_follow_the_clock() {
    let (sandbox, url, _serving) = serve().await;
    let (hook, mut requests) = receiver(|_| Answer::Status(200));
    sandbox.register_webhook(Webhook::new("coursepath", &hook)).unwrap();
    sandbox.fault(Fault::delay_event(Duration::from_secs(3_600)).times(1)).unwrap();
    finish(&sandbox, MEMBERS[0]);
    assert!(requests.none_for(50).await, "an hour has not passed");
    control(&url, "POST", "/clock", json!({"advance": "PT1H", "frozen": true})).await;
    requests.next().await;
    sandbox.fault(Fault::delay_event(Duration::from_millis(20)).times(1)).unwrap();
    finish(&sandbox, MEMBERS[1]);
    finish(&sandbox, MEMBERS[2]);
    let (_, body) = requests.next().await;
    assert!(body.contains(&MEMBERS[2].to_string()), "due events are sent while the clock is frozen: {body}");
    assert!(requests.none_for(60).await, "others are not");
    control(&url, "POST", "/clock", json!({"frozen": false})).await;
    requests.next().await;
}

/// Time is paused and nothing is read, so the timeout fires next.
#[tokio::test(start_paused = true)]
async fn receivers_time_out_after_ten_seconds() {
    let (sandbox, _url, _serving) = serve().await;
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let hook = format!("http://{}/", silent.local_addr().unwrap());
    sandbox.register_webhook(Webhook::new("coursepath", &hook)).unwrap();
    finish(&sandbox, MEMBERS[0]);
    tokio::time::sleep(Duration::from_millis(9_900)).await;
    assert_eq!(sandbox.deliveries()[0].state, DeliveryState::Sending);
    tokio::time::sleep(Duration::from_millis(200)).await;
    let delivery = &sandbox.deliveries()[0];
    assert_eq!(
        (delivery.state, delivery.error.as_deref()),
        (DeliveryState::Failed, Some("no answer within 10 seconds"))
    );
}

/// Time is paused, so it passes only while everything waits.
#[tokio::test(start_paused = true)]
async fn events_of_late_requests_are_sent_without_another_request() {
    let (sandbox, _url, _serving) = serve().await;
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let hook = format!("http://{}/", silent.local_addr().unwrap());
    sandbox.register_webhook(Webhook::new("coursepath", &hook)).unwrap();
    sandbox.fault(Fault::act_late(Duration::from_secs(60)).times(1)).unwrap();
    let new = "email=obi.fenn@example.org";
    assert_eq!(super::ask(&sandbox, "POST", "/courses/1043/members", new).await, 0);
    tokio::time::sleep(Duration::from_secs(61)).await;
    let delivery = &sandbox.deliveries()[0];
    let sent = (delivery.state, delivery.happened.to_string());
    assert_eq!(sent, (DeliveryState::Sending, "2026-09-01T08:01:00Z".to_owned()));
}

#[tokio::test]
async fn aborted_deliveries_have_failed() {
    let (sandbox, _url, serving) = serve().await;
    let (hook, mut requests) = receiver(|_| Answer::Late(Duration::from_secs(60)));
    sandbox.register_webhook(Webhook::new("coursepath", &hook)).unwrap();
    finish(&sandbox, MEMBERS[0]);
    requests.next().await;
    serving.abort();
    let delivery = settled(&sandbox).await.remove(0);
    assert_eq!(delivery.error.unwrap(), "the sandbox stopped serving before there was an answer");
    finish(&sandbox, MEMBERS[1]);
    assert_eq!(sandbox.deliver(|_| 200), 1, "the delivery is not blocked by the aborted one");
}
