//! Members of courses, and their results.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Members of courses, and their results. See [`Client::course_members`](crate::Client::course_members).
#[derive(Debug, Clone)]
pub struct CourseMembers {
    pub(crate) client: Client,
}

impl CourseMembers {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches a learner's result in a course.
    ///
    /// A completed course may be failed: `success` says whether the member passed. The scale of `score` is
    /// not documented.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `course_id` is `me`, which leads to another
    ///   operation; `member_id` is `me`, which leads to another operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let result = client.course_members().get(1042, 58713).send().await?;
assert!(result.is_completed());
assert_eq!(result.success.and_then(|it| it.get()), Some(true));
```"#
    )]
    ///
    /// Source: `GET /courses/{courseId}/members/{memberId}/coursemember` in
    /// <https://support.fellowdigitals.com/docs/api>.
    pub fn get(&self, course_id: impl Into<CourseId>, member_id: impl Into<MemberId>) -> Call<CourseMember> {
        let draft = Draft::new(&operations::COURSE_MEMBERS_GET)
            .at("courseId", course_id.into())
            .at("memberId", member_id.into());
        draft.call::<Unwrapped<CourseMember>>(&self.client)
    }

    /// Enrols a member in a course.
    ///
    /// If the member is in it already, nothing changes. This is inferred, not documented.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `course_id` is `me`, which leads to another
    ///   operation; `member_id` is `me`, which leads to another operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.course_members().create(1046, 58713).send().await?;
assert!(!client.course_members().get(1046, 58713).send().await?.is_completed());
```"#
    )]
    ///
    /// Source: `POST /courses/{courseId}/members/{memberId}/coursemember` in
    /// <https://support.fellowdigitals.com/docs/api>.
    pub fn create(
        &self,
        course_id: impl Into<CourseId>,
        member_id: impl Into<MemberId>,
    ) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::COURSE_MEMBERS_CREATE)
            .at("courseId", course_id.into())
            .at("memberId", member_id.into());
        draft.call::<Acknowledged>(&self.client)
    }
}
