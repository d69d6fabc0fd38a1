//! Damstra Learning: lesson schedules, one listing per user.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt, TryStreamExt, future, stream};
use tassel_core::Error;
use tassel_core::values::Id;
use tassel_damstra::model::{ActiveValue, LessonScheduleSummary, ScheduleStatus, User};
use tassel_damstra::{Client, operations};
use tokio::time::Instant;

use super::{full_name, items, pages_left, read_all, text};
use crate::gaps::SharedGaps;
use crate::reading::{Completions, Plan, Reading, Scope};
use crate::roll::Vendors;
use crate::{
    Completion, Course, DateOrTime, Enrollment, Identity, MappedRecord, Source, Stage, Statement, Verdict,
};

/// The page size: the largest observed in use.
const PAGE_SIZE: u64 = 100;

/// How many users' schedules are read concurrently. The vendor states no quota.
const CONCURRENCY: usize = 4;

impl Vendors {
    /// Adds Damstra, which has completions.
    #[must_use]
    pub fn damstra(self, client: Client) -> Self {
        self.completions(client)
    }
}

#[async_trait]
impl Completions for Client {
    fn vendor(&self) -> &'static str {
        tassel_damstra::API.vendor
    }

    async fn read_completions(&self, scope: &Scope) -> Result<Reading<Enrollment>, Error> {
        let start = Instant::now();
        // Inactive users are included: their completions still count.
        let mut search = self.users().search().active(ActiveValue::All).page_size(PAGE_SIZE);
        if let Some(email) = &scope.email {
            search = search.email(email.trim());
        }
        let mut pages = search.pages();
        let first = pages.try_next().await?;
        let one_call = start.elapsed() / u32::try_from(CONCURRENCY).unwrap_or(1);
        let users = first.as_ref().map_or(0, |page| page.total.unwrap_or(page.items.len() as u64));
        // A user with schedules takes a second call, because only an empty page ends the listing.
        let plan = Plan::new(pages_left(first.as_ref()) + 2 * users, Duration::ZERO, one_call);

        let gaps = SharedGaps::default();
        let (scope, filter_gaps) = (scope.clone(), gaps.clone());
        let users = items(first, pages).try_filter(move |user: &User| {
            let kind = "users without an address, who may be the person";
            let id = || Some(user.id.to_string());
            future::ready(scope.includes(user.email_address.as_deref(), &filter_gaps, kind, id))
        });
        let (client, listing_gaps) = (self.clone(), gaps.clone());
        let records = users
            .map(move |user| schedules(client.clone(), user, listing_gaps.clone()))
            .buffered(CONCURRENCY)
            .map_ok(|schedules| stream::iter(schedules).map(Ok))
            .try_flatten();
        Ok(Reading::new(plan, gaps.append_to(operations::USERS_SEARCH.id, records)))
    }
}

/// The lesson schedules of a user.
async fn schedules(
    client: Client,
    user: Result<User, Error>,
    gaps: SharedGaps,
) -> Result<Vec<MappedRecord<Enrollment>>, Error> {
    let user = Arc::new(user?);
    let list = client.lesson_schedules().list_of_user(user.id.clone()).page_size(PAGE_SIZE);
    let (schedules, _, incomplete) = read_all(list.pages()).await?;
    incomplete.into_iter().for_each(|error| gaps.set_incomplete(error));
    Ok(schedules.into_iter().map(|schedule| map(&user, schedule)).collect())
}

fn map(user: &Arc<User>, schedule: LessonScheduleSummary) -> MappedRecord<Enrollment> {
    let stage = match &schedule.status {
        Some(ScheduleStatus::Completed) => Stage::Completed,
        Some(ScheduleStatus::Scheduled | ScheduleStatus::Due | ScheduleStatus::Overdue) => Stage::Open,
        Some(ScheduleStatus::Cancelled) => Stage::Cancelled,
        _ => Stage::Unknown,
    };
    let completion = (stage == Stage::Completed).then(|| Completion {
        // The listing does not report whether it was passed.
        result: Statement::new(Verdict::Unknown, None::<&str>),
        completed: schedule.lesson_completed_date.as_ref().map(DateOrTime::of_timestamp),
        updated: schedule.modified_date.as_ref().map(DateOrTime::of_timestamp),
        score: None,
        certificate: None,
    });
    let is_completed = completion.is_some();
    let record = Enrollment {
        vendor: tassel_damstra::API.vendor,
        id: schedule.id.clone().map(Id::from),
        learner: Identity {
            id: Some(Id::from(user.id.clone())),
            own_id: text(user.employee_number.as_deref()),
            name: full_name(user.first_name.as_deref(), user.last_name.as_deref()),
            email: text(user.email_address.as_deref()),
        },
        course: Course {
            id: schedule.lesson_id.clone().map(Id::from),
            name: text(schedule.lesson_name.as_deref()),
        },
        stage: Statement::new(stage, schedule.status.as_ref()),
        completion,
    };
    let source = Source::Damstra { user: Arc::clone(user), schedule: Box::new(schedule) };
    MappedRecord::new(record, source, if is_completed { COMPLETED_FIELDS } else { OPEN_FIELDS })
}

const OPEN_FIELDS: &[&str] = &[
    "user.id",
    "user.employeeNumber",
    "user.firstName",
    "user.lastName",
    "user.emailAddress",
    "schedule.id",
    "schedule.userId",
    "schedule.lessonId",
    "schedule.lessonName",
    "schedule.status",
];

const COMPLETED_FIELDS: &[&str] = &[
    "user.id",
    "user.employeeNumber",
    "user.firstName",
    "user.lastName",
    "user.emailAddress",
    "schedule.id",
    "schedule.userId",
    "schedule.lessonId",
    "schedule.lessonName",
    "schedule.status",
    "schedule.lessonCompletedDate",
    "schedule.modifiedDate",
];
