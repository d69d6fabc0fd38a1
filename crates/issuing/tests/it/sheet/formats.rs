//! CSV and NDJSON, and which of them a file is.

use tassel_issuing::fields::Field;
use tassel_issuing::sheet::{Cells, Format, Row, Sheet, SheetError, template};

use super::{csv, rows};

#[test]
fn a_format_is_found_by_extension_and_then_by_content() {
    let workbook = || Format::Xlsx { sheet: None };
    for (name, bytes, expected) in [
        ("cohort.csv", "{", Format::Csv),
        ("cohort.TSV", "", Format::Csv),
        ("cohort.ndjson", "name,email", Format::Ndjson),
        ("cohort.jsonl", "", Format::Ndjson),
        ("Cohort 7.XLSX", "name,email", workbook()),
        ("cohort.xlsm", "", workbook()),
        ("-", "PK\x03\x04", workbook()),
        ("-", "PK", Format::Csv),
        ("-", "\n \t{", Format::Ndjson),
        ("-", "\u{FEFF}{", Format::Ndjson),
        ("cohort.json", "{}", Format::Ndjson),
        ("cohort.txt", "name,email", Format::Csv),
        ("", "", Format::Csv),
    ] {
        assert_eq!(Format::of(name, bytes.as_bytes()), expected, "{name} {bytes:?}");
    }
}

/// The number of a row and its cells.
type Cited<'a> = (u64, &'a [&'a str]);

#[test]
fn the_cells_of_csv() {
    let table: &[(&str, &[Cited<'_>])] = &[
        ("name,email\nA,a@b", &[(2, &["A", "a@b"])]),
        ("name;email\nWren, Tomasz;a@b\n", &[(2, &["Wren, Tomasz", "a@b"])]),
        ("name\temail\nA\ta@b\r\n", &[(2, &["A", "a@b"])]),
        ("\u{FEFF}name,email\rA,a@b\r", &[(2, &["A", "a@b"])]),
        // The separator is the one that the headings have most of, outside quotation marks.
        ("\"name\",\"a;b;c\",email\nA,;,a@b", &[(2, &["A", ";", "a@b"])]),
        ("name;email;\"x,y,z\"\nA;a@b", &[(2, &["A", "a@b", ""])]),
        ("sep=;\nname;email\nA;a@b", &[(2, &["A", "a@b"])]),
        ("sep=\t\r\nname\temail\r\nA\ta@b", &[(2, &["A", "a@b"])]),
        // Quotation marks.
        ("name,email\n\"Wren, Tomasz\",a@b", &[(2, &["Wren, Tomasz", "a@b"])]),
        ("name,email\n\"Imke \"\"I.\"\" Aalto\",a@b", &[(2, &["Imke \"I.\" Aalto", "a@b"])]),
        ("name,email\n\"\"\"\",\"\"", &[(2, &["\"", ""])]),
        ("name,email\n\"A\"B,a@b", &[(2, &["AB", "a@b"])]),
        ("name,email\nA\"B\",a@b", &[(2, &["A\"B\"", "a@b"])]),
        // A cell of two lines is one row; a blank row counts.
        ("name,email\n\"A\r\nB\",a@b\nC,c@d", &[(2, &["A\r\nB", "a@b"]), (3, &["C", "c@d"])]),
        ("name,email\n\n , \u{A0}\nC,c@d\n\n", &[(4, &["C", "c@d"])]),
        ("\n\nname,email\nC,c@d", &[(4, &["C", "c@d"])]),
        // Fewer cells and more cells than headings; blank ones at the end do not count.
        ("name,email,group\nA\n", &[(2, &["A", "", ""])]),
        ("name,email,,\nA,a@b,,", &[(2, &["A", "a@b"])]),
        ("name,email\nA,a@b,,x", &[(2, &["A", "a@b", "", "x"])]),
    ];
    for (text, expected) in table {
        let sheet = csv(text).unwrap();
        let expected: Vec<_> = expected.iter().map(|(number, cells)| (*number, cells.to_vec())).collect();
        assert_eq!(rows(&sheet), expected, "{text:?}");
    }
}

#[test]
fn the_encodings_of_csv() {
    let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{FEFF}name\temail\nBjörn\ta@b".encode_utf16().flat_map(order).collect()
    };
    for bytes in [
        "name,email\nBjörn,a@b".as_bytes().to_vec(),
        "\u{FEFF}name,email\nBjörn,a@b".as_bytes().to_vec(),
        b"name,email\nBj\xF6rn,a@b".to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        let sheet = Sheet::read(&bytes, Format::Csv, &[]).unwrap();
        assert_eq!(rows(&sheet), [(2, vec!["Björn", "a@b"])], "{bytes:?}");
        assert_eq!(sheet.columns.headings, ["name", "email"]);
    }
    // UTF-8 that is damaged is not read as Windows-1252, which would damage the other names.
    let bytes = ["name,email\nBjörn Ærø,a@b\nJ".as_bytes(), b"\xF6rg,c@d"].concat();
    let sheet = Sheet::read(&bytes, Format::Csv, &[]).unwrap();
    assert_eq!(rows(&sheet), [(2, vec!["Björn Ærø", "a@b"]), (3, vec!["J\u{FFFD}rg", "c@d"])]);
}

#[test]
fn the_lines_of_ndjson() {
    let text = "\u{FEFF}\
        {\"name\": \"Imke\\nAalto\", \"email\": \"a@b\", \"grade\": 87.50, \"id\": 12345678901234567890123}\r\n\
        \n\
        {\"email\": \"c@d\", \"private\": true, \"custom\": {\"Team\": \"Red\", \"Size\": 4}, \"name\": \"C\"}\n\
        {\"name\": null, \"note\": \" \"}\n\
        {\"name\": \"E\", \"meta\": {\"key\": null}, \"meta.key \": 1.0}";
    let error = Sheet::read(text.as_bytes(), Format::Ndjson, &[]).unwrap_err();
    assert_eq!(error.to_string(), "line 5: the key `meta.key` is there twice; remove one");
    let text = text.replace("meta.key ", "meta.other");
    let sheet = Sheet::read(text.as_bytes(), Format::Ndjson, &[]).unwrap();
    let headings = [
        "name",
        "email",
        "grade",
        "id",
        "private",
        "custom.Team",
        "custom.Size",
        "note",
        "meta.key",
        "meta.other",
    ];
    assert_eq!(sheet.columns.headings, headings);
    let expected = [
        (1, vec!["Imke\nAalto", "a@b", "87.50", "12345678901234567890123", "", "", "", "", "", ""]),
        (3, vec!["C", "c@d", "", "", "true", "Red", "4", "", "", ""]),
        (5, vec!["E", "", "", "", "", "", "", "", "", "1.0"]),
    ];
    assert_eq!(rows(&sheet), expected);
}

#[test]
fn what_is_wrong_with_a_file() {
    let quotation = "line 2: a quotation mark opens a cell and none closes it; add the second, or write two for one \
                     that is part of the text";
    let workbook = "the file is not read: it is a workbook and not text; give it a name that ends in .xlsx";
    let old = "the file is not read: it is an old workbook (.xls) or has a password; save it as .xlsx without a \
               password";
    let empty = "the sheet is empty; its first row holds the headings, such as name and email";
    let no_rows = "the sheet has headings and no rows; write one row for each credential";
    let no_json = |line: u64, cause: &str| {
        format!("line {line}: it is not a JSON object ({cause}); write one object per line")
    };
    let nested = "line 1: the value of `email` is an object or a list; write text, a number, true, false or null. \
                  Only custom and meta are objects";
    let columns = "the sheet has more than 16,384 columns; split it into several files";
    let cells = "the sheet has more than 10,000,000 cells; split it into several files";
    let wide: String = (0..1000).map(|number| format!(",meta.k{number}")).collect();
    let long = format!("name,email{wide}\n{}", "A,a@b\n".repeat(10_000));
    let keys = |count: usize| -> String {
        let keys: Vec<_> = (0..count).map(|number| format!("\"meta.k{number}\": 1")).collect();
        format!("{{{}}}\n", keys.join(", "))
    };
    let many = keys(1000) + &"{\"name\": \"A\"}\n".repeat(10_000);
    let table: Vec<(Format, Vec<u8>, String)> = vec![
        (Format::Csv, "name,email\n\"A,a@b\nB,c@d\n".into(), quotation.into()),
        (Format::Csv, "\"name,email\n\nA".into(), quotation.replace("line 2", "line 1")),
        (Format::Csv, b"PK\x03\x04".into(), workbook.into()),
        (Format::Csv, b"\xD0\xCF\x11\xE0\xA1".into(), old.into()),
        (Format::Xlsx { sheet: None }, b"\xD0\xCF\x11\xE0\xA1".into(), old.into()),
        (Format::Csv, "".into(), empty.into()),
        (Format::Csv, "\u{FEFF}\n;;\n".into(), empty.into()),
        (Format::Csv, "name,email\n , \n".into(), no_rows.into()),
        (Format::Csv, vec![b','; 20_000], columns.into()),
        (Format::Csv, long.into(), cells.into()),
        (
            Format::Csv,
            vec![b' '; (64 << 20) + 1],
            "the sheet has more than 64 MiB; split it into several files".into(),
        ),
        (Format::Ndjson, keys(16_385).into(), columns.into()),
        (Format::Ndjson, many.into(), cells.into()),
        (Format::Ndjson, " \n".into(), empty.into()),
        (Format::Ndjson, "{\"name\": null, \"email\": \"\"}".into(), no_rows.into()),
        (
            Format::Ndjson,
            "{}\n[]".into(),
            no_json(2, "invalid type: sequence, expected an object, character 0"),
        ),
        (Format::Ndjson, "{\"name\": }".into(), no_json(1, "expected value, character 10")),
        (
            Format::Ndjson,
            "\n{\"name\": \"A\"".into(),
            no_json(2, "EOF while parsing an object, character 12"),
        ),
        (Format::Ndjson, "{} {}".into(), no_json(1, "trailing characters, character 4")),
        (
            Format::Ndjson,
            b"{\"a\": \"\xF6\"}".into(),
            "line 1: it is not UTF-8; save the file as UTF-8".into(),
        ),
        (Format::Ndjson, "{\"email\": [\"a@b\"]}".into(), nested.into()),
        (Format::Ndjson, "{\"custom\": {\"a\": {}}}".into(), nested.replace("email", "custom.a")),
        (
            Format::Ndjson,
            "{\"name\": 1, \"name\": 2}".into(),
            "line 1: the key `name` is there twice; remove one".into(),
        ),
    ];
    for (format, bytes, expected) in table {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).into_owned();
        let error = Sheet::read(&bytes, format.clone(), &[]).unwrap_err();
        assert_eq!(error.to_string(), expected, "{format:?} {start:?}");
    }
}

#[cfg(not(feature = "xlsx"))]
#[test]
fn a_workbook_is_refused_without_its_feature() {
    let error = Sheet::read(b"PK\x03\x04", Format::Xlsx { sheet: None }, &[]).unwrap_err();
    let expected =
        "the file is not read: it is a workbook, which this build does not read; save the sheet as CSV";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_hash_is_of_the_bytes() {
    let sheet = csv("name,email\nA,a@b").unwrap();
    assert_eq!(sheet.hash, "ab85c410094eb7037ef45bbd1e28b2c7bb0c790d71fa2eb4eb20474d21c8caf5");
    assert_ne!(csv("name;email\nA;a@b").unwrap().hash, sheet.hash);
}

#[test]
fn the_template_is_read() {
    let text = template();
    let expected = "name,email,group,issued_on,expired_on,course_name,description,grade,id,recipient_id,phone_number,\
                    private\n";
    assert_eq!(text, expected);
    assert_eq!(csv(&text), Err(SheetError::NoRows));
    let sheet = csv(&format!("{text}Imke Aalto,imke.aalto@example.org\n")).unwrap();
    let held: Vec<Field> = sheet.columns.headings.iter().map(|heading| heading.parse().unwrap()).collect();
    assert_eq!(sheet.columns.fields, held.into_iter().map(Some).collect::<Vec<_>>());
    assert_eq!(sheet.columns.unused().count(), 0);
}

#[test]
fn cells_are_a_list_of_texts() {
    let cells: Cells = ["A", "", "ö"].into_iter().collect();
    assert_eq!((cells.len(), cells.is_empty(), cells.get(2), cells.get(3)), (3, false, "ö", ""));
    assert_eq!(format!("{cells:?}"), r#"["A", "", "ö"]"#);
    assert!(Cells::default().is_empty());
    let row = Row { number: 7, cells };
    let text = serde_json::to_string(&row).unwrap();
    assert_eq!(text, r#"{"number":7,"cells":["A","","ö"]}"#);
    assert_eq!(serde_json::from_str::<Row>(&text).unwrap(), row);
}
