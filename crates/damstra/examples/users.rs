//! Examples of `users`: the documentation of each method shows its own.

use tassel_damstra::{Client, Error};

pub async fn search(client: &Client) -> Result<(), Error> {
    use tassel_damstra::TryStreamExt;
    use tassel_damstra::model::ActiveValue;

    let mut users = client.users().search().name("lindqvist").active(ActiveValue::All).stream();
    while let Some(user) = users.try_next().await? {
        println!("{} {:?}", user.id, user.first_name);
    }
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    let user = client.users().get(5012).send().await?;
    assert_eq!(user.first_name.as_deref(), Some("Imani"));
    Ok(())
}

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::{NewUser, Role};

    let mail_them = false;
    let user = NewUser::new("Imke", "Aalto", "imke.aalto@example.org", mail_them).roles([Role::Trainee]);
    let created = client.users().create(user).send().await?;
    println!("{}", created.id);
    Ok(())
}

pub async fn activate(client: &Client) -> Result<(), Error> {
    client.users().activate(5013).send().await?;
    Ok(())
}

pub async fn inactivate(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::ClientStatus;

    client.users().inactivate(5013).send().await?;
    let user = client.users().get(5013).send().await?;
    assert_eq!(user.client_status_id, Some(ClientStatus::NotCurrent));
    Ok(())
}
