//! A transport that keeps a record of what goes through it.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use tokio::time::Instant;

use crate::transport::{Transport, TransportError};

/// One request and what became of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Exchange {
    /// When it was sent.
    pub at: Instant,
    /// The request as it was sent, credentials included.
    pub request: Request<Bytes>,
    /// The answer, or the text of the error.
    pub result: Result<Response<Bytes>, String>,
}

impl Exchange {
    /// The status of the answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.result.as_ref().ok().map(Response::status)
    }
}

/// A transport that passes requests on and keeps a record of them. Clones share the record.
#[derive(Debug, Clone)]
pub struct Recorder {
    inner: Arc<dyn Transport>,
    exchanges: Arc<Mutex<Vec<Exchange>>>,
}

impl Recorder {
    /// Wraps a transport.
    #[must_use]
    pub fn new(inner: impl Transport) -> Self {
        Self { inner: Arc::new(inner), exchanges: Arc::default() }
    }

    /// What went through so far, in the order in which it ended.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl Transport for Recorder {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let at = Instant::now();
        let result = self.inner.send(request.clone()).await;
        let kept = result.as_ref().map(Response::clone).map_err(ToString::to_string);
        let exchange = Exchange { at, request, result: kept };
        self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).push(exchange);
        result
    }
}
