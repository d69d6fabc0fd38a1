//! `issue plan` and `issue template`.

use serde_json::json;

use super::{Desk, SECOND};
use crate::support::run;

const SUMMARY: &str = "\
second.csv.plan.json: 7 rows
issuer     4897 (Harbour Academy) at HOST
group      34 (harbour-safety-2026): 13 credentials; allows duplicates: unknown

        1  create
        1  update      grade 1, name 1
        1  keep
        1  expired     stays so; a later expiry date renews it
        1  invalid     see below
        1  duplicate   see below
        1  conflict    see below
        9  unlisted    in the group, not in the sheet: hanh.nguyen@example.org,
                       kwame.asante@example.org,
                       astrid.bjornsdottir@example.org, ...

problems
  row 6: column `Email`: it is not an address; write one such as
    imke.aalto@example.org; column `Issued on`: `2026-02-31` is not a day of the
    calendar
  row 7: row 5 stands for the same credential; a second one for the same person
    needs an edition
  row 8: this person has credential 80000001 of the group under no own id; a
    second one needs an edition

cost       0 to 1 credits; 9997 are left. Deleted credentials and those of other
           departments may lower it. --billing-year-start narrows the range
time       8 calls, about 1 s; with --publish at-once: 6 calls, about 1 s
publish    after-proof: when all are created and the group has exactly one a
           row. This holds for one journal, and if nobody else publishes in the
           group meanwhile
updates    a change that somebody makes at the same moment as an update may be
           lost
hash       HASH
next       correct the sheet and plan again; or leave rows out: tassel issue
           apply second.csv.plan.json --skip-invalid
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_names_an_action_for_each_row() {
    let desk = Desk::with_first().await;
    desk.write("second.csv", SECOND);
    let writes = desk.writes();
    let plan = desk.run("issue plan second.csv --group harbour-safety-2026").await;
    assert_eq!((plan.code, plan.stderr.as_str()), (6, ""), "{plan:?}");
    assert_eq!(desk.masked(&plan.stdout), SUMMARY);
    assert!(plan.stdout.lines().all(|line| line.chars().count() <= 80), "{}", plan.stdout);
    assert_eq!(desk.writes(), writes, "it changes nothing");

    let json = desk.run("issue plan second.csv --group 34 -o json --out other.json").await;
    assert_eq!(json.code, 6);
    let json = json.json();
    let file: serde_json::Value = serde_json::from_str(&desk.read("other.json")).unwrap();
    assert_eq!(json, file, "the whole is what the file has");
    let rows: Vec<_> =
        json["plan"]["rows"].as_array().unwrap().iter().map(|row| row["action"].clone()).collect();
    assert_eq!(
        json!(rows),
        json!(["keep", "update", "expired", "create", "invalid", "duplicate", "conflict"])
    );
    let plan = &json["plan"];
    assert_eq!(
        plan["rows"][1]["changes"],
        json!([
            {"field": "name", "from": "Bram Visser", "to": "Bram de Visser"},
            {"field": "grade", "from": null, "to": "91"},
        ])
    );
    assert_eq!(plan["rows"][4]["problems"][0]["column"], "Email");
    assert_eq!(plan["unlisted"].as_array().unwrap().len(), 9);
    assert_eq!(plan["unlisted"][0]["email"], "hanh.nguyen@example.org");
    assert_eq!((&plan["host"], &plan["account"]["issuer"]), (&json!(desk.host), &json!("4897")));
    assert_eq!(plan["cost"], json!({"least": 0, "most": 1, "year_start": null}));

    let csv = desk.run("issue plan second.csv --group 34 -o csv --out other.json").await;
    assert_eq!(
        desk.masked(&csv.stdout),
        "row,action,own_id,credential_id,changes,problem\n\
         2,keep,OWN-ID,80000048,,\n\
         3,update,OWN-ID,80000049,name: `Bram Visser` to `Bram de Visser`; grade: empty to `91`,\n\
         4,expired,OWN-ID,80000050,,credential 80000050 expired on 2020-09-01; a later expiry date renews it\n\
         5,create,OWN-ID,,,\n\
         6,invalid,,,,column `Email`: it is not an address; write one such as imke.aalto@example.org; column \
         `Issued on`: `2026-02-31` is not a day of the calendar\n\
         7,duplicate,OWN-ID,,,row 5 stands for the same credential; a second one for the same person needs an \
         edition\n\
         8,conflict,OWN-ID,80000001,,this person has credential 80000001 of the group under no own id; a second one \
         needs an edition\n"
    );
    let lines = desk.run("issue plan second.csv --group 34 -o ndjson --out other.json").await.stdout;
    assert_eq!(lines.lines().count(), 7);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sheet_that_is_issued_needs_nothing() {
    let desk = Desk::with_first().await;
    let again = desk.run("issue plan first.csv --group 34 --out again.json -o json").await;
    let rows = again.json()["plan"]["rows"].clone();
    let actions: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["action"].clone()).collect();
    assert_eq!((again.code, json!(actions)), (0, json!(["keep", "keep", "expired"])));
    let again = desk.run("issue plan first.csv --group 34 --out again.json").await.stdout;
    assert!(again.ends_with("\nnext       nothing: there is nothing to create or update\n"), "{again}");
    let edition = desk.run("issue plan first.csv --group 34 --out again.json --edition 2027").await;
    assert!(edition.code == 0 && edition.stdout.contains("        3  create\n"), "{edition:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_is_made_for_a_group() {
    let desk = Desk::new().await;
    desk.write("rows.csv", "name,email\nAda Moreau,ada.moreau@example.org\n");
    desk.write("grouped.csv", "name,email,group\nAda Moreau,ada.moreau@example.org,nowhere\n");
    desk.write("mapped.csv", "Wer,Wohin\nAda Moreau,ada.moreau@example.org\n");
    let twice = r#"{"group": {"name": "harbour-safety-2026", "course_name": "Harbour", "course_description": "Again"}}"#;
    let mut create = desk.command("api accredible groups.create");
    create.args(["--body", twice]);
    assert_eq!(tokio::task::spawn_blocking(|| crate::support::run_command(create)).await.unwrap().code, 0);
    for (label, arguments, code, words) in [
        ("an id", "rows.csv --group 34", 0, ""),
        ("a name", "rows.csv --group crane-signals-2026", 0, ""),
        (
            "two of a name",
            "rows.csv --group harbour-safety-2026",
            2,
            "there are several groups `harbour-safety-2026`; use the id: 34, ",
        ),
        ("no such name", "rows.csv --group harbour", 2, "tassel: --group: there is no group `harbour`; "),
        ("no such id", "rows.csv --group 9", 2, "tassel: --group: there is no group `9`; "),
        ("none", "rows.csv", 2, "tassel: there is no group. Name it with --group, "),
        ("one in the sheet", "grouped.csv", 6, ""),
        ("a mapping", "mapped.csv --group 34 --map Wer=name --map Wohin=email", 0, ""),
        ("no mapping", "mapped.csv --group 34", 6, "tassel: mapped.csv: no column holds "),
        (
            "a mapping of nothing",
            "mapped.csv --group 34 --map Was=name",
            2,
            "Was=name names no column; the columns are `Wer`, `Wohin`.",
        ),
        (
            "a field that is none",
            "rows.csv --group 34 --map name=title",
            2,
            "there is no field `title`; the fields are name, ",
        ),
        ("no file", "none.csv --group 34", 6, "tassel: none.csv: No such file or directory"),
        ("standard input", "- --group 34", 2, "give --out PLAN."),
        (
            "empty standard input",
            "- --group 34 --out x.json",
            6,
            "tassel: standard input: the sheet is empty",
        ),
        ("over the sheet", "rows.csv --group 34 --out ./rows.csv", 2, "./rows.csv is the sheet; "),
        (
            "a day that is none",
            "rows.csv --group 34 --billing-year-start 13-01",
            2,
            "write it as month and day, such as 07-01",
        ),
        (
            "a time that is none",
            "rows.csv --group 34 --publish later",
            2,
            "[possible values: after-proof, at-once, never]",
        ),
    ] {
        let run = desk.run(&format!("issue plan {arguments}")).await;
        assert_eq!(run.code, code, "{label}: {run:?}");
        assert!(run.stderr.contains(words) && run.stderr.is_empty() == words.is_empty(), "{label}: {run:?}");
    }
    let year = desk.run("issue plan rows.csv --group 34 --billing-year-start 01-01").await;
    assert!(year.stdout.contains("cost       1 credit in the billing year from 20"), "{year:?}");
    assert_eq!(desk.writes(), 1, "the group was created, and nothing else");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sheet_comes_from_standard_input() {
    let desk = Desk::new().await;
    desk.write("rows.ndjson", "{\"name\": \"Ada Moreau\", \"email\": \"ada.moreau@example.org\"}\n");
    let mut command = desk.command("issue plan - --group 34 --out plan.json -o json");
    command.stdin(std::fs::File::open(desk.path("rows.ndjson")).unwrap());
    let plan = tokio::task::spawn_blocking(|| crate::support::run_command(command)).await.unwrap();
    assert_eq!((plan.code, &plan.json()["plan"]["sheet"]["path"]), (0, &json!(null)), "{plan:?}");
    let applied = desk.run("issue apply plan.json --yes --settle 0s").await;
    assert_eq!(applied.code, 0, "{applied:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_sheet_holds_steers_no_terminal() {
    let desk = Desk::new().await;
    desk.write("rows.csv", "name,email,issued_on\nAda Moreau,ada.moreau@example.org,soon\u{2066}9\n");
    let plan = desk.run("issue plan rows.csv --group 34").await;
    assert_eq!(plan.code, 6);
    assert!(plan.stdout.contains(r"`soon\u{2066}9`") && !plan.stdout.contains('\u{2066}'), "{plan:?}");
    let json = desk.run("issue plan rows.csv --group 34 -o json").await.json();
    assert_eq!(json["plan"]["rows"][0]["cells"][2], "soon\u{2066}9", "JSON is exact");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_is_tried_in_the_embedded_sandbox() {
    let desk = Desk::new().await;
    desk.write("rows.csv", "name,email\nAda Moreau,ada.moreau@example.org\n");
    let plan = desk.run("issue plan rows.csv --group 34 --sandbox").await;
    assert!(plan.code == 0 && desk.sandbox.requests().is_empty(), "{plan:?}");
    let applied = desk.run("issue apply rows.csv.plan.json --yes --sandbox").await;
    assert!(
        applied.code == 3 && applied.stderr.contains("rows.csv.plan.json is for 127.0.0.1:"),
        "{applied:?}"
    );
    let nowhere = desk.run("issue plan rows.csv --group 34 --out nowhere/plan.json").await;
    assert_eq!(
        (nowhere.code, nowhere.stderr.as_str()),
        (1, "tassel: nowhere/plan.json: No such file or directory (os error 2).\n")
    );
}

#[test]
fn a_template_has_the_headings() {
    let template = run(&["issue", "template"]);
    assert_eq!(template.code, 0);
    let headings = "name,email,group,issued_on,expired_on,course_name,description,grade,id,recipient_id,phone_number,private\n";
    assert_eq!(template.stdout, headings);
}
