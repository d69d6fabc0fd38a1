//! Sheets: formats, columns, values and bytes that are not a sheet.

mod columns;
mod example;
mod formats;
mod random;
mod values;
#[cfg(feature = "xlsx")]
mod workbook;
#[cfg(feature = "xlsx")]
mod xlsx;

use tassel_issuing::sheet::{Format, Sheet, SheetError};

/// Reads a text as CSV, without a mapping.
fn csv(text: &str) -> Result<Sheet, SheetError> {
    Sheet::read(text.as_bytes(), Format::Csv, &[])
}

/// The rows as numbers and cells.
fn rows(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
    sheet.rows.iter().map(|row| (row.number, row.cells.iter().collect())).collect()
}
