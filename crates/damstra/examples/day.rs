//! A day's work at Damstra: somebody new gets a lesson, a lesson taken elsewhere is recorded, and the certificate of
//! each completed lesson is saved.
//!
//! ```sh
//! eval "$(cargo run -q -p tassel -- sandbox --print-env)"; cargo run -q -p tassel -- sandbox &
//! cargo run -p tassel-damstra --example damstra-day
//! ```

use std::error::Error;

use tassel_damstra::model::{
    Completion, LessonStatus, NewUser, Role, ScheduleFilter, ScheduleRequest, UserId,
};
use tassel_damstra::{Client, TryStreamExt, is_already_scheduled};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name| std::env::var(name).map_err(|error| format!("{name}: {error}"));
    let builder = Client::builder(variable("TASSEL_DAMSTRA_ACCESS_KEY")?);
    day(&builder.base_url(variable("TASSEL_DAMSTRA_URL")?).build()?).await
}

/// Does it with a client.
///
/// # Errors
///
/// A call failed, or a reply lacks what the next call needs.
pub async fn day(client: &Client) -> Result<(), Box<dyn Error>> {
    let (users, schedules) = (client.users(), client.lesson_schedules());
    let lesson = client
        .lessons()
        .list()
        .statuses([LessonStatus::Active])
        .stream()
        .try_next()
        .await?
        .ok_or("there is no lesson")?;

    let mail_them = false;
    let new = NewUser::new("Ama", "Boateng", "ama.boateng@example.org", mail_them).roles([Role::Trainee]);
    let ama = users.create(new).send().await?.id;
    for attempt in 1..=2 {
        match schedules
            .create(ama.clone(), ScheduleRequest::new([lesson.lesson_version_id.clone()]))
            .send()
            .await
        {
            Ok(created) => println!("scheduled: {} lesson", created.ids.len()),
            Err(error) if is_already_scheduled(&error) => println!("scheduled before, at attempt {attempt}"),
            Err(error) => return Err(error.into()),
        }
    }
    let (taken, recorded_by) = ("2026-03-02T05:04:00Z".parse::<jiff::Timestamp>()?, UserId::from(9000));
    let completion = Completion::of_version(lesson.lesson_version_id, taken, recorded_by);
    schedules.complete_lesson(ama.clone(), completion).send().await?;

    let mut completed = schedules.list_of_user(ama).status(ScheduleFilter::Completed).stream();
    while let Some(schedule) = completed.try_next().await? {
        let Some(id) = schedule.id else { continue };
        let certificate = schedules.certificate(id).send().await?;
        println!("{:?}: a certificate of {} bytes", schedule.lesson_name, certificate.bytes.len());
    }
    Ok(())
}
