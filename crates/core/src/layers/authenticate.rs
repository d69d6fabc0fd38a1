//! Adds the credentials to each attempt.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use bytes::Bytes;
use http::header::HeaderName;
use http::{HeaderMap, HeaderValue, Request};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use super::Attempt;
use crate::error::Error;
use crate::transport::{BoxError, CallContext, Clock, Transport, TransportError};

/// Adds credentials to one attempt.
#[async_trait]
pub trait Authentication: fmt::Debug + Send + Sync + 'static {
    /// Adds the credentials to the headers. Called for every attempt, after all waits. `now` is the time of day. A
    /// header that carries a secret must be marked as sensitive.
    ///
    /// # Errors
    ///
    /// There are no credentials. The request is not sent.
    async fn authenticate(&self, headers: &mut HeaderMap, now: Timestamp) -> Result<(), BoxError>;

    /// Whether each attempt has its own credentials, so that the next one may succeed after a 401. Default: no.
    fn renews(&self) -> bool {
        false
    }

    /// Identifies these credentials, for quotas that are counted per credential.
    fn identity(&self) -> SecretString;
}

/// The layer that adds the credentials to each attempt. A download has none.
#[derive(Debug)]
pub(crate) struct Authenticate {
    inner: Arc<dyn Transport>,
    authentication: Arc<dyn Authentication>,
    clock: Arc<dyn Clock>,
}

impl Authenticate {
    pub(crate) fn new(
        inner: Arc<dyn Transport>,
        authentication: Arc<dyn Authentication>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { inner, authentication, clock }
    }

    pub(super) async fn send(&self, call: &CallContext, mut request: Request<Bytes>) -> Attempt {
        if call.is_download() {
            call.send(None);
            return self.inner.send(request).await;
        }
        let added = self.authentication.authenticate(request.headers_mut(), self.clock.now()).await;
        added.map_err(TransportError::NotSent)?;
        call.send(request.headers().values().find(|value| value.is_sensitive()));
        self.inner.send(request).await
    }
}

/// A key in a header, after a prefix.
///
/// Clones share the key: [`replace`](Self::replace) changes it for a client in use, from the next attempt on.
#[derive(Clone)]
pub struct ApiKey {
    header: HeaderName,
    prefix: &'static str,
    value: Arc<RwLock<HeaderValue>>,
}

impl ApiKey {
    /// A key for the given header, written after `prefix`.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the key is empty, or holds characters that no header can carry.
    pub fn new(header: HeaderName, prefix: &'static str, key: &SecretString) -> Result<Self, Error> {
        let value = Arc::new(RwLock::new(value(prefix, key)?));
        Ok(Self { header, prefix, value })
    }

    /// Replaces the key.
    ///
    /// # Errors
    ///
    /// As for [`ApiKey::new`]. The old key then remains.
    pub fn replace(&self, key: &SecretString) -> Result<(), Error> {
        let value = value(self.prefix, key)?;
        *self.value.write().unwrap_or_else(PoisonError::into_inner) = value;
        Ok(())
    }
}

fn value(prefix: &str, key: &SecretString) -> Result<HeaderValue, Error> {
    let key = key.expose_secret();
    if key.trim().is_empty() {
        return Err(Error::Config("the API key is empty".to_owned()));
    }
    if key.trim() != key {
        return Err(Error::Config("the API key begins or ends with white space; remove it".to_owned()));
    }
    let mut value = HeaderValue::from_str(&format!("{prefix}{key}")).map_err(|_| {
        Error::Config("the API key holds a character that no HTTP header can carry".to_owned())
    })?;
    value.set_sensitive(true);
    Ok(value)
}

#[async_trait]
impl Authentication for ApiKey {
    async fn authenticate(&self, headers: &mut HeaderMap, _: Timestamp) -> Result<(), BoxError> {
        let value = self.value.read().unwrap_or_else(PoisonError::into_inner).clone();
        headers.insert(self.header.clone(), value);
        Ok(())
    }

    fn identity(&self) -> SecretString {
        let value = self.value.read().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(value.as_bytes()).into_owned().into()
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiKey").field("header", &self.header).finish_non_exhaustive()
    }
}
