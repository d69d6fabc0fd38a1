//! Quotas at full speed, in virtual time, against the sandbox's own counting: nothing is refused, hardly anything of what
//! the vendor allows is left unused, and a client that is not alone adapts.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::HeaderName;
use tassel_core::ClientOptions;
use tassel_core::kit;
use tassel_core::kit::ApiKey;
use tassel_sandbox::{Fault, Sandbox, TrailingQuota};
use tokio::time::Instant;

use crate::spans::keep_spans_enabled;

/// Fewer where nothing is optimised.
const READS: usize = if cfg!(debug_assertions) { 5_000 } else { 20_000 };

fn accredible(sandbox: &Sandbox, seed: u64) -> tassel_accredible::Client {
    keep_spans_enabled();
    let options = ClientOptions::new().transport(sandbox.accredible()).clock(sandbox.clock()).seed(seed);
    tassel_accredible::Client::builder(tassel_sandbox::accredible::API_KEY)
        .with(options.deadline(Duration::from_secs(1_000_000)))
        .build()
        .unwrap()
}

fn namecoach(sandbox: &Sandbox, seed: u64) -> tassel_namecoach::Client {
    keep_spans_enabled();
    let options = ClientOptions::new().transport(sandbox.namecoach()).clock(sandbox.clock()).seed(seed);
    tassel_namecoach::Client::builder(tassel_sandbox::namecoach::TOKEN)
        .with(options.deadline(Duration::from_secs(1_000_000)))
        .build()
        .unwrap()
}

/// Makes so many calls with 8 clones and so many tasks each, and tells when each was answered.
async fn ask<C, F>(
    client: C,
    tasks: usize,
    calls: usize,
    call: impl Fn(C) -> F + Clone + Send + 'static,
) -> Vec<Duration>
where
    C: Clone + Send + 'static,
    F: Future<Output = ()> + Send,
{
    let began = Instant::now();
    let left = Arc::new(AtomicUsize::new(calls));
    let tasks: Vec<_> = (0..8)
        .map(|_| client.clone())
        .flat_map(|clone| std::iter::repeat_n(clone, tasks))
        .map(|client| {
            let (left, call) = (Arc::clone(&left), call.clone());
            tokio::spawn(async move {
                let mut answered = Vec::new();
                while left
                    .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1))
                    .is_ok()
                {
                    call(client.clone()).await;
                    answered.push(began.elapsed());
                }
                answered
            })
        })
        .collect();
    let mut answered = Vec::new();
    for task in tasks {
        answered.extend(task.await.unwrap());
    }
    answered.sort_unstable();
    answered
}

async fn read_issuer(client: tassel_accredible::Client) {
    while let Err(error) = client.issuer().get().send().await {
        assert_eq!(error.kind(), "throttled", "{error}");
    }
}

async fn read_exports(client: tassel_namecoach::Client) {
    while let Err(error) = client.exports().list().send().await {
        assert_eq!(error.kind(), "throttled", "{error}");
    }
}

/// How many requests the sandbox refused.
fn refused(sandbox: &Sandbox) -> usize {
    sandbox.requests().iter().filter(|request| request.status == Some(429)).count()
}

/// How many were answered in each full period.
fn per_period(answered: &[Duration], seconds: u64) -> Vec<usize> {
    let period = |at: &Duration| usize::try_from(at.as_secs() / seconds).unwrap();
    let mut counts = vec![0; period(answered.last().unwrap())];
    for at in answered {
        if let Some(count) = counts.get_mut(period(at)) {
            *count += 1;
        }
    }
    counts
}

/// The tasks of each of 8 clones, and how long the vendor takes.
const WAYS: [(&str, usize, u64); 4] = [
    ("64 tasks each, at once", 64, 0),
    ("64 tasks in all, at once", 8, 0),
    ("64 tasks each, 80 ms", 64, 80),
    ("64 tasks in all, 80 ms", 8, 80),
];

fn sandbox_with(latency: u64) -> Sandbox {
    let sandbox = Sandbox::new();
    if latency > 0 {
        sandbox.fault(Fault::delay(Duration::from_millis(latency))).unwrap();
    }
    sandbox
}

#[tokio::test(start_paused = true)]
async fn many_reads_of_accredible() {
    for (label, tasks, latency) in WAYS {
        let sandbox = sandbox_with(latency);
        let answered = ask(accredible(&sandbox, 1), tasks, READS, read_issuer).await;
        assert_eq!(refused(&sandbox), 0, "{label}");
        // 2,000 in 300 s is what both windows come to.
        let periods = per_period(&answered, 300);
        let least = periods.iter().min().copied().unwrap();
        let last = answered.last().unwrap();
        println!(
            "Accredible, {label}: {} calls in {last:?}, at least {least} of 2000 in 300 s",
            answered.len()
        );
        assert!(least >= 1_940, "{label}: {periods:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn many_reads_of_namecoach() {
    for (label, tasks, latency) in WAYS {
        let sandbox = sandbox_with(latency);
        let answered = ask(namecoach(&sandbox, 1), tasks, 5_000, read_exports).await;
        assert_eq!(refused(&sandbox), 0, "{label}");
        // 1,000, and then one a second; a second that begins when the answer has come.
        let best = 1_000.0 + 900.0 / (1.0 + Duration::from_millis(latency).as_secs_f64());
        let periods = per_period(&answered, 900);
        let least = periods.iter().min().copied().unwrap();
        let last = answered.last().unwrap();
        println!("NameCoach, {label}: {} calls in {last:?}, {periods:?} in 900 s", answered.len());
        assert!(least as f64 >= best * 0.97, "{label}: {periods:?}");
    }
}

/// How long it takes at best until the vendor has let so many requests through.
type Best = fn(usize) -> f64;

/// 150 at once, and 200 after 30 s.
fn best_of_accredible(calls: usize) -> f64 {
    calls.saturating_sub(150) as f64 / 200.0 * 30.0
}

/// 750 at once, one a second for the 425 s that are left of the span, and then 1,000 at once and one a second for 900 s.
fn best_of_namecoach(calls: usize) -> f64 {
    let Some(calls) = calls.checked_sub(750 + 425) else { return calls.saturating_sub(750) as f64 };
    425.0 + (calls / 1_900) as f64 * 900.0 + (calls % 1_900).saturating_sub(1_000) as f64
}

/// Asks once in each `every`, and has used a quarter when this process begins, of which it knows nothing.
async fn beside<C, F>(
    client: C,
    quarter: u32,
    every: Duration,
    call: impl Fn(C) -> F + Send + 'static,
) -> tokio::task::AbortHandle
where
    C: Clone + Send + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    let task = tokio::spawn(async move {
        loop {
            tokio::spawn(call(client.clone()));
            tokio::time::sleep(every).await;
        }
    });
    tokio::time::sleep(every * quarter).await;
    task.abort_handle()
}

#[tokio::test(start_paused = true)]
async fn another_process_uses_a_quarter() {
    let told = |retry_after: bool| if retry_after { "told how long to wait" } else { "not told" };
    for retry_after in [true, false] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.accredible.retry_after = retry_after);
        // 50 of the 200 in 30 s.
        let other = beside(accredible(&sandbox, 2), 50, Duration::from_millis(600), read_issuer).await;
        let answered = ask(accredible(&sandbox, 1), 64, 3_000, read_issuer).await;
        other.abort();
        ends_in_time(
            &sandbox,
            &format!("Accredible, {}", told(retry_after)),
            &answered,
            50,
            best_of_accredible,
        );

        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.namecoach.retry_after = retry_after);
        // 475 of the 1,900 in 900 s.
        let other = beside(namecoach(&sandbox, 2), 250, Duration::from_millis(1_900), read_exports).await;
        let answered = ask(namecoach(&sandbox, 1), 64, 3_000, read_exports).await;
        other.abort();
        ends_in_time(
            &sandbox,
            &format!("NameCoach, {}", told(retry_after)),
            &answered,
            250,
            best_of_namecoach,
        );
    }
}

fn ends_in_time(sandbox: &Sandbox, label: &str, answered: &[Duration], quarter: u32, best: Best) {
    let took = answered.last().unwrap().as_secs_f64();
    let all = sandbox.requests().iter().filter(|request| request.status == Some(200)).count();
    let (others, refused) = (all - answered.len(), refused(sandbox));
    let best = best(all - quarter as usize);
    println!("{label}: {took:.0} s, best {best:.0} s, {others} of another's, {refused} refused");
    assert!(others >= quarter as usize, "{label}: {others} of {all} are another's");
    assert!(took <= best * 1.1, "{label}: {took} s, the best is {best} s");
}

#[tokio::test(start_paused = true)]
async fn less_is_allowed_than_the_contract_says() {
    for (label, retry_after) in [("told how long to wait", true), ("not told", false)] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| {
            settings.accredible.retry_after = retry_after;
            settings.accredible.quota = Some(TrailingQuota { limit: 150, seconds: 30 });
        });
        let answered = ask(accredible(&sandbox, 1), 64, 3_000, read_issuer).await;
        let took = answered.last().unwrap().as_secs_f64();
        // The first 150 at once.
        let best = f64::from(3_000 - 150) / 150.0 * 30.0;
        println!("150 at Accredible, {label}: {took:.0} s, best {best:.0} s, {} refused", refused(&sandbox));
        assert!(took <= best * 1.1, "{label}: {took} s, the best is {best} s");
    }
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.namecoach.rate_limit = Some(750));
    let answered = ask(namecoach(&sandbox, 1), 64, 3_000, read_exports).await;
    let took = answered.last().unwrap().as_secs_f64();
    // 750 and then 900 in the first 900 s; 750 and then one a second in the next.
    let best = 900.0 + 600.0;
    println!("750 at NameCoach: {took:.0} s, best {best:.0} s, {} refused", refused(&sandbox));
    assert!(took <= best * 1.1, "NameCoach: {took} s, the best is {best} s");
}

#[tokio::test(start_paused = true)]
async fn a_caller_can_tell_when_they_will_be_done() {
    let sandbox = Sandbox::new();
    let client = accredible(&sandbox, 1);
    for (label, calls, then) in [("at once", 150, 50), ("after a while", 900, 100), ("much later", 2_000, 0)]
    {
        tokio::time::sleep(Duration::from_secs(600)).await;
        assert_eq!(client.quota().left().await, 200, "{label}");
        let told = client.quota().time_for(calls).await;
        let took = *ask(client.clone(), 64, calls, read_issuer).await.last().unwrap();
        assert!(took.abs_diff(told) <= Duration::from_secs(1), "{label}: told {told:?}, took {took:?}");
        assert_eq!(client.quota().left().await, then, "{label}");
    }
    let client = namecoach(&sandbox, 1);
    for (label, limit, calls) in [("as in the contract", 1_000, 1_300), ("as the headers say", 20, 60)] {
        sandbox.set(|settings| settings.namecoach.rate_limit = Some(limit));
        read_exports(client.clone()).await;
        assert_eq!(client.quota().left().await, limit - 1, "{label}");
        let told = client.quota().time_for(calls).await;
        let took = *ask(client.clone(), 64, calls, read_exports).await.last().unwrap();
        assert!(took.abs_diff(told) <= Duration::from_secs(2), "{label}: told {told:?}, took {took:?}");
        assert_eq!(client.quota().left().await, 0, "{label}");
        tokio::time::sleep(Duration::from_secs(900)).await;
    }
}

#[tokio::test]
async fn where_there_is_no_quota_there_is_always_room() {
    for (label, api, name) in [
        ("a vendor without any", &tassel_coursepath::API, "default"),
        ("another without any", &tassel_damstra::API, "default"),
        ("and another", &tassel_falkor::API, "default"),
        ("a name that is not known", &tassel_accredible::API, "another"),
        ("nor here", &tassel_namecoach::API, ""),
    ] {
        keep_spans_enabled();
        let key = ApiKey::new(HeaderName::from_static("authorization"), "", &"a-key".into()).unwrap();
        let options = ClientOptions::new().transport(Sandbox::new().accredible());
        let client = kit::client(api, |_, _| None, "https://example.org", key, options).unwrap();
        let quota = client.quota_of(name);
        assert_eq!(
            (quota.left().await, quota.time_for(1_000_000).await),
            (usize::MAX, Duration::ZERO),
            "{label}"
        );
    }
}
