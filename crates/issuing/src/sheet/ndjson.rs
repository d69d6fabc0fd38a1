//! Sheets as NDJSON: an object per line.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{BOM, MOST_COLUMNS, Row, SheetError, Table, too_many_columns, trimmed};

/// Reads the objects of a text. The headings are their keys, in the order in which they first appear.
pub(super) fn read(bytes: &[u8]) -> Result<Table, SheetError> {
    let bytes = bytes.strip_prefix(BOM.as_bytes()).unwrap_or(bytes);
    let mut places = HashMap::new();
    let mut headings = Vec::new();
    let mut table = Table::default();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let pairs = pairs(line).map_err(|message| SheetError::Line { line: number, message })?;
        let mut cells: Vec<String> = Vec::new();
        for (key, value) in pairs {
            let place = *places.entry(key).or_insert_with_key(|key| {
                headings.push(key.clone());
                headings.len() - 1
            });
            if !trimmed(&value).is_empty() {
                if cells.len() <= place {
                    cells.resize(place + 1, String::new());
                }
                cells[place] = value;
            }
        }
        if headings.len() > MOST_COLUMNS {
            return Err(too_many_columns());
        }
        if !cells.is_empty() {
            table.count(cells.len())?;
            table.rows.push(Row { number, cells: cells.into() });
        }
    }
    table.cells = 0;
    table.count(headings.len().saturating_mul(table.rows.len()))?;
    for row in &mut table.rows {
        row.cells = std::mem::take(&mut row.cells).padded(headings.len());
    }
    table.headings = Some(headings).filter(|headings| !headings.is_empty());
    Ok(table)
}

/// The headings and cells of a line.
fn pairs(line: &[u8]) -> Result<Vec<(String, String)>, String> {
    let text = std::str::from_utf8(line).map_err(|_| "it is not UTF-8; save the file as UTF-8".to_owned())?;
    let members: Members = serde_json::from_str(text).map_err(|error| described(&error))?;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (key, value) in members.0 {
        let key = trimmed(&key).to_owned();
        match value.get().as_bytes().first() {
            Some(b'{') if key == "custom" || key == "meta" => {
                let members: Members =
                    serde_json::from_str(value.get()).map_err(|error| described(&error))?;
                for (name, value) in members.0 {
                    let key = format!("{key}.{}", trimmed(&name));
                    let cell = cell(&key, &value)?;
                    pairs.push((key, cell));
                }
            }
            _ => {
                let cell = cell(&key, &value)?;
                pairs.push((key, cell));
            }
        }
    }
    let mut keys: Vec<_> = pairs.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    if let Some(pair) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(format!("the key `{}` is there twice; remove one", pair[0]));
    }
    Ok(pairs)
}

/// A value as the text of a cell.
fn cell(key: &str, value: &RawValue) -> Result<String, String> {
    let text = value.get();
    match text.as_bytes().first() {
        Some(b'"') => serde_json::from_str(text).map_err(|error| described(&error)),
        Some(b'{' | b'[') => Err(format!(
            "the value of `{key}` is an object or a list; write text, a number, true, false or null. Only custom and \
             meta are objects"
        )),
        _ => Ok(if text == "null" { String::new() } else { text.to_owned() }),
    }
}

/// What is wrong with a line of JSON. Its place is given by the column: each line is read alone.
fn described(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let cause = text.rsplit_once(" at line ").map_or(text.as_str(), |(cause, _)| cause);
    format!("it is not a JSON object ({cause}, character {}); write one object per line", error.column())
}

/// The members of an object, in order, repeated ones too.
struct Members(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}
