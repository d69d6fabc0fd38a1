//! Examples of `collections`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::NewCollection;

    let new = NewCollection::new("Lifting").description("Everything that hangs").public(true);
    let collection = client.collections().create(new).send().await?;
    assert_eq!(collection.groups_count, Some(0));
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;
    use tassel_accredible::model::{CollectionMember, CollectionUpdate};

    let found: Vec<_> = client.collections().search().name("quayside").stream().try_collect().await?;
    let changes =
        CollectionUpdate::default().groups(vec![CollectionMember::new(34), CollectionMember::new(35)]);
    let collection = client.collections().update(&found[0].id, changes).send().await?;
    assert_eq!(collection.groups_count, Some(2));
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;

    let found: Vec<_> = client.collections().search().name("quayside").stream().try_collect().await?;
    client.collections().delete(&found[0].id).send().await?;
    Ok(())
}

pub async fn search(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;

    let collections: Vec<_> = client.collections().search().public(true).stream().try_collect().await?;
    for collection in &collections {
        println!("{:?}: {:?} groups", collection.name, collection.groups_count);
    }
    Ok(())
}
