//! Webhooks: events that the vendor sends, one in each request.
//!
//! Events are not signed, so an event is only a hint: read its record back before you act on it. Use a URL that nobody can
//! guess. Most failed deliveries are not repeated, so compare all records from time to time.

use tassel_core::kit::http::HeaderMap;
use tassel_core::webhook::{WebhookError, form_to_json};

pub use crate::generated::webhooks::*;

/// Reads the requests to the webhook URL, which is set in the academy under *Setup, Webhook(s)*.
#[derive(Debug, Clone, Default)]
pub struct Receiver(());

impl Receiver {
    /// A receiver. It needs no secret, as events are not signed.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads an event from the headers and the body of a request. The body is a form.
    ///
    /// The order of the fields and the case of the event's name do not matter, and values are trimmed. Unknown fields
    /// and events are kept.
    ///
    /// # Errors
    ///
    /// * [`WebhookError::Body`]: the body is not a form, or lacks the name of the event or an id. Answer 400.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_core::kit::http::HeaderMap;
    /// use tassel_coursepath::webhooks::{Event, Receiver};
    ///
    /// let body = b"courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED";
    /// let event = Receiver::new().read(&HeaderMap::new(), body)?;
    /// if let Event::CourseMemberCompleted(completed) = event {
    ///     // The event has no result, and anybody may have sent it.
    ///     let result = client.course_members().get(completed.course_id, completed.member_id).send_opt().await?;
    ///     assert!(result.is_some_and(|it| it.is_completed()));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: <https://support.fellowdigitals.com/docs/webhooks>.
    pub fn read(&self, _headers: &HeaderMap, body: &[u8]) -> Result<Event, WebhookError> {
        Ok(Event::from_json(&form_to_json(body)?)?)
    }
}

/// Extracts the event of a request. The router's state must have a [`Receiver`]. The answer is 400 if the event cannot
/// be read.
#[cfg(feature = "axum")]
impl<S: Send + Sync> axum::extract::FromRequest<S> for Event
where
    Receiver: axum::extract::FromRef<S>,
{
    type Rejection = WebhookError;

    async fn from_request(request: axum::extract::Request, state: &S) -> Result<Self, WebhookError> {
        let receiver = <Receiver as axum::extract::FromRef<S>>::from_ref(state);
        let (headers, body) = tassel_core::webhook::whole(request).await?;
        receiver.read(&headers, &body)
    }
}
