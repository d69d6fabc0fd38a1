//! Repeats: which failures are repeated, and when.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, Method};
use jiff::Timestamp;
use serde_json::{Value, json};
use tassel_core::error::Outcome;
use tassel_core::kit::{self, Api, Authentication, Deleted, Draft};
use tassel_core::operation::{Encoding, Operation, Safety};
use tassel_core::quota::{QuotaRule, QuotaScope, Window};
use tassel_core::testing::{FixedClock, Scripted, Step};
use tassel_core::transport::BoxError;
use tassel_core::{CallOptions, ClientOptions, Error, RetryPolicy};
use tokio::time::Instant;

use crate::support::{
    API, ONCE, READ, REPEAT, call, client, client_with, ok, read_problem, script, secs, status,
};

/// It has a body, and may be repeated.
static CHANGE: Operation = {
    let mut operation = Operation::new("things.update", Method::PUT, "/things/{id}");
    (operation.safety, operation.encoding) = (Safety::Repeatable, Encoding::Json);
    operation
};

/// Makes a call. Returns the number of attempts and the result.
async fn attempts(steps: Vec<Step>, operation: &'static Operation) -> (usize, Result<Value, Error>) {
    let script = script(steps);
    let result = call(&client(script.clone()), operation).await;
    (script.requests().len(), result)
}

fn redirect(code: u16) -> Step {
    status(code).header("location", "https://acme.example/things/8")
}

#[tokio::test(start_paused = true)]
async fn repeats_by_safety_and_failure() {
    type MakeStep = fn() -> Step;
    let rows: [(&str, MakeStep, [usize; 3]); 16] = [
        ("never connected", Step::refused, [2, 2, 2]),
        ("rejected unprocessed", || status(429), [2, 2, 2]),
        ("rejected unprocessed, cut short", || Step::cut_short(429), [2, 2, 2]),
        ("lost", Step::lost, [2, 2, 1]),
        ("cut short", || Step::cut_short(200), [2, 2, 1]),
        ("500", || status(500), [2, 2, 1]),
        ("502", || status(502), [2, 2, 1]),
        ("503", || status(503), [2, 2, 1]),
        ("504", || status(504), [2, 2, 1]),
        ("501", || status(501), [1, 1, 1]),
        ("303", || redirect(303), [1, 1, 1]),
        ("307", || redirect(307), [1, 1, 1]),
        ("308", || redirect(308), [1, 1, 1]),
        ("400", || status(400), [1, 1, 1]),
        ("404", || status(404), [1, 1, 1]),
        ("unreadable", || Step::answer(200, "<html>"), [1, 1, 1]),
    ];
    for (label, step, want) in rows {
        for (operation, want) in [&READ, &REPEAT, &ONCE].into_iter().zip(want) {
            let (sent, result) = attempts(vec![step(), ok()], operation).await;
            assert_eq!(sent, want, "{label}, {}", operation.id);
            assert_eq!(result.is_ok(), want == 2, "{label}, {}", operation.id);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_with_certain_parts_is_sent_once() {
    static UPDATE: Operation = {
        let mut operation = Operation::new("things.update", Method::PUT, "/things/7");
        (operation.safety, operation.encoding) = (Safety::Repeatable, Encoding::Json);
        operation.once_with = &["/thing/parts"];
        operation
    };
    for (label, body, want) in [
        ("without", json!({"thing": {"name": "A"}}), 2),
        ("null", json!({"thing": {"parts": null}}), 2),
        ("empty", json!({"thing": {"parts": []}}), 2),
        ("with", json!({"thing": {"parts": [1]}}), 1),
        ("elsewhere", json!({"parts": [1]}), 2),
    ] {
        let script = script(vec![Step::lost(), ok()]);
        let result = client(script.clone()).operation(Draft::new(&UPDATE).body(body)).await;
        assert_eq!((script.requests().len(), result.is_ok()), (want, want == 2), "{label}");
        if let Err(error) = result {
            assert_eq!(error.outcome(), Outcome::Unknown, "{label}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_repeat_is_the_same_request() {
    for (label, first) in [("refused", Step::refused()), ("lost", Step::lost()), ("503", status(503))] {
        let script = script([first, status(503), ok()]);
        let draft = Draft::new(&CHANGE).at("id", 7).query("notify", true).body(json!({"name": "Rigging"}));
        let call = draft.call::<Value>(&client(script.clone()));
        let whole = call.request().unwrap();
        call.send().await.unwrap();
        let sent = script.requests();
        assert_eq!(sent.len(), 3, "{label}");
        for (attempt, request) in sent.iter().enumerate() {
            let mut headers = request.headers().clone();
            assert!(headers.remove(AUTHORIZATION).is_some(), "{label}, attempt {attempt}");
            assert_eq!(
                (request.method(), request.uri(), &headers, request.body()),
                (whole.method(), whole.uri(), whole.headers(), whole.body()),
                "{label}, attempt {attempt}"
            );
        }
        assert!(!whole.body().is_empty() && whole.headers().contains_key(CONTENT_TYPE), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn gives_up_after_four_attempts() {
    let (sent, result) = attempts((0..9).map(|_| status(503)).collect(), &READ).await;
    assert_eq!(sent, 4);
    assert_eq!(result.unwrap_err().to_string(), "things.get answered 503: no");
}

#[tokio::test(start_paused = true)]
async fn no_retry_makes_one_attempt() {
    let script = script([Step::lost(), ok()]);
    let call = Draft::new(&READ).at("id", 7).call::<Value>(&client(script.clone()));
    call.with(CallOptions::new().no_retry()).send().await.unwrap_err();
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn waits_exactly_as_long_as_retry_after() {
    let throttled = |value| status(429).header("retry-after", value);
    for (label, steps, want) in [
        ("no need", vec![ok()], 0),
        ("seconds", vec![throttled("30"), ok()], 30),
        ("twice", vec![throttled("30"), throttled("45"), ok()], 75),
        ("a date", vec![throttled("Tue, 01 Sep 2026 08:02:00 GMT"), ok()], 120),
        ("a date in the past", vec![throttled("Tue, 01 Sep 2026 07:00:00 GMT"), ok()], 0),
        ("503 too", vec![status(503).header("retry-after", "5"), ok()], 5),
    ] {
        let options = ClientOptions::new().clock(FixedClock::at("2026-09-01T08:00:00Z"));
        let client = client_with(&API, script(steps), options);
        let start = Instant::now();
        call(&client, &READ).await.unwrap();
        // tokio's clock steps in milliseconds.
        let waited = start.elapsed();
        assert!(
            waited >= secs(want) && waited.as_millis() <= u128::from(want) * 1000 + 2,
            "{label}: {waited:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn backs_off_with_full_jitter() {
    let policy = RetryPolicy::new().attempts(12);
    let (mut longest, mut shortest) = ([0.0_f64; 11], [1.0_f64; 11]);
    for seed in 0..200 {
        let transport = tassel_core::testing::Recorder::new(Scripted::new((0..12).map(|_| Step::refused())));
        let options = ClientOptions::new().seed(seed).retry(policy.clone());
        let client = client_with(&API, transport.clone(), options);
        let _ = call(&client, &READ).await;
        let at: Vec<_> = transport.exchanges().iter().map(|exchange| exchange.at).collect();
        // The budget allows ten repeats.
        assert_eq!(at.len(), 11, "seed {seed}");
        for (attempt, pair) in at.windows(2).enumerate() {
            let waited = (pair[1] - pair[0]).as_secs_f64();
            let most = (0.25 * 2_f64.powi(i32::try_from(attempt).unwrap())).min(30.0);
            assert!(waited <= most + 0.002, "seed {seed}, attempt {attempt}: {waited}");
            longest[attempt] = longest[attempt].max(waited / most);
            shortest[attempt] = shortest[attempt].min(waited / most);
        }
    }
    // The whole range is used.
    assert!(shortest[..10].iter().all(|share| *share < 0.1), "{shortest:?}");
    assert!(longest[..10].iter().all(|share| *share > 0.9), "{longest:?}");
}

#[tokio::test(start_paused = true)]
async fn waits_as_the_contract_says_after_a_429_without_retry_after() {
    static API: Api = {
        let mut api = Api::new("acme", &[&READ]);
        api.after_429 = Some((Duration::from_secs(30), Duration::from_secs(300)));
        api
    };
    let mut shares = Vec::new();
    for seed in 0..50 {
        let transport = tassel_core::testing::Recorder::new(Scripted::new((0..7).map(|_| status(429))));
        let policy = RetryPolicy::new().attempts(7);
        let options = ClientOptions::new().deadline(secs(10_000)).retry(policy).seed(seed);
        let _ = call(&client_with(&API, transport.clone(), options), &READ).await;
        let at: Vec<_> = transport.exchanges().iter().map(|exchange| exchange.at).collect();
        let waits: Vec<f64> = at.windows(2).map(|pair| (pair[1] - pair[0]).as_secs_f64()).collect();
        assert_eq!(waits.len(), 6);
        for (waited, (least, most)) in waits.iter().zip([
            (30.0, 37.5),
            (60.0, 75.0),
            (120.0, 150.0),
            (240.0, 300.0),
            (300.0, 300.0),
            (300.0, 300.0),
        ]) {
            assert!((least..=most + 0.002).contains(waited), "seed {seed}: {waits:?}");
        }
        shares.push((waits[0] - 30.0) / 7.5);
    }
    // The whole range is used.
    assert!(shares.iter().any(|share| *share < 0.1) && shares.iter().any(|share| *share > 0.9), "{shares:?}");
}

#[tokio::test(start_paused = true)]
async fn begins_no_wait_past_the_deadline() {
    for (label, step, retry_after) in [
        ("longer than the deadline", status(429).header("retry-after", "601"), Some(601)),
        ("longer than any clock", status(429).header("retry-after", "99999999999999999999"), Some(u64::MAX)),
    ] {
        let start = Instant::now();
        let error = call(&client(script([step, ok()])), &ONCE).await.unwrap_err();
        assert_eq!(start.elapsed(), secs(0), "{label}");
        assert_eq!(error.outcome(), Outcome::NotApplied, "{label}");
        let Error::Throttled(throttled) = error else { panic!("{label}: {error}") };
        assert_eq!(throttled.retry_after.map(|wait| wait.as_secs()), retry_after, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn begins_no_wait_past_the_longest_wait() {
    static HOURLY: Api = {
        let mut api = Api::new("acme", &[&READ]);
        api.quotas = &[QuotaRule::new(
            "default",
            QuotaScope::Address,
            &[Window::Trailing { limit: 10, per: Duration::from_secs(3_600) }],
        )];
        api
    };
    let policy = RetryPolicy::new;
    for (label, api, policy, longest) in [
        ("15 minutes by default", &API, policy(), 900),
        ("the longest window by default", &HOURLY, policy(), 3_600),
        ("a shorter one", &HOURLY, policy().longest_wait(secs(30)), 30),
        ("a longer one", &API, policy().longest_wait(secs(7_200)), 7_200),
    ] {
        let client = |wait: u64| {
            let step = status(429).header("retry-after", &wait.to_string());
            let options = ClientOptions::new().deadline(secs(100_000)).retry(policy.clone());
            client_with(api, script([step, ok()]), options)
        };
        let start = Instant::now();
        call(&client(longest), &ONCE).await.unwrap();
        assert_eq!(start.elapsed().as_secs(), longest, "{label}");
        let (start, client) = (Instant::now(), client(longest + 1));
        let error = call(&client, &ONCE).await.unwrap_err();
        assert_eq!((error.kind(), start.elapsed().as_secs()), ("throttled", 0), "{label}: a second more");
        call(&client, &READ).await.unwrap();
        assert_eq!(start.elapsed().as_secs(), longest, "{label}: the pause of other calls is limited too");
    }
}

#[tokio::test(start_paused = true)]
async fn a_budget_limits_repeats_during_an_outage() {
    let script = script((0..2_000).map(|_| status(503)));
    let client = client(script.clone());
    for _ in 0..100 {
        call(&client, &READ).await.unwrap_err();
    }
    assert_eq!(script.requests().len(), 110, "ten repeats for a hundred calls");
}

#[tokio::test(start_paused = true)]
async fn successful_calls_refill_the_budget() {
    let steps =
        (0..40).map(|_| status(503)).chain((0..200).map(|_| ok())).chain((0..40).map(|_| status(503)));
    let script = script(steps);
    let client = client(script.clone());
    let mut failed = 0;
    while failed < 60 {
        failed += usize::from(call(&client, &READ).await.is_err());
    }
    assert_eq!(script.requests().len(), 40 + 200 + 40, "the budget refills to ten, not more");
}

#[tokio::test(start_paused = true)]
async fn the_outcome_includes_earlier_attempts() {
    for (label, steps, want) in [
        ("refused, then rejected", vec![Step::refused(), status(422)], Outcome::NotApplied),
        ("throttled, then rejected", vec![status(429), status(422)], Outcome::NotApplied),
        ("lost, then rejected", vec![Step::lost(), status(422)], Outcome::Unknown),
        (
            "lost, then refused",
            vec![Step::lost(), Step::refused(), Step::refused(), Step::refused()],
            Outcome::Unknown,
        ),
        (
            "500, then throttled",
            vec![status(500), status(429).header("retry-after", "9999")],
            Outcome::Unknown,
        ),
        (
            "cut short, then lost",
            vec![Step::cut_short(200), Step::lost(), Step::lost(), Step::lost()],
            Outcome::Applied,
        ),
        ("lost, then unreadable", vec![Step::lost(), Step::answer(200, "{")], Outcome::Applied),
    ] {
        let error = call(&client(script(steps)), &REPEAT).await.unwrap_err();
        assert_eq!(error.outcome(), want, "{label}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_404_after_a_repeated_deletion_is_not_there() {
    for (label, steps, want) in [
        ("there", vec![ok()], Some(Some(()))),
        ("never there", vec![status(404)], None),
        ("lost, then gone", vec![Step::lost(), status(404)], Some(None)),
        ("500, then gone", vec![status(500), status(404)], Some(None)),
        ("throttled, then not there", vec![status(429), status(404)], None),
        ("never connected, then not there", vec![Step::refused(), status(404)], None),
    ] {
        let call = Draft::new(&REPEAT).at("id", 7).call::<Deleted<Value>>(&client(script(steps)));
        let result = call.map(|deleted| deleted.record().map(|_| ())).await;
        assert_eq!(result.ok(), want, "{label}");
    }
}

/// Credentials that are a new number for each attempt.
#[derive(Debug, Default)]
struct NumberedCredentials(AtomicU32);

#[async_trait]
impl Authentication for NumberedCredentials {
    async fn authenticate(&self, headers: &mut HeaderMap, _: Timestamp) -> Result<(), BoxError> {
        headers.insert(AUTHORIZATION, self.0.fetch_add(1, Ordering::Relaxed).into());
        Ok(())
    }
    fn renews(&self) -> bool {
        true
    }
    fn identity(&self) -> tassel_core::kit::SecretString {
        "7".into()
    }
}

#[tokio::test(start_paused = true)]
async fn a_401_is_repeated_once_with_new_credentials() {
    for (label, steps, want, ok) in [
        ("accepted at the second attempt", vec![status(401), ok()], 2, true),
        ("rejected again", vec![status(401), status(401), ok()], 2, false),
        ("after a refused connection", vec![Step::refused(), status(401), ok()], 2, false),
        ("403", vec![status(403), ok()], 1, false),
    ] {
        let script = script(steps);
        let options = ClientOptions::new().transport(script.clone());
        let client =
            kit::client(&API, read_problem, "https://acme.example", NumberedCredentials::default(), options);
        // A rejected request was not applied, so that even `Safety::Once` is repeated.
        let result = call(&client.unwrap(), &ONCE).await;
        assert_eq!(result.is_ok(), ok, "{label}");
        let sent = script.requests();
        let sent: Vec<_> = sent.iter().map(|request| request.headers()[AUTHORIZATION].as_bytes()).collect();
        assert_eq!(sent, [b"0", b"1"][..want], "{label}");
    }
    let (sent, _) = attempts(vec![status(401), ok()], &READ).await;
    assert_eq!(sent, 1, "a fixed key is not tried twice");
}
