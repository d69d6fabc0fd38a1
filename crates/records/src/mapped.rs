//! A record, the vendor's own beside it, and what could not be carried over.

use serde::Serialize;
use serde_json::Value;

/// A record made from a vendor's, which is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapped<T> {
    /// The record.
    pub record: T,
    /// What it was made from.
    pub source: Source,
    carried: &'static [&'static str],
}

/// A vendor's own record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Source {
    /// A credential of Accredible's.
    #[cfg(feature = "accredible")]
    Accredible(Box<tassel_accredible::model::FoundCredential>),
    /// A result of Coursepath's, with the member and the course.
    #[cfg(feature = "coursepath")]
    Coursepath {
        /// The result.
        result: Box<tassel_coursepath::model::CourseMember>,
        /// Whose it is.
        member: std::sync::Arc<tassel_coursepath::model::Member>,
        /// What it is of.
        course: std::sync::Arc<tassel_coursepath::model::Course>,
    },
    /// A lesson schedule of Damstra's, as the listing has it.
    #[cfg(feature = "damstra")]
    Damstra {
        /// Whose it is.
        user: std::sync::Arc<tassel_damstra::model::User>,
        /// The schedule.
        schedule: Box<tassel_damstra::model::LessonScheduleSummary>,
    },
    /// What a user of Falkor's did with a story.
    #[cfg(feature = "falkor")]
    FalkorStory {
        /// The user, without the stories.
        user: std::sync::Arc<tassel_falkor::model::UserStoryLog>,
        /// The story.
        story: Box<tassel_falkor::model::UserStory>,
    },
    /// A certificate of Falkor's, with its story.
    #[cfg(feature = "falkor")]
    FalkorCertificate {
        /// The story.
        story: std::sync::Arc<tassel_falkor::model::Story>,
        /// The user, with the certificate.
        user: Box<tassel_falkor::model::UserCertificate>,
    },
    /// A participant of NameCoach's.
    #[cfg(feature = "namecoach")]
    NameCoach(Box<tassel_namecoach::model::Participant>),
    /// Anything of a system that this crate does not know.
    Other(Value),
}

/// A field of the source that is not in the record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lost {
    /// Where it is, as a path with dots.
    pub field: String,
    /// What it says.
    pub value: Value,
}

impl<T> Mapped<T> {
    /// A record, what it was made from, and the fields of that which are in it, as paths with dots: with a field goes
    /// all that is in it.
    pub fn new(record: T, source: Source, carried: &'static [&'static str]) -> Self {
        Self { record, source, carried }
    }

    /// What the source says and the record does not. A field without a value is not lost. By the names of
    /// the fields.
    #[must_use]
    pub fn lost(&self) -> Vec<Lost> {
        let mut lost = Vec::new();
        // What was read from JSON can be written as JSON.
        let source = serde_json::to_value(&self.source).unwrap_or_default();
        collect(&source, "", self.carried, &mut lost);
        lost.sort_by(|a, b| a.field.cmp(&b.field));
        lost
    }

    /// The record alone.
    pub fn into_record(self) -> T {
        self.record
    }
}

fn collect(value: &Value, path: &str, carried: &[&str], lost: &mut Vec<Lost>) {
    if carried.contains(&path) {
        return;
    }
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (name, value) in fields {
                let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(value, &inner, carried, lost);
            }
        }
        value => lost.push(Lost { field: path.to_owned(), value: value.clone() }),
    }
}
