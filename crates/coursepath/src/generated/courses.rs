//! Courses of the academy.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Courses of the academy. See [`Client::courses`](crate::Client::courses).
#[derive(Debug, Clone)]
pub struct Courses {
    pub(crate) client: Client,
}

impl Courses {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists the courses of the academy.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::TryStreamExt;

let courses: Vec<_> = client.courses().list().stream().try_collect().await?;
assert_eq!(courses[0].name.as_deref(), Some("Harbour Safety"));
```"#
    )]
    ///
    /// Source: `GET /courses` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list(&self) -> ListCourses {
        ListCourses(Listing::new(&self.client, &operations::COURSES_LIST, Query::new()))
    }

    /// Fetches one course.
    ///
    /// `duration` is in milliseconds.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `course_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let course = client.courses().get(1042).send().await?;
assert_eq!(course.duration.and_then(|it| it.get()), Some(2_700_000));
```"#
    )]
    ///
    /// Source: `GET /courses/{courseId}` in <https://support.fellowdigitals.com/docs/api>.
    pub fn get(&self, course_id: impl Into<CourseId>) -> Call<Course> {
        let draft = Draft::new(&operations::COURSES_GET).at("courseId", course_id.into());
        draft.call::<Unwrapped<Course>>(&self.client)
    }

    /// Lists the courses of a member.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `member_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::TryStreamExt;

let courses: Vec<_> = client.courses().list_of_member(58713).stream().try_collect().await?;
assert!(!courses.is_empty());
```"#
    )]
    ///
    /// Source: `GET /members/{memberId}/courses` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list_of_member(&self, member_id: impl Into<MemberId>) -> ListCoursesOfMember {
        ListCoursesOfMember(
            Listing::new(&self.client, &operations::COURSES_LIST_OF_MEMBER, Query::new())
                .at("memberId", member_id.into()),
        )
    }
}

listing! {
    /// A listing of [`Courses::list`](crate::courses::Courses::list), 100 on a page unless another size is
    /// set.
    ListCourses: Query => Listed<Course>
}

impl ListCourses {
    /// The number of items on a page. Default 100, 250 or 500. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("limit", size);
        self
    }
}

listing! {
    /// A listing of [`Courses::list_of_member`](crate::courses::Courses::list_of_member), 100 on a page
    /// unless another size is set.
    ListCoursesOfMember: Query => Listed<Course>
}

impl ListCoursesOfMember {
    /// The number of items on a page. Default 100, 250 or 500. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("limit", size);
        self
    }
}
