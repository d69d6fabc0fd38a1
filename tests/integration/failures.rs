//! What a caller can meet, over a socket against the sandbox: the kind of error, its one line, its outcome, and that the
//! key appears in no text and goes to no other host.

use httpmock::prelude::*;
use tassel_accredible::model::{NewCredential, Recipient};
use tassel_accredible::{CallOptions, Client, Error, Outcome};
use tassel_sandbox::accredible::API_KEY;
use tassel_sandbox::{Fault, FaultKind, Sandbox, Server, TrailingQuota};

const ADDRESS: &str = "imke.aalto@example.org";

/// What is called.
#[derive(Clone, Copy)]
enum What {
    Create,
    CreateWithoutAddress,
    Get,
}

async fn serve() -> (Sandbox, String) {
    let sandbox = Sandbox::new();
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/accredible", server.address().unwrap());
    tokio::spawn(server.run());
    (sandbox, url)
}

async fn fails(client: &Client, what: What) -> Error {
    let options = CallOptions::new().max_body(100_000);
    let create = |email| NewCredential::new(Recipient::new("Imke Aalto", email), 34).id("HS-1");
    let credentials = client.credentials();
    let result = match what {
        What::Create => credentials.create(create(ADDRESS)).with(options).send().await,
        What::CreateWithoutAddress => credentials.create(create("nobody")).with(options).send().await,
        What::Get => credentials.get("no-such-id").with(options.no_retry()).send().await,
    };
    result.unwrap_err()
}

fn assert_shows_nothing(label: &str, error: &Error) {
    for text in [error.to_string(), format!("{error:?}")] {
        assert!(!text.contains(API_KEY) && !text.contains(ADDRESS), "{label}: {text}");
    }
    assert_eq!(error.to_string().lines().count(), 1, "{label}: one line");
}

#[tokio::test]
async fn each_failure_over_a_socket() {
    use Outcome::{Applied, NotApplied, Unknown};
    let body = |fault: Fault, body: &str| Fault { body: Some(body.to_owned()), ..fault };
    let lost = "no answer arrived: connection closed before message completed";
    type Row<'a> = (&'a str, What, Option<Fault>, &'a str, &'a str, Outcome);
    let rows: Vec<Row<'_>> = vec![
        (
            "unknown id",
            What::Get,
            None,
            "not_found",
            "credentials.get answered 404: No credential with the id given in your account",
            NotApplied,
        ),
        (
            "invalid recipient",
            What::CreateWithoutAddress,
            None,
            "invalid",
            "credentials.create answered 422: recipient_email: is invalid",
            NotApplied,
        ),
        (
            "500",
            What::Create,
            Some(body(Fault::status(500), r#"{"errors": "Internal server error"}"#)),
            "rejected",
            "credentials.create answered 500: Internal server error",
            Unknown,
        ),
        (
            "a connection dropped before",
            What::Create,
            Some(Fault::new(FaultKind::DropBefore)),
            "transport",
            lost,
            Unknown,
        ),
        (
            "a connection dropped after",
            What::Create,
            Some(Fault::new(FaultKind::DropAfter)),
            "transport",
            lost,
            Unknown,
        ),
        (
            "a truncated body",
            What::Create,
            Some(Fault::new(FaultKind::Truncate)),
            "transport",
            "its answer (200) was cut short",
            Applied,
        ),
        (
            "a malformed body",
            What::Create,
            Some(Fault::new(FaultKind::Malformed)),
            "decode",
            "credentials.create answered 200, but its body cannot be read: it is not valid JSON at line 1 column",
            Applied,
        ),
        (
            "HTML",
            What::Create,
            Some(body(Fault::status(200), "<!DOCTYPE html>")),
            "decode",
            "credentials.create answered 200, but its body cannot be read: it is HTML or XML, not JSON",
            Applied,
        ),
        (
            "an endless body",
            What::Create,
            Some(Fault::new(FaultKind::Endless)),
            "body_too_large",
            "credentials.create answered 200 with a body of more than 100000 bytes",
            Applied,
        ),
    ];
    for (label, what, fault, kind, text, outcome) in rows {
        let (sandbox, url) = serve().await;
        if let Some(fault) = fault {
            sandbox.fault(fault.times(1)).unwrap();
        }
        let client = Client::builder(API_KEY).base_url(url).build().unwrap();
        let error = fails(&client, what).await;
        assert!(error.to_string().contains(text), "{label}: {error}");
        assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{label}");
        assert_shows_nothing(label, &error);
        assert_eq!(sandbox.requests().len(), 1, "{label}: sent once");
    }
}

#[tokio::test]
async fn a_wrong_key() {
    let (sandbox, url) = serve().await;
    let client = Client::builder("wr0ng-key").base_url(url).build().unwrap();
    let error = fails(&client, What::Create).await;
    assert_eq!(error.to_string(), "credentials.create answered 401: HTTP Token: Access denied.");
    assert_eq!((error.kind(), error.outcome()), ("denied", Outcome::NotApplied));
    let record = format!("{:?} {error:?}", sandbox.requests());
    assert!(!record.contains("wr0ng-key"), "{record}");
}

#[tokio::test]
async fn throttled_with_and_without_a_time() {
    for (retry_after, want) in [(true, " (the vendor asks to wait 30 s)"), (false, "")] {
        let (sandbox, url) = serve().await;
        sandbox.freeze(true);
        sandbox.set(|settings| {
            settings.accredible.quota = Some(TrailingQuota { limit: 0, seconds: 30 });
            settings.accredible.retry_after = retry_after;
        });
        let client = Client::builder(API_KEY).base_url(url).build().unwrap();
        let error = fails(&client, What::Get).await;
        assert_eq!(error.to_string(), format!("credentials.get answered 429: Too Many Requests{want}"));
        assert_eq!((error.kind(), error.outcome()), ("throttled", Outcome::NotApplied));
        assert_shows_nothing("throttled", &error);
    }
}

#[tokio::test]
async fn a_redirect_to_another_host() {
    let elsewhere = MockServer::start_async().await;
    let reached = elsewhere.mock_async(|_, then| drop(then.status(200))).await;
    let server = MockServer::start_async().await;
    server.mock_async(|_, then| drop(then.status(307).header("location", elsewhere.base_url()))).await;
    let client = Client::builder(API_KEY).base_url(server.base_url()).build().unwrap();
    let error = fails(&client, What::Create).await;
    let text =
        "credentials.create answered 307 with an empty body (a redirect is not followed: check the base URL)";
    assert_eq!(error.to_string(), text);
    assert_eq!((error.kind(), error.outcome()), ("rejected", Outcome::Unknown));
    assert_eq!(reached.calls_async().await, 0, "no credential left for another host");
    assert_shows_nothing("redirect", &error);
}

#[test]
fn a_url_in_the_clear() {
    let error = Client::builder(API_KEY).base_url("http://api.accredible.com").build().unwrap_err();
    let text = "configuration: the base URL begins with http://, which would send the key in the clear; use https://";
    assert_eq!(error.to_string(), text);
    assert_eq!((error.kind(), error.outcome()), ("config", Outcome::NotApplied));
    assert_shows_nothing("http", &error);
}
