//! Sheets as text: cells separated by commas, semicolons or tabs.
//!
//! The `csv` crate does not count blank lines, which a spreadsheet counts as rows, and takes a quotation mark without
//! its counterpart as the rest of the file.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{MOST_COLUMNS, SheetError, Table, ZIP, too_many_columns};

/// Reads the rows of a text.
pub(super) fn read(bytes: &[u8]) -> Result<Table, SheetError> {
    if bytes.starts_with(ZIP) {
        let message = "it is a workbook and not text; give it a name that ends in .xlsx";
        return Err(SheetError::Unreadable(message.to_owned()));
    }
    let text = decoded(bytes);
    let (separator, start) = separator(&text);
    let mut records = Records { text: &text, at: start, line: 1 + line_ends(&text[..start]), separator };
    let mut table = Table::default();
    let mut cells = Vec::new();
    let mut number = 0;
    while records.next(&mut cells)? {
        number += 1;
        table.push(number, &cells)?;
    }
    Ok(table)
}

/// The text of a file.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = encoding.unwrap_or_else(|| if is_utf8(bytes) { UTF_8 } else { WINDOWS_1252 });
    encoding.decode(bytes).0
}

/// Whether a text is in UTF-8. It may be damaged in some places; what is lost there is a problem of its row.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut kept, mut lost) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        kept += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        lost += usize::from(!chunk.invalid().is_empty());
    }
    lost == 0 || kept > lost
}

/// The separator of the cells, and where the rows begin. A first line such as `sep=;` is for Excel.
fn separator(text: &str) -> (u8, usize) {
    let bytes = text.as_bytes();
    if let [b's', b'e', b'p', b'=', separator @ (b',' | b';' | b'\t'), end @ (b'\r' | b'\n'), ..] = bytes {
        let is_pair = *end == b'\r' && bytes.get(6) == Some(&b'\n');
        return (*separator, if is_pair { 7 } else { 6 });
    }
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\r' | b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => counts.iter_mut().filter(|(separator, _)| *separator == byte).for_each(|(_, n)| *n += 1),
        }
    }
    let mut most = counts[0];
    for other in counts {
        if other.1 > most.1 {
            most = other;
        }
    }
    (most.0, 0)
}

/// The rows of a text, one after the other.
struct Records<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    separator: u8,
}

impl<'a> Records<'a> {
    /// Reads the next row, blank or not. `false` at the end.
    fn next(&mut self, cells: &mut Vec<Cow<'a, str>>) -> Result<bool, SheetError> {
        cells.clear();
        if self.at == self.text.len() {
            return Ok(false);
        }
        loop {
            if cells.len() == MOST_COLUMNS {
                return Err(too_many_columns());
            }
            let cell = self.cell()?;
            cells.push(cell);
            match self.text.as_bytes().get(self.at) {
                None => return Ok(true),
                Some(byte) if *byte == self.separator => self.at += 1,
                Some(_) => {
                    let is_pair = self.text[self.at..].starts_with("\r\n");
                    self.at += if is_pair { 2 } else { 1 };
                    self.line += 1;
                    return Ok(true);
                }
            }
        }
    }

    /// Reads a cell, up to its separator or the end of its line.
    fn cell(&mut self) -> Result<Cow<'a, str>, SheetError> {
        if self.text.as_bytes().get(self.at) != Some(&b'"') {
            return Ok(Cow::Borrowed(self.plain()));
        }
        let quoted = self.quoted()?;
        let rest = self.plain();
        Ok(if rest.is_empty() { quoted } else { Cow::Owned(quoted.into_owned() + rest) })
    }

    /// What stands before the next separator or end of line.
    fn plain(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let is_end = |byte: u8| byte == self.separator || byte == b'\r' || byte == b'\n';
        let len = rest.bytes().position(is_end).unwrap_or(rest.len());
        self.at += len;
        &rest[..len]
    }

    /// What stands between quotation marks; two of them in it mean one.
    fn quoted(&mut self) -> Result<Cow<'a, str>, SheetError> {
        let opened = self.line;
        let mut cell = Cow::Borrowed("");
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(len) = rest.find('"') else {
                let message = "a quotation mark opens a cell and none closes it; add the second, or write two for one \
                               that is part of the text";
                return Err(SheetError::Line { line: opened, message: message.to_owned() });
            };
            let is_doubled = rest[len + 1..].starts_with('"');
            let part = &rest[..len + usize::from(is_doubled)];
            self.line += line_ends(part);
            self.at += len + 1 + usize::from(is_doubled);
            if cell.is_empty() {
                cell = Cow::Borrowed(part);
            } else {
                cell.to_mut().push_str(part);
            }
            if !is_doubled {
                return Ok(cell);
            }
        }
    }
}

/// How many lines end in a text.
fn line_ends(text: &str) -> u64 {
    let feeds = text.matches('\n').count();
    let returns = text.matches('\r').count() - text.matches("\r\n").count();
    u64::try_from(feeds + returns).unwrap_or(u64::MAX)
}
