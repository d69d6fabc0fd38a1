//! The player for a scheduled lesson, for embedding in a page.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// The player for a scheduled lesson, for embedding in a page. See [`Client::player`](crate::Client::player).
#[derive(Debug, Clone)]
pub struct Player {
    pub(crate) client: Client,
}

impl Player {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches the URL of the player for a lesson schedule.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the lesson schedule is completed (837) or
    ///   cancelled (836).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the lesson schedule does not exist (840).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let lesson = tassel_damstra::model::ScheduleRequest::new([882]);
let id = client.lesson_schedules().create(5012, lesson).send().await?.ids[0].clone();
let url = client.player().embed(id).send().await?;
println!("<iframe src=\"{}\"></iframe>", url.expose());
```"#
    )]
    ///
    /// Source: `GET /embed_player` in <https://developer.velpic.com/api-docs.html>.
    pub fn embed(&self, lesson_schedule: impl Into<LessonScheduleId>) -> Call<Secret> {
        let draft = Draft::new(&operations::PLAYER_EMBED).query("lessonScheduleId", lesson_schedule.into());
        draft.call::<PlayerEmbedBody>(&self.client)
    }

    /// Fetches the URL of the player for a lesson schedule, for any kind of lesson.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the lesson schedule is completed (837) or
    ///   cancelled (836).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the lesson schedule does not exist (840).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let lesson = tassel_damstra::model::ScheduleRequest::new([882]);
let id = client.lesson_schedules().create(5012, lesson).send().await?.ids[0].clone();
let url = client.player().embed_version(id).send().await?;
assert!(url.expose().contains("/#player/"));
```"#
    )]
    ///
    /// Source: `GET /embed_player/version/{lessonScheduleId}` in
    /// <https://developer.velpic.com/api-docs.html>.
    pub fn embed_version(&self, lesson_schedule_id: impl Into<LessonScheduleId>) -> Call<Secret> {
        let draft =
            Draft::new(&operations::PLAYER_EMBED_VERSION).at("lessonScheduleId", lesson_schedule_id.into());
        draft.call::<PlayerEmbedVersionBody>(&self.client)
    }
}
