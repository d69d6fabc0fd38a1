//! Workbooks of Excel, and files that pretend to be.

use std::io::Cursor;

use tassel_issuing::sheet::{Format, Sheet, SheetError};

use zip::{ZipArchive, ZipWriter};

use super::random::seed;
use super::rows;
use super::workbook::{SHEET, STYLES, TEXTS, Workbook, sheet};

/// The row of headings `name`, `email` and `issued on`.
const HEADINGS: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
                        <c r=\"C1\" t=\"s\"><v>3</v></c></row>";

fn read(workbook: &Workbook) -> Result<Sheet, SheetError> {
    Sheet::read(&workbook.bytes(), Format::of("cohort.xlsx", b""), &[])
}

#[test]
fn the_values_of_cells() {
    for (cell, expected) in [
        ("t=\"s\"><v>2</v>", "Imke Aalto"),
        ("t=\"inlineStr\"><is><t>Imke &amp; <![CDATA[]]>co</t></is>", "Imke & co"),
        ("t=\"inlineStr\"><is><r><t>Im</t></r><r><t>ke</t></r></is>", "Imke"),
        ("><v>36</v>", "36"),
        ("><v>36.0</v>", "36"),
        ("><v>87.5</v>", "87.5"),
        ("><v>0.30000000000000004</v>", "0.3"),
        ("><v>123456789012345</v>", "123456789012345"),
        ("><v>1E+20</v>", "100000000000000000000"),
        ("t=\"b\"><v>1</v>", "true"),
        ("t=\"b\"><v>0</v>", "false"),
        ("t=\"e\"><v>#REF!</v>", "#REF!"),
        ("t=\"e\"><v>#N/A</v>", "#N/A"),
        // The value of a formula, as text and as a number.
        ("t=\"str\"><f>A1&amp;\"x\"</f><v>namex</v>", "namex"),
        ("><f>1+1</f><v>2</v>", "2"),
        // A formula without a value becomes a problem of its row, unless its column is not used.
        ("><f>1+1</f>", "="),
        ("><f>1+1</f><v></v>", "="),
        ("><f t=\"shared\" si=\"99999999999\"/><v/>", "="),
        // Cells whose style is a date, a date with its time, a percentage or a duration.
        ("s=\"1\"><v>46354</v>", "2026-11-28"),
        ("s=\"1\"><v>60</v>", "1900-02-29"),
        ("s=\"2\"><v>46354.5</v>", "2026-11-28T12:00:00"),
        ("s=\"2\"><v>46354</v>", "2026-11-28"),
        ("s=\"3\"><v>0.07</v>", "7%"),
        ("s=\"4\"><v>0.875</v>", "87.5%"),
        ("s=\"3\" t=\"s\"><v>2</v>", "Imke Aalto"),
        ("t=\"d\"><v>2026-11-28T00:00:00</v>", "2026-11-28T00:00:00"),
        ("s=\"0\"><v>46354</v>", "46354"),
    ] {
        let workbook = Workbook::new(&format!("{HEADINGS}<row r=\"2\"><c r=\"A2\" {cell}</c></row>"));
        let sheet = read(&workbook).unwrap();
        assert_eq!(rows(&sheet), [(2, vec![expected, "", ""])], "{cell}");
    }
}

#[test]
fn rows_keep_their_numbers() {
    let workbook = Workbook::new(&format!(
        "<row r=\"1\"><c r=\"A1\"/></row>{}\
         <row r=\"3\" hidden=\"1\"><c r=\"B3\" t=\"s\"><v>1</v></c></row>\
         <row r=\"4\"><c r=\"A4\" s=\"1\"/></row>\
         <row r=\"7\"><c r=\"E7\"><v>5</v></c><c r=\"A7\"><v>1</v></c></row>\
         <row><c><v>2</v></c><c><v>3</v></c></row>",
        HEADINGS.replace("r=\"1\"", "r=\"2\"").replace("1\" t", "2\" t")
    ));
    let sheet = read(&workbook).unwrap();
    let expected = [(3, vec!["", "email", ""]), (7, vec!["1", "", "", "", "5"]), (8, vec!["2", "3", ""])];
    assert_eq!(rows(&sheet), expected);
}

#[test]
fn a_sheet_is_named_or_the_first_that_is_visible() {
    let bytes = Workbook::new(&format!("{HEADINGS}<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")).bytes();
    let read = |name: Option<&str>| {
        let sheet = name.map(ToOwned::to_owned);
        let sheet = Sheet::read(&bytes, Format::Xlsx { sheet }, &[]);
        sheet.map(|sheet| sheet.rows[0].cells.get(0).to_owned()).map_err(|error| error.to_string())
    };
    assert_eq!(read(None), Ok("1".to_owned()));
    assert_eq!(read(Some("Cohort")), Ok("1".to_owned()));
    assert_eq!(read(Some("Other")), Ok("7".to_owned()));
    let empty = "the sheet is empty; its first row holds the headings, such as name and email";
    assert_eq!(read(Some("Lists")), Err(empty.to_owned()));
    let unknown = "the workbook has no sheet `other`; its sheets are `Lists`, `Cohort`, `Other`";
    assert_eq!(read(Some("other")), Err(unknown.to_owned()));
}

#[test]
fn damaged_and_hostile_workbooks_are_refused() {
    let good = || Workbook::new(&format!("{HEADINGS}<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"));
    let cell = |cell: &str| good().with(SHEET, sheet(&format!("{HEADINGS}<row r=\"2\">{cell}</row>")));
    let texts = |count: &str| {
        let texts = good().parts.iter().find(|(path, _)| path == TEXTS).unwrap().1.clone();
        let texts = String::from_utf8(texts).unwrap();
        good().with(TEXTS, texts.replace("uniqueCount=\"4\"", &format!("uniqueCount=\"{count}\"")))
    };
    let utf16: Vec<u8> =
        "<sst uniqueCount=\"99999999999\">".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut without_sheet = good();
    without_sheet.parts.retain(|(path, _)| path != SHEET);
    let blank: String =
        (2..20_000).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\" s=\"1\"/></row>")).collect();
    let spaces = "<row r=\"2\"><c r=\"XFD2\" t=\"str\"><v> &#160;</v></c></row>";
    let far: String =
        (2..700).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    let damage = |cause: &str| {
        format!("the file is not read: it is not a whole workbook ({cause}); save it again as .xlsx")
    };
    let columns = "the sheet has more than 16,384 columns; split it into several files".to_owned();
    let cells = "the sheet has more than 10,000,000 cells; split it into several files".to_owned();
    let no_rows = "the sheet has headings and no rows; write one row for each credential".to_owned();
    for (name, workbook, expected) in [
        ("formats without end", good().with(STYLES, vec![b' '; 5 << 20]), damage("it has too many formats")),
        ("declared texts", texts("99999999999"), damage("it declares more texts than it has")),
        ("more digits", texts("99999999999999999999999999"), damage("it declares more texts than it has")),
        ("UTF-16", good().with(TEXTS, utf16), damage("it declares more texts than it has")),
        ("a cell too far right", cell("<c r=\"XFE2\"><v>1</v></c>"), columns),
        (
            "rows that go back",
            cell("<c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c>"),
            damage("its rows are not in order"),
        ),
        ("blank cells", good().with(SHEET, sheet(&format!("{HEADINGS}{blank}"))), no_rows.clone()),
        ("cells of spaces", good().with(SHEET, sheet(&format!("{HEADINGS}{spaces}"))), no_rows),
        ("cells far right", good().with(SHEET, sheet(&format!("{HEADINGS}{far}"))), cells),
    ] {
        let error = read(&workbook).unwrap_err();
        assert_eq!(error.to_string(), expected, "{name}");
    }
    // The cause is in the words of calamine.
    for workbook in [without_sheet, Workbook { parts: Vec::new() }] {
        let error = read(&workbook).unwrap_err().to_string();
        assert!(error.starts_with("the file is not read: it is not a whole workbook ("), "{error}");
    }
    // Calamine's arithmetic overflows: a panic in a debug build, and another column in a release build.
    assert!(read(&cell("<c r=\"AAAAAAAAAAAA2\"><v>1</v></c>")).is_err());
    assert!(read(&texts("")).is_ok());
    assert!(read(&good()).is_ok());
}

#[test]
fn the_limit_is_of_what_is_unpacked() {
    let one = Workbook { parts: vec![("part".to_owned(), vec![b' '; 1 << 20])] }.bytes();
    let mut one = ZipArchive::new(Cursor::new(one)).unwrap();
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..65 {
        file.raw_copy_file_rename(one.by_index(0).unwrap(), format!("xl/media/{number}.png")).unwrap();
    }
    let bytes = file.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    let error = Sheet::read(&bytes, Format::Xlsx { sheet: None }, &[]).unwrap_err();
    let expected = "the sheet has more than 64 MiB when it is unpacked; split it into several files";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn damaged_bytes_are_no_panic() {
    let seed = seed();
    let good = Workbook::new(&format!(
        "{HEADINGS}<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"str\"><f>B1</f><v>a@b</v></c>\
         <c r=\"C2\" s=\"1\"><v>46354</v></c></row>"
    ));
    for seed in seed..seed + if cfg!(debug_assertions) { 200 } else { 5000 } {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut workbook = good.clone();
        let whole = random.bool();
        if !whole {
            let part = random.usize(0..workbook.parts.len());
            damage(&mut random, &mut workbook.parts[part].1);
        }
        let mut bytes = workbook.bytes();
        if whole {
            damage(&mut random, &mut bytes);
        }
        let run = || {
            if let Ok(sheet) = Sheet::read(&bytes, Format::Xlsx { sheet: None }, &[]) {
                for row in &sheet.rows {
                    let _ = sheet.columns.read(&row.cells);
                }
            }
        };
        assert!(std::panic::catch_unwind(run).is_ok(), "TASSEL_SEED={seed}");
    }
}

/// Changes, repeats or cuts some bytes.
fn damage(random: &mut fastrand::Rng, bytes: &mut Vec<u8>) {
    for _ in 0..random.usize(1..6) {
        let at = random.usize(0..bytes.len().max(1)).min(bytes.len().saturating_sub(1));
        match random.u8(0..4) {
            0 => bytes.truncate(at),
            1 => bytes.extend_from_within(at..),
            _ if bytes.is_empty() => bytes.push(random.u8(..)),
            2 => bytes[at] = random.u8(..),
            _ => bytes[at] = *random.choice(b"0123456789<>/\"= ").unwrap_or(&b' '),
        }
    }
}
