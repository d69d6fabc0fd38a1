//! Evidence and references. A credential holds its own, in the order of their positions.

use serde_json::{Number, Value, json};
use tassel_accredible::model::{
    EvidenceCategory, EvidenceItemUpdate, NewEvidenceItem, NewReference, Referee, ReferenceUpdate,
    Relationship,
};
use tassel_accredible::{Lenient, Patch};

use super::Accredible;
use super::credentials::{replace, set};
use super::input::{Checks, model, wrapped};
use super::rejection::Rejection;
use super::store::Credential;
use crate::exchange::{Answer, Incoming};

/// A record of a credential, with its id.
type Held<T> = (u64, T);

/// A record that has a position among others.
trait Placed {
    fn position(&self) -> Option<i64>;

    fn move_to(&mut self, position: i64);
}

impl Placed for NewEvidenceItem {
    fn position(&self) -> Option<i64> {
        self.position
    }

    fn move_to(&mut self, position: i64) {
        self.position = Some(position);
    }
}

impl Placed for NewReference {
    fn position(&self) -> Option<i64> {
        self.position
    }

    fn move_to(&mut self, position: i64) {
        self.position = Some(position);
    }
}

const UNLISTED: &str = "is not included in the list";

/// Adds a record, after the others unless it has a position.
fn place<T: Placed>(records: &mut Vec<Held<T>>, id: u64, mut record: T) {
    let last = records.iter().filter_map(|(_, record)| record.position()).max();
    let next = last.map_or(0, |last| last.saturating_add(1));
    record.move_to(record.position().unwrap_or(next));
    records.push((id, record));
    sort(records);
}

fn sort<T: Placed>(records: &mut [Held<T>]) {
    records.sort_by_key(|(_, record)| record.position());
}

/// The index of the record that the path names.
fn find<T>(records: &[Held<T>], id: &str) -> Option<usize> {
    let id: u64 = id.parse().ok()?;
    records.iter().position(|(known, _)| *known == id)
}

impl Accredible {
    pub(super) fn create_evidence(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let mut credential = self.credential(incoming)?;
        let item: NewEvidenceItem = model(&wrapped(&incoming.body, "evidence_item")?)?;
        let mut checks = Checks::default();
        checks.present("description", item.description.as_deref());
        check_category(&mut checks, "category", item.category.as_ref());
        checks.finish()?;
        let id = self.number();
        place(&mut credential.evidence, id, item);
        self.save_evidence(credential, id)
    }

    pub(super) fn get_evidence(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let credential = self.credential(incoming)?;
        let index = evidence_index(&credential, incoming)?;
        Ok(self.wrap("evidence_item", &shown_item(&credential.evidence[index])))
    }

    pub(super) fn update_evidence(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let mut credential = self.credential(incoming)?;
        let index = evidence_index(&credential, incoming)?;
        let changes: EvidenceItemUpdate = model(&wrapped(&incoming.body, "evidence_item")?)?;
        let mut checks = Checks::default();
        if let Some(description) = set(&changes.description) {
            checks.present("description", Some(description));
        }
        check_category(&mut checks, "category", set(&changes.category));
        checks.finish()?;
        let clears = self.settings.null_clears;
        let (id, item) = &mut credential.evidence[index];
        replace(&mut item.description, changes.description, clears);
        replace(&mut item.category, changes.category, clears);
        replace(&mut item.url, changes.url, clears);
        replace(&mut item.file, changes.file, clears);
        replace(&mut item.string_object, changes.string_object, clears);
        replace(&mut item.preview, changes.preview, clears);
        if let Patch::Set(position) = changes.position {
            item.position = Some(position);
        }
        let id = *id;
        sort(&mut credential.evidence);
        self.save_evidence(credential, id)
    }

    pub(super) fn delete_evidence(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let mut credential = self.credential(incoming)?;
        let index = evidence_index(&credential, incoming)?;
        let (id, item) = credential.evidence.remove(index);
        self.credentials.insert(credential);
        Ok(self.wrap("evidence_item", &json!({"id": id, "description": item.description})).acted())
    }

    fn save_evidence(&mut self, credential: Credential, id: u64) -> Result<Answer, Rejection> {
        let item = credential.evidence.iter().find(|(known, _)| *known == id);
        let answer = self.wrap("evidence_item", &shown_item(item.ok_or(Rejection::NoEvidence)?)).acted();
        self.credentials.insert(credential);
        Ok(answer)
    }

    pub(super) fn create_reference(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let mut credential = self.credential(incoming)?;
        let reference: NewReference = model(&wrapped(&incoming.body, "reference")?)?;
        let mut checks = Checks::default();
        checks.present("description", reference.description.as_deref());
        check_relationship(&mut checks, "relationship", reference.relationship.as_ref());
        checks.finish()?;
        let id = self.number();
        let answer = self.wrap("reference", &shown_reference(id, &reference)).acted();
        place(&mut credential.references, id, reference);
        self.credentials.insert(credential);
        Ok(answer)
    }

    pub(super) fn get_reference(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let credential = self.credential(incoming)?;
        let (id, reference) = &credential.references[reference_index(&credential, incoming)?];
        Ok(self.wrap("reference", &shown_reference(*id, reference)))
    }

    pub(super) fn update_reference(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let mut credential = self.credential(incoming)?;
        let index = reference_index(&credential, incoming)?;
        let changes: ReferenceUpdate = model(&wrapped(&incoming.body, "reference")?)?;
        let mut checks = Checks::default();
        if let Some(description) = set(&changes.description) {
            checks.present("description", Some(description));
        }
        if let Some(relationship) = set(&changes.relationship) {
            check_relationship(&mut checks, "relationship", Some(relationship));
        }
        checks.finish()?;
        let clears = self.settings.null_clears;
        let (id, reference) = &mut credential.references[index];
        replace(&mut reference.description, changes.description, clears);
        replace(&mut reference.relationship, changes.relationship, clears);
        if let Patch::Set(position) = changes.position {
            reference.position = Some(position);
        }
        let answer = self.wrap("reference", &shown_reference(*id, reference)).acted();
        sort(&mut credential.references);
        self.credentials.insert(credential);
        Ok(answer)
    }

    pub(super) fn delete_reference(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let mut credential = self.credential(incoming)?;
        let (id, reference) = credential.references.remove(reference_index(&credential, incoming)?);
        self.credentials.insert(credential);
        Ok(self.wrap("reference", &shown_reference(id, &reference)).acted())
    }

    /// Adds the evidence and the references of a write of a credential.
    pub(super) fn attach(
        &mut self,
        credential: &mut Credential,
        evidence: Option<Vec<NewEvidenceItem>>,
        references: Option<Vec<NewReference>>,
    ) {
        for item in evidence.into_iter().flatten() {
            place(&mut credential.evidence, self.number(), item);
        }
        for reference in references.into_iter().flatten() {
            place(&mut credential.references, self.number(), reference);
        }
    }

    /// Gives the first credential a grade, a file and a reference.
    pub(super) fn add_academy_evidence(&mut self) {
        let Some(mut first) = self.credentials.first().cloned() else { return };
        let log = NewEvidenceItem::new(EvidenceCategory::File, "Practical log");
        place(&mut first.evidence, 826, NewEvidenceItem::grade("Final grade", 80));
        place(&mut first.evidence, 827, log.file("https://files.example.org/imani/log.pdf"));
        let referee = Referee::default().name("Tomasz Wren").email("tomasz.wren@example.org");
        let praise =
            NewReference::new(Relationship::Managed, "Led the mooring drill and kept everyone safe.");
        place(&mut first.references, 2, praise.referee(referee));
        self.credentials.insert(first);
    }

    /// A copy of the credential that the path names.
    fn credential(&self, incoming: &Incoming) -> Result<Credential, Rejection> {
        self.credentials.find(incoming.value("credential_id")).cloned().ok_or(Rejection::NoCredential)
    }

    fn wrap(&self, wrapper: &str, shown: &Value) -> Answer {
        if self.settings.evidence_wrapper {
            Answer::json(200, &json!({wrapper: shown}))
        } else {
            Answer::json(200, shown)
        }
    }
}

fn evidence_index(credential: &Credential, incoming: &Incoming) -> Result<usize, Rejection> {
    find(&credential.evidence, incoming.value("evidence_item_id")).ok_or(Rejection::NoEvidence)
}

fn reference_index(credential: &Credential, incoming: &Incoming) -> Result<usize, Rejection> {
    find(&credential.references, incoming.value("reference_id")).ok_or(Rejection::NotFound)
}

/// Checks the evidence and the references of a write of a credential.
pub(super) fn check_all(
    checks: &mut Checks,
    evidence: Option<&[NewEvidenceItem]>,
    references: Option<&[NewReference]>,
) {
    for item in evidence.unwrap_or_default() {
        checks.present("evidence_items.description", item.description.as_deref());
        check_category(checks, "evidence_items.category", item.category.as_ref());
    }
    for reference in references.unwrap_or_default() {
        checks.present("references.description", reference.description.as_deref());
        check_relationship(checks, "references.relationship", reference.relationship.as_ref());
    }
}

/// Some programs send no category.
fn check_category(checks: &mut Checks, name: &'static str, category: Option<&EvidenceCategory>) {
    if matches!(category, Some(EvidenceCategory::Unknown(_))) {
        checks.wrong(name, UNLISTED);
    }
}

fn check_relationship(checks: &mut Checks, name: &'static str, relationship: Option<&Relationship>) {
    let text = checks.present(name, relationship.map(Relationship::as_str));
    if !text.is_empty() && matches!(relationship, Some(Relationship::Unknown(_))) {
        checks.wrong(name, UNLISTED);
    }
}

/// The evidence of a credential.
pub(super) fn evidence(credential: &Credential) -> Vec<Value> {
    credential.evidence.iter().map(shown_item).collect()
}

/// An item, which is read under other names than it is written.
fn shown_item((id, item): &Held<NewEvidenceItem>) -> Value {
    let category = item.category.as_ref().map(EvidenceCategory::as_str);
    let link = if category == Some("file") {
        item.file.as_ref().or(item.url.as_ref())
    } else {
        item.url.as_ref().or(item.file.as_ref())
    };
    json!({
        "id": id,
        "description": item.description,
        "preview_image_url": item.preview,
        "link_url": link,
        "type": category,
        "string_object": shown_content(category, item.string_object.as_ref()),
        "supplemental": false,
        "position": item.position,
    })
}

/// The content: a grade in an object, other JSON as it is, and any other text as a text.
fn shown_content(category: Option<&str>, content: Option<&Lenient<String>>) -> Value {
    let text = match content {
        None => return Value::Null,
        Some(Lenient::Known(text)) => text.clone(),
        Some(Lenient::Other(value)) => value.to_string(),
    };
    if category == Some("grade") {
        let number = text.parse::<Number>().map_or_else(|_| Value::String(text), Value::Number);
        return json!({"grade": number});
    }
    let held = serde_json::from_str(&text).ok().filter(|held: &Value| held.is_object() || held.is_array());
    held.unwrap_or(Value::String(text))
}

/// The references of a credential. Each says whether it is visible, which a single one does not.
pub(super) fn references(credential: &Credential) -> Vec<Value> {
    let references = credential.references.iter().map(|(id, reference)| {
        let mut shown = shown_reference(*id, reference);
        shown["approve"] = true.into();
        shown
    });
    references.collect()
}

fn shown_reference(id: u64, reference: &NewReference) -> Value {
    let referee = reference.referee.clone().unwrap_or_default();
    json!({
        "id": id,
        "description": reference.description,
        "relationship": reference.relationship.as_ref().map(Relationship::as_str),
        "supplemental": false,
        "referee": {"name": referee.name, "email": referee.email, "avatar": referee.avatar},
    })
}
