//! Downloads of files whose URL a reply named.

use std::time::Duration;

use tassel_core::error::Outcome;
use tassel_core::kit::Api;
use tassel_core::kit::http::header::{ACCEPT, AUTHORIZATION};
use tassel_core::quota::{QuotaRule, QuotaScope, Window};
use tassel_core::testing::Step;
use tassel_core::{CallOptions, ClientOptions, Error};

use crate::support::{READ, SECRET, client, client_with, script, status};

const URL: &str = "https://files.example.org/pdf/7.pdf?signature=abc%2Fd";

/// A vendor that allows no request.
static CLOSED: Api = {
    let mut api = Api::new("acme", &[&READ]);
    api.quotas = &[QuotaRule::new(
        "default",
        QuotaScope::Address,
        &[Window::Trailing { limit: 0, per: Duration::from_secs(30) }],
    )];
    api
};

#[tokio::test(start_paused = true)]
async fn a_download_has_no_credentials_and_no_quota() {
    let answer = || Step::answer(200, "%PDF-1.4").header("content-type", "binary/octet-stream");
    let script = script([status(503), answer(), answer()]);
    let client = client_with(&CLOSED, script.clone(), ClientOptions::new().seed(7));
    let file = client.download(URL).send().await.unwrap();
    assert_eq!(
        (file.content_type.as_deref(), &file.bytes[..]),
        (Some("binary/octet-stream"), &b"%PDF-1.4"[..])
    );
    let mut streamed = Vec::new();
    client.download(URL).send_streamed().await.unwrap().write_to(&mut streamed).await.unwrap();
    assert_eq!(streamed, b"%PDF-1.4");
    for request in script.requests() {
        assert_eq!((request.method().as_str(), request.uri().to_string().as_str()), ("GET", URL));
        assert_eq!(request.headers()[ACCEPT], "*/*");
        let values = format!("{:?}", request.headers());
        assert!(!request.headers().contains_key(AUTHORIZATION) && !values.contains(SECRET), "{values}");
    }
}

#[tokio::test(start_paused = true)]
async fn downloads_that_fail() {
    let moved = || Step::answer(302, "").header("location", "https://elsewhere.example.org/7.pdf");
    let limit = CallOptions::new().max_body(8);
    for (label, url, step, want) in [
        ("a redirect", URL, Some(moved()), "download answered 302"),
        ("gone", URL, Some(status(404)), "download answered 404"),
        ("too large", URL, Some(Step::answer(200, "123456789")), "a body of more than 8 bytes"),
        (
            "plain",
            "http://files.example.org/7.pdf",
            None,
            "download was not sent: the URL: it must begin with https://",
        ),
        ("a path", "/7.pdf", None, "download was not sent: the URL: it has no scheme or no host"),
    ] {
        let sent = usize::from(step.is_some());
        let script = script(step);
        let error = client(script.clone()).download(url).with(limit.clone()).send().await.unwrap_err();
        assert!(error.to_string().contains(want), "{label}: {error}");
        assert_eq!(error.outcome(), Outcome::NotApplied, "{label}");
        assert!(!format!("{error} {error:?}").contains("signature"), "{label}: {error:?}");
        assert_eq!(script.requests().len(), sent, "{label}");
        assert_eq!(matches!(error, Error::InvalidInput { .. }), sent == 0, "{label}");
    }
}
