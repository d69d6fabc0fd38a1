//! Webhooks: events that the vendor sends, one in each request.
//!
//! Events are not signed, so an event is only a hint: read its record back before you act on it. Use a URL that nobody can
//! guess. Whether failed deliveries are repeated is not documented, so compare all records from time to time.

use tassel_core::kit::http::HeaderMap;
use tassel_core::webhook::WebhookError;

pub use crate::generated::webhooks::*;

/// Reads the requests to a webhook URL. It is set in the web application under *Manage, Integrations*, for one event or
/// for all.
#[derive(Debug, Clone, Default)]
pub struct Receiver(());

impl Receiver {
    /// A receiver. It needs no secret, as events are not signed.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads an event from the headers and the body of a request. The body is JSON.
    ///
    /// Ids may be texts or numbers, and `userId` may be spelt `userID`. Unknown fields and events are kept.
    ///
    /// # Errors
    ///
    /// * [`WebhookError::Body`]: the body is not JSON, or lacks the name of the event or an id. Answer 400.
    ///
    /// # Examples
    ///
    /// ```
    /// use tassel_core::kit::http::HeaderMap;
    /// use tassel_damstra::webhooks::{Event, Receiver};
    ///
    /// # fn main() -> Result<(), tassel_damstra::WebhookError> {
    /// let body = br#"{"name":"user.account.inactivate","userName":"imani.okonjo","userID":"5012"}"#;
    /// let event = Receiver::new().read(&HeaderMap::new(), body)?;
    /// assert!(matches!(event, Event::UserAccountInactivate(event) if event.user_id.as_u64() == Some(5012)));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: *Webhooks* in <https://developer.velpic.com/api-docs.html>.
    pub fn read(&self, _headers: &HeaderMap, body: &[u8]) -> Result<Event, WebhookError> {
        Ok(Event::from_json(body)?)
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
