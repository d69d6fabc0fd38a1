//! A sandbox on a port with hostile clients.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tassel_sandbox::{Fault, FaultKind, Sandbox, Server, Webhook, accredible};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::support::{request, send};

/// Longer than any test takes.
const LONG: Duration = Duration::from_secs(20);

/// A served sandbox, and its address.
pub async fn serve(options: impl FnOnce(Server) -> Server) -> (Sandbox, String) {
    let sandbox = Sandbox::new();
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let address = server.address().unwrap().to_string();
    tokio::spawn(options(server).run());
    (sandbox, address)
}

/// Sends bytes, and reads the answer until the connection is closed.
async fn ask(address: &str, text: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    rest(&mut stream).await
}

/// Reads until the connection is closed.
async fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    // A reset closes the connection, too.
    let _ = timeout(LONG, stream.read_to_end(&mut answer)).await.expect("it never ends");
    String::from_utf8_lossy(&answer).into_owned()
}

/// The status and the text of an answer to a control.
pub async fn control(address: &str, method: &str, path: &str, body: &Value) -> (u16, String) {
    let body = body.to_string();
    let length = body.len();
    let answer = ask(
        address,
        &format!(
            "{method} /_sandbox{path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
             content-length: {length}\r\nconnection: close\r\n\r\n{body}"
        ),
    )
    .await;
    let (head, text) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    (head.split(' ').nth(1).map_or(0, |status| status.parse().unwrap()), text.to_owned())
}

fn post(path: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}")
}

#[tokio::test]
async fn controls_reject_pages_of_other_sites() {
    let (sandbox, address) = serve(|server| server.allow_host("sandbox.internal")).await;
    let own = format!("host: {address}\r\n");
    let json = "content-type: application/json\r\n";
    let fault = r#"{"vendor": "accredible", "kind": "drop_after"}"#;
    for (label, headers, status) in [
        (
            "a form of another site",
            format!("{own}content-type: text/plain\r\norigin: https://a.example\r\n"),
            403,
        ),
        ("a form without an origin", format!("{own}content-type: text/plain\r\n"), 415),
        ("another site with JSON", format!("{own}{json}origin: https://a.example\r\n"), 403),
        ("a rebound name", format!("host: a.example\r\n{json}"), 403),
        ("an address that is not bound", format!("host: 192.0.2.7\r\n{json}"), 403),
        ("two hosts", format!("{own}host: a.example\r\n{json}"), 403),
        ("two origins", format!("{own}{json}origin: http://{address}\r\norigin: https://a.example\r\n"), 403),
    ] {
        let answer = ask(&address, &post("/_sandbox/faults", &headers, fault)).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{label}: {answer}");
        let (_, text) = answer.split_once("\r\n\r\n").unwrap();
        assert_eq!(text.lines().count(), 1, "{label}: one line says what to do: {text}");
        assert_eq!(sandbox.faults().len(), 0, "{label}");
    }
    for (label, method, headers, body, status) in [
        ("a GET by a rebound name", "GET", "host: a.example\r\n", "", 403),
        ("a GET by another site", "GET", "host: localhost\r\norigin: https://a.example\r\n", "", 403),
        ("a frame of another site", "GET", "host: localhost\r\nsec-fetch-site: cross-site\r\n", "", 403),
        ("a removal with a form", "DELETE", "host: localhost\r\n", "a=b", 415),
        ("a replacement with a form", "PUT", "host: localhost\r\n", "a=b", 415),
        ("an empty POST", "POST", "host: localhost\r\n", "", 415),
        ("a preflight", "OPTIONS", "host: localhost\r\norigin: https://a.example\r\n", "", 403),
        ("a GET", "GET", "host: localhost\r\n", "", 200),
        ("a typed URL", "GET", "host: localhost\r\nsec-fetch-site: none\r\n", "", 200),
        ("a removal without a body", "DELETE", "host: localhost\r\n", "", 200),
    ] {
        let length = body.len();
        for path in ["/_sandbox/faults", "/_sandbox", "/"] {
            let request = format!(
                "{method} {path} HTTP/1.1\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
            );
            let answer = ask(&address, &request).await;
            // The path may have no such control; only the guard is tested.
            let is_right = answer.starts_with(&format!("HTTP/1.1 {status} "))
                || (status == 200 && path != "/_sandbox/faults");
            assert!(is_right, "{label} at {path}: {answer}");
            assert!(!answer.contains("access-control"), "{label} at {path}: {answer}");
        }
    }
    for headers in [format!("{own}{json}"), format!("host: sandbox.internal\r\n{json}")] {
        let answer = ask(&address, &post("/_sandbox/faults", &headers, fault)).await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "a program: {answer}");
    }
    assert_eq!(sandbox.faults().len(), 2);
    sandbox.clear_faults();
    let headers = format!("host: a.example\r\nauthorization: Token token={}\r\n", accredible::API_KEY);
    let call = format!("GET /accredible/v1/issuer/details HTTP/1.1\r\n{headers}connection: close\r\n\r\n");
    assert!(ask(&address, &call).await.starts_with("HTTP/1.1 200 "), "the vendors' paths are open");
}

/// The head of a request for a body of so many bytes.
fn upload(length: usize) -> String {
    format!("POST /accredible/v1/credentials HTTP/1.1\r\nhost: localhost\r\ncontent-length: {length}\r\n\r\n")
}

const DETAILS: &str =
    "GET /accredible/v1/issuer/details HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

#[tokio::test]
async fn slow_clients_time_out() {
    let patience = Duration::from_millis(300);
    let (sandbox, address) = serve(|server| server.io_timeout(patience)).await;
    for (label, text, want) in [
        ("nothing at all", String::new(), ""),
        ("half a head", "POST /accredible/v1/credentials HTTP/1.1\r\nhost: localhost\r\n".to_owned(), ""),
        ("half a body", format!("{}{{", upload(10)), "HTTP/1.1 408 "),
    ] {
        let answer = ask(&address, &text).await;
        assert!(answer.starts_with(want) && answer.is_empty() == want.is_empty(), "{label}: {answer}");
    }
    let mut drip = TcpStream::connect(&address).await.unwrap();
    drip.write_all(upload(1_000).as_bytes()).await.unwrap();
    let (mut reads, mut writes) = drip.split();
    let dripping = async {
        while writes.write_all(b" ").await.is_ok() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    let mut answer = [0; 13];
    let read = tokio::select! {
        () = dripping => None,
        read = timeout(LONG, reads.read_exact(&mut answer)) => Some(read.unwrap()),
    };
    // A byte that arrives after the connection is closed resets it, and may take the answer away.
    if let Some(Ok(_)) = read {
        assert_eq!(&answer, b"HTTP/1.1 408 ", "a slow body");
    }

    sandbox.fault(Fault::new(FaultKind::Endless).operation("issuer.get").times(1)).unwrap();
    // A small window is full at once, however slow the machine is.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4_096).unwrap();
    let mut deaf = socket.connect(address.parse().unwrap()).await.unwrap();
    deaf.write_all(DETAILS.as_bytes()).await.unwrap();
    sleep(patience * 8).await;
    // The bytes in flight arrive; then the endless body stops.
    rest(&mut deaf).await;
}

#[tokio::test]
async fn idle_connections_are_closed_for_new_ones() {
    for (label, said) in [("nothing", ""), ("half a head", "GET / HTTP/1.1\r\nhost: localhost\r\n")] {
        let (_, address) = serve(|server| server).await;
        let mut idle = Vec::new();
        for _ in 0..1_000 {
            let Ok(mut stream) = TcpStream::connect(&address).await else {
                // The machine allows a process fewer files, for the sandbox too.
                idle.truncate(idle.len() - 8);
                break;
            };
            let _ = stream.write_all(said.as_bytes()).await;
            idle.push(stream);
        }
        assert!(ask(&address, DETAILS).await.starts_with("HTTP/1.1 401 "), "said {label}");
    }
}

/// A connection whose body of two bytes is being read.
async fn begun(address: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = upload(2).replace("\r\n\r\n", "\r\nexpect: 100-continue\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = [0; 25];
    timeout(LONG, stream.read_exact(&mut answer)).await.unwrap().unwrap();
    assert_eq!(&answer, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream
}

#[tokio::test]
async fn the_oldest_idle_connection_is_closed_and_busy_ones_stay() {
    let (_, address) = serve(|server| server.connections(3)).await;
    let mut older = TcpStream::connect(&address).await.unwrap();
    let mut newer = TcpStream::connect(&address).await.unwrap();
    let mut busy = vec![begun(&address).await, begun(&address).await];
    assert_eq!(rest(&mut older).await, "", "it is closed for the fourth connection");
    newer.write_all(DETAILS.as_bytes()).await.unwrap();
    assert!(rest(&mut newer).await.starts_with("HTTP/1.1 401 "), "it is not closed");
    busy.push(begun(&address).await);
    let rejected = ask(&address, DETAILS).await;
    assert!(rejected.starts_with("HTTP/1.1 503 "), "{rejected}");
    assert!(rejected.ends_with("Close some and try again.\n"), "{rejected}");
    for mut stream in busy {
        stream.write_all(b"{}").await.unwrap();
        assert!(rest(&mut stream).await.starts_with("HTTP/1.1 401 "));
    }
    assert!(ask(&address, DETAILS).await.starts_with("HTTP/1.1 401 "), "there is room again");
}

#[tokio::test]
async fn bodies_are_bounded_each_and_together() {
    let (_, address) = serve(|server| server).await;
    for (label, path, length, want) in [
        ("a vendor's", "/accredible/v1/credentials", (16 << 20) + 1, "The body is larger than 16 MiB."),
        ("a control's", "/_sandbox/faults", (1 << 20) + 1, "The body is larger than 1 MiB."),
    ] {
        let headers = "host: localhost\r\ncontent-type: application/json\r\n";
        let mut stream = TcpStream::connect(&address).await.unwrap();
        let request = post(path, headers, &" ".repeat(length));
        // The answer may arrive before the whole body is sent.
        let _ = stream.write_all(request.as_bytes()).await;
        let answer = rest(&mut stream).await;
        assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains(want), "{label}: {answer}");
    }
    // Eight fit. None of them ends.
    let part = Arc::new(vec![b' '; 15 << 20]);
    let mut uploads = JoinSet::new();
    for _ in 0..9 {
        let (address, part) = (address.clone(), Arc::clone(&part));
        uploads.spawn(async move {
            let mut stream = TcpStream::connect(&address).await.unwrap();
            stream.write_all(upload(16 << 20).as_bytes()).await.unwrap();
            let _ = stream.write_all(&part).await;
            let mut answer = [0; 13];
            stream.read_exact(&mut answer).await.map(|_| answer)
        });
    }
    let rejected = timeout(LONG, uploads.join_next()).await.expect("there is no common limit");
    assert_eq!(&rejected.unwrap().unwrap().unwrap(), b"HTTP/1.1 503 ");
    assert!(uploads.try_join_next().is_none(), "no other is rejected");
}

#[tokio::test]
async fn unread_answers_of_controls_are_bounded() {
    let (sandbox, address) = serve(|server| server).await;
    let large = "x".repeat(15 << 20);
    for _ in 0..3 {
        send(&sandbox, request("POST", "/v1/credentials", large.clone())).await;
    }
    let get = "GET /_sandbox/requests HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    let mut open = Vec::new();
    for want in [b"HTTP/1.1 200 ", b"HTTP/1.1 200 ", b"HTTP/1.1 503 "] {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        stream.write_all(get.as_bytes()).await.unwrap();
        let mut answer = [0; 13];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, want);
        open.push(stream);
    }
    open.truncate(1);
    assert!(rest(&mut open[0]).await.ends_with(']'), "an answer in progress arrives whole");
    drop(open);
    assert!(ask(&address, get).await.starts_with("HTTP/1.1 200 "), "there is room again");
}

#[tokio::test]
async fn unread_answers_of_vendors_are_bounded() {
    let (sandbox, address) = serve(|server| server).await;
    // In process, a fault's text may be larger than a control's body.
    let large = Fault { body: Some("x".repeat(15 << 20)), ..Fault::status(500) };
    sandbox.fault(large).unwrap();
    let mut open = Vec::new();
    for place in 0..9 {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        stream.write_all(DETAILS.as_bytes()).await.unwrap();
        let mut answer = [0; 13];
        stream.read_exact(&mut answer).await.unwrap();
        let want = if place < 8 { b"HTTP/1.1 500 " } else { b"HTTP/1.1 503 " };
        assert_eq!(&answer, want, "answer {place}");
        open.push(stream);
    }
    open.truncate(1);
    let whole = rest(&mut open[0]).await;
    assert_eq!(
        whole.split_once("\r\n\r\n").unwrap().1.len(),
        15 << 20,
        "an answer in progress arrives whole"
    );
    sandbox.clear_faults();
    assert!(ask(&address, DETAILS).await.starts_with("HTTP/1.1 401 "), "small answers need no room");
}

#[tokio::test]
async fn the_log_is_bounded_in_bytes_and_masks_credentials() {
    let sandbox = Sandbox::new();
    let large = json!({"credential": {"description": "x".repeat(1 << 20)}}).to_string();
    for _ in 0..100 {
        send(&sandbox, request("POST", "/v1/credentials", large.clone())).await;
    }
    let bytes: usize = sandbox.requests().iter().map(|it| it.body.len() + it.answer.len()).sum();
    assert!((32 << 20..=64 << 20).contains(&bytes), "{bytes}");
    send(&sandbox, request("POST", "/v1/credentials", "x".repeat(65 << 20))).await;
    assert_eq!(sandbox.requests().len(), 1, "the last is kept, even if it is too large");
    let method = "M".repeat(400_000);
    for _ in 0..200 {
        send(&sandbox, request(&method, "/v1/credentials", "")).await;
    }
    let bytes: usize = sandbox.requests().iter().map(|it| it.method.len()).sum();
    // The answers repeat them.
    assert!((30 << 20..=32 << 20).contains(&bytes), "methods: {bytes}");
    for _ in 0..1_000 {
        sandbox.fault(Fault::delay(Duration::ZERO)).unwrap();
    }
    for _ in 0..5_000 {
        send(&sandbox, request("GET", "/v1/issuer/details", "")).await;
    }
    let bytes: usize = sandbox.requests().iter().map(|it| size_of_val(it.faults.as_slice())).sum();
    assert!((32 << 20..=64 << 20).contains(&bytes), "faults: {bytes}");
    sandbox.clear_faults();

    let names = [
        "authorization",
        "cookie",
        "set-cookie",
        "proxy-authorization",
        "x-api-key",
        "accesskey",
        "x-auth-token",
        "x-auth",
        "x-session-id",
        "x-jwt-assertion",
        "falkor-webhook-signature",
    ];
    let mut asked = request("GET", "/v1/issuer/details", "");
    for name in names {
        for value in ["s3cret-1", "s3cret-2"] {
            asked.headers_mut().append(name, value.parse().unwrap());
        }
    }
    send(&sandbox, asked).await;
    let recorded = sandbox.requests().pop().unwrap();
    assert!(!format!("{recorded:?}").contains("s3cret"), "{recorded:?}");
    assert!(names.iter().all(|name| recorded.headers.iter().any(|(it, _)| it == name)), "{recorded:?}");
}

#[tokio::test]
async fn deliveries_are_bounded_in_bytes() {
    let sandbox = Sandbox::new();
    let long = format!("http://localhost/{}", "x".repeat(60_000));
    for _ in 0..20 {
        sandbox.register_webhook(Webhook::new("falkor", &long)).unwrap();
    }
    for _ in 0..60 {
        sandbox.control("falkor", "reward", &json!({"email": "imani.okonjo@example.org"})).unwrap();
    }
    let deliveries = sandbox.deliveries();
    let bytes: usize = deliveries.iter().map(|it| it.url.len() + it.body.len()).sum();
    assert!((60 << 20..=64 << 20).contains(&bytes), "{bytes}");
    assert_eq!(sandbox.deliver(|_| 200), deliveries.len(), "the kept ones are sent");
    for _ in 0..1_000 {
        sandbox.fault(Fault::new(FaultKind::DoubleEvent)).unwrap();
    }
    sandbox.clear_webhooks();
    sandbox.register_webhook(Webhook::new("falkor", "http://localhost/hook")).unwrap();
    for _ in 0..3_000 {
        sandbox.control("falkor", "reward", &json!({"email": "imani.okonjo@example.org"})).unwrap();
    }
    let deliveries = sandbox.deliveries();
    let bytes: usize = deliveries.iter().map(|it| size_of_val(it.faults.as_slice())).sum();
    assert!((32 << 20..=64 << 20).contains(&bytes), "faults: {bytes}");
}

#[test]
fn faults_and_webhooks_are_bounded() {
    let sandbox = Sandbox::new();
    let large = Fault { body: Some("x".repeat(1 << 20)), ..Fault::status(500) };
    let rejected = (0..1_000).find_map(|_| sandbox.fault(large.clone()).err());
    assert!(sandbox.faults().len() < 17, "{}", sandbox.faults().len());
    assert!(rejected.unwrap().contains("remove some first, with `clear_faults` or DELETE /_sandbox/faults"));
    sandbox.clear_faults();
    let rejected = (0..2_000).find_map(|_| sandbox.fault(Fault::status(500).times(1)).err());
    assert_eq!((sandbox.faults().len(), rejected.is_some()), (1_000, true));

    let hook = || Webhook::new("falkor", "http://localhost/hook");
    let rejected = (0..2_000).find_map(|_| sandbox.register_webhook(hook()).err()).unwrap();
    assert_eq!(rejected, "there are 100 webhooks, which is the maximum; remove one first");
    sandbox.clear_webhooks();
    let rejected = sandbox.register_webhook(hook().secret(&"s".repeat(65 << 10))).unwrap_err();
    assert_eq!(rejected, "the webhook is larger than 64 KiB; shorten its `url`, `events` or `secret`");
}

#[test]
fn secrets_of_webhooks_are_masked() {
    let webhook = Webhook::new("falkor", "http://localhost/hook").event("rewards").secret("s3cret");
    let sandbox = Sandbox::new();
    sandbox.register_webhook(webhook.clone()).unwrap();
    for text in [format!("{webhook:?}"), format!("{webhook:#?}"), format!("{:?}", sandbox.webhooks())] {
        assert!(!text.contains("s3cret") && text.contains("***") && text.contains("rewards"), "{text}");
    }
    let without = format!("{:?}", Webhook::new("falkor", "http://localhost/hook"));
    assert!(without.contains("secret: None"), "{without}");
}

#[tokio::test]
async fn large_numbers_are_accepted() {
    let (sandbox, address) = serve(|server| server).await;
    let most = u64::MAX;
    sandbox.register_webhook(Webhook::new("falkor", "http://localhost/hook")).unwrap();
    for (path, method, body) in [
        ("/clock", "POST", json!({"advance": "PT10S"})),
        (
            "/settings",
            "PATCH",
            json!({"accredible": {"quota": null}, "damstra": {"quota": {"limit": 1, "seconds": most}}}),
        ),
        ("/faults", "POST", json!({"kind": "delay_event", "milliseconds": most})),
        ("/faults", "POST", json!({"kind": "delay_event", "milliseconds": most})),
        ("/faults", "POST", json!({"kind": "shuffle_events", "milliseconds": most})),
        ("/falkor/reward", "POST", json!({"email": "imani.okonjo@example.org"})),
        ("/faults", "POST", json!({"kind": "delay", "operation": "issuer.get", "milliseconds": most})),
        ("/faults", "POST", json!({"kind": "delay", "operation": "issuer.get", "milliseconds": most})),
    ] {
        assert_eq!(control(&address, method, path, &body).await.0, 200, "{path} {body}");
    }
    let users = "GET /damstra/api/v2/user HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    assert!(!ask(&address, users).await.starts_with("HTTP/1.1 429 "), "within the quota");
    let throttled = ask(&address, users).await;
    assert!(
        throttled.starts_with("HTTP/1.1 429 ") && throttled.contains("retry-after: 18446744073"),
        "{throttled}"
    );
    let mut never = TcpStream::connect(&address).await.unwrap();
    never.write_all(DETAILS.as_bytes()).await.unwrap();
    while sandbox.requests().len() < 3 {
        sleep(Duration::from_millis(5)).await;
    }
    let closed = timeout(Duration::from_millis(200), never.read(&mut [0])).await;
    assert!(closed.is_err(), "it waits");
    for frozen in [true, false] {
        sandbox.advance(Duration::MAX);
        sandbox.freeze(frozen);
        assert_eq!(sandbox.now().to_string(), "9999-12-30T22:00:00.999999999Z");
    }
}
