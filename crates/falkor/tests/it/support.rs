//! A scripted server and a client for it.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_falkor::{Client, ClientOptions};

pub const TOKEN: &str = "dG9rZW46b2YtdGhlLXRlc3Q=";

pub fn client(server: &MockServer) -> Client {
    Client::builder(server.base_url(), TOKEN).build().unwrap()
}

pub fn client_with(server: &MockServer, options: ClientOptions) -> Client {
    Client::builder(server.base_url(), TOKEN).with(options).build().unwrap()
}

/// A client that sends nothing.
pub fn offline() -> Client {
    Client::new("https://account.example.org", TOKEN).unwrap()
}

/// A success envelope with this data.
pub fn success(data: &Value) -> Value {
    json!({"status": "success", "data": data, "hash": "6f1ed002ab5595859014ebf0951522d9", "response_time": 0.1})
}

/// A server that answers every request with this, and a client for it.
pub async fn answering(status: u16, body: &str) -> (MockServer, Client) {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(POST);
            then.status(status).header("content-type", "application/json").body(body);
        })
        .await;
    let client = client(&server);
    (server, client)
}

pub fn body_of(request: Result<http::Request<tassel_core::kit::Bytes>, tassel_falkor::Error>) -> Value {
    serde_json::from_slice(request.unwrap().body()).unwrap()
}

/// A client of a new sandbox.
pub fn in_sandbox() -> Client {
    let options = ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    Client::builder("account.example.org", tassel_sandbox::falkor::TOKEN).with(options).build().unwrap()
}
