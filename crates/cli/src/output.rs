//! Prints what commands have to say, in any of the formats.

use std::io::{ErrorKind, Write};

use comfy_table::presets::{UTF8_BORDERS_ONLY, UTF8_HORIZONTAL_ONLY};
use comfy_table::{ContentArrangement, Table};
use serde::Serialize;
use serde_json::Value;

use crate::args::Format;
use crate::failure::Failure;

/// Something that has rows.
pub(crate) trait Rows {
    /// One row.
    type Row: Serialize;

    /// The names of the columns, for tables and CSV.
    fn columns(&self) -> Vec<String>;

    /// The rows.
    fn rows(&self) -> &[Self::Row];

    /// The cells of a row, one for each column.
    fn cells(&self, row: &Self::Row, columns: &[String]) -> Vec<String>;

    /// The columns and the cells of a table, where they are others than in CSV.
    fn table(&self) -> Option<(Vec<String>, Vec<Vec<String>>)> {
        None
    }
}

/// Prints rows; in JSON the whole that they are part of.
pub(crate) fn print<T: Rows + Serialize>(whole: &T, format: Format) -> Result<(), Failure> {
    let columns = whole.columns();
    let cells = whole.rows().iter().map(|row| whole.cells(row, &columns));
    match format {
        Format::Json => write(&json(whole, true)?),
        Format::Ndjson => {
            let lines: Vec<_> = whole.rows().iter().map(|row| json(row, false)).collect::<Result<_, _>>()?;
            write(&lines.concat())
        }
        Format::Table => {
            let mut table = Table::new();
            let (columns, cells) = whole.table().unwrap_or_else(|| (columns.clone(), cells.collect()));
            let has_lines = cells.iter().flatten().any(|cell| cell.contains('\n'));
            table.load_style(if has_lines { UTF8_HORIZONTAL_ONLY } else { UTF8_BORDERS_ONLY });
            table.set_content_arrangement(ContentArrangement::Dynamic);
            if let Some((_, width)) = console::Term::stdout().size_checked() {
                table.set_width(width);
            }
            table.set_header(&columns).add_rows(cells);
            write(format!("{table}\n").as_bytes())
        }
        Format::Csv => {
            let mut csv = csv::Writer::from_writer(Vec::new());
            let written = csv
                .write_record(&columns)
                .and_then(|()| cells.into_iter().try_for_each(|row| csv.write_record(row)));
            written.map_err(|error| Failure::ours(format!("the table cannot be written as CSV: {error}")))?;
            write(&csv.into_inner().map_err(|error| Failure::ours(error.to_string()))?)
        }
    }
}

/// A value as JSON and a line end.
pub(crate) fn json(value: &impl Serialize, pretty: bool) -> Result<Vec<u8>, Failure> {
    let json = if pretty { serde_json::to_vec_pretty(value) } else { serde_json::to_vec(value) };
    let mut json =
        json.map_err(|error| Failure::ours(format!("the output cannot be written as JSON: {error}")))?;
    json.push(b'\n');
    Ok(json)
}

/// Writes to standard output. A reader that has seen enough is no failure.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::ours(format!("the output cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// A JSON value as rows: the items of the one list in it, or itself.
#[derive(Debug)]
pub(crate) struct Tabulated<'a> {
    whole: &'a Value,
    rows: Vec<Value>,
}

impl<'a> Tabulated<'a> {
    pub(crate) fn new(whole: &'a Value) -> Self {
        let lists = match whole {
            Value::Array(items) => vec![items],
            Value::Object(fields) => fields.values().filter_map(Value::as_array).collect(),
            _ => Vec::new(),
        };
        let inner = match whole {
            Value::Object(fields) if fields.len() == 1 => {
                fields.values().next().filter(|value| value.is_object())
            }
            _ => None,
        };
        let rows = match lists.as_slice() {
            [items] => (*items).clone(),
            _ => vec![inner.unwrap_or(whole).clone()],
        };
        Self { whole, rows }
    }
}

impl Serialize for Tabulated<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.whole.serialize(serializer)
    }
}

impl Rows for Tabulated<'_> {
    type Row = Value;

    fn columns(&self) -> Vec<String> {
        let mut columns = Vec::new();
        for name in self.rows.iter().filter_map(Value::as_object).flat_map(serde_json::Map::keys) {
            if !columns.contains(name) {
                columns.push(name.clone());
            }
        }
        if columns.is_empty() { vec!["value".to_owned()] } else { columns }
    }

    fn rows(&self) -> &[Value] {
        &self.rows
    }

    fn cells(&self, row: &Value, columns: &[String]) -> Vec<String> {
        let cell = |value: &Value| match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match row {
            Value::Object(fields) => {
                columns.iter().map(|name| fields.get(name).map(cell).unwrap_or_default()).collect()
            }
            other => vec![cell(other)],
        }
    }
}
