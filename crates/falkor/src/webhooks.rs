//! Webhooks: events that the vendor sends, one in each request.
//!
//! Every event is signed with the secret of its pathway, so an event that was read is verified. It may arrive twice, late or
//! never. Add and update records from its lists, but do not remove records that they omit. `Pathways::list`,
//! `Events::list` and `Rewards::list` list all records.

use hmac::{Hmac, KeyInit, Mac};
use secrecy::ExposeSecret;
use sha2::Sha256;
use tassel_core::Error;
use tassel_core::kit::SecretString;
use tassel_core::kit::http::{HeaderMap, HeaderName, HeaderValue};
use tassel_core::webhook::WebhookError;

pub use crate::generated::webhooks::*;

/// Reads the requests to a webhook URL, which is set for a pathway under *API & Webhooks*.
#[derive(Debug, Clone)]
pub struct Receiver {
    key: Hmac<Sha256>,
    header: Option<HeaderName>,
}

impl Receiver {
    /// A receiver with the secret that is set with the URL.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the secret is empty.
    pub fn new(secret: impl Into<SecretString>) -> Result<Self, Error> {
        let secret = secret.into();
        let secret = secret.expose_secret();
        if secret.is_empty() {
            return Err(Error::Config("the webhook secret is empty".to_owned()));
        }
        let Ok(key) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
            return Err(Error::Config("the webhook secret cannot be signed with".to_owned()));
        };
        Ok(Self { key, header: None })
    }

    /// Reads the signature from this header only. By default it is any header that ends with [`SIGNATURE_SUFFIX`], as
    /// the platform is sold under several names.
    #[must_use]
    pub fn header(mut self, name: HeaderName) -> Self {
        self.header = Some(name);
        self
    }

    /// Checks the signature of the body's bytes and reads the event. Unknown fields and events are kept.
    ///
    /// # Errors
    ///
    /// * [`WebhookError::Signature`]: the signature is missing or wrong. Answer 401.
    /// * [`WebhookError::Body`]: the body is signed, but is not JSON, has no event name, or does not fit the event.
    ///   Answer 400.
    ///
    /// # Examples
    ///
    /// ```
    /// use tassel_falkor::webhooks::{Event, Receiver};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let receiver = Receiver::new("a-secret-of-the-pathway")?;
    /// let body = br#"{"type":"enrolments","data":{"enrolments":[{"email":"imani.okonjo@example.org"}]}}"#;
    /// let headers = [receiver.sign(body)].into_iter().collect();
    /// let Event::Enrolments(event) = receiver.read(&headers, body)? else { panic!("another event") };
    /// assert_eq!(event.data.enrolments.map(|enrolments| enrolments.len()), Some(1));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: the page *Webhooks* in <https://developer.docs.falkor.io>.
    pub fn read(&self, headers: &HeaderMap, body: &[u8]) -> Result<Event, WebhookError> {
        self.verify(headers, body).map_err(WebhookError::Signature)?;
        Ok(Event::from_json(body)?)
    }

    /// The signature header for a body, as the vendor sends it. For tests of your receiver.
    #[must_use]
    pub fn sign(&self, body: &[u8]) -> (HeaderName, HeaderValue) {
        let digest = self.key.clone().chain_update(body).finalize().into_bytes();
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = self.header.clone().unwrap_or(HeaderName::from_static(SIGNATURE_HEADER));
        // The prefix and the hex digits are valid in a header.
        let value = HeaderValue::try_from(format!("{SIGNATURE_PREFIX}{hex}"));
        (name, value.unwrap_or(HeaderValue::from_static("")))
    }

    fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), String> {
        let is_it = |name: &HeaderName| match &self.header {
            Some(known) => name == known,
            None => name.as_str().ends_with(SIGNATURE_SUFFIX),
        };
        let mut problem = match &self.header {
            Some(name) => format!("there is no header `{name}`"),
            None => format!("no header ends with `{SIGNATURE_SUFFIX}`"),
        };
        for (name, value) in headers.iter().filter(|(name, _)| is_it(name)) {
            match unhex(value.as_bytes()) {
                None => problem = format!("`{name}` does not hold the 64 hex digits of an HMAC-SHA256"),
                // A comparison in constant time.
                Some(given) if self.key.clone().chain_update(body).verify_slice(&given).is_ok() => {
                    return Ok(());
                }
                Some(_) => {
                    problem = format!(
                        "`{name}` does not match this body: the secret is wrong, or the body was changed"
                    );
                }
            }
        }
        Err(problem)
    }
}

/// The bytes of 64 hex digits in either case, after the optional prefix.
fn unhex(value: &[u8]) -> Option<[u8; 32]> {
    let value = value.trim_ascii();
    let hex = match value.split_at_checked(SIGNATURE_PREFIX.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(SIGNATURE_PREFIX.as_bytes()) => rest,
        _ => value,
    };
    let mut bytes = [0; 32];
    if hex.len() != 2 * bytes.len() {
        return None;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16);
    for (byte, pair) in bytes.iter_mut().zip(hex.chunks_exact(2)) {
        *byte = u8::try_from(digit(pair[0])? << 4 | digit(pair[1])?).ok()?;
    }
    Some(bytes)
}

/// Extracts the event of a request. The router's state must have a [`Receiver`]. The answer is 401 if the signature is
/// missing or wrong, and 400 if the body cannot be read.
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
