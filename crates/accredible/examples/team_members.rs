//! Examples of `team_members`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{DepartmentPermission, NewTeamMember, Permissions, TeamRole};

    // The booleans: designs, emails, credential attributes, analytics, settings.
    let permissions = Permissions::new(TeamRole::Viewer, false, false, false, true, false).groups([34, 35]);
    let new =
        NewTeamMember::new("Imke Aalto", "imke@example.org", [DepartmentPermission::new(123, permissions)]);
    let member = client.team_members().create(new).send().await?;
    // Store the id: the vendor has no listing.
    println!("{}", member.id);
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    let member = client.team_members().get(12345).send().await?;
    assert_eq!(member.department_permissions.map(|departments| departments.len()), Some(2));
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_accredible::model::{DepartmentPermission, Permissions, TeamMemberUpdate, TeamRole};

    let permissions = Permissions::new(TeamRole::Editor, true, true, true, true, true);
    let departments = vec![DepartmentPermission::new(123, permissions)];
    let changes = TeamMemberUpdate::default().department_permissions(departments);
    let member = client.team_members().update(12345, changes).send().await?;
    // Department 124 is gone, as the list replaces the old one.
    assert_eq!(member.department_permissions.map(|departments| departments.len()), Some(1));
    Ok(())
}

pub async fn delete(client: &Client) -> Result<(), Error> {
    client.team_members().delete(12345).send().await?;
    assert!(client.team_members().get(12345).send_opt().await?.is_none());
    Ok(())
}
