//! Examples of `skill_frameworks`: the documentation of each method shows its own.

use tassel_accredible::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;

    let frameworks: Vec<_> = client.skill_frameworks().list(123).stream().try_collect().await?;
    for version in frameworks.into_iter().flat_map(|framework| framework.versions).flatten() {
        println!("{:?} {:?}: {:?}", version.id, version.version, version.status);
    }
    Ok(())
}

pub async fn search_skills(client: &Client) -> Result<(), Error> {
    use tassel_accredible::TryStreamExt;
    use tassel_accredible::model::{FrameworkSkill, FrameworkVersionId, GroupUpdate};

    let version = FrameworkVersionId::from(512);
    let found = client.skill_frameworks().search_skills(7, &version, "moor").stream();
    let skills: Vec<_> = found.try_collect().await?;
    // The first trail of the first skill; a skill at the root has none.
    let trail = skills[0].breadcrumbs.iter().flatten().next();
    let trail = trail.into_iter().flatten().filter_map(|node| node.id.clone());
    let skill = FrameworkSkill::new(&skills[0].id).breadcrumb_ids(trail);
    let changes = GroupUpdate::default().skill_framework_version_id(version).framework_skills(vec![skill]);
    let saved = client.groups().update(34, changes).send().await?;
    assert_eq!(saved.errors, None);
    Ok(())
}
