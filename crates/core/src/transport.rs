//! The one trait that carries everything.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};

/// Any error, where only its text and its causes matter.
pub type BoxError = Box<dyn StdError + Send + Sync + 'static>;

/// Sends one request and returns whatever status the vendor answered with.
///
/// An answer of 404 or 500 is `Ok`; `Err` means that no whole answer arrived. The layers in
/// [`layers`](crate::layers) are transports that wrap a transport, and so is anything you put between them and the
/// network. What a transport may want to know about the call rides in the request's extensions as a
/// [`Context`](crate::Context).
#[async_trait]
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends one request, once.
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    // Written out, as `async_trait` would box the boxed future again.
    fn send<'a, 'b>(
        &'a self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, TransportError>> + Send + 'b>>
    where
        'a: 'b,
        Self: 'b,
    {
        (**self).send(request)
    }
}

/// Why no whole answer arrived, and what is known of the request all the same.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransportError {
    /// The request never reached the vendor.
    #[error("it did not reach the vendor: {}", root_cause(.0.as_ref()))]
    NotSent(#[source] BoxError),
    /// The request was held back: its quota has no room before the call's deadline. It never reached the vendor.
    #[error("the quota has room again in {} s", .wait.as_secs_f64().ceil())]
    HeldBack {
        /// How long until there is room.
        wait: Duration,
    },
    /// The request may have reached the vendor, and nothing came back.
    #[error("no answer arrived: {}", root_cause(.0.as_ref()))]
    Lost(#[source] BoxError),
    /// The vendor answered, and the body of its answer did not arrive whole.
    #[error("its answer ({}) {fault}", .status.as_u16())]
    Body {
        /// The status of the answer.
        status: StatusCode,
        /// The headers of the answer.
        headers: Box<HeaderMap>,
        /// What was wrong with its body.
        fault: BodyFault,
    },
}

/// What was wrong with the body of an answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BodyFault {
    /// It ended before its time.
    #[error("was cut short: {}", root_cause(.0.as_ref()))]
    CutShort(#[source] BoxError),
    /// It is larger than the limit.
    #[error("is larger than the limit of {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
}

/// The status and the headers of an answer, whether or not its body arrived whole.
pub(crate) fn head(result: &Result<Response<Bytes>, TransportError>) -> Option<(StatusCode, &HeaderMap)> {
    match result {
        Ok(answer) => Some((answer.status(), answer.headers())),
        Err(TransportError::Body { status, headers, .. }) => Some((*status, headers)),
        Err(_) => None,
    }
}

/// The innermost cause: the one line that says what happened, without the layers that passed it on.
fn root_cause<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause
}
