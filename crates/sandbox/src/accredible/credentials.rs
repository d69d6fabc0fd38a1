//! Credentials, single and in batches.

use jiff::Span;
use serde_json::{Value, json};
use tassel_accredible::Patch;
use tassel_accredible::model::{BulkCreate, BulkCreateV1, CredentialUpdate, GroupId, NewCredential};

use super::billing::Bill;
use super::evidence;
use super::input::{Checks, model, object};
use super::rejection::Rejection;
use super::store::{Credential, Recipient, Texts, encoded_id};
use super::{Accredible, DeletedIdPolicy, TakenIdPolicy};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

const NO_RECIPIENT: &str = "Can not create credential without recipient data";
const TAKEN: &str = "has already been taken";
pub(super) const DUPLICATE: &str = "has already been taken. Your group settings do not allow duplicates of this credential to be \
                         sent to the same email.";

/// A created credential, the credential that it replaced, and a new bill.
struct Issued {
    number: u64,
    replaced: Option<Credential>,
    bill: Option<Bill>,
}

impl Accredible {
    pub(super) fn create(&mut self, incoming: &Incoming, world: &mut World) -> Result<Answer, Rejection> {
        let body = object(&incoming.body)?;
        let Issued { number, .. } = self.issue_one(&body["credential"], world)?;
        Ok(self.show(&self.credentials[number]).acted())
    }

    /// Creates all credentials of a batch, or none.
    pub(super) fn bulk_create_v1(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let body = object(&incoming.body)?;
        let batch = batch(&body, BulkCreateV1::MAX_CREDENTIALS)?;
        let (next, recipients) = (self.next, self.recipients.len());
        let credits = self.settings.credits;
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        for (place, credential) in (1..).zip(batch) {
            match self.issue_one(credential, world) {
                Ok(issued) => all.push(issued),
                Err(rejection) => problems.push(format!("Credential {place}: {}", rejection.into_text())),
            }
        }
        if !problems.is_empty() {
            // In reverse order, so that each replaced credential is restored.
            for Issued { number, replaced, bill } in all.into_iter().rev() {
                if let Some(bill) = bill {
                    self.billed.remove(bill);
                }
                if let Some(issued) = self.credentials.remove(number) {
                    self.forget_recipient(&issued, recipients);
                }
                if let Some(before) = replaced {
                    self.credentials.insert(before);
                }
            }
            self.next = next;
            self.settings.credits = credits;
            return Err(Rejection::Batch(problems));
        }
        let numbers: Vec<_> = all.iter().map(|issued| issued.number).collect();
        Ok(self.show_batch(&numbers, self.settings.bulk_create_v1).acted())
    }

    /// Creates the valid credentials of a batch.
    pub(super) fn bulk_create(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let body = object(&incoming.body)?;
        let (mut results, mut created, mut all_well) = (Vec::new(), false, true);
        for credential in batch(&body, BulkCreate::MAX_CREDENTIALS)? {
            let wants_publishing = credential["approve"] != false && !self.settings.sandbox_mode;
            results.push(match self.issue_one(credential, world) {
                Ok(Issued { number, .. }) => {
                    created = true;
                    let credential = &self.credentials[number];
                    let shown = self.bulk(credential, true);
                    if credential.published_on.is_some() || !wants_publishing {
                        json!({"credential": shown})
                    } else {
                        all_well = false;
                        let message = "The credential was created but not published.";
                        json!({"credential": shown, "errors": {"code": "insufficient_credits", "message": message}})
                    }
                }
                Err(rejection) => {
                    all_well = false;
                    json!({"errors": rejection.into_details()})
                }
            });
        }
        let status = match (created, all_well) {
            (true, true) => 200,
            (true, false) => 207,
            (false, _) => 422,
        };
        let answer = Answer::json(status, &json!({"results": results}));
        Ok(if created { answer.acted() } else { answer })
    }

    pub(super) fn get(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let credential = self.credentials.find(incoming.value("id")).ok_or(Rejection::NoCredential)?;
        if credential.private && self.settings.private_rejected {
            return Err(Rejection::Private);
        }
        Ok(self.show(credential))
    }

    pub(super) fn delete(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let credential = self.credentials.find(incoming.value("id")).ok_or(Rejection::NoCredential)?;
        let (number, answer) = (credential.number, self.show(credential).acted());
        let deleted = self.credentials.remove(number);
        self.deleted_ids.extend(deleted.and_then(|credential| credential.own_id));
        Ok(answer)
    }

    fn issue_one(&mut self, given: &Value, world: &mut World) -> Result<Issued, Rejection> {
        if !given["recipient"].is_object() {
            return Err(Rejection::Invalid(NO_RECIPIENT.to_owned()));
        }
        let new: NewCredential = model(given)?;
        let recipient = new.recipient.unwrap_or_default();
        let group = self.group_of(new.group_id.as_ref(), new.group_name.as_deref())?;
        let (group, years, duplicates) = (group.id, group.auto_expiry, group.allow_duplicate_credentials);
        let about = &self.groups[&group];
        let mut checks = Checks::default();
        let name = checks.present("course_name", new.name.as_deref().or(about.course_name.as_deref()));
        let description = new.description.as_deref().or(about.course_description.as_deref());
        let description = checks.present("course_description", description);
        let recipient_name = checks.present("recipient_name", recipient.name.as_deref());
        let email = checks.address("recipient_email", recipient.email.as_deref());
        let issued_on = checks.date("issued_on", new.issued_on.as_ref());
        let expired_on = checks.date("expired_on", new.expired_on.as_ref());
        evidence::check_all(&mut checks, new.evidence_items.as_deref(), new.references.as_deref());
        let own_id = new.id.map(|id| id.to_string()).filter(|id| !id.is_empty());
        let other = own_id.as_deref().and_then(|id| self.credentials.find(id));
        let is_refused = |other: &Credential| match self.settings.taken_id {
            TakenIdPolicy::Refused => true,
            TakenIdPolicy::Overwrites => false,
            // The number of a credential still names only that one.
            TakenIdPolicy::Second => other.own_id != own_id,
        };
        if other.is_some_and(is_refused) || own_id.as_deref().is_some_and(|id| self.was_deleted(id)) {
            checks.wrong("id", TAKEN);
        }
        let overwritten = other.filter(|_| self.settings.taken_id == TakenIdPolicy::Overwrites);
        let overwritten = overwritten.map(|credential| credential.number);
        if !duplicates && self.has_credential(&email, group, overwritten) {
            checks.wrong("recipient_email", DUPLICATE);
        }
        checks.finish()?;
        let (now, today) = (world.clock.now(), world.clock.today());
        let issued_on = issued_on.unwrap_or(today);
        let number = overwritten.unwrap_or_else(|| self.number());
        let mut credential = Credential {
            number,
            own_id,
            uuid: world.uuid(),
            encoded_id: encoded_id(&mut world.random),
            group,
            name,
            description,
            course_link: new.course_link,
            recipient: Recipient {
                number: self.recipient_number(&email),
                name: recipient_name,
                email,
                phone_number: recipient.phone_number,
                id: recipient.id.map(|id| id.to_string()),
                meta_data: recipient.meta_data,
            },
            issued_on,
            expired_on: expired_on
                .or_else(|| (years > 0).then(|| issued_on.saturating_add(Span::new().years(years)))),
            published_on: None,
            complete: new.complete.unwrap_or(true),
            private: new.private.unwrap_or_else(|| self.makes_private(group)),
            allow_supplemental_evidence: new.allow_supplemental_evidence.unwrap_or(true),
            allow_supplemental_references: new.allow_supplemental_references.unwrap_or(true),
            custom_attributes: new.custom_attributes.unwrap_or_default(),
            meta_data: new.meta_data,
            evidence: Vec::new(),
            references: Vec::new(),
            created_at: now,
            updated_at: now,
            texts: Texts::default(),
        };
        self.attach(&mut credential, new.evidence_items, new.references);
        let bill = if new.approve.unwrap_or(true) { self.publish(&mut credential, world) } else { None };
        let replaced = self.credentials.insert(credential);
        Ok(Issued { number, replaced, bill })
    }

    pub(super) fn update(&mut self, incoming: &Incoming, world: &mut World) -> Result<Answer, Rejection> {
        let credential = self.credentials.find(incoming.value("id")).ok_or(Rejection::NoCredential)?;
        let body = object(&incoming.body)?;
        if !body["credential"].is_object() {
            return Err(Rejection::Unreadable);
        }
        let changes: CredentialUpdate = model(&body["credential"])?;
        let (mut credential, was_private) = (credential.clone(), credential.private);
        self.apply(&mut credential, changes, world)?;
        credential.updated_at = world.clock.now();
        if credential.private != was_private {
            self.record(credential.number, "privacy_updated", world);
        }
        let answer = self.show_updated(&credential).acted();
        self.credentials.insert(credential);
        Ok(answer)
    }

    fn apply(
        &mut self,
        credential: &mut Credential,
        changes: CredentialUpdate,
        world: &mut World,
    ) -> Result<(), Rejection> {
        let clears = self.settings.null_clears;
        let mut checks = Checks::default();
        if let Patch::Set(id) = &changes.id {
            let id = id.to_string();
            // It may keep an id that several credentials have or had.
            let is_new = credential.own_id.as_ref() != Some(&id);
            let other = self.credentials.find(&id).filter(|other| other.number != credential.number);
            if is_new && (other.is_some() || self.was_deleted(&id)) {
                checks.wrong("id", TAKEN);
            }
            credential.own_id = Some(id).filter(|id| !id.is_empty() && *id != credential.number.to_string());
        }
        if let Patch::Set(given) = changes.recipient {
            let recipient = &mut credential.recipient;
            if let Some(name) = &given.name {
                recipient.name = checks.present("recipient_name", Some(name));
            }
            if let Some(email) = &given.email {
                recipient.email = checks.address("recipient_email", Some(email));
                recipient.number = self.recipient_number(email);
            }
            recipient.phone_number = given.phone_number.or(recipient.phone_number.take());
            recipient.id = given.id.map(|id| id.to_string()).or(recipient.id.take());
            recipient.meta_data = given.meta_data.or(recipient.meta_data.take());
        }
        let (group_id, group_name) = (set(&changes.group_id), set(&changes.group_name));
        if group_id.is_some() || group_name.is_some() {
            credential.group = self.group_of(group_id, group_name.map(String::as_str))?.id;
        }
        if let Some(name) = set(&changes.name) {
            credential.name = checks.present("course_name", Some(name));
        }
        match changes.description {
            Patch::Set(description) => credential.description = description,
            Patch::Null if clears => credential.description.clear(),
            _ => {}
        }
        replace(&mut credential.course_link, changes.course_link, clears);
        replace(&mut credential.meta_data, changes.meta_data, clears);
        match changes.custom_attributes {
            Patch::Set(attributes) => credential.custom_attributes = attributes,
            Patch::Null if clears => credential.custom_attributes.clear(),
            _ => {}
        }
        if let Some(day) = checks.date("issued_on", set(&changes.issued_on)) {
            credential.issued_on = day;
        }
        let expired_before = credential.expired_on;
        match &changes.expired_on {
            Patch::Set(day) => credential.expired_on = checks.date("expired_on", Some(day)),
            Patch::Null if clears => credential.expired_on = None,
            _ => {}
        }
        for (slot, change) in [
            (&mut credential.complete, changes.complete),
            (&mut credential.private, changes.private),
            (&mut credential.allow_supplemental_evidence, changes.allow_supplemental_evidence),
            (&mut credential.allow_supplemental_references, changes.allow_supplemental_references),
        ] {
            *slot = set(&change).copied().unwrap_or(*slot);
        }
        let (evidence, references) =
            (set(&changes.evidence_items).cloned(), set(&changes.references).cloned());
        evidence::check_all(&mut checks, evidence.as_deref(), references.as_deref());
        let (group, email) = (credential.group, credential.recipient.email.as_str());
        if !self.groups[&group].allow_duplicate_credentials
            && self.has_credential(email, group, Some(credential.number))
        {
            checks.wrong("recipient_email", DUPLICATE);
        }
        checks.finish()?;
        self.attach(credential, evidence, references);
        self.renew(credential, expired_before, world);
        match changes.approve {
            Patch::Set(true) => drop(self.publish(credential, world)),
            Patch::Set(false) => credential.published_on = None,
            _ => {}
        }
        Ok(())
    }

    /// Whether an own id stays taken after the deletion of its credential.
    fn was_deleted(&self, id: &str) -> bool {
        self.settings.deleted_id == DeletedIdPolicy::Taken && self.deleted_ids.contains(id)
    }

    /// Whether the address has a credential of the group, other than `except`.
    fn has_credential(&self, address: &str, group: u64, except: Option<u64>) -> bool {
        let mut held = self.credentials.held(address, group);
        held.any(|other| Some(other.number) != except && other.is_of(address))
    }

    fn group_of(&self, id: Option<&GroupId>, name: Option<&str>) -> Result<&super::Group, Rejection> {
        let by_id =
            id.map(|id| id.as_u64().and_then(|id| self.groups.get(&id).filter(|group| !group.deleted)));
        let by_name =
            || self.groups.values().find(|group| !group.deleted && Some(group.name.as_str()) == name);
        let group = by_id.unwrap_or_else(by_name).filter(|group| self.reaches(group.id));
        group.ok_or_else(|| Rejection::Invalid("Invalid Group".to_owned()))
    }
}

/// The credentials of a batch.
fn batch(body: &Value, most: usize) -> Result<&[Value], Rejection> {
    match body["credentials"].as_array().map(Vec::as_slice) {
        None | Some([]) => {
            Err(Rejection::Invalid("Can not create credentials without credentials".to_owned()))
        }
        Some(batch) if batch.len() > most => {
            Err(Rejection::Invalid(format!("Maximum of {most} credentials exceeded")))
        }
        Some(batch) => Ok(batch),
    }
}

pub(super) fn set<T>(patch: &Patch<T>) -> Option<&T> {
    match patch {
        Patch::Set(value) => Some(value),
        _ => None,
    }
}

pub(super) fn replace<T>(slot: &mut Option<T>, change: Patch<T>, clears: bool) {
    match change {
        Patch::Set(value) => *slot = Some(value),
        Patch::Null if clears => *slot = None,
        _ => {}
    }
}
