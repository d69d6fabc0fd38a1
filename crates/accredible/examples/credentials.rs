//! Examples of `credentials`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::Outcome;
    use tassel_accredible::model::{NewCredential, Recipient};

    let recipient = Recipient::new("Imke Aalto", "imke.aalto@example.org");
    let credential = NewCredential::new(recipient, 34).id("HS-26-0200");
    match client.credentials().create(credential).send().await {
        Ok(credential) => println!("issued as {}", credential.id),
        Err(error) if error.outcome() == Outcome::Unknown => {
            let issued = client.credentials().get("HS-26-0200").send_opt().await?;
            println!("issued: {}", issued.is_some());
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    let id = client.credentials().search().send().await?.items[0].id.clone();
    let credential = client.credentials().get(id).send().await?;
    println!("{:?} expires {:?}", credential.name, credential.expired_on);
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    let id = client.credentials().search().send().await?.items[0].id.clone();
    use tassel_accredible::Patch;
    use tassel_accredible::model::CredentialUpdate;

    let changes = CredentialUpdate::default().name("Harbour Safety II").expired_on(Patch::Null);
    let credential = client.credentials().update(id, changes).send().await?;
    assert!(credential.expired_on.is_none());
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    let id = client.credentials().search().send().await?.items[0].id.clone();
    use tassel_accredible::Deleted;

    match client.credentials().delete(id).send().await? {
        Deleted::Record(credential) => println!("deleted {}", credential.id),
        Deleted::NotThere => println!("an earlier attempt had deleted it"),
    }
    Ok(())
}

pub async fn list(client: &Client) -> Result<(), Error> {
    #[expect(deprecated, reason = "this is its example")]
    let page = client.credentials().list().group(34).send().await?;
    println!("{} of {:?}", page.items.len(), page.total);
    Ok(())
}
