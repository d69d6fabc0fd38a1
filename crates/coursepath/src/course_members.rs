//! Members of courses, and their results.

use serde_json::Value;
use tassel_core::Call;
use tassel_core::kit::jiff::Timestamp;
use tassel_core::kit::{Acknowledged, Deleted, Draft};
use tassel_core::values::Lenient;

pub use crate::generated::course_members::*;
use crate::generated::operations as op;
use crate::model::{CourseId, CourseMember, MemberId};

/// Confirms that the removal of a member from a course deletes all of their results in it, which cannot be restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultDeletion;

impl CourseMembers {
    /// Removes a member from a course and deletes all of their results in it. Save the results first if you may need
    /// them.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): the member is not in the course. If an earlier attempt of the
    ///   same call may have removed them, the result is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::course_members::ResultDeletion;
    ///
    /// client.course_members().delete(1042, 58713, ResultDeletion).send().await?;
    /// assert!(client.course_members().get(1042, 58713).send_opt().await?.is_none());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `DELETE /courses/{courseId}/members/{memberId}/coursemember` in <https://support.fellowdigitals.com/docs/api>.
    pub fn delete(
        &self,
        course: impl Into<CourseId>,
        member: impl Into<MemberId>,
        ResultDeletion: ResultDeletion,
    ) -> Call<Deleted<Acknowledged>> {
        Draft::new(&op::COURSE_MEMBERS_DELETE)
            .at("courseId", course.into())
            .at("memberId", member.into())
            .call::<Deleted<Acknowledged>>(&self.client)
    }
}

impl CourseMember {
    /// Whether the course was completed, passed or failed. A score alone does not mean completion.
    #[must_use]
    pub fn is_completed(&self) -> bool {
        let completed = match &self.completed {
            Some(Lenient::Known(text)) => text.to_string().into(),
            Some(Lenient::Other(value)) => value.clone(),
            None => Value::Null,
        };
        let flag = completed == true || Lenient::<bool>::Other(completed).get() == Some(true);
        flag || self.completed_at().is_some()
    }

    /// When the course was completed, if known. A time without an offset is read as UTC, a date as its midnight.
    #[must_use]
    pub fn completed_at(&self) -> Option<Timestamp> {
        let completed = self.completed.as_ref().and_then(Lenient::known);
        [completed, self.completed_date.as_ref()].into_iter().flatten().find_map(|given| {
            let text = given.to_string();
            given.instant().or_else(|| {
                let local = given.local().or_else(|| text.parse().ok())?;
                Some(local.to_zoned(tassel_core::kit::jiff::tz::TimeZone::UTC).ok()?.timestamp())
            })
        })
    }

    /// The URL of the certificate, if there is one: the text itself, or an object's `url`, `href` or `link`.
    #[must_use]
    pub fn certificate_url(&self) -> Option<&str> {
        let certificate = self.certificate.as_ref()?;
        let of_object = || ["url", "href", "link"].iter().find_map(|name| certificate[*name].as_str());
        certificate.as_str().or_else(of_object).filter(|url| !url.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_results_in_every_form() {
        let at = Some("2026-03-14T10:22:05Z");
        let day = Some("2026-03-14T00:00:00Z");
        for (label, result, completed, completed_at, certificate) in [
            ("nothing", json!({}), false, None, None),
            ("a score alone", json!({"score": 100, "success": null, "completed": null}), false, None, None),
            ("failed", json!({"success": false, "completed": "2026-03-14T10:22:05Z"}), true, at, None),
            ("an offset", json!({"completed": "2026-03-14T12:22:05+02:00"}), true, at, None),
            (
                "an offset without a colon",
                json!({"completedAt": "2026-03-14T12:22:05.000+0200"}),
                true,
                at,
                None,
            ),
            ("no offset", json!({"completed_at": "2026-03-14T10:22:05"}), true, at, None),
            ("a day", json!({"dateCompleted": "2026-03-14"}), true, day, None),
            ("a flag", json!({"completed": true}), true, None, None),
            ("a flag as text", json!({"completed": "1"}), true, None, None),
            ("a flag and a day", json!({"completed": 1, "completedDate": "2026-03-14"}), true, day, None),
            ("a flag that is false", json!({"completed": false}), false, None, None),
            ("an empty date", json!({"completed": ""}), false, None, None),
            ("a URL", json!({"certificate": "https://e.org/c"}), false, None, Some("https://e.org/c")),
            (
                "a URL of another name",
                json!({"certificateUrl": "https://e.org/c"}),
                false,
                None,
                Some("https://e.org/c"),
            ),
            (
                "an object",
                json!({"certificate": {"id": 1, "href": "https://e.org/c"}}),
                false,
                None,
                Some("https://e.org/c"),
            ),
            ("an empty certificate", json!({"certificate": ""}), false, None, None),
        ] {
            let result: CourseMember = serde_json::from_value(result).unwrap();
            assert_eq!(result.is_completed(), completed, "{label}");
            assert_eq!(result.completed_at().map(|at| at.to_string()).as_deref(), completed_at, "{label}");
            assert_eq!(result.certificate_url(), certificate, "{label}");
        }
    }
}
