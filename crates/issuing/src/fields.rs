//! What a row says about a credential.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A field of a credential that a column of a sheet can hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[non_exhaustive]
pub enum Field {
    /// The recipient's whole name.
    Name,
    /// The recipient's first name. It and the last name together are the name.
    FirstName,
    /// The recipient's last name.
    LastName,
    /// The recipient's email address.
    Email,
    /// The credential's own id.
    Id,
    /// The issuer's own id of the recipient.
    RecipientId,
    /// The recipient's phone number.
    PhoneNumber,
    /// The issue date.
    IssuedOn,
    /// The expiry date.
    ExpiredOn,
    /// The name of the course, shown on the credential.
    CourseName,
    /// The description of the course, shown on the credential.
    Description,
    /// Whether only the recipient can see the credential.
    Private,
    /// A grade in percent, as a piece of evidence.
    Grade,
    /// The group: its id or its exact name.
    Group,
    /// A custom attribute, by name.
    Custom(String),
    /// An entry of the credential's metadata, by key.
    Meta(String),
}

impl Field {
    /// The fields with a fixed name.
    pub const FIXED: [Self; 14] = [
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::Email,
        Self::Id,
        Self::RecipientId,
        Self::PhoneNumber,
        Self::IssuedOn,
        Self::ExpiredOn,
        Self::CourseName,
        Self::Description,
        Self::Private,
        Self::Grade,
        Self::Group,
    ];
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "name",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Email => "email",
            Self::Id => "id",
            Self::RecipientId => "recipient_id",
            Self::PhoneNumber => "phone_number",
            Self::IssuedOn => "issued_on",
            Self::ExpiredOn => "expired_on",
            Self::CourseName => "course_name",
            Self::Description => "description",
            Self::Private => "private",
            Self::Grade => "grade",
            Self::Group => "group",
            Self::Custom(name) => return write!(f, "custom.{name}"),
            Self::Meta(key) => return write!(f, "meta.{key}"),
        })
    }
}

impl FromStr for Field {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let named = |prefix| text.strip_prefix(prefix).filter(|name: &&str| !name.trim().is_empty());
        if let Some(name) = named("custom.") {
            return Ok(Self::Custom(name.to_owned()));
        }
        if let Some(key) = named("meta.") {
            return Ok(Self::Meta(key.to_owned()));
        }
        let fixed = Self::FIXED.into_iter().find(|field| field.to_string() == text);
        fixed.ok_or_else(|| {
            let names: Vec<_> = Self::FIXED.iter().map(ToString::to_string).collect();
            format!(
                "there is no field `{text}`; the fields are {}, custom.<attribute> and meta.<key>",
                names.join(", ")
            )
        })
    }
}

impl TryFrom<String> for Field {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.to_string()
    }
}

/// The values of a row, read from its cells. An empty cell says nothing: its field is `None`.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Fields {
    /// The recipient's name. Personal.
    pub name: Option<String>,
    /// The recipient's email address, trimmed and in lower case. Personal.
    pub email: Option<String>,
    /// The credential's own id.
    pub id: Option<String>,
    /// The issuer's own id of the recipient.
    pub recipient_id: Option<String>,
    /// The recipient's phone number. Personal.
    pub phone_number: Option<String>,
    /// The issue date.
    pub issued_on: Option<Date>,
    /// The expiry date.
    pub expired_on: Option<Date>,
    /// The name of the course.
    pub course_name: Option<String>,
    /// The description of the course.
    pub description: Option<String>,
    /// Whether only the recipient can see the credential.
    pub private: Option<bool>,
    /// The grade in percent.
    pub grade: Option<f64>,
    /// The group: an id if it is all digits, otherwise a name.
    pub group: Option<String>,
    /// Custom attributes, by name.
    pub custom: BTreeMap<String, String>,
    /// Metadata, by key.
    pub meta: BTreeMap<String, String>,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The column's heading, if one column is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some(column) => write!(f, "column `{column}`: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}
