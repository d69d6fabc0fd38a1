//! Sheets: rows of cells under headings.

mod cells;
mod columns;
mod dates;
mod delimited;
mod error;
mod ndjson;
mod values;
#[cfg(feature = "xlsx")]
mod xlsx;

use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use self::cells::Cells;
pub use self::columns::Columns;
pub use self::error::SheetError;
use crate::fields::Field;

/// The most bytes of a file, and of what is compressed in a workbook.
const MOST_MIB: usize = 64;

/// The most cells of a sheet.
const MOST_CELLS: usize = 10_000_000;

/// The most columns of a sheet, as in Excel.
const MOST_COLUMNS: usize = 16_384;

/// A sheet as it was read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sheet {
    /// The columns.
    pub columns: Columns,
    /// The rows that are not blank, in order.
    pub rows: Vec<Row>,
    /// The SHA-256 of the file, in hexadecimal.
    pub hash: String,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The number of the row, as a spreadsheet counts it: the headings are row 1. In NDJSON, the number of the line.
    pub number: u64,
    /// The cells as text, one for each column. There are more if the row has more cells than the sheet has headings.
    pub cells: Cells,
}

/// The format of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Text whose cells are separated by commas, semicolons or tabs, whichever the row of headings has most of. In
    /// UTF-8, in UTF-16 with a byte order mark, or else in Windows-1252.
    Csv,
    /// A JSON object per line.
    Ndjson,
    /// A workbook of Excel.
    Xlsx {
        /// The name of the sheet; otherwise the first that is visible is read.
        sheet: Option<String>,
    },
}

impl Format {
    /// The format of a file: by the extension of its name, otherwise by its content.
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let extension = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match extension.as_str() {
            "csv" | "tsv" | "tab" => Self::Csv,
            "ndjson" | "jsonl" => Self::Ndjson,
            "xlsx" | "xlsm" => Self::Xlsx { sheet: None },
            _ if bytes.starts_with(ZIP) => Self::Xlsx { sheet: None },
            _ => {
                let bytes = bytes.strip_prefix(BOM.as_bytes()).unwrap_or(bytes);
                if bytes.trim_ascii_start().starts_with(b"{") { Self::Ndjson } else { Self::Csv }
            }
        }
    }
}

/// The first bytes of a workbook.
const ZIP: &[u8] = b"PK\x03\x04";

/// The first bytes of an old workbook, and of one with a password.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0";

/// The byte order mark.
const BOM: &str = "\u{FEFF}";

impl Sheet {
    /// Reads a sheet. The mapping names columns and the fields that they hold; the other columns are recognised by
    /// their headings.
    ///
    /// # Errors
    ///
    /// The file is not in the format, is too large, has no rows, or its columns are not clear.
    pub fn read(bytes: &[u8], format: Format, map: &[(String, Field)]) -> Result<Self, SheetError> {
        if bytes.len() > MOST_MIB << 20 {
            return Err(SheetError::TooLarge { limit: format!("{MOST_MIB} MiB") });
        }
        if bytes.starts_with(OLE) {
            let message =
                "it is an old workbook (.xls) or has a password; save it as .xlsx without a password";
            return Err(SheetError::Unreadable(message.to_owned()));
        }
        let table = match format {
            Format::Csv => delimited::read(bytes)?,
            Format::Ndjson => ndjson::read(bytes)?,
            #[cfg(feature = "xlsx")]
            Format::Xlsx { sheet } => xlsx::read(bytes, sheet)?,
            #[cfg(not(feature = "xlsx"))]
            Format::Xlsx { sheet: _sheet } => {
                let message = "it is a workbook, which this build does not read; save the sheet as CSV";
                return Err(SheetError::Unreadable(message.to_owned()));
            }
        };
        let headings = table.headings.ok_or(SheetError::NoHeadings)?;
        let columns = Columns::new(headings, map)?;
        if table.rows.is_empty() {
            return Err(SheetError::NoRows);
        }
        let hash = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { columns, rows: table.rows, hash })
    }
}

/// The row of headings of an empty sheet, as CSV.
#[must_use]
pub fn template() -> String {
    let fields = [
        Field::Name,
        Field::Email,
        Field::Group,
        Field::IssuedOn,
        Field::ExpiredOn,
        Field::CourseName,
        Field::Description,
        Field::Grade,
        Field::Id,
        Field::RecipientId,
        Field::PhoneNumber,
        Field::Private,
    ];
    let headings: Vec<_> = fields.iter().map(ToString::to_string).collect();
    format!("{}\n", headings.join(","))
}

/// The headings and rows of a file, whose fields are not known yet.
#[derive(Default)]
struct Table {
    headings: Option<Vec<String>>,
    rows: Vec<Row>,
    cells: usize,
}

impl Table {
    /// Adds a row: the first that is not blank is the headings. A blank row is skipped.
    fn push<S: AsRef<str>>(&mut self, number: u64, cells: &[S]) -> Result<(), SheetError> {
        let is_filled = |cell: &S| !trimmed(cell.as_ref()).is_empty();
        let Some(last) = cells.iter().rposition(is_filled) else { return Ok(()) };
        let cells = &cells[..=last];
        let Some(headings) = &self.headings else {
            self.headings = Some(cells.iter().map(|cell| trimmed(cell.as_ref()).to_owned()).collect());
            return Ok(());
        };
        let width = headings.len();
        self.count(width.max(cells.len()))?;
        self.rows.push(Row { number, cells: cells.iter().collect::<Cells>().padded(width) });
        Ok(())
    }

    /// Counts cells that are added.
    fn count(&mut self, cells: usize) -> Result<(), SheetError> {
        self.cells = self.cells.saturating_add(cells);
        if self.cells > MOST_CELLS {
            return Err(SheetError::TooLarge { limit: "10,000,000 cells".to_owned() });
        }
        Ok(())
    }
}

fn too_many_columns() -> SheetError {
    SheetError::TooLarge { limit: "16,384 columns".to_owned() }
}

/// A cell without blank and invisible characters at its ends.
fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Whether a character has no width and no meaning at the ends of a text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
