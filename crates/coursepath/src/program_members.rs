//! Members in programs. Programs can be written to and not be read: their ids are shown in the academy.

use tassel_core::kit::{Acknowledged, Deleted, Draft};
use tassel_core::{Call, Client};

use crate::generated::operations as op;
use crate::{MemberId, ProgramId};

/// Members in programs; see [`Client::program_members`](crate::Client::program_members).
#[derive(Debug, Clone)]
pub struct ProgramMembers {
    client: Client,
}

impl ProgramMembers {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Adds a member to a program. Where they are in it already, nothing changes; that is likely and not documented.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no program or no member has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// client.program_members().create(77, 58713).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /programs/{programId}/members/{memberId}/programmember` in <https://support.fellowdigitals.com/docs/api>.
    pub fn create(&self, program: impl Into<ProgramId>, member: impl Into<MemberId>) -> Call<Acknowledged> {
        Draft::new(&op::PROGRAM_MEMBERS_CREATE)
            .at("programId", program.into())
            .at("memberId", member.into())
            .call::<Acknowledged>(&self.client)
    }

    /// Removes a member from a program. Their results in courses stay.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): the member is not in the program. Where an earlier attempt of the
    ///   same call had removed them and its answer was lost, it is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// client.program_members().create(77, 58713).send().await?;
    /// client.program_members().delete(77, 58713).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `DELETE /programs/{programId}/members/{memberId}/programmember` in <https://support.fellowdigitals.com/docs/api>.
    pub fn delete(
        &self,
        program: impl Into<ProgramId>,
        member: impl Into<MemberId>,
    ) -> Call<Deleted<Acknowledged>> {
        Draft::new(&op::PROGRAM_MEMBERS_DELETE)
            .at("programId", program.into())
            .at("memberId", member.into())
            .call::<Deleted<Acknowledged>>(&self.client)
    }
}
