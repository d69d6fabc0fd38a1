//! Proves to the vendor who is asking.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use async_trait::async_trait;
use bytes::Bytes;
use http::header::HeaderName;
use http::{HeaderMap, HeaderValue, Request, Response};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use crate::clock::Clock;
use crate::context::Context;
use crate::error::Error;
use crate::transport::{BoxError, Transport, TransportError};

/// Adds what proves who is asking to one attempt.
#[async_trait]
pub trait Authentication: fmt::Debug + Send + Sync + 'static {
    /// Adds it to the headers. Called for every attempt, after all waiting; `now` is the time of day.
    ///
    /// # Errors
    ///
    /// There is nothing to prove it with; the request is then not sent.
    async fn authenticate(&self, headers: &mut HeaderMap, now: Timestamp) -> Result<(), BoxError>;

    /// Whether each attempt proves it anew, so that a 401 may be gone with the next one. Default: it does not.
    fn renews(&self) -> bool {
        false
    }

    /// Tells credentials apart without showing them, for the quotas that are counted per credential.
    fn fingerprint(&self) -> u64;
}

/// The layer that authenticates each attempt.
#[derive(Debug)]
pub struct Authenticate {
    inner: Arc<dyn Transport>,
    authentication: Arc<dyn Authentication>,
    clock: Arc<dyn Clock>,
}

impl Authenticate {
    /// Wraps a transport.
    #[must_use]
    pub fn new(
        inner: Arc<dyn Transport>,
        authentication: Arc<dyn Authentication>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { inner, authentication, clock }
    }
}

#[async_trait]
impl Transport for Authenticate {
    async fn send(&self, mut request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let added = self.authentication.authenticate(request.headers_mut(), self.clock.now()).await;
        added.map_err(TransportError::NotSent)?;
        if let Some(context) = Context::of(request.extensions()) {
            context.proven_by(request.headers().values().find(|value| value.is_sensitive()));
        }
        self.inner.send(request).await
    }
}

/// A key that goes into a header, behind a prefix.
///
/// Clones share the key, so that a program which keeps one can [`replace`](Self::replace) the key of a client that is
/// already in use: the new key is used from the next attempt on.
#[derive(Clone)]
pub struct ApiKey {
    header: HeaderName,
    prefix: &'static str,
    value: Arc<RwLock<HeaderValue>>,
}

impl ApiKey {
    /// A key for the given header, written behind `prefix`.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the key is empty, or holds characters that no header can carry.
    pub fn new(header: HeaderName, prefix: &'static str, key: &SecretString) -> Result<Self, Error> {
        let value = Arc::new(RwLock::new(value(prefix, key)?));
        Ok(Self { header, prefix, value })
    }

    /// Puts another key in its place.
    ///
    /// # Errors
    ///
    /// As for [`ApiKey::new`]; the old key then stays.
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

    fn fingerprint(&self) -> u64 {
        static PER_PROCESS: OnceLock<RandomState> = OnceLock::new();
        let value = self.value.read().unwrap_or_else(PoisonError::into_inner);
        PER_PROCESS.get_or_init(RandomState::new).hash_one(value.as_bytes())
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiKey").field("header", &self.header).finish_non_exhaustive()
    }
}
