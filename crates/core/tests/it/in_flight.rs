//! Requests whose answers are late or missing: how long they count.

use tassel_core::testing::Step;
use tassel_core::{Client, ClientOptions, RetryPolicy};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

use crate::quota::{FIXED, READ};
use crate::support::{call, client_with, ok, script, secs, status};

/// A client with a quota of ten that makes one attempt.
fn client(steps: impl IntoIterator<Item = Step>) -> Client {
    let options = ClientOptions::new().retry(RetryPolicy::new().attempts(1));
    client_with(&FIXED, script(steps), options)
}

fn spawn(client: &Client) -> JoinHandle<bool> {
    let client = client.clone();
    tokio::spawn(async move { call(&client, &READ).await.is_ok() })
}

#[tokio::test(start_paused = true)]
async fn a_request_counts_unless_it_was_not_sent() {
    for (label, step, left) in [
        ("answered", ok(), 9),
        ("rejected", status(503), 9),
        ("lost", Step::lost(), 9),
        ("cut short", Step::cut_short(200), 9),
        ("not sent", Step::refused(), 10),
    ] {
        let client = client([step]);
        let _ = call(&client, &READ).await;
        assert_eq!(client.quota().left().await, left, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn requests_in_flight_count_in_the_next_window() {
    // The vendor may count them in either window.
    let client = client((0..5).map(|_| ok()).chain((0..5).map(|_| ok().after(secs(30)))));
    for _ in 0..5 {
        call(&client, &READ).await.unwrap();
    }
    sleep(secs(890)).await;
    let in_flight: Vec<_> = (0..5).map(|_| spawn(&client)).collect();
    sleep(secs(15)).await;
    assert_eq!(client.quota().left().await, 5, "the window is new, and five are in flight");
    for task in in_flight {
        assert!(task.await.unwrap());
    }
    assert_eq!(client.quota().left().await, 5, "they have ended in the new window");
}

#[tokio::test(start_paused = true)]
async fn a_new_span_begins_with_the_requests_in_flight() {
    // The answer states a span that ends long before the one that was counted here.
    let standing = ok().header("x-limit", "10").header("x-remaining", "9").header("x-reset", "100");
    let slow = (0..3).map(|_| ok().after(secs(30)));
    let client = client([standing.after(secs(1))].into_iter().chain(slow));
    let calls: Vec<_> = (0..4).map(|_| spawn(&client)).collect();
    sleep(secs(2)).await;
    assert_eq!(client.quota().left().await, 6, "one was answered, and three are in flight");
    for call in calls {
        assert!(call.await.unwrap());
    }
    assert_eq!(client.quota().left().await, 6, "all four are of this span");
}

#[tokio::test(start_paused = true)]
async fn a_shorter_pause_does_not_end_a_longer_one() {
    for (label, waits) in [("the longer one first", ["40", "10"]), ("the shorter one first", ["10", "40"])] {
        let asked = |wait| status(429).header("retry-after", wait).after(secs(1));
        let client = client(waits.map(asked).into_iter().chain([ok()]));
        let start = Instant::now();
        for task in [spawn(&client), spawn(&client)] {
            assert!(!task.await.unwrap(), "{label}");
        }
        call(&client, &READ).await.unwrap();
        assert_eq!(start.elapsed().as_secs(), 41, "{label}");
    }
}
