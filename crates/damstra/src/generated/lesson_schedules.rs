//! Lessons scheduled for users, and their results.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Lessons scheduled for users, and their results. See
/// [`Client::lesson_schedules`](crate::Client::lesson_schedules).
#[derive(Debug, Clone)]
pub struct LessonSchedules {
    pub(crate) client: Client,
}

impl LessonSchedules {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches one lesson schedule.
    ///
    /// Durations are in milliseconds. The reply has no status; the listing of a user's schedules does.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let id = client.lesson_schedules().list_of_user(5014).send().await?.items[0].id.clone().unwrap();
let schedule = client.lesson_schedules().get(id).send().await?;
println!("{:?} is due {:?}", schedule.lesson_name, schedule.end_date);
```"#
    )]
    ///
    /// Source: `GET /lesson_schedule/{lessonScheduleId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn get(&self, lesson_schedule_id: impl Into<LessonScheduleId>) -> Call<LessonSchedule> {
        let draft =
            Draft::new(&operations::LESSON_SCHEDULES_GET).at("lessonScheduleId", lesson_schedule_id.into());
        draft.call::<LessonSchedule>(&self.client)
    }

    /// Fetches the certificate of a completed and passed lesson schedule, as PDF.
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
use tassel_damstra::TryStreamExt;
let done =
    client.lesson_schedules().list_of_user(5014).status(tassel_damstra::model::ScheduleFilter::Completed);
let id = done.stream().try_next().await?.unwrap().id.unwrap();
let certificate = client.lesson_schedules().certificate(id).send().await?;
assert_eq!(certificate.content_type.as_deref(), Some("application/pdf"));
assert!(certificate.bytes.starts_with(b"%PDF"));
```"#
    )]
    ///
    /// Source: `GET /lesson_schedule/{lessonScheduleId}/certificate` in
    /// <https://developer.velpic.com/api-docs.html>.
    pub fn certificate(&self, lesson_schedule_id: impl Into<LessonScheduleId>) -> Call<File> {
        let draft = Draft::new(&operations::LESSON_SCHEDULES_CERTIFICATE)
            .at("lessonScheduleId", lesson_schedule_id.into());
        draft.call::<File>(&self.client)
    }
}

listing! {
    /// A listing of
    /// [`LessonSchedules::list_of_user`](crate::lesson_schedules::LessonSchedules::list_of_user), 100 on a
    /// page unless another size is set.
    ListLessonSchedulesOfUser: Query => LessonScheduleList
}

impl ListLessonSchedulesOfUser {
    /// Only lesson schedules with this status.
    pub fn status(mut self, status: impl Into<ScheduleFilter>) -> Self {
        self.0.query.set("status", status.into());
        self
    }

    /// The number of items on a page. The documented default is 0. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("maxResults", size);
        self
    }
}
