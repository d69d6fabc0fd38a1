//! Sheets as workbooks of Excel.

use std::collections::HashSet;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError, open_workbook_from_rs,
};
use zip::ZipArchive;

use super::{MOST_COLUMNS, MOST_MIB, SheetError, Table, too_many_columns, trimmed};

/// The most bytes of the part that lists the formats of cells.
const MOST_STYLES: usize = 4 << 20;

/// Reads the rows of a sheet: the one with this name, otherwise the first that is visible.
pub(super) fn read(bytes: &[u8], sheet: Option<String>) -> Result<Table, SheetError> {
    // Calamine overflows at some damaged cells, such as `AAAAAAAAAAAA1`, which is a panic in a debug build.
    let read = catch_unwind(AssertUnwindSafe(|| {
        check_size(bytes)?;
        rows(bytes, sheet)
    }));
    read.unwrap_or_else(|_| Err(damaged(&"its content is not valid")))
}

fn damaged(cause: &dyn std::fmt::Display) -> SheetError {
    SheetError::Unreadable(format!("it is not a whole workbook ({cause}); save it again as .xlsx"))
}

fn rows(bytes: &[u8], sheet: Option<String>) -> Result<Table, SheetError> {
    let mut workbook: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|error: XlsxError| damaged(&error))?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let found = match &sheet {
        Some(name) => sheets.clone().find(|sheet| sheet.name == *name),
        None => sheets.clone().find(|sheet| sheet.visible == SheetVisible::Visible),
    };
    let Some(found) = found.map(|sheet| sheet.name.clone()) else {
        let sheets = sheets.map(|sheet| sheet.name.clone()).collect();
        return Err(match sheet {
            Some(name) => SheetError::NoSheet { name, sheets },
            None => damaged(&"it has no visible sheet"),
        });
    };
    let uncomputed = uncomputed(&mut workbook, &found);
    let mut reader = workbook.worksheet_cells_reader(&found).map_err(|error| damaged(&error))?;
    let mut table = Table::default();
    let (mut number, mut cells) = (0, Vec::<String>::new());
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|error| damaged(&error))? {
        let (row, column) = cell.get_position();
        let number_format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let is_percent = number_format.is_some_and(|format| format.format_code.contains('%'));
        let mut text = text(cell.get_value(), is_percent);
        if uncomputed.contains(&(row, column)) {
            text.push('=');
        }
        if row != number {
            if row < number {
                return Err(damaged(&"its rows are not in order"));
            }
            table.push(u64::from(number) + 1, &cells)?;
            cells.clear();
            number = row;
        }
        let column = column as usize;
        if trimmed(&text).is_empty() {
            continue;
        }
        if cells.len() <= column {
            if column >= MOST_COLUMNS {
                return Err(too_many_columns());
            }
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }
    table.push(u64::from(number) + 1, &cells)?;
    Ok(table)
}

/// The cells whose formula has no value, as some programs write them. A formula that is not read is left to the reader
/// of values.
fn uncomputed(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> HashSet<(u32, u32)> {
    let mut cells = HashSet::new();
    let Ok(mut reader) = workbook.worksheet_cells_reader(sheet) else { return cells };
    while let Ok(Some(cell)) = reader.next_cell_with_formula_metadata() {
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            cells.insert(cell.pos);
        }
    }
    cells
}

/// The value of a cell as text.
fn text(value: &DataRef<'_>, is_percent: bool) -> String {
    match value {
        DataRef::Float(number) if is_percent => format!("{}%", to_15_digits(number * 100.0)),
        DataRef::Float(number) => to_15_digits(*number).to_string(),
        DataRef::DateTime(date) if date.is_datetime() => timestamp(*date),
        _ => Data::from(value.clone()).to_string(),
    }
}

/// A number with the digits that Excel keeps.
fn to_15_digits(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// A date, and its time unless it is midnight.
fn timestamp(date: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date}T{hour:02}:{minute:02}:{second:02}")
    }
}

/// Refuses a workbook whose parts are too large when they are decompressed, whatever sizes it declares, and one that
/// would make calamine reserve memory for more texts or formats than it has.
fn check_size(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut room = MOST_MIB << 20;
    let mut part = Vec::new();
    for position in 0..archive.len() {
        let entry = archive.by_index(position).map_err(|error| damaged(&error))?;
        let name = entry.name().map_err(|error| damaged(&error))?.to_lowercase();
        let is_texts = name.ends_with("sharedstrings.xml");
        part.clear();
        let mut limited = entry.take(room as u64 + 1);
        let read = if is_texts {
            limited.read_to_end(&mut part).map(|len| len as u64)
        } else {
            io::copy(&mut limited, &mut io::sink())
        };
        let len = usize::try_from(read.map_err(|error| damaged(&error))?).unwrap_or(usize::MAX);
        let Some(rest) = room.checked_sub(len) else {
            return Err(SheetError::TooLarge { limit: format!("{MOST_MIB} MiB when it is unpacked") });
        };
        room = rest;
        if is_texts && !declares_no_more(&part) {
            return Err(damaged(&"it declares more texts than it has"));
        }
        if name.ends_with("styles.xml") && len > MOST_STYLES {
            return Err(damaged(&"it has too many formats"));
        }
    }
    Ok(())
}

/// Whether the shared texts declare no more of them than fit in the part. Each takes 5 bytes or more, as `<si/>`.
fn declares_no_more(part: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount";
    let is_utf8 = !part.contains(&0);
    let fits = |at: usize| {
        let digits = part[at + NAME.len()..]
            .iter()
            .skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n'));
        let digits: Vec<u8> = digits.take_while(|byte| byte.is_ascii_digit()).take(20).copied().collect();
        let count = std::str::from_utf8(&digits).unwrap_or_default().parse::<usize>();
        digits.is_empty() || count.is_ok_and(|count| count <= part.len() / 5)
    };
    let mut places = (0..part.len().saturating_sub(NAME.len())).filter(|at| part[*at..].starts_with(NAME));
    is_utf8 && places.all(fits)
}
