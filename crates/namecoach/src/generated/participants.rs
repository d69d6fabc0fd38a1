//! Participants of name pages, and their recordings.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Participants of name pages, and their recordings. See
/// [`Client::participants`](crate::Client::participants).
#[derive(Debug, Clone)]
pub struct Participants {
    pub(crate) client: Client,
}

impl Participants {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists participants.
    ///
    /// Use [`search`](Self::search) for lists that are too long for a URL.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_namecoach::TryStreamExt;

let mut participants = client.participants().list().stream();
while let Some(participant) = participants.try_next().await? {
    println!("{:?} on {:?}: {:?}", participant.email, participant.event_slug, participant.recording());
}
```"#
    )]
    ///
    /// Source: `GET /participants` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn list(&self) -> ListParticipants {
        ListParticipants(Listing::new(&self.client, &operations::PARTICIPANTS_LIST, Query::new()))
    }

    /// Lists the participants of a name page.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_namecoach::TryStreamExt;

let staff = client.participants().list_of_name_page("harbour-academy-staff").stream();
let staff: Vec<_> = staff.try_collect().await?;
assert!(staff.iter().any(|participant| participant.recording().is_none()));
```"#
    )]
    ///
    /// Source: `GET /name_pages/{name_page_id}/participants` in
    /// <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn list_of_name_page(&self, name_page_id: impl Into<NamePageId>) -> ListParticipantsOfNamePage {
        ListParticipantsOfNamePage(
            Listing::new(&self.client, &operations::PARTICIPANTS_LIST_OF_NAME_PAGE, Query::new())
                .at("name_page_id", name_page_id.into()),
        )
    }

    /// Adds a person to a name page. The vendor asks them to record their name.
    ///
    /// Attributes are sent by their import keys and returned by their display names. The reply may omit those
    /// that were sent.
    ///
    /// If no answer arrives, [`get_of_name_page`](Self::get_of_name_page) tells whether the person was added.
    /// What happens to an email address that is on the page already is not known.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist.
    /// * [`Error::Invalid`](crate::Error::Invalid) (420): the request is malformed. The creation of a
    ///   participant answers 420 for this; here 420 is not a rate limit.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_namecoach::model::NewParticipant;

let new = NewParticipant::new("Imke", "Aalto", "imke.aalto@example.org").notes("starts in May");
let created = client.participants().create("harbour-academy-staff", new).send().await?;
let token = created.token().expect("the vendor answers with a link");
let participant = client.participants().get(token).send().await?;
assert_eq!(participant.recording(), None);
```"#
    )]
    ///
    /// Source: `POST /name_pages/{name_page_id}/participants` in
    /// <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn create(
        &self,
        name_page_id: impl Into<NamePageId>,
        participant: NewParticipant,
    ) -> Call<CreatedParticipant> {
        let draft = Draft::new(&operations::PARTICIPANTS_CREATE)
            .at("name_page_id", name_page_id.into())
            .body(NewParticipantBody::new(participant));
        draft.call::<CreatedParticipant>(&self.client)
    }
}

listing! {
    /// A listing of [`Participants::list`](crate::participants::Participants::list), 100 on a page unless
    /// another size is set.
    ListParticipants: Query => ParticipantList
}

impl ListParticipants {
    /// The number of items on a page. The vendor's default is 10. The maximum is not known; 1,000 has been
    /// used.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("per_page", size);
        self
    }

    /// What to include with each participant.
    pub fn include(mut self, include: impl IntoIterator<Item = impl Into<Include>>) -> Self {
        self.0.query.set_list("include", include.into_iter().map(Into::into));
        self
    }

    /// Only participants with these email addresses.
    pub fn emails(mut self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0.query.set_list("email_list", emails.into_iter().map(Into::into));
        self
    }

    /// Only participants with these ids of the organisation.
    pub fn institution_ids(
        mut self,
        institution_ids: impl IntoIterator<Item = impl Into<InstitutionId>>,
    ) -> Self {
        self.0.query.set_list("institution_id_list", institution_ids.into_iter().map(Into::into));
        self
    }

    /// The icon in `embed_image`.
    pub fn icon_code(mut self, icon_code: impl Into<IconCode>) -> Self {
        self.0.query.set("icon_code", icon_code.into());
        self
    }
}

listing! {
    /// A listing of [`Participants::search`](crate::participants::Participants::search), 100 on a page unless
    /// another size is set.
    SearchParticipants: ParticipantSearch => ParticipantList
}

impl SearchParticipants {
    /// The number of items on a page. The vendor's default is 10. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.per_page = Some(Lenient::Known(size));
        self
    }

    /// Only participants updated after this time.
    pub fn updated_after(mut self, updated_after: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.0.query.updated_after = Some(updated_after.into());
        self
    }

    /// Only participants updated before this time.
    pub fn updated_before(mut self, updated_before: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.0.query.updated_before = Some(updated_before.into());
        self
    }

    /// The icon in `embed_image`.
    pub fn icon_code(mut self, icon_code: impl Into<IconCode>) -> Self {
        self.0.query.icon_code = Some(icon_code.into());
        self
    }
}

listing! {
    /// A listing of
    /// [`Participants::list_of_name_page`](crate::participants::Participants::list_of_name_page), 100 on a
    /// page unless another size is set.
    ListParticipantsOfNamePage: Query => ParticipantList
}

impl ListParticipantsOfNamePage {
    /// The number of items on a page. The vendor's default is 10. The maximum is not known; 1,000 has been
    /// used.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("per_page", size);
        self
    }

    /// What to include with each participant.
    pub fn include(mut self, include: impl IntoIterator<Item = impl Into<Include>>) -> Self {
        self.0.query.set_list("include", include.into_iter().map(Into::into));
        self
    }

    /// Only participants with these email addresses.
    pub fn emails(mut self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.0.query.set_list("email_list", emails.into_iter().map(Into::into));
        self
    }

    /// Only participants with these ids of the organisation.
    pub fn institution_ids(
        mut self,
        institution_ids: impl IntoIterator<Item = impl Into<InstitutionId>>,
    ) -> Self {
        self.0.query.set_list("institution_id_list", institution_ids.into_iter().map(Into::into));
        self
    }

    /// The icon in `embed_image`.
    pub fn icon_code(mut self, icon_code: impl Into<IconCode>) -> Self {
        self.0.query.set("icon_code", icon_code.into());
        self
    }
}
