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
    /// The participants. The same address may come several times, once for each name page.
    pub participants: Vec<Participant>,
    /// Where the page stands.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ParticipantList {
    participants: "participants" required,
    meta: "meta",
});

/// A participant that was just created.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedParticipant {
    /// The participant.
    pub participant: Participant,
    /// Where they can be fetched.
    pub meta: Option<LinkMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(CreatedParticipant {
    participant: "participant" required,
    meta: "meta",
});

/// One person on one name page. There is no id; an address may be on several pages.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Participant {
    /// The first name. Personal.
    pub first_name: Option<String>,
    /// The last name. Personal.
    pub last_name: Option<String>,
    /// The address. Personal.
    pub email: Option<String>,
    /// Where the recording is, an MP3; null if nothing is recorded. It carries a digest and may not work for
    /// long. Personal.
    pub recording_link: Option<String>,
    /// The name page's title.
    pub event_title: Option<String>,
    /// The name page's slug.
    pub event_slug: Option<NamePageId>,
    /// The name page's access code, which says which page as well as the slug does.
    pub event_access_code: Option<NamePageId>,
    /// The organisation's own id of the person; null in every documented reply. Personal.
    pub institution_id: Option<InstitutionId>,
    /// A picture; a placeholder stands where there is none. Personal.
    pub photo: Option<String>,
    /// The person's public page. Personal.
    pub name_badge_link: Option<String>,
    /// Attributes by their display names, if `custom_attributes` were asked for. They are written under other
    /// names. Personal.
    pub custom_objects: Option<Map<String, Value>>,
    /// HTML with a script that plays the recording, if `embeddables` were asked for. It is the vendor's code.
    /// Personal.
    pub embed_image: Option<String>,
    /// HTML that plays the recording in a frame, if `embeddables` were asked for. It is the vendor's code.
    /// Personal.
    pub embed_iframe: Option<String>,
    /// When the recording was made. It comes with the latest participant only.
    pub recording_date: Option<Timestamp>,
    /// When the attributes were filled in. It comes with the latest participant only.
    pub custom_objects_recorded_date: Option<Timestamp>,
    /// How the name is said, in letters. Not documented; clients have seen it. Personal.
    pub phonetic_spelling: Option<String>,
    /// Notes. Not documented in replies; clients have seen them. Personal.
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

/// A person to put on a name page.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewParticipant {
    /// The first name. Personal.
    pub first_name: Option<String>,
    /// The last name. Personal.
    pub last_name: Option<String>,
    /// The address. A blank one and one that is none are refused. Personal.
    pub email: Option<String>,
    /// The telephone number, such as `+12025550143`. Personal.
    pub phone_number: Option<String>,
    /// Notes. Some accounts seem to need them. Personal.
    pub notes: Option<String>,
    /// Attributes by their import keys. They are read under other names. Personal.
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

    /// Sets `email`: the address. A blank one and one that is none are refused.
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

    /// Sets `notes`: notes. Some accounts seem to need them.
    #[must_use]
    pub fn notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }

    /// Sets `custom_objects`: attributes by their import keys. They are read under other names.
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

/// A search for participants. One of the two lists is needed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ParticipantSearch {
    /// The page, from 1.
    pub page: Option<Lenient<u64>>,
    /// How many on a page. The vendor's default is 10; the largest is not known.
    pub per_page: Option<Lenient<u64>>,
    /// What to add to each participant, joined by commas.
    pub include: Option<String>,
    /// Only those with these addresses. Personal.
    pub emails: Option<CommaList>,
    /// Only those with these ids of the organisation's own. Personal.
    pub institution_ids: Option<CommaList>,
    /// Only those changed after this time.
    pub updated_after: Option<Timestamp<SecondsOffset>>,
    /// Only those changed before this time.
    pub updated_before: Option<Timestamp<SecondsOffset>>,
    /// The icon in `embed_image`.
    pub icon_code: Option<IconCode>,
    /// A picture of your own in place of the icon. The vendor puts it into the HTML as it is.
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
    /// Sets `page`: the page, from 1.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(Lenient::Known(page));
        self
    }

    /// Sets `per_page`: how many on a page. The vendor's default is 10; the largest is not known.
    #[must_use]
    pub fn per_page(mut self, per_page: u64) -> Self {
        self.per_page = Some(Lenient::Known(per_page));
        self
    }

    /// Sets `updated_after`: only those changed after this time.
    #[must_use]
    pub fn updated_after(mut self, updated_after: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.updated_after = Some(updated_after.into());
        self
    }

    /// Sets `updated_before`: only those changed before this time.
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

/// A list, in one of the two forms that the vendor shows.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CommaList {
    /// One text, with commas between the items.
    Joined(String),
    /// A list.
    Items(Vec<String>),
}
forms!(CommaList { Joined, Items });

/// Where a page stands in its listing.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PageMeta {
    /// That there is a next page. It is not followed: it drops some parameters, and all filters of a search.
    pub next_page_url: Option<String>,
    /// This page.
    pub self_url: Option<String>,
    /// How many there are in all.
    pub total_count: Option<u64>,
    /// How many pages there are.
    pub total_pages: Option<u64>,
    /// How many are on this page.
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

/// Where something can be fetched that was just created.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LinkMeta {
    /// Its URL. Personal.
    pub link: Option<String>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(LinkMeta { link: "link" });

/// What to export. At least one filter is needed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NewExport {
    /// Only participants changed after this time.
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
    /// Sets `updated_after`: only participants changed after this time.
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
    /// Where the page stands.
    pub meta: Option<PageMeta>,
    /// The fields this version does not know.
    pub extra: Extra,
}
model!(ExportList {
    exports: "exports" required,
    meta: "meta",
});

/// A report on many participants.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Export {
    /// The id.
    pub id: ExportId,
    /// How far it is.
    pub state: ExportState,
    /// The filter, if it was given.
    pub created_after: Option<Timestamp<SecondsOffset>>,
    /// The filter, if it was given.
    pub updated_after: Option<Timestamp<SecondsOffset>>,
    /// The filter, if it was given. It has been seen to come back as another text than was sent.
    pub name_page_id: Option<NamePageId>,
    /// When it was asked for.
    pub created_at: Option<Timestamp<SecondsOffset>>,
    /// When its report goes away.
    pub expires_at: Option<Timestamp<SecondsOffset>>,
    /// The participants, once it is completed, and unless it comes in a list.
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

/// Which course to read anew.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Synchronization {
    /// The token of the tool consumer, beside that of the account.
    pub api_token: Secret,
    /// The course's id at the Moodle.
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
    /// Where it can be fetched.
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
