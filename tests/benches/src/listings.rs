//! Whole listings: pages in sequence or prefetched, and a million credentials.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tassel_accredible::{Client, TryStreamExt};
use tassel_core::ClientOptions;
use tassel_core::quota::LocalQuotas;

use crate::modes::{client, list};
use crate::server::{CannedAnswers, LONG_PAGES, PAGE, SLOW_PAGES, serve_beside};

/// The result of reading pages.
#[derive(Debug, Clone, Copy)]
pub struct PrefetchRun {
    /// The duration.
    pub time: Duration,
    /// The largest number of pages in memory: answered, and not yet read to the last item.
    pub most: u64,
}

/// Reads all pages under `/slow`, `at_a_time` at a time, within the vendor's quota. Asserts the order of the items.
pub async fn read_slow_pages(at_a_time: usize) -> PrefetchRun {
    let (address, answered) = serve_beside(CannedAnswers::with_slow_pages());
    // The quota of this client alone: 200 requests in any 30 s.
    let options = ClientOptions::new().quotas(Arc::new(LocalQuotas::default()));
    let client = Client::builder("k").base_url(format!("{address}/slow")).with(options).build().unwrap();
    let listing = list(&client);
    let began = Instant::now();
    let mut rows = if at_a_time == 1 { listing.stream() } else { listing.prefetch(at_a_time) };
    let (mut read, mut most) = (0, 0);
    while let Some(credential) = rows.try_next().await.unwrap() {
        assert_eq!(credential.id.to_string(), (10_000_000 + read).to_string(), "in order");
        most = most.max(answered.load(Ordering::SeqCst) - read / PAGE);
        read += 1;
    }
    let time = began.elapsed();
    assert_eq!((read, count(&answered)), (SLOW_PAGES * PAGE, SLOW_PAGES), "items and requests");
    PrefetchRun { time, most }
}

fn count(answered: &AtomicU64) -> u64 {
    answered.load(Ordering::SeqCst)
}

/// The memory used while a long listing was read, in KiB.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    /// The largest resident size, above that before the first call.
    pub most: u64,
    /// The mean resident size in the first tenth.
    pub first_tenth: f64,
    /// The mean resident size in the last tenth.
    pub last_tenth: f64,
    /// The mean heap size in the first tenth.
    pub first_heap: f64,
    /// The mean heap size in the last tenth.
    pub last_heap: f64,
}

/// Reads the million credentials under `/long`. `heap` returns the allocated bytes.
pub async fn read_long_listing(address: &str, heap: impl Fn() -> usize) -> Memory {
    let client = client(&format!("{address}/long"), None);
    let idle = resident();
    let (mut residents, mut heaps) = (Vec::new(), Vec::new());
    let mut rows = list(&client).stream();
    let mut read = 0;
    while rows.try_next().await.unwrap().is_some() {
        read += 1;
        if read % 1_000 == 0 {
            residents.push(resident());
            heaps.push(heap() as u64 >> 10);
        }
    }
    assert_eq!(read, LONG_PAGES * PAGE);
    let mean = |values: &[u64]| values.iter().sum::<u64>() as f64 / values.len() as f64;
    let tenth = residents.len() / 10;
    Memory {
        most: residents.iter().max().unwrap().saturating_sub(idle),
        first_tenth: mean(&residents[..tenth]),
        last_tenth: mean(&residents[residents.len() - tenth..]),
        first_heap: mean(&heaps[..tenth]),
        last_heap: mean(&heaps[heaps.len() - tenth..]),
    }
}

/// The resident size of this process, in KiB.
pub(crate) fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
