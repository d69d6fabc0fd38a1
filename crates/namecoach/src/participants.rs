//! Participants of name pages, and their recordings.

use serde_json::Value;
use tassel_core::kit::{self, Draft, Query};
use tassel_core::{Call, CallOptions, Client};

use crate::generated::operations as op;
pub use crate::generated::participants::*;
use crate::listings::picture_problem;
use crate::model::{
    CreatedParticipant, IconCode, Include, InstitutionId, NamePageId, Participant, ParticipantBody,
    ParticipantId, UserId,
};
use crate::pronunciation::GetPronunciation;

impl Participants {
    /// Fetches the recording of a person's name, on any of their name pages.
    ///
    /// Recorded, not recorded and not found are ordinary results. The call lists the person's participants and returns
    /// the first one with a recording.
    ///
    /// # Errors
    ///
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): the address is blank or has a comma.
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
    pub fn pronunciation(&self, email: impl Into<String>) -> GetPronunciation {
        GetPronunciation::new(email.into(), self.list())
    }

    /// Fetches one participant, by their email address or the token of
    /// [`CreatedParticipant::token`](crate::model::CreatedParticipant::token).
    ///
    /// Which participant is returned for an address on several name pages is not known. Use [`latest`](Self::latest) or
    /// [`get_of_name_page`](Self::get_of_name_page) for these.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](tassel_core::Error::NotFound): the participant does not exist. `send_opt` returns `None`.
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): the id is `latest` or `search`, which are other operations.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use tassel_namecoach::model::Include;
    ///
    /// let call = client.participants().get("imani.okonjo@example.org").include([Include::CustomAttributes]);
    /// let participant = call.send().await?;
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

    /// Fetches the newest participant of a person, by their email address or uid, with the dates of the recording and the
    /// attributes. The newest participant may have no recording although another has:
    /// [`pronunciation`](Self::pronunciation) checks all of them.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](tassel_core::Error::NotFound): the person does not exist. `send_opt` returns `None`.
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
        let user = user.into();
        let blank = user.to_string().trim().is_empty();
        let draft = Draft::new(&op::PARTICIPANTS_LATEST).query("token", user);
        let blank = blank.then(|| "the address or uid is empty".to_owned());
        GetParticipant::new(&self.client, draft.refuse(blank))
    }

    /// Fetches one participant of a name page.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](tassel_core::Error::NotFound): the name page does not exist, or the participant is not on it.
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

    /// Searches for the participants with these email addresses. The list may be long.
    ///
    /// The addresses are sent as one text with commas, as existing clients do; see
    /// [`SearchParticipants::lists_as_documented`].
    ///
    /// # Errors
    ///
    /// * [`Error::InvalidInput`](tassel_core::Error::InvalidInput): there is no address, or one is blank or has a comma. The
    ///   vendor answers a search with an empty list with all participants.
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
        self.search_all().emails(emails)
    }

    /// Searches for the participants with these ids of the organisation. Otherwise like [`search`](Self::search).
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
        self.search_all().institution_ids(ids)
    }
}

/// A call for one participant that is ready to be sent.
#[must_use = "a call does nothing until it is sent"]
#[derive(Debug, Clone)]
pub struct GetParticipant {
    client: Client,
    draft: Draft,
    query: Query,
    options: CallOptions,
}
kit::sendable!(GetParticipant => Participant);

impl GetParticipant {
    fn new(client: &Client, draft: Draft) -> Self {
        let (query, options) = (Query::new(), CallOptions::new());
        Self { client: client.clone(), draft, query, options }
    }

    fn call(&self) -> Call<Participant> {
        self.draft.clone().query_from(&self.query).call::<ParticipantBody>(&self.client)
    }

    /// Includes attributes, or HTML that plays the recording.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        self.query.set_list("include", include);
        self
    }

    /// Sets the icon in `embed_image`, if [`Include::Embeddables`] are included.
    pub fn icon_code(mut self, icon: IconCode) -> Self {
        self.query.set("icon_code", icon);
        self
    }

    /// The URL of a picture that replaces the icon. The vendor inserts it into its HTML unescaped, so a URL with quotes,
    /// angle brackets or white space is refused.
    pub fn play_button_img_url(mut self, url: impl Into<String>) -> Self {
        let url = url.into();
        self.draft = self.draft.refuse(picture_problem(&url));
        self.query.set("play_button_img_url", url);
        self
    }
}

impl Participant {
    /// The URL of the recording, if there is one. The vendor has two names for the field.
    ///
    /// The URL contains a digest and may expire: fetch the participant again instead of storing it. A recording is
    /// personal data.
    #[must_use]
    pub fn recording(&self) -> Option<&str> {
        let other = || self.extra.get("recording_url").and_then(Value::as_str);
        self.recording_link.as_deref().or_else(other).filter(|url| !url.is_empty())
    }

    /// The URL of the person's picture, if there is one. The vendor's placeholder does not count.
    #[must_use]
    pub fn picture(&self) -> Option<&str> {
        let is_one = |url: &&str| !url.is_empty() && !url.contains("/images/photo-blank.");
        self.photo.as_deref().filter(is_one)
    }
}

impl CreatedParticipant {
    /// The participant's token, from the end of the link in the reply. No other reply has it. [`Participants::get`] takes
    /// it.
    #[must_use]
    pub fn token(&self) -> Option<ParticipantId> {
        let link = self.meta.as_ref()?.link.as_deref()?;
        let path = link.split(['?', '#']).next()?;
        let (_, token) = path.trim_end_matches('/').rsplit_once("/participants/")?;
        (!token.is_empty() && !token.contains('/')).then(|| token.into())
    }
}
