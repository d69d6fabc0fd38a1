//! Examples of `pathways`: the documentation of each method shows its own.

use tassel_falkor::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{EnrolmentState, PathwaysFilter};

    let filter = PathwaysFilter::default().pathways(["First Week Aboard"]);
    let pathways = client.pathways().list(filter).send().await?;
    let enrolments = pathways.iter().flat_map(|pathway| &pathway.enrolments).flat_map(|list| list.iter());
    let states = enrolments.filter_map(|enrolment| enrolment.status.as_ref()?.state.as_ref());
    assert_eq!(states.filter(|state| state.in_any_case() == EnrolmentState::Complete).count(), 2);
    Ok(())
}

#[expect(deprecated, reason = "this is its example")]
pub async fn manage(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::ManagePathway;

    let emails = ["yuki.hasegawa@example.org", "nobody@example.org"];
    let change = ManagePathway::new("First Week Aboard").add_emails(emails);
    let count = client.pathways().manage(change).send().await?;
    assert!(!count.is_complete());
    assert_eq!(count.inserts.and_then(|inserts| inserts.get()), Some(1));
    Ok(())
}
