//! Examples of `attribute_keys`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{AttributeKind, NewAttributeKey};

    let new = NewAttributeKey::new("Vessel", AttributeKind::Text, 123);
    let key = client.attribute_keys().create(new).send().await?;
    assert_eq!(key.name.as_deref(), Some("Vessel"));
    Ok(())
}

pub async fn search(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;
    use tassel_accredible::model::AttributeKind;

    let dates = client.attribute_keys().search().department(123).kind(AttributeKind::Date);
    let keys: Vec<_> = dates.stream().try_collect().await?;
    assert_eq!(keys[0].name.as_deref(), Some("Assessed"));
    Ok(())
}
