//! Listings: by page number, by offset and by cursor.

use std::cmp::Ordering;
use std::ops::Bound;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};
use tassel_accredible::operations::{CREDENTIALS_LIST_PAGING, CREDENTIALS_SEARCH_PAGING};

use super::Accredible;
use super::index::{Lookup, Selection};
use super::input::{day, object};
use super::rejection::Rejection;
use super::store::Credential;
use crate::exchange::{Answer, Incoming};

/// A page of items in serialized JSON.
fn page_answer(name: &str, items: impl Iterator<Item = impl AsRef<[u8]>>, meta: &Value) -> Answer {
    let mut text = format!(r#"{{"{name}":["#).into_bytes();
    for (place, item) in items.enumerate() {
        text.extend_from_slice(if place > 0 { b"," } else { b"" });
        text.extend_from_slice(item.as_ref());
    }
    text.extend_from_slice(format!(r#"],"meta":{meta}}}"#).as_bytes());
    Answer::json_text(200, text.into_boxed_slice().into())
}

/// A page by its number.
#[derive(Debug)]
pub(super) struct NumberedPage {
    page: usize,
    size: usize,
    /// Whether the answer has the size of the page.
    has_size: bool,
}

impl NumberedPage {
    /// The page that the body names, or the query without a body.
    pub(super) fn new(page: Option<u64>, size: Option<u64>, incoming: &Incoming) -> Self {
        let in_query = |name| incoming.query(name).and_then(|text| text.parse().ok());
        let (page, size) = (page.or_else(|| in_query("page")), size.or_else(|| in_query("page_size")));
        let number = |given: u64| usize::try_from(given.max(1)).unwrap_or(usize::MAX);
        Self {
            page: if incoming.ignore_paging { 1 } else { number(page.unwrap_or(1)) },
            size: number(size.unwrap_or(CREDENTIALS_LIST_PAGING.size)),
            has_size: false,
        }
    }

    /// The page that the query names, of at most `most` items. A size that is no positive number is the usual one.
    pub(super) fn limited(incoming: &Incoming, usual: u64, most: u64) -> Self {
        let size = incoming.query("page_size").and_then(|text| text.parse().ok()).filter(|size| *size > 0);
        Self::new(None, Some(size.unwrap_or(usual).min(most)), incoming).with_size()
    }

    /// With the size of the page in the answer.
    pub(super) fn with_size(self) -> Self {
        Self { has_size: true, ..self }
    }

    /// The items of the page.
    pub(super) fn cut<T>(&self, items: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        items.skip((self.page - 1).saturating_mul(self.size)).take(self.size)
    }

    /// A page with the vendor's paging fields.
    pub(super) fn answer(
        &self,
        name: &str,
        shown: impl Iterator<Item = impl AsRef<[u8]>>,
        count: usize,
    ) -> Answer {
        let pages = count.div_ceil(self.size).max(1);
        let mut meta = json!({
            "current_page": self.page,
            "next_page": (self.page < pages).then_some(self.page + 1),
            "prev_page": (self.page > 1).then(|| self.page - 1),
            "total_pages": pages,
            "total_count": count,
        });
        if self.has_size {
            meta["page_size"] = self.size.into();
        }
        page_answer(name, shown, &meta)
    }
}

impl Accredible {
    pub(super) fn search(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let body = object(&incoming.body)?;
        let query =
            body["query"].as_object().ok_or_else(|| Rejection::Query("query is missing".to_owned()))?;
        let filters =
            query.iter().map(|(key, value)| Filter::new(key, value)).collect::<Result<Vec<_>, _>>()?;
        let sort = Sort::new(&body["sort"])?;
        let page = PageRequest::new(&body["page"], incoming)?;
        let (by, all_of_them) = narrow(&filters);
        let selection = self.credentials.listed().select(&by);
        // One more than the page holds, to know whether another page follows.
        let wanted = page.size.saturating_add(1);
        let (count, mut shown): (_, Vec<_>) = if all_of_them
            && sort.is_by_number()
            && self.department.is_none()
        {
            // The selection is sorted by number, so only the credentials of the page are read.
            let numbers = sort.after(page.after.as_ref(), &selection).skip(page.from).take(wanted);
            (selection.len(), numbers.map(|number| selection.read(*number)).collect())
        } else {
            let found = selection.iter().filter(|credential| {
                self.reaches(credential.group) && filters.iter().all(|filter| filter.accepts(credential))
            });
            let mut found: Vec<_> =
                found.map(|credential| (sort.key(self, credential), credential)).collect();
            found.sort_by(|(a, _), (b, _)| sort.compare(a, b));
            let first = match &page.after {
                Some(after) => {
                    found.partition_point(|(key, _)| sort.compare(key, after) != Ordering::Greater)
                }
                None => page.from,
            };
            (found.len(), found.iter().map(|(_, credential)| *credential).skip(first).take(wanted).collect())
        };
        let is_last = shown.len() <= page.size;
        shown.truncate(page.size);
        let cursor = shown.last().filter(|_| !is_last || self.settings.cursor_on_last_page);
        let cursor = cursor.map(|last| {
            let key = sort.key(self, last);
            STANDARD.encode(json!([key.0, key.1]).to_string())
        });
        let shown = shown.iter().map(|credential| self.found_text(credential));
        let mut meta = json!({"count": count, "from": page.from, "size": page.size});
        if let Some(cursor) = cursor {
            meta["cursor"] = cursor.into();
        }
        Ok(page_answer("credentials", shown, &meta))
    }
}

/// The field that a search sorts by, and whether the order is descending.
pub(super) fn sort_order(sort: &Value, fields: &[&str]) -> Result<Option<(String, bool)>, Rejection> {
    let reject = |text: String| Err(Rejection::Query(text));
    let sort = match sort {
        Value::Null => return Ok(None),
        Value::Object(sort) => sort,
        _ => return reject("sort is not an object".to_owned()),
    };
    let mut entries = sort.iter();
    let (Some((field, order)), None) = (entries.next(), entries.next()) else {
        return if sort.is_empty() { Ok(None) } else { reject("Sort by one field only".to_owned()) };
    };
    if !fields.contains(&field.as_str()) {
        return reject(format!("Sort field {field} is not supported"));
    }
    match order.as_str() {
        Some("asc") => Ok(Some((field.clone(), false))),
        Some("desc") => Ok(Some((field.clone(), true))),
        _ => reject(format!("Sort order {} is not supported", order.as_str().unwrap_or_default())),
    }
}

/// Whether an object contains all wanted fields.
pub(super) fn holds(given: Option<&Map<String, Value>>, wanted: &Map<String, Value>) -> bool {
    wanted.iter().all(|(name, value)| given.and_then(|given| given.get(name)) == Some(value))
}

/// The requested page of a search.
struct PageRequest {
    from: usize,
    size: usize,
    after: Option<Key>,
}

impl PageRequest {
    fn new(page: &Value, incoming: &Incoming) -> Result<Self, Rejection> {
        let reject = |text: &str| Err(Rejection::Query(text.to_owned()));
        let number = |name: &str, usual: u64| match &page[name] {
            Value::Null => Ok(usual),
            value => value.as_u64().ok_or_else(|| Rejection::Query(format!("page.{name} is not a number"))),
        };
        let (from, size) = (number("from", 0)?, number("size", CREDENTIALS_SEARCH_PAGING.size)?);
        let has_from = !page["from"].is_null();
        let reach = CREDENTIALS_SEARCH_PAGING.reach.unwrap_or(u64::MAX);
        let cursor = page["cursor"].as_str().filter(|cursor| !cursor.is_empty());
        if size == 0 {
            return reject("page.size is not positive");
        }
        if cursor.is_some() && has_from {
            return reject("page.from and page.cursor can not be used together");
        }
        if has_from && from.saturating_add(size) > reach {
            return reject("page.from and page.size reach only the first 10000 results");
        }
        let after = match cursor {
            Some(cursor) => {
                Some(Key::read(cursor).ok_or_else(|| Rejection::Query("Invalid cursor".to_owned()))?)
            }
            None => None,
        };
        let whole = |number| usize::try_from(number).unwrap_or(usize::MAX);
        Ok(if incoming.ignore_paging {
            Self { from: 0, size: whole(size), after: None }
        } else {
            Self { from: whole(from), size: whole(size), after }
        })
    }
}

/// A sort key: a text, then the number.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key(String, u64);

impl Key {
    fn read(cursor: &str) -> Option<Self> {
        let text = STANDARD.decode(cursor).ok()?;
        let (text, number) = serde_json::from_slice(&text).ok()?;
        Some(Self(text, number))
    }
}

struct Sort {
    field: String,
    descending: bool,
}

impl Sort {
    fn new(sort: &Value) -> Result<Self, Rejection> {
        let fields = ["id", "recipient_name", "group.name", "issued_on", "expired_on"];
        let (field, descending) = sort_order(sort, &fields)?.unwrap_or_else(|| ("id".to_owned(), false));
        Ok(Self { field, descending })
    }

    fn key(&self, state: &Accredible, credential: &Credential) -> Key {
        let text = match self.field.as_str() {
            "recipient_name" => credential.recipient.name.clone(),
            "group.name" => {
                state.groups.get(&credential.group).map(|group| group.name.clone()).unwrap_or_default()
            }
            "issued_on" => credential.issued_on.to_string(),
            "expired_on" => credential.expired_on.map(|date| date.to_string()).unwrap_or_default(),
            _ => String::new(),
        };
        Key(text, credential.number)
    }

    fn is_by_number(&self) -> bool {
        self.field == "id"
    }

    /// The numbers of a selection after a key, or all without a key, in order.
    fn after<'a>(
        &self,
        key: Option<&Key>,
        selection: &'a Selection<'_>,
    ) -> Box<dyn Iterator<Item = &'a u64> + 'a> {
        // When sorting by number the text is empty, which sorts before any other.
        let (from, until) = match key {
            None => (Bound::Unbounded, Bound::Unbounded),
            Some(Key(text, _)) if !text.is_empty() && self.descending => (Bound::Unbounded, Bound::Unbounded),
            Some(Key(text, _)) if !text.is_empty() => return Box::new(std::iter::empty()),
            Some(Key(_, number)) if self.descending => (Bound::Unbounded, Bound::Excluded(*number)),
            Some(Key(_, number)) => (Bound::Excluded(*number), Bound::Unbounded),
        };
        let selected = selection.numbers().range((from, until));
        if self.descending { Box::new(selected.rev()) } else { Box::new(selected) }
    }

    fn compare(&self, a: &Key, b: &Key) -> Ordering {
        if self.descending { b.cmp(a) } else { a.cmp(b) }
    }
}

/// The index lookup for the filters, and whether it makes the filters redundant.
fn narrow<'a>(filters: &'a [Filter<'_>]) -> (Lookup<'a>, bool) {
    let texts = |field| {
        filters.iter().find_map(|filter| match &filter.comparison {
            Comparison::In(texts) if filter.field == field => Some(texts.as_slice()),
            _ => None,
        })
    };
    let by = texts("license_id").map(Lookup::OwnId);
    let by = by.or_else(|| texts("recipient_email").map(Lookup::Address));
    let by = by.or_else(|| texts("group.id").map(Lookup::Group)).unwrap_or(Lookup::Nothing);
    let left = filters.len() - usize::from(matches!(by, Lookup::OwnId(_) | Lookup::Group(_)));
    (by, left == 0)
}

/// A filter of a query, such as `issued_on[gte]`.
struct Filter<'a> {
    field: &'a str,
    comparison: Comparison<'a>,
}

enum Comparison<'a> {
    /// Equal to one of these.
    In(Vec<String>),
    /// A day before or after this one. The flag includes the day itself.
    Day(Ordering, bool, Date),
    Published(bool),
    Holds(&'a Map<String, Value>),
}

impl<'a> Filter<'a> {
    fn new(key: &'a str, value: &'a Value) -> Result<Self, Rejection> {
        let (field, operator) = match key.split_once('[') {
            Some((field, operator)) => (field, operator.trim_end_matches(']')),
            None => (key, "eq"),
        };
        let unsupported = || Rejection::Query(format!("Query {key} is not supported"));
        let wrong = || Rejection::Query(format!("Query {key} has a value that is not supported"));
        let is_date = ["issued_on", "expired_on", "updated_at", "created_at"].contains(&field);
        let text = |value: &Value| match value {
            Value::String(text) if is_date => day(text).map(|date| date.to_string()),
            Value::String(text) => {
                Some(if field == "recipient_email" { text.to_lowercase() } else { text.clone() })
            }
            Value::Number(number) if !is_date => Some(number.to_string()),
            _ => None,
        };
        let comparison = match (field, operator) {
            ("approve", "eq") => Comparison::Published(value.as_bool().ok_or_else(wrong)?),
            ("recipient_meta_data" | "meta_data" | "custom_attributes", "eq") if !key.contains('[') => {
                Comparison::Holds(value.as_object().ok_or_else(wrong)?)
            }
            (
                "uuid" | "group.id" | "recipient_name" | "recipient_email" | "recipient_id" | "license_id"
                | "issued_on" | "expired_on" | "updated_at" | "created_at",
                "eq" | "in",
            ) => {
                let values = match (operator, value) {
                    ("in", Value::Array(values)) => values.as_slice(),
                    ("in", _) => return Err(wrong()),
                    _ => std::slice::from_ref(value),
                };
                Comparison::In(values.iter().map(text).collect::<Option<_>>().ok_or_else(wrong)?)
            }
            (_, "lt" | "lte" | "gt" | "gte") if is_date => {
                let side = if operator.starts_with('l') { Ordering::Less } else { Ordering::Greater };
                let day = value.as_str().and_then(day).ok_or_else(wrong)?;
                Comparison::Day(side, operator.ends_with('e'), day)
            }
            _ => return Err(unsupported()),
        };
        Ok(Self { field, comparison })
    }

    fn accepts(&self, credential: &Credential) -> bool {
        let day = |instant: jiff::Timestamp| Some(instant.to_zoned(TimeZone::UTC).date());
        let date = match self.field {
            "issued_on" => Some(credential.issued_on),
            "expired_on" => credential.expired_on,
            "updated_at" => day(credential.updated_at),
            "created_at" => day(credential.created_at),
            _ => None,
        };
        match &self.comparison {
            Comparison::Published(published) => credential.published_on.is_some() == *published,
            Comparison::Day(side, itself, wanted) => {
                date.is_some_and(|date| date.cmp(wanted) == *side || (*itself && date == *wanted))
            }
            Comparison::Holds(wanted) => {
                let given = match self.field {
                    "recipient_meta_data" => credential.recipient.meta_data.as_ref(),
                    "meta_data" => credential.meta_data.as_ref(),
                    _ => Some(&credential.custom_attributes),
                };
                holds(given, wanted)
            }
            Comparison::In(wanted) => {
                let text = match self.field {
                    "uuid" => Some(credential.uuid.clone()),
                    "group.id" => Some(credential.group.to_string()),
                    "recipient_name" => Some(credential.recipient.name.clone()),
                    "recipient_email" => Some(credential.recipient.email.to_lowercase()),
                    "recipient_id" => credential.recipient.id.clone(),
                    "license_id" => credential.own_id.clone(),
                    _ => date.map(|date| date.to_string()),
                };
                text.is_some_and(|text| wanted.contains(&text))
            }
        }
    }
}
