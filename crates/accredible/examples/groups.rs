//! Examples of `groups`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn get(client: &Client) -> Result<(), Error> {
    let group = client.groups().get(34).send().await?;
    assert_eq!(group.course_name.as_deref(), Some("Harbour Safety"));
    Ok(())
}

pub async fn search(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;

    let groups: Vec<_> = client.groups().search().name("safety").stream().try_collect().await?;
    assert_eq!(groups.len(), 1);
    Ok(())
}
