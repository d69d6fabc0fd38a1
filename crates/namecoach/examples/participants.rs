//! Examples of `participants`: the documentation of each method shows its own.

use tassel_namecoach::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_namecoach::TryStreamExt;

    let mut participants = client.participants().list().stream();
    while let Some(participant) = participants.try_next().await? {
        println!("{:?} on {:?}: {:?}", participant.email, participant.event_slug, participant.recording());
    }
    Ok(())
}

pub async fn list_of_name_page(client: &Client) -> Result<(), Error> {
    use tassel_namecoach::TryStreamExt;

    let staff = client.participants().list_of_name_page("harbour-academy-staff").stream();
    let staff: Vec<_> = staff.try_collect().await?;
    assert!(staff.iter().any(|participant| participant.recording().is_none()));
    Ok(())
}

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_namecoach::model::NewParticipant;

    let new = NewParticipant::new("Imke", "Aalto", "imke.aalto@example.org").notes("starts in May");
    let created = client.participants().create("harbour-academy-staff", new).send().await?;
    let token = created.token().expect("the vendor answers with a link");
    let participant = client.participants().get(token).send().await?;
    assert_eq!(participant.recording(), None);
    Ok(())
}
