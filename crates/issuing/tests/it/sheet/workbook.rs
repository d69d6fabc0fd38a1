//! Workbooks, made from their parts.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The namespace of a workbook's parts.
const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Where relationships and their types are named.
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The path of the first sheet.
pub const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The path of the shared texts.
pub const TEXTS: &str = "xl/sharedStrings.xml";

/// The path of the formats.
pub const STYLES: &str = "xl/styles.xml";

/// The parts of a workbook, by path.
#[derive(Clone)]
pub struct Workbook {
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Workbook {
    /// A workbook with this content of its first sheet. Its second sheet is `Other`, and it has a hidden one.
    ///
    /// Styles: 1 is a date, 2 a date with its time, 3 and 4 are percentages, 5 is a duration. The shared texts are
    /// `name`, `email`, `Imke Aalto` and `issued on`.
    pub fn new(rows: &str) -> Self {
        let relation = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
        };
        let relations =
            |relations: String| format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>");
        let sheets = relation("rId0", "worksheet", "worksheets/hidden.xml")
            + &relation("rId1", "worksheet", "worksheets/sheet1.xml")
            + &relation("rId2", "worksheet", "worksheets/sheet2.xml")
            + &relation("rId3", "styles", "styles.xml")
            + &relation("rId4", "sharedStrings", "sharedStrings.xml");
        let workbook = format!(
            "<workbook {MAIN}><sheets><sheet name=\"Lists\" sheetId=\"3\" state=\"hidden\" r:id=\"rId0\"/>\
             <sheet name=\"Cohort\" sheetId=\"1\" r:id=\"rId1\"/>\
             <sheet name=\"Other\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
        );
        let formats: String =
            [0, 14, 22, 9, 164, 46].iter().map(|id| format!("<xf numFmtId=\"{id}\"/>")).collect();
        let styles = format!(
            "<styleSheet {MAIN}><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>\
             <cellXfs count=\"6\">{formats}</cellXfs></styleSheet>"
        );
        let texts: String = ["name", "email", "Imke Aalto", "issued on"]
            .iter()
            .map(|text| format!("<si><t>{text}</t></si>"))
            .collect();
        let texts = format!("<sst {MAIN} count=\"4\" uniqueCount=\"4\">{texts}</sst>");
        let other = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
                     <row r=\"2\"><c r=\"A2\"><v>7</v></c></row>";
        let types =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned();
        let parts = [
            ("[Content_Types].xml", types),
            ("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", relations(sheets)),
            (STYLES, styles),
            (TEXTS, texts),
            (SHEET, sheet(rows)),
            ("xl/worksheets/sheet2.xml", sheet(other)),
            ("xl/worksheets/hidden.xml", sheet("")),
        ];
        Self { parts: parts.into_iter().map(|(path, part)| (path.to_owned(), part.into_bytes())).collect() }
    }

    /// The same workbook with another content of a part.
    pub fn with(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.parts.retain(|(other, _)| other != path);
        self.parts.push((path.to_owned(), content.into()));
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(1));
        for (path, content) in &self.parts {
            file.start_file(path.as_str(), options).unwrap();
            file.write_all(content).unwrap();
        }
        file.finish().unwrap().into_inner()
    }
}

/// The part of a sheet with these rows.
pub fn sheet(rows: &str) -> String {
    format!("<worksheet {MAIN}><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>")
}
