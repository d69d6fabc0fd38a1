//! The player for a scheduled lesson, to be embedded in a page.

use tassel_core::kit::Draft;
use tassel_core::values::Secret;
use tassel_core::{Call, Client};

use crate::generated::operations as op;
use crate::{EmbedUrl, LessonScheduleId, PlayerEmbedQuery};

/// The player; see [`Client::player`](crate::Client::player).
///
/// Its URLs let the user in without a password, so `Debug` does not show them. What looks like their query stands
/// behind a `#`: it never reaches a server, and a URL parser takes it for the fragment.
#[derive(Debug, Clone)]
pub struct Player {
    client: Client,
}

impl Player {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Fetches the URL of the player for a lesson schedule.
    ///
    /// # Errors
    ///
    /// [`InternalCode::of`](crate::InternalCode::of) tells them apart:
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): there is no such schedule (840).
    /// * [`Error::Invalid`](crate::Error::Invalid): the schedule is completed (837) or cancelled (836).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// # let lesson = tassel_damstra::ScheduleRequest::new([882]);
    /// # let some = client.lesson_schedules().create(5012, lesson).send().await?.ids[0].clone();
    /// let url = client.player().embed(some).send().await?;
    /// println!("<iframe src=\"{}\"></iframe>", url.expose());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /embed_player` in <https://developer.velpic.com/api-docs.html>.
    pub fn embed(&self, schedule: impl Into<LessonScheduleId>) -> Call<Secret> {
        Draft::new(&op::PLAYER_EMBED)
            .query_from(&PlayerEmbedQuery::new(schedule))
            .call::<EmbedUrl>(&self.client)
    }

    /// Fetches the URL of the player for a lesson schedule, whatever kind of lesson it is.
    ///
    /// # Errors
    ///
    /// As for [`embed`](Self::embed).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// # let lesson = tassel_damstra::ScheduleRequest::new([882]);
    /// # let some = client.lesson_schedules().create(5012, lesson).send().await?.ids[0].clone();
    /// let url = client.player().embed_version(some).send().await?;
    /// assert!(url.expose().contains("/#player/"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /embed_player/version/{lessonScheduleId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn embed_version(&self, schedule: impl Into<LessonScheduleId>) -> Call<Secret> {
        Draft::new(&op::PLAYER_EMBED_VERSION)
            .at("lessonScheduleId", schedule.into())
            .call::<EmbedUrl>(&self.client)
    }
}
