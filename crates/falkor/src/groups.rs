//! Groups of users.

use tassel_core::kit::Draft;
use tassel_core::{Call, Client};

use crate::envelope::Data;
use crate::generated::operations as op;
use crate::{ChangeCount, GroupInsert, InsertUser, ManageGroup, StatusQuery, UserStatus};

/// Groups; see [`Client::groups`](crate::Client::groups). Users come into being by being put into one; the address is
/// all that tells them apart.
#[derive(Debug, Clone)]
pub struct Groups {
    client: Client,
}

impl Groups {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Adds users to one group and removes users from it.
    ///
    /// The group is created if there is none of that name. New users are invited 1 to 5 minutes later, unless
    /// [`invite`](ManageGroup::invite) says `Never`. An address that is not valid makes a warning inside a success:
    /// look at [`is_complete`](ChangeCount::is_complete) and `messages`.
    ///
    /// # When the outcome is unknown
    ///
    /// It is never sent twice by itself. Sending it again leaves the same group behind, but the counts then leave out
    /// what the first one did.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): a parameter is missing or of the wrong type, or the account has
    ///   several apps and none was named.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_falkor::Error> {
    /// # let options = tassel_falkor::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    /// # let token = tassel_sandbox::falkor::TOKEN;
    /// # let client = tassel_falkor::Client::builder("account.example.org", token).with(options).build()?;
    /// use tassel_falkor::{AddedUser, Invite, ManageGroup};
    ///
    /// let users = [
    ///     AddedUser::new("Imke", "Aalto", "imke.aalto@example.org").dial_code("+31").phone_number("0612345678"),
    ///     AddedUser::new("Obi", "Fenn", "no address"),
    /// ];
    /// let change = ManageGroup::new("Night Crew").add_users(users).invite(Invite::Never);
    /// let count = client.groups().manage(change).send().await?;
    /// assert!(!count.is_complete());
    /// for message in count.messages.iter().flat_map(|messages| messages.iter()) {
    ///     println!("{:?}: {:?}", message.index, message.error);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/groups/manage` in <https://developer.docs.falkor.io>.
    pub fn manage(&self, change: ManageGroup) -> Call<ChangeCount> {
        Draft::new(&op::GROUPS_MANAGE).body(change).call::<Data<ChangeCount>>(&self.client)
    }

    /// Says how far the invitations of users have come.
    ///
    /// Addresses of nobody are left out, and the order is not promised: match by address, in lower case. No addresses
    /// are refused before anything is sent.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not accept the addresses.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_falkor::Error> {
    /// # let options = tassel_falkor::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    /// # let token = tassel_sandbox::falkor::TOKEN;
    /// # let client = tassel_falkor::Client::builder("account.example.org", token).with(options).build()?;
    /// use tassel_falkor::InviteStatus;
    ///
    /// let emails = ["imani.okonjo@example.org", "nobody@example.org"];
    /// let users = client.groups().status(emails).send().await?;
    /// assert_eq!(users.len(), 1);
    /// assert_eq!(users[0].status.as_ref().map(InviteStatus::in_any_case), Some(InviteStatus::Active));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/groups/status` in <https://developer.docs.falkor.io>.
    pub fn status(&self, emails: impl IntoIterator<Item = impl Into<String>>) -> Call<Vec<UserStatus>> {
        let query = StatusQuery::new(emails);
        let nobody = query.email.is_empty().then(|| "`email` is empty; give an address".to_owned());
        Draft::new(&op::GROUPS_STATUS).refuse(nobody).body(query).call::<Data<Vec<UserStatus>>>(&self.client)
    }

    /// Adds one user to several groups.
    ///
    /// Groups that are not there are created. With [`force_sync`](InsertUser::force_sync) the user is also removed from
    /// every other group, even from those assigned by hand. Look at [`is_complete`](GroupInsert::is_complete) of each
    /// group. No groups are refused before anything is sent: with `force_sync` they would mean all of the user's.
    ///
    /// # When the outcome is unknown
    ///
    /// As for [`manage`](Self::manage).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): a parameter is missing or of the wrong type.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_falkor::Error> {
    /// # let options = tassel_falkor::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    /// # let token = tassel_sandbox::falkor::TOKEN;
    /// # let client = tassel_falkor::Client::builder("account.example.org", token).with(options).build()?;
    /// use tassel_falkor::{InsertUser, InsertedUser};
    ///
    /// let user = InsertedUser::new("Imke", "Aalto", "imke.aalto@example.org").telephone("+31612345678");
    /// let groups = client.groups().insert(InsertUser::new(["Night Crew", "Dockers"], user)).send().await?;
    /// assert!(groups.iter().all(|group| group.is_complete()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /v1/groups/insert` in <https://developer.docs.falkor.io>.
    pub fn insert(&self, user: InsertUser) -> Call<Vec<GroupInsert>> {
        let nowhere = user.groups.is_empty().then(|| "`groups` is empty; name a group".to_owned());
        Draft::new(&op::GROUPS_INSERT).refuse(nowhere).body(user).call::<Data<Vec<GroupInsert>>>(&self.client)
    }
}
