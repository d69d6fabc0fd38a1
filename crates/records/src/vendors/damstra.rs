//! Damstra Learning: lesson schedules, read user by user.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt, TryStreamExt, future, stream};
use tassel_core::Error;
use tassel_core::values::Id;
use tassel_damstra::model::{ActiveValue, LessonScheduleSummary, ScheduleStatus, User};
use tassel_damstra::{Client, operations};
use tokio::time::Instant;

use super::{full_name, items, pages_left, text, whole};
use crate::questions::{About, Completions, Plan, Reading};
use crate::roll::Vendors;
use crate::untold::Ending;
use crate::{Completion, Course, Enrollment, Learner, Mapped, Source, Stage, Stated, Verdict, When};

/// How many on a page: the largest that has been seen in use.
const PAGE: u64 = 100;

/// How many users' schedules are asked for at a time. The vendor states no quota.
const AT_A_TIME: usize = 4;

impl Vendors {
    /// Asks Damstra for what it knows: completions.
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

    async fn read_completions(&self, about: &About) -> Result<Reading<Enrollment>, Error> {
        let began = Instant::now();
        // What somebody learnt who has left since was learnt all the same.
        let mut search = self.users().search().active(ActiveValue::All).page_size(PAGE);
        if let Some(email) = &about.email {
            search = search.email(email.trim());
        }
        let mut pages = search.pages();
        let first = pages.try_next().await?;
        let each = began.elapsed() / u32::try_from(AT_A_TIME).unwrap_or(1);
        let users = first.as_ref().map_or(0, |page| page.total.unwrap_or(page.items.len() as u64));
        // Whoever has any schedules takes a second call, as only an empty page ends the listing.
        let plan = Plan::new(pages_left(first.as_ref()) + 2 * users, Duration::ZERO, each);

        let ending = Ending::default();
        let (about, noted) = (about.clone(), ending.clone());
        let users = items(first, pages).try_filter(move |user: &User| {
            let kind = "users without an address, who may be the person";
            let id = || Some(user.id.to_string());
            future::ready(about.is_about(user.email_address.as_deref(), &noted, kind, id))
        });
        let (client, cut) = (self.clone(), ending.clone());
        let records = users
            .map(move |user| schedules(client.clone(), user, cut.clone()))
            .buffered(AT_A_TIME)
            .map_ok(|schedules| stream::iter(schedules).map(Ok))
            .try_flatten();
        Ok(Reading::new(plan, ending.close(operations::USERS_SEARCH.id, records)))
    }
}

/// What a user is to take and has taken. Why that may not be all is kept for the end.
async fn schedules(
    client: Client,
    user: Result<User, Error>,
    ending: Ending,
) -> Result<Vec<Mapped<Enrollment>>, Error> {
    let user = Arc::new(user?);
    let list = client.lesson_schedules().list_of_user(user.id.clone()).page_size(PAGE);
    let (schedules, _, incomplete) = whole(list.pages()).await?;
    incomplete.into_iter().for_each(|incomplete| ending.cut(incomplete));
    Ok(schedules.into_iter().map(|schedule| map(&user, schedule)).collect())
}

fn map(user: &Arc<User>, schedule: LessonScheduleSummary) -> Mapped<Enrollment> {
    let stage = match &schedule.status {
        Some(ScheduleStatus::Completed) => Stage::Completed,
        Some(ScheduleStatus::Scheduled | ScheduleStatus::Due | ScheduleStatus::Overdue) => Stage::Open,
        Some(ScheduleStatus::Cancelled) => Stage::Cancelled,
        _ => Stage::Unknown,
    };
    let completion = (stage == Stage::Completed).then(|| Completion {
        // The listing does not say whether it was passed.
        result: Stated::new(Verdict::Unknown, None::<&str>),
        completed: schedule.lesson_completed_date.as_ref().map(When::of_timestamp),
        updated: schedule.modified_date.as_ref().map(When::of_timestamp),
        score: None,
        certificate: None,
    });
    let done = completion.is_some();
    let record = Enrollment {
        vendor: tassel_damstra::API.vendor,
        id: schedule.id.clone().map(Id::from),
        learner: Learner {
            id: Some(Id::from(user.id.clone())),
            own_id: text(user.employee_number.as_deref()),
            name: full_name(user.first_name.as_deref(), user.last_name.as_deref()),
            email: text(user.email_address.as_deref()),
        },
        course: Course {
            id: schedule.lesson_id.clone().map(Id::from),
            name: text(schedule.lesson_name.as_deref()),
        },
        stage: Stated::new(stage, schedule.status.as_ref()),
        completion,
    };
    let source = Source::Damstra { user: Arc::clone(user), schedule: Box::new(schedule) };
    Mapped::new(record, source, if done { DONE } else { OPEN })
}

const OPEN: &[&str] = &[
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

const DONE: &[&str] = &[
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
