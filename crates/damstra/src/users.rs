//! Who learns, and who manages.

use tassel_core::kit::{Acknowledged, Draft, Listed, Listing, listing};
use tassel_core::values::{Extra, Lenient, Secret};
use tassel_core::{Call, Client, Error};

use crate::generated::operations as op;
use crate::{
    ActiveValue, BulkImport, BulkUser, ExpiresIn, NewUser, Role, User, UserCreated, UserId, UserList,
    UserUpdate, UsersGenerateLoginUrlQuery, UsersSearchQuery,
};

/// Users; see [`Client::users`](crate::Client::users).
#[derive(Debug, Clone)]
pub struct Users {
    client: Client,
}

impl Users {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Searches for users; all who are active, if nothing else is said.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::{ActiveValue, TryStreamExt};
    ///
    /// let mut users = client.users().search().name("lindqvist").active(ActiveValue::All).stream();
    /// while let Some(user) = users.try_next().await? {
    ///     println!("{} {:?}", user.id, user.first_name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /user` in <https://developer.velpic.com/api-docs.html>.
    pub fn search(&self) -> SearchUsers {
        let query = UsersSearchQuery::default();
        SearchUsers(Listing::new(&self.client, &op::USERS_SEARCH, query))
    }

    /// Fetches one user.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no user has this id. That the vendor answers so is inferred.
    /// * [`Error::Denied`]: the key is wrong, or may not do this; [`InternalCode::of`](crate::InternalCode::of) says
    ///   which.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// let user = client.users().get(5012).send().await?;
    /// assert_eq!(user.first_name.as_deref(), Some("Imani"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /user/{userId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn get(&self, id: impl Into<UserId>) -> Call<User> {
        Draft::new(&op::USERS_GET).at("userId", id.into()).call::<User>(&self.client)
    }

    /// Creates a user, and answers with little more than the id.
    ///
    /// Whether the vendor mails them is for you to say: left to itself, it does. The method and the path are inferred
    /// from those of the other creations.
    ///
    /// # When the outcome is unknown
    ///
    /// It is never sent twice by itself. If the answer is lost, [`Error::outcome`] says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown): look with [`search`](Self::search) by the address.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`]: the vendor does not accept a value. That it answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::{NewUser, Role};
    ///
    /// let mail_them = false;
    /// let user = NewUser::new("Imke", "Aalto", "imke.aalto@example.org", mail_them).roles([Role::Trainee]);
    /// let created = client.users().create(user).send().await?;
    /// println!("{}", created.id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /user` in <https://developer.velpic.com/api-docs.html>.
    pub fn create(&self, user: NewUser) -> Call<UserCreated> {
        Draft::new(&op::USERS_CREATE).body(user).call::<UserCreated>(&self.client)
    }

    /// Replaces a user: read it, change it, write it.
    ///
    /// All that a [`UserUpdate`] holds is replaced. Whether leaving out the groups clears them is not known;
    /// [`UserUpdate::of`] sends them back. The method and the path are inferred, and
    /// [`ClientBuilder::update_method`](crate::ClientBuilder::update_method) sets the other plausible method.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no user has this id. That the vendor answers so is inferred.
    /// * [`Error::Invalid`]: the vendor does not accept a value. That it answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::UserUpdate;
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

    /// Creates users, or updates those that it can merge with.
    ///
    /// What each is merged by is [`BulkImport::merge_type`]; by default nothing is merged. No limit is documented:
    /// send a hundred at a time, with a long timeout. The vendor does not report single failures, so count what comes
    /// back. An empty import, and users whose list of roles is empty, are refused before anything is sent.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`]: the vendor does not accept a value. That it answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::users::BulkRoles;
    /// use tassel_damstra::{BulkImport, BulkUser, MergeType, Role};
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
        let nobody = import.users.is_empty();
        let nobody = nobody.then(|| "the import is empty; give it at least one user".to_owned());
        let empty = |user: &BulkUser| user.roles.as_ref().is_some_and(Vec::is_empty);
        let demoted = import.users.iter().position(empty).map(|place| {
            format!(
                "user {place} of the import has an empty list of roles, which makes a trainee of them; name the roles, \
                 or say `ResetToTrainee`"
            )
        });
        Draft::new(&op::USERS_BULK_IMPORT)
            .refuse(nobody)
            .refuse(demoted)
            .body(import)
            .call::<Listed<User>>(&self.client)
    }

    /// Activates a user.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no user has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// client.users().activate(5013).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /user/{userId}/activate` in <https://developer.velpic.com/api-docs.html>.
    pub fn activate(&self, id: impl Into<UserId>) -> Call<Acknowledged> {
        Draft::new(&op::USERS_ACTIVATE).at("userId", id.into()).call::<Acknowledged>(&self.client)
    }

    /// Inactivates a user, whose learning records stay.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no user has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::ClientStatus;
    ///
    /// client.users().inactivate(5013).send().await?;
    /// let user = client.users().get(5013).send().await?;
    /// assert_eq!(user.client_status_id, Some(ClientStatus::NotCurrent));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /user/{userId}/inactivate` in <https://developer.velpic.com/api-docs.html>.
    pub fn inactivate(&self, id: impl Into<UserId>) -> Call<Acknowledged> {
        Draft::new(&op::USERS_INACTIVATE).at("userId", id.into()).call::<Acknowledged>(&self.client)
    }

    /// Makes a link that logs a user in. Whoever has it is that user: it is never shown by `Debug`.
    ///
    /// What [`ExpiresIn::Disabled`] does is not known. It is never sent twice by itself.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no user has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::ExpiresIn;
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
            .query_from(&UsersGenerateLoginUrlQuery::new(expires_in))
            .call::<Secret>(&self.client)
    }
}

listing! {
    /// A search for users, 100 on a page.
    SearchUsers: UsersSearchQuery => UserList
}

impl SearchUsers {
    /// Only those with this text in their user name, first name or last name. How it matches is not known.
    pub fn name(mut self, part: impl Into<String>) -> Self {
        self.0.query.q = Some(part.into());
        self
    }

    /// Only the one with this employee number.
    pub fn employee_number(mut self, number: impl Into<String>) -> Self {
        self.0.query.emp_id = Some(number.into());
        self
    }

    /// Only the one with this address.
    pub fn email(mut self, address: impl Into<String>) -> Self {
        self.0.query.email_address = Some(address.into());
        self
    }

    /// Only those who are active (the default), only those who are not, or all.
    pub fn active(mut self, active: impl Into<ActiveValue>) -> Self {
        self.0.query.active_value = Some(active.into());
        self
    }

    /// Only those with this role. The vendor's samples use it, and no text explains it.
    pub fn role(mut self, role: impl Into<Role>) -> Self {
        self.0.query.role_id = Some(role.into());
        self
    }

    /// How many on a page. Default 100; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.max_results = Some(size);
        self
    }
}

/// What an import does with the roles of a user. There is no default: leaving them out takes away those that the user
/// has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkRoles {
    /// The user has these, whatever they had.
    Given(Vec<Role>),
    /// Roles are left out, which makes a trainee of the user, whatever they were.
    ResetToTrainee,
}

impl BulkUser {
    /// With these, and nothing else set.
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
    /// What leaves a user as it was read, for its setters to change.
    ///
    /// A telephone number that is not there is sent as an empty text, and an employee number as null.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the record lacks what the vendor requires, and it cannot be made up.
    pub fn of(user: &User) -> Result<Self, Error> {
        let lacks = |field: &str| Error::InvalidInput {
            operation: op::USERS_UPDATE.id,
            problem: format!(
                "the record of user {} has no `{field}`; set it, for an update needs it",
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
