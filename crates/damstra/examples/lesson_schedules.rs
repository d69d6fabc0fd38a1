//! Examples of `lesson_schedules`: the documentation of each method shows its own.

use tassel_damstra::{Client, Error};

pub async fn get(client: &Client) -> Result<(), Error> {
    let id = client.lesson_schedules().list_of_user(5014).send().await?.items[0].id.clone().unwrap();
    let schedule = client.lesson_schedules().get(id).send().await?;
    println!("{:?} is due {:?}", schedule.lesson_name, schedule.end_date);
    Ok(())
}

pub async fn certificate(client: &Client) -> Result<(), Error> {
    use tassel_damstra::TryStreamExt;
    let done =
        client.lesson_schedules().list_of_user(5014).status(tassel_damstra::model::ScheduleFilter::Completed);
    let id = done.stream().try_next().await?.unwrap().id.unwrap();
    let certificate = client.lesson_schedules().certificate(id).send().await?;
    assert_eq!(certificate.content_type.as_deref(), Some("application/pdf"));
    assert!(certificate.bytes.starts_with(b"%PDF"));
    Ok(())
}
