//! Examples of `course_members`: the documentation of each method shows its own.

use tassel_coursepath::{Client, Error};

pub async fn get(client: &Client) -> Result<(), Error> {
    let result = client.course_members().get(1042, 58713).send().await?;
    assert!(result.is_completed());
    assert_eq!(result.success.and_then(|it| it.get()), Some(true));
    Ok(())
}

pub async fn create(client: &Client) -> Result<(), Error> {
    client.course_members().create(1046, 58713).send().await?;
    assert!(!client.course_members().get(1046, 58713).send().await?.is_completed());
    Ok(())
}
