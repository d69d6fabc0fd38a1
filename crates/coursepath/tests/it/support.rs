//! A scripted server and clients for it.

use httpmock::prelude::*;
use tassel_coursepath::{Client, ClientOptions, Credential};

pub const KEY: &str = "k3y-of-the-test";

/// The member on whose behalf tokens are signed.
pub const EMAIL: &str = "registrar@example.org";

pub fn client(server: &MockServer) -> Client {
    Client::new(server.base_url(), KEY).unwrap()
}

pub fn token() -> Credential {
    Credential::Jwt { email: EMAIL.to_owned(), secret: KEY.into() }
}

/// A client that sends nothing.
pub fn offline() -> Client {
    Client::new("academy.example.org", KEY).unwrap()
}

/// A client of a new sandbox.
pub fn in_sandbox() -> Client {
    let options = ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build().unwrap()
}
