//! The forms in which the vendor shows a credential. Ids are texts in some and numbers in others.

use bytes::Bytes;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::evidence::{evidence, references};
use super::store::{Credential, Group, Recipient};
use super::{Accredible, BulkReply};
use crate::exchange::{Answer, json_text};

pub(super) const ISSUER: u64 = 4897;
const ISSUER_NAME: &str = "Harbour Academy";
pub(super) const ISSUER_URL: &str = "https://academy.example.org";

/// A recipient's id: the caller's own id as text, or the vendor's number.
#[derive(Serialize)]
#[serde(untagged)]
enum RecipientId<'a> {
    Own(Option<&'a str>),
    Number(u64),
}

#[derive(Serialize)]
struct ShownRecipient<'a> {
    name: &'a str,
    email: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<&'a str>,
    id: RecipientId<'a>,
    meta_data: &'a Option<Map<String, Value>>,
}

impl<'a> ShownRecipient<'a> {
    fn full(recipient: &'a Recipient) -> Self {
        Self { id: RecipientId::Own(recipient.id.as_deref()), ..Self::numbered(recipient) }
    }

    fn numbered(recipient: &'a Recipient) -> Self {
        Self {
            name: &recipient.name,
            email: &recipient.email,
            phone_number: recipient.phone_number.as_deref(),
            id: RecipientId::Number(recipient.number),
            meta_data: &recipient.meta_data,
        }
    }
}

#[derive(Serialize)]
struct ShownIssuer {
    name: &'static str,
    description: Option<&'static str>,
    url: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
}

impl ShownIssuer {
    const FULL: Self = Self { id: Some(ISSUER), ..Self::SHORT };
    const SHORT: Self = Self { name: ISSUER_NAME, description: None, url: ISSUER_URL, id: None };
}

#[derive(Serialize)]
struct Image {
    preview: Option<String>,
}

#[derive(Serialize)]
struct Rendering {
    image: Image,
}

/// A rendering, which exists once the credential is published.
fn rendering(credential: &Credential, kind: &str) -> Rendering {
    let preview = credential.published_on.is_some();
    let preview = preview.then(|| format!("https://images.example.org/{kind}/{}", credential.number));
    Rendering { image: Image { preview } }
}

#[derive(Serialize)]
struct CredentialWrapper<T> {
    credential: T,
}

#[derive(Serialize)]
struct FullCredential<'a> {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    accredible_internal_id: Option<u64>,
    name: &'a str,
    description: &'a str,
    approve: bool,
    grade: Option<()>,
    complete: bool,
    #[serde(serialize_with = "text")]
    issued_on: Date,
    course_link: Option<&'a str>,
    custom_attributes: &'a Map<String, Value>,
    #[serde(serialize_with = "text_or_null")]
    expired_on: Option<Date>,
    group_name: &'a str,
    group_id: u64,
    url: String,
    encoded_id: &'a str,
    uuid: &'a str,
    private: bool,
    seo_image: String,
    certificate: Rendering,
    badge: Rendering,
    evidence_items: Vec<Value>,
    references: Vec<Value>,
    recipient: ShownRecipient<'a>,
    issuer: ShownIssuer,
    meta_data: &'a Option<Map<String, Value>>,
    skills: &'a [Value],
}

#[derive(Serialize)]
struct ListedCredential<'a> {
    id: u64,
    name: &'a str,
    description: &'a str,
    grade: Option<()>,
    complete: bool,
    #[serde(serialize_with = "text")]
    issued_on: Date,
    allow_supplemental_references: bool,
    allow_supplemental_evidence: bool,
    course_link: Option<&'a str>,
    custom_attributes: &'a Map<String, Value>,
    #[serde(serialize_with = "text_or_null")]
    expired_on: Option<Date>,
    group_name: &'a str,
    private: bool,
    recipient: ShownRecipient<'a>,
    issuer: ShownIssuer,
    meta_data: &'a Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seo_image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoded_id: Option<&'a str>,
    skills: &'a [Value],
}

/// A credential in a batch. The vendor misspells the attributes here.
#[derive(Serialize)]
struct BatchCredential<'a> {
    id: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    approve: Option<bool>,
    recipient: ShownRecipient<'a>,
    issuer: ShownIssuer,
    name: &'a str,
    description: &'a str,
    #[serde(serialize_with = "text")]
    issued_on: Date,
    group_name: &'a str,
    url: String,
    grade: Option<()>,
    complete: bool,
    #[serde(serialize_with = "text_or_null")]
    expired_on: Option<Date>,
    custom_attibutes: &'a Map<String, Value>,
    course_link: Option<&'a str>,
    meta_data: &'a Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence_items: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    references: Option<Vec<Value>>,
    skills: &'a [Value],
}

#[derive(Serialize)]
struct FoundGroup<'a> {
    id: u64,
    name: &'a str,
    course_name: Option<&'a str>,
    badge_design_id: Option<u64>,
    certificate_design_id: Option<u64>,
}

#[derive(Serialize)]
struct FoundCredential<'a> {
    id: u64,
    uuid: &'a str,
    encoded_id: &'a str,
    name: &'a str,
    approve: bool,
    private: bool,
    grade: Option<()>,
    #[serde(serialize_with = "text")]
    issued_on: Date,
    #[serde(serialize_with = "text_or_null")]
    expired_on: Option<Date>,
    #[serde(serialize_with = "text_or_null")]
    published_on: Option<Date>,
    #[serde(serialize_with = "milliseconds")]
    created_at: Timestamp,
    #[serde(serialize_with = "milliseconds")]
    updated_at: Timestamp,
    recipient_name: &'a str,
    recipient_email: &'a str,
    recipient_id: Option<&'a str>,
    recipient_opened: bool,
    recipient_engaged: bool,
    recipient_meta_data: &'a Option<Map<String, Value>>,
    meta_data: &'a Option<Map<String, Value>>,
    custom_attributes: &'a Map<String, Value>,
    license_id: Option<&'a str>,
    issuer_id: u64,
    seo_image: String,
    group: FoundGroup<'a>,
}

impl Accredible {
    fn group_name(&self, credential: &Credential) -> &str {
        self.groups.get(&credential.group).map_or("", |group| group.name.as_str())
    }

    /// The skills of a credential, which are those of its group.
    fn skills(&self, credential: &Credential) -> &[Value] {
        self.groups.get(&credential.group).map_or(&[], |group| group.skills.as_slice())
    }

    fn full<'a>(&'a self, credential: &'a Credential) -> FullCredential<'a> {
        FullCredential {
            id: credential.id(),
            accredible_internal_id: credential.own_id.as_ref().map(|_| credential.number),
            name: &credential.name,
            description: &credential.description,
            approve: credential.published_on.is_some(),
            grade: None,
            complete: credential.complete,
            issued_on: credential.issued_on,
            course_link: credential.course_link.as_deref(),
            custom_attributes: &credential.custom_attributes,
            expired_on: credential.expired_on,
            group_name: self.group_name(credential),
            group_id: credential.group,
            url: url(credential),
            encoded_id: &credential.encoded_id,
            uuid: &credential.uuid,
            private: credential.private,
            seo_image: seo_image(credential),
            certificate: rendering(credential, "certificate"),
            badge: rendering(credential, "badge"),
            evidence_items: evidence(credential),
            references: references(credential),
            recipient: ShownRecipient::full(&credential.recipient),
            issuer: ShownIssuer::FULL,
            meta_data: &credential.meta_data,
            skills: self.skills(credential),
        }
    }

    /// The answer to a single credential.
    pub(super) fn show(&self, credential: &Credential) -> Answer {
        let text = credential
            .texts
            .full
            .get_or_init(|| json_text(&CredentialWrapper { credential: self.full(credential) }));
        Answer::json_text(200, text.clone())
    }

    /// The answer to an update, in which the recipient's id is a number.
    pub(super) fn show_updated(&self, credential: &Credential) -> Answer {
        let recipient = ShownRecipient::numbered(&credential.recipient);
        Answer::json(
            200,
            &CredentialWrapper { credential: FullCredential { recipient, ..self.full(credential) } },
        )
    }

    /// A credential of a listing.
    pub(super) fn listed_text<'a>(&self, credential: &'a Credential) -> &'a Bytes {
        credential.texts.listed.get_or_init(|| json_text(&self.listed(credential)))
    }

    fn listed<'a>(&'a self, credential: &'a Credential) -> ListedCredential<'a> {
        ListedCredential {
            id: credential.number,
            name: &credential.name,
            description: &credential.description,
            grade: None,
            complete: credential.complete,
            issued_on: credential.issued_on,
            allow_supplemental_references: credential.allow_supplemental_references,
            allow_supplemental_evidence: credential.allow_supplemental_evidence,
            course_link: credential.course_link.as_deref(),
            custom_attributes: &credential.custom_attributes,
            expired_on: credential.expired_on,
            group_name: self.group_name(credential),
            private: credential.private,
            recipient: ShownRecipient::numbered(&credential.recipient),
            issuer: ShownIssuer::SHORT,
            meta_data: &credential.meta_data,
            seo_image: None,
            encoded_id: None,
            skills: self.skills(credential),
        }
    }

    /// A credential of a search of the first version, which shows more fields than a list.
    pub(super) fn searched_text(&self, credential: &Credential) -> Bytes {
        let (seo_image, encoded_id) = (Some(seo_image(credential)), Some(credential.encoded_id.as_str()));
        json_text(&ListedCredential { seo_image, encoded_id, ..self.listed(credential) })
    }

    /// A credential of a batch. The second version shows more fields.
    pub(super) fn bulk<'a>(&'a self, credential: &'a Credential, second: bool) -> impl Serialize + 'a {
        BatchCredential {
            id: credential.number,
            approve: second.then_some(credential.published_on.is_some()),
            recipient: ShownRecipient::numbered(&credential.recipient),
            issuer: ShownIssuer::SHORT,
            name: &credential.name,
            description: &credential.description,
            issued_on: credential.issued_on,
            group_name: self.group_name(credential),
            url: url(credential),
            grade: None,
            complete: credential.complete,
            expired_on: credential.expired_on,
            custom_attibutes: &credential.custom_attributes,
            course_link: credential.course_link.as_deref(),
            meta_data: &credential.meta_data,
            evidence_items: second.then(|| evidence(credential)),
            references: second.then(|| references(credential)),
            skills: self.skills(credential),
        }
    }

    /// The first version's answer to a batch.
    pub(super) fn show_batch(&self, numbers: &[u64], form: BulkReply) -> Answer {
        let credentials = numbers.iter().filter_map(|number| self.credentials.get(*number));
        let credentials = credentials.map(|credential| self.bulk(credential, false));
        match form {
            BulkReply::Object => Answer::json(200, &json!({"credentials": credentials.collect::<Vec<_>>()})),
            BulkReply::List => {
                let wrapped = credentials.map(|credential| CredentialWrapper { credential });
                Answer::json(200, &wrapped.collect::<Vec<_>>())
            }
        }
    }

    /// A credential of a search.
    pub(super) fn found_text<'a>(&self, credential: &'a Credential) -> &'a Bytes {
        credential.texts.found.get_or_init(|| json_text(&self.found(credential)))
    }

    fn found<'a>(&'a self, credential: &'a Credential) -> FoundCredential<'a> {
        let group = self.groups.get(&credential.group);
        FoundCredential {
            id: credential.number,
            uuid: &credential.uuid,
            encoded_id: &credential.encoded_id,
            name: &credential.name,
            approve: credential.published_on.is_some(),
            private: credential.private,
            grade: None,
            issued_on: credential.issued_on,
            expired_on: credential.expired_on,
            published_on: credential.published_on,
            created_at: credential.created_at,
            updated_at: credential.updated_at,
            recipient_name: &credential.recipient.name,
            recipient_email: &credential.recipient.email,
            recipient_id: credential.recipient.id.as_deref(),
            recipient_opened: false,
            recipient_engaged: false,
            recipient_meta_data: &credential.recipient.meta_data,
            meta_data: &credential.meta_data,
            custom_attributes: &credential.custom_attributes,
            license_id: credential.own_id.as_deref(),
            issuer_id: ISSUER,
            seo_image: seo_image(credential),
            group: FoundGroup {
                id: credential.group,
                name: self.group_name(credential),
                course_name: group.and_then(|group| group.course_name.as_deref()),
                badge_design_id: None,
                certificate_design_id: Some(23),
            },
        }
    }
}

pub(super) fn url(credential: &Credential) -> String {
    format!("https://credentials.example.org/{}", credential.uuid)
}

fn seo_image(credential: &Credential) -> String {
    format!("https://images.example.org/seo/{}", credential.number)
}

/// A group. Some fields are constant.
pub(super) fn group(group: &Group) -> Value {
    let mut shown = json!({
        "id": group.id,
        "name": group.name,
        "course_name": group.course_name,
        "course_description": group.course_description,
        "course_link": null,
        "language": "en",
        "attach_pdf": false,
        "blockchain": false,
        "design_id": 23,
        "certificate_design_id": 23,
        "badge_design_id": null,
        "primary_design_id": 23,
        "department_id": 123,
        "meta_data": group.meta_data,
        "learning_outcomes": [],
        "generate_private_credential": null,
        "auto_expiry": group.auto_expiry,
        "signup_url": null,
        "signup_url_show": false,
        "course_link_show": false,
        "organization_link_show": false,
        "skill_category": {"id": 1, "name": "Safety"},
        "achievement_type": null,
        "earning_criteria": [],
        "skill_framework": null,
        "skills": group.skills,
        "created_at": format!("{:.3}", group.created_at),
        "updated_at": format!("{:.3}", group.updated_at),
    });
    for (name, value) in &group.written {
        shown[name] = value.clone();
    }
    if !group.skills.is_empty() {
        shown["skill_framework"] = super::frameworks::shown();
    }
    shown
}

/// The issuer with the remaining credits, under a name and a website of its own if they are given.
pub(super) fn issuer_details(credits: u64, named: Option<(&str, &str)>) -> Answer {
    let (name, url) = named.unwrap_or((ISSUER_NAME, ISSUER_URL));
    Answer::json(
        200,
        &json!({"issuer": {
            "id": ISSUER,
            "name": name,
            "email": "registrar@academy.example.org",
            "certificate_left": credits,
            "language": "en",
            "url": url,
            "spiderable": true,
            "whitelisted_domain": null,
            "linkedin_company_id": null,
            "linkedin_school_id": null,
        }}),
    )
}

fn text<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

fn text_or_null<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => serializer.collect_str(date),
        None => serializer.serialize_none(),
    }
}

fn milliseconds<S: Serializer>(instant: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{instant:.3}"))
}
