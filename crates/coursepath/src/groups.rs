//! Groups of members. Groups are read by id; members are added and removed by the group's name.

use tassel_core::Call;
use tassel_core::kit::{Acknowledged, Deleted, Draft};

pub use crate::generated::groups::*;
use crate::generated::operations as op;
use crate::model::MemberId;

/// Confirms that a member is removed from every group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EveryGroup;

impl Groups {
    /// Removes a member from a group, by the name of the group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no member has this id, or they are not in the group. If an
    ///   earlier attempt of the same call may have removed them, the result is [`Deleted::NotThere`] instead.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): the name is blank, which would remove the member from
    ///   every group.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// client.groups().remove_member(58713, "Night Shift").send().await?;
    /// assert!(client.groups().list_of_member(58713).send().await?.items.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `DELETE /members/{memberId}/groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn remove_member(
        &self,
        member: impl Into<MemberId>,
        name: impl Into<String>,
    ) -> Call<Deleted<Acknowledged>> {
        let name = name.into();
        let blank = name.trim().is_empty().then(|| {
            "the group's name is blank, which would remove the member from every group; use `remove_from_all` \
             for that"
                .to_owned()
        });
        let draft = Draft::new(&op::GROUPS_REMOVE_MEMBER).at("memberId", member.into());
        draft.refuse(blank).query("name", name).call::<Deleted<Acknowledged>>(&self.client)
    }

    /// Removes a member from every group.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no member has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::groups::EveryGroup;
    ///
    /// client.groups().remove_from_all(58713, EveryGroup).send().await?;
    /// assert!(client.groups().list_of_member(58713).send().await?.items.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `DELETE /members/{memberId}/groups` in <https://support.fellowdigitals.com/docs/api>.
    pub fn remove_from_all(
        &self,
        member: impl Into<MemberId>,
        EveryGroup: EveryGroup,
    ) -> Call<Deleted<Acknowledged>> {
        let draft = Draft::new(&op::GROUPS_REMOVE_MEMBER).at("memberId", member.into());
        draft.call::<Deleted<Acknowledged>>(&self.client)
    }
}
