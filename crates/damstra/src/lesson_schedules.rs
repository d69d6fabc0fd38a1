//! Lessons scheduled for users, and their results.

use tassel_core::Call;
use tassel_core::kit::{Draft, Limits, Listing, Query};
use tassel_core::values::{Extra, SecondsOffset, Timestamp};

pub use crate::generated::lesson_schedules::*;
use crate::generated::operations as op;
use crate::model::{
    Completion, GracePeriodUnit, LessonId, LessonScheduleIds, LessonVersionId, ScheduleFilter,
    ScheduleRequest, UserId,
};

impl LessonSchedules {
    /// Lists a user's lesson schedules. Without a status it lists all.
    ///
    /// The replies have no total. The listing ends with an empty page.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no user has this id (inferred).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::{TryStreamExt};
    /// use tassel_damstra::model::{ScheduleFilter};
    ///
    /// let due = client.lesson_schedules().list_of_user(5014).status(ScheduleFilter::Due);
    /// for schedule in due.stream().try_collect::<Vec<_>>().await? {
    ///     println!("{:?} until {:?}", schedule.lesson_name, schedule.end_date);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /user/{userId}/lesson_schedule` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_of_user(&self, user_id: impl Into<UserId>) -> ListLessonSchedulesOfUser {
        let listing = Listing::new(&self.client, &op::LESSON_SCHEDULES_LIST_OF_USER, Query::new());
        // The vendor's own default is not known.
        ListLessonSchedulesOfUser(listing.at("userId", user_id.into())).status(ScheduleFilter::All)
    }

    /// Schedules lessons for a user, by the ids of their versions.
    ///
    /// The reply has the ids of the new schedules. A lesson that is scheduled already is not scheduled again, so the
    /// reply may be shorter than the request. The client does not repeat a call that may have reached the vendor.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): all lessons are scheduled already, or a value is invalid;
    ///   [`is_already_scheduled`](crate::is_already_scheduled) distinguishes the two.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::model::{GracePeriodUnit, ScheduleRequest};
    ///
    /// let lessons = ScheduleRequest::new([882]).grace(14, GracePeriodUnit::Days);
    /// let created = client.lesson_schedules().create(5012, lessons).send().await?;
    /// println!("{:?}", created.ids);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /user/{userId}/lesson_schedule` in <https://developer.velpic.com/api-docs.html>.
    pub fn create(&self, user: impl Into<UserId>, lessons: ScheduleRequest) -> Call<LessonScheduleIds> {
        let incomplete = lessons.grace_period.is_some() != lessons.grace_period_unit.is_some();
        let incomplete =
            incomplete.then(|| "a grace period needs a number and a unit; give both with `grace`".to_owned());
        Draft::new(&op::LESSON_SCHEDULES_CREATE)
            .at("userId", user.into())
            .refuse(incomplete)
            .refuse(lessons.problem(""))
            .body(lessons)
            .call::<LessonScheduleIds>(&self.client)
    }

    /// Records that a user has completed a lesson elsewhere.
    ///
    /// It takes a user's id, although its path suggests a schedule's. A schedule's id does not compile:
    ///
    /// ```compile_fail
    /// # fn f(client: tassel_damstra::Client, id: tassel_damstra::model::LessonScheduleId, completion: tassel_damstra::model::Completion) {
    /// client.lesson_schedules().complete_lesson(id, completion);
    /// # }
    /// ```
    ///
    /// The reply has the ids of the completed schedules. The client does not repeat a call that may have reached the
    /// vendor.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied): the key is wrong or has no permission;
    ///   [`InternalCode::of`](crate::model::InternalCode::of) distinguishes the two.
    /// * [`Error::Invalid`](crate::Error::Invalid): a value is invalid (inferred).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::model::{Completion, UserId};
    ///
    /// let (trainee, import_user) = (UserId::from(5012), UserId::from(9000));
    /// let completion = Completion::of_lesson(241, "2026-03-02T05:04:00Z".parse::<jiff::Timestamp>().unwrap(), import_user);
    /// let completed = client.lesson_schedules().complete_lesson(trainee, completion).send().await?;
    /// assert_eq!(completed.ids.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /lesson_schedule/{userId}/complete_lesson` in <https://developer.velpic.com/api-docs.html>.
    pub fn complete_lesson(&self, user: UserId, completion: Completion) -> Call<LessonScheduleIds> {
        Draft::new(&op::LESSON_SCHEDULES_COMPLETE_LESSON)
            .at("userId", user)
            .body(completion)
            .call::<LessonScheduleIds>(&self.client)
    }
}

impl ScheduleRequest {
    /// Sets the time from the start date to the due date. The vendor requires both the number and the unit, or neither.
    #[must_use]
    pub fn grace(self, period: u32, unit: impl Into<GracePeriodUnit>) -> Self {
        self.grace_period(period.to_string()).grace_period_unit(unit)
    }
}

impl Completion {
    /// The completion of a lesson. A version of the lesson must be published.
    #[must_use]
    pub fn of_lesson(
        lesson: impl Into<LessonId>,
        completed_date: impl Into<Timestamp<SecondsOffset>>,
        by: impl Into<UserId>,
    ) -> Self {
        Self::new(completed_date, by).lesson_id(lesson)
    }

    /// The completion of a version of a lesson. It must be published now, or have been published.
    #[must_use]
    pub fn of_version(
        version: impl Into<LessonVersionId>,
        completed_date: impl Into<Timestamp<SecondsOffset>>,
        by: impl Into<UserId>,
    ) -> Self {
        Self::new(completed_date, by).lesson_version_id(version)
    }

    fn new(completed_date: impl Into<Timestamp<SecondsOffset>>, by: impl Into<UserId>) -> Self {
        Self {
            lesson_id: None,
            lesson_version_id: None,
            completed_date: completed_date.into(),
            manually_completed_by_user_id: by.into(),
            extra: Extra::default(),
        }
    }
}
