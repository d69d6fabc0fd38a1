//! A transport and a layer written outside of core, from what a vendor's crate offers.

use std::sync::{Arc, Mutex};

use tassel_accredible::transport::{
    Body, Bytes, CallContext, Request, Response, StatusCode, Transport, TransportError, async_trait,
};
use tassel_accredible::{CallOptions, Client, ClientOptions, Outcome};

/// A transport: an issuer for a known key, a refused connection for a while, and a body in two chunks.
#[derive(Debug, Default)]
struct Office {
    closed: Mutex<u32>,
}

#[async_trait]
impl Transport for Office {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        {
            let mut closed = self.closed.lock().unwrap();
            if *closed > 0 {
                *closed -= 1;
                return Err(TransportError::not_sent("the office is closed"));
            }
        }
        if request.uri().path().ends_with("/lost") {
            return Err(TransportError::lost("the messenger did not come back"));
        }
        let known =
            request.headers().get("authorization").is_some_and(|key| key == "Token token=a-known-key");
        let chunks = [r#"{"issuer": {"id": 1, "#, r#""name": "Harbour Academy"}}"#];
        let body = Body::from_stream(futures_util::stream::iter(
            chunks.map(|chunk| Ok::<_, TransportError>(Bytes::from(chunk))),
        ));
        let mut answer = Response::new(if known { body } else { Body::from(r#"{"error": "who?"}"#) });
        *answer.status_mut() = if known { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
        Ok(answer)
    }
}

/// A layer: writes a line for each attempt.
#[derive(Debug)]
struct Journal<T> {
    inner: T,
    lines: Arc<Mutex<Vec<String>>>,
}

#[async_trait]
impl<T: Transport> Transport for Journal<T> {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let call = CallContext::of(request.extensions()).cloned();
        let result = self.inner.send(request).await;
        let end = match &result {
            Ok(answer) => answer.status().as_u16().to_string(),
            Err(error) => error.to_string(),
        };
        let call = call.map_or("no call".to_owned(), |call| {
            format!("{} {} {}", call.operation().id, call.safety(), call.attempts())
        });
        self.lines.lock().unwrap().push(format!("{call}: {end}"));
        result
    }
}

fn client(key: &str, closed: u32) -> (Client, Arc<Mutex<Vec<String>>>) {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let office = Office { closed: Mutex::new(closed) };
    let transport = Journal { inner: office, lines: Arc::clone(&lines) };
    let options = ClientOptions::new().transport(transport).seed(7);
    (Client::builder(key).with(options).build().unwrap(), lines)
}

#[tokio::test(start_paused = true)]
async fn both_stand_under_every_layer_of_core() {
    let (clerk, lines) = client("a-known-key", 2);
    assert_eq!(clerk.issuer().get().await.unwrap().name.as_deref(), Some("Harbour Academy"));
    let closed = "it did not reach the vendor: the office is closed";
    let want = [
        format!("issuer.get read-only 1: {closed}"),
        format!("issuer.get read-only 2: {closed}"),
        "issuer.get read-only 3: 200".to_owned(),
    ];
    assert_eq!(*lines.lock().unwrap(), want);

    let (stranger, lines) = client("another-key", 0);
    let error = stranger.issuer().get().await.unwrap_err();
    assert_eq!(error.to_string(), "issuer.get answered 401: who?");
    assert_eq!(*lines.lock().unwrap(), ["issuer.get read-only 1: 401"]);

    let (clerk, lines) = client("a-known-key", 0);
    let call = clerk.call(tassel_accredible::Method::POST, "/v1/lost", None);
    let error = call.with(CallOptions::new()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(*lines.lock().unwrap(), ["call once 1: no answer arrived: the messenger did not come back"]);
}
