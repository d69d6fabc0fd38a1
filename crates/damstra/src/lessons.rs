//! What is taught. Lessons are only read.

use tassel_core::Client;
use tassel_core::kit::{Listing, listing};

use crate::generated::operations as op;
use crate::{
    LessonDetailList, LessonId, LessonList, LessonStatus, LessonsListDetailsQuery, LessonsListQuery,
};

/// Lessons; see [`Client::lessons`](crate::Client::lessons).
#[derive(Debug, Clone)]
pub struct Lessons {
    client: Client,
}

impl Lessons {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists lessons, by their versions; all of them, if nothing else is said.
    ///
    /// Only those that are [`LessonStatus::Active`] can be scheduled, by their `lesson_version_id`.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::{LessonStatus, TryStreamExt};
    ///
    /// let lessons = client.lessons().list().statuses([LessonStatus::Active]);
    /// for lesson in lessons.stream().try_collect::<Vec<_>>().await? {
    ///     println!("{} {:?}", lesson.lesson_version_id, lesson.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /lesson` in <https://developer.velpic.com/api-docs.html>.
    pub fn list(&self) -> ListLessons {
        let query = LessonsListQuery::default();
        ListLessons(Listing::new(&self.client, &op::LESSONS_LIST, query))
    }

    /// Lists lessons with their publication state. In spite of the vendor's name for it, it tells less of each than
    /// [`list`](Self::list).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// let page = client.lessons().list_details().page_size(10).send().await?;
    /// println!("{:?} of {:?}", page.items[0].published, page.items[0].name);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /lessondetails` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_details(&self) -> ListLessonDetails {
        let query = LessonsListDetailsQuery::default();
        ListLessonDetails(Listing::new(&self.client, &op::LESSONS_LIST_DETAILS, query))
    }
}

listing! {
    /// A list of lessons, 100 on a page.
    ListLessons: LessonsListQuery => LessonList
}

impl ListLessons {
    /// Only those with this text, presumably in their name.
    pub fn name(mut self, part: impl Into<String>) -> Self {
        self.0.query.q = Some(part.into());
        self
    }

    /// Only the versions of these lessons.
    pub fn lessons(mut self, ids: impl IntoIterator<Item = impl Into<LessonId>>) -> Self {
        self.0.query.lesson_ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Only those of these statuses. That there can be several is inferred.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = impl Into<LessonStatus>>) -> Self {
        self.0.query.published_states = Some(statuses.into_iter().map(Into::into).collect());
        self
    }

    /// How many on a page. Default 100; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.max_results = Some(size);
        self
    }
}

listing! {
    /// A list of lessons with their publication state, 100 on a page.
    ListLessonDetails: LessonsListDetailsQuery => LessonDetailList
}

impl ListLessonDetails {
    /// Only those with this text, presumably in their name.
    pub fn name(mut self, part: impl Into<String>) -> Self {
        self.0.query.q = Some(part.into());
        self
    }

    /// Only the versions of these lessons.
    pub fn lessons(mut self, ids: impl IntoIterator<Item = impl Into<LessonId>>) -> Self {
        self.0.query.lesson_ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Only those of these statuses. That there can be several is inferred.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = impl Into<LessonStatus>>) -> Self {
        self.0.query.published_states = Some(statuses.into_iter().map(Into::into).collect());
        self
    }

    /// How many on a page. Default 100; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.max_results = Some(size);
        self
    }
}
