//! Columns: which field each of them holds.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{SheetError, trimmed};
use crate::fields::Field;

/// The headings that are read as a field, reduced by [`reduced`]. The names of the fields themselves are read too.
const SYNONYMS: &[(Field, &[&str])] = &[
    (
        Field::Name,
        &[
            "fullname",
            "recipient",
            "recipientname",
            "recipientfullname",
            "participant",
            "participantname",
            "learnername",
            "studentname",
            "attendeename",
        ],
    ),
    (Field::FirstName, &["forename", "givenname", "recipientfirstname"]),
    (Field::LastName, &["surname", "familyname", "recipientlastname"]),
    (
        Field::Email,
        &[
            "mail",
            "emailaddress",
            "mailaddress",
            "recipientemail",
            "recipientemailaddress",
            "participantemail",
            "learneremail",
            "studentemail",
            "attendeeemail",
        ],
    ),
    (
        Field::Id,
        &[
            "credentialid",
            "credentialnumber",
            "licenseid",
            "licensenumber",
            "licenceid",
            "licencenumber",
            "certificateid",
            "certificatenumber",
        ],
    ),
    (
        Field::RecipientId,
        &["studentid", "studentnumber", "learnerid", "participantid", "employeeid", "employeenumber"],
    ),
    (Field::PhoneNumber, &["phone", "mobile", "mobilenumber", "mobilephone", "telephone", "telephonenumber"]),
    (Field::IssuedOn, &["issued", "issuedat", "issuedate", "issuingdate", "dateissued", "dateofissue"]),
    (
        Field::ExpiredOn,
        &[
            "expires",
            "expireson",
            "expiresat",
            "expiry",
            "expirydate",
            "expirationdate",
            "dateofexpiry",
            "validuntil",
        ],
    ),
    (Field::CourseName, &["course", "coursetitle"]),
    (Field::Description, &["coursedescription"]),
    (Field::Private, &["isprivate"]),
    (Field::Grade, &["gradepercent", "finalgrade"]),
    (Field::Group, &["groupid", "groupname"]),
];

/// The columns of a sheet: their headings and the fields that they hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The headings, in order.
    pub headings: Vec<String>,
    /// The field of each column; `None` for a column that is not used.
    pub fields: Vec<Option<Field>>,
}

impl Columns {
    /// Finds the field of each column: by the mapping, whose entries name a heading and a field, and otherwise by the
    /// heading. A column is not read as a field that the mapping gives to another.
    ///
    /// # Errors
    ///
    /// Two columns have one heading or hold one field, the mapping names a column that is not there, or the name or
    /// the address has no column. Without an address a recipient id is enough.
    pub fn new(headings: Vec<String>, map: &[(String, Field)]) -> Result<Self, SheetError> {
        let mut seen = HashMap::new();
        for (position, heading) in headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
            if let Some(first) = seen.insert(heading, position) {
                let (first, second) = (first + 1, position + 1);
                return Err(SheetError::SameHeading { heading: heading.clone(), first, second });
            }
        }
        let mut columns = Self { fields: vec![None; headings.len()], headings };
        let mut places = BTreeMap::new();
        for (column, field) in map {
            let position = columns.named(column).ok_or_else(|| SheetError::NoSuchColumn {
                column: column.clone(),
                field: field.clone(),
                headings: columns.headings.clone(),
            })?;
            if let Some(first) = columns.fields[position].take() {
                let (column, second) = (columns.headings[position].clone(), field.clone());
                return Err(SheetError::MappedTwice { column, first, second });
            }
            columns.place(position, field.clone(), &mut places)?;
        }
        let mapped = places.clone();
        let is_mapped = |field: &Field| mapped.contains_key(field);
        for position in 0..columns.headings.len() {
            let Some(field) = recognised(&columns.headings[position]) else { continue };
            let other = match field {
                Field::Name => is_mapped(&Field::FirstName) || is_mapped(&Field::LastName),
                Field::FirstName | Field::LastName => is_mapped(&Field::Name),
                _ => false,
            };
            if columns.fields[position].is_none() && !other && !is_mapped(&field) {
                columns.place(position, field, &mut places)?;
            }
        }
        columns.check(&places)?;
        Ok(columns)
    }

    /// The headings of the columns that hold no field. A column without a heading is called by its number.
    pub fn unused(&self) -> impl Iterator<Item = String> {
        let columns = self.headings.iter().zip(&self.fields).enumerate();
        columns.filter(|(_, (_, field))| field.is_none()).map(|(position, (heading, _))| {
            if heading.is_empty() { format!("column {}", position + 1) } else { heading.clone() }
        })
    }

    /// The heading of the column that holds a field.
    #[must_use]
    pub fn heading(&self, field: &Field) -> Option<&str> {
        let position = self.fields.iter().position(|held| held.as_ref() == Some(field))?;
        Some(&self.headings[position])
    }

    /// The position of the column with this heading, if need be in another case.
    fn named(&self, column: &str) -> Option<usize> {
        let column = trimmed(column);
        if let Some(position) = self.headings.iter().position(|heading| heading == column) {
            return Some(position);
        }
        let lower = column.to_lowercase();
        let mut alike =
            (0..self.headings.len()).filter(|position| self.headings[*position].to_lowercase() == lower);
        alike.next().filter(|_| alike.next().is_none() && !lower.is_empty())
    }

    /// Notes that a column holds a field.
    fn place(
        &mut self,
        position: usize,
        field: Field,
        places: &mut BTreeMap<Field, usize>,
    ) -> Result<(), SheetError> {
        if let Some(first) = places.insert(field.clone(), position) {
            return Err(self.same(field, first, position));
        }
        self.fields[position] = Some(field);
        Ok(())
    }

    /// Refuses a name in two forms or in half, and columns without a name or an address.
    fn check(&self, places: &BTreeMap<Field, usize>) -> Result<(), SheetError> {
        let (name, first, last) =
            (places.get(&Field::Name), places.get(&Field::FirstName), places.get(&Field::LastName));
        let half = |position: &usize, field, missing| SheetError::HalfName {
            column: self.headings[*position].clone(),
            field,
            missing,
        };
        match (name, first, last) {
            (Some(name), Some(part), _) | (Some(name), None, Some(part)) => {
                return Err(self.same(Field::Name, *name, *part));
            }
            (None, Some(first), None) => return Err(half(first, Field::FirstName, Field::LastName)),
            (None, None, Some(last)) => return Err(half(last, Field::LastName, Field::FirstName)),
            (None, None, None) => return Err(self.without(Field::Name)),
            (Some(_), None, None) | (None, Some(_), Some(_)) => {}
        }
        if places.contains_key(&Field::Email) || places.contains_key(&Field::RecipientId) {
            return Ok(());
        }
        Err(self.without(Field::Email))
    }

    fn same(&self, field: Field, first: usize, second: usize) -> SheetError {
        let (first, second) = (self.headings[first].clone(), self.headings[second].clone());
        SheetError::SameField { field, first, second }
    }

    fn without(&self, field: Field) -> SheetError {
        SheetError::NoColumn { field, headings: self.headings.clone() }
    }
}

/// The field that a heading names.
fn recognised(heading: &str) -> Option<Field> {
    let named = |prefix: &str| {
        let (start, name) = heading.split_at_checked(prefix.len())?;
        let name = trimmed(name);
        (start.eq_ignore_ascii_case(prefix) && !name.is_empty()).then(|| name.to_owned())
    };
    if let Some(name) = named("custom.") {
        return Some(Field::Custom(name));
    }
    if let Some(key) = named("meta.") {
        return Some(Field::Meta(key));
    }
    let heading = reduced(heading);
    let fixed = Field::FIXED.into_iter().find(|field| reduced(&field.to_string()) == heading);
    let synonym = || SYNONYMS.iter().find(|(_, names)| names.contains(&heading.as_str()));
    fixed.or_else(|| synonym().map(|(field, _)| field.clone()))
}

/// A heading without what does not matter: its case and everything but letters and digits.
fn reduced(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
