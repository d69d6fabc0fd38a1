//! Members of the academy.

use tassel_core::Error;
use tassel_core::kit::TryStreamExt;

pub use crate::generated::members::*;
use crate::model::Member;

impl Members {
    /// Fetches the members with exactly this email address, ignoring case. There should be at most one.
    ///
    /// Call it before you create a member: what happens to the email address of an existing member is not documented.
    ///
    /// # Errors
    ///
    /// As for [`list`](Self::list).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let found = client.members().with_email("Imani.Okonjo@example.org").await?;
    /// assert_eq!(found.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn with_email(&self, email: &str) -> Result<Vec<Member>, Error> {
        let is = |member: &Member| {
            member.email.as_ref().is_some_and(|it| it.trim().to_lowercase() == email.trim().to_lowercase())
        };
        let members: Vec<_> = self.list().email(email.trim()).stream().try_collect().await?;
        Ok(members.into_iter().filter(is).collect())
    }
}

/// A setter for filters that the contract does not list.
macro_rules! filters {
    ($($listing:ident),*) => { $(
        impl $listing {
            /// Only members that match another filter. The vendor does not document all of its filters.
            pub fn filter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.0.query.set(name.into(), value.into());
                self
            }
        }
    )* };
}
filters!(ListMembers, ListMembersOfCourse, ListMembersOfGroup);
