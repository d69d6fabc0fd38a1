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
