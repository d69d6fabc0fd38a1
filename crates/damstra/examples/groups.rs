//! Examples of `groups`: the documentation of each method shows its own.

use tassel_damstra::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_damstra::TryStreamExt;

    let groups: Vec<_> = client.groups().list().name("quay").stream().try_collect().await?;
    assert_eq!(groups[0].member_count, Some(18));
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    let group = client.groups().get(31).send().await?;
    println!("{:?} since {:?}", group.name, group.created_date.and_then(|date| date.local()));
    Ok(())
}

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::GroupWrite;

    let group = client.groups().create(GroupWrite::new("Tug crew", "Two boats").parent_id(12)).send().await?;
    assert_eq!(group.member_count, Some(0));
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::GroupWrite;

    let moved = GroupWrite::new("Quay crew", "Those who moor").parent_id(32);
    let group = client.groups().update(31, moved).send().await?;
    assert_eq!(group.parent_id, Some(32.into()));
    Ok(())
}

pub async fn list_members(client: &Client) -> Result<(), Error> {
    use tassel_damstra::TryStreamExt;

    let members: Vec<_> = client.groups().list_members(31).stream().try_collect().await?;
    assert_eq!(members.len(), 18);
    Ok(())
}

pub async fn add_members(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::UserId;

    client.groups().add_members(32, [UserId::from(5012)]).send().await?;
    Ok(())
}

pub async fn remove_members(client: &Client) -> Result<(), Error> {
    client.groups().remove_members(31, [5012, 5014]).send().await?;
    Ok(())
}

pub async fn list_supervisors(client: &Client) -> Result<(), Error> {
    let supervisors = client.groups().list_supervisors(31).send().await?;
    assert_eq!(supervisors.total, Some(1));
    Ok(())
}

pub async fn add_supervisors(client: &Client) -> Result<(), Error> {
    client.groups().add_supervisors(32, [5100]).send().await?;
    Ok(())
}

pub async fn remove_supervisors(client: &Client) -> Result<(), Error> {
    client.groups().remove_supervisors(31, [5100]).send().await?;
    Ok(())
}

pub async fn inactivate(client: &Client) -> Result<(), Error> {
    client.groups().inactivate(32).send().await?;
    Ok(())
}
