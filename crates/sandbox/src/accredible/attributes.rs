//! Attribute keys.

use serde_json::{Value, json};
use tassel_accredible::model::{AttributeKeySearch, AttributeKind, DepartmentId};

use super::Accredible;
use super::departments::DEFAULT;
use super::input::{Checks, is_id, model, search, wrapped};
use super::rejection::Rejection;
use super::search::NumberedPage;
use crate::exchange::{Answer, Incoming};

/// An attribute key.
#[derive(Debug, Clone)]
pub(super) struct AttributeKey {
    id: u64,
    name: String,
    kind: AttributeKind,
    department: DepartmentId,
}

impl AttributeKey {
    fn shown(&self) -> Value {
        json!({"id": self.id, "name": self.name, "kind": self.kind, "department_id": self.department})
    }
}

/// The keys of a new sandbox.
pub(super) fn initial() -> Vec<AttributeKey> {
    let key =
        |id, name: &str, kind| AttributeKey { id, name: name.to_owned(), kind, department: DEFAULT.into() };
    vec![key(501, "Berth", AttributeKind::Text), key(502, "Assessed", AttributeKind::Date)]
}

impl Accredible {
    /// Several keys can have the same name.
    pub(super) fn create_attribute_key(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let fields = wrapped(&incoming.body, "attribute_key")?;
        let mut checks = Checks::default();
        let name = checks.present("name", fields["name"].as_str());
        let spelling = checks.present("kind", fields["kind"].as_str());
        let kind = AttributeKind::from(spelling.as_str());
        if !spelling.is_empty() && matches!(kind, AttributeKind::Unknown(_)) {
            checks.wrong("kind", "is invalid");
        }
        if !is_id(&fields["department_id"]) {
            checks.wrong("department_id", "can't be blank");
        }
        checks.finish()?;
        let id = self.attribute_keys.last().map_or(501, |last| last.id + 1);
        let key = AttributeKey { id, name, kind, department: model(&fields["department_id"])? };
        let answer = Answer::json(200, &json!({"attribute_key": key.shown()}));
        self.attribute_keys.push(key);
        Ok(answer.acted())
    }

    pub(super) fn search_attribute_keys(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let search: AttributeKeySearch = search(incoming)?;
        let mut found: Vec<_> = self.attribute_keys.iter().collect();
        found.retain(|key| {
            let (name, by_part) = (key.name.to_lowercase(), self.settings.attribute_keys_by_part);
            search
                .name
                .as_ref()
                .map(|part| part.to_lowercase())
                .is_none_or(|part| if by_part { name.contains(&part) } else { name == part })
                && search.kind.as_ref().is_none_or(|kind| *kind == key.kind)
                && search.department.as_ref().is_none_or(|department| *department == key.department)
        });
        let page = NumberedPage::new(search.page, search.page_size, incoming);
        Ok(page.answer(
            "attribute_keys",
            page.cut(found.iter()).map(|key| key.shown().to_string()),
            found.len(),
        ))
    }
}
