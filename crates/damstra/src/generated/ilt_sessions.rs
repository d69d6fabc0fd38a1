//! Instructor-led sessions.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Instructor-led sessions. See [`Client::ilt_sessions`](crate::Client::ilt_sessions).
#[derive(Debug, Clone)]
pub struct IltSessions {
    pub(crate) client: Client,
}

impl IltSessions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists instructor-led sessions.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::TryStreamExt;
use tassel_damstra::model::IltStateNumber;

let upcoming = client.ilt_sessions().list().state(IltStateNumber::Upcoming);
for session in upcoming.stream().try_collect::<Vec<_>>().await? {
    println!("{:?} in {:?}", session.start_datetime, session.location);
}
```"#
    )]
    ///
    /// Source: `GET /ilt_session` in <https://developer.velpic.com/api-docs.html>.
    pub fn list(&self) -> ListIltSessions {
        ListIltSessions(Listing::new(&self.client, &operations::ILT_SESSIONS_LIST, Query::new()))
    }

    /// Creates an instructor-led session.
    ///
    /// Set the number of places with [`update`](Self::update).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::NewIltSession;

let start: jiff::Zoned = "2026-05-19T09:00+08:00[+08:00]".parse().unwrap();
let end = start.checked_add(jiff::Span::new().hours(3)).unwrap();
let session = NewIltSession::new(start, end, "Shed 2", 5100).lesson_id(241);
let session = client.ilt_sessions().create(session).send().await?;
assert_eq!(session.start_datetime.unwrap().to_string(), "2026-05-19T09:00:00.000+0800");
```"#
    )]
    ///
    /// Source: `POST /ilt_session` in <https://developer.velpic.com/api-docs.html>.
    pub fn create(&self, new_ilt_session: NewIltSession) -> Call<IltSession> {
        let draft = Draft::new(&operations::ILT_SESSIONS_CREATE).body(new_ilt_session);
        draft.call::<IltSession>(&self.client)
    }

    /// Fetches one session.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::IltState;

let session = client.ilt_sessions().get(610).send().await?;
assert_eq!(session.state, Some(IltState::Past));
```"#
    )]
    ///
    /// Source: `GET /ilt_session/{iltSessionId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn get(&self, ilt_session_id: impl Into<IltSessionId>) -> Call<IltSessionDetail> {
        let draft = Draft::new(&operations::ILT_SESSIONS_GET).at("iltSessionId", ilt_session_id.into());
        draft.call::<IltSessionDetail>(&self.client)
    }

    /// Updates a session, except its times.
    ///
    /// The instructor and the location are required. The times cannot be changed.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::IltSessionUpdate;

let changes = IltSessionUpdate::new(5100, "Shed 3").number_of_places(14);
let session = client.ilt_sessions().update(611, changes).send().await?;
assert_eq!(session.number_of_places, Some(14));
```"#
    )]
    ///
    /// Source: `PATCH /ilt_session/{iltSessionId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn update(
        &self,
        ilt_session_id: impl Into<IltSessionId>,
        ilt_session_update: IltSessionUpdate,
    ) -> Call<IltSessionDetail> {
        let draft = Draft::new(&operations::ILT_SESSIONS_UPDATE)
            .at("iltSessionId", ilt_session_id.into())
            .body(ilt_session_update);
        draft.call::<IltSessionDetail>(&self.client)
    }

    /// Completes a session and every lesson schedule attached to it.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
client.ilt_sessions().complete(611).send().await?;
```"#
    )]
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/complete` in <https://developer.velpic.com/api-docs.html>.
    pub fn complete(&self, ilt_session_id: impl Into<IltSessionId>) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::ILT_SESSIONS_COMPLETE).at("iltSessionId", ilt_session_id.into());
        draft.call::<Acknowledged>(&self.client)
    }

    /// Cancels a session.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::IltCancellation;

let (notify_trainees, notify_instructor) = (true, false);
let told = IltCancellation::new(notify_trainees, notify_instructor);
client.ilt_sessions().cancel(611, told).send().await?;
```"#
    )]
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/cancel_session` in
    /// <https://developer.velpic.com/api-docs.html>.
    pub fn cancel(
        &self,
        ilt_session_id: impl Into<IltSessionId>,
        ilt_cancellation: IltCancellation,
    ) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::ILT_SESSIONS_CANCEL)
            .at("iltSessionId", ilt_session_id.into())
            .body(ilt_cancellation);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Registers users for a session.
    ///
    /// The users must be scheduled for its lesson. The effect on others is not known.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `user_ids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let lesson = tassel_damstra::model::ScheduleRequest::new([882]);
client.lesson_schedules().create(5012, lesson).send().await?;
use tassel_damstra::model::UserId;

client.ilt_sessions().bulk_register(611, [UserId::from(5012)]).send().await?;
```"#
    )]
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/bulk_register` in
    /// <https://developer.velpic.com/api-docs.html>.
    pub fn bulk_register(
        &self,
        ilt_session_id: impl Into<IltSessionId>,
        user_ids: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        let body = UserIds::new(user_ids);
        let draft = Draft::new(&operations::ILT_SESSIONS_BULK_REGISTER)
            .at("iltSessionId", ilt_session_id.into())
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Deregisters users from a session.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `user_ids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::UserId;

client.ilt_sessions().bulk_deregister(611, [UserId::from(5012)]).send().await?;
```"#
    )]
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/bulk_deregister` in
    /// <https://developer.velpic.com/api-docs.html>.
    pub fn bulk_deregister(
        &self,
        ilt_session_id: impl Into<IltSessionId>,
        user_ids: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Call<Acknowledged> {
        let body = UserIds::new(user_ids);
        let draft = Draft::new(&operations::ILT_SESSIONS_BULK_DEREGISTER)
            .at("iltSessionId", ilt_session_id.into())
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Lists the attendees of a session.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let attendees = client.ilt_sessions().list_attendees(610).send().await?;
assert!(attendees.is_complete());
println!("{:?} passed: {:?}", attendees.results[0].user_name, attendees.results[0].passed);
```"#
    )]
    ///
    /// Source: `GET /ilt_session/{iltSessionId}/attendees` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_attendees(&self, ilt_session_id: impl Into<IltSessionId>) -> Call<IltAttendeeList> {
        let draft =
            Draft::new(&operations::ILT_SESSIONS_LIST_ATTENDEES).at("iltSessionId", ilt_session_id.into());
        draft.call::<IltAttendeeList>(&self.client)
    }

    /// Records who attended and who passed, by attendee id.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the input is invalid (inferred).
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key is missing or wrong.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist (inferred).
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `attendees` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_damstra::model::AttendeeProgress;

let attendees = client.ilt_sessions().list_attendees(610).send().await?.results;
let all = attendees.into_iter().filter_map(|attendee| attendee.id);
let passed = all.map(|id| AttendeeProgress::new(id).attended(true).passed(true));
client.ilt_sessions().save_progress(610, passed).send().await?;
```"#
    )]
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/save_progress` in
    /// <https://developer.velpic.com/api-docs.html>.
    pub fn save_progress(
        &self,
        ilt_session_id: impl Into<IltSessionId>,
        attendees: impl IntoIterator<Item = AttendeeProgress>,
    ) -> Call<Acknowledged> {
        let body = SaveProgress::new(attendees);
        let draft = Draft::new(&operations::ILT_SESSIONS_SAVE_PROGRESS)
            .at("iltSessionId", ilt_session_id.into())
            .refuse(Limits::problem(&body, ""))
            .body(body);
        draft.call::<Acknowledged>(&self.client)
    }
}

listing! {
    /// A listing of [`IltSessions::list`](crate::ilt_sessions::IltSessions::list), 100 on a page unless
    /// another size is set.
    ListIltSessions: Query => IltSessionList
}

impl ListIltSessions {
    /// Only sessions of this lesson schedule.
    pub fn lesson_schedule(mut self, lesson_schedule: impl Into<LessonScheduleId>) -> Self {
        self.0.query.set("lessonScheduleId", lesson_schedule.into());
        self
    }

    /// Only sessions that are upcoming (1), in progress (2) or past (3).
    pub fn state(mut self, state: impl Into<IltStateNumber>) -> Self {
        self.0.query.set("state", state.into());
        self
    }

    /// Only sessions that are active (1), completed (2) or cancelled (3).
    pub fn status(mut self, status: impl Into<IltStatus>) -> Self {
        self.0.query.set("status", status.into());
        self
    }

    /// Only sessions of this instructor.
    pub fn instructor(mut self, instructor: impl Into<UserId>) -> Self {
        self.0.query.set("instructorId", instructor.into());
        self
    }

    /// The number of items on a page. The documented default is 0. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("maxResults", size);
        self
    }
}
