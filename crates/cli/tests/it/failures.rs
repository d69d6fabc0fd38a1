//! Every failure is one paragraph on standard error and an exit code of its own.

use httpmock::prelude::*;

use crate::support::{KEY, run, run_against};

#[tokio::test]
async fn each_failure_has_a_code_and_a_message() {
    let retry = "Check TASSEL_ACCREDIBLE_API_KEY and the permissions of the key.";
    let get: &[&str] = &["credentials.get", "--path", "id=7"];
    let create: &[&str] =
        &["credentials.create", "--body", r#"{"credential": {"recipient": {"email": "imani@example.org"}}}"#];
    type Row<'a> = (&'a str, &'a [&'a str], u16, &'a str, i32, String);
    let rows: &[Row<'_>] = &[
        ("wrong key", get, 401, "HTTP Token: Access denied.\n", 4, format!("credentials.get answered 401: HTTP Token: Access denied. {retry}")),
        ("a firewall", get, 403, "<html>", 4, format!("credentials.get answered 403 with text/html (not JSON: a firewall may have answered). {retry}")),
        ("unknown id", get, 404, r#"{"errors": "Doesn't exist"}"#, 5, "credentials.get answered 404: Doesn't exist. Check the id, and that TASSEL_ACCREDIBLE_API_KEY belongs to the account it is in.".to_owned()),
        ("invalid", create, 422, r#"{"errors": {"recipient_email": ["imani@example.org is taken"]}}"#, 6, "credentials.create answered 422: recipient_email: ***@*** is taken. Correct the input and try again.".to_owned()),
        ("failed", create, 500, r#"{"errors": "Internal server error"}"#, 9, "credentials.create answered 500: Internal server error. The vendor may have acted on the request: check before sending it again. If this persists, contact the vendor.".to_owned()),
        ("unreadable", create, 200, "<html>", 9, "credentials.create answered 200, but its body cannot be read: it is HTML or XML, not JSON. The vendor acted on the request: do not send it again. `tassel api` with --raw prints the body unchanged.".to_owned()),
        ("an error in a success", create, 200, r#"{"error": "no"}"#, 9, "credentials.create answered 200: no. The vendor may have acted on the request: check before sending it again. If this persists, contact the vendor.".to_owned()),
    ];
    for (label, arguments, status, body, code, paragraph) in rows {
        let server = MockServer::start_async().await;
        let html = body.starts_with('<');
        server
            .mock_async(|_, then| {
                let then = then.status(*status).body(*body);
                then.header("content-type", if html { "text/html" } else { "application/json" });
            })
            .await;
        let run = run_against(&server.base_url(), &[&["api", "accredible"], *arguments].concat()).await;
        assert_eq!((run.code, run.stdout.as_str()), (*code, ""), "{label}: {run:?}");
        assert_eq!(run.stderr, format!("tassel: {paragraph}\n"), "{label}");
        let raw =
            run_against(&server.base_url(), &[&["api", "accredible"], *arguments, &["--raw"]].concat()).await;
        if *status >= 400 {
            assert_eq!((raw.code, raw.stdout.as_str()), (*code, *body), "{label}: the body as it came");
        }
        for text in [run.stderr, raw.stderr] {
            assert!(!text.contains(KEY), "{label}: {text}");
        }
    }
}

#[tokio::test]
async fn throttled_past_the_deadline() {
    let server = MockServer::start_async().await;
    server.mock_async(|_, then| drop(then.status(429).header("retry-after", "9999").body("slow down"))).await;
    let run = run_against(&server.base_url(), &["api", "accredible", "issuer.get"]).await;
    assert_eq!(run.code, 7);
    assert_eq!(
        run.stderr,
        "tassel: issuer.get answered 429: slow down (the vendor asks to wait 9999 s). Try again later.\n"
    );
}

#[tokio::test]
async fn no_answer() {
    let run = run_against("http://127.0.0.1:9", &["roll"]).await;
    assert_eq!(run.code, 8, "{run:?}");
    let words = "tassel: issuer.get: it did not reach the vendor: Connection refused";
    assert!(
        run.stderr.starts_with(words)
            && run.stderr.ends_with("The host is 127.0.0.1:9. Check the network and the URL.\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_sandbox_rejects_like_the_vendor() {
    let create = |body: &str| run(&["api", "accredible", "credentials.create", "--sandbox", "--body", body]);
    for (label, body, words) in [
        (
            "no recipient",
            r#"{"credential": {"group_id": 34}}"#,
            "answered 422: Can not create credential without recipient data.",
        ),
        (
            "no such group",
            r#"{"credential": {"recipient": {"name": "a", "email": "a@example.org"}, "group_id": 9}}"#,
            "answered 422: Invalid Group.",
        ),
        (
            "no address",
            r#"{"credential": {"recipient": {"name": "a"}, "group_id": 34}}"#,
            "answered 422: recipient_email: can't be blank.",
        ),
    ] {
        let run = create(body);
        assert_eq!(run.code, 6, "{label}");
        assert!(run.stderr.contains(words), "{label}: {}", run.stderr);
    }
}
