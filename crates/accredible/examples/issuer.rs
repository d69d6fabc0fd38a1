//! Examples of `issuer`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn get(client: &Client) -> Result<(), Error> {
    let issuer = client.issuer().get().send().await?;
    println!("{:?} credits left", issuer.certificate_left);
    Ok(())
}
