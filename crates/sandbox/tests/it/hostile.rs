//! A sandbox on a port, and programs that mean it no good.

use std::time::Duration;

use serde_json::json;
use tassel_sandbox::{Fault, FaultKind, Sandbox, Server, accredible};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{request, send};

/// A served sandbox, and its address.
async fn serve(patience: Duration) -> (Sandbox, String) {
    let sandbox = Sandbox::new();
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let address = server.address().unwrap().to_string();
    tokio::spawn(server.allow_host("sandbox.internal").patience(patience).run());
    (sandbox, address)
}

/// The answer to these bytes, until the connection is closed.
async fn ask(address: &str, text: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}

fn post(path: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}")
}

#[tokio::test]
async fn no_web_page_steers_the_sandbox() {
    let (sandbox, address) = serve(Duration::from_secs(30)).await;
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
    ] {
        let answer = ask(&address, &post("/_sandbox/faults", &headers, fault)).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{label}: {answer}");
        assert_eq!(sandbox.faults().len(), 0, "{label}");
    }
    let get = "GET / HTTP/1.1\r\nhost: a.example\r\nconnection: close\r\n\r\n";
    assert!(ask(&address, get).await.starts_with("HTTP/1.1 403 "), "a rebound name reads nothing, either");
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

#[tokio::test]
async fn slow_requests_end_and_idle_connections_keep_nobody_out() {
    let (_, address) = serve(Duration::from_millis(300)).await;
    let head = "POST /accredible/v1/credentials HTTP/1.1\r\nhost: localhost\r\n";
    for (label, text, want) in [
        ("half a head", head.to_owned(), ""),
        ("half a body", format!("{head}content-length: 10\r\n\r\n{{"), "HTTP/1.1 408 "),
    ] {
        let answer = tokio::time::timeout(Duration::from_secs(20), ask(&address, &text)).await;
        assert!(answer.expect("it never ends").starts_with(want), "{label}");
    }
    let (_, address) = serve(Duration::from_secs(30)).await;
    let mut idle = Vec::new();
    for _ in 0..1_000 {
        idle.push(TcpStream::connect(&address).await.unwrap());
    }
    let get = format!("GET /_sandbox/clock HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    let answer = tokio::time::timeout(Duration::from_secs(20), ask(&address, &get)).await;
    assert!(answer.expect("kept out").starts_with("HTTP/1.1 200 "));
}

#[tokio::test]
async fn the_record_is_bounded_in_bytes_and_shows_no_credential() {
    let sandbox = Sandbox::new();
    let large = json!({"credential": {"description": "x".repeat(1 << 20)}}).to_string();
    for _ in 0..100 {
        send(&sandbox, request("POST", "/v1/credentials", large.clone())).await;
    }
    let bytes: usize = sandbox.requests().iter().map(|it| it.body.len() + it.answer.len()).sum();
    assert!((32 << 20..=64 << 20).contains(&bytes), "{bytes}");

    let mut asked = request("GET", "/v1/issuer/details", "");
    let names = ["authorization", "cookie", "proxy-authorization", "x-api-key", "accesskey", "x-auth-token"];
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

#[test]
fn a_fault_for_what_does_not_exist_is_refused_by_name() {
    let sandbox = Sandbox::new();
    let fault = || Fault::new(FaultKind::DropAfter);
    let of = |vendor: &str| Fault { vendor: Some(vendor.to_owned()), ..fault() };
    let event = Fault { event: Some("NOTHING".to_owned()), ..Fault::new(FaultKind::LoseEvent) };
    for (label, fault, want) in [
        ("a vendor", of("moodle"), "there is no vendor `moodle`; there is accredible, "),
        (
            "an operation",
            fault().operation("credentials.frob"),
            "any vendor has no operation `credentials.frob`",
        ),
        (
            "another vendor's operation",
            of("falkor").operation("credentials.get"),
            "falkor has no operation `credentials.get`; there is groups.",
        ),
        ("an event", event, "any vendor has no event `NOTHING`; there is COURSE"),
    ] {
        let error = sandbox.fault(fault).unwrap_err();
        assert!(error.starts_with(want), "{label}: {error}");
    }
    assert_eq!(sandbox.faults().len(), 0);
    sandbox.fault(of("accredible").operation("credentials.get")).unwrap();
}
