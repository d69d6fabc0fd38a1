//! A day's work at Coursepath: somebody new joins a course and a group and is invited, and the results of the course
//! are read.
//!
//! ```sh
//! eval "$(cargo run -q -p tassel -- sandbox --print-env)"; cargo run -q -p tassel -- sandbox &
//! cargo run -p tassel-coursepath --example coursepath-day
//! ```

use std::error::Error;

use tassel_coursepath::model::{Invitation, NewMember};
use tassel_coursepath::{Client, TryStreamExt};

const COURSE: u64 = 1042;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name| std::env::var(name).map_err(|error| format!("{name}: {error}"));
    let (url, key) = (variable("TASSEL_COURSEPATH_URL")?, variable("TASSEL_COURSEPATH_API_KEY")?);
    day(&Client::builder("academy.example.org", key).base_url(url).build()?).await
}

/// Does it with a client.
///
/// # Errors
///
/// A call failed, or a reply lacks what the next call needs.
pub async fn day(client: &Client) -> Result<(), Box<dyn Error>> {
    let (members, results) = (client.members(), client.course_members());
    let email = "ama.boateng@example.org";
    let known = members.list().email(email).stream().try_next().await?;
    let member = match known {
        Some(member) => member,
        None => {
            let new = NewMember::new(email).department("Cold Chain");
            members.create(new).send().await?.ok_or("the reply has no member")?
        }
    };
    let id = member.id.ok_or("the member has no id")?;
    results.create(COURSE, id.clone()).send().await?;
    client.groups().add_member(id.clone(), "Day Shift").send().await?;
    members.invite_to_course(COURSE, id, Invitation::default().subject("Welcome aboard")).send().await?;

    let mut enrolled = members.list_of_course(COURSE).stream();
    while let Some(member) = enrolled.try_next().await? {
        let Some(id) = member.id else { continue };
        let result = results.get(COURSE, id).send().await?;
        // Completed does not mean passed.
        let passed = result.success.as_ref().is_some_and(|passed| passed.get() == Some(true));
        match result.completed_at() {
            Some(at) if passed => {
                println!("{:?} passed on {at}: {:?}", member.name, result.certificate_url());
            }
            Some(at) => println!("{:?} completed on {at} and did not pass", member.name),
            None => println!("{:?} has not completed", member.name),
        }
    }
    Ok(())
}
