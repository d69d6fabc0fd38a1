//! Examples of `analytics`: the documentation of each method shows its own.

use tassel_falkor::{Client, Error};

pub async fn realtime_apps(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::RealtimeFilter;

    let filter = RealtimeFilter::default().items(["Harbour Learn"]).range(7_u64);
    for activity in client.analytics().realtime_apps(filter).send().await? {
        println!("{:?}: {:?}", activity.app.and_then(|app| app.into_inner().name), activity.realtime);
    }
    Ok(())
}

pub async fn realtime_pathways(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::RealtimeFilter;

    let filter = RealtimeFilter::default().items(["Ready for the Quay"]).range(7_u64);
    for activity in client.analytics().realtime_pathways(filter).send().await? {
        println!(
            "{:?}: {:?}",
            activity.pathway.and_then(|pathway| pathway.into_inner().name),
            activity.realtime
        );
    }
    Ok(())
}

pub async fn realtime_streams(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::RealtimeFilter;

    let filter = RealtimeFilter::default().items(["Dock Talk"]).range(7_u64);
    for activity in client.analytics().realtime_streams(filter).send().await? {
        println!(
            "{:?}: {:?}",
            activity.stream.and_then(|stream| stream.into_inner().name),
            activity.realtime
        );
    }
    Ok(())
}

pub async fn realtime_stories(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::RealtimeFilter;

    let filter = RealtimeFilter::default().items(["Crane Signals"]).range(7_u64);
    for activity in client.analytics().realtime_stories(filter).send().await? {
        println!("{:?}: {:?}", activity.story.and_then(|story| story.into_inner().name), activity.realtime);
    }
    Ok(())
}

pub async fn frequency_apps(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{AnalyticsInterval, FrequencyFilter};

    let filter =
        FrequencyFilter::default().items(["Harbour Learn"]).interval(AnalyticsInterval::Month).steps(6_u64);
    for sessions in client.analytics().frequency_apps(filter).send().await? {
        println!("{:?}: {:?}", sessions.app.and_then(|app| app.into_inner().name), sessions.frequency);
    }
    Ok(())
}

pub async fn frequency_pathways(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn frequency_streams(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn frequency_stories(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{AnalyticsInterval, FrequencyFilter};

    let filter =
        FrequencyFilter::default().items(["Crane Signals"]).interval(AnalyticsInterval::Month).steps(6_u64);
    for sessions in client.analytics().frequency_stories(filter).send().await? {
        println!("{:?}: {:?}", sessions.story.and_then(|story| story.into_inner().name), sessions.frequency);
    }
    Ok(())
}

pub async fn demographics_apps(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn demographics_pathways(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn demographics_streams(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn demographics_stories(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn locations_apps(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn locations_pathways(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn locations_streams(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn locations_stories(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn retention_apps(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn retention_pathways(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn retention_streams(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn retention_stories(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn reviews_apps(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::AnalyticsFilter;

    let filter = AnalyticsFilter::default().items(["Harbour Learn"]);
    for reviews in
        client.analytics().reviews_apps(filter).send().await?.iter().filter_map(|app| app.reviews.as_ref())
    {
        let comments = reviews.comments.iter().flat_map(|comments| comments.iter());
        println!("{:?}, {} comments", reviews.ratings, comments.count());
    }
    Ok(())
}

pub async fn reviews_pathways(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn reviews_stories(client: &Client) -> Result<(), Error> {
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
    Ok(())
}
