//! Examples of `departments`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::NewDepartment;

    let new =
        NewDepartment::new("Dive School", "https://dive.example.org", "https://dive.example.org/logo.png");
    let department = client.departments().create(new).send().await?;
    assert_eq!(department.name.as_deref(), Some("Dive School"));
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    let department = client.departments().get(123).send().await?;
    assert_eq!(department.name.as_deref(), Some("Harbour Academy"));
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::DepartmentUpdate;

    let changes = DepartmentUpdate::default().description("Lifts and signals".to_owned());
    let department = client.departments().update(124, changes).send().await?;
    assert_eq!(department.description.as_deref(), Some("Lifts and signals"));
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    client.departments().delete(124).send().await?;
    assert!(client.departments().get(124).send_opt().await?.is_none());
    Ok(())
}

pub async fn search(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;

    let departments: Vec<_> = client.departments().search().stream().try_collect().await?;
    assert_eq!(departments.len(), 2);
    Ok(())
}
