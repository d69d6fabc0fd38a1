//! Examples of `lessons`: the documentation of each method shows its own.

use tassel_damstra::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_damstra::TryStreamExt;
    use tassel_damstra::model::LessonStatus;

    let lessons = client.lessons().list().statuses([LessonStatus::Active]);
    for lesson in lessons.stream().try_collect::<Vec<_>>().await? {
        println!("{} {:?}", lesson.lesson_version_id, lesson.name);
    }
    Ok(())
}

pub async fn list_details(client: &Client) -> Result<(), Error> {
    let page = client.lessons().list_details().page_size(10).send().await?;
    println!("{:?} of {:?}", page.items[0].published, page.items[0].name);
    Ok(())
}
