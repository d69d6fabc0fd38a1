//! Exports, which are created at once and completed later by the clock.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::rejection::Rejection;
use super::render::{Embedding, PageRequest};
use super::{NameCoach, input, render};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// How long a report is kept after its export was created.
const RETENTION: SignedDuration = SignedDuration::from_hours(1);

/// An export.
#[derive(Debug)]
pub(super) struct Export {
    id: String,
    created_after: Option<Timestamp>,
    updated_after: Option<Timestamp>,
    /// The index of the name page, and its id in answers.
    name_page: Option<(usize, String)>,
    created_at: Timestamp,
    begins_at: Timestamp,
    ends_at: Timestamp,
    fails: bool,
}

impl Export {
    fn expires_at(&self) -> Timestamp {
        later(self.created_at, RETENTION)
    }

    fn state(&self, now: Timestamp) -> &'static str {
        match now {
            now if self.fails && now >= self.ends_at => "failed",
            now if now >= self.expires_at() => "expired",
            now if now >= self.ends_at => "completed",
            now if now >= self.begins_at => "in_progress",
            _ => "initial",
        }
    }

    /// The export as in lists. Filters that were not set are left out.
    fn show(&self, now: Timestamp) -> Map<String, Value> {
        let filters = [
            ("created_after", self.created_after.map(render::seconds)),
            ("updated_after", self.updated_after.map(render::seconds)),
            ("name_page_id", self.name_page.as_ref().map(|(_, shown)| shown.clone())),
        ];
        let own = [
            ("id", Some(self.id.clone())),
            ("state", Some(self.state(now).to_owned())),
            ("expires_at", Some(render::seconds(self.expires_at()))),
            ("created_at", Some(render::seconds(self.created_at))),
        ];
        let fields = filters.into_iter().chain(own);
        fields.filter_map(|(name, value)| Some((name.to_owned(), value?.into()))).collect()
    }
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

impl NameCoach {
    /// Adds a completed export of the staff, created ten minutes ago.
    pub(super) fn export_staff(&mut self, now: Timestamp) {
        let earlier = |minutes| now.checked_sub(SignedDuration::from_mins(minutes)).unwrap_or(now);
        self.exports.push(Export {
            id: "3d1f2f0a-6d34-4a51-9a53-9a1f0d2c7b64".to_owned(),
            created_after: None,
            updated_after: None,
            name_page: Some((0, "harbour-237eyc55".to_owned())),
            created_at: earlier(10),
            begins_at: earlier(10),
            ends_at: earlier(9),
            fails: false,
        });
    }

    pub(super) fn create_export(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let body = input::object(incoming).unwrap_or_default();
        let Some(Value::Object(new)) = body.get("export") else {
            return Err(Rejection::Export("export", "can't be blank"));
        };
        let given = |name: &str| new.get(name).filter(|value| !value.is_null() && *value != "");
        let time = |name: &'static str| match given(name) {
            Some(value) => input::instant(value).map(Some).ok_or(Rejection::Export(name, "is invalid")),
            None => Ok(None),
        };
        let (created_after, updated_after) = (time("created_after")?, time("updated_after")?);
        let name_page = match given("name_page_id") {
            Some(value) => {
                let id = input::text(value).unwrap_or_default();
                let not_found = Rejection::Export("name_page_id", "is not found");
                Some((self.name_page(&id).map_err(|_| not_found)?, id))
            }
            None => None,
        };
        if created_after.is_none() && updated_after.is_none() && name_page.is_none() {
            return Err(Rejection::Export("base", "at least one parameter should be specified"));
        }
        let name_page = name_page.map(|(page, id)| {
            let mut changed = || {
                let word = self.name_pages[page].slug.split('-').next().unwrap_or_default();
                let noise: String = (0..8).map(|_| self.random.lowercase()).collect();
                format!("{word}-{noise}")
            };
            (page, if self.settings.export_name_page_changes { changed() } else { id })
        });
        let [queued, worked_on] =
            self.settings.export_seconds.map(|it| SignedDuration::from_secs(it.min(1_000_000).cast_signed()));
        let now = world.clock.now();
        let export = Export {
            id: self.uuid(),
            created_after,
            updated_after,
            name_page,
            created_at: now,
            begins_at: later(now, queued),
            ends_at: later(later(now, queued), worked_on),
            fails: self.settings.exports_fail,
        };
        // An export that takes no time is shown as waiting first, too.
        let mut shown = export.show(now);
        shown.insert("state".to_owned(), "initial".into());
        let link = render::link(incoming, &format!("exports/{}", export.id));
        self.exports.push(export);
        Ok(Answer::json(202, &json!({"export": shown, "meta": {"link": link}})).acted())
    }

    pub(super) fn get_export(&self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let id = incoming.value("id");
        let export = self.exports.iter().find(|export| export.id == id).ok_or(Rejection::NotFound)?;
        let now = world.clock.now();
        let mut shown = export.show(now);
        if export.state(now) == "completed" {
            shown.insert("report".to_owned(), self.report(export));
        }
        Ok(Answer::json(200, &json!({"export": shown})))
    }

    /// The report: the participants that match all filters, as of the completion of the export.
    fn report(&self, export: &Export) -> Value {
        let is_in = |it: &&super::Participant| {
            it.created_at <= export.ends_at
                && export.created_after.is_none_or(|after| it.created_at > after)
                && export.updated_after.is_none_or(|after| it.updated_at > after)
                && export.name_page.as_ref().is_none_or(|(page, _)| it.name_page == *page)
        };
        let with = Embedding::default();
        let found = self.participants.iter().filter(is_in);
        found.map(|it| render::participant(it, &self.name_pages[it.name_page], &with)).collect()
    }

    pub(super) fn list_exports(&self, incoming: &Incoming, world: &World) -> Answer {
        let settings = &self.settings;
        let now = world.clock.now();
        let exports: Vec<_> = self.exports.iter().map(|export| export.show(now)).collect();
        let page = PageRequest::of(&input::query(incoming), settings, incoming.ignore_paging);
        let (exports, meta) = page.cut(exports, incoming, ["exports"; 2], &[], settings);
        Answer::json(200, &json!({"exports": exports, "meta": meta}))
    }
}
