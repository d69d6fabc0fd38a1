//! Members of programs. No operation reads the programs themselves.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Members of programs. No operation reads the programs themselves. See
/// [`Client::program_members`](crate::Client::program_members).
#[derive(Debug, Clone)]
pub struct ProgramMembers {
    pub(crate) client: Client,
}

impl ProgramMembers {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Adds a member to a program.
    ///
    /// If the member is in it already, nothing changes. This is inferred, not documented.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `program_id` is `me`, which leads to another
    ///   operation; `member_id` is `me`, which leads to another operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.program_members().create(77, 58713).send().await?;
```"#
    )]
    ///
    /// Source: `POST /programs/{programId}/members/{memberId}/programmember` in
    /// <https://support.fellowdigitals.com/docs/api>.
    pub fn create(
        &self,
        program_id: impl Into<ProgramId>,
        member_id: impl Into<MemberId>,
    ) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::PROGRAM_MEMBERS_CREATE)
            .at("programId", program_id.into())
            .at("memberId", member_id.into());
        draft.call::<Acknowledged>(&self.client)
    }

    /// Removes a member from a program.
    ///
    /// Their results in the courses are kept.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    ///   After a repeat of the same call, whose first answer was lost, it is [`Deleted::NotThere`] instead.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `program_id` is `me`, which leads to another
    ///   operation; `member_id` is `me`, which leads to another operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.program_members().create(77, 58713).send().await?;
client.program_members().delete(77, 58713).send().await?;
```"#
    )]
    ///
    /// Source: `DELETE /programs/{programId}/members/{memberId}/programmember` in
    /// <https://support.fellowdigitals.com/docs/api>.
    pub fn delete(
        &self,
        program_id: impl Into<ProgramId>,
        member_id: impl Into<MemberId>,
    ) -> Call<Deleted<Acknowledged>> {
        let draft = Draft::new(&operations::PROGRAM_MEMBERS_DELETE)
            .at("programId", program_id.into())
            .at("memberId", member_id.into());
        draft.call::<Deleted<Acknowledged>>(&self.client)
    }
}
