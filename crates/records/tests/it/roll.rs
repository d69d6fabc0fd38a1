//! The roll of all vendors.

use std::collections::BTreeMap;

use tassel_records::roll::{Completeness, RecordKind};
use tassel_records::{Error, Roll, Scope};
use tassel_sandbox::{Fault, FaultKind, Sandbox};
use tokio::time::Instant;

use crate::support::vendors;

/// The virtual milliseconds until the last record of each vendor, and the roll.
async fn read(sandbox: &Sandbox) -> (BTreeMap<&'static str, u128>, Roll) {
    let began = Instant::now();
    let mut ended = BTreeMap::new();
    let vendors = vendors(sandbox, |it| it);
    let scope = Scope::everybody();
    let roll = Roll::read(&vendors, &scope, |progress| {
        ended.insert(progress.vendor, began.elapsed().as_millis());
    })
    .await;
    (ended, roll)
}

fn delay(vendor: &str, milliseconds: u64) -> Fault {
    let mut fault = Fault::new(FaultKind::Delay);
    (fault.vendor, fault.milliseconds) = (Some(vendor.to_owned()), Some(milliseconds));
    fault
}

#[tokio::test(start_paused = true)]
async fn vendors_are_read_concurrently() {
    let all = ["accredible", "coursepath", "damstra", "falkor", "namecoach"];
    let sandbox = Sandbox::new();
    all.iter().for_each(|vendor| sandbox.fault(delay(vendor, 20)).unwrap());
    let (usual, _) = read(&sandbox).await;
    assert_eq!(usual.len(), 5);
    for slow in all {
        let sandbox = Sandbox::new();
        all.iter().for_each(|it| sandbox.fault(delay(it, if *it == slow { 20_000 } else { 20 })).unwrap());
        let (ended, roll) = read(&sandbox).await;
        assert!(roll.is_complete(), "{slow}");
        for vendor in all {
            if vendor == slow {
                assert!(ended[vendor] >= 20_000, "{slow}: {ended:?}");
            } else {
                assert_eq!(ended[vendor], usual[vendor], "{vendor} beside a slow {slow}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn records_before_an_error_are_kept() {
    let sandbox = Sandbox::new();
    let (_, whole) = read(&sandbox).await;
    // About 40 results, of which a few are read before the first error.
    let sandbox = Sandbox::new();
    let mut fault = Fault::status(403).operation("course_members.get");
    fault.probability = Some(0.2);
    sandbox.fault(fault).unwrap();
    let (_, roll) = read(&sandbox).await;
    let reading = roll.readings.iter().find(|reading| reading.vendor == "coursepath").unwrap();
    assert!(matches!(reading.error, Some(Error::Denied(_))), "{:?}", reading.error);
    let all = whole.readings.iter().find(|reading| reading.vendor == "coursepath").unwrap().records;
    assert!(reading.records < all, "{} of {all}", reading.records);
    assert_eq!(roll.completeness(RecordKind::Completions), Completeness::InPart);
    assert_eq!(roll.completeness(RecordKind::Credentials), Completeness::Whole);
    assert!(roll.learners.iter().all(|learner| learner.incomplete == ["coursepath"]));
}

#[tokio::test(start_paused = true)]
async fn each_reading_reports_its_plan_first() {
    let sandbox = Sandbox::new();
    let vendors = vendors(&sandbox, |it| it);
    for (label, scope, want) in [
        (
            "everybody",
            Scope::everybody(),
            [
                ("accredible", 0, 47),
                ("coursepath", 36, 36),
                ("damstra", 78, 0),
                ("falkor", 0, 46),
                ("falkor", 0, 58),
                ("namecoach", 0, 36),
            ],
        ),
        (
            "one person",
            Scope::everybody().email("imani.okonjo@example.org"),
            [
                ("accredible", 0, 2),
                ("coursepath", 1, 1),
                ("damstra", 2, 0),
                ("falkor", 0, 2),
                ("falkor", 0, 2),
                ("namecoach", 0, 1),
            ],
        ),
    ] {
        let mut plans = Vec::new();
        Roll::read(&vendors, &scope, |progress| {
            if let Some(plan) = progress.plan {
                assert_eq!(progress.records, 0, "{label}: before any record");
                plans.push((progress.vendor, plan.calls, plan.records.unwrap_or(0)));
            }
        })
        .await;
        plans.sort_unstable();
        assert_eq!(plans, want, "{label}");
    }
}
