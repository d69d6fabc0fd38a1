//! The layers of a client, from the caller down: the span and the deadline (in the client), [`Retry`], [`Gather`],
//! [`Throttle`], [`Authenticate`], and the transport.
//!
//! The order is fixed. Retry stands above the quota, so that every attempt is counted. The body is read below retry, so
//! that a body cut short can be requested again, and above the quota, so that the quota sees the head of a rejection at
//! once. The quota stands above authentication, so that a token is made after the wait.

mod authenticate;
mod gather;
mod retry;
mod retry_after;
mod throttle;

pub(crate) use authenticate::Authenticate;
pub use authenticate::{ApiKey, Authentication};
pub(crate) use gather::{Cut, ERROR_BODY_LIMIT, Gather};
pub(crate) use retry::Retry;
pub use retry::RetryPolicy;
pub(crate) use retry_after::retry_after;
pub(crate) use throttle::Throttle;

use http::{HeaderMap, Response, StatusCode};

use crate::transport::{Body, TransportError};

/// The result of one attempt.
type Attempt = Result<Response<Body>, TransportError>;

/// The status and the headers of an answer, whether or not its body arrived whole.
fn head(attempt: &Attempt) -> Option<(StatusCode, &HeaderMap)> {
    match attempt {
        Ok(answer) => Some((answer.status(), answer.headers())),
        Err(TransportError::Body { status, headers, .. }) => Some((*status, headers)),
        Err(_) => None,
    }
}
