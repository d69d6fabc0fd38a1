//! Users: trainees, supervisors and administrators.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Users: trainees, supervisors and administrators. See [`Client::users`](crate::Client::users).
#[derive(Debug, Clone)]
pub struct Users {
    pub(crate) client: Client,
}

impl Users {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Searches for users.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong (806), or has no
    ///   permission (831).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::TryStreamExt;
use tassel_damstra::model::ActiveValue;

let mut users = client.users().search().name("lindqvist").active(ActiveValue::All).stream();
while let Some(user) = users.try_next().await? {
    println!("{} {:?}", user.id, user.first_name);
}
```"#
    )]
    ///
    /// Source: `GET /user` in <https://developer.velpic.com/api-docs.html>.
    pub fn search(&self) -> SearchUsers {
        SearchUsers(Listing::new(&self.client, &operations::USERS_SEARCH, Query::new()))
    }

    /// Creates a user.
    ///
    /// `sendWelcomeEmail` says whether the vendor sends a welcome email. The method and the path are
    /// inferred.
    ///
    /// If no answer arrives, look for the email address with [`search`](Self::search).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong (806), or has no
    ///   permission (831).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::{NewUser, Role};

let mail_them = false;
let user = NewUser::new("Imke", "Aalto", "imke.aalto@example.org", mail_them).roles([Role::Trainee]);
let created = client.users().create(user).send().await?;
println!("{}", created.id);
```"#
    )]
    ///
    /// Source: `POST /user` in <https://developer.velpic.com/api-docs.html>.
    pub fn create(&self, new_user: NewUser) -> Call<UserCreated> {
        Draft::new(&operations::USERS_CREATE).body(new_user).call::<UserCreated>(&self.client)
    }

    /// Fetches one user.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong (806), or has no
    ///   permission (831).
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let user = client.users().get(5012).send().await?;
assert_eq!(user.first_name.as_deref(), Some("Imani"));
```"#
    )]
    ///
    /// Source: `GET /user/{userId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn get(&self, user_id: impl Into<UserId>) -> Call<User> {
        Draft::new(&operations::USERS_GET).at("userId", user_id.into()).call::<User>(&self.client)
    }

    /// Activates a user.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong (806), or has no
    ///   permission (831).
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.users().activate(5013).send().await?;
```"#
    )]
    ///
    /// Source: `POST /user/{userId}/activate` in <https://developer.velpic.com/api-docs.html>.
    pub fn activate(&self, user_id: impl Into<UserId>) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::USERS_ACTIVATE).at("userId", user_id.into());
        draft.call::<Acknowledged>(&self.client)
    }

    /// Inactivates a user. The learning records are kept.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong (806), or has no
    ///   permission (831).
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::ClientStatus;

client.users().inactivate(5013).send().await?;
let user = client.users().get(5013).send().await?;
assert_eq!(user.client_status_id, Some(ClientStatus::NotCurrent));
```"#
    )]
    ///
    /// Source: `POST /user/{userId}/inactivate` in <https://developer.velpic.com/api-docs.html>.
    pub fn inactivate(&self, user_id: impl Into<UserId>) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::USERS_INACTIVATE).at("userId", user_id.into());
        draft.call::<Acknowledged>(&self.client)
    }
}

listing! {
    /// A listing of [`Users::search`](crate::users::Users::search), 100 on a page unless another size is set.
    SearchUsers: Query => UserList
}

impl SearchUsers {
    /// Only users with this text in their user name, first name or last name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.set("q", name.into());
        self
    }

    /// Only the user with this employee number.
    pub fn employee_number(mut self, employee_number: impl Into<String>) -> Self {
        self.0.query.set("empId", employee_number.into());
        self
    }

    /// Only the user with this email address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.0.query.set("emailAddress", email.into());
        self
    }

    /// Only active users, only inactive users, or all. Default active.
    pub fn active(mut self, active: impl Into<ActiveValue>) -> Self {
        self.0.query.set("activeValue", active.into());
        self
    }

    /// Only users with this role.
    pub fn role(mut self, role: impl Into<Role>) -> Self {
        self.0.query.set("roleId", role.into());
        self
    }

    /// The number of items on a page. The documented default is 0. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("maxResults", size);
        self
    }
}
