//! Examples of `references`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{NewReference, Referee, Relationship};

    let referee = Referee::default().name("Tomasz Wren").email("tomasz.wren@example.org");
    let new = NewReference::new(Relationship::Managed, "Imani kept everyone safe.").referee(referee);
    let reference = client.references().create(80_000_001, new).send().await?;
    assert_eq!(reference.relationship, Some(Relationship::Managed));
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{NewReference, Relationship};

    let new = NewReference::new(Relationship::Taught, "Imani asks good questions.");
    let id = client.references().create(80_000_001, new).send().await?.id;
    let reference = client.references().get(80_000_001, id).send().await?;
    assert_eq!(reference.description.as_deref(), Some("Imani asks good questions."));
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{NewReference, ReferenceUpdate, Relationship};

    let new = NewReference::new(Relationship::Taught, "Imani asks good questions.");
    let id = client.references().create(80_000_001, new).send().await?.id;
    let changes = ReferenceUpdate::default().relationship(Relationship::Mentored);
    let reference = client.references().update(80_000_001, id, changes).send().await?;
    assert_eq!(reference.relationship, Some(Relationship::Mentored));
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{NewReference, Relationship};

    let new = NewReference::new(Relationship::Taught, "Imani asks good questions.");
    let id = client.references().create(80_000_001, new).send().await?.id;
    client.references().delete(80_000_001, id.clone()).send().await?;
    assert!(client.references().get(80_000_001, id).send_opt().await?.is_none());
    Ok(())
}
