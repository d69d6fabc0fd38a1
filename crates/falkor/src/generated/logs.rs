//! Users' activity in stories, pathways and streams, and their certificates.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Users' activity in stories, pathways and streams, and their certificates. See
/// [`Client::logs`](crate::Client::logs).
#[derive(Debug, Clone)]
pub struct Logs {
    pub(crate) client: Client,
}

impl Logs {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches the users' logs of one pathway's activities.
    ///
    /// The form of the reply is not known, so it is any JSON; `fulfilments` finds the logs in it. The filters
    /// combine. The types are those of activities, such as `Web Activity`. An empty list in a filter may
    /// match all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record. That this is an error
    ///   is inferred.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `activities` is an empty list; `types` is an
    ///   empty list; `groups` is an empty list; `users` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::logs::fulfilments;
use tassel_falkor::model::PathwayLogsFilter;

let filter = PathwayLogsFilter::new("First Week Aboard").users(["imani.okonjo@example.org"]);
let reply = client.logs().pathway_logs(filter).send().await?;
let mut done = 0;
for (log, fulfilment) in fulfilments(&reply) {
    let Some(fulfilment) = fulfilment else { continue };
    println!("{:?}: {:?} at {:?}", log.get("email"), fulfilment.kind, fulfilment.timestamp);
    done += 1;
}
assert_eq!(done, 4);
```"#
    )]
    ///
    /// Source: `POST /v1/logs/pathway-logs` in <https://developer.docs.falkor.io>.
    pub fn pathway_logs(&self, pathway_logs_filter: PathwayLogsFilter) -> Call<Value> {
        let body = pathway_logs_filter;
        let draft = Draft::new(&operations::LOGS_PATHWAY_LOGS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Value>>(&self.client)
    }

    /// Fetches the subscribers of streams.
    ///
    /// Without a filter these are the latest 50 streams. The vendor's table names the filter of streams
    /// `streams`, and its example `items`. An empty list in a filter may match all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `streams` is an empty list; `items` is an
    ///   empty list; `groups` is an empty list; `users` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::StreamSubscriptionsFilter;

let filter = StreamSubscriptionsFilter::default().streams(["Dock Talk"]).groups(["Dockers"]);
for stream in client.logs().stream_subscriptions(filter).send().await? {
    for user in stream.subscriptions.iter().flat_map(|subscriptions| subscriptions.iter()) {
        println!(
            "{:?} {:?}",
            user.email,
            user.status.as_ref().and_then(|status| status.subscribed.as_ref())
        );
    }
}
```"#
    )]
    ///
    /// Source: `POST /v1/logs/stream-subscriptions` in <https://developer.docs.falkor.io>.
    pub fn stream_subscriptions(
        &self,
        stream_subscriptions_filter: StreamSubscriptionsFilter,
    ) -> Call<Vec<StreamSubscriptions>> {
        let body = stream_subscriptions_filter;
        let draft =
            Draft::new(&operations::LOGS_STREAM_SUBSCRIPTIONS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<StreamSubscriptions>>>(&self.client)
    }

    /// Fetches the ratings of streams and their episodes.
    ///
    /// Without a filter these are the latest 50 streams. An empty list in a filter may match all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::StreamRatingsFilter;

let streams = client.logs().stream_ratings(StreamRatingsFilter::default()).send().await?;
for stream in &streams {
    let votes = stream.ratings.as_ref().and_then(|ratings| ratings.stream.as_ref());
    println!("{:?}: {votes:?}", stream.stream.as_ref().and_then(|stream| stream.name.as_ref()));
}
assert_eq!(streams.len(), 12);
```"#
    )]
    ///
    /// Source: `POST /v1/logs/stream-ratings` in <https://developer.docs.falkor.io>.
    pub fn stream_ratings(&self, stream_ratings_filter: StreamRatingsFilter) -> Call<Vec<StreamRatings>> {
        let body = stream_ratings_filter;
        let draft =
            Draft::new(&operations::LOGS_STREAM_RATINGS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<StreamRatings>>>(&self.client)
    }

    /// Fetches the story logs of users.
    ///
    /// A story's ID is called `sku` here, and its status `state`. An empty list in a filter may match all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `groups` is an empty list; `emails` is an
    ///   empty list; `stories` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{Rank, UserStoryLogsFilter};

let filter = UserStoryLogsFilter::default().emails(["imani.okonjo@example.org"]);
let logs = client.logs().user_story_logs(filter).send().await?;
for user in logs.users.iter().flat_map(|users| users.iter()) {
    println!("{:?} has rank {:?}", user.email, user.rank.as_ref().and_then(Rank::as_u64));
}
assert_eq!(logs.users.map(|users| users.len()), Some(1));
```"#
    )]
    ///
    /// Source: `POST /v1/logs/user-story-logs` in <https://developer.docs.falkor.io>.
    pub fn user_story_logs(&self, user_story_logs_filter: UserStoryLogsFilter) -> Call<UserStoryLogs> {
        let body = user_story_logs_filter;
        let draft =
            Draft::new(&operations::LOGS_USER_STORY_LOGS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<UserStoryLogs>>(&self.client)
    }

    /// Fetches the certificates that users were awarded for stories.
    ///
    /// The reply may have several stories even if one was given. The time of a certificate is not the time at
    /// which the story was completed; see [`story_logs`](Self::story_logs). A certificate has no id: the
    /// story's ID, the email address in lower case and the time identify it. An empty list in a filter may
    /// match all.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `groups` is an empty list; `users` is an
    ///   empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::StoryCertificatesFilter;

let filter = StoryCertificatesFilter::default().story("Harbour Safety");
for story in client.logs().story_certificates(filter).send().await? {
    for awarded in story.certificates.iter().flat_map(|certificates| certificates.iter()) {
        let certificate = awarded.certificate.as_deref();
        println!("{:?} {:?}", awarded.email, certificate.and_then(|certificate| certificate.url()));
    }
}
```"#
    )]
    ///
    /// Source: `POST /v1/logs/story-certificates` in <https://developer.docs.falkor.io>.
    pub fn story_certificates(
        &self,
        story_certificates_filter: StoryCertificatesFilter,
    ) -> Call<Vec<StoryCertificates>> {
        let body = story_certificates_filter;
        let draft =
            Draft::new(&operations::LOGS_STORY_CERTIFICATES).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<StoryCertificates>>>(&self.client)
    }
}
