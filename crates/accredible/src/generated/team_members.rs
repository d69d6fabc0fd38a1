//! People who work with the account.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// People who work with the account. See [`Client::team_members`](crate::Client::team_members).
#[derive(Debug, Clone)]
pub struct TeamMembers {
    pub(crate) client: Client,
}

impl TeamMembers {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Creates a team member.
    ///
    /// A permission that the access level does not allow is rejected with 400 (from a draft). There is no
    /// listing: store the id.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::{DepartmentPermission, NewTeamMember, Permissions, TeamRole};

// The booleans: designs, emails, credential attributes, analytics, settings.
let permissions = Permissions::new(TeamRole::Viewer, false, false, false, true, false).groups([34, 35]);
let new =
    NewTeamMember::new("Imke Aalto", "imke@example.org", [DepartmentPermission::new(123, permissions)]);
let member = client.team_members().create(new).send().await?;
// Store the id: the vendor has no listing.
println!("{}", member.id);
```"#
    )]
    ///
    /// Source: `POST /v1/team_members` in <https://docs.api.accredible.com/#tag/Team-Members>.
    pub fn create(&self, team_member: NewTeamMember) -> Call<TeamMember> {
        let draft = Draft::new(&operations::TEAM_MEMBERS_CREATE).body(NewTeamMemberBody::new(team_member));
        draft.call::<TeamMemberBody>(&self.client)
    }

    /// Fetches one team member.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let member = client.team_members().get(12345).send().await?;
assert_eq!(member.department_permissions.map(|departments| departments.len()), Some(2));
```"#
    )]
    ///
    /// Source: `GET /v1/team_members/{id}` in <https://docs.api.accredible.com/#tag/Team-Members>.
    pub fn get(&self, id: impl Into<TeamMemberId>) -> Call<TeamMember> {
        let draft = Draft::new(&operations::TEAM_MEMBERS_GET).at("id", id.into());
        draft.call::<TeamMemberBody>(&self.client)
    }

    /// Updates the given fields of a team member. The other fields keep their values.
    ///
    /// `department_permissions` replaces the whole list. A permission that the access level does not allow is
    /// rejected with 400 (from a draft).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::{DepartmentPermission, Permissions, TeamMemberUpdate, TeamRole};

let permissions = Permissions::new(TeamRole::Editor, true, true, true, true, true);
let departments = vec![DepartmentPermission::new(123, permissions)];
let changes = TeamMemberUpdate::default().department_permissions(departments);
let member = client.team_members().update(12345, changes).send().await?;
// Department 124 is gone, as the list replaces the old one.
assert_eq!(member.department_permissions.map(|departments| departments.len()), Some(1));
```"#
    )]
    ///
    /// Source: `PUT /v1/team_members/{id}` in <https://docs.api.accredible.com/#tag/Team-Members>.
    pub fn update(&self, id: impl Into<TeamMemberId>, team_member: TeamMemberUpdate) -> Call<TeamMember> {
        let draft = Draft::new(&operations::TEAM_MEMBERS_UPDATE)
            .at("id", id.into())
            .body(TeamMemberUpdateBody::new(team_member));
        draft.call::<TeamMemberBody>(&self.client)
    }

    /// Deletes a team member and returns the member.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///   After a repeat of the same call, whose first answer was lost, it is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.team_members().delete(12345).send().await?;
assert!(client.team_members().get(12345).send_opt().await?.is_none());
```"#
    )]
    ///
    /// Source: `DELETE /v1/team_members/{id}` in <https://docs.api.accredible.com/#tag/Team-Members>.
    pub fn delete(&self, id: impl Into<TeamMemberId>) -> Call<Deleted<TeamMember>> {
        let draft = Draft::new(&operations::TEAM_MEMBERS_DELETE).at("id", id.into());
        draft.call::<Deleted<TeamMemberBody>>(&self.client)
    }
}
