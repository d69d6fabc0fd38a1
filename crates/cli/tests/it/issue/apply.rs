//! `issue apply` and `issue undo`.

use serde_json::{Value, json};
use tassel_sandbox::{Fault, FaultKind};

use super::{Desk, FIRST};

/// The counts of a status that are not zero.
fn counts(status: &Value) -> String {
    let counts = status
        .as_object()
        .unwrap()
        .iter()
        .filter(|(name, count)| !matches!(name.as_str(), "rows" | "complete") && **count != json!(0));
    counts.map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_written_without_a_yes() {
    let desk = Desk::new().await;
    desk.write("first.csv", FIRST);
    assert_eq!(desk.run("issue plan first.csv --group 34").await.code, 0);
    let refused = desk.run("issue apply first.csv.plan.json").await;
    assert_eq!((refused.code, refused.stdout.as_str(), desk.writes()), (2, "", 0));
    assert_eq!(
        desk.masked(&refused.stderr),
        "apply first.csv.plan.json\ncreate 3 credentials\ncredits: 0 to 3 of 10000\nhost: HOST (issuer 4897)\nThe vendor \
         may send mail to the recipients when credentials are published.\ntassel: nothing was sent: there is no terminal \
         to ask at. Give --yes to go on.\n"
    );
    assert!(!desk.path("first.csv.plan.json.journal").exists(), "nothing was begun");
    assert_eq!(desk.run("issue undo first.csv.plan.json").await.code, 0, "there is nothing to undo");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_apply_sends_nothing_twice_and_is_undone() {
    let desk = Desk::with_first().await;
    let (requests, writes) = (desk.sandbox.requests().len(), desk.writes());
    let again = desk.run("issue apply first.csv.plan.json --settle 0s -o json").await;
    assert_eq!((again.code, counts(&again.json()).as_str()), (0, "created 3, published 3"), "{again:?}");
    assert_eq!(desk.writes(), writes, "nothing is asked and nothing is written");
    assert!(desk.sandbox.requests().len() - requests <= 2, "hardly anything is read");

    let refused = desk.run("issue undo first.csv.plan.json").await;
    assert_eq!((refused.code, desk.writes()), (2, writes));
    assert_eq!(
        desk.masked(&refused.stderr),
        "undo first.csv.plan.json\nexpire today: 3 published credentials\nhost: HOST (issuer 4897)\nA credential that \
         somebody changed since is left alone. Updates are not undone.\nMail to the recipients was sent and stays sent. \
         Credits may not come back.\ntassel: nothing was sent: there is no terminal to ask at. Give --yes to go on.\n"
    );
    let change = r#"{"credential": {"recipient": {"name": "Ada Moreau-Lind"}}}"#;
    let changed = desk.command(&format!("api accredible credentials.update --path id={}", 80_000_048));
    let mut changed = changed;
    changed.args(["--body", change]);
    let changed = tokio::task::spawn_blocking(|| crate::support::run_command(changed)).await.unwrap();
    assert_eq!(changed.code, 0, "{changed:?}");
    let undone = desk.run("issue undo first.csv.plan.json --yes --delete").await;
    assert_eq!(
        (undone.code, undone.stdout.as_str()),
        (10, "deleted 2, expired 0, left alone 1\n  row 2: credential 80000048 has another name now\n"),
        "{undone:?}"
    );
    let status = desk.run("issue status first.csv.plan.json -o json").await.json();
    assert_eq!(counts(&status), "created 1, undone 2, published 1");
    let rest = desk.run("issue undo first.csv.plan.json --yes -o json").await;
    assert_eq!(
        (rest.code, rest.json()),
        (
            10,
            json!({
                "deleted": 0, "expired": 0,
                "skipped": [{"row": 2, "problem": "credential 80000048 has another name now"}],
            })
        )
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_way_of_publishing() {
    for (publish, outcome, question) in [
        ("after-proof", "created 3, published 3", "credits: 0 to 3 of "),
        ("at-once", "created 3, published 3", "credits: 0 to 3 of "),
        ("never", "created 3", "credits: 0 of "),
    ] {
        let desk = Desk::new().await;
        desk.write("first.csv", FIRST);
        let plan = desk.run(&format!("issue plan first.csv --group 34 --publish {publish}")).await;
        assert!(plan.stdout.contains(&format!("publish    {publish}: ")), "{plan:?}");
        let asked = desk.run("issue apply first.csv.plan.json").await;
        assert!(asked.stderr.contains(question), "{publish}: {asked:?}");
        assert_eq!(asked.stderr.contains("mail"), publish != "never", "{publish}: {asked:?}");
        let applied = desk.run("issue apply first.csv.plan.json --yes --settle 0s -o json").await;
        assert_eq!((applied.code, counts(&applied.json()).as_str()), (0, outcome), "{publish}: {applied:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lost_answers_are_looked_up_and_doubts_are_named() {
    for (label, publish, kind, code, outcome, then) in [
        ("the vendor acted", "at-once", FaultKind::DropAfter, 0, "created 3, published 3", None),
        (
            "it did not, and a second one does no harm",
            "after-proof",
            FaultKind::DropBefore,
            0,
            "created 3, published 3",
            None,
        ),
        ("it did not", "at-once", FaultKind::DropBefore, 10, "in_doubt 3", Some("--resend-doubtful")),
    ] {
        let desk = Desk::new().await;
        desk.write("first.csv", FIRST);
        assert_eq!(desk.run(&format!("issue plan first.csv --group 34 --publish {publish}")).await.code, 0);
        desk.sandbox.fault(Fault::new(kind).operation("credentials.bulk_create").times(1)).unwrap();
        let applied = desk.run("issue apply first.csv.plan.json --yes --settle 0s -o json").await;
        assert_eq!((applied.code, counts(&applied.json()).as_str()), (code, outcome), "{label}: {applied:?}");
        let Some(then) = then else { continue };
        let table = desk.run("issue status first.csv.plan.json").await.stdout;
        assert!(
            table.contains("        3  in doubt    apply again to look for them\nnot complete\n"),
            "{table}"
        );
        let report = desk.run("issue report first.csv.plan.json").await.stdout;
        assert!(report.contains(",in_doubt,false,,,\"it was looked for twice and not found"), "{report}");
        let again = desk.run(&format!("issue apply first.csv.plan.json --yes --settle 0s {then}")).await;
        assert!(again.code == 0 && again.stdout.contains("3  created "), "{label}: {again:?}");
    }
}
