//! Examples of `ilt_sessions`: the documentation of each method shows its own.

use tassel_damstra::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_damstra::TryStreamExt;
    use tassel_damstra::model::IltStateNumber;

    let upcoming = client.ilt_sessions().list().state(IltStateNumber::Upcoming);
    for session in upcoming.stream().try_collect::<Vec<_>>().await? {
        println!("{:?} in {:?}", session.start_datetime, session.location);
    }
    Ok(())
}

pub async fn get(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::IltState;

    let session = client.ilt_sessions().get(610).send().await?;
    assert_eq!(session.state, Some(IltState::Past));
    Ok(())
}

pub async fn create(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::NewIltSession;

    let start: jiff::Zoned = "2026-05-19T09:00+08:00[+08:00]".parse().unwrap();
    let end = start.checked_add(jiff::Span::new().hours(3)).unwrap();
    let session = NewIltSession::new(start, end, "Shed 2", 5100).lesson_id(241);
    let session = client.ilt_sessions().create(session).send().await?;
    assert_eq!(session.start_datetime.unwrap().to_string(), "2026-05-19T09:00:00.000+0800");
    Ok(())
}

pub async fn update(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::IltSessionUpdate;

    let changes = IltSessionUpdate::new(5100, "Shed 3").number_of_places(14);
    let session = client.ilt_sessions().update(611, changes).send().await?;
    assert_eq!(session.number_of_places, Some(14));
    Ok(())
}

pub async fn complete(client: &Client) -> Result<(), Error> {
    client.ilt_sessions().complete(611).send().await?;
    Ok(())
}

pub async fn cancel(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::IltCancellation;

    let (notify_trainees, notify_instructor) = (true, false);
    let told = IltCancellation::new(notify_trainees, notify_instructor);
    client.ilt_sessions().cancel(611, told).send().await?;
    Ok(())
}

pub async fn bulk_register(client: &Client) -> Result<(), Error> {
    let lesson = tassel_damstra::model::ScheduleRequest::new([882]);
    client.lesson_schedules().create(5012, lesson).send().await?;
    use tassel_damstra::model::UserId;

    client.ilt_sessions().bulk_register(611, [UserId::from(5012)]).send().await?;
    Ok(())
}

pub async fn bulk_deregister(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::UserId;

    client.ilt_sessions().bulk_deregister(611, [UserId::from(5012)]).send().await?;
    Ok(())
}

pub async fn list_attendees(client: &Client) -> Result<(), Error> {
    let attendees = client.ilt_sessions().list_attendees(610).send().await?;
    assert!(attendees.is_complete());
    println!("{:?} passed: {:?}", attendees.results[0].user_name, attendees.results[0].passed);
    Ok(())
}

pub async fn save_progress(client: &Client) -> Result<(), Error> {
    use tassel_damstra::model::AttendeeProgress;

    let attendees = client.ilt_sessions().list_attendees(610).send().await?.results;
    let all = attendees.into_iter().filter_map(|attendee| attendee.id);
    let passed = all.map(|id| AttendeeProgress::new(id).attended(true).passed(true));
    client.ilt_sessions().save_progress(610, passed).send().await?;
    Ok(())
}
