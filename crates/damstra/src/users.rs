//! Users: trainees, supervisors and administrators.

use tassel_core::kit::{Draft, Limits, Listed};
use tassel_core::values::{Extra, Lenient, Secret};
use tassel_core::{Call, Error};

use crate::generated::operations as op;
pub use crate::generated::users::*;
use crate::model::{BulkImport, BulkUser, ExpiresIn, Role, User, UserId, UserUpdate};

impl Users {
    /// Replaces a user's data: read the user, change it, and send it.
    ///
    /// All fields of the [`UserUpdate`] are replaced. Whether missing groups are cleared is not known;
    /// [`UserUpdate::of`] sends the current ones. The method and the path are inferred;
    /// [`ClientBuilder::update_method`](crate::ClientBuilder::update_method) sets another method.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no user has this id (inferred).
    /// * [`Error::Invalid`]: a value is invalid (inferred).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::model::UserUpdate;
    ///
    /// let user = client.users().get(5012).send().await?;
    /// let user = client.users().update(UserUpdate::of(&user)?.phone_number("08 5550 0199")).send().await?;
    /// assert_eq!(user.phone_number.as_deref(), Some("08 5550 0199"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /user/{userId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn update(&self, user: UserUpdate) -> Call<User> {
        Draft::new(&op::USERS_UPDATE).at("userId", &user.id).body(user).call::<User>(&self.client)
    }

    /// Creates users, or updates matching users.
    ///
    /// [`BulkImport::merge_type`] is the field that matches users; by default none is matched. No size limit is
    /// documented: send a hundred users at a time, with a long timeout. The vendor does not report the failures of
    /// single users, so count the users in the reply. An empty import, or a user with an empty list of roles, is
    /// refused.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`]: a value is invalid (inferred).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::users::BulkRoles;
    /// use tassel_damstra::model::{BulkImport, BulkUser, MergeType, Role};
    ///
    /// let roles = BulkRoles::Given(vec![Role::Trainee, Role::Instructor]);
    /// let user = BulkUser::new("Imani", "Okonjo", "imani.okonjo@example.org", roles);
    /// let import = BulkImport::new([user]).merge_type(MergeType::Email);
    /// let users = client.users().bulk_import(import).send().await?.items;
    /// assert_eq!(users.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /bulkUserImport` in <https://developer.velpic.com/api-docs.html>.
    pub fn bulk_import(&self, import: BulkImport) -> Call<Listed<User>> {
        let empty = |user: &BulkUser| user.roles.as_ref().is_some_and(Vec::is_empty);
        let without_roles = import.users.iter().position(empty).map(|place| {
            format!(
                "user {place} of the import has an empty list of roles, which would make them a trainee; list the roles, \
                 or use `ResetToTrainee`"
            )
        });
        Draft::new(&op::USERS_BULK_IMPORT)
            .refuse(import.problem(""))
            .refuse(without_roles)
            .body(import)
            .call::<Listed<User>>(&self.client)
    }

    /// Creates a link that logs a user in. Treat it as a secret: anyone who has it can act as the user. `Debug` does not
    /// show it.
    ///
    /// What [`ExpiresIn::Disabled`] does is not known. The client does not repeat a call that may have reached the
    /// vendor.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no user has this id (inferred).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::model::ExpiresIn;
    ///
    /// let link = client.users().generate_login_url(5012, ExpiresIn::Day).send().await?;
    /// assert!(link.expose().starts_with("https://"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /user/{userId}/generate_login_url` in <https://developer.velpic.com/api-docs.html>.
    pub fn generate_login_url(
        &self,
        id: impl Into<UserId>,
        expires_in: impl Into<ExpiresIn>,
    ) -> Call<Secret> {
        Draft::new(&op::USERS_GENERATE_LOGIN_URL)
            .at("userId", id.into())
            .query("expiresIn", expires_in.into())
            .call::<Secret>(&self.client)
    }
}

/// The roles of an imported user. There is no default, because missing roles remove those that the user has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkRoles {
    /// These roles replace the user's roles.
    Given(Vec<Role>),
    /// The roles are not sent. The user becomes a trainee.
    ResetToTrainee,
}

impl BulkUser {
    /// A user with these values and no others.
    #[must_use]
    pub fn new(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        email_address: impl Into<String>,
        roles: BulkRoles,
    ) -> Self {
        Self {
            first_name: first_name.into(),
            last_name: last_name.into(),
            email_address: email_address.into(),
            user_name: None,
            phone_number: None,
            mobile_number: None,
            employee_number: None,
            roles: match roles {
                BulkRoles::Given(roles) => Some(roles),
                BulkRoles::ResetToTrainee => None,
            },
            time_zone: None,
            extra: Extra::default(),
        }
    }
}

impl UserUpdate {
    /// The update that keeps a user as it was read. Change it with the setters.
    ///
    /// A missing telephone number is sent as an empty text, a missing employee number as null.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the user lacks a field that the vendor requires.
    pub fn of(user: &User) -> Result<Self, Error> {
        let lacks = |field: &str| Error::InvalidInput {
            operation: op::USERS_UPDATE.id,
            problem: format!(
                "the record of user {} has no `{field}`, which an update needs; set it",
                user.id
            ),
        };
        let needs = |field: &str, value: &Option<String>| value.clone().ok_or_else(|| lacks(field));
        Ok(Self {
            id: user.id.clone(),
            first_name: needs("first_name", &user.first_name)?,
            last_name: needs("last_name", &user.last_name)?,
            email_address: needs("email_address", &user.email_address)?,
            phone_number: user.phone_number.clone().unwrap_or_default(),
            mobile_number: user.mobile_number.clone().unwrap_or_default(),
            employee_number: user.employee_number.clone(),
            roles: user.roles.as_ref().and_then(Lenient::known).cloned().ok_or_else(|| lacks("roles"))?,
            time_zone: needs("time_zone", &user.time_zone)?,
            user_name: user.user_name.clone(),
            groups: user.groups.clone(),
            groups_supervised: user.groups_supervised.clone(),
            password: None,
            extra: Extra::default(),
        })
    }
}
