//! `tassel api`: what it sends, and that what it prints is what came.

use std::io::Write;
use std::process::Stdio;

use httpmock::prelude::*;
use serde_json::{Value, json};

use crate::support::{KEY, command, run, run_against};

async fn answering(status: u16, content_type: &str, body: &str) -> MockServer {
    let server = MockServer::start_async().await;
    server
        .mock_async(|_, then| {
            then.status(status).header("content-type", content_type).body(body);
        })
        .await;
    server
}

#[tokio::test]
async fn requests_match_the_contract() {
    let server = MockServer::start_async().await;
    let update = server
        .mock_async(|when, then| {
            when.method(PUT)
                .path("/prefix/v1/credentials/a%2Fb%20c")
                .header("authorization", format!("Token token={KEY}"))
                .header("content-type", "application/json")
                .json_body(json!({"credential": {"expired_on": null, "undocumented": [1]}}));
            then.status(200).json_body(json!({"credential": {"id": 7}}));
        })
        .await;
    let body = r#"{"credential": {"expired_on": null, "undocumented": [1]}}"#;
    let arguments = ["api", "accredible", "credentials.update", "--path", "id=a/b c", "--body", body];
    let run = run_against(&server.url("/prefix/"), &arguments).await;
    assert_eq!((run.code, run.json()), (0, json!({"credential": {"id": 7}})), "{run:?}");
    update.assert_async().await;

    let list = server
        .mock_async(|when, then| {
            when.method(GET)
                .path("/v1/all_credentials")
                .query_param("email", "a+b@example.org")
                .query_param("page", "2");
            then.status(200).json_body(json!({"credentials": []}));
        })
        .await;
    let arguments =
        ["api", "accredible", "credentials.list", "--query", "email=a+b@example.org", "--query", "page=2"];
    let run = run_against(&server.base_url(), &arguments).await;
    assert_eq!(run.json(), json!({"credentials": []}), "{run:?}");
    list.assert_async().await;
}

#[tokio::test]
async fn raw_and_read_output_have_the_same_fields() {
    let rows = [
        (
            "credentials.get",
            r#"{"credential": {"id": "10000005", "grade": {"a": 1.50}, "custom_attibutes": {"x": "y"}, "recipient": {"id": 236}, "issued_on": "2015-07-03T07:10:04.000Z", "new": {"z": [null]}}, "beside": 1}"#,
        ),
        (
            "credentials.get",
            r#"{"credential": {"id": 10000005, "references": [{"id": 2, "referee": {"id": 4, "avatar_image_url": "https://x"}}]}}"#,
        ),
        (
            "groups.get",
            r#"{"group": {"id": "12472", "collections": [{"id": "5c1f-uuid"}], "learning_outcomes": [{"name": "knots"}], "earning_criteria": "Sail.", "auto_expiry": 0.5}}"#,
        ),
        ("issuer.get", r#"{"issuer": {"id": 1, "linkedin_company_id": "77", "whitelisted_domain": null}}"#),
    ];
    for (operation, body) in rows {
        let server = answering(200, "application/json", body).await;
        let parameter = if operation == "groups.get" { "group_id=7" } else { "id=7" };
        let mut arguments = vec!["api", "accredible", operation];
        if operation != "issuer.get" {
            arguments.extend(["--path", parameter]);
        }
        let read = run_against(&server.base_url(), &arguments).await;
        arguments.push("--raw");
        let raw = run_against(&server.base_url(), &arguments).await;
        assert_eq!(raw.stdout, body, "as it came");
        let without_null = without_nulls(raw.json());
        assert_eq!(without_nulls(read.json()), without_null, "{operation}");
    }
}

/// A null may be left out of an object.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(kept.map(|(name, value)| (name, without_nulls(value))).collect())
        }
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

#[tokio::test]
async fn results_with_each_status() {
    let wrong = json!({"results": [{"errors": {"code": "credential_invalid"}}]}).to_string();
    let body =
        r#"{"credentials": [{"recipient": {"name": "a", "email": "b@example.org"}, "group_id": "34"}]}"#;
    for (status, code) in [(200, 0), (207, 10), (422, 6)] {
        let server = answering(status, "application/json", &wrong).await;
        let run = run_against(
            &server.base_url(),
            &["api", "accredible", "credentials.bulk_create", "--body", body],
        )
        .await;
        assert_eq!(
            (run.code, run.json()["results"][0]["errors"]["code"].as_str()),
            (code, Some("credential_invalid")),
            "{status}"
        );
    }
}

#[tokio::test]
async fn bodies_from_a_file_or_standard_input() {
    let server = answering(
        200,
        "application/json",
        r#"{"groups": [{"id": 34, "name": "a"}], "meta": {"total_count": 1}}"#,
    )
    .await;
    let file = std::env::temp_dir().join(format!("tassel-body-{}.json", std::process::id()));
    std::fs::write(&file, "{}").unwrap();
    let at_file = format!("@{}", file.display());
    let search = |body| ["api", "accredible", "groups.search", "--body", body];
    assert_eq!(run_against(&server.base_url(), &search(&at_file)).await.code, 0);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(run_against(&server.base_url(), &search(&at_file)).await.code, 6, "the file is gone");

    let url = server.base_url();
    let run = tokio::task::spawn_blocking(move || {
        let mut child = command(&search("-"))
            .env("TASSEL_ACCREDIBLE_URL", url)
            .env("TASSEL_ACCREDIBLE_API_KEY", KEY)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(b"{}").unwrap();
        child.wait_with_output().unwrap()
    })
    .await
    .unwrap();
    assert!(run.status.success());
}

#[tokio::test]
async fn replies_in_each_format_and_in_a_file() {
    let body = r#"{"groups": [{"id": 34, "name": "a, b"}, {"id": 35, "course_name": "c"}], "meta": {"total_count": 2}}"#;
    let server = answering(200, "application/json", body).await;
    let search = ["api", "accredible", "groups.search", "--body", "{}"];
    for (format, want) in [
        ("csv", "id,name,course_name\n34,\"a, b\",\n35,,c\n"),
        (
            "ndjson",
            "{\"groups\":[{\"id\":34,\"name\":\"a, b\"},{\"id\":35,\"course_name\":\"c\"}],\"meta\":{\"total_count\":2}}\n",
        ),
    ] {
        let run = run_against(&server.base_url(), &[search.as_slice(), &["-o", format]].concat()).await;
        assert_eq!(run.stdout, want, "{format}");
    }
    let table = run_against(&server.base_url(), &[search.as_slice(), &["-o", "table"]].concat()).await;
    assert!(table.stdout.contains("course_name") && table.stdout.contains("a, b"), "{}", table.stdout);
    let file = std::env::temp_dir().join(format!("tassel-out-{}.json", std::process::id()));
    let out = file.display().to_string();
    let run = run_against(&server.base_url(), &[search.as_slice(), &["--raw", "--out", &out]].concat()).await;
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), body);
    std::fs::remove_file(file).unwrap();
}

#[test]
fn usage_messages() {
    for (label, arguments, words) in [
        (
            "no such vendor",
            vec!["initech", "x"],
            "there is no vendor `initech`; the vendors are accredible, ",
        ),
        (
            "no such operation",
            vec!["accredible", "credentials.fetch"],
            "accredible has no operation `credentials.fetch`; it has credentials.create, ",
        ),
        (
            "a path parameter missing",
            vec!["accredible", "credentials.get"],
            "credentials.get needs --path id=...: The vendor's id of the credential, or the id that you gave it.",
        ),
        (
            "no such path parameter",
            vec!["accredible", "credentials.get", "--path", "key=1"],
            "credentials.get has no --path parameter `key`; it has id.",
        ),
        (
            "no such query parameter",
            vec!["accredible", "credentials.list", "--query", "mail=x"],
            "credentials.list has no --query parameter `mail`; it has group_id, email, ",
        ),
        (
            "no query parameters",
            vec!["accredible", "issuer.get", "--query", "x=y"],
            "issuer.get has no --query parameter `x`; it has none.",
        ),
        ("not name=value", vec!["accredible", "credentials.get", "--path", "id"], "write it as name=value"),
        (
            "no body",
            vec!["accredible", "credentials.create"],
            "credentials.create needs a body: --body with JSON, @FILE, or - for standard input.",
        ),
        (
            "a body too many",
            vec!["accredible", "issuer.get", "--body", "{}"],
            "issuer.get takes no body; leave --body out.",
        ),
    ] {
        let run = run(&[["api"].as_slice(), &arguments].concat());
        assert_eq!(run.code, 2, "{label}: {run:?}");
        assert!(run.stderr.contains(words), "{label}: {}", run.stderr);
    }
    for (label, body, words) in [
        (
            "not JSON",
            "{",
            "credentials.create was not sent: the body does not fit: the JSON ends too early, at line 1 column 1.",
        ),
        (
            "not wrapped",
            r#"{"recipient": {}}"#,
            "missing field `credential`. It is wrapped, as in {\"credential\": {...}}.",
        ),
        (
            "a wrong type",
            r#"{"credential": {"approve": "imani@example.org"}}"#,
            "at credential.approve: found a string, expected a boolean.",
        ),
    ] {
        let run = run(&["api", "accredible", "credentials.create", "--body", body, "--sandbox"]);
        assert_eq!(run.code, 6, "{label}: {run:?}");
        assert!(run.stderr.contains(words) && !run.stderr.contains("imani@"), "{label}: {}", run.stderr);
    }
}
