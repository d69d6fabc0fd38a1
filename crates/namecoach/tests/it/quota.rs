//! The quota: allowed requests, corrections by headers, and its state as the caller sees it.

use std::time::Duration;

use async_trait::async_trait;
use serde_json::json;
use tassel_core::kit::Bytes;
use tassel_core::kit::http::{Request, Response};
use tassel_core::transport::{Body, TransportError};
use tassel_namecoach::{CallOptions, Client, ClientOptions, Transport};
use tokio::time::Instant;

use crate::support::{TOKEN, ok, scripted};

fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Answers every request at once.
#[derive(Debug)]
struct Willing;

#[async_trait]
impl Transport for Willing {
    async fn send(&self, _: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        Ok(Response::new(Body::from(r#"{"exports": []}"#)))
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_and_then_one_per_second() {
    let client = Client::builder(TOKEN).with(ClientOptions::new().transport(Willing)).build().unwrap();
    let start = Instant::now();
    assert_eq!(client.quota().left().await, 1000);
    for _ in 0..1000 {
        client.exports().list().send().await.unwrap();
    }
    assert_eq!((start.elapsed().as_secs(), client.quota().left().await), (0, 0));
    assert_eq!(client.quota().time_for(10).await.as_secs(), 10);
    for _ in 0..10 {
        client.exports().list().send().await.unwrap();
    }
    assert_eq!(start.elapsed().as_secs(), 10);
    let soon = CallOptions::new().deadline(Duration::from_millis(500));
    let error = client.exports().list().with(soon).send().await.unwrap_err();
    assert_eq!((error.kind(), error.rejection().is_some()), ("throttled", false), "held back here: {error}");
    tokio::time::sleep(secs(890)).await;
    assert_eq!(client.quota().left().await, 1000, "a new span");
}

#[tokio::test(start_paused = true)]
async fn the_headers_correct_the_quota() {
    let answer = |remaining: &str| {
        let body = json!({"exports": []});
        ok(&body)
            .header("nc-rate-limit-limit", "300")
            .header("nc-rate-limit-remaining", remaining)
            .header("nc-rate-limit-reset", "841")
    };
    let (client, script) = scripted([answer("295"), answer("0"), ok(&json!({"exports": []}))]);
    let answered = client.exports().list().send_raw().await.unwrap();
    assert_eq!(answered.headers["nc-rate-limit-limit"], "300", "the caller can read them as well");
    assert_eq!(client.quota().left().await, 295, "the text says 1,000, the headers 300");
    client.exports().list().send().await.unwrap();
    assert_eq!(client.quota().left().await, 0);
    let start = Instant::now();
    client.exports().list().send().await.unwrap();
    assert_eq!((start.elapsed().as_secs(), script.requests().len()), (1, 3), "at a pace now");
    tokio::time::sleep(secs(841)).await;
    assert_eq!(client.quota().left().await, 300, "the span ended when the vendor said");
}

#[tokio::test(start_paused = true)]
async fn a_429_is_waited_out() {
    let busy = || tassel_core::testing::Step::answer(429, r#"{"message": "Too Many Requests"}"#);
    let (client, script) = scripted([busy(), busy(), ok(&json!({"exports": []}))]);
    let start = Instant::now();
    client.exports().list().send().await.unwrap();
    // One second, then two, each with up to a quarter of jitter.
    let waited = start.elapsed().as_secs_f64();
    assert!((3.0..4.0).contains(&waited), "{waited}");
    assert_eq!(script.requests().len(), 3);
}
