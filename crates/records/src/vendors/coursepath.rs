//! Coursepath: results, each read by itself.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt, stream};
use serde_json::{Map, Value};
use tassel_core::Error;
use tassel_core::values::{Id, Lenient};
use tassel_coursepath::model::{Course, CourseMember, Member};
use tassel_coursepath::{Client, operations};
use tokio::time::Instant;

use super::{text, whole};
use crate::questions::{About, Completions, Plan, Reading};
use crate::roll::Vendors;
use crate::untold::Ending;
use crate::{Completion, Enrollment, Learner, Mapped, Source, Stage, Stated, Verdict, When};

/// How many results are asked for at a time. The vendor states no quota.
const AT_A_TIME: usize = 4;

/// Who is in which courses, and what it took to know.
#[derive(Default)]
struct Enrolled {
    pairs: Vec<(Arc<Course>, Arc<Member>)>,
    /// How many calls were made.
    calls: u32,
}

impl Vendors {
    /// Asks Coursepath for what it knows: completions.
    #[must_use]
    pub fn coursepath(self, client: Client) -> Self {
        self.completions(client)
    }
}

#[async_trait]
impl Completions for Client {
    fn vendor(&self) -> &'static str {
        tassel_coursepath::API.vendor
    }

    async fn read_completions(&self, about: &About) -> Result<Reading<Enrollment>, Error> {
        let began = Instant::now();
        let ending = Ending::default();
        let Enrolled { pairs, calls } = match &about.email {
            Some(email) => of_member(self, email, about, &ending).await?,
            None => of_all(self, &ending).await?,
        };
        let each = began.elapsed() / calls.max(1) / u32::try_from(AT_A_TIME).unwrap_or(1);
        let number = pairs.len() as u64;
        let plan = Plan::new(number, Duration::ZERO, each).records(Some(number));
        let (client, noted) = (self.clone(), ending.clone());
        let records = stream::iter(pairs)
            .map(move |(course, member)| result(client.clone(), course, member, noted.clone()))
            .buffered(AT_A_TIME)
            // Whoever was taken out of the course in the meantime has no result.
            .filter_map(|result| async move { result.transpose() });
        Ok(Reading::new(plan, ending.close(operations::COURSE_MEMBERS_GET.id, records)))
    }
}

/// The courses of whoever has an address.
async fn of_member(client: &Client, email: &str, about: &About, ending: &Ending) -> Result<Enrolled, Error> {
    let mut enrolled = Enrolled::default();
    let (mut members, calls, incomplete) = whole(client.members().list().email(email.trim()).pages()).await?;
    enrolled.calls += calls;
    incomplete.into_iter().for_each(|incomplete| ending.cut(incomplete));
    // How the vendor's filter matches is not documented.
    members.retain(|member| {
        let kind = "members without an address, who may be the person";
        about.is_about(member.email.as_deref(), ending, kind, || member.id.as_ref().map(ToString::to_string))
    });
    for member in members {
        let Some(id) = member.id.clone() else {
            ending.add("members without an id, whose courses were not asked for", None);
            continue;
        };
        let member = Arc::new(member);
        let (courses, calls, incomplete) = whole(client.courses().list_of_member(id).pages()).await?;
        enrolled.pairs.extend(courses.into_iter().map(|course| (Arc::new(course), Arc::clone(&member))));
        enrolled.calls += calls;
        incomplete.into_iter().for_each(|incomplete| ending.cut(incomplete));
    }
    Ok(enrolled)
}

/// The members of every course.
async fn of_all(client: &Client, ending: &Ending) -> Result<Enrolled, Error> {
    let mut enrolled = Enrolled::default();
    let (courses, calls, incomplete) = whole(client.courses().list().pages()).await?;
    enrolled.calls += calls;
    incomplete.into_iter().for_each(|incomplete| ending.cut(incomplete));
    // A member of several courses is kept once.
    let mut known: HashMap<Id, Arc<Member>> = HashMap::new();
    for course in courses {
        let Some(id) = course.id.clone() else {
            ending
                .add("courses without an id, whose members were not asked for", text(course.name.as_deref()));
            continue;
        };
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
        incomplete.into_iter().for_each(|incomplete| ending.cut(incomplete));
    }
    Ok(enrolled)
}

/// A result as the vendor told it, or `None` where the member is not in the course any more. Where the vendor told
/// nothing, how far the member is stays unknown, and that is noted.
async fn result(
    client: Client,
    course: Arc<Course>,
    member: Arc<Member>,
    ending: Ending,
) -> Result<Option<Mapped<Enrollment>>, Error> {
    let named = [
        course.id.as_ref().map(|id| format!("course {id}")),
        member.id.as_ref().map(|id| format!("member {id}")),
    ];
    let untold = |kind| {
        let name = named.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ");
        ending.add(kind, Some(name).filter(|name| !name.is_empty()));
    };
    let (Some(of), Some(by)) = (course.id.clone(), member.id.clone()) else {
        untold("results that were not asked for, as the member or the course has no id");
        return Ok(Some(map(CourseMember::default(), Stage::Unknown, course, member)));
    };
    match client.course_members().get(of, by).send_raw().await {
        Ok(answer) => {
            let fields = fields(&answer.body);
            if !fields.keys().any(|field| RESULT.contains(&field.as_str())) {
                untold("results without any field of a result");
            }
            let stage = stage(&answer.value, &fields);
            Ok(Some(map(answer.value, stage, course, member)))
        }
        Err(Error::NotFound(rejection)) if rejection.is_vendors_own() => Ok(None),
        Err(Error::NotFound(_)) => {
            untold("results answered with a 404 that is not the vendor's own");
            Ok(Some(map(CourseMember::default(), Stage::Unknown, course, member)))
        }
        Err(error) => Err(error),
    }
}

/// The fields of an object as they came, which tell null from what is missing. It may be wrapped in one key.
fn fields(body: &[u8]) -> Map<String, Value> {
    // What is no object could not be read as a result before.
    let mut fields: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    if fields.len() == 1
        && let Some(Value::Object(inner)) = fields.values_mut().next()
    {
        return std::mem::take(inner);
    }
    fields
}

/// How far a member is. That a course is not completed is known where the vendor says so: by null, by a flag that is
/// down, or by an empty text.
fn stage(result: &CourseMember, fields: &Map<String, Value>) -> Stage {
    if result.is_completed() {
        return Stage::Completed;
    }
    let says_no = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) if text.trim().is_empty() => true,
        other => Lenient::<bool>::Other(other.clone()).get() == Some(false),
    };
    let mut said = COMPLETED.iter().filter_map(|name| fields.get(*name)).peekable();
    if said.peek().is_some() && said.all(says_no) { Stage::Open } else { Stage::Unknown }
}

fn map(result: CourseMember, stage: Stage, course: Arc<Course>, member: Arc<Member>) -> Mapped<Enrollment> {
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
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// Where a result says whether the course is completed.
const COMPLETED: &[&str] = &["completed", "completedDate", "completedAt", "completed_at", "dateCompleted"];

/// What a result may say. An answer without any of it is none.
const RESULT: &[&str] = &[
    "courseId",
    "memberId",
    "score",
    "success",
    "completed",
    "completedDate",
    "completedAt",
    "completed_at",
    "dateCompleted",
    "certificate",
    "certificateUrl",
    "course",
    "member",
];

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
