//! Progress bars, and announcements of long readings.

use std::collections::HashMap;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use tassel_records::Plan;
use tassel_records::roll::{Progress, RecordKind};

use crate::output::write_message;

/// A reading that takes this long is announced.
const LONG: Duration = Duration::from_secs(10);

/// A reading with this many calls is announced.
const MANY: u64 = 1000;

/// A progress bar for each reading, on a terminal.
#[derive(Default)]
pub(super) struct Bars {
    all: MultiProgress,
    each: HashMap<(&'static str, &'static str), ProgressBar>,
}

impl Bars {
    pub(super) fn clear(&self) {
        self.all.clear().ok();
    }

    /// Shows the progress of a reading, and announces a long reading.
    pub(super) fn show(&mut self, progress: Progress) {
        let what = match progress.kind {
            RecordKind::Completions => "completions",
            RecordKind::Certificates => "certificates",
            RecordKind::Credentials => "credentials",
            _ => "pronunciations",
        };
        let all = &self.all;
        let bar = self.each.entry((progress.vendor, what)).or_insert_with(|| {
            let bar = all.add(ProgressBar::no_length());
            bar.set_prefix(format!("{} {what}", progress.vendor));
            if let Ok(style) = ProgressStyle::with_template("{pos}/{len} {prefix} {wide_bar}") {
                bar.set_style(style);
            }
            bar
        });
        if let Some(plan) = progress.plan {
            if let Some(records) = plan.records {
                bar.set_length(records);
            }
            if let Some(text) = announcement(progress.vendor, what, plan) {
                all.suspend(|| write_message(&text));
            }
        }
        bar.set_position(progress.records);
    }
}

/// The announcement of a reading, if it is long.
fn announcement(vendor: &str, what: &str, plan: Plan) -> Option<String> {
    let Plan { calls, duration, .. } = plan;
    if duration < LONG && calls < MANY {
        return None;
    }
    let seconds = duration.as_secs().max(1);
    let long = match seconds {
        0..100 => format!("{seconds} s"),
        100..6000 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h", seconds.div_ceil(3600)),
    };
    Some(format!("reading the {what} of {vendor} takes {calls} calls and about {long}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_readings_are_announced() {
        let plan = |calls, seconds| {
            let mut plan = Plan::calls(calls);
            plan.duration = Duration::from_secs(seconds);
            plan
        };
        for (label, plan, want) in [
            ("nothing left", plan(0, 0), None),
            ("short", plan(999, 9), None),
            ("long", plan(3, 10), Some("3 calls and about 10 s.")),
            ("many", plan(1000, 0), Some("1000 calls and about 1 s.")),
            ("minutes", plan(40_000, 101), Some("40000 calls and about 2 min.")),
            ("hours", plan(40_000, 7201), Some("40000 calls and about 3 h.")),
        ] {
            let want = want.map(|want| format!("reading the results of x takes {want}"));
            assert_eq!(announcement("x", "results", plan), want, "{label}");
        }
    }
}
