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

pub async fn generate_pdf(client: &Client) -> Result<(), Error> {
    let pdf = client.credentials().generate_pdf(80_000_001).send().await?;
    let file = client.download(pdf.file.expose()).send().await?;
    assert!(file.bytes.starts_with(b"%PDF"));
    Ok(())
}

pub async fn generate_pdfs(client: &Client) -> Result<(), Error> {
    let zip = client.credentials().generate_pdfs([80_000_001, 80_000_002]).send().await?;
    let mut file = Vec::new();
    let mut download = client.download(zip.file.expose()).send_streamed().await?;
    download.write_to(&mut file).await.expect("a vector takes all");
    assert!(file.starts_with(b"PK"));
    Ok(())
}

#[expect(deprecated, reason = "this is its example")]
pub async fn search_v1(client: &Client) -> Result<(), Error> {
    let page = client.credentials().search_v1().group(34).send().await?;
    println!("{} of {:?}", page.items.len(), page.total);
    Ok(())
}

pub async fn redirect(client: &Client) -> Result<(), Error> {
    let issuer = client.issuer().get().send().await?;
    let page = client.credentials().redirect("80000001", issuer.id).send().await?;
    assert!(page.starts_with("https://"));
    Ok(())
}

pub async fn blockchain_data_v1(client: &Client) -> Result<(), Error> {
    let found = client.credentials().search().group(35).send().await?;
    let Some(id) = found.items[0].encoded_id.clone() else { return Ok(()) };
    let record = client.credentials().blockchain_data_v1(id, None).send().await?;
    assert_eq!(record.chain, None);
    Ok(())
}

pub async fn blockchain_data(client: &Client) -> Result<(), Error> {
    let found = client.credentials().search().group(35).send().await?;
    let Some(id) = found.items[0].encoded_id.clone() else { return Ok(()) };
    // A private credential needs the key of its private link, as `Some(key.into())`.
    let record = client.credentials().blockchain_data(id, None).send_raw().await?;
    println!("{:?}, signed in {} bytes", record.value.chain, record.body.len());
    Ok(())
}
