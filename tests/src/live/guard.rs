//! A layer that refuses every request except those of listed, read-only operations.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use http::{HeaderMap, Request, Response, StatusCode};
use tassel_core::kit::Bytes;
use tassel_core::operation::Safety;
use tassel_core::transport::{Body, CallContext, Transport, TransportError};

/// A layer that refuses every request unless its operation is read-only and is listed, and keeps the head of the last
/// answer. Clones share it.
#[derive(Debug, Clone)]
pub struct Guard {
    inner: Arc<dyn Transport>,
    listed: Arc<[&'static str]>,
    head: Arc<Mutex<Option<(StatusCode, HeaderMap)>>>,
}

impl Guard {
    /// Wraps a transport.
    #[must_use]
    pub fn new(inner: impl Transport, listed: impl Iterator<Item = &'static str>) -> Self {
        Self { inner: Arc::new(inner), listed: listed.collect(), head: Arc::default() }
    }

    /// The status and the headers of the last answer, which are then forgotten.
    #[must_use]
    pub fn last_head(&self) -> Option<(StatusCode, HeaderMap)> {
        self.head.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn check(&self, request: &Request<Bytes>) -> Result<(), String> {
        let Some(call) = CallContext::of(request.extensions()) else {
            return Err("a request without an operation".to_owned());
        };
        let operation = call.operation();
        // The call's own safety is what its caller says it is.
        if operation.safety != Safety::ReadOnly || call.safety() != Safety::ReadOnly {
            return Err(format!("{} is not read-only", operation.id));
        }
        if *request.method() != operation.method {
            return Err(format!("{} is not called by {}", operation.id, request.method()));
        }
        if !self.listed.contains(&operation.id) {
            return Err(format!("{} is not listed", operation.id));
        }
        Ok(())
    }
}

#[async_trait]
impl Transport for Guard {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        self.check(&request).map_err(|problem| TransportError::not_sent(format!("refused: {problem}")))?;
        let answer = self.inner.send(request).await?;
        let head = (answer.status(), answer.headers().clone());
        *self.head.lock().unwrap_or_else(PoisonError::into_inner) = Some(head);
        Ok(answer)
    }
}
