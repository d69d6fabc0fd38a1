//! The vendor's objects.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// A credential, as replies wrap it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CredentialBody {
    /// The credential.
    pub credential: Credential,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialBody {
    credential: "credential" required,
});

/// A credential. Which fields come depends on the operation; only `id` always does.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Credential {
    /// The id. Yours, if you gave one; otherwise the vendor's, as a number or as text.
    pub id: CredentialId,
    /// The vendor's number, where `id` is your own.
    pub accredible_internal_id: Option<CredentialId>,
    /// A UUID.
    pub uuid: Option<String>,
    /// A short opaque text; it may look like a number.
    pub encoded_id: Option<String>,
    /// The name shown to the recipient.
    pub name: Option<String>,
    /// The description shown to the recipient; it may hold line ends.
    pub description: Option<String>,
    /// Whether it is published. Inspect it after a create: without credits it is false.
    pub approve: Option<bool>,
    /// A grade; null in every documented reply.
    pub grade: Option<Value>,
    /// Whether the achievement is complete.
    pub complete: Option<bool>,
    /// The day it was issued.
    pub issued_on: Option<Date>,
    /// The day it expires; null if it does not.
    pub expired_on: Option<Date>,
    /// A link to the course.
    pub course_link: Option<String>,
    /// Attributes shown on the credential, by name.
    pub custom_attributes: Option<Map<String, Value>>,
    /// The group's internal name.
    pub group_name: Option<String>,
    /// The group.
    pub group_id: Option<GroupId>,
    /// Its public page, perhaps on a domain of your own.
    pub url: Option<String>,
    /// Whether only its recipient may see it.
    pub private: Option<bool>,
    /// An image for link previews.
    pub seo_image: Option<String>,
    /// The certificate's rendering.
    pub certificate: Option<Rendering>,
    /// The badge's rendering.
    pub badge: Option<Rendering>,
    /// Whether the recipient may add references.
    pub allow_supplemental_references: Option<bool>,
    /// Whether the recipient may add evidence.
    pub allow_supplemental_evidence: Option<bool>,
    /// Evidence.
    pub evidence_items: Option<Vec<EvidenceItem>>,
    /// References.
    pub references: Option<Vec<Reference>>,
    /// Whose it is.
    pub recipient: Option<Recipient>,
    /// Who issued it.
    pub issuer: Option<Issuer>,
    /// Your own data on it.
    pub meta_data: Option<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Credential {
    id: "id" required,
    accredible_internal_id: "accredible_internal_id",
    uuid: "uuid",
    encoded_id: "encoded_id",
    name: "name",
    description: "description",
    approve: "approve",
    grade: "grade",
    complete: "complete",
    issued_on: "issued_on",
    expired_on: "expired_on",
    course_link: "course_link",
    custom_attributes: "custom_attributes" | "custom_attibutes",
    group_name: "group_name",
    group_id: "group_id",
    url: "url",
    private: "private",
    seo_image: "seo_image",
    certificate: "certificate",
    badge: "badge",
    allow_supplemental_references: "allow_supplemental_references",
    allow_supplemental_evidence: "allow_supplemental_evidence",
    evidence_items: "evidence_items",
    references: "references",
    recipient: "recipient",
    issuer: "issuer",
    meta_data: "meta_data",
});

/// How a credential looks.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Rendering {
    /// Its image.
    pub image: Option<RenderedImage>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Rendering { image: "image" });

/// An image of a credential.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct RenderedImage {
    /// A link to the image; null while it is not rendered.
    pub preview: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RenderedImage { preview: "preview" });

/// Whose a credential is.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Recipient {
    /// The name. Required to create. Personal.
    pub name: Option<String>,
    /// The address. Required to create. Personal.
    pub email: Option<String>,
    /// The phone number in the E.164 form, such as `+14155550142`; part of the Growth plan. Personal.
    pub phone_number: Option<String>,
    /// Your id of the person, as text; in some replies the vendor's, as a number.
    pub id: Option<RecipientId>,
    /// Your own data on the person; the vendor documents texts.
    pub meta_data: Option<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Recipient {
    name: "name",
    email: "email",
    phone_number: "phone_number",
    id: "id",
    meta_data: "meta_data",
});

impl Recipient {
    /// With `name` and `email`, and nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            email: Some(email.into()),
            phone_number: None,
            id: None,
            meta_data: None,
            extra: Extra::default(),
        }
    }

    /// Sets `name`: the name. Required to create.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `email`: the address. Required to create.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone_number`: the phone number in the E.164 form, such as `+14155550142`; part of the Growth plan.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// Sets `id`: your id of the person, as text; in some replies the vendor's, as a number.
    #[must_use]
    pub fn id(mut self, id: impl Into<RecipientId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `meta_data`: your own data on the person; the vendor documents texts.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }
}

/// Who issued a credential.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Issuer {
    /// The name.
    pub name: Option<String>,
    /// What the issuer does.
    pub description: Option<String>,
    /// The web site.
    pub url: Option<String>,
    /// The id.
    pub id: Option<IssuerId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Issuer { name: "name", description: "description", url: "url", id: "id" });

/// A piece of evidence on a credential.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EvidenceItem {
    /// The id.
    pub id: EvidenceItemId,
    /// The title.
    pub description: Option<String>,
    /// A preview, made some time after the item.
    pub preview_image_url: Option<String>,
    /// The page or the file.
    pub link_url: Option<String>,
    /// The kind of evidence.
    pub category: Option<EvidenceCategory>,
    /// What the item holds: for a grade `{"grade": 80}`, for other kinds other shapes.
    pub string_object: Option<Value>,
    /// Whether the recipient added it.
    pub supplemental: Option<bool>,
    /// The place among the items, from 0.
    pub position: Option<i64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EvidenceItem {
    id: "id" required,
    description: "description",
    preview_image_url: "preview_image_url",
    link_url: "link_url",
    category: "type",
    string_object: "string_object",
    supplemental: "supplemental",
    position: "position",
});

/// A piece of evidence to add.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewEvidenceItem {
    /// The title.
    pub description: Option<String>,
    /// The kind of evidence.
    pub category: Option<EvidenceCategory>,
    /// The page, for `url` and `video`.
    pub url: Option<String>,
    /// A link to the file, for `file`.
    pub file: Option<String>,
    /// The grade or the transcript, as text, for `grade` and `transcript`.
    pub string_object: Option<String>,
    /// A link to an image to show instead of the one the vendor makes.
    pub preview: Option<String>,
    /// The place among the items, from 0.
    pub position: Option<i64>,
    /// A sentence on what the item shows; made by the vendor when missing.
    pub custom_insight: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewEvidenceItem {
    description: "description",
    category: "category",
    url: "url",
    file: "file",
    string_object: "string_object",
    preview: "preview",
    position: "position",
    custom_insight: "custom_insight",
});

impl NewEvidenceItem {
    /// With `category` and `description`, and nothing else set.
    #[must_use]
    pub fn new(category: impl Into<EvidenceCategory>, description: impl Into<String>) -> Self {
        Self {
            description: Some(description.into()),
            category: Some(category.into()),
            url: None,
            file: None,
            string_object: None,
            preview: None,
            position: None,
            custom_insight: None,
            extra: Extra::default(),
        }
    }

    /// Sets `description`: the title.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `category`: the kind of evidence.
    #[must_use]
    pub fn category(mut self, category: impl Into<EvidenceCategory>) -> Self {
        self.category = Some(category.into());
        self
    }

    /// Sets `url`: the page, for `url` and `video`.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets `file`: a link to the file, for `file`.
    #[must_use]
    pub fn file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Sets `string_object`: the grade or the transcript, as text, for `grade` and `transcript`.
    #[must_use]
    pub fn string_object(mut self, string_object: impl Into<String>) -> Self {
        self.string_object = Some(string_object.into());
        self
    }

    /// Sets `preview`: a link to an image to show instead of the one the vendor makes.
    #[must_use]
    pub fn preview(mut self, preview: impl Into<String>) -> Self {
        self.preview = Some(preview.into());
        self
    }

    /// Sets `position`: the place among the items, from 0.
    #[must_use]
    pub fn position(mut self, position: i64) -> Self {
        self.position = Some(position);
        self
    }

    /// Sets `custom_insight`: a sentence on what the item shows; made by the vendor when missing.
    #[must_use]
    pub fn custom_insight(mut self, custom_insight: impl Into<String>) -> Self {
        self.custom_insight = Some(custom_insight.into());
        self
    }
}

/// What somebody says of the recipient.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reference {
    /// The id.
    pub id: ReferenceId,
    /// The text.
    pub description: Option<String>,
    /// How the referee knows the recipient.
    pub relationship: Option<Relationship>,
    /// Whether the recipient added it.
    pub supplemental: Option<bool>,
    /// Whether it is shown.
    pub approve: Option<bool>,
    /// Who says it.
    pub referee: Option<Referee>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Reference {
    id: "id" required,
    description: "description",
    relationship: "relationship",
    supplemental: "supplemental",
    approve: "approve",
    referee: "referee",
});

/// A reference to add.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewReference {
    /// The text.
    pub description: Option<String>,
    /// How the referee knows the recipient.
    pub relationship: Option<Relationship>,
    /// The place among the references, from 0.
    pub position: Option<i64>,
    /// Who says it.
    pub referee: Option<Referee>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewReference {
    description: "description",
    relationship: "relationship",
    position: "position",
    referee: "referee",
});

impl NewReference {
    /// With `relationship` and `description`, and nothing else set.
    #[must_use]
    pub fn new(relationship: impl Into<Relationship>, description: impl Into<String>) -> Self {
        Self {
            description: Some(description.into()),
            relationship: Some(relationship.into()),
            position: None,
            referee: None,
            extra: Extra::default(),
        }
    }

    /// Sets `description`: the text.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `relationship`: how the referee knows the recipient.
    #[must_use]
    pub fn relationship(mut self, relationship: impl Into<Relationship>) -> Self {
        self.relationship = Some(relationship.into());
        self
    }

    /// Sets `position`: the place among the references, from 0.
    #[must_use]
    pub fn position(mut self, position: i64) -> Self {
        self.position = Some(position);
        self
    }

    /// Sets `referee`: who says it.
    #[must_use]
    pub fn referee(mut self, referee: Referee) -> Self {
        self.referee = Some(referee);
        self
    }
}

/// Who gives a reference.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Referee {
    /// The name. Personal.
    pub name: Option<String>,
    /// The address. Personal.
    pub email: Option<String>,
    /// A link to a picture. Creating a reference with one that cannot be reached has caused a 500.
    pub avatar: Option<String>,
    /// A web site.
    pub url: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Referee { name: "name", email: "email", avatar: "avatar" | "avatar_image_url", url: "url" });

impl Referee {
    /// Sets `name`: the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `email`: the address.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `avatar`: a link to a picture. Creating a reference with one that cannot be reached has caused a 500.
    #[must_use]
    pub fn avatar(mut self, avatar: impl Into<String>) -> Self {
        self.avatar = Some(avatar.into());
        self
    }

    /// Sets `url`: a web site.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}

/// A credential to issue.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewCredential {
    /// An id of your own. It becomes the id in paths and is searchable as `license_id`; it also makes issuing
    /// safe to repeat.
    pub id: Option<CredentialId>,
    /// Whose it is to be.
    pub recipient: Option<Recipient>,
    /// The group. Required, unless `group_name` stands for it.
    pub group_id: Option<GroupId>,
    /// The group's internal name; the vendor asks to use `group_id` instead.
    pub group_name: Option<String>,
    /// The name shown to the recipient. Required if the group has no course name.
    pub name: Option<String>,
    /// The description shown to the recipient. Required if the group has no course description.
    pub description: Option<String>,
    /// A link to the course.
    pub course_link: Option<String>,
    /// Attributes to show on the credential, by name; the vendor documents texts.
    pub custom_attributes: Option<Map<String, Value>>,
    /// The day of issue. Default today.
    pub issued_on: Option<Date>,
    /// The day it expires. Default never.
    pub expired_on: Option<Date>,
    /// Whether the achievement is complete. Default true.
    pub complete: Option<bool>,
    /// Whether only its recipient may see it. Default as the group says, then the department.
    pub private: Option<bool>,
    /// Whether to publish it at once. Default true.
    pub approve: Option<bool>,
    /// Whether the recipient may add evidence. Default true.
    pub allow_supplemental_evidence: Option<bool>,
    /// Whether the recipient may add references. Default true.
    pub allow_supplemental_references: Option<bool>,
    /// Evidence.
    pub evidence_items: Option<Vec<NewEvidenceItem>>,
    /// References.
    pub references: Option<Vec<NewReference>>,
    /// Your own data on it; the vendor documents texts.
    pub meta_data: Option<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewCredential {
    id: "id",
    recipient: "recipient",
    group_id: "group_id",
    group_name: "group_name",
    name: "name",
    description: "description",
    course_link: "course_link",
    custom_attributes: "custom_attributes",
    issued_on: "issued_on",
    expired_on: "expired_on",
    complete: "complete",
    private: "private",
    approve: "approve",
    allow_supplemental_evidence: "allow_supplemental_evidence",
    allow_supplemental_references: "allow_supplemental_references",
    evidence_items: "evidence_items",
    references: "references",
    meta_data: "meta_data",
});

impl NewCredential {
    /// With `recipient` and `group_id`, and nothing else set.
    #[must_use]
    pub fn new(recipient: Recipient, group_id: impl Into<GroupId>) -> Self {
        Self {
            id: None,
            recipient: Some(recipient),
            group_id: Some(group_id.into()),
            group_name: None,
            name: None,
            description: None,
            course_link: None,
            custom_attributes: None,
            issued_on: None,
            expired_on: None,
            complete: None,
            private: None,
            approve: None,
            allow_supplemental_evidence: None,
            allow_supplemental_references: None,
            evidence_items: None,
            references: None,
            meta_data: None,
            extra: Extra::default(),
        }
    }

    /// Sets `id`: an id of your own. It becomes the id in paths and is searchable as `license_id`; it also makes issuing safe to repeat.
    #[must_use]
    pub fn id(mut self, id: impl Into<CredentialId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `recipient`: whose it is to be.
    #[must_use]
    pub fn recipient(mut self, recipient: Recipient) -> Self {
        self.recipient = Some(recipient);
        self
    }

    /// Sets `group_id`: the group. Required, unless `group_name` stands for it.
    #[must_use]
    pub fn group_id(mut self, group_id: impl Into<GroupId>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// Sets `group_name`: the group's internal name; the vendor asks to use `group_id` instead.
    #[must_use]
    pub fn group_name(mut self, group_name: impl Into<String>) -> Self {
        self.group_name = Some(group_name.into());
        self
    }

    /// Sets `name`: the name shown to the recipient. Required if the group has no course name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `description`: the description shown to the recipient. Required if the group has no course description.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `course_link`: a link to the course.
    #[must_use]
    pub fn course_link(mut self, course_link: impl Into<String>) -> Self {
        self.course_link = Some(course_link.into());
        self
    }

    /// Sets `custom_attributes`: attributes to show on the credential, by name; the vendor documents texts.
    #[must_use]
    pub fn custom_attributes(
        mut self,
        custom_attributes: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.custom_attributes =
            Some(custom_attributes.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `issued_on`: the day of issue. Default today.
    #[must_use]
    pub fn issued_on(mut self, issued_on: impl Into<Date>) -> Self {
        self.issued_on = Some(issued_on.into());
        self
    }

    /// Sets `expired_on`: the day it expires. Default never.
    #[must_use]
    pub fn expired_on(mut self, expired_on: impl Into<Date>) -> Self {
        self.expired_on = Some(expired_on.into());
        self
    }

    /// Sets `complete`: whether the achievement is complete. Default true.
    #[must_use]
    pub fn complete(mut self, complete: bool) -> Self {
        self.complete = Some(complete);
        self
    }

    /// Sets `private`: whether only its recipient may see it. Default as the group says, then the department.
    #[must_use]
    pub fn private(mut self, private: bool) -> Self {
        self.private = Some(private);
        self
    }

    /// Sets `approve`: whether to publish it at once. Default true.
    #[must_use]
    pub fn approve(mut self, approve: bool) -> Self {
        self.approve = Some(approve);
        self
    }

    /// Sets `allow_supplemental_evidence`: whether the recipient may add evidence. Default true.
    #[must_use]
    pub fn allow_supplemental_evidence(mut self, allow_supplemental_evidence: bool) -> Self {
        self.allow_supplemental_evidence = Some(allow_supplemental_evidence);
        self
    }

    /// Sets `allow_supplemental_references`: whether the recipient may add references. Default true.
    #[must_use]
    pub fn allow_supplemental_references(mut self, allow_supplemental_references: bool) -> Self {
        self.allow_supplemental_references = Some(allow_supplemental_references);
        self
    }

    /// Sets `evidence_items`: evidence.
    #[must_use]
    pub fn evidence_items(mut self, evidence_items: impl IntoIterator<Item = NewEvidenceItem>) -> Self {
        self.evidence_items = Some(evidence_items.into_iter().collect());
        self
    }

    /// Sets `references`: references.
    #[must_use]
    pub fn references(mut self, references: impl IntoIterator<Item = NewReference>) -> Self {
        self.references = Some(references.into_iter().collect());
        self
    }

    /// Sets `meta_data`: your own data on it; the vendor documents texts.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }
}

/// The changes to a credential. A field that is left alone is not sent. What the vendor makes of null is not
/// known.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CredentialUpdate {
    /// An id of your own.
    pub id: Patch<CredentialId>,
    /// Whose it is; the parts that are left out stay.
    pub recipient: Patch<Recipient>,
    /// The group.
    pub group_id: Patch<GroupId>,
    /// The group's internal name.
    pub group_name: Patch<String>,
    /// The name shown to the recipient.
    pub name: Patch<String>,
    /// The description shown to the recipient.
    pub description: Patch<String>,
    /// A link to the course.
    pub course_link: Patch<String>,
    /// Attributes shown on the credential, by name.
    pub custom_attributes: Patch<Map<String, Value>>,
    /// The day of issue.
    pub issued_on: Patch<Date>,
    /// The day it expires.
    pub expired_on: Patch<Date>,
    /// Whether the achievement is complete.
    pub complete: Patch<bool>,
    /// Whether only its recipient may see it.
    pub private: Patch<bool>,
    /// Whether it is published; true publishes it, if there are credits.
    pub approve: Patch<bool>,
    /// Whether the recipient may add evidence.
    pub allow_supplemental_evidence: Patch<bool>,
    /// Whether the recipient may add references.
    pub allow_supplemental_references: Patch<bool>,
    /// Evidence.
    pub evidence_items: Patch<Vec<NewEvidenceItem>>,
    /// References.
    pub references: Patch<Vec<NewReference>>,
    /// Your own data on it.
    pub meta_data: Patch<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialUpdate {
    id: "id",
    recipient: "recipient",
    group_id: "group_id",
    group_name: "group_name",
    name: "name",
    description: "description",
    course_link: "course_link",
    custom_attributes: "custom_attributes",
    issued_on: "issued_on",
    expired_on: "expired_on",
    complete: "complete",
    private: "private",
    approve: "approve",
    allow_supplemental_evidence: "allow_supplemental_evidence",
    allow_supplemental_references: "allow_supplemental_references",
    evidence_items: "evidence_items",
    references: "references",
    meta_data: "meta_data",
});

impl CredentialUpdate {
    /// Sets `id`: an id of your own.
    #[must_use]
    pub fn id(mut self, id: impl Into<Patch<CredentialId>>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets `recipient`: whose it is; the parts that are left out stay.
    #[must_use]
    pub fn recipient(mut self, recipient: impl Into<Patch<Recipient>>) -> Self {
        self.recipient = recipient.into();
        self
    }

    /// Sets `group_id`: the group.
    #[must_use]
    pub fn group_id(mut self, group_id: impl Into<Patch<GroupId>>) -> Self {
        self.group_id = group_id.into();
        self
    }

    /// Sets `group_name`: the group's internal name.
    #[must_use]
    pub fn group_name(mut self, group_name: impl Into<Patch<String>>) -> Self {
        self.group_name = group_name.into();
        self
    }

    /// Sets `name`: the name shown to the recipient.
    #[must_use]
    pub fn name(mut self, name: impl Into<Patch<String>>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `description`: the description shown to the recipient.
    #[must_use]
    pub fn description(mut self, description: impl Into<Patch<String>>) -> Self {
        self.description = description.into();
        self
    }

    /// Sets `course_link`: a link to the course.
    #[must_use]
    pub fn course_link(mut self, course_link: impl Into<Patch<String>>) -> Self {
        self.course_link = course_link.into();
        self
    }

    /// Sets `custom_attributes`: attributes shown on the credential, by name.
    #[must_use]
    pub fn custom_attributes(mut self, custom_attributes: impl Into<Patch<Map<String, Value>>>) -> Self {
        self.custom_attributes = custom_attributes.into();
        self
    }

    /// Sets `issued_on`: the day of issue.
    #[must_use]
    pub fn issued_on(mut self, issued_on: impl Into<Patch<Date>>) -> Self {
        self.issued_on = issued_on.into();
        self
    }

    /// Sets `expired_on`: the day it expires.
    #[must_use]
    pub fn expired_on(mut self, expired_on: impl Into<Patch<Date>>) -> Self {
        self.expired_on = expired_on.into();
        self
    }

    /// Sets `complete`: whether the achievement is complete.
    #[must_use]
    pub fn complete(mut self, complete: impl Into<Patch<bool>>) -> Self {
        self.complete = complete.into();
        self
    }

    /// Sets `private`: whether only its recipient may see it.
    #[must_use]
    pub fn private(mut self, private: impl Into<Patch<bool>>) -> Self {
        self.private = private.into();
        self
    }

    /// Sets `approve`: whether it is published; true publishes it, if there are credits.
    #[must_use]
    pub fn approve(mut self, approve: impl Into<Patch<bool>>) -> Self {
        self.approve = approve.into();
        self
    }

    /// Sets `allow_supplemental_evidence`: whether the recipient may add evidence.
    #[must_use]
    pub fn allow_supplemental_evidence(
        mut self,
        allow_supplemental_evidence: impl Into<Patch<bool>>,
    ) -> Self {
        self.allow_supplemental_evidence = allow_supplemental_evidence.into();
        self
    }

    /// Sets `allow_supplemental_references`: whether the recipient may add references.
    #[must_use]
    pub fn allow_supplemental_references(
        mut self,
        allow_supplemental_references: impl Into<Patch<bool>>,
    ) -> Self {
        self.allow_supplemental_references = allow_supplemental_references.into();
        self
    }

    /// Sets `evidence_items`: evidence.
    #[must_use]
    pub fn evidence_items(mut self, evidence_items: impl Into<Patch<Vec<NewEvidenceItem>>>) -> Self {
        self.evidence_items = evidence_items.into();
        self
    }

    /// Sets `references`: references.
    #[must_use]
    pub fn references(mut self, references: impl Into<Patch<Vec<NewReference>>>) -> Self {
        self.references = references.into();
        self
    }

    /// Sets `meta_data`: your own data on it.
    #[must_use]
    pub fn meta_data(mut self, meta_data: impl Into<Patch<Map<String, Value>>>) -> Self {
        self.meta_data = meta_data.into();
        self
    }
}

/// Credentials to issue, all or none.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateV1 {
    /// The credentials.
    pub credentials: Vec<NewCredential>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkCreateV1 {
    credentials: "credentials" required,
});

impl BulkCreateV1 {
    /// The most items in `credentials`.
    pub const MAX_CREDENTIALS: usize = 100;

    /// With `credentials`, and nothing else set.
    #[must_use]
    pub fn new(credentials: impl IntoIterator<Item = NewCredential>) -> Self {
        Self { credentials: credentials.into_iter().collect(), extra: Extra::default() }
    }
}

/// The credentials of a batch, in whichever form they came.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum BulkCreatedV1 {
    /// A list, as documented.
    Documented(Vec<BulkCreatedItemV1>),
    /// An object, as seen in production.
    InProduction(BulkCreatedListV1),
    /// Results, as the second version answers.
    LikeV2(BulkResults),
}
forms!(BulkCreatedV1 { Documented, InProduction, LikeV2 });

/// The credentials of a batch, as seen in production.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreatedListV1 {
    /// The credentials.
    pub credentials: Vec<BulkCreatedItemV1>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkCreatedListV1 {
    credentials: "credentials" required,
});

/// A credential of a batch, wrapped or not.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum BulkCreatedItemV1 {
    /// Wrapped, as documented.
    Wrapped(CredentialBody),
    /// Not wrapped, as seen in production.
    Bare(Credential),
}
forms!(BulkCreatedItemV1 { Wrapped, Bare });

/// Credentials to issue, each by itself.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreate {
    /// The credentials.
    pub credentials: Vec<NewCredential>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkCreate {
    credentials: "credentials" required,
});

impl BulkCreate {
    /// The most items in `credentials`.
    pub const MAX_CREDENTIALS: usize = 30;

    /// With `credentials`, and nothing else set.
    #[must_use]
    pub fn new(credentials: impl IntoIterator<Item = NewCredential>) -> Self {
        Self { credentials: credentials.into_iter().collect(), extra: Extra::default() }
    }
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkResults {
    /// What became of each credential, in the order of the request.
    pub results: Vec<BulkResult>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkResults {
    results: "results" required,
});

/// What became of one credential of a batch: created, created but not published, or rejected.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct BulkResult {
    /// The credential, if it was created.
    pub credential: Option<Credential>,
    /// What went wrong, if anything did.
    pub errors: Option<Lenient<BulkError>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkResult { credential: "credential", errors: "errors" | "error" });

/// Why a credential of a batch was not created or not published.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct BulkError {
    /// The code.
    pub code: Option<BulkErrorCode>,
    /// The vendor's words.
    pub message: Option<String>,
    /// What is wrong with single fields.
    pub details: Option<Vec<BulkErrorDetail>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkError { code: "code", message: "message", details: "details" });

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct BulkErrorDetail {
    /// The field.
    pub property: Option<String>,
    /// What is wrong with it.
    pub message: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkErrorDetail { property: "property", message: "message" | "reason" });

/// Where a page stands in its listing.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PageMeta {
    /// The page, from 1. Not to be relied on: it has been seen to stay at 1.
    pub current_page: Patch<u64>,
    /// The next page; null on the last one.
    pub next_page: Patch<u64>,
    /// The page before; null on the first one.
    pub prev_page: Patch<u64>,
    /// How many pages there are. Not to be relied on: it is 1 for an empty listing.
    pub total_pages: Patch<u64>,
    /// How many items there are.
    pub total_count: Patch<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PageMeta {
    current_page: "current_page",
    next_page: "next_page",
    prev_page: "prev_page",
    total_pages: "total_pages",
    total_count: "total_count",
});

/// One page of credentials.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CredentialList {
    /// The credentials.
    pub credentials: Vec<Credential>,
    /// Where the page stands.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialList {
    credentials: "credentials" required,
    meta: "meta",
});

/// A search for credentials.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CredentialSearch {
    /// What to search for; several fields must all match.
    pub query: CredentialQuery,
    /// How to sort.
    pub sort: Option<CredentialSort>,
    /// Which page.
    pub page: Option<SearchPage>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialSearch {
    query: "query" required,
    sort: "sort",
    page: "page",
});

impl CredentialSearch {
    /// With `query`, and nothing else set.
    #[must_use]
    pub fn new(query: CredentialQuery) -> Self {
        Self { query, sort: None, page: None, extra: Extra::default() }
    }

    /// Sets `sort`: how to sort.
    #[must_use]
    pub fn sort(mut self, sort: CredentialSort) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Sets `page`: which page.
    #[must_use]
    pub fn page(mut self, page: SearchPage) -> Self {
        self.page = Some(page);
        self
    }
}

/// What to search credentials for. A field by itself asks for equality; the others say how they compare.
/// Dates are days.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CredentialQuery {
    /// The UUID.
    pub uuid: Option<String>,
    /// One of these UUIDs.
    pub uuid_in: Option<Vec<String>>,
    /// The group.
    pub group: Option<GroupId>,
    /// One of these groups.
    pub groups: Option<Vec<GroupId>>,
    /// The recipient's name. Personal.
    pub recipient_name: Option<String>,
    /// One of these names. Personal.
    pub recipient_name_in: Option<Vec<String>>,
    /// The recipient's address. Personal.
    pub recipient_email: Option<String>,
    /// One of these addresses. Personal.
    pub recipient_email_in: Option<Vec<String>>,
    /// Your id of the recipient.
    pub recipient_id: Option<RecipientId>,
    /// One of these ids of yours.
    pub recipient_id_in: Option<Vec<RecipientId>>,
    /// Your id of the credential.
    pub license_id: Option<String>,
    /// One of these ids of yours.
    pub license_id_in: Option<Vec<String>>,
    /// Published or not; both if left out.
    pub approve: Option<bool>,
    /// Issued on this day.
    pub issued_on: Option<Date>,
    /// Issued on one of these days.
    pub issued_on_in: Option<Vec<Date>>,
    /// Issued before this day.
    pub issued_on_lt: Option<Date>,
    /// Issued by this day.
    pub issued_until: Option<Date>,
    /// Issued after this day.
    pub issued_on_gt: Option<Date>,
    /// Issued from this day on.
    pub issued_from: Option<Date>,
    /// Expiring on this day.
    pub expired_on: Option<Date>,
    /// Expiring on one of these days.
    pub expired_on_in: Option<Vec<Date>>,
    /// Expiring before this day.
    pub expired_on_lt: Option<Date>,
    /// Expiring by this day.
    pub expired_on_lte: Option<Date>,
    /// Expiring after this day.
    pub expired_on_gt: Option<Date>,
    /// Expiring from this day on.
    pub expired_on_gte: Option<Date>,
    /// Updated on this day.
    pub updated_at: Option<Date>,
    /// Updated on one of these days.
    pub updated_at_in: Option<Vec<Date>>,
    /// Updated before this day.
    pub updated_at_lt: Option<Date>,
    /// Updated by this day.
    pub updated_at_lte: Option<Date>,
    /// Updated after this day.
    pub updated_at_gt: Option<Date>,
    /// Updated from this day on.
    pub updated_from: Option<Date>,
    /// Created on this day.
    pub created_at: Option<Date>,
    /// Created on one of these days.
    pub created_at_in: Option<Vec<Date>>,
    /// Created before this day.
    pub created_at_lt: Option<Date>,
    /// Created by this day.
    pub created_at_lte: Option<Date>,
    /// Created after this day.
    pub created_at_gt: Option<Date>,
    /// Created from this day on.
    pub created_at_gte: Option<Date>,
    /// Your own data on the recipient.
    pub recipient_meta_data: Option<Map<String, Value>>,
    /// Your own data on the credential.
    pub meta_data: Option<Map<String, Value>>,
    /// Attributes of the credential.
    pub custom_attributes: Option<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialQuery {
    uuid: "uuid",
    uuid_in: "uuid[in]",
    group: "group.id",
    groups: "group.id[in]",
    recipient_name: "recipient_name",
    recipient_name_in: "recipient_name[in]",
    recipient_email: "recipient_email",
    recipient_email_in: "recipient_email[in]",
    recipient_id: "recipient_id",
    recipient_id_in: "recipient_id[in]",
    license_id: "license_id",
    license_id_in: "license_id[in]",
    approve: "approve",
    issued_on: "issued_on",
    issued_on_in: "issued_on[in]",
    issued_on_lt: "issued_on[lt]",
    issued_until: "issued_on[lte]",
    issued_on_gt: "issued_on[gt]",
    issued_from: "issued_on[gte]",
    expired_on: "expired_on",
    expired_on_in: "expired_on[in]",
    expired_on_lt: "expired_on[lt]",
    expired_on_lte: "expired_on[lte]",
    expired_on_gt: "expired_on[gt]",
    expired_on_gte: "expired_on[gte]",
    updated_at: "updated_at",
    updated_at_in: "updated_at[in]",
    updated_at_lt: "updated_at[lt]",
    updated_at_lte: "updated_at[lte]",
    updated_at_gt: "updated_at[gt]",
    updated_from: "updated_at[gte]",
    created_at: "created_at",
    created_at_in: "created_at[in]",
    created_at_lt: "created_at[lt]",
    created_at_lte: "created_at[lte]",
    created_at_gt: "created_at[gt]",
    created_at_gte: "created_at[gte]",
    recipient_meta_data: "recipient_meta_data",
    meta_data: "meta_data",
    custom_attributes: "custom_attributes",
});

impl CredentialQuery {
    /// Sets `uuid`: the UUID.
    #[must_use]
    pub fn uuid(mut self, uuid: impl Into<String>) -> Self {
        self.uuid = Some(uuid.into());
        self
    }

    /// Sets `uuid_in`: one of these UUIDs.
    #[must_use]
    pub fn uuid_in(mut self, uuid_in: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.uuid_in = Some(uuid_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `group`: the group.
    #[must_use]
    pub fn group(mut self, group: impl Into<GroupId>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Sets `groups`: one of these groups.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `recipient_name`: the recipient's name.
    #[must_use]
    pub fn recipient_name(mut self, recipient_name: impl Into<String>) -> Self {
        self.recipient_name = Some(recipient_name.into());
        self
    }

    /// Sets `recipient_name_in`: one of these names.
    #[must_use]
    pub fn recipient_name_in(
        mut self,
        recipient_name_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.recipient_name_in = Some(recipient_name_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `recipient_email_in`: one of these addresses.
    #[must_use]
    pub fn recipient_email_in(
        mut self,
        recipient_email_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.recipient_email_in = Some(recipient_email_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `recipient_id`: your id of the recipient.
    #[must_use]
    pub fn recipient_id(mut self, recipient_id: impl Into<RecipientId>) -> Self {
        self.recipient_id = Some(recipient_id.into());
        self
    }

    /// Sets `recipient_id_in`: one of these ids of yours.
    #[must_use]
    pub fn recipient_id_in(
        mut self,
        recipient_id_in: impl IntoIterator<Item = impl Into<RecipientId>>,
    ) -> Self {
        self.recipient_id_in = Some(recipient_id_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `license_id`: your id of the credential.
    #[must_use]
    pub fn license_id(mut self, license_id: impl Into<String>) -> Self {
        self.license_id = Some(license_id.into());
        self
    }

    /// Sets `license_id_in`: one of these ids of yours.
    #[must_use]
    pub fn license_id_in(mut self, license_id_in: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.license_id_in = Some(license_id_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `approve`: published or not; both if left out.
    #[must_use]
    pub fn approve(mut self, approve: bool) -> Self {
        self.approve = Some(approve);
        self
    }

    /// Sets `issued_on`: issued on this day.
    #[must_use]
    pub fn issued_on(mut self, issued_on: impl Into<Date>) -> Self {
        self.issued_on = Some(issued_on.into());
        self
    }

    /// Sets `issued_on_in`: issued on one of these days.
    #[must_use]
    pub fn issued_on_in(mut self, issued_on_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.issued_on_in = Some(issued_on_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `issued_on_lt`: issued before this day.
    #[must_use]
    pub fn issued_on_lt(mut self, issued_on_lt: impl Into<Date>) -> Self {
        self.issued_on_lt = Some(issued_on_lt.into());
        self
    }

    /// Sets `issued_until`: issued by this day.
    #[must_use]
    pub fn issued_until(mut self, issued_until: impl Into<Date>) -> Self {
        self.issued_until = Some(issued_until.into());
        self
    }

    /// Sets `issued_on_gt`: issued after this day.
    #[must_use]
    pub fn issued_on_gt(mut self, issued_on_gt: impl Into<Date>) -> Self {
        self.issued_on_gt = Some(issued_on_gt.into());
        self
    }

    /// Sets `issued_from`: issued from this day on.
    #[must_use]
    pub fn issued_from(mut self, issued_from: impl Into<Date>) -> Self {
        self.issued_from = Some(issued_from.into());
        self
    }

    /// Sets `expired_on`: expiring on this day.
    #[must_use]
    pub fn expired_on(mut self, expired_on: impl Into<Date>) -> Self {
        self.expired_on = Some(expired_on.into());
        self
    }

    /// Sets `expired_on_in`: expiring on one of these days.
    #[must_use]
    pub fn expired_on_in(mut self, expired_on_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.expired_on_in = Some(expired_on_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `expired_on_lt`: expiring before this day.
    #[must_use]
    pub fn expired_on_lt(mut self, expired_on_lt: impl Into<Date>) -> Self {
        self.expired_on_lt = Some(expired_on_lt.into());
        self
    }

    /// Sets `expired_on_lte`: expiring by this day.
    #[must_use]
    pub fn expired_on_lte(mut self, expired_on_lte: impl Into<Date>) -> Self {
        self.expired_on_lte = Some(expired_on_lte.into());
        self
    }

    /// Sets `expired_on_gt`: expiring after this day.
    #[must_use]
    pub fn expired_on_gt(mut self, expired_on_gt: impl Into<Date>) -> Self {
        self.expired_on_gt = Some(expired_on_gt.into());
        self
    }

    /// Sets `expired_on_gte`: expiring from this day on.
    #[must_use]
    pub fn expired_on_gte(mut self, expired_on_gte: impl Into<Date>) -> Self {
        self.expired_on_gte = Some(expired_on_gte.into());
        self
    }

    /// Sets `updated_at`: updated on this day.
    #[must_use]
    pub fn updated_at(mut self, updated_at: impl Into<Date>) -> Self {
        self.updated_at = Some(updated_at.into());
        self
    }

    /// Sets `updated_at_in`: updated on one of these days.
    #[must_use]
    pub fn updated_at_in(mut self, updated_at_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.updated_at_in = Some(updated_at_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `updated_at_lt`: updated before this day.
    #[must_use]
    pub fn updated_at_lt(mut self, updated_at_lt: impl Into<Date>) -> Self {
        self.updated_at_lt = Some(updated_at_lt.into());
        self
    }

    /// Sets `updated_at_lte`: updated by this day.
    #[must_use]
    pub fn updated_at_lte(mut self, updated_at_lte: impl Into<Date>) -> Self {
        self.updated_at_lte = Some(updated_at_lte.into());
        self
    }

    /// Sets `updated_at_gt`: updated after this day.
    #[must_use]
    pub fn updated_at_gt(mut self, updated_at_gt: impl Into<Date>) -> Self {
        self.updated_at_gt = Some(updated_at_gt.into());
        self
    }

    /// Sets `updated_from`: updated from this day on.
    #[must_use]
    pub fn updated_from(mut self, updated_from: impl Into<Date>) -> Self {
        self.updated_from = Some(updated_from.into());
        self
    }

    /// Sets `created_at`: created on this day.
    #[must_use]
    pub fn created_at(mut self, created_at: impl Into<Date>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets `created_at_in`: created on one of these days.
    #[must_use]
    pub fn created_at_in(mut self, created_at_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.created_at_in = Some(created_at_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `created_at_lt`: created before this day.
    #[must_use]
    pub fn created_at_lt(mut self, created_at_lt: impl Into<Date>) -> Self {
        self.created_at_lt = Some(created_at_lt.into());
        self
    }

    /// Sets `created_at_lte`: created by this day.
    #[must_use]
    pub fn created_at_lte(mut self, created_at_lte: impl Into<Date>) -> Self {
        self.created_at_lte = Some(created_at_lte.into());
        self
    }

    /// Sets `created_at_gt`: created after this day.
    #[must_use]
    pub fn created_at_gt(mut self, created_at_gt: impl Into<Date>) -> Self {
        self.created_at_gt = Some(created_at_gt.into());
        self
    }

    /// Sets `created_at_gte`: created from this day on.
    #[must_use]
    pub fn created_at_gte(mut self, created_at_gte: impl Into<Date>) -> Self {
        self.created_at_gte = Some(created_at_gte.into());
        self
    }

    /// Sets `recipient_meta_data`: your own data on the recipient.
    #[must_use]
    pub fn recipient_meta_data(
        mut self,
        recipient_meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.recipient_meta_data =
            Some(recipient_meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `meta_data`: your own data on the credential.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `custom_attributes`: attributes of the credential.
    #[must_use]
    pub fn custom_attributes(
        mut self,
        custom_attributes: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.custom_attributes =
            Some(custom_attributes.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }
}

/// How to sort credentials; one of these.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CredentialSort {
    /// By the vendor's id.
    pub id: Option<SortOrder>,
    /// By the recipient's name.
    pub recipient_name: Option<SortOrder>,
    /// By the group's internal name.
    pub group_name: Option<SortOrder>,
    /// By the day of issue.
    pub issued_on: Option<SortOrder>,
    /// By the day of expiry.
    pub expired_on: Option<SortOrder>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialSort {
    id: "id",
    recipient_name: "recipient_name",
    group_name: "group.name",
    issued_on: "issued_on",
    expired_on: "expired_on",
});

impl CredentialSort {
    /// Sets `id`: by the vendor's id.
    #[must_use]
    pub fn id(mut self, id: impl Into<SortOrder>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `recipient_name`: by the recipient's name.
    #[must_use]
    pub fn recipient_name(mut self, recipient_name: impl Into<SortOrder>) -> Self {
        self.recipient_name = Some(recipient_name.into());
        self
    }

    /// Sets `group_name`: by the group's internal name.
    #[must_use]
    pub fn group_name(mut self, group_name: impl Into<SortOrder>) -> Self {
        self.group_name = Some(group_name.into());
        self
    }

    /// Sets `issued_on`: by the day of issue.
    #[must_use]
    pub fn issued_on(mut self, issued_on: impl Into<SortOrder>) -> Self {
        self.issued_on = Some(issued_on.into());
        self
    }

    /// Sets `expired_on`: by the day of expiry.
    #[must_use]
    pub fn expired_on(mut self, expired_on: impl Into<SortOrder>) -> Self {
        self.expired_on = Some(expired_on.into());
        self
    }
}

/// Which page of a search. `from` and `cursor` exclude each other; without either the first page comes.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SearchPage {
    /// How many credentials to skip. With `size` it reaches the first 10,000.
    pub from: Option<u64>,
    /// How many on a page. Default 50; the largest is not known.
    pub size: Option<u64>,
    /// The text that came with the page before, unchanged.
    pub cursor: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SearchPage { from: "from", size: "size", cursor: "cursor" });

impl SearchPage {
    /// Sets `from`: how many credentials to skip. With `size` it reaches the first 10,000.
    #[must_use]
    pub fn from(mut self, from: u64) -> Self {
        self.from = Some(from);
        self
    }

    /// Sets `size`: how many on a page. Default 50; the largest is not known.
    #[must_use]
    pub fn size(mut self, size: u64) -> Self {
        self.size = Some(size);
        self
    }

    /// Sets `cursor`: the text that came with the page before, unchanged.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }
}

/// One page of a search for credentials.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CredentialSearchPage {
    /// The credentials.
    pub credentials: Vec<FoundCredential>,
    /// Where the page stands.
    pub meta: Option<SearchMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialSearchPage {
    credentials: "credentials" required,
    meta: "meta",
});

/// Where a page stands in its search.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SearchMeta {
    /// How many credentials match.
    pub count: Option<u64>,
    /// How many were skipped.
    pub from: Option<u64>,
    /// How many a page has.
    pub size: Option<u64>,
    /// Leads to the next page.
    pub cursor: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SearchMeta { count: "count", from: "from", size: "size", cursor: "cursor" });

/// A credential as a search finds it: the recipient lies flat, the group is nested.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FoundCredential {
    /// The vendor's number.
    pub id: CredentialId,
    /// A UUID.
    pub uuid: Option<String>,
    /// A short opaque text; it may look like a number.
    pub encoded_id: Option<String>,
    /// Your id of it, if you gave one.
    pub license_id: Option<String>,
    /// The name shown to the recipient.
    pub name: Option<String>,
    /// Whether it is published.
    pub approve: Option<bool>,
    /// Whether only its recipient may see it.
    pub private: Option<bool>,
    /// A grade; null in every documented reply.
    pub grade: Option<Value>,
    /// The day it was issued.
    pub issued_on: Option<Date>,
    /// The day it expires; null if it does not.
    pub expired_on: Option<Date>,
    /// The day it was published; null if it is not.
    pub published_on: Option<Date>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
    /// The recipient's name. Personal.
    pub recipient_name: Option<String>,
    /// The recipient's address. Personal.
    pub recipient_email: Option<String>,
    /// Your id of the recipient; a number in older documentation.
    pub recipient_id: Option<RecipientId>,
    /// The recipient's phone number. The vendor's schema has it under `group`, which seems a mistake.
    /// Personal.
    pub recipient_phone_number: Option<String>,
    /// Whether the recipient opened it.
    pub recipient_opened: Option<bool>,
    /// Whether the recipient did something with it.
    pub recipient_engaged: Option<bool>,
    /// Your own data on the recipient.
    pub recipient_meta_data: Option<Map<String, Value>>,
    /// Your own data on it.
    pub meta_data: Option<Map<String, Value>>,
    /// Attributes shown on the credential, by name.
    pub custom_attributes: Option<Map<String, Value>>,
    /// Who issued it.
    pub issuer_id: Option<IssuerId>,
    /// An image for link previews.
    pub seo_image: Option<String>,
    /// Its group.
    pub group: Option<FoundGroup>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(FoundCredential {
    id: "id" required,
    uuid: "uuid",
    encoded_id: "encoded_id",
    license_id: "license_id",
    name: "name",
    approve: "approve",
    private: "private",
    grade: "grade",
    issued_on: "issued_on",
    expired_on: "expired_on",
    published_on: "published_on",
    created_at: "created_at",
    updated_at: "updated_at",
    recipient_name: "recipient_name",
    recipient_email: "recipient_email",
    recipient_id: "recipient_id",
    recipient_phone_number: "recipient_phone_number",
    recipient_opened: "recipient_opened",
    recipient_engaged: "recipient_engaged",
    recipient_meta_data: "recipient_meta_data",
    meta_data: "meta_data",
    custom_attributes: "custom_attributes",
    issuer_id: "issuer_id",
    seo_image: "seo_image",
    group: "group",
});

/// The group of a credential that a search found.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct FoundGroup {
    /// The id.
    pub id: Option<GroupId>,
    /// The internal name.
    pub name: Option<String>,
    /// The name shown to recipients.
    pub course_name: Option<String>,
    /// The badge's design.
    pub badge_design_id: Option<DesignId>,
    /// The certificate's design.
    pub certificate_design_id: Option<DesignId>,
    /// The recipient's phone number, where the vendor's schema has it. Personal.
    pub phone_number: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(FoundGroup {
    id: "id",
    name: "name",
    course_name: "course_name",
    badge_design_id: "badge_design_id",
    certificate_design_id: "certificate_design_id",
    phone_number: "phone_number",
});

/// A course or achievement that credentials are issued for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// The id.
    pub id: GroupId,
    /// The internal name.
    pub name: Option<String>,
    /// The name shown to recipients.
    pub course_name: Option<String>,
    /// The description shown to recipients.
    pub course_description: Option<String>,
    /// A link to the course.
    pub course_link: Option<String>,
    /// The language. Default `en`.
    pub language: Option<Language>,
    /// Whether messages to recipients carry the certificate as PDF.
    pub attach_pdf: Option<bool>,
    /// Whether credentials are recorded on a blockchain.
    pub blockchain: Option<bool>,
    /// The certificate's design; deprecated.
    pub design_id: Option<DesignId>,
    /// The certificate's design.
    pub certificate_design_id: Option<DesignId>,
    /// The badge's design.
    pub badge_design_id: Option<DesignId>,
    /// The design shown first.
    pub primary_design_id: Option<DesignId>,
    /// The design's name.
    pub design_name: Option<String>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// Your own data on it.
    pub meta_data: Option<Map<String, Value>>,
    /// What is learnt. A list of texts; others have seen objects.
    pub learning_outcomes: Option<Lenient<Vec<String>>>,
    /// Whether credentials are private; null leaves it to the department.
    pub generate_private_credential: Option<bool>,
    /// After how many years credentials expire; 0 or less for never.
    pub auto_expiry: Option<Number>,
    /// Where recipients sign up.
    pub signup_url: Option<String>,
    /// Whether that is shown; null leaves it to the department.
    pub signup_url_show: Option<bool>,
    /// Whether the link to the course is shown; null leaves it to the department.
    pub course_link_show: Option<bool>,
    /// Whether the issuer's web site is shown; null leaves it to the department.
    pub organization_link_show: Option<bool>,
    /// The skill category.
    pub skill_category: Option<SkillCategory>,
    /// The type of achievement, of those Open Badges 3.0 names.
    pub achievement_type: Option<String>,
    /// The collections it is in.
    pub collections: Option<Vec<GroupCollection>>,
    /// What has to be done for it, in order. An update replaces all; criteria with an id are changed.
    pub earning_criteria: Option<Lenient<Vec<EarningCriterion>>>,
    /// The framework that its skills are of; none for a group with outcomes in free text.
    pub skill_framework: Option<GroupFramework>,
    /// The skills of the framework, one for each place in it.
    pub skills: Option<Vec<Skill>>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Group {
    id: "id" required,
    name: "name",
    course_name: "course_name",
    course_description: "course_description",
    course_link: "course_link",
    language: "language",
    attach_pdf: "attach_pdf",
    blockchain: "blockchain",
    design_id: "design_id",
    certificate_design_id: "certificate_design_id",
    badge_design_id: "badge_design_id",
    primary_design_id: "primary_design_id",
    design_name: "design_name",
    department_id: "department_id",
    meta_data: "meta_data",
    learning_outcomes: "learning_outcomes",
    generate_private_credential: "generate_private_credential",
    auto_expiry: "auto_expiry",
    signup_url: "signup_url",
    signup_url_show: "signup_url_show",
    course_link_show: "course_link_show",
    organization_link_show: "organization_link_show",
    skill_category: "skill_category",
    achievement_type: "achievement_type",
    collections: "collections",
    earning_criteria: "earning_criteria",
    skill_framework: "skill_framework",
    skills: "skills",
    created_at: "created_at",
    updated_at: "updated_at",
});

/// A group as it was saved, and what was not.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SavedGroup {
    /// The group.
    pub group: Group,
    /// What was not saved. The group is there all the same.
    pub errors: Option<Vec<GroupWarning>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SavedGroup {
    group: "group" required,
    errors: "errors",
});

/// What was not saved of a group.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupWarning {
    /// Which case it is.
    pub code: GroupWarningCode,
    /// The vendor's words.
    pub message: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupWarning {
    code: "code" required,
    message: "message",
});

/// Something that has to be done for a credential.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct EarningCriterion {
    /// The id; in an update, the criterion that is changed.
    pub id: Option<String>,
    /// What it is, such as `course` or `exam`.
    pub kind: Option<String>,
    /// What it says. Some HTML is kept.
    pub text: Option<String>,
    /// Whether it has to be done. Default true.
    pub required: Option<bool>,
    /// Its place, from 1. Default the next one.
    pub position: Option<i64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EarningCriterion { id: "id", kind: "kind", text: "text", required: "required", position: "position" });

impl EarningCriterion {
    /// With `kind` and `text`, and nothing else set.
    #[must_use]
    pub fn new(kind: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: None,
            kind: Some(kind.into()),
            text: Some(text.into()),
            required: None,
            position: None,
            extra: Extra::default(),
        }
    }

    /// Sets `id`: the id; in an update, the criterion that is changed.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `kind`: what it is, such as `course` or `exam`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `text`: what it says. Some HTML is kept.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets `required`: whether it has to be done. Default true.
    #[must_use]
    pub fn required(mut self, required: bool) -> Self {
        self.required = Some(required);
        self
    }

    /// Sets `position`: its place, from 1. Default the next one.
    #[must_use]
    pub fn position(mut self, position: i64) -> Self {
        self.position = Some(position);
        self
    }
}

/// A skill to attach to a group.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FrameworkSkill {
    /// The skill's id.
    pub id: i64,
    /// The ids of the nodes that lead to it, root first. Without them the skill is at the root.
    pub breadcrumb_ids: Option<Vec<i64>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(FrameworkSkill {
    id: "id" required,
    breadcrumb_ids: "breadcrumb_ids",
});

impl FrameworkSkill {
    /// With `id`, and nothing else set.
    #[must_use]
    pub fn new(id: i64) -> Self {
        Self { id, breadcrumb_ids: None, extra: Extra::default() }
    }

    /// Sets `breadcrumb_ids`: the ids of the nodes that lead to it, root first. Without them the skill is at the root.
    #[must_use]
    pub fn breadcrumb_ids(mut self, breadcrumb_ids: impl IntoIterator<Item = i64>) -> Self {
        self.breadcrumb_ids = Some(breadcrumb_ids.into_iter().collect());
        self
    }
}

/// The framework of a group's skills.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct GroupFramework {
    /// The id.
    pub id: Option<i64>,
    /// The name.
    pub name: Option<String>,
    /// `external`, or `custom` for the account's own.
    pub source_type: Option<String>,
    /// The taxonomy, such as `ESCO`.
    pub taxonomy: Option<String>,
    /// Whose it is.
    pub provider: Option<String>,
    /// What it holds.
    pub description: Option<String>,
    /// What has to be shown with the skills.
    pub attribution: Option<Attribution>,
    /// The version that the group keeps.
    pub version: Option<FrameworkVersion>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupFramework {
    id: "id",
    name: "name",
    source_type: "source_type",
    taxonomy: "taxonomy",
    provider: "provider",
    description: "description",
    attribution: "attribution",
    version: "version",
});

/// What has to be shown with skills.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Attribution {
    /// The text.
    pub text: Option<String>,
    /// A link.
    pub url: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Attribution { text: "text", url: "url" });

/// A version of a framework.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct FrameworkVersion {
    /// The id.
    pub id: Option<i64>,
    /// Its name, such as `30.0`.
    pub version: Option<String>,
    /// `active` or `retired`.
    pub status: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(FrameworkVersion { id: "id", version: "version", status: "status" });

/// A skill at one place in a framework.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Skill {
    /// The id within its version.
    pub id: Option<i64>,
    /// The name.
    pub name: Option<String>,
    /// What other systems know it by.
    pub identifier: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// A link.
    pub url: Option<String>,
    /// The nodes that lead to it, root first.
    pub breadcrumbs: Option<Vec<Breadcrumb>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Skill {
    id: "id",
    name: "name",
    identifier: "identifier",
    description: "description",
    url: "url",
    breadcrumbs: "breadcrumbs",
});

/// A node that leads to a skill.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Breadcrumb {
    /// The id.
    pub id: Option<i64>,
    /// The name.
    pub name: Option<String>,
    /// What other systems know it by.
    pub identifier: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Breadcrumb { id: "id", name: "name", identifier: "identifier" });

/// A skill category.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SkillCategory {
    /// The id.
    pub id: Option<SkillCategoryId>,
    /// The name.
    pub name: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SkillCategory { id: "id", name: "name" });

/// A collection that a group is in.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct GroupCollection {
    /// The id.
    pub id: Option<CollectionId>,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupCollection { id: "id", name: "name", description: "description" });

impl GroupCollection {
    /// Sets `id`: the id.
    #[must_use]
    pub fn id(mut self, id: impl Into<CollectionId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `name`: the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `description`: the description.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

/// A search for groups.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct GroupSearch {
    /// Only these.
    pub ids: Option<Vec<GroupId>>,
    /// Only those with this text in their internal name.
    pub name: Option<String>,
    /// Only those with this text in their course name.
    pub course_name: Option<String>,
    /// Only those with this data of yours.
    pub meta_data: Option<Map<String, Value>>,
    /// Only those updated after this day.
    pub updated_after: Option<Date>,
    /// Only those updated before this day.
    pub updated_before: Option<Date>,
    /// How many on a page. Default 50; the largest is not known.
    pub page_size: Option<u64>,
    /// The page, from 1.
    pub page: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupSearch {
    ids: "ids",
    name: "name",
    course_name: "course_name",
    meta_data: "meta_data",
    updated_after: "start_updated_date",
    updated_before: "end_updated_date",
    page_size: "page_size",
    page: "page",
});

impl GroupSearch {
    /// Sets `ids`: only these.
    #[must_use]
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `name`: only those with this text in their internal name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `course_name`: only those with this text in their course name.
    #[must_use]
    pub fn course_name(mut self, course_name: impl Into<String>) -> Self {
        self.course_name = Some(course_name.into());
        self
    }

    /// Sets `meta_data`: only those with this data of yours.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `updated_after`: only those updated after this day.
    #[must_use]
    pub fn updated_after(mut self, updated_after: impl Into<Date>) -> Self {
        self.updated_after = Some(updated_after.into());
        self
    }

    /// Sets `updated_before`: only those updated before this day.
    #[must_use]
    pub fn updated_before(mut self, updated_before: impl Into<Date>) -> Self {
        self.updated_before = Some(updated_before.into());
        self
    }

    /// Sets `page_size`: how many on a page. Default 50; the largest is not known.
    #[must_use]
    pub fn page_size(mut self, page_size: u64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Sets `page`: the page, from 1.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }
}

/// One page of groups.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupList {
    /// The groups.
    pub groups: Vec<Group>,
    /// Where the page stands.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupList {
    groups: "groups" required,
    meta: "meta",
});

/// The account that a key belongs to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IssuerDetails {
    /// The id.
    pub id: IssuerId,
    /// The name.
    pub name: Option<String>,
    /// The address. Personal.
    pub email: Option<String>,
    /// How many credits are left.
    pub certificate_left: Option<i64>,
    /// The language.
    pub language: Option<Language>,
    /// The web site.
    pub url: Option<String>,
    /// Whether search engines may list its credentials.
    pub spiderable: Option<bool>,
    /// A domain that may show its credentials.
    pub whitelisted_domain: Option<String>,
    /// The company on LinkedIn.
    pub linkedin_company_id: Option<LinkedinId>,
    /// The school on LinkedIn.
    pub linkedin_school_id: Option<LinkedinId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IssuerDetails {
    id: "id" required,
    name: "name",
    email: "email",
    certificate_left: "certificate_left",
    language: "language",
    url: "url",
    spiderable: "spiderable",
    whitelisted_domain: "whitelisted_domain",
    linkedin_company_id: "linkedin_company_id",
    linkedin_school_id: "linkedin_school_id",
});

/// What `credential` wraps: the credential.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewCredentialBody {
    /// The credential.
    pub credential: NewCredential,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewCredentialBody {
    credential: "credential" required,
});

impl NewCredentialBody {
    /// With `credential`, and nothing else set.
    #[must_use]
    pub fn new(credential: NewCredential) -> Self {
        Self { credential, extra: Extra::default() }
    }
}

/// What `credential` wraps: the credential.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CredentialUpdateBody {
    /// The credential.
    pub credential: CredentialUpdate,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialUpdateBody {
    credential: "credential" required,
});

impl CredentialUpdateBody {
    /// With `credential`, and nothing else set.
    #[must_use]
    pub fn new(credential: CredentialUpdate) -> Self {
        Self { credential, extra: Extra::default() }
    }
}

/// A course or achievement that credentials are issued for. As created.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewGroup {
    /// The internal name.
    pub name: Option<String>,
    /// The name shown to recipients.
    pub course_name: Option<String>,
    /// The description shown to recipients.
    pub course_description: Option<String>,
    /// A link to the course.
    pub course_link: Option<String>,
    /// The language. Default `en`.
    pub language: Option<Language>,
    /// Whether messages to recipients carry the certificate as PDF.
    pub attach_pdf: Option<bool>,
    /// Whether credentials are recorded on a blockchain.
    pub blockchain: Option<bool>,
    /// The certificate's design; deprecated.
    pub design_id: Option<DesignId>,
    /// The certificate's design.
    pub certificate_design_id: Option<DesignId>,
    /// The badge's design.
    pub badge_design_id: Option<DesignId>,
    /// The design shown first.
    pub primary_design_id: Option<DesignId>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// Your own data on it.
    pub meta_data: Option<Map<String, Value>>,
    /// What is learnt. A list of texts; others have seen objects.
    pub learning_outcomes: Option<Lenient<Vec<String>>>,
    /// Whether credentials are private; null leaves it to the department.
    pub generate_private_credential: Option<bool>,
    /// After how many years credentials expire; 0 or less for never.
    pub auto_expiry: Option<Number>,
    /// Where recipients sign up.
    pub signup_url: Option<String>,
    /// Whether that is shown; null leaves it to the department.
    pub signup_url_show: Option<bool>,
    /// Whether the link to the course is shown; null leaves it to the department.
    pub course_link_show: Option<bool>,
    /// Whether the issuer's web site is shown; null leaves it to the department.
    pub organization_link_show: Option<bool>,
    /// The type of achievement, of those Open Badges 3.0 names.
    pub achievement_type: Option<String>,
    /// The collections it is in.
    pub collections: Option<Vec<GroupCollection>>,
    /// What has to be done for it, in order. An update replaces all; criteria with an id are changed.
    pub earning_criteria: Option<Lenient<Vec<EarningCriterion>>>,
    /// Whether a recipient may have several credentials of it. Default false.
    pub allow_duplicate_credentials: Option<bool>,
    /// The skill category.
    pub skill_category_id: Option<SkillCategoryId>,
    /// The version of the framework that the skills are of; it goes with `framework_skills`.
    pub skill_framework_version_id: Option<i64>,
    /// The skills, all of one version. In an update null takes the group off its framework.
    pub framework_skills: Option<Vec<FrameworkSkill>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewGroup {
    name: "name",
    course_name: "course_name",
    course_description: "course_description",
    course_link: "course_link",
    language: "language",
    attach_pdf: "attach_pdf",
    blockchain: "blockchain",
    design_id: "design_id",
    certificate_design_id: "certificate_design_id",
    badge_design_id: "badge_design_id",
    primary_design_id: "primary_design_id",
    department_id: "department_id",
    meta_data: "meta_data",
    learning_outcomes: "learning_outcomes",
    generate_private_credential: "generate_private_credential",
    auto_expiry: "auto_expiry",
    signup_url: "signup_url",
    signup_url_show: "signup_url_show",
    course_link_show: "course_link_show",
    organization_link_show: "organization_link_show",
    achievement_type: "achievement_type",
    collections: "collections",
    earning_criteria: "earning_criteria",
    allow_duplicate_credentials: "allow_duplicate_credentials",
    skill_category_id: "skill_category_id",
    skill_framework_version_id: "skill_framework_version_id",
    framework_skills: "framework_skills",
});

impl NewGroup {
    /// With `name` and `course_name` and `course_description`, and nothing else set.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        course_name: impl Into<String>,
        course_description: impl Into<String>,
    ) -> Self {
        Self {
            name: Some(name.into()),
            course_name: Some(course_name.into()),
            course_description: Some(course_description.into()),
            course_link: None,
            language: None,
            attach_pdf: None,
            blockchain: None,
            design_id: None,
            certificate_design_id: None,
            badge_design_id: None,
            primary_design_id: None,
            department_id: None,
            meta_data: None,
            learning_outcomes: None,
            generate_private_credential: None,
            auto_expiry: None,
            signup_url: None,
            signup_url_show: None,
            course_link_show: None,
            organization_link_show: None,
            achievement_type: None,
            collections: None,
            earning_criteria: None,
            allow_duplicate_credentials: None,
            skill_category_id: None,
            skill_framework_version_id: None,
            framework_skills: None,
            extra: Extra::default(),
        }
    }

    /// Sets `name`: the internal name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `course_name`: the name shown to recipients.
    #[must_use]
    pub fn course_name(mut self, course_name: impl Into<String>) -> Self {
        self.course_name = Some(course_name.into());
        self
    }

    /// Sets `course_description`: the description shown to recipients.
    #[must_use]
    pub fn course_description(mut self, course_description: impl Into<String>) -> Self {
        self.course_description = Some(course_description.into());
        self
    }

    /// Sets `course_link`: a link to the course.
    #[must_use]
    pub fn course_link(mut self, course_link: impl Into<String>) -> Self {
        self.course_link = Some(course_link.into());
        self
    }

    /// Sets `language`: the language. Default `en`.
    #[must_use]
    pub fn language(mut self, language: impl Into<Language>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Sets `attach_pdf`: whether messages to recipients carry the certificate as PDF.
    #[must_use]
    pub fn attach_pdf(mut self, attach_pdf: bool) -> Self {
        self.attach_pdf = Some(attach_pdf);
        self
    }

    /// Sets `blockchain`: whether credentials are recorded on a blockchain.
    #[must_use]
    pub fn blockchain(mut self, blockchain: bool) -> Self {
        self.blockchain = Some(blockchain);
        self
    }

    /// Sets `design_id`: the certificate's design; deprecated.
    #[must_use]
    pub fn design_id(mut self, design_id: impl Into<DesignId>) -> Self {
        self.design_id = Some(design_id.into());
        self
    }

    /// Sets `certificate_design_id`: the certificate's design.
    #[must_use]
    pub fn certificate_design_id(mut self, certificate_design_id: impl Into<DesignId>) -> Self {
        self.certificate_design_id = Some(certificate_design_id.into());
        self
    }

    /// Sets `badge_design_id`: the badge's design.
    #[must_use]
    pub fn badge_design_id(mut self, badge_design_id: impl Into<DesignId>) -> Self {
        self.badge_design_id = Some(badge_design_id.into());
        self
    }

    /// Sets `primary_design_id`: the design shown first.
    #[must_use]
    pub fn primary_design_id(mut self, primary_design_id: impl Into<DesignId>) -> Self {
        self.primary_design_id = Some(primary_design_id.into());
        self
    }

    /// Sets `department_id`: the department.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.department_id = Some(department_id.into());
        self
    }

    /// Sets `meta_data`: your own data on it.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `learning_outcomes`: what is learnt. A list of texts; others have seen objects.
    #[must_use]
    pub fn learning_outcomes(
        mut self,
        learning_outcomes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.learning_outcomes =
            Some(Lenient::Known(learning_outcomes.into_iter().map(Into::into).collect()));
        self
    }

    /// Sets `generate_private_credential`: whether credentials are private; null leaves it to the department.
    #[must_use]
    pub fn generate_private_credential(mut self, generate_private_credential: bool) -> Self {
        self.generate_private_credential = Some(generate_private_credential);
        self
    }

    /// Sets `auto_expiry`: after how many years credentials expire; 0 or less for never.
    #[must_use]
    pub fn auto_expiry(mut self, auto_expiry: impl Into<Number>) -> Self {
        self.auto_expiry = Some(auto_expiry.into());
        self
    }

    /// Sets `signup_url`: where recipients sign up.
    #[must_use]
    pub fn signup_url(mut self, signup_url: impl Into<String>) -> Self {
        self.signup_url = Some(signup_url.into());
        self
    }

    /// Sets `signup_url_show`: whether that is shown; null leaves it to the department.
    #[must_use]
    pub fn signup_url_show(mut self, signup_url_show: bool) -> Self {
        self.signup_url_show = Some(signup_url_show);
        self
    }

    /// Sets `course_link_show`: whether the link to the course is shown; null leaves it to the department.
    #[must_use]
    pub fn course_link_show(mut self, course_link_show: bool) -> Self {
        self.course_link_show = Some(course_link_show);
        self
    }

    /// Sets `organization_link_show`: whether the issuer's web site is shown; null leaves it to the department.
    #[must_use]
    pub fn organization_link_show(mut self, organization_link_show: bool) -> Self {
        self.organization_link_show = Some(organization_link_show);
        self
    }

    /// Sets `achievement_type`: the type of achievement, of those Open Badges 3.0 names.
    #[must_use]
    pub fn achievement_type(mut self, achievement_type: impl Into<String>) -> Self {
        self.achievement_type = Some(achievement_type.into());
        self
    }

    /// Sets `collections`: the collections it is in.
    #[must_use]
    pub fn collections(mut self, collections: impl IntoIterator<Item = GroupCollection>) -> Self {
        self.collections = Some(collections.into_iter().collect());
        self
    }

    /// Sets `earning_criteria`: what has to be done for it, in order. An update replaces all; criteria with an id are changed.
    #[must_use]
    pub fn earning_criteria(mut self, earning_criteria: impl IntoIterator<Item = EarningCriterion>) -> Self {
        self.earning_criteria = Some(Lenient::Known(earning_criteria.into_iter().collect()));
        self
    }

    /// Sets `allow_duplicate_credentials`: whether a recipient may have several credentials of it. Default false.
    #[must_use]
    pub fn allow_duplicate_credentials(mut self, allow_duplicate_credentials: bool) -> Self {
        self.allow_duplicate_credentials = Some(allow_duplicate_credentials);
        self
    }

    /// Sets `skill_category_id`: the skill category.
    #[must_use]
    pub fn skill_category_id(mut self, skill_category_id: impl Into<SkillCategoryId>) -> Self {
        self.skill_category_id = Some(skill_category_id.into());
        self
    }

    /// Sets `skill_framework_version_id`: the version of the framework that the skills are of; it goes with `framework_skills`.
    #[must_use]
    pub fn skill_framework_version_id(mut self, skill_framework_version_id: i64) -> Self {
        self.skill_framework_version_id = Some(skill_framework_version_id);
        self
    }

    /// Sets `framework_skills`: the skills, all of one version. In an update null takes the group off its framework.
    #[must_use]
    pub fn framework_skills(mut self, framework_skills: impl IntoIterator<Item = FrameworkSkill>) -> Self {
        self.framework_skills = Some(framework_skills.into_iter().collect());
        self
    }
}

/// What `group` wraps: the group.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewGroupBody {
    /// The group.
    pub group: NewGroup,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewGroupBody {
    group: "group" required,
});

impl NewGroupBody {
    /// With `group`, and nothing else set.
    #[must_use]
    pub fn new(group: NewGroup) -> Self {
        Self { group, extra: Extra::default() }
    }
}

/// What `group` wraps: the group.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupBody {
    /// The group.
    pub group: Group,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupBody {
    group: "group" required,
});

/// A course or achievement that credentials are issued for. As changed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct GroupUpdate {
    /// The internal name.
    pub name: Patch<String>,
    /// The name shown to recipients.
    pub course_name: Patch<String>,
    /// The description shown to recipients.
    pub course_description: Patch<String>,
    /// A link to the course.
    pub course_link: Patch<String>,
    /// The language. Default `en`.
    pub language: Patch<Language>,
    /// Whether messages to recipients carry the certificate as PDF.
    pub attach_pdf: Patch<bool>,
    /// Whether credentials are recorded on a blockchain.
    pub blockchain: Patch<bool>,
    /// The certificate's design; deprecated.
    pub design_id: Patch<DesignId>,
    /// The certificate's design.
    pub certificate_design_id: Patch<DesignId>,
    /// The badge's design.
    pub badge_design_id: Patch<DesignId>,
    /// The design shown first.
    pub primary_design_id: Patch<DesignId>,
    /// The department.
    pub department_id: Patch<DepartmentId>,
    /// Your own data on it.
    pub meta_data: Patch<Map<String, Value>>,
    /// What is learnt. A list of texts; others have seen objects.
    pub learning_outcomes: Patch<Lenient<Vec<String>>>,
    /// Whether credentials are private; null leaves it to the department.
    pub generate_private_credential: Patch<bool>,
    /// After how many years credentials expire; 0 or less for never.
    pub auto_expiry: Patch<Number>,
    /// Where recipients sign up.
    pub signup_url: Patch<String>,
    /// Whether that is shown; null leaves it to the department.
    pub signup_url_show: Patch<bool>,
    /// Whether the link to the course is shown; null leaves it to the department.
    pub course_link_show: Patch<bool>,
    /// Whether the issuer's web site is shown; null leaves it to the department.
    pub organization_link_show: Patch<bool>,
    /// The type of achievement, of those Open Badges 3.0 names.
    pub achievement_type: Patch<String>,
    /// The collections it is in.
    pub collections: Patch<Vec<GroupCollection>>,
    /// What has to be done for it, in order. An update replaces all; criteria with an id are changed.
    pub earning_criteria: Patch<Lenient<Vec<EarningCriterion>>>,
    /// Whether a recipient may have several credentials of it. Default false.
    pub allow_duplicate_credentials: Patch<bool>,
    /// The skill category.
    pub skill_category_id: Patch<SkillCategoryId>,
    /// The version of the framework that the skills are of; it goes with `framework_skills`.
    pub skill_framework_version_id: Patch<i64>,
    /// The skills, all of one version. In an update null takes the group off its framework.
    pub framework_skills: Patch<Vec<FrameworkSkill>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupUpdate {
    name: "name",
    course_name: "course_name",
    course_description: "course_description",
    course_link: "course_link",
    language: "language",
    attach_pdf: "attach_pdf",
    blockchain: "blockchain",
    design_id: "design_id",
    certificate_design_id: "certificate_design_id",
    badge_design_id: "badge_design_id",
    primary_design_id: "primary_design_id",
    department_id: "department_id",
    meta_data: "meta_data",
    learning_outcomes: "learning_outcomes",
    generate_private_credential: "generate_private_credential",
    auto_expiry: "auto_expiry",
    signup_url: "signup_url",
    signup_url_show: "signup_url_show",
    course_link_show: "course_link_show",
    organization_link_show: "organization_link_show",
    achievement_type: "achievement_type",
    collections: "collections",
    earning_criteria: "earning_criteria",
    allow_duplicate_credentials: "allow_duplicate_credentials",
    skill_category_id: "skill_category_id",
    skill_framework_version_id: "skill_framework_version_id",
    framework_skills: "framework_skills",
});

impl GroupUpdate {
    /// Sets `name`: the internal name.
    #[must_use]
    pub fn name(mut self, name: impl Into<Patch<String>>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `course_name`: the name shown to recipients.
    #[must_use]
    pub fn course_name(mut self, course_name: impl Into<Patch<String>>) -> Self {
        self.course_name = course_name.into();
        self
    }

    /// Sets `course_description`: the description shown to recipients.
    #[must_use]
    pub fn course_description(mut self, course_description: impl Into<Patch<String>>) -> Self {
        self.course_description = course_description.into();
        self
    }

    /// Sets `course_link`: a link to the course.
    #[must_use]
    pub fn course_link(mut self, course_link: impl Into<Patch<String>>) -> Self {
        self.course_link = course_link.into();
        self
    }

    /// Sets `language`: the language. Default `en`.
    #[must_use]
    pub fn language(mut self, language: impl Into<Patch<Language>>) -> Self {
        self.language = language.into();
        self
    }

    /// Sets `attach_pdf`: whether messages to recipients carry the certificate as PDF.
    #[must_use]
    pub fn attach_pdf(mut self, attach_pdf: impl Into<Patch<bool>>) -> Self {
        self.attach_pdf = attach_pdf.into();
        self
    }

    /// Sets `blockchain`: whether credentials are recorded on a blockchain.
    #[must_use]
    pub fn blockchain(mut self, blockchain: impl Into<Patch<bool>>) -> Self {
        self.blockchain = blockchain.into();
        self
    }

    /// Sets `design_id`: the certificate's design; deprecated.
    #[must_use]
    pub fn design_id(mut self, design_id: impl Into<Patch<DesignId>>) -> Self {
        self.design_id = design_id.into();
        self
    }

    /// Sets `certificate_design_id`: the certificate's design.
    #[must_use]
    pub fn certificate_design_id(mut self, certificate_design_id: impl Into<Patch<DesignId>>) -> Self {
        self.certificate_design_id = certificate_design_id.into();
        self
    }

    /// Sets `badge_design_id`: the badge's design.
    #[must_use]
    pub fn badge_design_id(mut self, badge_design_id: impl Into<Patch<DesignId>>) -> Self {
        self.badge_design_id = badge_design_id.into();
        self
    }

    /// Sets `primary_design_id`: the design shown first.
    #[must_use]
    pub fn primary_design_id(mut self, primary_design_id: impl Into<Patch<DesignId>>) -> Self {
        self.primary_design_id = primary_design_id.into();
        self
    }

    /// Sets `department_id`: the department.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<Patch<DepartmentId>>) -> Self {
        self.department_id = department_id.into();
        self
    }

    /// Sets `meta_data`: your own data on it.
    #[must_use]
    pub fn meta_data(mut self, meta_data: impl Into<Patch<Map<String, Value>>>) -> Self {
        self.meta_data = meta_data.into();
        self
    }

    /// Sets `learning_outcomes`: what is learnt. A list of texts; others have seen objects.
    #[must_use]
    pub fn learning_outcomes(mut self, learning_outcomes: impl Into<Patch<Lenient<Vec<String>>>>) -> Self {
        self.learning_outcomes = learning_outcomes.into();
        self
    }

    /// Sets `generate_private_credential`: whether credentials are private; null leaves it to the department.
    #[must_use]
    pub fn generate_private_credential(
        mut self,
        generate_private_credential: impl Into<Patch<bool>>,
    ) -> Self {
        self.generate_private_credential = generate_private_credential.into();
        self
    }

    /// Sets `auto_expiry`: after how many years credentials expire; 0 or less for never.
    #[must_use]
    pub fn auto_expiry(mut self, auto_expiry: impl Into<Patch<Number>>) -> Self {
        self.auto_expiry = auto_expiry.into();
        self
    }

    /// Sets `signup_url`: where recipients sign up.
    #[must_use]
    pub fn signup_url(mut self, signup_url: impl Into<Patch<String>>) -> Self {
        self.signup_url = signup_url.into();
        self
    }

    /// Sets `signup_url_show`: whether that is shown; null leaves it to the department.
    #[must_use]
    pub fn signup_url_show(mut self, signup_url_show: impl Into<Patch<bool>>) -> Self {
        self.signup_url_show = signup_url_show.into();
        self
    }

    /// Sets `course_link_show`: whether the link to the course is shown; null leaves it to the department.
    #[must_use]
    pub fn course_link_show(mut self, course_link_show: impl Into<Patch<bool>>) -> Self {
        self.course_link_show = course_link_show.into();
        self
    }

    /// Sets `organization_link_show`: whether the issuer's web site is shown; null leaves it to the department.
    #[must_use]
    pub fn organization_link_show(mut self, organization_link_show: impl Into<Patch<bool>>) -> Self {
        self.organization_link_show = organization_link_show.into();
        self
    }

    /// Sets `achievement_type`: the type of achievement, of those Open Badges 3.0 names.
    #[must_use]
    pub fn achievement_type(mut self, achievement_type: impl Into<Patch<String>>) -> Self {
        self.achievement_type = achievement_type.into();
        self
    }

    /// Sets `collections`: the collections it is in.
    #[must_use]
    pub fn collections(mut self, collections: impl Into<Patch<Vec<GroupCollection>>>) -> Self {
        self.collections = collections.into();
        self
    }

    /// Sets `earning_criteria`: what has to be done for it, in order. An update replaces all; criteria with an id are changed.
    #[must_use]
    pub fn earning_criteria(
        mut self,
        earning_criteria: impl Into<Patch<Lenient<Vec<EarningCriterion>>>>,
    ) -> Self {
        self.earning_criteria = earning_criteria.into();
        self
    }

    /// Sets `allow_duplicate_credentials`: whether a recipient may have several credentials of it. Default false.
    #[must_use]
    pub fn allow_duplicate_credentials(
        mut self,
        allow_duplicate_credentials: impl Into<Patch<bool>>,
    ) -> Self {
        self.allow_duplicate_credentials = allow_duplicate_credentials.into();
        self
    }

    /// Sets `skill_category_id`: the skill category.
    #[must_use]
    pub fn skill_category_id(mut self, skill_category_id: impl Into<Patch<SkillCategoryId>>) -> Self {
        self.skill_category_id = skill_category_id.into();
        self
    }

    /// Sets `skill_framework_version_id`: the version of the framework that the skills are of; it goes with `framework_skills`.
    #[must_use]
    pub fn skill_framework_version_id(mut self, skill_framework_version_id: impl Into<Patch<i64>>) -> Self {
        self.skill_framework_version_id = skill_framework_version_id.into();
        self
    }

    /// Sets `framework_skills`: the skills, all of one version. In an update null takes the group off its framework.
    #[must_use]
    pub fn framework_skills(mut self, framework_skills: impl Into<Patch<Vec<FrameworkSkill>>>) -> Self {
        self.framework_skills = framework_skills.into();
        self
    }
}

/// What `group` wraps: the group.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupUpdateBody {
    /// The group.
    pub group: GroupUpdate,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupUpdateBody {
    group: "group" required,
});

impl GroupUpdateBody {
    /// With `group`, and nothing else set.
    #[must_use]
    pub fn new(group: GroupUpdate) -> Self {
        Self { group, extra: Extra::default() }
    }
}

/// What `issuer` wraps: the issuer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IssuerDetailsBody {
    /// The issuer.
    pub issuer: IssuerDetails,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(IssuerDetailsBody {
    issuer: "issuer" required,
});

impl Limits for BulkCreateV1 {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "credentials", self.credentials.len(), 1, 100)
    }
}

impl Limits for BulkCreate {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "credentials", self.credentials.len(), 1, 30)
    }
}

reply!(CredentialBody.credential: Credential);
reply!(BulkResults);
reply!(CredentialList);
reply!(CredentialSearchPage);
reply!(GroupList);
reply!(SavedGroup);
reply!(GroupBody.group: Group);
reply!(IssuerDetailsBody.issuer: IssuerDetails);

impl Keyed for Credential {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for CredentialList {
    type Item = Credential;

    fn into_parts(self) -> (Vec<Credential>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.credentials, Signals { next, total, pages })
    }
}

impl PageQuery for CredentialSearch {
    fn size(&self, _: &Paging) -> Option<u64> {
        self.page.as_ref().and_then(|page| page.size)
    }

    fn seek(&mut self, _: &Paging, position: &Position, size: u64) {
        let page = self.page.get_or_insert_default();
        page.size = Some(size);
        page.from = match position {
            Position::Offset(offset) => Some(*offset),
            _ => None,
        };
        page.cursor = match position {
            Position::Token(token) => Some(token.clone()),
            _ => None,
        };
    }
}

impl Keyed for FoundCredential {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for CredentialSearchPage {
    type Item = FoundCredential;

    fn into_parts(self) -> (Vec<FoundCredential>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.count), None);
        let next = match self.meta {
            Some(meta) => meta
                .cursor
                .filter(|token| !token.is_empty())
                .map(Position::Token)
                .map_or(Next::Missing, Next::At),
            None => Next::Missing,
        };
        (self.credentials, Signals { next, total, pages })
    }
}

impl PageQuery for GroupSearch {
    fn size(&self, _: &Paging) -> Option<u64> {
        self.page_size
    }

    fn seek(&mut self, _: &Paging, position: &Position, size: u64) {
        self.page_size = Some(size);
        self.page = match position {
            Position::Page(number) => Some(*number),
            _ => None,
        };
    }
}

impl Keyed for Group {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for GroupList {
    type Item = Group;

    fn into_parts(self) -> (Vec<Group>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.groups, Signals { next, total, pages })
    }
}
