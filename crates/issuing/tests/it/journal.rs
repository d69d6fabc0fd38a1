//! The file of a journal.

use std::fs;

use serde_json::Value;
use tassel_issuing::journal::{Entry, JournalError, read};
use tassel_issuing::plan::{Plan, PlanOptions};
use tassel_issuing::{ApplyOptions, Journal};
use tassel_sandbox::{Fault, FaultKind};

use crate::support::{Desk, applied, cohort};

async fn with_journal() -> (Desk, Plan) {
    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(3), PlanOptions::default()).await;
    desk.sandbox
        .fault(Fault::new(FaultKind::DropAfter).operation("credentials.bulk_create").times(1))
        .unwrap();
    applied(&desk, &plan).await.unwrap();
    (desk, plan)
}

#[tokio::test(start_paused = true)]
async fn every_line_can_be_read_with_ordinary_tools() {
    let (desk, plan) = with_journal().await;
    let text = fs::read_to_string(desk.journal()).unwrap();
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        value["at"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
        assert_eq!(value["tassel"], env!("CARGO_PKG_VERSION"));
        let (body, crc) = line.rsplit_once(",\"crc\":\"").unwrap();
        assert_eq!(crc, format!("{:08x}\"}}", crc32fast::hash(body.as_bytes())));
    }
    let first: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!(first["entry"], "journal");
    assert_eq!((&first["version"], &first["plan"]), (&1.into(), &plan.hash().into()));
    assert_eq!(
        first["notice"],
        "rows and changes of this journal stand for persons; `tassel issue report --anonymous` writes a report \
         without personal data"
    );
    // What is intended stands before what came of it.
    let mut open = 0;
    read(&desk.journal(), &plan.hash(), |line| match line.entry {
        Entry::Intent { .. } => open += 1,
        Entry::Result { .. } => assert!(open > 0),
        _ => {}
    })
    .unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_journal_that_is_cut_anywhere_is_continued() {
    let (desk, plan) = with_journal().await;
    let whole = fs::read(desk.journal()).unwrap();
    let ends: Vec<_> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
    let in_a_line = ends.iter().flat_map(|end| [end - 7, *end, end + 1, end + 9]);
    for length in in_a_line.chain([0, 1]).filter(|length| *length <= whole.len()) {
        fs::write(desk.journal(), &whole[..length]).unwrap();
        let (mut journal, _) = desk.open(&plan);
        let kept = fs::read(desk.journal()).unwrap();
        let last = ends.iter().rfind(|end| **end < length).map_or(0, |end| end + 1);
        if last > 0 {
            assert_eq!(kept, whole[..last], "cut at {length}");
        } else {
            assert!(String::from_utf8(kept).unwrap().contains(r#""entry":"journal""#), "cut at {length}");
        }
        journal.write(Entry::Run { by: None }).unwrap();
        drop(journal);
        read(&desk.journal(), &plan.hash(), |_| {}).unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_damaged_line_is_refused_by_number() {
    let (desk, plan) = with_journal().await;
    let whole = fs::read_to_string(desk.journal()).unwrap();
    let path = desk.journal().display().to_string();
    let open = || Journal::open(&desk.journal(), &plan.hash(), |_| {}).map(drop).unwrap_err();
    let mut lines: Vec<&str> = whole.lines().collect();
    let crc = |line: &str| line.rsplit_once(",\"crc\":\"").unwrap().1[..8].to_owned();
    let altered = lines[2].replacen("checked", "chocked", 1);
    let is = crc32fast::hash(altered.rsplit_once(",\"crc\":\"").unwrap().0.as_bytes());
    let cases = [
        (altered.as_str(), format!("its CRC is {is:08x}, and it says {}", crc(lines[2]))),
        ("{\"entry\":\"run\"}", "it has no CRC".to_owned()),
        ("{\"entry\":\"run\"", "it has no end".to_owned()),
        ("{\"entry\":\"run\"\"}", "it has no CRC".to_owned()),
        ("", "it has no end".to_owned()),
    ];
    for (line, problem) in cases {
        lines[2] = line;
        fs::write(desk.journal(), format!("{}\n", lines.join("\n"))).unwrap();
        let error = open();
        assert!(matches!(error, JournalError::Damaged { line: 3, .. }), "{error}");
        assert_eq!(
            error.to_string(),
            format!(
                "the journal {path} is damaged in line 3: {problem}. Nothing was sent; restore it from a copy"
            )
        );
    }
    let rest: Vec<_> = whole.lines().skip(1).collect();
    fs::write(desk.journal(), format!("{}\n", rest.join("\n"))).unwrap();
    assert_eq!(
        open().to_string(),
        format!(
            "the journal {path} is damaged in line 1: it is not the beginning of a journal. Nothing was sent; restore \
             it from a copy"
        )
    );
    let head = whole.lines().next().unwrap().replacen("\"version\":1", "\"version\":2", 1);
    let body = head.rsplit_once(",\"crc\":\"").unwrap().0;
    let head = format!("{body},\"crc\":\"{:08x}\"}}", crc32fast::hash(body.as_bytes()));
    fs::write(desk.journal(), format!("{head}\n{}\n", rest.join("\n"))).unwrap();
    assert_eq!(open().to_string(), format!("the journal {path} has version 2; this is tassel for version 1"));
}

#[tokio::test(start_paused = true)]
async fn a_journal_that_cannot_be_opened_is_named() {
    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(1), PlanOptions::default()).await;
    let path = desk.folder.path().join("nowhere").join("plan.journal");
    let error = Journal::open(&path, &plan.hash(), |_| {}).map(drop).unwrap_err();
    assert!(matches!(error, JournalError::Io { .. }));
    assert!(error.to_string().starts_with(&format!("the journal {}: ", path.display())), "{error}");
    assert!(desk.apply(&plan, &ApplyOptions::default()).await.unwrap().complete);
}
