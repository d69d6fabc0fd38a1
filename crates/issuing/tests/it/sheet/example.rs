//! The example of a cohort, with what sheets usually have wrong.

use tassel_issuing::sheet::{Format, Sheet};

const COHORT: &[u8] = include_bytes!("../../../examples/cohort.csv");

#[test]
fn the_rows_of_the_example_that_have_problems() {
    let sheet = Sheet::read(COHORT, Format::of("cohort.csv", COHORT), &[]).unwrap();
    let fields: Vec<_> = sheet.columns.fields.iter().flatten().map(ToString::to_string).collect();
    assert_eq!(fields, ["name", "email", "issued_on", "expired_on", "course_name", "grade", "custom.Crew"]);
    assert_eq!(sheet.columns.unused().collect::<Vec<_>>(), ["Notes"]);
    let mut addresses = Vec::new();
    let mut problems = Vec::new();
    for row in &sheet.rows {
        let (fields, found) = sheet.columns.read(&row.cells);
        problems.extend(found.iter().map(|problem| format!("row {}: {problem}", row.number)));
        addresses.extend(fields.email.map(|address| (address, row.number)));
    }
    let expected = [
        "row 9: column `Full Name`: the name is missing; write the recipient's name",
        "row 14: column `Issue date`: `03/11/2026` is 2026-11-03 (day first) or 2026-03-11 (month first); write the \
         one that is meant",
        "row 17: column `E-Mail`: the address has a comma or a semicolon; write one address, such as \
         imke.aalto@example.org",
        "row 24: column `custom.Crew`: the cell begins with =, like a formula that was not computed; write its value",
    ];
    assert_eq!(problems, expected);
    // Row 27 is blank.
    let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, (2..=42).filter(|number| *number != 27).collect::<Vec<_>>());
    // One address is there twice.
    addresses.sort();
    let twice: Vec<_> = addresses.windows(2).filter(|pair| pair[0].0 == pair[1].0).collect();
    assert_eq!(twice.len(), 1, "{twice:?}");
    assert_eq!(twice[0][0], ("imke.aalto@example.org".to_owned(), 2));
    assert_eq!(twice[0][1].1, 31);
}
