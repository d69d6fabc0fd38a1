//! A scripted server and a client for it.

use httpmock::prelude::*;
use serde_json::Value;
use tassel_accredible::{Client, ClientOptions};

pub const KEY: &str = "k3y-of-the-test";

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

pub fn body_of(request: Result<http::Request<tassel_core::kit::Bytes>, tassel_accredible::Error>) -> Value {
    serde_json::from_slice(request.unwrap().body()).unwrap()
}

/// A client of a new sandbox.
pub fn in_sandbox() -> Client {
    let options = ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    Client::builder("sandbox-accredible-key").with(options).build().unwrap()
}
