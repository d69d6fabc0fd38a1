//! Quotas: which requests are sent, and when.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{Method, Request, Response};
use serde_json::Value;
use tassel_core::error::Outcome;
use tassel_core::kit::{self, Api, ApiKey, Draft, SecretString};
use tassel_core::operation::{Operation, Safety};
use tassel_core::quota::{LocalQuotas, QuotaHeaders, QuotaRule, QuotaScope, Window};
use tassel_core::testing::{Recorder, Step};
use tassel_core::transport::{Body, Transport, TransportError};
use tassel_core::{Client, ClientOptions, Error};
use tokio::time::Instant;

use crate::support::{call, client_with, ok, read_problem, script, secs, status};

pub static READ: Operation = {
    let mut operation = Operation::new("things.get", Method::GET, "/things/{id}");
    operation.safety = Safety::ReadOnly;
    operation
};

/// Two trailing windows, which allow bursts.
static TRAILING: Api = {
    let mut api = Api::new("acme", &[&READ]);
    api.quotas = &[QuotaRule::new(
        "default",
        QuotaScope::Address,
        &[
            Window::Trailing { limit: 20, per: Duration::from_secs(30) },
            Window::Trailing { limit: 50, per: Duration::from_secs(300) },
        ],
    )];
    api
};

/// A fixed window with a pace after it. Headers correct it.
pub static FIXED: Api = {
    let mut api = Api::new("acme", &[&READ]);
    api.quotas = &[QuotaRule::new(
        "default",
        QuotaScope::Credential,
        &[Window::Fixed {
            limit: 10,
            per: Duration::from_secs(900),
            then_every: Some(Duration::from_secs(1)),
        }],
    )
    .headers(QuotaHeaders { limit: "x-limit", remaining: "x-remaining", reset: "x-reset" })];
    api
};

/// Answers after a delay.
#[derive(Debug, Clone)]
pub struct SlowTransport(pub Duration);

#[async_trait]
impl Transport for SlowTransport {
    async fn send(&self, _: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        tokio::time::sleep(self.0).await;
        Ok(Response::new(Body::from("{}")))
    }
}

/// Makes concurrent calls. Returns when each reached the vendor, in milliseconds from the start.
async fn arrivals(clients: &[Client], calls: usize, record: &Recorder) -> Vec<u128> {
    let start = Instant::now();
    let tasks: Vec<_> = (0..calls)
        .map(|number| {
            let client = clients[number % clients.len()].clone();
            tokio::spawn(async move { call(&client, &READ).await.map(drop) })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let mut at: Vec<_> =
        record.exchanges().iter().map(|exchange| (exchange.at - start).as_millis()).collect();
    at.sort_unstable();
    at
}

fn most_in_any(at: &[u128], window: Duration) -> usize {
    at.iter()
        .map(|first| at.iter().filter(|time| (*first..first + window.as_millis()).contains(time)).count())
        .max()
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn trailing_windows_are_kept_and_used_up() {
    for (label, latency, clients) in
        [("no latency", 0, 1), ("latency", 700, 1), ("latency, four clients", 700, 4)]
    {
        let record = Recorder::new(SlowTransport(Duration::from_millis(latency)));
        let quotas = Arc::new(LocalQuotas::default());
        let options = ClientOptions::new().quotas(quotas).deadline(secs(100_000));
        let clients: Vec<_> =
            (0..clients).map(|_| client_with(&TRAILING, record.clone(), options.clone())).collect();
        let at = arrivals(&clients, 150, &record).await;
        assert_eq!(at.len(), 150, "{label}");
        assert_eq!(most_in_any(&at, secs(30)), 20, "{label}: {at:?}");
        assert_eq!(most_in_any(&at, secs(300)), 50, "{label}: {at:?}");
        // A burst at once, then the most that 50 in any 300 s allow, apart from the latency.
        assert_eq!(at[19], 0, "{label}");
        let best = 2 * 300_000 + 2 * 30_000;
        assert!(at[149] <= best + u128::from(latency) * 12, "{label}: {}", at[149]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_fixed_window_is_used_up_and_then_paced() {
    // The vendor counted a request at some time before it answered.
    for (label, latency, pace) in
        [("no latency", 0, 1_000), ("answers that take longer than the pace", 2_500, 3_500)]
    {
        let record = Recorder::new(SlowTransport(Duration::from_millis(latency)));
        let options = ClientOptions::new().deadline(secs(100_000));
        let client = client_with(&FIXED, record.clone(), options);
        let at = arrivals(&[client], 25, &record).await;
        assert_eq!(at[..10], [0; 10], "{label}: the window");
        let paced: Vec<_> = at[9..].windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(paced.iter().all(|wait| (pace..=pace + 2).contains(wait)), "{label}: {at:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_stated_quota_a_pause_applies_to_all_calls() {
    static UNSTATED: Api = Api::new("acme", &[&READ]);
    for (label, rejection, wait) in [
        ("429", status(429).header("retry-after", "40"), 40_000),
        ("503", status(503).header("retry-after", "20"), 20_000),
        ("503 that names no time", status(503), 0),
    ] {
        let record = Recorder::new(script([rejection, ok(), ok(), ok()]));
        let client = client_with(&UNSTATED, record.clone(), ClientOptions::new().seed(7));
        assert_eq!(
            (client.quota().left().await, client.quota_of("other").left().await),
            (usize::MAX, usize::MAX)
        );
        let first = tokio::spawn({
            let client = client.clone();
            async move { call(&client, &READ).await.map(drop) }
        });
        tokio::time::sleep(secs(1)).await;
        let at = arrivals(std::slice::from_ref(&client), 2, &record).await;
        first.await.unwrap().unwrap();
        let start = record.exchanges()[0].at;
        let waited = record.exchanges()[1..].iter().map(|it| (it.at - start).as_millis()).min().unwrap();
        assert!((wait..wait + 1_500).contains(&waited), "{label}: {waited} of {at:?}");
        assert_eq!(client.quota().left().await, usize::MAX, "{label}: the pause is over");
    }
}

#[tokio::test(start_paused = true)]
async fn headers_correct_a_fixed_window() {
    let standing = |limit: &str, remaining: &str, reset: &str| {
        ok().header("x-limit", limit).header("x-remaining", remaining).header("x-reset", reset)
    };
    for (label, steps, want) in [
        ("others used it", vec![standing("10", "1", "60"), ok(), ok()], [0, 0, 1]),
        ("a smaller limit", vec![standing("2", "1", "60"), ok(), ok()], [0, 0, 1]),
        ("a larger limit", vec![standing("300", "295", "60"), ok(), ok()], [0, 0, 0]),
        ("none left, and an immediate reset", vec![standing("10", "0", "0"), ok(), ok()], [0, 0, 0]),
        ("headers that are no numbers", vec![standing("ten", "x", "-1"), ok(), ok()], [0, 0, 0]),
        ("some missing", vec![ok().header("x-remaining", "0"), ok(), ok()], [0, 0, 0]),
    ] {
        let client = client_with(&FIXED, script(steps), ClientOptions::new());
        let start = Instant::now();
        for want in want {
            call(&client, &READ).await.unwrap();
            assert_eq!(start.elapsed().as_secs(), want, "{label}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_request_is_sent_before_the_time_a_429_names() {
    for (label, step, want) in [
        ("named", status(429).header("retry-after", "40"), 40),
        ("503 that names one", status(503).header("retry-after", "40"), 40),
    ] {
        let record = Recorder::new(script([step, ok(), ok(), ok(), ok()]));
        let client = client_with(&TRAILING, record.clone(), ClientOptions::new());
        let start = Instant::now();
        let first = tokio::spawn({
            let client = client.clone();
            async move { call(&client, &READ).await }
        });
        tokio::task::yield_now().await;
        let others: Vec<_> = (0..3)
            .map(|_| {
                let client = client.clone();
                tokio::spawn(async move { call(&client, &READ).await })
            })
            .collect();
        first.await.unwrap().unwrap();
        for other in others {
            other.await.unwrap().unwrap();
        }
        let early =
            record.exchanges().iter().skip(1).filter(|exchange| exchange.at - start < secs(want)).count();
        assert_eq!(early, 0, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_past_the_deadline_is_not_begun() {
    let record = Recorder::new(SlowTransport(Duration::ZERO));
    let client = client_with(&TRAILING, record.clone(), ClientOptions::new().deadline(secs(10)));
    for _ in 0..20 {
        call(&client, &READ).await.unwrap();
    }
    let start = Instant::now();
    let error = call(&client, &READ).await.unwrap_err();
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!(error.to_string(), "things.get was held back: its quota is used up (try again in 30 s)");
    assert_eq!(error.outcome(), Outcome::NotApplied);
    assert!(matches!(error, Error::Throttled(_)));
    assert_eq!(record.exchanges().len(), 20);
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_call_counts_until_its_timeout() {
    let record = Recorder::new(SlowTransport(secs(5)));
    let client = client_with(&TRAILING, record.clone(), ClientOptions::new());
    // In flight: these may still reach the vendor, and count until one window after their timeout.
    for _ in 0..20 {
        let _ = tokio::time::timeout(secs(1), call(&client, &READ)).await;
        tokio::time::advance(Duration::from_millis(1)).await;
    }
    // Waiting: these never count.
    for _ in 0..100 {
        let _ = tokio::time::timeout(Duration::from_millis(1), call(&client, &READ)).await;
    }
    let start = Instant::now();
    let at = arrivals(&[client], 20, &record).await;
    assert_eq!(at.len(), 20);
    let elapsed = start.elapsed();
    assert!((secs(68)..=secs(95)).contains(&elapsed), "{elapsed:?}");
}

#[tokio::test(start_paused = true)]
async fn a_request_that_was_not_sent_does_not_count() {
    let steps = (0..10).map(|_| Step::refused()).chain((0..20).map(|_| ok()));
    let client = client_with(&TRAILING, script(steps), ClientOptions::new());
    let start = Instant::now();
    for _ in 0..20 {
        call(&client, &READ).await.ok();
    }
    assert!(start.elapsed() < secs(10), "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn an_operation_without_a_quota_is_not_held_back() {
    static OTHER: Operation = {
        let mut operation = Operation::new("things.other", Method::GET, "/other");
        operation.quota = "other";
        operation
    };
    let record = Recorder::new(SlowTransport(Duration::ZERO));
    let client = client_with(&TRAILING, record.clone(), ClientOptions::new());
    for _ in 0..60 {
        Draft::new(&OTHER).call::<Value>(&client).send().await.unwrap();
    }
    assert_eq!(record.exchanges().len(), 60);
}

#[tokio::test(start_paused = true)]
async fn quotas_are_shared_per_address_or_credential() {
    let key = |secret: &str| ApiKey::new(AUTHORIZATION, "", &SecretString::from(secret)).unwrap();
    let quotas = Arc::new(LocalQuotas::default());
    let client = |api, url: &str, secret| {
        let options = ClientOptions::new()
            .transport(SlowTransport(Duration::ZERO))
            .quotas(quotas.clone())
            .deadline(secs(1));
        kit::client(api, read_problem, url, key(secret), options).unwrap()
    };
    let (here, there) = ("https://acme.example/v1", "https://elsewhere.example");
    let same_host = "https://ACME.example/v2";
    let address = client(&TRAILING, here, "one");
    for _ in 0..20 {
        call(&address, &READ).await.unwrap();
    }
    for (label, url, secret, shared) in
        [("another key", same_host, "two", true), ("another host", there, "one", false)]
    {
        let held_back = call(&client(&TRAILING, url, secret), &READ).await.is_err();
        assert_eq!(held_back, shared, "per address: {label}");
    }
    let credential = client(&FIXED, here, "one");
    for _ in 0..11 {
        call(&credential, &READ).await.unwrap();
    }
    let start = Instant::now();
    call(&client(&FIXED, here, "two"), &READ).await.unwrap();
    assert_eq!(start.elapsed(), Duration::ZERO, "per credential: another key");
    call(&client(&FIXED, here, "one"), &READ).await.unwrap();
    assert_eq!(start.elapsed().as_secs(), 1, "per credential: the same key");
}

#[tokio::test(start_paused = true)]
async fn a_new_window_begins_when_the_old_one_ends() {
    let record = Recorder::new(SlowTransport(Duration::ZERO));
    let client = client_with(&FIXED, record.clone(), ClientOptions::new().deadline(secs(100_000)));
    arrivals(std::slice::from_ref(&client), 12, &record).await;
    tokio::time::advance(secs(900)).await;
    let start = Instant::now();
    for _ in 0..10 {
        call(&client, &READ).await.unwrap();
    }
    assert_eq!(start.elapsed(), Duration::ZERO, "the whole window is free again");
    call(&client, &READ).await.unwrap();
    assert_eq!(start.elapsed().as_secs(), 1, "but not more");
}

#[tokio::test(start_paused = true)]
async fn calls_too_far_back_in_the_queue_fail_at_once() {
    // As many calls wait as the windows allow before the deadline. The others fail at once.
    for (label, api, deadline, calls, want) in [
        ("trailing, the shorter window", &TRAILING, 31, 150, 40),
        ("trailing, the longer window", &TRAILING, 299, 150, 50),
        ("trailing, into the second of the longer", &TRAILING, 301, 150, 70),
        ("fixed, then paced", &FIXED, 20, 150, 30),
    ] {
        let record = Recorder::new(SlowTransport(Duration::ZERO));
        let client = client_with(api, record.clone(), ClientOptions::new().deadline(secs(deadline)));
        let start = Instant::now();
        let tasks: Vec<_> = (0..calls)
            .map(|_| {
                let client = client.clone();
                tokio::spawn(async move {
                    let result = call(&client, &READ).await;
                    (result.is_ok(), start.elapsed())
                })
            })
            .collect();
        let mut served = 0;
        for task in tasks {
            let (ok, after) = task.await.unwrap();
            served += usize::from(ok);
            assert!(ok || after == Duration::ZERO, "{label}: failed after {after:?}");
        }
        assert_eq!(served, want, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn headers_leave_requests_in_flight_counted() {
    // The answers state that nothing is used. Four more requests are in flight and count too.
    let standing = || ok().header("x-limit", "6").header("x-remaining", "5").header("x-reset", "100");
    let slow = |seconds| ok().after(secs(seconds));
    let client = client_with(
        &FIXED,
        script([standing(), slow(5), slow(5), slow(5), slow(5), ok(), ok()]),
        ClientOptions::new(),
    );
    let start = Instant::now();
    let tasks: Vec<_> = (0..7)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move {
                call(&client, &READ).await.unwrap();
                start.elapsed().as_secs()
            })
        })
        .collect();
    let mut ended = Vec::new();
    for task in tasks {
        ended.push(task.await.unwrap());
    }
    assert_eq!(ended.iter().filter(|at| **at == 0).count(), 2, "{ended:?}");
}

#[tokio::test(start_paused = true)]
async fn a_late_answer_begins_no_new_window() {
    let standing = |remaining: u32| {
        let answer = ok().header("x-limit", "10").header("x-reset", "900");
        answer.header("x-remaining", &remaining.to_string())
    };
    let late = standing(9).after(secs(30));
    let steps = [late].into_iter().chain((1..9).rev().map(standing));
    let client = client_with(&FIXED, script(steps), ClientOptions::new());
    let slow = tokio::spawn({
        let client = client.clone();
        async move { call(&client, &READ).await.map(drop) }
    });
    tokio::task::yield_now().await;
    for _ in 0..8 {
        call(&client, &READ).await.unwrap();
    }
    assert_eq!(client.quota().left().await, 1);
    slow.await.unwrap().unwrap();
    assert_eq!(client.quota().left().await, 1, "the numbers of the late answer are old");
}

#[tokio::test(start_paused = true)]
async fn the_use_of_a_quota_can_be_read() {
    let headers = || ok().header("x-limit", "10").header("x-remaining", "2").header("x-reset", "60");
    let client = client_with(&FIXED, script([ok(), headers()]), ClientOptions::new());
    let none = client.quota_of("another");
    assert_eq!(
        (none.left().await, none.time_for(usize::MAX).await),
        (usize::MAX, secs(0)),
        "without a quota there is room"
    );
    let quota = client.quota();
    assert_eq!(
        (quota.left().await, quota.time_for(10).await, quota.time_for(12).await),
        (10, secs(0), secs(2))
    );
    call(&client, &READ).await.unwrap();
    assert_eq!(quota.left().await, 9);
    call(&client, &READ).await.unwrap();
    assert_eq!((quota.left().await, quota.time_for(2).await), (2, secs(0)), "corrected by the headers");
    // After those, one request per second until the window ends.
    assert_eq!(quota.time_for(5).await, secs(3));
}
