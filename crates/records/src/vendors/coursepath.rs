//! Coursepath: results, each read by itself.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt, stream};
use tassel_core::Error;
use tassel_core::values::{Id, Lenient};
use tassel_coursepath::{Client, Course, CourseMember, Member};
use tokio::time::Instant;

use super::{text, whole};
use crate::questions::{About, Completions, Plan, Reading};
use crate::{Completion, Enrollment, Learner, Mapped, Source, Stage, Stated, Verdict, When};

/// How many results are asked for at a time. The vendor states no quota.
const AT_A_TIME: usize = 4;

/// Who is in which courses, and what it took to know.
#[derive(Default)]
struct Enrolled {
    pairs: Vec<(Arc<Course>, Arc<Member>)>,
    /// How many calls were made.
    calls: u32,
    /// Why these are not known to be all, if they are not.
    incomplete: Option<Error>,
}

#[async_trait]
impl Completions for Client {
    fn vendor(&self) -> &'static str {
        tassel_coursepath::API.vendor
    }

    async fn read_completions(&self, about: &About) -> Result<Reading<Enrollment>, Error> {
        let began = Instant::now();
        let enrolled = match &about.email {
            Some(email) => of_member(self, email).await?,
            None => of_all(self).await?,
        };
        let Enrolled { pairs, calls, incomplete } = enrolled;
        let each = began.elapsed() / calls.max(1) / u32::try_from(AT_A_TIME).unwrap_or(1);
        let number = pairs.len() as u64;
        let plan = Plan::new(number, Duration::ZERO, each).records(Some(number));
        let client = self.clone();
        let records = stream::iter(pairs)
            .map(move |(course, member)| result(client.clone(), course, member))
            .buffered(AT_A_TIME)
            // Whoever was taken out of the course in the meantime has no result.
            .filter_map(|result| async move { result.transpose() });
        Ok(Reading::new(plan, records.chain(stream::iter(incomplete.map(Err)))))
    }
}

/// The courses of whoever has an address.
async fn of_member(client: &Client, email: &str) -> Result<Enrolled, Error> {
    let mut enrolled = Enrolled { calls: 2, ..Enrolled::default() };
    for member in client.members().with_email(email).await? {
        let Some(id) = member.id.clone() else { continue };
        let member = Arc::new(member);
        let (courses, calls, incomplete) = whole(client.courses().list_of_member(id).pages()).await?;
        enrolled.pairs.extend(courses.into_iter().map(|course| (Arc::new(course), Arc::clone(&member))));
        enrolled.calls += calls;
        enrolled.incomplete = enrolled.incomplete.or(incomplete);
    }
    Ok(enrolled)
}

/// The members of every course.
async fn of_all(client: &Client) -> Result<Enrolled, Error> {
    let mut enrolled = Enrolled::default();
    let (courses, calls, incomplete) = whole(client.courses().list().pages()).await?;
    enrolled.calls += calls;
    enrolled.incomplete = incomplete;
    // A member of several courses is kept once.
    let mut known: HashMap<Id, Arc<Member>> = HashMap::new();
    for course in courses {
        let Some(id) = course.id.clone() else { continue };
        let course = Arc::new(course);
        let (members, calls, incomplete) = whole(client.members().list_of_course(id).pages()).await?;
        for member in members {
            let member = match member.id.clone() {
                Some(id) => Arc::clone(known.entry(Id::from(id)).or_insert_with(|| Arc::new(member))),
                None => Arc::new(member),
            };
            enrolled.pairs.push((Arc::clone(&course), member));
        }
        enrolled.calls += calls;
        enrolled.incomplete = enrolled.incomplete.or(incomplete);
    }
    Ok(enrolled)
}

async fn result(
    client: Client,
    course: Arc<Course>,
    member: Arc<Member>,
) -> Result<Option<Mapped<Enrollment>>, Error> {
    let (Some(of), Some(by)) = (course.id.clone(), member.id.clone()) else {
        // Without ids the result cannot be asked for.
        return Ok(Some(map(None, course, member)));
    };
    let result = client.course_members().get(of, by).send_opt().await?;
    Ok(result.map(|result| map(Some(result), course, member)))
}

fn map(result: Option<CourseMember>, course: Arc<Course>, member: Arc<Member>) -> Mapped<Enrollment> {
    let stage = match &result {
        Some(result) if result.is_completed() => Stage::Completed,
        Some(_) => Stage::Open,
        None => Stage::Unknown,
    };
    let result = result.unwrap_or_default();
    let dates = [result.completed.as_ref().and_then(Lenient::known), result.completed_date.as_ref()];
    let dates = dates.into_iter().flatten().map(When::of_timestamp);
    // A text that is no date may be a flag; the stage has it as the vendor's word.
    let completed = { dates }.find(|when| !matches!(when, When::Other(_)));
    let completion = (stage == Stage::Completed).then(|| Completion {
        result: Stated::new(
            match result.success.as_ref().and_then(Lenient::<bool>::get) {
                Some(true) => Verdict::Passed,
                Some(false) => Verdict::Failed,
                None => Verdict::Unknown,
            },
            result.success.as_ref().map(said),
        ),
        completed,
        updated: None,
        score: result.score.as_ref().and_then(Lenient::<serde_json::Number>::get),
        certificate: text(result.certificate_url()),
    });
    let done = completion.is_some();
    let record = Enrollment {
        vendor: tassel_coursepath::API.vendor,
        id: None,
        learner: Learner {
            id: member.id.clone().map(Id::from),
            own_id: text(member.external_id.as_ref().map(ToString::to_string).as_deref()),
            name: text(member.name.as_deref()),
            email: text(member.email.as_deref()),
        },
        course: crate::Course { id: course.id.clone().map(Id::from), name: text(course.name.as_deref()) },
        stage: Stated::new(stage, result.completed.as_ref().map(said)),
        completion,
    };
    let source = Source::Coursepath { result: Box::new(result), member, course };
    Mapped::new(record, source, if done { DONE } else { OPEN })
}

/// What the vendor wrote.
fn said<T: serde::Serialize>(value: &Lenient<T>) -> String {
    match serde_json::to_value(value).unwrap_or_default() {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    }
}

const OPEN: &[&str] = &[
    "member.id",
    "member.externalId",
    "member.name",
    "member.email",
    "course.id",
    "course.name",
    "course.title",
    "result.courseId",
    "result.memberId",
    "result.completed",
];

const DONE: &[&str] = &[
    "member.id",
    "member.externalId",
    "member.name",
    "member.email",
    "course.id",
    "course.name",
    "course.title",
    "result.courseId",
    "result.memberId",
    "result.completed",
    "result.completedDate",
    "result.completedAt",
    "result.completed_at",
    "result.dateCompleted",
    "result.success",
    "result.score",
    "result.certificate",
    "result.certificateUrl",
];
