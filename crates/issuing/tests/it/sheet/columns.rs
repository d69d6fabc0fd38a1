//! Which field a column holds.

use tassel_issuing::fields::Field;
use tassel_issuing::sheet::{Columns, SheetError};

/// Columns and the names of the fields that they are mapped to.
type Map<'a> = &'a [(&'a str, &'a str)];

fn columns(headings: &[&str], map: Map<'_>) -> Result<Columns, SheetError> {
    let map: Vec<(String, Field)> =
        map.iter().map(|(column, field)| ((*column).to_owned(), field.parse().unwrap())).collect();
    Columns::new(headings.iter().map(|heading| (*heading).to_owned()).collect(), &map)
}

#[test]
fn columns_are_recognised_by_name_in_any_case() {
    let table: &[(&str, &[&str])] = &[
        (
            "email",
            &[
                "E-Mail",
                "e_mail",
                "EMAIL",
                "Email address",
                "Recipient Email",
                "\u{FEFF}email",
                "Email *",
                "Mail",
            ],
        ),
        ("name", &["Name", "Full name", "Recipient name", "Participant", "Student Name"]),
        ("id", &["ID", "License id", "Credential-ID", "certificate number"]),
        ("recipient_id", &["Recipient id", "Student id", "LearnerID"]),
        ("phone_number", &["Phone", "Phone number", "Mobile", "telephone"]),
        ("issued_on", &["Issued on", "Issue date", "Date of issue", "issued-on"]),
        ("expired_on", &["Expired on", "Expiry date", "Expires", "Expiration Date", "Valid until"]),
        ("course_name", &["Course", "Course name", "Course title"]),
        ("description", &["Description", "Course description"]),
        ("private", &["Private", "Is private?"]),
        ("grade", &["Grade", "Grade (%)", "Final grade"]),
        ("group", &["Group", "Group id", "Group name"]),
        ("custom.Team Colour", &["custom.Team Colour", "Custom. Team Colour "]),
        ("meta.cohort_Key", &["meta.cohort_Key", "META.cohort_Key"]),
    ];
    for (field, headings) in table {
        for heading in *headings {
            let mut all = vec!["name", "email", heading];
            all.retain(|other| other == heading || other != field);
            let columns = columns(&all, &[]).unwrap();
            assert_eq!(columns.heading(&field.parse().unwrap()), Some(*heading), "{heading}");
            assert_eq!(columns.unused().count(), 0, "{heading}");
        }
    }
    let halves = columns(&["Given name", "SURNAME", "Email"], &[]).unwrap();
    assert_eq!(halves.fields, [Some(Field::FirstName), Some(Field::LastName), Some(Field::Email)]);
}

#[test]
fn other_columns_are_not_used() {
    let columns =
        columns(&["name", "Notes", "", "email", "custom.", "meta. ", "Emails", "Score"], &[]).unwrap();
    let unused: Vec<_> = columns.unused().collect();
    assert_eq!(unused, ["Notes", "column 3", "custom.", "meta. ", "Emails", "Score"]);
    let text = serde_json::to_string(&columns).unwrap();
    assert_eq!(serde_json::from_str::<Columns>(&text).unwrap(), columns);
}

#[test]
fn a_mapping_beats_recognition() {
    let table: &[(&[&str], Map<'_>, &str)] = &[
        (&["Wer", "Wohin"], &[("Wer", "name"), ("wohin ", "email")], "name email"),
        (&["name", "E-Mail", "Email"], &[("Email", "email")], "name - email"),
        (&["name", "email", "Notes"], &[("Notes", "custom.Note")], "name email custom.Note"),
        (&["name", "email", "Course"], &[("course", "group")], "name email group"),
        // The case decides between two headings that differ in it alone.
        (&["name", "mail", "Team", "team"], &[("team", "group")], "name email - group"),
        // A name in one form is not read in the other as well.
        (&["Full name", "First name", "Last name", "email"], &[("Full name", "name")], "name - - email"),
        (
            &["Name", "Rufname", "Last name", "email"],
            &[("Rufname", "first_name")],
            "- first_name last_name email",
        ),
    ];
    for (headings, map, expected) in table {
        let columns = columns(headings, map).unwrap();
        let fields: Vec<_> = columns
            .fields
            .iter()
            .map(|field| field.as_ref().map_or("-".to_owned(), ToString::to_string))
            .collect();
        assert_eq!(fields.join(" "), *expected, "{headings:?} {map:?}");
    }
}

#[test]
fn columns_that_are_not_clear_are_refused() {
    let table: &[(&[&str], Map<'_>, &str)] = &[
        (
            &["name", "x", "email", "x"],
            &[],
            "columns 2 and 4 have the same heading `x`; rename or remove one",
        ),
        (
            &["E-Mail", "name", "email"],
            &[],
            "columns `E-Mail` and `email` both hold email; remove one, or map one: E-Mail=email",
        ),
        (
            &["custom.Team", "name", "email", "Custom.Team"],
            &[],
            "columns `custom.Team` and `Custom.Team` both hold custom.Team; remove one, or map one: \
             custom.Team=custom.Team",
        ),
        (
            &["First name", "Last name", "Name", "email"],
            &[],
            "columns `Name` and `First name` both hold name; remove one, or map one: Name=name",
        ),
        (
            &["Name", "Surname", "email"],
            &[],
            "columns `Name` and `Surname` both hold name; remove one, or map one: Name=name",
        ),
        (
            &["a", "b", "name", "email"],
            &[("a", "group"), ("b", "group")],
            "columns `a` and `b` both hold group; remove one, or map one: a=group",
        ),
        (
            &["name", "email", "Team", "TEAM", ""],
            &[("team", "group")],
            "the mapping team=group names no column; the columns are `name`, `email`, `Team`, `TEAM`",
        ),
        (&["name"], &[("", "email")], "the mapping =email names no column; the columns are `name`"),
        (
            &["name", "email", "Team"],
            &[("Team", "group"), ("team", "custom.Team")],
            "column `Team` is mapped to group and to custom.Team; map it to one field",
        ),
        (
            &["who", "email"],
            &[],
            "no column holds name; name one so, or map one: COLUMN=name. The columns are `who`, `email`",
        ),
        (
            &["name", "contact"],
            &[],
            "no column holds email; name one so, or map one: COLUMN=email. The columns are `name`, `contact`",
        ),
        (
            &["First name", "email"],
            &[],
            "column `First name` holds first_name and no column holds last_name; add it, or map the column: First \
             name=name",
        ),
        (
            &["Surname", "email"],
            &[],
            "column `Surname` holds last_name and no column holds first_name; add it, or map the column: Surname=name",
        ),
    ];
    for (headings, map, expected) in table {
        let error = columns(headings, map).unwrap_err();
        assert_eq!(error.to_string(), *expected, "{headings:?} {map:?}");
    }
    assert!(columns(&["name", "Student id"], &[]).is_ok(), "a recipient id is enough");
}
