//! Lessons. The API only reads them.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Lessons. The API only reads them. See [`Client::lessons`](crate::Client::lessons).
#[derive(Debug, Clone)]
pub struct Lessons {
    pub(crate) client: Client,
}

impl Lessons {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists lessons.
    ///
    /// Only active lessons can be scheduled, by their version's id.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::TryStreamExt;
use tassel_damstra::model::LessonStatus;

let lessons = client.lessons().list().statuses([LessonStatus::Active]);
for lesson in lessons.stream().try_collect::<Vec<_>>().await? {
    println!("{} {:?}", lesson.lesson_version_id, lesson.name);
}
```"#
    )]
    ///
    /// Source: `GET /lesson` in <https://developer.velpic.com/api-docs.html>.
    pub fn list(&self) -> ListLessons {
        ListLessons(Listing::new(&self.client, &operations::LESSONS_LIST, Query::new()))
    }

    /// Lists lessons with their publication state, but fewer other fields.
    ///
    /// Despite its name, it returns fewer fields than [`list`](Self::list).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let page = client.lessons().list_details().page_size(10).send().await?;
println!("{:?} of {:?}", page.items[0].published, page.items[0].name);
```"#
    )]
    ///
    /// Source: `GET /lessondetails` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_details(&self) -> ListLessonsDetails {
        ListLessonsDetails(Listing::new(&self.client, &operations::LESSONS_LIST_DETAILS, Query::new()))
    }
}

listing! {
    /// A listing of [`Lessons::list`](crate::lessons::Lessons::list), 100 on a page unless another size is
    /// set.
    ListLessons: Query => LessonList
}

impl ListLessons {
    /// Only lessons with this text, probably in their name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.set("q", name.into());
        self
    }

    /// Only lessons with these ids.
    pub fn lessons(mut self, lessons: impl IntoIterator<Item = impl Into<LessonId>>) -> Self {
        self.0.query.set_list("lessonIds", lessons.into_iter().map(Into::into));
        self
    }

    /// Only lessons with these statuses.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = impl Into<LessonStatus>>) -> Self {
        self.0.query.set_list("publishedStates", statuses.into_iter().map(Into::into));
        self
    }

    /// The number of items on a page. The documented default is 0. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("maxResults", size);
        self
    }
}

listing! {
    /// A listing of [`Lessons::list_details`](crate::lessons::Lessons::list_details), 100 on a page unless
    /// another size is set.
    ListLessonsDetails: Query => LessonDetailList
}

impl ListLessonsDetails {
    /// Only lessons with this text, probably in their name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.set("q", name.into());
        self
    }

    /// Only lessons with these ids.
    pub fn lessons(mut self, lessons: impl IntoIterator<Item = impl Into<LessonId>>) -> Self {
        self.0.query.set_list("lessonIds", lessons.into_iter().map(Into::into));
        self
    }

    /// Only lessons with these statuses.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = impl Into<LessonStatus>>) -> Self {
        self.0.query.set_list("publishedStates", statuses.into_iter().map(Into::into));
        self
    }

    /// The number of items on a page. The documented default is 0. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("maxResults", size);
        self
    }
}
