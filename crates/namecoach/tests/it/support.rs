//! Scripted vendors and clients for them.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::testing::{Scripted, Step};
use tassel_namecoach::{Client, ClientOptions, Error};

pub const TOKEN: &str = "t0ken-of-the-test";

pub const ROOT: &str = "/api/private/v4";

pub fn client(server: &MockServer) -> Client {
    client_with(server, ClientOptions::new())
}

pub fn client_with(server: &MockServer, options: ClientOptions) -> Client {
    Client::builder(TOKEN).base_url(server.base_url()).with(options).build().unwrap()
}

/// A client of a vendor that follows a script.
pub fn scripted(steps: impl IntoIterator<Item = Step>) -> (Client, Scripted) {
    let script = Scripted::new(steps);
    let options = ClientOptions::new().transport(script.clone()).seed(7);
    (Client::builder(TOKEN).with(options).build().unwrap(), script)
}

/// A client that sends nothing.
pub fn offline() -> Client {
    Client::new(TOKEN).unwrap()
}

pub fn ok(body: &Value) -> Step {
    Step::answer(200, body.to_string())
}

pub fn body_of(request: Result<http::Request<tassel_core::kit::Bytes>, Error>) -> Value {
    serde_json::from_slice(request.unwrap().body()).unwrap()
}

/// The path after the root, and the sorted query parameters.
pub fn target_of(request: Result<http::Request<tassel_core::kit::Bytes>, Error>) -> (String, Vec<String>) {
    let request = request.unwrap();
    assert!(request.body().is_empty(), "a GET has no body");
    let uri = request.uri();
    let mut query: Vec<_> = uri.query().unwrap_or_default().split('&').map(str::to_owned).collect();
    query.sort_unstable();
    query.retain(|parameter| !parameter.is_empty());
    (uri.path().strip_prefix(ROOT).unwrap().to_owned(), query)
}

pub fn participant(email: &str, slug: &str, recording: Option<&str>) -> Value {
    json!({
        "first_name": "Imani", "last_name": "Okonjo", "email": email, "recording_link": recording,
        "event_title": "Harbour", "event_slug": slug, "event_access_code": "7C1D9", "institution_id": null,
        "photo": "https://names.example.org/images/photo-blank.gif",
        "name_badge_link": "https://names.example.org/imaniokonjo",
    })
}

/// A page of participants. Its `next_page_url` must not be followed.
pub fn page(participants: &[Value], page: u64, pages: u64, total: u64) -> Value {
    let mut meta = json!({"total_count": total, "total_pages": pages, "count": participants.len()});
    if page < pages {
        meta["next_page_url"] = "https://elsewhere.example.org/api/private/v4/participants?page=9".into();
    }
    json!({"participants": participants, "meta": meta})
}

/// A client of a new sandbox.
pub fn in_sandbox() -> Client {
    let options = ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    Client::builder("sandbox-namecoach-token").with(options).build().unwrap()
}
