//! Examples of `player`: the documentation of each method shows its own.

use tassel_damstra::{Client, Error};

pub async fn embed(client: &Client) -> Result<(), Error> {
    let lesson = tassel_damstra::model::ScheduleRequest::new([882]);
    let id = client.lesson_schedules().create(5012, lesson).send().await?.ids[0].clone();
    let url = client.player().embed(id).send().await?;
    println!("<iframe src=\"{}\"></iframe>", url.expose());
    Ok(())
}

pub async fn embed_version(client: &Client) -> Result<(), Error> {
    let lesson = tassel_damstra::model::ScheduleRequest::new([882]);
    let id = client.lesson_schedules().create(5012, lesson).send().await?.ids[0].clone();
    let url = client.player().embed_version(id).send().await?;
    assert!(url.expose().contains("/#player/"));
    Ok(())
}
