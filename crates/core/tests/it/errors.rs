//! Each kind of error: its text and outcome. No error shows a secret or an address.

use serde_json::Value;
use tassel_core::error::{Outcome, Rejection};
use tassel_core::kit::Draft;
use tassel_core::operation::Operation;
use tassel_core::testing::Step;
use tassel_core::transport::Method;
use tassel_core::{CallOptions, Error};

use crate::support::{ONCE, READ, SECRET, call, client, script, secs};

const ADDRESS: &str = "imani@example.org";

#[tokio::test(start_paused = true)]
async fn a_rejection_says_if_its_body_is_the_vendors_own() {
    for (label, step, want) in [
        ("the vendor's form", Step::answer(404, r#"{"error":"no"}"#), true),
        ("another object", Step::answer(404, r#"{"message":"no"}"#), false),
        ("an empty object", Step::answer(404, "{}"), false),
        ("a page", Step::answer(404, "<html>no</html>"), false),
        ("empty", Step::answer(404, ""), false),
        ("the vendor's form, another status", Step::answer(400, r#"{"error":"no"}"#), true),
        ("a page, another status", Step::answer(403, "<html>no</html>"), false),
        ("an error in a success that cannot be read", Step::answer(200, r#"{"error":"no"}"#), true),
    ] {
        let call = client(script([step])).call(Method::GET, "/v9/things", None).read_as::<Vec<Value>>();
        let error = call.send().await.unwrap_err();
        assert_eq!(error.rejection().map(Rejection::is_vendors_own), Some(want), "{label}");
    }
}

#[test]
fn indistinguishable_records_make_a_listing_incomplete() {
    let error = Error::incomplete(
        "things.list",
        ["things without an id: 2", "without a group: 1 (imani@example.org)"],
    );
    let want = "things.list is incomplete: things without an id: 2; without a group: 1 (***@***)";
    assert_eq!(error.to_string(), want);
    assert_eq!((error.kind(), error.outcome()), ("incomplete", Outcome::NotApplied));
    assert!(error.rejection().is_none());
}

#[tokio::test(start_paused = true)]
async fn kinds_texts_and_outcomes() {
    use Outcome::{Applied, NotApplied, Unknown};
    type Row = (&'static str, Step, &'static str, &'static str, Outcome);
    let body = |text: &str| format!(r#"{{"error":"{text}"}}"#);
    let rows: Vec<Row> = vec![
        ("400", Step::answer(400, body("bad")), "invalid", "things.create answered 400: bad", NotApplied),
        ("422", Step::answer(422, body("bad")), "invalid", "things.create answered 422: bad", NotApplied),
        (
            "401",
            Step::answer(401, "Access denied.\n").header("content-type", "text/plain"),
            "denied",
            "things.create answered 401: Access denied.",
            NotApplied,
        ),
        (
            "403",
            Step::answer(403, body("private")),
            "denied",
            "things.create answered 403: private",
            NotApplied,
        ),
        (
            "403, a page",
            Step::answer(403, "<html>Blocked</html>").header("content-type", "text/html; charset=utf-8"),
            "denied",
            "things.create answered 403 with text/html (not JSON: a firewall may have answered)",
            NotApplied,
        ),
        (
            "403, empty",
            Step::answer(403, ""),
            "denied",
            "things.create answered 403 with an empty body (not JSON: a firewall may have answered)",
            NotApplied,
        ),
        (
            "404",
            Step::answer(404, body("Doesn't exist")),
            "not_found",
            "things.create answered 404: Doesn't exist",
            NotApplied,
        ),
        (
            "409",
            Step::answer(409, body("conflict")),
            "rejected",
            "things.create answered 409: conflict",
            NotApplied,
        ),
        (
            "302",
            Step::answer(302, "").header("location", "https://elsewhere.example/"),
            "rejected",
            "things.create answered 302 with an empty body (a redirect is not followed: check the base URL)",
            Unknown,
        ),
        (
            "303, which may follow a write that was applied",
            Step::answer(303, "").header("location", "/things/7"),
            "rejected",
            "things.create answered 303 with an empty body (a redirect is not followed: check the base URL)",
            Unknown,
        ),
        ("600", Step::answer(600, body("odd")), "rejected", "things.create answered 600: odd", Unknown),
        ("999", Step::answer(999, body("odd")), "rejected", "things.create answered 999: odd", Unknown),
        (
            "429",
            Step::answer(429, "slow down").header("retry-after", "9999"),
            "throttled",
            "things.create answered 429: slow down (the vendor asks to wait 9999 s)",
            NotApplied,
        ),
        ("500", Step::answer(500, body("oops")), "rejected", "things.create answered 500: oops", Unknown),
        (
            "503, unknown JSON",
            Step::answer(503, r#"{"oops": [1]}"#),
            "rejected",
            r#"things.create answered 503: {"oops": [1]}"#,
            Unknown,
        ),
        (
            "200 that carries an error",
            Step::answer(200, body("no").replace('{', "[{").replace('}', "}]")),
            "decode",
            "",
            Applied,
        ),
        (
            "200 unreadable",
            Step::answer(200, "<html>"),
            "decode",
            "things.create answered 200, but its body cannot be read: it is HTML or XML, not JSON",
            Applied,
        ),
        (
            "207 unreadable",
            Step::answer(207, "{"),
            "decode",
            "things.create answered 207, but its body cannot be read: the JSON ends too early, at line 1 column 1",
            Unknown,
        ),
        (
            "lost",
            Step::lost(),
            "transport",
            "things.create: no answer arrived: connection closed before message completed",
            Unknown,
        ),
        (
            "cut short, 200",
            Step::cut_short(200),
            "transport",
            "things.create: its answer (200) was cut short: end of file before message length reached",
            Applied,
        ),
        (
            "cut short, 422",
            Step::cut_short(422),
            "transport",
            "things.create: its answer (422) was cut short: end of file before message length reached",
            NotApplied,
        ),
        (
            "cut short, 502",
            Step::cut_short(502),
            "transport",
            "things.create: its answer (502) was cut short: end of file before message length reached",
            Unknown,
        ),
        (
            "an address in the message",
            Step::answer(422, body("imani@example.org is taken")),
            "invalid",
            "things.create answered 422: ***@*** is taken",
            NotApplied,
        ),
        (
            "an address in the code",
            Step::answer(422, r#"{"error":"no","code":"imani@example.org"}"#),
            "invalid",
            "things.create answered 422: no",
            NotApplied,
        ),
        (
            "an address in the type",
            Step::answer(422, "<").header("content-type", "imani@example.org"),
            "invalid",
            "things.create answered 422 with a body of no known type",
            NotApplied,
        ),
        (
            "hangs",
            Step::hang(),
            "transport",
            "things.create: no answer arrived: no data arrived for 60 s",
            Unknown,
        ),
    ];
    for (label, step, kind, text, outcome) in rows {
        let error = if kind == "decode" && text.is_empty() {
            Draft::new(&ONCE).call::<Object>(&client(script([step]))).send().await.unwrap_err()
        } else {
            call(&client(script([step])), &ONCE).await.map(drop).unwrap_err()
        };
        assert_eq!(error.kind(), kind, "{label}: {error}");
        if !text.is_empty() {
            assert_eq!(error.to_string(), text, "{label}");
        }
        assert_eq!(error.outcome(), outcome, "{label}");
        assert_shows_no_secret(label, &error);
    }
}

/// A reply that must be an object.
struct Object;

impl tassel_core::kit::Reply for Object {
    type Value = ();

    fn read(
        _: &'static Operation,
        answer: &tassel_core::error::RawResponse,
    ) -> Result<(), tassel_core::error::DecodeError> {
        tassel_core::kit::from_json::<serde_json::Map<String, Value>>(&answer.body).and_then(|map| {
            if map.contains_key("thing") {
                Ok(())
            } else {
                Err(tassel_core::error::DecodeError::new("there is no `thing`"))
            }
        })
    }
}

fn assert_shows_no_secret(label: &str, error: &Error) {
    for text in [error.to_string(), format!("{error:?}"), format!("{error:#?}")] {
        assert!(!text.contains(SECRET) && !text.contains(ADDRESS), "{label}: {text}");
    }
    assert!(!error.to_string().contains('\n'), "{label}: one line");
}

#[tokio::test(start_paused = true)]
async fn a_success_that_carries_an_error_is_rejected() {
    let error = Draft::new(&ONCE)
        .call::<Object>(&client(script([Step::answer(200, r#"{"error":"no"}"#)])))
        .send()
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), ("rejected", "things.create answered 200: no"));
    assert_eq!(error.outcome(), Outcome::Unknown, "its status and its body contradict each other");
}

#[tokio::test(start_paused = true)]
async fn a_read_only_call_is_never_applied() {
    for step in
        [Step::lost(), Step::cut_short(200), Step::answer(500, ""), Step::answer(200, "<"), Step::hang()]
    {
        let label = format!("{step:?}");
        let call = Draft::new(&READ)
            .at("id", 7)
            .call::<Value>(&client(script([step])))
            .with(CallOptions::new().no_retry());
        assert_eq!(call.send().await.unwrap_err().outcome(), Outcome::NotApplied, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_rejection_holds_the_answer() {
    let step = Step::answer(422, r#"{"error":"no","fields":{"name":"blank"}}"#).header("x-request-id", "r-1");
    let error = call(&client(script([step])), &ONCE).await.unwrap_err();
    let rejection = error.rejection().unwrap();
    assert_eq!(rejection.status(), 422);
    assert_eq!(rejection.fields()[0].field, "name");
    assert_eq!(rejection.request_id(), Some("r-1"));
    assert!(rejection.body().starts_with(b"{\"error\""));
}

#[tokio::test(start_paused = true)]
async fn the_deadline_ends_attempts_and_waits() {
    for (label, steps, outcome) in [
        ("hanging", vec![Step::hang()], Outcome::Unknown),
        ("waiting between attempts", vec![Step::refused(), Step::hang()], Outcome::Unknown),
    ] {
        let client = client(script(steps));
        let start = tokio::time::Instant::now();
        let options = CallOptions::new().deadline(secs(30));
        let error = Draft::new(&ONCE).call::<Value>(&client).with(options).send().await.unwrap_err();
        assert_eq!(start.elapsed().as_secs(), 30, "{label}");
        assert_eq!(error.to_string(), "things.create was given up at its deadline, after 30 s", "{label}");
        assert_eq!(error.outcome(), outcome, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_over_the_limit_is_an_error() {
    let options = || CallOptions::new().max_body(1_000);
    for (size, refused) in [(1_000, false), (1_001, true)] {
        let step = Step::answer(200, format!("\"{}\"", "x".repeat(size - 2)));
        let call = Draft::new(&ONCE).call::<Value>(&client(script([step]))).with(options());
        let result = call.send().await;
        assert_eq!(result.is_err(), refused, "{size}");
        if let Err(error) = result {
            assert_eq!(error.to_string(), "things.create answered 200 with a body of more than 1000 bytes");
            assert_eq!((error.kind(), error.outcome()), ("body_too_large", Outcome::Applied));
        }
    }
}
