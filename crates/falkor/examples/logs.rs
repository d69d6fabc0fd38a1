//! Examples of `logs`: the documentation of each method shows its own.

use tassel_falkor::{Client, Error};

pub async fn user_story_logs(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{Rank, UserStoryLogsFilter};

    let filter = UserStoryLogsFilter::default().emails(["imani.okonjo@example.org"]);
    let logs = client.logs().user_story_logs(filter).send().await?;
    for user in logs.users.iter().flat_map(|users| users.iter()) {
        println!("{:?} has rank {:?}", user.email, user.rank.as_ref().and_then(Rank::as_u64));
    }
    assert_eq!(logs.users.map(|users| users.len()), Some(1));
    Ok(())
}

pub async fn story_certificates(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::StoryCertificatesFilter;

    let filter = StoryCertificatesFilter::default().story("Harbour Safety");
    for story in client.logs().story_certificates(filter).send().await? {
        for awarded in story.certificates.iter().flat_map(|certificates| certificates.iter()) {
            let certificate = awarded.certificate.as_deref();
            println!("{:?} {:?}", awarded.email, certificate.and_then(|certificate| certificate.url()));
        }
    }
    Ok(())
}

pub async fn pathway_logs(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn stream_subscriptions(client: &Client) -> Result<(), Error> {
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
    Ok(())
}

pub async fn stream_ratings(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::StreamRatingsFilter;

    let streams = client.logs().stream_ratings(StreamRatingsFilter::default()).send().await?;
    for stream in &streams {
        let votes = stream.ratings.as_ref().and_then(|ratings| ratings.stream.as_ref());
        println!("{:?}: {votes:?}", stream.stream.as_ref().and_then(|stream| stream.name.as_ref()));
    }
    assert_eq!(streams.len(), 12);
    Ok(())
}
