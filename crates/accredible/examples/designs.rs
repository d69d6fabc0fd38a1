//! Examples of `designs`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

#[expect(deprecated, reason = "this is its example")]
pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::DesignKinds;

    let badges = client.designs().list(Some(DesignKinds::Badges), None).send().await?;
    assert_eq!(badges[0].name.as_deref(), Some("Anchor"));
    Ok(())
}

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{DesignKind, NewDesign, PaperSize};

    let new = NewDesign::new("Green wave", DesignKind::Certificate, "0a1b2c3d4e5f").size(PaperSize::UsLetter);
    let design = client.designs().create(new.meta_data([("course", "HS")])).send().await?;
    assert_eq!(design.size, Some(PaperSize::UsLetter));
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    let design = client.designs().get(23).send().await?;
    for group in design.groups.unwrap_or_default() {
        println!("{:?}: {:?} credentials", group.name, group.credentials_count);
    }
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::DesignUpdate;

    let design = client.designs().update(23, DesignUpdate::default().name("Green wave")).send().await?;
    assert_eq!(design.name.as_deref(), Some("Green wave"));
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    client.designs().delete(24).send().await?;
    assert!(client.designs().get(24).send_opt().await?.is_none());
    Ok(())
}

pub async fn copy(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::DesignCopy;

    let copy = client.designs().copy(23, DesignCopy::default().department_id(124)).send().await?;
    assert_ne!(copy.id, 23.into());
    Ok(())
}

pub async fn search(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;
    use tassel_accredible::model::DesignKind;

    let search = client.designs().search().kind(DesignKind::Certificate).department(123);
    let designs: Vec<_> = search.stream().try_collect().await?;
    assert_eq!(designs[0].name.as_deref(), Some("Blue wave"));
    Ok(())
}

pub async fn preview(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::DesignPreview;

    let mut values = DesignPreview::default().recipient_name("Imke Aalto").course_name("Harbour Safety");
    values.extra.insert("custom.Berth", "14B");
    let link = client.designs().preview(23, values).send().await?;
    println!("{link}");
    Ok(())
}
