//! Examples of `designers`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn open_badge(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::DesignerRequest;

    let session = client.designers().open_badge(DesignerRequest::default().design_id(24)).send().await?;
    // The page of the designer takes `session.token.expose()`.
    assert_eq!(session.design_id, Some(24.into()));
    Ok(())
}

pub async fn open_certificate(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::DesignerRequest;

    let session = client.designers().open_certificate(DesignerRequest::default()).send().await?;
    println!("a new design: {:?}", session.design_id);
    Ok(())
}
