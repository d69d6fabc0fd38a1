//! A day's work at NameCoach before a ceremony: new people are put on the name page, everybody without a recording is
//! named, and an export of the page is taken.
//!
//! ```sh
//! eval "$(cargo run -q -p tassel -- sandbox --print-env)"; cargo run -q -p tassel -- sandbox &
//! cargo run -p tassel-namecoach --example namecoach-day
//! ```

use std::error::Error;

use tassel_namecoach::model::{NewExport, NewParticipant};
use tassel_namecoach::pronunciation::Pronunciation;
use tassel_namecoach::{Client, TryStreamExt};

const PAGE: &str = "harbour-academy-staff";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name| std::env::var(name).map_err(|error| format!("{name}: {error}"));
    let builder = Client::builder(variable("TASSEL_NAMECOACH_TOKEN")?);
    day(&builder.base_url(variable("TASSEL_NAMECOACH_URL")?).build()?).await
}

/// Does it with a client.
///
/// # Errors
///
/// A call failed, or a reply lacks what the next call needs.
pub async fn day(client: &Client) -> Result<(), Box<dyn Error>> {
    let participants = client.participants();
    for (first, last, email) in [("Ama", "Boateng", "ama.boateng@example.org")] {
        match participants.pronunciation(email).send().await? {
            Pronunciation::Recorded(_) | Pronunciation::NotRecorded(_) => println!("{email} is known"),
            _ => {
                let new = NewParticipant::new(first, last, email);
                let created = participants.create(PAGE, new).send().await?;
                println!("{email} was invited as {:?}", created.token());
            }
        }
    }
    let mut people = participants.list_of_name_page(PAGE).stream();
    while let Some(person) = people.try_next().await? {
        if person.recording().is_none() {
            println!("no recording yet: {:?} {:?}", person.first_name, person.last_name);
        }
    }
    let export = client.exports().create(NewExport::default().name_page_id(PAGE)).send().await?;
    println!("export {} ended as {:?}", export.id, client.exports().wait(export.id.clone()).send().await?);
    Ok(())
}
