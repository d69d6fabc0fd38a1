//! `issue status` and `issue report`.

use serde_json::{Value, json};

use super::{Desk, SECOND};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn status_and_report_say_where_rows_stand() {
    let desk = Desk::with_first().await;
    desk.write("second.csv", SECOND);
    assert_eq!(desk.run("issue plan second.csv --group 34").await.code, 6);
    let before = desk.run("issue status second.csv.plan.json").await;
    assert_eq!(
        (before.code, desk.masked(&before.stdout).as_str()),
        (
            0,
            "second.csv.plan.json: 7 rows for HOST\n        2  kept\n        1  invalid     skipped\n        \
             1  duplicate   skipped\n        1  conflict    skipped\n        2  pending     apply to go on\nnot complete\n"
        )
    );
    let applied = desk.run("issue apply second.csv.plan.json --yes --skip-invalid --settle 0s -o json").await;
    let want = json!({
        "rows": 7, "created": 1, "updated": 1, "kept": 2, "invalid": 1, "duplicate": 1, "conflict": 1,
        "refused": 0, "in_doubt": 0, "pending": 0, "undone": 0, "published": 1, "complete": true,
    });
    assert_eq!((applied.code, applied.json()), (0, want.clone()), "{applied:?}");
    let status = desk.run("issue status second.csv.plan.json -o json").await;
    assert_eq!(status.json(), want);
    let names: Vec<_> = want.as_object().unwrap().keys().cloned().collect();
    let lines = desk.run("issue status second.csv.plan.json -o csv").await.stdout;
    assert_eq!(lines, format!("{}\n7,1,1,2,1,1,1,0,0,0,0,1,true\n", names.join(",")));

    let report = desk.run("issue report second.csv.plan.json").await;
    let url = |text: &str| {
        let pages = text.split("https://credentials.example.org/").enumerate();
        pages
            .map(|(place, part)| if place > 0 { format!("PAGE{}", &part[36..]) } else { part.to_owned() })
            .collect()
    };
    let masked: String = url(&desk.masked(&report.stdout));
    assert_eq!(
        masked,
        "Name,Email,Issued on,Grade,Note,row,own_id,outcome,published,credential_id,url,problem\n\
         Ada Moreau,ada.moreau@example.org,2026-09-01,,as it was,2,OWN-ID,kept,true,80000048,,\n\
         Bram de Visser,bram.visser@example.org,2026-09-01,91,another name,3,OWN-ID,updated,true,80000049,PAGE,\n\
         Cleo Park,cleo.park@example.org,,,expired,4,OWN-ID,kept,true,80000050,,credential 80000050 expired on \
         2020-09-01; a later expiry date renews it\n\
         Dora Lindqvist,dora.lindqvist@example.org,,88.5,'=1+1,5,OWN-ID,created,true,80000051,PAGE,\n\
         Emil Horak,nobody,2026-02-31,,no address,6,,invalid,false,,,column `Email`: it is not an address; write one \
         such as imke.aalto@example.org; column `Issued on`: `2026-02-31` is not a day of the calendar\n\
         Dora Lindqvist, DORA.Lindqvist@example.org,,,again,7,OWN-ID,duplicate,false,,,row 5 stands for the same \
         credential; a second one for the same person needs an edition\n\
         Imani Okonjo,imani.okonjo@example.org,,,has one already,8,OWN-ID,conflict,false,,,this person has credential \
         80000001 of the group under no own id; a second one needs an edition\n"
    );

    let json = desk.run("issue report second.csv.plan.json -o json").await.json();
    let created = json.as_array().unwrap().iter().find(|row| row["outcome"] == "created").unwrap();
    assert_eq!(
        created["input"],
        json!({
            "Name": "Dora Lindqvist", "Email": "dora.lindqvist@example.org", "Issued on": "", "Grade": "88.5", "Note": "=1+1",
        })
    );
    let mut names: Vec<_> = created.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["credential_id", "input", "outcome", "own_id", "problem", "published", "row", "url"]);
    let lines = desk.run("issue report second.csv.plan.json -o ndjson").await.stdout;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(json!(lines), json);

    let anonymous = desk.run("issue report second.csv.plan.json --anonymous --out report.csv").await;
    assert_eq!((anonymous.code, anonymous.stdout.as_str()), (0, ""));
    let anonymous = desk.read("report.csv");
    assert!(anonymous.starts_with("row,own_id,outcome,published,credential_id,url,problem\n"), "{anonymous}");
    let lower = anonymous.to_lowercase();
    for part in ["dora", "lindqvist", "@", "nobody", "http", "again"] {
        assert!(!lower.contains(part), "{part}: {anonymous}");
    }
    for own in ["second.csv", "second.csv.plan.json", "second.csv.plan.json.journal"] {
        let over = desk.run(&format!("issue report second.csv.plan.json --out ./{own}")).await;
        assert!(over.code == 2 && over.stderr.contains("is a file of the plan"), "{own}: {over:?}");
    }
    let table = desk.run("issue report second.csv.plan.json -o table").await;
    assert!(table.code == 0 && table.stdout.contains(" created "), "{table:?}");
}
