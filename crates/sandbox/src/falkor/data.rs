//! Tables of the account's figures, in uploads of collections.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::input::{self, Rejection};
use super::{Falkor, Settings};

/// A table.
/// A table. Its cells are not kept, as no documented operation reads them back.
#[derive(Debug, Clone)]
pub(super) struct Table {
    columns: usize,
    /// The size of the header in bytes of compact JSON.
    header: usize,
    rows: Vec<Row>,
    /// The number of the next row.
    next: u64,
}

#[derive(Debug, Clone)]
struct Row {
    number: u64,
    /// In bytes of compact JSON.
    size: usize,
}

impl Table {
    fn new(header: &[Value]) -> Self {
        Self { columns: header.len(), header: size(header), rows: Vec::new(), next: 1 }
    }

    fn push(&mut self, cells: &[Value]) {
        self.rows.push(Row { number: self.next, size: size(cells) });
        self.next += 1;
    }

    /// Numbers the rows by their places.
    fn renumber(&mut self) {
        self.next = 1;
        for row in &mut self.rows {
            row.number = self.next;
            self.next += 1;
        }
    }

    /// The size in bytes of compact JSON.
    fn size(&self) -> usize {
        let lines = [self.header].into_iter().chain(self.rows.iter().map(|row| row.size));
        // Each line is followed by a comma or the closing bracket.
        1 + lines.map(|line| line + 1).sum::<usize>()
    }

    fn check(&self, settings: &Settings) -> Result<(), Rejection> {
        let Settings { max_rows, max_columns, max_upload, .. } = settings;
        let problem = if self.rows.len() > *max_rows {
            format!("The upload has more than {max_rows} rows.")
        } else if self.columns > *max_columns {
            format!("The upload has more than {max_columns} columns.")
        } else if self.size() > *max_upload {
            format!("The upload is larger than {max_upload} bytes.")
        } else {
            return Ok(());
        };
        Err(Rejection::new(400, &problem))
    }

    /// The cells of a row, if they fit the header.
    fn cells<'a>(&self, row: &'a Value) -> Option<&'a Vec<Value>> {
        let scalar = |cell: &Value| !cell.is_array() && !cell.is_object();
        row.as_array().filter(|cells| cells.len() <= self.columns && cells.iter().all(scalar))
    }
}

impl Falkor {
    /// Adds an upload.
    pub(super) fn store_berths(&mut self) {
        let mut table = Table::new(&[json!("Crew"), json!("Calls")]);
        for (crew, calls) in [("Day Crew", 41), ("Night Crew", 17), ("Dockers", 8)] {
            table.push(&[json!(crew), json!(calls)]);
        }
        self.tables.entry("Berths".to_owned()).or_default().insert("2026-08".to_owned(), table);
    }

    pub(super) fn upload(&mut self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let (collection, upload) = names(parameters)?;
        let wrong = |problem: &str| Rejection::wrong("data", problem);
        let Some((header, rows)) = input::required_list(parameters, "data")?.split_first() else {
            return Err(wrong("has no header"));
        };
        let header = header.as_array().filter(|header| header.iter().all(Value::is_string));
        let mut table = Table::new(header.ok_or_else(|| wrong("has a header that is not a list of texts"))?);
        for row in rows {
            table.push(table.cells(row).ok_or_else(|| wrong("has a row that does not fit the header"))?);
        }
        table.check(&self.settings)?;
        let rows = table.rows.len() + usize::from(self.settings.rows_include_header);
        self.tables.entry(collection.to_owned()).or_default().insert(upload.to_owned(), table);
        let stats = self.stats(collection, Some(("rows", rows)));
        Ok(json!({"collection": collection, "upload": upload, "stats": stats}))
    }

    pub(super) fn insert_rows(&mut self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let (collection, upload) = names(parameters)?;
        let rows = input::required_list(parameters, "rows")?;
        let settings = self.settings.clone();
        let table = self.table(collection, upload)?;
        let (before, next, mut messages) = (table.rows.len(), table.next, Vec::new());
        for (index, row) in rows.iter().enumerate() {
            match table.cells(row) {
                Some(cells) => table.push(cells),
                None => messages.push(settings.row_message(index, "The row is not valid.")),
            }
        }
        if let Err(rejection) = table.check(&settings) {
            table.rows.truncate(before);
            table.next = next;
            return Err(rejection);
        }
        let inserts = table.rows.len() - before;
        Ok(json!({
            "collection": collection, "upload": upload, "warnings": self.settings.count(messages.len()),
            "messages": messages, "stats": self.stats(collection, Some(("inserts", inserts))),
        }))
    }

    pub(super) fn remove_rows(&mut self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let (collection, upload) = names(parameters)?;
        let wanted = input::required_list(parameters, "rows")?;
        let whole = |number: &Value| number.as_i64().or_else(|| number.as_str()?.parse().ok());
        let numbers: Option<Vec<i64>> = wanted.iter().map(whole).collect();
        let numbers = numbers.ok_or_else(|| Rejection::wrong("rows", "is not a list of whole numbers"))?;
        let positive: BTreeSet<_> = numbers.iter().filter_map(|number| u64::try_from(*number).ok()).collect();
        let move_up = self.settings.rows_move_up;
        let table = self.table(collection, upload)?;
        let mut removed = Vec::new();
        table.rows.retain(|row| {
            let stays = !positive.contains(&row.number);
            if !stays {
                removed.push(row.number.to_string());
            }
            stays
        });
        if move_up {
            table.renumber();
        }
        let headers = numbers.iter().enumerate().filter(|(_, number)| **number == 0);
        let messages: Vec<_> = headers
            .map(|(index, _)| self.settings.row_message(index, "The header cannot be removed."))
            .collect();
        Ok(json!({
            "deletes": self.settings.count(removed.len()), "removed": removed,
            "warnings": self.settings.count(messages.len()), "messages": messages,
        }))
    }

    pub(super) fn delete_upload(&mut self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let (collection, upload) = names(parameters)?;
        self.table(collection, upload)?;
        let uploads = self.tables.entry(collection.to_owned()).or_default();
        uploads.remove(upload);
        if uploads.is_empty() {
            self.tables.remove(collection);
        }
        Ok(json!({"collection": collection, "stats": self.stats(collection, None)}))
    }

    fn table(&mut self, collection: &str, upload: &str) -> Result<&mut Table, Rejection> {
        let table = self.tables.get_mut(collection).and_then(|uploads| uploads.get_mut(upload));
        table.ok_or_else(|| Rejection::new(404, "There is no such upload."))
    }

    /// The figures of a collection, with one more.
    fn stats(&self, collection: &str, more: Option<(&str, usize)>) -> Value {
        let uploads = self.tables.get(collection);
        let size: usize = uploads.into_iter().flatten().map(|(_, table)| table.size()).sum();
        let count = uploads.map_or(0, BTreeMap::len);
        let mut stats = json!({"uploads": self.settings.count(count), "size": self.settings.count(size)});
        if let Some((name, count)) = more {
            stats[name] = self.settings.count(count);
        }
        stats
    }
}

impl Settings {
    fn row_message(&self, index: usize, error: &str) -> Value {
        json!({"parameter": "rows", "index": self.count(index), "error": error})
    }
}

/// The names of the collection and the upload.
fn names(parameters: &Map<String, Value>) -> Result<(&str, &str), Rejection> {
    Ok((input::required_text(parameters, "collection")?, input::required_text(parameters, "upload")?))
}

/// The size of a row in bytes of compact JSON.
fn size(cells: &[Value]) -> usize {
    // Serialization cannot fail: every map has text keys.
    serde_json::to_vec(cells).unwrap_or_default().len()
}
