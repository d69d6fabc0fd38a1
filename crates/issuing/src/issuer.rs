//! What the engine asks of a vendor.

use std::collections::BTreeMap;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::stream::BoxStream;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tassel_core::Error;

use crate::fields::{Field, Fields};
use crate::plan::Change;

/// A vendor that issues credentials, by one account.
///
/// The engine decides what is sent and when. An implementation sends it, and says what came of it: an error's
/// [`outcome`](Error::outcome) is what the engine relies on.
#[async_trait]
pub trait Issuer: Send + Sync {
    /// The vendor's host, as in its base URL.
    fn host(&self) -> &str;

    /// The account.
    async fn account(&self) -> Result<Account, Error>;

    /// The groups with this id, if it is all digits, or with exactly this name.
    async fn groups(&self, name: &str) -> Result<Vec<Group>, Error>;

    /// All credentials of a group. The stream ends with an error unless the listing is known to be complete.
    fn members(&self, group: &str) -> BoxStream<'static, Result<Held, Error>>;

    /// All credentials of the account that changed on this day or later.
    fn changed_since(&self, day: Date) -> BoxStream<'static, Result<Held, Error>>;

    /// The credentials with one of these own ids, at most [`BATCH`] of them. What is not found may exist all the same.
    async fn find(&self, own_ids: &[&str]) -> Result<Vec<Held>, Error>;

    /// The credential with this own id or vendor's number, as it is now.
    async fn get(&self, id: &str) -> Result<Option<Held>, Error>;

    /// Creates credentials, at most [`BATCH`], and returns a result for each, in their order.
    async fn create(&self, batch: &[NewCredential]) -> Result<Vec<Creation>, Error>;

    /// Changes fields of a credential, and returns it as it is then. It may be repeated. `current` is the credential as
    /// it was read before. A grade is not among the fields.
    async fn update(&self, current: &Held, fields: &Fields) -> Result<Held, Error>;

    /// Replaces the grade of a credential, or adds one. It may not be repeated where there is none.
    async fn grade(&self, current: &Held, percent: f64) -> Result<(), Error>;

    /// Publishes the credential with this vendor's number, and returns it as it is then. It may be repeated.
    async fn publish(&self, number: &str) -> Result<Held, Error>;

    /// Deletes the credential with this vendor's number. One that is gone is no error.
    async fn delete(&self, number: &str) -> Result<(), Error>;

    /// The longest time after sending until which an attempt can be under way.
    fn attempt_timeout(&self) -> Duration;

    /// The time that this number of calls takes by the vendor's quota, from now.
    async fn time_for(&self, calls: u64) -> Duration;
}

/// The most credentials of one call.
pub const BATCH: usize = 30;

/// An account at a vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The issuer's id.
    pub issuer: String,
    /// The issuer's name.
    pub name: Option<String>,
    /// The credits left; `None` if the vendor does not say.
    pub balance: Option<i64>,
}

/// A group of credentials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The vendor's id.
    pub id: String,
    /// The name.
    pub name: Option<String>,
}

/// A credential as the vendor holds it. What a reply does not tell is `None`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Held {
    /// The vendor's number; the own id where a reply tells no other. Listings always tell it.
    pub number: String,
    /// The issuer's own id of it.
    pub own_id: Option<String>,
    /// The group's id.
    pub group: Option<String>,
    /// The recipient's name. Personal.
    pub name: Option<String>,
    /// The recipient's address. Personal.
    pub email: Option<String>,
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
    /// Whether only the recipient can see it.
    pub private: Option<bool>,
    /// The grades among its evidence, each with its id.
    pub grades: Vec<(String, f64)>,
    /// Custom attributes as the vendor holds them.
    pub custom: BTreeMap<String, serde_json::Value>,
    /// Metadata as the vendor holds it.
    pub meta: BTreeMap<String, serde_json::Value>,
    /// Whether it is published.
    pub published: Option<bool>,
    /// The day of publication.
    pub published_on: Option<Date>,
    /// The time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Its page.
    pub url: Option<String>,
}

/// A credential to create.
#[derive(Debug, Clone, PartialEq)]
pub struct NewCredential {
    /// Its own id.
    pub own_id: String,
    /// The group's id.
    pub group: String,
    /// Whether it is published at once.
    pub publish: bool,
    /// Its fields. The name and the address are there.
    pub fields: Fields,
}

/// What came of one credential to create.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Creation {
    /// It was created. The text says why it is not published although it should be.
    Created(Box<Held>, Option<String>),
    /// It was not created, for this reason.
    Refused {
        /// The vendor's reason.
        reason: String,
        /// Whether the reason may be that it exists: that its own id is taken, or that its person has one.
        is_taken: bool,
    },
    /// The answer does not say.
    Unknown(String),
}

impl Held {
    /// The fields of a sheet's row that read otherwise here, in the order of the fields.
    ///
    /// A field of the row that says nothing is not compared.
    #[must_use]
    pub fn differences(&self, fields: &Fields) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut compare = |field: Field, from: Option<String>, to: Option<String>| {
            if let Some(to) = to.filter(|to| Some(to) != from.as_ref()) {
                changes.push(Change { field, from, to });
            }
        };
        let text = |date: Option<Date>| date.map(|date| date.to_string());
        compare(Field::Name, self.name.clone(), fields.name.clone());
        compare(Field::Email, self.email.as_ref().map(|email| email.to_lowercase()), fields.email.clone());
        compare(Field::RecipientId, self.recipient_id.clone(), fields.recipient_id.clone());
        compare(Field::PhoneNumber, self.phone_number.clone(), fields.phone_number.clone());
        compare(Field::IssuedOn, text(self.issued_on), text(fields.issued_on));
        compare(Field::ExpiredOn, text(self.expired_on), text(fields.expired_on));
        compare(Field::CourseName, self.course_name.clone(), fields.course_name.clone());
        compare(Field::Description, self.description.clone(), fields.description.clone());
        let flag = |flag: Option<bool>| flag.map(|flag| flag.to_string());
        compare(Field::Private, flag(self.private), flag(fields.private));
        if let Some(grade) = fields.grade {
            let held = self.grades.first().map(|(_, grade)| grade.to_string());
            compare(Field::Grade, held, Some(grade.to_string()));
        }
        let held = |value: Option<&serde_json::Value>| match value {
            None | Some(serde_json::Value::Null) => None,
            Some(serde_json::Value::String(text)) => Some(text.clone()),
            Some(other) => Some(other.to_string()),
        };
        for (name, value) in &fields.custom {
            compare(Field::Custom(name.clone()), held(self.custom.get(name)), Some(value.clone()));
        }
        for (key, value) in &fields.meta {
            compare(Field::Meta(key.clone()), held(self.meta.get(key)), Some(value.clone()));
        }
        changes
    }

    /// Whether it belongs to this address.
    #[must_use]
    pub fn is_of(&self, email: &str) -> bool {
        self.email.as_ref().is_some_and(|own| own.trim().to_lowercase() == email)
    }
}
