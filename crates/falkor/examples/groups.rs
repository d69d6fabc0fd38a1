//! Examples of `groups`: the documentation of each method shows its own.

use tassel_falkor::{Client, Error};

pub async fn manage(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{AddedUser, Invite, ManageGroup};

    let users = [
        AddedUser::new("Imke", "Aalto", "imke.aalto@example.org").dial_code("+31").phone_number("0612345678"),
        AddedUser::new("Obi", "Fenn", "no address"),
    ];
    let change = ManageGroup::new("Night Crew").add_users(users).invite(Invite::Never);
    let count = client.groups().manage(change).send().await?;
    assert!(!count.is_complete());
    for message in count.messages.iter().flat_map(|messages| messages.iter()) {
        println!("{:?}: {:?}", message.index, message.error);
    }
    Ok(())
}

pub async fn status(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::InviteStatus;

    let emails = ["imani.okonjo@example.org", "nobody@example.org"];
    let users = client.groups().status(emails).send().await?;
    assert_eq!(users.len(), 1);
    assert_eq!(users[0].status.as_ref().map(InviteStatus::in_any_case), Some(InviteStatus::Active));
    Ok(())
}

pub async fn insert(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{GroupInsert, InsertUser, InsertedUser};

    let user = InsertedUser::new("Imke", "Aalto", "imke.aalto@example.org").telephone("+31612345678");
    let groups = client.groups().insert(InsertUser::new(["Night Crew", "Dockers"], user)).send().await?;
    assert!(groups.iter().all(GroupInsert::is_complete));
    Ok(())
}
