//! Instructor-led sessions.

use tassel_core::kit::{Acknowledged, Draft, Listing, listing};
use tassel_core::{Call, Client};

use crate::generated::operations as op;
use crate::groups::nobody;
use crate::{
    AttendeeProgress, IltAttendeeList, IltCancellation, IltSession, IltSessionDetail, IltSessionId,
    IltSessionList, IltSessionUpdate, IltSessionsListQuery, IltStateNumber, IltStatus, LessonScheduleId,
    NewIltSession, SaveProgress, UserId, UserIds,
};

/// Instructor-led sessions; see [`Client::ilt_sessions`](crate::Client::ilt_sessions). Their times are those of where
/// they are held, with its offset.
#[derive(Debug, Clone)]
pub struct IltSessions {
    client: Client,
}

impl IltSessions {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists sessions; all of them, if nothing else is said.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::{IltStateNumber, TryStreamExt};
    ///
    /// let upcoming = client.ilt_sessions().list().state(IltStateNumber::Upcoming);
    /// for session in upcoming.stream().try_collect::<Vec<_>>().await? {
    ///     println!("{:?} in {:?}", session.start_datetime, session.location);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /ilt_session` in <https://developer.velpic.com/api-docs.html>.
    pub fn list(&self) -> ListIltSessions {
        let query = IltSessionsListQuery::default();
        ListIltSessions(Listing::new(&self.client, &op::ILT_SESSIONS_LIST, query))
    }

    /// Fetches one session.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no session has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::IltState;
    ///
    /// let session = client.ilt_sessions().get(610).send().await?;
    /// assert_eq!(session.state, Some(IltState::Past));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /ilt_session/{iltSessionId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn get(&self, id: impl Into<IltSessionId>) -> Call<IltSessionDetail> {
        Draft::new(&op::ILT_SESSIONS_GET).at("iltSessionId", id.into()).call::<IltSessionDetail>(&self.client)
    }

    /// Creates a session. How many can take part is said by [`update`](Self::update). It is never sent twice by itself.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not accept a value. That it answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::NewIltSession;
    ///
    /// let start: jiff::Zoned = "2026-05-19T09:00+08:00[+08:00]".parse().unwrap();
    /// let end = start.checked_add(jiff::Span::new().hours(3)).unwrap();
    /// let session = NewIltSession::new(start, end, "Shed 2", 5100).lesson_id(241);
    /// let session = client.ilt_sessions().create(session).send().await?;
    /// assert_eq!(session.start_datetime.unwrap().to_string(), "2026-05-19T09:00:00.000+0800");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /ilt_session` in <https://developer.velpic.com/api-docs.html>.
    pub fn create(&self, session: NewIltSession) -> Call<IltSession> {
        Draft::new(&op::ILT_SESSIONS_CREATE).body(session).call::<IltSession>(&self.client)
    }

    /// Changes a session. The instructor and the location are sent each time; the times cannot be changed.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no session has this id. That the vendor answers so is inferred.
    /// * [`Error::Invalid`](crate::Error::Invalid): the vendor does not accept a value. That it answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::IltSessionUpdate;
    ///
    /// let changes = IltSessionUpdate::new(5100, "Shed 3").number_of_places(14);
    /// let session = client.ilt_sessions().update(611, changes).send().await?;
    /// assert_eq!(session.number_of_places, Some(14));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `PATCH /ilt_session/{iltSessionId}` in <https://developer.velpic.com/api-docs.html>.
    pub fn update(&self, id: impl Into<IltSessionId>, changes: IltSessionUpdate) -> Call<IltSessionDetail> {
        Draft::new(&op::ILT_SESSIONS_UPDATE)
            .at("iltSessionId", id.into())
            .body(changes)
            .call::<IltSessionDetail>(&self.client)
    }

    /// Completes a session, and with it every lesson schedule attached to it. It is never sent twice by itself.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no session has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// client.ilt_sessions().complete(611).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/complete` in <https://developer.velpic.com/api-docs.html>.
    pub fn complete(&self, id: impl Into<IltSessionId>) -> Call<Acknowledged> {
        Draft::new(&op::ILT_SESSIONS_COMPLETE)
            .at("iltSessionId", id.into())
            .call::<Acknowledged>(&self.client)
    }

    /// Cancels a session. It is never sent twice by itself.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no session has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::IltCancellation;
    ///
    /// let (notify_trainees, notify_instructor) = (true, false);
    /// let told = IltCancellation::new(notify_trainees, notify_instructor);
    /// client.ilt_sessions().cancel(611, told).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/cancel_session` in <https://developer.velpic.com/api-docs.html>.
    pub fn cancel(&self, id: impl Into<IltSessionId>, told: IltCancellation) -> Call<Acknowledged> {
        Draft::new(&op::ILT_SESSIONS_CANCEL)
            .at("iltSessionId", id.into())
            .body(told)
            .call::<Acknowledged>(&self.client)
    }

    /// Registers users for a session. They need to be scheduled for its lesson; what becomes of the others is not known.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no session has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// # let lesson = tassel_damstra::ScheduleRequest::new([882]);
    /// # client.lesson_schedules().create(5012, lesson).send().await?;
    /// use tassel_damstra::UserId;
    ///
    /// client.ilt_sessions().bulk_register(611, [UserId::from(5012)]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/bulk_register` in <https://developer.velpic.com/api-docs.html>.
    pub fn bulk_register(
        &self,
        id: impl Into<IltSessionId>,
        users: impl IntoIterator<Item = UserId>,
    ) -> Call<Acknowledged> {
        let users = UserIds::new(users);
        Draft::new(&op::ILT_SESSIONS_BULK_REGISTER)
            .at("iltSessionId", id.into())
            .refuse(nobody(&users))
            .body(users)
            .call::<Acknowledged>(&self.client)
    }

    /// Takes users off a session.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no session has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::UserId;
    ///
    /// client.ilt_sessions().bulk_deregister(611, [UserId::from(5012)]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/bulk_deregister` in <https://developer.velpic.com/api-docs.html>.
    pub fn bulk_deregister(
        &self,
        id: impl Into<IltSessionId>,
        users: impl IntoIterator<Item = UserId>,
    ) -> Call<Acknowledged> {
        let users = UserIds::new(users);
        Draft::new(&op::ILT_SESSIONS_BULK_DEREGISTER)
            .at("iltSessionId", id.into())
            .refuse(nobody(&users))
            .body(users)
            .call::<Acknowledged>(&self.client)
    }

    /// Lists the attendees of a session, in one answer. [`IltAttendeeList::is_complete`] says whether these are all.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no session has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// let attendees = client.ilt_sessions().list_attendees(610).send().await?;
    /// assert!(attendees.is_complete());
    /// println!("{:?} passed: {:?}", attendees.results[0].user_name, attendees.results[0].passed);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /ilt_session/{iltSessionId}/attendees` in <https://developer.velpic.com/api-docs.html>.
    pub fn list_attendees(&self, id: impl Into<IltSessionId>) -> Call<IltAttendeeList> {
        Draft::new(&op::ILT_SESSIONS_LIST_ATTENDEES)
            .at("iltSessionId", id.into())
            .call::<IltAttendeeList>(&self.client)
    }

    /// Records who attended and who passed, by the ids of the attendees, which are not those of the users.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`](crate::Error::NotFound): no session has this id. That the vendor answers so is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_damstra::Error> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder("sandboxdamstrakey").with(options).build()?;
    /// use tassel_damstra::AttendeeProgress;
    ///
    /// let attendees = client.ilt_sessions().list_attendees(610).send().await?.results;
    /// let all = attendees.into_iter().filter_map(|attendee| attendee.id);
    /// let passed = all.map(|id| AttendeeProgress::new(id).attended(true).passed(true));
    /// client.ilt_sessions().save_progress(610, passed).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /ilt_session/{iltSessionId}/save_progress` in <https://developer.velpic.com/api-docs.html>.
    pub fn save_progress(
        &self,
        id: impl Into<IltSessionId>,
        attendees: impl IntoIterator<Item = AttendeeProgress>,
    ) -> Call<Acknowledged> {
        let progress = SaveProgress::new(attendees);
        let nobody = progress.attendees.is_empty();
        let nobody = nobody.then(|| "the list of attendees is empty; give it at least one".to_owned());
        Draft::new(&op::ILT_SESSIONS_SAVE_PROGRESS)
            .at("iltSessionId", id.into())
            .refuse(nobody)
            .body(progress)
            .call::<Acknowledged>(&self.client)
    }
}

impl IltAttendeeList {
    /// Whether as many came as the vendor counts.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let total = self.meta.as_ref().and_then(|meta| meta.total_result_count);
        total.is_none_or(|total| total == self.results.len() as u64)
    }
}

listing! {
    /// A list of sessions, 100 on a page.
    ListIltSessions: IltSessionsListQuery => IltSessionList
}

impl ListIltSessions {
    /// Only those of this lesson schedule.
    pub fn lesson_schedule(mut self, id: impl Into<LessonScheduleId>) -> Self {
        self.0.query.lesson_schedule_id = Some(id.into());
        self
    }

    /// Only those that are upcoming, in progress or past. The vendor asks for it by number, and answers with a word:
    /// [`IltState`](crate::IltState).
    pub fn state(mut self, state: impl Into<IltStateNumber>) -> Self {
        self.0.query.state = Some(state.into());
        self
    }

    /// Only those that are active, completed or cancelled. In answers it is called `status_id`.
    pub fn status(mut self, status: impl Into<IltStatus>) -> Self {
        self.0.query.status = Some(status.into());
        self
    }

    /// Only those that this user runs.
    pub fn instructor(mut self, user: impl Into<UserId>) -> Self {
        self.0.query.instructor_id = Some(user.into());
        self
    }

    /// How many on a page. Default 100; the largest the vendor allows is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.max_results = Some(size);
        self
    }
}
