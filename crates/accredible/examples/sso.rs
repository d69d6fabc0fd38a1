//! Examples of `sso`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn generate_link(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::SsoRequest;

    let request =
        SsoRequest::default().credential_id(80_000_001).redirect_to("https://academy.example.org/login");
    let link = client.sso().generate_link(request).send().await?.link;
    assert!(link.expose().contains("/sso?code="));
    Ok(())
}
