//! Webhooks: what the vendor sends unasked, one event a request.
//!
//! No event is signed, so each is a hint: read it back before you act on it. Use a URL that nobody can guess. Whether a
//! delivery that fails is repeated is not documented, so compare everything from time to time as well.

use tassel_core::kit::http::HeaderMap;
use tassel_core::webhook::WebhookError;

pub use crate::generated::webhooks::*;

/// Reads what arrives at a URL that is set in the web application, under *Manage, Integrations*: for one event
/// or for all of them.
#[derive(Debug, Clone, Default)]
pub struct Receiver(());

impl Receiver {
    /// A receiver. It needs no secret, as nothing is signed.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads an event from the headers and the body of a request, JSON.
    ///
    /// Ids may be texts or numbers, and `userId` may be spelt `userID`. Fields and events that this version does not
    /// know are kept.
    ///
    /// # Errors
    ///
    /// * [`WebhookError::Body`]: it is not JSON, names no event, or lacks the id that its event is about. Answer 400.
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

/// The event of a request, where the router's state holds the [`Receiver`]: 400 if it cannot be read.
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
