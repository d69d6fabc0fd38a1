//! Mapped records: a record with the vendor's own record, and the fields that were not mapped.

use serde::Serialize;
use serde_json::Value;

/// A record, and the vendor's own record that it was made from.
#[derive(Debug, Clone, PartialEq)]
pub struct MappedRecord<T> {
    /// The record.
    pub record: T,
    /// The vendor's own record.
    pub source: Source,
    /// The fields of the source that are in the record.
    mapped_fields: &'static [&'static str],
}

/// A vendor's own record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Source {
    /// A credential of Accredible.
    #[cfg(feature = "accredible")]
    Accredible(Box<tassel_accredible::model::FoundCredential>),
    /// A result of Coursepath, with its member and its course.
    #[cfg(feature = "coursepath")]
    Coursepath {
        /// The result.
        result: Box<tassel_coursepath::model::CourseMember>,
        /// The member.
        member: std::sync::Arc<tassel_coursepath::model::Member>,
        /// The course.
        course: std::sync::Arc<tassel_coursepath::model::Course>,
    },
    /// A lesson schedule of Damstra, as in the listing.
    #[cfg(feature = "damstra")]
    Damstra {
        /// The user.
        user: std::sync::Arc<tassel_damstra::model::User>,
        /// The schedule.
        schedule: Box<tassel_damstra::model::LessonScheduleSummary>,
    },
    /// A story of Falkor, with a user's progress in it.
    #[cfg(feature = "falkor")]
    FalkorStory {
        /// The user, without the stories.
        user: std::sync::Arc<tassel_falkor::model::UserStoryLog>,
        /// The story.
        story: Box<tassel_falkor::model::UserStory>,
    },
    /// A certificate of Falkor, with its story.
    #[cfg(feature = "falkor")]
    FalkorCertificate {
        /// The story.
        story: std::sync::Arc<tassel_falkor::model::Story>,
        /// The user, with the certificate.
        user: Box<tassel_falkor::model::UserCertificate>,
    },
    /// A participant of NameCoach.
    #[cfg(feature = "namecoach")]
    NameCoach(Box<tassel_namecoach::model::Participant>),
    /// A record of a system that this crate does not support.
    Other(Value),
}

/// A field of the source that is not in the record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MappingLoss {
    /// The path of the field, separated by dots.
    pub field: String,
    /// The value of the field.
    pub value: Value,
}

impl<T> MappedRecord<T> {
    /// A record, its source, and the fields of the source that are in the record, as paths separated by dots. A field
    /// includes its subfields.
    pub fn new(record: T, source: Source, mapped_fields: &'static [&'static str]) -> Self {
        Self { record, source, mapped_fields }
    }

    /// The fields of the source that are not in the record, sorted by path. A null field is not a loss.
    #[must_use]
    pub fn losses(&self) -> Vec<MappingLoss> {
        let mut losses = Vec::new();
        // The source was read from JSON, so that it serializes.
        let source = serde_json::to_value(&self.source).unwrap_or_default();
        collect(&source, "", self.mapped_fields, &mut losses);
        losses.sort_by(|a, b| a.field.cmp(&b.field));
        losses
    }

    /// The record without its source.
    pub fn into_record(self) -> T {
        self.record
    }
}

fn collect(value: &Value, path: &str, mapped_fields: &[&str], losses: &mut Vec<MappingLoss>) {
    if mapped_fields.contains(&path) {
        return;
    }
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (name, value) in fields {
                let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(value, &inner, mapped_fields, losses);
            }
        }
        value => losses.push(MappingLoss { field: path.to_owned(), value: value.clone() }),
    }
}
