//! Batches: refused sizes, and the result of each credential.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_accredible::bulk::{BulkReport, CreationResult};
use tassel_accredible::model::{NewCredential, Recipient};
use tassel_accredible::{Error, Outcome};

use crate::support::{client, offline};

fn batch(size: usize) -> Vec<NewCredential> {
    (0..size)
        .map(|n| NewCredential::new(Recipient::new(format!("No. {n}"), format!("N{n}@example.org")), 34))
        .collect()
}

async fn answered(status: u16, body: Value, size: usize) -> Result<BulkReport, Error> {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(POST).path("/v2/credentials/bulk_create");
            then.status(status).json_body(body);
        })
        .await;
    client(&server).credentials().bulk_create(batch(size)).send().await
}

/// One letter for each result.
fn letters(report: &BulkReport) -> String {
    let letter = |result: &CreationResult| match result {
        CreationResult::Created(_) => 'c',
        CreationResult::Unpublished(..) => 'u',
        CreationResult::Rejected(_) => 'r',
        CreationResult::Unknown => '?',
        CreationResult::Unreadable(_) => '!',
        _ => 'x',
    };
    report.results.iter().map(letter).collect()
}

#[tokio::test]
async fn sizes_are_refused_before_sending() {
    let credentials = offline().credentials();
    for (size, want) in [
        (0, Some("credentials.bulk_create was not sent: `credentials` has 0 items; give at least 1")),
        (1, None),
        (30, None),
        (31, Some("credentials.bulk_create was not sent: `credentials` has 31 items; give at most 30")),
    ] {
        let error = credentials.bulk_create(batch(size)).request().err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), want, "{size}");
    }
    for (size, refused) in [(0, true), (1, false), (100, false), (101, true)] {
        let call = credentials.bulk_create_v1(batch(size));
        assert_eq!(matches!(call.request(), Err(Error::InvalidInput { .. })), refused, "{size}");
    }
}

#[tokio::test]
async fn each_credential_has_a_result() {
    let made = |n: u64| json!({"credential": {"id": n, "recipient": {"email": format!("n{n}@example.org")}}});
    let unpublished = |n: u64| {
        let mut result = made(n);
        result["errors"] = json!({"code": "insufficient_credits", "message": "created but not published"});
        result
    };
    let odd = |n: u64| {
        let mut result = made(n);
        result["credential"]["name"] = json!({"nl": "Knopen"});
        result
    };
    let wrong = || json!({"errors": {"code": "credential_invalid", "details": [{"property": "recipient.email", "message": "taken"}]}});
    let wrong_too = || json!({"error": {"code": "credential_invalid", "details": [{"property": "recipient_name", "reason": "blank"}]}});
    for (label, status, results, size, want, unmatched) in [
        ("all created", 200, vec![made(0), made(1)], 2, "cc", 0),
        ("mixed", 207, vec![made(0), wrong(), unpublished(2)], 3, "cru", 0),
        ("spelt the other way", 207, vec![wrong_too(), made(1)], 2, "rc", 0),
        ("none created", 422, vec![wrong(), wrong()], 2, "rr", 0),
        ("an empty result", 207, vec![made(0), json!({})], 2, "c?", 0),
        ("a result too few: joined by address", 207, vec![made(2), made(0)], 3, "c?c", 0),
        ("a result too few, and one of nobody", 207, vec![made(2), wrong()], 3, "??c", 1),
        ("a result too many", 207, vec![made(0), made(0), made(1)], 2, "cc", 1),
        ("no results", 200, vec![], 2, "??", 0),
        ("one that cannot be read", 200, vec![odd(0), made(1)], 2, "!c", 0),
        ("one that is no object", 207, vec![made(0), json!("created"), wrong()], 3, "c!r", 0),
        ("too few, and one that cannot be read", 207, vec![odd(2), made(0)], 3, "c?!", 0),
        ("too few, and one that is no object", 207, vec![json!(7)], 2, "??", 1),
    ] {
        let report = answered(status, json!({"results": results}), size).await.unwrap();
        assert_eq!((letters(&report).as_str(), report.unmatched.len()), (want, unmatched), "{label}");
        assert_eq!(report.is_complete(), want == "cc" && unmatched == 0, "{label}");
        for outcome in report.results.iter().filter(|result| matches!(result, CreationResult::Rejected(_))) {
            let detail = &outcome.error().unwrap().details.as_ref().unwrap()[0];
            assert!(detail.message.is_some(), "{label}");
        }
    }
}

#[tokio::test]
async fn a_422_without_results_is_an_error() {
    for body in
        [json!({"errors": "Invalid Group"}), json!({"errors": {"group_id": ["can't be blank"]}}), json!({})]
    {
        let error = answered(422, body.clone(), 2).await.unwrap_err();
        assert!(matches!(error, Error::Invalid(_)), "{body}: {error}");
        assert_eq!(error.outcome(), Outcome::NotApplied, "{body}");
    }
}

#[tokio::test]
async fn replies_of_the_first_version_have_several_forms() {
    let credential = |n: u64| json!({"id": n, "custom_attibutes": null});
    let wrapped = |n: u64| json!({"credential": credential(n)});
    for (label, body, want) in [
        ("as documented", json!([wrapped(1), wrapped(2)]), Ok(2)),
        ("as in production", json!({"credentials": [credential(1), credential(2)]}), Ok(2)),
        ("wrapped in an object", json!({"credentials": [wrapped(1)]}), Ok(1)),
        ("not wrapped in a list", json!([credential(1)]), Ok(1)),
        ("as the second version", json!({"results": [wrapped(1), wrapped(2)]}), Ok(2)),
        (
            "errors under a 200",
            json!({"errors": "Invalid Group"}),
            Err("credentials.bulk_create_v1 answered 200: Invalid Group"),
        ),
        (
            "errors in a list under a 200",
            json!({"errors": ["one", "two"]}),
            Err("credentials.bulk_create_v1 answered 200: one; two"),
        ),
        (
            "a result that failed under a 200",
            json!({"results": [wrapped(1), {"errors": {"message": "The credential is not valid"}}]}),
            Err(
                "credentials.bulk_create_v1 answered 200, but its body cannot be read: there is a result without a credential",
            ),
        ),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.method(POST).path("/v1/credentials/bulk_create");
                then.status(200).json_body(body);
            })
            .await;
        let result = client(&server).credentials().bulk_create_v1(batch(2)).send().await;
        match (result, want) {
            (Ok(credentials), Ok(want)) => assert_eq!(credentials.len(), want, "{label}"),
            (Err(error), Err(want)) => {
                assert_eq!(error.to_string(), want, "{label}");
                assert_ne!(error.outcome(), Outcome::NotApplied, "{label}");
            }
            (result, _) => panic!("{label}: {result:?}"),
        }
    }
}

#[tokio::test]
async fn an_error_of_another_form_is_kept() {
    for (label, errors, message) in [
        ("a text", json!("Invalid Group"), "Invalid Group"),
        ("a list", json!(["one", "two"]), r#"["one","two"]"#),
        (
            "details of another shape",
            json!({"details": {"name": "blank"}}),
            r#"{"details":{"name":"blank"}}"#,
        ),
    ] {
        let results = json!({"results": [{"credential": {"id": 1}}, {"errors": errors}]});
        let report = answered(207, results, 2).await.unwrap();
        assert_eq!(letters(&report), "cr", "{label}");
        assert_eq!(report.results[1].error().unwrap().message.as_deref(), Some(message), "{label}");
    }
}
