//! How requests reach a vendor: the [`Transport`] trait, bodies, and the HTTP client.
//!
//! A transport sends one request, once. A layer is a transport that wraps another one. Core's own layers (retry,
//! reading the body, quota, authentication) stand above: a transport and the layers around it see each attempt with its
//! credentials.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
//! use tassel_core::transport::{
//!     Body, Bytes, CallContext, Request, Response, Transport, TransportError, async_trait,
//! };
//!
//! /// Counts the attempts of each operation.
//! #[derive(Debug)]
//! struct Counting<T> {
//!     inner: T,
//!     counts: std::sync::Mutex<std::collections::HashMap<&'static str, u64>>,
//! }
//!
//! #[async_trait]
//! impl<T: Transport> Transport for Counting<T> {
//!     async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
//!         let operation = CallContext::of(request.extensions()).map_or("none", |call| call.operation().id);
//!         *self.counts.lock().unwrap().entry(operation).or_default() += 1;
//!         self.inner.send(request).await
//!     }
//! }
//!
//! /// Answers every request by itself.
//! #[derive(Debug)]
//! struct Teapot;
//!
//! #[async_trait]
//! impl Transport for Teapot {
//!     async fn send(&self, _: Request<Bytes>) -> Result<Response<Body>, TransportError> {
//!         let mut answer = Response::new(Body::from("short and stout"));
//!         *answer.status_mut() = 418.try_into().map_err(TransportError::lost)?;
//!         Ok(answer)
//!     }
//! }
//!
//! let transport = Counting { inner: Teapot, counts: Default::default() };
//! let mut answer = transport.send(Request::new(Bytes::new())).await.unwrap();
//! assert_eq!(answer.status(), 418);
//! assert_eq!(answer.body_mut().chunk().await.unwrap().unwrap(), "short and stout");
//! # });
//! ```

mod body;
mod clock;
mod context;
mod decoder;
#[cfg(feature = "http-client")]
mod http;

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

pub use ::http::{HeaderMap, Method, Request, Response, StatusCode};
pub use async_trait::async_trait;
pub use bytes::Bytes;

pub use self::body::Body;
pub use self::clock::{Clock, SystemClock};
pub use self::context::CallContext;
pub(crate) use self::context::Limits;
pub(crate) use self::decoder::{ACCEPT_ENCODING, Decoder};
#[cfg(feature = "http-client")]
pub use self::http::{HttpTransport, SetupError};
use crate::outcome::Outcome;

/// Any error, for its text and causes.
pub type BoxError = Box<dyn StdError + Send + Sync + 'static>;

/// Sends one request, once, and returns the answer, whatever its status.
///
/// An answer of 404 or 500 is `Ok`; `Err` means that no answer arrived. The answer is returned as soon as its head
/// arrives: its [`Body`] is a stream. The request of a dropped future may still reach the vendor.
#[async_trait]
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends one request, once.
    ///
    /// # Errors
    ///
    /// * [`TransportError::NotSent`]: the request certainly did not reach the vendor.
    /// * [`TransportError::Lost`]: anything else.
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    // Written without `async_trait`, which would box the boxed future again.
    fn send<'a, 'b>(
        &'a self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Body>, TransportError>> + Send + 'b>>
    where
        'a: 'b,
        Self: 'b,
    {
        (**self).send(request)
    }
}

/// Why no whole answer arrived. `Debug` shows no header.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum TransportError {
    /// The request never reached the vendor.
    #[error("it did not reach the vendor: {}", root_cause(.0.as_ref()))]
    NotSent(#[source] BoxError),
    /// The certificate of the host is not trusted. The request never reached the vendor, and a repeat would not either.
    #[error(
        "the host's certificate is not trusted: {}; check the host, this machine's clock, and, behind a proxy that \
         opens TLS, that its certificate is among the platform's",
        root_cause(.0.as_ref())
    )]
    Untrusted(#[source] BoxError),
    /// The request was held back: its quota has no room before the call's deadline. It never reached the vendor.
    #[error("the quota has room again in {} s", .wait.as_secs_f64().ceil())]
    HeldBack {
        /// The time until there is room.
        wait: Duration,
        /// Whether an answer asked for a pause; the quota is used up otherwise.
        paused: bool,
    },
    /// No answer arrived. The request may have reached the vendor.
    #[error("no answer arrived: {}", root_cause(.0.as_ref()))]
    Lost(#[source] BoxError),
    /// An answer arrived, and its body did not arrive whole or cannot be decoded.
    #[error("its answer ({}) {error}", .status.as_u16())]
    Body {
        /// The status of the answer.
        status: StatusCode,
        /// The headers of the answer.
        headers: Box<HeaderMap>,
        /// The problem with its body.
        error: BodyError,
    },
}

impl TransportError {
    /// The request certainly did not reach the vendor.
    pub fn not_sent(cause: impl Into<BoxError>) -> Self {
        Self::NotSent(cause.into())
    }

    /// No answer arrived. The request may have reached the vendor.
    pub fn lost(cause: impl Into<BoxError>) -> Self {
        Self::Lost(cause.into())
    }

    /// Whether the vendor acted on an attempt that ended with this error.
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Self::NotSent(_) | Self::Untrusted(_) | Self::HeldBack { .. } => Outcome::NotApplied,
            Self::Lost(_) => Outcome::Unknown,
            Self::Body { status, .. } => Outcome::of_status(*status),
        }
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSent(cause) => f.debug_tuple("NotSent").field(cause).finish(),
            Self::HeldBack { wait, paused } => {
                f.debug_struct("HeldBack").field("wait", wait).field("paused", paused).finish()
            }
            Self::Untrusted(cause) => f.debug_tuple("Untrusted").field(cause).finish(),
            Self::Lost(cause) => f.debug_tuple("Lost").field(cause).finish(),
            Self::Body { status, error, .. } => f
                .debug_struct("Body")
                .field("status", &status.as_u16())
                .field("error", error)
                .finish_non_exhaustive(),
        }
    }
}

/// Why the body of an answer could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BodyError {
    /// It ended before its announced length, or the connection failed.
    #[error("was cut short: {}", root_cause(.0.as_ref()))]
    CutShort(#[source] BoxError),
    /// It is larger than the limit.
    #[error("is larger than the limit of {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// It inflates by a larger factor than any text does.
    #[error("inflates to more than {factor} times its size")]
    Inflated {
        /// The limit, as a factor.
        factor: u64,
    },
    /// Its content encoding cannot be decoded.
    #[error("cannot be decoded: {}", root_cause(.0.as_ref()))]
    Encoding(#[source] BoxError),
}

/// The innermost cause.
fn root_cause<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause
}
