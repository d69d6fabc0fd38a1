//! Coursepath: results, each read with its own call.

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

use super::{read_all, text};
use crate::gaps::SharedGaps;
use crate::reading::{Completions, Plan, Reading, Scope};
use crate::roll::Vendors;
use crate::{Completion, DateOrTime, Enrollment, Identity, MappedRecord, Source, Stage, Statement, Verdict};

/// How many results are read concurrently. The vendor states no quota.
const CONCURRENCY: usize = 4;

/// The members of courses.
#[derive(Default)]
struct CourseMembers {
    pairs: Vec<(Arc<Course>, Arc<Member>)>,
    /// The number of calls that it took to read them.
    calls: u32,
}

impl Vendors {
    /// Adds Coursepath, which has completions.
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

    async fn read_completions(&self, scope: &Scope) -> Result<Reading<Enrollment>, Error> {
        let start = Instant::now();
        let gaps = SharedGaps::default();
        let CourseMembers { pairs, calls } = match &scope.email {
            Some(email) => of_member(self, email, scope, &gaps).await?,
            None => of_all(self, &gaps).await?,
        };
        let one_call = start.elapsed() / calls.max(1) / u32::try_from(CONCURRENCY).unwrap_or(1);
        let number = pairs.len() as u64;
        let plan = Plan::new(number, Duration::ZERO, one_call).records(Some(number));
        let (client, result_gaps) = (self.clone(), gaps.clone());
        let records = stream::iter(pairs)
            .map(move |(course, member)| read_result(client.clone(), course, member, result_gaps.clone()))
            .buffered(CONCURRENCY)
            // A member who left the course in the meantime has no result.
            .filter_map(|result| async move { result.transpose() });
        Ok(Reading::new(plan, gaps.append_to(operations::COURSE_MEMBERS_GET.id, records)))
    }
}

/// The courses of the members with this address.
async fn of_member(
    client: &Client,
    email: &str,
    scope: &Scope,
    gaps: &SharedGaps,
) -> Result<CourseMembers, Error> {
    let mut course_members = CourseMembers::default();
    let (mut members, calls, incomplete) =
        read_all(client.members().list().email(email.trim()).pages()).await?;
    course_members.calls += calls;
    incomplete.into_iter().for_each(|error| gaps.set_incomplete(error));
    // It is not documented how the vendor's filter compares addresses.
    members.retain(|member| {
        let kind = "members without an address, who may be the person";
        scope.includes(member.email.as_deref(), gaps, kind, || member.id.as_ref().map(ToString::to_string))
    });
    for member in members {
        let Some(id) = member.id.clone() else {
            gaps.add("members without an id; their courses were not requested", None);
            continue;
        };
        let member = Arc::new(member);
        let (courses, calls, incomplete) = read_all(client.courses().list_of_member(id).pages()).await?;
        course_members
            .pairs
            .extend(courses.into_iter().map(|course| (Arc::new(course), Arc::clone(&member))));
        course_members.calls += calls;
        incomplete.into_iter().for_each(|error| gaps.set_incomplete(error));
    }
    Ok(course_members)
}

/// The members of every course.
async fn of_all(client: &Client, gaps: &SharedGaps) -> Result<CourseMembers, Error> {
    let mut course_members = CourseMembers::default();
    let (courses, calls, incomplete) = read_all(client.courses().list().pages()).await?;
    course_members.calls += calls;
    incomplete.into_iter().for_each(|error| gaps.set_incomplete(error));
    // A member of several courses is stored once.
    let mut known: HashMap<Id, Arc<Member>> = HashMap::new();
    for course in courses {
        let Some(id) = course.id.clone() else {
            gaps.add("courses without an id; their members were not requested", text(course.name.as_deref()));
            continue;
        };
        let course = Arc::new(course);
        let (members, calls, incomplete) = read_all(client.members().list_of_course(id).pages()).await?;
        for member in members {
            let member = match member.id.clone() {
                Some(id) => Arc::clone(known.entry(Id::from(id)).or_insert_with(|| Arc::new(member))),
                None => Arc::new(member),
            };
            course_members.pairs.push((Arc::clone(&course), member));
        }
        course_members.calls += calls;
        incomplete.into_iter().for_each(|error| gaps.set_incomplete(error));
    }
    Ok(course_members)
}

/// The result of a member, or `None` if the member is not in the course any more. If the vendor reports no result, the
/// stage is unknown and a gap is counted.
async fn read_result(
    client: Client,
    course: Arc<Course>,
    member: Arc<Member>,
    gaps: SharedGaps,
) -> Result<Option<MappedRecord<Enrollment>>, Error> {
    let ids = [
        course.id.as_ref().map(|id| format!("course {id}")),
        member.id.as_ref().map(|id| format!("member {id}")),
    ];
    let add_gap = |kind| {
        let name = ids.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ");
        gaps.add(kind, Some(name).filter(|name| !name.is_empty()));
    };
    let (Some(course_id), Some(member_id)) = (course.id.clone(), member.id.clone()) else {
        add_gap("results not requested because the member or the course has no id");
        return Ok(Some(map(CourseMember::default(), Stage::Unknown, course, member)));
    };
    match client.course_members().get(course_id, member_id).send_raw().await {
        Ok(answer) => {
            let fields = fields(&answer.body);
            if !fields.keys().any(|field| RESULT_KEYS.contains(&field.as_str())) {
                add_gap("results without a known field");
            }
            let stage = stage(&answer.value, &fields);
            Ok(Some(map(answer.value, stage, course, member)))
        }
        Err(Error::NotFound(rejection)) if rejection.is_vendors_own() => Ok(None),
        Err(Error::NotFound(_)) => {
            add_gap("results answered with a 404 that is not in the vendor's form");
            Ok(Some(map(CourseMember::default(), Stage::Unknown, course, member)))
        }
        Err(error) => Err(error),
    }
}

/// The fields of a JSON object, in which null and missing differ. The object may be wrapped in one key.
fn fields(body: &[u8]) -> Map<String, Value> {
    // Only an object decodes as a result, so that the default is never used.
    let mut fields: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    if fields.len() == 1
        && let Some(Value::Object(inner)) = fields.values_mut().next()
    {
        return std::mem::take(inner);
    }
    fields
}

/// The stage of a result. A course is open if the vendor says so: by null, by a false flag or by an empty text.
fn stage(result: &CourseMember, fields: &Map<String, Value>) -> Stage {
    if result.is_completed() {
        return Stage::Completed;
    }
    let is_negative = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) if text.trim().is_empty() => true,
        other => Lenient::<bool>::Other(other.clone()).get() == Some(false),
    };
    let mut values = COMPLETION_KEYS.iter().filter_map(|name| fields.get(*name)).peekable();
    if values.peek().is_some() && values.all(is_negative) { Stage::Open } else { Stage::Unknown }
}

fn map(
    result: CourseMember,
    stage: Stage,
    course: Arc<Course>,
    member: Arc<Member>,
) -> MappedRecord<Enrollment> {
    let dates = [result.completed.as_ref().and_then(Lenient::known), result.completed_date.as_ref()];
    let dates = dates.into_iter().flatten().map(DateOrTime::of_timestamp);
    // A text that is not a date may be a flag. It is the vendor's word of the stage.
    let completed = { dates }.find(|date| !matches!(date, DateOrTime::Other(_)));
    let completion = (stage == Stage::Completed).then(|| Completion {
        result: Statement::new(
            match result.success.as_ref().and_then(Lenient::<bool>::get) {
                Some(true) => Verdict::Passed,
                Some(false) => Verdict::Failed,
                None => Verdict::Unknown,
            },
            result.success.as_ref().map(vendor_text),
        ),
        completed,
        updated: None,
        score: result.score.as_ref().and_then(Lenient::<serde_json::Number>::get),
        certificate: text(result.certificate_url()),
    });
    let is_completed = completion.is_some();
    let record = Enrollment {
        vendor: tassel_coursepath::API.vendor,
        id: None,
        learner: Identity {
            id: member.id.clone().map(Id::from),
            own_id: text(member.external_id.as_ref().map(ToString::to_string).as_deref()),
            name: text(member.name.as_deref()),
            email: text(member.email.as_deref()),
        },
        course: crate::Course { id: course.id.clone().map(Id::from), name: text(course.name.as_deref()) },
        stage: Statement::new(stage, result.completed.as_ref().map(vendor_text)),
        completion,
    };
    let source = Source::Coursepath { result: Box::new(result), member, course };
    MappedRecord::new(record, source, if is_completed { COMPLETED_FIELDS } else { OPEN_FIELDS })
}

/// The value, as the vendor wrote it.
fn vendor_text<T: serde::Serialize>(value: &Lenient<T>) -> String {
    match serde_json::to_value(value).unwrap_or_default() {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// The fields of a result that report whether the course is completed.
const COMPLETION_KEYS: &[&str] =
    &["completed", "completedDate", "completedAt", "completed_at", "dateCompleted"];

/// The known fields of a result. An answer without any of them is not a result.
const RESULT_KEYS: &[&str] = &[
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

const OPEN_FIELDS: &[&str] = &[
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

const COMPLETED_FIELDS: &[&str] = &[
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
