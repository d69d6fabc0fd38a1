//! Prints the output of commands in each format. No other module writes to standard output or standard error.

use std::borrow::Cow;
use std::io::{BufWriter, ErrorKind, IsTerminal, Write};

use comfy_table::presets::{UTF8_BORDERS_ONLY, UTF8_HORIZONTAL_ONLY};
use comfy_table::{ContentArrangement, Table};
use serde::Serialize;
use serde_json::Value;

use crate::args::Format;
use crate::failure::Failure;
use crate::text::{escape_formula, visible, visible_json};

/// The columns of a table, and its rows of cells, each cell as its lines.
pub(crate) type Cells = (Vec<String>, Vec<Vec<Vec<String>>>);

/// Output that has rows.
pub(crate) trait Rows {
    /// One row.
    type Row: Serialize;

    /// The names of the columns, for tables and CSV.
    fn columns(&self) -> Vec<String>;

    /// The rows.
    fn rows(&self) -> &[Self::Row];

    /// The cells of a row, one for each column.
    fn cells(&self, row: &Self::Row, columns: &[String]) -> Vec<String>;

    /// The columns and cells of a table, if they differ from CSV.
    fn table(&self) -> Option<Cells> {
        None
    }
}

/// Whether standard output still has a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PipeState {
    Open,
    Closed,
}

/// Prints rows. JSON has the whole value that they are part of.
pub(crate) fn print<T: Rows + Serialize>(whole: &T, format: Format) -> Result<PipeState, Failure> {
    let columns = whole.columns();
    let cells = whole.rows().iter().map(|row| whole.cells(row, &columns));
    match format {
        Format::Json => write_json(&json(whole, true)?),
        Format::Ndjson => {
            let lines: Vec<_> = whole.rows().iter().map(|row| json(row, false)).collect::<Result<_, _>>()?;
            write_json(&lines.concat())
        }
        Format::Table => {
            let cells = whole.table().unwrap_or_else(|| {
                let lines = |row: Vec<String>| row.into_iter().map(|cell| vec![cell]).collect();
                (columns.clone(), cells.map(lines).collect())
            });
            write(table(&cells).as_bytes())
        }
        Format::Csv => {
            let csv = if std::io::stdout().is_terminal() {
                csv(&columns, cells, |cell| visible(&escape_formula(cell)).into_owned().into())
            } else {
                csv(&columns, cells, escape_formula)
            };
            write(
                &csv.map_err(|error| {
                    Failure::internal(format!("the table cannot be written as CSV: {error}"))
                })?,
            )
        }
    }
}

/// A table with the width of the terminal.
fn table((columns, cells): &Cells) -> String {
    let mut table = Table::new();
    let has_lines = cells.iter().flatten().any(|lines| lines.len() > 1);
    table.load_style(if has_lines { UTF8_HORIZONTAL_ONLY } else { UTF8_BORDERS_ONLY });
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if let Some((_, width)) = console::Term::stdout().size_checked() {
        table.set_width(width);
    }
    let cell = |lines: &Vec<String>| lines.iter().map(|line| visible(line)).collect::<Vec<_>>().join("\n");
    table.set_header(columns.iter().map(|name| visible(name)));
    table.add_rows(cells.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>()));
    format!("{table}\n")
}

/// Rows as CSV, with each cell escaped by `safe`.
fn csv(
    columns: &[String],
    mut rows: impl Iterator<Item = Vec<String>>,
    safe: impl Fn(&str) -> Cow<'_, str>,
) -> Result<Vec<u8>, csv::Error> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let mut write = |cells: &[String]| csv.write_record(cells.iter().map(|cell| safe(cell).into_owned()));
    write(columns)?;
    rows.try_for_each(|row| write(&row))?;
    csv.into_inner().map_err(|error| error.into_error().into())
}

/// A value as JSON and a line end.
pub(crate) fn json(value: &impl Serialize, pretty: bool) -> Result<String, Failure> {
    let json = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    let json =
        json.map_err(|error| Failure::internal(format!("the output cannot be written as JSON: {error}")))?;
    Ok(json + "\n")
}

/// Writes JSON to standard output. On a terminal, control characters are escaped.
pub(crate) fn write_json(json: &str) -> Result<PipeState, Failure> {
    let shown = if std::io::stdout().is_terminal() { visible_json(json) } else { json.into() };
    write(shown.as_bytes())
}

/// Writes a vendor's text to standard output, unchanged. On a terminal, control characters are escaped.
pub(crate) fn write_text(text: &str) -> Result<PipeState, Failure> {
    if !std::io::stdout().is_terminal() {
        return write(text.as_bytes());
    }
    let lines: Vec<_> = text.lines().map(visible).collect();
    write((lines.join("\n") + "\n").as_bytes())
}

/// Writes a line to standard output, with control characters escaped.
pub(crate) fn write_line(line: &str) -> Result<PipeState, Failure> {
    write(format!("{}\n", visible(line)).as_bytes())
}

/// Writes lines to standard output, with control characters escaped.
pub(crate) fn write_lines(lines: &[String]) -> Result<PipeState, Failure> {
    let lines: String = lines.iter().map(|line| format!("{}\n", visible(line))).collect();
    write(lines.as_bytes())
}

/// The width for running text: the terminal's within limits, or 80 if standard output is none.
pub(crate) fn width() -> usize {
    console::Term::stdout().size_checked().map_or(80, |(_, width)| width.clamp(40, 110).into())
}

/// Writes to standard error what an answer is typed after.
pub(crate) fn write_prompt(text: &str) {
    let _ = write!(std::io::stderr(), "{}", visible(text));
}

/// Writes a message to standard error.
pub(crate) fn write_message(line: &str) {
    write_error_line(&format!("tassel: {line}"));
}

/// Writes a line to standard error. A closed standard error is ignored.
pub(crate) fn write_error_line(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", visible(line));
}

/// Writes bytes to standard output. A broken pipe is not a failure.
pub(crate) fn write(bytes: &[u8]) -> Result<PipeState, Failure> {
    let mut stdout = std::io::stdout().lock();
    pipe_state(stdout.write_all(bytes).and_then(|()| stdout.flush()))
}

fn pipe_state(written: std::io::Result<()>) -> Result<PipeState, Failure> {
    match written {
        Ok(()) => Ok(PipeState::Open),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(PipeState::Closed),
        Err(error) => Err(Failure::internal(format!("the output cannot be written: {error}"))),
    }
}

/// Writes to standard output what this writes, as it comes. On a terminal, control characters are escaped.
pub(crate) fn write_with(
    is_json: bool,
    write_all: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<PipeState, Failure> {
    if !std::io::stdout().is_terminal() {
        let mut stdout = BufWriter::new(std::io::stdout().lock());
        let written = write_all(&mut stdout).and_then(|()| stdout.flush());
        return pipe_state(written);
    }
    let mut text = Vec::new();
    pipe_state(write_all(&mut text))?;
    let text = String::from_utf8_lossy(&text);
    if is_json { write_json(&text) } else { write_text(&text) }
}

/// A JSON value as rows: the items of its only list, or the value itself.
#[derive(Debug)]
pub(crate) struct JsonTable<'a> {
    whole: &'a Value,
    rows: Vec<Value>,
}

impl<'a> JsonTable<'a> {
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

impl Serialize for JsonTable<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.whole.serialize(serializer)
    }
}

impl Rows for JsonTable<'_> {
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn nothing_else_writes_to_a_terminal() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut files = 0;
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                files += 1;
                let text = std::fs::read_to_string(&path).unwrap();
                for name in ["::stdout()", "::stderr()", "print!(", "println!("] {
                    assert!(
                        path.ends_with("output.rs") || !text.contains(name),
                        "{name} in {}",
                        path.display()
                    );
                }
            }
        }
        assert!(files > 15, "{files}");
    }

    #[test]
    fn a_table_and_csv_are_safe_where_they_go() {
        let cell = "=1\u{1b}[2J\n2\u{202e}";
        let whole = (vec![cell.to_owned()], vec![vec![vec![cell.to_owned(), "second".to_owned()]]]);
        let shown = table(&whole);
        assert_eq!(shown.matches(r"=1\u{1b}[2J\n2\u{202e}").count(), 2, "{shown}");
        assert_eq!(shown.lines().filter(|line| line.contains("second")).count(), 1, "{shown}");
        let rows = || [vec![cell.to_owned()]].into_iter();
        let columns = ["-column".to_owned()];
        let file = csv(&columns, rows(), escape_formula).unwrap();
        assert_eq!(String::from_utf8(file).unwrap(), format!("'-column\n\"'{cell}\"\n"));
        let terminal =
            csv(&columns, rows(), |cell| visible(&escape_formula(cell)).into_owned().into()).unwrap();
        assert_eq!(String::from_utf8(terminal).unwrap(), "'-column\n'=1\\u{1b}[2J\\n2\\u{202e}\n");
    }
}
