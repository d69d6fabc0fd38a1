//! A scripted server and a client for it.

use httpmock::prelude::*;
use serde_json::Value;
use tassel_damstra::{Client, ClientOptions, Error};

pub const KEY: &str = "k3yOfTheTest";

pub fn client(server: &MockServer) -> Client {
    client_with(server, ClientOptions::new())
}

pub fn client_with(server: &MockServer, options: ClientOptions) -> Client {
    Client::builder(KEY).base_url(server.base_url()).with(options).build().unwrap()
}

/// A client that sends nothing.
pub fn offline() -> Client {
    Client::new(KEY).unwrap()
}

/// A server that answers every request with this.
pub async fn always(status: u16, content_type: &str, body: impl AsRef<[u8]>) -> MockServer {
    let server = MockServer::start_async().await;
    server
        .mock_async(|_, then| {
            then.status(status).header("content-type", content_type).body(body);
        })
        .await;
    server
}

type Request = Result<http::Request<tassel_core::kit::Bytes>, Error>;

/// The method, the path and the query of a request, its parameters in order. Every request names its content type.
pub fn line_of(request: &Request) -> String {
    let request = request.as_ref().unwrap();
    assert_eq!(request.headers()["content-type"], "application/json");
    let uri = request.uri().to_string();
    let path = uri.strip_prefix("https://app.velpic.com/api/v2").unwrap();
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut query: Vec<_> = query.split('&').collect();
    query.sort_unstable();
    format!("{} {path}?{}", request.method(), query.join("&")).trim_end_matches('?').to_owned()
}

/// The body of a request; null where there is none.
pub fn body_of(request: &Request) -> Value {
    let body = request.as_ref().unwrap().body();
    if body.is_empty() { Value::Null } else { serde_json::from_slice(body).unwrap() }
}

/// A client of a new sandbox.
pub fn in_sandbox() -> Client {
    let options = ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    Client::builder("sandboxdamstrakey").with(options).build().unwrap()
}
