//! `Retry-After` and the headers of quotas.

use std::time::Duration;

use http::header::RETRY_AFTER;
use http::{HeaderMap, Response, StatusCode};
use tassel_core::CallOptions;
use tokio::time::{Instant, timeout};

use super::input::Input;
use super::shown;
use super::wire::{Canned, run};

const DEADLINE: Duration = Duration::from_secs(100);

/// `vendor operation status`, headers: two calls that are always answered so end by their deadline, and no attempt is
/// made before the seconds that were asked for. Says how many attempts there were.
pub fn headers(bytes: &[u8]) -> usize {
    let input = Input::new(bytes);
    let vendor = input.vendor();
    let (operation, status) = (input.operation(vendor.api().operations), input.status());
    let (headers, body) = input.headers_and_body();
    let asked = seconds(&headers).filter(|_| waits(status));
    let mut answer = Response::new(body.to_vec().into());
    (*answer.status_mut(), *answer.headers_mut()) = (status, headers);
    let canned = Canned::new(vec![answer]);
    let client = vendor.canned(&canned);
    let calls = run(async {
        let mut calls = Vec::new();
        for _ in 0..2 {
            let before = canned.requests().len();
            let start = Instant::now();
            let call = client.filled(operation).with(CallOptions::new().deadline(DEADLINE));
            let result = timeout(10 * DEADLINE, call.send()).await.unwrap();
            assert!(start.elapsed() <= DEADLINE, "{:?}", start.elapsed());
            if let Err(error) = result {
                shown::check(&error);
            }
            let quota = client.quota();
            let left = quota.left().await.min(50);
            assert!(quota.time_for(left).await <= Duration::from_millis(1));
            let _ = quota.time_for(50).await;
            calls.push(canned.requests().split_off(before));
        }
        calls
    });
    assert!(calls.iter().all(|attempts| attempts.len() <= 4), "more than four attempts");
    let attempts = calls.concat();
    for pair in attempts.windows(2) {
        let waited = pair[1].0 - pair[0].0;
        assert!(asked.is_none_or(|asked| waited >= asked), "{waited:?} of {asked:?}");
    }
    attempts.len()
}

/// The seconds that are asked for, where they are nothing but seconds.
fn seconds(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?;
    // A sign makes it something else.
    text.parse().ok().filter(|_| !text.starts_with('+')).map(Duration::from_secs)
}

/// Whether `Retry-After` under this status holds for every request, and not for repeats of one alone.
fn waits(status: StatusCode) -> bool {
    matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE)
}
