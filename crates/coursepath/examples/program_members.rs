//! Examples of `program_members`: the documentation of each method shows its own.

use tassel_coursepath::{Client, Error};

pub async fn create(client: &Client) -> Result<(), Error> {
    client.program_members().create(77, 58713).send().await?;
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    client.program_members().create(77, 58713).send().await?;
    client.program_members().delete(77, 58713).send().await?;
    Ok(())
}
