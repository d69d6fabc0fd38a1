//! All vendors, side by side.

use std::collections::BTreeMap;

use tassel_records::roll::{Known, Question};
use tassel_records::{About, Error, Roll};
use tassel_sandbox::{Fault, FaultKind, Sandbox};
use tokio::time::Instant;

use crate::support::vendors;

/// When the last record of each vendor came, in virtual milliseconds, and the roll.
async fn read(sandbox: &Sandbox) -> (BTreeMap<&'static str, u128>, Roll) {
    let began = Instant::now();
    let mut ended = BTreeMap::new();
    let vendors = vendors(sandbox, |it| it);
    let about = About::everybody();
    let roll = Roll::read(&vendors, &about, |progress| {
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
async fn no_vendor_waits_for_another() {
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
async fn a_vendor_that_breaks_off_leaves_what_it_told() {
    let sandbox = Sandbox::new();
    let (_, whole) = read(&sandbox).await;
    // Of some forty results a few come.
    let sandbox = Sandbox::new();
    let mut fault = Fault::status(403).operation("course_members.get");
    fault.probability = Some(0.2);
    sandbox.fault(fault).unwrap();
    let (_, roll) = read(&sandbox).await;
    let asked = roll.asked.iter().find(|asked| asked.vendor == "coursepath").unwrap();
    assert!(matches!(asked.problem, Some(Error::Denied(_))), "{:?}", asked.problem);
    let all = whole.asked.iter().find(|asked| asked.vendor == "coursepath").unwrap().records;
    assert!(asked.records < all, "{} of {all}", asked.records);
    assert_eq!(roll.known(Question::Completions), Known::InPart);
    assert_eq!(roll.known(Question::Credentials), Known::Whole);
    assert!(roll.learners.iter().all(|row| row.incomplete == ["coursepath"]));
}

#[tokio::test(start_paused = true)]
async fn each_reading_says_first_what_it_takes() {
    let sandbox = Sandbox::new();
    let vendors = vendors(&sandbox, |it| it);
    for (label, about, want) in [
        (
            "everybody",
            About::everybody(),
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
            About::everybody().email("imani.okonjo@example.org"),
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
        Roll::read(&vendors, &about, |progress| {
            if let Some(plan) = progress.plan {
                assert_eq!(progress.records, 0, "{label}: first of all");
                plans.push((progress.vendor, plan.calls, plan.records.unwrap_or(0)));
            }
        })
        .await;
        plans.sort_unstable();
        assert_eq!(plans, want, "{label}");
    }
}
