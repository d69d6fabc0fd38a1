//! The HTTP transport over a socket.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use tassel_core::error::Outcome;
use tassel_core::kit::{self, Draft};
use tassel_core::transport::{HttpTransport, Method};
use tassel_core::{Client, ClientOptions};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::bodies::gzip;
use crate::support::{API, ONCE, READ, key, read_problem};

/// A client of a server that answers every request with these bytes and closes the connection.
async fn client(answer: Vec<u8>) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        loop {
            let (mut socket, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") && !request.ends_with(b"{}") {
                let mut part = [0; 4096];
                let size = socket.read(&mut part).await.unwrap();
                if size == 0 {
                    break;
                }
                request.extend_from_slice(&part[..size]);
            }
            socket.write_all(&answer).await.unwrap();
            socket.shutdown().await.unwrap();
        }
    });
    kit::client(&API, read_problem, &url, key(), ClientOptions::new().seed(7)).unwrap()
}

fn answer(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\n{headers}connection: close\r\n\r\n");
    [head.as_bytes(), body].concat()
}

#[tokio::test]
async fn whole_and_broken_answers() {
    let json = br#"{"a":1}"#;
    let two = [gzip(br#"{"a":"#), gzip(b"1}")].concat();
    let length = |size: usize| format!("content-length: {size}\r\n");
    let encoded = |size: usize| format!("content-encoding: gzip\r\ncontent-length: {size}\r\n");
    let chunked = "transfer-encoding: chunked\r\n";
    for (label, answer, want) in [
        ("whole", answer("200 OK", &length(7), json), Ok(1)),
        ("without a length, until the end", answer("200 OK", "", json), Ok(1)),
        ("in chunks", answer("200 OK", chunked, b"3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n"), Ok(1)),
        ("two gzip members", answer("200 OK", &encoded(two.len()), &two), Ok(1)),
        ("gzip in chunks", answer("200 OK", "content-encoding: gzip\r\n", &gzip(json)), Ok(1)),
        ("shorter than announced", answer("200 OK", &length(9), json), Err(Outcome::Applied)),
        ("without the last chunk", answer("200 OK", chunked, b"7\r\n{\"a\":1}\r\n"), Err(Outcome::Applied)),
        ("an error, shorter than announced", answer("400 No", &length(9), json), Err(Outcome::NotApplied)),
        ("no answer", Vec::new(), Err(Outcome::Unknown)),
        ("no HTTP", b"SSH-2.0-OpenSSH\r\n\r\n".to_vec(), Err(Outcome::Unknown)),
        ("half a head", b"HTTP/1.1 200 OK\r\ncontent-".to_vec(), Err(Outcome::Unknown)),
    ] {
        let result = Draft::new(&ONCE)
            .body(Value::Object(serde_json::Map::new()))
            .call::<Value>(&client(answer).await);
        match (result.await, want) {
            (Ok(value), Ok(want)) => assert_eq!(value["a"], want, "{label}"),
            (Err(error), Err(want)) => {
                assert_eq!((error.kind(), error.outcome()), ("transport", want), "{label}: {error}");
            }
            (result, _) => panic!("{label}: {result:?}"),
        }
    }
}

#[tokio::test]
async fn a_refused_connection_is_not_applied() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = kit::client(&API, read_problem, &url, key(), ClientOptions::new().seed(7)).unwrap();
    let error = Draft::new(&ONCE).call::<Value>(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), ("transport", Outcome::NotApplied));
    assert!(error.to_string().contains("it did not reach the vendor"), "{error}");
}

#[tokio::test]
async fn a_refused_stream_is_not_applied() {
    for (label, reason, want) in [
        ("refused unprocessed", h2::Reason::REFUSED_STREAM, Outcome::NotApplied),
        ("reset in the middle", h2::Reason::INTERNAL_ERROR, Outcome::Unknown),
        ("cancelled", h2::Reason::CANCEL, Outcome::Unknown),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                tokio::spawn(async move {
                    let mut connection = h2::server::handshake(socket).await.unwrap();
                    while let Some(Ok((_, mut respond))) = connection.accept().await {
                        respond.send_reset(reason);
                    }
                });
            }
        });
        // For the client of the caller's own. Another test may have installed the provider.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().http2_prior_knowledge().retry(reqwest::retry::never());
        let transport = HttpTransport::from(http.build().unwrap());
        let options = ClientOptions::new().seed(7).transport(transport);
        let client = kit::client(&API, read_problem, &url, key(), options).unwrap();
        let error = Draft::new(&ONCE).call::<Value>(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), ("transport", want), "{label}: {error}");
    }
}

#[tokio::test]
async fn an_untrusted_certificate_is_tried_once_and_explained() {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let key_of_server = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key_of_server)
        .unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let connections = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&connections);
    tokio::spawn(async move {
        loop {
            let (socket, _) = listener.accept().await.unwrap();
            counted.fetch_add(1, Ordering::Relaxed);
            let _ = acceptor.accept(socket).await;
        }
    });
    let options = ClientOptions::new().seed(7).transport(HttpTransport::loopback().unwrap());
    let client = kit::client(&API, read_problem, &url, key(), options).unwrap();
    let error = Draft::new(&READ).at("id", 7).call::<Value>(&client).await.unwrap_err();
    assert_eq!((error.kind(), connections.load(Ordering::Relaxed)), ("transport", 1), "{error}");
    let text = error.to_string();
    assert!(text.contains("certificate is not trusted") && text.contains("this machine's clock"), "{text}");
}

#[tokio::test]
async fn a_write_without_a_body_names_its_length() {
    for (label, method, want) in [
        ("POST", Method::POST, true),
        ("PUT", Method::PUT, true),
        ("PATCH", Method::PATCH, true),
        ("GET", Method::GET, false),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let client = kit::client(&API, read_problem, &url, key(), ClientOptions::new().seed(7)).unwrap();
        let call = Draft::new(&READ).at("id", 7).method(method).call::<Value>(&client);
        let answering = async {
            let (mut socket, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                request.push(socket.read_u8().await.unwrap());
            }
            socket.write_all(&answer("200 OK", "content-length: 2\r\n", b"{}")).await.unwrap();
            String::from_utf8(request).unwrap().to_ascii_lowercase()
        };
        let (answered, request) = tokio::join!(call.send(), answering);
        answered.unwrap();
        assert_eq!(request.contains("\r\ncontent-length: 0\r\n"), want, "{label}: {request}");
    }
}
