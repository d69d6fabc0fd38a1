//! The values of a row, and its problems.

use std::collections::BTreeMap;

use jiff::civil::date;
use tassel_issuing::fields::{Field, Fields, Problem};
use tassel_issuing::sheet::{Cells, Columns};

use super::csv;

/// Reads one cell as a field, beside a name and an address.
fn read(field: &str, cell: &str) -> (Fields, Vec<Problem>) {
    let mut headings = vec!["name", "email"];
    let mut cells = vec!["Imke Aalto", "imke.aalto@example.org"];
    match headings.iter().position(|heading| *heading == field) {
        Some(position) => cells[position] = cell,
        None => {
            headings.push(field);
            cells.push(cell);
        }
    }
    let columns = Columns::new(headings.into_iter().map(ToOwned::to_owned).collect(), &[]).unwrap();
    columns.read(&cells.into_iter().collect())
}

/// The value of a cell, as text.
fn value(field: &str, cell: &str) -> String {
    let (fields, problems) = read(field, cell);
    assert_eq!(problems, [], "{field} {cell:?}");
    match field.parse().unwrap() {
        Field::Name => fields.name,
        Field::Email => fields.email,
        Field::Id => fields.id,
        Field::RecipientId => fields.recipient_id,
        Field::PhoneNumber => fields.phone_number,
        Field::IssuedOn => fields.issued_on.map(|date| date.to_string()),
        Field::ExpiredOn => fields.expired_on.map(|date| date.to_string()),
        Field::CourseName => fields.course_name,
        Field::Description => fields.description,
        Field::Private => fields.private.map(|private| private.to_string()),
        Field::Grade => fields.grade.map(|grade| grade.to_string()),
        Field::Group => fields.group,
        Field::Custom(name) => fields.custom.get(&name).cloned(),
        Field::Meta(key) => fields.meta.get(&key).cloned(),
        other => panic!("{other}"),
    }
    .unwrap_or_default()
}

/// The one problem of a cell, with its column.
fn problem(field: &str, cell: &str) -> String {
    let (_, problems) = read(field, cell);
    let [problem] = &problems[..] else { panic!("{field} {cell:?}: {problems:?}") };
    problem.to_string()
}

#[test]
fn values_are_read() {
    for (field, cell, expected) in [
        ("name", " \u{A0}\u{200B}Ægir  van der Berg\u{FEFF}\t", "Ægir  van der Berg"),
        ("email", "  Imke.Aalto@Example.ORG\u{A0}", "imke.aalto@example.org"),
        ("email", "\u{200B}IMKE@intranet", "imke@intranet"),
        ("email", "jürgen+a'b@exämple.org", "jürgen+a'b@exämple.org"),
        ("id", "C-1042", "C-1042"),
        ("id", "ümlaut_1.a", "ümlaut_1.a"),
        ("id", " ", ""),
        ("recipient_id", "007", "007"),
        ("phone_number", "+49 (30) 123-45.67", "+49301234567"),
        ("phone_number", "+1\u{A0}5550100", "+15550100"),
        ("course_name", "Rope Rescue, level 2", "Rope Rescue, level 2"),
        ("description", "Line 1\r\nLine 2\n", "Line 1\r\nLine 2"),
        ("group", "36", "36"),
        ("custom.Team Colour", "Red", "Red"),
        ("meta.cohort", "7", "7"),
        ("private", "Yes", "true"),
        ("private", "TRUE", "true"),
        ("private", "1", "true"),
        ("private", "Y", "true"),
        ("private", "x", "true"),
        ("private", "no", "false"),
        ("private", "False", "false"),
        ("private", "0", "false"),
        ("private", "n", "false"),
        ("private", "", ""),
        ("grade", "0", "0"),
        ("grade", "100", "100"),
        ("grade", "87.5", "87.5"),
        ("grade", "87,5", "87.5"),
        ("grade", "87 %", "87"),
        ("grade", "100.0%", "100"),
    ] {
        assert_eq!(value(field, cell), expected, "{field} {cell:?}");
    }
}

#[test]
fn dates_are_read_in_the_forms_of_sheets() {
    for (cell, expected) in [
        ("2026-11-28", "2026-11-28"),
        ("2026-1-2", "2026-01-02"),
        ("2026/11/28", "2026-11-28"),
        ("2026-11-28T23:59:59Z", "2026-11-28"),
        ("2026-11-28t23:59:59.999+14:00", "2026-11-28"),
        ("2026-11-28 00:00", "2026-11-28"),
        ("28.11.2026", "2026-11-28"),
        ("3.4.2026", "2026-04-03"),
        ("03.04.2026", "2026-04-03"),
        ("28. 11. 2026", "2026-11-28"),
        ("28.11.2026 9:30", "2026-11-28"),
        ("28/11/2026", "2026-11-28"),
        ("11/28/2026", "2026-11-28"),
        ("11/28/2026 2:05:33 PM", "2026-11-28"),
        ("28-11-2026", "2026-11-28"),
        ("11-28-2026", "2026-11-28"),
        ("03/03/2026", "2026-03-03"),
        ("28-Nov-2026", "2026-11-28"),
        ("28 November 2026", "2026-11-28"),
        ("28. november 2026", "2026-11-28"),
        ("1st Sept 2026", "2026-09-01"),
        ("November 28, 2026", "2026-11-28"),
        ("NOV 28 2026", "2026-11-28"),
        ("May 3rd, 2026", "2026-05-03"),
        ("Saturday, 28 November 2026", "2026-11-28"),
        ("Sat, Nov 28, 2026", "2026-11-28"),
        ("2026-Nov-28", "2026-11-28"),
        ("29.02.2028", "2028-02-29"),
    ] {
        assert_eq!(value("issued_on", cell), expected, "{cell:?}");
        assert_eq!(value("expired_on", cell), expected, "{cell:?}");
    }
}

#[test]
fn what_is_wrong_with_a_date() {
    let no_date = |cell: &str| format!("`{cell}` is not read as a date; write it as 2026-11-28");
    let no_day = |cell: &str| format!("`{cell}` is not a day of the calendar");
    let number =
        |cell: &str| format!("`{cell}` is a plain number and not a date; write the date as 2026-11-28");
    let short = |cell: &str| format!("`{cell}` has a year of two digits; write all four, such as 2026-11-28");
    let two = |cell: &str, day_first: &str, month_first: &str| {
        format!(
            "`{cell}` is {day_first} (day first) or {month_first} (month first); write the one that is meant"
        )
    };
    let old = |cell: &str| format!("`{cell}` is before the year 1900; write the date as 2026-11-28");
    for (cell, expected) in [
        ("03/04/2026", two("03/04/2026", "2026-04-03", "2026-03-04")),
        ("1-12-2026", two("1-12-2026", "2026-12-01", "2026-01-12")),
        ("03/04/2026 14:00", two("03/04/2026 14:00", "2026-04-03", "2026-03-04")),
        ("28.11.26", short("28.11.26")),
        ("11/28/26", short("11/28/26")),
        ("28-Nov-26", short("28-Nov-26")),
        ("46354", number("46354")),
        ("20261128", number("20261128")),
        ("46354.5", no_date("46354.5")),
        ("2026-02-30", no_day("2026-02-30")),
        ("31.04.2026", no_day("31.04.2026")),
        ("13/13/2026", no_day("13/13/2026")),
        ("0/1/2026", no_day("0/1/2026")),
        ("0026-11-28", old("0026-11-28")),
        ("1899-12-31T14:00:00", old("1899-12-31T14:00:00")),
        ("next week", no_date("next week")),
        ("November 2026", no_date("November 2026")),
        ("2026", number("2026")),
        ("2026-28-Nov", no_date("2026-28-Nov")),
        ("28 Movember 2026", no_date("28 Movember 2026")),
        ("28 No 2026", no_date("28 No 2026")),
        ("14:00", no_date("14:00")),
        ("28.11.2026 14:00 or later", no_date("28.11.2026 14:00 or later")),
        ("-", no_date("-")),
        ("２８.１１.２０２６", no_date("２８.１１.２０２６")),
        (&"9-".repeat(50), no_date(&("9-".repeat(20) + "..."))),
    ] {
        assert_eq!(problem("issued_on", cell), format!("column `issued_on`: {expected}"), "{cell:?}");
    }
}

#[test]
fn what_is_wrong_with_a_cell() {
    let id = |what: &str| {
        format!("the id is part of an address of the web and cannot have {what} in it; use - instead")
    };
    let digits = "the id has digits only, like the vendor's own ids; add a letter, such as C-1042";
    let dots = "the id is part of an address of the web and cannot be dots only; add a letter";
    let no_address = "it is not an address; write one such as imke.aalto@example.org";
    let comma = "the address has a comma or a semicolon; write one address, such as imke.aalto@example.org";
    let space = "the address has a space or an invisible character in it; remove it";
    let brackets = "the address has angle brackets; write the address alone, without a name";
    let phone =
        "it is not a phone number with its country; write + and 7 to 15 digits, such as +49 30 1234567";
    let grade = |cell: &str| {
        format!("`{cell}` is not a grade in percent; write a number from 0 to 100, such as 87.5")
    };
    let line_break = "the cell has a line break; write one line";
    let lost = "the cell has a character that was lost (U+FFFD); write it again, and save as UTF-8";
    let formula = "the cell begins with =, like a formula that was not computed; write its value";
    let control = |code: &str| format!("the cell has a control character (U+{code}); remove it");
    for (field, cell, expected) in [
        (
            "name",
            "imke@example.org",
            "the name has an @ in it, like an address; write the recipient's name".to_owned(),
        ),
        ("email", "imke.aalto", no_address.to_owned()),
        ("email", "@example.org", no_address.to_owned()),
        ("email", "imke@", no_address.to_owned()),
        ("email", "imke@aalto@example.org", no_address.to_owned()),
        ("email", "imke@example.org.", no_address.to_owned()),
        ("email", "imke@example..org", no_address.to_owned()),
        ("email", "imke@example,org", comma.to_owned()),
        ("email", "imke@example.org;a@b", comma.to_owned()),
        ("email", "imke aalto@example.org", space.to_owned()),
        ("email", "imke\u{200B}@example.org", space.to_owned()),
        ("email", "Imke Aalto <imke@example.org>", brackets.to_owned()),
        (
            "email",
            "MAILTO:imke@example.org",
            "the address begins with mailto:; write the address alone".to_owned(),
        ),
        ("id", "1042", digits.to_owned()),
        ("id", "..", dots.to_owned()),
        ("id", "C 1042", id("a space")),
        ("id", "C/1042", id("/")),
        ("id", "C\\1042", id("\\")),
        ("id", "C?", id("?")),
        ("id", "#C", id("#")),
        ("id", "100%", id("%")),
        ("id", "C\n1", line_break.to_owned()),
        ("id", &"ü".repeat(101), "the id has 101 characters; 100 is the most".to_owned()),
        ("phone_number", "030 1234567", phone.to_owned()),
        ("phone_number", "0049 30 1234567", phone.to_owned()),
        ("phone_number", "+49 (0)30 1234567", phone.to_owned()),
        ("phone_number", "+049301234567", phone.to_owned()),
        ("phone_number", "+123456", phone.to_owned()),
        ("phone_number", "+1234567890123456", phone.to_owned()),
        ("phone_number", "+49 30 CALL ME", phone.to_owned()),
        ("private", "maybe", "`maybe` is not yes or no; write one of them".to_owned()),
        ("grade", "101", grade("101")),
        ("grade", "-1", grade("-1")),
        ("grade", "A", grade("A")),
        ("grade", "1e1", grade("1e1")),
        ("grade", "inf", grade("inf")),
        ("grade", "1.000,5", grade("1.000,5")),
        ("grade", "%", grade("%")),
        ("grade", &"9".repeat(41), grade(&"9".repeat(40)).replacen("` is", "...` is", 1)),
        ("name", "Imke\nAalto", line_break.to_owned()),
        ("name", "Imke\u{7}", control("0007")),
        ("custom.a", "a\tb", control("0009")),
        ("description", "a\u{0}b", control("0000")),
        ("course_name", "a\u{85}b", control("0085")),
        ("name", "J\u{FFFD}rgen", lost.to_owned()),
        ("name", "=1+1", formula.to_owned()),
        ("grade", "#REF!", "the cell shows the error #REF!; correct its formula".to_owned()),
        ("meta.a", " #N/A ", "the cell shows the error #N/A; correct its formula".to_owned()),
        ("description", &"ü".repeat(10_001), "the cell has 10001 characters; 10000 is the most".to_owned()),
    ] {
        assert_eq!(problem(field, cell), format!("column `{field}`: {expected}"), "{field} {cell:?}");
    }
    assert_eq!(value("description", &"ü".repeat(10_000)).chars().count(), 10_000);
    assert_eq!(value("id", &"ü".repeat(100)).chars().count(), 100);
}

#[test]
fn what_is_wrong_with_a_row() {
    let extra = "cell 4 has a value and the sheet has 2 headings; add a heading, or put a cell that contains the \
                 separator in quotation marks";
    let early = "column `Expires`: the expiry date 2026-11-27 is before the issue date 2026-11-28; correct one of them";
    let table: &[(&str, &str, &[&str])] = &[
        ("Name,E-Mail", ",a@b", &["column `Name`: the name is missing; write the recipient's name"]),
        (
            "Name,E-Mail",
            "A",
            &["column `E-Mail`: the address is missing; write the recipient's email address"],
        ),
        (
            "Name,E-Mail,group",
            "\u{A0},\u{200B},36",
            &[
                "column `Name`: the name is missing; write the recipient's name",
                "column `E-Mail`: the address is missing; write the recipient's email address",
            ],
        ),
        ("Name,recipient_id", "A,R-1", &["the address is missing; write the recipient's email address"]),
        (
            "First name,Last name,email",
            ",,a@b",
            &["column `First name`: the name is missing; write the recipient's name"],
        ),
        ("Issued,Expires,name,email", "2026-11-28,2026-11-27,A,a@b", &[early]),
        ("Issued,Expires,name,email", "2026-11-28,2026-11-28,A,a@b", &[]),
        ("name,email", "A,a@b,,x", &[extra]),
        ("name,email", "A,a@b,, ", &[]),
        // What is wrong with a cell is not missing as well.
        (
            "name,email",
            "=A,a",
            &[
                "column `name`: the cell begins with =, like a formula that was not computed; write its value",
                "column `email`: it is not an address; write one such as imke.aalto@example.org",
            ],
        ),
        // A column that is not used is not read.
        ("name,email,Notes", "A,a@b,=1+1", &[]),
    ];
    for (headings, cells, expected) in table {
        let sheet = csv(&format!("{headings}\n{cells}")).unwrap();
        let (_, problems) = sheet.columns.read(&sheet.rows[0].cells);
        let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems, *expected, "{headings} {cells}");
    }
}

#[test]
fn an_empty_cell_says_nothing() {
    let headings = "first_name,last_name,email,id,recipient_id,phone_number,issued_on,expired_on,course_name,\
                    description,private,grade,group,custom.Team,meta.key";
    let sheet =
        csv(&format!("{headings}\nImke,Aalto,A@B\nImke, ,A@B,C-1,R,+15550100,2026-11-28,,,,no,5,G,Red,v"))
            .unwrap();
    let (fields, problems) = sheet.columns.read(&sheet.rows[0].cells);
    let mut expected = Fields::default();
    expected.name = Some("Imke Aalto".to_owned());
    expected.email = Some("a@b".to_owned());
    assert_eq!((fields, problems), (expected, vec![]));
    let (fields, problems) = sheet.columns.read(&sheet.rows[1].cells);
    let mut expected = Fields::default();
    expected.name = Some("Imke".to_owned());
    expected.email = Some("a@b".to_owned());
    expected.id = Some("C-1".to_owned());
    expected.recipient_id = Some("R".to_owned());
    expected.phone_number = Some("+15550100".to_owned());
    expected.issued_on = Some(date(2026, 11, 28));
    expected.private = Some(false);
    expected.grade = Some(5.0);
    expected.group = Some("G".to_owned());
    expected.custom = BTreeMap::from([("Team".to_owned(), "Red".to_owned())]);
    expected.meta = BTreeMap::from([("key".to_owned(), "v".to_owned())]);
    assert_eq!((fields, problems), (expected, vec![]));
    let (fields, problems) = sheet.columns.read(&Cells::default());
    assert_eq!((fields, problems.len()), (Fields::default(), 2));
}
