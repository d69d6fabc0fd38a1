//! Examples of `skill_categories`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    let categories = client.skill_categories().list().send().await?;
    assert_eq!(categories[0].name.as_deref(), Some("Safety"));
    Ok(())
}
