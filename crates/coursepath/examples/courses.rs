//! Examples of `courses`: the documentation of each method shows its own.

use tassel_coursepath::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::TryStreamExt;

    let courses: Vec<_> = client.courses().list().stream().try_collect().await?;
    assert_eq!(courses[0].name.as_deref(), Some("Harbour Safety"));
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    let course = client.courses().get(1042).send().await?;
    assert_eq!(course.duration.and_then(|it| it.get()), Some(2_700_000));
    Ok(())
}

pub async fn list_of_member(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::TryStreamExt;

    let courses: Vec<_> = client.courses().list_of_member(58713).stream().try_collect().await?;
    assert!(!courses.is_empty());
    Ok(())
}
