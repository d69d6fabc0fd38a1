//! Examples of `evidence_items`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::evidence_items::EvidenceContent;
    use tassel_accredible::model::NewEvidenceItem;

    let grade = NewEvidenceItem::grade("Final grade", 83);
    let item = client.evidence_items().create(80_000_001, grade).send().await?;
    assert_eq!(item.content(), Some(EvidenceContent::Grade(83.0)));

    let credential = client.credentials().get(80_000_001).send().await?;
    let items = credential.evidence_items.unwrap_or_default();
    assert!(items.iter().any(|it| it.id == item.id));
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{EvidenceCategory, NewEvidenceItem};

    let new =
        NewEvidenceItem::new(EvidenceCategory::Url, "Report").url("https://portfolio.example.org/report");
    let id = client.evidence_items().create(80_000_001, new).send().await?.id;
    let item = client.evidence_items().get(80_000_001, id).send().await?;
    assert_eq!(item.link_url.as_deref(), Some("https://portfolio.example.org/report"));
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_accredible::evidence_items::EvidenceContent;
    use tassel_accredible::model::{EvidenceItemUpdate, NewEvidenceItem};

    let new = NewEvidenceItem::transcript("Assessments", [("Mooring", 91), ("Towing", 78)]);
    let id = client.evidence_items().create(80_000_001, new).send().await?.id;
    let better = EvidenceContent::Transcript(vec![("Mooring", 91).into(), ("Towing", 85).into()]);
    let changes = EvidenceItemUpdate::default().string_object(&better);
    let item = client.evidence_items().update(80_000_001, id, changes).send().await?;
    assert_eq!(item.content(), Some(better));
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::NewEvidenceItem;

    let new = NewEvidenceItem::grade("Final grade", 83);
    let id = client.evidence_items().create(80_000_001, new).send().await?.id;
    client.evidence_items().delete(80_000_001, id.clone()).send().await?;
    assert!(client.evidence_items().get(80_000_001, id).send_opt().await?.is_none());
    Ok(())
}
