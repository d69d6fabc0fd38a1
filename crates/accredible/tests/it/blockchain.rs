//! The redirect to the page of a credential, and blockchain records.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_accredible::model::Chain;
use tassel_accredible::{Client, ClientOptions};
use tassel_core::testing::{Recorder, Scripted, Step};

use crate::support::{KEY, client, offline};

const PRIVATE_KEY: &str = "planted-private-key-8c1f";

fn scripted(steps: impl IntoIterator<Item = Step>) -> Client {
    let options = ClientOptions::new().transport(Recorder::new(Scripted::new(steps))).seed(7);
    Client::builder(KEY).with(options).build().unwrap()
}

#[test]
fn requests() {
    let credentials = offline().credentials();
    for (label, request, want) in [
        (
            "redirect",
            credentials.redirect("HA 1", 4897).request(),
            "/v1/issuer/credential_redirect?id=HA%201&issuer_id=4897",
        ),
        (
            "the older form",
            credentials.blockchain_data_v1("gqm1e46g", None).request(),
            "/v1/credentials/blockchain_data/gqm1e46g",
        ),
        (
            "private",
            credentials.blockchain_data("10000005", Some("a&b".into())).request(),
            "/v2/credentials/10000005/blockchain_data?key=a%26b",
        ),
    ] {
        let request = request.unwrap();
        assert_eq!(
            (request.method(), request.uri().path_and_query().unwrap().as_str()),
            (&http::Method::GET, want),
            "{label}"
        );
    }
}

#[tokio::test]
async fn a_redirect_is_returned_and_not_followed() {
    let server = MockServer::start_async().await;
    let redirect = server
        .mock_async(|when, then| {
            when.method(GET)
                .path("/v1/issuer/credential_redirect")
                .query_param("id", "1")
                .query_param("issuer_id", "2");
            then.status(302).header("location", "/page?a=1");
        })
        .await;
    let page = server
        .mock_async(|when, then| {
            when.method(GET).path("/page");
            then.status(200).body("<html>");
        })
        .await;
    let url = client(&server).credentials().redirect(1, 2).send().await.unwrap();
    assert_eq!(url, "/page?a=1");
    redirect.assert_calls_async(1).await;
    page.assert_calls_async(0).await;
    let read = tassel_accredible::operations::CREDENTIALS_REDIRECT.success;
    assert_eq!(read, [302]);
}

#[tokio::test(start_paused = true)]
async fn answers_that_are_no_redirect() {
    for (label, answer, kind) in [
        ("no location", Step::answer(302, ""), "rejected"),
        ("an empty location", Step::answer(302, "").header("location", ""), "rejected"),
        (
            "another redirect",
            Step::answer(307, "").header("location", "https://elsewhere.example"),
            "rejected",
        ),
        ("a page", Step::answer(200, "<html>"), "decode"),
        ("no credential", Step::answer(404, r#"{"success": false, "data": "no"}"#), "not_found"),
    ] {
        let error = scripted([answer]).credentials().redirect(1, 2).send().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{label}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn records_are_raw_json_whatever_the_chain() {
    let document = json!({"@context": ["a"], "id": "b"});
    for (label, data, chain) in [
        (
            "Ethereum",
            json!({"chain": "Ethereum", "credential_json_data": document, "receipt": {"txn_id": "1"}}),
            Some(Chain::Ethereum),
        ),
        ("the older form", json!({"credential_json_data": document, "receipt": {"proof": []}}), None),
        (
            "another chain",
            json!({"chain": "Polygon", "credential_json_data": document, "receipt": null}),
            Some(Chain::from("Polygon")),
        ),
    ] {
        let body = json!({"data": data}).to_string();
        let answer = Step::answer(200, body.clone()).header("content-type", "application/json");
        let read =
            scripted([answer]).credentials().blockchain_data("gqm1e46g", None).send_raw().await.unwrap();
        assert_eq!(
            (read.value.chain, read.value.credential_json_data),
            (chain, Some(document.clone())),
            "{label}"
        );
        assert_eq!(read.body, body, "{label}: the bytes are kept");
    }
}

#[tokio::test(start_paused = true)]
async fn the_key_of_a_private_credential_is_not_shown() {
    let call = |client: &Client| client.credentials().blockchain_data("gqm1e46g", Some(PRIVATE_KEY.into()));
    assert!(!format!("{:?}", call(&offline())).contains(PRIVATE_KEY));
    let echo = json!({"errors": format!("Private Certificate, the key {PRIVATE_KEY} is wrong")}).to_string();
    for status in [403, 404, 500] {
        let answers = (0..9).map(|_| Step::answer(status, echo.clone()));
        let error = call(&scripted(answers)).send().await.unwrap_err();
        assert!(error.to_string().contains("the key *** is wrong"), "{error}");
        assert!(!format!("{error:?}").contains(PRIVATE_KEY), "{error:?}");
        let body: Value = serde_json::from_slice(error.rejection().unwrap().body()).unwrap();
        assert!(body["errors"].as_str().unwrap().contains(PRIVATE_KEY), "the body is as it came");
    }
}
