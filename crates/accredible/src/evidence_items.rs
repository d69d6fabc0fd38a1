//! Evidence on credentials, and what is in it: grades, transcripts and durations.

use serde_json::{Value, json};
use tassel_core::values::{Date, Lenient, Patch};

pub use crate::generated::evidence_items::*;
use crate::model::{EvidenceCategory, EvidenceItem, NewEvidenceItem};

/// The content of a piece of evidence; see [`EvidenceItem::content`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum EvidenceContent {
    /// A grade in percent.
    Grade(f64),
    /// A transcript.
    Transcript(Vec<TranscriptEntry>),
    /// The first and the last day of a course, and the number of days.
    CourseDuration(Date, Date, i64),
    /// Anything else.
    Other(Value),
}

/// An entry of a transcript.
#[derive(Debug, Clone, PartialEq)]
pub struct TranscriptEntry {
    /// The name of what was graded.
    pub category: String,
    /// The grade in percent.
    pub percent: f64,
}

impl<S: Into<String>, P: Into<f64>> From<(S, P)> for TranscriptEntry {
    fn from((category, percent): (S, P)) -> Self {
        Self { category: category.into(), percent: percent.into() }
    }
}

impl NewEvidenceItem {
    /// A grade in percent.
    #[must_use]
    pub fn grade(description: impl Into<String>, percent: impl Into<f64>) -> Self {
        let content = EvidenceContent::Grade(percent.into());
        Self::new(EvidenceCategory::Grade, description).string_object(&content)
    }

    /// A transcript: what was graded, each with its grade in percent.
    #[must_use]
    pub fn transcript(
        description: impl Into<String>,
        entries: impl IntoIterator<Item = impl Into<TranscriptEntry>>,
    ) -> Self {
        let content = EvidenceContent::Transcript(entries.into_iter().map(Into::into).collect());
        Self::new(EvidenceCategory::Transcript, description).string_object(&content)
    }

    /// The first and the last day of a course, and the number of days. The vendor's plugin sends it; it is not
    /// documented.
    #[must_use]
    pub fn course_duration(
        description: impl Into<String>,
        start: impl Into<Date>,
        end: impl Into<Date>,
        days: i64,
    ) -> Self {
        let content = EvidenceContent::CourseDuration(start.into(), end.into(), days);
        Self::new(EvidenceCategory::CourseDuration, description).string_object(&content)
    }
}

impl EvidenceItem {
    /// The content, if there is any. Only the form of a grade is documented; other contents are read from JSON or from
    /// a text that holds JSON, in the form in which they are sent.
    #[must_use]
    pub fn content(&self) -> Option<EvidenceContent> {
        let raw = self.string_object.as_ref().filter(|value| !value.is_null())?;
        let held = raw.as_str().and_then(|text| serde_json::from_str(text).ok());
        Some(read(held.as_ref().unwrap_or(raw)).unwrap_or_else(|| EvidenceContent::Other(raw.clone())))
    }
}

fn read(value: &Value) -> Option<EvidenceContent> {
    if let Some(entries) = value.as_array() {
        let entry = |entry: &Value| {
            Some(TranscriptEntry {
                category: entry["category"].as_str()?.to_owned(),
                percent: number(&entry["percent"])?,
            })
        };
        return entries.iter().map(entry).collect::<Option<_>>().map(EvidenceContent::Transcript);
    }
    if let Some(percent) = number(&value["grade"]) {
        return Some(EvidenceContent::Grade(percent));
    }
    let date = |name: &str| value[name].as_str()?.parse().ok();
    let days = value["duration_in_days"].as_i64()?;
    Some(EvidenceContent::CourseDuration(date("start_date")?, date("end_date")?, days))
}

/// A number, or a text that holds one.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// The content as the vendor takes it: a text, which holds JSON unless it is a grade.
impl From<&EvidenceContent> for String {
    fn from(content: &EvidenceContent) -> Self {
        match content {
            EvidenceContent::Grade(percent) => percent.to_string(),
            EvidenceContent::Transcript(entries) => entries
                .iter()
                .map(|entry| json!({"category": entry.category, "percent": entry.percent.to_string()}))
                .collect::<Value>()
                .to_string(),
            EvidenceContent::CourseDuration(start, end, days) => json!({
                "start_date": start.to_string(),
                "end_date": end.to_string(),
                "duration_in_days": days,
            })
            .to_string(),
            EvidenceContent::Other(Value::String(text)) => text.clone(),
            EvidenceContent::Other(value) => value.to_string(),
        }
    }
}

impl From<&EvidenceContent> for Patch<Lenient<String>> {
    fn from(content: &EvidenceContent) -> Self {
        Self::Set(Lenient::Known(content.into()))
    }
}
