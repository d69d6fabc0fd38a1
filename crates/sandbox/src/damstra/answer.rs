//! The vendor's answers and rejections.

use jiff::tz::{TimeZone, offset};
use serde_json::{Map, Value, json};
use tassel_core::values::{MillisecondsOffset, SecondsOffset};

use super::{Settings, input};
use crate::exchange::{Answer, Incoming};

/// Why a request is rejected.
#[derive(Debug)]
pub(super) enum Rejection {
    /// The key is missing or wrong.
    UnknownKey { short: bool },
    /// The key is valid, but may not do this.
    NotAuthorised,
    /// A field is invalid.
    Invalid(String),
    /// There is no such record.
    NotFound(&'static str, String),
    /// There is no such group, when users are added or removed.
    Group(String),
    /// There is no such group, when it is fetched.
    UnknownGroup,
    /// There is no such lesson schedule, when it is played.
    Schedule,
    /// The lesson schedule is completed.
    Completed,
    /// The lesson schedule is cancelled.
    Cancelled,
    /// All lessons are scheduled already.
    Duplicate,
}

impl Rejection {
    pub(super) fn into_answer(self, settings: &Settings) -> Answer {
        let short = |code: u64, error: &str| json!({"internalCode": code, "error": error});
        let (status, body) = match self {
            Self::UnknownKey { short: true } => (403, short(806, "Token not valid")),
            Self::UnknownKey { short: false } => (
                403,
                json!({
                    "message": "AccessKey does not exist", "reason": "Invalid access key",
                    "internalCode": 806, "error": "Invalid security token",
                }),
            ),
            Self::NotAuthorised => (403, short(831, "You are not authorised to make this request")),
            Self::Invalid(what) => (400, json!({"error": what})),
            Self::NotFound(what, id) => (
                404,
                json!({"message": format!("There is no {what} {id}"), "reason": "Not found", "statusCode": 404}),
            ),
            Self::Group(id) => (
                404,
                json!({
                    "message": format!("Group with id {id} not found"), "reason": "Group not found",
                    "internalCode": 842, "statusCode": 404,
                }),
            ),
            Self::UnknownGroup if settings.placeholder_404 => {
                let body = r#"{ "message":"No group found for that Id", "reason":"No Group found", "error":true, "internalCode":TBD, "statusCode":404 }"#;
                return Answer::of_any_kind(404, body.to_owned());
            }
            Self::UnknownGroup => (
                404,
                json!({"message": "No group found for that Id", "reason": "No Group found", "error": true, "statusCode": 404}),
            ),
            Self::Schedule => (404, short(840, "Lesson Schedule does not exist")),
            Self::Completed => (400, short(837, "This lesson schedule is completed")),
            Self::Cancelled => (400, short(836, "This lesson schedule is cancelled")),
            Self::Duplicate => (400, json!({"error": "Lesson Schedule already exists"})),
        };
        Answer::json(if settings.errors_under_200 { 200 } else { status }, &body)
    }

    pub(super) fn invalid(what: impl Into<String>) -> Self {
        Self::Invalid(what.into())
    }
}

/// The answer to a write: an empty body with the content type of JSON.
pub(super) fn done(settings: &Settings) -> Answer {
    let body = if settings.status_line_bodies { "HTTP/1.1 200 OK" } else { "" };
    Answer::file("application/json", body).acted()
}

/// A page of a list, with the total.
pub(super) fn page(
    items: impl Iterator<Item = Value>,
    incoming: &Incoming,
    settings: &Settings,
) -> Result<Map<String, Value>, Rejection> {
    let number = |name| input::number(incoming, name);
    let start = number("startIndex")?.filter(|_| !incoming.ignore_paging).unwrap_or(0);
    let size = number("maxResults")?.filter(|size| *size > 0);
    let size = size.unwrap_or(settings.default_page_size);
    let mut total = 0;
    let mut results = Vec::new();
    for item in items {
        if total >= start && results.len() < size {
            results.push(item);
        }
        total += 1;
    }
    let end = start + results.len();
    let mut page = Map::new();
    page.insert("results".to_owned(), results.into());
    page.insert("meta".to_owned(), json!({"totalResultCount": total, "startIndex": start, "endIndex": end}));
    Ok(page)
}

/// `2026-09-01T08:00:00+0000`.
pub(super) fn seconds(at: jiff::Timestamp) -> String {
    tassel_core::values::Timestamp::<SecondsOffset>::from(at).to_string()
}

/// `2026-09-01T08:00:00.000Z`.
pub(super) fn milliseconds(at: jiff::Timestamp) -> String {
    tassel_core::values::Timestamp::<tassel_core::values::Milliseconds>::from(at).to_string()
}

/// `2026-09-01T16:00:00.000+0800`, in the account's time zone.
pub(super) fn local(at: jiff::Timestamp) -> String {
    zoned(&at.to_zoned(TimeZone::fixed(offset(8))))
}

/// `2026-09-01T16:00:00.000+0800`, with its own offset.
pub(super) fn zoned(at: &jiff::Zoned) -> String {
    tassel_core::values::Timestamp::<MillisecondsOffset>::from(at.clone()).to_string()
}
