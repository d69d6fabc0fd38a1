//! Examples of `groups`: the documentation of each method shows its own.

use tassel_coursepath::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::TryStreamExt;

    let groups: Vec<_> = client.groups().list().stream().try_collect().await?;
    assert_eq!(groups[0].name.as_deref(), Some("Night Shift"));
    Ok(())
}

pub async fn list_of_member(client: &Client) -> Result<(), Error> {
    let groups = client.groups().list_of_member(58713).send().await?;
    assert_eq!(groups.items[0].name.as_deref(), Some("Night Shift"));
    Ok(())
}

pub async fn add_member(client: &Client) -> Result<(), Error> {
    client.groups().add_member(58713, "Day Shift").send().await?;
    assert_eq!(client.groups().list_of_member(58713).send().await?.items.len(), 2);
    Ok(())
}
