//! What is taught.

use tassel_core::kit::{Draft, Listed, Listing, Unwrapped, listing};
use tassel_core::{Call, Client};

use crate::generated::operations as op;
use crate::{Course, CourseId, CoursesListOfMemberQuery, CoursesListQuery, MemberId};

/// Courses; see [`Client::courses`](crate::Client::courses).
#[derive(Debug, Clone)]
pub struct Courses {
    client: Client,
}

impl Courses {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists the courses of the academy.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::TryStreamExt;
    ///
    /// let courses: Vec<_> = client.courses().list().stream().try_collect().await?;
    /// assert_eq!(courses[0].name.as_deref(), Some("Harbour Safety"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /courses` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list(&self) -> ListCourses {
        let query = CoursesListQuery::default();
        ListCourses(Listing::new(&self.client, &op::COURSES_LIST, query))
    }

    /// Fetches one course. `duration` is in milliseconds.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no course has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let course = client.courses().get(1042).send().await?;
    /// assert_eq!(course.duration.and_then(|it| it.get()), Some(2_700_000));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /courses/{courseId}` in <https://support.fellowdigitals.com/docs/api>.
    pub fn get(&self, id: impl Into<CourseId>) -> Call<Course> {
        Draft::new(&op::COURSES_GET).at("courseId", id.into()).call::<Unwrapped<Course>>(&self.client)
    }

    /// Lists the courses of a member.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no member has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::TryStreamExt;
    ///
    /// let courses: Vec<_> = client.courses().list_of_member(58713).stream().try_collect().await?;
    /// assert!(!courses.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /members/{memberId}/courses` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list_of_member(&self, member: impl Into<MemberId>) -> ListCoursesOfMember {
        let query = CoursesListOfMemberQuery::default();
        let listing = Listing::new(&self.client, &op::COURSES_LIST_OF_MEMBER, query);
        ListCoursesOfMember(listing.at("memberId", member.into()))
    }
}

listing! {
    /// The courses of the academy, 100 on a page unless it is told otherwise.
    ListCourses: CoursesListQuery => Listed<Course>
}

listing! {
    /// The courses of a member, 100 on a page unless it is told otherwise.
    ListCoursesOfMember: CoursesListOfMemberQuery => Listed<Course>
}

impl ListCourses {
    /// How many to ask for at a time. The vendor may send fewer; the largest it allows is not known.
    pub fn limit(mut self, limit: u64) -> Self {
        self.0.query.limit = Some(limit);
        self
    }
}

impl ListCoursesOfMember {
    /// How many to ask for at a time. The vendor may send fewer; the largest it allows is not known.
    pub fn limit(mut self, limit: u64) -> Self {
        self.0.query.limit = Some(limit);
        self
    }
}
