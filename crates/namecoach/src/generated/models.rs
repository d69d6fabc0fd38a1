//! The vendor's objects.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// One page of participants.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParticipantList {
    /// The participants. An email address may occur several times, once for each name page.
    pub participants: Vec<Participant>,
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ParticipantList {
    participants: "participants" required,
    meta: "meta",
});

/// A new participant.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedParticipant {
    /// The participant.
    pub participant: Participant,
    /// The URL of the participant.
    pub meta: Option<LinkMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CreatedParticipant {
    participant: "participant" required,
    meta: "meta",
});

/// One person on one name page. Participants have no id. An email address may be on several pages.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Participant {
    /// The first name. Personal.
    pub first_name: Option<String>,
    /// The last name. Personal.
    pub last_name: Option<String>,
    /// The email address. Personal.
    pub email: Option<String>,
    /// The URL of the recording, an MP3 file; null if there is no recording. The URL contains a digest and
    /// may expire. Personal.
    pub recording_link: Option<String>,
    /// The name page's title.
    pub event_title: Option<String>,
    /// The name page's slug.
    pub event_slug: Option<NamePageId>,
    /// The name page's access code. It identifies the page, like the slug.
    pub event_access_code: Option<NamePageId>,
    /// The organisation's id of the person; null in every documented reply. Personal.
    pub institution_id: Option<InstitutionId>,
    /// The URL of a picture. It is a placeholder if there is none. Personal.
    pub photo: Option<String>,
    /// The URL of the person's public page. Personal.
    pub name_badge_link: Option<String>,
    /// Attributes by their display names, if `custom_attributes` are included. They are sent by their import
    /// keys. Personal.
    pub custom_objects: Option<Map<String, Value>>,
    /// HTML with a script that plays the recording, if `embeddables` are included. It is the vendor's code.
    /// Personal.
    pub embed_image: Option<String>,
    /// HTML that plays the recording in a frame, if `embeddables` are included. It is the vendor's code.
    /// Personal.
    pub embed_iframe: Option<String>,
    /// When the recording was made. Only `participants.latest` returns it.
    pub recording_date: Option<Timestamp>,
    /// When the attributes were filled in. Only `participants.latest` returns it.
    pub custom_objects_recorded_date: Option<Timestamp>,
    /// The phonetic spelling of the name. Not documented, but seen in replies. Personal.
    pub phonetic_spelling: Option<String>,
    /// The notes. Not documented, but seen in replies. Personal.
    pub notes: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Participant {
    first_name: "first_name",
    last_name: "last_name",
    email: "email",
    recording_link: "recording_link" | "recording_url",
    event_title: "event_title",
    event_slug: "event_slug",
    event_access_code: "event_access_code",
    institution_id: "institution_id",
    photo: "photo",
    name_badge_link: "name_badge_link",
    custom_objects: "custom_objects",
    embed_image: "embed_image",
    embed_iframe: "embed_iframe",
    recording_date: "recording_date",
    custom_objects_recorded_date: "custom_objects_recorded_date",
    phonetic_spelling: "phonetic_spelling",
    notes: "notes",
});

/// A person to add to a name page.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewParticipant {
    /// The first name. Personal.
    pub first_name: Option<String>,
    /// The last name. Personal.
    pub last_name: Option<String>,
    /// The email address. The vendor rejects a blank or malformed one. Personal.
    pub email: Option<String>,
    /// The telephone number, such as `+12025550143`. Personal.
    pub phone_number: Option<String>,
    /// The notes. Some accounts seem to require them. Personal.
    pub notes: Option<String>,
    /// Attributes by their import keys. Replies have them by their display names. Personal.
    pub custom_objects: Option<Map<String, Value>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewParticipant {
    first_name: "first_name",
    last_name: "last_name",
    email: "email",
    phone_number: "phone_number",
    notes: "notes",
    custom_objects: "custom_objects",
});

impl NewParticipant {
    /// With `first_name` and `last_name` and `email`, and nothing else set.
    #[must_use]
    pub fn new(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        email: impl Into<String>,
    ) -> Self {
        Self {
            first_name: Some(first_name.into()),
            last_name: Some(last_name.into()),
            email: Some(email.into()),
            phone_number: None,
            notes: None,
            custom_objects: None,
            extra: Extra::default(),
        }
    }

    /// Sets `first_name`: the first name.
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets `last_name`: the last name.
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }

    /// Sets `email`: the email address. The vendor rejects a blank or malformed one.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone_number`: the telephone number, such as `+12025550143`.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// Sets `notes`: the notes. Some accounts seem to require them.
    #[must_use]
    pub fn notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }

    /// Sets `custom_objects`: attributes by their import keys. Replies have them by their display names.
    #[must_use]
    pub fn custom_objects(
        mut self,
        custom_objects: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.custom_objects =
            Some(custom_objects.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        self
    }
}

/// A search for participants. One of the two lists is required.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ParticipantSearch {
    /// The page number, from 1.
    pub page: Option<Lenient<u64>>,
    /// The number of items on a page. The vendor's default is 10. The maximum is not known.
    pub per_page: Option<Lenient<u64>>,
    /// What to include with each participant, separated by commas.
    pub include: Option<String>,
    /// Only participants with these email addresses. Personal.
    pub emails: Option<CommaList>,
    /// Only participants with these ids of the organisation. Personal.
    pub institution_ids: Option<CommaList>,
    /// Only participants updated after this time.
    pub updated_after: Option<Timestamp<SecondsOffset>>,
    /// Only participants updated before this time.
    pub updated_before: Option<Timestamp<SecondsOffset>>,
    /// The icon in `embed_image`.
    pub icon_code: Option<IconCode>,
    /// The URL of a picture that replaces the icon. The vendor inserts it into the HTML unescaped.
    pub play_button_img_url: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ParticipantSearch {
    page: "page",
    per_page: "per_page",
    include: "include",
    emails: "email_list",
    institution_ids: "institution_id_list",
    updated_after: "updated_after",
    updated_before: "updated_before",
    icon_code: "icon_code",
    play_button_img_url: "play_button_img_url",
});

impl ParticipantSearch {
    /// Sets `page`: the page number, from 1.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(Lenient::Known(page));
        self
    }

    /// Sets `per_page`: the number of items on a page. The vendor's default is 10. The maximum is not known.
    #[must_use]
    pub fn per_page(mut self, per_page: u64) -> Self {
        self.per_page = Some(Lenient::Known(per_page));
        self
    }

    /// Sets `updated_after`: only participants updated after this time.
    #[must_use]
    pub fn updated_after(mut self, updated_after: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.updated_after = Some(updated_after.into());
        self
    }

    /// Sets `updated_before`: only participants updated before this time.
    #[must_use]
    pub fn updated_before(mut self, updated_before: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.updated_before = Some(updated_before.into());
        self
    }

    /// Sets `icon_code`: the icon in `embed_image`.
    #[must_use]
    pub fn icon_code(mut self, icon_code: impl Into<IconCode>) -> Self {
        self.icon_code = Some(icon_code.into());
        self
    }
}

/// A list, in one of two forms.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CommaList {
    /// One text with the items separated by commas.
    Joined(String),
    /// A list.
    Items(Vec<String>),
}
forms!(CommaList { Joined, Items });

/// Paging information of a listing.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PageMeta {
    /// The URL of the next page. It loses some parameters, and all filters of a search.
    pub next_page_url: Option<String>,
    /// The URL of this page.
    pub self_url: Option<String>,
    /// The total number of items.
    pub total_count: Option<u64>,
    /// The number of pages.
    pub total_pages: Option<u64>,
    /// The number of items on this page.
    pub count: Option<u64>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(PageMeta {
    next_page_url: "next_page_url",
    self_url: "self_url",
    total_count: "total_count",
    total_pages: "total_pages",
    count: "count",
});

/// The URL of a new record.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LinkMeta {
    /// The URL. Personal.
    pub link: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LinkMeta { link: "link" });

/// The filters of an export. At least one is required.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewExport {
    /// Only participants updated after this time.
    pub updated_after: Option<Timestamp<SecondsOffset>>,
    /// Only participants created after this time.
    pub created_after: Option<Timestamp<SecondsOffset>>,
    /// Only participants of this name page.
    pub name_page_id: Option<NamePageId>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewExport {
    updated_after: "updated_after",
    created_after: "created_after",
    name_page_id: "name_page_id",
});

impl NewExport {
    /// Sets `updated_after`: only participants updated after this time.
    #[must_use]
    pub fn updated_after(mut self, updated_after: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.updated_after = Some(updated_after.into());
        self
    }

    /// Sets `created_after`: only participants created after this time.
    #[must_use]
    pub fn created_after(mut self, created_after: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.created_after = Some(created_after.into());
        self
    }

    /// Sets `name_page_id`: only participants of this name page.
    #[must_use]
    pub fn name_page_id(mut self, name_page_id: impl Into<NamePageId>) -> Self {
        self.name_page_id = Some(name_page_id.into());
        self
    }
}

/// One page of exports.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExportList {
    /// The exports, without their reports.
    pub exports: Vec<Export>,
    /// Paging information.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ExportList {
    exports: "exports" required,
    meta: "meta",
});

/// An asynchronous export of participants.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Export {
    /// The id.
    pub id: ExportId,
    /// The state.
    pub state: ExportState,
    /// The filter, if it was set.
    pub created_after: Option<Timestamp<SecondsOffset>>,
    /// The filter, if it was set.
    pub updated_after: Option<Timestamp<SecondsOffset>>,
    /// The filter, if it was set. Its text may differ from the one that was sent.
    pub name_page_id: Option<NamePageId>,
    /// The time of creation.
    pub created_at: Option<Timestamp<SecondsOffset>>,
    /// The time after which the report is gone.
    pub expires_at: Option<Timestamp<SecondsOffset>>,
    /// The participants, once the export is completed. A listing omits them.
    pub report: Option<Vec<Participant>>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Export {
    id: "id" required,
    state: "state" required,
    created_after: "created_after",
    updated_after: "updated_after",
    name_page_id: "name_page_id",
    created_at: "created_at",
    expires_at: "expires_at",
    report: "report",
});

/// The course to synchronize.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Synchronization {
    /// The token of the tool consumer. It is not the account's token.
    pub api_token: Secret,
    /// The course's id in Moodle.
    pub external_course_id: MoodleCourseId,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(Synchronization {
    api_token: "api_token" required,
    external_course_id: "external_course_id" required,
});

impl Synchronization {
    /// With `api_token` and `external_course_id`, and nothing else set.
    #[must_use]
    pub fn new(api_token: impl Into<Secret>, external_course_id: impl Into<MoodleCourseId>) -> Self {
        Self {
            api_token: api_token.into(),
            external_course_id: external_course_id.into(),
            extra: Extra::default(),
        }
    }
}

/// What `participant` wraps: the participant.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParticipantBody {
    /// The participant.
    pub participant: Participant,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ParticipantBody {
    participant: "participant" required,
});

/// What `participant` wraps: the participant.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewParticipantBody {
    /// The participant.
    pub participant: NewParticipant,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewParticipantBody {
    participant: "participant" required,
});

impl NewParticipantBody {
    /// With `participant`, and nothing else set.
    #[must_use]
    pub fn new(participant: NewParticipant) -> Self {
        Self { participant, extra: Extra::default() }
    }
}

/// What `export` wraps: the export.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NewExportBody {
    /// The export.
    pub export: NewExport,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(NewExportBody {
    export: "export" required,
});

impl NewExportBody {
    /// With `export`, and nothing else set.
    #[must_use]
    pub fn new(export: NewExport) -> Self {
        Self { export, extra: Extra::default() }
    }
}

/// What `export` wraps: the export.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExportBody {
    /// The export.
    pub export: Export,
    /// The URL of the export.
    pub meta: Option<LinkMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ExportBody {
    export: "export" required,
    meta: "meta",
});

reply!(ParticipantBody.participant: Participant);
reply!(ParticipantList);
reply!(CreatedParticipant);
reply!(ExportList);
reply!(ExportBody.export: Export);

impl Keyed for Participant {
    fn key(&self) -> Option<Id> {
        Some(Id::join(&[Id::from(self.email.as_deref()?), Id::from(self.event_slug.clone()?)]))
    }
}

impl PageBody for ParticipantList {
    type Item = Participant;

    fn into_parts(self) -> (Vec<Participant>, Signals) {
        let (total, pages) = (
            self.meta.as_ref().and_then(|meta| meta.total_count),
            self.meta.as_ref().and_then(|meta| meta.total_pages),
        );
        let next = match self.meta {
            Some(meta) if meta.next_page_url.as_deref().is_some_and(|url| !url.is_empty()) => Next::Exists,
            _ => Next::Missing,
        };
        (self.participants, Signals { next, total, pages })
    }
}

impl PageQuery for ParticipantSearch {
    fn size(&self, _: &Paging) -> Option<u64> {
        self.per_page.as_ref().and_then(|size| size.known().copied())
    }

    fn seek(&mut self, _: &Paging, position: &Position, size: u64) {
        self.per_page = Some(Lenient::Known(size));
        self.page = match position {
            Position::Page(number) => Some(Lenient::Known(*number)),
            _ => None,
        };
    }
}

impl Keyed for Export {
    fn key(&self) -> Option<Id> {
        Some(Id::from(self.id.clone()))
    }
}

impl PageBody for ExportList {
    type Item = Export;

    fn into_parts(self) -> (Vec<Export>, Signals) {
        let (total, pages) = (
            self.meta.as_ref().and_then(|meta| meta.total_count),
            self.meta.as_ref().and_then(|meta| meta.total_pages),
        );
        let next = match self.meta {
            Some(meta) if meta.next_page_url.as_deref().is_some_and(|url| !url.is_empty()) => Next::Exists,
            _ => Next::Missing,
        };
        (self.exports, Signals { next, total, pages })
    }
}
