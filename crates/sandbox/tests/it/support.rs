//! Requests to the sandbox.

use bytes::Bytes;
use http::{Method, Request, Response};
use serde_json::{Value, json};
use tassel_accredible::{Client, ClientOptions};
use tassel_core::transport::{Body, Transport};
use tassel_sandbox::{Sandbox, accredible::API_KEY};

/// An Accredible client of a sandbox.
pub fn client(sandbox: &Sandbox) -> Client {
    let options = ClientOptions::new().transport(sandbox.accredible()).clock(sandbox.clock());
    Client::builder(API_KEY).with(options).build().unwrap()
}

/// A request with the sandbox's key.
pub fn request(method: &str, path: &str, body: impl Into<Bytes>) -> Request<Bytes> {
    Request::builder()
        .method(method.parse::<Method>().unwrap())
        .uri(format!("https://api.accredible.com{path}"))
        .header("authorization", format!("Token token={API_KEY}"))
        .body(body.into())
        .unwrap()
}

pub async fn send(sandbox: &Sandbox, request: Request<Bytes>) -> Response<Bytes> {
    whole(sandbox.accredible().send(request).await.unwrap()).await
}

/// An answer with its whole body.
pub async fn whole(answer: Response<Body>) -> Response<Bytes> {
    let (parts, body) = answer.into_parts();
    Response::from_parts(parts, body.collect(1 << 26).await.unwrap())
}

/// The status and the JSON of the answer. Other text becomes a JSON string.
pub async fn ask(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let answer = send(sandbox, request(method, path, body)).await;
    let text = String::from_utf8(answer.body().to_vec()).unwrap();
    (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or_else(|_| json!(text)))
}

/// A new credential for an address.
pub fn new(email: &str) -> Value {
    json!({"recipient": {"name": "Somebody", "email": email}, "group_id": 34})
}

pub async fn create(sandbox: &Sandbox, credential: Value) -> (u16, Value) {
    ask(sandbox, "POST", "/v1/credentials", json!({"credential": credential})).await
}
