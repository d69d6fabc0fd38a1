//! A journal, read again by a script that shares nothing with this crate.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tassel_issuing::plan::{PlanOptions, Publish};
use tassel_issuing::{ApplyError, ApplyOptions, Status, undo};
use tassel_sandbox::accredible::TakenIdPolicy;
use tassel_sandbox::{Fault, FaultKind};

use crate::support::{Desk, cohort};

const ROWS: usize = if cfg!(debug_assertions) { 100 } else { 1_000 };

/// What `tests/journal.py` counts, or what it says instead.
fn read(journal: &Path) -> Result<Value, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/journal.py");
    let output = Command::new("python3").arg(script).arg(journal).output();
    let output = output.expect("python3 reads the journal; install Python 3");
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(serde_json::from_slice(&output.stdout).unwrap())
}

fn counted(journal: &Path) -> Value {
    read(journal).unwrap()
}

fn of(status: &Status, surplus_deleted: &Value) -> Value {
    json!({
        "created": status.created, "published": status.published, "updated": status.updated,
        "refused": status.refused, "in_doubt": status.in_doubt, "undone": status.undone,
        "surplus_deleted": surplus_deleted,
    })
}

#[tokio::test(start_paused = true)]
async fn a_script_counts_the_same() {
    for publish in [Publish::AfterProof, Publish::AtOnce, Publish::Never] {
        let desk = Desk::new(true).await;
        desk.sandbox.set(|settings| {
            settings.accredible.taken_id = TakenIdPolicy::Second;
            settings.accredible.quota = None;
            settings.accredible.credits = 1_000_000;
        });
        let plan = desk.plan(&cohort(ROWS), PlanOptions { publish, ..PlanOptions::default() }).await;
        for operation in ["credentials.bulk_create", "credentials.update"] {
            for (kind, share) in [(FaultKind::DropAfter, 0.2), (FaultKind::DropBefore, 0.1)] {
                desk.sandbox.fault(Fault::new(kind).operation(operation).probability(share)).unwrap();
            }
        }
        let late = Fault::act_late(std::time::Duration::from_secs(200));
        if publish == Publish::AfterProof {
            desk.sandbox.fault(late.operation("credentials.bulk_create").probability(0.2)).unwrap();
        }
        let mut runs = 0;
        let status = loop {
            match desk.apply(&plan, &ApplyOptions::default()).await {
                Ok(status) => break status,
                Err(ApplyError::Call(_) | ApplyError::Unproved { .. }) if runs < 50 => runs += 1,
                Err(error) => panic!("{publish}: {error}"),
            }
        };
        desk.sandbox.clear_faults();
        let counts = counted(&desk.journal());
        assert_eq!(counts, of(&status, &counts["surplus_deleted"]), "{publish}: {status:?}");
        let held = desk.held().await;
        let published = held.iter().filter(|(_, is_published)| *is_published).count();
        let vendor = (json!(held.len()), json!(published));
        if publish == Publish::AfterProof {
            // What the vendor did late stays unpublished.
            assert!(held.len() >= ROWS, "{publish}: {counts}");
            assert_eq!((&counts["created"], &counts["published"]), (&json!(ROWS), &vendor.1), "{publish}");
        } else {
            assert_eq!((&counts["created"], &counts["published"]), (&vendor.0, &vendor.1), "{publish}");
        }

        let (mut journal, mut state) = desk.open(&plan);
        let today = desk.sandbox.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        undo(&desk.issuer, &plan, &mut journal, &mut state, true, today).await.unwrap();
        drop(journal);
        let (status, counts) = (Status::of(&plan, &desk.state(&plan)), counted(&desk.journal()));
        assert_eq!(counts, of(&status, &counts["surplus_deleted"]), "{publish}, undone: {status:?}");
        assert_eq!(counts["undone"], json!(held.len() - desk.held().await.len()), "{publish}: {counts}");
        assert!(status.undone > 0, "{publish}: {status:?}");
    }
}

#[test]
fn a_script_finds_damage() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/journal-1.ndjson");
    let whole = std::fs::read(&data).unwrap();
    let counts = counted(&data);
    assert_eq!(counts["published"], 2);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let add = |end: &str| std::fs::write(&path, [&whole[..], end.as_bytes()].concat()).unwrap();
    for torn in ["{\"at\":\"2026-", "{\"at\":\"2026-\",\"crc\":\"0000", "\0\0\0\0\n"] {
        add(torn);
        assert_eq!(counted(&path), counts, "{torn:?}");
    }
    add("{\"at\":\"2026-\",\"crc\":\"00000000\"}\n{}\n");
    let number = whole.iter().filter(|byte| **byte == b'\n').count() + 1;
    assert_eq!(read(&path), Err(format!("line {number}: the CRC is wrong\n")), "it is not the last one");
}
