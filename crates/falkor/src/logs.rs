//! Users' activity in stories, pathways and streams, and their certificates.

use serde_json::{Map, Value};
use tassel_core::Call;
use tassel_core::kit::{Draft, Limits};
use tassel_core::values::OrEmpty;

use crate::envelope::Data;
pub use crate::generated::logs::*;
use crate::generated::operations as op;
use crate::model::{
    Certificate, Fulfilment, PathwayEventId, PathwayId, RewardId, StoryId, StoryLogs, StoryLogsFilter,
    StreamId,
};

impl Logs {
    /// Fetches the users' logs of one story.
    ///
    /// Durations are in seconds, scores in percent. Only scored stories have `score` and `passed`. A filter without a
    /// story is refused, because the vendor's default is not known. A filter with an empty list is refused, because it
    /// may match all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor rejected the filter.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_falkor::Error> {
    /// # let options = tassel_falkor::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    /// # let token = tassel_sandbox::falkor::TOKEN;
    /// # let client = tassel_falkor::Client::builder("account.example.org", token).with(options).build()?;
    /// use tassel_falkor::model::StoryLogsFilter;
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
        let no_story = filter.story.is_none().then(|| "`story` is not set; set a story".to_owned());
        Draft::new(&op::LOGS_STORY_LOGS).refuse(no_story).refuse(filter.problem("")).body(filter).call::<Data<
            Vec<StoryLogs>,
        >>(
            &self.client,
        )
    }
}

/// The logs in the reply of [`Logs::pathway_logs`]: every object with a `fulfilment`, at any depth and in order, and
/// what the user did. It is `None` if the user did nothing, or if it cannot be read.
#[must_use]
pub fn fulfilments(reply: &Value) -> Vec<(&Map<String, Value>, Option<Fulfilment>)> {
    let mut found = Vec::new();
    find(reply, &mut found);
    found
}

/// JSON that was read is nested 128 levels deep at most.
fn find<'a>(value: &'a Value, found: &mut Vec<(&'a Map<String, Value>, Option<Fulfilment>)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| find(item, found)),
        Value::Object(log) => match log.get("fulfilment") {
            Some(fulfilment) => {
                let done = serde_json::from_value::<OrEmpty<Fulfilment>>(fulfilment.clone()).ok();
                found
                    .push((log, done.map(OrEmpty::into_inner).filter(|done| *done != Fulfilment::default())));
            }
            None => log.values().for_each(|value| find(value, found)),
        },
        _ => {}
    }
}

impl Certificate {
    /// The permanent URL of the certificate, once it is issued.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.raw_url.as_deref().filter(|url| !url.is_empty())
    }
}

macro_rules! id_as_text {
    ($($name:ident),+) => {$(
        /// A filter takes an id or a name as text.
        impl From<&$name> for String {
            fn from(id: &$name) -> Self {
                id.to_string()
            }
        }
    )+};
}
id_as_text!(PathwayEventId, PathwayId, RewardId, StoryId, StreamId);
