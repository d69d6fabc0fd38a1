//! Figures on the use of apps, pathways, streams and stories: without a filter, of the latest 10.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Figures on the use of apps, pathways, streams and stories: without a filter, of the latest 10. See
/// [`Client::analytics`](crate::Client::analytics).
#[derive(Debug, Clone)]
pub struct Analytics {
    pub(crate) client: Client,
}

impl Analytics {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches the recent activity in apps.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::RealtimeFilter;

let filter = RealtimeFilter::default().items(["Harbour Learn"]).range(7_u64);
for activity in client.analytics().realtime_apps(filter).send().await? {
    println!("{:?}: {:?}", activity.app.and_then(|app| app.into_inner().name), activity.realtime);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/realtime/apps` in <https://developer.docs.falkor.io>.
    pub fn realtime_apps(&self, realtime_filter: RealtimeFilter) -> Call<Vec<Realtime>> {
        let body = realtime_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_REALTIME_APPS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Realtime>>>(&self.client)
    }

    /// Fetches the recent activity in pathways.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::RealtimeFilter;

let filter = RealtimeFilter::default().items(["Ready for the Quay"]).range(7_u64);
for activity in client.analytics().realtime_pathways(filter).send().await? {
    println!(
        "{:?}: {:?}",
        activity.pathway.and_then(|pathway| pathway.into_inner().name),
        activity.realtime
    );
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/realtime/pathways` in <https://developer.docs.falkor.io>.
    pub fn realtime_pathways(&self, realtime_filter: RealtimeFilter) -> Call<Vec<Realtime>> {
        let body = realtime_filter;
        let draft = Draft::new(&operations::ANALYTICS_REALTIME_PATHWAYS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Realtime>>>(&self.client)
    }

    /// Fetches the recent activity in streams.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::RealtimeFilter;

let filter = RealtimeFilter::default().items(["Dock Talk"]).range(7_u64);
for activity in client.analytics().realtime_streams(filter).send().await? {
    println!(
        "{:?}: {:?}",
        activity.stream.and_then(|stream| stream.into_inner().name),
        activity.realtime
    );
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/realtime/streams` in <https://developer.docs.falkor.io>.
    pub fn realtime_streams(&self, realtime_filter: RealtimeFilter) -> Call<Vec<Realtime>> {
        let body = realtime_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_REALTIME_STREAMS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Realtime>>>(&self.client)
    }

    /// Fetches the recent activity in stories.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::RealtimeFilter;

let filter = RealtimeFilter::default().items(["Crane Signals"]).range(7_u64);
for activity in client.analytics().realtime_stories(filter).send().await? {
    println!("{:?}: {:?}", activity.story.and_then(|story| story.into_inner().name), activity.realtime);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/realtime/stories` in <https://developer.docs.falkor.io>.
    pub fn realtime_stories(&self, realtime_filter: RealtimeFilter) -> Call<Vec<Realtime>> {
        let body = realtime_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_REALTIME_STORIES).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Realtime>>>(&self.client)
    }

    /// Fetches the sessions over time in apps.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{AnalyticsInterval, FrequencyFilter};

let filter =
    FrequencyFilter::default().items(["Harbour Learn"]).interval(AnalyticsInterval::Month).steps(6_u64);
for sessions in client.analytics().frequency_apps(filter).send().await? {
    println!("{:?}: {:?}", sessions.app.and_then(|app| app.into_inner().name), sessions.frequency);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/frequency/apps` in <https://developer.docs.falkor.io>.
    pub fn frequency_apps(&self, frequency_filter: FrequencyFilter) -> Call<Vec<Frequency>> {
        let body = frequency_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_FREQUENCY_APPS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Frequency>>>(&self.client)
    }

    /// Fetches the sessions over time in pathways.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{AnalyticsInterval, FrequencyFilter};

let filter = FrequencyFilter::default()
    .items(["Ready for the Quay"])
    .interval(AnalyticsInterval::Month)
    .steps(6_u64);
for sessions in client.analytics().frequency_pathways(filter).send().await? {
    println!(
        "{:?}: {:?}",
        sessions.pathway.and_then(|pathway| pathway.into_inner().name),
        sessions.frequency
    );
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/frequency/pathways` in <https://developer.docs.falkor.io>.
    pub fn frequency_pathways(&self, frequency_filter: FrequencyFilter) -> Call<Vec<Frequency>> {
        let body = frequency_filter;
        let draft = Draft::new(&operations::ANALYTICS_FREQUENCY_PATHWAYS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Frequency>>>(&self.client)
    }

    /// Fetches the sessions over time in streams.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{AnalyticsInterval, FrequencyFilter};

let filter =
    FrequencyFilter::default().items(["Dock Talk"]).interval(AnalyticsInterval::Month).steps(6_u64);
for sessions in client.analytics().frequency_streams(filter).send().await? {
    println!(
        "{:?}: {:?}",
        sessions.stream.and_then(|stream| stream.into_inner().name),
        sessions.frequency
    );
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/frequency/streams` in <https://developer.docs.falkor.io>.
    pub fn frequency_streams(&self, frequency_filter: FrequencyFilter) -> Call<Vec<Frequency>> {
        let body = frequency_filter;
        let draft = Draft::new(&operations::ANALYTICS_FREQUENCY_STREAMS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Frequency>>>(&self.client)
    }

    /// Fetches the sessions over time in stories.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{AnalyticsInterval, FrequencyFilter};

let filter =
    FrequencyFilter::default().items(["Crane Signals"]).interval(AnalyticsInterval::Month).steps(6_u64);
for sessions in client.analytics().frequency_stories(filter).send().await? {
    println!("{:?}: {:?}", sessions.story.and_then(|story| story.into_inner().name), sessions.frequency);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/frequency/stories` in <https://developer.docs.falkor.io>.
    pub fn frequency_stories(&self, frequency_filter: FrequencyFilter) -> Call<Vec<Frequency>> {
        let body = frequency_filter;
        let draft = Draft::new(&operations::ANALYTICS_FREQUENCY_STORIES)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Frequency>>>(&self.client)
    }

    /// Fetches the ages of the users of apps.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Harbour Learn"]);
for ages in client
    .analytics()
    .demographics_apps(filter)
    .send()
    .await?
    .iter()
    .filter_map(|app| app.demographics.as_ref())
    .flat_map(|demographics| demographics.iter())
{
    println!("{:?}: {:?}", ages.group, ages.users);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/demographics/apps` in <https://developer.docs.falkor.io>.
    pub fn demographics_apps(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Demographics>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_DEMOGRAPHICS_APPS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Demographics>>>(&self.client)
    }

    /// Fetches the ages of the users of pathways.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Ready for the Quay"]);
for ages in client
    .analytics()
    .demographics_pathways(filter)
    .send()
    .await?
    .iter()
    .filter_map(|pathway| pathway.demographics.as_ref())
    .flat_map(|demographics| demographics.iter())
{
    println!("{:?}: {:?}", ages.group, ages.users);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/demographics/pathways` in <https://developer.docs.falkor.io>.
    pub fn demographics_pathways(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Demographics>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_DEMOGRAPHICS_PATHWAYS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Demographics>>>(&self.client)
    }

    /// Fetches the ages of the users of streams.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Dock Talk"]);
for ages in client
    .analytics()
    .demographics_streams(filter)
    .send()
    .await?
    .iter()
    .filter_map(|stream| stream.demographics.as_ref())
    .flat_map(|demographics| demographics.iter())
{
    println!("{:?}: {:?}", ages.group, ages.users);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/demographics/streams` in <https://developer.docs.falkor.io>.
    pub fn demographics_streams(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Demographics>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_DEMOGRAPHICS_STREAMS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Demographics>>>(&self.client)
    }

    /// Fetches the ages of the users of stories.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Crane Signals"]);
for ages in client
    .analytics()
    .demographics_stories(filter)
    .send()
    .await?
    .iter()
    .filter_map(|story| story.demographics.as_ref())
    .flat_map(|demographics| demographics.iter())
{
    println!("{:?}: {:?}", ages.group, ages.users);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/demographics/stories` in <https://developer.docs.falkor.io>.
    pub fn demographics_stories(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Demographics>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_DEMOGRAPHICS_STORIES)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Demographics>>>(&self.client)
    }

    /// Fetches the countries of the users of apps.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Harbour Learn"]);
for place in client
    .analytics()
    .locations_apps(filter)
    .send()
    .await?
    .iter()
    .filter_map(|app| app.locations.as_ref())
    .flat_map(|locations| locations.iter())
{
    println!("{:?}: {:?}", place.country, place.users);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/locations/apps` in <https://developer.docs.falkor.io>.
    pub fn locations_apps(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Locations>> {
        let body = analytics_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_LOCATIONS_APPS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Locations>>>(&self.client)
    }

    /// Fetches the countries of the users of pathways.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Ready for the Quay"]);
for place in client
    .analytics()
    .locations_pathways(filter)
    .send()
    .await?
    .iter()
    .filter_map(|pathway| pathway.locations.as_ref())
    .flat_map(|locations| locations.iter())
{
    println!("{:?}: {:?}", place.country, place.users);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/locations/pathways` in <https://developer.docs.falkor.io>.
    pub fn locations_pathways(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Locations>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_LOCATIONS_PATHWAYS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Locations>>>(&self.client)
    }

    /// Fetches the countries of the users of streams.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Dock Talk"]);
for place in client
    .analytics()
    .locations_streams(filter)
    .send()
    .await?
    .iter()
    .filter_map(|stream| stream.locations.as_ref())
    .flat_map(|locations| locations.iter())
{
    println!("{:?}: {:?}", place.country, place.users);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/locations/streams` in <https://developer.docs.falkor.io>.
    pub fn locations_streams(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Locations>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_LOCATIONS_STREAMS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Locations>>>(&self.client)
    }

    /// Fetches the countries of the users of stories.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Crane Signals"]);
for place in client
    .analytics()
    .locations_stories(filter)
    .send()
    .await?
    .iter()
    .filter_map(|story| story.locations.as_ref())
    .flat_map(|locations| locations.iter())
{
    println!("{:?}: {:?}", place.country, place.users);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/locations/stories` in <https://developer.docs.falkor.io>.
    pub fn locations_stories(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Locations>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_LOCATIONS_STORIES)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Locations>>>(&self.client)
    }

    /// Fetches how many users return to apps, by week.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Harbour Learn"]);
for cohort in client
    .analytics()
    .retention_apps(filter)
    .send()
    .await?
    .iter()
    .filter_map(|app| app.cohorts.as_ref())
    .flat_map(|cohorts| cohorts.iter())
{
    println!("{:?}: {:?}", cohort.cohort, cohort.weeks);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/retention/apps` in <https://developer.docs.falkor.io>.
    pub fn retention_apps(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Retention>> {
        let body = analytics_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_RETENTION_APPS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Retention>>>(&self.client)
    }

    /// Fetches how many users return to pathways, by week.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Ready for the Quay"]);
for cohort in client
    .analytics()
    .retention_pathways(filter)
    .send()
    .await?
    .iter()
    .filter_map(|pathway| pathway.cohorts.as_ref())
    .flat_map(|cohorts| cohorts.iter())
{
    println!("{:?}: {:?}", cohort.cohort, cohort.weeks);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/retention/pathways` in <https://developer.docs.falkor.io>.
    pub fn retention_pathways(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Retention>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_RETENTION_PATHWAYS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Retention>>>(&self.client)
    }

    /// Fetches how many users return to streams, by week.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Dock Talk"]);
for cohort in client
    .analytics()
    .retention_streams(filter)
    .send()
    .await?
    .iter()
    .filter_map(|stream| stream.cohorts.as_ref())
    .flat_map(|cohorts| cohorts.iter())
{
    println!("{:?}: {:?}", cohort.cohort, cohort.weeks);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/retention/streams` in <https://developer.docs.falkor.io>.
    pub fn retention_streams(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Retention>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_RETENTION_STREAMS)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Retention>>>(&self.client)
    }

    /// Fetches how many users return to stories, by week.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Crane Signals"]);
for cohort in client
    .analytics()
    .retention_stories(filter)
    .send()
    .await?
    .iter()
    .filter_map(|story| story.cohorts.as_ref())
    .flat_map(|cohorts| cohorts.iter())
{
    println!("{:?}: {:?}", cohort.cohort, cohort.weeks);
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/retention/stories` in <https://developer.docs.falkor.io>.
    pub fn retention_stories(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Retention>> {
        let body = analytics_filter;
        let draft = Draft::new(&operations::ANALYTICS_RETENTION_STORIES)
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<crate::envelope::Data<Vec<Retention>>>(&self.client)
    }

    /// Fetches the ratings and the comments on apps.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Harbour Learn"]);
for reviews in
    client.analytics().reviews_apps(filter).send().await?.iter().filter_map(|app| app.reviews.as_ref())
{
    let comments = reviews.comments.iter().flat_map(|comments| comments.iter());
    println!("{:?}, {} comments", reviews.ratings, comments.count());
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/reviews/apps` in <https://developer.docs.falkor.io>.
    pub fn reviews_apps(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Reviews>> {
        let body = analytics_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_REVIEWS_APPS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Reviews>>>(&self.client)
    }

    /// Fetches the ratings and the comments on pathways.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Ready for the Quay"]);
for reviews in client
    .analytics()
    .reviews_pathways(filter)
    .send()
    .await?
    .iter()
    .filter_map(|pathway| pathway.reviews.as_ref())
{
    let comments = reviews.comments.iter().flat_map(|comments| comments.iter());
    println!("{:?}, {} comments", reviews.ratings, comments.count());
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/reviews/pathways` in <https://developer.docs.falkor.io>.
    pub fn reviews_pathways(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Reviews>> {
        let body = analytics_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_REVIEWS_PATHWAYS).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Reviews>>>(&self.client)
    }

    /// Fetches the ratings and the comments on stories.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `items` is an empty list; `items` has a blank
    ///   item.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::AnalyticsFilter;

let filter = AnalyticsFilter::default().items(["Crane Signals"]);
for reviews in client
    .analytics()
    .reviews_stories(filter)
    .send()
    .await?
    .iter()
    .filter_map(|story| story.reviews.as_ref())
{
    let comments = reviews.comments.iter().flat_map(|comments| comments.iter());
    println!("{:?}, {} comments", reviews.ratings, comments.count());
}
```"#
    )]
    ///
    /// Source: `POST /v1/analytics/reviews/stories` in <https://developer.docs.falkor.io>.
    pub fn reviews_stories(&self, analytics_filter: AnalyticsFilter) -> Call<Vec<Reviews>> {
        let body = analytics_filter;
        let draft =
            Draft::new(&operations::ANALYTICS_REVIEWS_STORIES).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<Reviews>>>(&self.client)
    }
}
