//! The seven operations on participants.

use serde_json::{Map, Value, json};

use super::rejection::Rejection;
use super::render::{Embedding, PageRequest};
use super::store::{ATTRIBUTES, Participant};
use super::{EmptySearch, NameCoach, ParticipantChoice, input, render};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

impl NameCoach {
    /// The index of a name page.
    pub(super) fn name_page(&self, id: &str) -> Result<usize, Rejection> {
        self.name_pages.iter().position(|page| page.is(id)).ok_or(Rejection::NotFound)
    }

    /// The participant with this token or address, on this page if one is named.
    fn find(&self, id: &str, name_page: Option<usize>) -> Result<&Participant, Rejection> {
        let on_page = |it: &&Participant| name_page.is_none_or(|page| it.name_page == page);
        let mut found = self.participants.iter().filter(on_page).filter(|it| it.token == id || it.is_of(id));
        let found = match self.settings.of_several {
            ParticipantChoice::Newest => found.next_back(),
            ParticipantChoice::Oldest => found.next(),
        };
        found.ok_or(Rejection::NotFound)
    }

    fn show(&self, participant: &Participant, with: &Embedding) -> Value {
        render::participant(participant, &self.name_pages[participant.name_page], with)
    }

    fn show_one(&self, participant: &Participant, incoming: &Incoming) -> Answer {
        let with = Embedding::of(&input::query(incoming));
        Answer::json(200, &json!({"participant": self.show(participant, &with)}))
    }

    pub(super) fn get(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let participant = self.find(incoming.value("id_or_email"), None)?;
        Ok(self.show_one(participant, incoming))
    }

    pub(super) fn get_of_name_page(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let page = self.name_page(incoming.value("name_page_id"))?;
        let participant = self.find(incoming.value("id_or_email"), Some(page))?;
        Ok(self.show_one(participant, incoming))
    }

    /// The newest participant of a person, by address, id at the organisation, or a participant's token.
    pub(super) fn latest(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let user = incoming.query("token").ok_or(Rejection::NotFound)?;
        let is_them = |it: &&Participant| {
            it.token == user || it.is_of(user) || it.institution_id.as_deref() == Some(user)
        };
        let one = self.participants.iter().rfind(is_them).ok_or(Rejection::NotFound)?;
        let newest = self.participants.iter().rfind(|it| it.is_of(&one.email)).unwrap_or(one);
        let with = Embedding::of(&input::query(incoming));
        let mut shown = self.show(newest, &with);
        let recorded = newest.recording.as_ref().map(|recording| render::milliseconds(recording.at));
        let filled_in = newest.has_attributes().then(|| render::milliseconds(newest.updated_at));
        shown["recording_date"] = json!(recorded);
        shown["custom_objects_recorded_date"] = json!(filled_in);
        Ok(Answer::json(200, &json!({"participant": shown})))
    }

    pub(super) fn list(&self, incoming: &Incoming) -> Answer {
        let fields = input::query(incoming);
        self.page(&fields, self.matching(&fields), ["participants"; 2], incoming)
    }

    pub(super) fn list_of_name_page(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let id = incoming.value("name_page_id");
        let page = self.name_page(id)?;
        let fields = input::query(incoming);
        let mut found = self.matching(&fields);
        found.retain(|participant| participant.name_page == page);
        let path = format!("name_pages/{}/participants", self.name_pages[page].slug);
        Ok(self.page(&fields, found, [&path; 2], incoming))
    }

    pub(super) fn search(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let fields = input::object_or_form(incoming);
        let has = |name: &str| !input::list(fields.get(name)).is_empty();
        if !has("email_list")
            && !has("institution_id_list")
            && self.settings.search_without_list == EmptySearch::NotFound
        {
            return Err(Rejection::NotFound);
        }
        let mut found = self.matching(&fields);
        let time = |name: &str| fields.get(name).and_then(input::instant);
        if let Some(after) = time("updated_after") {
            found.retain(|participant| participant.updated_at > after);
        }
        if let Some(before) = time("updated_before") {
            found.retain(|participant| participant.updated_at < before);
        }
        let paths = ["participants/search", "participants"];
        Ok(self.page(&fields, found, paths, incoming))
    }

    /// The participants that match both lists. A missing or empty list matches all.
    fn matching(&self, fields: &Map<String, Value>) -> Vec<&Participant> {
        let emails = input::list(fields.get("email_list"));
        let ids = input::list(fields.get("institution_id_list"));
        let is_listed = |participant: &&Participant| {
            let id = participant.institution_id.as_ref();
            (emails.is_empty() || emails.iter().any(|email| participant.is_of(email)))
                && (ids.is_empty() || id.is_some_and(|id| ids.contains(id)))
        };
        self.participants.iter().filter(is_listed).collect()
    }

    fn page(
        &self,
        fields: &Map<String, Value>,
        found: Vec<&Participant>,
        paths: [&str; 2],
        incoming: &Incoming,
    ) -> Answer {
        let settings = &self.settings;
        // The parameters of the icon are not repeated.
        let repeated = ["email_list", "include", "institution_id_list"];
        let repeated: Vec<_> = repeated
            .iter()
            .map(|name| ((*name).to_owned(), input::list(fields.get(*name)).join(",")))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let page = PageRequest::of(fields, settings, incoming.ignore_paging);
        let (found, meta) = page.cut(found, incoming, paths, &repeated, settings);
        let with = Embedding::of(fields);
        let found: Vec<_> = found.into_iter().map(|participant| self.show(participant, &with)).collect();
        Answer::json(200, &json!({"participants": found, "meta": meta}))
    }

    pub(super) fn create(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let page = self.name_page(incoming.value("name_page_id"))?;
        let body = input::object(incoming).ok_or(Rejection::UnreadableParticipant)?;
        let Some(Value::Object(new)) = body.get("participant") else {
            return Err(Rejection::UnreadableParticipant);
        };
        let text = |name: &str| new.get(name).and_then(input::text).unwrap_or_default().trim().to_owned();
        let (email, phone_number, notes) = (text("email"), text("phone_number"), text("notes"));
        let strict = self.settings.strict;
        let mut errors = Map::new();
        let mut wrong = |field: &str, reasons: &[&str]| errors.insert(field.to_owned(), json!(reasons));
        if email.is_empty() {
            wrong("email", &["is invalid", "can't be blank"]);
        } else if !input::is_address(&email) {
            wrong("email", &["is invalid"]);
        } else if strict && self.participants.iter().any(|it| it.name_page == page && it.is_of(&email)) {
            wrong("email", &["has already been taken"]);
        }
        if !phone_number.is_empty() && !input::is_phone_number(&phone_number) {
            wrong("phone_number", &["Is not valid."]);
        }
        if strict && notes.is_empty() {
            wrong("notes", &["can't be blank"]);
        }
        if !errors.is_empty() {
            return Err(Rejection::Participant(errors));
        }
        let (first_name, last_name) = (text("first_name"), text("last_name"));
        let now = world.clock.now();
        let mut participant = self.participant(&first_name, &last_name, &email, page, now);
        let given = new.get("custom_objects").and_then(Value::as_object);
        for (key, _) in ATTRIBUTES {
            if let Some(value) = given.and_then(|given| given.get(key)) {
                participant.attributes.insert(key.to_owned(), value.clone());
            }
        }
        let mut shown = self.show(&participant, &Embedding::default());
        // The attributes are stored, but not shown in this answer.
        shown["custom_objects"] = json!({});
        let link = render::link(incoming, &format!("participants/{}", participant.token));
        self.participants.push(participant);
        Ok(Answer::json(201, &json!({"participant": shown, "meta": {"link": link}})).acted())
    }
}
