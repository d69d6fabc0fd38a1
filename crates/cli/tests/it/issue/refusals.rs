//! What `issue` refuses, and what it says.

use std::path::Path;

use tassel_issuing::{Journal, Plan};
use tassel_sandbox::{Fault, FaultKind};

use super::{Desk, FIRST, SECOND};

type Prepare = fn(&Desk);

/// The hash of a plan in the folder.
fn hash(file: &Path) -> String {
    Plan::read(&std::fs::read(file).unwrap()).unwrap().hash()
}

const APPLY: &str = "issue apply first.csv.plan.json --yes --settle 0s";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_apply_is_refused_before_anything_is_sent() {
    let rows: &[(&str, Prepare, &str, i32, &str)] = &[
        ("nothing is wrong", |_| (), "", 0, ""),
        (
            "another plan than expected",
            |_| (),
            " --expect 0a1b",
            6,
            ", and 0a1b was expected: it is not the plan that was approved.\n",
        ),
        (
            "an edited sheet",
            |desk| desk.write("first.csv", "name,email\n"),
            "",
            6,
            "tassel: first.csv has changed since first.csv.plan.json was made from it. Nothing was sent: make the plan again, or restore the sheet.\n",
        ),
        ("a sheet that is gone", |desk| std::fs::remove_file(desk.path("first.csv")).unwrap(), "", 0, ""),
        (
            "no plan",
            |desk| std::fs::remove_file(desk.path("first.csv.plan.json")).unwrap(),
            "",
            6,
            "tassel: first.csv.plan.json: No such file or directory",
        ),
        (
            "something else",
            |desk| desk.write("first.csv.plan.json", "[1]"),
            "",
            6,
            "tassel: first.csv.plan.json: it is not a plan of tassel: ",
        ),
        (
            "a plan that was changed",
            |desk| {
                let plan = desk.read("first.csv.plan.json").replace("Ada Moreau", "Eve Moreau");
                desk.write("first.csv.plan.json", &plan);
            },
            "",
            6,
            "first.csv.plan.json: it was changed after it was made: ",
        ),
        (
            "a newer version",
            |desk| {
                let plan = desk.read("first.csv.plan.json").replacen("\"version\":1", "\"version\":9", 1);
                desk.write("first.csv.plan.json", &plan);
            },
            "",
            6,
            "first.csv.plan.json: it is a plan of version 9, ",
        ),
        (
            "a journal of another plan",
            |desk| {
                drop(Journal::open(&desk.path("first.csv.plan.json.journal"), "0a1b", |_| ()).unwrap());
            },
            "",
            2,
            "tassel: the journal first.csv.plan.json.journal is of another plan (hash 0a1b); this plan has the hash ",
        ),
        (
            "a damaged journal",
            |desk| {
                let file = desk.path("first.csv.plan.json.journal");
                drop(Journal::open(&file, &hash(&desk.path("first.csv.plan.json")), |_| ()).unwrap());
                let text = std::fs::read_to_string(&file).unwrap();
                std::fs::write(file, text.replace("notice", "notjce") + &text).unwrap();
            },
            "",
            1,
            "tassel: the journal first.csv.plan.json.journal is damaged in line 1: its CRC is ",
        ),
        (
            "too few credits",
            |desk| desk.sandbox.set(|settings| settings.accredible.credits = 2),
            "",
            6,
            "tassel: publishing may cost 3 credits, and 2 are left; buy credits, or apply all the same (--allow-unpublished)",
        ),
        (
            "another key",
            |desk| desk.sandbox.set(|settings| settings.accredible.api_key = "other".to_owned()),
            "",
            4,
            "Check TASSEL_ACCREDIBLE_API_KEY and the permissions of the key. The run has ended; apply the plan again to continue.\n",
        ),
    ];
    for (label, prepare, flags, code, words) in rows {
        let desk = Desk::new().await;
        desk.write("first.csv", FIRST);
        assert_eq!(desk.run("issue plan first.csv --group 34").await.code, 0, "{label}");
        prepare(&desk);
        let applied = desk.run(&format!("{APPLY}{flags}")).await;
        assert_eq!(applied.code, *code, "{label}: {applied:?}");
        assert!(
            applied.stderr.contains(words) && applied.stderr.is_empty() == words.is_empty(),
            "{label}: {applied:?}"
        );
        if *code != 0 {
            assert_eq!((applied.stdout.as_str(), desk.writes()), ("", 0), "{label}: nothing was sent");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_is_for_one_host_and_one_hash() {
    let (desk, other) = (Desk::new().await, Desk::new().await);
    desk.write("first.csv", FIRST);
    assert_eq!(desk.run("issue plan first.csv --group 34").await.code, 0);
    for command in ["apply", "undo"] {
        let mut elsewhere = desk.command(&format!("issue {command} first.csv.plan.json --yes"));
        elsewhere.env("TASSEL_ACCREDIBLE_URL", format!("http://{}/accredible", other.host));
        let elsewhere = tokio::task::spawn_blocking(|| crate::support::run_command(elsewhere)).await.unwrap();
        let words = format!(
            "tassel: first.csv.plan.json is for {}, and the configuration is for {}. Nothing was sent: use the \
             configuration that the plan was made with.\n",
            desk.host, other.host
        );
        assert_eq!((elsewhere.code, elsewhere.stderr), (3, words), "{command}");
    }
    assert_eq!((desk.writes(), other.sandbox.requests().len()), (0, 0));
    let hash = hash(&desk.path("first.csv.plan.json"));
    let sheet = desk.run("issue apply first.csv --yes").await;
    assert_eq!(
        (sheet.code, sheet.stderr.as_str()),
        (6, "tassel: first.csv is not a plan; the plan of this sheet may be first.csv.plan.json.\n")
    );
    let approved = desk.run(&format!("{APPLY} --expect {hash}")).await;
    assert_eq!(approved.code, 0, "{approved:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_that_need_a_person_are_skipped_when_asked_to() {
    let desk = Desk::with_first().await;
    desk.write("second.csv", SECOND);
    assert_eq!(desk.run("issue plan second.csv --group 34").await.code, 6);
    let writes = desk.writes();
    let apply = "issue apply second.csv.plan.json --yes --settle 0s";
    let refused = desk.run(apply).await;
    assert_eq!(
        (refused.code, refused.stdout.as_str(), refused.stderr.as_str()),
        (
            6,
            "",
            "tassel: 3 rows are invalid, duplicates or in conflict; correct the sheet, or skip them (--skip-invalid).\n"
        )
    );
    assert_eq!(desk.writes(), writes);
    let asked = desk.run("issue apply second.csv.plan.json --skip-invalid").await;
    assert!(asked.stderr.contains("\ncreate 1 credential, update 1 credential; skip 3 rows\n"), "{asked:?}");
    let skipped = desk.run(&format!("{apply} --skip-invalid")).await;
    assert_eq!(skipped.code, 0, "{skipped:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_journal_has_one_plan_and_one_process() {
    let desk = Desk::with_first().await;
    let journal = desk.path("first.csv.plan.json.journal");
    let held = Journal::open(&journal, &hash(&desk.path("first.csv.plan.json")), |_| ()).unwrap();
    for command in
        ["apply first.csv.plan.json --yes", "undo first.csv.plan.json --yes", "plan first.csv --group 34"]
    {
        let run = desk.run(&format!("issue {command}")).await;
        assert_eq!(
            (run.code, run.stderr.as_str()),
            (
                2,
                "tassel: the journal first.csv.plan.json.journal is in use by another process; wait for its end.\n"
            ),
            "{command}"
        );
    }
    assert_eq!(desk.run("issue status first.csv.plan.json").await.code, 0, "reading is free");
    drop(held);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_is_replaced_only_when_nothing_is_lost() {
    let desk = Desk::with_first().await;
    let again = desk.run("issue plan first.csv --group 34").await;
    assert_eq!(
        (again.code, again.stderr.as_str()),
        (
            0,
            "tassel: first.csv.plan.json was applied; that plan and its journal are first.csv.plan.1.json and \
             first.csv.plan.1.json.journal now.\n"
        )
    );
    assert!(!desk.path("first.csv.plan.json.journal").exists());
    let kept = desk.run("issue status first.csv.plan.1.json -o json").await.json();
    assert_eq!((&kept["created"], &kept["complete"]), (&3.into(), &true.into()));
    let new = desk.run("issue status first.csv.plan.json -o json").await.json();
    assert_eq!((&new["kept"], &new["created"]), (&3.into(), &0.into()));

    desk.write("more.csv", "name,email\nDora Lindqvist,dora.lindqvist@example.org\n");
    assert_eq!(desk.run("issue plan more.csv --group 34 --publish at-once").await.code, 0);
    desk.sandbox.fault(Fault::new(FaultKind::DropBefore).operation("credentials.bulk_create")).unwrap();
    assert_eq!(desk.run("issue apply more.csv.plan.json --yes --settle 0s").await.code, 10);
    let (plan, journal) = (desk.read("more.csv.plan.json"), desk.read("more.csv.plan.json.journal"));
    let open = desk.run("issue plan more.csv --group 34").await;
    assert_eq!(
        (open.code, open.stderr.as_str()),
        (
            2,
            "tassel: more.csv.plan.json was applied in part: 1 row is pending or in doubt. Apply it to its end first, or \
             name another file with --out.\n"
        )
    );
    assert_eq!((desk.read("more.csv.plan.json"), desk.read("more.csv.plan.json.journal")), (plan, journal));
    std::fs::remove_file(desk.path("more.csv.plan.json")).unwrap();
    let alone = desk.run("issue plan more.csv --group 34").await;
    assert!(
        alone.code == 2 && alone.stderr.contains("is the journal of a plan that is not there"),
        "{alone:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_group_that_changed_is_named_and_other_rows_go_on() {
    let desk = Desk::with_first().await;
    desk.write("more.csv", &format!("{FIRST}Dora Lindqvist,dora.lindqvist@example.org,,\n"));
    assert_eq!(desk.run("issue plan more.csv --group 34").await.code, 0);
    assert_eq!(desk.run("api accredible credentials.delete --path id=80000048").await.code, 0);
    let writes = desk.writes();
    let apply = "issue apply more.csv.plan.json --yes --settle 0s";
    let stale = desk.run(apply).await;
    assert_eq!(
        (stale.code, stale.stderr.as_str()),
        (
            6,
            "tassel: the group changed after the plan was made: row 2: the credential is gone. Make the plan again, or \
             apply the other rows (--refresh).\n"
        )
    );
    assert_eq!((stale.stdout.as_str(), desk.writes()), ("", writes));
    let replanned = desk.run("issue plan more.csv --group 34").await;
    assert!(
        replanned.code == 0 && replanned.stdout.contains("        2  create\n"),
        "nothing was sent by it: {replanned:?}"
    );
    assert_eq!(desk.run("api accredible credentials.delete --path id=80000049").await.code, 0);
    let refreshed = desk.run(&format!("{apply} --refresh -o json")).await;
    let status = refreshed.json();
    assert_eq!(
        (refreshed.code, &status["created"], &status["kept"], &status["pending"]),
        (10, &2.into(), &1.into(), &1.into()),
        "{refreshed:?}"
    );
    let report = desk.run("issue report more.csv.plan.json").await.stdout;
    assert!(report.contains(",pending,false,80000049,,the credential is gone\n"), "{report}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn credits_run_out() {
    let desk = Desk::new().await;
    desk.write("first.csv", FIRST);
    desk.sandbox.set(|settings| settings.accredible.credits = 2);
    assert_eq!(desk.run("issue plan first.csv --group 34").await.code, 0);
    let short = desk.run(&format!("{APPLY} --allow-unpublished")).await;
    assert_eq!(short.code, 10, "{short:?}");
    assert!(short.stderr.contains(": no credits are left.\n"), "{short:?}");
    assert!(short.stdout.contains("1  pending     apply to go on\nnot complete\n"), "{short:?}");
    desk.sandbox.set(|settings| settings.accredible.credits = 2);
    let rest = desk.run(APPLY).await;
    assert!(rest.code == 0 && rest.stdout.contains("3  created     published\n"), "{rest:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sheet_is_found_beside_its_plan() {
    let desk = Desk::new().await;
    desk.write("first.csv", FIRST);
    assert_eq!(desk.run("issue plan first.csv --group 34").await.code, 0);
    desk.write("first.csv", SECOND);
    let plan = desk.path("first.csv.plan.json");
    let mut elsewhere = desk.command(&format!("issue apply {} --yes", plan.display()));
    elsewhere.current_dir(std::env::temp_dir());
    let elsewhere = tokio::task::spawn_blocking(|| crate::support::run_command(elsewhere)).await.unwrap();
    assert_eq!((elsewhere.code, desk.writes()), (6, 0));
    assert!(elsewhere.stderr.contains("first.csv has changed since "), "{elsewhere:?}");
}
