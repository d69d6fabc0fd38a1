//! A cohort: the memory of a large sheet, and the time in which the journal is synced.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tassel_benches::issuing::sheet;

use crate::processes::{counted, figures};
use crate::row::{Row, Target, grouped};

const MODES: [&str; 2] = ["after-proof", "at-once"];

/// Plans and applies a sheet of so many rows. Returns the figures of both.
fn issue(rows: u64, publish: &str) -> (Vec<f64>, Vec<f64>) {
    let folder = Folder::new();
    fs::write(folder.0.join("rows.csv"), sheet(rows)).unwrap();
    let planned = figures(Command::new(counted()).args(["plan", publish]).arg(&folder.0));
    let applied = figures(Command::new(counted()).arg("apply").arg(&folder.0));
    (planned, applied)
}

/// 100,000 rows in processes of their own, as with the command.
pub fn memory() -> Vec<Row> {
    let mut rows = Vec::new();
    for publish in MODES {
        let (planned, applied) = issue(100_000, publish);
        for (what, figures) in [("plan", planned), ("apply", applied)] {
            let [heap, resident, ..] = figures[..] else { panic!("{figures:?}") };
            rows.push(Row {
                what: format!("100,000 rows of CSV, {publish}: {what}: resident above idle"),
                measured: format!("on the heap {:.1} MiB", heap / 1024.0),
                figure: resident / 1024.0,
                unit: "MiB",
                target: Target::AtMost(64.0),
            });
        }
    }
    rows
}

/// The journal of 20,000 rows on a disk, against the time that the quota needs.
pub fn syncing() -> Vec<Row> {
    let measure = |publish: &&str| {
        let (_, applied) = issue(20_000, publish);
        let [_, _, syncing, syncs, quota] = applied[..] else { panic!("{applied:?}") };
        let syncs = grouped(syncs as u64);
        Row {
            what: format!("20,000 rows, {publish}: syncing, against the time of the quota"),
            measured: format!("{syncs} syncs in {syncing:.2} s, the quota {quota:.0} s"),
            figure: syncing / (syncing + quota),
            unit: "×",
            target: Target::AtMost(0.05),
        }
    };
    MODES.iter().map(measure).collect()
}

/// A folder on the disk. Dropping it removes it.
#[derive(Debug)]
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("tassel-issuing-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
