//! What has happened to credentials.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use tassel_accredible::operations::ANALYTICS_LIST_PAGING;

use super::Accredible;
use super::rejection::Rejection;
use super::search::NumberedPage;
use super::store::Credential;
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// An event.
#[derive(Debug)]
pub(super) struct Event {
    /// The number of the credential.
    pub(super) credential: u64,
    pub(super) name: String,
    pub(super) at: Timestamp,
}

impl Event {
    fn shown_at(&self) -> String {
        format!("{:.3}", self.at)
    }
}

impl Accredible {
    pub(super) fn record(&mut self, credential: u64, name: &str, world: &World) {
        self.events.push(Event { credential, name: name.to_owned(), at: world.clock.now() });
    }

    /// The control `event`.
    pub(super) fn record_event(&mut self, body: &Value, world: &World) -> Result<Value, String> {
        let id = match &body["credential"] {
            Value::String(id) => id.clone(),
            Value::Number(id) => id.to_string(),
            _ => return Err("`credential` is missing: the id of the credential".to_owned()),
        };
        let credential = self.credentials.find(&id);
        let number = credential.ok_or_else(|| format!("there is no credential `{id}`"))?.number;
        let name = body["event"].as_str().unwrap_or("recipient_view_certificate");
        self.record(number, name, world);
        Ok(json!({"event": name}))
    }

    pub(super) fn credential_analytics(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let credential = self.credentials.find(incoming.value("id")).ok_or(Rejection::NoCredential)?;
        let events = self.events.iter().filter(|event| event.credential == credential.number);
        let shown = events.map(|event| {
            json!({"credential_id": credential.number, "event": event.name, "created_at": event.shown_at()})
        });
        Ok(Answer::json(200, &json!({"analytics": shown.collect::<Vec<_>>()})))
    }

    pub(super) fn analytics(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let day = |name| {
            let read = |text: &str| text.replace('/', "-").parse::<Date>();
            let day = incoming.query(name).map(read).transpose();
            day.map_err(|_| Rejection::field(name, "is invalid"))
        };
        let (from, until) = (day("start_date")?, day("end_date")?);
        let is = |wanted: Option<&str>, it: u64| wanted.is_none_or(|wanted| wanted == it.to_string());
        let (group, department) = (incoming.query("group_id"), incoming.query("department_id"));
        let wanted = |event: &Event, credential: &Credential| {
            let on = event.at.to_zoned(TimeZone::UTC).date();
            from.is_none_or(|from| on >= from)
                && until.is_none_or(|until| on <= until)
                && is(group, credential.group)
                && is(department, self.department_of(credential.group))
                && self.reaches(credential.group)
        };
        let of_credentials =
            self.events.iter().filter_map(|event| Some((event, self.credentials.get(event.credential)?)));
        let events: Vec<_> = of_credentials.filter(|(event, credential)| wanted(event, credential)).collect();
        let number = |name| incoming.query(name).and_then(|text| text.parse().ok());
        let size = number("page_size").unwrap_or(ANALYTICS_LIST_PAGING.size);
        let page = NumberedPage::new(number("page"), Some(size), incoming);
        let shown = page.cut(events.iter()).map(|(event, credential)| {
            let credential = json!({"id": credential.number, "license_id": credential.own_id});
            json!({"credential": credential, "event": event.name, "created_at": event.shown_at()}).to_string()
        });
        Ok(page.answer("analytics", shown, events.len()))
    }
}
