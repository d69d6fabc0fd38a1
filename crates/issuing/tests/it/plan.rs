//! What a plan says.

use jiff::civil::Date;
use tassel_accredible::model::NewGroup;
use tassel_core::Error;
use tassel_issuing::ApplyOptions;
use tassel_issuing::own_id::{Person, Place, derive};
use tassel_issuing::plan::{Action, Plan, PlanError, PlanOptions, Publish, make};
use tassel_issuing::sheet::{Format, Sheet, SheetError};

use crate::support::{Desk, GROUP, cohort};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// Each row with its action, the changes, and the problem.
fn shown(plan: &Plan) -> Vec<String> {
    let row = |row: &tassel_issuing::plan::PlannedRow| {
        let mut text = format!("{} {}", row.row.number, row.action.name());
        if let Action::Update { changes, .. } = &row.action {
            for change in changes {
                let from = change.from.as_deref().unwrap_or("nothing");
                text.push_str(&format!("; {} from {from} to {}", change.field, change.to));
            }
        }
        row.action.problem().map_or(text.clone(), |problem| format!("{text}: {problem}"))
    };
    plan.rows.iter().map(row).collect()
}

const SHEET: &str = "\
Name,Email,ID,Issued on,Expires
Imke Aalto, Imke.Aalto@Example.org ,C-1,2026-09-01,
Obi Fenn,obi.fenn@example.org,C-2,,2027-08-31
Rana Idris,rana.idris@example.org,C-3,,
Suki Olsen,suki.olsen@example.org,C-4,,2028-02-29
Yara Blum,yara.blum@example.org,C-5,,
Tomas Brandt,,C-6,,
Lea Moss,lea.moss@example.org,1042,,
Imke Aalto,imke.aalto@example.org,C-7,,
Somebody Else,somebody.else@example.org,C-1,,
Nils Berg,nils.berg@example.org,,,
Kofi Mensah,kofi.mensah@example.org,C-9,,
Uma Reyes,uma.reyes@example.org,,,
";

/// A desk whose group has credentials for most rows of the sheet. Returns the numbers of all.
async fn with_members() -> (Desk, [u64; 8]) {
    let desk = Desk::new(true).await;
    let expired = |new: &mut tassel_accredible::model::NewCredential| {
        new.issued_on = Some(date("2025-01-31").into());
        new.expired_on = Some(date("2026-01-31").into());
    };
    let numbers = [
        desk.issue(Some("C-1"), "Imke Aalto", "imke.aalto@example.org").await.1,
        desk.issue(Some("C-2"), "Obi Fen", "obi.fenn@example.org").await.1,
        desk.order(Some("C-3"), "Rana Idris", "rana.idris@example.org", expired).await.1,
        desk.order(Some("C-4"), "Suki Olsen", "suki.olsen@example.org", expired).await.1,
        desk.order(Some("C-5"), "Yara Blom", "yara.blum@example.org", expired).await.1,
        desk.issue(None, "Nils Berg", "nils.berg@example.org").await.1,
        desk.issue(Some("K-1"), "Kofi Mensah", "kofi.mensah@example.org").await.1,
        desk.issue(None, "Vera Lind", "vera.lind@example.org").await.1,
    ];
    (desk, numbers)
}

#[tokio::test(start_paused = true)]
async fn every_row_has_one_action() {
    let (desk, numbers) = with_members().await;
    let plan = desk.plan(SHEET, PlanOptions::default()).await;
    let [_, _, expired, _, _, nils, kofi, vera] = numbers;
    assert_eq!(
        shown(&plan),
        [
            "2 keep".to_owned(),
            "3 update; name from Obi Fen to Obi Fenn; expired_on from nothing to 2027-08-31".to_owned(),
            format!(
                "4 expired: credential {expired} expired on 2026-01-31; a later expiry date renews it"
            ),
            "5 update; expired_on from 2026-01-31 to 2028-02-29".to_owned(),
            "6 update; name from Yara Blom to Yara Blum".to_owned(),
            "7 invalid: column `Email`: the address is missing; write the recipient's email address".to_owned(),
            "8 invalid: column `ID`: the id has digits only, like the vendor's own ids; add a letter, such as C-1042"
                .to_owned(),
            "9 duplicate: row 2 stands for the same credential; a second one for the same person needs an edition"
                .to_owned(),
            "10 duplicate: row 2 stands for the same credential; a second one for the same person needs an edition"
                .to_owned(),
            format!(
                "11 conflict: this person has credential {nils} of the group under no own id; a second one needs an \
                 edition"
            ),
            format!(
                "12 conflict: this person has credential {kofi} of the group under the own id `K-1`; a second one \
                 needs an edition"
            ),
            "13 create".to_owned(),
        ]
    );
    assert!(plan.has_refused_rows());
    assert_eq!(plan.groups[0].members, 8);
    assert_eq!(plan.groups[0].allows_duplicates, None, "the vendor does not tell");
    let unlisted: Vec<_> = plan.unlisted.iter().map(|it| (it.credential.clone(), it.name.clone())).collect();
    assert_eq!(unlisted, [(vera.to_string(), Some("Vera Lind".to_owned()))]);
    let error = desk.apply(&plan, &ApplyOptions::default()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "6 rows are invalid, duplicates or in conflict; correct the sheet, or skip them (--skip-invalid)"
    );
    let skip = ApplyOptions { skip_invalid: true, ..ApplyOptions::default() };
    let status = desk.apply(&plan, &skip).await.unwrap();
    let counts =
        [status.created, status.updated, status.kept, status.invalid, status.duplicate, status.conflict];
    assert_eq!((counts, status.complete), ([1, 3, 2, 2, 2, 2], true));

    // An edition allows a second credential for a person, and no second one for an own id.
    let (desk, _) = with_members().await;
    let edition = PlanOptions { edition: "2026".to_owned(), ..PlanOptions::default() };
    let plan = desk.plan(SHEET, edition).await;
    let names: Vec<_> = plan.rows.iter().map(|row| row.action.name()).collect();
    assert_eq!(names[7..], ["create", "duplicate", "create", "create", "create"]);
}

#[tokio::test(start_paused = true)]
async fn an_empty_cell_says_nothing() {
    let desk = Desk::new(false).await;
    let more = |new: &mut tassel_accredible::model::NewCredential| {
        new.expired_on = Some(date("2030-01-01").into());
        new.description = Some("Two days".to_owned());
        new.private = Some(true);
        new.custom_attributes = Some([("Hall".to_owned(), "B".into())].into_iter().collect());
    };
    desk.order(Some("C-1"), "Imke Aalto", "imke.aalto@example.org", more).await;
    let head = "Name,Email,ID,Expires,Description,Private,custom.Hall,meta.batch,Grade,Phone,Course\n";
    let empty = format!("{head}Imke Aalto,imke.aalto@example.org,C-1,,,,,,,,\n");
    assert_eq!(shown(&desk.plan(&empty, PlanOptions::default()).await), ["2 keep"]);
    let filled =
        "Imke Aalto,imke.aalto@example.org,C-1,2031-01-01,Three days,no,A,7,88.5,+4930123456,Harbour\n";
    let plan = desk.plan(&format!("{head}{filled}"), PlanOptions::default()).await;
    assert_eq!(
        shown(&plan),
        ["2 update; phone_number from nothing to +4930123456; expired_on from 2030-01-01 to 2031-01-01; \
             course_name from Harbour Safety to Harbour; description from Two days to Three days; private from true \
             to false; grade from nothing to 88.5; custom.Hall from B to A; meta.batch from nothing to 7"]
    );
}

#[test]
fn own_ids_are_the_same_everywhere() {
    let place = |host, issuer, group| Place { host, issuer, group };
    let at_home = place("api.accredible.com", "7", "34");
    let imke = Person::Email(" Imke.Aalto@Example.org ");
    let vectors = [
        (at_home, imke, "", "T1-53V9KNF4PY26V07A0W45"),
        (at_home, imke, "2026", "T1-7QV0HG5CG49RK78HZRN1"),
        (at_home, Person::RecipientId("S-1042"), "", "T1-GMKPDBH8H9J7BDH3B0TB"),
        (place("sandbox.api.accredible.com", "7", "34"), imke, "", "T1-EDNZS9WK17XAFSY83FC3"),
        (place("api.accredible.com", "8", "34"), imke, "", "T1-1R3R4QGZZ80B012JFMXN"),
        (
            place("api.accredible.com", "7", "35"),
            Person::Email("Zoë.Ångström@example.org"),
            "ü",
            "T1-26XBPSMNC0HBYCM21M8N",
        ),
    ];
    for (place, person, edition, id) in vectors {
        assert_eq!(derive(place, person, edition), id, "{place:?} {person:?} {edition}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_own_id_is_given_or_comes_from_the_person() {
    let desk = Desk::new(false).await;
    let sheet = |name: &str, day: &str| {
        format!(
            "Name,Email,Student ID,ID,Issued on\n{name},imke.aalto@example.org,,,{day}\n\
             {name},obi.fenn@example.org,S-2,,{day}\n{name},rana.idris@example.org,S-3,C-3,{day}\n"
        )
    };
    let ids = |plan: &Plan| plan.rows.iter().map(|row| row.own_id.clone().unwrap()).collect::<Vec<_>>();
    let plan = desk.plan(&sheet("Imke", "2026-09-01"), PlanOptions::default()).await;
    let group = desk.group.to_string();
    let place = Place { host: &plan.host, issuer: &plan.account.issuer, group: &group };
    let derived = [Person::Email("imke.aalto@example.org"), Person::RecipientId("S-2")];
    let mut expected: Vec<_> = derived.iter().map(|person| derive(place, *person, "")).collect();
    expected.push("C-3".to_owned());
    assert_eq!(ids(&plan), expected);
    let other = desk.plan(&sheet("Another", "2026-10-01"), PlanOptions::default()).await;
    assert_eq!(ids(&other), expected, "a name and a date are no part of it");
    let edition = PlanOptions { edition: "2".to_owned(), ..PlanOptions::default() };
    let second = ids(&desk.plan(&sheet("Imke", "2026-09-01"), edition).await);
    assert!(second[0] != expected[0] && second[1] != expected[1] && second[2] == expected[2]);
}

#[tokio::test(start_paused = true)]
async fn groups_are_named_by_id_or_exact_name() {
    let desk = Desk::new(false).await;
    let mut ids = Vec::new();
    for name in ["first-aid", "twice", "twice"] {
        let made = desk.client.groups().create(NewGroup::new(name, "First Aid", "A day")).await;
        ids.push(made.unwrap().group.id.to_string());
    }
    let sheet = format!(
        "Name,Email,Group\nImke Aalto,imke.aalto@example.org,\nImke Aalto,imke.aalto@example.org,first-aid\n\
         Obi Fenn,obi.fenn@example.org,{}\nRana Idris,rana.idris@example.org,first\n\
         Suki Olsen,suki.olsen@example.org,twice\nUma Reyes,uma.reyes@example.org,99999\n",
        ids[0]
    );
    let plan = desk.plan(&sheet, PlanOptions::default()).await;
    assert_eq!(
        shown(&plan),
        [
            "2 create".to_owned(),
            "3 create".to_owned(),
            "4 create".to_owned(),
            "5 invalid: column `Group`: there is no group `first`; a group is named by its id or its exact name"
                .to_owned(),
            format!(
                "6 invalid: column `Group`: there are several groups `twice`; use the id: {}, {}",
                ids[1], ids[2]
            ),
            "7 invalid: column `Group`: there is no group `99999`; a group is named by its id or its exact name"
                .to_owned(),
        ]
    );
    let groups: Vec<_> = plan.groups.iter().map(|state| state.group.id.clone()).collect();
    assert_eq!(groups, [desk.group.to_string(), ids[0].clone()]);
    let places: Vec<_> = plan.rows.iter().map(|row| row.group).collect();
    assert_eq!(places, [Some(0), Some(1), Some(1), None, None, None]);
    // Both groups are issued to, and each own id belongs to its group.
    let skip = ApplyOptions { skip_invalid: true, ..ApplyOptions::default() };
    let status = desk.apply(&plan, &skip).await.unwrap();
    assert_eq!((status.created, status.published, status.invalid), (3, 3, 3));

    let of = |group: Option<&str>| PlanOptions { group: group.map(str::to_owned), ..PlanOptions::default() };
    let read = || Sheet::read(b"Name,Email\nImke Aalto,imke.aalto@example.org\n", Format::Csv, &[]).unwrap();
    for (name, message) in [
        ("first", "there is no group `first`; a group is named by its id or its exact name".to_owned()),
        ("twice", format!("there are several groups `twice`; use the id: {}, {}", ids[1], ids[2])),
    ] {
        let error = make(&desk.issuer, read(), &of(Some(name))).await.unwrap_err();
        assert!(matches!(&error, Error::Config(text) if *text == message), "{error}");
    }
    let plan = make(&desk.issuer, read(), &of(None)).await.unwrap();
    assert_eq!(shown(&plan), ["2 invalid: there is no group; name one here or for the whole sheet"]);
}

#[tokio::test(start_paused = true)]
async fn details_are_read_only_where_the_listing_lacks_them() {
    let cases = [
        ("Name,Email\n", "", 0),
        ("Name,Email,Course,Private,custom.Hall\n", ",Harbour Safety,no,A", 0),
        ("Name,Email,Description\n", ",Two days at the harbour", 30),
        ("Name,Email,Grade\n", ",90", 30),
        ("Name,Email,Phone\n", ",+49301234567", 30),
        ("Name,Email,Phone\n", ",", 0),
    ];
    for (head, cells, reads) in cases {
        let desk = Desk::new(false).await;
        let mut sheet = head.to_owned();
        for number in 0..30 {
            sheet.push_str(&format!("Person {number},person.{number}@example.org{cells}\n"));
        }
        let plan = desk.plan(&sheet, PlanOptions::default()).await;
        desk.apply(&plan, &ApplyOptions::default()).await.unwrap();
        let before = desk.sent("credentials.get");
        let next = desk.plan(&sheet, PlanOptions::default()).await;
        assert_eq!(next.count("keep"), 30, "{head}: {:?}", shown(&next));
        assert_eq!(desk.sent("credentials.get") - before, reads, "{head}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_calls_of_an_apply_are_those_that_the_plan_states() {
    let with_grades = |sheet: &str, grade: &str| {
        let lines = sheet.lines().enumerate();
        lines
            .map(|(at, line)| format!("{line},{}\n", if at == 0 { "Grade" } else { grade }))
            .collect::<String>()
    };
    let renamed = cohort(7).replace("Person", "Persona");
    for mode in [Publish::AfterProof, Publish::AtOnce, Publish::Never] {
        for people in [1, 31, 40, 130] {
            let desk = Desk::new(false).await;
            let options = || PlanOptions { publish: mode, ..PlanOptions::default() };
            let mut sheets = vec![cohort(people)];
            if people == 40 {
                // Updates of fields, of fields and grades, and of nothing.
                sheets.extend([
                    renamed.clone(),
                    with_grades(&cohort(7), "80"),
                    with_grades(&renamed, "90"),
                    cohort(0),
                ]);
            }
            for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.lines().count() > 1) {
                let plan = desk.plan(sheet, options()).await;
                let before = desk.sandbox.requests().len();
                let path = desk.journal();
                desk.apply(&plan, &ApplyOptions::default()).await.unwrap();
                std::fs::remove_file(path).unwrap();
                let made = desk.sandbox.requests().len() - before;
                let operations: Vec<_> =
                    desk.sandbox.requests()[before..].iter().map(|it| it.operation).collect();
                assert_eq!(plan.calls, made as u64, "{mode}, {people} people, sheet {at}: {operations:?}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_plan_file_is_what_was_made() {
    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(3), PlanOptions::default()).await;
    let mut file = Vec::new();
    plan.write(&mut file).unwrap();
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(
        text.starts_with(&format!(
            r#"{{"schema":"tassel-plan","version":1,"hash":"{}","plan":"#,
            plan.hash()
        ))
    );
    assert_eq!(Plan::read(&file).unwrap(), plan);

    let changed = text.replacen("Person 2", "Person 3", 1);
    let error = Plan::read(changed.as_bytes()).unwrap_err();
    let PlanError::Changed { is, says } = &error else { panic!("{error}") };
    assert_eq!(*says, plan.hash());
    assert_eq!(
        error.to_string(),
        format!(
            "it was changed after it was made: its content has the hash {is}, and it says {says}; make the plan again"
        )
    );
    let newer = text.replacen(r#""version":1"#, r#""version":2"#, 1);
    assert_eq!(
        Plan::read(newer.as_bytes()).unwrap_err().to_string(),
        "it is a plan of version 2, and this is tassel for version 1; make the plan again"
    );
    for (text, message) in [
        (text.replacen("tassel-plan", "another", 1), "its schema is `another`"),
        ("[]".to_owned(), "invalid length 0, expected struct Head with 2 elements at line 1 column 2"),
    ] {
        let error = Plan::read(text.as_bytes()).unwrap_err().to_string();
        assert_eq!(error, format!("it is not a plan of tassel: {message}"));
    }
    assert!(plan.sheet.is_made_of(cohort(3).as_bytes()));
    assert!(!plan.sheet.is_made_of(cohort(4).as_bytes()), "the sheet was edited");
    // What was approved is what is applied.
    let expect = ApplyOptions { expect: Some("ab12".to_owned()), ..ApplyOptions::default() };
    assert_eq!(
        desk.apply(&plan, &expect).await.unwrap_err().to_string(),
        format!(
            "the plan has the hash {}, and ab12 was expected: it is not the plan that was approved",
            plan.hash()
        )
    );
    let expect = ApplyOptions { expect: Some(plan.hash()), ..ApplyOptions::default() };
    assert!(desk.apply(&plan, &expect).await.unwrap().complete);
}

#[tokio::test(start_paused = true)]
async fn a_plan_is_for_one_account() {
    let desk = Desk::new(false).await;
    let mut plan = desk.plan(&cohort(3), PlanOptions::default()).await;
    let (host, issuer) = (plan.host.clone(), plan.account.issuer.clone());
    plan.account.issuer = "4711".to_owned();
    assert_eq!(
        desk.apply(&plan, &ApplyOptions::default()).await.unwrap_err().to_string(),
        format!(
            "the plan is for issuer 4711 at {host}, and this client is for issuer {issuer} at {host}; use the \
             configuration that the plan was made with"
        )
    );
}

#[test]
fn an_empty_sheet_has_no_plan() {
    for (text, error, message) in [
        (
            "",
            SheetError::NoHeadings,
            "the sheet is empty; its first row holds the headings, such as name and email",
        ),
        (
            "Name,Email\n,\n",
            SheetError::NoRows,
            "the sheet has headings and no rows; write one row for each credential",
        ),
    ] {
        let read = Sheet::read(text.as_bytes(), Format::Csv, &[]).unwrap_err();
        assert_eq!((&read, read.to_string().as_str()), (&error, message), "{GROUP}");
    }
}
