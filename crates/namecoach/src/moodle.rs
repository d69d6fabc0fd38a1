//! Courses of a Moodle installation that is connected to the account.

use tassel_core::kit::{Acknowledged, Draft};
use tassel_core::values::Secret;
use tassel_core::{Call, Error};

pub use crate::generated::moodle::*;
use crate::generated::operations as op;
use crate::model::{MoodleCourseId, Synchronization};

impl Moodle {
    /// Synchronizes the participants of a Moodle course. The vendor answers at once. The work itself probably continues
    /// in the background.
    ///
    /// `api_token` is the token of the tool consumer, a second credential beside the client's own. The course is the
    /// id that Moodle gives it.
    ///
    /// # Errors
    ///
    /// The vendor rejects the call for one of six reasons; see [`SynchronizeRejection::of`]. The client does not
    /// repeat a call that may have reached the vendor.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// use tassel_namecoach::moodle::SynchronizeRejection;
    ///
    /// for _ in 0..2 {
    ///     match client.moodle().synchronize("sandbox-moodle-token", 118).send().await {
    ///         Ok(_) => println!("started"),
    ///         Err(error) => match SynchronizeRejection::of(&error) {
    ///             Some(SynchronizeRejection::Busy) => println!("already in progress; try again later"),
    ///             _ => return Err(error),
    ///         },
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /lti/moodle/courses/synchronize` in
    /// <https://www.name-coach.com/api/private/v4/documentation>.
    pub fn synchronize(
        &self,
        api_token: impl Into<Secret>,
        course: impl Into<MoodleCourseId>,
    ) -> Call<Acknowledged> {
        // The documentation says text, its example shows a number.
        let course = MoodleCourseId::from(course.into().to_string());
        Draft::new(&op::MOODLE_SYNCHRONIZE)
            .body(Synchronization::new(api_token, course))
            .call::<Acknowledged>(&self.client)
    }
}

/// Why the vendor rejected [`Moodle::synchronize`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SynchronizeRejection {
    /// The vendor cannot read the request (400).
    BadRequest,
    /// The client's token is missing or wrong (401).
    NotAuthorized,
    /// There is no tool consumer with this `api_token` (404).
    NoToolConsumer,
    /// Moodle has no such course (404).
    NoCourse,
    /// The tool consumer's integration is turned off (422).
    Disabled,
    /// The course is being synchronized already (422). Try again later.
    Busy,
}

impl SynchronizeRejection {
    /// The reason that the vendor gives; `None` for any other error.
    #[must_use]
    pub fn of(error: &Error) -> Option<Self> {
        let rejection = error.rejection().filter(|it| it.operation() == op::MOODLE_SYNCHRONIZE.id)?;
        let message = rejection.message().to_lowercase();
        let says = |part| message.contains(part);
        // Two statuses have two meanings each, which only the message distinguishes.
        match rejection.status().as_u16() {
            400 | 420 => Some(Self::BadRequest),
            401 => Some(Self::NotAuthorized),
            404 if says("tool consumer") => Some(Self::NoToolConsumer),
            404 if says("course") => Some(Self::NoCourse),
            422 if says("disabled") => Some(Self::Disabled),
            422 if says("synchronizing") => Some(Self::Busy),
            _ => None,
        }
    }
}
