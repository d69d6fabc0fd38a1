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

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::NewGroup;

    let group = NewGroup::new("tug-2026", "Tugs", "Two boats, one line").learning_outcomes(["towing"]);
    let saved = client.groups().create(group).send().await?;
    for warning in saved.errors.unwrap_or_default() {
        println!("{:?}: {:?}", warning.code, warning.message);
    }
    assert_eq!(saved.group.course_name.as_deref(), Some("Tugs"));
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_accredible::Patch;
    use tassel_accredible::model::GroupUpdate;

    let changes = GroupUpdate::default().course_name("Harbour Safety II").course_link(Patch::Null);
    let saved = client.groups().update(34, changes).send().await?;
    assert_eq!(saved.group.course_name.as_deref(), Some("Harbour Safety II"));
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    let deleted = client.groups().delete(34).send().await?;
    assert_eq!(deleted.record().map(|group| group.id), Some(34.into()));
    assert!(client.groups().get(34).send_opt().await?.is_none());
    Ok(())
}

pub async fn duplicate(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::NewGroup;

    let saved = client.groups().duplicate(34, NewGroup::default().name("harbour-safety-2027")).send().await?;
    assert_ne!(saved.group.id, 34.into());
    Ok(())
}

#[expect(deprecated, reason = "this is its example")]
pub async fn list(client: &Client) -> Result<(), Error> {
    let page = client.groups().list().name("safety").send().await?;
    println!("{} of {:?}", page.items.len(), page.total);
    Ok(())
}
