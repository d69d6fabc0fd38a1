//! The vendor's objects.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// A credential in its wrapper.
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

/// A credential. Only `id` is always present; the other fields depend on the operation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Credential {
    /// The id: yours if you gave one, otherwise the vendor's, as a number or as text.
    pub id: CredentialId,
    /// The vendor's id, if `id` is yours.
    pub accredible_internal_id: Option<CredentialId>,
    /// A UUID.
    pub uuid: Option<String>,
    /// A short opaque id. It may look like a number.
    pub encoded_id: Option<String>,
    /// The name shown to the recipient.
    pub name: Option<String>,
    /// The description shown to the recipient. It may contain line breaks.
    pub description: Option<String>,
    /// Whether it is published. After a creation without credits it is `false`.
    pub approve: Option<bool>,
    /// The grade; null in every documented reply.
    pub grade: Option<Value>,
    /// Whether the achievement is complete.
    pub complete: Option<bool>,
    /// The issue date.
    pub issued_on: Option<Date>,
    /// The expiry date; null if it never expires.
    pub expired_on: Option<Date>,
    /// The URL of the course.
    pub course_link: Option<String>,
    /// Attributes shown on the credential, by name.
    pub custom_attributes: Option<Map<String, Value>>,
    /// The group's internal name.
    pub group_name: Option<String>,
    /// The group's id.
    pub group_id: Option<GroupId>,
    /// The public page. It may be on your own domain.
    pub url: Option<String>,
    /// Whether it is private: only the recipient can see it.
    pub private: Option<bool>,
    /// The URL of an image for link previews.
    pub seo_image: Option<String>,
    /// The images of the certificate.
    pub certificate: Option<Rendering>,
    /// The images of the badge.
    pub badge: Option<Rendering>,
    /// Whether the recipient may add references.
    pub allow_supplemental_references: Option<bool>,
    /// Whether the recipient may add evidence.
    pub allow_supplemental_evidence: Option<bool>,
    /// The evidence.
    pub evidence_items: Option<Vec<EvidenceItem>>,
    /// The references.
    pub references: Option<Vec<Reference>>,
    /// The recipient.
    pub recipient: Option<Recipient>,
    /// The issuer.
    pub issuer: Option<Issuer>,
    /// Your own metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// The skills of its group. The framework is in the group itself.
    pub skills: Option<Vec<Skill>>,
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
    skills: "skills",
});

/// The rendering of a certificate or badge.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Rendering {
    /// The image.
    pub image: Option<RenderedImage>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Rendering { image: "image" });

/// A rendered image.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct RenderedImage {
    /// The URL of the image; null until it is rendered.
    pub preview: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(RenderedImage { preview: "preview" });

/// The recipient of a credential.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Recipient {
    /// The name. Required to issue a credential. Personal.
    pub name: Option<String>,
    /// The email address. Required to issue a credential. Personal.
    pub email: Option<String>,
    /// The phone number in E.164 format, such as `+14155550142`. Needs the Growth plan. Personal.
    pub phone_number: Option<String>,
    /// Your id of the person, as text. Some replies have the vendor's id here, as a number.
    pub id: Option<RecipientId>,
    /// Your own metadata of the person. The vendor documents text values.
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

    /// Sets `name`: the name. Required to issue a credential.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `email`: the email address. Required to issue a credential.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone_number`: the phone number in E.164 format, such as `+14155550142`. Needs the Growth plan.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// Sets `id`: your id of the person, as text. Some replies have the vendor's id here, as a number.
    #[must_use]
    pub fn id(mut self, id: impl Into<RecipientId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `meta_data`: your own metadata of the person. The vendor documents text values.
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

/// The issuer of a credential.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Issuer {
    /// The name.
    pub name: Option<String>,
    /// A description of the issuer.
    pub description: Option<String>,
    /// The website.
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
    /// The URL of a preview image. It is created some time after the item.
    pub preview_image_url: Option<String>,
    /// The URL of the page or file.
    pub link_url: Option<String>,
    /// The kind of evidence.
    pub category: Option<EvidenceCategory>,
    /// The content, in a form that depends on the kind: for a grade `{"grade": 80}`.
    pub string_object: Option<Value>,
    /// Whether the recipient added it.
    pub supplemental: Option<bool>,
    /// The position among the items, from 0.
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
    /// The URL of the page, for `url` and `video`.
    pub url: Option<String>,
    /// The URL of the file, for `file`.
    pub file: Option<String>,
    /// The content, as text, for `grade` and `transcript`. `NewEvidenceItem::grade`, `transcript` and
    /// `course_duration` write it.
    pub string_object: Option<Lenient<String>>,
    /// The URL of an image that replaces the vendor's preview.
    pub preview: Option<String>,
    /// The position among the items, from 0.
    pub position: Option<i64>,
    /// A sentence about the item. If missing, the vendor writes one.
    pub custom_insight: Option<String>,
    /// Whether it is hidden. The vendor's plugin sends it; it is not documented.
    pub hidden: Option<bool>,
    /// The vendor's plugin sends it; it is not documented.
    pub custom: Option<bool>,
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
    hidden: "hidden",
    custom: "custom",
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
            hidden: None,
            custom: None,
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

    /// Sets `url`: the URL of the page, for `url` and `video`.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets `file`: the URL of the file, for `file`.
    #[must_use]
    pub fn file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Sets `string_object`: the content, as text, for `grade` and `transcript`. `NewEvidenceItem::grade`, `transcript` and `course_duration` write it.
    #[must_use]
    pub fn string_object(mut self, string_object: impl Into<String>) -> Self {
        self.string_object = Some(Lenient::Known(string_object.into()));
        self
    }

    /// Sets `preview`: the URL of an image that replaces the vendor's preview.
    #[must_use]
    pub fn preview(mut self, preview: impl Into<String>) -> Self {
        self.preview = Some(preview.into());
        self
    }

    /// Sets `position`: the position among the items, from 0.
    #[must_use]
    pub fn position(mut self, position: i64) -> Self {
        self.position = Some(position);
        self
    }

    /// Sets `custom_insight`: a sentence about the item. If missing, the vendor writes one.
    #[must_use]
    pub fn custom_insight(mut self, custom_insight: impl Into<String>) -> Self {
        self.custom_insight = Some(custom_insight.into());
        self
    }

    /// Sets `hidden`: whether it is hidden. The vendor's plugin sends it; it is not documented.
    #[must_use]
    pub fn hidden(mut self, hidden: bool) -> Self {
        self.hidden = Some(hidden);
        self
    }

    /// Sets `custom`: the vendor's plugin sends it; it is not documented.
    #[must_use]
    pub fn custom(mut self, custom: bool) -> Self {
        self.custom = Some(custom);
        self
    }
}

/// A statement by somebody about the recipient.
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
    /// Whether it is visible.
    pub approve: Option<bool>,
    /// The referee.
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
    /// The position among the references, from 0.
    pub position: Option<i64>,
    /// The referee.
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

    /// Sets `position`: the position among the references, from 0.
    #[must_use]
    pub fn position(mut self, position: i64) -> Self {
        self.position = Some(position);
        self
    }

    /// Sets `referee`: the referee.
    #[must_use]
    pub fn referee(mut self, referee: Referee) -> Self {
        self.referee = Some(referee);
        self
    }
}

/// The person who gives a reference.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Referee {
    /// The name. Personal.
    pub name: Option<String>,
    /// The email address. Personal.
    pub email: Option<String>,
    /// The URL of a picture. One that the vendor could not fetch has caused a 500.
    pub avatar: Option<String>,
    /// A website.
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

    /// Sets `email`: the email address.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `avatar`: the URL of a picture. One that the vendor could not fetch has caused a 500.
    #[must_use]
    pub fn avatar(mut self, avatar: impl Into<String>) -> Self {
        self.avatar = Some(avatar.into());
        self
    }

    /// Sets `url`: a website.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}

/// Changes to a piece of evidence. Only the fields that are set are sent. The effect of null is not known.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct EvidenceItemUpdate {
    /// The title.
    pub description: Patch<String>,
    /// The kind of evidence.
    pub category: Patch<EvidenceCategory>,
    /// The URL of the page, for `url` and `video`.
    pub url: Patch<String>,
    /// The URL of the file, for `file`.
    pub file: Patch<String>,
    /// The content, as text. The vendor's plugin sends a number for a grade.
    pub string_object: Patch<Lenient<String>>,
    /// The URL of an image that replaces the vendor's preview.
    pub preview: Patch<String>,
    /// The position among the items, from 0.
    pub position: Patch<i64>,
    /// A sentence about the item.
    pub custom_insight: Patch<String>,
    /// Whether it is hidden. The vendor's plugin sends it; it is not documented.
    pub hidden: Patch<bool>,
    /// The vendor's plugin sends it; it is not documented.
    pub custom: Patch<bool>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EvidenceItemUpdate {
    description: "description",
    category: "category",
    url: "url",
    file: "file",
    string_object: "string_object",
    preview: "preview",
    position: "position",
    custom_insight: "custom_insight",
    hidden: "hidden",
    custom: "custom",
});

impl EvidenceItemUpdate {
    /// Sets `description`: the title.
    #[must_use]
    pub fn description(mut self, description: impl Into<Patch<String>>) -> Self {
        self.description = description.into();
        self
    }

    /// Sets `category`: the kind of evidence.
    #[must_use]
    pub fn category(mut self, category: impl Into<Patch<EvidenceCategory>>) -> Self {
        self.category = category.into();
        self
    }

    /// Sets `url`: the URL of the page, for `url` and `video`.
    #[must_use]
    pub fn url(mut self, url: impl Into<Patch<String>>) -> Self {
        self.url = url.into();
        self
    }

    /// Sets `file`: the URL of the file, for `file`.
    #[must_use]
    pub fn file(mut self, file: impl Into<Patch<String>>) -> Self {
        self.file = file.into();
        self
    }

    /// Sets `string_object`: the content, as text. The vendor's plugin sends a number for a grade.
    #[must_use]
    pub fn string_object(mut self, string_object: impl Into<Patch<Lenient<String>>>) -> Self {
        self.string_object = string_object.into();
        self
    }

    /// Sets `preview`: the URL of an image that replaces the vendor's preview.
    #[must_use]
    pub fn preview(mut self, preview: impl Into<Patch<String>>) -> Self {
        self.preview = preview.into();
        self
    }

    /// Sets `position`: the position among the items, from 0.
    #[must_use]
    pub fn position(mut self, position: impl Into<Patch<i64>>) -> Self {
        self.position = position.into();
        self
    }

    /// Sets `custom_insight`: a sentence about the item.
    #[must_use]
    pub fn custom_insight(mut self, custom_insight: impl Into<Patch<String>>) -> Self {
        self.custom_insight = custom_insight.into();
        self
    }

    /// Sets `hidden`: whether it is hidden. The vendor's plugin sends it; it is not documented.
    #[must_use]
    pub fn hidden(mut self, hidden: impl Into<Patch<bool>>) -> Self {
        self.hidden = hidden.into();
        self
    }

    /// Sets `custom`: the vendor's plugin sends it; it is not documented.
    #[must_use]
    pub fn custom(mut self, custom: impl Into<Patch<bool>>) -> Self {
        self.custom = custom.into();
        self
    }
}

/// Changes to a reference. Only the fields that are set are sent. The effect of null is not known.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ReferenceUpdate {
    /// The text.
    pub description: Patch<String>,
    /// How the referee knows the recipient.
    pub relationship: Patch<Relationship>,
    /// The position among the references, from 0.
    pub position: Patch<i64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ReferenceUpdate { description: "description", relationship: "relationship", position: "position" });

impl ReferenceUpdate {
    /// Sets `description`: the text.
    #[must_use]
    pub fn description(mut self, description: impl Into<Patch<String>>) -> Self {
        self.description = description.into();
        self
    }

    /// Sets `relationship`: how the referee knows the recipient.
    #[must_use]
    pub fn relationship(mut self, relationship: impl Into<Patch<Relationship>>) -> Self {
        self.relationship = relationship.into();
        self
    }

    /// Sets `position`: the position among the references, from 0.
    #[must_use]
    pub fn position(mut self, position: impl Into<Patch<i64>>) -> Self {
        self.position = position.into();
        self
    }
}

/// The credentials to generate PDFs of.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PdfRequest {
    /// The ids of the credentials.
    pub credential_ids: Vec<CredentialId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PdfRequest {
    credential_ids: "credential_ids" required,
});

impl PdfRequest {
    /// With `credential_ids`, and nothing else set.
    #[must_use]
    pub fn new(credential_ids: impl IntoIterator<Item = impl Into<CredentialId>>) -> Self {
        Self { credential_ids: credential_ids.into_iter().map(Into::into).collect(), extra: Extra::default() }
    }
}

/// A generated file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GeneratedFile {
    /// The URL of the file. Whoever has it can read the file.
    pub file: Secret,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GeneratedFile {
    file: "file" required,
});

/// A selection of the credential that a login link leads to. Set one selector at least.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SsoRequest {
    /// The credential's id: yours if you gave one.
    pub credential_id: Option<CredentialId>,
    /// The recipient's id (your own).
    pub recipient_id: Option<RecipientId>,
    /// The recipient's email address, which is sent in lower case. Personal.
    pub recipient_email: Option<LowerCase>,
    /// The group of the credential.
    pub group_id: Option<GroupId>,
    /// Whether the link leads to all credentials of the recipient.
    pub wallet_view: Option<bool>,
    /// Whether the page can be embedded in another one. Only with `wallet_view`.
    pub embed: Option<bool>,
    /// Where a recipient is sent whose link is not valid. Default the issuer's website.
    pub redirect_to: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SsoRequest {
    credential_id: "credential_id",
    recipient_id: "recipient_id",
    recipient_email: "recipient_email",
    group_id: "group_id",
    wallet_view: "wallet_view",
    embed: "embed",
    redirect_to: "redirect_to",
});

impl SsoRequest {
    /// Sets `credential_id`: the credential's id: yours if you gave one.
    #[must_use]
    pub fn credential_id(mut self, credential_id: impl Into<CredentialId>) -> Self {
        self.credential_id = Some(credential_id.into());
        self
    }

    /// Sets `recipient_id`: the recipient's id (your own).
    #[must_use]
    pub fn recipient_id(mut self, recipient_id: impl Into<RecipientId>) -> Self {
        self.recipient_id = Some(recipient_id.into());
        self
    }

    /// Sets `recipient_email`: the recipient's email address, which is sent in lower case.
    #[must_use]
    pub fn recipient_email(mut self, recipient_email: impl Into<LowerCase>) -> Self {
        self.recipient_email = Some(recipient_email.into());
        self
    }

    /// Sets `group_id`: the group of the credential.
    #[must_use]
    pub fn group_id(mut self, group_id: impl Into<GroupId>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// Sets `wallet_view`: whether the link leads to all credentials of the recipient.
    #[must_use]
    pub fn wallet_view(mut self, wallet_view: bool) -> Self {
        self.wallet_view = Some(wallet_view);
        self
    }

    /// Sets `embed`: whether the page can be embedded in another one. Only with `wallet_view`.
    #[must_use]
    pub fn embed(mut self, embed: bool) -> Self {
        self.embed = Some(embed);
        self
    }

    /// Sets `redirect_to`: where a recipient is sent whose link is not valid. Default the issuer's website.
    #[must_use]
    pub fn redirect_to(mut self, redirect_to: impl Into<String>) -> Self {
        self.redirect_to = Some(redirect_to.into());
        self
    }
}

/// A link that logs a recipient in once.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SsoLink {
    /// The link.
    pub link: Secret,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SsoLink {
    link: "link" required,
});

/// A search for credentials, in the first version. All fields that are set must match.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CredentialSearchV1 {
    /// Only credentials of this group.
    pub group: Option<GroupId>,
    /// Only credentials of recipients with this name. Personal.
    pub recipient_name: Option<String>,
    /// Only credentials of the recipient with this email address, which is sent in lower case. Personal.
    pub recipient_email: Option<LowerCase>,
    /// Only credentials of the recipient with this id (your own).
    pub recipient_id: Option<RecipientId>,
    /// Only credentials of recipients with this metadata.
    pub recipient_meta_data: Option<Map<String, Value>>,
    /// Only the credential with this id (your own).
    pub license_id: Option<String>,
    /// Only credentials with this metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// Only credentials issued after this day.
    pub issued_after: Option<Date>,
    /// Only credentials issued before this day.
    pub issued_before: Option<Date>,
    /// Only credentials updated after this day.
    pub updated_after: Option<Date>,
    /// Only credentials updated before this day.
    pub updated_before: Option<Date>,
    /// The number of items on a page. Default 50. The maximum is not known.
    pub page_size: Option<u64>,
    /// The page number, from 1.
    pub page: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialSearchV1 {
    group: "group_id",
    recipient_name: "recipient.name",
    recipient_email: "recipient.email",
    recipient_id: "recipient.id",
    recipient_meta_data: "recipient.meta_data",
    license_id: "license_id",
    meta_data: "meta_data",
    issued_after: "start_date",
    issued_before: "end_date",
    updated_after: "start_updated_date",
    updated_before: "end_updated_date",
    page_size: "page_size",
    page: "page",
});

impl CredentialSearchV1 {
    /// Sets `group`: only credentials of this group.
    #[must_use]
    pub fn group(mut self, group: impl Into<GroupId>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Sets `recipient_name`: only credentials of recipients with this name.
    #[must_use]
    pub fn recipient_name(mut self, recipient_name: impl Into<String>) -> Self {
        self.recipient_name = Some(recipient_name.into());
        self
    }

    /// Sets `recipient_email`: only credentials of the recipient with this email address, which is sent in lower case.
    #[must_use]
    pub fn recipient_email(mut self, recipient_email: impl Into<LowerCase>) -> Self {
        self.recipient_email = Some(recipient_email.into());
        self
    }

    /// Sets `recipient_id`: only credentials of the recipient with this id (your own).
    #[must_use]
    pub fn recipient_id(mut self, recipient_id: impl Into<RecipientId>) -> Self {
        self.recipient_id = Some(recipient_id.into());
        self
    }

    /// Sets `recipient_meta_data`: only credentials of recipients with this metadata.
    #[must_use]
    pub fn recipient_meta_data(
        mut self,
        recipient_meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.recipient_meta_data =
            Some(recipient_meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `license_id`: only the credential with this id (your own).
    #[must_use]
    pub fn license_id(mut self, license_id: impl Into<String>) -> Self {
        self.license_id = Some(license_id.into());
        self
    }

    /// Sets `meta_data`: only credentials with this metadata.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `issued_after`: only credentials issued after this day.
    #[must_use]
    pub fn issued_after(mut self, issued_after: impl Into<Date>) -> Self {
        self.issued_after = Some(issued_after.into());
        self
    }

    /// Sets `issued_before`: only credentials issued before this day.
    #[must_use]
    pub fn issued_before(mut self, issued_before: impl Into<Date>) -> Self {
        self.issued_before = Some(issued_before.into());
        self
    }

    /// Sets `updated_after`: only credentials updated after this day.
    #[must_use]
    pub fn updated_after(mut self, updated_after: impl Into<Date>) -> Self {
        self.updated_after = Some(updated_after.into());
        self
    }

    /// Sets `updated_before`: only credentials updated before this day.
    #[must_use]
    pub fn updated_before(mut self, updated_before: impl Into<Date>) -> Self {
        self.updated_before = Some(updated_before.into());
        self
    }

    /// Sets `page_size`: the number of items on a page. Default 50. The maximum is not known.
    #[must_use]
    pub fn page_size(mut self, page_size: u64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Sets `page`: the page number, from 1.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }
}

/// A credential to issue.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewCredential {
    /// An id of your own. It becomes the credential's id, and is searchable as `license_id`. It lets you
    /// check whether the credential was issued before you issue it again.
    pub id: Option<CredentialId>,
    /// The recipient.
    pub recipient: Option<Recipient>,
    /// The group's id. Required unless `group_name` is given.
    pub group_id: Option<GroupId>,
    /// The group's internal name. The vendor recommends `group_id` instead.
    pub group_name: Option<String>,
    /// The name shown to the recipient. Required if the group has no course name.
    pub name: Option<String>,
    /// The description shown to the recipient. Required if the group has no course description.
    pub description: Option<String>,
    /// The URL of the course.
    pub course_link: Option<String>,
    /// Attributes shown on the credential, by name. The vendor documents text values.
    pub custom_attributes: Option<Map<String, Value>>,
    /// The issue date. Default today.
    pub issued_on: Option<Date>,
    /// The expiry date. Default never.
    pub expired_on: Option<Date>,
    /// Whether the achievement is complete. Default true.
    pub complete: Option<bool>,
    /// Whether it is private: only the recipient can see it. Default: the group's setting, then the
    /// department's.
    pub private: Option<bool>,
    /// Whether to publish it at once. Default true.
    pub approve: Option<bool>,
    /// Whether the recipient may add evidence. Default true.
    pub allow_supplemental_evidence: Option<bool>,
    /// Whether the recipient may add references. Default true.
    pub allow_supplemental_references: Option<bool>,
    /// The evidence.
    pub evidence_items: Option<Vec<NewEvidenceItem>>,
    /// The references.
    pub references: Option<Vec<NewReference>>,
    /// Your own metadata. The vendor documents text values.
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

    /// Sets `id`: an id of your own. It becomes the credential's id, and is searchable as `license_id`. It lets you check whether the credential was issued before you issue it again.
    #[must_use]
    pub fn id(mut self, id: impl Into<CredentialId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `recipient`: the recipient.
    #[must_use]
    pub fn recipient(mut self, recipient: Recipient) -> Self {
        self.recipient = Some(recipient);
        self
    }

    /// Sets `group_id`: the group's id. Required unless `group_name` is given.
    #[must_use]
    pub fn group_id(mut self, group_id: impl Into<GroupId>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// Sets `group_name`: the group's internal name. The vendor recommends `group_id` instead.
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

    /// Sets `course_link`: the URL of the course.
    #[must_use]
    pub fn course_link(mut self, course_link: impl Into<String>) -> Self {
        self.course_link = Some(course_link.into());
        self
    }

    /// Sets `custom_attributes`: attributes shown on the credential, by name. The vendor documents text values.
    #[must_use]
    pub fn custom_attributes(
        mut self,
        custom_attributes: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.custom_attributes =
            Some(custom_attributes.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `issued_on`: the issue date. Default today.
    #[must_use]
    pub fn issued_on(mut self, issued_on: impl Into<Date>) -> Self {
        self.issued_on = Some(issued_on.into());
        self
    }

    /// Sets `expired_on`: the expiry date. Default never.
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

    /// Sets `private`: whether it is private: only the recipient can see it. Default: the group's setting, then the department's.
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

    /// Sets `evidence_items`: the evidence.
    #[must_use]
    pub fn evidence_items(mut self, evidence_items: impl IntoIterator<Item = NewEvidenceItem>) -> Self {
        self.evidence_items = Some(evidence_items.into_iter().collect());
        self
    }

    /// Sets `references`: the references.
    #[must_use]
    pub fn references(mut self, references: impl IntoIterator<Item = NewReference>) -> Self {
        self.references = Some(references.into_iter().collect());
        self
    }

    /// Sets `meta_data`: your own metadata. The vendor documents text values.
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

/// Changes to a credential. Only the fields that are set are sent. The effect of null is not known.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CredentialUpdate {
    /// An id of your own.
    pub id: Patch<CredentialId>,
    /// The recipient. Missing fields keep their values.
    pub recipient: Patch<Recipient>,
    /// The group's id.
    pub group_id: Patch<GroupId>,
    /// The group's internal name.
    pub group_name: Patch<String>,
    /// The name shown to the recipient.
    pub name: Patch<String>,
    /// The description shown to the recipient.
    pub description: Patch<String>,
    /// The URL of the course.
    pub course_link: Patch<String>,
    /// Attributes shown on the credential, by name.
    pub custom_attributes: Patch<Map<String, Value>>,
    /// The issue date.
    pub issued_on: Patch<Date>,
    /// The expiry date.
    pub expired_on: Patch<Date>,
    /// Whether the achievement is complete.
    pub complete: Patch<bool>,
    /// Whether it is private: only the recipient can see it.
    pub private: Patch<bool>,
    /// Whether it is published. `true` publishes it if there are credits.
    pub approve: Patch<bool>,
    /// Whether the recipient may add evidence.
    pub allow_supplemental_evidence: Patch<bool>,
    /// Whether the recipient may add references.
    pub allow_supplemental_references: Patch<bool>,
    /// The evidence.
    pub evidence_items: Patch<Vec<NewEvidenceItem>>,
    /// The references.
    pub references: Patch<Vec<NewReference>>,
    /// Your own metadata.
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

    /// Sets `recipient`: the recipient. Missing fields keep their values.
    #[must_use]
    pub fn recipient(mut self, recipient: impl Into<Patch<Recipient>>) -> Self {
        self.recipient = recipient.into();
        self
    }

    /// Sets `group_id`: the group's id.
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

    /// Sets `course_link`: the URL of the course.
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

    /// Sets `issued_on`: the issue date.
    #[must_use]
    pub fn issued_on(mut self, issued_on: impl Into<Patch<Date>>) -> Self {
        self.issued_on = issued_on.into();
        self
    }

    /// Sets `expired_on`: the expiry date.
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

    /// Sets `private`: whether it is private: only the recipient can see it.
    #[must_use]
    pub fn private(mut self, private: impl Into<Patch<bool>>) -> Self {
        self.private = private.into();
        self
    }

    /// Sets `approve`: whether it is published. `true` publishes it if there are credits.
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

    /// Sets `evidence_items`: the evidence.
    #[must_use]
    pub fn evidence_items(mut self, evidence_items: impl Into<Patch<Vec<NewEvidenceItem>>>) -> Self {
        self.evidence_items = evidence_items.into();
        self
    }

    /// Sets `references`: the references.
    #[must_use]
    pub fn references(mut self, references: impl Into<Patch<Vec<NewReference>>>) -> Self {
        self.references = references.into();
        self
    }

    /// Sets `meta_data`: your own metadata.
    #[must_use]
    pub fn meta_data(mut self, meta_data: impl Into<Patch<Map<String, Value>>>) -> Self {
        self.meta_data = meta_data.into();
        self
    }
}

/// Credentials to issue. If one is invalid, none is issued.
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

/// The credentials of a batch, in one of three forms.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum BulkCreatedV1 {
    /// A list, as documented.
    Documented(Vec<BulkCreatedItemV1>),
    /// An object, as seen in production.
    InProduction(BulkCreatedListV1),
    /// Results, as in the second version.
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

/// A credential of a batch, with or without a wrapper.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum BulkCreatedItemV1 {
    /// In a wrapper, as documented.
    Wrapped(CredentialBody),
    /// Without a wrapper, as seen in production.
    Bare(Credential),
}
forms!(BulkCreatedItemV1 { Wrapped, Bare });

/// Credentials to issue independently of each other.
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

/// The results of a batch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkResults {
    /// One result for each credential, in the order of the request.
    pub results: Vec<Lenient<BulkResult>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkResults {
    results: "results" required,
});

/// The result for one credential of a batch: created, created but not published, or rejected.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct BulkResult {
    /// The credential, if it was created.
    pub credential: Option<Credential>,
    /// The error, if there is one.
    pub errors: Option<Lenient<BulkError>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkResult { credential: "credential", errors: "errors" | "error" });

/// The reason why a credential of a batch was not created or not published.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct BulkError {
    /// The error code.
    pub code: Option<BulkErrorCode>,
    /// The vendor's message.
    pub message: Option<String>,
    /// The problems of single fields.
    pub details: Option<Vec<BulkErrorDetail>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkError { code: "code", message: "message", details: "details" });

/// A problem of one field.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct BulkErrorDetail {
    /// The field.
    pub property: Option<String>,
    /// The problem.
    pub message: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BulkErrorDetail { property: "property", message: "message" | "reason" });

/// Paging information of a listing.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PageMeta {
    /// The page number, from 1. Not reliable: it has been seen to stay at 1.
    pub current_page: Patch<u64>,
    /// The number of the next page; null on the last page.
    pub next_page: Patch<u64>,
    /// The number of the previous page; null on the first page.
    pub prev_page: Patch<u64>,
    /// The number of pages. Not reliable: an empty listing has 1.
    pub total_pages: Patch<u64>,
    /// The total number of items.
    pub total_count: Patch<u64>,
    /// The number of items on a page, in some listings. It may be less than was asked for.
    pub page_size: Patch<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PageMeta {
    current_page: "current_page",
    next_page: "next_page",
    prev_page: "prev_page",
    total_pages: "total_pages",
    total_count: "total_count",
    page_size: "page_size",
});

/// One page of credentials.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CredentialList {
    /// The credentials.
    pub credentials: Vec<Credential>,
    /// Paging information.
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
    /// The query. All its fields must match.
    pub query: CredentialQuery,
    /// The sort order.
    pub sort: Option<CredentialSort>,
    /// The page to fetch.
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

    /// Sets `sort`: the sort order.
    #[must_use]
    pub fn sort(mut self, sort: CredentialSort) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Sets `page`: the page to fetch.
    #[must_use]
    pub fn page(mut self, page: SearchPage) -> Self {
        self.page = Some(page);
        self
    }
}

/// A query for credentials. All fields that are set must match. A date filter matches whole days.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CredentialQuery {
    /// Only credentials with this UUID.
    pub uuid: Option<String>,
    /// Only credentials with one of these UUIDs.
    pub uuid_in: Option<Vec<String>>,
    /// Only credentials of this group.
    pub group: Option<GroupId>,
    /// Only credentials of these groups.
    pub groups: Option<Vec<GroupId>>,
    /// Only credentials of recipients with this name. Personal.
    pub recipient_name: Option<String>,
    /// Only credentials of recipients with one of these names. Personal.
    pub recipient_name_in: Option<Vec<String>>,
    /// Only credentials of the recipient with this email address. It is sent in lower case, as the vendor
    /// stores addresses. Personal.
    pub recipient_email: Option<LowerCase>,
    /// Only credentials of recipients with one of these email addresses, which are sent in lower case.
    /// Personal.
    pub recipient_email_in: Option<Vec<LowerCase>>,
    /// Only credentials of the recipient with this id (your own).
    pub recipient_id: Option<RecipientId>,
    /// Only credentials of recipients with one of these ids (your own).
    pub recipient_id_in: Option<Vec<RecipientId>>,
    /// Only the credential with this id (your own).
    pub license_id: Option<String>,
    /// Only credentials with one of these ids (your own).
    pub license_id_in: Option<Vec<String>>,
    /// Only credentials that are published (`true`) or not published (`false`).
    pub approve: Option<bool>,
    /// Only credentials issued on this day.
    pub issued_on: Option<Date>,
    /// Only credentials issued on one of these days.
    pub issued_on_in: Option<Vec<Date>>,
    /// Only credentials issued before this day.
    pub issued_on_lt: Option<Date>,
    /// Only credentials issued on or before this day.
    pub issued_until: Option<Date>,
    /// Only credentials issued after this day.
    pub issued_on_gt: Option<Date>,
    /// Only credentials issued on or after this day.
    pub issued_from: Option<Date>,
    /// Only credentials that expire on this day.
    pub expired_on: Option<Date>,
    /// Only credentials that expire on one of these days.
    pub expired_on_in: Option<Vec<Date>>,
    /// Only credentials that expire before this day.
    pub expired_on_lt: Option<Date>,
    /// Only credentials that expire on or before this day.
    pub expired_on_lte: Option<Date>,
    /// Only credentials that expire after this day.
    pub expired_on_gt: Option<Date>,
    /// Only credentials that expire on or after this day.
    pub expired_on_gte: Option<Date>,
    /// Only credentials updated on this day.
    pub updated_at: Option<Date>,
    /// Only credentials updated on one of these days.
    pub updated_at_in: Option<Vec<Date>>,
    /// Only credentials updated before this day.
    pub updated_at_lt: Option<Date>,
    /// Only credentials updated on or before this day.
    pub updated_at_lte: Option<Date>,
    /// Only credentials updated after this day.
    pub updated_at_gt: Option<Date>,
    /// Only credentials updated on or after this day.
    pub updated_from: Option<Date>,
    /// Only credentials created on this day.
    pub created_at: Option<Date>,
    /// Only credentials created on one of these days.
    pub created_at_in: Option<Vec<Date>>,
    /// Only credentials created before this day.
    pub created_at_lt: Option<Date>,
    /// Only credentials created on or before this day.
    pub created_at_lte: Option<Date>,
    /// Only credentials created after this day.
    pub created_at_gt: Option<Date>,
    /// Only credentials created on or after this day.
    pub created_at_gte: Option<Date>,
    /// Only credentials of recipients with this metadata.
    pub recipient_meta_data: Option<Map<String, Value>>,
    /// Only credentials with this metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// Only credentials with these attributes.
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
    /// Sets `uuid`: only credentials with this UUID.
    #[must_use]
    pub fn uuid(mut self, uuid: impl Into<String>) -> Self {
        self.uuid = Some(uuid.into());
        self
    }

    /// Sets `uuid_in`: only credentials with one of these UUIDs.
    #[must_use]
    pub fn uuid_in(mut self, uuid_in: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.uuid_in = Some(uuid_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `group`: only credentials of this group.
    #[must_use]
    pub fn group(mut self, group: impl Into<GroupId>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Sets `groups`: only credentials of these groups.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `recipient_name`: only credentials of recipients with this name.
    #[must_use]
    pub fn recipient_name(mut self, recipient_name: impl Into<String>) -> Self {
        self.recipient_name = Some(recipient_name.into());
        self
    }

    /// Sets `recipient_name_in`: only credentials of recipients with one of these names.
    #[must_use]
    pub fn recipient_name_in(
        mut self,
        recipient_name_in: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.recipient_name_in = Some(recipient_name_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `recipient_email`: only credentials of the recipient with this email address. It is sent in lower case, as the vendor stores addresses.
    #[must_use]
    pub fn recipient_email(mut self, recipient_email: impl Into<LowerCase>) -> Self {
        self.recipient_email = Some(recipient_email.into());
        self
    }

    /// Sets `recipient_email_in`: only credentials of recipients with one of these email addresses, which are sent in lower case.
    #[must_use]
    pub fn recipient_email_in(
        mut self,
        recipient_email_in: impl IntoIterator<Item = impl Into<LowerCase>>,
    ) -> Self {
        self.recipient_email_in = Some(recipient_email_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `recipient_id`: only credentials of the recipient with this id (your own).
    #[must_use]
    pub fn recipient_id(mut self, recipient_id: impl Into<RecipientId>) -> Self {
        self.recipient_id = Some(recipient_id.into());
        self
    }

    /// Sets `recipient_id_in`: only credentials of recipients with one of these ids (your own).
    #[must_use]
    pub fn recipient_id_in(
        mut self,
        recipient_id_in: impl IntoIterator<Item = impl Into<RecipientId>>,
    ) -> Self {
        self.recipient_id_in = Some(recipient_id_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `license_id`: only the credential with this id (your own).
    #[must_use]
    pub fn license_id(mut self, license_id: impl Into<String>) -> Self {
        self.license_id = Some(license_id.into());
        self
    }

    /// Sets `license_id_in`: only credentials with one of these ids (your own).
    #[must_use]
    pub fn license_id_in(mut self, license_id_in: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.license_id_in = Some(license_id_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `approve`: only credentials that are published (`true`) or not published (`false`).
    #[must_use]
    pub fn approve(mut self, approve: bool) -> Self {
        self.approve = Some(approve);
        self
    }

    /// Sets `issued_on`: only credentials issued on this day.
    #[must_use]
    pub fn issued_on(mut self, issued_on: impl Into<Date>) -> Self {
        self.issued_on = Some(issued_on.into());
        self
    }

    /// Sets `issued_on_in`: only credentials issued on one of these days.
    #[must_use]
    pub fn issued_on_in(mut self, issued_on_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.issued_on_in = Some(issued_on_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `issued_on_lt`: only credentials issued before this day.
    #[must_use]
    pub fn issued_on_lt(mut self, issued_on_lt: impl Into<Date>) -> Self {
        self.issued_on_lt = Some(issued_on_lt.into());
        self
    }

    /// Sets `issued_until`: only credentials issued on or before this day.
    #[must_use]
    pub fn issued_until(mut self, issued_until: impl Into<Date>) -> Self {
        self.issued_until = Some(issued_until.into());
        self
    }

    /// Sets `issued_on_gt`: only credentials issued after this day.
    #[must_use]
    pub fn issued_on_gt(mut self, issued_on_gt: impl Into<Date>) -> Self {
        self.issued_on_gt = Some(issued_on_gt.into());
        self
    }

    /// Sets `issued_from`: only credentials issued on or after this day.
    #[must_use]
    pub fn issued_from(mut self, issued_from: impl Into<Date>) -> Self {
        self.issued_from = Some(issued_from.into());
        self
    }

    /// Sets `expired_on`: only credentials that expire on this day.
    #[must_use]
    pub fn expired_on(mut self, expired_on: impl Into<Date>) -> Self {
        self.expired_on = Some(expired_on.into());
        self
    }

    /// Sets `expired_on_in`: only credentials that expire on one of these days.
    #[must_use]
    pub fn expired_on_in(mut self, expired_on_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.expired_on_in = Some(expired_on_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `expired_on_lt`: only credentials that expire before this day.
    #[must_use]
    pub fn expired_on_lt(mut self, expired_on_lt: impl Into<Date>) -> Self {
        self.expired_on_lt = Some(expired_on_lt.into());
        self
    }

    /// Sets `expired_on_lte`: only credentials that expire on or before this day.
    #[must_use]
    pub fn expired_on_lte(mut self, expired_on_lte: impl Into<Date>) -> Self {
        self.expired_on_lte = Some(expired_on_lte.into());
        self
    }

    /// Sets `expired_on_gt`: only credentials that expire after this day.
    #[must_use]
    pub fn expired_on_gt(mut self, expired_on_gt: impl Into<Date>) -> Self {
        self.expired_on_gt = Some(expired_on_gt.into());
        self
    }

    /// Sets `expired_on_gte`: only credentials that expire on or after this day.
    #[must_use]
    pub fn expired_on_gte(mut self, expired_on_gte: impl Into<Date>) -> Self {
        self.expired_on_gte = Some(expired_on_gte.into());
        self
    }

    /// Sets `updated_at`: only credentials updated on this day.
    #[must_use]
    pub fn updated_at(mut self, updated_at: impl Into<Date>) -> Self {
        self.updated_at = Some(updated_at.into());
        self
    }

    /// Sets `updated_at_in`: only credentials updated on one of these days.
    #[must_use]
    pub fn updated_at_in(mut self, updated_at_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.updated_at_in = Some(updated_at_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `updated_at_lt`: only credentials updated before this day.
    #[must_use]
    pub fn updated_at_lt(mut self, updated_at_lt: impl Into<Date>) -> Self {
        self.updated_at_lt = Some(updated_at_lt.into());
        self
    }

    /// Sets `updated_at_lte`: only credentials updated on or before this day.
    #[must_use]
    pub fn updated_at_lte(mut self, updated_at_lte: impl Into<Date>) -> Self {
        self.updated_at_lte = Some(updated_at_lte.into());
        self
    }

    /// Sets `updated_at_gt`: only credentials updated after this day.
    #[must_use]
    pub fn updated_at_gt(mut self, updated_at_gt: impl Into<Date>) -> Self {
        self.updated_at_gt = Some(updated_at_gt.into());
        self
    }

    /// Sets `updated_from`: only credentials updated on or after this day.
    #[must_use]
    pub fn updated_from(mut self, updated_from: impl Into<Date>) -> Self {
        self.updated_from = Some(updated_from.into());
        self
    }

    /// Sets `created_at`: only credentials created on this day.
    #[must_use]
    pub fn created_at(mut self, created_at: impl Into<Date>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets `created_at_in`: only credentials created on one of these days.
    #[must_use]
    pub fn created_at_in(mut self, created_at_in: impl IntoIterator<Item = impl Into<Date>>) -> Self {
        self.created_at_in = Some(created_at_in.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `created_at_lt`: only credentials created before this day.
    #[must_use]
    pub fn created_at_lt(mut self, created_at_lt: impl Into<Date>) -> Self {
        self.created_at_lt = Some(created_at_lt.into());
        self
    }

    /// Sets `created_at_lte`: only credentials created on or before this day.
    #[must_use]
    pub fn created_at_lte(mut self, created_at_lte: impl Into<Date>) -> Self {
        self.created_at_lte = Some(created_at_lte.into());
        self
    }

    /// Sets `created_at_gt`: only credentials created after this day.
    #[must_use]
    pub fn created_at_gt(mut self, created_at_gt: impl Into<Date>) -> Self {
        self.created_at_gt = Some(created_at_gt.into());
        self
    }

    /// Sets `created_at_gte`: only credentials created on or after this day.
    #[must_use]
    pub fn created_at_gte(mut self, created_at_gte: impl Into<Date>) -> Self {
        self.created_at_gte = Some(created_at_gte.into());
        self
    }

    /// Sets `recipient_meta_data`: only credentials of recipients with this metadata.
    #[must_use]
    pub fn recipient_meta_data(
        mut self,
        recipient_meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.recipient_meta_data =
            Some(recipient_meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `meta_data`: only credentials with this metadata.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `custom_attributes`: only credentials with these attributes.
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

/// A sort order for credentials. Set one field only.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CredentialSort {
    /// Sort by the vendor's id.
    pub id: Option<SortOrder>,
    /// Sort by the recipient's name.
    pub recipient_name: Option<SortOrder>,
    /// Sort by the group's internal name.
    pub group_name: Option<SortOrder>,
    /// Sort by issue date.
    pub issued_on: Option<SortOrder>,
    /// Sort by expiry date.
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
    /// Sets `id`: sort by the vendor's id.
    #[must_use]
    pub fn id(mut self, id: impl Into<SortOrder>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `recipient_name`: sort by the recipient's name.
    #[must_use]
    pub fn recipient_name(mut self, recipient_name: impl Into<SortOrder>) -> Self {
        self.recipient_name = Some(recipient_name.into());
        self
    }

    /// Sets `group_name`: sort by the group's internal name.
    #[must_use]
    pub fn group_name(mut self, group_name: impl Into<SortOrder>) -> Self {
        self.group_name = Some(group_name.into());
        self
    }

    /// Sets `issued_on`: sort by issue date.
    #[must_use]
    pub fn issued_on(mut self, issued_on: impl Into<SortOrder>) -> Self {
        self.issued_on = Some(issued_on.into());
        self
    }

    /// Sets `expired_on`: sort by expiry date.
    #[must_use]
    pub fn expired_on(mut self, expired_on: impl Into<SortOrder>) -> Self {
        self.expired_on = Some(expired_on.into());
        self
    }
}

/// A page of a search. Set `from` or `cursor`, not both. Without either, the reply is the first page.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SearchPage {
    /// The number of credentials to skip. Together with `size` it reaches the first 10,000.
    pub from: Option<u64>,
    /// The number of items on a page. Default 50. The maximum is not known.
    pub size: Option<u64>,
    /// The cursor from the previous page, unchanged.
    pub cursor: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SearchPage { from: "from", size: "size", cursor: "cursor" });

impl SearchPage {
    /// Sets `from`: the number of credentials to skip. Together with `size` it reaches the first 10,000.
    #[must_use]
    pub fn from(mut self, from: u64) -> Self {
        self.from = Some(from);
        self
    }

    /// Sets `size`: the number of items on a page. Default 50. The maximum is not known.
    #[must_use]
    pub fn size(mut self, size: u64) -> Self {
        self.size = Some(size);
        self
    }

    /// Sets `cursor`: the cursor from the previous page, unchanged.
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
    /// Paging information.
    pub meta: Option<SearchMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CredentialSearchPage {
    credentials: "credentials" required,
    meta: "meta",
});

/// Paging information of a search.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SearchMeta {
    /// The number of credentials that match.
    pub count: Option<u64>,
    /// The number of credentials that were skipped.
    pub from: Option<u64>,
    /// The number of credentials on a page.
    pub size: Option<u64>,
    /// The cursor of the next page.
    pub cursor: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SearchMeta { count: "count", from: "from", size: "size", cursor: "cursor" });

/// A credential in the results of a search. The fields of the recipient are in the credential itself; the
/// group is nested.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FoundCredential {
    /// The vendor's id.
    pub id: CredentialId,
    /// A UUID.
    pub uuid: Option<String>,
    /// A short opaque id. It may look like a number.
    pub encoded_id: Option<String>,
    /// Your id of the credential, if you gave one.
    pub license_id: Option<String>,
    /// The name shown to the recipient.
    pub name: Option<String>,
    /// Whether it is published.
    pub approve: Option<bool>,
    /// Whether it is private: only the recipient can see it.
    pub private: Option<bool>,
    /// The grade; null in every documented reply.
    pub grade: Option<Value>,
    /// The issue date.
    pub issued_on: Option<Date>,
    /// The expiry date; null if it never expires.
    pub expired_on: Option<Date>,
    /// The publication date; null if it is not published.
    pub published_on: Option<Date>,
    /// The time of creation.
    pub created_at: Option<Timestamp>,
    /// The time of the last update.
    pub updated_at: Option<Timestamp>,
    /// The recipient's name. Personal.
    pub recipient_name: Option<String>,
    /// The recipient's email address. Personal.
    pub recipient_email: Option<String>,
    /// Your id of the recipient. Older documentation shows a number.
    pub recipient_id: Option<RecipientId>,
    /// The recipient's phone number. The vendor's schema has it under `group`, probably by mistake. Personal.
    pub recipient_phone_number: Option<String>,
    /// Whether the recipient opened it.
    pub recipient_opened: Option<bool>,
    /// Whether the recipient interacted with it.
    pub recipient_engaged: Option<bool>,
    /// Your own metadata of the recipient.
    pub recipient_meta_data: Option<Map<String, Value>>,
    /// Your own metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// Attributes shown on the credential, by name.
    pub custom_attributes: Option<Map<String, Value>>,
    /// The issuer.
    pub issuer_id: Option<IssuerId>,
    /// The URL of an image for link previews.
    pub seo_image: Option<String>,
    /// The group.
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
    /// The design of the badge.
    pub badge_design_id: Option<DesignId>,
    /// The design of the certificate.
    pub certificate_design_id: Option<DesignId>,
    /// The recipient's phone number. The vendor's schema has it here. Personal.
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
    /// The URL of the course.
    pub course_link: Option<String>,
    /// The language. Default `en`.
    pub language: Option<Language>,
    /// Whether emails to recipients have the certificate attached as PDF.
    pub attach_pdf: Option<bool>,
    /// Whether credentials are recorded on a blockchain.
    pub blockchain: Option<bool>,
    /// The design of the certificate. Deprecated.
    pub design_id: Option<DesignId>,
    /// The design of the certificate.
    pub certificate_design_id: Option<DesignId>,
    /// The design of the badge.
    pub badge_design_id: Option<DesignId>,
    /// The design that is shown first.
    pub primary_design_id: Option<DesignId>,
    /// The name of the design.
    pub design_name: Option<String>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// Your own metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// The learning outcomes: a list of texts. Objects have been seen too.
    pub learning_outcomes: Option<Lenient<Vec<String>>>,
    /// Whether credentials are private; null means the department's setting.
    pub generate_private_credential: Option<bool>,
    /// The number of years after which credentials expire. 0 or less means never.
    pub auto_expiry: Option<Number>,
    /// The URL where recipients sign up.
    pub signup_url: Option<String>,
    /// Whether `signup_url` is shown; null means the department's setting.
    pub signup_url_show: Option<bool>,
    /// Whether `course_link` is shown; null means the department's setting.
    pub course_link_show: Option<bool>,
    /// Whether the issuer's website is shown; null means the department's setting.
    pub organization_link_show: Option<bool>,
    /// The skill category.
    pub skill_category: Option<SkillCategory>,
    /// The type of achievement, one of those in Open Badges 3.0.
    pub achievement_type: Option<String>,
    /// The collections that the group is in.
    pub collections: Option<Vec<GroupCollection>>,
    /// The earning criteria, in order. An update replaces the whole list and updates criteria that have an
    /// id.
    pub earning_criteria: Option<Lenient<Vec<EarningCriterion>>>,
    /// The framework of its skills. A group with free-text learning outcomes has none.
    pub skill_framework: Option<GroupFramework>,
    /// The skills, one for each position in the framework.
    pub skills: Option<Vec<Skill>>,
    /// The time of creation.
    pub created_at: Option<Timestamp>,
    /// The time of the last update.
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

/// A saved group, with warnings about what was not saved.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SavedGroup {
    /// The group.
    pub group: Group,
    /// Warnings about what was not saved. The group itself was saved.
    pub errors: Option<Vec<GroupWarning>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SavedGroup {
    group: "group" required,
    errors: "errors",
});

/// A warning about a part of a group that was not saved.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupWarning {
    /// The warning code.
    pub code: GroupWarningCode,
    /// The vendor's message.
    pub message: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupWarning {
    code: "code" required,
    message: "message",
});

/// A criterion for earning a credential.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct EarningCriterion {
    /// The id. An update changes the criterion with this id.
    pub id: Option<String>,
    /// The kind, such as `course` or `exam`.
    pub kind: Option<String>,
    /// The text. Some HTML is allowed.
    pub text: Option<String>,
    /// Whether it is required. Default `true`.
    pub required: Option<bool>,
    /// The position, from 1. Default: the next position.
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

    /// Sets `id`: the id. An update changes the criterion with this id.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `kind`: the kind, such as `course` or `exam`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `text`: the text. Some HTML is allowed.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets `required`: whether it is required. Default `true`.
    #[must_use]
    pub fn required(mut self, required: bool) -> Self {
        self.required = Some(required);
        self
    }

    /// Sets `position`: the position, from 1. Default: the next position.
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
    pub id: SkillId,
    /// The ids of the parent nodes, root first. If missing, the skill is at the root.
    pub breadcrumb_ids: Option<Vec<SkillId>>,
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
    pub fn new(id: impl Into<SkillId>) -> Self {
        Self { id: id.into(), breadcrumb_ids: None, extra: Extra::default() }
    }

    /// Sets `breadcrumb_ids`: the ids of the parent nodes, root first. If missing, the skill is at the root.
    #[must_use]
    pub fn breadcrumb_ids(mut self, breadcrumb_ids: impl IntoIterator<Item = impl Into<SkillId>>) -> Self {
        self.breadcrumb_ids = Some(breadcrumb_ids.into_iter().map(Into::into).collect());
        self
    }
}

/// The framework of a group's skills.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct GroupFramework {
    /// The id.
    pub id: Option<SkillFrameworkId>,
    /// The name.
    pub name: Option<String>,
    /// `external`, or `custom` for the account's own.
    pub source_type: Option<String>,
    /// The taxonomy, such as `ESCO`.
    pub taxonomy: Option<String>,
    /// The provider.
    pub provider: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The attribution to show with the skills.
    pub attribution: Option<Attribution>,
    /// The version that the group uses.
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

/// An attribution to show with skills.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Attribution {
    /// The text.
    pub text: Option<String>,
    /// A URL.
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
    pub id: Option<FrameworkVersionId>,
    /// The name, such as `30.0`.
    pub version: Option<String>,
    /// `active` or `retired`.
    pub status: Option<String>,
    /// The number of skills, in a list of frameworks.
    pub skill_count: Option<i64>,
    /// The first day, in a list of frameworks.
    pub valid_from: Option<Date>,
    /// The last day, in a list of frameworks.
    pub valid_to: Option<Date>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(FrameworkVersion {
    id: "id",
    version: "version",
    status: "status",
    skill_count: "skill_count",
    valid_from: "valid_from",
    valid_to: "valid_to",
});

/// A skill at one position in a framework.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Skill {
    /// The id within the framework version.
    pub id: Option<SkillId>,
    /// The name.
    pub name: Option<String>,
    /// The id in other systems.
    pub identifier: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// A URL.
    pub url: Option<String>,
    /// The parent nodes, root first.
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

/// A parent node of a skill.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Breadcrumb {
    /// The id.
    pub id: Option<SkillId>,
    /// The name.
    pub name: Option<String>,
    /// The id in other systems.
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

/// A collection of groups.
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
    /// Only groups with these ids.
    pub ids: Option<Vec<GroupId>>,
    /// Only groups whose internal name contains this text.
    pub name: Option<String>,
    /// Only groups whose course name contains this text.
    pub course_name: Option<String>,
    /// Only groups with this metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// Only groups of this department. If the key has no access to it, the vendor answers with 400.
    pub department_id: Option<DepartmentId>,
    /// Only groups updated after this day.
    pub updated_after: Option<Date>,
    /// Only groups updated before this day.
    pub updated_before: Option<Date>,
    /// The number of items on a page. Default 50. The maximum is not known.
    pub page_size: Option<u64>,
    /// The page number, from 1.
    pub page: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupSearch {
    ids: "ids",
    name: "name",
    course_name: "course_name",
    meta_data: "meta_data",
    department_id: "department_id",
    updated_after: "start_updated_date",
    updated_before: "end_updated_date",
    page_size: "page_size",
    page: "page",
});

impl GroupSearch {
    /// Sets `ids`: only groups with these ids.
    #[must_use]
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `name`: only groups whose internal name contains this text.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `course_name`: only groups whose course name contains this text.
    #[must_use]
    pub fn course_name(mut self, course_name: impl Into<String>) -> Self {
        self.course_name = Some(course_name.into());
        self
    }

    /// Sets `meta_data`: only groups with this metadata.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `department_id`: only groups of this department. If the key has no access to it, the vendor answers with 400.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.department_id = Some(department_id.into());
        self
    }

    /// Sets `updated_after`: only groups updated after this day.
    #[must_use]
    pub fn updated_after(mut self, updated_after: impl Into<Date>) -> Self {
        self.updated_after = Some(updated_after.into());
        self
    }

    /// Sets `updated_before`: only groups updated before this day.
    #[must_use]
    pub fn updated_before(mut self, updated_before: impl Into<Date>) -> Self {
        self.updated_before = Some(updated_before.into());
        self
    }

    /// Sets `page_size`: the number of items on a page. Default 50. The maximum is not known.
    #[must_use]
    pub fn page_size(mut self, page_size: u64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Sets `page`: the page number, from 1.
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
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(GroupList {
    groups: "groups" required,
    meta: "meta",
});

/// A collection of groups.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Collection {
    /// The id, a UUID.
    pub id: CollectionId,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The issuer.
    pub organization_id: Option<IssuerId>,
    /// Whether everyone can see it.
    pub public: Option<bool>,
    /// The number of groups.
    pub groups_count: Option<i64>,
    /// The groups. An update replaces the whole list.
    pub groups: Option<Vec<CollectionMember>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Collection {
    id: "id" required,
    name: "name",
    description: "description",
    organization_id: "organization_id",
    public: "public",
    groups_count: "groups_count",
    groups: "groups",
});

/// A group in a collection.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CollectionMember {
    /// The group's id.
    pub id: Option<GroupId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionMember { id: "id" });

impl CollectionMember {
    /// With `id`, and nothing else set.
    #[must_use]
    pub fn new(id: impl Into<GroupId>) -> Self {
        Self { id: Some(id.into()), extra: Extra::default() }
    }

    /// Sets `id`: the group's id.
    #[must_use]
    pub fn id(mut self, id: impl Into<GroupId>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// A search for collections.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CollectionSearch {
    /// The query. All its fields must match.
    pub query: CollectionQuery,
    /// The sort order.
    pub sort: Option<CollectionSort>,
    /// The page to fetch.
    pub meta: Option<CollectionPage>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionSearch {
    query: "query" required,
    sort: "sort",
    meta: "meta",
});

impl CollectionSearch {
    /// With `query`, and nothing else set.
    #[must_use]
    pub fn new(query: CollectionQuery) -> Self {
        Self { query, sort: None, meta: None, extra: Extra::default() }
    }

    /// Sets `sort`: the sort order.
    #[must_use]
    pub fn sort(mut self, sort: CollectionSort) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Sets `meta`: the page to fetch.
    #[must_use]
    pub fn meta(mut self, meta: CollectionPage) -> Self {
        self.meta = Some(meta);
        self
    }
}

/// A query for collections. All fields that are set must match.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CollectionQuery {
    /// Only collections with these ids.
    pub ids: Option<Vec<CollectionId>>,
    /// Only collections whose name contains this text.
    pub name: Option<String>,
    /// Only collections that are public (`true`) or not public (`false`).
    pub public: Option<bool>,
    /// Only collections without these ids.
    pub without: Option<Vec<CollectionId>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionQuery { ids: "ids", name: "name", public: "public", without: "exclusion_list" });

impl CollectionQuery {
    /// Sets `ids`: only collections with these ids.
    #[must_use]
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<CollectionId>>) -> Self {
        self.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `name`: only collections whose name contains this text.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `public`: only collections that are public (`true`) or not public (`false`).
    #[must_use]
    pub fn public(mut self, public: bool) -> Self {
        self.public = Some(public);
        self
    }

    /// Sets `without`: only collections without these ids.
    #[must_use]
    pub fn without(mut self, without: impl IntoIterator<Item = impl Into<CollectionId>>) -> Self {
        self.without = Some(without.into_iter().map(Into::into).collect());
        self
    }
}

/// A sort order for collections. Set one field only.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CollectionSort {
    /// Sort by name.
    pub name: Option<SortOrder>,
    /// Sort by the number of groups.
    pub groups_count: Option<SortOrder>,
    /// Sort by whether they are public.
    pub public: Option<SortOrder>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionSort { name: "name", groups_count: "groups_count", public: "public" });

impl CollectionSort {
    /// Sets `name`: sort by name.
    #[must_use]
    pub fn name(mut self, name: impl Into<SortOrder>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `groups_count`: sort by the number of groups.
    #[must_use]
    pub fn groups_count(mut self, groups_count: impl Into<SortOrder>) -> Self {
        self.groups_count = Some(groups_count.into());
        self
    }

    /// Sets `public`: sort by whether they are public.
    #[must_use]
    pub fn public(mut self, public: impl Into<SortOrder>) -> Self {
        self.public = Some(public.into());
        self
    }
}

/// A page of a search for collections.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CollectionPage {
    /// The page number, from 1.
    pub page_number: Option<u64>,
    /// The number of items on a page. The default and the maximum are not known.
    pub per_page: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionPage { page_number: "page_number", per_page: "per_page" });

impl CollectionPage {
    /// Sets `page_number`: the page number, from 1.
    #[must_use]
    pub fn page_number(mut self, page_number: u64) -> Self {
        self.page_number = Some(page_number);
        self
    }

    /// Sets `per_page`: the number of items on a page. The default and the maximum are not known.
    #[must_use]
    pub fn per_page(mut self, per_page: u64) -> Self {
        self.per_page = Some(per_page);
        self
    }
}

/// One page of collections.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CollectionList {
    /// The collections.
    pub collections: Vec<Collection>,
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionList {
    collections: "collections" required,
    meta: "meta",
});

/// A framework of skills.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SkillFramework {
    /// The id.
    pub id: SkillFrameworkId,
    /// The name.
    pub name: Option<String>,
    /// `external`, or `custom` for the account's own.
    pub source_type: Option<String>,
    /// The taxonomy, such as `ESCO`. A custom framework has none.
    pub taxonomy: Option<String>,
    /// Always `enabled`.
    pub status: Option<String>,
    /// The provider.
    pub provider: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The number of skills in the latest active version.
    pub skill_count: Option<i64>,
    /// The time of the last update.
    pub updated_at: Option<Timestamp>,
    /// The attribution to show with the skills.
    pub attribution: Option<Attribution>,
    /// The published versions, oldest first.
    pub versions: Option<Vec<FrameworkVersion>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SkillFramework {
    id: "id" required,
    name: "name",
    source_type: "source_type",
    taxonomy: "taxonomy",
    status: "status",
    provider: "provider",
    description: "description",
    skill_count: "skill_count",
    updated_at: "updated_at",
    attribution: "attribution",
    versions: "versions",
});

/// One page of skill frameworks.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SkillFrameworkList {
    /// The frameworks.
    pub skill_frameworks: Vec<SkillFramework>,
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SkillFrameworkList {
    skill_frameworks: "skill_frameworks" required,
    meta: "meta",
});

/// A skill that a search found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FoundSkill {
    /// The id within the framework version.
    pub id: SkillId,
    /// The name.
    pub name: Option<String>,
    /// The id in other systems.
    pub identifier: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The trails: the parent nodes of each position, root first. Empty at the root.
    pub breadcrumbs: Option<Vec<Vec<Breadcrumb>>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(FoundSkill {
    id: "id" required,
    name: "name",
    identifier: "identifier",
    description: "description",
    breadcrumbs: "breadcrumbs",
});

/// One page of skills.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SkillList {
    /// The skills.
    pub skills: Vec<FoundSkill>,
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SkillList {
    skills: "skills" required,
    meta: "meta",
});

/// A custom attribute that credentials can have.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttributeKey {
    /// The id.
    pub id: AttributeKeyId,
    /// The name.
    pub name: Option<String>,
    /// The kind of its values.
    pub kind: Option<AttributeKind>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AttributeKey {
    id: "id" required,
    name: "name",
    kind: "kind",
    department_id: "department_id",
});

/// A search for attribute keys.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct AttributeKeySearch {
    /// Only keys with this name.
    pub name: Option<String>,
    /// Only keys of this kind.
    pub kind: Option<AttributeKind>,
    /// Only keys of this department.
    pub department: Option<DepartmentId>,
    /// The number of items on a page. Default 50. The maximum is not known.
    pub page_size: Option<u64>,
    /// The page number, from 1.
    pub page: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AttributeKeySearch {
    name: "name",
    kind: "kind",
    department: "department_id",
    page_size: "page_size",
    page: "page",
});

impl AttributeKeySearch {
    /// Sets `name`: only keys with this name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `kind`: only keys of this kind.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<AttributeKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `department`: only keys of this department.
    #[must_use]
    pub fn department(mut self, department: impl Into<DepartmentId>) -> Self {
        self.department = Some(department.into());
        self
    }

    /// Sets `page_size`: the number of items on a page. Default 50. The maximum is not known.
    #[must_use]
    pub fn page_size(mut self, page_size: u64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Sets `page`: the page number, from 1.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }
}

/// One page of attribute keys.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttributeKeyList {
    /// The attribute keys.
    pub attribute_keys: Vec<AttributeKey>,
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AttributeKeyList {
    attribute_keys: "attribute_keys" required,
    meta: "meta",
});

/// An asynchronous export of a department's records.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DataExport {
    /// The id.
    pub id: Option<DataExportId>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The state.
    pub status: Option<ExportStatus>,
    /// The time of creation.
    pub created_at: Option<Timestamp>,
    /// The files, one per year; empty unless the export is completed.
    pub urls: Option<Vec<DataExportFile>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DataExport {
    id: "id",
    department_id: "department_id",
    status: "status",
    created_at: "created_at",
    urls: "urls",
});

/// A file of a data export.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DataExportFile {
    /// The id.
    pub id: Option<DataExportFileId>,
    /// The state; always `completed`.
    pub status: Option<ExportStatus>,
    /// The year in which the records of the file were created.
    pub year: Option<i64>,
    /// The URL of the file. It may lack a scheme. Download it without the key.
    pub url: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DataExportFile { id: "id", status: "status", year: "year", url: "url" });

/// What has happened to a credential.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct AnalyticsEvent {
    /// The credential, in a listing of several credentials.
    pub credential: Option<AnalyticsCredential>,
    /// The vendor's id of the credential, in a listing of one credential.
    pub credential_id: Option<CredentialId>,
    /// The name, such as `recipient_view_certificate`, `credential_user_verified` or `privacy_updated`. There
    /// are many others.
    pub event: Option<String>,
    /// The time.
    pub created_at: Option<Timestamp>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AnalyticsEvent {
    credential: "credential",
    credential_id: "credential_id",
    event: "event",
    created_at: "created_at",
});

/// The credential of an event.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct AnalyticsCredential {
    /// The vendor's id.
    pub id: Option<CredentialId>,
    /// Your own id.
    pub license_id: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AnalyticsCredential { id: "id", license_id: "license_id" });

/// One page of events.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AnalyticsEventList {
    /// The events.
    pub analytics: Vec<AnalyticsEvent>,
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AnalyticsEventList {
    analytics: "analytics" required,
    meta: "meta",
});

/// How certificates or badges look.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Design {
    /// The id.
    pub id: DesignId,
    /// The name, which recipients never see.
    pub name: Option<String>,
    /// Whether it is of a certificate or of a badge.
    pub kind: Option<DesignKind>,
    /// The encoded content.
    pub encoded_content: Option<String>,
    /// Whether it is printed with a bleed.
    pub background_bleeds: Option<bool>,
    /// The orientation of the paper. A badge may have none.
    pub orientation: Option<DesignOrientation>,
    /// The size of the paper. A badge may have none.
    pub size: Option<PaperSize>,
    /// The department. Only a creation sets it, by default to the default department.
    pub department_id: Option<DepartmentId>,
    /// The time of creation.
    pub created_at: Option<Timestamp>,
    /// The time of the last update.
    pub updated_at: Option<Timestamp>,
    /// The URL of an image of it.
    pub rasterized_content_url: Option<String>,
    /// The groups that use it. A search does not have them.
    pub groups: Option<Vec<DesignUse>>,
    /// Your own metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Design {
    id: "id" required,
    name: "name",
    kind: "kind",
    encoded_content: "encoded_content" | "content",
    background_bleeds: "background_bleeds",
    orientation: "orientation",
    size: "size",
    department_id: "department_id",
    created_at: "created_at",
    updated_at: "updated_at",
    rasterized_content_url: "rasterized_content_url",
    groups: "groups",
    meta_data: "meta_data",
});

/// A group that uses a design.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DesignUse {
    /// The group's id.
    pub id: Option<GroupId>,
    /// The internal name.
    pub name: Option<String>,
    /// The time of the last update.
    pub updated_at: Option<Timestamp>,
    /// The number of its credentials.
    pub credentials_count: Option<i64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignUse {
    id: "id",
    name: "name",
    updated_at: "updated_at",
    credentials_count: "credentials_count",
});

/// What a copy of a design differs in.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DesignCopy {
    /// The department. Default the default department.
    pub department_id: Option<DepartmentId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignCopy { department_id: "department_id" });

impl DesignCopy {
    /// Sets `department_id`: the department. Default the default department.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.department_id = Some(department_id.into());
        self
    }
}

/// A search for designs.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DesignSearch {
    /// Only designs of this kind. The vendor's example has the singular, an older text the plural.
    pub kind: Option<DesignKind>,
    /// Only designs with this metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// Only designs of this department.
    pub department: Option<DepartmentId>,
    /// The number of items on a page. Default 50. The maximum is not known.
    pub page_size: Option<u64>,
    /// The page number, from 1.
    pub page: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignSearch {
    kind: "kind",
    meta_data: "meta_data",
    department: "department_id",
    page_size: "page_size",
    page: "page",
});

impl DesignSearch {
    /// Sets `kind`: only designs of this kind. The vendor's example has the singular, an older text the plural.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<DesignKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `meta_data`: only designs with this metadata.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `department`: only designs of this department.
    #[must_use]
    pub fn department(mut self, department: impl Into<DepartmentId>) -> Self {
        self.department = Some(department.into());
        self
    }

    /// Sets `page_size`: the number of items on a page. Default 50. The maximum is not known.
    #[must_use]
    pub fn page_size(mut self, page_size: u64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Sets `page`: the page number, from 1.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }
}

/// One page of designs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DesignList {
    /// The designs.
    pub designs: Vec<Design>,
    /// Paging information. The vendor does not show it here.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignList {
    designs: "designs" required,
    meta: "meta",
});

/// The values of a preview, by the name of an attribute. `extra` takes others, such as `custom.Berth` for a
/// custom attribute.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DesignPreview {
    /// The recipient's name. Personal.
    pub recipient_name: Option<String>,
    /// The name of the course.
    pub course_name: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignPreview { recipient_name: "recipient.name", course_name: "group.course_name" });

impl DesignPreview {
    /// Sets `recipient_name`: the recipient's name.
    #[must_use]
    pub fn recipient_name(mut self, recipient_name: impl Into<String>) -> Self {
        self.recipient_name = Some(recipient_name.into());
        self
    }

    /// Sets `course_name`: the name of the course.
    #[must_use]
    pub fn course_name(mut self, course_name: impl Into<String>) -> Self {
        self.course_name = Some(course_name.into());
        self
    }
}

/// What to open the designer for.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DesignerRequest {
    /// The design. If missing, a new one is created.
    pub design_id: Option<DesignId>,
    /// The department of a new design.
    pub department_id: Option<DepartmentId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignerRequest { design_id: "design_id", department_id: "department_id" });

impl DesignerRequest {
    /// Sets `design_id`: the design. If missing, a new one is created.
    #[must_use]
    pub fn design_id(mut self, design_id: impl Into<DesignId>) -> Self {
        self.design_id = Some(design_id.into());
        self
    }

    /// Sets `department_id`: the department of a new design.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.department_id = Some(department_id.into());
        self
    }
}

/// A session of the embedded designer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DesignerSession {
    /// The token that the page of the designer takes.
    pub token: Secret,
    /// The design.
    pub design_id: Option<DesignId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignerSession {
    token: "token" required,
    design_id: "design_id",
});

/// A department of the account. It has groups, and a key of its own.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Department {
    /// The id.
    pub id: DepartmentId,
    /// The name. It may be shown on credentials.
    pub name: Option<String>,
    /// The description. It may be shown in public.
    pub description: Option<String>,
    /// The website.
    pub url: Option<String>,
    /// The URL of a square image of at least 120 pixels.
    pub logo: Option<String>,
    /// The URL of an image of at least 1920 by 300 pixels.
    pub page_banner: Option<String>,
    /// The URL of an image of at least 208 by 32 pixels, for the department's own site.
    pub whitelabel_logo: Option<String>,
    /// The id of the company on LinkedIn, as text.
    pub linkedin_company_id: Option<Lenient<String>>,
    /// Your own metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// Whether new credentials are private.
    pub generate_private_credential: Option<bool>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Department {
    id: "id" required,
    name: "name",
    description: "description",
    url: "url",
    logo: "logo",
    page_banner: "page_banner",
    whitelabel_logo: "whitelabel_logo",
    linkedin_company_id: "linkedin_company_id",
    meta_data: "meta_data",
    generate_private_credential: "generate_private_credential",
});

/// A search for departments.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DepartmentSearch {
    /// Only departments with this metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// The number of items on a page. Default 50. The maximum is not known.
    pub page_size: Option<u64>,
    /// The page number, from 1.
    pub page: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DepartmentSearch { meta_data: "meta_data", page_size: "page_size", page: "page" });

impl DepartmentSearch {
    /// Sets `meta_data`: only departments with this metadata.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `page_size`: the number of items on a page. Default 50. The maximum is not known.
    #[must_use]
    pub fn page_size(mut self, page_size: u64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Sets `page`: the page number, from 1.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }
}

/// One page of departments.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DepartmentList {
    /// The departments. One department may arrive without a list.
    pub departments: OrOne<Department>,
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DepartmentList {
    departments: "departments" required,
    meta: "meta",
});

/// A person who works with the account.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TeamMember {
    /// The id.
    pub id: TeamMemberId,
    /// The name. Personal.
    pub name: Option<String>,
    /// The email address. Personal.
    pub email: Option<String>,
    /// The permissions in each department. An update replaces the whole list.
    pub department_permissions: Option<Vec<DepartmentPermission>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(TeamMember {
    id: "id" required,
    name: "name",
    email: "email",
    department_permissions: "department_permissions",
});

/// What a team member may do in a department.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DepartmentPermission {
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The department, in replies as drafted. Requests do not have it.
    pub department: Option<DepartmentId>,
    /// The permissions.
    pub permissions: Option<Permissions>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DepartmentPermission {
    department_id: "department_id",
    department: "department",
    permissions: "permissions",
});

impl DepartmentPermission {
    /// With `department_id` and `permissions`, and nothing else set.
    #[must_use]
    pub fn new(department_id: impl Into<DepartmentId>, permissions: Permissions) -> Self {
        Self {
            department_id: Some(department_id.into()),
            department: None,
            permissions: Some(permissions),
            extra: Extra::default(),
        }
    }

    /// Sets `department_id`: the department.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.department_id = Some(department_id.into());
        self
    }

    /// Sets `permissions`: the permissions.
    #[must_use]
    pub fn permissions(mut self, permissions: Permissions) -> Self {
        self.permissions = Some(permissions);
        self
    }
}

/// The permissions of a team member in a department.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Permissions {
    /// What the member may do with credentials.
    pub role: Option<TeamRole>,
    /// Whether the member may use designs.
    pub designs: Option<bool>,
    /// Whether the member may use settings and templates of emails.
    pub emails: Option<bool>,
    /// Whether the member may use attributes.
    pub credential_attributes: Option<bool>,
    /// Whether the member may use analytics.
    pub analytics: Option<bool>,
    /// Whether the member may use settings.
    pub settings: Option<bool>,
    /// Whether the member may use pathways. Default `false`.
    pub pathways: Option<bool>,
    /// The groups that the member may access; null for all groups. A missing list means all groups too
    /// (inferred).
    pub groups: Option<Vec<GroupId>>,
    /// The kind of member. Default: a team member. From a draft.
    pub access_level: Option<AccessLevel>,
    /// Whether the member may use the API. From a draft.
    pub api: Option<bool>,
    /// Whether the member may manage the team. From a draft.
    pub team: Option<bool>,
    /// Whether the member gets emails with analytics. From a draft.
    pub analytics_email: Option<bool>,
    /// Whether the member may manage admins and developers of the department. From a draft.
    pub manage_dept_admins_and_devs: Option<bool>,
    /// Whether the member may use the directory. Only in replies, from a draft.
    pub spotlight_directory: Option<bool>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Permissions {
    role: "role",
    designs: "designs",
    emails: "emails",
    credential_attributes: "credential_attributes",
    analytics: "analytics",
    settings: "settings",
    pathways: "pathways",
    groups: "groups",
    access_level: "access_level",
    api: "api",
    team: "team",
    analytics_email: "analytics_email",
    manage_dept_admins_and_devs: "manage_dept_admins_and_devs",
    spotlight_directory: "spotlight_directory",
});

impl Permissions {
    /// With `role` and `designs` and `emails` and `credential_attributes` and `analytics` and `settings`, and nothing else set.
    #[must_use]
    pub fn new(
        role: impl Into<TeamRole>,
        designs: bool,
        emails: bool,
        credential_attributes: bool,
        analytics: bool,
        settings: bool,
    ) -> Self {
        Self {
            role: Some(role.into()),
            designs: Some(designs),
            emails: Some(emails),
            credential_attributes: Some(credential_attributes),
            analytics: Some(analytics),
            settings: Some(settings),
            pathways: None,
            groups: None,
            access_level: None,
            api: None,
            team: None,
            analytics_email: None,
            manage_dept_admins_and_devs: None,
            spotlight_directory: None,
            extra: Extra::default(),
        }
    }

    /// Sets `role`: what the member may do with credentials.
    #[must_use]
    pub fn role(mut self, role: impl Into<TeamRole>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Sets `designs`: whether the member may use designs.
    #[must_use]
    pub fn designs(mut self, designs: bool) -> Self {
        self.designs = Some(designs);
        self
    }

    /// Sets `emails`: whether the member may use settings and templates of emails.
    #[must_use]
    pub fn emails(mut self, emails: bool) -> Self {
        self.emails = Some(emails);
        self
    }

    /// Sets `credential_attributes`: whether the member may use attributes.
    #[must_use]
    pub fn credential_attributes(mut self, credential_attributes: bool) -> Self {
        self.credential_attributes = Some(credential_attributes);
        self
    }

    /// Sets `analytics`: whether the member may use analytics.
    #[must_use]
    pub fn analytics(mut self, analytics: bool) -> Self {
        self.analytics = Some(analytics);
        self
    }

    /// Sets `settings`: whether the member may use settings.
    #[must_use]
    pub fn settings(mut self, settings: bool) -> Self {
        self.settings = Some(settings);
        self
    }

    /// Sets `pathways`: whether the member may use pathways. Default `false`.
    #[must_use]
    pub fn pathways(mut self, pathways: bool) -> Self {
        self.pathways = Some(pathways);
        self
    }

    /// Sets `groups`: the groups that the member may access; null for all groups. A missing list means all groups too (inferred).
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = impl Into<GroupId>>) -> Self {
        self.groups = Some(groups.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `access_level`: the kind of member. Default: a team member. From a draft.
    #[must_use]
    pub fn access_level(mut self, access_level: impl Into<AccessLevel>) -> Self {
        self.access_level = Some(access_level.into());
        self
    }

    /// Sets `api`: whether the member may use the API. From a draft.
    #[must_use]
    pub fn api(mut self, api: bool) -> Self {
        self.api = Some(api);
        self
    }

    /// Sets `team`: whether the member may manage the team. From a draft.
    #[must_use]
    pub fn team(mut self, team: bool) -> Self {
        self.team = Some(team);
        self
    }

    /// Sets `analytics_email`: whether the member gets emails with analytics. From a draft.
    #[must_use]
    pub fn analytics_email(mut self, analytics_email: bool) -> Self {
        self.analytics_email = Some(analytics_email);
        self
    }

    /// Sets `manage_dept_admins_and_devs`: whether the member may manage admins and developers of the department. From a draft.
    #[must_use]
    pub fn manage_dept_admins_and_devs(mut self, manage_dept_admins_and_devs: bool) -> Self {
        self.manage_dept_admins_and_devs = Some(manage_dept_admins_and_devs);
        self
    }
}

/// The blockchain record of a credential.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct BlockchainData {
    /// The chain, which selects the form of the documents. The older form does not have it.
    pub chain: Option<Chain>,
    /// The signed credential: a Blockcerts document (Bitcoin) or a verifiable credential (Ethereum).
    pub credential_json_data: Option<Value>,
    /// The receipt: Chainpoint (Bitcoin), or a transaction with the credential and its proof (Ethereum).
    pub receipt: Option<Value>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BlockchainData { chain: "chain", credential_json_data: "credential_json_data", receipt: "receipt" });

/// The account that a key belongs to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IssuerDetails {
    /// The id.
    pub id: IssuerId,
    /// The name.
    pub name: Option<String>,
    /// The email address. Personal.
    pub email: Option<String>,
    /// The number of credits left.
    pub certificate_left: Option<i64>,
    /// The language.
    pub language: Option<Language>,
    /// The website.
    pub url: Option<String>,
    /// Whether search engines may index its credentials.
    pub spiderable: Option<bool>,
    /// A domain that may embed its credentials.
    pub whitelisted_domain: Option<String>,
    /// The id of the company on LinkedIn.
    pub linkedin_company_id: Option<LinkedinId>,
    /// The id of the school on LinkedIn.
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

/// What `evidence_item` wraps: the evidence item.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewEvidenceItemBody {
    /// The evidence item.
    pub evidence_item: NewEvidenceItem,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewEvidenceItemBody {
    evidence_item: "evidence_item" required,
});

impl NewEvidenceItemBody {
    /// With `evidence_item`, and nothing else set.
    #[must_use]
    pub fn new(evidence_item: NewEvidenceItem) -> Self {
        Self { evidence_item, extra: Extra::default() }
    }
}

/// What `evidence_item` wraps: the evidence item.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EvidenceItemUpdateBody {
    /// The evidence item.
    pub evidence_item: EvidenceItemUpdate,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(EvidenceItemUpdateBody {
    evidence_item: "evidence_item" required,
});

impl EvidenceItemUpdateBody {
    /// With `evidence_item`, and nothing else set.
    #[must_use]
    pub fn new(evidence_item: EvidenceItemUpdate) -> Self {
        Self { evidence_item, extra: Extra::default() }
    }
}

/// What `reference` wraps: the reference.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewReferenceBody {
    /// The reference.
    pub reference: NewReference,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewReferenceBody {
    reference: "reference" required,
});

impl NewReferenceBody {
    /// With `reference`, and nothing else set.
    #[must_use]
    pub fn new(reference: NewReference) -> Self {
        Self { reference, extra: Extra::default() }
    }
}

/// What `reference` wraps: the reference.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReferenceUpdateBody {
    /// The reference.
    pub reference: ReferenceUpdate,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ReferenceUpdateBody {
    reference: "reference" required,
});

impl ReferenceUpdateBody {
    /// With `reference`, and nothing else set.
    #[must_use]
    pub fn new(reference: ReferenceUpdate) -> Self {
        Self { reference, extra: Extra::default() }
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
    /// The URL of the course.
    pub course_link: Option<String>,
    /// The language. Default `en`.
    pub language: Option<Language>,
    /// Whether emails to recipients have the certificate attached as PDF.
    pub attach_pdf: Option<bool>,
    /// Whether credentials are recorded on a blockchain.
    pub blockchain: Option<bool>,
    /// The design of the certificate. Deprecated.
    pub design_id: Option<DesignId>,
    /// The design of the certificate.
    pub certificate_design_id: Option<DesignId>,
    /// The design of the badge.
    pub badge_design_id: Option<DesignId>,
    /// The design that is shown first.
    pub primary_design_id: Option<DesignId>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// Your own metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// The learning outcomes: a list of texts. Objects have been seen too.
    pub learning_outcomes: Option<Lenient<Vec<String>>>,
    /// Whether credentials are private; null means the department's setting.
    pub generate_private_credential: Option<bool>,
    /// The number of years after which credentials expire. 0 or less means never.
    pub auto_expiry: Option<Number>,
    /// The URL where recipients sign up.
    pub signup_url: Option<String>,
    /// Whether `signup_url` is shown; null means the department's setting.
    pub signup_url_show: Option<bool>,
    /// Whether `course_link` is shown; null means the department's setting.
    pub course_link_show: Option<bool>,
    /// Whether the issuer's website is shown; null means the department's setting.
    pub organization_link_show: Option<bool>,
    /// The type of achievement, one of those in Open Badges 3.0.
    pub achievement_type: Option<String>,
    /// The collections that the group is in.
    pub collections: Option<Vec<GroupCollection>>,
    /// The earning criteria, in order. An update replaces the whole list and updates criteria that have an
    /// id.
    pub earning_criteria: Option<Lenient<Vec<EarningCriterion>>>,
    /// Whether a recipient may have several credentials of this group. Default `false`.
    pub allow_duplicate_credentials: Option<bool>,
    /// The skill category.
    pub skill_category_id: Option<SkillCategoryId>,
    /// The version of the skill framework. Set it together with `framework_skills`.
    pub skill_framework_version_id: Option<FrameworkVersionId>,
    /// The skills, all of one framework version. In an update, null removes the group from its framework.
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

    /// Sets `course_link`: the URL of the course.
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

    /// Sets `attach_pdf`: whether emails to recipients have the certificate attached as PDF.
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

    /// Sets `design_id`: the design of the certificate. Deprecated.
    #[must_use]
    pub fn design_id(mut self, design_id: impl Into<DesignId>) -> Self {
        self.design_id = Some(design_id.into());
        self
    }

    /// Sets `certificate_design_id`: the design of the certificate.
    #[must_use]
    pub fn certificate_design_id(mut self, certificate_design_id: impl Into<DesignId>) -> Self {
        self.certificate_design_id = Some(certificate_design_id.into());
        self
    }

    /// Sets `badge_design_id`: the design of the badge.
    #[must_use]
    pub fn badge_design_id(mut self, badge_design_id: impl Into<DesignId>) -> Self {
        self.badge_design_id = Some(badge_design_id.into());
        self
    }

    /// Sets `primary_design_id`: the design that is shown first.
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

    /// Sets `meta_data`: your own metadata.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `learning_outcomes`: the learning outcomes: a list of texts. Objects have been seen too.
    #[must_use]
    pub fn learning_outcomes(
        mut self,
        learning_outcomes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.learning_outcomes =
            Some(Lenient::Known(learning_outcomes.into_iter().map(Into::into).collect()));
        self
    }

    /// Sets `generate_private_credential`: whether credentials are private; null means the department's setting.
    #[must_use]
    pub fn generate_private_credential(mut self, generate_private_credential: bool) -> Self {
        self.generate_private_credential = Some(generate_private_credential);
        self
    }

    /// Sets `auto_expiry`: the number of years after which credentials expire. 0 or less means never.
    #[must_use]
    pub fn auto_expiry(mut self, auto_expiry: impl Into<Number>) -> Self {
        self.auto_expiry = Some(auto_expiry.into());
        self
    }

    /// Sets `signup_url`: the URL where recipients sign up.
    #[must_use]
    pub fn signup_url(mut self, signup_url: impl Into<String>) -> Self {
        self.signup_url = Some(signup_url.into());
        self
    }

    /// Sets `signup_url_show`: whether `signup_url` is shown; null means the department's setting.
    #[must_use]
    pub fn signup_url_show(mut self, signup_url_show: bool) -> Self {
        self.signup_url_show = Some(signup_url_show);
        self
    }

    /// Sets `course_link_show`: whether `course_link` is shown; null means the department's setting.
    #[must_use]
    pub fn course_link_show(mut self, course_link_show: bool) -> Self {
        self.course_link_show = Some(course_link_show);
        self
    }

    /// Sets `organization_link_show`: whether the issuer's website is shown; null means the department's setting.
    #[must_use]
    pub fn organization_link_show(mut self, organization_link_show: bool) -> Self {
        self.organization_link_show = Some(organization_link_show);
        self
    }

    /// Sets `achievement_type`: the type of achievement, one of those in Open Badges 3.0.
    #[must_use]
    pub fn achievement_type(mut self, achievement_type: impl Into<String>) -> Self {
        self.achievement_type = Some(achievement_type.into());
        self
    }

    /// Sets `collections`: the collections that the group is in.
    #[must_use]
    pub fn collections(mut self, collections: impl IntoIterator<Item = GroupCollection>) -> Self {
        self.collections = Some(collections.into_iter().collect());
        self
    }

    /// Sets `earning_criteria`: the earning criteria, in order. An update replaces the whole list and updates criteria that have an id.
    #[must_use]
    pub fn earning_criteria(mut self, earning_criteria: impl IntoIterator<Item = EarningCriterion>) -> Self {
        self.earning_criteria = Some(Lenient::Known(earning_criteria.into_iter().collect()));
        self
    }

    /// Sets `allow_duplicate_credentials`: whether a recipient may have several credentials of this group. Default `false`.
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

    /// Sets `skill_framework_version_id`: the version of the skill framework. Set it together with `framework_skills`.
    #[must_use]
    pub fn skill_framework_version_id(
        mut self,
        skill_framework_version_id: impl Into<FrameworkVersionId>,
    ) -> Self {
        self.skill_framework_version_id = Some(skill_framework_version_id.into());
        self
    }

    /// Sets `framework_skills`: the skills, all of one framework version. In an update, null removes the group from its framework.
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
    /// The URL of the course.
    pub course_link: Patch<String>,
    /// The language. Default `en`.
    pub language: Patch<Language>,
    /// Whether emails to recipients have the certificate attached as PDF.
    pub attach_pdf: Patch<bool>,
    /// Whether credentials are recorded on a blockchain.
    pub blockchain: Patch<bool>,
    /// The design of the certificate. Deprecated.
    pub design_id: Patch<DesignId>,
    /// The design of the certificate.
    pub certificate_design_id: Patch<DesignId>,
    /// The design of the badge.
    pub badge_design_id: Patch<DesignId>,
    /// The design that is shown first.
    pub primary_design_id: Patch<DesignId>,
    /// The department.
    pub department_id: Patch<DepartmentId>,
    /// Your own metadata.
    pub meta_data: Patch<Map<String, Value>>,
    /// The learning outcomes: a list of texts. Objects have been seen too.
    pub learning_outcomes: Patch<Lenient<Vec<String>>>,
    /// Whether credentials are private; null means the department's setting.
    pub generate_private_credential: Patch<bool>,
    /// The number of years after which credentials expire. 0 or less means never.
    pub auto_expiry: Patch<Number>,
    /// The URL where recipients sign up.
    pub signup_url: Patch<String>,
    /// Whether `signup_url` is shown; null means the department's setting.
    pub signup_url_show: Patch<bool>,
    /// Whether `course_link` is shown; null means the department's setting.
    pub course_link_show: Patch<bool>,
    /// Whether the issuer's website is shown; null means the department's setting.
    pub organization_link_show: Patch<bool>,
    /// The type of achievement, one of those in Open Badges 3.0.
    pub achievement_type: Patch<String>,
    /// The collections that the group is in.
    pub collections: Patch<Vec<GroupCollection>>,
    /// The earning criteria, in order. An update replaces the whole list and updates criteria that have an
    /// id.
    pub earning_criteria: Patch<Lenient<Vec<EarningCriterion>>>,
    /// Whether a recipient may have several credentials of this group. Default `false`.
    pub allow_duplicate_credentials: Patch<bool>,
    /// The skill category.
    pub skill_category_id: Patch<SkillCategoryId>,
    /// The version of the skill framework. Set it together with `framework_skills`.
    pub skill_framework_version_id: Patch<FrameworkVersionId>,
    /// The skills, all of one framework version. In an update, null removes the group from its framework.
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

    /// Sets `course_link`: the URL of the course.
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

    /// Sets `attach_pdf`: whether emails to recipients have the certificate attached as PDF.
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

    /// Sets `design_id`: the design of the certificate. Deprecated.
    #[must_use]
    pub fn design_id(mut self, design_id: impl Into<Patch<DesignId>>) -> Self {
        self.design_id = design_id.into();
        self
    }

    /// Sets `certificate_design_id`: the design of the certificate.
    #[must_use]
    pub fn certificate_design_id(mut self, certificate_design_id: impl Into<Patch<DesignId>>) -> Self {
        self.certificate_design_id = certificate_design_id.into();
        self
    }

    /// Sets `badge_design_id`: the design of the badge.
    #[must_use]
    pub fn badge_design_id(mut self, badge_design_id: impl Into<Patch<DesignId>>) -> Self {
        self.badge_design_id = badge_design_id.into();
        self
    }

    /// Sets `primary_design_id`: the design that is shown first.
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

    /// Sets `meta_data`: your own metadata.
    #[must_use]
    pub fn meta_data(mut self, meta_data: impl Into<Patch<Map<String, Value>>>) -> Self {
        self.meta_data = meta_data.into();
        self
    }

    /// Sets `learning_outcomes`: the learning outcomes: a list of texts. Objects have been seen too.
    #[must_use]
    pub fn learning_outcomes(mut self, learning_outcomes: impl Into<Patch<Lenient<Vec<String>>>>) -> Self {
        self.learning_outcomes = learning_outcomes.into();
        self
    }

    /// Sets `generate_private_credential`: whether credentials are private; null means the department's setting.
    #[must_use]
    pub fn generate_private_credential(
        mut self,
        generate_private_credential: impl Into<Patch<bool>>,
    ) -> Self {
        self.generate_private_credential = generate_private_credential.into();
        self
    }

    /// Sets `auto_expiry`: the number of years after which credentials expire. 0 or less means never.
    #[must_use]
    pub fn auto_expiry(mut self, auto_expiry: impl Into<Patch<Number>>) -> Self {
        self.auto_expiry = auto_expiry.into();
        self
    }

    /// Sets `signup_url`: the URL where recipients sign up.
    #[must_use]
    pub fn signup_url(mut self, signup_url: impl Into<Patch<String>>) -> Self {
        self.signup_url = signup_url.into();
        self
    }

    /// Sets `signup_url_show`: whether `signup_url` is shown; null means the department's setting.
    #[must_use]
    pub fn signup_url_show(mut self, signup_url_show: impl Into<Patch<bool>>) -> Self {
        self.signup_url_show = signup_url_show.into();
        self
    }

    /// Sets `course_link_show`: whether `course_link` is shown; null means the department's setting.
    #[must_use]
    pub fn course_link_show(mut self, course_link_show: impl Into<Patch<bool>>) -> Self {
        self.course_link_show = course_link_show.into();
        self
    }

    /// Sets `organization_link_show`: whether the issuer's website is shown; null means the department's setting.
    #[must_use]
    pub fn organization_link_show(mut self, organization_link_show: impl Into<Patch<bool>>) -> Self {
        self.organization_link_show = organization_link_show.into();
        self
    }

    /// Sets `achievement_type`: the type of achievement, one of those in Open Badges 3.0.
    #[must_use]
    pub fn achievement_type(mut self, achievement_type: impl Into<Patch<String>>) -> Self {
        self.achievement_type = achievement_type.into();
        self
    }

    /// Sets `collections`: the collections that the group is in.
    #[must_use]
    pub fn collections(mut self, collections: impl Into<Patch<Vec<GroupCollection>>>) -> Self {
        self.collections = collections.into();
        self
    }

    /// Sets `earning_criteria`: the earning criteria, in order. An update replaces the whole list and updates criteria that have an id.
    #[must_use]
    pub fn earning_criteria(
        mut self,
        earning_criteria: impl Into<Patch<Lenient<Vec<EarningCriterion>>>>,
    ) -> Self {
        self.earning_criteria = earning_criteria.into();
        self
    }

    /// Sets `allow_duplicate_credentials`: whether a recipient may have several credentials of this group. Default `false`.
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

    /// Sets `skill_framework_version_id`: the version of the skill framework. Set it together with `framework_skills`.
    #[must_use]
    pub fn skill_framework_version_id(
        mut self,
        skill_framework_version_id: impl Into<Patch<FrameworkVersionId>>,
    ) -> Self {
        self.skill_framework_version_id = skill_framework_version_id.into();
        self
    }

    /// Sets `framework_skills`: the skills, all of one framework version. In an update, null removes the group from its framework.
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

/// A collection of groups. As created.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewCollection {
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// Whether everyone can see it.
    pub public: Option<bool>,
    /// The groups. An update replaces the whole list.
    pub groups: Option<Vec<CollectionMember>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewCollection { name: "name", description: "description", public: "public", groups: "groups" });

impl NewCollection {
    /// With `name`, and nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            description: None,
            public: None,
            groups: None,
            extra: Extra::default(),
        }
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

    /// Sets `public`: whether everyone can see it.
    #[must_use]
    pub fn public(mut self, public: bool) -> Self {
        self.public = Some(public);
        self
    }

    /// Sets `groups`: the groups. An update replaces the whole list.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = CollectionMember>) -> Self {
        self.groups = Some(groups.into_iter().collect());
        self
    }
}

/// What `collection` wraps: the collection.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewCollectionBody {
    /// The collection.
    pub collection: NewCollection,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewCollectionBody {
    collection: "collection" required,
});

impl NewCollectionBody {
    /// With `collection`, and nothing else set.
    #[must_use]
    pub fn new(collection: NewCollection) -> Self {
        Self { collection, extra: Extra::default() }
    }
}

/// What `collection` wraps: the collection.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CollectionBody {
    /// The collection.
    pub collection: Collection,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionBody {
    collection: "collection" required,
});

/// A collection of groups. As changed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CollectionUpdate {
    /// The name.
    pub name: Patch<String>,
    /// The description.
    pub description: Patch<String>,
    /// Whether everyone can see it.
    pub public: Patch<bool>,
    /// The groups. An update replaces the whole list.
    pub groups: Patch<Vec<CollectionMember>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionUpdate { name: "name", description: "description", public: "public", groups: "groups" });

impl CollectionUpdate {
    /// Sets `name`: the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<Patch<String>>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `description`: the description.
    #[must_use]
    pub fn description(mut self, description: impl Into<Patch<String>>) -> Self {
        self.description = description.into();
        self
    }

    /// Sets `public`: whether everyone can see it.
    #[must_use]
    pub fn public(mut self, public: impl Into<Patch<bool>>) -> Self {
        self.public = public.into();
        self
    }

    /// Sets `groups`: the groups. An update replaces the whole list.
    #[must_use]
    pub fn groups(mut self, groups: impl Into<Patch<Vec<CollectionMember>>>) -> Self {
        self.groups = groups.into();
        self
    }
}

/// What `collection` wraps: the collection.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CollectionUpdateBody {
    /// The collection.
    pub collection: CollectionUpdate,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CollectionUpdateBody {
    collection: "collection" required,
});

impl CollectionUpdateBody {
    /// With `collection`, and nothing else set.
    #[must_use]
    pub fn new(collection: CollectionUpdate) -> Self {
        Self { collection, extra: Extra::default() }
    }
}

/// What `skill_categories` wraps: the skill categories.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SkillCategoriesListBody {
    /// The skill categories.
    pub skill_categories: Vec<SkillCategory>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(SkillCategoriesListBody {
    skill_categories: "skill_categories" required,
});

/// A custom attribute that credentials can have. As created.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewAttributeKey {
    /// The name.
    pub name: Option<String>,
    /// The kind of its values.
    pub kind: Option<AttributeKind>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewAttributeKey { name: "name", kind: "kind", department_id: "department_id" });

impl NewAttributeKey {
    /// With `name` and `kind` and `department_id`, and nothing else set.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        kind: impl Into<AttributeKind>,
        department_id: impl Into<DepartmentId>,
    ) -> Self {
        Self {
            name: Some(name.into()),
            kind: Some(kind.into()),
            department_id: Some(department_id.into()),
            extra: Extra::default(),
        }
    }

    /// Sets `name`: the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `kind`: the kind of its values.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<AttributeKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `department_id`: the department.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.department_id = Some(department_id.into());
        self
    }
}

/// What `attribute_key` wraps: the attribute key.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewAttributeKeyBody {
    /// The attribute key.
    pub attribute_key: NewAttributeKey,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewAttributeKeyBody {
    attribute_key: "attribute_key" required,
});

impl NewAttributeKeyBody {
    /// With `attribute_key`, and nothing else set.
    #[must_use]
    pub fn new(attribute_key: NewAttributeKey) -> Self {
        Self { attribute_key, extra: Extra::default() }
    }
}

/// What `attribute_key` wraps: the attribute key.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttributeKeyBody {
    /// The attribute key.
    pub attribute_key: AttributeKey,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AttributeKeyBody {
    attribute_key: "attribute_key" required,
});

/// What `data_exports` wraps: the exports.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExportsListBody {
    /// The exports.
    pub data_exports: Vec<DataExport>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ExportsListBody {
    data_exports: "data_exports" required,
});

/// An asynchronous export of a department's records. As created.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewDataExport {
    /// What is exported. Replies do not have it.
    pub entity: Option<ExportEntity>,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewDataExport { entity: "entity", department_id: "department_id" });

impl NewDataExport {
    /// With `entity` and `department_id`, and nothing else set.
    #[must_use]
    pub fn new(entity: impl Into<ExportEntity>, department_id: impl Into<DepartmentId>) -> Self {
        Self {
            entity: Some(entity.into()),
            department_id: Some(department_id.into()),
            extra: Extra::default(),
        }
    }

    /// Sets `entity`: what is exported. Replies do not have it.
    #[must_use]
    pub fn entity(mut self, entity: impl Into<ExportEntity>) -> Self {
        self.entity = Some(entity.into());
        self
    }

    /// Sets `department_id`: the department.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.department_id = Some(department_id.into());
        self
    }
}

/// What `data_export` wraps: the data export.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewDataExportBody {
    /// The data export.
    pub data_export: NewDataExport,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewDataExportBody {
    data_export: "data_export" required,
});

impl NewDataExportBody {
    /// With `data_export`, and nothing else set.
    #[must_use]
    pub fn new(data_export: NewDataExport) -> Self {
        Self { data_export, extra: Extra::default() }
    }
}

/// What `analytics` wraps: the events.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AnalyticsListOfCredentialBody {
    /// The events.
    pub analytics: Vec<AnalyticsEvent>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(AnalyticsListOfCredentialBody {
    analytics: "analytics" required,
});

/// What `designs` wraps: the designs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DesignsListBody {
    /// The designs.
    pub designs: Vec<Design>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignsListBody {
    designs: "designs" required,
});

/// How certificates or badges look. As created.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewDesign {
    /// The name, which recipients never see.
    pub name: Option<String>,
    /// Whether it is of a certificate or of a badge.
    pub kind: Option<DesignKind>,
    /// The encoded content.
    pub encoded_content: Option<String>,
    /// Whether it is printed with a bleed.
    pub background_bleeds: Option<bool>,
    /// The orientation of the paper. A badge may have none.
    pub orientation: Option<DesignOrientation>,
    /// The size of the paper. A badge may have none.
    pub size: Option<PaperSize>,
    /// The department. Only a creation sets it, by default to the default department.
    pub department_id: Option<DepartmentId>,
    /// Your own metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewDesign {
    name: "name",
    kind: "kind",
    encoded_content: "encoded_content" | "content",
    background_bleeds: "background_bleeds",
    orientation: "orientation",
    size: "size",
    department_id: "department_id",
    meta_data: "meta_data",
});

impl NewDesign {
    /// With `name` and `kind` and `encoded_content`, and nothing else set.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        kind: impl Into<DesignKind>,
        encoded_content: impl Into<String>,
    ) -> Self {
        Self {
            name: Some(name.into()),
            kind: Some(kind.into()),
            encoded_content: Some(encoded_content.into()),
            background_bleeds: None,
            orientation: None,
            size: None,
            department_id: None,
            meta_data: None,
            extra: Extra::default(),
        }
    }

    /// Sets `name`: the name, which recipients never see.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `kind`: whether it is of a certificate or of a badge.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<DesignKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `encoded_content`: the encoded content.
    #[must_use]
    pub fn encoded_content(mut self, encoded_content: impl Into<String>) -> Self {
        self.encoded_content = Some(encoded_content.into());
        self
    }

    /// Sets `background_bleeds`: whether it is printed with a bleed.
    #[must_use]
    pub fn background_bleeds(mut self, background_bleeds: bool) -> Self {
        self.background_bleeds = Some(background_bleeds);
        self
    }

    /// Sets `orientation`: the orientation of the paper. A badge may have none.
    #[must_use]
    pub fn orientation(mut self, orientation: impl Into<DesignOrientation>) -> Self {
        self.orientation = Some(orientation.into());
        self
    }

    /// Sets `size`: the size of the paper. A badge may have none.
    #[must_use]
    pub fn size(mut self, size: impl Into<PaperSize>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets `department_id`: the department. Only a creation sets it, by default to the default department.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<DepartmentId>) -> Self {
        self.department_id = Some(department_id.into());
        self
    }

    /// Sets `meta_data`: your own metadata.
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

/// What `design` wraps: the design.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewDesignBody {
    /// The design.
    pub design: NewDesign,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewDesignBody {
    design: "design" required,
});

impl NewDesignBody {
    /// With `design`, and nothing else set.
    #[must_use]
    pub fn new(design: NewDesign) -> Self {
        Self { design, extra: Extra::default() }
    }
}

/// What `design` wraps: the design.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DesignBody {
    /// The design.
    pub design: Design,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignBody {
    design: "design" required,
});

/// How certificates or badges look. As changed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DesignUpdate {
    /// The name, which recipients never see.
    pub name: Patch<String>,
    /// Whether it is of a certificate or of a badge.
    pub kind: Patch<DesignKind>,
    /// The encoded content.
    pub encoded_content: Patch<String>,
    /// Whether it is printed with a bleed.
    pub background_bleeds: Patch<bool>,
    /// The orientation of the paper. A badge may have none.
    pub orientation: Patch<DesignOrientation>,
    /// The size of the paper. A badge may have none.
    pub size: Patch<PaperSize>,
    /// The department. Only a creation sets it, by default to the default department.
    pub department_id: Patch<DepartmentId>,
    /// Your own metadata.
    pub meta_data: Patch<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignUpdate {
    name: "name",
    kind: "kind",
    encoded_content: "encoded_content" | "content",
    background_bleeds: "background_bleeds",
    orientation: "orientation",
    size: "size",
    department_id: "department_id",
    meta_data: "meta_data",
});

impl DesignUpdate {
    /// Sets `name`: the name, which recipients never see.
    #[must_use]
    pub fn name(mut self, name: impl Into<Patch<String>>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `kind`: whether it is of a certificate or of a badge.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<Patch<DesignKind>>) -> Self {
        self.kind = kind.into();
        self
    }

    /// Sets `encoded_content`: the encoded content.
    #[must_use]
    pub fn encoded_content(mut self, encoded_content: impl Into<Patch<String>>) -> Self {
        self.encoded_content = encoded_content.into();
        self
    }

    /// Sets `background_bleeds`: whether it is printed with a bleed.
    #[must_use]
    pub fn background_bleeds(mut self, background_bleeds: impl Into<Patch<bool>>) -> Self {
        self.background_bleeds = background_bleeds.into();
        self
    }

    /// Sets `orientation`: the orientation of the paper. A badge may have none.
    #[must_use]
    pub fn orientation(mut self, orientation: impl Into<Patch<DesignOrientation>>) -> Self {
        self.orientation = orientation.into();
        self
    }

    /// Sets `size`: the size of the paper. A badge may have none.
    #[must_use]
    pub fn size(mut self, size: impl Into<Patch<PaperSize>>) -> Self {
        self.size = size.into();
        self
    }

    /// Sets `department_id`: the department. Only a creation sets it, by default to the default department.
    #[must_use]
    pub fn department_id(mut self, department_id: impl Into<Patch<DepartmentId>>) -> Self {
        self.department_id = department_id.into();
        self
    }

    /// Sets `meta_data`: your own metadata.
    #[must_use]
    pub fn meta_data(mut self, meta_data: impl Into<Patch<Map<String, Value>>>) -> Self {
        self.meta_data = meta_data.into();
        self
    }
}

/// What `design` wraps: the design.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DesignUpdateBody {
    /// The design.
    pub design: DesignUpdate,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignUpdateBody {
    design: "design" required,
});

impl DesignUpdateBody {
    /// With `design`, and nothing else set.
    #[must_use]
    pub fn new(design: DesignUpdate) -> Self {
        Self { design, extra: Extra::default() }
    }
}

/// What `design` wraps: the design.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DesignCopyBody {
    /// The design.
    pub design: DesignCopy,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignCopyBody {
    design: "design" required,
});

impl DesignCopyBody {
    /// With `design`, and nothing else set.
    #[must_use]
    pub fn new(design: DesignCopy) -> Self {
        Self { design, extra: Extra::default() }
    }
}

/// What `link` wraps: the link to the preview.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DesignsPreviewBody {
    /// The link to the preview.
    pub link: String,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DesignsPreviewBody {
    link: "link" required,
});

/// A department of the account. It has groups, and a key of its own. As created.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewDepartment {
    /// The name. It may be shown on credentials.
    pub name: Option<String>,
    /// The description. It may be shown in public.
    pub description: Option<String>,
    /// The website.
    pub url: Option<String>,
    /// The URL of a square image of at least 120 pixels.
    pub logo: Option<String>,
    /// The URL of an image of at least 1920 by 300 pixels.
    pub page_banner: Option<String>,
    /// The URL of an image of at least 208 by 32 pixels, for the department's own site.
    pub whitelabel_logo: Option<String>,
    /// The id of the company on LinkedIn, as text.
    pub linkedin_company_id: Option<Lenient<String>>,
    /// Your own metadata.
    pub meta_data: Option<Map<String, Value>>,
    /// Whether new credentials are private.
    pub generate_private_credential: Option<bool>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewDepartment {
    name: "name",
    description: "description",
    url: "url",
    logo: "logo",
    page_banner: "page_banner",
    whitelabel_logo: "whitelabel_logo",
    linkedin_company_id: "linkedin_company_id",
    meta_data: "meta_data",
    generate_private_credential: "generate_private_credential",
});

impl NewDepartment {
    /// With `name` and `url` and `logo`, and nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>, url: impl Into<String>, logo: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            description: None,
            url: Some(url.into()),
            logo: Some(logo.into()),
            page_banner: None,
            whitelabel_logo: None,
            linkedin_company_id: None,
            meta_data: None,
            generate_private_credential: None,
            extra: Extra::default(),
        }
    }

    /// Sets `name`: the name. It may be shown on credentials.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `description`: the description. It may be shown in public.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `url`: the website.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets `logo`: the URL of a square image of at least 120 pixels.
    #[must_use]
    pub fn logo(mut self, logo: impl Into<String>) -> Self {
        self.logo = Some(logo.into());
        self
    }

    /// Sets `page_banner`: the URL of an image of at least 1920 by 300 pixels.
    #[must_use]
    pub fn page_banner(mut self, page_banner: impl Into<String>) -> Self {
        self.page_banner = Some(page_banner.into());
        self
    }

    /// Sets `whitelabel_logo`: the URL of an image of at least 208 by 32 pixels, for the department's own site.
    #[must_use]
    pub fn whitelabel_logo(mut self, whitelabel_logo: impl Into<String>) -> Self {
        self.whitelabel_logo = Some(whitelabel_logo.into());
        self
    }

    /// Sets `linkedin_company_id`: the id of the company on LinkedIn, as text.
    #[must_use]
    pub fn linkedin_company_id(mut self, linkedin_company_id: impl Into<String>) -> Self {
        self.linkedin_company_id = Some(Lenient::Known(linkedin_company_id.into()));
        self
    }

    /// Sets `meta_data`: your own metadata.
    #[must_use]
    pub fn meta_data(
        mut self,
        meta_data: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.meta_data =
            Some(meta_data.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }

    /// Sets `generate_private_credential`: whether new credentials are private.
    #[must_use]
    pub fn generate_private_credential(mut self, generate_private_credential: bool) -> Self {
        self.generate_private_credential = Some(generate_private_credential);
        self
    }
}

/// What `department` wraps: the department.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewDepartmentBody {
    /// The department.
    pub department: NewDepartment,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewDepartmentBody {
    department: "department" required,
});

impl NewDepartmentBody {
    /// With `department`, and nothing else set.
    #[must_use]
    pub fn new(department: NewDepartment) -> Self {
        Self { department, extra: Extra::default() }
    }
}

/// What `department` wraps: the department.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DepartmentBody {
    /// The department.
    pub department: Department,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DepartmentBody {
    department: "department" required,
});

/// A department of the account. It has groups, and a key of its own. As changed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DepartmentUpdate {
    /// The name. It may be shown on credentials.
    pub name: Patch<String>,
    /// The description. It may be shown in public.
    pub description: Patch<String>,
    /// The website.
    pub url: Patch<String>,
    /// The URL of a square image of at least 120 pixels.
    pub logo: Patch<String>,
    /// The URL of an image of at least 1920 by 300 pixels.
    pub page_banner: Patch<String>,
    /// The URL of an image of at least 208 by 32 pixels, for the department's own site.
    pub whitelabel_logo: Patch<String>,
    /// The id of the company on LinkedIn, as text.
    pub linkedin_company_id: Patch<Lenient<String>>,
    /// Your own metadata.
    pub meta_data: Patch<Map<String, Value>>,
    /// Whether new credentials are private.
    pub generate_private_credential: Patch<bool>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DepartmentUpdate {
    name: "name",
    description: "description",
    url: "url",
    logo: "logo",
    page_banner: "page_banner",
    whitelabel_logo: "whitelabel_logo",
    linkedin_company_id: "linkedin_company_id",
    meta_data: "meta_data",
    generate_private_credential: "generate_private_credential",
});

impl DepartmentUpdate {
    /// Sets `name`: the name. It may be shown on credentials.
    #[must_use]
    pub fn name(mut self, name: impl Into<Patch<String>>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `description`: the description. It may be shown in public.
    #[must_use]
    pub fn description(mut self, description: impl Into<Patch<String>>) -> Self {
        self.description = description.into();
        self
    }

    /// Sets `url`: the website.
    #[must_use]
    pub fn url(mut self, url: impl Into<Patch<String>>) -> Self {
        self.url = url.into();
        self
    }

    /// Sets `logo`: the URL of a square image of at least 120 pixels.
    #[must_use]
    pub fn logo(mut self, logo: impl Into<Patch<String>>) -> Self {
        self.logo = logo.into();
        self
    }

    /// Sets `page_banner`: the URL of an image of at least 1920 by 300 pixels.
    #[must_use]
    pub fn page_banner(mut self, page_banner: impl Into<Patch<String>>) -> Self {
        self.page_banner = page_banner.into();
        self
    }

    /// Sets `whitelabel_logo`: the URL of an image of at least 208 by 32 pixels, for the department's own site.
    #[must_use]
    pub fn whitelabel_logo(mut self, whitelabel_logo: impl Into<Patch<String>>) -> Self {
        self.whitelabel_logo = whitelabel_logo.into();
        self
    }

    /// Sets `linkedin_company_id`: the id of the company on LinkedIn, as text.
    #[must_use]
    pub fn linkedin_company_id(mut self, linkedin_company_id: impl Into<Patch<Lenient<String>>>) -> Self {
        self.linkedin_company_id = linkedin_company_id.into();
        self
    }

    /// Sets `meta_data`: your own metadata.
    #[must_use]
    pub fn meta_data(mut self, meta_data: impl Into<Patch<Map<String, Value>>>) -> Self {
        self.meta_data = meta_data.into();
        self
    }

    /// Sets `generate_private_credential`: whether new credentials are private.
    #[must_use]
    pub fn generate_private_credential(
        mut self,
        generate_private_credential: impl Into<Patch<bool>>,
    ) -> Self {
        self.generate_private_credential = generate_private_credential.into();
        self
    }
}

/// What `department` wraps: the department.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DepartmentUpdateBody {
    /// The department.
    pub department: DepartmentUpdate,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(DepartmentUpdateBody {
    department: "department" required,
});

impl DepartmentUpdateBody {
    /// With `department`, and nothing else set.
    #[must_use]
    pub fn new(department: DepartmentUpdate) -> Self {
        Self { department, extra: Extra::default() }
    }
}

/// A person who works with the account. As created.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewTeamMember {
    /// The name. Personal.
    pub name: Option<String>,
    /// The email address. Personal.
    pub email: Option<String>,
    /// The permissions in each department. An update replaces the whole list.
    pub department_permissions: Option<Vec<DepartmentPermission>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewTeamMember { name: "name", email: "email", department_permissions: "department_permissions" });

impl NewTeamMember {
    /// With `name` and `email` and `department_permissions`, and nothing else set.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        email: impl Into<String>,
        department_permissions: impl IntoIterator<Item = DepartmentPermission>,
    ) -> Self {
        Self {
            name: Some(name.into()),
            email: Some(email.into()),
            department_permissions: Some(department_permissions.into_iter().collect()),
            extra: Extra::default(),
        }
    }

    /// Sets `name`: the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `email`: the email address.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `department_permissions`: the permissions in each department. An update replaces the whole list.
    #[must_use]
    pub fn department_permissions(
        mut self,
        department_permissions: impl IntoIterator<Item = DepartmentPermission>,
    ) -> Self {
        self.department_permissions = Some(department_permissions.into_iter().collect());
        self
    }
}

/// What `team_member` wraps: the team member.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewTeamMemberBody {
    /// The team member.
    pub team_member: NewTeamMember,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewTeamMemberBody {
    team_member: "team_member" required,
});

impl NewTeamMemberBody {
    /// With `team_member`, and nothing else set.
    #[must_use]
    pub fn new(team_member: NewTeamMember) -> Self {
        Self { team_member, extra: Extra::default() }
    }
}

/// What `team_member` wraps: the team member.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TeamMemberBody {
    /// The team member.
    pub team_member: TeamMember,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(TeamMemberBody {
    team_member: "team_member" required,
});

/// A person who works with the account. As changed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct TeamMemberUpdate {
    /// The name. Personal.
    pub name: Patch<String>,
    /// The email address. Personal.
    pub email: Patch<String>,
    /// The permissions in each department. An update replaces the whole list.
    pub department_permissions: Patch<Vec<DepartmentPermission>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(TeamMemberUpdate { name: "name", email: "email", department_permissions: "department_permissions" });

impl TeamMemberUpdate {
    /// Sets `name`: the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<Patch<String>>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `email`: the email address.
    #[must_use]
    pub fn email(mut self, email: impl Into<Patch<String>>) -> Self {
        self.email = email.into();
        self
    }

    /// Sets `department_permissions`: the permissions in each department. An update replaces the whole list.
    #[must_use]
    pub fn department_permissions(
        mut self,
        department_permissions: impl Into<Patch<Vec<DepartmentPermission>>>,
    ) -> Self {
        self.department_permissions = department_permissions.into();
        self
    }
}

/// What `team_member` wraps: the team member.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TeamMemberUpdateBody {
    /// The team member.
    pub team_member: TeamMemberUpdate,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(TeamMemberUpdateBody {
    team_member: "team_member" required,
});

impl TeamMemberUpdateBody {
    /// With `team_member`, and nothing else set.
    #[must_use]
    pub fn new(team_member: TeamMemberUpdate) -> Self {
        Self { team_member, extra: Extra::default() }
    }
}

/// What `data` wraps: the data.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BlockchainDataBody {
    /// The data.
    pub data: BlockchainData,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(BlockchainDataBody {
    data: "data" required,
});

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

impl Limits for PdfRequest {
    fn problem(&self, at: &str) -> Option<String> {
        limits::items(at, "credential_ids", self.credential_ids.len(), 1, usize::MAX)
    }
}

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
reply!(GeneratedFile);
reply!(SsoLink);
reply!(GroupList);
reply!(SavedGroup);
reply!(GroupBody.group: Group);
reply!(CollectionBody.collection: Collection);
reply!(CollectionList);
reply!(SkillCategoriesListBody.skill_categories: Vec<SkillCategory>);
reply!(SkillFrameworkList);
reply!(SkillList);
reply!(AttributeKeyBody.attribute_key: AttributeKey);
reply!(AttributeKeyList);
reply!(ExportsListBody.data_exports: Vec<DataExport>);
reply!(AnalyticsEventList);
reply!(AnalyticsListOfCredentialBody.analytics: Vec<AnalyticsEvent>);
reply!(DesignsListBody.designs: Vec<Design>);
reply!(DesignBody.design: Design);
reply!(DesignList);
reply!(DesignsPreviewBody.link: String);
reply!(DesignerSession);
reply!(DepartmentBody.department: Department);
reply!(DepartmentList);
reply!(TeamMemberBody.team_member: TeamMember);
reply!(BlockchainDataBody.data: BlockchainData);
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

impl PageQuery for CredentialSearchV1 {
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

impl PageQuery for CollectionSearch {
    fn size(&self, _: &Paging) -> Option<u64> {
        self.meta.as_ref().and_then(|meta| meta.per_page)
    }

    fn seek(&mut self, _: &Paging, position: &Position, size: u64) {
        let meta = self.meta.get_or_insert_default();
        meta.per_page = Some(size);
        meta.page_number = match position {
            Position::Page(number) => Some(*number),
            _ => None,
        };
    }
}

impl Keyed for Collection {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for CollectionList {
    type Item = Collection;

    fn into_parts(self) -> (Vec<Collection>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.collections, Signals { next, total, pages })
    }
}

impl Keyed for SkillFramework {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for SkillFrameworkList {
    type Item = SkillFramework;

    fn into_parts(self) -> (Vec<SkillFramework>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.skill_frameworks, Signals { next, total, pages })
    }
}

impl Keyed for FoundSkill {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for SkillList {
    type Item = FoundSkill;

    fn into_parts(self) -> (Vec<FoundSkill>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.skills, Signals { next, total, pages })
    }
}

impl PageQuery for AttributeKeySearch {
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

impl Keyed for AttributeKey {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for AttributeKeyList {
    type Item = AttributeKey;

    fn into_parts(self) -> (Vec<AttributeKey>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.attribute_keys, Signals { next, total, pages })
    }
}

impl Keyed for AnalyticsEvent {
    fn key(&self) -> Option<Id> {
        Some(Id::join(&[
            Id::from(self.credential.as_ref()?.id.clone()?),
            Id::from(self.event.as_deref()?),
            Id::from(self.created_at.as_ref()?.to_string()),
        ]))
    }
}

impl PageBody for AnalyticsEventList {
    type Item = AnalyticsEvent;

    fn into_parts(self) -> (Vec<AnalyticsEvent>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.analytics, Signals { next, total, pages })
    }
}

impl PageQuery for DesignSearch {
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

impl Keyed for Design {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for DesignList {
    type Item = Design;

    fn into_parts(self) -> (Vec<Design>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.designs, Signals { next, total, pages })
    }
}

impl PageQuery for DepartmentSearch {
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

impl Keyed for Department {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for DepartmentList {
    type Item = Department;

    fn into_parts(self) -> (Vec<Department>, Signals) {
        let (total, pages) = (self.meta.as_ref().and_then(|meta| meta.total_count.value().copied()), None);
        let next = match self.meta {
            Some(meta) => match meta.next_page {
                Patch::Set(number) => Next::At(Position::Page(number)),
                Patch::Null => Next::Null,
                Patch::Keep => Next::Missing,
            },
            None => Next::Missing,
        };
        (self.departments.into_inner(), Signals { next, total, pages })
    }
}
