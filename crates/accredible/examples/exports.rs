//! Examples of `exports`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    for export in client.exports().list().send().await? {
        println!("{:?}: {:?}", export.id, export.status);
    }
    Ok(())
}

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{ExportEntity, ExportStatus, NewDataExport};

    let export = client.exports().create(NewDataExport::new(ExportEntity::Groups, 123)).send().await?;
    // Store the id: `wait` needs it.
    assert_eq!(export.status, Some(ExportStatus::Scheduled));
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{ExportEntity, NewDataExport};

    let export = client.exports().create(NewDataExport::new(ExportEntity::Groups, 123)).send().await?;
    let Some(id) = export.id else { return Ok(()) };
    let export = client.exports().get(id).send().await?;
    assert_eq!(export.urls.map(|files| files.len()), Some(0));
    Ok(())
}
