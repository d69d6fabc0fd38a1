//! Examples of `data`: the documentation of each method shows its own.

use tassel_falkor::{Client, Error};

pub async fn upload(client: &Client) -> Result<(), Error> {
    use tassel_falkor::Lenient;
    use tassel_falkor::model::UploadTable;

    let table = [["Crew", "Calls"], ["Day Crew", "41"], ["Night Crew", "17"]];
    let stored = client.data().upload(UploadTable::new("Berths", "2026-09", table)).send().await?;
    let stats = stored.stats.unwrap_or_default();
    assert_eq!(stats.rows, Some(Lenient::Known(2)));
    Ok(())
}

pub async fn insert(client: &Client) -> Result<(), Error> {
    use serde_json::json;
    use tassel_falkor::model::InsertRows;

    let rows = [vec![json!("Pilots"), json!(3)], vec![json!("Tugs"), json!(5), json!("one cell too many")]];
    let inserted = client.data().insert(InsertRows::new("Berths", "2026-08", rows)).send().await?;
    for message in inserted.messages.iter().flat_map(|messages| messages.iter()) {
        println!("row {:?}: {:?}", message.index, message.error);
    }
    assert!(!inserted.is_complete());
    Ok(())
}

pub async fn remove(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{RemoveRows, RowNumber};

    let removed = client.data().remove(RemoveRows::new("Berths", "2026-08", [1, 3, 99])).send().await?;
    let numbers = removed.removed.unwrap_or_default();
    assert_eq!(numbers.iter().filter_map(RowNumber::as_u64).collect::<Vec<_>>(), [1, 3]);
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::DeleteUpload;

    let collection = client.data().delete(DeleteUpload::new("Berths", "2026-08")).send().await?;
    assert_eq!(collection.collection.as_deref(), Some("Berths"));
    Ok(())
}
