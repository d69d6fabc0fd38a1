//! The values of a row.

use super::{Cells, Columns, is_invisible, trimmed};
use crate::fields::{Field, Fields, Problem};
use crate::sheet::dates;

/// The most characters of a cell.
const MOST_CHARACTERS: usize = 10_000;

/// The most characters of a credential's own id.
const LONGEST_ID: usize = 100;

/// What a spreadsheet shows in place of a value.
const ERRORS: [&str; 14] = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#DATA!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#GETTING_DATA",
];

impl Columns {
    /// Reads the cells of a row. The problems name their columns; they do not repeat names, addresses, ids or phone
    /// numbers.
    #[must_use]
    pub fn read(&self, cells: &Cells) -> (Fields, Vec<Problem>) {
        let mut fields = Fields::default();
        let mut problems = Vec::new();
        let (mut first, mut last) = (None, None);
        for (position, (heading, field)) in self.headings.iter().zip(&self.fields).enumerate() {
            let cell = trimmed(cells.get(position));
            let Some(field) = field.as_ref().filter(|_| !cell.is_empty()) else { continue };
            let read = checked(cell, field).and_then(|()| match field {
                Field::FirstName => keep(&mut first, person(cell)),
                Field::LastName => keep(&mut last, person(cell)),
                _ => set(&mut fields, field, cell),
            });
            if let Err(message) = read {
                problems.push(Problem { column: Some(heading.clone()), message });
            }
        }
        if first.is_some() || last.is_some() {
            let parts: Vec<_> = first.into_iter().chain(last).collect();
            fields.name = Some(parts.join(" "));
        }
        self.look_over(&fields, cells, &mut problems);
        (fields, problems)
    }

    /// Finds the problems of a row as a whole.
    fn look_over(&self, fields: &Fields, cells: &Cells, problems: &mut Vec<Problem>) {
        let is_blank = |field: &Field| {
            let position = self.fields.iter().position(|held| held.as_ref() == Some(field));
            position.is_none_or(|position| trimmed(cells.get(position)).is_empty())
        };
        let mut add = |field: Option<&Field>, message: String| {
            let column = field.and_then(|field| self.heading(field)).map(ToOwned::to_owned);
            problems.push(Problem { column, message });
        };
        if [Field::Name, Field::FirstName, Field::LastName].iter().all(is_blank) {
            let column =
                if self.fields.contains(&Some(Field::Name)) { Field::Name } else { Field::FirstName };
            add(Some(&column), "the name is missing; write the recipient's name".to_owned());
        }
        if is_blank(&Field::Email) {
            add(
                Some(&Field::Email),
                "the address is missing; write the recipient's email address".to_owned(),
            );
        }
        if let (Some(issued), Some(expired)) = (fields.issued_on, fields.expired_on)
            && expired < issued
        {
            let message =
                format!("the expiry date {expired} is before the issue date {issued}; correct one of them");
            add(Some(&Field::ExpiredOn), message);
        }
        let headings = self.headings.len();
        if let Some(position) =
            (headings..cells.len()).find(|position| !trimmed(cells.get(*position)).is_empty())
        {
            let message = format!(
                "cell {} has a value and the sheet has {headings} headings; add a heading, or put a cell that \
                 contains the separator in quotation marks",
                position + 1
            );
            add(None, message);
        }
    }
}

/// Puts the value of a cell in its field.
fn set(fields: &mut Fields, field: &Field, cell: &str) -> Result<(), String> {
    let text = || Ok(cell.to_owned());
    match field {
        Field::Name | Field::FirstName | Field::LastName => keep(&mut fields.name, person(cell)),
        Field::Email => keep(&mut fields.email, address(cell)),
        Field::Id => keep(&mut fields.id, id(cell)),
        Field::RecipientId => keep(&mut fields.recipient_id, text()),
        Field::PhoneNumber => keep(&mut fields.phone_number, phone(cell)),
        Field::IssuedOn => keep(&mut fields.issued_on, dates::read(cell)),
        Field::ExpiredOn => keep(&mut fields.expired_on, dates::read(cell)),
        Field::CourseName => keep(&mut fields.course_name, text()),
        Field::Description => keep(&mut fields.description, text()),
        Field::Private => keep(&mut fields.private, yes_or_no(cell)),
        Field::Grade => keep(&mut fields.grade, percent(cell)),
        Field::Group => keep(&mut fields.group, text()),
        Field::Custom(name) => {
            fields.custom.insert(name.clone(), cell.to_owned());
            Ok(())
        }
        Field::Meta(key) => {
            fields.meta.insert(key.clone(), cell.to_owned());
            Ok(())
        }
    }
}

fn keep<T>(field: &mut Option<T>, value: Result<T, String>) -> Result<(), String> {
    *field = Some(value?);
    Ok(())
}

/// Refuses what no field can hold.
fn checked(cell: &str, field: &Field) -> Result<(), String> {
    let count = cell.chars().count();
    if count > MOST_CHARACTERS {
        return Err(format!("the cell has {count} characters; {MOST_CHARACTERS} is the most"));
    }
    if ERRORS.contains(&cell) {
        return Err(format!("the cell shows the error {cell}; correct its formula"));
    }
    if cell.starts_with('=') {
        return Err(
            "the cell begins with =, like a formula that was not computed; write its value".to_owned()
        );
    }
    let is_allowed = |c: char| *field == Field::Description && matches!(c, '\r' | '\n');
    match cell.chars().find(|c| (c.is_control() || *c == '\u{FFFD}') && !is_allowed(*c)) {
        None => Ok(()),
        Some('\r' | '\n') => Err("the cell has a line break; write one line".to_owned()),
        Some('\u{FFFD}') => {
            Err("the cell has a character that was lost (U+FFFD); write it again, and save as UTF-8"
                .to_owned())
        }
        Some(c) => Err(format!("the cell has a control character (U+{:04X}); remove it", u32::from(c))),
    }
}

/// A name, or a part of one.
fn person(cell: &str) -> Result<String, String> {
    if cell.contains('@') {
        return Err("the name has an @ in it, like an address; write the recipient's name".to_owned());
    }
    Ok(cell.to_owned())
}

/// An address in lower case.
fn address(cell: &str) -> Result<String, String> {
    let address = cell.to_lowercase();
    let is_domain = |domain: &str| !domain.contains('@') && domain.split('.').all(|label| !label.is_empty());
    let is_pair = |(user, domain): (&str, &str)| !user.is_empty() && is_domain(domain);
    let message = if address.starts_with("mailto:") {
        "the address begins with mailto:; write the address alone"
    } else if address.contains(['<', '>']) {
        "the address has angle brackets; write the address alone, without a name"
    } else if address.contains([',', ';']) {
        "the address has a comma or a semicolon; write one address, such as imke.aalto@example.org"
    } else if address.contains(|c: char| c.is_whitespace() || is_invisible(c)) {
        "the address has a space or an invisible character in it; remove it"
    } else if address.split_once('@').is_none_or(|pair| !is_pair(pair)) {
        "it is not an address; write one such as imke.aalto@example.org"
    } else {
        return Ok(address);
    };
    Err(message.to_owned())
}

/// A credential's own id.
fn id(cell: &str) -> Result<String, String> {
    let count = cell.chars().count();
    if count > LONGEST_ID {
        return Err(format!("the id has {count} characters; {LONGEST_ID} is the most"));
    }
    if cell.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = "the id has digits only, like the vendor's own ids; add a letter, such as C-1042";
        return Err(message.to_owned());
    }
    if cell == "." || cell == ".." {
        return Err(
            "the id is part of an address of the web and cannot be dots only; add a letter".to_owned()
        );
    }
    let is_reserved =
        |c: char| matches!(c, '/' | '\\' | '?' | '#' | '%') || c.is_whitespace() || is_invisible(c);
    match cell.chars().find(|c| is_reserved(*c)) {
        None => Ok(cell.to_owned()),
        Some(c) => {
            let name =
                if c.is_whitespace() || is_invisible(c) { "a space".to_owned() } else { c.to_string() };
            Err(format!(
                "the id is part of an address of the web and cannot have {name} in it; use - instead"
            ))
        }
    }
}

/// A phone number in the form of E.164.
fn phone(cell: &str) -> Result<String, String> {
    let is_filler = |c: char| matches!(c, ' ' | '\u{A0}' | '-' | '(' | ')' | '.');
    let number: String = cell.chars().filter(|c| !is_filler(*c)).collect();
    let digits = number.strip_prefix('+').unwrap_or_default();
    let is_number = (7..=15).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0')
        && !cell.contains("(0)");
    if is_number {
        return Ok(number);
    }
    Err("it is not a phone number with its country; write + and 7 to 15 digits, such as +49 30 1234567"
        .to_owned())
}

fn yes_or_no(cell: &str) -> Result<bool, String> {
    match cell.to_lowercase().as_str() {
        "yes" | "true" | "1" | "y" | "x" => Ok(true),
        "no" | "false" | "0" | "n" => Ok(false),
        _ => Err(format!("{} is not yes or no; write one of them", quoted(cell))),
    }
}

/// A grade in percent.
fn percent(cell: &str) -> Result<f64, String> {
    let number = cell.strip_suffix('%').unwrap_or(cell).trim_end();
    let is_decimal = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let grade = number.replace(',', ".").parse().ok().filter(|_| is_decimal);
    grade.filter(|grade| (0.0..=100.0).contains(grade)).ok_or_else(|| {
        format!("{} is not a grade in percent; write a number from 0 to 100, such as 87.5", quoted(cell))
    })
}

/// A cell in a message. A long one is cut.
pub(super) fn quoted(cell: &str) -> String {
    match cell.char_indices().nth(40) {
        None => format!("`{cell}`"),
        Some((end, _)) => format!("`{}...`", &cell[..end]),
    }
}
