//! People on name pages, and their recordings.

use serde_json::Value;
use tassel_core::kit::{self, Draft};
use tassel_core::{Call, CallOptions, Client};

use crate::generated::operations as op;
use crate::lists::refuse_picture;
pub use crate::lists::{ListParticipants, SearchParticipants};
use crate::pronunciation::AskPronunciation;
use crate::{
    CreatedParticipant, IconCode, Include, InstitutionId, NamePageId, NewParticipant, NewParticipantBody,
    Participant, ParticipantBody, ParticipantId, ParticipantsGetQuery, ParticipantsLatestQuery, UserId,
};

/// Participants; see [`Client::participants`](crate::Client::participants).
///
/// A participant is one person on one name page and has no id: an address may be on several pages, so it does not tell
/// participants apart.
#[derive(Debug, Clone)]
pub struct Participants {
    client: Client,
}

impl Participants {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Asks whether a person has recorded their name, on any of their name pages.
    ///
    /// Recorded, not recorded and not found are three ordinary answers. It reads the person's participants, and takes
    /// the first with a recording.
    ///
    /// # Errors
    ///
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): the address is blank or holds a comma.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use tassel_namecoach::pronunciation::Pronunciation;
    ///
    /// match client.participants().pronunciation("imani.okonjo@example.org").send().await? {
    ///     Pronunciation::Recorded(participant) => println!("listen: {:?}", participant.recording()),
    ///     Pronunciation::NotRecorded(_) => println!("not recorded yet"),
    ///     _ => println!("on no name page"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /participants` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn pronunciation(&self, email: impl Into<String>) -> AskPronunciation {
        AskPronunciation::new(email.into(), self.list())
    }

    /// Fetches one participant, by their address or the token of
    /// [`CreatedParticipant::token`](crate::CreatedParticipant::token).
    ///
    /// Which one comes for an address that is on several name pages is not known: [`latest`](Self::latest) and
    /// [`get_of_name_page`](Self::get_of_name_page) leave no doubt.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](tassel_core::Error::NotFound): there is no such participant. `send_opt` makes it `None`.
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): `latest` and `search` are other operations.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use tassel_namecoach::Include;
    ///
    /// let asked = client.participants().get("imani.okonjo@example.org").include([Include::CustomAttributes]);
    /// let participant = asked.send().await?;
    /// assert_eq!(participant.first_name.as_deref(), Some("Imani"));
    /// assert!(participant.custom_objects.is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /participants/{id_or_email}` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn get(&self, participant: impl Into<ParticipantId>) -> GetParticipant {
        let draft = Draft::new(&op::PARTICIPANTS_GET).at("id_or_email", participant.into());
        GetParticipant::new(&self.client, draft)
    }

    /// Fetches a person's newest participant, by their address or uid, with the dates of the recording and of the
    /// attributes. The newest is not always the one with a recording: [`pronunciation`](Self::pronunciation) looks at
    /// all.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](tassel_core::Error::NotFound): there is no such person. `send_opt` makes it `None`.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// let participant = client.participants().latest("imani.okonjo@example.org").send().await?;
    /// println!("recorded on {:?}", participant.recording_date.and_then(|date| date.instant()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /participants/latest` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn latest(&self, user: impl Into<UserId>) -> GetParticipant {
        let query = ParticipantsLatestQuery::new(user);
        let blank = query.user.to_string().trim().is_empty();
        let draft = Draft::new(&op::PARTICIPANTS_LATEST).query_from(&query);
        let blank = blank.then(|| "the address or uid is empty".to_owned());
        GetParticipant::new(&self.client, draft.refuse(blank))
    }

    /// Fetches one participant of a name page.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](tassel_core::Error::NotFound): there is no such name page, or no such participant on it.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// let participant = client
    ///     .participants()
    ///     .get_of_name_page("harbour-academy-staff", "imani.okonjo@example.org")
    ///     .send_opt()
    ///     .await?;
    /// println!("on the page: {}", participant.is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /name_pages/{name_page_id}/participants/{id_or_email}` in
    /// <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn get_of_name_page(
        &self,
        name_page: impl Into<NamePageId>,
        participant: impl Into<ParticipantId>,
    ) -> GetParticipant {
        let draft = Draft::new(&op::PARTICIPANTS_GET_OF_NAME_PAGE);
        let draft = draft.at("name_page_id", name_page.into()).at("id_or_email", participant.into());
        GetParticipant::new(&self.client, draft)
    }

    /// Lists participants; all of the account, if nothing else is said. Lists too long for a URL go into a
    /// [`search`](Self::search).
    ///
    /// # Errors
    ///
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): a list is empty, or has an item that is blank or holds a
    ///   comma.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use tassel_namecoach::TryStreamExt;
    ///
    /// let mut participants = client.participants().list().stream();
    /// while let Some(participant) = participants.try_next().await? {
    ///     println!("{:?} on {:?}: {:?}", participant.email, participant.event_slug, participant.recording());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /participants` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn list(&self) -> ListParticipants {
        ListParticipants::all(&self.client)
    }

    /// Lists the participants of a name page.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](tassel_core::Error::NotFound): there is no such name page.
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): as for [`list`](Self::list).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use tassel_namecoach::TryStreamExt;
    ///
    /// let staff = client.participants().list_of_name_page("harbour-academy-staff").stream();
    /// let staff: Vec<_> = staff.try_collect().await?;
    /// assert!(staff.iter().any(|participant| participant.recording().is_none()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /name_pages/{name_page_id}/participants` in
    /// <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn list_of_name_page(&self, name_page: impl Into<NamePageId>) -> ListParticipants {
        ListParticipants::of_name_page(&self.client, &name_page.into())
    }

    /// Searches for the participants with these addresses, as many as there are.
    ///
    /// The addresses are sent as one text with commas between them, as clients in use do; see
    /// [`SearchParticipants::lists_as_documented`].
    ///
    /// # Errors
    ///
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): there is no address, or one is blank or holds a comma.
    ///   The vendor would answer the search for nobody with everybody.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use tassel_namecoach::TryStreamExt;
    ///
    /// let class = ["imani.okonjo@example.org", "priya.venkataraman@example.org"];
    /// let found: Vec<_> = client.participants().search(class).stream().try_collect().await?;
    /// assert!(found.len() >= 2);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /participants/search` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn search(&self, emails: impl IntoIterator<Item = impl Into<String>>) -> SearchParticipants {
        SearchParticipants::new(&self.client).emails(emails)
    }

    /// Searches for the participants with these ids of the organisation's own, as many as there are. In all else it is
    /// a [`search`](Self::search).
    ///
    /// # Errors
    ///
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): as for [`search`](Self::search).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// let found = client.participants().search_by_institution_id(["LRN-0001"]).send().await?;
    /// assert_eq!(found.total, Some(1));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /participants/search` in <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn search_by_institution_id(
        &self,
        ids: impl IntoIterator<Item = impl Into<InstitutionId>>,
    ) -> SearchParticipants {
        SearchParticipants::new(&self.client).institution_ids(ids)
    }

    /// Puts a person on a name page, who is then asked to record their name.
    ///
    /// Attributes are written by their import keys and read by their display names; the answer may not hold those that
    /// were sent.
    ///
    /// # When the outcome is unknown
    ///
    /// It is never sent twice by itself. If the answer is lost, [`Error::outcome`](tassel_core::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown): [`get_of_name_page`](Self::get_of_name_page) tells whether the
    /// person is there. What happens to an address that is on the page already is not known.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](tassel_core::Error::NotFound): there is no such name page.
    /// * [`Error::Invalid`](tassel_core::Error::Invalid): a field is not valid, or the vendor could not read the request
    ///   (420, which has nothing to do with its quota).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use tassel_namecoach::NewParticipant;
    ///
    /// let new = NewParticipant::new("Imke", "Aalto", "imke.aalto@example.org").notes("starts in May");
    /// let created = client.participants().create("harbour-academy-staff", new).send().await?;
    /// let token = created.token().expect("the vendor answers with a link");
    /// let participant = client.participants().get(token).send().await?;
    /// assert_eq!(participant.recording(), None);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /name_pages/{name_page_id}/participants` in
    /// <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn create(
        &self,
        name_page: impl Into<NamePageId>,
        participant: NewParticipant,
    ) -> Call<CreatedParticipant> {
        Draft::new(&op::PARTICIPANTS_CREATE)
            .at("name_page_id", name_page.into())
            .body(NewParticipantBody::new(participant))
            .call::<CreatedParticipant>(&self.client)
    }
}

/// A call for one participant that is ready to be sent.
#[must_use = "a call does nothing until it is sent"]
#[derive(Debug, Clone)]
pub struct GetParticipant {
    client: Client,
    draft: Draft,
    query: ParticipantsGetQuery,
    options: CallOptions,
}
kit::sendable!(GetParticipant => Participant);

impl GetParticipant {
    fn new(client: &Client, draft: Draft) -> Self {
        let (query, options) = (ParticipantsGetQuery::default(), CallOptions::new());
        Self { client: client.clone(), draft, query, options }
    }

    fn call(&self) -> Call<Participant> {
        self.draft.clone().query_from(&self.query).call::<ParticipantBody>(&self.client)
    }

    /// Adds attributes, or HTML that plays the recording.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        self.query.include = Some(include.into_iter().collect());
        self
    }

    /// The icon in `embed_image`, if [`Include::Embeddables`] are asked for.
    pub fn icon_code(mut self, icon: IconCode) -> Self {
        self.query.icon_code = Some(icon);
        self
    }

    /// A picture of your own in place of the icon. The vendor puts the URL into its HTML as it is, so one that could
    /// break out of an attribute is refused.
    pub fn play_button_img_url(mut self, url: impl Into<String>) -> Self {
        let url = url.into();
        self.draft = self.draft.refuse(refuse_picture(&url));
        self.query.play_button_img_url = Some(url);
        self
    }
}

impl Participant {
    /// Where the recording is, if there is one, under whichever of its two names.
    ///
    /// The URL carries a digest and may not work for long: fetch the participant again rather than keep it. It is a
    /// person's voice.
    #[must_use]
    pub fn recording(&self) -> Option<&str> {
        let other = || self.extra.get("recording_url").and_then(Value::as_str);
        self.recording_link.as_deref().or_else(other).filter(|url| !url.is_empty())
    }

    /// Where the person's picture is, if there is one: the vendor's placeholder is none.
    #[must_use]
    pub fn picture(&self) -> Option<&str> {
        let is_one = |url: &&str| !url.is_empty() && !url.contains("/images/photo-blank.");
        self.photo.as_deref().filter(is_one)
    }
}

impl CreatedParticipant {
    /// The token by which the participant can be fetched, at the end of the link that came with them. It comes nowhere
    /// else.
    #[must_use]
    pub fn token(&self) -> Option<ParticipantId> {
        let link = self.meta.as_ref()?.link.as_deref()?;
        let path = link.split(['?', '#']).next()?;
        let (_, token) = path.trim_end_matches('/').rsplit_once("/participants/")?;
        (!token.is_empty() && !token.contains('/')).then(|| token.into())
    }
}
