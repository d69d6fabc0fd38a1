//! Examples of `members`: the documentation of each method shows its own.

use tassel_coursepath::{Client, Error};

pub async fn me(client: &Client) -> Result<(), Error> {
    let me = client.members().me().send().await?;
    assert_eq!(me.email.as_deref(), Some("registrar@example.org"));
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    let member = client.members().get(58713).send().await?;
    assert_eq!(member.name.as_deref(), Some("Imani Okonjo"));
    Ok(())
}

pub async fn list(client: &Client) -> Result<(), Error> {
    let members = client.members().list().department("Cranes").page_size(10).send().await?;
    assert!(members.items.iter().all(|it| it.department.as_deref() == Some("Cranes")));
    Ok(())
}

pub async fn list_of_course(client: &Client) -> Result<(), Error> {
    let members = client.members().list_of_course(1042).send().await?;
    assert!(!members.items.is_empty());
    Ok(())
}

pub async fn list_of_group(client: &Client) -> Result<(), Error> {
    let members = client.members().list_of_group(310).send().await?;
    assert!(!members.items.is_empty());
    Ok(())
}

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::model::NewMember;

    let new = NewMember::new("ama.boateng@example.org").department("Cold Chain");
    let member = client.members().create(new).send().await?.expect("the sandbox returns the member");
    assert_eq!(member.name.as_deref(), Some("Ama Boateng"));
    Ok(())
}

pub async fn create_in_course(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::model::NewMember;

    let new = NewMember::new("ama.boateng@example.org");
    let member =
        client.members().create_in_course(1042, new).send().await?.expect("the sandbox returns the member");
    let result = client.course_members().get(1042, member.id.unwrap()).send().await?;
    assert!(!result.is_completed());
    Ok(())
}

pub async fn create_in_program(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::model::NewMember;

    let new = NewMember::new("ama.boateng@example.org");
    assert!(client.members().create_in_program(77, new).send().await?.is_some());
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::Patch;
    use tassel_coursepath::model::MemberUpdate;

    let update = MemberUpdate::default().department("Cranes").company(Patch::Null);
    let member =
        client.members().update(58713, update).send().await?.expect("the sandbox returns the member");
    assert_eq!((member.department.as_deref(), member.company), (Some("Cranes"), None));
    Ok(())
}

pub async fn invite(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::model::Invitation;

    client.members().invite(58713, Invitation::default().subject("Welcome aboard")).send().await?;
    Ok(())
}

pub async fn invite_to_course(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::model::Invitation;

    client.members().invite_to_course(1042, 58713, Invitation::default()).send().await?;
    Ok(())
}

pub async fn invite_to_program(client: &Client) -> Result<(), Error> {
    use tassel_coursepath::model::Invitation;

    client.program_members().create(77, 58713).send().await?;
    client.members().invite_to_program(77, 58713, Invitation::default()).send().await?;
    Ok(())
}
