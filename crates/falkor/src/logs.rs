//! What users did with stories, and the certificates they were awarded.

use tassel_core::kit::Draft;
use tassel_core::{Call, Client};

use crate::envelope::Data;
use crate::generated::operations as op;
use crate::{
    StoryCertificates, StoryCertificatesFilter, StoryLogs, StoryLogsFilter, UserStoryLogs,
    UserStoryLogsFilter,
};

/// Logs; see [`Client::logs`](crate::Client::logs).
///
/// Nothing is paged: an answer is whole and may be large. To keep it small, filter, and split the groups into several
/// calls. Names may be shared; prefer a story's ID and a user's address.
#[derive(Debug, Clone)]
pub struct Logs {
    client: Client,
}

impl Logs {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Reads what users did with one story.
    ///
    /// Durations are in seconds, scores in percent; only stories that are scored have `score` and `passed`. The story
    /// is asked for: which one is answered without is not known. An empty list in a filter is refused before anything
    /// is sent, as it might mean all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not accept the filter.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_falkor::Error> {
    /// # let options = tassel_falkor::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    /// # let token = tassel_sandbox::falkor::TOKEN;
    /// # let client = tassel_falkor::Client::builder("account.example.org", token).with(options).build()?;
    /// use tassel_falkor::StoryLogsFilter;
    ///
    /// let filter = StoryLogsFilter::new("Harbour Safety").users(["imani.okonjo@example.org"]);
    /// let stories = client.logs().story_logs(filter).send().await?;
    /// for log in stories.iter().flat_map(|story| &story.logs).flat_map(|logs| logs.iter()) {
    ///     let complete = log.status.as_ref().and_then(|status| status.complete.as_ref()?.get());
    ///     println!("{:?}: {complete:?}", log.email);
    /// }
    /// # assert_eq!(stories.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/logs/story-logs` in <https://developer.docs.falkor.io>.
    pub fn story_logs(&self, filter: StoryLogsFilter) -> Call<Vec<StoryLogs>> {
        let empty = empty(&[("groups", &filter.groups), ("users", &filter.users)]);
        let unnamed = filter.story.is_none().then(|| "`story` is not set; name a story".to_owned());
        Draft::new(&op::LOGS_STORY_LOGS)
            .body(filter)
            .refuse(unnamed.or(empty))
            .call::<Data<Vec<StoryLogs>>>(&self.client)
    }

    /// Reads what each user did with stories.
    ///
    /// A story's ID is called `sku` here, and its status `state`. An empty list in a filter is refused before anything
    /// is sent, as it might mean all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not accept the filter.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_falkor::Error> {
    /// # let options = tassel_falkor::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    /// # let token = tassel_sandbox::falkor::TOKEN;
    /// # let client = tassel_falkor::Client::builder("account.example.org", token).with(options).build()?;
    /// use tassel_falkor::UserStoryLogsFilter;
    ///
    /// let filter = UserStoryLogsFilter::default().emails(["imani.okonjo@example.org"]);
    /// let logs = client.logs().user_story_logs(filter).send().await?;
    /// for user in logs.users.iter().flat_map(|users| users.iter()) {
    ///     println!("{:?} is at place {:?}", user.email, user.rank.as_ref().and_then(|rank| rank.as_u64()));
    /// }
    /// # assert_eq!(logs.users.map(|users| users.len()), Some(1));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/logs/user-story-logs` in <https://developer.docs.falkor.io>.
    pub fn user_story_logs(&self, filter: UserStoryLogsFilter) -> Call<UserStoryLogs> {
        let lists = [("groups", &filter.groups), ("emails", &filter.emails), ("stories", &filter.stories)];
        let empty = empty(&lists);
        Draft::new(&op::LOGS_USER_STORY_LOGS)
            .body(filter)
            .refuse(empty)
            .call::<Data<UserStoryLogs>>(&self.client)
    }

    /// Reads the certificates that stories awarded to users.
    ///
    /// Several stories may come even where one was named. The time of a certificate is not when the story was
    /// completed; [`story_logs`](Self::story_logs) tells how far a user has come. A certificate has no id: the story's
    /// ID, the address in lower case and the time tell it apart. An empty list in a filter is refused before anything
    /// is sent, as it might mean all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not accept the filter.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_falkor::Error> {
    /// # let options = tassel_falkor::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    /// # let token = tassel_sandbox::falkor::TOKEN;
    /// # let client = tassel_falkor::Client::builder("account.example.org", token).with(options).build()?;
    /// use tassel_falkor::StoryCertificatesFilter;
    ///
    /// let filter = StoryCertificatesFilter::default().story("Harbour Safety");
    /// for story in client.logs().story_certificates(filter).send().await? {
    ///     for awarded in story.certificates.iter().flat_map(|certificates| certificates.iter()) {
    ///         let certificate = awarded.certificate.as_deref();
    ///         println!("{:?} {:?}", awarded.email, certificate.and_then(|certificate| certificate.url()));
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/logs/story-certificates` in <https://developer.docs.falkor.io>.
    pub fn story_certificates(&self, filter: StoryCertificatesFilter) -> Call<Vec<StoryCertificates>> {
        let empty = empty(&[("groups", &filter.groups), ("users", &filter.users)]);
        Draft::new(&op::LOGS_STORY_CERTIFICATES)
            .body(filter)
            .refuse(empty)
            .call::<Data<Vec<StoryCertificates>>>(&self.client)
    }
}

/// What is wrong with a filter that lets nobody through: the vendor may take it for one that is not there.
fn empty(lists: &[(&str, &Option<Vec<String>>)]) -> Option<String> {
    let (name, _) = lists.iter().find(|(_, list)| list.as_ref().is_some_and(Vec::is_empty))?;
    Some(format!("`{name}` is an empty list, which might mean all; leave it out to mean that"))
}
