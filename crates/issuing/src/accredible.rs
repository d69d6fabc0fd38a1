//! Issuing at Accredible.

use std::collections::BTreeMap;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::stream::{BoxStream, StreamExt, TryStreamExt};
use jiff::civil::Date;
use serde_json::{Map, Value};
use tassel_accredible::Client;
use tassel_accredible::bulk::CreationResult;
use tassel_accredible::evidence_items::EvidenceContent;
use tassel_accredible::model::{
    BulkError, Credential, CredentialQuery, CredentialUpdate, EvidenceItemUpdate, FoundCredential,
    NewCredential as Order, NewEvidenceItem, Recipient,
};
use tassel_core::Error;
use tassel_core::values::Patch;

use crate::fields::Fields;
use crate::issuer::{Account, Creation, Group, Held, Issuer, NewCredential};

/// The title of a grade as a piece of evidence.
const GRADE: &str = "Grade";

/// The properties whose rejection may say that the credential is there: its own id, or its person's address in a group
/// without duplicates.
const TAKEN: [&str; 3] = ["id", "credential.id", "recipient.email"];

/// The most results of a page that the vendor allows.
const PAGE: u64 = 100;

/// An account at Accredible.
#[derive(Debug, Clone)]
pub struct AccredibleIssuer {
    client: Client,
    attempt_timeout: Duration,
}

impl AccredibleIssuer {
    /// The account of a client.
    #[must_use]
    pub fn new(client: Client) -> Self {
        Self { client, attempt_timeout: Duration::from_secs(60) }
    }

    /// The timeout of an attempt, if the client has another one than 60 seconds.
    #[must_use]
    pub fn attempt_timeout(self, attempt_timeout: Duration) -> Self {
        Self { attempt_timeout, ..self }
    }

    fn search(&self, query: CredentialQuery) -> BoxStream<'static, Result<Held, Error>> {
        let search = self.client.credentials().search().matching(query).page_size(PAGE);
        search.stream().map_ok(found).boxed()
    }
}

#[async_trait]
impl Issuer for AccredibleIssuer {
    fn host(&self) -> &str {
        let url = self.client.base_url();
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        host.split('/').next().unwrap_or(host)
    }

    async fn account(&self) -> Result<Account, Error> {
        let details = self.client.issuer().get().await?;
        Ok(Account { issuer: details.id.to_string(), name: details.name, balance: details.certificate_left })
    }

    async fn groups(&self, name: &str) -> Result<Vec<Group>, Error> {
        let group = |id: String, name: Option<String>| Group { id, name };
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            return match self.client.groups().get(name).await {
                Ok(found) => Ok(vec![group(found.id.to_string(), found.name)]),
                Err(Error::NotFound(rejection)) if rejection.is_vendors_own() => Ok(Vec::new()),
                Err(error) => Err(error),
            };
        }
        // The vendor finds every group whose name contains the text.
        let mut groups = self.client.groups().search().name(name).stream();
        let mut exact = Vec::new();
        while let Some(found) = groups.try_next().await? {
            if found.name.as_deref() == Some(name) {
                exact.push(group(found.id.to_string(), found.name));
            }
        }
        Ok(exact)
    }

    fn members(&self, group: &str) -> BoxStream<'static, Result<Held, Error>> {
        let mut query = CredentialQuery::default();
        query.group = Some(id(group));
        self.search(query)
    }

    fn changed_since(&self, day: Date) -> BoxStream<'static, Result<Held, Error>> {
        let mut query = CredentialQuery::default();
        query.updated_from = Some(day.into());
        self.search(query)
    }

    async fn find(&self, own_ids: &[&str]) -> Result<Vec<Held>, Error> {
        let mut query = CredentialQuery::default();
        query.license_id_in = Some(own_ids.iter().map(|own_id| (*own_id).to_owned()).collect());
        self.search(query).try_collect().await
    }

    async fn get(&self, id: &str) -> Result<Option<Held>, Error> {
        match self.client.credentials().get(id).await {
            Ok(credential) => Ok(Some(held(credential))),
            Err(Error::NotFound(rejection)) if rejection.is_vendors_own() => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn create(&self, batch: &[NewCredential]) -> Result<Vec<Creation>, Error> {
        let report = self.client.credentials().bulk_create(batch.iter().map(order)).await?;
        Ok(report.results.into_iter().map(creation).collect())
    }

    async fn update(&self, current: &Held, fields: &Fields) -> Result<Held, Error> {
        let update = update(current, fields);
        self.client.credentials().update(current.number.as_str(), update).await.map(held)
    }

    async fn grade(&self, current: &Held, percent: f64) -> Result<(), Error> {
        let (items, item) = (self.client.evidence_items(), NewEvidenceItem::grade(GRADE, percent));
        let credential = current.number.as_str();
        let Some((id, _)) = current.grades.first() else {
            return items.create(credential, item).await.map(drop);
        };
        let mut update = EvidenceItemUpdate::default();
        update.string_object = item.string_object.map_or(Patch::default(), Patch::Set);
        items.update(credential, id.as_str(), update).await.map(drop)
    }

    async fn publish(&self, number: &str) -> Result<Held, Error> {
        let mut update = CredentialUpdate::default();
        update.approve = Patch::Set(true);
        self.client.credentials().update(number, update).await.map(held)
    }

    async fn delete(&self, number: &str) -> Result<(), Error> {
        match self.client.credentials().delete(number).await {
            Ok(_) => Ok(()),
            Err(Error::NotFound(rejection)) if rejection.is_vendors_own() => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn attempt_timeout(&self) -> Duration {
        self.attempt_timeout
    }

    async fn time_for(&self, calls: u64) -> Duration {
        self.client.quota().time_for(usize::try_from(calls).unwrap_or(usize::MAX)).await
    }
}

fn order(new: &NewCredential) -> Order {
    let fields = &new.fields;
    let mut recipient = Recipient::new(
        fields.name.as_deref().unwrap_or_default(),
        fields.email.as_deref().unwrap_or_default(),
    );
    recipient.phone_number.clone_from(&fields.phone_number);
    recipient.id = fields.recipient_id.as_deref().map(id);
    let mut order = Order::new(recipient, id::<tassel_accredible::model::GroupId>(&new.group));
    order.id = Some(id(&new.own_id));
    order.name.clone_from(&fields.course_name);
    order.description.clone_from(&fields.description);
    order.issued_on = fields.issued_on.map(Into::into);
    order.expired_on = fields.expired_on.map(Into::into);
    order.private = fields.private;
    order.approve = Some(new.publish);
    order.custom_attributes = map(&fields.custom);
    order.meta_data = map(&fields.meta);
    order.evidence_items = fields.grade.map(|percent| vec![NewEvidenceItem::grade(GRADE, percent)]);
    order
}

/// The fields to change. Maps are replaced as wholes, so that what was read stays in them.
fn update(current: &Held, fields: &Fields) -> CredentialUpdate {
    fn patch<T, U: From<T>>(value: Option<T>) -> Patch<U> {
        value.map_or(Patch::default(), |value| Patch::Set(value.into()))
    }
    let over = |old: &BTreeMap<String, Value>, new: &BTreeMap<String, String>| match new.is_empty() {
        true => Patch::default(),
        false => {
            let mut all: Map<String, Value> = old.clone().into_iter().collect();
            all.extend(new.iter().map(|(key, value)| (key.clone(), value.as_str().into())));
            Patch::Set(all)
        }
    };
    let mut recipient = Recipient::default();
    recipient.name.clone_from(&fields.name);
    recipient.email.clone_from(&fields.email);
    recipient.phone_number.clone_from(&fields.phone_number);
    recipient.id = fields.recipient_id.as_deref().map(id);
    let mut update = CredentialUpdate::default();
    if recipient != Recipient::default() {
        update.recipient = Patch::Set(recipient);
    }
    update.name = patch(fields.course_name.clone());
    update.description = patch(fields.description.clone());
    update.issued_on = patch(fields.issued_on);
    update.expired_on = patch(fields.expired_on);
    update.private = patch(fields.private);
    update.custom_attributes = over(&current.custom, &fields.custom);
    update.meta_data = over(&current.meta, &fields.meta);
    update
}

fn creation(result: CreationResult) -> Creation {
    match result {
        CreationResult::Created(credential) => Creation::Created(Box::new(held(credential)), None),
        CreationResult::Unpublished(credential, error) => {
            Creation::Created(Box::new(held(credential)), Some(reason(&error)))
        }
        CreationResult::Rejected(error) => {
            let is_taken =
                error.details.iter().flatten().any(|detail| {
                    detail.property.as_deref().is_some_and(|property| TAKEN.contains(&property))
                });
            Creation::Refused { reason: reason(&error), is_taken }
        }
        CreationResult::Unreadable(_) => Creation::Unknown("the vendor's result cannot be read".to_owned()),
        _ => Creation::Unknown("the vendor's reply does not say what became of it".to_owned()),
    }
}

fn reason(error: &BulkError) -> String {
    let message = error.message.clone().or_else(|| error.code.as_ref().map(|code| code.as_str().to_owned()));
    let details = error.details.iter().flatten().map(|detail| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        format!("{} {}", text(&detail.property), text(&detail.message)).trim().to_owned()
    });
    let parts: Vec<_> = message.into_iter().chain(details).collect();
    if parts.is_empty() { "the vendor gave no reason".to_owned() } else { parts.join(": ") }
}

fn map(values: &BTreeMap<String, String>) -> Option<Map<String, Value>> {
    let map: Map<String, Value> =
        values.iter().map(|(key, value)| (key.clone(), value.as_str().into())).collect();
    (!map.is_empty()).then_some(map)
}

fn id<T: From<String>>(text: &str) -> T {
    T::from(text.to_owned())
}

fn found(credential: FoundCredential) -> Held {
    Held {
        number: credential.id.to_string(),
        own_id: credential.license_id.filter(|own_id| !own_id.is_empty()),
        group: credential.group.and_then(|group| group.id).map(|id| id.to_string()),
        name: credential.recipient_name,
        email: credential.recipient_email,
        recipient_id: credential.recipient_id.map(|id| id.to_string()),
        phone_number: credential.recipient_phone_number,
        issued_on: credential.issued_on.and_then(|date| date.civil()),
        expired_on: credential.expired_on.and_then(|date| date.civil()),
        course_name: credential.name,
        private: credential.private,
        custom: credential.custom_attributes.unwrap_or_default().into_iter().collect(),
        meta: credential.meta_data.unwrap_or_default().into_iter().collect(),
        published: credential.approve,
        published_on: credential.published_on.and_then(|date| date.civil()),
        updated_at: credential.updated_at.and_then(|at| at.instant()),
        ..Held::default()
    }
}

fn held(credential: Credential) -> Held {
    let recipient = credential.recipient.unwrap_or_default();
    let grades = credential.evidence_items.unwrap_or_default().into_iter();
    let grades = grades.filter_map(|item| match item.content()? {
        EvidenceContent::Grade(percent) => Some((item.id.to_string(), percent)),
        _ => None,
    });
    // The id is the issuer's own one where there is one. The vendor's number then stands beside it in some replies.
    let id = credential.id.to_string();
    let own_id = Some(&id).filter(|id| !id.bytes().all(|byte| byte.is_ascii_digit())).cloned();
    let number = credential.accredible_internal_id.map_or(id, |number| number.to_string());
    Held {
        number,
        own_id,
        group: credential.group_id.map(|id| id.to_string()),
        name: recipient.name,
        email: recipient.email,
        recipient_id: recipient.id.map(|id| id.to_string()),
        phone_number: recipient.phone_number,
        issued_on: credential.issued_on.and_then(|date| date.civil()),
        expired_on: credential.expired_on.and_then(|date| date.civil()),
        course_name: credential.name,
        description: credential.description,
        private: credential.private,
        grades: grades.collect(),
        custom: credential.custom_attributes.unwrap_or_default().into_iter().collect(),
        meta: credential.meta_data.unwrap_or_default().into_iter().collect(),
        published: credential.approve,
        url: credential.url,
        ..Held::default()
    }
}
