//! The plans and journals of every version of their formats can be read.
//!
//! A new version adds its files and keeps those of the others. These are of version 1, made by
//! `USER=registrar cargo test -p tassel-issuing --test it versions -- --ignored`.

use std::path::{Path, PathBuf};

use tassel_accredible::model::{GroupId, NewCredential, Recipient};
use tassel_issuing::plan::{self, PlanError, PlanOptions};
use tassel_issuing::{ApplyOptions, Journal, Plan, Standing, State, Status, journal};
use tassel_sandbox::accredible::TakenIdPolicy;
use tassel_sandbox::{Fault, FaultKind};

use crate::support::Desk;

/// Every kind of row. The third credential is there with another name, the fourth as it is here.
const SHEET: &str = "\
Name,Email,Issued on,Credential ID
Imke Brandt,imke@example.org,2026-09-01,
Ada Okafor,ada@example.org,2026-09-01,
Tomas Novak,tomas@example.org,2026-09-01,HARBOUR-3
Lea Moreau,lea@example.org,2026-09-01,HARBOUR-4
Nils Berg,not an address,2026-09-01,
Imke Brandt,IMKE@example.org,2026-09-01,
Mira Kovac,mira@example.org,2026-09-01,
";

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// Writes the files of this version.
#[tokio::test(start_paused = true)]
#[ignore = "it writes files of the repository"]
async fn write_the_files() {
    let desk = Desk::new(true).await;
    desk.sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Second);
    for (name, email, id) in [
        ("Thomas Novak", "tomas@example.org", "HARBOUR-3"),
        ("Lea Moreau", "lea@example.org", "HARBOUR-4"),
        ("Mira Kovac", "mira@example.org", "HARBOUR-9"),
    ] {
        let group = GroupId::from(desk.group.to_string());
        let mut new = NewCredential::new(Recipient::new(name, email), group);
        new.id = Some(id.into());
        new.issued_on = Some(jiff::civil::date(2026, 9, 1).into());
        desk.client.credentials().create(new).await.unwrap();
    }
    let plan = desk.plan(SHEET, PlanOptions::default()).await;
    // The first batch: lost, and done.
    desk.sandbox
        .fault(Fault::new(FaultKind::DropAfter).operation("credentials.bulk_create").times(1))
        .unwrap();
    let options = ApplyOptions { skip_invalid: true, ..ApplyOptions::default() };
    desk.apply(&plan, &options).await.unwrap();
    plan.write(std::fs::File::create(data("plan-1.json")).unwrap()).unwrap();
    std::fs::copy(desk.journal(), data("journal-1.ndjson")).unwrap();
}

#[test]
fn version_1_is_read() {
    let plan = Plan::read(&std::fs::read(data("plan-1.json")).unwrap()).unwrap();
    // Opening one may cut it.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    std::fs::copy(data("journal-1.ndjson"), &path).unwrap();
    let (mut read, mut opened) = (State::new(&plan), State::new(&plan));
    journal::read(&path, &plan.hash(), |line| read.take(&line.entry)).unwrap();
    Journal::open(&path, &plan.hash(), |line| opened.take(&line.entry)).unwrap();
    let status = Status::of(&plan, &read);
    assert_eq!(Status::of(&plan, &opened), status);
    assert_eq!(
        serde_json::to_value(status).unwrap(),
        serde_json::json!({
            "rows": 7, "created": 2, "updated": 1, "kept": 1, "invalid": 1, "duplicate": 1, "conflict": 1,
            "refused": 0, "in_doubt": 0, "pending": 0, "undone": 0, "published": 2, "complete": true,
        })
    );
    let rows = plan.rows.iter().zip(&read.rows);
    let words: Vec<_> =
        rows.map(|(row, state)| Standing::of(&row.action, state, plan.publish).name()).collect();
    assert_eq!(words, ["created", "created", "updated", "kept", "invalid", "duplicate", "conflict"]);
    assert_eq!(std::fs::read(&path).unwrap(), std::fs::read(data("journal-1.ndjson")).unwrap());
}

/// A journal whose lines are these, with their CRCs.
fn written(lines: &[&str]) -> String {
    let line = |text: &&str| {
        let text = text.strip_suffix('}').unwrap();
        format!("{text},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(text.as_bytes()))
    };
    lines.iter().map(line).collect()
}

#[test]
fn another_version_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let head = r#"{"at":"2026-09-01T08:00:00Z","tassel":"9.0.0","entry":"journal","version":1,"plan":"x","by":null,"notice":""}"#;
    let run = r#"{"at":"2026-09-01T08:00:00Z","tassel":"9.0.0","entry":"run","by":null}"#;
    let unknown = r#"{"at":"2026-09-01T08:00:00Z","tassel":"9.0.0","entry":"transfer","by":null}"#;
    let newer = head.replace("\"version\":1", "\"version\":2");
    let changed = newer.replace("\"entry\":\"journal\"", "\"entry\":\"header\"");
    let other = head.replace("\"entry\":\"journal\"", "\"entry\":\"header\"");
    for (label, lines, part) in [
        ("an unknown entry", vec![head, unknown, run], "unknown variant `transfer`"),
        ("an unknown entry at the end", vec![head, run, unknown], "unknown variant `transfer`"),
        ("a newer version", vec![&newer, unknown, run], "has version 2; this is tassel for version 1"),
        ("a newer version with another beginning", vec![&changed, run], "has version 2"),
        ("another beginning", vec![&other, run], "damaged in line 1: unknown variant `header`"),
        ("no beginning", vec![run, run], "it is not the beginning of a journal"),
    ] {
        let text = written(&lines);
        std::fs::write(&path, &text).unwrap();
        let read = journal::read(&path, "x", |_| {}).unwrap_err().to_string();
        let opened = Journal::open(&path, "x", |_| {}).unwrap_err().to_string();
        assert!(read.contains(part) && read == opened, "{label}: {read}, {opened}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "{label}: it is not changed");
    }

    let plan = std::fs::read_to_string(data("plan-1.json")).unwrap();
    let (version, next) = (format!("\"version\":{}", plan::VERSION), "\"version\":9");
    let newer = Plan::read(plan.replacen(&version, next, 1).as_bytes()).unwrap_err();
    assert!(matches!(newer, PlanError::Version(9)), "{newer}");
    let edited = Plan::read(plan.replacen("Ada Okafor", "Ada Okafer", 1).as_bytes()).unwrap_err();
    assert!(matches!(edited, PlanError::Changed { .. }), "{edited}");
}
