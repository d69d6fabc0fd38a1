//! Examples of `analytics`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;

    let events: Vec<_> = client.analytics().list().group(34).stream().try_collect().await?;
    println!("{} events", events.len());
    Ok(())
}

pub async fn list_of_credential(client: &Client) -> Result<(), Error> {
    let events = client.analytics().list_of_credential("80000001").send().await?;
    let views = events.iter().filter(|event| event.event.as_deref() == Some("recipient_view_certificate"));
    println!("{} views", views.count());
    Ok(())
}
