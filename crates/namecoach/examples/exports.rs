//! Examples of `exports`: the documentation of each method shows its own.

use tassel_namecoach::{Client, Error};

pub async fn get(client: &Client) -> Result<(), Error> {
    use tassel_namecoach::model::{ExportState, NewExport};

    let filter = NewExport::default().name_page_id("harbour-academy-staff");
    let id = client.exports().create(filter).send().await?.id;
    let export = client.exports().get(id).send().await?;
    assert_eq!(export.state, ExportState::Initial);
    Ok(())
}

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_namecoach::TryStreamExt;

    let exports: Vec<_> = client.exports().list().stream().try_collect().await?;
    println!("{} exports", exports.len());
    Ok(())
}
