//! Bounds one attempt.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};

use crate::context::Context;
use crate::transport::{BodyFault, Transport, TransportError};

/// Gives each attempt the time the call allows for one ([`CallOptions::timeout`](crate::CallOptions::timeout)).
#[derive(Debug)]
pub struct AttemptTimeout {
    inner: Arc<dyn Transport>,
}

impl AttemptTimeout {
    /// Wraps a transport.
    #[must_use]
    pub fn new(inner: Arc<dyn Transport>) -> Self {
        Self { inner }
    }
}

#[async_trait]
impl Transport for AttemptTimeout {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let Some(context) = Context::of(request.extensions()).cloned() else {
            return self.inner.send(request).await;
        };
        context.sent();
        let late = match tokio::time::timeout(context.attempt_timeout, self.inner.send(request)).await {
            Ok(result) => return result,
            Err(_) => format!("nothing more came for {} s", context.attempt_timeout.as_secs_f64()).into(),
        };
        // What had come of the answer still counts.
        Err(match context.head() {
            Some((status, headers)) => {
                let headers = Box::new(headers);
                TransportError::Body { status, headers, fault: BodyFault::CutShort(late) }
            }
            None => TransportError::Lost(late),
        })
    }
}
