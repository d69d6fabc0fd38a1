//! Follows an apply: its progress bar, and whether it is to stop.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use tassel_issuing::issuer::Issuer;
use tassel_issuing::{Progress, Watch};

use super::summary::time;
use crate::output::write_message;

/// Follows an apply. The bar shows on a terminal only.
pub(super) struct Follower {
    bar: ProgressBar,
    pace: Mutex<Pace>,
    /// The exit code of the signal that asks to stop; 0 if there was none.
    signal: AtomicU8,
}

/// What the bar says at its end.
#[derive(Debug)]
struct Pace {
    /// When the phase began: at the last progress of the phase before.
    began: Instant,
    last: Instant,
    done: u64,
    all: u64,
    in_doubt: u64,
    /// The time until the quota has room for a call.
    wait: Duration,
}

impl Follower {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{prefix}: {pos}/{len} rows {wide_bar} {msg}") {
            bar.set_style(style);
        }
        bar.set_prefix("checking");
        let now = Instant::now();
        let pace = Pace { began: now, last: now, done: 0, all: 0, in_doubt: 0, wait: Duration::ZERO };
        Self { bar, pace: Mutex::new(pace), signal: AtomicU8::new(0) }
    }

    /// Asks to stop after the calls under way.
    pub(super) fn stop(&self, signal: u8) {
        self.signal.store(signal, Ordering::Relaxed);
        self.bar.suspend(|| {
            write_message("stopping after the calls under way. Interrupt again to stop at once.");
        });
    }

    /// The exit code of the signal that asked to stop; 0 if there was none.
    pub(super) fn signal(&self) -> u8 {
        self.signal.load(Ordering::Relaxed)
    }

    /// Shows every second how long the quota makes calls wait.
    pub(super) async fn show_waits(&self, issuer: &dyn Issuer) {
        while !self.bar.is_hidden() {
            let wait = issuer.time_for(1).await;
            self.show(|pace| pace.wait = wait);
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        std::future::pending::<()>().await;
    }

    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    fn show(&self, change: impl FnOnce(&mut Pace)) {
        let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut pace);
        self.bar.set_message(pace.message(Instant::now()));
    }
}

impl Watch for Follower {
    fn progress(&self, progress: Progress<'_>) {
        let is_new = self.bar.prefix() != progress.phase;
        if is_new {
            self.bar.set_prefix(progress.phase.to_owned());
        }
        self.bar.set_length(progress.all);
        self.bar.set_position(progress.done);
        self.show(|pace| {
            if is_new {
                pace.began = pace.last;
            }
            pace.last = Instant::now();
            (pace.done, pace.all, pace.in_doubt) = (progress.done, progress.all, progress.in_doubt);
        });
    }

    fn is_stopping(&self) -> bool {
        self.signal() != 0
    }
}

impl Pace {
    fn message(&self, now: Instant) -> String {
        let mut parts = Vec::new();
        let seconds = now.saturating_duration_since(self.began).as_secs_f64();
        if self.done > 0 && seconds > 0.0 {
            let rate = self.done as f64 / seconds;
            parts.push(format!("{rate:.1}/s"));
            let left = self.all.saturating_sub(self.done) as f64 / rate;
            if left >= 1.0 {
                // A float that is too large becomes the greatest integer.
                parts.push(format!("{} left", time(left.ceil() as u64)));
            }
        }
        if self.in_doubt > 0 {
            parts.push(format!("{} sent or in doubt", self.in_doubt));
        }
        if !self.wait.is_zero() {
            parts.push(format!("waiting {} for the quota", time(self.wait.as_secs().max(1))));
        }
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_names_rate_time_doubts_and_waits() {
        let began = Instant::now();
        for (label, seconds, done, in_doubt, wait, want) in [
            ("at the beginning", 0, 0, 0, 0, ""),
            ("sent", 1, 0, 30, 0, "30 sent or in doubt"),
            ("half", 10, 50, 0, 0, "5.0/s, 10 s left"),
            ("slow", 1000, 10, 0, 0, "0.0/s, 3 h left"),
            ("done", 10, 100, 0, 0, "10.0/s"),
            ("all", 10, 50, 3, 12, "5.0/s, 10 s left, 3 sent or in doubt, waiting 12 s for the quota"),
        ] {
            let pace = Pace { began, last: began, done, all: 100, in_doubt, wait: Duration::from_secs(wait) };
            assert_eq!(pace.message(began + Duration::from_secs(seconds)), want, "{label}");
        }
    }
}
