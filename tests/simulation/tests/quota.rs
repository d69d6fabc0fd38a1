//! Quotas at full speed, in virtual time, against the sandbox's own counting: nothing is refused, hardly anything of what
//! the vendor allows is left unused, and a client that is not alone adapts.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tassel_core::ClientOptions;
use tassel_sandbox::{Fault, Sandbox, TrailingQuota};
use tokio::time::Instant;

/// Fewer where nothing is optimised.
const READS: usize = if cfg!(debug_assertions) { 5_000 } else { 20_000 };

fn accredible(sandbox: &Sandbox, seed: u64) -> tassel_accredible::Client {
    let options = ClientOptions::new().transport(sandbox.accredible()).clock(sandbox.clock()).seed(seed);
    tassel_accredible::Client::builder(tassel_sandbox::accredible::API_KEY)
        .with(options.deadline(Duration::from_secs(1_000_000)))
        .build()
        .unwrap()
}

fn namecoach(sandbox: &Sandbox, seed: u64) -> tassel_namecoach::Client {
    let options = ClientOptions::new().transport(sandbox.namecoach()).clock(sandbox.clock()).seed(seed);
    tassel_namecoach::Client::builder(tassel_sandbox::namecoach::TOKEN)
        .with(options.deadline(Duration::from_secs(1_000_000)))
        .build()
        .unwrap()
}

/// Makes so many calls with 8 clones and 64 tasks each, and tells when each was answered.
async fn ask<C, F>(client: C, calls: usize, call: impl Fn(C) -> F + Clone + Send + 'static) -> Vec<Duration>
where
    C: Clone + Send + 'static,
    F: Future<Output = ()> + Send,
{
    let began = Instant::now();
    let left = Arc::new(AtomicUsize::new(calls));
    let tasks: Vec<_> = (0..8)
        .map(|_| client.clone())
        .flat_map(|clone| std::iter::repeat_n(clone, 64))
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
    client.issuer().get().send().await.unwrap();
}

async fn read_exports(client: tassel_namecoach::Client) {
    client.exports().list().send().await.unwrap();
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

#[tokio::test(start_paused = true)]
async fn many_reads_of_accredible() {
    for (label, latency) in [("at once", 0), ("each takes 80 ms", 80)] {
        let sandbox = Sandbox::new();
        if latency > 0 {
            sandbox.fault(Fault::delay(Duration::from_millis(latency))).unwrap();
        }
        let client = accredible(&sandbox, 1);
        let answered = ask(client, READS, read_issuer).await;
        assert_eq!(refused(&sandbox), 0, "{label}");
        // 2,000 in 300 s is what both windows come to.
        let periods = per_period(&answered, 300);
        let least = periods.iter().min().copied().unwrap();
        println!(
            "{label}: {} calls in {:?}, at least {least} of 2000 in 300 s",
            answered.len(),
            answered.last().unwrap()
        );
        assert!(least >= 1_940, "{label}: {periods:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn many_reads_of_namecoach() {
    let sandbox = Sandbox::new();
    let answered = ask(namecoach(&sandbox, 1), 5_000, read_exports).await;
    assert_eq!(refused(&sandbox), 0);
    // 1,000, and then one a second.
    let periods = per_period(&answered, 900);
    let least = periods.iter().min().copied().unwrap();
    println!("{} calls in {:?}, {periods:?} in 900 s", answered.len(), answered.last().unwrap());
    assert!(least >= 1_843, "{periods:?}");
}

#[tokio::test(start_paused = true)]
async fn somebody_else_uses_a_quarter() {
    for (label, retry_after) in [("told how long to wait", true), ("not told", false)] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| {
            settings.accredible.retry_after = retry_after;
            settings.accredible.quota = Some(TrailingQuota { limit: 150, seconds: 30 });
        });
        let answered = ask(accredible(&sandbox, 1), 3_000, read_issuer).await;
        let took = answered.last().unwrap().as_secs_f64();
        // The first 150 at once.
        let best = f64::from(3_000 - 150) / 150.0 * 30.0;
        println!("{label}: {took:.0} s, the best is {best:.0} s, {} refused", refused(&sandbox));
        assert!(took <= best * 1.1, "{label}: {took} s, the best is {best} s");
    }
    let sandbox = Sandbox::new();
    // Somebody else has used 250 of the 1,000, which the headers tell.
    sandbox.set(|settings| settings.namecoach.rate_limit = Some(750));
    let answered = ask(namecoach(&sandbox, 1), 3_000, read_exports).await;
    let took = answered.last().unwrap().as_secs_f64();
    // 750 and then 900 in the first 900 s; 750 and then one a second in the next.
    let best = 900.0 + 600.0;
    println!("NameCoach: {took:.0} s, the best is {best:.0} s, {} refused", refused(&sandbox));
    assert!(took <= best * 1.1, "NameCoach: {took} s, the best is {best} s");
}

#[tokio::test(start_paused = true)]
async fn a_caller_can_tell_when_they_will_be_done() {
    let sandbox = Sandbox::new();
    let client = namecoach(&sandbox, 1);
    assert_eq!(client.quota().left(), 1_000);
    let told = client.quota().time_for(1_300);
    let answered = ask(client.clone(), 1_300, read_exports).await;
    let took = *answered.last().unwrap();
    assert!(took.abs_diff(told) <= Duration::from_secs(2), "told {told:?}, took {took:?}");
    assert_eq!(client.quota().left(), 0);
}
